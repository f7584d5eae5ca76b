//! `marchland law explain`.

use std::path::Path;
use std::process::ExitCode;

use jiff::civil::Date;
use marchland_law::{Dates, SourceFile, decide, read_act};

use super::{Said, load};

pub(super) fn run(
    folder: Option<&Path>,
    act: &Path,
    on: Date,
    lang: &str,
    json: bool,
) -> Result<ExitCode, Said> {
    let law = load(folder)?;
    let text = std::fs::read_to_string(act)
        .map_err(|why| format!("marchland: {}: cannot be read: {why}; check the path\n", act.display()))?;
    let file = SourceFile { path: act.display().to_string(), text };
    let (act, bodies) = read_act(&law, &file).map_err(|mistakes| mistakes.plain())?;
    let decision = decide(&law, &bodies, &act, &Dates::all(on), &[]);
    if json {
        let text = serde_json::to_string_pretty(&decision).map_err(|why| format!("marchland: {why}\n"))?;
        println!("{text}");
    } else {
        print!("{}", decision.plain(&law, lang));
    }
    Ok(ExitCode::SUCCESS)
}
