//! The one table of weights, in bits (log2 of the ratio of likelihoods), and how each was obtained.
//!
//! Never: changes with the evaluation data; a weight moves only with the argument written beside it.

/// Same whole date: 1 in about 22,000 (60 cohorts of 365 days), that is 14.4 bits.
pub const SAME_DAY: f64 = 14.4;
/// Swapped day and month happens in about 1 in 30 records; 14.4 less log2(30), chance doubled by the second reading.
pub const SWAPPED: f64 = 9.0;
/// One wrong digit: 1 in 30 records, against about 40 dates within reach: 14.4 - 4.9 - log2(40) / 2.
pub const ONE_DIGIT: f64 = 6.5;
/// Month and year of 60 cohorts: log2(720).
pub const SAME_MONTH: f64 = 9.5;
/// Year of 60 cohorts: log2(60).
pub const SAME_YEAR: f64 = 5.9;
/// Stated sex agrees: between nothing and one bit; given name and patronymic say it already.
pub const SAME_SEX: f64 = 0.3;
/// Nationality agrees with the alert's: weak, most travellers at a border have one of two.
pub const SAME_NATIONALITY: f64 = 0.5;
/// A contradiction is never outweighed: it also vetoes. The weight only orders what is left below the cut.
pub const CONTRADICTION: f64 = -12.0;
/// Each unit of spelling distance: a typing error in about 1 of 20 names (4.3 bits).
pub const PER_DISTANCE: f64 = 4.3;
/// Given and family name exchanged: about 1 record in 16 among borders with both orders.
pub const EXCHANGED: f64 = 1.5;
/// One half of a double name is absent on one side.
pub const HALF_ABSENT: f64 = -1.5;
/// An initial fits: one of about 16 letters in use, less doubt.
pub const INITIAL: f64 = 3.0;
/// The rest of a cut name is unknown; two bits less than the name itself.
pub const CUT: f64 = 2.0;
/// A spelling variant in another language of one given name.
pub const VARIANT: f64 = 0.5;
/// No name counts for more than this, however rare in the list: misspellings look rare.
pub const RAREST: f64 = 15.0;
/// No name counts for less than this.
pub const COMMONEST: f64 = 3.0;
/// Evidence that must remain above log2(list size) for a hit: fewer than one chance match in 2^this lists.
pub const HIT_MARGIN: f64 = 1.0;
/// Evidence below which nothing is shown: more chance matches than an officer can use.
pub const SHOWN_MARGIN: f64 = -8.0;

/// Bits of agreement on a name that `count` of `all` names in the list carry.
pub fn rarity(count: u32, all: u32) -> f64 {
    (f64::from(all.max(1)) / f64::from(count.max(1))).log2().clamp(COMMONEST, RAREST)
}

/// A number between 0 and 1 for ordering: the odds after prior and evidence, flattened so that it does not saturate.
pub fn score(margin_bits: f64) -> f64 {
    1.0 / (1.0 + (-margin_bits / 8.0).exp2())
}
