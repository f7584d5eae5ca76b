//! `marchland law compare`.

use std::process::ExitCode;

use clap::Args;
use marchland_law::{Subject, compare};

use super::Said;
use super::asked::{Asked, enacted, known};

#[derive(Debug, Args)]
pub struct Compare {
    /// An instrument by its id, or two states such as RU-KZ.
    left: Subject,
    /// What it is compared with, written alike.
    right: Subject,
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(args: &Compare) -> Result<ExitCode, Said> {
    let law = args.asked.framework()?;
    for subject in [&args.left, &args.right] {
        match subject {
            Subject::Pair(pair) => known(&law, pair)?,
            Subject::Instrument(id) => enacted(&law, std::slice::from_ref(id))?,
        }
    }
    let comparison = compare(&law, &args.left, &args.right, args.asked.day())
        .map_err(|why| format!("marchland: {why}\n"))?;
    args.asked.answer(&comparison, |lang| comparison.plain(&law, lang))
}
