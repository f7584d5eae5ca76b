//! Names written apart here and as one word there: double names, and particles glued to a name.
//!
//! Never: joins a patronymic with anything.

use crate::distance::{ERROR, distance};
use crate::fit::{Fit, How, Seen, Their, tolerated};
use crate::look::Look;
use crate::name::{Part, TOKENS_MAX};
use crate::row::Slot;
use crate::sound::{A, B, E, I, L, N, U, Word};

const JOINED_MIN: usize = 6;

/// Names of two words on either side may be one name written apart and as one word.
pub(crate) fn may_join(theirs: &[Their], slots: &[Slot]) -> bool {
    let (theirs, slots) =
        (beside_fathers(theirs.iter().map(|t| t.token.part)), beside_fathers(slots.iter().map(|s| s.part)));
    theirs != slots && theirs + slots > 2
}

pub(crate) fn beside_fathers(parts: impl Iterator<Item = Part>) -> usize {
    parts.filter(|p| *p != Part::Patronymic).count()
}

/// Double names are also written as one word, and one word as two: Abdul Rahman, Abdulrahman.
pub(crate) fn join(
    theirs: &[Their],
    slots: &[Slot],
    of_slot: &mut [Option<(u8, Fit)>; TOKENS_MAX],
    used: &mut u8,
) {
    let free = |used: u8, i: usize| used >> i & 1 == 0 && theirs[i].token.part != Part::Patronymic;
    // Two words have more ways to be near a third: only one error is forgiven.
    let near = |a: Word, b: Word| {
        if a.len() < JOINED_MIN || !Look::of(a).may_be(Look::of(b), ERROR) {
            return None;
        }
        let limit = tolerated(Seen::of(a), Seen::of(b)).min(ERROR);
        let apart = distance(a.stem(), b.stem(), limit);
        (apart <= limit).then_some(Fit { apart, how: How::Spelt })
    };
    // A word that is far from one half of a name may be the whole of it.
    for j in 1..slots.len() {
        let half = match (of_slot[j - 1], of_slot[j]) {
            (Some(half), None) | (None, Some(half)) if slots[j - 1].part == slots[j].part => half,
            _ => continue,
        };
        let (i, far) = half;
        let whole = slots[j - 1].word.joined(slots[j].word);
        if far.apart >= ERROR
            && let Some(fit) = near(theirs[usize::from(i)].token.word, whole)
            && fit.apart < far.apart
        {
            of_slot[j - 1] = Some((i, fit));
            of_slot[j] = Some((i, Fit { apart: 0, how: How::Spelt }));
        }
    }
    for j in 0..slots.len() {
        let one = |j: usize| of_slot[j].is_none() && slots[j].part != Part::Patronymic;
        if !one(j) {
            continue;
        }
        let two = (1..theirs.len()).filter(|i| free(*used, i - 1) && free(*used, *i)).find_map(|i| {
            let fit = near(theirs[i - 1].token.word.joined(theirs[i].token.word), slots[j].word)?;
            Some((i, fit))
        });
        if let Some((i, fit)) = two {
            *used |= 3 << (i - 1);
            of_slot[j] = Some(((i - 1) as u8, fit));
        } else if j + 1 < slots.len() && one(j + 1) && slots[j].part == slots[j + 1].part {
            let whole = slots[j].word.joined(slots[j + 1].word);
            let found = (0..theirs.len())
                .filter(|i| free(*used, *i))
                .find_map(|i| Some((i, near(theirs[i].token.word, whole)?)));
            if let Some((i, fit)) = found {
                *used |= 1 << i;
                of_slot[j] = Some((i as u8, fit));
                of_slot[j + 1] = Some((i as u8, Fit { apart: 0, how: How::Spelt }));
            }
        }
    }
}

/// A particle written as one word with the name, or left away: al-Shami, Alshami, Shami.
pub(crate) const GLUED: u16 = 3;

/// Without a particle at its beginning.
pub(crate) fn without_particle(word: Word) -> Option<Word> {
    let mut s = [0; 3];
    word.sounds().take(3).enumerate().for_each(|(at, sound)| s[at] = sound);
    match s {
        [A, B, U] | [I, B, N] | [B, I | E, N] => Some(word.from(3)),
        [A | E, L, _] => Some(word.from(2)),
        _ => None,
    }
}
