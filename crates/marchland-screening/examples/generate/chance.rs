//! Chance from a seed: SplitMix64, and drawing with the skew of real registers.
//!
//! Never: asks the machine for randomness; the same seed gives the same set.

use std::cmp::Ordering;

#[derive(Clone)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    /// A stream of its own for the `at`-th thing of a set.
    pub fn of(seed: u64, at: u64) -> Chance {
        let mut own = Chance(seed ^ at.wrapping_mul(0xd6e8_feb8_6659_fd93));
        own.next();
        own
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end.max(1) as u64).unwrap_or(0)
    }

    pub fn between(&mut self, from: u16, until: u16) -> u16 {
        from + u16::try_from(self.below(usize::from(until - from) + 1)).unwrap_or(0)
    }

    /// True in so many cases of a hundred.
    pub fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    pub fn any<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// 0 to 1.
    pub fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// Running sums of weights; an index is drawn in proportion to its weight.
pub struct Weighted(Vec<f64>);

impl Weighted {
    pub fn new(weights: impl Iterator<Item = f64>) -> Weighted {
        let mut sum = 0.0;
        Weighted(
            weights
                .map(|w| {
                    sum += w;
                    sum
                })
                .collect(),
        )
    }

    /// The n-th of a list is drawn about `1 / (n + offset)` as often as the first.
    pub fn zipf(len: usize, offset: f64) -> Weighted {
        Weighted::new((0..len).map(|n| 1.0 / (n as f64 + 1.0 + offset)))
    }

    /// How often the `at`-th is drawn, between 0 and 1.
    pub fn share(&self, at: usize) -> f64 {
        let before = at.checked_sub(1).map_or(0.0, |before| self.0[before]);
        (self.0[at] - before) / self.0.last().copied().unwrap_or(1.0)
    }

    pub fn draw(&self, chance: &mut Chance) -> usize {
        let at = chance.part() * self.0.last().copied().unwrap_or(0.0);
        let found =
            self.0.binary_search_by(|sum| if *sum <= at { Ordering::Less } else { Ordering::Greater });
        found.unwrap_or_else(|next| next).min(self.0.len().saturating_sub(1))
    }
}
