//! `marchland law gaps`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use marchland_law::{Framework, Practice, State, gaps};

use super::Said;
use super::asked::{Asked, known, pair};
use super::node::{open, said, wait};
use crate::acts::recorded;

#[derive(Debug, Args)]
pub struct Gaps {
    /// The two states, such as RU-KZ.
    #[arg(long, value_parser = pair)]
    pair: [State; 2],
    /// An earlier day to compare with: what differs, and which instrument caused it.
    #[arg(long)]
    since: Option<Date>,
    /// A node whose recorded acts count as practice: its configuration file or its data folder. It may be running.
    #[arg(long)]
    node: Option<PathBuf>,
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(args: &Gaps) -> Result<ExitCode, Said> {
    let day = args.asked.day();
    let Some(path) = &args.node else {
        return answer(args, &args.asked.framework()?, &[]);
    };
    let (law, practice) = wait(async {
        let node = open(path, args.asked.folder()).await?;
        let practice = recorded::practice(&node.store, &node.bodies, args.pair, day).await.map_err(said)?;
        node.store.close().await;
        Ok((node.law, practice))
    })?;
    answer(args, &law, &practice)
}

fn answer(args: &Gaps, law: &Framework, practice: &[Practice]) -> Result<ExitCode, Said> {
    known(law, &args.pair)?;
    let mut report = gaps(law, args.pair, args.asked.day(), practice);
    if let Some(from) = args.since {
        report = report.compared_with(law, from);
    }
    args.asked.answer(&report, |lang| report.plain(law, lang))
}
