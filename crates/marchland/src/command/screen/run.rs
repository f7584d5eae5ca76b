//! `marchland screen run`.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use marchland_screening::{Progress, run as search};

use super::{Files, Said, tell};
use crate::clock::stopwatch;

#[derive(Debug, Args)]
pub struct Run {
    #[command(flatten)]
    files: Files,
    /// Where the results go, one line per check in the order of the checks; `-` for the terminal.
    #[arg(long)]
    out: PathBuf,
    /// Show progress even where nobody looks.
    #[arg(long)]
    progress: bool,
}

pub(super) fn run(args: &Run) -> Result<(), Said> {
    let input = args.files.open()?;
    let mut out: BufWriter<Box<dyn Write>> = if args.out.as_os_str() == "-" {
        BufWriter::new(Box::new(io::stdout().lock()))
    } else {
        let file =
            File::create(&args.out).map_err(|e| format!("{} cannot be written: {e}", args.out.display()))?;
        BufWriter::with_capacity(1 << 20, Box::new(file))
    };
    let time = stopwatch();
    let clock = || u64::try_from(time().as_nanos()).unwrap_or(u64::MAX);
    let mut shown = Shown::new(args.progress);
    let report =
        search(input, &mut out, clock, |step| shown.step(step, time())).map_err(|e| e.to_string())?;
    shown.end();
    tell(&args.files.alerts, &report.bad_alerts);
    tell(&args.files.queries, &report.bad_checks);
    let left_out = report.bad_alerts.len() + report.bad_checks.len();
    eprintln!(
        "{} checks among {} alerts in {:.1?}: {} with a hit; {left_out} lines left out",
        report.checks,
        report.alerts,
        time(),
        report.hits
    );
    Ok(())
}

/// One line that is written over on a terminal; on other outputs a line now and then.
struct Shown {
    wanted: bool,
    terminal: bool,
    last: Duration,
}

impl Shown {
    fn new(always: bool) -> Shown {
        let terminal = io::stderr().is_terminal();
        Shown { wanted: always || terminal, terminal, last: Duration::ZERO }
    }

    fn step(&mut self, step: Progress, at: Duration) {
        let pause = Duration::from_millis(if self.terminal { 100 } else { 2000 });
        let every = matches!(step, Progress::Ready(_));
        if !self.wanted || (!every && at - self.last < pause) {
            return;
        }
        self.last = at;
        let text = match step {
            Progress::Alerts(n) => format!("{n} alerts read"),
            Progress::Ready(n) => format!("{n} alerts ready after {at:.1?}"),
            Progress::Checks(n) => format!("{n} checks answered"),
        };
        if self.terminal { eprint!("\r\x1b[K{text}") } else { eprintln!("{text}") }
    }

    fn end(&self) {
        if self.wanted && self.terminal {
            eprint!("\r\x1b[K");
        }
    }
}
