//! A word typed with the other keyboard layout: the same keys, Russian for English and back.
//!
//! Never: decides that this happened; the engine tries it when the text as written finds nobody.

const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const CYRILLIC: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";

/// Letters of either layout become those of the other; everything else stays.
pub fn other_layout(text: &str) -> String {
    let lower = text.to_lowercase();
    let cyrillic = lower.chars().any(|c| CYRILLIC.contains(c));
    let (from, to) = if cyrillic { (CYRILLIC, LATIN) } else { (LATIN, CYRILLIC) };
    let key = |c: char| from.chars().position(|f| f == c).and_then(|at| to.chars().nth(at)).unwrap_or(c);
    lower.chars().map(key).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_same_keys_in_both_directions() {
        assert_eq!(super::other_layout("Bdfyjd"), "иванов");
        assert_eq!(super::other_layout("шмфтщм"), "ivanov");
    }
}
