//! `marchland screen …`: the search on files, without a node. One file per verb.
//!
//! Never: keeps a check, shows a name that was not in the files.

mod eval;
mod explain;
mod run;
mod things;

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use marchland_screening::{BadLine, BadLines, Input};

use crate::clock::Clock;

#[derive(Debug, Subcommand)]
pub enum Screen {
    /// Check every line of a file among the alerts of another.
    Run(run::Run),
    /// Check things by their numbers, file against file.
    Things(things::Things),
    /// Why an alert was or was not raised for a check.
    Explain(explain::Explain),
    /// Judge results against the truth.
    Eval(eval::Eval),
}

impl Screen {
    pub fn run(self) -> ExitCode {
        let done = match self {
            Self::Run(args) => run::run(&args),
            Self::Things(args) => things::run(&args),
            Self::Explain(args) => explain::run(&args),
            Self::Eval(args) => eval::run(&args),
        };
        match done {
            Ok(()) => ExitCode::SUCCESS,
            Err(said) => {
                eprintln!("marchland: {said}");
                ExitCode::FAILURE
            }
        }
    }
}

/// What a command says when it cannot do its work.
type Said = String;

#[derive(Debug, Args)]
struct Files {
    /// One alert per line, as JSON.
    #[arg(long)]
    alerts: PathBuf,
    /// One check per line, as JSON.
    #[arg(long)]
    queries: PathBuf,
    /// What to do with lines that cannot be used: end, or name them and go on.
    #[arg(long, value_enum, default_value_t = Bad::Refuse)]
    bad_lines: Bad,
    /// The year in which two-digit years of birth are read; this year if not given.
    #[arg(long)]
    year: Option<u16>,
    /// Threads to use; all cores if not given.
    #[arg(long)]
    threads: Option<usize>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Bad {
    Refuse,
    Skip,
}

impl From<Bad> for BadLines {
    fn from(bad: Bad) -> Self {
        match bad {
            Bad::Refuse => BadLines::Refuse,
            Bad::Skip => BadLines::Skip,
        }
    }
}

impl Files {
    fn open(&self) -> Result<Input<BufReader<File>, BufReader<File>>, Said> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let year = u16::try_from(Clock::Real.now().to_zoned(jiff::tz::TimeZone::UTC).year());
        Ok(Input {
            alerts: open(&self.alerts)?,
            checks: open(&self.queries)?,
            bad: self.bad_lines.into(),
            this_year: self
                .year
                .or(year.ok())
                .ok_or("the year of this machine's clock cannot be; give --year")?,
            workers: self.threads.unwrap_or(cores),
        })
    }
}

fn open(path: &Path) -> Result<BufReader<File>, Said> {
    let file = File::open(path).map_err(|e| format!("{} cannot be opened: {e}", path.display()))?;
    Ok(BufReader::with_capacity(1 << 20, file))
}

/// Every bad line by number, as far as a person reads; then how many more.
fn tell(path: &Path, bad: &[BadLine]) {
    const SHOWN: usize = 100;
    for BadLine { line, why } in bad.iter().take(SHOWN) {
        eprintln!("{} line {line} left out: {why}", path.display());
    }
    if bad.len() > SHOWN {
        eprintln!("{}: {} more lines left out", path.display(), bad.len() - SHOWN);
    }
}
