//! What each property of a thing says for or against its being the one searched for.
//!
//! Never: decides, adds up.

use serde::Serialize;

use super::near::{Change, change};
use super::{Kind, Object, firearm};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ObjectField {
    Number,
    State,
    Make,
    Model,
    Calibre,
    /// A check digit or format that does not fit.
    Doubt,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ObjectEvidence {
    pub field: ObjectField,
    pub bits: f64,
    /// Keeps the result from being a hit.
    pub contradicts: bool,
    pub theirs: String,
    pub listed: String,
    /// The reasons in one English sentence.
    pub because: String,
    pub reasons: Vec<ObjectReason>,
}

/// Why a property of a thing weighs what it does; of what, says the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ObjectReason {
    Same,
    LookAlike,
    OneMisread,
    OneMissing,
    OneExtra,
    Swapped,
    /// It is a former number of the listed thing.
    Former,
    /// Cyrillic letters were written as they sound.
    Aloud,
    Differs,
    /// Needed and not stated on both sides.
    Missing,
    /// Format or check digit does not fit.
    Doubtful,
}

/// A digit tells log2(10), another sign log2(24) bits: an even spread, which flatters numbers given out in order.
const BITS_DIGIT: f64 = 3.3;
const BITS_LETTER: f64 = 4.6;
/// One mistake: as much less as there are ways to make one, roughly 2^7 in eight signs.
const BITS_MISTAKE: f64 = -7.0;
const BITS_LOOKALIKE: f64 = -2.0;
const BITS_WORD: f64 = 3.0;

/// The number as written in one of the alert's spellings. None if it is more than one mistake away.
pub(crate) fn number(theirs: &str, listed: &str, former: bool) -> Option<ObjectEvidence> {
    let change = if theirs == listed { None } else { Some(change(theirs, listed)?) };
    let whole: f64 = listed.chars().map(|c| if c.is_ascii_digit() { BITS_DIGIT } else { BITS_LETTER }).sum();
    let (less, how, reason) = match change {
        None => (0.0, "the numbers are the same", ObjectReason::Same),
        Some(Change::Lookalike) => {
            (BITS_LOOKALIKE, "the numbers differ only in signs that look alike", ObjectReason::LookAlike)
        }
        Some(Change::OneMisread) => {
            (BITS_MISTAKE, "the numbers differ in one sign", ObjectReason::OneMisread)
        }
        Some(Change::OneMissing) => (BITS_MISTAKE, "one sign is missing", ObjectReason::OneMissing),
        Some(Change::OneExtra) => (BITS_MISTAKE, "one sign is too many", ObjectReason::OneExtra),
        Some(Change::Swapped) => {
            (BITS_MISTAKE, "two neighbouring signs are exchanged", ObjectReason::Swapped)
        }
    };
    let because =
        if former { format!("{how}; it is a former number of the listed thing") } else { how.to_string() };
    Some(ObjectEvidence {
        field: ObjectField::Number,
        bits: (whole + less).max(0.0),
        contradicts: change.is_some(),
        theirs: theirs.to_string(),
        listed: listed.to_string(),
        because,
        reasons: std::iter::once(reason).chain(former.then_some(ObjectReason::Former)).collect(),
    })
}

/// The same for numbers whose Cyrillic letters were written as they sound.
pub(crate) fn aloud(theirs: &str, listed: &str, former: bool) -> Option<ObjectEvidence> {
    let mut evidence = number(theirs, listed, former)?;
    evidence.contradicts = true;
    evidence.reasons.push(ObjectReason::Aloud);
    evidence.because = format!("with Cyrillic letters written as they sound {}", evidence.because);
    Some(evidence)
}

/// Everything beside the number. What is missing on a side says nothing, but a firearm needs its make.
pub(crate) fn beside(theirs: &Object, listed: &Object) -> Vec<ObjectEvidence> {
    let mut all = Vec::new();
    // A chassis number, an IMEI and a container number are unique in the world.
    if matches!(theirs.kind, Kind::Plate | Kind::Document)
        && let (Some(a), Some(b)) = (&theirs.state, &listed.state)
    {
        let same = a.trim().eq_ignore_ascii_case(b.trim());
        all.push(ObjectEvidence {
            field: ObjectField::State,
            bits: if same { BITS_WORD } else { -BITS_WORD },
            contradicts: !same,
            theirs: a.clone(),
            listed: b.clone(),
            because: if same { "the state is the same" } else { "the number is of another state" }
                .to_string(),
            reasons: vec![if same { ObjectReason::Same } else { ObjectReason::Differs }],
        });
    }
    let firearm = theirs.kind == Kind::Firearm;
    let equal = |a: &str, b: &str| firearm::word(a) == firearm::word(b);
    all.extend(word(ObjectField::Make, "make", &theirs.make, &listed.make, equal, firearm));
    all.extend(word(ObjectField::Model, "model", &theirs.model, &listed.model, equal, false));
    if firearm {
        let (a, b) = (&theirs.calibre, &listed.calibre);
        all.extend(word(ObjectField::Calibre, "calibre", a, b, firearm::calibres_agree, false));
    }
    if let Some(doubt) = theirs.doubt() {
        all.push(ObjectEvidence {
            field: ObjectField::Doubt,
            bits: 0.0,
            contradicts: false,
            theirs: theirs.number.clone(),
            listed: String::new(),
            because: doubt,
            reasons: vec![ObjectReason::Doubtful],
        });
    }
    all
}

/// `needed`: without it on both sides the number alone is not enough.
fn word(
    field: ObjectField,
    name: &str,
    theirs: &Option<String>,
    listed: &Option<String>,
    equal: impl Fn(&str, &str) -> bool,
    needed: bool,
) -> Option<ObjectEvidence> {
    let (bits, contradicts, because, reason) = match (theirs, listed) {
        (Some(a), Some(b)) if equal(a, b) => {
            (BITS_WORD, false, format!("the {name} is the same"), ObjectReason::Same)
        }
        (Some(_), Some(_)) => {
            (-BITS_WORD, true, format!("the {name} is written differently"), ObjectReason::Differs)
        }
        _ if needed => {
            let because = format!("the {name} is missing, and the number alone is not unique");
            (0.0, true, because, ObjectReason::Missing)
        }
        _ => return None,
    };
    let show = |s: &Option<String>| s.clone().unwrap_or_default();
    Some(ObjectEvidence {
        field,
        bits,
        contradicts,
        theirs: show(theirs),
        listed: show(listed),
        because,
        reasons: vec![reason],
    })
}
