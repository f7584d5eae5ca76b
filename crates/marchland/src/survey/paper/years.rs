//! The law over the years, as the report draws and tells it: the drawing and the list of turns say the same.
//!
//! Never: draws silence.

use jiff::civil::{Date, date};
use marchland_law::{Coverage, FormLine, Span, State, Step, timeline as of_pair};
use marchland_papers as paper;

use crate::survey::Words;

/// The line begins where the states of the region began to make treaties with each other.
const SINCE: Date = date(1991, 1, 1);
const YEARS_STEP: i16 = 5;
const LENGTH: i64 = 1000;

pub(super) fn timeline(words: &Words<'_>, pair: [State; 2], on: Date) -> paper::Timeline {
    let until = on.max(SINCE);
    let line = of_pair(words.law, pair, SINCE, until);
    let place = |day: Date| place(day, until);
    paper::Timeline {
        since: words.lang.date(SINCE),
        years: (SINCE.year()..=until.year())
            .filter(|year| year % YEARS_STEP == 0)
            .map(|year| (place(date(year, 1, 1)), year.to_string()))
            .collect(),
        lines: line
            .forms
            .iter()
            .map(|form| paper::TimeLine {
                form: words.form(&form.form),
                spans: form
                    .spans
                    .iter()
                    .filter_map(|span| {
                        let coverage = drawn(span.coverage)?;
                        let until = place(span.until.unwrap_or(until));
                        Some(paper::Span { from: place(span.from), until, coverage })
                    })
                    .collect(),
                now: form.spans.last().map(|span| now(words, form, span)).unwrap_or_default(),
            })
            .collect(),
        turns: line.forms.iter().flat_map(|form| turns(words, form)).collect(),
    }
}

/// Thousandths of the line.
fn place(day: Date, until: Date) -> u16 {
    let days = |day: Date| i64::from(SINCE.until(day).map(|span| span.get_days()).unwrap_or_default());
    let length = days(until).max(1);
    u16::try_from(days(day).clamp(0, length) * LENGTH / length).unwrap_or_default()
}

fn drawn(coverage: Coverage) -> Option<paper::Coverage> {
    match coverage {
        Coverage::InDetail => Some(paper::Coverage::InDetail),
        Coverage::Declaratory => Some(paper::Coverage::Declaratory),
        Coverage::Prohibited => Some(paper::Coverage::Prohibited),
        Coverage::Unknown => Some(paper::Coverage::Unknown),
        Coverage::Silent => None,
    }
}

/// How the form stands at the end, and since when its coverage is the same.
fn now(words: &Words<'_>, form: &FormLine, last: &Span) -> String {
    let same = form.spans.iter().rev().take_while(|span| span.coverage == last.coverage);
    let coverage = words.coverage(last.coverage);
    match same.last().filter(|first| first.step != Step::Start) {
        Some(first) => {
            format!("{coverage}, {}", words.lang.words().status_from(words.lang.date(first.from)))
        }
        None => coverage,
    }
}

/// The days on which the coverage changed, or the form became possible, moved, lapsed.
fn turns(words: &Words<'_>, form: &FormLine) -> Vec<paper::Turn> {
    let told = |[before, span]: &[&Span; 2]| span.step != Step::Changed || span.coverage != before.coverage;
    let turn = |[before, span]: [&Span; 2]| {
        let step = (span.step != Step::Changed).then(|| words.step(span.step));
        let coverage = (span.coverage != before.coverage).then(|| words.coverage(span.coverage));
        let by: Vec<String> = span.by.iter().map(|id| words.instrument(id)).collect();
        paper::Turn {
            day: words.lang.date(span.from),
            form: words.form(&form.form),
            what: [step, coverage].into_iter().flatten().collect::<Vec<_>>().join(": "),
            by: by.join("; "),
        }
    };
    form.spans.iter().zip(form.spans.iter().skip(1)).map(|(a, b)| [a, b]).filter(told).map(turn).collect()
}
