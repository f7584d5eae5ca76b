//! The sounds of a word as a script gives them, and what of them is left once spellings are made alike.
//!
//! Never: reads letters; keeps what standards disagree on where it tells nobody apart.

use crate::sound::{CH, CH_ANY, D, DZH, I, J_ANY, S, SH, T, TS, Z, ZH, is_vowel};

/// The sounds of a word while they are put together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sounds {
    of: [u8; 48],
    pub(super) len: usize,
}

impl Sounds {
    pub(super) fn new() -> Sounds {
        Sounds { of: [0; 48], len: 0 }
    }

    pub(super) fn push(&mut self, sound: u8) {
        if self.len < self.of.len() {
            self.of[self.len] = sound;
            self.len += 1;
        }
    }

    pub(super) fn add(&mut self, sounds: &[u8]) {
        sounds.iter().for_each(|s| self.push(*s));
    }

    /// Glides beside a vowel carry no information between standards (ia, ya, a after a soft sign); doubles neither.
    pub(super) fn settle(&self) -> Sounds {
        let open = |s: u8| is_vowel(s) && s != I;
        let mut out = Sounds::new();
        // Silence before the beginning and behind the end; the last is what has been put out.
        let (mut older, mut before, mut last) = (0, 0, 0);
        let mut rest = self.as_slice();
        while let [s, tail @ ..] = rest {
            let (s, next) = (*s, tail.first().copied().unwrap_or(0));
            let first = rest.len() == self.len;
            // In a run of only i one remains: the last, and that of ия before a vowel (Aliya is not Alla).
            let run = before == I && older != 0 && !open(older);
            let glide = s == I && (open(before) || ((is_vowel(next) || next == J_ANY) && !run));
            let heard = match (s, before) {
                // At the beginning the glide tells names apart (Yana, Anna), and Latin writes it in several ways.
                (I, _) if first && open(next) => J_ANY,
                (ZH, D) => DZH,
                // Latin writes ц as it writes тс and тз.
                (S | Z, T) => TS,
                // Рущик, Русчик
                (CH | CH_ANY, S) => SH,
                _ => s,
            };
            // French and Armenian spellings write ch with a t before it, ц is t and s; shch is one sound; so is dzh, before which some
            // write another d.
            let part = match heard {
                T => matches!(next, CH | CH_ANY | S | Z),
                D => next == ZH || next == DZH,
                S => next == CH || next == CH_ANY,
                CH => last == SH,
                _ => false,
            };
            if !(part || heard == last || (glide && heard == I)) {
                out.push(heard);
                last = heard;
            }
            (older, before, rest) = (before, s, tail);
        }
        out
    }

    pub fn as_slice(&self) -> &[u8] {
        &self.of[..self.len]
    }
}
