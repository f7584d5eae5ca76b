//! A thing a state searches for, by its number: beside the person of an alert, or instead of one.
//!
//! Never: compares numbers; screening knows how a plate and a passport are written.

use crate::choice::Choice;
use serde::{Deserialize, Serialize};

pub const THINGS_MAX: usize = 20;
const NUMBER_MAX: usize = 40;
const MAKE_MAX: usize = 60;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThingKind {
    Plate,
    Vin,
    Document,
    Firearm,
    Phone,
    Container,
}

/// One numbered thing, as printed on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchedThing {
    pub kind: ThingKind,
    pub number: String,
    /// The state that issued the number, two letters of ISO 3166.
    pub state: Option<String>,
    /// Make and model, as far as known. The number of a firearm is unique only with its make.
    pub make: Option<String>,
}

impl Choice for ThingKind {
    const TABLE: &'static [(Self, &'static str)] = &[
        (Self::Plate, "plate"),
        (Self::Vin, "vin"),
        (Self::Document, "document"),
        (Self::Firearm, "firearm"),
        (Self::Phone, "phone"),
        (Self::Container, "container"),
    ];
}

impl SearchedThing {
    /// `123 ABC 02, KZ, Toyota Camry`
    pub fn line(&self) -> String {
        let parts = [Some(self.number.as_str()), self.state.as_deref(), self.make.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Reads `plate; 123 ABC 02; KZ; Toyota Camry`, state and make when they are known.
    pub(super) fn read(line: &str) -> Option<Self> {
        let parts: Vec<&str> = line.split(';').map(str::trim).collect();
        let part = |at: usize| parts.get(at).copied().filter(|part| !part.is_empty());
        let number = part(1).filter(|number| number.chars().any(char::is_alphanumeric))?;
        let state = part(2).map(str::to_uppercase);
        let make = part(3).map(str::to_owned);
        let fits = parts.len() <= 4
            && number.chars().count() <= NUMBER_MAX
            && state
                .as_ref()
                .is_none_or(|state| state.len() == 2 && state.chars().all(|c| c.is_ascii_uppercase()))
            && make.as_ref().is_none_or(|make| make.chars().count() <= MAKE_MAX);
        fits.then_some(Self { kind: ThingKind::from_code(part(0)?)?, number: number.to_owned(), state, make })
    }

    /// The line that reads as exactly this thing.
    pub(super) fn spelling(&self) -> String {
        let mut parts = vec![self.kind.code(), self.number.as_str()];
        if self.state.is_some() || self.make.is_some() {
            parts.push(self.state.as_deref().unwrap_or_default());
        }
        parts.extend(self.make.as_deref());
        parts.join("; ")
    }
}
