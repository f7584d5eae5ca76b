//! The calendar of the law itself: every day on which something changes between two states, and what the days between them
//! leave uncovered or cover twice.
//!
//! Never: asks which day it is.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::framework::{Framework, Tie};
use crate::law::{RelationKind, RuleEffect, within};
use crate::survey::View;
use crate::{FormId, InstrumentId, State};

/// A form that had a rule and lost it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lapse {
    pub pair: [State; 2],
    pub form: FormId,
    pub from: Date,
    /// First day on which a rule permits it again; absent while none does.
    pub until: Option<Date>,
    /// The instruments that permitted it on the day before.
    pub lost: Vec<InstrumentId>,
}

/// An instrument and the one it takes the place of, both law on the same days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Doubled {
    pub pair: [State; 2],
    pub older: InstrumentId,
    pub newer: InstrumentId,
    pub on: Date,
}

/// What the days of the whole framework show.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CalendarReport {
    /// Days tried: pairs times days of change.
    pub tried: usize,
    pub uncovered: Vec<Lapse>,
    pub doubled: Vec<Doubled>,
}

/// Every day on which the law between two states changes, in order.
pub fn change_days(law: &Framework, [a, b]: [State; 2]) -> Vec<Date> {
    let mut days: BTreeSet<Date> =
        law.checklist().events.iter().filter_map(|event| event.between(a, b)).collect();
    let Some(pair) = law.pair(a, b) else { return days.into_iter().collect() };
    for tie in &pair.ties {
        days.extend([tie.from, tie.first_cited(), tie.end()].into_iter().flatten());
        for entry in law.entries_of(&tie.instrument.id) {
            // A rule moves the law of this pair only while its instrument is law between them.
            let moves = [entry.rule.valid_from, entry.rule.valid_until];
            days.extend(moves.into_iter().flatten().filter(|day| tie.counts_on(*day)));
        }
    }
    days.into_iter().collect()
}

/// Runs the whole framework over every day on which anything changes.
pub fn calendar_report(law: &Framework) -> CalendarReport {
    let mut report = CalendarReport::default();
    for (a, b) in law.pairs() {
        let pair = [a, b];
        let days = change_days(law, pair);
        report.tried += days.len();
        report.uncovered.extend(lapses(law, pair, &days));
        let ties = law.pair(a, b).map(|p| p.ties.as_slice()).unwrap_or_default();
        report.doubled.extend(days.iter().flat_map(|day| doubled(pair, ties, *day)));
    }
    report
}

/// The forms that lost their last permission, and until when.
pub(crate) fn lapses(law: &Framework, pair: [State; 2], days: &[Date]) -> Vec<Lapse> {
    let mut lapses: Vec<Lapse> = Vec::new();
    let mut before: Vec<(FormId, Vec<InstrumentId>)> = Vec::new();
    for day in days {
        let now = permitted(law, pair, *day);
        for (form, lost) in before.iter().filter(|(form, _)| !now.iter().any(|(f, _)| f == form)) {
            lapses.push(Lapse { pair, form: form.clone(), from: *day, until: None, lost: lost.clone() });
        }
        for open in lapses.iter_mut().filter(|l| l.until.is_none()) {
            open.until = now.iter().any(|(form, _)| *form == open.form).then_some(*day);
        }
        before = now;
    }
    lapses
}

/// Forms with a permission, each with the instruments that give it.
fn permitted(law: &Framework, pair: [State; 2], day: Date) -> Vec<(FormId, Vec<InstrumentId>)> {
    let view = View::of_pair(law, pair, day);
    let forms = law.vocabulary().forms.keys();
    forms
        .filter_map(|form| {
            let mut by: Vec<InstrumentId> = view
                .rules(form)
                .iter()
                .filter(|r| r.entry.rule.effect == RuleEffect::Permits)
                .map(|r| r.entry.instrument.id.clone())
                .collect();
            by.dedup();
            (!by.is_empty()).then(|| (form.clone(), by))
        })
        .collect()
}

fn doubled(pair: [State; 2], ties: &[Tie], day: Date) -> Vec<Doubled> {
    // Law on that day, displacement included: so if both live, displacing did not work.
    let lives = |tie: &&Tie| tie.is_basis() && tie.from.is_some() && within(day, tie.usable(), tie.end());
    let mut found = Vec::new();
    for newer in ties.iter().filter(lives) {
        let replaced = newer.instrument.relations.iter().filter(|r| r.kind == RelationKind::Supersedes);
        for relation in replaced {
            if let Some(older) = ties.iter().filter(lives).find(|t| t.instrument.id == relation.instrument) {
                found.push(Doubled {
                    pair,
                    older: older.instrument.id.clone(),
                    newer: newer.instrument.id.clone(),
                    on: day,
                });
            }
        }
    }
    found
}
