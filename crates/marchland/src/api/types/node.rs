//! The node as the API says it: desk, health, links, audit.
//!
//! Never: names what a caller's role may not see; the doors decide that.

use jiff::Timestamp;
use marchland_law::Text;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::{CaseLine, Who};

/// What waits for the caller.
#[derive(Debug, Serialize, ToSchema)]
pub struct Desk {
    pub official: Who,
    pub tasks: Vec<DeskTask>,
    pub drafts: Vec<CaseLine>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DeskTask {
    /// What to do, as casework names it.
    pub task: Value,
    /// The case it belongs to, by id.
    pub case: String,
    pub number: Option<String>,
    pub title: String,
    pub stage: String,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub due: Option<Timestamp>,
    #[schema(value_type = String, format = DateTime)]
    pub opened_at: Timestamp,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Health {
    pub ok: bool,
    pub node: String,
    pub version: String,
    /// Which law is loaded: the hash of its sources.
    pub framework: String,
    /// False when the folder of the law has mistakes and the last good law is used instead.
    pub law_current: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Links {
    pub node: String,
    pub state: String,
    /// Fingerprint of the state root, as the annex to the agreement prints it.
    pub root: String,
    pub neighbours: Vec<Neighbour>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Neighbour {
    pub node: String,
    pub state: String,
    /// Fingerprint of the state root that was compared when it was linked.
    pub root: String,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub answered_at: Option<Timestamp>,
    /// How long its last answer took.
    pub answer_ms: Option<i64>,
    #[schema(value_type = Option<String>, format = DateTime)]
    pub failing_since: Option<Timestamp>,
    pub failure: Option<String>,
    /// Messages to it that have no receipt yet.
    pub waiting: i64,
    pub log: LogState,
}

/// The log kept for a neighbour, and what is known of the log it keeps for us.
#[derive(Debug, Serialize, ToSchema)]
pub struct LogState {
    /// Leaves in our log.
    pub size: u64,
    /// How many of them the neighbour has cosigned.
    pub cosigned: u64,
    /// How many leaves of its log we have cosigned.
    pub theirs: u64,
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AuditOf {
    /// `reads` or `writes`; both when absent.
    #[serde(default)]
    pub kind: String,
    /// A register number or a login.
    #[serde(default)]
    pub of: String,
    /// Only lines before this one, to page on.
    #[serde(default)]
    pub before: i64,
}

/// Newest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditLine {
    pub n: i64,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Absent when the node itself acted.
    pub login: Option<String>,
    #[schema(value_type = Option<BTreeMap<String, String>>)]
    pub post: Option<Text>,
    pub act: String,
    pub reads: bool,
    /// The case, by number or, without one, by id.
    pub case: Option<String>,
    pub reason: Option<String>,
    /// `done`, or `refused: ` and a code.
    pub outcome: String,
}
