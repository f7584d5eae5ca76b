//! How far two words are apart, sound by sound: what standards, tongues and doubtful letters exchange costs little, another letter
//! one error.
//!
//! Never: knows names; decides how far is too far.

use crate::sound::*;

/// Ten units are one error of another letter. Kindred sounds cost less, a doubtful letter nothing or little.
pub(crate) const ERROR: u16 = 10;

const CHANGE: [[u8; 32]; 32] = {
    let mut cost = [[ERROR as u8; 32]; 32];
    let groups: [(&[u8], u8); 21] = [
        (&[A, E, I, O, U], 4),
        (&[A, O], 2),
        (&[E, I], 2),
        (&[A, E], 2),
        (&[O, U], 2),
        (&[E, O], 3),
        (&[G, H, K], 4),
        (&[G, H], 3),
        (&[O, O_FAINT], 1),
        (&[V, B], 6),
        (&[V, F], 5),
        (&[V, U], 3),
        (&[T, D], 5),
        (&[S, Z], 4),
        (&[P, F], 5),
        (&[P, B], 4),
        (&[T, TS], 5),
        (&[SH, CH, TS, S, ZH, DZH, Z], 6),
        (&[ZH, DZH], 2),
        (&[CH, SH, TS], 4),
        (&[M, N], 7),
    ];
    let mut g = 0;
    while g < groups.len() {
        let (group, price) = groups[g];
        let mut i = 0;
        while i < group.len() {
            let mut j = 0;
            while j < group.len() {
                cost[group[i] as usize][group[j] as usize] = price;
                j += 1;
            }
            i += 1;
        }
        g += 1;
    }
    let doubtful: [(u8, &[u8], u8); 9] = [
        (DZ, &[Z, ZH], 1),
        (DZ, &[D, DZH, TS], 3),
        (C_ANY, &[TS, K, DZH, CH, S, SH, CH_ANY, ZH, J_ANY], 1),
        (J_ANY, &[ZH, DZH, I, Z], 1),
        (X_ANY, &[H, S, SH, K, G], 1),
        (CH_ANY, &[CH, H, SH], 1),
        (CH_ANY, &[K, TS, G, DZH, ZH], 4),
        (C_ANY, &[G], 4),
        (J_ANY, &[G, H], 5),
    ];
    let mut d = 0;
    while d < doubtful.len() {
        let (one, may_be, price) = doubtful[d];
        let mut i = 0;
        while i < may_be.len() {
            cost[one as usize][may_be[i] as usize] = price;
            cost[may_be[i] as usize][one as usize] = price;
            i += 1;
        }
        d += 1;
    }
    let mut same = 0;
    while same < 32 {
        cost[same][same] = 0;
        same += 1;
    }
    cost
};

/// A sound that is on one side only.
const GAP: [u8; 32] = {
    let mut gap = [ERROR as u8; 32];
    let mut vowel = A;
    while vowel <= U {
        gap[vowel as usize] = 5;
        vowel += 1;
    }
    gap[I as usize] = 4;
    gap[J_ANY as usize] = 1;
    gap[O_FAINT as usize] = 1;
    gap[H as usize] = 5;
    gap
};

/// For a sound that Latin writes with two letters the sound of the first of them: a slip in the second leaves that
/// (Zharov, Znarov). An m is also read as rn. For the others no sound.
const OPENING: [u8; 32] = {
    let mut opening = [u8::MAX; 32];
    opening[ZH as usize] = Z;
    opening[SH as usize] = S;
    opening[CH as usize] = C_ANY;
    opening[CH_ANY as usize] = C_ANY;
    opening[H as usize] = K;
    opening[M as usize] = R;
    opening
};

/// How far two words are apart, in tenths of an error. Transposed neighbours are one error, and so is a vowel or consonant
/// lost between two like sounds, of which one is heard then (Popov, Poov). Nothing above `limit` is told apart: the answer
/// is then more than `limit`.
pub(crate) fn distance(a: Word, b: Word, limit: u16) -> u16 {
    if a == b {
        return 0;
    }
    // What both begin and end with costs nothing and need not be laid side by side.
    let same = ((a.0 ^ b.0).trailing_zeros() as usize / 5).min(a.len()).min(b.len());
    let lead = if same == 0 { 0 } else { (a.0 >> (5 * (same - 1)) & 31) as u8 };
    let (mut x, mut y) = ([0u8; 16], [0u8; 16]);
    let mut n = unpack(a.from(same), &mut x);
    let mut m = unpack(b.from(same), &mut y);
    while n > 0 && m > 0 && x[n - 1] == y[m - 1] {
        (n, m) = (n - 1, m - 1);
    }
    // A sound more costs four at least, but for two at most that are hardly heard.
    if n.abs_diff(m) > usize::from(limit) / 4 + 2 {
        return limit + 1;
    }
    // Rows of sixteen: an index of four bits needs no check. No sum is above 240.
    // What stands before the first row costs too much to begin with.
    let (mut older, mut last, mut now) = ([200u8; 16], [0u8; 16], [0u8; 16]);
    let (mut gaps, mut echoes, mut openings) = ([0u8; 16], [false; 16], [0u8; 16]);
    for j in 1..=m {
        openings[j & 15] = OPENING[y[(j - 1) & 15] as usize & 31];
        gaps[j & 15] = gap(y[(j - 1) & 15], before(&y, j, lead));
        echoes[j & 15] = echo(&y, j, lead);
        last[j & 15] = last[(j - 1) & 15] + gaps[j & 15];
        if echoes[j & 15] {
            last[j & 15] = last[j & 15].min(last[(j - 2) & 15] + ERROR as u8);
        }
    }
    let limit = u8::try_from(limit).unwrap_or(u8::MAX);
    for i in 1..=n {
        let (from, previous) = (x[(i - 1) & 15], before(&x, i, lead));
        let own = gap(from, previous);
        let (own_echo, opening) = (echo(&x, i, lead), OPENING[from as usize & 31]);
        let change = &CHANGE[from as usize & 31];
        let (mut diagonal, mut left, mut to_before) = (last[0], last[0] + own, 0);
        if own_echo {
            left = left.min(older[0] + ERROR as u8);
        }
        now[0] = left;
        let mut least = left;
        for j in 1..=m {
            let (to, above) = (y[(j - 1) & 15], last[j & 15]);
            left = (diagonal + change[to as usize & 31]).min(above + own).min(left + gaps[j & 15]);
            // One error instead of what two sounds cost.
            let mut instead = |from: u8| left = left.min(from + ERROR as u8);
            if from == to_before && previous == to {
                instead(older[(j - 2) & 15]);
            }
            if own_echo {
                instead(older[j & 15]);
            }
            if echoes[j & 15] {
                instead(now[(j - 2) & 15]);
            }
            if openings[j & 15] == previous && (to != M || from == N) {
                instead(older[(j - 1) & 15]);
            }
            if opening == to_before && (from != M || to == N) {
                instead(last[(j - 2) & 15]);
            }
            now[j & 15] = left;
            least = least.min(left);
            (diagonal, to_before) = (above, to);
        }
        if least > limit {
            return u16::from(limit) + 1;
        }
        (older, last, now) = (last, now, older);
    }
    u16::from(last[m & 15])
}

/// The sound in front of the n-th; in front of the first is what both words begin with, or silence.
fn before(sounds: &[u8; 16], n: usize, lead: u8) -> u8 {
    if n > 1 { sounds[(n - 2) & 15] } else { lead }
}

/// The n-th sound stands also before the last: without what is between them one of the two is heard.
fn echo(sounds: &[u8; 16], n: usize, lead: u8) -> bool {
    let own = sounds[(n - 1) & 15];
    n > 1 && own == before(sounds, n - 1, lead) && is_vowel(own) != is_vowel(before(sounds, n, lead))
}

fn gap(sound: u8, before: u8) -> u8 {
    match (sound, before) {
        // The first letter is lost least often.
        (A..=U, 0) => 7,
        // The one sound that some write as ng.
        (G, N) => 2,
        _ => GAP[sound as usize & 31],
    }
}

fn unpack(word: Word, into: &mut [u8; 16]) -> usize {
    for (at, sound) in into.iter_mut().enumerate().take(SOUNDS_MAX) {
        *sound = ((word.0 >> (5 * at)) & 31) as u8;
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_cost_what_they_mean() {
        let (ivanov, ivnaov) = (Word::of(&[I, V, A, N, O, V]), Word::of(&[I, V, N, A, O, V]));
        assert_eq!(distance(ivanov, ivnaov, 20), ERROR);
        assert_eq!(distance(Word::of(&[X_ANY, A, N]), Word::of(&[H, A, N]), 20), 1);
        assert!(distance(ivanov, Word::of(&[S, I, D, O, R, O, V]), 20) > 20);
        let popov = Word::of(&[P, O, P, O, V]);
        assert_eq!(distance(popov, Word::of(&[P, O, V]), 20), ERROR);
        assert_eq!(distance(Word::of(&[M, I, T, O, V]), Word::of(&[M, A, M, I, T, O, V]), 20), ERROR);
        let (zharov, znarov) = (Word::of(&[ZH, A, R, O, V]), Word::of(&[Z, N, A, R, O, V]));
        assert_eq!((distance(zharov, znarov, 20), distance(znarov, zharov, 20)), (ERROR, ERROR));
        let (milana, rnilana) = (Word::of(&[M, I, L, A, N, A]), Word::of(&[R, N, I, L, A, N, A]));
        assert_eq!((distance(milana, rnilana, 20), distance(rnilana, milana, 20)), (ERROR, ERROR));
    }
}
