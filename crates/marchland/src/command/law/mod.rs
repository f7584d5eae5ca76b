//! `marchland law …`: the law without a node. One file per verb.
//!
//! Never: writes to a node, or needs a network.

mod asked;
mod check;
mod compare;
mod explain;
mod gaps;
mod matrix;
mod node;
mod replay;
mod report;
mod status;
mod timeline;
mod what_if;

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
        #[arg(long, default_value = "en", value_parser = ["en", "ru", "kk"])]
        lang: String,
        /// Print the decision as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Which instruments bind two states on a day, which do not, and why.
    Status(status::Status),
    /// Gaps in the law between two states on a day, found by general rules, and how they came and went.
    Gaps(gaps::Gaps),
    /// Forms against instruments, or against pairs of states and levels.
    Matrix(matrix::Matrix),
    /// Two instruments, or two pairs of states, side by side.
    Compare(compare::Compare),
    /// What drafts would change if they were in force.
    WhatIf(what_if::WhatIf),
    /// When each form became possible between two states, moved, lapsed.
    Timeline(timeline::Timeline),
    /// Every decision a node has recorded, made again: under the law and knowledge of its time, and with what is known today.
    Replay(replay::Replay),
    /// The gaps between two states as a printed report, PDF/A.
    Report(report::Report),
}

impl Law {
    pub fn run(self) -> ExitCode {
        let done = match self {
            Self::Check { folder } => check::run(folder.as_deref()),
            Self::Explain { act, on, law, lang, json } => explain::run(law.as_deref(), &act, on, &lang, json),
            Self::Status(args) => status::run(&args),
            Self::Gaps(args) => gaps::run(&args),
            Self::Matrix(args) => matrix::run(&args),
            Self::Compare(args) => compare::run(&args),
            Self::WhatIf(args) => what_if::run(&args),
            Self::Timeline(args) => timeline::run(&args),
            Self::Replay(args) => replay::run(&args),
            Self::Report(args) => report::run(&args),
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
