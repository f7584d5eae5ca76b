//! Published romanisation tables, one file each. They name the standard in an explanation and prove the fold:
//! every spelling a table prints must lead to the same key as the original.
//! The letters were entered by hand and are not yet collated with the printed originals.
//!
//! Never: used backwards, mixed with one another.

pub mod belarus_2007;
pub mod bgn_russian;
pub mod gost_7_79_b;
pub mod icao_9303;
pub mod iso_9;
pub mod palladius;
pub mod ukraine_2010;

/// One published table. Lower-case letters.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// How an explanation names it.
    pub name: &'static str,
    /// Title of the publication.
    pub source: &'static str,
    /// `letter=latin` pairs between spaces; `letter=` drops the letter.
    pub letters: &'static str,
    /// The same for the first letter of a word, or for letter groups, where the standard says so.
    pub initial: &'static str,
    pub groups: &'static str,
    /// The same for a letter after a vowel or after a hard or soft sign.
    pub after_vowel: &'static str,
}

/// Every table for letters, in the order in which an explanation tries them.
pub const ALL: [&Table; 6] = [
    &icao_9303::TABLE,
    &bgn_russian::TABLE,
    &iso_9::TABLE,
    &gost_7_79_b::TABLE,
    &ukraine_2010::TABLE,
    &belarus_2007::TABLE,
];

impl Table {
    /// None if the word holds a letter the table does not have.
    pub fn romanise(&self, word: &str) -> Option<String> {
        let word = word.to_lowercase();
        let mut out = String::with_capacity(word.len() * 2);
        let mut rest = word.as_str();
        let mut before: Option<char> = None;
        while let Some(c) = rest.chars().next() {
            let one = &rest[..c.len_utf8()];
            let group = pairs(self.groups).filter(|(g, _)| rest.starts_with(g)).max_by_key(|(g, _)| g.len());
            let after = before.is_some_and(|b| "аеёиоуыэюяъьі".contains(b));
            let first = if before.is_none() { find(self.initial, one) } else { None };
            let (taken, latin) = group
                .or(first.map(|l| (one, l)))
                .or(if after { find(self.after_vowel, one).map(|l| (one, l)) } else { None })
                .or(find(self.letters, one).map(|l| (one, l)))?;
            out.push_str(latin);
            before = taken.chars().last();
            rest = &rest[taken.len()..];
        }
        Some(out)
    }
}

fn pairs(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.split_whitespace().filter_map(|pair| pair.split_once('='))
}

fn find(list: &'static str, key: &str) -> Option<&'static str> {
    pairs(list).find(|(k, _)| *k == key).map(|(_, latin)| latin)
}

#[cfg(test)]
pub(crate) fn check(table: &Table, examples: &[(&str, &str)]) {
    for (original, latin) in examples {
        assert_eq!(table.romanise(original).as_deref(), Some(*latin), "{} {original}", table.name);
        let key = |text: &str| {
            crate::fold::sounds(&crate::fold::plain(text))
                .iter()
                .map(|s| crate::fold::key(s))
                .collect::<Vec<_>>()
        };
        let (a, b) = (key(original), key(latin));
        assert!(a.iter().any(|k| b.contains(k)), "{} {original} {a:?} {b:?}", table.name);
    }
}
