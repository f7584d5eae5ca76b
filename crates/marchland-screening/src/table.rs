//! Lists of rows under hashed keys, in two flat arrays. Rows of one key stand in ascending order.
//!
//! Never: keeps the keys themselves. Different keys may share a list; whoever reads it looks at what it finds.

use std::ops::Range;

/// A key's hash and a row, packed so that they sort by the hash.
pub(crate) type Entry = u64;

pub(crate) fn entry(hash: u32, row: u32) -> Entry {
    u64::from(hash) << 32 | u64::from(row)
}

/// While row numbers need no more bits than these, the others hold the low bits of the hash: a list then has hardly
/// any row of another key.
const ROW_BITS: u32 = 24;
const ROW: u32 = (1 << ROW_BITS) - 1;

#[derive(Debug, Default)]
pub(crate) struct Table {
    /// Where each bucket begins; one more than there are buckets.
    directory: Vec<u32>,
    shift: u32,
    printed: bool,
    rows: Vec<u32>,
}

/// The rows under one key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct List<'a> {
    entries: &'a [u32],
    print: u32,
    printed: bool,
}

impl Table {
    /// Parts follow each other in the order of their rows. With two workers each places half of the buckets. A bucket
    /// holds so many entries on average: few for what every check asks, more where memory counts.
    pub fn build(parts: &[Vec<Entry>], rows: usize, workers: usize, density: usize) -> Table {
        let count: usize = parts.iter().map(Vec::len).sum();
        let bits = (count / density).max(2).ilog2();
        let shift = 32 - bits;
        let printed = rows <= ROW as usize;
        let mut directory = vec![0u32; (1 << bits) + 1];
        for entry in parts.iter().flatten() {
            directory[bucket(*entry, shift) + 1] += 1;
        }
        for at in 1..directory.len() {
            directory[at] += directory[at - 1];
        }
        let mut rows = vec![0u32; count];
        let buckets = 1usize << bits;
        let middle = if workers > 1 { buckets / 2 } else { buckets };
        let (low, high) = rows.split_at_mut(directory[middle] as usize);
        // The lists do not depend on how many workers place them.
        std::thread::scope(|scope| {
            let place = Place { parts, shift, printed, directory: &directory };
            if middle < buckets {
                scope.spawn(move || place.entries(middle..buckets, high));
            }
            place.entries(0..middle, low);
        });
        Table { directory, shift, printed, rows }
    }

    pub fn get(&self, hash: u32) -> List<'_> {
        let bucket = (hash >> self.shift) as usize;
        let entries = match self.directory.get(bucket..bucket + 2) {
            Some([from, to]) => &self.rows[*from as usize..*to as usize],
            _ => &[],
        };
        List { entries, print: hash << ROW_BITS, printed: self.printed }
    }

    /// Asks for the lists of all these keys at once, so that none need be waited for in turn.
    pub fn fetch(&self, keys: &[u32]) {
        let begin = |key: &u32| self.directory.get((key >> self.shift) as usize).copied().unwrap_or(0);
        std::hint::black_box(keys.iter().fold(0, |sum, key| sum ^ begin(key)));
        let first = |key: &u32| self.rows.get(begin(key) as usize).copied().unwrap_or(0);
        std::hint::black_box(keys.iter().fold(0, |sum, key| sum ^ first(key)));
    }

    pub fn bytes(&self) -> usize {
        4 * (self.directory.len() + self.rows.len())
    }
}

impl<'a> List<'a> {
    pub fn iter(self) -> impl Iterator<Item = u32> + 'a {
        let List { entries, print, printed } = self;
        let own = move |e: &&u32| !printed || **e & !ROW == print;
        entries.iter().filter(own).map(move |e| if printed { e & ROW } else { *e })
    }
}

fn bucket(entry: Entry, shift: u32) -> usize {
    (entry >> 32 >> shift) as usize
}

#[derive(Clone, Copy)]
struct Place<'a> {
    parts: &'a [Vec<Entry>],
    shift: u32,
    printed: bool,
    directory: &'a [u32],
}

impl Place<'_> {
    fn entries(self, buckets: Range<usize>, rows: &mut [u32]) {
        let first = self.directory[buckets.start];
        let mut next: Vec<u32> = self.directory[buckets.clone()].iter().map(|at| at - first).collect();
        for entry in self.parts.iter().flatten() {
            let at = bucket(*entry, self.shift);
            if buckets.contains(&at) {
                let slot = &mut next[at - buckets.start];
                #[allow(clippy::cast_possible_truncation)] // The halves are what is wanted.
                let (hash, row) = ((*entry >> 32) as u32, *entry as u32);
                rows[*slot as usize] = if self.printed { row | hash << ROW_BITS } else { row };
                *slot += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_comes_back_whole_and_in_order() {
        let hash = |n: u32| (n % 700).wrapping_mul(0x9e37_79b9);
        let parts: Vec<Vec<Entry>> =
            (0..4u32).map(|p| (p * 1250..(p + 1) * 1250).map(|n| entry(hash(n), n)).collect()).collect();
        for (rows, density) in [(5000, 3), (5000, 12), (1 << 25, 3)] {
            let (one, two) = (Table::build(&parts, rows, 1, density), Table::build(&parts, rows, 2, density));
            for key in 0..700u32 {
                let list: Vec<u32> = one.get(hash(key)).iter().collect();
                assert!(two.get(hash(key)).iter().eq(list.iter().copied()));
                assert!(list.is_sorted() && (0..5000).filter(|n| n % 700 == key).all(|n| list.contains(&n)));
            }
        }
        assert_eq!(Table::build(&[], 0, 2, 3).get(7).iter().count(), 0);
    }
}
