//! Evidence per field: small functions that each return a weight and a reason. Missing data is no evidence.
//!
//! A reason is a stable code with its values, so that a page says it in the reader's language; its English sentence is for
//! the command line and for programs.
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
    /// The reasons in one English sentence.
    pub because: String,
    pub reasons: Vec<Reason>,
}

/// Why a field weighs what it does.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "code", content = "value", rename_all = "kebab-case")]
pub enum Reason {
    BornMissing,
    SameDay,
    SameMonth,
    SameYear,
    DaySwapped,
    OneDigit,
    BornExcluded,
    SameSex,
    OtherSex,
    SexMissing,
    SameNationality,
    OtherNationality,
    NationalityMissing,
    OtherPart,
    Variant,
    /// Sasha for Aleksandr.
    Short,
    Initial,
    Cut,
    Same,
    /// The published table that makes one spelling of the other.
    SpeltAfter(&'static str),
    Ending,
    /// Sabyrov for Sabyr, Jafarzade for Jafarov.
    Formed,
    SoundsSame,
    /// How many typing errors apart.
    Errors(f32),
    HalfAbsent,
    NameMissing,
    NoWordFits,
    OtherLayout,
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Reason::BornMissing => "a date of birth is missing",
            Reason::SameDay => "the dates of birth are the same",
            Reason::SameMonth => "month and year of birth agree, a day is missing",
            Reason::SameYear => "the years of birth agree, the rest is missing",
            Reason::DaySwapped => "the dates agree with day and month exchanged",
            Reason::OneDigit => "the dates differ in one digit",
            Reason::BornExcluded => "the dates of birth exclude each other",
            Reason::SameSex => "the sex agrees",
            Reason::OtherSex => "the sex differs",
            Reason::SexMissing => "the sex is not known on both sides",
            Reason::SameNationality => "a nationality agrees, which the names say already",
            Reason::OtherNationality => "the nationalities differ, which excludes nobody",
            Reason::NationalityMissing => "a nationality is missing",
            Reason::OtherPart => "stands in another part of the name",
            Reason::Variant => "a spelling of the same name in another language",
            Reason::Short => "an everyday form of the same name",
            Reason::Initial => "the initial fits",
            Reason::Cut => "the beginning fits, the zone may have cut the rest",
            Reason::Same => "the same",
            Reason::SpeltAfter(table) => return write!(f, "sounds the same, spelt after {table}"),
            Reason::Ending => "sounds the same but for the ending, which tells the gender",
            Reason::Formed => "the same name with another ending of family names or without one",
            Reason::SoundsSame => "sounds the same",
            Reason::Errors(n) => return write!(f, "differs by {n:.1} typing errors"),
            Reason::HalfAbsent => "one word of several is absent",
            Reason::NameMissing => "missing on one side, which says nothing",
            Reason::NoWordFits => "no word of the other name fits",
            Reason::OtherLayout => "typed with the other keyboard layout",
        })
    }
}

/// Several reasons in one English sentence.
pub(crate) fn sentence(reasons: &[Reason]) -> String {
    reasons.iter().map(Reason::to_string).collect::<Vec<_>>().join("; ")
}

/// A weight in hundredths of a bit, and the reason for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Weighed {
    pub bits: i32,
    pub contradicts: bool,
    pub reason: Reason,
}

fn weighed(bits: i32, reason: Reason) -> Weighed {
    Weighed { bits, contradicts: bits == weights::CONTRADICTION, reason }
}

pub(crate) fn born(theirs: Option<Born>, listed: Option<Born>) -> Weighed {
    match compare(theirs, listed) {
        Dates::Missing => weighed(0, Reason::BornMissing),
        Dates::SameDay => weighed(weights::SAME_DAY, Reason::SameDay),
        Dates::SameMonth => weighed(weights::SAME_MONTH, Reason::SameMonth),
        Dates::SameYear => weighed(weights::SAME_YEAR, Reason::SameYear),
        Dates::Swapped => weighed(weights::SWAPPED, Reason::DaySwapped),
        Dates::OneDigit => weighed(weights::ONE_DIGIT, Reason::OneDigit),
        Dates::Contradict => weighed(weights::CONTRADICTION, Reason::BornExcluded),
    }
}

pub(crate) fn sex(theirs: Option<Sex>, listed: Option<Sex>) -> Weighed {
    match (theirs, listed) {
        (Some(a), Some(b)) if a == b => weighed(weights::SAME_SEX, Reason::SameSex),
        (Some(_), Some(_)) => weighed(weights::CONTRADICTION, Reason::OtherSex),
        _ => weighed(0, Reason::SexMissing),
    }
}

/// `agree`: None if one side states no nationality. It weighs nothing: names of one people say it already, and
/// people change nationality and hold two.
pub(crate) fn nationality(agree: Option<bool>) -> Weighed {
    match agree {
        Some(true) => weighed(0, Reason::SameNationality),
        Some(false) => weighed(0, Reason::OtherNationality),
        None => weighed(0, Reason::NationalityMissing),
    }
}
