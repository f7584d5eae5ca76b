//! Write the answer, have it signed, send it, close.
//!
//! Never: lets an author sign their own answer.

use super::{Incoming, SignedAnswer, Stage, WorkState};
use crate::REASON_MAX;
use crate::answer::{Answer, Attachment};
use crate::clock::ClockKind;
use crate::draft::DraftFields;
use crate::error::CannotStep;
use crate::fact::{By, FactKind};
use crate::field::Field;
use crate::ids::MessageId;
use crate::input::step_text;
use crate::message::MessageBody;
use crate::people::{Actor, Mandate, Power};
use crate::receipt::ReceiptKind;
use crate::request::use_conditions;
use crate::step::{Step, Stepped};
use crate::task::{Desk, TaskKind};
use jiff::Timestamp;

impl Incoming {
    /// Keeps what was typed, valid or not. The first saving is a fact.
    pub fn save_answer(
        mut self,
        typed: DraftFields,
        attachments: Vec<Attachment>,
        who: &Actor,
        at: Timestamp,
    ) -> Stepped<Incoming> {
        self.accepted()?;
        self.no_open_question()?;
        let first = !matches!(self.stage, Stage::AnswerDrafted { .. });
        self.typed = typed;
        self.attachments = attachments;
        // Whoever typed last is the author: the one who may not sign.
        self.stage = Stage::AnswerDrafted { by: who.official.clone(), at };
        let step = Step::saved(self);
        Ok(if first { step.fact(at, who, FactKind::AnswerDrafted) } else { step })
    }

    /// Asks a head to sign. Every field is checked now, all problems at once.
    pub fn submit_answer(mut self, who: &Actor, at: Timestamp) -> Stepped<Incoming> {
        self.accepted()?;
        self.no_open_question()?;
        let Stage::AnswerDrafted { by: drafted_by, .. } = &self.stage else {
            return Err(CannotStep::NoAnswerDraft);
        };
        let drafted_by = drafted_by.clone();
        let content = self.content()?;
        let answer = Answer::check(&self.typed, content, self.refused_points(), &self.attachments)
            .map_err(CannotStep::Incomplete)?;
        // A first answer may say "later" for a point; then the work on it goes on.
        if answer.is_final() && self.work.iter().any(|w| w.state == WorkState::Open) {
            return Err(CannotStep::TasksOpen);
        }
        let heads = Desk::Heads { body: content.to.clone() };
        self.stage = Stage::AnswerSubmitted { answer: Box::new(answer), drafted_by, by: who.clone(), at };
        Ok(Step::of(self).fact(at, who, FactKind::AnswerSubmitted).done(TaskKind::WriteAnswer).open(
            TaskKind::ApproveAnswer,
            heads,
            None,
        ))
    }

    /// A head sends the answer back to its author, with a reason.
    pub fn return_answer(mut self, head: &Mandate, reason: &str, at: Timestamp) -> Stepped<Incoming> {
        self.not_final()?;
        let Stage::AnswerSubmitted { drafted_by, .. } = &self.stage else {
            return Err(CannotStep::AnswerNotSubmitted);
        };
        let drafted_by = drafted_by.clone();
        self.may(head, Power::ApproveAnswer, at)?;
        let reason = step_text(Field::Reason, reason, REASON_MAX)?;
        self.stage = Stage::AnswerDrafted { by: drafted_by.clone(), at };
        Ok(Step::of(self)
            .fact(at, &head.holder, FactKind::AnswerReturned { reason })
            .done(TaskKind::ApproveAnswer)
            .open(TaskKind::WriteAnswer, Desk::Official { official: drafted_by }, None))
    }

    /// A head who did not write it signs. The conditions of our law on its use go with it.
    pub fn approve_answer(mut self, head: &Mandate, message: MessageId, at: Timestamp) -> Stepped<Incoming> {
        self.not_final()?;
        let Stage::AnswerSubmitted { answer, drafted_by, by, .. } = &self.stage else {
            return Err(CannotStep::AnswerNotSubmitted);
        };
        let signer = &head.holder.official;
        if signer == drafted_by || *signer == by.official {
            return Err(CannotStep::OwnAnswer);
        }
        self.may(head, Power::ApproveAnswer, at)?;
        let registration = self.registration.as_ref().ok_or(CannotStep::NotRegistered)?;
        let drafted_by = drafted_by.clone();
        let mut answer = answer.as_ref().clone();
        answer.marking.use_conditions = use_conditions(&registration.decision);
        let last = answer.is_final();
        let body = MessageBody::Answer { answer: Box::new(answer.clone()) };
        let letter = self.letter(message.clone(), head, at, body)?;
        self.answers.push(SignedAnswer {
            message: message.clone(),
            answer,
            drafted_by,
            by: head.holder.clone(),
            mandate: head.id.clone(),
            at,
            rejected: None,
        });
        self.stage = Stage::AnswerApproved { message: message.clone(), last, at };
        let approved = FactKind::AnswerApproved { mandate: head.id.clone(), message };
        let step = Step::of(self).fact(at, &head.holder, approved).send(letter).done(TaskKind::ApproveAnswer);
        // Signed and in the outbox: from here on the delay is the line's, not ours.
        Ok(if last {
            step.stop_clock(ClockKind::OurAnswer, at).stop_clock(ClockKind::OurRule, at)
        } else {
            step
        })
    }

    /// A verified receipt for one of our messages.
    pub fn on_receipt(
        mut self,
        receipt: ReceiptKind,
        message: &MessageId,
        at: Timestamp,
    ) -> Stepped<Incoming> {
        let kind = FactKind::Receipt { receipt: receipt.clone(), message: message.clone() };
        if self.timeline.iter().any(|fact| fact.kind == kind) {
            return Ok(Step::of(self));
        }
        let officers = self.officers()?;
        let step = |case| Step::of(case).fact(at, By::Node, kind);
        let carried = match &self.stage {
            Stage::AnswerApproved { message: carried, last, .. } if carried == message => Some(*last),
            _ => None,
        };
        match (receipt, carried) {
            (ReceiptKind::Rejected { code } | ReceiptKind::Undeliverable { code }, Some(_)) => {
                // It had no effect there: a draft again, to be mended and signed anew.
                if let Some(answer) = self.answers.iter_mut().find(|a| &a.message == message) {
                    answer.rejected = Some(code);
                    self.stage = Stage::AnswerDrafted { by: answer.drafted_by.clone(), at };
                }
                Ok(step(self).open(TaskKind::WriteAnswer, officers, None))
            }
            (ReceiptKind::Rejected { .. } | ReceiptKind::Undeliverable { .. }, None) => {
                let lost = TaskKind::LetterLost { message: message.clone() };
                Ok(step(self).open(lost, officers, None))
            }
            (_, Some(last)) => {
                self.stage = if last { Stage::Answered { at } } else { Stage::Executing { at } };
                let answered = FactKind::Answered { message: message.clone(), last };
                let step = step(self).fact(at, By::Node, answered);
                Ok(if last { step } else { step.open(TaskKind::WriteAnswer, officers, None) })
            }
            (_, None) => Ok(step(self)),
        }
    }

    /// Ends the case on our side. It is not opened again; a late message is kept and noted.
    pub fn close(mut self, who: &Actor, at: Timestamp) -> Stepped<Incoming> {
        self.not_final()?;
        match self.stage {
            Stage::Answered { .. } | Stage::Refused { .. } => {}
            _ => return Err(CannotStep::NotAnswered),
        }
        self.drop_open_work(at);
        self.stage = Stage::Closed { at };
        Ok(Step::of(self).fact(at, who, FactKind::Closed).drop_all())
    }
}
