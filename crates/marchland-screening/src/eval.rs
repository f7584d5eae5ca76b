//! Results against the truth: what was found, what was raised, and who was stopped for nothing.
//!
//! A check matches if it has a true alert. The first ten results of a check count. "At 1 % false alarms" asks what would be
//! found if the program's own score were cut where so many of the other travellers alarm.
//!
//! Never: opens files, asks the engine, forgives a check that was not answered.

use std::collections::{BTreeMap, HashMap};
use std::io::BufRead;

use serde::Deserialize;

use crate::lines::{BadLine, rows};
use crate::run::CannotRun;

/// Shares of other travellers at whose alarms the score is cut.
pub const CUTS: [f64; 3] = [0.001, 0.01, 0.05];
const SHOWN: usize = 10;

/// Shares are between 0 and 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    pub matching: usize,
    pub others: usize,
    pub first: f64,
    pub among_ten: f64,
    pub raised: f64,
    pub false_alarms: f64,
    /// Found at each of `CUTS`.
    pub at_cut: [f64; 3],
    pub hits_per_check: f64,
    /// Median and 99th of a hundred, in microseconds, as the results say.
    pub us: Option<(f64, f64)>,
    pub classes: BTreeMap<String, Class>,
    /// Kind of other traveller: how many, and the share that was stopped.
    pub kinds: BTreeMap<String, (usize, f64)>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Class {
    pub checks: usize,
    pub among_ten: f64,
    pub raised: f64,
    /// At the cut where one in a hundred of the others alarms.
    pub at_one_percent: f64,
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
struct Answer {
    id: String,
    results: Vec<Raised>,
    us: Option<f64>,
}

#[derive(Deserialize)]
struct Raised {
    id: String,
    score: f64,
    /// A program that does not say raises everything it returns.
    #[serde(default = "yes")]
    hit: bool,
}

fn yes() -> bool {
    true
}

/// `truth` and `results` with one JSON object per line.
pub fn eval(truth: impl BufRead, results: impl BufRead) -> Result<Evaluation, CannotRun> {
    let truth: Vec<Truth> = all(truth, "truth")?;
    let answers: Vec<Answer> = all(results, "results")?;
    let answers: HashMap<String, Answer> = answers.into_iter().map(|a| (a.id.clone(), a)).collect();
    let mut us: Vec<f64> = answers.values().filter_map(|a| a.us).collect();
    let shown = |id: &str| answers.get(id).map_or(&[][..], |a| &a.results[..a.results.len().min(SHOWN)]);
    let (matching, others): (Vec<&Truth>, Vec<&Truth>) = truth.iter().partition(|t| !t.truth.is_empty());
    for (list, what) in [(&matching, "a true alert"), (&others, "no true alert")] {
        if list.is_empty() {
            let why = format!("no check has {what}; both kinds are needed");
            return Err(CannotRun::Results { file: "truth", bad: BadLine { line: 0, why } });
        }
    }

    let mut stopped: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let mut highest: Vec<f64> = Vec::with_capacity(others.len());
    for t in &others {
        let kind = stopped.entry(t.class.clone()).or_default();
        kind.0 += 1;
        kind.1 += usize::from(shown(&t.id).iter().any(|r| r.hit));
        highest.push(shown(&t.id).iter().map(|r| r.score).fold(f64::NEG_INFINITY, f64::max));
    }
    highest.sort_by(|a, b| b.total_cmp(a));
    let cuts = CUTS.map(|far| highest.get(part(others.len(), far)).copied().unwrap_or(f64::NEG_INFINITY));

    let mut counts: BTreeMap<String, [usize; 4]> = BTreeMap::new();
    let (mut first, mut over) = (0, [0; 3]);
    for t in &matching {
        let results = shown(&t.id);
        let right = |r: &&Raised| t.truth.contains(&r.id);
        first += usize::from(results.first().as_ref().is_some_and(right));
        // Of several true alerts the first with the highest score stands for all.
        let best = results.iter().filter(right).reduce(|a, b| if b.score > a.score { b } else { a });
        let score = best.map_or(f64::NEG_INFINITY, |b| b.score);
        for (n, cut) in over.iter_mut().zip(cuts) {
            *n += usize::from(score > cut);
        }
        let class = counts.entry(t.class.clone()).or_default();
        class[0] += 1;
        class[1] += usize::from(best.is_some());
        class[2] += usize::from(best.is_some_and(|b| b.hit));
        class[3] += usize::from(score > cuts[1]);
    }
    let sum = |at: usize| counts.values().map(|c| c[at]).sum::<usize>();
    let hits: usize = truth.iter().map(|t| shown(&t.id).iter().filter(|r| r.hit).count()).sum();
    us.sort_by(f64::total_cmp);
    Ok(Evaluation {
        matching: matching.len(),
        others: others.len(),
        first: share(first, matching.len()),
        among_ten: share(sum(1), matching.len()),
        raised: share(sum(2), matching.len()),
        false_alarms: share(stopped.values().map(|(_, n)| n).sum(), others.len()),
        at_cut: over.map(|n| share(n, matching.len())),
        hits_per_check: share(hits, truth.len()),
        us: (!us.is_empty()).then(|| (us[us.len() / 2], us[part(us.len(), 0.99)])),
        classes: counts
            .into_iter()
            .map(|(name, [checks, ten, raised, cut])| {
                let of = |n| share(n, checks);
                (name, Class { checks, among_ten: of(ten), raised: of(raised), at_one_percent: of(cut) })
            })
            .collect(),
        kinds: stopped.into_iter().map(|(kind, (all, n))| (kind, (all, share(n, all)))).collect(),
    })
}

impl Evaluation {
    /// Tables in Markdown, as the script of the interface prints them.
    pub fn markdown(&self, program: &str, classes: bool) -> String {
        let percent = |share: f64| format!("{:.1} %", 100.0 * share);
        let [strict, one, five] = self.at_cut;
        let shares =
            [self.first, self.among_ten, self.raised, self.false_alarms, strict, one, five].map(percent);
        let (p50, p99) = self.us.map_or(("-".into(), "-".into()), |(a, b)| (a.to_string(), b.to_string()));
        let mut text = format!(
            "{} matching queries, {} non-matching travellers\n\n\
             | program | recall@1 | recall@10 | detected (default) | false alarms (default) | @FAR 0.1 % | @FAR 1 % | @FAR 5 % \
             | hits/query | p50 us | p99 us |\n|---|---|---|---|---|---|---|---|---|---|---|\n| {program} | {} | {:.2} | {p50} | {p99} |\n",
            self.matching,
            self.others,
            shares.join(" | "),
            self.hits_per_check,
        );
        if classes {
            text += &format!(
                "\nPer class: recall@10 / detected at default threshold / detected at FAR 1 %\n\n| class | {program} |\n|---|---|\n"
            );
            for (name, c) in &self.classes {
                let [ten, raised, cut] = [c.among_ten, c.raised, c.at_one_percent].map(|s| 100.0 * s);
                text += &format!("| {name} | {ten:.0} / {raised:.0} / {cut:.0} |\n");
            }
            text += &format!(
                "\nFalse alarms per kind of non-matching traveller (default threshold, %)\n\n| kind | {program} |\n|---|---|\n"
            );
            for (kind, (_, stopped)) in &self.kinds {
                text += &format!("| {kind} | {:.1} |\n", 100.0 * stopped);
            }
        }
        text
    }
}

fn all<T: serde::de::DeserializeOwned>(file: impl BufRead, name: &'static str) -> Result<Vec<T>, CannotRun> {
    rows(file)
        .map(|row| row.map(|(_, one)| one).map_err(|bad| CannotRun::Results { file: name, bad }))
        .collect()
}

fn share(part: usize, of: usize) -> f64 {
    part as f64 / of.max(1) as f64
}

/// The place in a sorted list of `len` below which the share lies.
fn part(len: usize, share: f64) -> usize {
    (len as f64 * share) as usize
}
