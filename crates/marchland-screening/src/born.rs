//! Dates of birth as documents carry them: whole, without a day, year only, or wrong in one of the known ways.
//!
//! Never: guesses a missing part, knows what day it is.

use std::fmt;
use std::str::FromStr;

/// A date of birth; a part that is not known is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Born {
    year: u16,
    month: u8,
    day: u8,
}

/// How two dates of birth stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dates {
    Missing,
    SameDay,
    SameMonth,
    SameYear,
    Swapped,
    OneDigit,
    Contradict,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a date of birth; write YYYY-MM-DD, YYYY-MM or YYYY")] // code: birth-date-unreadable
pub struct NotABirthDate(String);

impl Born {
    /// Day or month zero means not known. None for a day that no calendar has.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Born> {
        let known =
            (1..=9999).contains(&year) && month <= 12 && day <= longest(month) && (day == 0 || month > 0);
        known.then_some(Born { year, month, day })
    }

    pub fn year(self) -> u16 {
        self.year
    }

    pub fn is_whole(self) -> bool {
        self.day > 0
    }

    /// The date with day and month exchanged, if that is a date.
    pub fn swapped(self) -> Option<Born> {
        if !self.is_whole() || self.day == self.month {
            None
        } else {
            Born::new(self.year, self.day, self.month)
        }
    }

    pub(crate) fn packed(self) -> u32 {
        (u32::from(self.year) << 9) | (u32::from(self.month) << 5) | u32::from(self.day)
    }

    #[allow(clippy::cast_possible_truncation)] // The mask keeps what each part may hold.
    pub(crate) fn from_packed(packed: u32) -> Option<Born> {
        let (year, month, day) =
            ((packed >> 9 & 0x3fff) as u16, (packed >> 5 & 15) as u8, (packed & 31) as u8);
        (year > 0).then_some(Born { year, month, day })
    }

    /// Year, month, day; zero where unknown.
    pub(crate) fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// In how many written digits two whole dates differ.
    fn digits_apart(self, other: Born) -> u32 {
        let digits = |n: u16, m: u16| u32::from(n / 10 != m / 10) + u32::from(n % 10 != m % 10);
        let (a, b) = (self, other);
        let years = digits(a.year / 100, b.year / 100) + digits(a.year % 100, b.year % 100);
        years + digits(a.month.into(), b.month.into()) + digits(a.day.into(), b.day.into())
    }
}

fn longest(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Symmetric. Parts that one side does not know are left out of the comparison.
pub fn compare(a: Option<Born>, b: Option<Born>) -> Dates {
    let (Some(a), Some(b)) = (a, b) else { return Dates::Missing };
    let months = a.month > 0 && b.month > 0;
    if a.is_whole() && b.is_whole() {
        if a == b {
            return Dates::SameDay;
        }
        if a.swapped() == Some(b) {
            return Dates::Swapped;
        }
        return if a.digits_apart(b) == 1 { Dates::OneDigit } else { Dates::Contradict };
    }
    match (a.year == b.year, !months || a.month == b.month) {
        (true, true) if months => Dates::SameMonth,
        (true, true) => Dates::SameYear,
        _ => Dates::Contradict,
    }
}

impl FromStr for Born {
    type Err = NotABirthDate;

    fn from_str(text: &str) -> Result<Born, NotABirthDate> {
        let unreadable = || NotABirthDate(text.chars().take(20).collect());
        let number = |part: Option<&str>, width: usize| match part {
            None => Some(0),
            Some(part) if part.len() == width && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<u16>().ok()
            }
            Some(_) => None,
        };
        let read = || -> Option<Born> {
            let mut parts = text.trim().split('-');
            let year = number(Some(parts.next()?), 4)?;
            let month = u8::try_from(number(parts.next(), 2)?).ok()?;
            let day = u8::try_from(number(parts.next(), 2)?).ok()?;
            parts.next().is_none().then_some(())?;
            Born::new(year, month, day)
        };
        // "1980-00" is how some registers write an unknown month, so zero parts are read as unknown.
        read().ok_or_else(unreadable)
    }
}

impl fmt::Display for Born {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn how(a: &str, b: &str) -> Dates {
        compare(a.parse().ok(), b.parse().ok())
    }

    #[test]
    fn each_documented_change_has_its_name() {
        assert_eq!(how("1980-03-07", "1980-03-07"), Dates::SameDay);
        assert_eq!(how("1980-03-07", "1980-07-03"), Dates::Swapped);
        assert_eq!(how("1980-03-07", "1980-03-17"), Dates::OneDigit);
        assert_eq!(how("1980-03-07", "1980"), Dates::SameYear);
        assert_eq!(how("1980-03", "1980-03-07"), Dates::SameMonth);
        assert_eq!(how("1980-04", "1980-03-07"), Dates::Contradict);
        assert_eq!(how("1980-03-07", "1958-11-21"), Dates::Contradict);
        assert_eq!(compare(None, "1980".parse().ok()), Dates::Missing);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in
            ["", "80", "1980-13", "1980-02-30", "1980-00-05", "1980-1-1", "1980-01-01-01", "abcd", "0000"]
        {
            assert!(text.parse::<Born>().is_err(), "{text}");
        }
    }
}
