//! Lists of numbers under hashed keys, in three flat arrays: a directory by leading bits, hashes, numbers.
//!
//! Never: keeps the keys themselves. Two keys with one hash share a list; whoever reads it compares what it finds.

#[derive(Debug, Default)]
pub(crate) struct Postings {
    /// Where the entries with these leading bits begin; one more than there are leading bits.
    directory: Vec<u32>,
    shift: u32,
    hashes: Vec<u32>,
    numbers: Vec<u32>,
}

impl Postings {
    pub fn build(entries: Vec<(u64, u32)>) -> Postings {
        let bits = entries.len().max(2).ilog2();
        let mut entries: Vec<(u64, u32)> = entries.into_iter().map(|(key, n)| (mix(key), n)).collect();
        let shift = 64 - bits;
        // What `get` compares decides the order, so that one list is never torn by another with the same low half.
        entries.sort_unstable_by_key(|(hash, n)| (hash >> shift, low(*hash), *n));
        entries.dedup_by_key(|(hash, n)| (*hash >> shift, low(*hash), *n));
        let mut directory = vec![0u32; (1usize << bits) + 1];
        for (hash, _) in &entries {
            directory[(hash >> shift) as usize + 1] += 1;
        }
        for at in 1..directory.len() {
            directory[at] += directory[at - 1];
        }
        let (hashes, numbers) = entries.into_iter().map(|(hash, n)| (low(hash), n)).unzip();
        Postings { directory, shift, hashes, numbers }
    }

    pub fn get(&self, key: u64) -> &[u32] {
        let hash = mix(key);
        let bucket = (hash >> self.shift) as usize;
        let Some([from, to]) = self.directory.get(bucket..bucket + 2) else { return &[] };
        let (from, to) = (*from as usize, *to as usize);
        let here = &self.hashes[from..to];
        let Some(first) = here.iter().position(|h| *h == low(hash)) else { return &[] };
        let many = here[first..].iter().take_while(|h| **h == low(hash)).count();
        &self.numbers[from + first..from + first + many]
    }
}

pub(crate) fn hash(a: u32, b: u32) -> u64 {
    u64::from(a) << 32 | u64::from(b)
}

/// The same for both orders.
pub(crate) fn hash_pair(a: u32, b: u32) -> u64 {
    hash(a.min(b), a.max(b))
}

fn mix(key: u64) -> u64 {
    let x = (key ^ (key >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x ^ (x >> 32)
}

#[allow(clippy::cast_possible_truncation)] // The low half is what is wanted.
fn low(hash: u64) -> u32 {
    hash as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_comes_back_whole() {
        let entries: Vec<(u64, u32)> = (0..5_000u32).map(|n| (u64::from(n % 700), n)).collect();
        let postings = Postings::build(entries);
        for key in 0..700u32 {
            let list: Vec<u32> = (0..5_000).filter(|n| n % 700 == key).collect();
            assert_eq!(postings.get(u64::from(key)), list);
        }
        assert_eq!(postings.get(9_999), Vec::<u32>::new());
        assert_eq!(Postings::build(Vec::new()).get(1), Vec::<u32>::new());
    }
}
