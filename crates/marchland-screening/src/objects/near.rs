//! Two numbers one mistake apart: found by leaving out one character on both sides, named by what was done.
//!
//! Never: counts two mistakes, compares numbers of fewer than four characters other than as a whole.

use super::Kind;
use super::letters::class;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// Only signs that readers of print confuse (0 and O, 8 and B).
    Lookalike,
    OneMisread,
    OneMissing,
    OneExtra,
    Swapped,
}

const LENGTH_MIN: usize = 4;

/// Keys under which a number is filed and looked for; two numbers one mistake apart share a key. Two others may share
/// one by chance, so whoever finds something compares.
pub(crate) fn keys(kind: Kind, number: &str) -> Vec<u32> {
    let signs: Vec<char> = number.chars().map(class).collect();
    // FNV-1a over the signs that stay, folded to 32 bits: a list of things is long, its keys many times longer.
    let without = |skip: usize| {
        let kept = signs.iter().enumerate().filter(|(i, _)| *i != skip);
        let hash = kept.fold(0xcbf2_9ce4_8422_2325 ^ kind as u64, |h: u64, (_, c)| {
            (h ^ u64::from(*c)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        u32::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or(0)
    };
    let mut keys = vec![without(usize::MAX)];
    if signs.len() >= LENGTH_MIN {
        keys.extend((0..signs.len()).map(without));
    }
    keys
}

/// What makes `theirs` of `listed`, if it is one mistake; None if it is more, or nothing.
pub(crate) fn change(theirs: &str, listed: &str) -> Option<Change> {
    if theirs == listed {
        return None;
    }
    let (a, b): (Vec<char>, Vec<char>) =
        (theirs.chars().map(class).collect(), listed.chars().map(class).collect());
    if a == b {
        return Some(Change::Lookalike);
    }
    if a.len().min(b.len()) < LENGTH_MIN - 1 {
        return None;
    }
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let rest = |v: &[char], skip: usize| v.get(head + skip..).unwrap_or_default().to_vec();
    if a.len() == b.len() {
        if rest(&a, 1) == rest(&b, 1) {
            return Some(Change::OneMisread);
        }
        let swapped = a.get(head) == b.get(head + 1) && a.get(head + 1) == b.get(head);
        return (swapped && rest(&a, 2) == rest(&b, 2)).then_some(Change::Swapped);
    }
    if a.len() + 1 == b.len() {
        return (rest(&a, 0) == rest(&b, 1)).then_some(Change::OneMissing);
    }
    (a.len() == b.len() + 1 && rest(&a, 1) == rest(&b, 0)).then_some(Change::OneExtra)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mistake_is_named_and_two_are_not_near() {
        let listed = "A123BC77";
        assert_eq!(change("A123BC77", listed), None);
        assert_eq!(change("A1238C77", listed), Some(Change::Lookalike));
        assert_eq!(change("A124BC77", listed), Some(Change::OneMisread));
        assert_eq!(change("A13BC77", listed), Some(Change::OneMissing));
        assert_eq!(change("A1233BC77", listed), Some(Change::OneExtra));
        assert_eq!(change("A213BC77", listed), Some(Change::Swapped));
        assert_eq!(change("A124BC78", listed), None);
        assert_eq!(change("12", "13"), None);
    }
}
