//! The stages of our side of a case. What the other side said is not here: it may come in any order.
//!
//! Never: changes a case.

use crate::content::Content;
use crate::ids::MessageId;
use crate::people::Actor;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Stage {
    /// `returned` says why it came back, from a head or from the other node.
    Draft {
        returned: Option<String>,
    },
    Submitted {
        content: Box<Content>,
        by: Actor,
        at: Timestamp,
    },
    /// Signed and ready to send.
    Approved {
        at: Timestamp,
    },
    /// Durable at the other node.
    Sent {
        at: Timestamp,
    },
    Delivered {
        at: Timestamp,
    },
    Registered {
        at: Timestamp,
    },
    Accepted {
        at: Timestamp,
    },
    Partly {
        at: Timestamp,
    },
    Refused {
        at: Timestamp,
        read: bool,
    },
    /// They asked something; `resume` is where the case goes on.
    Clarification {
        question: MessageId,
        at: Timestamp,
        resume: Box<Stage>,
    },
    Executing {
        at: Timestamp,
    },
    Answered {
        at: Timestamp,
    },
    Evaluated {
        at: Timestamp,
    },
    Closed {
        at: Timestamp,
    },
    Withdrawn {
        reason: String,
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
            Stage::Draft { .. } => "draft",
            Stage::Submitted { .. } => "submitted",
            Stage::Approved { .. } => "approved",
            Stage::Sent { .. } => "sent",
            Stage::Delivered { .. } => "delivered",
            Stage::Registered { .. } => "registered",
            Stage::Accepted { .. } => "accepted",
            Stage::Partly { .. } => "partly",
            Stage::Refused { .. } => "refused",
            Stage::Clarification { .. } => "clarification",
            Stage::Executing { .. } => "executing",
            Stage::Answered { .. } => "answered",
            Stage::Evaluated { .. } => "evaluated",
            Stage::Closed { .. } => "closed",
            Stage::Withdrawn { .. } => "withdrawn",
            Stage::Recalled { .. } => "recalled",
        }
    }

    /// Nothing leads out of these.
    pub fn is_final(&self) -> bool {
        matches!(self, Stage::Closed { .. } | Stage::Withdrawn { .. } | Stage::Recalled { .. })
    }

    /// How far along: what is heard moves a case forward only.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Stage::Draft { .. } => 0,
            Stage::Submitted { .. } => 1,
            Stage::Approved { .. } => 2,
            Stage::Sent { .. } => 3,
            Stage::Delivered { .. } => 4,
            Stage::Registered { .. } => 5,
            Stage::Accepted { .. } | Stage::Partly { .. } => 6,
            Stage::Executing { .. } => 7,
            Stage::Refused { .. } => 8,
            Stage::Answered { .. } => 9,
            Stage::Evaluated { .. } => 10,
            Stage::Clarification { resume, .. } => resume.rank(),
            Stage::Closed { .. } | Stage::Withdrawn { .. } | Stage::Recalled { .. } => 11,
        }
    }
}
