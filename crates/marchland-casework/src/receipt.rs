//! What a verified receipt tells a case. Verifying it is the node's work, with the wire.
//!
//! Never: holds a proof.

use serde::{Deserialize, Serialize};

/// The rungs of the receipt ladder that a case shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "rung", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ReceiptKind {
    /// Accepted by the other node: it is durable there.
    Sent,
    /// Opened by the other body.
    Delivered,
    /// Opened by an official there.
    Read,
    /// An official there took charge of it.
    Acknowledged,
    /// What it brought about: how the copy of an alert stands at the other body.
    Effect { stands: String },
    /// The other node refused the envelope. It has not taken effect.
    Rejected { code: String },
    /// The other body could not open it.
    Undeliverable { code: String },
}

impl ReceiptKind {
    pub fn code(&self) -> &'static str {
        match self {
            ReceiptKind::Sent => "sent",
            ReceiptKind::Delivered => "delivered",
            ReceiptKind::Read => "read",
            ReceiptKind::Acknowledged => "acknowledged",
            ReceiptKind::Effect { .. } => "effect",
            ReceiptKind::Rejected { .. } => "rejected",
            ReceiptKind::Undeliverable { .. } => "undeliverable",
        }
    }
}
