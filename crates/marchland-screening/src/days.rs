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
const LAST_YEAR: u16 = 2069;
const MONTH: usize = 31;
const YEAR: usize = 12 * MONTH;
const DAYS: usize = (LAST_YEAR - FIRST_YEAR + 1) as usize * YEAR + 1;

/// Days outside the years people are born in share the first and the last place.
fn place(day: Born) -> usize {
    let (year, month, date) = day.parts();
    if year < FIRST_YEAR {
        return 0;
    }
    let at = usize::from(year - FIRST_YEAR) * YEAR + usize::from(month - 1) * MONTH + usize::from(date - 1);
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

/// Gives the rows of every date that differs from this one in a single written digit.
pub(crate) fn misread(starts: &[u32], day: Born, mut each: impl FnMut(Range<u32>)) {
    let (year, month, date) = day.parts();
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return;
    }
    let own = place(day);
    // A number, what one is worth among the places, how far the number may go, and how many digits it has.
    let numbers = [
        (usize::from(year), YEAR, usize::from(FIRST_YEAR)..=usize::from(LAST_YEAR), 4),
        (usize::from(month), MONTH, 1..=12, 2),
        (usize::from(date), 1, 1..=31, 2),
    ];
    for (number, step, within, digits) in numbers {
        let first = own - (number - within.start()) * step;
        let mut worth = 1;
        for _ in 0..digits {
            let rest = number - number / worth % 10 * worth;
            for other in (rest..rest + 10 * worth).step_by(worth) {
                if other != number && within.contains(&other) {
                    let at = first + (other - within.start()) * step;
                    each(starts[at]..starts[at + 1]);
                }
            }
            worth *= 10;
        }
    }
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
        let misread = |text: &str| {
            let mut rows = Vec::new();
            misread(&starts, born(text).unwrap(), |range| rows.extend(range));
            rows
        };
        assert_eq!(
            (misread("1980-03-17"), misread("1979-12-30"), misread("1700-01-02")),
            (vec![2, 3], vec![1], vec![])
        );
        assert_eq!(range(&starts, born("1980-03-08").unwrap()).len(), 0);
        assert_eq!((unpack(packed[5]), unpack(packed[6])), (born("1980"), None));
    }
}
