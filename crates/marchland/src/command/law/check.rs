//! `marchland law check`.

use std::path::Path;
use std::process::ExitCode;

use marchland_law::{Framework, run_situations};

use super::{Said, sources};

pub(super) fn run(folder: Option<&Path>) -> Result<ExitCode, Said> {
    let files = sources(folder)?;
    let law = Framework::load(&files).map_err(|mistakes| mistakes.plain())?;
    let report = run_situations(&law, &files);
    print!("{}", report.plain());
    Ok(if report.passed() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
