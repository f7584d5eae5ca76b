//! What our side of a case keeps: signed versions, questions, answers, the evaluation.
//!
//! Never: is rewritten. A newer version stands after the older one.

use crate::answer::Answer;
use crate::content::Content;
use crate::field::Field;
use crate::ids::{MandateId, MessageId, Post};
use crate::people::Actor;
use jiff::Timestamp;
use marchland_law::Decision;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a head signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    pub number: u16,
    pub content: Content,
    /// The fields that differ from the version before.
    pub changed: BTreeSet<Field>,
    pub approval: Approval,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    pub by: Actor,
    pub mandate: MandateId,
    pub at: Timestamp,
    /// The message that carries it.
    pub message: MessageId,
    pub decision: Box<Decision>,
}

/// A new version of a sent request that waits for a head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    pub content: Box<Content>,
    pub changed: BTreeSet<Field>,
    pub by: Actor,
    pub at: Timestamp,
}

/// A question of the other side, and what was said to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clarification {
    pub message: MessageId,
    pub question: String,
    pub asked_at: Timestamp,
    pub given: Option<(Timestamp, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceivedAnswer {
    pub message: MessageId,
    pub answer: Answer,
    pub post: Post,
    pub at: Timestamp,
    /// First reading. Every further one is in the read log of the node.
    pub read: Option<(Timestamp, Actor)>,
}

/// What the asker thinks of the cooperation: the figures of a joint board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evaluation {
    pub useful: Useful,
    pub in_time: bool,
    /// 1 to 5.
    pub score: u8,
    pub comment: Option<String>,
    pub at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Useful {
    Yes,
    Partly,
    No,
}
