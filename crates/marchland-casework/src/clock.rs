//! A time limit that runs: when it is due, when it stood still, when somebody must be told.
//!
//! Never: computes a limit from a treaty (the law does) and never asks what time it is.

use jiff::{SignedDuration, Timestamp};
use marchland_law::{ClockStop, TimeLimit};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the clock measures. A case has at most one running clock for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClockKind {
    /// Their answer to us.
    TheirAnswer,
    /// What our own rule asks of us in this case.
    OurRule,
    /// Our answer to them.
    OurAnswer,
    /// The written confirmation of a request made by word of mouth.
    OralConfirmation,
    /// The notice of a hit to the body that issued the alert.
    HitNotice,
}

impl ClockKind {
    pub fn code(self) -> &'static str {
        match self {
            ClockKind::TheirAnswer => "their-answer",
            ClockKind::OurRule => "our-rule",
            ClockKind::OurAnswer => "our-answer",
            ClockKind::OralConfirmation => "oral-confirmation",
            ClockKind::HitNotice => "hit-notice",
        }
    }
}

/// Where the limit comes from. A rule of the house never looks like a treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ClockSource {
    Treaty {
        instrument: String,
        article: String,
    },
    OwnRule {
        number: u16,
    },
    AskedBySender,
    /// The text that was read names no limit: the clock shows the time that passes, nothing is due.
    NoLimit,
}

/// How far a limit has gone when somebody is told: each level once, two of them before it is missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Half,
    Most,
    Due,
}

impl Level {
    pub const ALL: [Level; 3] = [Level::Half, Level::Most, Level::Due];

    pub fn percent(self) -> u8 {
        match self {
            Level::Half => 50,
            Level::Most => 80,
            Level::Due => 100,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    pub kind: ClockKind,
    pub source: ClockSource,
    pub started: Timestamp,
    /// The first moment at which it is late. Absent if no limit is known.
    pub due: Option<Timestamp>,
    /// The limit as the law states it, so that the node can count again after a pause with its calendars.
    pub limit: Option<TimeLimit>,
    pub pauses: Vec<ClockStop>,
    pub raised: BTreeSet<Level>,
    /// The awaited thing happened, or no longer matters.
    pub stopped: Option<Timestamp>,
}

/// Somebody must be told about a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Escalation {
    pub clock: ClockKind,
    pub level: Level,
}

impl Clock {
    pub fn new(kind: ClockKind, source: ClockSource, started: Timestamp, due: Option<Timestamp>) -> Self {
        Clock {
            kind,
            source,
            started,
            due,
            limit: None,
            pauses: Vec::new(),
            raised: BTreeSet::new(),
            stopped: None,
        }
    }

    #[must_use]
    pub fn with_limit(mut self, limit: TimeLimit) -> Self {
        self.limit = Some(limit);
        self
    }

    pub fn is_running(&self) -> bool {
        self.stopped.is_none()
    }

    pub fn is_paused(&self) -> bool {
        self.is_running() && self.pauses.last().is_some_and(|p| p.until.is_none())
    }

    /// A treaty's clock stands still only if the treaty says so; the house may be kinder with its own.
    pub fn stops_on_question(&self) -> bool {
        match self.source {
            ClockSource::Treaty { .. } => self.limit.as_ref().is_some_and(|l| l.stopped_by.is_some()),
            ClockSource::OwnRule { .. } | ClockSource::AskedBySender => true,
            ClockSource::NoLimit => false,
        }
    }

    /// A second pause of a paused clock changes nothing.
    pub(crate) fn pause(&mut self, at: Timestamp) -> bool {
        let may = self.is_running() && !self.is_paused();
        if may {
            self.pauses.push(ClockStop { from: at, until: None });
        }
        may
    }

    /// The due moment moves by the time the clock stood still. With working days or excluded hours the node
    /// counts again by the law's own rule and calls [`Clock::move_due`].
    pub(crate) fn resume(&mut self, at: Timestamp) -> bool {
        if !self.is_paused() {
            return false;
        }
        if let Some(pause) = self.pauses.last_mut() {
            pause.until = Some(at.max(pause.from));
            let stood = at.max(pause.from).duration_since(pause.from);
            self.due = self.due.map(|due| due.checked_add(stood).unwrap_or(Timestamp::MAX));
        }
        true
    }

    /// The due moment as the law counts it.
    pub fn move_due(&mut self, due: Timestamp) {
        self.due = Some(due);
    }

    pub(crate) fn stop(&mut self, at: Timestamp) -> bool {
        let running = self.is_running();
        if running {
            self.resume(at);
            self.stopped = Some(at);
        }
        running
    }

    /// What the clock waited for did not happen after all.
    pub(crate) fn restart(&mut self) {
        self.stopped = None;
    }

    /// Late at `now`, or stopped only after it was due.
    pub fn is_late(&self, now: Timestamp) -> bool {
        let seen = self.stopped.unwrap_or(now);
        !self.is_paused() && self.due.is_some_and(|due| seen >= due)
    }

    /// Time left, negative when late. A paused clock shows what was left when it stopped.
    pub fn left(&self, now: Timestamp) -> Option<SignedDuration> {
        let seen = self.stopped.unwrap_or(now);
        let seen = self.pauses.last().filter(|_| self.is_paused()).map_or(seen, |p| p.from);
        self.due.map(|due| due.duration_since(seen))
    }

    /// How much of the limit has gone, in percent, without the time it stood still.
    pub fn gone_percent(&self, now: Timestamp) -> Option<u32> {
        let stood: i128 = self
            .pauses
            .iter()
            .filter_map(|p| p.until.map(|until| until.duration_since(p.from).as_nanos()))
            .sum();
        let whole = self.due?.duration_since(self.started).as_nanos() - stood;
        let left = self.left(now)?.as_nanos();
        if whole <= 0 {
            return Some(100);
        }
        let gone = (whole - left).clamp(0, whole.saturating_mul(10));
        u32::try_from(gone.saturating_mul(100) / whole).ok()
    }

    /// Levels reached and not yet raised, lowest first.
    pub fn levels_due(&self, now: Timestamp) -> Vec<Level> {
        if !self.is_running() || self.is_paused() {
            return Vec::new();
        }
        let Some(gone) = self.gone_percent(now) else { return Vec::new() };
        Level::ALL
            .into_iter()
            .filter(|level| u32::from(level.percent()) <= gone && !self.raised.contains(level))
            .collect()
    }
}
