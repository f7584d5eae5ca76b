//! The commands as functions: run a file of checks, explain one pair, evaluate results against the truth.
//!
//! Never: opens files, measures time by itself (the caller's clock is a parameter), hides a bad line.

use std::collections::{BTreeMap, HashMap};
use std::io::{self, Write};

use serde::Deserialize;

use crate::alert::{Alert, BadLine, BadLines, Check, Spelling, read_lines};
use crate::engine::{Found, Screen, Verdict};

#[derive(Debug, thiserror::Error)]
pub enum CannotRun {
    #[error("the alerts cannot be used: {0}")] // code: screen-alerts
    Alerts(BadLine),
    #[error("the checks cannot be used: {0}")] // code: screen-checks
    Checks(BadLine),
    #[error("the {file} cannot be used: {bad}")] // code: screen-results
    Results { file: &'static str, bad: BadLine },
    #[error("the results could not be written: {0}")] // code: screen-write
    Write(#[from] io::Error),
}

/// Two files as text, what to do with their bad lines, and the year in which zones are read.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    pub alerts: &'a str,
    pub checks: &'a str,
    pub bad: BadLines,
    pub this_year: u16,
}

/// What a run did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    pub alerts: usize,
    pub checks: usize,
    pub hits: usize,
    pub bad_alerts: Vec<BadLine>,
    pub bad_checks: Vec<BadLine>,
}

/// One JSON object per check, in the order of the checks. `clock` gives microseconds from any beginning, `progress`
/// is told how many checks of how many are done.
pub fn run(
    input: Input<'_>,
    out: &mut impl Write,
    clock: impl Fn() -> u64,
    mut progress: impl FnMut(usize, usize),
) -> Result<Report, CannotRun> {
    let (screen, bad_alerts) = load(input)?;
    let (checks, bad_checks) = checks(input)?;
    let mut report =
        Report { alerts: screen.view().len(), checks: checks.len(), bad_alerts, bad_checks, hits: 0 };
    for (done, check) in checks.iter().enumerate() {
        let from = clock();
        let found = screen.check(check);
        let us = clock().saturating_sub(from);
        report.hits += usize::from(found.iter().any(|f| f.verdict == Verdict::Hit));
        let results: Vec<serde_json::Value> = found.iter().map(result).collect();
        let line = serde_json::json!({ "id": check.id, "results": results, "us": us });
        writeln!(out, "{line}")?;
        progress(done + 1, checks.len());
    }
    out.flush()?;
    Ok(report)
}

/// Why an alert was or was not raised for a check. None if one of the two is not in the files, or they never met.
pub fn explain(input: Input<'_>, alert: &str, check: &str) -> Result<Option<Found>, CannotRun> {
    let (alerts, _) = read_alerts(input)?;
    let (checks, _) = checks(input)?;
    let Some(check) = checks.iter().find(|c| c.id == check) else { return Ok(None) };
    let screen = Screen::new(alerts, input.this_year);
    Ok(screen.check(check).into_iter().find(|f| f.alert == alert))
}

/// Per class: matching checks, found among ten, raised; for others: raised wrongly. A table in Markdown.
pub fn eval(truth: &str, results: &str, out: &mut impl Write) -> Result<(), CannotRun> {
    let truth: Vec<Truth> = parse(truth, "truth")?;
    let results: Vec<Results> = parse(results, "results")?;
    let by_id: HashMap<&str, &Results> = results.iter().map(|r| (r.id.as_str(), r)).collect();
    let mut classes: BTreeMap<(bool, &str), [usize; 3]> = BTreeMap::new();
    for t in &truth {
        let shown = by_id.get(t.id.as_str()).map_or(&[][..], |r| r.results.get(..10).unwrap_or(&r.results));
        let matching = !t.truth.is_empty();
        let right = |r: &&ResultLine| t.truth.contains(&r.id);
        let count = classes.entry((matching, &t.class)).or_default();
        count[0] += 1;
        count[1] += usize::from(shown.iter().any(|r| right(&r)));
        count[2] += usize::from(shown.iter().any(|r| r.hit && (!matching || right(&r))));
    }
    writeln!(out, "| class | checks | among the first ten | raised |\n|---|---|---|---|")?;
    for ((matching, class), [all, ten, raised]) in &classes {
        let share = |n: usize| format!("{}.{:02} %", n * 100 / all, n * 10_000 / all % 100);
        let ten = if *matching { share(*ten) } else { "-".to_string() };
        let kind = if *matching { "" } else { " (another person)" };
        writeln!(out, "| {class}{kind} | {all} | {ten} | {} |", share(*raised))?;
    }
    Ok(())
}

#[derive(Deserialize)]
struct Truth {
    id: String,
    #[serde(default)]
    class: String,
    #[serde(default)]
    truth: Vec<String>,
}

#[derive(Deserialize)]
struct Results {
    id: String,
    results: Vec<ResultLine>,
}

#[derive(Deserialize)]
struct ResultLine {
    id: String,
    #[serde(default = "raised")]
    hit: bool,
}

/// A program that does not say raises everything it returns.
fn raised() -> bool {
    true
}

fn result(found: &Found) -> serde_json::Value {
    let verdict = serde_json::to_value(found.verdict).unwrap_or_default();
    serde_json::json!({
        "id": found.alert, "score": found.score, "hit": found.verdict == Verdict::Hit, "verdict": verdict,
        "bits": found.bits,
    })
}

fn load(input: Input<'_>) -> Result<(Screen, Vec<BadLine>), CannotRun> {
    let (alerts, bad) = read_alerts(input)?;
    Ok((Screen::new(alerts, input.this_year), bad))
}

fn read_alerts(input: Input<'_>) -> Result<(Vec<Alert>, Vec<BadLine>), CannotRun> {
    read_lines(input.alerts, input.bad, |a: &Alert| &a.id, |a| a.dob.as_deref()).map_err(CannotRun::Alerts)
}

fn checks(input: Input<'_>) -> Result<(Vec<Check>, Vec<BadLine>), CannotRun> {
    let read = read_lines(input.checks, input.bad, |c: &Check| &c.id, |c| c.dob.as_deref());
    let (mut checks, bad) = read.map_err(CannotRun::Checks)?;
    // An empty text is a field that was not filled in.
    for check in &mut checks {
        let Spelling { family, given, patronymic, full } = &mut check.name;
        for field in [family, given, patronymic, full] {
            field.take_if(|text| text.trim().is_empty());
        }
    }
    Ok((checks, bad))
}

fn parse<T: serde::de::DeserializeOwned>(text: &str, file: &'static str) -> Result<Vec<T>, CannotRun> {
    let mut read = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let one = serde_json::from_str(line)
            .map_err(|e| CannotRun::Results { file, bad: BadLine { line: at + 1, why: e.to_string() } })?;
        read.push(one);
    }
    Ok(read)
}
