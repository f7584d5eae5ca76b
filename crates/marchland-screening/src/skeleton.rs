//! The consonants of a word by classes: what keys are made of.
//!
//! Never: tells two words of one skeleton apart (their distance does).

use crate::sound::*;

/// Classes of consonants that standards, tongues and tired typists exchange: the letters of keys. Zero is silence.
const CLASS: [u8; 32] = {
    let mut class = [0u8; 32];
    class[B as usize] = 1;
    class[V as usize] = 2;
    class[G as usize] = 3;
    class[K as usize] = 3;
    class[H as usize] = 3;
    class[X_ANY as usize] = 3;
    class[D as usize] = 4;
    class[T as usize] = 4;
    class[ZH as usize] = 5;
    class[Z as usize] = 5;
    class[S as usize] = 5;
    class[TS as usize] = 5;
    class[CH as usize] = 5;
    class[SH as usize] = 5;
    class[DZH as usize] = 5;
    class[DZ as usize] = 5;
    class[C_ANY as usize] = 5;
    class[CH_ANY as usize] = 5;
    class[L as usize] = 6;
    class[M as usize] = 7;
    class[N as usize] = 8;
    class[P as usize] = 9;
    class[F as usize] = 9;
    class[R as usize] = 10;
    class
};
const HARD: u8 = 3;
const SIBILANT: u8 = 5;
const DENTAL: u8 = 4;
const LABIAL: u8 = 2;
const NASAL: u8 = 8;

/// The consonant classes of a word, four bits each, the first in the lowest bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct Skeleton(pub u64);

impl Skeleton {
    pub fn len(self) -> usize {
        (64 - self.0.leading_zeros() as usize).div_ceil(4)
    }

    /// Without the class at a place.
    pub fn without(self, at: usize) -> Skeleton {
        let low = self.0 & ((1 << (4 * at)) - 1);
        Skeleton(low | (self.0 >> 4 >> (4 * at)) << (4 * at))
    }

    fn push(&mut self, class: u8) {
        let len = self.len();
        let last = if len == 0 { 0 } else { (self.0 >> (4 * (len - 1)) & 15) as u8 };
        if class != 0 && class != last && len < SOUNDS_MAX {
            self.0 |= u64::from(class) << (4 * len);
        }
    }
}

/// Few readings of one word, without allocation.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Skeletons {
    of: [Skeleton; Skeletons::MAX],
    len: usize,
}

impl Skeletons {
    const MAX: usize = 4;

    pub fn iter(&self) -> impl Iterator<Item = Skeleton> + '_ {
        self.of[..self.len].iter().copied()
    }

    fn add(&mut self, skeleton: Skeleton) {
        if self.len < Self::MAX && !self.of[..self.len].contains(&skeleton) {
            self.of[self.len] = skeleton;
            self.len += 1;
        }
    }
}

/// The skeletons a word may have: who wrote it read a doubtful letter in one way throughout. A word without consonants
/// is its vowels.
pub(crate) fn skeletons(word: Word) -> Skeletons {
    let mut all = Skeletons::default();
    let (first, doubts) = skeleton(word, 0);
    all.add(first);
    for choice in (1..8u8).filter(|choice| choice & !doubts == 0) {
        all.add(skeleton(word, choice).0);
    }
    all
}

/// Kinds of doubtful letters, one bit each.
const C_OR_CH: u8 = 1;
const J_OR_NG: u8 = 2;
const CLOSING_U: u8 = 4;

/// One reading, and which kinds of doubtful letters the word has. `choice` has a bit for each kind read otherwise.
fn skeleton(word: Word, choice: u8) -> (Skeleton, u8) {
    let mut out = Skeleton::default();
    let (mut before, mut rest, mut doubts) = (0u8, word.0, 0u8);
    while rest != 0 {
        let (sound, next) = ((rest & 31) as u8, (rest >> 5 & 31) as u8);
        let own = CLASS[sound as usize];
        let (kind, usual, other) = match sound {
            // A closing u after a vowel is the w of Kazakh, the short u of Belarusian, or a vowel.
            U if matches!(before, A | E | O | O_FAINT) && !is_vowel(next) => (CLOSING_U, LABIAL, 0),
            C_ANY | CH_ANY => (C_OR_CH, SIBILANT, HARD),
            DZ => (J_OR_NG, SIBILANT, DENTAL),
            J_ANY => (J_OR_NG, 0, SIBILANT),
            // Both ng and the one sound that some write so.
            G if before == N => (J_OR_NG, NASAL, HARD),
            _ => (0, own, own),
        };
        doubts |= kind;
        out.push(if choice & kind == 0 { usual } else { other });
        before = sound;
        rest >>= 5;
    }
    let found = if out.0 == 0 { Skeleton(word.0 << 8 >> 8 | 15 << 52) } else { out };
    (found, doubts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lose_a_letter_and_doubts_double() {
        let ivanov = skeletons(Word::of(&[I, V, A, N, O, V])).iter().next().unwrap();
        assert_eq!((ivanov.0, ivanov.without(1).0, ivanov.without(2).0), (0x282, 0x22, 0x82));
        assert_eq!(skeletons(Word::of(&[C_ANY, A, R])).iter().count(), 2);
        assert_eq!(skeletons(Word::of(&[D, A, U, L, E, T])).iter().count(), 2);
        assert_eq!(skeletons(Word::of(&[I, V, A, N])).iter().count(), 1);
    }
}
