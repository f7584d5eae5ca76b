//! Evidence per field: small functions that each return a weight and a sentence. Missing data is no evidence.
//!
//! Never: decides; adds up; forgets which two values it compared.

use serde::Serialize;

use crate::alert::Sex;
use crate::born::{Born, Dates, compare};
use crate::weights;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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

/// With `explain` the values are written out, otherwise only weighed.
pub(crate) fn born(theirs: Option<Born>, listed: Option<Born>, explain: bool) -> Evidence {
    use weights::{CONTRADICTION, ONE_DIGIT, SAME_DAY, SAME_MONTH, SAME_YEAR, SWAPPED};
    let how = compare(theirs, listed);
    let (bits, because) = match how {
        Dates::Missing => (0.0, "a date of birth is missing"),
        Dates::SameDay => (SAME_DAY, "the dates of birth are the same"),
        Dates::SameMonth => (SAME_MONTH, "month and year of birth agree, a day is missing"),
        Dates::SameYear => (SAME_YEAR, "the years of birth agree, the rest is missing"),
        Dates::Swapped => (SWAPPED, "the dates agree with day and month exchanged"),
        Dates::OneDigit => (ONE_DIGIT, "the dates differ in one digit"),
        Dates::Contradict => (CONTRADICTION, "the dates of birth exclude each other"),
    };
    let show = |d: Option<Born>| d.filter(|_| explain).map(|d| d.to_string()).unwrap_or_default();
    Evidence {
        field: Field::Born,
        bits,
        contradicts: how == Dates::Contradict,
        theirs: show(theirs),
        listed: show(listed),
        because: if explain { because.to_string() } else { String::new() },
    }
}

pub(crate) fn sex(theirs: Option<Sex>, listed: Option<Sex>) -> Evidence {
    let (bits, because) = match (theirs, listed) {
        (Some(a), Some(b)) if a == b => (weights::SAME_SEX, "the stated sex agrees"),
        (Some(_), Some(_)) => (weights::CONTRADICTION, "the stated sex differs"),
        _ => (0.0, "the sex is not stated on both sides"),
    };
    let show = |s: Option<Sex>| match s {
        Some(Sex::Female) => "F".to_string(),
        Some(Sex::Male) => "M".to_string(),
        None => String::new(),
    };
    Evidence {
        field: Field::Sex,
        bits,
        contradicts: bits < 0.0,
        theirs: show(theirs),
        listed: show(listed),
        because: because.to_string(),
    }
}

pub(crate) fn nationality(
    theirs: Option<&crate::Nationality>,
    listed: Option<&crate::Nationality>,
) -> Evidence {
    let (bits, because) = match (theirs, listed) {
        (Some(a), Some(b)) if a.meets(b) => (weights::SAME_NATIONALITY, "a nationality agrees"),
        // People change nationality and hold two: a difference says nothing.
        (Some(_), Some(_)) => (0.0, "the nationalities differ, which excludes nobody"),
        _ => (0.0, "a nationality is missing"),
    };
    Evidence {
        field: Field::Nationality,
        bits,
        contradicts: false,
        theirs: String::new(),
        listed: String::new(),
        because: because.to_string(),
    }
}
