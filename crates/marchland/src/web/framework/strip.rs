//! The days of the law on a line: where it changed between our state and its neighbours, and the day looked at.
//!
//! Never: needs script; each change is a link.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::{Date, date};
use marchland_law::{binding, change_days};

use super::asked::{Asked, code};
use crate::survey::Words;
use crate::web::page::Visit;
use crate::web::views::framework::{DayOfChange, Strip, Tick};
use crate::web::views::parts::Anchor;

/// The line begins where the states of the region began to make treaties with each other.
const FIRST: Date = date(1991, 1, 1);
const LENGTH: i64 = 1000;
const YEARS_STEP: i16 = 5;

/// Every day on which the law of a shown neighbour changes.
pub fn days(visit: &Visit, asked: &Asked) -> Vec<Date> {
    let law = &*visit.app.law.framework;
    let own = asked.home.into_iter().flat_map(|home| asked.with.iter().map(move |other| [home, *other]));
    own.flat_map(|pair| change_days(law, pair)).collect::<BTreeSet<_>>().into_iter().collect()
}

pub fn strip(visit: &Visit, asked: &Asked) -> Strip {
    let days = days(visit, asked);
    // Some room after the last day, so that tomorrow's law can be asked for.
    let end = days.last().copied().into_iter().chain([asked.today]).max().unwrap_or(asked.today);
    let end = end.checked_add(1.year()).unwrap_or(end);
    let span = |day: Date| i64::from(FIRST.until(day).map(|span| span.get_days()).unwrap_or_default());
    let length = span(end).max(1);
    let x = |day: Date| span(day).clamp(0, length) * LENGTH / length;
    let what = causes(visit, asked);
    let at = |day: Date| asked.map_href(|to| to.on = day.to_string());
    let named = |day: &Date| what.get(day).cloned().unwrap_or_default();
    let link = |day: Date| Anchor::new(visit.lang().date(day), at(day));
    Strip {
        first: FIRST.to_string(),
        length,
        at: span(asked.on).clamp(0, length),
        thumb: x(asked.on),
        ticks: days
            .iter()
            .filter(|day| **day >= FIRST)
            .map(|day| Tick {
                x: x(*day),
                day: span(*day),
                href: at(*day),
                title: format!("{}: {}", visit.lang().date(*day), named(day).join("; ")),
            })
            .collect(),
        years: (FIRST.year()..=end.year())
            .filter(|year| year % YEARS_STEP == 0)
            .map(|year| (x(date(year, 1, 1)), year.to_string()))
            .collect(),
        before: days.iter().rev().find(|day| **day < asked.on).map(|day| link(*day)),
        after: days.iter().find(|day| **day > asked.on).map(|day| link(*day)),
        changes: days
            .iter()
            .rev()
            .map(|day| DayOfChange { day: link(*day), what: named(day), current: *day == asked.on })
            .collect(),
    }
}

/// What began and ended on each day, by pair.
fn causes(visit: &Visit, asked: &Asked) -> BTreeMap<Date, Vec<String>> {
    let law = &*visit.app.law.framework;
    let (words, t) = (Words { law, lang: visit.lang() }, visit.t());
    let mut causes: BTreeMap<Date, Vec<String>> = BTreeMap::new();
    let mut add = |day: Option<Date>, text: String| {
        if let Some(day) = day {
            causes.entry(day).or_default().push(text);
        }
    };
    let Some(home) = asked.home else { return causes };
    for other in &asked.with {
        let pair = code([home, *other]);
        for bond in binding(law, home, *other, asked.today) {
            let title = words.text(&bond.title);
            add(bond.in_force_from, t.strip_began(&pair, &title));
            add(bond.in_force_until, t.strip_ended(&pair, &title));
        }
        for event in &law.checklist().events {
            add(event.between(home, *other), format!("{pair}: {}", words.text(&event.names)));
        }
    }
    causes
}
