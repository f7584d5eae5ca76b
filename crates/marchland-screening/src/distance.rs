//! How far two sound sequences are apart, in typing errors: vowels change cheaply, kindred consonants at half price.
//!
//! Never: knows lists, weights or which part of a name it looks at.

use crate::fold::is_vowel;

const LEN_MAX: usize = 32;

/// Half-unit steps: an error of another letter counts 1.
pub fn distance(a: &str, b: &str) -> f64 {
    if a == b {
        return 0.0;
    }
    let (a, b) = (&a.as_bytes()[..a.len().min(LEN_MAX)], &b.as_bytes()[..b.len().min(LEN_MAX)]);
    let mut rows = [[0.0f32; LEN_MAX + 1]; 3];
    for j in 1..=b.len() {
        rows[0][j] = rows[0][j - 1] + gap(b, j - 1);
    }
    for i in 1..=a.len() {
        let (now, last, before) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        rows[now][0] = rows[last][0] + gap(a, i - 1);
        for j in 1..=b.len() {
            let (x, y) = (a[i - 1], b[j - 1]);
            let mut best = rows[last][j - 1] + change(x, y);
            best = best.min(rows[last][j] + gap(a, i - 1)).min(rows[now][j - 1] + gap(b, j - 1));
            if i > 1 && j > 1 && x == b[j - 2] && a[i - 2] == y {
                best = best.min(rows[before][j - 2] + 1.0);
            }
            rows[now][j] = best;
        }
    }
    f64::from(rows[a.len() % 3][b.len()])
}

/// What still counts as one name misspelt: about one error in four letters, two or so in all.
pub fn tolerated(a: &str, b: &str) -> f64 {
    match a.len().max(b.len()) {
        0..=2 => 0.4,
        3 => 0.6,
        4 => 1.0,
        5 => 1.4,
        6..=8 => 2.0,
        _ => 2.5,
    }
}

/// The first letter is misspelt least often, so a difference there says more.
fn gap(word: &[u8], at: usize) -> f32 {
    match word[at] {
        b if is_vowel(b) && at > 0 => 0.5,
        b'h' if at > 0 => 0.5,
        _ => 1.0,
    }
}

fn change(x: u8, y: u8) -> f32 {
    const KIN: [&[u8]; 12] =
        [b"gh", b"hk", b"gk", b"vb", b"vf", b"sz", b"Ts", b"CT", b"SC", b"Ss", b"Jz", b"dt"];
    if x == y {
        0.0
    } else if is_vowel(x) && is_vowel(y) {
        0.4
    } else if KIN.iter().any(|pair| pair.contains(&x) && pair.contains(&y)) {
        0.5
    } else {
        1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_cost_what_they_mean() {
        assert_eq!(distance("ivanov", "ivanov"), 0.0);
        assert_eq!(distance("ivanov", "ivnaov"), 1.0);
        assert_eq!(distance("mamadov", "mamedov"), f64::from(0.4f32));
        assert!(distance("petrov", "sidorov") > tolerated("petrov", "sidorov"));
        assert_eq!(distance("abc", "acb"), distance("acb", "abc"));
    }
}
