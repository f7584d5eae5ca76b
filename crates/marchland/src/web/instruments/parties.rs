//! The parties of an instrument on a line of years: signed, in force, ended, and the older instrument it took the place of.
//!
//! Never: draws a day that is not known; the table says so in words.

use jiff::civil::{Date, date};
use marchland_law::{Instrument, Party, RelationKind, State};

use super::status::own_pairs;
use crate::web::fill::chart::{Scale, TOP};
use crate::web::page::Visit;
use crate::web::views::framework::{Bar, Chart, ChartLine};

/// More lines than these are read in the table.
const DRAWN_MAX: usize = 12;
const LINE: i64 = 23;
/// A young instrument still gets some years on its line.
const YEARS_BEFORE: i16 = 3;

/// The drawing, and how many parties are in the table alone. Our own states come first.
pub fn chart(visit: &Visit, one: &Instrument) -> (Option<Chart>, usize) {
    let today = visit.now().to_zoned(visit.zone()).date();
    let own: Vec<State> = own_pairs(visit).into_iter().flat_map(|(a, b)| [a, b]).collect();
    let mut parties: Vec<&Party> = one.parties.iter().collect();
    parties.sort_by_key(|party| !own.contains(&party.state));
    let not_drawn = parties.len().saturating_sub(DRAWN_MAX);
    parties.truncate(DRAWN_MAX);
    let signed = one.signed.as_ref().and_then(|signed| signed.when.parse::<Date>().ok());
    let older = older(visit, one);
    let known = parties.iter().filter_map(|party| party.in_force).chain(signed);
    let known = known
        .chain(older.into_iter().flat_map(|older| older.parties.iter().filter_map(|party| party.in_force)));
    let Some(first) = known.min().filter(|_| parties.iter().any(|party| party.in_force.is_some())) else {
        return (None, one.parties.len());
    };
    let first = date((first.year() - YEARS_BEFORE).max(1900), 1, 1);
    let last =
        one.parties.iter().filter_map(|p| p.in_force).max().into_iter().chain([today]).max().unwrap_or(today);
    let scale = Scale::new(first, last);
    let lines = parties
        .iter()
        .enumerate()
        .map(|(index, party)| ChartLine {
            y: TOP + LINE * i64::try_from(index).unwrap_or_default(),
            name: visit.t().state_name(party.state.as_str()),
            bars: bars(visit, &scale, party, older),
            strokes: signed
                .map(|day| (scale.x(day), visit.t().chart_signed(visit.lang().date(day))))
                .into_iter()
                .collect(),
        })
        .collect();
    (Some(scale.chart(lines, LINE, Some((today, visit.lang().date(today))))), not_drawn)
}

/// The instrument this one took the place of.
pub fn older<'v>(visit: &'v Visit, one: &Instrument) -> Option<&'v Instrument> {
    let relation = one.relations.iter().find(|relation| relation.kind == RelationKind::Supersedes)?;
    visit.app.law.framework.instrument(&relation.instrument)
}

fn bars(visit: &Visit, scale: &Scale, party: &Party, older: Option<&Instrument>) -> Vec<Bar> {
    let (lang, t) = (visit.lang(), visit.t());
    let words = |from: Date, until: Option<Date>| match until {
        Some(until) => t.from_until(lang.date(from), lang.date(until)),
        None => t.status_from(lang.date(from)),
    };
    let mut bars = Vec::new();
    let before = older.and_then(|older| older.parties.iter().find(|other| other.state == party.state));
    if let Some((from, before)) = before.and_then(|before| Some((before.in_force?, before))) {
        let until = [before.until, party.in_force].into_iter().flatten().min();
        let (x, width) = scale.bar(from, until);
        bars.push(Bar { x, width, class: "bar-declared", title: words(from, until) });
    }
    if let Some(from) = party.in_force {
        let (x, width) = scale.bar(from, party.until);
        bars.push(Bar { x, width, class: "bar-detail", title: words(from, party.until) });
    }
    bars
}
