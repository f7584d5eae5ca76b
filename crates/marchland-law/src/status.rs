//! Which instruments bind two states on a day and which do not, each with the reason and its sources.
//!
//! Never: decides an act.

use std::fmt::Write;

use jiff::civil::Date;
use serde::Serialize;

use crate::framework::Framework;
use crate::law::{Instrument, RelationKind, Source};
use crate::render::bonds_plain;
use crate::{Bond, Confidence, Standing, State, Text, binding};

#[derive(Clone, Debug, Serialize)]
pub struct Status {
    #[serde(flatten)]
    pub bond: Bond,
    pub because: Vec<Because>,
}

/// Why it stands so: what the files say, how well it is known, and where it can be checked.
#[derive(Clone, Debug, Serialize)]
pub struct Because {
    /// The state the reason is about; absent when it is about the instrument.
    pub state: Option<State>,
    pub says: Option<Text>,
    pub confidence: Confidence,
    pub sources: Vec<Source>,
}

pub fn status(law: &Framework, a: State, b: State, on: Date) -> Vec<Status> {
    let bonds = binding(law, a, b, on);
    bonds.into_iter().map(|bond| Status { because: because(law, &bond, [a, b]), bond }).collect()
}

fn because(law: &Framework, bond: &Bond, pair: [State; 2]) -> Vec<Because> {
    let Some(instrument) = law.instrument(&bond.instrument) else { return Vec::new() };
    let mut reasons = Vec::new();
    if let Standing::Displaced { by, .. } = &bond.standing
        && let Some(newer) = law.instrument(by)
    {
        let displaces =
            |r: &&crate::Relation| r.kind == RelationKind::Supersedes && r.instrument == bond.instrument;
        reasons.extend(newer.relations.iter().filter(displaces).map(|r| Because {
            state: None,
            says: Some(newer.short.clone()),
            confidence: r.confidence,
            sources: sources(newer, &r.sources),
        }));
    }
    let parties = instrument.parties.iter().filter(|p| pair.contains(&p.state));
    reasons.extend(parties.map(|p| Because {
        state: Some(p.state),
        says: p.note.clone(),
        confidence: p.confidence,
        sources: sources(instrument, &p.sources),
    }));
    if instrument.note.is_some() || reasons.is_empty() {
        reasons.push(Because {
            state: None,
            says: instrument.note.clone(),
            confidence: instrument.confidence,
            sources: instrument.sources.values().cloned().collect(),
        });
    }
    reasons
}

fn sources(instrument: &Instrument, ids: &[std::sync::Arc<str>]) -> Vec<Source> {
    ids.iter().filter_map(|id| instrument.sources.get(id)).cloned().collect()
}

/// One instrument after the other, with its reasons beneath.
pub fn status_plain(list: &[Status], language: &str) -> String {
    let mut out = String::new();
    for status in list {
        out.push_str(&bonds_plain(std::slice::from_ref(&status.bond), language));
        for reason in &status.because {
            let who = reason.state.map(|s| format!("{s}: ")).unwrap_or_default();
            let says = reason.says.as_ref().map(|t| t.in_language(language)).unwrap_or("as the source says");
            let _ = writeln!(out, "    {who}{says} [{}]", reason.confidence);
            for source in &reason.sources {
                let _ = writeln!(out, "      {}, {}", source.title, source.url);
            }
        }
    }
    out
}
