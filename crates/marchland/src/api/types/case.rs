//! A case as lists and readers see it.
//!
//! Never: is read back in.

use std::collections::BTreeMap;

use jiff::Timestamp;
use marchland_casework as casework;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::moment;
use crate::store::matter::MatterRow;

/// A case in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseLine {
    pub id: String,
    /// `ours`: we asked; `theirs`: they did.
    pub side: String,
    /// Our register number; absent until what arrived is registered.
    pub number: Option<String>,
    pub peer_number: Option<String>,
    pub neighbour: Option<String>,
    pub body: String,
    pub for_body: Option<String>,
    pub form: String,
    pub title: String,
    pub stage: String,
    pub urgent: bool,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub due: Option<Timestamp>,
    /// Grows with every change; give it back with a change to be told of one in between.
    pub version: i64,
    #[schema(value_type = String, format = DateTime)]
    pub opened_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    pub changed_at: Timestamp,
}

impl From<MatterRow> for CaseLine {
    fn from(row: MatterRow) -> Self {
        Self {
            id: row.id,
            side: row.side,
            number: row.reference,
            peer_number: row.peer_ref,
            neighbour: row.neighbour,
            body: row.body,
            for_body: row.for_body,
            form: row.form,
            title: row.title,
            stage: row.stage,
            urgent: row.urgent != 0,
            due: row.due_ms.map(moment),
            version: row.version,
            opened_at: moment(row.opened_at_ms),
            changed_at: moment(row.changed_at_ms),
        }
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListOf {
    /// Only this stage.
    pub stage: Option<String>,
    /// Part of a title or a number.
    pub text: Option<String>,
    #[param(minimum = 0)]
    pub offset: Option<u32>,
    /// At most 100.
    #[param(maximum = 100)]
    pub limit: Option<u32>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Cases {
    pub cases: Vec<CaseLine>,
    /// How many there are before the limit.
    pub total: i64,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Reading {
    /// Why you read this case. Needed unless it is on your desk; it holds for a shift.
    pub reason: Option<String>,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Exporting {
    /// Why you read this case. Needed unless it is on your desk; it holds for a shift.
    pub reason: Option<String>,
    /// With the content of the messages, where the handling codes allow it.
    #[serde(default)]
    pub content: bool,
}

/// A request of ours, opened.
#[derive(Debug, Serialize, ToSchema)]
pub struct OurCase {
    #[serde(flatten)]
    pub case: CaseLine,
    /// Under which reason it was opened, as the audit has it.
    pub reason: String,
    /// Why a draft came back.
    pub returned: Option<String>,
    pub fields: BTreeMap<String, String>,
    #[schema(value_type = Option<Object>)]
    pub content: Option<casework::Content>,
    #[schema(value_type = Option<Object>)]
    pub correction: Option<casework::Correction>,
    #[schema(value_type = Option<Object>)]
    pub position: Option<casework::Position>,
    #[schema(value_type = Vec<Object>)]
    pub clarifications: Vec<casework::Clarification>,
    #[schema(value_type = Vec<Object>)]
    pub answers: Vec<casework::ReceivedAnswer>,
    #[schema(value_type = Option<Object>)]
    pub evaluation: Option<casework::Evaluation>,
    #[schema(value_type = Vec<Object>)]
    pub clocks: Vec<casework::Clock>,
}

/// A request of a neighbour, opened.
#[derive(Debug, Serialize, ToSchema)]
pub struct TheirCase {
    #[serde(flatten)]
    pub case: CaseLine,
    /// Under which reason it was opened, as the audit has it.
    pub reason: String,
    #[schema(value_type = Vec<Object>)]
    pub versions: Vec<casework::ReceivedVersion>,
    #[schema(value_type = Option<Object>)]
    pub registration: Option<casework::Registration>,
    /// Codes a refusal may name under the decision of the registration.
    pub grounds: Vec<String>,
    #[schema(value_type = Option<Object>)]
    pub position: Option<casework::Position>,
    #[schema(value_type = Vec<Object>)]
    pub clarifications: Vec<casework::Clarification>,
    #[schema(value_type = Vec<Object>)]
    pub work: Vec<casework::Work>,
    /// The draft of the answer, as typed.
    pub fields: BTreeMap<String, String>,
    #[schema(value_type = Vec<Object>)]
    pub answers: Vec<casework::SignedAnswer>,
    #[schema(value_type = Vec<Object>)]
    pub clocks: Vec<casework::Clock>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionKept {
    pub id: String,
    /// The step it was made for.
    pub step: String,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    pub verdict: String,
    /// Which law decided: the hash of its sources.
    pub framework: String,
    pub decision: Value,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Timeline {
    pub facts: Vec<FactKept>,
    pub messages: Vec<MessageKept>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FactKept {
    pub n: i64,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    pub fact: Value,
}

/// A sealed message of the case, with its proofs.
#[derive(Debug, Serialize, ToSchema)]
pub struct MessageKept {
    /// Hash of the signed envelope, hexadecimal.
    pub msg_id: String,
    /// `ours` or `theirs`
    pub sent_by: String,
    pub lane: String,
    pub seq: i64,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// How the receiving node answered; absent while it has not.
    pub settled: Option<String>,
    pub receipts: Vec<ReceiptKept>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ReceiptKept {
    /// sent, accepted, rejected, delivered, undeliverable, read, …
    pub kind: String,
    /// In whose log the leaf is: `ours` or `theirs`.
    pub log: String,
    pub leaf: i64,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}
