//! `marchland law timeline`.

use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use marchland_law::{State, timeline};

use super::Said;
use super::asked::{Asked, known, pair};

#[derive(Debug, Args)]
pub struct Timeline {
    /// The two states, such as RU-KZ.
    #[arg(value_parser = pair)]
    pair: [State; 2],
    /// First day shown.
    #[arg(long, default_value = "1991-01-01")]
    since: Date,
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(args: &Timeline) -> Result<ExitCode, Said> {
    let law = args.asked.framework()?;
    known(&law, &args.pair)?;
    if args.since > args.asked.day() {
        return Err(format!("marchland: --since {} is later than --on {}\n", args.since, args.asked.day()));
    }
    let timeline = timeline(&law, args.pair, args.since, args.asked.day());
    args.asked.answer(&timeline, |lang| timeline.plain(&law, lang))
}
