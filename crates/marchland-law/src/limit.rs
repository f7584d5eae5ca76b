//! Time limits as the law states them, and what computing one returns.
//!
//! Never: asks what time it is.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::{State, words::closed};

/// A time limit as a provision states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeLimit {
    /// What it limits: a code of the vocabulary, such as `answer` or `confirm-oral-request`.
    pub what: Arc<str>,
    /// Zero means at once.
    pub amount: u32,
    pub unit: TimeUnit,
    /// The event that starts it: a code of the vocabulary, such as `request-received`.
    pub start: Arc<str>,
    pub calendar: CalendarOf,
    /// Hours of the day that do not count, such as 00:00 to 09:00.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excluded: Option<ExcludedHours>,
    /// The event that stops the clock, if one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_by: Option<Arc<str>>,
    /// What follows when it passes: a code of the vocabulary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_expiry: Option<Arc<str>>,
    /// Delay must be reported to the other side with reasons.
    #[serde(default)]
    pub inform_of_delay: bool,
}

closed! {
    TimeUnit { Hours = "hours", Days = "days", WorkingDays = "working-days", Weeks = "weeks", Months = "months", }

    /// Whose holidays and clock count.
    CalendarOf { Requesting = "requesting", Requested = "requested", Both = "both", }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExcludedHours {
    pub from: Time,
    pub until: Time,
}

/// One side of a clock: whose holidays, and the IANA time zone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub state: State,
    pub zone: Arc<str>,
}

/// The clock stood still in between; `until` absent means it still does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockStop {
    pub from: Timestamp,
    pub until: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// The first moment at which the limit has passed.
    pub at: Timestamp,
    /// The clock stands still now; `at` will move.
    pub stopped: bool,
    /// Days that did not count, and why they did not.
    pub skipped: Vec<SkippedDay>,
    /// Years for which the calendar of a state is not in the pack: only weekly rest days were skipped in them.
    pub gaps: Vec<CalendarGap>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedDay {
    pub date: Date,
    pub state: State,
    /// Absent for a weekly rest day.
    pub holiday: Option<crate::Text>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CalendarGap {
    pub state: State,
    pub year: i16,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotCount {
    #[error("the time zone '{0}' is not known; correct it in the register of bodies")] // code: zone-unknown
    ZoneUnknown(Arc<str>),
    #[error("the time limit ends beyond the dates that can be computed; check its amount")]
    // code: limit-too-far
    TooFar,
    #[error("all hours of the day are excluded from this time limit, so it never ends; correct the hours")]
    // code: no-hours-left
    NoHoursLeft,
}

impl CannotCount {
    pub fn code(&self) -> &'static str {
        match self {
            Self::ZoneUnknown(_) => "zone-unknown",
            Self::TooFar => "limit-too-far",
            Self::NoHoursLeft => "no-hours-left",
        }
    }
}
