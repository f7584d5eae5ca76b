//! What a reform would change: findings, verdicts between the two states, and acts recorded in a node, before and after.
//!
//! Never: enacts anything; the drafts count only inside this computation.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::findings::difference;
use crate::framework::{Framework, NoSuchReform};
use crate::gaps::{self, Gap};
use crate::render::Words;
use crate::{
    Act, Body, BodyId, BodyKind, Confirmation, Dates, Directory, FormId, InstrumentId, Level, RegionCode,
    Side, State, Text, decide, decide_as,
};

/// An act as a node recorded it: what was wanted, whatever way it took in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedAct {
    /// What the node calls it, such as a register number; empty for an act given by hand.
    pub case: Arc<str>,
    pub act: Act,
    /// Whose law and advisers are asked.
    pub side: Side,
    /// The day it was first wanted.
    pub on: Date,
    /// It went by another body than the one that wanted it.
    pub rerouted: bool,
    /// Whole days lost because it had to take another way; absent when it never went, so that nobody can say.
    pub days_lost: Option<u32>,
}

impl RecordedAct {
    /// An act given by hand, asked of the acting side.
    pub fn wanted(act: Act, on: Date) -> Self {
        Self { case: "".into(), act, side: Side::Acting, on, rerouted: false, days_lost: None }
    }
}

/// The acts of a node with its register and the confirmations of its legal advisers.
#[derive(Clone, Copy, Debug)]
pub struct Recorded<'a> {
    pub bodies: &'a Directory,
    pub acts: &'a [RecordedAct],
    pub confirmations: &'a [Confirmation],
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhatIf {
    pub reforms: Vec<InstrumentId>,
    pub pair: [State; 2],
    pub on: Date,
    pub gaps_before: usize,
    pub gaps_after: usize,
    pub closed: Vec<Gap>,
    pub opened: Vec<Gap>,
    pub verdicts: Vec<VerdictChange>,
    /// Absent when no acts were given.
    pub acts: Option<ActsEffect>,
}

/// A plain act of a form between two levels of border bodies, no facts given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VerdictChange {
    pub form: FormId,
    pub acting: State,
    pub from: Level,
    pub to: Level,
    pub before: &'static str,
    pub after: &'static str,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ActsEffect {
    pub tried: usize,
    /// Not permitted as they were wanted.
    pub not_permitted: usize,
    /// Of these, how many went by another body instead.
    pub rerouted: usize,
    /// Of those not permitted, how many would have been lawful as they were wanted.
    pub would_be_lawful: usize,
    /// Sum of the days lost of those that would have been lawful, as far as the record tells.
    pub days_saved: u64,
    /// How many of those that would have been lawful never went, so that no days can be counted for them.
    pub days_not_known: usize,
    pub changed: Vec<ActChange>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActChange {
    /// Which of the acts given, from zero.
    pub act: usize,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub case: Arc<str>,
    pub form: FormId,
    pub on: Date,
    pub before: &'static str,
    pub after: &'static str,
}

pub fn what_if(
    law: &Framework,
    reforms: &[InstrumentId],
    pair: [State; 2],
    on: Date,
    recorded: Option<Recorded<'_>>,
) -> Result<WhatIf, NoSuchReform> {
    let reformed = law.with_reforms(reforms, on)?;
    let (before, after) = (gaps::all(law, pair, on, &[]), gaps::all(&reformed, pair, on, &[]));
    let (closed, opened) = difference(&before, &after);
    let acts = match recorded {
        Some(recorded) => Some(acts_effect(law, reforms, recorded)?),
        None => None,
    };
    Ok(WhatIf {
        reforms: reforms.to_vec(),
        pair,
        on,
        gaps_before: before.len(),
        gaps_after: after.len(),
        closed,
        opened,
        verdicts: verdicts(law, &reformed, pair, on),
        acts,
    })
}

/// Every recorded act decided again, as if the reform had been in force since the first of them.
fn acts_effect(
    law: &Framework,
    reforms: &[InstrumentId],
    recorded: Recorded<'_>,
) -> Result<ActsEffect, NoSuchReform> {
    let mut effect = ActsEffect { tried: recorded.acts.len(), ..ActsEffect::default() };
    let Some(first) = recorded.acts.iter().map(|a| a.on).min() else { return Ok(effect) };
    let reformed = law.with_reforms(reforms, first)?;
    for (index, one) in recorded.acts.iter().enumerate() {
        let verdict = |law: &Framework| {
            let dates = Dates::all(one.on);
            decide_as(law, recorded.bodies, &one.act, &dates, recorded.confirmations, one.side).verdict
        };
        let (before, after) = (verdict(law), verdict(&reformed));
        if !before.permits() {
            effect.not_permitted += 1;
            effect.rerouted += usize::from(one.rerouted);
            if after.permits() {
                effect.would_be_lawful += 1;
                effect.days_saved += u64::from(one.days_lost.unwrap_or_default());
                effect.days_not_known += usize::from(one.days_lost.is_none());
            }
        }
        if before.code() != after.code() {
            effect.changed.push(ActChange {
                act: index,
                case: one.case.clone(),
                form: one.act.form.clone(),
                on: one.on,
                before: before.code(),
                after: after.code(),
            });
        }
    }
    Ok(effect)
}

const LEVELS: [Level; 3] = [Level::Central, Level::Regional, Level::District];

fn verdicts(law: &Framework, reformed: &Framework, pair: [State; 2], on: Date) -> Vec<VerdictChange> {
    let Some(bodies) = border_bodies(reformed, pair, on) else { return Vec::new() };
    let mut changes = Vec::new();
    for form in law.vocabulary().forms.keys() {
        for [acting, other] in [pair, [pair[1], pair[0]]] {
            for (from, to) in LEVELS.iter().flat_map(|from| LEVELS.iter().map(move |to| (*from, *to))) {
                let act = Act {
                    form: form.clone(),
                    from: body_id(acting, from),
                    to: body_id(other, to),
                    channel: None,
                    facts: BTreeMap::new(),
                };
                let code = |law: &Framework| decide(law, &bodies, &act, &Dates::all(on), &[]).verdict.code();
                let (before, after) = (code(law), code(reformed));
                if before != after {
                    changes.push(VerdictChange { form: form.clone(), acting, from, to, before, after });
                }
            }
        }
    }
    changes
}

fn body_id(state: State, level: Level) -> BodyId {
    format!("{state}/{level}").into()
}

/// One body of each level on each side, in the region that most territories of this pair share, of the kind most rules mean.
fn border_bodies(law: &Framework, pair: [State; 2], on: Date) -> Option<Directory> {
    let ties = law.pair(pair[0], pair[1]).map(|p| p.ties.as_slice()).unwrap_or_default();
    let rules = || ties.iter().flat_map(|t| law.entries_of(&t.instrument.id)).map(|e| &e.rule);
    let mut kinds: BTreeMap<&BodyKind, usize> = BTreeMap::new();
    rules().flat_map(|r| r.from.kinds.iter().chain(&r.to.kinds)).for_each(|kind| {
        *kinds.entry(kind).or_default() += 1;
    });
    let kind = kinds.into_iter().max_by_key(|(_, count)| *count).map(|(kind, _)| kind.clone());
    // A pack without any kind in its rules takes every body alike.
    let kind = kind.unwrap_or_else(|| "any".into());
    let territories: Vec<_> = rules().filter_map(|r| r.territory.as_ref()).collect();
    let region = |state: State| -> Option<RegionCode> {
        let members = territories.iter().filter_map(|id| law.territory(id)).flat_map(|t| &t.members);
        let own = members.map(|m| &m.region).filter(|r| r.as_str().starts_with(state.as_str()));
        let shared =
            |region: &RegionCode| territories.iter().filter(|t| law.member(t, region, on).is_some()).count();
        let mut regions: Vec<&RegionCode> = own.collect();
        regions.sort();
        regions.dedup();
        regions.into_iter().rev().max_by_key(|r| shared(r)).cloned()
    };
    let bodies = pair.iter().flat_map(|state| {
        let region = region(*state);
        let kind = kind.clone();
        LEVELS.iter().enumerate().map(move |(index, level)| {
            let id = body_id(*state, *level);
            Body {
                state: *state,
                level: *level,
                kind: kind.clone(),
                region: if *level == Level::Central { None } else { region.clone() },
                parent: index.checked_sub(1).and_then(|i| LEVELS.get(i)).map(|above| body_id(*state, *above)),
                names: Text { en: id.as_str().into(), ru: id.as_str().into(), kk: None },
                zone: "UTC".into(),
                id,
            }
        })
    });
    // Each id is made once and each parent with it: only two equal states could clash.
    Directory::new(bodies).ok()
}

impl WhatIf {
    pub fn plain(&self, law: &Framework, language: &str) -> String {
        let words = Words { law, language };
        let [a, b] = self.pair;
        let mut out = format!("Between {a} and {b}, law of {}, if these were in force:\n", self.on);
        for id in &self.reforms {
            let name = law.instrument(id).map_or(id.as_str(), |i| i.short.in_language(language));
            let _ = writeln!(out, "  {id}: {name}");
        }
        let _ = writeln!(out, "\nFindings: {} before, {} after", self.gaps_before, self.gaps_after);
        for (word, gaps) in [("closed", &self.closed), ("opened", &self.opened)] {
            for gap in gaps {
                let _ = writeln!(out, "  {word}: {}", gap.plain(law, language));
            }
        }
        let _ = writeln!(out, "\nVerdicts that change: {}", self.verdicts.len());
        for v in &self.verdicts {
            let form = words.label("forms", v.form.as_str());
            let _ = writeln!(
                out,
                "  {form}, {} {} to {}: {} becomes {}",
                v.acting,
                words.label("levels", v.from.code()),
                words.label("levels", v.to.code()),
                v.before,
                v.after
            );
        }
        if let Some(acts) = &self.acts {
            let _ = writeln!(
                out,
                "\nRecorded acts: {}. Not permitted as they were wanted: {}, of which {} went by another body.",
                acts.tried, acts.not_permitted, acts.rerouted
            );
            let _ = writeln!(
                out,
                "With the reform {} of them would have been lawful. Days saved: {}.",
                acts.would_be_lawful, acts.days_saved
            );
            if acts.days_not_known > 0 {
                let _ = writeln!(out, "Never sent, so that no days can be counted: {}.", acts.days_not_known);
            }
            for change in &acts.changed {
                let form = words.label("forms", change.form.as_str());
                let name = if change.case.is_empty() { "act" } else { &*change.case };
                let _ = writeln!(
                    out,
                    "  {name}, {}, {form}: {} becomes {}",
                    change.on, change.before, change.after
                );
            }
        }
        out
    }
}
