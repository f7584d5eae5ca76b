//! Characters of numbers: Cyrillic letters that look like Latin ones, and signs that readers of print confuse.
//!
//! Never: reads words; a name's letters are the fold's affair.

use crate::tables::icao_9303;

/// The letters of Russian plates, which both scripts share.
const SHARED: &str = "ABEKMHOPCTYX";

/// Upper case, without separators; Cyrillic letters that have a Latin twin become it, others stay.
pub(crate) fn tidy(number: &str) -> String {
    number
        .chars()
        .flat_map(char::to_uppercase)
        .filter(|c| c.is_alphanumeric())
        .map(|c| twin(c).unwrap_or(c))
        .collect()
}

/// The twelve letters of GOST R 50577 plates and the few more that look alike in other states' alphabets.
fn twin(c: char) -> Option<char> {
    Some(match c {
        'А' => 'A',
        'В' => 'B',
        'Е' | 'Ё' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'У' | 'Ү' => 'Y',
        'Х' => 'X',
        'І' => 'I',
        'Ј' => 'J',
        'Ѕ' => 'S',
        _ => return None,
    })
}

/// Cyrillic letters as ICAO 9303 writes their sound; everything else stays.
pub(crate) fn aloud(text: &str) -> String {
    let cyrillic = |c: char| ('\u{400}'..='\u{52f}').contains(&c);
    let read = |c: char| if cyrillic(c) { icao_9303::TABLE.romanise(&c.to_string()) } else { None };
    text.chars().map(|c| read(c).unwrap_or_else(|| c.to_string())).collect()
}

/// One sign for all that are taken for one another: 0 O Q D, 1 I L, 2 Z, 5 S, 8 B, 6 G.
pub(crate) fn class(c: char) -> char {
    match c {
        'O' | 'Q' | 'D' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'B' => '8',
        'G' => '6',
        'З' => '3',
        'Ч' => '4',
        'Б' => '6',
        other => other,
    }
}

/// A digit that a letter was taken for, and the other way round.
pub(crate) fn as_digit(c: char) -> Option<char> {
    let c = if c.is_ascii_digit() { c } else { class(c) };
    c.is_ascii_digit().then_some(c)
}

pub(crate) fn as_letter(c: char) -> Option<char> {
    match c {
        '0' => Some('O'),
        '1' => Some('I'),
        '2' => Some('Z'),
        '5' => Some('S'),
        '8' => Some('B'),
        '6' => Some('G'),
        letter => letter.is_alphabetic().then_some(letter),
    }
}

/// Fits a pattern (`D` a digit, `L` a letter, `R` one of the twelve letters that both scripts share, anything else
/// itself), with confused signs put right. None if the length or a sign does not fit.
pub(crate) fn fit(number: &str, pattern: &str) -> Option<String> {
    // Patterns are plain letters; the cheap test first, it settles most.
    if number.len() < pattern.len() || number.chars().count() != pattern.len() {
        return None;
    }
    number
        .chars()
        .zip(pattern.chars())
        .map(|(c, p)| match p {
            'D' => as_digit(c),
            'L' => as_letter(c),
            'R' => as_letter(c).filter(|l| SHARED.contains(*l)),
            fixed => (fixed == c || class(fixed) == class(c)).then_some(fixed),
        })
        .collect()
}

/// Fits the pattern without a correction.
fn stands(number: &str, pattern: &str) -> bool {
    let mut signs = number.chars();
    let fit = pattern.chars().all(|p| {
        signs.next().is_some_and(|c| match p {
            'D' => c.is_ascii_digit(),
            'L' => c.is_alphabetic(),
            'R' => SHARED.contains(c),
            fixed => c == fixed,
        })
    });
    fit && signs.next().is_none()
}

/// The only reading of a number under the patterns of the state, or of any state if it is not known. A number that
/// fits as it stands is left as it stands.
pub(crate) fn settle<'a>(
    number: &str,
    state: Option<&'a str>,
    patterns: &'a [(&'a str, &'a str)],
) -> Option<String> {
    let used = |known: Option<&'a str>| {
        patterns.iter().filter(move |(s, _)| known.is_none_or(|k| k.eq_ignore_ascii_case(s)))
    };
    if used(state).any(|(_, p)| stands(number, p)) {
        return Some(number.to_string());
    }
    let of = |known: Option<&'a str>| -> Vec<String> {
        let mut all: Vec<String> = used(known).filter_map(|(_, p)| fit(number, p)).collect();
        all.sort();
        all.dedup();
        all
    };
    let mut found = of(state);
    if found.is_empty() && state.is_some() {
        found = of(None);
    }
    if found.iter().any(|f| f == number) {
        return Some(number.to_string());
    }
    if found.len() == 1 { found.pop() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_scripts_and_confused_signs_read_as_one() {
        assert_eq!(tidy("а 123 вс-77"), "A123BC77");
        assert_eq!(fit("A12ЗBC77", "RDDDRRDD").as_deref(), Some("A123BC77"));
        assert_eq!(fit("8O23BC77", "RDDDRRDD").as_deref(), Some("B023BC77"));
        assert_eq!(fit("A123BC7", "RDDDRRDD"), None);
        assert_eq!(fit("W123BC77", "RDDDRRDD"), None);
    }
}
