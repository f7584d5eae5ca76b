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
use super::asked::{Asked, drafts, known, pair};
use super::node::{open, said, wait};
use crate::acts::recorded;

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
    /// A node whose recorded acts are tried before and after: its configuration file or its data folder. It may be running.
    #[arg(long, conflicts_with = "act")]
    node: Option<PathBuf>,
    #[command(flatten)]
    asked: Asked,
}

pub(super) fn run(args: &WhatIf) -> Result<ExitCode, Said> {
    let Some(path) = &args.node else {
        let law = args.asked.framework()?;
        let (bodies, acts) = acts(&law, &args.act, args.asked.day())?;
        let given = Recorded { bodies: &bodies, acts: &acts, confirmations: &[] };
        let asked = question(args, &law)?;
        return answer(args, &law, asked, (!acts.is_empty()).then_some(given));
    };
    let node = wait(open(path, args.asked.folder()))?;
    let asked = question(args, &node.law)?;
    let recorded = wait(async {
        let acts = recorded::acts(&node.store, &node.bodies, asked.1).await.map_err(said);
        node.store.close().await;
        acts
    })?;
    answer(args, &node.law, asked, Some(recorded.given(&node.bodies)))
}

type Question = (Vec<InstrumentId>, [State; 2]);

/// Which drafts, between which states.
fn question(args: &WhatIf, law: &Framework) -> Result<Question, Said> {
    let mut reforms: Vec<InstrumentId> = args.reform.iter().map(|id| id.as_str().into()).collect();
    drafts(law, &reforms)?;
    if reforms.is_empty() {
        reforms = law.reforms().map(|i| i.id.clone()).collect();
    }
    let pair = args.pair.or_else(|| states(law, &reforms)).ok_or_else(|| {
        "marchland: the drafts do not name exactly two states; say which with --pair RU-KZ\n".to_owned()
    })?;
    known(law, &pair)?;
    Ok((reforms, pair))
}

fn answer(
    args: &WhatIf,
    law: &Framework,
    (reforms, pair): Question,
    given: Option<Recorded<'_>>,
) -> Result<ExitCode, Said> {
    let result = what_if(law, &reforms, pair, args.asked.day(), given).map_err(said)?;
    args.asked.answer(&result, |lang| result.plain(law, lang))
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
        acts.push(RecordedAct::wanted(act, on));
    }
    let bodies = Directory::new(bodies.into_values()).map_err(|why| format!("marchland: {why}\n"))?;
    Ok((bodies, acts))
}
