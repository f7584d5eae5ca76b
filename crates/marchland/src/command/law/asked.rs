//! What every question to the law has in common: which law, on which day, in which language, for people or machines.
//!
//! Never: answers.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use marchland_law::{Framework, InstrumentId, State, Subject, nearest};
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
    #[arg(long, default_value = "en", value_parser = ["en", "ru", "kk"])]
    pub(super) lang: String,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Asked {
    pub(super) fn day(&self) -> Date {
        self.on.unwrap_or_else(|| Clock::Real.now().to_zoned(TimeZone::UTC).date())
    }

    pub(super) fn folder(&self) -> Option<&Path> {
        self.law.as_deref()
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

/// Refuses states of which this law says nothing: an empty answer would look like an answer.
pub(super) fn known(law: &Framework, states: &[State]) -> Result<(), Said> {
    let all = law.states();
    let Some(stranger) = states.iter().find(|state| !all.contains(state)) else { return Ok(()) };
    let codes: Vec<&str> = all.iter().map(State::as_str).collect();
    Err(format!(
        "marchland: this law says nothing about the state {stranger}; it knows {}\n",
        codes.join(", ")
    ))
}

/// Refuses an instrument that is not in force anywhere in this law.
pub(super) fn enacted(law: &Framework, ids: &[InstrumentId]) -> Result<(), Said> {
    let all: Vec<&str> = law.instruments().filter(|i| !i.draft).map(|i| i.id.as_str()).collect();
    let Some(stranger) = ids.iter().find(|id| !all.contains(&id.as_str())) else { return Ok(()) };
    Err(format!(
        "marchland: '{stranger}' is not an instrument of this law{}; law status A B names those of two states\n",
        meant(stranger.as_str(), &all)
    ))
}

/// The same for drafts.
pub(super) fn drafts(law: &Framework, ids: &[InstrumentId]) -> Result<(), Said> {
    let all: Vec<&str> = law.reforms().map(|i| i.id.as_str()).collect();
    let Some(stranger) = ids.iter().find(|id| !all.contains(&id.as_str())) else { return Ok(()) };
    Err(format!(
        "marchland: '{stranger}' is not a draft of this law{}; the drafts are: {}\n",
        meant(stranger.as_str(), &all),
        all.join(", ")
    ))
}

fn meant(found: &str, known: &[&str]) -> String {
    nearest(found, known).map(|word| format!(" (did you mean '{word}'?)")).unwrap_or_default()
}
