//! Birth dates that are known only in part.
//!
//! Never: fills in a month or a day.

use serde::{Deserialize, Serialize};

/// A birth date as far as it is known. `2031`, `2031-04` or `2031-04-17`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Born {
    Year(i16),
    Month(i16, i8),
    Day(jiff::civil::Date),
}

impl From<Born> for String {
    fn from(born: Born) -> String {
        match born {
            Born::Year(y) => format!("{y:04}"),
            Born::Month(y, m) => format!("{y:04}-{m:02}"),
            Born::Day(date) => date.to_string(),
        }
    }
}

impl TryFrom<String> for Born {
    type Error = BadBorn;
    fn try_from(text: String) -> Result<Self, BadBorn> {
        text.parse()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a birth date is a year, a year and month, or a full date: 1984, 1984-04 or 1984-04-17")]
pub struct BadBorn;

impl std::str::FromStr for Born {
    type Err = BadBorn;

    /// Also reads the day-first spelling with full stops that Russian and Kazakh papers use.
    fn from_str(text: &str) -> Result<Self, BadBorn> {
        let number = |part: &str, digits: usize| -> Result<i16, BadBorn> {
            if part.len() != digits || !part.bytes().all(|b| b.is_ascii_digit()) {
                return Err(BadBorn);
            }
            part.parse().map_err(|_| BadBorn)
        };
        let mut parts: Vec<&str> = text.split(['-', '.']).collect();
        if text.contains('.') {
            parts.reverse();
        }
        let year = number(parts.first().ok_or(BadBorn)?, 4)?;
        if !(1850..=2200).contains(&year) {
            return Err(BadBorn);
        }
        let small = |part: &str| number(part, 2).and_then(|n| i8::try_from(n).map_err(|_| BadBorn));
        match parts.as_slice() {
            [_] => Ok(Born::Year(year)),
            [_, month] => {
                let month = small(month)?;
                if !(1..=12).contains(&month) {
                    return Err(BadBorn);
                }
                Ok(Born::Month(year, month))
            }
            [_, month, day] => {
                let date = jiff::civil::Date::new(year, small(month)?, small(day)?);
                date.map(Born::Day).map_err(|_| BadBorn)
            }
            _ => Err(BadBorn),
        }
    }
}
