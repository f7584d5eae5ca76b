//! `marchland bench screen`: starts the program in `bench/`, which measures the search and the programs beside it in one
//! run. It stands outside the workspace because they bring a hundred and fifty crates that a node must not carry.
//!
//! Never: measures anything itself.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use clap::Args;

#[derive(Debug, Args)]
pub struct Screen {
    /// Numbers of alerts, with commas between them; 7,500,000 have ten million names.
    #[arg(long, default_value = "20000,1000000,7500000")]
    sizes: String,
    /// A folder with alerts.jsonl, queries.jsonl and truth.jsonl instead of generated sets.
    #[arg(long)]
    set: Option<PathBuf>,
    /// Leave the other programs out.
    #[arg(long)]
    alone: bool,
    /// A port that is free for the temporary PostgreSQL server.
    #[arg(long, default_value_t = 8740)]
    port: u16,
}

pub(super) fn run(args: &Screen) -> ExitCode {
    match start(args) {
        Ok(code) => code,
        Err(why) => {
            eprintln!("marchland: {why}");
            ExitCode::FAILURE
        }
    }
}

fn start(args: &Screen) -> Result<ExitCode, String> {
    let here = std::env::current_dir().map_err(|e| format!("the current folder cannot be read: {e}"))?;
    let bench =
        here.ancestors().map(|folder| folder.join("bench")).find(|bench| bench.join("Cargo.toml").exists());
    let bench = bench.ok_or(
        "the figures are measured by the program in bench/ of the source; run this inside the source tree",
    )?;
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&bench).args(["build", "-q", "--release", "--bins"]);
    let built = cargo
        .status()
        .map_err(|e| format!("cargo, which builds the program in bench/, cannot be started: {e}"))?;
    if !built.success() {
        return Err("the program in bench/ could not be built; cargo says above why".into());
    }
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&bench).args([
        "run",
        "-q",
        "--release",
        "--bin",
        "screen",
        "--",
        "--sizes",
        &args.sizes,
    ]);
    if let Some(set) = &args.set {
        cargo.arg("--set").arg(std::path::absolute(set).map_err(|e| format!("{}: {e}", set.display()))?);
    }
    if args.alone {
        cargo.arg("--alone");
    }
    cargo.args(["--port", &args.port.to_string()]);
    let done = cargo.status().map_err(|e| format!("cargo cannot be started: {e}"))?;
    Ok(if done.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
