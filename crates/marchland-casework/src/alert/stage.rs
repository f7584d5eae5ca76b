//! The stages of an alert, of both sides.
//!
//! Never: changes an alert.

use super::content::AlertContent;
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
        content: Box<AlertContent>,
        by: Actor,
        at: Timestamp,
    },
    InForce {
        at: Timestamp,
        reached: Reached,
    },
    /// The copy only: our own law does not carry it, so no check meets it until it does.
    Awaiting {
        at: Timestamp,
        verdict: String,
    },
    Withdrawn {
        reason: String,
        at: Timestamp,
    },
    Expired {
        at: Timestamp,
    },
}

/// How far the arrival came at the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reached {
    /// Signed and ready to send.
    Approved,
    /// Durable at the other node.
    Sent,
    /// Opened by the other body.
    Delivered,
}

impl Stage {
    pub fn code(&self) -> &'static str {
        match self {
            Stage::Draft { .. } => "draft",
            Stage::Submitted { .. } => "submitted",
            Stage::InForce { .. } => "in-force",
            Stage::Awaiting { .. } => "awaiting-law",
            Stage::Withdrawn { .. } => "withdrawn",
            Stage::Expired { .. } => "expired",
        }
    }

    /// Nothing leads out of these.
    pub fn is_final(&self) -> bool {
        matches!(self, Stage::Withdrawn { .. } | Stage::Expired { .. })
    }
}

impl Reached {
    pub fn code(self) -> &'static str {
        match self {
            Reached::Approved => "approved",
            Reached::Sent => "sent",
            Reached::Delivered => "delivered",
        }
    }
}
