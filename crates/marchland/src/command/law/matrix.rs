//! `marchland law matrix`.

use std::process::ExitCode;

use clap::Args;
use marchland_law::{InstrumentId, State, matrix_of_instruments, matrix_of_pairs};

use super::Said;
use super::asked::{Asked, enacted, known, pair};

#[derive(Debug, Args)]
pub struct Matrix {
    /// Two states, such as RU-KZ, each at three levels; may be repeated. Without it, instruments are the columns.
    #[arg(long, value_parser = pair)]
    pair: Vec<[State; 2]>,
    /// An instrument as a column; may be repeated. Without it, all instruments.
    #[arg(long, conflicts_with = "pair")]
    instrument: Vec<String>,
    /// Print CSV.
    #[arg(long, conflicts_with = "json")]
    csv: bool,
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(args: &Matrix) -> Result<ExitCode, Said> {
    let law = args.asked.framework()?;
    let day = args.asked.day();
    known(&law, args.pair.as_flattened())?;
    let matrix = if args.pair.is_empty() {
        let chosen: Vec<InstrumentId> = args.instrument.iter().map(|id| id.as_str().into()).collect();
        enacted(&law, &chosen)?;
        let all = || law.instruments().map(|i| i.id.clone()).collect();
        matrix_of_instruments(&law, &if chosen.is_empty() { all() } else { chosen }, day)
    } else {
        matrix_of_pairs(&law, &args.pair, day)
    };
    if args.csv {
        print!("{}", matrix.csv());
        return Ok(ExitCode::SUCCESS);
    }
    args.asked.answer(&matrix, |lang| matrix.plain(&law, lang))
}
