//! `marchland law what-if`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;
use marchland_law::{
    Body, BodyId, Directory, Framework, InstrumentId, Recorded, RecordedAct, SourceFile, State, read_act,
    what_if,
};

use super::Said;
use super::asked::{Asked, pair};

#[derive(Debug, Args)]
pub struct WhatIf {
    /// A draft of the folder reforms; may be repeated. Without it, all drafts together.
    #[arg(long)]
    reform: Vec<String>,
    /// The two states; those of the drafts if not given.
    #[arg(long, value_parser = pair)]
    pair: Option<[State; 2]>,
    /// An act to try before and after, in YAML as for law explain; may be repeated.
    #[arg(long)]
    act: Vec<PathBuf>,
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(args: &WhatIf) -> Result<ExitCode, Said> {
    let law = args.asked.framework()?;
    let day = args.asked.day();
    let mut reforms: Vec<InstrumentId> = args.reform.iter().map(|id| id.as_str().into()).collect();
    if reforms.is_empty() {
        reforms = law.reforms().map(|i| i.id.clone()).collect();
    }
    let pair = args.pair.or_else(|| states(&law, &reforms)).ok_or_else(|| {
        "marchland: the drafts do not name exactly two states; say which with --pair RU-KZ\n".to_owned()
    })?;
    let (bodies, acts) = acts(&law, &args.act, day)?;
    let recorded = Recorded { bodies: &bodies, acts: &acts, confirmations: &[] };
    let result = what_if(&law, &reforms, pair, day, (!acts.is_empty()).then_some(recorded))
        .map_err(|why| format!("marchland: {why}\n"))?;
    args.asked.answer(&result, |lang| result.plain(&law, lang))
}

/// The two states the drafts are between.
fn states(law: &Framework, reforms: &[InstrumentId]) -> Option<[State; 2]> {
    let parties = reforms.iter().filter_map(|id| law.instrument(id)).flat_map(|i| &i.parties);
    let mut states: Vec<State> = Vec::new();
    for party in parties {
        if !states.contains(&party.state) {
            states.push(party.state);
        }
    }
    states.try_into().ok()
}

fn acts(law: &Framework, paths: &[PathBuf], on: Date) -> Result<(Directory, Vec<RecordedAct>), Said> {
    let mut bodies: BTreeMap<BodyId, Body> = BTreeMap::new();
    let mut acts = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(path).map_err(|why| {
            format!("marchland: {}: cannot be read: {why}; check the path\n", path.display())
        })?;
        let file = SourceFile { path: path.display().to_string(), text };
        let (act, named) = read_act(law, &file).map_err(|mistakes| mistakes.plain())?;
        bodies.extend(named.all().map(|body| (body.id.clone(), body.clone())));
        acts.push(RecordedAct { act, on, days_lost: None });
    }
    let bodies = Directory::new(bodies.into_values()).map_err(|why| format!("marchland: {why}\n"))?;
    Ok((bodies, acts))
}
