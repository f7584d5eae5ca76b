//! `marchland law status`.

use std::process::ExitCode;

use clap::Args;
use marchland_law::{State, status, status_plain};

use super::Said;
use super::asked::{Asked, known};

#[derive(Debug, Args)]
pub struct Status {
    /// One state, such as RU.
    one: State,
    /// The other, such as KZ.
    other: State,
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(args: &Status) -> Result<ExitCode, Said> {
    let law = args.asked.framework()?;
    if args.one == args.other {
        return Err("marchland: give two different states, such as RU KZ\n".to_owned());
    }
    known(&law, &[args.one, args.other])?;
    let list = status(&law, args.one, args.other, args.asked.day());
    args.asked.answer(&list, |lang| status_plain(&list, lang))
}
