//! What the answering side keeps: what they signed, the number, the work, what we signed.
//!
//! Never: is sent. The neighbour gets letters, not this.

use crate::answer::Answer;
use crate::content::Content;
use crate::field::Field;
use crate::ids::{MandateId, MessageId, OfficialId, Post, RegisterNumber, TaskId};
use crate::people::Actor;
use jiff::Timestamp;
use marchland_law::Decision;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceivedVersion {
    pub number: u16,
    pub content: Content,
    pub changed: BTreeSet<Field>,
    pub message: MessageId,
    pub post: Post,
    pub at: Timestamp,
}

/// The number it was given, and what our law says to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registration {
    pub number: RegisterNumber,
    pub by: Actor,
    pub mandate: MandateId,
    pub at: Timestamp,
    /// The newest decision under our framework.
    pub decision: Box<Decision>,
}

/// A piece of work given to an official.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    pub id: TaskId,
    pub to: OfficialId,
    pub text: String,
    pub due: Option<Timestamp>,
    pub given_at: Timestamp,
    pub state: WorkState,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case", deny_unknown_fields)]
pub enum WorkState {
    Open,
    Done { outcome: String, at: Timestamp },
    Dropped { at: Timestamp },
}

/// An answer a head signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedAnswer {
    pub message: MessageId,
    pub answer: Answer,
    pub drafted_by: OfficialId,
    pub by: Actor,
    pub mandate: MandateId,
    pub at: Timestamp,
    /// The code with which the other node rejected it: it had no effect there.
    pub rejected: Option<String>,
}
