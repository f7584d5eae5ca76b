//! Evidence per field: small functions that each return a weight and a sentence. Missing data is no evidence.
//!
//! Never: decides; adds up; forgets which two values it compared.

use serde::Serialize;

use crate::alert::Sex;
use crate::born::{Born, Dates, compare};
use crate::weights;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    Family,
    Given,
    Patronymic,
    Born,
    Sex,
    Nationality,
}

/// What one field says for or against the two being one person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evidence {
    pub field: Field,
    pub bits: f64,
    /// Excludes the person whatever else agrees.
    pub contradicts: bool,
    pub theirs: String,
    pub listed: String,
    pub because: String,
}

/// A weight in hundredths of a bit, and the sentence for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Weighed {
    pub bits: i32,
    pub contradicts: bool,
    pub because: &'static str,
}

fn weighed(bits: i32, because: &'static str) -> Weighed {
    Weighed { bits, contradicts: bits == weights::CONTRADICTION, because }
}

pub(crate) fn born(theirs: Option<Born>, listed: Option<Born>) -> Weighed {
    match compare(theirs, listed) {
        Dates::Missing => weighed(0, "a date of birth is missing"),
        Dates::SameDay => weighed(weights::SAME_DAY, "the dates of birth are the same"),
        Dates::SameMonth => weighed(weights::SAME_MONTH, "month and year of birth agree, a day is missing"),
        Dates::SameYear => weighed(weights::SAME_YEAR, "the years of birth agree, the rest is missing"),
        Dates::Swapped => weighed(weights::SWAPPED, "the dates agree with day and month exchanged"),
        Dates::OneDigit => weighed(weights::ONE_DIGIT, "the dates differ in one digit"),
        Dates::Contradict => weighed(weights::CONTRADICTION, "the dates of birth exclude each other"),
    }
}

pub(crate) fn sex(theirs: Option<Sex>, listed: Option<Sex>) -> Weighed {
    match (theirs, listed) {
        (Some(a), Some(b)) if a == b => weighed(weights::SAME_SEX, "the sex agrees"),
        (Some(_), Some(_)) => weighed(weights::CONTRADICTION, "the sex differs"),
        _ => weighed(0, "the sex is not known on both sides"),
    }
}

/// `agree`: None if one side states no nationality. It weighs nothing: names of one people say it already, and
/// people change nationality and hold two.
pub(crate) fn nationality(agree: Option<bool>) -> Weighed {
    match agree {
        Some(true) => weighed(0, "a nationality agrees, which the names say already"),
        Some(false) => weighed(0, "the nationalities differ, which excludes nobody"),
        None => weighed(0, "a nationality is missing"),
    }
}
