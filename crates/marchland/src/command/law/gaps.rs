//! `marchland law gaps`.

use std::process::ExitCode;

use clap::Args;
use marchland_law::{State, gaps};

use super::Said;
use super::asked::{Asked, pair};

#[derive(Debug, Args)]
pub struct Gaps {
    /// The two states, such as RU-KZ.
    #[arg(long, value_parser = pair)]
    pair: [State; 2],
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(args: &Gaps) -> Result<ExitCode, Said> {
    let law = args.asked.framework()?;
    let report = gaps(&law, args.pair, args.asked.day(), &[]);
    args.asked.answer(&report, |lang| report.plain(&law, lang))
}
