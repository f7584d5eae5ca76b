//! The engine of this project, from text fields to the ten best.
//!
//! Never: measures a check that was folded before the watch started.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use marchland_screening::{Check, Desk, Screen, Verdict, View, eval};

use crate::beside::Beside;
use crate::set::Set;
use crate::table::{Figures, Watch, figures};

/// Two-digit years of birth are read as of this year, so that a set gives the same answers in any year.
pub const YEAR: u16 = 2026;
/// Alerts added and withdrawn to see how soon readers know.
const CHANGES: usize = 200;

pub fn measure<'a>(set: &'a Set, folder: &Path, cores: usize) -> Result<(Figures, Beside<'a>), String> {
    let (build, screen) = built(set, cores);
    let (alone, _) = built(set, 1);
    let view = screen.view();
    let mut desk = Desk::default();
    for check in set.checks.iter().take(2000) {
        std::hint::black_box(view.rank(check, &mut desk));
    }
    let watch = Watch::start();
    for check in &set.checks {
        std::hint::black_box(view.rank(check, &mut desk));
    }
    let pace = watch.pace(set.checks.len());
    let mut lines = String::new();
    let mut times = Vec::with_capacity(set.checks.len());
    for check in &set.checks {
        let began = Instant::now();
        let found = view.rank(check, &mut desk);
        times.push(began.elapsed());
        let results: Vec<_> = found
            .iter()
            .map(
                |r| serde_json::json!({"id": view.id(r), "score": r.score, "hit": r.verdict == Verdict::Hit}),
            )
            .collect();
        lines += &format!("{}\n", serde_json::json!({"id": check.id, "results": results}));
    }
    let truth: String = set.truth.iter().map(|l| format!("{l}\n")).collect();
    let quality = eval(truth.as_bytes(), lines.as_bytes()).map_err(|e| e.to_string())?;
    let raised = format!(
        "{:.1} % of those searched for, {:.2} % of the others; if 1 % of the others alarmed {:.1} %",
        100.0 * quality.raised,
        100.0 * quality.false_alarms,
        100.0 * quality.at_cut[1]
    );
    let said: Vec<Duration> =
        set.checks.iter().take(5000).map(|check| timed(|| screen.check(check)).0).collect();
    let said = figures(build, said);
    let more = vec![
        ("raised".into(), raised),
        ("build with one thread".into(), format!("{alone:.2?}")),
        (format!("checks/s, {cores} threads"), format!("{:.0}", together(&view, &set.checks, cores))),
        (
            "with all sentences".into(),
            format!("{:.0} checks/s, p50 {:.1?}, p99 {:.1?}", said.per_second, said.p50, said.p99),
        ),
        (
            "an alert added, seen by a check, withdrawn, while a reader checks on".into(),
            freshness(set, &screen)?,
        ),
    ];
    let ours = Figures {
        quality: Some(quality),
        per_cpu_second: pace.per_cpu_second,
        more,
        bytes: Some(bytes(folder, set.alerts.len())?),
        ..figures(build, times)
    };
    Ok((ours, Beside::new(screen.view(), &set.checks)))
}

/// The median of three; of large lists one.
fn built(set: &Set, workers: usize) -> (Duration, Screen) {
    let rounds = if set.alerts.len() > 100_000 { 1 } else { 3 };
    let mut all: Vec<(Duration, Screen)> =
        (0..rounds).map(|_| timed(|| Screen::build(&set.alerts, YEAR, workers))).collect();
    all.sort_by_key(|(time, _)| *time);
    all.swap_remove(rounds / 2)
}

/// Every check once, shared among the threads.
fn together(view: &View, checks: &[Check], threads: usize) -> f64 {
    let (time, ()) = timed(|| {
        std::thread::scope(|scope| {
            for share in checks.chunks(checks.len().div_ceil(threads)) {
                scope.spawn(move || {
                    let mut desk = Desk::default();
                    for check in share {
                        std::hint::black_box(view.rank(check, &mut desk));
                    }
                });
            }
        });
    });
    checks.len() as f64 / time.as_secs_f64()
}

/// An alert about somebody nobody searched for, added and withdrawn again and again under a reader.
fn freshness(set: &Set, screen: &Screen) -> Result<String, String> {
    let done = AtomicBool::new(false);
    let alert = |n: usize| {
        let mut alert = set.alerts[n % set.alerts.len()].clone();
        alert.id = format!("NEW{n}");
        alert.dob = Some(format!("1911-{:02}-{:02}", 1 + n % 12, 1 + n % 28));
        alert
    };
    let (mut added, mut withdrawn) = (Vec::new(), Vec::new());
    let mut unseen = 0;
    let reader = std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut desk = Desk::default();
            let mut times = Vec::new();
            while !done.load(Ordering::Relaxed) {
                for check in set.checks.iter().take(500) {
                    times.push(timed(|| std::hint::black_box(screen.view().rank(check, &mut desk))).0);
                }
            }
            times
        });
        for n in 0..CHANGES {
            let new = alert(n);
            let check = Check {
                id: String::new(),
                name: new.names[0].clone(),
                dob: new.dob.clone(),
                ..Check::default()
            };
            let sees = || screen.check(&check).iter().any(|f| f.alert == new.id);
            let (time, seen) = timed(|| {
                screen.add(new.clone());
                sees()
            });
            added.push(time);
            unseen += usize::from(!seen);
            let (time, gone) = timed(|| screen.withdraw(&new.id) && !sees());
            withdrawn.push(time);
            unseen += usize::from(!gone);
        }
        done.store(true, Ordering::Relaxed);
        reader.join()
    });
    let reader = figures(Duration::ZERO, reader.map_err(|_| "the reader ended early")?);
    let (added, withdrawn) = (figures(Duration::ZERO, added), figures(Duration::ZERO, withdrawn));
    Ok(format!(
        "added and seen p50 {:.1?}, p99 {:.1?}; withdrawn and gone p50 {:.1?}, p99 {:.1?}; the reader's checks p50 {:.1?}, p99 {:.1?}; \
         {unseen} of {} changes not seen",
        added.p50,
        added.p99,
        withdrawn.p50,
        withdrawn.p99,
        reader.p50,
        reader.p99,
        2 * CHANGES
    ))
}

/// Counted by the allocator of a process of its own, so that counting slows no check: what is held once the alerts are
/// read, indexed, and let go.
fn bytes(folder: &Path, alerts: usize) -> Result<f64, String> {
    let program = std::env::current_exe().map_err(|e| e.to_string())?.with_file_name("screen-memory");
    let out = Command::new(&program)
        .arg(folder)
        .output()
        .map_err(|e| format!("{} cannot be started: {e}", program.display()))?;
    let text = String::from_utf8_lossy(&out.stdout);
    let held: f64 = text.trim().parse().map_err(|_| format!("{} said: {text}", program.display()))?;
    Ok(held / alerts as f64)
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let began = Instant::now();
    let done = work();
    (began.elapsed(), done)
}
