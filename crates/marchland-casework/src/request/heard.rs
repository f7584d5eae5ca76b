//! What the other side writes to us. The same message twice changes nothing; one that comes
//! before its turn is taken in and moves the case forward; one that comes too late is kept and noted.
//!
//! Never: moves a case back, loses an answer.

use super::{Clarification, ReceivedAnswer, Request, Stage};
use crate::clock::ClockKind;
use crate::error::CannotStep;
use crate::fact::{By, FactKind};
use crate::ids::MessageId;
use crate::message::{Message, MessageBody, Position};
use crate::step::{Step, Stepped};
use crate::task::TaskKind;
use jiff::Timestamp;

impl Request {
    /// A message of the other side, opened and verified by the node.
    pub fn on_message(mut self, message: &Message, at: Timestamp) -> Stepped<Request> {
        if matches!(self.stage, Stage::Draft { .. } | Stage::Submitted { .. }) {
            return Err(CannotStep::NotApproved);
        }
        let signed = self.signed().ok_or(CannotStep::NotApproved)?;
        if message.thread != self.id {
            return Err(CannotStep::WrongThread);
        }
        if message.from != signed.content.to {
            return Err(CannotStep::WrongSender { from: message.from.clone() });
        }
        if message.to != signed.content.from {
            return Err(CannotStep::WrongAddressee { to: message.to.clone() });
        }
        message.check().map_err(|bad| CannotStep::MessageUnreadable { what: bad.to_string() })?;
        if self.seen.contains(&message.id) {
            return Ok(Step::of(self));
        }
        if let MessageBody::Answer { answer } = &message.body {
            // A correction may be on its way: the answer fits any version that was signed.
            let fits = self.versions.iter().rev().any(|v| answer.check_against(&v.content).is_ok());
            if !fits {
                let what = "the answer does not answer each point of the request once".into();
                return Err(CannotStep::MessageUnreadable { what });
            }
        }
        if let MessageBody::Position { position: Position::Partly { refused } } = &message.body {
            let known = |point| self.versions.iter().any(|v| v.content.has_point(point));
            if !refused.iter().all(|r| known(r.point)) {
                let what = "it refuses a point that was not asked".into();
                return Err(CannotStep::MessageUnreadable { what });
            }
        }
        let heard = Heard { id: &message.id, by: neighbour(message), at };
        match &message.body {
            MessageBody::Registered { number } => {
                self.seen.insert(message.id.clone());
                let first = self.number.is_none();
                self.number.get_or_insert_with(|| number.clone());
                self.forward(Stage::Registered { at });
                let step = Step::of(self);
                Ok(if first {
                    step.fact(at, heard.by, FactKind::Registered { number: number.clone() })
                } else {
                    heard.noted(step, message.body.kind())
                })
            }
            MessageBody::Position { position } => {
                self.seen.insert(message.id.clone());
                Ok(self.heard_position(position, heard))
            }
            MessageBody::ClarificationAsked { question } => {
                self.seen.insert(message.id.clone());
                Ok(self.heard_question(question, heard))
            }
            MessageBody::Answer { .. } => {
                self.seen.insert(message.id.clone());
                Ok(self.heard_answer(message, heard))
            }
            _ => Err(CannotStep::WrongDirection),
        }
    }

    fn heard_position(mut self, position: &Position, heard: Heard<'_>) -> Step<Request> {
        let at = heard.at;
        self.position = Some(position.clone());
        let settled = self.stage.is_final()
            || matches!(self.stage, Stage::Refused { .. } | Stage::Answered { .. } | Stage::Evaluated { .. });
        if settled {
            return heard.noted(Step::of(self), "position");
        }
        // A position settles any question that was open.
        let open = self.settle_question();
        let (next, fact) = match position {
            Position::Accepted => (Stage::Accepted { at }, FactKind::Accepted),
            Position::Partly { .. } => (Stage::Partly { at }, FactKind::Partly),
            Position::Refused { .. } => (Stage::Refused { at, read: false }, FactKind::Refused),
        };
        let refused = matches!(next, Stage::Refused { .. });
        // From accepted to partly is forward too: the newest position counts.
        let same_rank = matches!(self.stage, Stage::Accepted { .. } | Stage::Partly { .. });
        if same_rank {
            self.stage = next
        } else {
            self.forward(next)
        }
        let desk = self.author_desk();
        let mut step = Step::of(self).fact(at, heard.by, fact).resume_clock(ClockKind::TheirAnswer, at);
        for question in open {
            step = step.dropped(TaskKind::Clarify { question });
        }
        if !refused {
            return step;
        }
        step.stop_clock(ClockKind::TheirAnswer, at).stop_clock(ClockKind::OurRule, at).open(
            TaskKind::ReadRefusal,
            desk,
            None,
        )
    }

    fn heard_question(mut self, question: &str, heard: Heard<'_>) -> Step<Request> {
        let (at, id) = (heard.at, heard.id.clone());
        self.clarifications.push(Clarification {
            message: id.clone(),
            question: question.to_owned(),
            asked_at: at,
            given: None,
        });
        let too_late = self.stage.is_final()
            || matches!(self.stage, Stage::Refused { .. } | Stage::Answered { .. } | Stage::Evaluated { .. });
        if too_late {
            return heard.noted(Step::of(self), "clarification-asked");
        }
        self.forward(Stage::Registered { at });
        let resume = match self.stage {
            // A second question before the first was answered: the newest is the one to answer.
            Stage::Clarification { resume, .. } => resume,
            other => Box::new(other),
        };
        self.stage = Stage::Clarification { question: id.clone(), at, resume };
        let desk = self.author_desk();
        Step::of(self)
            .fact(at, heard.by, FactKind::ClarificationAsked { message: id.clone() })
            .pause_clock(ClockKind::TheirAnswer, at)
            .open(TaskKind::Clarify { question: id }, desk, None)
    }

    fn heard_answer(mut self, message: &Message, heard: Heard<'_>) -> Step<Request> {
        let MessageBody::Answer { answer } = &message.body else { return Step::of(self) };
        let (at, id) = (heard.at, message.id.clone());
        let last = answer.is_final();
        self.answers.push(ReceivedAnswer {
            message: id.clone(),
            answer: answer.as_ref().clone(),
            post: message.post.clone(),
            at,
            read: None,
        });
        let desk = self.author_desk();
        let read = TaskKind::ReadAnswer { answer: id.clone() };
        if self.stage.is_final() {
            // It crossed a recall, or came after the end: kept, to be read, without reopening the case.
            return heard.noted(Step::of(self), "answer").open(read, desk, None);
        }
        let open = self.settle_question();
        // After an evaluation a further answer is kept and read; the case does not go back.
        self.forward(if last { Stage::Answered { at } } else { Stage::Executing { at } });
        let mut step = Step::of(self).fact(at, heard.by, FactKind::Answered { message: id, last }).open(
            read,
            desk.clone(),
            None,
        );
        for question in open {
            step = step.dropped(TaskKind::Clarify { question });
        }
        if !last {
            return step.resume_clock(ClockKind::TheirAnswer, at);
        }
        step.stop_clock(ClockKind::TheirAnswer, at).stop_clock(ClockKind::OurRule, at).open(
            TaskKind::Evaluate,
            desk,
            None,
        )
    }

    /// The questions that nobody has to answer any more.
    fn settle_question(&mut self) -> Vec<MessageId> {
        if let Stage::Clarification { resume, .. } = &self.stage {
            self.stage = resume.as_ref().clone();
        }
        self.clarifications.iter().filter(|c| c.given.is_none()).map(|c| c.message.clone()).collect()
    }
}

struct Heard<'a> {
    id: &'a MessageId,
    by: By,
    at: Timestamp,
}

impl Heard<'_> {
    fn noted(self, step: Step<Request>, what: &str) -> Step<Request> {
        let noted = FactKind::Noted { message: self.id.clone(), what: what.to_owned() };
        step.fact(self.at, self.by, noted)
    }
}

fn neighbour(message: &Message) -> By {
    By::Neighbour { post: Some(message.post.clone()), body: message.from.clone() }
}
