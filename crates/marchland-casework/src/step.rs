//! The result of a step: the case as it is now, and everything that must happen with it, in one transaction.
//!
//! Never: makes anything happen.

use crate::clock::{Clock, ClockKind};
use crate::error::CannotStep;
use crate::fact::{By, Fact, FactKind};
use crate::message::Message;
use crate::task::{Desk, TaskChange, TaskKind};
use jiff::Timestamp;

#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "a step has no effect until its case, facts, messages and tasks are committed together"]
pub struct Step<C> {
    pub next: C,
    /// The facts this step added; they are also at the end of the case's timeline.
    pub facts: Vec<Fact>,
    pub outgoing: Vec<Message>,
    pub tasks: Vec<TaskChange>,
    /// The case changed without a fact: a draft was saved.
    saved: bool,
}

pub type Stepped<C> = Result<Step<C>, CannotStep>;

/// What both sides of a case have.
pub(crate) trait Case {
    fn timeline_mut(&mut self) -> &mut Vec<Fact>;
    fn clocks_mut(&mut self) -> &mut Vec<Clock>;
}

impl<C> Step<C> {
    /// Nothing to commit: the step was taken before.
    pub fn changes_nothing(&self) -> bool {
        !self.saved && self.facts.is_empty() && self.outgoing.is_empty() && self.tasks.is_empty()
    }
}

#[expect(private_bounds, reason = "only the two cases of this crate are stepped, and only here")]
impl<C: Case> Step<C> {
    pub(crate) fn of(next: C) -> Self {
        Step { next, facts: Vec::new(), outgoing: Vec::new(), tasks: Vec::new(), saved: false }
    }

    /// What was typed is kept; key strokes make no timeline.
    pub(crate) fn saved(next: C) -> Self {
        Step { saved: true, ..Step::of(next) }
    }

    pub(crate) fn fact(mut self, at: Timestamp, by: impl Into<By>, kind: FactKind) -> Self {
        let fact = Fact { at, by: by.into(), kind };
        self.next.timeline_mut().push(fact.clone());
        self.facts.push(fact);
        self
    }

    pub(crate) fn send(mut self, message: Message) -> Self {
        self.outgoing.push(message);
        self
    }

    pub(crate) fn send_all(mut self, messages: impl IntoIterator<Item = Message>) -> Self {
        self.outgoing.extend(messages);
        self
    }

    pub(crate) fn open(mut self, task: TaskKind, desk: Desk, due: Option<Timestamp>) -> Self {
        self.tasks.push(TaskChange::Open { task, desk, due });
        self
    }

    pub(crate) fn done(mut self, task: TaskKind) -> Self {
        self.tasks.push(TaskChange::Done { task });
        self
    }

    pub(crate) fn dropped(mut self, task: TaskKind) -> Self {
        self.tasks.push(TaskChange::Dropped { task });
        self
    }

    pub(crate) fn drop_all(mut self) -> Self {
        self.tasks.push(TaskChange::DropAll);
        self
    }

    /// Starts a clock, unless one of its kind runs already.
    pub(crate) fn start_clock(mut self, clock: Clock, at: Timestamp) -> Self {
        let kind = clock.kind;
        if self.next.clocks_mut().iter().any(|c| c.kind == kind && c.is_running()) {
            return self;
        }
        self.next.clocks_mut().push(clock);
        self.fact(at, By::Node, FactKind::ClockStarted { clock: kind })
    }

    /// Pauses the running clock of this kind if its source lets a question stop it.
    pub(crate) fn pause_clock(mut self, kind: ClockKind, at: Timestamp) -> Self {
        let mut paused = false;
        for clock in self.next.clocks_mut().iter_mut().filter(|c| c.kind == kind) {
            paused |= clock.stops_on_question() && clock.pause(at);
        }
        if paused { self.fact(at, By::Node, FactKind::ClockPaused { clock: kind }) } else { self }
    }

    pub(crate) fn resume_clock(mut self, kind: ClockKind, at: Timestamp) -> Self {
        let mut resumed = false;
        for clock in self.next.clocks_mut().iter_mut().filter(|c| c.kind == kind) {
            resumed |= clock.resume(at);
        }
        if resumed { self.fact(at, By::Node, FactKind::ClockResumed { clock: kind }) } else { self }
    }

    /// Stops the clock of this kind: what it waited for is here. Its reminder is no longer needed.
    pub(crate) fn stop_clock(mut self, kind: ClockKind, at: Timestamp) -> Self {
        let mut stopped = false;
        let mut raised = false;
        for clock in self.next.clocks_mut().iter_mut().filter(|c| c.kind == kind) {
            raised |= clock.is_running() && !clock.raised.is_empty();
            stopped |= clock.stop(at);
        }
        if stopped && raised { self.dropped(TaskKind::Escalated { clock: kind }) } else { self }
    }

    /// Raises every level that is reached, each once, and puts one task for each clock on the desk.
    pub(crate) fn raise(mut self, now: Timestamp, desk: &Desk) -> Self {
        let reached: Vec<_> = self
            .next
            .clocks_mut()
            .iter_mut()
            .map(|clock| {
                let levels = clock.levels_due(now);
                clock.raised.extend(levels.iter().copied());
                (clock.kind, clock.due, levels)
            })
            .filter(|(_, _, levels)| !levels.is_empty())
            .collect();
        for (clock, due, levels) in reached {
            for level in levels {
                self = self.fact(now, By::Node, FactKind::Escalated { clock, level });
            }
            self = self.open(TaskKind::Escalated { clock }, desk.clone(), due);
        }
        self
    }
}
