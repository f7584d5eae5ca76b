//! `marchland law …`: the law without a node. One file per verb.
//!
//! Never: needs a node, a database or a network.

mod check;
mod explain;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Subcommand;
use jiff::civil::Date;
use marchland_law::{Framework, SourceFile};

use crate::lawbook::{read_folder, shipped};

#[derive(Debug, Subcommand)]
pub enum Law {
    /// Load the law, name every mistake, try every situation.
    Check {
        /// Folder of the law; without it, the law inside this program.
        folder: Option<PathBuf>,
    },
    /// Decide an act and say why, by article.
    Explain {
        /// The act in YAML, written as in a situation: form, from, to, facts.
        #[arg(long)]
        act: PathBuf,
        /// The day, as 2026-11-23.
        #[arg(long)]
        on: Date,
        /// Folder of the law; without it, the law inside this program.
        #[arg(long)]
        law: Option<PathBuf>,
        /// Language of the texts: en, ru or kk.
        #[arg(long, default_value = "en")]
        lang: String,
        /// Print the decision as JSON.
        #[arg(long)]
        json: bool,
    },
}

impl Law {
    pub fn run(self) -> ExitCode {
        let done = match self {
            Self::Check { folder } => check::run(folder.as_deref()),
            Self::Explain { act, on, law, lang, json } => explain::run(law.as_deref(), &act, on, &lang, json),
        };
        done.unwrap_or_else(|said| {
            eprint!("{said}");
            ExitCode::FAILURE
        })
    }
}

/// What a command prints when it cannot do its work.
type Said = String;

fn sources(folder: Option<&Path>) -> Result<Vec<SourceFile>, Said> {
    match folder {
        None => Ok(shipped()),
        Some(folder) => read_folder(folder).map_err(|error| format!("marchland: {error}\n")),
    }
}

fn load(folder: Option<&Path>) -> Result<Framework, Said> {
    Framework::load(&sources(folder)?).map_err(|mistakes| mistakes.plain())
}
