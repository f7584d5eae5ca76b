//! The neighbour's alert as we keep it: it arrives, changes and is withdrawn as its issuer says, and is in force only while
//! our own law carries it.
//!
//! Never: believes anybody but the body that issued it; brings back what was withdrawn.

use super::content::AlertContent;
use super::record::AlertVersion;
use super::stage::{Reached, Stage};
use super::{Alert, Whose, neighbour, noted};
use crate::draft::DraftFields;
use crate::error::CannotStep;
use crate::fact::{By, FactKind};
use crate::ids::CaseId;
use crate::legal::act_decided;
use crate::message::{Message, MessageBody};
use crate::people::Actor;
use crate::step::{Step, Stepped};
use crate::task::{Desk, TaskKind};
use jiff::Timestamp;
use marchland_law::{Decision, Side};
use std::collections::BTreeSet;

impl Alert {
    /// Keeps an alert the node has opened and verified. `decision` is of our own law, as the receiving side.
    pub fn receive(id: CaseId, message: &Message, decision: &Decision, at: Timestamp) -> Stepped<Alert> {
        message.check().map_err(|bad| CannotStep::MessageUnreadable { what: bad.to_string() })?;
        let MessageBody::Alert { reference, content } = &message.body else {
            return Err(CannotStep::WrongDirection);
        };
        let mut alert = Alert {
            id,
            thread: message.thread.clone(),
            whose: Whose::Theirs,
            reference: reference.clone(),
            author: None,
            typed: DraftFields::new(),
            stage: Stage::Awaiting { at, verdict: String::new() },
            versions: vec![version(message, 1, content)],
            pending: None,
            copies: Vec::new(),
            decision: None,
            hits: Vec::new(),
            releases: Vec::new(),
            clocks: Vec::new(),
            timeline: Vec::new(),
            seen: BTreeSet::from([message.id.clone()]),
            erased_at: None,
        };
        let decided = alert.decide(decision, at)?;
        let received = FactKind::Received { message: message.id.clone() };
        let step = Step::of(alert).fact(at, neighbour(message), received).fact(at, By::Node, decided);
        Ok(ask_adviser(step))
    }

    /// Our law is asked again, by a person: a legal adviser confirmed, or the law changed.
    pub fn decide_again(mut self, decision: &Decision, who: &Actor, at: Timestamp) -> Stepped<Alert> {
        if self.whose != Whose::Theirs || self.stage.is_final() {
            return Err(CannotStep::AlertNotInForce);
        }
        let decided = self.decide(decision, at)?;
        Ok(ask_adviser(Step::of(self).fact(at, who, decided).done(TaskKind::DecideAlert)))
    }

    /// What the other side says about an alert, of either side: change and withdrawal of its own, hits and releases.
    pub fn on_message(
        mut self,
        message: &Message,
        decision: Option<&Decision>,
        at: Timestamp,
    ) -> Stepped<Alert> {
        if !self.hears(message)? {
            return Ok(Step::of(self));
        }
        let by = neighbour(message);
        match (&message.body, self.whose) {
            (MessageBody::AlertChanged { version: number, content }, Whose::Theirs) => {
                let newest = self.versions.last().map_or(0, |v| v.number);
                if self.stage.is_final() || *number <= newest {
                    return Ok(noted(Step::of(self), message, at));
                }
                self.versions.push(version(message, *number, content));
                let decided = self.decide(decision.ok_or(CannotStep::DecisionOtherAct)?, at)?;
                let changed = FactKind::AlertChanged { version: *number };
                Ok(ask_adviser(Step::of(self).fact(at, by, changed).fact(at, By::Node, decided)))
            }
            (MessageBody::AlertWithdrawn { reason }, Whose::Theirs) => {
                if self.stage.is_final() {
                    return Ok(noted(Step::of(self), message, at));
                }
                self.stage = Stage::Withdrawn { reason: reason.clone(), at };
                Ok(Step::of(self).fact(at, by, FactKind::Withdrawn { reason: reason.clone() }).drop_all())
            }
            (MessageBody::HitReported { hit }, Whose::Ours) => self.hear_hit(message, hit, at),
            (MessageBody::Released { release }, _) => self.hear_release(message, release, at),
            (MessageBody::ReleaseRevoked { release, .. }, _) => {
                Ok(self.hear_revocation(message, release, at))
            }
            // A second arrival of the same alert: changes come as changes.
            (MessageBody::Alert { .. }, Whose::Theirs) => Ok(noted(Step::of(self), message, at)),
            _ => Err(CannotStep::WrongDirection),
        }
    }

    fn decide(&mut self, decision: &Decision, at: Timestamp) -> Result<FactKind, CannotStep> {
        let content = self.versions.last().map(|v| &v.content).ok_or(CannotStep::AlertNotInForce)?;
        act_decided(decision, &content.act(), Side::Receiving, at)?;
        let verdict = decision.verdict.code().to_owned();
        self.stage = if decision.verdict.permits() {
            Stage::InForce { at, reached: Reached::Delivered }
        } else {
            Stage::Awaiting { at, verdict: verdict.clone() }
        };
        self.decision = Some(Box::new(decision.clone()));
        Ok(FactKind::AlertDecided { verdict })
    }
}

/// What our law does not carry goes to people: the legal adviser confirms the use, or it stays out of the checks.
fn ask_adviser(step: Step<Alert>) -> Step<Alert> {
    let waits = matches!(step.next.stage, Stage::Awaiting { .. });
    match step.next.our_body() {
        Some(body) if waits => step.open(TaskKind::DecideAlert, Desk::Officers { body }, None),
        _ => step,
    }
}

fn version(message: &Message, number: u16, content: &AlertContent) -> AlertVersion {
    AlertVersion {
        number,
        content: content.clone(),
        message: message.id.clone(),
        post: message.post.clone(),
        at: message.at,
        approval: None,
    }
}
