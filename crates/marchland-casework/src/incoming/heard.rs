//! What the asker says after the request: clarification, correction, recall, reminder. The same message twice
//! changes nothing; one that comes too late is kept and noted.
//!
//! Never: reopens what is answered or closed.

use super::{Incoming, ReceivedVersion, Stage};
use crate::clock::ClockKind;
use crate::content::Content;
use crate::error::CannotStep;
use crate::fact::{By, FactKind};
use crate::message::{Message, MessageBody};
use crate::request::changed_fields;
use crate::step::{Step, Stepped};
use crate::task::TaskKind;
use jiff::Timestamp;

impl Incoming {
    /// A message of the asker, opened and verified by the node.
    pub fn on_message(mut self, message: &Message, at: Timestamp) -> Stepped<Incoming> {
        if message.thread != self.thread {
            return Err(CannotStep::WrongThread);
        }
        let content = self.content()?;
        if message.from != content.from {
            return Err(CannotStep::WrongSender { from: message.from.clone() });
        }
        if message.to != content.to {
            return Err(CannotStep::WrongAddressee { to: message.to.clone() });
        }
        message.check().map_err(|bad| CannotStep::MessageUnreadable { what: bad.to_string() })?;
        if !message.body.from_asker() {
            return Err(CannotStep::WrongDirection);
        }
        if !self.seen.insert(message.id.clone()) {
            return Ok(Step::of(self));
        }
        match &message.body {
            MessageBody::ClarificationGiven { question, text } => {
                Ok(self.heard_clarification(message, question.as_str(), text, at))
            }
            MessageBody::Recall { reason } => Ok(self.heard_recall(message, reason, at)),
            MessageBody::Correction { version, content, .. } => {
                self.heard_correction(message, *version, content, at)
            }
            MessageBody::Reminder { .. } => {
                let reminded = FactKind::Reminded { message: message.id.clone() };
                Ok(Step::of(self).fact(at, neighbour(message), reminded))
            }
            // A second request in the same thread: the first one counts, changes come as corrections.
            _ => Ok(noted(Step::of(self), message, at)),
        }
    }

    fn heard_clarification(
        mut self,
        message: &Message,
        question: &str,
        text: &str,
        at: Timestamp,
    ) -> Step<Incoming> {
        for asked in self.clarifications.iter_mut().filter(|c| c.message.as_str() == question) {
            asked.given.get_or_insert_with(|| (at, text.to_owned()));
        }
        let open = match &self.stage {
            Stage::Clarification { question: open, resume, .. } if open.as_str() == question => {
                Some(resume.as_ref().clone())
            }
            _ => None,
        };
        let Some(resume) = open else { return noted(Step::of(self), message, at) };
        self.stage = resume;
        let given = FactKind::ClarificationGiven { message: message.id.clone() };
        Step::of(self).fact(at, neighbour(message), given).resume_clock(ClockKind::OurAnswer, at)
    }

    fn heard_recall(mut self, message: &Message, reason: &str, at: Timestamp) -> Step<Incoming> {
        let too_late = self.stage.is_final()
            || matches!(
                self.stage,
                Stage::Refused { .. } | Stage::AnswerApproved { .. } | Stage::Answered { .. }
            );
        if too_late {
            return noted(Step::of(self), message, at);
        }
        self.drop_open_work(at);
        self.stage = Stage::Recalled { reason: reason.to_owned(), at };
        Step::of(self)
            .fact(at, neighbour(message), FactKind::Recalled { reason: reason.to_owned() })
            .stop_clock(ClockKind::OurAnswer, at)
            .stop_clock(ClockKind::OurRule, at)
            .drop_all()
    }

    fn heard_correction(
        mut self,
        message: &Message,
        version: u16,
        content: &Content,
        at: Timestamp,
    ) -> Stepped<Incoming> {
        let before = self.content()?.clone();
        if content.form != before.form || content.on_behalf_of != before.on_behalf_of {
            return Err(CannotStep::PartiesChanged);
        }
        if self.versions.last().is_some_and(|v| version <= v.number) {
            return Ok(noted(Step::of(self), message, at));
        }
        // What changed is what we see, not what they say.
        let changed = changed_fields(&before, content);
        self.versions.push(ReceivedVersion {
            number: version,
            content: content.clone(),
            changed: changed.clone(),
            message: message.id.clone(),
            post: message.post.clone(),
            at,
        });
        let too_late = self.stage.is_final()
            || matches!(
                self.stage,
                Stage::Refused { .. } | Stage::AnswerApproved { .. } | Stage::Answered { .. }
            );
        if too_late {
            return Ok(noted(Step::of(self), message, at));
        }
        let officers = self.officers()?;
        let in_approval = match &self.stage {
            Stage::AnswerSubmitted { drafted_by, .. } => Some(drafted_by.clone()),
            _ => None,
        };
        let mut step = Step::of(self)
            .fact(at, neighbour(message), FactKind::Corrected { version, changed })
            .open(TaskKind::ReviewCorrection { version }, officers.clone(), None);
        if let Some(by) = in_approval {
            // The answer was written to the old version: it goes back to its author before anyone signs.
            step.next.stage = Stage::AnswerDrafted { by, at };
            step = step.dropped(TaskKind::ApproveAnswer).open(TaskKind::WriteAnswer, officers, None);
        }
        Ok(step)
    }

    /// Somebody looked at what changed.
    pub fn reviewed_correction(
        self,
        version: u16,
        who: &crate::people::Actor,
        at: Timestamp,
    ) -> Stepped<Incoming> {
        self.not_final()?;
        if !self.versions.iter().any(|v| v.number == version) {
            return Err(CannotStep::TaskUnknown);
        }
        let reviewed = FactKind::CorrectionReviewed { version };
        if self.timeline.iter().any(|f| f.kind == reviewed) {
            return Ok(Step::of(self));
        }
        Ok(Step::of(self).fact(at, who, reviewed).done(TaskKind::ReviewCorrection { version }))
    }
}

pub(super) fn neighbour(message: &Message) -> By {
    By::Neighbour { post: Some(message.post.clone()), body: message.from.clone() }
}

fn noted(step: Step<Incoming>, message: &Message, at: Timestamp) -> Step<Incoming> {
    let what = message.body.kind().to_owned();
    step.fact(at, neighbour(message), FactKind::Noted { message: message.id.clone(), what })
}
