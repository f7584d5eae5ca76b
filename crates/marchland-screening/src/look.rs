//! A first look at two words: how many consonants of each kind they have, without laying them side by side.
//!
//! Never: turns away a word that is near (a test tries all kinds of words).

use crate::distance::ERROR;
use crate::sound::*;

/// What a sound adds to the look of a word: one in the byte of its kind. Consonants that cost less than an error to
/// exchange are one kind. The last byte counts what explains a difference without an error: in its low half the
/// doubtful sounds and those that come and go, in its high half u, which may be a v.
const LOOKS: [u64; 32] = {
    let kinds: [&[u8]; 7] = [&[B, V, P, F], &[G, K], &[D, T], &[Z, ZH, S, CH, SH, DZH], &[L], &[M, N], &[R]];
    let mut looks = [DOUBT; 32];
    let mut k = 0;
    while k < kinds.len() {
        let mut i = 0;
        while i < kinds[k].len() {
            looks[kinds[k][i] as usize] = 1 << (8 * k);
            i += 1;
        }
        k += 1;
    }
    let mut vowel = A;
    while vowel <= U {
        looks[vowel as usize] = 0;
        vowel += 1;
    }
    looks[U as usize] = DOUBT << 4;
    looks[O_FAINT as usize] = 0;
    looks[0] = 0;
    looks
};
const DOUBT: u64 = 1 << 56;

/// How many consonants of each kind a word has, for a first look without laying the words side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Look(u64);

impl Look {
    pub fn of(word: Word) -> Look {
        let mut look = 0;
        for at in 0..SOUNDS_MAX {
            look += LOOKS[((word.0 >> (5 * at)) & 31) as usize];
        }
        // The one sound that some write as ng: where an n stands before a g, five bits are zero.
        const EACH: u64 = 0x0084_2108_4210_8421;
        let apart = (word.0 ^ (EACH * N as u64)) | ((word.0 >> 5) ^ (EACH * G as u64));
        let ng = apart.wrapping_sub(EACH) & !apart & (EACH << 4) != 0;
        Look(look + if ng { DOUBT } else { 0 })
    }

    pub fn bits(self) -> u64 {
        self.0
    }

    /// Nothing was looked at, or nothing there that counts.
    pub fn is_none(self) -> bool {
        self.0 == 0
    }

    /// Of both words together.
    pub fn plus(self, other: Look) -> Look {
        let half = |shift: u32| (((self.0 >> shift) & 15) + ((other.0 >> shift) & 15)).min(15) << shift;
        let kinds = (self.0 & (DOUBT - 1)) + (other.0 & (DOUBT - 1));
        Look(kinds | half(56) | half(60))
    }

    /// With so many consonants more that may be there or not.
    pub fn doubting(self, many: u64) -> Look {
        self.plus(Look(many.min(15) * DOUBT))
    }

    /// The words may be so near: an error changes two consonants at most, a doubtful sound one.
    pub fn may_be(self, other: Look, limit: u16) -> bool {
        const HIGH: u64 = 0x0080_8080_8080_8080;
        let kinds = |look: Look| look.0 & (DOUBT - 1);
        // The difference of each byte, whichever is greater; none is above 127.
        let above = (kinds(self) | HIGH) - kinds(other);
        let less = (!above & HIGH) >> 7;
        let unlike = ((above & !HIGH) ^ (less * 0x7f)) + less;
        let (one, two) = (self.0 >> 56, other.0 >> 56);
        let lips = (unlike & 255).saturating_sub((one >> 4) + (two >> 4));
        // The sum of the other six bytes comes together in the highest.
        let all = lips + ((unlike >> 8).wrapping_mul(0x0101_0101_0101_0101) >> 56);
        all <= 2 * u64::from(limit / ERROR) + (one & 15) + (two & 15)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::distance::distance;

    #[test]
    fn no_look_hides_a_word_that_is_near() {
        // Words of all lengths by a fixed rule, each against each.
        let words: Vec<Word> = (1u64..400)
            .map(|n| {
                let sounds: Vec<u8> =
                    (0..2 + n % 5).map(|at| (1 + (n * (at + 7) * (at + 3) / 5 + n / 3) % 31) as u8).collect();
                Word::of(&sounds)
            })
            .collect();
        let mut near = 0;
        for (a, b) in words.iter().flat_map(|a| words.iter().map(move |b| (*a, *b))) {
            for limit in [2, 5, 9, 11, 15, 19, 25] {
                if distance(a, b, limit) <= limit {
                    near += 1;
                    assert!(Look::of(a).may_be(Look::of(b), limit), "{a:?} {b:?} {limit}");
                }
            }
        }
        assert!(near > 10_000, "{near}");
    }
}
