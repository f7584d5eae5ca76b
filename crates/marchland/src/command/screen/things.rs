//! `marchland screen things`: numbers of plates, VINs, documents, firearms, telephones and containers, file against file.
//!
//! Never: reads the files of persons; their lines have no number.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use clap::Args;
use marchland_screening::objects::{ObjectAlert, ObjectScreen, ObjectVerdict};
use marchland_screening::{BadLines, read_all};
use serde_json::json;

use super::{Bad, Said, open, tell};
use crate::clock::stopwatch;

#[derive(Debug, Args)]
pub struct Things {
    /// One thing under search per line, as JSON: id, kind, number and, if known, former, state, make, model, calibre.
    #[arg(long)]
    alerts: PathBuf,
    /// One thing to check per line, in the same form.
    #[arg(long)]
    queries: PathBuf,
    /// Where the results go, one line per check in the order of the checks; `-` for the terminal.
    #[arg(long)]
    out: PathBuf,
    /// What to do with lines that cannot be used: end, or name them and go on.
    #[arg(long, value_enum, default_value_t = Bad::Refuse)]
    bad_lines: Bad,
}

pub(super) fn run(args: &Things) -> Result<(), Said> {
    let time = stopwatch();
    let bad: BadLines = args.bad_lines.into();
    let read = |path: &PathBuf| {
        let (good, bad) = read_all::<ObjectAlert>(open(path)?, bad, |_| {})
            .map_err(|why| format!("{}: {why}", path.display()))?;
        tell(path, &bad);
        Ok::<_, Said>((good, bad.len()))
    };
    let (alerts, bad_alerts) = read(&args.alerts)?;
    let (checks, bad_checks) = read(&args.queries)?;
    let screen = ObjectScreen::new(alerts);
    let to: Box<dyn Write> = if args.out.as_os_str() == "-" {
        Box::new(io::stdout().lock())
    } else {
        let file = std::fs::File::create(&args.out);
        Box::new(file.map_err(|why| format!("{} cannot be written: {why}", args.out.display()))?)
    };
    let mut out = BufWriter::new(to);
    let mut hits = 0;
    for check in &checks {
        let found = screen.check(&check.object);
        hits += usize::from(found.iter().any(|one| one.verdict == ObjectVerdict::Hit));
        writeln!(out, "{}", json!({ "id": check.id, "results": found })).map_err(|why| why.to_string())?;
    }
    out.flush().map_err(|why| why.to_string())?;
    eprintln!(
        "{} checks among {} things in {:.1?}: {hits} with a hit; {} lines left out",
        checks.len(),
        screen.len(),
        time(),
        bad_alerts + bad_checks
    );
    Ok(())
}
