//! What a caller gives for a step, and where the case stands after it.
//!
//! Never: checks what casework checks; a field is read here and judged there.

use std::collections::BTreeMap;

use jiff::Timestamp;
use marchland_casework as casework;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Decided, FieldError};
use crate::store::matter::MatterRow;

/// Where a case stands after a step.
#[derive(Debug, Serialize, ToSchema)]
pub struct Moved {
    pub id: String,
    pub number: Option<String>,
    pub stage: String,
    pub version: i64,
}

impl From<MatterRow> for Moved {
    fn from(row: MatterRow) -> Self {
        Self { id: row.id, number: row.reference, stage: row.stage, version: row.version }
    }
}

/// Texts by field name. Saved as typed, right or wrong.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    pub fields: BTreeMap<String, String>,
}

/// All texts of a draft again, by field name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Retyped {
    pub fields: BTreeMap<String, String>,
    /// The version you last saw; a change in between is then refused.
    pub version: Option<i64>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Saved {
    #[serde(flatten)]
    pub case: Moved,
    /// What is still to be mended before it can be submitted.
    pub problems: Vec<FieldError>,
}

/// A draft that now takes the lawful route, and what the law says to it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Rerouted {
    #[serde(flatten)]
    pub case: Moved,
    pub fields: BTreeMap<String, String>,
    pub decision: Decided,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithReason {
    pub reason: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithText {
    pub text: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerRead {
    /// The message that carried the answer, from `answers`.
    pub answer: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Evaluating {
    /// yes, partly or no
    #[schema(value_type = String, example = "yes")]
    pub useful: casework::Useful,
    pub in_time: bool,
    #[schema(minimum = 1, maximum = 5)]
    pub score: u8,
    #[serde(default)]
    pub comment: String,
}

/// What the answering body will do with a request.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "position", rename_all = "lowercase")]
pub enum Standpoint {
    Accepted,
    Partly { points: Vec<PointRefused> },
    Refused { grounds: Vec<GroundNamed> },
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PointRefused {
    /// From 1, as in the request.
    pub point: u16,
    pub grounds: Vec<GroundNamed>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroundNamed {
    pub code: String,
    pub note: Option<String>,
}

impl From<GroundNamed> for casework::Ground {
    fn from(named: GroundNamed) -> Self {
        Self { code: named.code.as_str().into(), note: named.note }
    }
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkGiven {
    /// Login or id of an official of this node.
    pub to: String,
    pub text: String,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub due: Option<Timestamp>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WorkFinished {
    pub outcome: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionSeen {
    pub version: u16,
}
