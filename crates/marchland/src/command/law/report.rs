//! `marchland law report`: the gap report of two states as a printed paper.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use marchland_law::State;
use marchland_papers::Language;

use super::asked::{known, pair};
use super::{Said, load};
use crate::clock::Clock;
use crate::survey::gap_report;

#[derive(Debug, Args)]
pub struct Report {
    /// The two states, such as RU-KZ.
    #[arg(long, value_parser = pair)]
    pair: [State; 2],
    /// The day, as 2026-11-23; today if not given. Same law, pair, day and language: same bytes.
    #[arg(long)]
    on: Option<Date>,
    /// Language of the paper: en or ru.
    #[arg(long, default_value = "en", value_parser = language)]
    lang: Language,
    /// Where the PDF is written.
    #[arg(long)]
    out: PathBuf,
    /// Folder of the law; without it, the law inside this program.
    #[arg(long)]
    law: Option<PathBuf>,
}

pub(super) fn run(args: &Report) -> Result<ExitCode, Said> {
    let law = load(args.law.as_deref())?;
    known(&law, &args.pair)?;
    let day = args.on.unwrap_or_else(|| Clock::Real.now().to_zoned(TimeZone::UTC).date());
    let paper = marchland_papers::gap_report(&gap_report(&law, args.pair, day, args.lang))
        .map_err(|why| format!("marchland: {why}\n"))?;
    for remark in &paper.remarks {
        eprintln!("marchland: the typesetter says: {remark}");
    }
    std::fs::write(&args.out, &paper.pdf).map_err(|why| {
        format!("marchland: {}: cannot be written: {why}; check the path\n", args.out.display())
    })?;
    Ok(ExitCode::SUCCESS)
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| format!("papers are printed in en and ru, not in '{code}'"))
}
