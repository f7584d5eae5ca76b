//! The work inside our house: given to an official, done or dropped.
//!
//! Never: tells the asker who did it.

use super::{Incoming, Stage, Work, WorkState};
use crate::REASON_MAX;
use crate::error::CannotStep;
use crate::fact::FactKind;
use crate::field::Field;
use crate::ids::{OfficialId, TaskId};
use crate::input::step_text;
use crate::people::Actor;
use crate::step::{Step, Stepped};
use crate::task::{Desk, TaskKind};
use jiff::Timestamp;

impl Incoming {
    /// Gives a piece of work to an official. The first one starts the execution.
    pub fn give_work(
        mut self,
        task: TaskId,
        to: OfficialId,
        text: &str,
        due: Option<Timestamp>,
        who: &Actor,
        at: Timestamp,
    ) -> Stepped<Incoming> {
        self.accepted()?;
        self.no_open_question()?;
        if self.work.iter().any(|w| w.id == task) {
            return Err(CannotStep::TaskExists);
        }
        let text = step_text(Field::Task, text, REASON_MAX)?;
        self.work.push(Work {
            id: task.clone(),
            to: to.clone(),
            text,
            due,
            given_at: at,
            state: WorkState::Open,
        });
        if matches!(self.stage, Stage::Accepted { .. } | Stage::Partly { .. }) {
            self.stage = Stage::Executing { at };
        }
        Ok(Step::of(self).fact(at, who, FactKind::WorkGiven { task: task.clone() }).open(
            TaskKind::Work { task },
            Desk::Official { official: to },
            due,
        ))
    }

    /// The official who was given the work says what came of it.
    pub fn finish_work(
        mut self,
        task: &TaskId,
        outcome: &str,
        who: &Actor,
        at: Timestamp,
    ) -> Stepped<Incoming> {
        self.accepted()?;
        let work = self.open_work(task)?;
        if work.to != who.official {
            return Err(CannotStep::NotAuthor);
        }
        let outcome = step_text(Field::Outcome, outcome, REASON_MAX)?;
        work.state = WorkState::Done { outcome, at };
        let task = task.clone();
        let fact = FactKind::WorkDone { task: task.clone() };
        Ok(Step::of(self).fact(at, who, fact).done(TaskKind::Work { task }))
    }

    /// The work is no longer needed.
    pub fn drop_work(mut self, task: &TaskId, who: &Actor, at: Timestamp) -> Stepped<Incoming> {
        self.accepted()?;
        self.open_work(task)?.state = WorkState::Dropped { at };
        let task = task.clone();
        let fact = FactKind::WorkDropped { task: task.clone() };
        Ok(Step::of(self).fact(at, who, fact).dropped(TaskKind::Work { task }))
    }

    fn open_work(&mut self, task: &TaskId) -> Result<&mut Work, CannotStep> {
        let found = self.work.iter_mut().find(|w| &w.id == task && w.state == WorkState::Open);
        found.ok_or(CannotStep::TaskUnknown)
    }

    pub(super) fn drop_open_work(&mut self, at: Timestamp) {
        for work in self.work.iter_mut().filter(|w| w.state == WorkState::Open) {
            work.state = WorkState::Dropped { at };
        }
    }

    /// Numbered and accepted, in whole or in part.
    pub(super) fn accepted(&self) -> Result<(), CannotStep> {
        self.in_work()?;
        if self.position.is_none() { Err(CannotStep::PositionMissing) } else { Ok(()) }
    }
}
