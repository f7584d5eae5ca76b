//! Our own alert: draft, signature of a head, change, withdrawal, and what the finder tells us.
//!
//! Never: lets an author sign their own alert; issues one the law does not carry.

use super::content::{AlertContent, VALID_DAYS_MAX};
use super::record::{AlertApproval, AlertVersion, PendingChange};
use super::stage::{Reached, Stage};
use super::{Alert, Whose, end_of, id_at};
use crate::REASON_MAX;
use crate::draft::DraftFields;
use crate::error::CannotStep;
use crate::fact::{By, FactKind};
use crate::field::{Field, FieldProblem, ProblemCode};
use crate::ids::{CaseId, MessageId, Reference};
use crate::input::step_text;
use crate::legal::act_permitted;
use crate::message::{Message, MessageBody};
use crate::people::{Actor, Mandate, Power};
use crate::receipt::ReceiptKind;
use crate::step::{Step, Stepped};
use crate::task::{Desk, TaskKind};
use jiff::Timestamp;
use marchland_law::{Act, BodyId, Decision, Side};
use std::collections::BTreeSet;

/// What a body is told that a change no longer addresses.
const NO_LONGER_ADDRESSED: &str = "This body is no longer an addressee of the alert.";

impl Alert {
    /// A new draft. It may be empty or full of mistakes.
    pub fn draft(
        id: CaseId,
        reference: Reference,
        author: Actor,
        typed: DraftFields,
        at: Timestamp,
    ) -> Step<Alert> {
        let by = author.clone();
        let alert = Alert {
            thread: id.clone(),
            id,
            whose: Whose::Ours,
            reference,
            author: Some(author),
            typed,
            stage: Stage::Draft { returned: None },
            versions: Vec::new(),
            pending: None,
            copies: Vec::new(),
            decision: None,
            hits: Vec::new(),
            releases: Vec::new(),
            clocks: Vec::new(),
            timeline: Vec::new(),
            seen: BTreeSet::new(),
            erased_at: None,
        };
        Step::of(alert).fact(at, &by, FactKind::Drafted)
    }

    pub fn save(mut self, typed: DraftFields, who: &Actor) -> Stepped<Alert> {
        self.is_draft_of(who)?;
        self.typed = typed;
        Ok(Step::saved(self))
    }

    /// Asks a head to sign. Every field is checked now, all problems at once.
    pub fn submit(mut self, who: &Actor, at: Timestamp) -> Stepped<Alert> {
        self.is_draft_of(who)?;
        let content = checked(&self.typed, at)?;
        if who.body != content.from {
            return Err(CannotStep::NotSender);
        }
        let heads = Desk::Heads { body: content.from.clone() };
        self.stage = Stage::Submitted { content: Box::new(content), by: who.clone(), at };
        let step = Step::of(self).fact(at, who, FactKind::Submitted);
        Ok(step.done(TaskKind::Mend).open(TaskKind::Approve, heads, None))
    }

    pub fn return_to_author(mut self, head: &Mandate, reason: &str, at: Timestamp) -> Stepped<Alert> {
        let Stage::Submitted { content, .. } = &self.stage else { return Err(CannotStep::NotSubmitted) };
        self.may(head, Power::IssueAlert, content, at)?;
        let reason = step_text(Field::Reason, reason, REASON_MAX)?;
        let desk = self.author_desk()?;
        self.stage = Stage::Draft { returned: Some(reason.clone()) };
        let step = Step::of(self).fact(at, &head.holder, FactKind::Returned { reason });
        Ok(step.done(TaskKind::Approve).open(TaskKind::Mend, desk, None))
    }

    /// A head who is not the author signs: the alert is in force here and goes to every addressee. `decisions` has one of
    /// the law of today for each of them.
    pub fn approve(
        mut self,
        head: &Mandate,
        decisions: &[Decision],
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Alert> {
        let Stage::Submitted { content, by, .. } = &self.stage else { return Err(CannotStep::NotSubmitted) };
        let content = content.as_ref().clone();
        self.not_own(head, &by.official)?;
        self.may(head, Power::IssueAlert, &content, at)?;
        let permitted = permitted(&content, decisions, at)?;
        if end_of(content.valid_until).is_none_or(|end| end <= at) {
            return Err(CannotStep::AlertEnded);
        }
        let words = permitted.iter().map(|(to, decision)| (*to, self.arrival(&content, to), Some(*decision)));
        let words: Vec<_> = words.collect();
        let letters = self.say(&content, words, &message, head, at);
        self.add_version(content, head, decisions, message.clone(), at);
        self.stage = Stage::InForce { at, reached: Reached::Approved };
        let approved = FactKind::Approved { mandate: head.id.clone(), message };
        let step = Step::of(self).fact(at, &head.holder, approved);
        Ok(step.send_all(letters).done(TaskKind::Approve))
    }

    /// The author proposes a correction or a renewal: the whole alert again.
    pub fn propose_change(mut self, typed: &DraftFields, who: &Actor, at: Timestamp) -> Stepped<Alert> {
        let before = self.in_force()?;
        if self.pending.is_some() {
            return Err(CannotStep::CorrectionWaits);
        }
        if who.body != before.from {
            return Err(CannotStep::NotSender);
        }
        let content = checked(typed, at)?;
        // Nobody brings back a copy that was withdrawn: its body has ended it.
        let again = |body: &BodyId| self.copies.iter().any(|copy| copy.withdraws && &copy.to == body);
        if content.from != before.from || content.to != before.to || content.addressees().any(again) {
            return Err(CannotStep::PartiesChanged);
        }
        if &content == before {
            return Err(CannotStep::NothingChanged);
        }
        let heads = Desk::Heads { body: content.from.clone() };
        self.pending = Some(PendingChange { content, by: who.clone(), at });
        let step = Step::of(self).fact(at, who, FactKind::CorrectionProposed);
        Ok(step.open(TaskKind::ApproveCorrection, heads, None))
    }

    pub fn drop_change(mut self, who: &Actor, at: Timestamp) -> Stepped<Alert> {
        self.pending.take().ok_or(CannotStep::NoCorrection)?;
        let dropped = Step::of(self).fact(at, who, FactKind::CorrectionDropped);
        Ok(dropped.dropped(TaskKind::ApproveCorrection))
    }

    pub fn approve_change(
        mut self,
        head: &Mandate,
        decisions: &[Decision],
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Alert> {
        let before = self.in_force()?.clone();
        let pending = self.pending.take().ok_or(CannotStep::NoCorrection)?;
        let content = pending.content;
        if head.holder.official == pending.by.official {
            return Err(CannotStep::OwnCorrection);
        }
        self.may(head, Power::IssueAlert, &content, at)?;
        let permitted = permitted(&content, decisions, at)?;
        let version = self.next_version();
        let mut words = Vec::new();
        for (to, decision) in permitted {
            let held = before.addressees().any(|body| body == to);
            let changed =
                || MessageBody::AlertChanged { version, content: Box::new(content.addressed_to(to)) };
            let word = if held { changed() } else { self.arrival(&content, to) };
            words.push((to, word, Some(decision)));
        }
        for gone in before.addressees().filter(|body| content.addressees().all(|to| to != *body)) {
            words.push((gone, MessageBody::AlertWithdrawn { reason: NO_LONGER_ADDRESSED.to_owned() }, None));
        }
        let letters = self.say(&content, words, &message, head, at);
        self.add_version(content, head, decisions, message, at);
        let changed = FactKind::AlertChanged { version };
        let step = Step::of(self).fact(at, &head.holder, changed).send_all(letters);
        Ok(step.done(TaskKind::ApproveCorrection).done(TaskKind::RenewAlert))
    }

    /// The search ended. A head signs, so that nobody undoes an alert alone. It is gone here at once; every copy confirms.
    pub fn withdraw(
        mut self,
        head: &Mandate,
        reason: &str,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Alert> {
        let content = self.in_force()?.clone();
        self.may(head, Power::IssueAlert, &content, at)?;
        let reason = step_text(Field::Reason, reason, REASON_MAX)?;
        let word = || MessageBody::AlertWithdrawn { reason: reason.clone() };
        let words = content.addressees().map(|to| (to, word(), None)).collect();
        let letters = self.say(&content, words, &message, head, at);
        self.stage = Stage::Withdrawn { reason: reason.clone(), at };
        self.pending = None;
        let step = Step::of(self).fact(at, &head.holder, FactKind::Withdrawn { reason });
        Ok(step.send_all(letters).drop_all())
    }

    /// The author gives up what nobody signed.
    pub fn discard(mut self, who: &Actor, at: Timestamp) -> Stepped<Alert> {
        if !matches!(self.stage, Stage::Draft { .. } | Stage::Submitted { .. }) {
            return Err(CannotStep::AlreadyApproved);
        }
        self.is_author(who)?;
        let reason = "not issued".to_owned();
        self.stage = Stage::Withdrawn { reason: reason.clone(), at };
        Ok(Step::of(self).fact(at, who, FactKind::Withdrawn { reason }).drop_all())
    }

    /// The end comes near: the issuing body looks at it again.
    pub fn remind_of_end(self, at: Timestamp) -> Stepped<Alert> {
        let desk = Desk::Officers { body: self.in_force()?.from.clone() };
        if self.timeline.iter().any(|f| f.kind == FactKind::AlertEndsSoon { version: self.last_version() }) {
            return Ok(Step::of(self));
        }
        let (version, due) = (self.last_version(), self.ends());
        let step = Step::of(self).fact(at, By::Node, FactKind::AlertEndsSoon { version });
        Ok(step.open(TaskKind::RenewAlert, desk, due))
    }

    /// A verified receipt for one of our messages about this alert, of either side.
    pub fn on_receipt(mut self, receipt: ReceiptKind, message: &MessageId, at: Timestamp) -> Stepped<Alert> {
        let kind = FactKind::Receipt { receipt: receipt.clone(), message: message.clone() };
        // How a copy stands may change there and change back; every other receipt is news once.
        let may_return = matches!(receipt, ReceiptKind::Effect { .. });
        if !may_return && self.timeline.iter().any(|fact| fact.kind == kind) {
            return Ok(Step::of(self));
        }
        self.copy_hears(&receipt, message, at);
        if let ReceiptKind::Rejected { .. } | ReceiptKind::Undeliverable { .. } = &receipt {
            // It stays in force here; somebody must see that it has no effect there.
            let Some(body) = self.our_body() else { return Ok(Step::of(self).fact(at, By::Node, kind)) };
            let lost = TaskKind::LetterLost { message: message.clone() };
            return Ok(Step::of(self).fact(at, By::Node, kind).open(lost, Desk::Officers { body }, None));
        }
        Ok(Step::of(self).fact(at, By::Node, kind))
    }

    /// The alert as it first comes to an addressee.
    fn arrival(&self, content: &AlertContent, to: &BodyId) -> MessageBody {
        let content = Box::new(content.addressed_to(to));
        MessageBody::Alert { reference: self.reference.clone(), content }
    }

    /// A word to each of several addressees, with the decision it rests on; a withdrawal needs none. Each has a message of
    /// its own, the first of them with the id given.
    fn say(
        &mut self,
        content: &AlertContent,
        words: Vec<(&BodyId, MessageBody, Option<&Decision>)>,
        message: &MessageId,
        head: &Mandate,
        at: Timestamp,
    ) -> Vec<Message> {
        let mut letters = Vec::new();
        for (place, (to, body, decision)) in words.into_iter().enumerate() {
            let id = id_at(message, place);
            self.tell(to, id.clone(), decision, at);
            letters.push(self.letter(id, &content.from, to, &head.holder.post, at, body));
        }
        letters
    }

    fn add_version(
        &mut self,
        content: AlertContent,
        head: &Mandate,
        decisions: &[Decision],
        message: MessageId,
        at: Timestamp,
    ) {
        self.typed = content.spelling();
        // Signed under a decision for each addressee; the first is the main one's.
        let Some(decision) = decisions.iter().find(|decision| decision.act.to == content.to) else { return };
        let approval = AlertApproval {
            by: head.holder.clone(),
            mandate: head.id.clone(),
            decision: Box::new(decision.clone()),
        };
        let number = self.next_version();
        let post = head.holder.post.clone();
        self.versions.push(AlertVersion { number, content, message, post, at, approval: Some(approval) });
    }

    fn last_version(&self) -> u16 {
        self.versions.last().map_or(0, |v| v.number)
    }

    fn next_version(&self) -> u16 {
        self.last_version().saturating_add(1)
    }

    fn not_own(&self, head: &Mandate, by: &crate::ids::OfficialId) -> Result<(), CannotStep> {
        let signer = &head.holder.official;
        let own = signer == by || self.author.as_ref().is_some_and(|author| *signer == author.official);
        if own { Err(CannotStep::OwnRequest) } else { Ok(()) }
    }

    fn is_draft_of(&self, who: &Actor) -> Result<(), CannotStep> {
        if !matches!(self.stage, Stage::Draft { .. }) {
            return Err(CannotStep::NotDraft);
        }
        self.is_author(who)
    }

    fn is_author(&self, who: &Actor) -> Result<(), CannotStep> {
        let own = self.author.as_ref().is_some_and(|author| author.official == who.official);
        if own { Ok(()) } else { Err(CannotStep::NotAuthor) }
    }

    fn author_desk(&self) -> Result<Desk, CannotStep> {
        let author = self.author.as_ref().ok_or(CannotStep::NotAuthor)?;
        Ok(Desk::Official { official: author.official.clone() })
    }
}

/// Each addressee with the decision towards it; all of them must permit.
fn permitted<'a>(
    content: &'a AlertContent,
    decisions: &'a [Decision],
    at: Timestamp,
) -> Result<Vec<(&'a BodyId, &'a Decision)>, CannotStep> {
    let one = |to: &'a BodyId| -> Result<(&'a BodyId, &'a Decision), CannotStep> {
        let act = Act { to: to.clone(), ..content.act() };
        let decision = decisions.iter().find(|decision| decision.act.to == *to);
        let decision = decision.ok_or(CannotStep::DecisionOtherAct)?;
        act_permitted(decision, &act, Side::Acting, at)?;
        Ok((to, decision))
    };
    content.addressees().map(one).collect()
}

/// A content that could be issued on this day.
fn checked(typed: &DraftFields, at: Timestamp) -> Result<AlertContent, CannotStep> {
    let content = AlertContent::read(typed).map_err(CannotStep::Incomplete)?;
    let today = at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let days = today.until(content.valid_until).map_or(i32::MAX, |span| span.get_days());
    if !(0..=VALID_DAYS_MAX).contains(&days) {
        let problem = FieldProblem::new(Field::ValidUntil, ProblemCode::NotAValidity);
        return Err(CannotStep::Incomplete(vec![problem.with("max", VALID_DAYS_MAX)]));
    }
    Ok(content)
}
