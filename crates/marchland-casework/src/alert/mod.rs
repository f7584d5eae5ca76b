//! Alerts: a person or a thing which one state searches for and which the other may meet. One document on each side: ours,
//! from draft to withdrawal, and the neighbour's copy, in force only while our own law carries it. Hits and releases belong
//! to the alert they are about.
//!
//! Never: acts on a hit. A first look and a second look are people; what a finder does next is theirs to decide.

mod content;
mod copies;
mod hits;
mod ours;
mod record;
mod stage;
mod theirs;
mod thing;

pub use content::{
    AlertContent, Danger, SEARCH_FORM, SearchAction, SearchPurpose, Searched, SearchedName, Sex,
};
pub use copies::{CopyState, KeptCopy};
pub use hits::{Looked, ReleaseAsked};
pub use record::{
    AlertApproval, AlertVersion, Compared, Hit, HitOutcome, KeptHit, KeptRelease, PendingChange,
    RELEASE_DAYS_MAX, Release, ReleaseReason, Traveller, document_number,
};
pub use stage::{Reached, Stage};
pub use thing::{SearchedThing, ThingKind};

use crate::clock::Clock;
use crate::draft::DraftFields;
use crate::error::CannotStep;
use crate::fact::{By, Fact, FactKind};
use crate::ids::{CaseId, MessageId, Post, Reference};
use crate::message::{MESSAGE_VERSION, Message, MessageBody};
use crate::people::{Actor, Mandate, Power};
use crate::step::{Case, Step, Stepped};
use crate::task::Desk;
use jiff::Timestamp;
use marchland_law::{BodyId, Decision};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Which side of an alert a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Whose {
    /// We search.
    Ours,
    /// The neighbour searches; this is its copy here.
    Theirs,
}

/// An alert as one side keeps it. Stored as one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alert {
    pub(crate) id: CaseId,
    /// The issuer's id of the alert, which every message about it carries.
    pub(crate) thread: CaseId,
    pub(crate) whose: Whose,
    /// The issuer's number for people.
    pub(crate) reference: Reference,
    /// Ours only.
    pub(crate) author: Option<Actor>,
    pub(crate) typed: DraftFields,
    pub(crate) stage: Stage,
    /// What was signed, first to newest.
    pub(crate) versions: Vec<AlertVersion>,
    pub(crate) pending: Option<PendingChange>,
    /// Ours only, from the signature on: where it went.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) copies: Vec<KeptCopy>,
    /// The copy only: what our own law says about it.
    pub(crate) decision: Option<Box<Decision>>,
    pub(crate) hits: Vec<KeptHit>,
    pub(crate) releases: Vec<KeptRelease>,
    pub(crate) clocks: Vec<Clock>,
    pub(crate) timeline: Vec<Fact>,
    pub(crate) seen: BTreeSet<MessageId>,
    /// The person's data were erased: the alert ended long enough ago.
    pub(crate) erased_at: Option<Timestamp>,
}

impl Alert {
    pub fn id(&self) -> &CaseId {
        &self.id
    }

    pub fn thread(&self) -> &CaseId {
        &self.thread
    }

    pub fn whose(&self) -> Whose {
        self.whose
    }

    pub fn reference(&self) -> &Reference {
        &self.reference
    }

    pub fn author(&self) -> Option<&Actor> {
        self.author.as_ref()
    }

    pub fn typed(&self) -> &DraftFields {
        &self.typed
    }

    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// What a head sees or signed last, or what the neighbour sent last. A draft has none.
    pub fn content(&self) -> Option<&AlertContent> {
        match &self.stage {
            Stage::Submitted { content, .. } => Some(content),
            Stage::Draft { .. } => None,
            _ => self.versions.last().map(|version| &version.content),
        }
    }

    pub fn versions(&self) -> &[AlertVersion] {
        &self.versions
    }

    pub fn pending(&self) -> Option<&PendingChange> {
        self.pending.as_ref()
    }

    /// The decision it stands on here.
    pub fn decision(&self) -> Option<&Decision> {
        let signed = || self.versions.last()?.approval.as_ref().map(|approval| approval.decision.as_ref());
        self.decision.as_deref().or_else(signed)
    }

    pub fn hits(&self) -> &[KeptHit] {
        &self.hits
    }

    pub fn releases(&self) -> &[KeptRelease] {
        &self.releases
    }

    pub fn clocks(&self) -> &[Clock] {
        &self.clocks
    }

    pub fn timeline(&self) -> &[Fact] {
        &self.timeline
    }

    pub fn erased_at(&self) -> Option<Timestamp> {
        self.erased_at
    }

    /// The first moment at which the newest version no longer stands: the end of its last day, UTC.
    pub fn ends(&self) -> Option<Timestamp> {
        end_of(self.versions.last()?.content.valid_until)
    }

    /// In force and not past its last day: only then a check may meet it.
    pub fn is_in_force(&self, at: Timestamp) -> bool {
        matches!(self.stage, Stage::InForce { .. }) && self.ends().is_some_and(|end| at < end)
    }

    /// Past its last day: gone from every list. Called by a job; a check looks at the day by itself.
    pub fn expire(mut self, at: Timestamp) -> Stepped<Alert> {
        let stands = matches!(self.stage, Stage::InForce { .. } | Stage::Awaiting { .. });
        if !stands || self.ends().is_none_or(|end| at < end) {
            return Ok(Step::of(self));
        }
        self.stage = Stage::Expired { at };
        self.pending = None;
        Ok(Step::of(self).fact(at, By::Node, FactKind::AlertExpired).drop_all())
    }

    /// Erases the person of an alert that ended. The timeline stays: it names posts and steps, not the person.
    pub fn erase_person(mut self, at: Timestamp) -> Stepped<Alert> {
        if !self.stage.is_final() {
            return Err(CannotStep::AlertStands);
        }
        if self.erased_at.is_some() {
            return Ok(Step::of(self));
        }
        self.typed = DraftFields::new();
        for version in &mut self.versions {
            version.content.person = Searched::default();
            version.content.things.clear();
            version.content.danger_note = None;
        }
        self.hits.clear();
        // A release protects the person released: it stays for the time it was given for.
        self.releases.retain(|release| release.holds(at));
        self.erased_at = Some(at);
        Ok(Step::of(self).fact(at, By::Node, FactKind::PersonErased))
    }

    /// Tells the people concerned about every limit that comes near or has passed, once for each level.
    pub fn escalate(self, now: Timestamp) -> Stepped<Alert> {
        let Some(body) = self.our_body() else { return Ok(Step::of(self)) };
        Ok(Step::of(self).raise(now, &Desk::Leads { body }))
    }

    /// The body of this side.
    fn our_body(&self) -> Option<BodyId> {
        let content = self.content()?;
        Some(match self.whose {
            Whose::Ours => content.from.clone(),
            Whose::Theirs => content.to.clone(),
        })
    }

    fn in_force(&self) -> Result<&AlertContent, CannotStep> {
        match (&self.stage, self.versions.last()) {
            (Stage::InForce { .. }, Some(version)) => Ok(&version.content),
            _ => Err(CannotStep::AlertNotInForce),
        }
    }

    /// The mandate speaks for our side of the alert towards the other.
    fn may(
        &self,
        who: &Mandate,
        power: Power,
        content: &AlertContent,
        at: Timestamp,
    ) -> Result<(), CannotStep> {
        let form = content.act().form;
        match self.whose {
            Whose::Ours => {
                content.addressees().try_for_each(|them| who.allows(power, &content.from, them, &form, at))
            }
            Whose::Theirs => who.allows(power, &content.to, &content.from, &form, at),
        }
    }

    /// A message from our side of the alert to the other: one for each addressee of ours. The first has the id given, the
    /// others have it with their place.
    fn letters(
        &self,
        content: &AlertContent,
        id: &MessageId,
        post: &Post,
        at: Timestamp,
        body: &MessageBody,
    ) -> Vec<Message> {
        let (from, to): (_, Vec<&BodyId>) = match self.whose {
            Whose::Ours => (&content.from, content.addressees().collect()),
            Whose::Theirs => (&content.to, vec![&content.from]),
        };
        let to = to.into_iter().enumerate();
        to.map(|(place, to)| self.letter(id_at(id, place), from, to, post, at, body.clone())).collect()
    }

    fn letter(
        &self,
        id: MessageId,
        from: &BodyId,
        to: &BodyId,
        post: &Post,
        at: Timestamp,
        body: MessageBody,
    ) -> Message {
        Message {
            v: MESSAGE_VERSION,
            id,
            thread: self.thread.clone(),
            from: from.clone(),
            to: to.clone(),
            post: post.clone(),
            at,
            body,
        }
    }

    /// The message is from the other side of this alert, readable, and new. `false` if it was seen before.
    fn hears(&mut self, message: &Message) -> Result<bool, CannotStep> {
        if message.thread != self.thread {
            return Err(CannotStep::WrongThread);
        }
        let content =
            self.versions.last().map(|version| &version.content).ok_or(CannotStep::AlertNotInForce)?;
        let (us, known) = match self.whose {
            Whose::Ours => {
                let told = self.copies.iter().any(|copy| copy.to == message.from);
                (&content.from, told || content.addressees().any(|body| *body == message.from))
            }
            Whose::Theirs => (&content.to, content.from == message.from),
        };
        if !known {
            return Err(CannotStep::WrongSender { from: message.from.clone() });
        }
        if &message.to != us {
            return Err(CannotStep::WrongAddressee { to: message.to.clone() });
        }
        message.check().map_err(|bad| CannotStep::MessageUnreadable { what: bad.to_string() })?;
        Ok(self.seen.insert(message.id.clone()))
    }
}

/// The id of the message to the addressee at a place.
pub(crate) fn id_at(id: &MessageId, place: usize) -> MessageId {
    if place == 0 { id.clone() } else { MessageId::new(format!("{}.{place}", id.as_str())) }
}

/// The first moment after a day, UTC.
pub(crate) fn end_of(day: jiff::civil::Date) -> Option<Timestamp> {
    let next = day.tomorrow().ok()?;
    Some(next.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp())
}

fn neighbour(message: &Message) -> By {
    By::Neighbour { post: Some(message.post.clone()), body: message.from.clone() }
}

fn noted(step: Step<Alert>, message: &Message, at: Timestamp) -> Step<Alert> {
    let what = message.body.kind().to_owned();
    step.fact(at, neighbour(message), FactKind::Noted { message: message.id.clone(), what })
}

impl Case for Alert {
    fn timeline_mut(&mut self) -> &mut Vec<Fact> {
        &mut self.timeline
    }

    fn clocks_mut(&mut self) -> &mut Vec<Clock> {
        &mut self.clocks
    }
}
