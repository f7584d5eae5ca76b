//! Georgian letters after the national romanisation of 2002, without its apostrophes, in the plain spelling of the fold.
//!
//! Never: tells the aspirated from the glottal sounds, which documents do not.

/// Lower-case (Mkhedruli) letters only, as the fold gives them.
pub(crate) fn letter(c: char) -> Option<&'static str> {
    const LETTERS: [&str; 33] = [
        "a", "b", "g", "d", "e", "v", "z", "t", "i", "k", "l", "m", "n", "o", "p", "zh", "r", "s", "t", "u",
        "p", "k", "gh", "k", "sh", "ch", "ts", "dz", "ts", "ch", "kh", "j", "h",
    ];
    let at = (c as u32).checked_sub('ა' as u32)?;
    LETTERS.get(usize::try_from(at).ok()?).copied()
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_of_the_table() {
        let latin: String = "ჯავახიშვილი".chars().filter_map(super::letter).collect();
        assert_eq!(
            (latin.as_str(), super::letter('ჰ'), super::letter('a')),
            ("javakhishvili", Some("h"), None)
        );
    }
}
