//! How far our letters came: verified receipts of the other node, body and officials.
//!
//! Never: takes a receipt for one letter as a receipt for another.

use super::{Request, Stage};
use crate::clock::ClockKind;
use crate::fact::{By, FactKind};
use crate::ids::MessageId;
use crate::receipt::ReceiptKind;
use crate::step::{Step, Stepped};
use crate::task::TaskKind;
use jiff::Timestamp;

impl Request {
    /// A verified receipt for one of our messages.
    pub fn on_receipt(
        mut self,
        receipt: ReceiptKind,
        message: &MessageId,
        at: Timestamp,
    ) -> Stepped<Request> {
        let kind = FactKind::Receipt { receipt: receipt.clone(), message: message.clone() };
        if self.timeline.iter().any(|fact| fact.kind == kind) {
            return Ok(Step::of(self));
        }
        let failed = match &receipt {
            ReceiptKind::Rejected { code } | ReceiptKind::Undeliverable { code } => Some(code.clone()),
            _ => None,
        };
        // Only the request itself moves the stage. A receipt for a correction, or for a request that was rejected
        // and is being written anew, is shown and nothing more.
        let carrier = self.versions.iter().rev().find(|v| v.changed.is_empty());
        let carries_request = carrier.is_some_and(|v| &v.approval.message == message)
            && !matches!(self.stage, Stage::Draft { .. } | Stage::Submitted { .. });
        let unsent = matches!(self.stage, Stage::Approved { .. } | Stage::Sent { .. });
        let desk = self.author_desk();
        if let Some(code) = failed {
            if carries_request && unsent {
                return Ok(self.back_to_draft(code, kind, at));
            }
            let lost = TaskKind::LetterLost { message: message.clone() };
            return Ok(Step::of(self).fact(at, By::Node, kind).open(lost, desk, None));
        }
        if carries_request && !self.stage.is_final() {
            match receipt {
                ReceiptKind::Sent => self.forward(Stage::Sent { at }),
                ReceiptKind::Delivered | ReceiptKind::Read => self.forward(Stage::Delivered { at }),
                ReceiptKind::Acknowledged => self.forward(Stage::Executing { at }),
                ReceiptKind::Rejected { .. }
                | ReceiptKind::Undeliverable { .. }
                | ReceiptKind::Effect { .. } => {}
            }
        }
        Ok(Step::of(self).fact(at, By::Node, kind))
    }

    /// The request had no effect there, so it is a draft again and is signed anew. What was asked by word of
    /// mouth then still waits for its written form.
    fn back_to_draft(mut self, code: String, kind: FactKind, at: Timestamp) -> Step<Request> {
        self.stage = Stage::Draft { returned: Some(code) };
        self.correction = None;
        let oral = self.signed().is_some_and(|v| v.content.oral.is_some());
        let clock = self.clocks.iter_mut().find(|c| c.kind == ClockKind::OralConfirmation && oral);
        let due = clock.map(|clock| {
            clock.restart();
            clock.due
        });
        let desk = self.author_desk();
        let step = Step::of(self).fact(at, By::Node, kind).open(TaskKind::Mend, desk.clone(), None);
        match due {
            Some(due) => step.open(TaskKind::ConfirmOral, desk, due),
            None => step,
        }
    }
}
