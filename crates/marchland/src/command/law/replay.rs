//! `marchland law replay`.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::Said;
use super::asked::Asked;
use super::node::{open, said, wait};
use crate::acts::replay;

#[derive(Debug, Args)]
pub struct Replay {
    /// The node: its configuration file or its data folder. It may be running.
    #[arg(long)]
    node: PathBuf,
    #[command(flatten)]
    asked: Asked,
}

/// Fails when a decision of the past does not come out the same.
pub(super) fn run(args: &Replay) -> Result<ExitCode, Said> {
    let report = wait(async {
        let node = open(&args.node, args.asked.folder()).await?;
        let report =
            replay::all(&node.store, &node.law, &node.bodies, args.asked.day()).await.map_err(said)?;
        node.store.close().await;
        Ok(report)
    })?;
    args.asked.answer(&report, |_| report.plain())?;
    Ok(if report.hold() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
