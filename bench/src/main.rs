//! Figures of the search beside tantivy and PostgreSQL, in one run on one set: `marchland bench screen` starts it.
//!
//! For each size: building, bytes, checks a second, their median and 99th of a hundred, how soon an alert is seen, and
//! how many of the people searched for are found; then the same for the others as far as they can do it, and the ratios.
//! Every program answers the same checks from the same text fields. The others answer a part of them where all would take
//! hours; how many is named. They are asked in rounds with a round of ours before each, so that a machine that is now fast and
//! now slow is so for both; the ratio is the median of the rounds.
//!
//! Never: passes or fails; people read the figures.

mod beside;
mod marchland;
mod pg_trgm;
mod set;
mod table;
mod tantivy;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use set::Set;
use table::Figures;

#[derive(Parser)]
struct Args {
    /// Numbers of alerts, with commas between them; 7,500,000 have ten million names.
    #[arg(long, value_delimiter = ',', default_value = "20000,1000000,7500000")]
    sizes: Vec<usize>,
    /// A folder with alerts.jsonl, queries.jsonl and truth.jsonl instead of generated sets.
    #[arg(long)]
    set: Option<PathBuf>,
    /// Where generated sets are kept for the next run.
    #[arg(long, default_value = "../target/screen-sets")]
    keep: PathBuf,
    /// Seed of the generated sets.
    #[arg(long, default_value_t = 2026)]
    seed: u64,
    /// Leave the other programs out.
    #[arg(long)]
    alone: bool,
    /// A port that is free for the temporary PostgreSQL server.
    #[arg(long, default_value_t = 8740)]
    port: u16,
}

fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("marchland bench: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &Args) -> Result<(), String> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("{cores} cores; load {}\n", std::fs::read_to_string("/proc/loadavg").unwrap_or_default().trim());
    if cfg!(debug_assertions) {
        println!("This is a debug build; measure with --release.\n");
    }
    let sets: Vec<PathBuf> = match &args.set {
        Some(folder) => vec![folder.clone()],
        None => args
            .sizes
            .iter()
            .map(|size| set::generated(&args.keep, *size, args.seed))
            .collect::<Result<_, _>>()?,
    };
    for folder in &sets {
        let set = Set::read(folder)?;
        println!("## {} alerts, {} checks\n", set.alerts.len(), set.checks.len());
        let (ours, mut beside) = marchland::measure(&set, folder, cores)?;
        let mut others: Vec<(&str, Result<Figures, String>)> = Vec::new();
        if !args.alone {
            let part = set.part(if set.alerts.len() > 200_000 { 600 } else { 3000 });
            others.push(("tantivy, fuzzy", tantivy::measure(&set, &part, &mut beside)));
            let few = set.part(if set.alerts.len() > 200_000 { 200 } else { 1000 });
            others.push(("PostgreSQL, pg_trgm", pg_trgm::measure(&set, &few, &mut beside, args.port)));
        }
        table::print(&ours, &others);
    }
    Ok(())
}
