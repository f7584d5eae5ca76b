//! Search for things by their numbers: vehicles, documents, firearms, telephones, containers. One number in all its
//! spellings is found at once; a number one mistake away is shown to be compared by eye.
//!
//! Never: acts on a result, remembers a check, takes a near number for a hit.

pub mod container;
pub mod document;
mod evidence;
pub mod firearm;
mod letters;
mod near;
pub mod phone;
pub mod plate;
mod screen;
pub mod vin;

use serde::{Deserialize, Serialize};

use crate::lines::Row;

#[cfg(test)]
mod tests;

pub use evidence::{ObjectEvidence, ObjectField, ObjectReason};
pub use screen::ObjectScreen;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Plate,
    Vin,
    Document,
    Firearm,
    Phone,
    Container,
}

impl Kind {
    pub fn code(self) -> &'static str {
        match self {
            Kind::Plate => "plate",
            Kind::Vin => "vin",
            Kind::Document => "document",
            Kind::Firearm => "firearm",
            Kind::Phone => "phone",
            Kind::Container => "container",
        }
    }
}

/// A thing with a number, as an alert or an officer writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Object {
    pub kind: Kind,
    pub number: String,
    /// Numbers it had before: a renewed passport, a new plate.
    #[serde(default)]
    pub former: Vec<String>,
    /// The state that issued the number, ISO 3166 alpha-2.
    #[serde(default)]
    pub state: Option<String>,
    #[serde(default)]
    pub make: Option<String>,
    #[serde(default)]
    pub model: Option<String>,
    #[serde(default)]
    pub calibre: Option<String>,
}

impl Object {
    /// Only a kind and a number; the rest is filled in by name.
    pub fn new(kind: Kind, number: &str) -> Object {
        Object {
            kind,
            number: number.to_string(),
            former: Vec::new(),
            state: None,
            make: None,
            model: None,
            calibre: None,
        }
    }

    /// The number in the one spelling of its kind. Empty if it holds no letter and no digit.
    pub fn canonical(&self) -> String {
        self.spelling(&self.number)
    }

    /// Why the number may have been read wrongly or altered; None if nothing speaks for it.
    pub fn doubt(&self) -> Option<String> {
        let state = self.state.as_deref();
        match self.kind {
            Kind::Plate => plate::doubt(&self.canonical(), state),
            Kind::Vin => vin::doubt(&self.canonical()),
            Kind::Document => document::doubt(&self.canonical(), state),
            Kind::Firearm => None,
            Kind::Phone => phone::doubt(&self.number),
            Kind::Container => container::doubt(&self.number),
        }
    }

    fn spelling(&self, number: &str) -> String {
        let state = self.state.as_deref();
        match self.kind {
            Kind::Plate => plate::canonical(number, state),
            Kind::Vin => vin::canonical(number),
            Kind::Document => document::canonical(number, state),
            Kind::Firearm => firearm::canonical(number),
            Kind::Phone => phone::canonical(number),
            Kind::Container => container::canonical(number),
        }
    }

    /// Every number in its one spelling, and whether it is a former one; none empty, none twice. Where a check digit
    /// was taken off, the number with it stands too: an extra sign may have been taken for it.
    fn spellings(&self) -> Vec<(String, bool)> {
        let mut all: Vec<(String, bool)> = Vec::new();
        let numbers = std::iter::once((&self.number, false)).chain(self.former.iter().map(|n| (n, true)));
        for (number, former) in numbers {
            let checked = matches!(self.kind, Kind::Phone | Kind::Container);
            let whole = if checked { letters::tidy(number) } else { String::new() };
            for one in [self.spelling(number), whole] {
                if !one.is_empty() && !all.iter().any(|(known, _)| *known == one) {
                    all.push((one, former));
                }
            }
        }
        all
    }
}

/// A thing a state searches for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectAlert {
    pub id: String,
    #[serde(flatten)]
    pub object: Object,
}

impl Row for ObjectAlert {
    fn id(&self) -> &str {
        &self.id
    }

    fn dob(&self) -> Option<&str> {
        None
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ObjectVerdict {
    /// One mistake away, or something beside the number does not fit: compare by eye.
    Near,
    /// The number is the same and nothing speaks against it.
    Hit,
}

/// One alert compared with one thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ObjectFound {
    pub alert: String,
    pub kind: Kind,
    pub verdict: ObjectVerdict,
    /// All evidence, in bits. For the order of results; the verdict follows from the number.
    pub bits: f64,
    pub evidence: Vec<ObjectEvidence>,
    /// The whole result in one sentence.
    pub because: String,
}
