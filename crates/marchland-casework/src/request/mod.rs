//! Our side of a case: we asked. From the first word of a draft to the closed case.
//!
//! What we did is the stage; what the other side told us is kept beside it, because messages may come twice,
//! late, or before their turn, and none of them may be lost.
//!
//! Never: believes a message that is not from the body we asked, reopens what is closed.

mod abroad;
mod compose;
mod correct;
mod heard;
mod receipts;
mod record;
mod stage;

pub(crate) use compose::use_conditions;
pub(crate) use correct::changed_fields;
pub use record::{Approval, Clarification, Correction, Evaluation, ReceivedAnswer, Useful, Version};
pub use stage::Stage;

use crate::clock::Clock;
use crate::content::Content;
use crate::draft::DraftFields;
use crate::error::CannotStep;
use crate::fact::Fact;
use crate::ids::{CaseId, MessageId, Post, Reference, RegisterNumber};
use crate::message::{MESSAGE_VERSION, Message, MessageBody, Position};
use crate::people::{Actor, Mandate, Power};
use crate::step::{Case, Step, Stepped};
use crate::task::Desk;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A request of ours. Stored as one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    pub(crate) id: CaseId,
    pub(crate) reference: Reference,
    pub(crate) author: Actor,
    pub(crate) typed: DraftFields,
    pub(crate) stage: Stage,
    /// What was signed, first to newest.
    pub(crate) versions: Vec<Version>,
    pub(crate) correction: Option<Correction>,
    pub(crate) number: Option<RegisterNumber>,
    pub(crate) position: Option<Position>,
    pub(crate) clarifications: Vec<Clarification>,
    pub(crate) answers: Vec<ReceivedAnswer>,
    pub(crate) evaluation: Option<Evaluation>,
    pub(crate) clocks: Vec<Clock>,
    pub(crate) timeline: Vec<Fact>,
    pub(crate) seen: BTreeSet<MessageId>,
}

impl Request {
    pub fn id(&self) -> &CaseId {
        &self.id
    }

    pub fn reference(&self) -> &Reference {
        &self.reference
    }

    pub fn author(&self) -> &Actor {
        &self.author
    }

    /// As typed: the newest draft, also after sending.
    pub fn typed(&self) -> &DraftFields {
        &self.typed
    }

    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// What the head sees or signed last. A draft has none yet.
    pub fn content(&self) -> Option<&Content> {
        match &self.stage {
            Stage::Submitted { content, .. } => Some(content),
            Stage::Draft { .. } => None,
            _ => self.signed().map(|v| &v.content),
        }
    }

    /// The newest signed version.
    pub fn signed(&self) -> Option<&Version> {
        self.versions.last()
    }

    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    pub fn correction(&self) -> Option<&Correction> {
        self.correction.as_ref()
    }

    /// The number at the other side.
    pub fn number(&self) -> Option<&RegisterNumber> {
        self.number.as_ref()
    }

    pub fn position(&self) -> Option<&Position> {
        self.position.as_ref()
    }

    pub fn clarifications(&self) -> &[Clarification] {
        &self.clarifications
    }

    pub fn answers(&self) -> &[ReceivedAnswer] {
        &self.answers
    }

    pub fn evaluation(&self) -> Option<&Evaluation> {
        self.evaluation.as_ref()
    }

    pub fn clocks(&self) -> &[Clock] {
        &self.clocks
    }

    pub fn timeline(&self) -> &[Fact] {
        &self.timeline
    }

    /// Starts a limit that the node computed from the decision. A second of the same kind changes nothing.
    pub fn start_clock(self, clock: Clock, at: Timestamp) -> Stepped<Request> {
        self.not_final()?;
        Ok(Step::of(self).start_clock(clock, at))
    }

    /// Counts the running limits again with the calendars of the law; `None` keeps a due moment.
    #[must_use]
    pub fn recount(mut self, due: impl Fn(&Clock) -> Option<Timestamp>) -> Request {
        for clock in self.clocks.iter_mut().filter(|c| c.is_running()) {
            if let Some(at) = due(clock) {
                clock.move_due(at);
            }
        }
        self
    }

    /// Tells the author about every limit that comes near or has passed, once for each level.
    pub fn escalate(self, now: Timestamp) -> Stepped<Request> {
        let desk = Desk::Official { official: self.author.official.clone() };
        Ok(if self.stage.is_final() { Step::of(self) } else { Step::of(self).raise(now, &desk) })
    }

    fn not_final(&self) -> Result<(), CannotStep> {
        match self.stage {
            Stage::Closed { .. } => Err(CannotStep::Closed),
            Stage::Withdrawn { .. } => Err(CannotStep::Withdrawn),
            Stage::Recalled { .. } => Err(CannotStep::Recalled),
            _ => Ok(()),
        }
    }

    /// Signed, and neither answered nor refused: the other side may still be working on it.
    fn awaited(&self) -> Result<&Version, CannotStep> {
        self.not_final()?;
        match self.stage {
            Stage::Answered { .. } | Stage::Evaluated { .. } => return Err(CannotStep::AlreadyAnswered),
            Stage::Refused { .. } => return Err(CannotStep::Refused),
            Stage::Draft { .. } | Stage::Submitted { .. } => return Err(CannotStep::NotApproved),
            _ => {}
        }
        self.signed().ok_or(CannotStep::NotApproved)
    }

    fn may(
        &self,
        mandate: &Mandate,
        power: Power,
        content: &Content,
        at: Timestamp,
    ) -> Result<(), CannotStep> {
        mandate.allows(power, &content.from, &content.to, &content.form, at)
    }

    /// A message to the body that was asked, in the name of the body that asks.
    fn message(
        &self,
        content: &Content,
        id: MessageId,
        post: &Post,
        at: Timestamp,
        body: MessageBody,
    ) -> Message {
        Message {
            v: MESSAGE_VERSION,
            id,
            thread: self.id.clone(),
            from: content.from.clone(),
            to: content.to.clone(),
            post: post.clone(),
            at,
            body,
        }
    }

    /// Forward only. While a question is open, the stage behind it moves.
    fn forward(&mut self, next: Stage) {
        let place = match &mut self.stage {
            Stage::Clarification { resume, .. } => resume.as_mut(),
            stage => stage,
        };
        if next.rank() > place.rank() {
            *place = next;
        }
    }

    fn author_desk(&self) -> Desk {
        Desk::Official { official: self.author.official.clone() }
    }
}

impl Case for Request {
    fn timeline_mut(&mut self) -> &mut Vec<Fact> {
        &mut self.timeline
    }

    fn clocks_mut(&mut self) -> &mut Vec<Clock> {
        &mut self.clocks
    }
}
