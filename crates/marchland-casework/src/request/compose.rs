//! From draft to signature: save, submit, return, approve, withdraw.
//!
//! Never: lets an author sign their own request, or anybody sign what the law does not permit.

use super::{Approval, Request, Stage, Version};
use crate::clock::{Clock, ClockKind, ClockSource};
use crate::draft::DraftFields;
use crate::error::CannotStep;
use crate::fact::FactKind;
use crate::field::{Field, FieldProblem, ProblemCode};
use crate::ids::{CaseId, MessageId, Reference};
use crate::input::step_text;
use crate::legal::decision_permits;
use crate::message::MessageBody;
use crate::people::{Actor, Mandate, Power};
use crate::step::{Step, Stepped};
use crate::task::{Desk, TaskKind};
use crate::{REASON_MAX, content::Oral};
use jiff::Timestamp;
use marchland_law::{Decision, Side};
use std::collections::BTreeSet;

impl Request {
    /// A new draft. It may be empty or full of mistakes.
    pub fn draft(
        id: CaseId,
        reference: Reference,
        author: Actor,
        typed: DraftFields,
        at: Timestamp,
    ) -> Step<Request> {
        let by = author.clone();
        let request = Request {
            id,
            reference,
            author,
            typed,
            stage: Stage::Draft { returned: None },
            versions: Vec::new(),
            correction: None,
            number: None,
            position: None,
            clarifications: Vec::new(),
            answers: Vec::new(),
            evaluation: None,
            clocks: Vec::new(),
            timeline: Vec::new(),
            seen: BTreeSet::new(),
        };
        Step::of(request).fact(at, &by, FactKind::Drafted)
    }

    /// Keeps what was typed. No fact: a timeline of key strokes helps nobody.
    pub fn save(mut self, typed: DraftFields, who: &Actor) -> Stepped<Request> {
        self.is_draft_of(who)?;
        self.typed = typed;
        Ok(Step::saved(self))
    }

    /// Records that the request was made by word of mouth: the duty to confirm it in writing starts with the call,
    /// not with the signature. `due` and `source` come from the law or from a rule of the house.
    pub fn note_oral(self, source: ClockSource, due: Option<Timestamp>, at: Timestamp) -> Stepped<Request> {
        self.not_final()?;
        if !matches!(self.stage, Stage::Draft { .. } | Stage::Submitted { .. }) {
            return Err(CannotStep::AlreadyApproved);
        }
        let made_at: Timestamp =
            self.typed.get(Field::OralAt).trim().parse().map_err(|_| CannotStep::NotOral)?;
        if self.clocks.iter().any(|c| c.kind == ClockKind::OralConfirmation) {
            return Ok(Step::of(self));
        }
        let (by, desk) = (self.author.clone(), self.author_desk());
        Ok(Step::of(self)
            .fact(at, &by, FactKind::MadeOrally { at: made_at })
            .start_clock(Clock::new(ClockKind::OralConfirmation, source, made_at, due), at)
            .open(TaskKind::ConfirmOral, desk, due))
    }

    /// Asks a head to sign. Every field is checked now, all problems at once.
    pub fn submit(mut self, who: &Actor, at: Timestamp) -> Stepped<Request> {
        self.is_draft_of(who)?;
        let content = self.typed.check().map_err(CannotStep::Incomplete)?;
        if let Some(Oral { made_at, .. }) = &content.oral
            && *made_at > at
        {
            let problem = FieldProblem::new(Field::OralAt, ProblemCode::InTheFuture);
            return Err(CannotStep::Incomplete(vec![problem]));
        }
        if who.body != content.from && Some(&who.body) != content.on_behalf_of.as_ref() {
            return Err(CannotStep::NotSender);
        }
        let heads = Desk::Heads { body: content.from.clone() };
        self.stage = Stage::Submitted { content: Box::new(content), by: who.clone(), at };
        Ok(Step::of(self).fact(at, who, FactKind::Submitted).done(TaskKind::Mend).open(
            TaskKind::Approve,
            heads,
            None,
        ))
    }

    /// A head sends it back to its author, with a reason.
    pub fn return_to_author(mut self, head: &Mandate, reason: &str, at: Timestamp) -> Stepped<Request> {
        self.not_final()?;
        let Stage::Submitted { content, .. } = &self.stage else { return Err(CannotStep::NotSubmitted) };
        self.may(head, Power::ApproveRequest, content, at)?;
        let reason = step_text(Field::Reason, reason, REASON_MAX)?;
        self.stage = Stage::Draft { returned: Some(reason.clone()) };
        let author = self.author_desk();
        Ok(Step::of(self).fact(at, &head.holder, FactKind::Returned { reason }).done(TaskKind::Approve).open(
            TaskKind::Mend,
            author,
            None,
        ))
    }

    /// A head who is not the author signs, under a decision of today that permits exactly this act.
    pub fn approve(
        mut self,
        head: &Mandate,
        decision: &Decision,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Request> {
        self.not_final()?;
        let (mut content, by) = match &self.stage {
            Stage::Submitted { content, by, .. } => (content.as_ref().clone(), by.clone()),
            Stage::Draft { .. } => return Err(CannotStep::NotSubmitted),
            _ => return Err(CannotStep::AlreadyApproved),
        };
        let signer = &head.holder.official;
        if *signer == by.official || *signer == self.author.official {
            return Err(CannotStep::OwnRequest);
        }
        self.may(head, Power::ApproveRequest, &content, at)?;
        decision_permits(decision, &content, Side::Acting, at)?;
        content.marking.use_conditions = use_conditions(decision);

        let reference = self.reference.clone();
        let carried = Box::new(content.clone());
        let body = match content.oral.clone() {
            None => MessageBody::Request { reference, content: carried },
            Some(oral) => MessageBody::OralConfirmation { reference, oral, content: carried },
        };
        let oral_late = content
            .oral
            .as_ref()
            .map(|_| self.clocks.iter().any(|c| c.kind == ClockKind::OralConfirmation && c.is_late(at)));
        let letter = self.message(&content, message.clone(), &head.holder.post, at, body);
        self.versions.push(Version {
            // Counting on from a version that the other node rejected: no number is used twice.
            number: self.versions.last().map_or(1, |v| v.number.saturating_add(1)),
            content,
            changed: BTreeSet::new(),
            approval: Approval {
                by: head.holder.clone(),
                mandate: head.id.clone(),
                at,
                message: message.clone(),
                decision: Box::new(decision.clone()),
            },
        });
        self.stage = Stage::Approved { at };
        let approved = FactKind::Approved { mandate: head.id.clone(), message };
        let step = Step::of(self).fact(at, &head.holder, approved).send(letter).done(TaskKind::Approve);
        Ok(match oral_late {
            None => step,
            Some(late) => step
                .fact(at, &head.holder, FactKind::OralConfirmed { late })
                .stop_clock(ClockKind::OralConfirmation, at)
                .done(TaskKind::ConfirmOral),
        })
    }

    /// The author gives it up before it is signed. Afterwards it is recalled.
    pub fn withdraw(mut self, who: &Actor, reason: &str, at: Timestamp) -> Stepped<Request> {
        self.not_final()?;
        if !matches!(self.stage, Stage::Draft { .. } | Stage::Submitted { .. }) {
            return Err(CannotStep::AlreadyApproved);
        }
        self.is_author(who)?;
        let reason = step_text(Field::Reason, reason, REASON_MAX)?;
        self.stage = Stage::Withdrawn { reason: reason.clone(), at };
        Ok(Step::of(self)
            .fact(at, who, FactKind::Withdrawn { reason })
            .stop_clock(ClockKind::OralConfirmation, at)
            .drop_all())
    }

    fn is_draft_of(&self, who: &Actor) -> Result<(), CannotStep> {
        self.not_final()?;
        if !matches!(self.stage, Stage::Draft { .. }) {
            return Err(CannotStep::NotDraft);
        }
        self.is_author(who)
    }

    pub(super) fn is_author(&self, who: &Actor) -> Result<(), CannotStep> {
        if who.official == self.author.official { Ok(()) } else { Err(CannotStep::NotAuthor) }
    }
}

/// The codes that travel with the item, from the decision it was approved under.
pub(crate) fn use_conditions(decision: &Decision) -> BTreeSet<String> {
    decision.use_conditions.iter().map(|c| c.code.to_string()).collect()
}
