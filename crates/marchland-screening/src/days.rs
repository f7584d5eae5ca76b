//! Dates of birth as numbers that sort: whole dates first, then those without a day or month, then the unknown.
//!
//! Never: compares dates (that is `born`), knows rows.

use std::ops::Range;

use crate::born::Born;

/// From here on a date lacks its day.
pub(crate) const PARTIAL: u32 = 1 << 31;
const UNKNOWN: u32 = u32::MAX;

pub(crate) fn pack(born: Option<Born>) -> u32 {
    match born {
        Some(born) if born.is_whole() => born.packed(),
        Some(born) => PARTIAL | born.packed(),
        None => UNKNOWN,
    }
}

pub(crate) fn unpack(packed: u32) -> Option<Born> {
    if packed == UNKNOWN {
        return None;
    }
    Born::from_packed(packed & !PARTIAL)
}

const FIRST_YEAR: u16 = 1880;
const YEARS: u16 = 190;
const DAYS: usize = YEARS as usize * 372 + 1;

/// Days outside the years people are born in share the first and the last place.
fn place(day: Born) -> usize {
    let (year, month, date) = day.parts();
    if year < FIRST_YEAR {
        return 0;
    }
    let at = usize::from(year - FIRST_YEAR) * 372 + usize::from(month - 1) * 31 + usize::from(date - 1);
    at.min(DAYS - 1)
}

/// Where each day begins among ascending packed whole dates.
pub(crate) fn starts(packed: &[u32]) -> Vec<u32> {
    let mut starts = vec![0u32; DAYS + 1];
    for born in packed {
        if let Some(day) = Born::from_packed(*born) {
            starts[place(day) + 1] += 1;
        }
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    starts
}

/// The rows of a day.
pub(crate) fn range(starts: &[u32], day: Born) -> Range<u32> {
    let at = place(day);
    starts[at]..starts[at + 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_range_and_the_partial_come_last() {
        let born = |text: &str| text.parse::<Born>().ok();
        let mut packed: Vec<u32> =
            ["1980-03-07", "1980-03-07", "1979-12-31", "1980", "1700-01-01", "2099-01-01"]
                .map(|t| pack(born(t)))
                .into();
        packed.push(pack(None));
        packed.sort_unstable();
        let whole = packed.partition_point(|p| *p < PARTIAL);
        let starts = starts(&packed[..whole]);
        assert_eq!((whole, range(&starts, born("1980-03-07").unwrap())), (5, 2..4));
        assert_eq!(range(&starts, born("1980-03-08").unwrap()).len(), 0);
        assert_eq!((unpack(packed[5]), unpack(packed[6])), (born("1980"), None));
    }
}
