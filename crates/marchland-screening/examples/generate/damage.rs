//! What hands, eyes and machines do to a text: slips of the finger, misread letters, the wrong keyboard, look-alikes.
//!
//! Never: leaves a text unchanged; None where the damage does not apply.

use crate::chance::Chance;

const LATIN_KEYS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const CYRILLIC_KEYS: [&str; 3] = ["йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];

/// One slip in one word of four letters or more: a neighbouring key, two letters exchanged, one lost, one doubled, one too
/// many. The first letter is hit as rarely as fingers hit it.
pub fn typo(text: &str, chance: &mut Chance) -> Option<String> {
    for _ in 0..12 {
        let mut letters: Vec<char> = text.chars().collect();
        let places: Vec<usize> = (0..letters.len()).filter(|at| letters[*at].is_alphabetic()).collect();
        if places.len() < 4 {
            return None;
        }
        let at = places[chance.below(places.len())];
        if at == 0 && !chance.percent(25) {
            continue;
        }
        match chance.below(10) {
            0..=3 => letters[at] = beside(letters[at], chance)?,
            4..=5 if at + 1 < letters.len() && letters[at + 1].is_alphabetic() => {
                let (a, b) = (letters[at], letters[at + 1]);
                (letters[at], letters[at + 1]) = (like(b, a), like(a, b));
            }
            6..=7 => {
                let gone = letters.remove(at);
                if let Some(next) = letters.get_mut(at) {
                    *next = like(*next, gone);
                }
            }
            kind => {
                // A letter added after a capital is a small one, unless the word is in capitals.
                let model = letters.get(at + 1).or(letters.get(at.wrapping_sub(1))).copied().unwrap_or('a');
                let extra = if kind == 8 { letters[at] } else { beside(letters[at], chance)? };
                letters.insert(at + 1, like(extra, model));
            }
        }
        let changed: String = letters.into_iter().collect();
        if changed.to_lowercase() != text.to_lowercase() {
            return Some(changed);
        }
    }
    None
}

/// `letter` in the case of `model`.
fn like(letter: char, model: char) -> char {
    let changed =
        if model.is_uppercase() { letter.to_uppercase().next() } else { letter.to_lowercase().next() };
    changed.unwrap_or(letter)
}

/// A key beside this one; a letter of no keyboard here is taken for any other.
fn beside(letter: char, chance: &mut Chance) -> Option<char> {
    let lower = letter.to_lowercase().next()?;
    let rows = if CYRILLIC_KEYS.iter().any(|r| r.contains(lower)) { CYRILLIC_KEYS } else { LATIN_KEYS };
    for (at, row) in rows.iter().enumerate() {
        let keys: Vec<char> = row.chars().collect();
        let Some(key) = keys.iter().position(|k| *k == lower) else { continue };
        let mut near: Vec<char> = [key.checked_sub(1), Some(key + 1)]
            .into_iter()
            .flatten()
            .filter_map(|k| keys.get(k).copied())
            .collect();
        for other in [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|r| rows.get(r)) {
            near.extend(other.chars().nth(key));
        }
        return Some(like(chance.any(&near), letter));
    }
    let row: Vec<char> =
        if lower > '\u{400}' { CYRILLIC_KEYS[1].chars().collect() } else { LATIN_KEYS[1].chars().collect() };
    Some(like(chance.any(&row), letter))
}

/// Letters a camera takes for others.
pub fn ocr(text: &str, chance: &mut Chance) -> Option<String> {
    const LATIN: &[(&str, &str)] = &[
        ("O", "0"),
        ("I", "1"),
        ("B", "8"),
        ("S", "5"),
        ("Z", "2"),
        ("G", "6"),
        ("D", "O"),
        ("O", "Q"),
        ("U", "V"),
        ("V", "U"),
        ("E", "F"),
        ("C", "G"),
        ("I", "L"),
        ("L", "I"),
        ("M", "N"),
        ("RN", "M"),
        ("M", "RN"),
        ("VV", "W"),
        ("H", "N"),
        ("K", "X"),
        ("Y", "V"),
        ("T", "I"),
    ];
    const CYRILLIC: &[(&str, &str)] = &[
        ("О", "0"),
        ("З", "3"),
        ("В", "8"),
        ("Б", "6"),
        ("Ш", "Щ"),
        ("Щ", "Ш"),
        ("И", "Н"),
        ("Н", "И"),
        ("П", "Л"),
        ("Л", "П"),
        ("Ы", "Ь"),
        ("Ц", "Ч"),
        ("Й", "И"),
        ("Ё", "Е"),
        ("С", "О"),
        ("Г", "Т"),
        ("Е", "Ё"),
        ("Қ", "К"),
        ("Ұ", "Ү"),
        ("Ө", "О"),
        ("І", "1"),
        ("Ғ", "Г"),
    ];
    let upper = text.to_uppercase();
    let table = if upper.chars().any(|c| ('А'..='Я').contains(&c)) { CYRILLIC } else { LATIN };
    let fits: Vec<&(&str, &str)> = table.iter().filter(|(from, _)| upper.contains(from)).collect();
    if fits.is_empty() || text.chars().count() < 4 {
        return None;
    }
    let (from, to) = fits[chance.below(fits.len())];
    let places: Vec<usize> = upper.match_indices(from).map(|(at, _)| at).collect();
    let at = places[chance.below(places.len())];
    Some(format!("{}{to}{}", &upper[..at], &upper[at + from.len()..]))
}

const RUSSIAN_ON_LATIN: (&str, &str) =
    ("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`");
const KAZAKH_ON_LATIN: (&str, &str) = ("әіңғүұқөһ", "234589 0-=");

/// Typed on the keyboard of the other script.
pub fn layout(text: &str) -> Option<String> {
    let cyrillic = text.chars().any(|c| ('\u{400}'..'\u{530}').contains(&c));
    let (from, to) = if cyrillic { RUSSIAN_ON_LATIN } else { (RUSSIAN_ON_LATIN.1, RUSSIAN_ON_LATIN.0) };
    let kazakh: Vec<char> = KAZAKH_ON_LATIN.1.chars().filter(|c| *c != ' ').collect();
    let mut all = true;
    let typed: String = text
        .chars()
        .map(|c| {
            let lower = c.to_lowercase().next().unwrap_or(c);
            let key = from.chars().position(|f| f == lower).and_then(|at| to.chars().nth(at)).or_else(|| {
                let at = KAZAKH_ON_LATIN.0.chars().position(|f| f == lower).filter(|_| cyrillic)?;
                kazakh.get(at).copied()
            });
            match key {
                Some(key) => like(key, c),
                None => {
                    all &= matches!(c, ' ' | '-');
                    c
                }
            }
        })
        .collect();
    (all && typed != text).then_some(typed)
}

/// Latin letters that look like the Cyrillic ones they stand for.
pub fn homoglyphs(text: &str, chance: &mut Chance) -> Option<String> {
    const TWINS: (&str, &str) = ("аеорсухіһАВЕКМНОРСТХІҮ", "aeopcyxihABEKMHOPCTXIY");
    let twin = |c: char| TWINS.0.chars().position(|t| t == c).and_then(|at| TWINS.1.chars().nth(at));
    let all = chance.percent(50);
    let changed: String =
        text.chars().map(|c| twin(c).filter(|_| all || chance.percent(60)).unwrap_or(c)).collect();
    (changed != text).then_some(changed)
}

/// One digit of a full date, so that it stays a date.
pub fn digit(date: &str, chance: &mut Chance) -> Option<String> {
    for _ in 0..40 {
        let mut bytes = date.as_bytes().to_vec();
        let at = chance.any(&[2, 3, 3, 5, 6, 8, 9, 9]);
        bytes[at] = b'0' + u8::try_from(chance.below(10)).unwrap_or(0);
        let changed = String::from_utf8(bytes).ok()?;
        let number = |from: usize, to: usize| changed[from..to].parse::<u16>().unwrap_or(0);
        let right = (1930..=2012).contains(&number(0, 4))
            && (1..=12).contains(&number(5, 7))
            && (1..=28).contains(&number(8, 10));
        if right && changed != date {
            return Some(changed);
        }
    }
    None
}
