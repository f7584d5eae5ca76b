//! One table per size.

use std::time::{Duration, Instant};

use marchland_screening::Evaluation;

/// What one program did with one set.
#[derive(Default)]
pub struct Figures {
    pub build: Duration,
    /// Per alert; None if it was not measured.
    pub bytes: Option<f64>,
    pub checks: usize,
    pub per_second: f64,
    pub per_cpu_second: Option<f64>,
    /// Checks a second, ours to theirs, round by round.
    pub ratios: Vec<f64>,
    pub p50: Duration,
    pub p99: Duration,
    pub quality: Option<Evaluation>,
    /// Further lines of the table, label and value.
    pub more: Vec<(String, String)>,
}

/// `times` in any order.
pub fn figures(build: Duration, mut times: Vec<Duration>) -> Figures {
    times.sort_unstable();
    let sum: Duration = times.iter().sum();
    let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or_default();
    let per_second = times.len() as f64 / sum.as_secs_f64().max(1e-9);
    Figures { build, checks: times.len(), per_second, p50: at(0.5), p99: at(0.99), ..Figures::default() }
}

/// How fast checks were answered.
pub struct Pace {
    pub per_second: f64,
    /// Per second that a core really worked for the thread; on a busy machine the fairer figure.
    pub per_cpu_second: Option<f64>,
}

pub struct Watch {
    began: Instant,
    worked: Option<Duration>,
}

impl Watch {
    pub fn start() -> Watch {
        Watch { began: Instant::now(), worked: worked() }
    }

    pub fn pace(&self, checks: usize) -> Pace {
        let per = |time: Duration| checks as f64 / time.as_secs_f64().max(1e-9);
        let worked = worked().zip(self.worked).and_then(|(now, then)| now.checked_sub(then));
        Pace { per_second: per(self.began.elapsed()), per_cpu_second: worked.map(per) }
    }
}

/// What the system says this thread has worked so far.
fn worked() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

pub fn print(ours: &Figures, others: &[(&str, Result<Figures, String>)]) {
    println!(
        "| | checks | checks/s, one thread | per second of CPU | p50 | p99 | build | bytes per alert | among the first ten | checks/s, ours to theirs |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    row("marchland", ours);
    for (name, figures) in others {
        match figures {
            Ok(figures) => row(name, figures),
            Err(why) => println!("| {name} | not measured: {why} | | | | | | | | |"),
        }
    }
    println!();
    for (label, value) in &ours.more {
        println!("* {label}: {value}");
    }
    println!();
}

fn row(name: &str, f: &Figures) {
    let bytes = f.bytes.map_or("-".into(), |b| format!("{b:.0}"));
    let found = f.quality.as_ref().map_or("-".into(), |q| format!("{:.1} %", 100.0 * q.among_ten));
    let cpu = f.per_cpu_second.map_or("-".into(), |n| format!("{n:.0}"));
    println!(
        "| {name} | {} | {:.0} | {cpu} | {:.1?} | {:.1?} | {:.2?} | {bytes} | {found} | {} |",
        f.checks,
        f.per_second,
        f.p50,
        f.p99,
        f.build,
        spread(&f.ratios)
    );
}

/// The median of the rounds, the least and the most.
fn spread(ratios: &[f64]) -> String {
    let Some(middle) = median(ratios.to_vec()) else { return "-".into() };
    let least = ratios.iter().copied().fold(f64::INFINITY, f64::min);
    let most = ratios.iter().copied().fold(0.0, f64::max);
    format!("{middle:.0} ({least:.0} to {most:.0})")
}

pub fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
