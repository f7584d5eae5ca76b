//! First half of a decision: sort the rules of this pair and form by how they meet the act.
//!
//! Never: weighs them; `judge` does.

use std::collections::BTreeMap;

use crate::framework::{Entry, Framework, Tie};
use crate::law::{RuleEffect, Who, within};
use crate::when::Answered;
use crate::{Body, Channel, Confidence, Dates, FactKey, FactValue, FormId, Mismatch};

/// An act with its bodies found in the register.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Matter<'a> {
    pub(crate) form: &'a FormId,
    pub(crate) from: &'a Body,
    pub(crate) to: &'a Body,
    pub(crate) channel: Option<Channel>,
    pub(crate) facts: &'a BTreeMap<FactKey, FactValue>,
    pub(crate) dates: Dates,
}

/// A rule that was looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit<'l> {
    pub(crate) entry: &'l Entry,
    pub(crate) tie: &'l Tie,
    /// Of the rule, of its being in force between the two, and of the territory it relies on: the weakest.
    pub(crate) confidence: Confidence,
}

/// The rules of a pair and form, sorted.
#[derive(Debug, Default)]
pub(crate) struct Looked<'l> {
    pub(crate) permits: Vec<Hit<'l>>,
    /// Would permit, but a fact is missing.
    pub(crate) open: Vec<Hit<'l>>,
    /// Would permit, but the condition is not met.
    pub(crate) unmet: Vec<Hit<'l>>,
    /// Permit others.
    pub(crate) misfits: Vec<(Hit<'l>, Vec<Mismatch>)>,
    pub(crate) forbids: Vec<Hit<'l>>,
    pub(crate) forbids_open: Vec<Hit<'l>>,
    /// Fit the bodies; their conditions are asked once it is known on which instrument the act rests.
    pub(crate) requires: Vec<Hit<'l>>,
    pub(crate) declares: Vec<Hit<'l>>,
    pub(crate) unread: Vec<Hit<'l>>,
    /// Not read either, and as far as known about other bodies.
    pub(crate) unread_elsewhere: Vec<Hit<'l>>,
    pub(crate) context: Vec<Hit<'l>>,
    /// Facts that permits and prohibitions still need, with who asks.
    pub(crate) missing: Vec<(&'l FactKey, Hit<'l>)>,
}

pub(crate) fn look<'l>(law: &'l Framework, matter: &Matter<'_>) -> Looked<'l> {
    let mut looked = Looked::default();
    let Some(pair) = law.pair(matter.from.state, matter.to.state) else { return looked };
    let day = matter.dates.rules;
    let mut missing: Vec<&'l FactKey> = Vec::new();
    for (entry, tie) in law.rules_for(pair, matter.form) {
        let rule = &*entry.rule;
        let known = within(matter.dates.knowledge, rule.recorded, rule.withdrawn);
        if !known || !tie.counts_on(day) || !within(day, rule.valid_from, rule.valid_until) {
            continue;
        }
        let mut confidence = rule.confidence.min(tie.confidence);
        if !tie.is_basis() {
            looked.context.push(Hit { entry, tie, confidence });
            continue;
        }
        let differs = differences(law, entry, matter, &mut confidence);
        let hit = Hit { entry, tie, confidence };
        let fits = differs.is_empty();
        // In force, but since when is not known: without a legal adviser it carries nothing.
        let dateless = tie.from.is_none();
        match rule.effect {
            RuleEffect::Unread => {
                if fits { &mut looked.unread } else { &mut looked.unread_elsewhere }.push(hit)
            }
            RuleEffect::Permits if !fits => looked.misfits.push((hit, differs)),
            _ if !fits => {}
            RuleEffect::Permits if dateless => looked.unread.push(hit),
            RuleEffect::Requires => looked.requires.push(hit),
            RuleEffect::Declares => looked.declares.push(hit),
            RuleEffect::Permits | RuleEffect::Forbids => {
                missing.clear();
                let answer = rule.when.as_ref().map_or(Answered::Yes, |w| w.ask(matter.facts, &mut missing));
                looked.missing.extend(missing.iter().map(|key| (*key, hit)));
                match (rule.effect, answer) {
                    (RuleEffect::Permits, Answered::Yes) => looked.permits.push(hit),
                    (RuleEffect::Permits, Answered::Missing) => looked.open.push(hit),
                    (RuleEffect::Permits, Answered::No) => looked.unmet.push(hit),
                    (_, Answered::Yes) => looked.forbids.push(hit),
                    (_, Answered::Missing) => looked.forbids_open.push(hit),
                    (_, Answered::No) => {}
                }
            }
        }
    }
    looked
}

/// In what the act differs from what the rule means. Lowers `confidence` to that of the territory relied on.
fn differences(
    law: &Framework,
    entry: &Entry,
    matter: &Matter<'_>,
    confidence: &mut Confidence,
) -> Vec<Mismatch> {
    use Mismatch as M;
    let rule = &*entry.rule;
    // Most rules fit or do not by one feature: an empty list costs no allocation.
    let mut differs = Vec::new();
    who(&rule.from, matter.from, [M::FromState, M::FromLevel, M::FromKind, M::FromRegion], &mut differs);
    who(&rule.to, matter.to, [M::ToState, M::ToLevel, M::ToKind, M::ToRegion], &mut differs);
    if matter.channel.is_some_and(|c| !rule.channels.is_empty() && !rule.channels.contains(&c)) {
        differs.push(M::Channel);
    }
    if let Some(territory) = &rule.territory {
        let belongs =
            |body: &Body| body.region.as_ref().and_then(|r| law.member(territory, r, matter.dates.rules));
        match (belongs(matter.from), belongs(matter.to)) {
            (Some(a), Some(b)) => *confidence = (*confidence).min(a).min(b),
            _ => differs.push(M::Territory),
        }
    }
    differs
}

fn who(meant: &Who, body: &Body, [state, level, kind, region]: [Mismatch; 4], differs: &mut Vec<Mismatch>) {
    if !meant.states.is_empty() && !meant.states.contains(&body.state) {
        differs.push(state);
    }
    if !meant.levels.is_empty() && !meant.levels.contains(&body.level) {
        differs.push(level);
    }
    if !meant.kinds.is_empty() && !meant.kinds.contains(&body.kind) {
        differs.push(kind);
    }
    if !meant.regions.is_empty() && !body.region.as_ref().is_some_and(|r| meant.regions.contains(r)) {
        differs.push(region);
    }
}

impl<'l> Hit<'l> {
    pub(crate) fn is(&self, other: &Hit<'_>) -> bool {
        self.entry.rule.id == other.entry.rule.id
    }

    pub(crate) fn same_instrument(&self, other: &Hit<'_>) -> bool {
        std::ptr::eq(self.tie, other.tie)
    }
}
