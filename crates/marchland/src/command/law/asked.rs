//! What every question to the law has in common: which law, on which day, in which language, for people or machines.
//!
//! Never: answers.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use marchland_law::{Framework, State, Subject};
use serde::Serialize;

use super::{Said, load};
use crate::clock::Clock;

#[derive(Debug, Args)]
pub struct Asked {
    /// The day, as 2026-11-23; today if not given.
    #[arg(long)]
    on: Option<Date>,
    /// Folder of the law; without it, the law inside this program.
    #[arg(long)]
    law: Option<PathBuf>,
    /// Language of the texts: en, ru or kk.
    #[arg(long, default_value = "en")]
    pub(super) lang: String,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Asked {
    pub(super) fn day(&self) -> Date {
        self.on.unwrap_or_else(|| Clock::Real.now().to_zoned(TimeZone::UTC).date())
    }

    pub(super) fn framework(&self) -> Result<Framework, Said> {
        load(self.law.as_deref())
    }

    /// Prints the answer once, for people or for machines.
    pub(super) fn answer<T: Serialize>(
        &self,
        value: &T,
        plain: impl FnOnce(&str) -> String,
    ) -> Result<ExitCode, Said> {
        if self.json {
            let text = serde_json::to_string_pretty(value).map_err(|why| format!("marchland: {why}\n"))?;
            println!("{text}");
        } else {
            print!("{}", plain(&self.lang));
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Two states, written `RU-KZ`.
pub(super) fn pair(text: &str) -> Result<[State; 2], String> {
    match text.parse() {
        Ok(Subject::Pair(pair)) => Ok(pair),
        _ => Err("give two different states, such as RU-KZ".to_owned()),
    }
}
