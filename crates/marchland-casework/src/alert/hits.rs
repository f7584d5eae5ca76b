//! A person met at a check: first look, second look, the issuer is told; or the person is somebody else, is released, and
//! stays released on both sides.
//!
//! Never: confirms on one pair of eyes; lets a release reach beyond its own alert and its own document.

use super::record::{
    Hit, HitOutcome, KeptHit, KeptRelease, RELEASE_DAYS_MAX, Release, ReleaseReason, Traveller,
};
use super::{Alert, Compared, Whose, document_number, neighbour, noted};
use crate::REASON_MAX;
use crate::choice::Choice;
use crate::clock::{Clock, ClockKind};
use crate::error::CannotStep;
use crate::fact::FactKind;
use crate::field::{Field, FieldProblem, ProblemCode};
use crate::ids::MessageId;
use crate::input::{Input, step_text};
use crate::message::{Message, MessageBody};
use crate::people::{Actor, Mandate, Power};
use crate::step::{Step, Stepped};
use crate::task::{Desk, TaskKind};
use jiff::Timestamp;
use std::collections::BTreeSet;

/// What the first look found.
#[derive(Debug, Clone)]
pub struct Looked {
    /// UUID of the hit.
    pub id: String,
    pub place: String,
    pub outcome: HitOutcome,
    pub traveller: Traveller,
    pub compared: BTreeSet<Compared>,
    pub note: String,
}

/// A release as asked for.
#[derive(Debug, Clone)]
pub struct ReleaseAsked {
    pub id: String,
    pub document: String,
    pub issuer: Option<String>,
    pub reason: ReleaseReason,
    pub note: String,
    pub until: Timestamp,
}

impl Alert {
    /// The first look: somebody compared the person with the alert and says it is a hit. `notice` is the limit for telling
    /// the issuer, as the node counted it.
    pub fn find_hit(mut self, looked: Looked, who: &Actor, notice: Clock, at: Timestamp) -> Stepped<Alert> {
        self.in_force()?;
        if self.hits.iter().any(|kept| kept.hit.id == looked.id) {
            return Ok(Step::of(self));
        }
        if looked.compared.is_empty() {
            let problem = FieldProblem::new(Field::Compared, ProblemCode::Missing);
            return Err(CannotStep::Incomplete(vec![problem]));
        }
        if !looked.outcome.fits(&looked.traveller) {
            let problem = FieldProblem::new(Field::Outcome, ProblemCode::NotAChoice);
            return Err(CannotStep::Incomplete(vec![problem.with("found", looked.outcome.code())]));
        }
        let Some(body) = self.our_body() else { return Err(CannotStep::AlertNotInForce) };
        let hit = Hit {
            id: looked.id,
            at,
            place: looked.place,
            outcome: looked.outcome,
            traveller: looked.traveller,
            compared: looked.compared,
            note: optional(Field::Comment, &looked.note)?,
            first_look: who.post.clone(),
            second_look: None,
        };
        let id = hit.id.clone();
        let due = notice.due;
        let by = Some(who.clone());
        self.hits.push(KeptHit { hit, by, told: None, confirmed_at: None, dropped: None, read_at: None });
        let step = Step::of(self).fact(at, who, FactKind::HitFound { hit: id.clone() });
        Ok(step.start_clock(notice, at).open(TaskKind::ConfirmHit { hit: id }, Desk::Leads { body }, due))
    }

    /// The second look, by another person. A neighbour's alert: its issuer is told, and the limit stops.
    pub fn confirm_hit(
        mut self,
        id: &str,
        lead: &Mandate,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Alert> {
        let content = self.in_force()?.clone();
        self.may(lead, Power::ReportHit, &content, at)?;
        let theirs = self.whose == Whose::Theirs;
        let kept = open_hit(&mut self.hits, id)?;
        if kept.by.as_ref().is_some_and(|first| first.official == lead.holder.official) {
            return Err(CannotStep::OwnHit);
        }
        kept.hit.second_look = Some(lead.holder.post.clone());
        kept.confirmed_at = Some(at);
        kept.told = theirs.then(|| message.clone());
        let hit = kept.hit.clone();
        let body = self.our_body();
        let confirmed = FactKind::HitConfirmed { hit: id.to_owned() };
        let letters = theirs.then(|| {
            let reported = MessageBody::HitReported { hit: Box::new(hit) };
            self.letters(&content, &message, &lead.holder.post, at, &reported)
        });
        let step = Step::of(self)
            .fact(at, &lead.holder, confirmed)
            .stop_clock(ClockKind::HitNotice, at)
            .done(TaskKind::ConfirmHit { hit: id.to_owned() });
        Ok(match (letters, body) {
            (Some(letters), _) => step.send_all(letters),
            (None, Some(body)) => {
                step.open(TaskKind::ReadHit { hit: id.to_owned() }, Desk::Officers { body }, None)
            }
            (None, None) => step,
        })
    }

    /// The second look does not confirm it.
    pub fn drop_hit(mut self, id: &str, who: &Actor, reason: &str, at: Timestamp) -> Stepped<Alert> {
        let reason = step_text(Field::Reason, reason, REASON_MAX)?;
        open_hit(&mut self.hits, id)?.dropped = Some(reason);
        let others_wait = self.hits.iter().any(KeptHit::is_open);
        let step = Step::of(self)
            .fact(at, who, FactKind::HitDropped { hit: id.to_owned() })
            .done(TaskKind::ConfirmHit { hit: id.to_owned() });
        Ok(if others_wait { step } else { step.stop_clock(ClockKind::HitNotice, at) })
    }

    /// An officer of the issuing body has read a hit.
    pub fn read_hit(mut self, id: &str, who: &Actor, at: Timestamp) -> Stepped<Alert> {
        if self.whose != Whose::Ours {
            return Err(CannotStep::WrongDirection);
        }
        let kept = self.hits.iter_mut().find(|kept| kept.hit.id == id).ok_or(CannotStep::HitUnknown)?;
        if kept.read_at.is_some() || kept.confirmed_at.is_none() {
            return Ok(Step::of(self));
        }
        kept.read_at = Some(at);
        let step = Step::of(self).fact(at, who, FactKind::HitRead { hit: id.to_owned() });
        Ok(step.done(TaskKind::ReadHit { hit: id.to_owned() }))
    }

    /// The person is somebody else: for this document this alert is silent from now on, on both sides.
    pub fn release(
        mut self,
        asked: &ReleaseAsked,
        who: &Mandate,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Alert> {
        let content = self.in_force()?.clone();
        self.may(who, Power::ReportHit, &content, at)?;
        if self.releases.iter().any(|kept| kept.release.id == asked.id) {
            return Ok(Step::of(self));
        }
        let problem = |field, code| Err(CannotStep::Incomplete(vec![FieldProblem::new(field, code)]));
        let Some(document) = document_number(&asked.document) else {
            return problem(Field::DocumentNumber, ProblemCode::Missing);
        };
        // A document the alert itself names would silence the alert for the very person it is about.
        if content.names(&document) && self.whose != Whose::Ours {
            return Err(CannotStep::DocumentOfAlert);
        }
        let days = asked.until.duration_since(at).as_secs() / 86_400;
        if asked.until <= at || days > RELEASE_DAYS_MAX {
            let wrong =
                FieldProblem::new(Field::Until, ProblemCode::NotAValidity).with("max", RELEASE_DAYS_MAX);
            return Err(CannotStep::Incomplete(vec![wrong]));
        }
        let Some(body) = self.our_body() else { return Err(CannotStep::AlertNotInForce) };
        let release = Release {
            id: asked.id.clone(),
            document,
            issuer: asked.issuer.clone(),
            reason: asked.reason,
            note: optional(Field::Comment, &asked.note)?,
            by: who.holder.post.clone(),
            body,
            at,
            until: asked.until,
        };
        let told = MessageBody::Released { release: Box::new(release.clone()) };
        let letters = self.letters(&content, &message, &who.holder.post, at, &told);
        self.releases.push(KeptRelease { release, message, revoked_at: None });
        let released = FactKind::Released { release: asked.id.clone() };
        Ok(Step::of(self).fact(at, &who.holder, released).send_all(letters))
    }

    /// A release was a mistake. Only the body that gave it takes it back.
    pub fn revoke_release(
        mut self,
        id: &str,
        who: &Mandate,
        reason: &str,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Alert> {
        let content = self.versions.last().map(|v| v.content.clone()).ok_or(CannotStep::AlertNotInForce)?;
        self.may(who, Power::ReportHit, &content, at)?;
        let reason = step_text(Field::Reason, reason, REASON_MAX)?;
        let ours = self.our_body();
        let kept = self.releases.iter_mut().find(|kept| kept.release.id == id && kept.revoked_at.is_none());
        let kept = kept
            .filter(|kept| Some(&kept.release.body) == ours.as_ref())
            .ok_or(CannotStep::ReleaseUnknown)?;
        kept.revoked_at = Some(at);
        let told = MessageBody::ReleaseRevoked { release: id.to_owned(), reason };
        let letters = self.letters(&content, &message, &who.holder.post, at, &told);
        let revoked = FactKind::ReleaseRevoked { release: id.to_owned() };
        Ok(Step::of(self).fact(at, &who.holder, revoked).send_all(letters))
    }

    pub(super) fn hear_hit(mut self, message: &Message, hit: &Hit, at: Timestamp) -> Stepped<Alert> {
        if self.hits.iter().any(|kept| kept.hit.id == hit.id) {
            return Ok(noted(Step::of(self), message, at));
        }
        let id = hit.id.clone();
        let kept = KeptHit {
            hit: hit.clone(),
            by: None,
            told: Some(message.id.clone()),
            confirmed_at: Some(at),
            dropped: None,
            read_at: None,
        };
        self.hits.push(kept);
        let body = self.our_body();
        let step = Step::of(self).fact(at, neighbour(message), FactKind::HitReported { hit: id.clone() });
        Ok(match body {
            Some(body) => step.open(TaskKind::ReadHit { hit: id }, Desk::Officers { body }, None),
            None => step,
        })
    }

    pub(super) fn hear_release(
        mut self,
        message: &Message,
        release: &Release,
        at: Timestamp,
    ) -> Stepped<Alert> {
        if self.releases.iter().any(|kept| kept.release.id == release.id) || self.stage.is_final() {
            return Ok(noted(Step::of(self), message, at));
        }
        // The body that says it gave the release is the one that signed the message.
        if release.body != message.from {
            return Err(CannotStep::WrongSender { from: release.body.clone() });
        }
        // Nobody but the issuer may silence an alert for a document the alert itself names.
        let content = self.versions.last().map(|v| &v.content).ok_or(CannotStep::AlertNotInForce)?;
        if release.body != content.from && content.names(&release.document) {
            return Err(CannotStep::DocumentOfAlert);
        }
        let id = release.id.clone();
        let kept = KeptRelease { release: release.clone(), message: message.id.clone(), revoked_at: None };
        self.releases.push(kept);
        Ok(Step::of(self).fact(at, neighbour(message), FactKind::Released { release: id }))
    }

    pub(super) fn hear_revocation(mut self, message: &Message, id: &str, at: Timestamp) -> Step<Alert> {
        let theirs = |kept: &&mut KeptRelease| kept.release.id == id && kept.release.body == message.from;
        let found = self.releases.iter_mut().find(theirs).filter(|kept| kept.revoked_at.is_none());
        let Some(kept) = found else { return noted(Step::of(self), message, at) };
        kept.revoked_at = Some(at);
        Step::of(self).fact(at, neighbour(message), FactKind::ReleaseRevoked { release: id.to_owned() })
    }
}

fn open_hit<'a>(hits: &'a mut [KeptHit], id: &str) -> Result<&'a mut KeptHit, CannotStep> {
    hits.iter_mut().find(|kept| kept.hit.id == id && kept.is_open()).ok_or(CannotStep::HitUnknown)
}

fn optional(field: Field, raw: &str) -> Result<Option<String>, CannotStep> {
    let mut input = Input::default();
    let text = input.optional_text(field, raw, REASON_MAX);
    input.done(text)
}
