//! `marchland bench …`: figures beside a comparator of the same run.
//!
//! Never: passes or fails; people read the figures.

mod decide;
mod screen;
mod synthetic;

use std::process::ExitCode;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Bench {
    /// Decisions per second and p99: the shipped law, the same with many times as many instruments of other pairs, and
    /// Cedar deciding an equivalent set.
    Decide {
        /// How many times the shipped instruments are added as instruments of other pairs.
        #[arg(long, default_value_t = 100)]
        times: usize,
        /// Rounds; the median of their figures is printed.
        #[arg(long, default_value_t = 5)]
        rounds: usize,
    },
    /// Checks per second, their times, building, memory and freshness of the search, beside tantivy and PostgreSQL.
    Screen(screen::Screen),
}

impl Bench {
    pub fn run(self) -> ExitCode {
        match self {
            Self::Decide { times, rounds } => decide::run(times, rounds),
            Self::Screen(args) => screen::run(&args),
        }
    }
}
