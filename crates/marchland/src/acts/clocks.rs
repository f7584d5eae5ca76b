//! The limits of a case: from the law where the text read has one, from a rule of the house beside it, never mixed up.
//!
//! Never: invents a limit of the law; where there is none, the clock says so.

use jiff::Timestamp;
use marchland_casework::{Clock, ClockKind, ClockSource, Content, Urgency};
use marchland_law::{CalendarOf, ClockStop, Decision, Place, TimeLimit, TimeUnit, due};

use crate::app::App;
use crate::config::OwnRule;

/// Their answer to us: the treaty's limit if one was read, and the house's patience.
pub fn when_sent(app: &App, content: &Content, decision: &Decision, at: Timestamp) -> Vec<Clock> {
    let mut clocks = vec![lawful(app, ClockKind::TheirAnswer, "answer", content, decision, at)];
    clocks.extend(own(app, ClockKind::OurRule, "await-answer", content, at));
    clocks
}

/// Our answer to them: the treaty's limit, or the house's rule where the text read has none.
pub fn when_registered(app: &App, content: &Content, decision: &Decision, at: Timestamp) -> Vec<Clock> {
    let treaty = lawful(app, ClockKind::OurAnswer, "answer", content, decision, at);
    if treaty.due.is_some() {
        return vec![treaty];
    }
    let rule = if matches!(content.urgency, Urgency::Urgent { .. }) { "urgent-answer" } else { "answer" };
    vec![own(app, ClockKind::OurAnswer, rule, content, at).unwrap_or(treaty)]
}

/// The written confirmation of an oral request, counted from the call.
pub fn oral(
    app: &App,
    content: &Content,
    decision: &Decision,
    called: Timestamp,
) -> (ClockSource, Option<Timestamp>) {
    let treaty = lawful(app, ClockKind::OralConfirmation, "confirm-oral-request", content, decision, called);
    let clock = match treaty.due {
        Some(_) => treaty,
        None => own(app, ClockKind::OralConfirmation, "oral-confirmation", content, called).unwrap_or(treaty),
    };
    (clock.source, clock.due)
}

/// Counts a running limit again after a pause, with the calendars of both sides.
pub fn recount(app: &App, content: &Content, clock: &Clock) -> Option<Timestamp> {
    moment(app, content, clock.limit.as_ref()?, clock.started, &clock.pauses)
}

fn lawful(
    app: &App,
    kind: ClockKind,
    what: &str,
    content: &Content,
    decision: &Decision,
    at: Timestamp,
) -> Clock {
    let Some(deadline) = decision.deadlines.iter().find(|deadline| &*deadline.limit.what == what) else {
        return Clock::new(kind, ClockSource::NoLimit, at, None);
    };
    let source = ClockSource::Treaty {
        instrument: deadline.basis.instrument.to_string(),
        article: deadline.basis.article.to_string(),
    };
    let due = moment(app, content, &deadline.limit, at, &[]);
    Clock::new(kind, source, at, due).with_limit(deadline.limit.clone())
}

fn own(app: &App, kind: ClockKind, of: &str, content: &Content, at: Timestamp) -> Option<Clock> {
    let rule = app.config.own_rules.iter().find(|rule| rule.of == of)?;
    let limit = limit(rule);
    let due = moment(app, content, &limit, at, &[]);
    let source = ClockSource::OwnRule { number: u16::try_from(rule.n).unwrap_or(u16::MAX) };
    Some(Clock::new(kind, source, at, due).with_limit(limit))
}

/// A rule of the house in the law's shape, so that one counter serves both.
fn limit(rule: &OwnRule) -> TimeLimit {
    TimeLimit {
        what: rule.of.as_str().into(),
        amount: rule.amount,
        unit: match rule.unit.as_str() {
            "hours" => TimeUnit::Hours,
            "days" => TimeUnit::Days,
            _ => TimeUnit::WorkingDays,
        },
        start: "own-rule".into(),
        calendar: CalendarOf::Both,
        excluded: None,
        stopped_by: Some("clarification-asked".into()),
        on_expiry: None,
        inform_of_delay: false,
    }
}

fn moment(
    app: &App,
    content: &Content,
    limit: &TimeLimit,
    from: Timestamp,
    stops: &[ClockStop],
) -> Option<Timestamp> {
    let place = |body: &str| {
        let entry = app.body(body)?;
        Some(Place { state: entry.state.parse().ok()?, zone: entry.zone.as_str().into() })
    };
    let (asking, asked) = (place(content.from.as_str())?, place(content.to.as_str())?);
    match due(limit, from, app.law.framework.calendars(), &asking, &asked, stops) {
        Ok(due) => Some(due.at),
        Err(error) => {
            tracing::error!(%error, "a time limit could not be counted; it is shown as not known");
            None
        }
    }
}
