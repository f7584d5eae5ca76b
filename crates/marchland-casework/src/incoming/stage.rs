//! The stages of a request that we answer.
//!
//! Never: changes a case.

use crate::answer::Answer;
use crate::ids::{MessageId, OfficialId};
use crate::people::Actor;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Stage {
    Received {
        at: Timestamp,
    },
    Registered {
        at: Timestamp,
    },
    /// We asked something and wait; `resume` is where the case goes on.
    Clarification {
        question: MessageId,
        at: Timestamp,
        resume: Box<Stage>,
    },
    Accepted {
        at: Timestamp,
    },
    Partly {
        at: Timestamp,
    },
    Refused {
        at: Timestamp,
    },
    Executing {
        at: Timestamp,
    },
    AnswerDrafted {
        by: OfficialId,
        at: Timestamp,
    },
    AnswerSubmitted {
        answer: Box<Answer>,
        drafted_by: OfficialId,
        by: Actor,
        at: Timestamp,
    },
    /// Signed and ready to send.
    AnswerApproved {
        message: MessageId,
        last: bool,
        at: Timestamp,
    },
    Answered {
        at: Timestamp,
    },
    Closed {
        at: Timestamp,
    },
    Recalled {
        reason: String,
        at: Timestamp,
    },
}

impl Stage {
    pub fn code(&self) -> &'static str {
        match self {
            Stage::Received { .. } => "received",
            Stage::Registered { .. } => "registered",
            Stage::Clarification { .. } => "clarification",
            Stage::Accepted { .. } => "accepted",
            Stage::Partly { .. } => "partly",
            Stage::Refused { .. } => "refused",
            Stage::Executing { .. } => "executing",
            Stage::AnswerDrafted { .. } => "answer-drafted",
            Stage::AnswerSubmitted { .. } => "answer-submitted",
            Stage::AnswerApproved { .. } => "answer-approved",
            Stage::Answered { .. } => "answered",
            Stage::Closed { .. } => "closed",
            Stage::Recalled { .. } => "recalled",
        }
    }

    pub fn is_final(&self) -> bool {
        matches!(self, Stage::Closed { .. } | Stage::Recalled { .. })
    }
}
