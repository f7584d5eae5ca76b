//! Where an alert of ours went: one copy for each body it is addressed to, how far the last word about it came, and what
//! that body says has become of it.
//!
//! Never: takes a copy for withdrawn before its own body has said so.

use super::Alert;
use super::stage::{Reached, Stage};
use crate::ids::MessageId;
use crate::receipt::ReceiptKind;
use jiff::Timestamp;
use marchland_law::{BodyId, Decision};
use serde::{Deserialize, Serialize};

/// One addressee of an alert of ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptCopy {
    pub to: BodyId,
    /// The last message sent about the alert itself: arrival, change or withdrawal.
    pub told: MessageId,
    pub withdraws: bool,
    pub reached: Reached,
    /// How the copy stands there, as its own body states; absent until it has.
    pub stands: Option<String>,
    /// Why it was not taken there, if it was not.
    pub refused: Option<String>,
    /// Since when this is so.
    pub at: Timestamp,
    /// The law towards this body when the newest version was signed.
    pub decision: Box<Decision>,
}

/// What is known of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyState {
    /// Signed; the other node has not accepted it yet and is tried again.
    Pending,
    /// Durable at the other node.
    Sent,
    /// Opened by the body; what it made of it is not known.
    Received,
    InForce,
    /// Its own law does not carry it yet.
    AwaitingLaw,
    Refused,
    /// Withdrawn here, not yet confirmed there.
    WithdrawalPending,
    Withdrawn,
}

impl KeptCopy {
    pub fn state(&self) -> CopyState {
        let stands = |stage: &str| self.stands.as_deref() == Some(stage);
        match (self.withdraws, self.reached) {
            (true, _) if stands("withdrawn") || stands("expired") => CopyState::Withdrawn,
            (true, _) => CopyState::WithdrawalPending,
            _ if self.refused.is_some() => CopyState::Refused,
            _ if stands("in-force") => CopyState::InForce,
            _ if stands("awaiting-law") => CopyState::AwaitingLaw,
            (_, Reached::Approved) => CopyState::Pending,
            (_, Reached::Sent) => CopyState::Sent,
            (_, Reached::Delivered) => CopyState::Received,
        }
    }
}

impl CopyState {
    pub fn code(self) -> &'static str {
        match self {
            CopyState::Pending => "pending",
            CopyState::Sent => "sent",
            CopyState::Received => "received",
            CopyState::InForce => "in-force",
            CopyState::AwaitingLaw => "awaiting-law",
            CopyState::Refused => "refused",
            CopyState::WithdrawalPending => "withdrawal-pending",
            CopyState::Withdrawn => "withdrawn",
        }
    }
}

impl Alert {
    /// Where our alert went, the main addressee first; removed addressees stay until their withdrawal is confirmed and after.
    pub fn copies(&self) -> &[KeptCopy] {
        &self.copies
    }

    /// It ended here, and not every copy has confirmed.
    pub fn withdrawal_is_open(&self) -> bool {
        matches!(self.stage, Stage::Withdrawn { .. })
            && self.copies.iter().any(|copy| copy.state() == CopyState::WithdrawalPending)
    }

    /// A new word to an addressee: what was known of its copy begins again.
    pub(super) fn tell(
        &mut self,
        to: &BodyId,
        message: MessageId,
        decision: Option<&Decision>,
        at: Timestamp,
    ) {
        let withdraws = decision.is_none();
        let known = self.copies.iter_mut().find(|copy| &copy.to == to);
        match (known, decision) {
            (Some(copy), _) => {
                (copy.told, copy.withdraws, copy.reached) = (message, withdraws, Reached::Approved);
                (copy.stands, copy.refused, copy.at) = (None, None, at);
                if let Some(decision) = decision {
                    *copy.decision = decision.clone();
                }
            }
            (None, Some(decision)) => self.copies.push(KeptCopy {
                to: to.clone(),
                told: message,
                withdraws,
                reached: Reached::Approved,
                stands: None,
                refused: None,
                at,
                decision: Box::new(decision.clone()),
            }),
            (None, None) => {}
        }
    }

    /// A receipt moves the copy its message was for, and with it how far the alert came at all: as far as at the slowest.
    pub(super) fn copy_hears(&mut self, receipt: &ReceiptKind, message: &MessageId, at: Timestamp) {
        let Some(copy) = self.copies.iter_mut().find(|copy| &copy.told == message) else { return };
        copy.at = at;
        match receipt {
            ReceiptKind::Sent => copy.reached = copy.reached.max(Reached::Sent),
            ReceiptKind::Rejected { code } | ReceiptKind::Undeliverable { code } => {
                copy.refused = Some(code.clone());
            }
            ReceiptKind::Effect { stands } => {
                (copy.reached, copy.stands) = (Reached::Delivered, Some(stands.clone()));
            }
            _ => copy.reached = Reached::Delivered,
        }
        let slowest = self.copies.iter().map(|copy| copy.reached).min();
        if let (Stage::InForce { reached, .. }, Some(slowest)) = (&mut self.stage, slowest) {
            *reached = slowest;
        }
    }
}
