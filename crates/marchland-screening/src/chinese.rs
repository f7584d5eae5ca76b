//! Chinese names: pinyin syllables and the Palladius syllables of Russian documents, table in `tables/palladius.rs`.
//!
//! Never: reads characters (travel documents carry the Latin spelling), splits what is not wholly syllables.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use crate::fold;
use crate::name::Part;
use crate::tables::palladius;

struct Syllables {
    pinyin: HashSet<&'static str>,
    by_palladius: HashMap<String, &'static str>,
}

fn table() -> &'static Syllables {
    static TABLE: OnceLock<Syllables> = OnceLock::new();
    TABLE.get_or_init(|| {
        let pairs =
            palladius::SYLLABLES.lines().flat_map(str::split_whitespace).filter_map(|p| p.split_once('='));
        let (mut pinyin, mut by_palladius) = (HashSet::new(), HashMap::new());
        for (latin, cyrillic) in pairs {
            pinyin.insert(latin);
            by_palladius.entry(fold::plain(cyrillic)).or_insert(latin);
        }
        Syllables { pinyin, by_palladius }
    })
}

pub(crate) fn is_pinyin(plain: &str) -> bool {
    plain == "u" || segment(plain, |s| table().pinyin.contains(s).then_some("")).is_some()
}

/// The pinyin of a word that is wholly Palladius syllables, in Cyrillic or romanised.
pub(crate) fn as_pinyin(plain: &str) -> Option<String> {
    segment(plain, |s| table().by_palladius.get(s).copied())
}

/// Longest syllable first, going back where that leads nowhere. Three syllables at most.
fn segment(text: &str, read: impl Fn(&str) -> Option<&'static str> + Copy) -> Option<String> {
    fn from(text: &str, left: usize, read: impl Fn(&str) -> Option<&'static str> + Copy) -> Option<String> {
        if text.is_empty() {
            return Some(String::new());
        }
        if left == 0 {
            return None;
        }
        (1..=text.len().min(8)).rev().filter(|n| text.is_char_boundary(*n)).find_map(|n| {
            let head = read(&text[..n])?;
            from(&text[n..], left - 1, read).map(|tail| format!("{head}{tail}"))
        })
    }
    if text.is_empty() || text.len() > 20 { None } else { from(text, 3, read) }
}

/// "Xiao Ming" and "Xiao-Ming" are one given name: neighbouring syllables of one given field become one word.
pub(crate) fn join_syllables<W>(
    words: &mut Vec<W>,
    look: impl Fn(&W) -> (&String, Part),
    join: impl Fn(&mut W, &W),
) {
    let one = |w: &W| {
        let (plain, part) = look(w);
        part == Part::Given && plain.len() <= 6 && (is_pinyin(plain) || as_pinyin(plain).is_some())
    };
    let mut i = 1;
    while i < words.len() {
        if one(&words[i - 1]) && one(&words[i]) {
            let next = words.remove(i);
            join(&mut words[i - 1], &next);
        } else {
            i += 1;
        }
    }
}
