//! `marchland law check` and `marchland law explain`.
//!
//! Never: needs a node, a database or a network.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use marchland_law::{Framework, SourceFile, run_situations};

use crate::lawbook::{read_folder, shipped};

#[derive(Debug, Subcommand)]
pub enum Law {
    /// Load the law, name every mistake, try every situation.
    Check {
        /// Folder of the law; without it, the law inside this program.
        folder: Option<PathBuf>,
    },
}

impl Law {
    pub fn run(self) -> ExitCode {
        match self {
            Self::Check { folder } => check(folder.as_deref()),
        }
    }
}

fn check(folder: Option<&Path>) -> ExitCode {
    let files = match sources(folder) {
        Ok(files) => files,
        Err(code) => return code,
    };
    match Framework::load(&files) {
        Err(mistakes) => {
            eprint!("{}", mistakes.plain());
            ExitCode::FAILURE
        }
        Ok(law) => {
            let report = run_situations(&law, &files);
            print!("{}", report.plain());
            if report.mistakes.list.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
    }
}

fn sources(folder: Option<&Path>) -> Result<Vec<SourceFile>, ExitCode> {
    let Some(folder) = folder else { return Ok(shipped()) };
    read_folder(folder).map_err(|error| {
        eprintln!("marchland: {error}");
        ExitCode::FAILURE
    })
}
