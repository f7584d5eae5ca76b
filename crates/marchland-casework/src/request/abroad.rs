//! While the other side works, and after: recall, clarify, remind, read, evaluate, close.
//!
//! Never: speaks to the other side without a mandate.

use super::{Evaluation, Request, Stage, Useful};
use crate::REASON_MAX;
use crate::clock::ClockKind;
use crate::error::CannotStep;
use crate::fact::FactKind;
use crate::field::{Field, FieldProblem, ProblemCode};
use crate::ids::MessageId;
use crate::input::{Input, step_text};
use crate::message::MessageBody;
use crate::people::{Actor, Mandate, Power};
use crate::step::{Step, Stepped};
use crate::task::TaskKind;
use jiff::Timestamp;

impl Request {
    /// Takes the request back before it is answered. The other side stops its work.
    pub fn recall(
        mut self,
        who: &Mandate,
        reason: &str,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Request> {
        let content = self.awaited()?.content.clone();
        self.may(who, Power::Correspond, &content, at)?;
        let reason = step_text(Field::Reason, reason, REASON_MAX)?;
        let body = MessageBody::Recall { reason: reason.clone() };
        let letter = self.message(&content, message, &who.holder.post, at, body);
        self.stage = Stage::Recalled { reason: reason.clone(), at };
        self.correction = None;
        Ok(Step::of(self)
            .fact(at, &who.holder, FactKind::Recalled { reason })
            .send(letter)
            .stop_clock(ClockKind::TheirAnswer, at)
            .stop_clock(ClockKind::OurRule, at)
            .drop_all())
    }

    /// Answers the question that is open. Their clock runs on.
    pub fn clarify(
        mut self,
        who: &Mandate,
        text: &str,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Request> {
        self.not_final()?;
        let Stage::Clarification { question, resume, .. } = &self.stage else {
            return Err(CannotStep::NoQuestionOpen);
        };
        let (question, resume) = (question.clone(), resume.as_ref().clone());
        let content = self.awaited()?.content.clone();
        self.may(who, Power::Correspond, &content, at)?;
        let text = step_text(Field::Clarification, text, REASON_MAX)?;
        let body = MessageBody::ClarificationGiven { question: question.clone(), text: text.clone() };
        let letter = self.message(&content, message.clone(), &who.holder.post, at, body);
        for asked in self.clarifications.iter_mut().filter(|c| c.message == question) {
            asked.given = Some((at, text.clone()));
        }
        self.stage = resume;
        Ok(Step::of(self)
            .fact(at, &who.holder, FactKind::ClarificationGiven { message })
            .send(letter)
            .resume_clock(ClockKind::TheirAnswer, at)
            .done(TaskKind::Clarify { question }))
    }

    /// A friendly word about a request that waits.
    pub fn remind(self, who: &Mandate, text: &str, message: MessageId, at: Timestamp) -> Stepped<Request> {
        let content = self.awaited()?.content.clone();
        self.may(who, Power::Correspond, &content, at)?;
        let mut input = Input::default();
        let text = input.optional_text(Field::Reason, text, REASON_MAX);
        let text = input.done(text)?;
        let body = MessageBody::Reminder { text };
        let letter = self.message(&content, message.clone(), &who.holder.post, at, body);
        Ok(Step::of(self).fact(at, &who.holder, FactKind::Reminded { message }).send(letter))
    }

    /// An official opened the answer. The node sends the receipt for it. Reading again changes nothing.
    pub fn read_answer(mut self, answer: &MessageId, who: &Actor, at: Timestamp) -> Stepped<Request> {
        let found = self.answers.iter_mut().find(|a| &a.message == answer);
        let received = found.ok_or(CannotStep::NoSuchAnswer)?;
        if received.read.is_some() {
            return Ok(Step::of(self));
        }
        received.read = Some((at, who.clone()));
        let step = Step::of(self);
        let read = FactKind::AnswerRead { message: answer.clone() };
        Ok(step.fact(at, who, read).done(TaskKind::ReadAnswer { answer: answer.clone() }))
    }

    /// An official opened the refusal.
    pub fn read_refusal(mut self, who: &Actor, at: Timestamp) -> Stepped<Request> {
        self.not_final()?;
        match &mut self.stage {
            Stage::Refused { read: true, .. } => Ok(Step::of(self)),
            Stage::Refused { read, .. } => {
                *read = true;
                Ok(Step::of(self).fact(at, who, FactKind::RefusalRead).done(TaskKind::ReadRefusal))
            }
            _ => Err(CannotStep::NotAnswered),
        }
    }

    /// What the asker thinks of the cooperation, after an answer or a refusal was read.
    pub fn evaluate(
        mut self,
        who: &Actor,
        useful: Useful,
        in_time: bool,
        score: u8,
        comment: &str,
        at: Timestamp,
    ) -> Stepped<Request> {
        self.outcome_read()?;
        self.is_author(who)?;
        let mut input = Input::default();
        if !(1..=5).contains(&score) {
            let problem = FieldProblem::new(Field::Score, ProblemCode::OutOfRange);
            input.problem(problem.with("min", 1).with("max", 5));
        }
        let comment = input.optional_text(Field::Comment, comment, REASON_MAX);
        let comment = input.done(comment)?;
        self.evaluation = Some(Evaluation { useful, in_time, score, comment, at });
        self.stage = Stage::Evaluated { at };
        Ok(Step::of(self).fact(at, who, FactKind::Evaluated { score }).done(TaskKind::Evaluate))
    }

    /// Ends the case. It is not opened again; a late message is kept and noted.
    pub fn close(mut self, who: &Actor, at: Timestamp) -> Stepped<Request> {
        self.outcome_read()?;
        self.is_author(who)?;
        self.stage = Stage::Closed { at };
        Ok(Step::of(self)
            .fact(at, who, FactKind::Closed)
            .stop_clock(ClockKind::TheirAnswer, at)
            .stop_clock(ClockKind::OurRule, at)
            .drop_all())
    }

    fn outcome_read(&self) -> Result<(), CannotStep> {
        self.not_final()?;
        match self.stage {
            Stage::Refused { read: false, .. } => return Err(CannotStep::AnswerUnread),
            Stage::Refused { .. } | Stage::Answered { .. } | Stage::Evaluated { .. } => {}
            _ => return Err(CannotStep::NotAnswered),
        }
        if self.answers.iter().any(|a| a.read.is_none()) { Err(CannotStep::AnswerUnread) } else { Ok(()) }
    }
}
