//! The one table of weights, in hundredths of a bit (log2 of the ratio of likelihoods), and how each was obtained.
//!
//! Never: changes with the evaluation data; a weight moves only with the argument written beside it.

/// Same whole date: 1 in about 22,000 (60 cohorts of 365 days), that is 14.4 bits.
pub const SAME_DAY: i32 = 1440;
/// Swapped day and month happens in about 1 in 30 records; 14.4 less log2(30), chance doubled by the second reading.
pub const SWAPPED: i32 = 900;
/// One wrong digit: 1 in 30 records, against about 40 dates of 22,000 within reach: log2(22,000 / 40 / 30).
pub const ONE_DIGIT: i32 = 420;
/// Month and year of 60 cohorts: log2(720).
pub const SAME_MONTH: i32 = 950;
/// Year of 60 cohorts: log2(60).
pub const SAME_YEAR: i32 = 590;
/// Stated sex agrees: between nothing and one bit; given name and patronymic say it already.
pub const SAME_SEX: i32 = 30;
/// Without a date of birth: given names, fathers' names and family names of one people go together (2.5 bits if
/// travellers are of half a dozen peoples), and people of one name are to be expected among those who pass.
pub const UNDATED: i32 = 550;
/// The same with the year alone.
pub const YEAR_ONLY: i32 = 400;
/// A contradiction is never outweighed: it also vetoes. The weight only orders what is left below the cut.
pub const CONTRADICTION: i32 = -1200;
/// Each error of spelling: one is made in about 1 of 20 names (4.3 bits).
pub const PER_ERROR: i32 = 430;
/// One of two names stands in the other's field: about 1 record in 16 among borders with both orders, less what the
/// name in its place makes up for. Both exchanged cost nothing: which field is which is no evidence.
pub const STRAYED: i32 = 150;
/// One word of several is absent on one side: double names are shortened in about 1 of 3 records.
pub const HALF_ABSENT: i32 = -150;
/// An initial fits: one of about 16 letters in use, less doubt.
pub const INITIAL: i32 = 300;
/// The rest of a cut name is unknown; two bits less than the name itself.
pub const CUT: i32 = 200;
/// A spelling variant in another language of one given name.
pub const VARIANT: i32 = 50;
/// No name counts for more than this, however rare in the list: misspellings look rare.
pub const RAREST: f64 = 15.0;
/// No name counts for less than this.
pub const COMMONEST: f64 = 3.0;
/// Evidence that must remain above log2(list size) for a hit: at zero, chance brings one match in as many checks as
/// there are alerts by names and dates that are independent.
pub const HIT_MARGIN: i32 = 0;
/// What must remain above the prior where the given name is so near to a common one that it says nothing: of relatives
/// born on one day one in some hundred has a given name that near.
pub const WITHOUT_GIVEN: i32 = 800;
/// Evidence below which nothing is shown: more chance matches than an officer can use.
pub const SHOWN_MARGIN: i32 = -1000;

/// What a hit must overcome at the least: log2 of `SHORTEST_LIST`. The prior grows with the list because chance matches do.
/// It does not shrink without end with it, because whether one traveller is one person searched for has nothing to do with how
/// many others are: otherwise a name and a year would be a hit on a list of three. What is shown short of a hit depends on how
/// many chance matches there are, so there the list counts as it is.
pub const LEAST_PRIOR: i32 = 1429;
const SHORTEST_LIST: u32 = 20_000;
/// A short list says little about how rare a name is. So many names are added to an empty one, fewer to a longer one and
/// none from `SHORTEST_LIST` on, and one in `UNKNOWN_ONE_IN` of them is this one: as common as a common given name.
const UNKNOWN_NAMES: f64 = 128.0;
const UNKNOWN_ONE_IN: f64 = 64.0;

/// Bits of agreement on a name that `count` of `all` names in the list carry, in eighths.
pub fn rarity(count: u32, all: u32) -> u8 {
    let short = f64::from(SHORTEST_LIST.saturating_sub(all)) / f64::from(SHORTEST_LIST);
    let added = UNKNOWN_NAMES * short;
    let (all, count) = (f64::from(all.max(1)) + added, f64::from(count.max(1)) + added / UNKNOWN_ONE_IN);
    let bits = (all / count).log2().clamp(COMMONEST, RAREST);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Between 24 and 120.
    let eighths = (bits * 8.0).round() as u8;
    eighths
}

/// What evidence must overcome: log2 of the number of alerts.
pub fn prior(alerts: usize) -> i32 {
    let bits = f64::from(u32::try_from(alerts.max(1)).unwrap_or(u32::MAX)).log2();
    #[allow(clippy::cast_possible_truncation)] // At most 3,200.
    let hundredths = (bits * 100.0).round() as i32;
    hundredths
}

/// A number between 0 and 1 for ordering: the odds after prior and evidence, flattened so that it does not saturate.
pub fn score(margin: i32) -> f64 {
    1.0 / (1.0 + (-f64::from(margin) / 800.0).exp2())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_list_asks_for_as_much_as_a_list_of_twenty_thousand() {
        assert_eq!(prior(20_000), LEAST_PRIOR);
        let bits = |eighths: u8| i32::from(eighths) * 100 / 8;
        let names = 2 * bits(rarity(1, 3));
        assert!(
            names + SAME_YEAR + SAME_SEX - YEAR_ONLY - LEAST_PRIOR < HIT_MARGIN,
            "name and year are no hit"
        );
        assert!(names - UNDATED - prior(3) >= SHOWN_MARGIN, "a name alone is still shown");
        assert!(names + SAME_DAY - LEAST_PRIOR >= HIT_MARGIN, "name and date are a hit");
        // From the floor on the list alone says how rare a name is.
        assert_eq!(rarity(1, 20_000), 114);
    }
}
