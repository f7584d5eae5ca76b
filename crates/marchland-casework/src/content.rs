//! What a request says, once checked: every field a word of the trade.
//!
//! Never: holds what was typed (that is [`crate::draft`]) or who approved it (that is the case).

use crate::born::Born;
use crate::handling::Marking;
use jiff::Timestamp;
use marchland_law::{BodyId, FactKey, FactValue, FormId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The forms of cooperation whose life this crate knows.
pub const FORMS: [&str; 2] = ["operational-request", "information-sharing"];

/// A checked request. The bodies belong to it: a request to one body is not the same request to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    pub form: FormId,
    /// The body that signs and sends.
    pub from: BodyId,
    pub to: BodyId,
    /// The body for which the sender asks, when it may not ask itself.
    pub on_behalf_of: Option<BodyId>,
    pub about: About,
    pub category: SubjectCategory,
    pub purpose: Purpose,
    pub offence: Offence,
    /// When and where it happened.
    pub time_place: String,
    pub facts: String,
    /// Why the sender thinks the other side holds it.
    pub why_held: String,
    /// The sender's own case.
    pub case_number: String,
    pub urgency: Urgency,
    /// What is asked, numbered from 1 in this order.
    pub points: Vec<String>,
    pub oral: Option<Oral>,
    pub marking: Marking,
    /// Answers to questions of the law that no other field answers, by fact key.
    pub legal_facts: BTreeMap<FactKey, FactValue>,
}

impl Content {
    /// Points are numbered from 1.
    pub fn has_point(&self, number: u16) -> bool {
        number >= 1 && usize::from(number) <= self.points.len()
    }

    /// Each point with its number.
    pub fn numbered(&self) -> impl Iterator<Item = (u16, &str)> {
        (1u16..).zip(self.points.iter().map(String::as_str))
    }
}

/// What the request is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum About {
    Person {
        surname: String,
        given: Option<String>,
        patronymic: Option<String>,
        born: Option<Born>,
        citizenship: Option<String>,
        document: Option<String>,
    },
    Vehicle {
        /// A plate, a vehicle identification number, or both: at least one.
        plate: Option<String>,
        vin: Option<String>,
        description: Option<String>,
    },
    Document {
        document_type: Option<String>,
        number: String,
        issuer: Option<String>,
    },
    Phone {
        /// International, `+` and digits.
        number: String,
    },
    Place {
        address: String,
    },
    Object {
        description: String,
        serial: Option<String>,
    },
    Other {
        description: String,
    },
}

impl About {
    pub const KINDS: [&str; 7] = ["person", "vehicle", "document", "phone", "place", "object", "other"];

    pub fn kind(&self) -> &'static str {
        match self {
            About::Person { .. } => "person",
            About::Vehicle { .. } => "vehicle",
            About::Document { .. } => "document",
            About::Phone { .. } => "phone",
            About::Place { .. } => "place",
            About::Object { .. } => "object",
            About::Other { .. } => "other",
        }
    }

    /// One line for a title: the plate, the number, the surname. Shown to those who may read the case.
    pub fn title(&self) -> String {
        match self {
            About::Person { surname, given, patronymic, .. } => {
                let mut name = surname.clone();
                for part in [given, patronymic].into_iter().flatten() {
                    name.push(' ');
                    name.push_str(part);
                }
                name
            }
            About::Vehicle { plate, vin, description } => {
                [plate, vin, description].into_iter().flatten().next().cloned().unwrap_or_default()
            }
            About::Document { number, .. } | About::Phone { number } => number.clone(),
            About::Place { address } => address.clone(),
            About::Object { description, .. } | About::Other { description } => description.clone(),
        }
    }
}

/// In which role the person or thing stands in the case. Mandatory on every request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SubjectCategory {
    Suspect,
    Convicted,
    Wanted,
    Victim,
    Witness,
    Missing,
    Contact,
    /// Keeper, finder or other person who is none of the above.
    Other,
    /// The request names no person.
    NoPerson,
}

/// What the sender needs it for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    Prevention,
    Detection,
    Investigation,
    Search,
    ProtectionOfLife,
}

/// The offence in words and, if known, its class in the International Classification of Crime.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offence {
    pub iccs: Option<String>,
    pub text: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Urgency {
    Normal,
    /// At least one test is met, and the reason says how.
    Urgent {
        tests: BTreeSet<UrgencyTest>,
        reason: String,
    },
}

/// The four tests of urgency, as in Directive (EU) 2023/977: the clearest list we found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UrgencyTest {
    /// An immediate and serious threat to public security.
    PublicSecurity,
    /// An imminent threat to a person's life or body.
    LifeOrBody,
    /// A decision on keeping a person deprived of liberty.
    Liberty,
    /// Important information is about to lose its value.
    InformationLost,
}

/// A request that was first made by word of mouth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Oral {
    pub made_at: Timestamp,
    /// The post that took the call, never a person's name.
    pub to_whom: String,
    pub how: OralMeans,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OralMeans {
    Telephone,
    Radio,
    InPerson,
}
