//! The Merkle tree of a log: RFC 6962 hashing over node hashes that somebody else stores. spec/log.md, section "Tree".
//!
//! Stored are the hashes of complete subtrees only: `Coord { level, index }` covers leaves `index << level` up to the next.
//! Every question comes twice: which coordinates to fetch (`*_coords`), and the answer from them. So an asynchronous store
//! can fetch first and compute after.
//!
//! Never: stores anything, knows what a leaf means.

use sha2::{Digest, Sha256};

use crate::code::{Code, Refused};
use crate::keys::Hash;

/// Longest proof: one hash per level of a tree of 2^63 leaves.
pub const PROOF_MAX: usize = 63;
/// Largest size of a log.
pub const SIZE_MAX: u64 = 1 << 62;

/// Position of a complete subtree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Coord {
    pub level: u8,
    pub index: u64,
}

/// Gives the stored hash at a coordinate; `None` is an error of the store.
pub type Stored<'a> = &'a dyn Fn(Coord) -> Option<Hash>;

/// RFC 6962 hash of a leaf.
pub fn leaf_hash(entry: &[u8]) -> Hash {
    Hash(Sha256::new().chain_update([0]).chain_update(entry).finalize().into())
}

fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Hash(Sha256::new().chain_update([1]).chain_update(left.0).chain_update(right.0).finalize().into())
}

/// Root of the empty tree.
pub fn empty_root() -> Hash {
    Hash(Sha256::digest([]).into())
}

/// What must be fetched to append to a tree of `size` leaves.
pub fn append_coords(size: u64) -> Vec<Coord> {
    (0..size.trailing_ones() as u8).map(|level| Coord { level, index: (size >> level) - 1 }).collect()
}

/// The nodes to store when a leaf is appended to a tree of `size` leaves: the leaf, and each subtree it completes.
pub fn append(size: u64, leaf: Hash, stored: Stored<'_>) -> Result<Vec<(Coord, Hash)>, Refused> {
    if size >= SIZE_MAX {
        return Err(Refused::new(Code::Oversize, "log"));
    }
    let mut new = vec![(Coord { level: 0, index: size }, leaf)];
    let mut hash = leaf;
    for left in append_coords(size) {
        hash = node_hash(&fetch(left, stored)?, &hash);
        new.push((Coord { level: left.level + 1, index: left.index >> 1 }, hash));
    }
    Ok(new)
}

pub fn root_coords(size: u64) -> Vec<Coord> {
    let mut coords = Vec::new();
    range_coords(0, size, &mut coords);
    coords
}

pub fn root(size: u64, stored: Stored<'_>) -> Result<Hash, Refused> {
    if size == 0 { Ok(empty_root()) } else { range_hash(0, size, stored) }
}

pub fn inclusion_coords(index: u64, size: u64) -> Vec<Coord> {
    coords_of(&inclusion_ranges(index, size))
}

/// Proof that leaf `index` is in the tree of `size` leaves, nearest sibling first.
pub fn inclusion(index: u64, size: u64, stored: Stored<'_>) -> Result<Vec<Hash>, Refused> {
    if index >= size {
        return Err(Refused::new(Code::Inclusion, "leaf beyond the size of the log"));
    }
    inclusion_ranges(index, size).into_iter().map(|(lo, hi)| range_hash(lo, hi, stored)).collect()
}

pub fn consistency_coords(old: u64, new: u64) -> Vec<Coord> {
    coords_of(&consistency_ranges(old, new))
}

/// Proof that the tree of `new` leaves begins with the tree of `old` leaves. Empty for equal sizes and from size 0.
pub fn consistency(old: u64, new: u64, stored: Stored<'_>) -> Result<Vec<Hash>, Refused> {
    if old > new {
        return Err(Refused::new(Code::LogStale, "consistency proof"));
    }
    consistency_ranges(old, new).into_iter().map(|(lo, hi)| range_hash(lo, hi, stored)).collect()
}

/// RFC 9162, section 2.1.3.2.
pub fn verify_inclusion(
    leaf: &Hash,
    index: u64,
    size: u64,
    proof: &[Hash],
    root: &Hash,
) -> Result<(), Refused> {
    let wrong = || Refused::new(Code::Inclusion, "inclusion proof");
    if index >= size || size > SIZE_MAX || proof.len() > PROOF_MAX {
        return Err(wrong());
    }
    let (mut at, mut last, mut hash) = (index, size - 1, *leaf);
    for sibling in proof {
        if last == 0 {
            return Err(wrong());
        }
        if at & 1 == 1 || at == last {
            hash = node_hash(sibling, &hash);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            hash = node_hash(&hash, sibling);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    if last == 0 && hash == *root { Ok(()) } else { Err(wrong()) }
}

/// RFC 9162, section 2.1.4.2.
pub fn verify_consistency(old: (u64, &Hash), new: (u64, &Hash), proof: &[Hash]) -> Result<(), Refused> {
    let wrong = || Refused::new(Code::LogInconsistent, "consistency proof");
    let ((old_size, old_root), (new_size, new_root)) = (old, new);
    if old_size > new_size || new_size > SIZE_MAX || proof.len() > PROOF_MAX {
        return Err(wrong());
    }
    if old_size == 0 || old_size == new_size {
        let same = if old_size == 0 { *old_root == empty_root() } else { old_root == new_root };
        return if same && proof.is_empty() { Ok(()) } else { Err(wrong()) };
    }
    let (mut at, mut last) = (old_size - 1, new_size - 1);
    while at & 1 == 1 {
        (at, last) = (at >> 1, last >> 1);
    }
    let mut path = proof.iter();
    // A complete old tree is itself the first node; otherwise the proof brings it.
    let first = if at == 0 { old_root } else { path.next().ok_or_else(wrong)? };
    let (mut old_hash, mut new_hash) = (*first, *first);
    for node in path {
        if last == 0 {
            return Err(wrong());
        }
        if at & 1 == 1 || at == last {
            old_hash = node_hash(node, &old_hash);
            new_hash = node_hash(node, &new_hash);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            new_hash = node_hash(&new_hash, node);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    if last == 0 && old_hash == *old_root && new_hash == *new_root { Ok(()) } else { Err(wrong()) }
}

/// Largest power of two below `n`, for `n` of at least 2.
fn split(n: u64) -> u64 {
    1 << (63 - (n - 1).leading_zeros())
}

/// RFC 6962, section 2.1.1, as ranges of leaves; nearest sibling first.
fn inclusion_ranges(index: u64, size: u64) -> Vec<(u64, u64)> {
    let (mut lo, mut hi, mut ranges) = (0, size, Vec::new());
    while index < hi && hi - lo > 1 {
        let middle = lo + split(hi - lo);
        if index < middle {
            ranges.push((middle, hi));
            hi = middle;
        } else {
            ranges.push((lo, middle));
            lo = middle;
        }
    }
    ranges.reverse();
    ranges
}

/// RFC 6962, section 2.1.2, as ranges of leaves.
fn consistency_ranges(old: u64, new: u64) -> Vec<(u64, u64)> {
    let mut ranges = Vec::new();
    if old == 0 || old >= new {
        return ranges;
    }
    let (mut lo, mut hi, mut complete) = (0, new, true);
    while old != hi {
        let middle = lo + split(hi - lo);
        if old <= middle {
            ranges.push((middle, hi));
            hi = middle;
        } else {
            ranges.push((lo, middle));
            lo = middle;
            complete = false;
        }
    }
    if !complete {
        ranges.push((lo, hi));
    }
    ranges.reverse();
    ranges
}

/// The complete subtrees of which a range consists, left to right. Ranges of this module begin where theirs may.
fn range_coords(mut lo: u64, hi: u64, into: &mut Vec<Coord>) {
    while lo < hi {
        let level = 63 - (hi - lo).leading_zeros();
        into.push(Coord { level: level as u8, index: lo >> level });
        lo += 1 << level;
    }
}

fn coords_of(ranges: &[(u64, u64)]) -> Vec<Coord> {
    let mut coords = Vec::new();
    ranges.iter().for_each(|(lo, hi)| range_coords(*lo, *hi, &mut coords));
    coords
}

fn range_hash(lo: u64, hi: u64, stored: Stored<'_>) -> Result<Hash, Refused> {
    let mut coords = Vec::new();
    range_coords(lo, hi, &mut coords);
    let mut hashes = coords.into_iter().rev().map(|c| fetch(c, stored));
    let last = hashes.next().unwrap_or_else(|| Ok(empty_root()))?;
    hashes.try_fold(last, |right, left| Ok(node_hash(&left?, &right)))
}

fn fetch(coord: Coord, stored: Stored<'_>) -> Result<Hash, Refused> {
    stored(coord).ok_or_else(|| {
        Refused::new(
            Code::LogInconsistent,
            format!("own log: node {} at level {} is missing", coord.index, coord.level),
        )
    })
}
