//! The commands as functions: run a file of checks, explain one pair.
//!
//! Never: opens files, measures time by itself (the caller's clock is a parameter), hides a bad line.

use std::io::{self, BufRead, Write};

use serde::Serialize;

use crate::alert::{Alert, Check};
use crate::engine::{Desk, Found, Ranked, Screen, View};
use crate::judge::Verdict;
use crate::lines::{BadLine, BadLines, read_all, read_lines};

#[derive(Debug, thiserror::Error)]
pub enum CannotRun {
    #[error("the alerts cannot be used: {0}")] // code: screen-alerts
    Alerts(BadLine),
    #[error("the checks cannot be used: {0}")] // code: screen-checks
    Checks(BadLine),
    #[error("the {file} cannot be used: {bad}")] // code: screen-results
    Results { file: &'static str, bad: BadLine },
    #[error("no {what} has the id {id}; look it up in the file")] // code: screen-unknown
    Unknown { what: &'static str, id: String },
    #[error("the results could not be written: {0}")] // code: screen-write
    Write(#[from] io::Error),
}

/// Two files, what to do with their bad lines, the year in which zones are read, and the threads to use.
#[derive(Debug)]
pub struct Input<A, C> {
    pub alerts: A,
    pub checks: C,
    pub bad: BadLines,
    pub this_year: u16,
    pub workers: usize,
}

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// So many alerts are read.
    Alerts(usize),
    /// All are read and searchable.
    Ready(usize),
    /// So many checks are answered.
    Checks(usize),
}

/// What a run did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    pub alerts: usize,
    pub checks: usize,
    /// Checks with at least one hit.
    pub hits: usize,
    pub bad_alerts: Vec<BadLine>,
    pub bad_checks: Vec<BadLine>,
}

/// Checks that one thread takes at a time: enough to be worth a thread, few enough to show progress.
const SHARE: usize = 1024;

/// One JSON object per check, in the order of the checks, whatever the number of threads. `clock` gives nanoseconds from
/// any beginning.
pub fn run<A: BufRead, C: BufRead>(
    input: Input<A, C>,
    out: &mut impl Write,
    clock: impl Fn() -> u64 + Sync,
    mut progress: impl FnMut(Progress),
) -> Result<Report, CannotRun> {
    let (alerts, bad_alerts) = read_all::<Alert>(input.alerts, input.bad, |n| progress(Progress::Alerts(n)))
        .map_err(CannotRun::Alerts)?;
    let mut report = Report { alerts: alerts.len(), bad_alerts, ..Report::default() };
    let screen = Screen::build(&alerts, input.this_year, input.workers);
    drop(alerts);
    let view = screen.view();
    progress(Progress::Ready(report.alerts));
    let workers = input.workers.max(1);
    let mut checks = read_lines::<Check>(input.checks);
    loop {
        let mut batch = Vec::with_capacity(SHARE * workers);
        for check in checks.by_ref() {
            match check {
                Ok(check) => batch.push(check),
                Err(e) if input.bad == BadLines::Refuse => return Err(CannotRun::Checks(e)),
                Err(e) => report.bad_checks.push(e),
            }
            if batch.len() == SHARE * workers {
                break;
            }
        }
        if batch.is_empty() {
            break;
        }
        let shares: Vec<&[Check]> = batch.chunks(batch.len().div_ceil(workers)).collect();
        let answers = std::thread::scope(|scope| {
            let threads: Vec<_> =
                shares.iter().map(|share| scope.spawn(|| answer(&view, share, &clock))).collect();
            threads.into_iter().map(|thread| thread.join()).collect::<Result<Vec<_>, _>>()
        });
        let answers = answers.map_err(|_| io::Error::other("a thread ended before its answer"))?;
        for (text, hits) in answers {
            out.write_all(text.as_bytes())?;
            report.hits += hits;
        }
        report.checks += batch.len();
        progress(Progress::Checks(report.checks));
    }
    out.flush()?;
    Ok(report)
}

/// Lines for these checks, and how many of them have a hit.
fn answer(view: &View, checks: &[Check], clock: &impl Fn() -> u64) -> (String, usize) {
    let (mut text, mut hits, mut desk) = (String::new(), 0, Desk::default());
    for check in checks {
        let from = clock();
        let ranked = view.rank(check, &mut desk);
        let us = clock().saturating_sub(from) as f64 / 1000.0;
        hits += usize::from(ranked.iter().any(|r| r.verdict == Verdict::Hit));
        let results: Vec<serde_json::Value> = ranked.iter().map(|r| result(view, r)).collect();
        let line = serde_json::json!({ "id": check.id, "results": results, "us": us });
        text += &line.to_string();
        text.push('\n');
    }
    (text, hits)
}

/// One alert and one check side by side.
#[derive(Debug, Serialize)]
pub struct Explained {
    pub alert: Alert,
    pub check: Check,
    /// None if nothing brought the two together, or ten others came before.
    pub found: Option<Found>,
}

/// Why an alert was or was not raised for a check.
pub fn explain<A: BufRead, C: BufRead>(
    input: Input<A, C>,
    alert: &str,
    check: &str,
) -> Result<Explained, CannotRun> {
    let (alerts, _) = read_all::<Alert>(input.alerts, input.bad, |_| {}).map_err(CannotRun::Alerts)?;
    let (checks, _) = read_all::<Check>(input.checks, input.bad, |_| {}).map_err(CannotRun::Checks)?;
    let unknown = |what, id: &str| CannotRun::Unknown { what, id: id.to_string() };
    let the_alert = alerts.iter().find(|a| a.id == alert).cloned().ok_or_else(|| unknown("alert", alert))?;
    let the_check = checks.into_iter().find(|c| c.id == check).ok_or_else(|| unknown("check", check))?;
    let screen = Screen::new(alerts, input.this_year);
    let found = screen.check(&the_check).into_iter().find(|f| f.alert == alert);
    Ok(Explained { alert: the_alert, check: the_check, found })
}

fn result(view: &View, ranked: &Ranked) -> serde_json::Value {
    let verdict = serde_json::to_value(ranked.verdict).unwrap_or_default();
    serde_json::json!({
        "id": view.id(ranked), "score": ranked.score, "hit": ranked.verdict == Verdict::Hit, "verdict": verdict,
        "bits": ranked.bits,
    })
}
