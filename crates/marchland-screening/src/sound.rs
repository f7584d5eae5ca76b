//! The sounds of a word in five bits each, packed into one number.
//! Letters on which standards disagree (c, j, x, ch) are sounds of their own: they fit what they may stand for.
//!
//! Never: reads text (the fold does); compares words; knows names or weights.

/// Sounds. Zero ends a word.
pub(crate) const A: u8 = 1;
pub(crate) const E: u8 = 2;
pub(crate) const I: u8 = 3;
pub(crate) const O: u8 = 4;
pub(crate) const U: u8 = 5;
pub(crate) const B: u8 = 6;
pub(crate) const V: u8 = 7;
pub(crate) const G: u8 = 8;
pub(crate) const D: u8 = 9;
pub(crate) const ZH: u8 = 10;
pub(crate) const Z: u8 = 11;
pub(crate) const K: u8 = 12;
pub(crate) const L: u8 = 13;
pub(crate) const M: u8 = 14;
pub(crate) const N: u8 = 15;
pub(crate) const P: u8 = 16;
pub(crate) const R: u8 = 17;
pub(crate) const S: u8 = 18;
pub(crate) const T: u8 = 19;
pub(crate) const F: u8 = 20;
pub(crate) const H: u8 = 21;
pub(crate) const TS: u8 = 22;
pub(crate) const CH: u8 = 23;
pub(crate) const SH: u8 = 24;
pub(crate) const DZH: u8 = 25;
/// Latin c alone: ts, k, ch, dzh or s.
pub(crate) const C_ANY: u8 = 26;
/// Latin j: the glide of й, zh or dzh.
pub(crate) const J_ANY: u8 = 27;
/// Latin x: kh, sh or ks.
pub(crate) const X_ANY: u8 = 28;
/// Latin ch: ch or, in Belarus and further west, kh.
pub(crate) const CH_ANY: u8 = 29;

/// Belarusian and Mongolian dz: the neighbours' d or z.
pub(crate) const DZ: u8 = 31;
/// The o of a French or Belarusian ou: u, or o with a short u behind it.
pub(crate) const O_FAINT: u8 = 30;

pub(crate) const SOUNDS_MAX: usize = 12;
/// Less than this is left of no family name that loses its ending.
const BARE_MIN: usize = 3;

/// What may stand at the end of a family name, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Ending {
    #[default]
    None,
    Ov,
    Li,
    /// Zade, uly, kyzy, oglu.
    Zade,
}

/// Up to twelve sounds, the first in the lowest bits. Longer words are cut: what follows tells nobody apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct Word(pub u64);

impl Word {
    pub fn of(sounds: &[u8]) -> Word {
        let packed = sounds.iter().take(SOUNDS_MAX).enumerate();
        Word(packed.fold(0, |word, (at, sound)| word | u64::from(*sound) << (5 * at)))
    }

    /// What is left of a name of which only the first letter was written; я, ю, ё and ye begin with a glide.
    pub fn is_initial(self) -> bool {
        self.len() == 1 || self.len() == 2 && self.first() == J_ANY
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn len(self) -> usize {
        (64 - self.0.leading_zeros() as usize).div_ceil(5)
    }

    /// This and the other as one word. Of two like sounds at the seam one is heard, and a glide is not.
    pub fn joined(self, other: Word) -> Word {
        let first = other.first();
        let other = if first == self.last_two().0 || first == J_ANY { other.from(1) } else { other };
        Word((self.0 | other.0.unbounded_shl(5 * self.len() as u32)) & ((1 << (5 * SOUNDS_MAX)) - 1))
    }

    /// With one sound for another wherever it stands.
    pub fn with(self, sound: u8, other: u8) -> Word {
        let all = self.sounds().map(|s| if s == sound { other } else { s });
        Word((0..).zip(all).fold(0, |word, (at, s)| word | u64::from(s) << (5 * at)))
    }

    /// Where a Latin j stands beside a vowel it may be й, which other spellings leave out.
    pub fn without_glides(self) -> Word {
        if !self.sounds().any(|s| s == J_ANY) {
            return self;
        }
        let mut out = [0u8; SOUNDS_MAX];
        let mut len = 0;
        let all = self.sounds().zip(self.sounds().skip(1).chain([0]));
        for (sound, next) in all {
            let last = if len == 0 { 0 } else { out[len - 1] };
            if sound != last && !(sound == J_ANY && (is_vowel(next) || is_vowel(last))) {
                out[len] = sound;
                len += 1;
            }
        }
        Word::of(&out[..len])
    }

    /// Without so many sounds at the beginning.
    pub fn from(self, at: usize) -> Word {
        Word(self.0 >> (5 * at))
    }

    /// The last sounds, the very last in the lowest bits.
    fn last_two(self) -> (u8, u8) {
        let len = self.len();
        let at = |n: usize| if len >= n { (self.0 >> (5 * (len - n)) & 31) as u8 } else { 0 };
        (at(1), at(2))
    }

    /// Sounds of a stem that many surnames share and that therefore tell nobody apart: -ov, -in, -an, -enk, -sk, -uk, -dz.
    pub fn common_ending(self) -> usize {
        match self.last_two() {
            (V, O | E | A) | (N, I | A) | (K, N | S | U | I) | (Z, I) => 2,
            _ => 0,
        }
    }

    pub fn first(self) -> u8 {
        (self.0 & 31) as u8
    }

    /// The sounds in order.
    pub fn sounds(self) -> impl Iterator<Item = u8> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let sound = (rest & 31) as u8;
            rest >>= 5;
            (sound != 0).then_some(sound)
        })
    }

    /// Without what says only that a family name is formed from another name: uly, kyzy, oglu, zade (Omaruly, Omarkyzy, Omar
    /// uulu, Omarzoda).
    pub fn childless(self) -> Word {
        let len = self.len();
        let at = |n: usize| if len > n { (self.0 >> (5 * (len - 1 - n)) & 31) as u8 } else { 0 };
        if !matches!(at(0), I | U | Z | A | E | H) {
            return self;
        }
        let ending = match [at(0), at(1), at(2), at(3), at(4)] {
            [H, A | E, D, A | O, Z] => 5,
            [I | U, L, G, O | U, _] | [I, Z, I, K | G, _] | [A | E, D, A | O, Z, _] => 4,
            [I | U, L, U, ..] | [Z, I, K | G, ..] => 3,
            _ => return self,
        };
        if len < ending + 3 { self } else { Word(self.0 & ((1 << (5 * (len - ending))) - 1)) }
    }

    /// Without what tells in surnames the gender only: the vowels at the end, uly and kyzy. Short words stay whole.
    pub fn stem(self) -> Word {
        self.childless().voweless()
    }

    /// The ending of a family name that some papers of a person have and others do not: Sabyrov and Sabyr; Jafarov, Jafarli,
    /// Jafarzade. `whole` is the word without zade, uly and their like.
    pub fn ending(self, whole: Word) -> Ending {
        if whole != self {
            return Ending::Zade;
        }
        match self.last_two() {
            (V, O | E | A) => Ending::Ov,
            (A..=U, V) if matches!(self.voweless().last_two(), (V, O | E | A)) => Ending::Ov,
            (A..=U, L) => Ending::Li,
            _ => Ending::None,
        }
    }

    /// What a family name may be without its ending. Nurali is a whole name or Nur with one.
    pub fn bare(self, ending: Ending) -> [Word; 2] {
        let stem = self.stem();
        let without = |many: usize| match stem.len() - many {
            len if len < BARE_MIN => stem,
            len => Word(stem.0 & ((1 << (5 * len)) - 1)).voweless(),
        };
        match ending {
            Ending::None | Ending::Zade => [stem; 2],
            Ending::Ov => [without(2); 2],
            Ending::Li => [stem, without(1)],
        }
    }

    /// One is the other with the Mongolian ending of whose child somebody is: Batmönkhiin, Batmönkh.
    pub fn is_child_of(self, other: Word) -> bool {
        let (long, short) = if self.len() > other.len() { (self, other) } else { (other, self) };
        long.len() == short.len() + 2 && long.last_two() == (N, I) && short.begins(long)
    }

    pub fn voweless(self) -> Word {
        let mut len = self.len();
        while len > 2 && is_vowel((self.0 >> (5 * (len - 1)) & 31) as u8) {
            len -= 1;
        }
        if len < 3 { self } else { Word(self.0 & ((1 << (5 * len)) - 1)) }
    }

    /// The other begins with all of this.
    pub fn begins(self, other: Word) -> bool {
        let mask = (1u64 << (5 * self.len())) - 1;
        other.0 & mask == self.0
    }
}

pub(crate) fn is_vowel(sound: u8) -> bool {
    matches!(sound, A..=U | O_FAINT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_sounds() {
        let sounds = [I, V, A, N, O, V, A];
        let word = Word::of(&sounds);
        assert_eq!(word.sounds().collect::<Vec<_>>(), sounds);
        assert_eq!((word.len(), word.stem()), (7, Word::of(&sounds[..6])));
        assert!(Word::of(&sounds[..3]).begins(word) && !Word::of(&[V]).begins(word));
    }
}
