//! A word typed with the other keyboard layout: the same keys, Russian or Kazakh for English and back.
//!
//! Never: decides that this happened; the check's reader tries it when the text as written is no name.

use std::sync::OnceLock;

/// Signs come twice, as they are with the shift key and without.
const LATIN: &str = "qwertyuiop[]{}asdfghjkl;':\"zxcvbnm,.<>`~";
const RUSSIAN: &str = "йцукенгшщзхъхъфывапролджэжэячсмитьбюбюёё";
/// The Kazakh layout has its own letters on the row of figures.
const FIGURES: &str = "2345890-=@#$%*()_+";
const KAZAKH: &str = "әіңғүұқөһәіңғүұқөһ";

/// A layout beside the English one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    Russian,
    Kazakh,
}

impl Layout {
    /// The layouts to try on a name. The Kazakh one reads as the Russian but for its own keys, one of which is the hyphen
    /// of double names.
    pub fn to_try<'a>(texts: impl Iterator<Item = &'a str>) -> &'static [Layout] {
        let (mut own, mut hyphen) = (false, false);
        for c in texts.flat_map(str::chars).flat_map(char::to_lowercase) {
            hyphen |= c == '-';
            own |= c != '-' && (FIGURES.contains(c) || KAZAKH.contains(c));
        }
        match (own, hyphen) {
            (true, _) => &[Layout::Kazakh],
            (false, true) => &[Layout::Russian, Layout::Kazakh],
            (false, false) => &[Layout::Russian],
        }
    }

    /// Letters of either layout become those of the other; everything else stays.
    pub fn other(self, text: &str) -> String {
        let keys = self.keys();
        let lower = text.to_lowercase();
        let back = lower.chars().any(|c| keys.of(c).is_some_and(|_| !c.is_ascii()));
        lower.chars().map(|c| keys.of(c).filter(|_| c.is_ascii() != back).unwrap_or(c)).collect()
    }

    fn keys(self) -> &'static Keys {
        static RUSSIAN_KEYS: OnceLock<Keys> = OnceLock::new();
        static KAZAKH_KEYS: OnceLock<Keys> = OnceLock::new();
        match self {
            Layout::Russian => RUSSIAN_KEYS.get_or_init(|| Keys::new(&[(LATIN, RUSSIAN)])),
            Layout::Kazakh => KAZAKH_KEYS.get_or_init(|| Keys::new(&[(LATIN, RUSSIAN), (FIGURES, KAZAKH)])),
        }
    }
}

/// What stands on the same key, by ASCII and by Cyrillic letter; zero where nothing does.
struct Keys {
    ascii: [char; 0x80],
    cyrillic: [char; Keys::LETTERS],
}

impl Keys {
    const FIRST: usize = 0x400;
    const LETTERS: usize = 0x130;

    fn new(layouts: &[(&str, &str)]) -> Keys {
        let mut keys = Keys { ascii: ['\0'; 0x80], cyrillic: ['\0'; Keys::LETTERS] };
        for (latin, letter) in layouts.iter().flat_map(|(latin, letters)| latin.chars().zip(letters.chars()))
        {
            keys.ascii[latin as usize] = letter;
            keys.cyrillic[letter as usize - Keys::FIRST] = latin;
        }
        keys
    }

    fn of(&self, c: char) -> Option<char> {
        let cyrillic = || self.cyrillic.get((c as usize).checked_sub(Keys::FIRST)?);
        self.ascii.get(c as usize).or_else(cyrillic).copied().filter(|other| *other != '\0')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_keys_in_both_directions() {
        assert_eq!(Layout::Russian.other("Bdfyjd"), "иванов");
        assert_eq!(Layout::Russian.other("шмфтщм"), "ivanov");
        assert_eq!(Layout::Russian.other("Gtnhjd-Cbljhjd"), "петров-сидоров");
        assert_eq!(Layout::Kazakh.other("2,3k0fqsh"), "әбілқайыр");
        assert_eq!(Layout::Kazakh.other(";fyn-hby"), "жантөрин");
    }
}
