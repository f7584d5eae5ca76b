//! What is asked of the law: an act between two bodies, on dates, with the facts known so far.
//!
//! Never: decides.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    BodyId, BodyKind, Channel, ConfirmationId, FactKey, FormId, InstrumentId, Level, RegionCode, RuleId,
    State, Text,
};

/// What someone wants to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    pub form: FormId,
    pub from: BodyId,
    pub to: BodyId,
    /// Absent: the law says which channel fits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    #[serde(default)]
    pub facts: BTreeMap<FactKey, FactValue>,
}

/// The answer to a question of the vocabulary. A date is text in the form 2026-11-23.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FactValue {
    YesNo(bool),
    Number(i64),
    Text(Arc<str>),
}

/// The four dates of a decision. Same framework, act and dates: same decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// When the facts of the act were as stated.
    pub facts: Date,
    /// When the act is done; confirmations are live or not on this day.
    pub act: Date,
    /// The law in force on this day applies.
    pub rules: Date,
    /// What we knew of the law on this day.
    pub knowledge: Date,
}

impl Dates {
    pub fn all(day: Date) -> Self {
        Self { facts: day, act: day, rules: day, knowledge: day }
    }
}

/// Whose legal adviser's confirmation counts: the law is asked on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    Acting,
    Receiving,
}

/// A named legal adviser's confirmation that a body may use an instrument whose text is known only in part.
/// It covers every provision used from that instrument, its territory included, unless `rule` narrows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Confirmation {
    pub id: ConfirmationId,
    pub body: BodyId,
    pub instrument: InstrumentId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<RuleId>,
    /// The post, never a person's name.
    pub post: Text,
    /// First day on which it counts.
    pub date: Date,
    pub reason: Arc<str>,
    /// First day on which it no longer counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked: Option<Date>,
    /// What the adviser requires for this use; codes are duties of the vocabulary.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<ConfirmedCondition>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmedCondition {
    pub code: Arc<str>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub params: BTreeMap<Arc<str>, Arc<str>>,
}

impl Confirmation {
    pub fn live_on(&self, day: Date) -> bool {
        self.date <= day && self.revoked.is_none_or(|end| day < end)
    }
}

/// A police body as the register of bodies knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    pub id: BodyId,
    pub state: State,
    pub level: Level,
    pub kind: BodyKind,
    /// Absent for a central body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
    /// The body above it in the same state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<BodyId>,
    pub names: Text,
    /// IANA time zone, such as `Asia/Omsk`.
    pub zone: Arc<str>,
}

/// The register of bodies: who is below whom. Checked once, then trusted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Directory {
    bodies: BTreeMap<BodyId, Body>,
}

/// Longest chain of subordination the register accepts.
const SUBORDINATION_DEPTH_MAX: usize = 8;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DirectoryMistake {
    #[error("the body {0} is listed twice; keep one entry")] // code: body-twice
    Twice(BodyId),
    #[error(
        "the body {body} names {parent} as the body above it, which is not listed; add it or correct the name"
    )]
    ParentUnknown { body: BodyId, parent: BodyId }, // code: parent-unknown
    #[error(
        "the body {body} and the body above it, {parent}, belong to different states; correct one of them"
    )]
    ParentAbroad { body: BodyId, parent: BodyId }, // code: parent-abroad
    #[error("the bodies above {0} form a circle or are more than eight; correct who is above whom")]
    // code: parent-circle
    Circle(BodyId),
}

impl DirectoryMistake {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Twice(_) => "body-twice",
            Self::ParentUnknown { .. } => "parent-unknown",
            Self::ParentAbroad { .. } => "parent-abroad",
            Self::Circle(_) => "parent-circle",
        }
    }
}

impl Directory {
    pub fn new(list: impl IntoIterator<Item = Body>) -> Result<Self, DirectoryMistake> {
        let mut bodies = BTreeMap::new();
        for body in list {
            let id = body.id.clone();
            if bodies.insert(id.clone(), body).is_some() {
                return Err(DirectoryMistake::Twice(id));
            }
        }
        let directory = Self { bodies };
        for body in directory.bodies.values() {
            if let Some(parent) = &body.parent {
                let (body, above) =
                    (body.id.clone(), directory.bodies.get(parent).map(|p| p.state == body.state));
                let parent = parent.clone();
                match above {
                    None => return Err(DirectoryMistake::ParentUnknown { body, parent }),
                    Some(false) => return Err(DirectoryMistake::ParentAbroad { body, parent }),
                    Some(true) => {}
                }
            }
            if directory.upwards(body).count() > SUBORDINATION_DEPTH_MAX {
                return Err(DirectoryMistake::Circle(body.id.clone()));
            }
        }
        Ok(directory)
    }

    pub fn get(&self, id: &BodyId) -> Option<&Body> {
        self.bodies.get(id)
    }

    pub fn all(&self) -> impl Iterator<Item = &Body> {
        self.bodies.values()
    }

    /// The body itself, the body above it, and so on to the top.
    pub fn upwards<'a>(&'a self, body: &'a Body) -> impl Iterator<Item = &'a Body> {
        // One more than allowed, so that a circle is seen as too long and not walked for ever.
        std::iter::successors(Some(body), |b| b.parent.as_ref().and_then(|p| self.bodies.get(p)))
            .take(SUBORDINATION_DEPTH_MAX + 1)
    }
}
