//! Figures of the search beside tantivy and PostgreSQL, in one run on one set: `marchland bench screen` starts it.
//!
//! For each size: building, bytes, checks a second, their median and 99th of a hundred, how soon an alert is seen, and
//! how many of the people searched for are found; then the same for the others as far as they can do it, and the ratios.
//! Every program answers the same checks from the same text fields. The others answer a part of them where all would take
//! hours; the part is the same for both and is named.
//!
//! Never: passes or fails; people read the figures.

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
    /// Numbers of alerts, with commas between them.
    #[arg(long, value_delimiter = ',', default_value = "20000,1000000,10000000")]
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
    /// PostgreSQL answers up to so many alerts; its index for more takes an hour.
    #[arg(long, default_value_t = 1_000_000)]
    postgres_most: usize,
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
        let ours = marchland::measure(&set, folder, cores)?;
        let mut others: Vec<(&str, Result<Figures, String>)> = Vec::new();
        if !args.alone {
            let part = set.part(if set.alerts.len() > 200_000 { 600 } else { 3000 });
            others.push(("tantivy, fuzzy", tantivy::measure(&set, &part)));
            let few = set.part(if set.alerts.len() > 200_000 { 200 } else { 1000 });
            let trgm = if set.alerts.len() <= args.postgres_most {
                pg_trgm::measure(&set, &few, args.port)
            } else {
                Err(format!("left out above {} alerts", args.postgres_most))
            };
            others.push(("PostgreSQL, pg_trgm", trgm));
        }
        table::print(&ours, &others);
    }
    Ok(())
}
