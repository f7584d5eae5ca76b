//! A word typed with the other keyboard layout: the same keys, Russian or Kazakh for English and back.
//!
//! Never: decides that this happened; the check's reader tries it when the text as written is no name.

use std::collections::HashMap;
use std::sync::OnceLock;

const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";
/// The Kazakh layout has its own letters on the row of figures.
const FIGURES: &str = "2345890-=";
const KAZAKH: &str = "әіңғүұқөһ";

/// The layouts to try, the commoner first.
pub(crate) const LAYOUTS: [fn(&str) -> String; 2] = [russian, kazakh];

fn russian(text: &str) -> String {
    static KEYS: OnceLock<Keys> = OnceLock::new();
    KEYS.get_or_init(|| Keys::of(&[(LATIN, RUSSIAN)])).other(text)
}

fn kazakh(text: &str) -> String {
    static KEYS: OnceLock<Keys> = OnceLock::new();
    KEYS.get_or_init(|| Keys::of(&[(LATIN, RUSSIAN), (FIGURES, KAZAKH)])).other(text)
}

/// What stands on the same key, in both directions.
struct Keys {
    latin: HashMap<char, char>,
    cyrillic: HashMap<char, char>,
}

impl Keys {
    fn of(layouts: &[(&str, &str)]) -> Keys {
        let pairs = || layouts.iter().flat_map(|(latin, letters)| latin.chars().zip(letters.chars()));
        Keys { latin: pairs().collect(), cyrillic: pairs().map(|(latin, letter)| (letter, latin)).collect() }
    }

    /// Letters of either layout become those of the other; everything else stays.
    fn other(&self, text: &str) -> String {
        let lower = text.to_lowercase();
        let cyrillic = lower.chars().any(|c| self.cyrillic.contains_key(&c));
        let keys = if cyrillic { &self.cyrillic } else { &self.latin };
        lower.chars().map(|c| keys.get(&c).copied().unwrap_or(c)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_keys_in_both_directions() {
        assert_eq!(russian("Bdfyjd"), "иванов");
        assert_eq!(russian("шмфтщм"), "ivanov");
        assert_eq!(russian("Gtnhjd-Cbljhjd"), "петров-сидоров");
        assert_eq!(kazakh("2,3k0fqsh"), "әбілқайыр");
        assert_eq!(kazakh(";fyn-hby"), "жантөрин");
    }
}
