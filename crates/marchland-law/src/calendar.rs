//! Days that do not count as working days in a state: weekly rest days, public holidays, days moved by decree.
//!
//! Never: knows which day it is, or that a year it has no data for has no holidays: it says so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Serialize;

use crate::law::Source;
use crate::{Confidence, State, Text};

#[derive(Clone, Debug, Default, Serialize)]
pub struct Calendars {
    pub(crate) by_state: BTreeMap<State, Calendar>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Calendar {
    pub state: State,
    #[serde(skip)]
    pub rest_days: Vec<Weekday>,
    /// First and last year the file speaks for.
    pub first_year: i16,
    pub last_year: i16,
    pub holidays: Vec<Holiday>,
    /// Working days made days off, and rest days made working days, by decree.
    pub extra_off: BTreeSet<Date>,
    pub extra_work: BTreeSet<Date>,
    /// Days off in place of holidays that fell on a rest day; computed when the file is read.
    pub(crate) moved: BTreeMap<Date, Text>,
    pub confidence: Confidence,
    pub sources: BTreeMap<Arc<str>, Source>,
    pub note: Option<Text>,
}

#[derive(Clone, Debug, Serialize)]
pub struct Holiday {
    pub names: Text,
    pub on: HolidayDate,
    pub first_year: Option<i16>,
    pub last_year: Option<i16>,
    /// When it falls on a rest day, the next working day is off.
    pub moves: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolidayDate {
    Yearly {
        month: i8,
        day: i8,
    },
    /// Days after Easter Sunday of the Gregorian calendar.
    AfterEaster(i16),
    Given(BTreeSet<Date>),
}

/// A run of days off is never longer; the search for the next working day ends here.
const MOVE_DAYS_MAX: usize = 31;

/// Why a day is not a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rest<'c> {
    Weekly,
    Holiday(&'c Text),
}

impl Calendars {
    pub fn get(&self, state: State) -> Option<&Calendar> {
        self.by_state.get(&state)
    }

    pub fn all(&self) -> impl Iterator<Item = &Calendar> {
        self.by_state.values()
    }
}

impl Calendar {
    pub fn speaks_for(&self, year: i16) -> bool {
        (self.first_year..=self.last_year).contains(&year)
    }

    pub fn works_on(&self, day: Date) -> bool {
        self.rest_on(day).is_none()
    }

    pub(crate) fn rest_on(&self, day: Date) -> Option<Rest<'_>> {
        if self.extra_work.contains(&day) {
            return None;
        }
        if let Some(names) = self.holiday_on(day).map(|h| &h.names).or_else(|| self.moved.get(&day)) {
            return Some(Rest::Holiday(names));
        }
        (self.rest_days.contains(&day.weekday()) || self.extra_off.contains(&day)).then_some(Rest::Weekly)
    }

    fn holiday_on(&self, day: Date) -> Option<&Holiday> {
        if !self.speaks_for(day.year()) {
            return None;
        }
        self.holidays.iter().find(|holiday| holiday.falls_on(day))
    }

    /// Gives each holiday that falls on a rest day, and moves, the next working day that is still free.
    pub(crate) fn settle_moved_days(&mut self) {
        let mut moved = BTreeMap::new();
        let first = Date::new(self.first_year, 1, 1).ok();
        let days =
            first.into_iter().flat_map(|f| f.series(1.day())).take_while(|d| d.year() <= self.last_year);
        for day in days {
            let Some(holiday) =
                self.holiday_on(day).filter(|h| h.moves && self.rest_days.contains(&day.weekday()))
            else {
                continue;
            };
            let free = |d: &Date| self.rest_on(*d).is_none() && !moved.contains_key(d);
            if let Some(next) = day.series(1.day()).skip(1).take(MOVE_DAYS_MAX).find(free) {
                moved.insert(next, holiday.names.clone());
            }
        }
        self.moved = moved;
    }
}

impl Holiday {
    fn falls_on(&self, day: Date) -> bool {
        let year = day.year();
        if self.first_year.is_some_and(|y| year < y) || self.last_year.is_some_and(|y| year > y) {
            return false;
        }
        match &self.on {
            HolidayDate::Yearly { month, day: d } => day.month() == *month && day.day() == *d,
            HolidayDate::Given(days) => days.contains(&day),
            HolidayDate::AfterEaster(offset) => {
                easter(year).and_then(|e| e.checked_add(i64::from(*offset).days()).ok()) == Some(day)
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous (Meeus) computation.
pub(crate) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
