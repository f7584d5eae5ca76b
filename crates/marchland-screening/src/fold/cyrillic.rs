//! Cyrillic letters of all the languages of the region, letter by letter.
//!
//! Never: knows which language a word is; where languages disagree, kindred sounds fit each other at little cost.

use super::{Sounds, lower};
use crate::sound::*;

const FIRST: u32 = 0x400;
const LETTERS: usize = 0x130;

pub(super) fn has(c: char) -> bool {
    (c as u32).wrapping_sub(FIRST) < LETTERS as u32
}

/// What a letter stands for, capital or small.
#[derive(Clone, Copy)]
enum Read {
    /// One sound or two; none are zero.
    As([u8; 2]),
    /// Belarusian and Tajik write one sound with two letters: д and what follows, alone or behind д.
    D,
    BehindD {
        alone: u8,
        behind: u8,
    },
    /// Belarusian short u stands after a vowel only, the Uzbek letter never does.
    ShortU,
}

const fn read(small: char) -> Read {
    Read::As(match small {
        'а' | 'ә' | 'ӑ' | 'ӓ' => [A, 0],
        'б' => [B, 0],
        'в' => [V, 0],
        'г' | 'ґ' | 'ғ' | 'ѓ' | 'ӷ' => [G, 0],
        'д' => return Read::D,
        'ж' => return Read::BehindD { alone: ZH, behind: DZH },
        'е' | 'э' | 'ӗ' => [E, 0],
        'ё' | 'є' => [I, E],
        'җ' | 'ӂ' | 'ӝ' => [ZH, 0],
        'ҷ' | 'ҹ' | 'џ' | 'ђ' => [DZH, 0],
        'з' => return Read::BehindD { alone: Z, behind: DZ },
        'ѕ' | 'ҙ' => [Z, 0],
        'и' | 'й' | 'і' | 'ї' | 'ј' | 'ӣ' | 'ы' | 'ѝ' => [I, 0],
        'к' | 'қ' | 'ҝ' | 'ќ' | 'ҡ' | 'ӄ' => [K, 0],
        'л' | 'љ' => [L, 0],
        'м' => [M, 0],
        'н' | 'ң' | 'ҥ' | 'њ' | 'ӈ' => [N, 0],
        'о' | 'ө' => [O, 0],
        'п' | 'ҧ' => [P, 0],
        'р' => [R, 0],
        'с' | 'ҫ' => [S, 0],
        'т' | 'ҭ' => [T, 0],
        'у' | 'ү' | 'ұ' | 'ӯ' | 'ӱ' => [U, 0],
        'ў' => return Read::ShortU,
        'ф' | 'ѳ' => [F, 0],
        'х' | 'ҳ' | 'һ' | 'ӽ' => [H, 0],
        'ц' => [TS, 0],
        'ч' | 'ћ' | 'ӵ' | 'ҽ' => [CH, 0],
        'ш' | 'щ' => [SH, 0],
        'ю' => [I, U],
        'я' => [I, A],
        _ => [0, 0],
    })
}

/// By letter, capitals as their small ones: a name of these letters alone needs no other step.
static READ: [Read; LETTERS] = {
    let mut all = [Read::As([0, 0]); LETTERS];
    let mut at = 0;
    while at < LETTERS {
        if let Some(c) = char::from_u32(FIRST + at as u32) {
            all[at] = read(lower(c));
        }
        at += 1;
    }
    all
};

/// False, and nothing is read, if the text has anything but Cyrillic letters.
pub(super) fn plain(text: &str, out: &mut Sounds) -> bool {
    let before = out.len;
    let all = text.chars().try_fold('\0', |before, c| {
        has(c).then(|| {
            put(c, before, out);
            c
        })
    });
    if all.is_none() {
        out.len = before;
    }
    all.is_some()
}

pub(super) fn sounds(letters: &[char], out: &mut Sounds) {
    let mut before = '\0';
    for &c in letters {
        put(c, before, out);
        before = c;
    }
}

fn put(c: char, before: char, out: &mut Sounds) {
    let Some(read) = (c as usize).checked_sub(FIRST as usize).and_then(|at| READ.get(at)) else { return };
    match *read {
        Read::As([one, two]) => {
            if one != 0 {
                out.push(one);
            }
            if two != 0 {
                out.push(two);
            }
        }
        Read::D => out.push(D),
        Read::BehindD { alone, behind } => {
            let two = lower(before) == 'д';
            if two && out.as_slice().last() == Some(&D) {
                out.len -= 1;
            }
            out.push(if two { behind } else { alone });
        }
        Read::ShortU if out.as_slice().last().is_some_and(|s| is_vowel(*s)) => out.push(V),
        Read::ShortU => out.push(O),
    }
}
