//! The endings that make a father's name of a given name, in the plain spelling of the fold.
//!
//! Never: decides whether a word is a family name that only looks like one (the name's reader does).

/// The longest that fits counts; East Slavic, Turkic and Tajik.
const ENDINGS: [&str; 44] = [
    "ovicha", "iievich", "ievich", "ovich", "evich", "ovych", "evych", "avich", "iavich", "ovic", "evic",
    "owicz", "ovna", "evna", "ivna", "yvna", "avna", "auna", "euna", "ouna", "iauna", "inichna", "ichna",
    "yuly", "uly", "uli", "ulu", "uulu", "oglu", "ogly", "ogli", "oglou", "oghlu", "ugli", "kyzy", "kizi",
    "qizi", "qyzy", "gizi", "gyzy", "kyz", "zoda", "zade", "zadeh",
];
/// What the fold makes of Cyrillic and accented spellings of the same endings.
const FOLDED: [&str; 5] = ["kizy", "ugly", "uuli", "iuli", "oghli"];
const ROOT_MIN: usize = 2;

/// The father's name without the ending.
pub fn root(plain: &str) -> Option<&str> {
    let longest = ENDINGS.iter().chain(&FOLDED).filter(|e| plain.ends_with(**e)).max_by_key(|e| e.len())?;
    let root = &plain[..plain.len() - longest.len()];
    (root.len() >= ROOT_MIN).then_some(root)
}

/// The word is such an ending standing alone.
pub fn is_ending(plain: &str) -> bool {
    matches!(
        plain,
        "uly"
            | "uli"
            | "ulu"
            | "uulu"
            | "oglu"
            | "ogly"
            | "ogli"
            | "ugli"
            | "kyzy"
            | "kizi"
            | "qizi"
            | "gizi"
            | "kizy"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::{plain, sounds};

    #[test]
    fn one_father_under_three_customs() {
        let fathers =
            ["Серікұлы", "Серикович", "Serikuly", "Serikovich", "Сериковна", "Serikqyzy", "Серікқызы"];
        for word in fathers {
            let folded = plain(word);
            let found = root(&folded).unwrap_or_else(|| panic!("{word} {folded}"));
            assert_eq!(sounds(found)[0], "serik", "{word}");
        }
        assert_eq!(root(&plain("Məmməd")), None);
        assert_eq!(root("ovich"), None);
    }
}
