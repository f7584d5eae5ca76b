//! One table per size.

use std::time::Duration;

use marchland_screening::Evaluation;

/// What one program did with one set.
#[derive(Default)]
pub struct Figures {
    pub build: Duration,
    /// Per alert; None if it was not measured.
    pub bytes: Option<f64>,
    pub checks: usize,
    pub per_second: f64,
    /// Per second that a core really worked for the thread; on a busy machine the fairer figure.
    pub per_cpu_second: Option<f64>,
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

/// What the system says this thread has worked so far.
pub fn worked() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// Checks in a second of work since `from`.
pub fn per_cpu_second(checks: usize, from: Option<Duration>) -> Option<f64> {
    Some(checks as f64 / worked()?.checked_sub(from?)?.as_secs_f64())
}

pub fn print(ours: &Figures, others: &[(&str, Result<Figures, String>)]) {
    println!(
        "| | checks | checks/s, one thread | per second of CPU | p50 | p99 | build | bytes per alert | among the first ten | checks/s, ours to theirs |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    row("marchland", ours, ours);
    for (name, figures) in others {
        match figures {
            Ok(figures) => row(name, figures, ours),
            Err(why) => println!("| {name} | not measured: {why} | | | | | | | | |"),
        }
    }
    println!();
    for (label, value) in &ours.more {
        println!("* {label}: {value}");
    }
    println!();
}

fn row(name: &str, f: &Figures, ours: &Figures) {
    let bytes = f.bytes.map_or("-".into(), |b| format!("{b:.0}"));
    let found = f.quality.as_ref().map_or("-".into(), |q| format!("{:.1} %", 100.0 * q.among_ten));
    let cpu = f.per_cpu_second.map_or("-".into(), |n| format!("{n:.0}"));
    let ratio = match (ours.per_cpu_second, f.per_cpu_second) {
        (Some(ours), Some(theirs)) => ours / theirs,
        _ => ours.per_second / f.per_second.max(1e-9),
    };
    println!(
        "| {name} | {} | {:.0} | {cpu} | {:.1?} | {:.1?} | {:.2?} | {bytes} | {found} | {:.1} |",
        f.checks, f.per_second, f.p50, f.p99, f.build, ratio
    );
}
