//! Reads one file of `calendars/`.
//!
//! Never: invents a holiday for a year the file does not speak for.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use super::fields::{Fields, Notes};
use super::instrument::sources;
use super::rule;
use super::yaml::{Node, Value};
use crate::calendar::{Calendar, Holiday, HolidayDate};

const WEEKDAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "monday"),
    (Weekday::Tuesday, "tuesday"),
    (Weekday::Wednesday, "wednesday"),
    (Weekday::Thursday, "thursday"),
    (Weekday::Friday, "friday"),
    (Weekday::Saturday, "saturday"),
    (Weekday::Sunday, "sunday"),
];

/// More years than this are a slip of the pen, and each costs time to settle.
const YEARS_MAX: i16 = 60;

pub(crate) fn read(notes: &mut Notes<'_>, root: &Node) -> Option<Calendar> {
    let mut f = Fields::of(notes, root, "the fields of a calendar")?;
    let state = f.required(notes, "state").and_then(|n| notes.state(n));
    let rest_days = f
        .required(notes, "rest-days")
        .map(|n| {
            notes.list(n, |notes, n| {
                let spelling =
                    |d: Weekday| WEEKDAYS.iter().find(|(w, _)| *w == d).map_or("", |(_, name)| name);
                notes.word(n, "unknown-weekday", "a day of the week", &WEEKDAYS.map(|(d, _)| d), spelling)
            })
        })
        .unwrap_or_default();
    let first_year = f.required(notes, "first-year").and_then(|n| year(notes, n));
    let last_node = f.required(notes, "last-year");
    let last_year = last_node.and_then(|n| year(notes, n));
    if let (Some(first), Some(last), Some(node)) = (first_year, last_year, last_node)
        && (last < first || last - first > YEARS_MAX)
    {
        notes.note(
            node.at,
            "contradictory-dates",
            format!("the years {first} to {last} are not a range a calendar can speak for"),
        );
        return None;
    }
    let holidays = f.required(notes, "holidays").map(|n| notes.list(n, holiday)).unwrap_or_default();
    let extra_off =
        f.optional("extra-off").map(|n| notes.list(n, |notes, n| notes.date(n))).unwrap_or_default();
    let extra_work = f
        .optional("extra-work")
        .map(|n| {
            notes.list(n, |notes, n| {
                let day = notes.date(n)?;
                if extra_off.contains(&day) {
                    let what = format!("{day} is a day off and a working day at once");
                    notes.note(n.at, "contradictory-dates", what);
                }
                Some(day)
            })
        })
        .unwrap_or_default();
    let confidence = f.required(notes, "confidence").and_then(|n| rule::confidence(notes, n));
    let sources = f.required(notes, "sources").map(|n| sources(notes, n)).unwrap_or_default();
    let note = f.optional("note").and_then(|n| notes.languages(n));
    f.finish(notes);
    let mut calendar = Calendar {
        state: state?,
        rest_days,
        first_year: first_year?,
        last_year: last_year?,
        holidays,
        extra_off: extra_off.into_iter().collect(),
        extra_work: extra_work.into_iter().collect(),
        moved: Default::default(),
        confidence: confidence?,
        sources,
        note,
    };
    calendar.settle_moved_days();
    Some(calendar)
}

fn year(notes: &mut Notes<'_>, node: &Node) -> Option<i16> {
    let number = notes.number(node)?;
    let year = i16::try_from(number).ok().filter(|y| (1900..=2200).contains(y));
    if year.is_none() {
        notes.note(node.at, "not-a-year", format!("{number} is not a year")).expected =
            Some("a year between 1900 and 2200".into());
    }
    year
}

fn holiday(notes: &mut Notes<'_>, node: &Node) -> Option<Holiday> {
    let mut f =
        Fields::of(notes, node, "a holiday, such as {on: 05-01, names: {…}} or {easter: 1, names: {…}}")?;
    let names = f.required(notes, "names").and_then(|n| notes.languages(n));
    let on = f.optional("on").and_then(|n| month_day(notes, n));
    let easter = f.optional("easter").and_then(|n| Some((n, notes.number(n)?)));
    let dates = f
        .optional("dates")
        .map(|n| notes.list(n, |notes, n| notes.date(n)).into_iter().collect::<BTreeSet<Date>>());
    let first_year = f.optional("first-year").and_then(|n| year(notes, n));
    let last_year = f.optional("last-year").and_then(|n| year(notes, n));
    if let (Some(first), Some(last)) = (first_year, last_year)
        && last < first
    {
        let what = format!("the holiday ends with {last}, before it begins with {first}");
        notes.note(node.at, "contradictory-dates", what);
    }
    let moves = f.optional("moves").and_then(|n| notes.yes_no(n)).unwrap_or(false);
    f.finish(notes);
    let on = match (on, easter, dates) {
        (Some(on), None, None) => on,
        (None, Some((node, days)), None) => match i16::try_from(days).ok().filter(|d| (-60..=80).contains(d))
        {
            Some(days) => HolidayDate::AfterEaster(days),
            None => {
                notes.note(node.at, "wrong-amount", format!("{days} days from Easter is not a holiday"));
                return None;
            }
        },
        (None, None, Some(days)) => HolidayDate::Given(days),
        _ => {
            notes.note(node.at, "missing-field", "when this holiday falls is not clear").expected =
                Some("exactly one of on: MM-DD, easter: DAYS, dates: [YYYY-MM-DD]".into());
            return None;
        }
    };
    Some(Holiday { names: names?, on, first_year, last_year, moves })
}

fn month_day(notes: &mut Notes<'_>, node: &Node) -> Option<HolidayDate> {
    let text = match &node.value {
        Value::Text(text) => text.clone(),
        _ => notes.text(node)?.to_string(),
    };
    // A leap year, so that 02-29 is a day.
    let date = (text.len() == 5).then(|| format!("2024-{text}").parse::<Date>().ok()).flatten();
    if date.is_none() {
        notes.note(node.at, "not-a-date", format!("'{text}' is not a day of the year")).expected =
            Some("month-day, such as 05-09".into());
    }
    date.map(|d| HolidayDate::Yearly { month: d.month(), day: d.day() })
}
