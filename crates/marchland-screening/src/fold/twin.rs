//! Letters that look alike in the two scripts, foreign letters that look like theirs, and figures that readers of print
//! take letters for.
//!
//! Never: changes a word of one script without figures.

use unicode_normalization::UnicodeNormalization;

use super::{Letters, cyrillic};

/// What the letters of a word tell about its script.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seen {
    among_cyrillic: bool,
    cyrillic: usize,
    latin: usize,
    own_cyrillic: usize,
    own_latin: usize,
    figures: usize,
}

impl Seen {
    /// From the letters as written: В looks Latin, в does not.
    pub fn of(written: &[char], among_cyrillic: bool) -> Seen {
        let mut seen = Seen { among_cyrillic, ..Seen::default() };
        for &c in written {
            if c.is_ascii_digit() {
                seen.figures += 1;
            } else if cyrillic::has(c) {
                seen.cyrillic += 1;
                seen.own_cyrillic += usize::from(!looks_latin(c));
            } else if c.is_alphabetic() {
                seen.latin += 1;
                seen.own_latin += usize::from(!looks_cyrillic(c) && stranger(c).is_none());
            }
        }
        seen
    }
}

pub(super) fn looks_latin(c: char) -> bool {
    matches!(
        c,
        'а' | 'е'
            | 'о'
            | 'р'
            | 'с'
            | 'у'
            | 'х'
            | 'і'
            | 'ј'
            | 'ѕ'
            | 'ё'
            | 'һ'
            | 'А'
            | 'В'
            | 'Е'
            | 'Ѕ'
            | 'І'
            | 'Ј'
            | 'К'
            | 'М'
            | 'Н'
            | 'О'
            | 'Р'
            | 'С'
            | 'Т'
            | 'У'
            | 'Х'
            | 'Ё'
            | 'Ү'
    )
}

/// Greek letters and small capitals that published lists have where a Latin or a Cyrillic letter was meant, as the small
/// Latin letter they look like.
pub(super) fn stranger(c: char) -> Option<char> {
    Some(match c {
        'Α' | 'α' | 'ᴀ' | 'ɑ' => 'a',
        'Β' | 'ʙ' => 'b',
        'ᴄ' | 'ϲ' | 'Ϲ' => 'c',
        'Ε' | 'ε' | 'ᴇ' => 'e',
        'ɡ' | 'ɢ' => 'g',
        'Η' | 'ʜ' => 'h',
        'Ι' | 'ι' | 'ɪ' => 'i',
        'ϳ' | 'Ϳ' => 'j',
        'Κ' | 'κ' | 'ĸ' | 'ᴋ' => 'k',
        'Μ' | 'ᴍ' => 'm',
        'Ν' | 'ɴ' => 'n',
        'Ο' | 'ο' | 'ᴏ' => 'o',
        'Ρ' | 'ρ' | 'ᴘ' => 'p',
        'Τ' | 'τ' | 'ᴛ' => 't',
        'Υ' | 'ʏ' => 'y',
        'Χ' | 'χ' => 'x',
        _ => return None,
    })
}

/// A stress or a diaeresis of the other script does not make it another letter.
fn bare(c: char) -> char {
    if c.is_ascii() { c } else { std::iter::once(c).nfd().next().unwrap_or(c) }
}

fn looks_cyrillic(c: char) -> bool {
    matches!(
        bare(c),
        'a' | 'e'
            | 'o'
            | 'p'
            | 'c'
            | 'y'
            | 'x'
            | 'i'
            | 'j'
            | 's'
            | 'h'
            | 'A'
            | 'B'
            | 'E'
            | 'S'
            | 'I'
            | 'J'
            | 'K'
            | 'M'
            | 'H'
            | 'O'
            | 'P'
            | 'C'
            | 'T'
            | 'Y'
            | 'X'
    )
}

/// A word of both scripts becomes one of the script whose own letters it has; look-alikes alone cannot decide.
pub(super) fn one_script(word: &mut Letters, seen: &Seen) {
    let twins_only = seen.among_cyrillic && seen.cyrillic == 0 && seen.own_latin == 0 && seen.latin > 0;
    let mixed = seen.cyrillic > 0 && seen.latin > 0;
    if seen.figures == 0 && !mixed && !twins_only {
        return;
    }
    let more = seen.own_cyrillic > seen.own_latin || seen.own_latin == 0 && seen.cyrillic >= seen.latin;
    let as_cyrillic = twins_only || seen.cyrillic > 0 && (seen.latin == 0 || more);
    for at in 0..word.len {
        let c = word.of[at];
        word.of[at] = if as_cyrillic {
            figure_as_cyrillic(c).or_else(|| cyrillic_twin(c)).or_else(|| cyrillic_twin(bare(c))).unwrap_or(c)
        } else {
            figure_as_latin(c).or_else(|| latin_twin(c)).unwrap_or(c)
        };
    }
}

fn cyrillic_twin(latin: char) -> Option<char> {
    Some(match latin {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'н',
        'i' => 'і',
        'j' => 'ј',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        's' => 'ѕ',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        'ë' => 'ё',
        'n' => 'п',
        'r' => 'г',
        'u' => 'и',
        _ => return None,
    })
}

fn latin_twin(cyrillic: char) -> Option<char> {
    Some(match cyrillic {
        'а' => 'a',
        'в' => 'b',
        'с' => 'c',
        'е' | 'ё' => 'e',
        'н' => 'h',
        'і' => 'i',
        'ј' => 'j',
        'к' => 'k',
        'м' => 'm',
        'о' => 'o',
        'р' => 'p',
        'ѕ' => 's',
        'т' => 't',
        'х' => 'x',
        'у' => 'y',
        _ => return None,
    })
}

fn figure_as_latin(c: char) -> Option<char> {
    Some(match c {
        '0' => 'o',
        '1' => 'i',
        '2' => 'z',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '6' | '9' => 'g',
        '7' => 't',
        '8' => 'b',
        _ => return None,
    })
}

fn figure_as_cyrillic(c: char) -> Option<char> {
    Some(match c {
        '0' => 'о',
        '1' => 'і',
        '2' | '3' => 'з',
        '4' => 'ч',
        '5' => 'ѕ',
        '6' => 'б',
        '7' => 'т',
        '8' => 'в',
        '9' => 'д',
        _ => return None,
    })
}
