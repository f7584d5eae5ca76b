//! A name as tokens: what each word sounds like and which part of the name it is, as far as that can be told.
//!
//! Never: compares two names, knows the list.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::alert::Spelling;
use crate::{chinese, fold, given, keyboard, patronymic};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    Family,
    Given,
    Patronymic,
    Any,
}

/// One reading of one word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub sounds: String,
    pub key: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub word: String,
    pub part: Part,
    pub readings: Vec<Reading>,
    /// The last word of a line that a machine-readable zone may have cut.
    pub cut: bool,
}

const PARTICLES: &str = " bin ibn ben bint binti al el ul von van der den de da di la le ter st abu umm ";
/// Names of more words are cut: nobody's document has them, and work must have an end.
const TOKENS_MAX: usize = 8;

struct Word {
    plain: String,
    raw: String,
    part: Part,
}

/// The words of all fields. `foreign_keys` reads the keys of the other keyboard layout instead.
pub fn tokens(name: &Spelling, cut: bool, foreign_keys: bool) -> Vec<Token> {
    let mut words = Vec::new();
    let typed = |text: &str| if foreign_keys { keyboard::other_layout(text) } else { text.to_string() };
    for (field, part) in
        [(&name.family, Part::Family), (&name.given, Part::Given), (&name.patronymic, Part::Patronymic)]
    {
        if let Some(text) = field {
            split(&typed(text), part, &mut words);
        }
    }
    if words.is_empty()
        && let Some(full) = &name.full
    {
        match typed(full).split_once(',') {
            Some((family, rest)) if !foreign_keys => {
                split(family, Part::Family, &mut words);
                split(rest, Part::Any, &mut words);
            }
            _ => split(&typed(full), Part::Any, &mut words),
        }
    }
    let several = words.len() > 1;
    words.retain(|w| !(several && PARTICLES.contains(&format!(" {} ", w.plain))));
    words.truncate(TOKENS_MAX);
    mark_patronymics(&mut words);
    chinese::join_syllables(
        &mut words,
        |w| (&w.plain, w.part),
        |a, b| {
            a.plain.push_str(&b.plain);
            a.raw.push_str(&b.raw);
        },
    );
    let last = words.iter().rposition(|w| w.part != Part::Patronymic);
    let token = |(i, w): (usize, Word)| Token {
        readings: readings(&w, &words_are_chinese(name)),
        cut: cut && Some(i) == last,
        word: w.raw,
        part: w.part,
    };
    let mut out: Vec<Token> =
        words.into_iter().enumerate().map(token).filter(|t| !t.readings.is_empty()).collect();
    // One word twice (a family name also printed in the full name) is one word.
    out.dedup_by(|a, b| a.part == b.part && a.readings == b.readings);
    out
}

/// The spellings that are one given name with this one, by its sounds; empty if none is known.
pub fn variants(sounds: &str) -> &'static [Reading] {
    let table = groups();
    table.of.get(sounds).map_or(&[], |g| table.members[*g].as_slice())
}

/// Two sound sequences are spellings of one given name.
pub fn same_given(a: &str, b: &str) -> bool {
    let of = &groups().of;
    matches!((of.get(a), of.get(b)), (Some(x), Some(y)) if x == y)
}

/// Both are given names we know, and not one name.
pub fn different_given(a: &str, b: &str) -> bool {
    let of = &groups().of;
    matches!((of.get(a), of.get(b)), (Some(x), Some(y)) if x != y)
}

struct Groups {
    of: HashMap<String, usize>,
    members: Vec<Vec<Reading>>,
}

fn groups() -> &'static Groups {
    static TABLE: OnceLock<Groups> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Groups { of: HashMap::new(), members: Vec::new() };
        for line in given::VARIANTS.lines() {
            let mut members: Vec<Reading> = Vec::new();
            for sounds in line.split_whitespace().filter_map(|w| fold::sounds(w).into_iter().next()) {
                // The first line that claims a sound sequence keeps it.
                if table.of.contains_key(&sounds) && !members.iter().any(|m| m.sounds == sounds) {
                    continue;
                }
                table.of.insert(sounds.clone(), table.members.len());
                if !members.iter().any(|m| m.sounds == sounds) {
                    members.push(Reading { key: fold::key(&sounds), sounds });
                }
            }
            table.members.push(members);
        }
        table
    })
}

fn split(text: &str, part: Part, words: &mut Vec<Word>) {
    for raw in
        text.split(|c: char| c.is_whitespace() || "-‐‑–<.,;/()\"".contains(c)).filter(|w| !w.is_empty())
    {
        let plain = fold::plain(raw);
        if !plain.is_empty() {
            words.push(Word { plain, raw: raw.to_string(), part });
        }
    }
}

/// Finds the patronymics by their endings, takes the endings off, and puts right what was tagged wrongly.
fn mark_patronymics(words: &mut Vec<Word>) {
    // "Abish uly", "Mammad oglu": the ending stands alone and belongs to the word before it.
    while let Some(i) = (1..words.len()).find(|i| patronymic::is_ending(&words[*i].plain)) {
        words.remove(i);
        words[i - 1].part = Part::Patronymic;
    }
    let tagged_plain = |w: &Word| w.part == Part::Patronymic && patronymic::root(&w.plain).is_none();
    let wrongly_tagged = words.iter().any(tagged_plain);
    let few = words.len() < 3;
    for i in 0..words.len() {
        let part = words[i].part;
        let Some(root) = patronymic::root(&words[i].plain).map(str::to_string) else { continue };
        // Abramovich may be a family name: only a third word or a plainly wrong tag makes it a father's name.
        let doubtful = matches!(part, Part::Family) || (part == Part::Any && few);
        if part == Part::Patronymic || !doubtful || (wrongly_tagged && part == Part::Family) {
            if wrongly_tagged && part != Part::Patronymic {
                for w in words.iter_mut().filter(|w| tagged_plain(w)) {
                    w.part = part;
                }
            }
            words[i].plain = root;
            words[i].part = Part::Patronymic;
        }
    }
}

fn words_are_chinese(name: &Spelling) -> impl Fn(&str) -> Option<String> {
    let all = [&name.family, &name.given, &name.full];
    let chinese = name.patronymic.is_none()
        && all.into_iter().flatten().flat_map(|t| t.split([' ', '-', '<', ','])).all(|w| {
            let plain = fold::plain(w);
            plain.is_empty() || chinese::as_pinyin(&plain).is_some() || chinese::is_pinyin(&plain)
        });
    move |plain: &str| if chinese { chinese::as_pinyin(plain) } else { None }
}

fn readings(word: &Word, pinyin: &impl Fn(&str) -> Option<String>) -> Vec<Reading> {
    let mut sounds = fold::sounds(&word.plain);
    if let Some(other) = pinyin(&word.plain) {
        sounds.extend(fold::sounds(&other));
    }
    let mut out: Vec<Reading> = Vec::with_capacity(sounds.len());
    for sounds in sounds {
        if !out.iter().any(|r| r.sounds == sounds) {
            out.push(Reading { key: fold::key(&sounds), sounds });
        }
    }
    out
}
