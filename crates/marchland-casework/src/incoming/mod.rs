//! Their side of a case seen from ours: they asked, we answer. From the opened message to the closed case.
//!
//! Never: takes a position before the request has a number, or answers what was recalled.

mod answering;
mod heard;
mod position;
mod record;
mod stage;
mod work;

pub use record::{ReceivedVersion, Registration, SignedAnswer, Work, WorkState};
pub use stage::Stage;

use crate::answer::Attachment;
use crate::clock::Clock;
use crate::content::Content;
use crate::draft::DraftFields;
use crate::error::CannotStep;
use crate::fact::{Fact, FactKind};
use crate::grounds::PointRefusal;
use crate::ids::{CaseId, MessageId, Reference};
use crate::message::{MESSAGE_VERSION, Message, MessageBody, Position};
use crate::people::{Mandate, Power};
use crate::request::Clarification;
use crate::step::{Case, Step, Stepped};
use crate::task::{Desk, TaskKind};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A request of a neighbour. Stored as one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incoming {
    pub(crate) id: CaseId,
    /// The asker's id of the case, which every message carries.
    pub(crate) thread: CaseId,
    /// The asker's number for people.
    pub(crate) reference: Reference,
    pub(crate) stage: Stage,
    /// What they signed, first to newest; never empty.
    pub(crate) versions: Vec<ReceivedVersion>,
    pub(crate) registration: Option<Registration>,
    pub(crate) position: Option<Position>,
    pub(crate) clarifications: Vec<Clarification>,
    pub(crate) work: Vec<Work>,
    /// The draft of the answer, as typed.
    pub(crate) typed: DraftFields,
    pub(crate) attachments: Vec<Attachment>,
    pub(crate) answers: Vec<SignedAnswer>,
    pub(crate) clocks: Vec<Clock>,
    pub(crate) timeline: Vec<Fact>,
    pub(crate) seen: BTreeSet<MessageId>,
}

impl Incoming {
    /// Opens a case for a request that the node has opened and verified.
    pub fn receive(id: CaseId, message: &Message, at: Timestamp) -> Stepped<Incoming> {
        message.check().map_err(|bad| CannotStep::MessageUnreadable { what: bad.to_string() })?;
        let (reference, content) = match &message.body {
            MessageBody::Request { reference, content }
            | MessageBody::OralConfirmation { reference, content, .. } => (reference, content),
            _ => return Err(CannotStep::WrongDirection),
        };
        let oral = content.oral.clone();
        let registrars = Desk::Registrars { body: content.to.clone() };
        let first = ReceivedVersion {
            number: 1,
            content: content.as_ref().clone(),
            changed: BTreeSet::new(),
            message: message.id.clone(),
            post: message.post.clone(),
            at,
        };
        let case = Incoming {
            id,
            thread: message.thread.clone(),
            reference: reference.clone(),
            stage: Stage::Received { at },
            versions: vec![first],
            registration: None,
            position: None,
            clarifications: Vec::new(),
            work: Vec::new(),
            typed: DraftFields::new(),
            attachments: Vec::new(),
            answers: Vec::new(),
            clocks: Vec::new(),
            timeline: Vec::new(),
            seen: BTreeSet::from([message.id.clone()]),
        };
        let by = heard::neighbour(message);
        let received = FactKind::Received { message: message.id.clone() };
        let mut step = Step::of(case).fact(at, by.clone(), received);
        if let Some(oral) = oral {
            step = step.fact(at, by, FactKind::MadeOrally { at: oral.made_at });
        }
        Ok(step.open(TaskKind::Register, registrars, None))
    }

    pub fn id(&self) -> &CaseId {
        &self.id
    }

    pub fn thread(&self) -> &CaseId {
        &self.thread
    }

    pub fn reference(&self) -> &Reference {
        &self.reference
    }

    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// The newest version they signed.
    pub fn content(&self) -> Result<&Content, CannotStep> {
        // A document without a version was not written by this crate; the case is of no use, the node is.
        self.versions
            .last()
            .map(|v| &v.content)
            .ok_or_else(|| CannotStep::MessageUnreadable { what: "the case has no request".into() })
    }

    pub fn versions(&self) -> &[ReceivedVersion] {
        &self.versions
    }

    pub fn registration(&self) -> Option<&Registration> {
        self.registration.as_ref()
    }

    pub fn position(&self) -> Option<&Position> {
        self.position.as_ref()
    }

    pub fn clarifications(&self) -> &[Clarification] {
        &self.clarifications
    }

    pub fn work(&self) -> &[Work] {
        &self.work
    }

    /// The draft of the answer, as typed.
    pub fn typed(&self) -> &DraftFields {
        &self.typed
    }

    pub fn attachments(&self) -> &[Attachment] {
        &self.attachments
    }

    pub fn answers(&self) -> &[SignedAnswer] {
        &self.answers
    }

    pub fn clocks(&self) -> &[Clock] {
        &self.clocks
    }

    pub fn timeline(&self) -> &[Fact] {
        &self.timeline
    }

    /// The points our position refuses.
    pub fn refused_points(&self) -> &[PointRefusal] {
        match &self.position {
            Some(Position::Partly { refused }) => refused,
            _ => &[],
        }
    }

    /// Starts a limit that the node computed. A second of the same kind changes nothing.
    pub fn start_clock(self, clock: Clock, at: Timestamp) -> Stepped<Incoming> {
        self.not_final()?;
        Ok(Step::of(self).start_clock(clock, at))
    }

    /// Counts the running limits again with the calendars of the law; `None` keeps a due moment.
    #[must_use]
    pub fn recount(mut self, due: impl Fn(&Clock) -> Option<Timestamp>) -> Incoming {
        for clock in self.clocks.iter_mut().filter(|c| c.is_running()) {
            if let Some(at) = due(clock) {
                clock.move_due(at);
            }
        }
        self
    }

    /// Tells the officers about every limit that comes near or has passed, once for each level.
    pub fn escalate(self, now: Timestamp) -> Stepped<Incoming> {
        let desk = Desk::Officers { body: self.content()?.to.clone() };
        Ok(if self.stage.is_final() { Step::of(self) } else { Step::of(self).raise(now, &desk) })
    }

    fn not_final(&self) -> Result<(), CannotStep> {
        match self.stage {
            Stage::Closed { .. } => Err(CannotStep::Closed),
            Stage::Recalled { .. } => Err(CannotStep::Recalled),
            _ => Ok(()),
        }
    }

    /// Numbered, neither ended, refused nor answered, and no answer on its way to a signature or out.
    fn in_work(&self) -> Result<&Registration, CannotStep> {
        self.not_final()?;
        match self.stage {
            Stage::Refused { .. } => return Err(CannotStep::Refused),
            Stage::AnswerSubmitted { .. } => return Err(CannotStep::AnswerInApproval),
            Stage::AnswerApproved { .. } => return Err(CannotStep::AnswerApproved),
            Stage::Answered { .. } => return Err(CannotStep::AlreadyAnswered),
            _ => {}
        }
        self.registration.as_ref().ok_or(CannotStep::NotRegistered)
    }

    fn may(&self, mandate: &Mandate, power: Power, at: Timestamp) -> Result<(), CannotStep> {
        let content = self.content()?;
        mandate.allows(power, &content.to, &content.from, &content.form, at)
    }

    /// A message back to the body that asked, in the name of the body that was asked.
    fn letter(
        &self,
        id: MessageId,
        who: &Mandate,
        at: Timestamp,
        body: MessageBody,
    ) -> Result<Message, CannotStep> {
        let content = self.content()?;
        Ok(Message {
            v: MESSAGE_VERSION,
            id,
            thread: self.thread.clone(),
            from: content.to.clone(),
            to: content.from.clone(),
            post: who.holder.post.clone(),
            at,
            body,
        })
    }

    fn officers(&self) -> Result<Desk, CannotStep> {
        Ok(Desk::Officers { body: self.content()?.to.clone() })
    }
}

impl Case for Incoming {
    fn timeline_mut(&mut self) -> &mut Vec<Fact> {
        &mut self.timeline
    }

    fn clocks_mut(&mut self) -> &mut Vec<Clock> {
        &mut self.clocks
    }
}
