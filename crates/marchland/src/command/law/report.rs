//! `marchland law report`: the gap report of two states as a printed paper.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use marchland_law::{Framework, State};
use marchland_papers::Language;

use super::asked::{known, pair};
use super::node::{open, said, wait};
use super::{Said, load};
use crate::acts::recorded;
use crate::clock::Clock;
use crate::survey::{OnRecord, gap_report};

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
    /// Folder of the law; without it, the law inside this program, or that of the node.
    #[arg(long)]
    law: Option<PathBuf>,
    /// A node whose recorded acts are counted in the report: its configuration file or its data folder. It may be running.
    #[arg(long)]
    node: Option<PathBuf>,
}

pub(super) fn run(args: &Report) -> Result<ExitCode, Said> {
    let day = args.on.unwrap_or_else(|| Clock::Real.now().to_zoned(TimeZone::UTC).date());
    let Some(path) = &args.node else {
        return print(args, &load(args.law.as_deref())?, day, None);
    };
    let (law, bodies, practice, acts) = wait(async {
        let node = open(path, args.law.as_deref()).await?;
        let practice = recorded::practice(&node.store, &node.bodies, args.pair, day).await.map_err(said)?;
        let acts = recorded::acts(&node.store, &node.bodies, args.pair).await.map_err(said)?;
        node.store.close().await;
        Ok((node.law, node.bodies, practice, acts))
    })?;
    let record = OnRecord { practice: &practice, acts: acts.given(&bodies) };
    print(args, &law, day, Some(record))
}

fn print(args: &Report, law: &Framework, day: Date, record: Option<OnRecord<'_>>) -> Result<ExitCode, Said> {
    known(law, &args.pair)?;
    let report = gap_report(law, args.pair, day, args.lang, record);
    let paper = marchland_papers::gap_report(&report).map_err(said)?;
    for remark in &paper.remarks {
        eprintln!("marchland: the typesetter says: {remark}");
    }
    std::fs::write(&args.out, &paper.pdf).map_err(|why| {
        said(format_args!("{}: cannot be written: {why}; check the path", args.out.display()))
    })?;
    Ok(ExitCode::SUCCESS)
}

fn language(code: &str) -> Result<Language, String> {
    Language::from_code(code).ok_or_else(|| format!("papers are printed in en and ru, not in '{code}'"))
}
