//! Register, then take a position: accept, accept in part, refuse, or ask first.
//!
//! Never: accepts what our law does not permit, refuses without a coded ground.

use super::{Incoming, Registration, Stage};
use crate::REASON_MAX;
use crate::clock::ClockKind;
use crate::error::CannotStep;
use crate::fact::FactKind;
use crate::field::Field;
use crate::grounds::{self, Ground, PointRefusal};
use crate::ids::{MessageId, RegisterNumber};
use crate::input::{step_line, step_text};
use crate::legal::{decision_is_for, decision_permits};
use crate::message::{MessageBody, Position};
use crate::people::{Mandate, Power};
use crate::request::Clarification;
use crate::step::{Step, Stepped};
use crate::task::TaskKind;
use jiff::Timestamp;
use marchland_law::{Decision, Side};

const NUMBER_MAX: usize = 100;

impl Incoming {
    /// Gives the request its number. What our law forbids is registered too, and then refused with reasons.
    pub fn register(
        mut self,
        registrar: &Mandate,
        number: &str,
        decision: &Decision,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Incoming> {
        self.not_final()?;
        if !matches!(self.stage, Stage::Received { .. }) {
            return Err(CannotStep::AlreadyRegistered);
        }
        self.may(registrar, Power::Register, at)?;
        decision_is_for(decision, self.content()?, Side::Receiving, at)?;
        let number = RegisterNumber::new(step_line(Field::Number, number, NUMBER_MAX)?);
        let body = MessageBody::Registered { number: number.clone() };
        let letter = self.letter(message, registrar, at, body)?;
        self.registration = Some(Registration {
            number: number.clone(),
            by: registrar.holder.clone(),
            mandate: registrar.id.clone(),
            at,
            decision: Box::new(decision.clone()),
        });
        self.stage = Stage::Registered { at };
        let officers = self.officers()?;
        Ok(Step::of(self)
            .fact(at, &registrar.holder, FactKind::Registered { number })
            .send(letter)
            .done(TaskKind::Register)
            .open(TaskKind::TakePosition, officers, None))
    }

    /// The whole request is accepted, under a decision of today.
    pub fn accept(
        mut self,
        who: &Mandate,
        decision: &Decision,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Incoming> {
        self.in_work()?;
        self.no_open_question()?;
        if self.position.is_some() {
            return Err(CannotStep::PositionTaken);
        }
        self.may(who, Power::TakePosition, at)?;
        self.decide_again(decision, true, at)?;
        self.stage = Stage::Accepted { at };
        self.take(who, Position::Accepted, FactKind::Accepted, message, at)
    }

    /// Some points are refused, each with grounds. Also later, when the work shows that a point cannot be answered.
    pub fn accept_partly(
        mut self,
        who: &Mandate,
        decision: &Decision,
        refused: Vec<PointRefusal>,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Incoming> {
        self.in_work()?;
        self.no_open_question()?;
        self.may(who, Power::TakePosition, at)?;
        self.decide_again(decision, true, at)?;
        let refused = grounds::checked_points(refused, self.content()?, &grounds::choices(decision))?;
        if matches!(self.stage, Stage::Registered { .. } | Stage::Accepted { .. }) {
            self.stage = Stage::Partly { at };
        }
        self.take(who, Position::Partly { refused }, FactKind::Partly, message, at)
    }

    /// The request is refused, with grounds. Also later, as long as nothing was answered.
    pub fn refuse(
        mut self,
        who: &Mandate,
        decision: &Decision,
        refused_for: Vec<Ground>,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Incoming> {
        self.in_work()?;
        self.may(who, Power::TakePosition, at)?;
        if self.answers.iter().any(|a| a.rejected.is_none()) {
            return Err(CannotStep::AlreadyAnswered);
        }
        self.decide_again(decision, false, at)?;
        let grounds = grounds::checked(refused_for, &grounds::choices(decision))?;
        self.drop_open_work(at);
        self.stage = Stage::Refused { at };
        let position = Position::Refused { grounds };
        let step = self.take(who, position, FactKind::Refused, message, at)?;
        Ok(step.stop_clock(ClockKind::OurAnswer, at).stop_clock(ClockKind::OurRule, at).drop_all())
    }

    /// Asks the asker. Our clock stands still where its source allows it.
    pub fn ask_clarification(
        mut self,
        who: &Mandate,
        question: &str,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Incoming> {
        self.in_work()?;
        self.no_open_question()?;
        self.may(who, Power::TakePosition, at)?;
        let question = step_text(Field::Question, question, REASON_MAX)?;
        let body = MessageBody::ClarificationAsked { question: question.clone() };
        let letter = self.letter(message.clone(), who, at, body)?;
        self.clarifications.push(Clarification {
            message: message.clone(),
            question,
            asked_at: at,
            given: None,
        });
        let resume = Box::new(self.stage);
        self.stage = Stage::Clarification { question: message.clone(), at, resume };
        Ok(Step::of(self)
            .fact(at, &who.holder, FactKind::ClarificationAsked { message })
            .send(letter)
            .pause_clock(ClockKind::OurAnswer, at))
    }

    fn take(
        mut self,
        who: &Mandate,
        position: Position,
        fact: FactKind,
        message: MessageId,
        at: Timestamp,
    ) -> Stepped<Incoming> {
        let first = self.position.is_none();
        let body = MessageBody::Position { position: position.clone() };
        let letter = self.letter(message, who, at, body)?;
        let officers = self.officers()?;
        let refused = matches!(position, Position::Refused { .. });
        self.position = Some(position);
        let step = Step::of(self).fact(at, &who.holder, fact).send(letter).done(TaskKind::TakePosition);
        Ok(if first && !refused { step.open(TaskKind::WriteAnswer, officers, None) } else { step })
    }

    /// Our law is asked again at each position, for the newest version of the request.
    fn decide_again(
        &mut self,
        decision: &Decision,
        must_permit: bool,
        at: Timestamp,
    ) -> Result<(), CannotStep> {
        let content = self.content()?;
        if must_permit {
            decision_permits(decision, content, Side::Receiving, at)?;
        } else {
            decision_is_for(decision, content, Side::Receiving, at)?;
        }
        let registration = self.registration.as_mut().ok_or(CannotStep::NotRegistered)?;
        *registration.decision = decision.clone();
        Ok(())
    }

    pub(super) fn no_open_question(&self) -> Result<(), CannotStep> {
        match self.stage {
            Stage::Clarification { .. } => Err(CannotStep::QuestionOpen),
            _ => Ok(()),
        }
    }
}
