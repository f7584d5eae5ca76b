//! Reads a file of situations. Bodies are written as `RU regional RU-OMS`: state, level, region, and the kind if not police.
//!
//! Never: needs the register of bodies of a node.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::fields::{Fields, Notes};
use super::rule;
use super::yaml::{Node, Value};
use crate::framework::Framework;
use crate::mistake::Span;
use crate::situations::Bodies;
use crate::{
    Act, Body, BodyId, BodyKind, Channel, Directory, FactKey, FormId, InstrumentId, Level, RegionCode,
    RuleId, State, Text,
};

#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) name: Arc<str>,
    pub(crate) at: Span,
    pub(crate) act: Act,
    pub(crate) bodies: Directory,
    pub(crate) on: Vec<Expected>,
    /// Whose legal adviser confirmed the use of which instrument.
    pub(crate) confirmed: Vec<(BodyId, InstrumentId)>,
    /// The nearest route, from the acting body to the addressee; empty means there must be none.
    pub(crate) route: Option<Vec<BodyId>>,
    pub(crate) duties: Vec<Arc<str>>,
    pub(crate) missing: Vec<FactKey>,
}

#[derive(Debug)]
pub(crate) struct Expected {
    pub(crate) at: Span,
    pub(crate) day: Date,
    pub(crate) verdict: Arc<str>,
    pub(crate) rests_on: Vec<RuleId>,
}

impl Expected {
    pub(crate) fn has_basis(&self) -> bool {
        matches!(&*self.verdict, "permit" | "permit-under" | "unverified")
    }

    pub(crate) fn asks(&self) -> bool {
        &*self.verdict == "missing-fact"
    }
}

const VERDICTS: [&str; 8] = [
    "permit",
    "permit-under",
    "prohibited",
    "outside-competence",
    "no-basis",
    "text-not-read",
    "unverified",
    "missing-fact",
];

pub(crate) fn read(notes: &mut Notes<'_>, law: &Framework, root: &Node) -> Vec<Case> {
    notes.list(root, |notes, node| case(notes, law, node))
}

fn case(notes: &mut Notes<'_>, law: &Framework, node: &Node) -> Option<Case> {
    let mut f = Fields::of(notes, node, "a situation, such as {case: …, act: …, on: …, because: …}")?;
    let name_node = f.required(notes, "case");
    let name = name_node.and_then(|n| notes.text(n));
    let mut bodies = Bodies::new();
    let act = f.required(notes, "act").and_then(|n| act(notes, law, n, &mut bodies));
    let on = f.required(notes, "on").map(|n| on(notes, law, n)).unwrap_or_default();
    let route = f.optional("route").map(|n| notes.list(n, |notes, n| body(notes, n, &mut bodies)));
    let confirmed = f.optional("confirmed").map(|n| {
        notes.list(n, |notes, n| {
            let mut f =
                Fields::of(notes, n, "a confirmation, such as {by: RU regional RU-OMS, instrument: …}")?;
            let by = f.required(notes, "by").and_then(|n| body(notes, n, &mut bodies));
            let instrument = f.required(notes, "instrument").and_then(|n| {
                let id = InstrumentId::new(notes.text(n)?);
                if law.instrument(&id).is_none() {
                    let known: Vec<&str> = law.instruments().map(|i| i.id.as_str()).collect();
                    notes.unknown(
                        n.at,
                        "unknown-instrument",
                        "an instrument of this pack",
                        id.as_str(),
                        &known,
                    );
                }
                Some(id)
            });
            f.finish(notes);
            Some((by?, instrument?))
        })
    });
    let duties = f.optional("duties").map(|n| notes.list(n, |notes, n| notes.text(n))).unwrap_or_default();
    let missing = f.optional("missing").map(|n| notes.list(n, |notes, n| notes.text(n))).unwrap_or_default();
    let _because = f.required(notes, "because").and_then(|n| notes.text(n));
    f.finish(notes);
    if (!duties.is_empty() && !on.iter().any(Expected::has_basis))
        || (!missing.is_empty() && !on.iter().any(Expected::asks))
    {
        notes
            .note(
                node.at,
                "never-compared",
                "the duties or missing facts of this situation are compared on none of its days",
            )
            .advice = Some(
            "add a day on which the verdict is permit, permit-under or unverified, or missing-fact".into(),
        );
    }
    let bodies = match Directory::new(bodies.into_values()) {
        Ok(bodies) => bodies,
        Err(mistake) => {
            notes.note(node.at, mistake.code(), mistake.to_string());
            return None;
        }
    };
    Some(Case {
        name: name?,
        at: name_node?.at,
        act: act?,
        bodies,
        on,
        confirmed: confirmed.unwrap_or_default(),
        route,
        duties,
        missing: missing.into_iter().map(FactKey::new).collect(),
    })
}

pub(crate) fn act(notes: &mut Notes<'_>, law: &Framework, node: &Node, bodies: &mut Bodies) -> Option<Act> {
    let mut f = Fields::of(
        notes,
        node,
        "an act, such as {form: …, from: RU regional RU-OMS, to: KZ regional KZ-59}",
    )?;
    let form = f.required(notes, "form").and_then(|n| {
        let form = FormId::new(notes.text(n)?);
        if !law.vocabulary().forms.contains_key(&form) {
            let known: Vec<&str> = law.vocabulary().forms.keys().map(|k| k.as_str()).collect();
            notes.unknown(n.at, "unknown-form", "a form of cooperation", form.as_str(), &known);
        }
        Some(form)
    });
    let from = f.required(notes, "from").and_then(|n| body(notes, n, bodies));
    let to = f.required(notes, "to").and_then(|n| body(notes, n, bodies));
    let channel = f
        .optional("channel")
        .and_then(|n| notes.word(n, "unknown-channel", "a channel", Channel::ALL, Channel::code));
    let mut facts = BTreeMap::new();
    if let Some(n) = f.optional("facts") {
        let Value::Fields(entries) = &n.value else {
            notes.note(n.at, "wrong-kind", "facts are missing here").expected =
                Some("facts with their answers".into());
            return None;
        };
        for (key, value) in entries {
            let Some(fact) = law.vocabulary().facts.get(key.name.as_str()) else {
                let known: Vec<&str> = law.vocabulary().facts.keys().map(|k| k.as_str()).collect();
                notes.unknown(key.at, "unknown-fact", "a fact of the vocabulary", &key.name, &known);
                continue;
            };
            if let Some(value) = rule::value(notes, &fact.answer, value) {
                facts.insert(FactKey::from(key.name.as_str()), value);
            }
        }
    }
    f.finish(notes);
    Some(Act { form: form?, from: from?, to: to?, channel, facts })
}

fn on(notes: &mut Notes<'_>, law: &Framework, node: &Node) -> Vec<Expected> {
    let Value::Fields(entries) = &node.value else {
        notes.note(node.at, "wrong-kind", format!("{} stands here", node.value.kind())).expected =
            Some("days with the answer, such as {2023-06-27: permit, 2023-06-28: unverified}".into());
        return Vec::new();
    };
    let mut out = Vec::new();
    for (key, node) in entries {
        let day = notes.date_text(&key.name, key.at);
        let mut rests_on = Vec::new();
        let verdict = if let Value::Fields(_) = &node.value {
            let Some(mut f) = Fields::of(notes, node, "an answer") else { continue };
            let verdict = f.required(notes, "verdict").and_then(|n| verdict(notes, n));
            if let Some(n) = f.optional("rests-on") {
                rests_on = notes.list(n, |notes, n| {
                    let id = RuleId::new(notes.text(n)?);
                    if !law.rules().any(|(_, rule)| rule.id == id) {
                        let known: Vec<&str> = law.rules().map(|(_, r)| r.id.as_str()).collect();
                        notes.unknown(n.at, "unknown-rule", "a rule of this pack", id.as_str(), &known);
                    }
                    Some(id)
                });
            }
            f.finish(notes);
            verdict
        } else {
            verdict(notes, node)
        };
        if let (Some(day), Some(verdict)) = (day, verdict) {
            out.push(Expected { at: node.at, day, verdict, rests_on });
        }
    }
    out
}

fn verdict(notes: &mut Notes<'_>, node: &Node) -> Option<Arc<str>> {
    let text = notes.text(node)?;
    if !VERDICTS.contains(&&*text) {
        notes.unknown(node.at, "unknown-verdict", "a verdict", &text, &VERDICTS);
    }
    Some(text)
}

/// Adds the body and those above it in its state.
fn body(notes: &mut Notes<'_>, node: &Node, bodies: &mut Bodies) -> Option<BodyId> {
    let text = notes.text(node)?;
    let parts: Vec<&str> = text.split_whitespace().collect();
    let read = match parts.as_slice() {
        [state, level, rest @ ..] if rest.len() <= 2 => {
            let region = rest.iter().find(|r| r.contains('-')).map(|r| RegionCode::from(*r));
            let kind = rest
                .iter()
                .find(|r| !r.contains('-'))
                .map_or_else(|| BodyKind::from("police"), |k| BodyKind::from(*k));
            state.parse::<State>().ok().zip(Level::from_code(level)).map(|(s, l)| (s, l, region, kind))
        }
        _ => None,
    };
    let Some((state, level, region, kind)) =
        read.filter(|(_, level, region, _)| (*level == Level::Central) == region.is_none())
    else {
        notes.note(node.at, "not-a-body", format!("'{text}' does not say which body is meant")).expected =
            Some("state, level, region, such as 'RU regional RU-OMS' or 'KZ central'; the kind if it is not police".into());
        return None;
    };
    Some(add(bodies, state, level, region, kind))
}

fn add(
    bodies: &mut Bodies,
    state: State,
    level: Level,
    region: Option<RegionCode>,
    kind: BodyKind,
) -> BodyId {
    let parts = [Some(state.as_str()), Some(level.code()), region.as_ref().map(RegionCode::as_str)];
    let mut name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if kind.as_str() != "police" {
        name.push(' ');
        name.push_str(kind.as_str());
    }
    let id = BodyId::from(name.as_str());
    if !bodies.contains_key(&id) {
        let above = match level {
            Level::Central => None,
            Level::Regional => Some((Level::Central, None)),
            Level::District => Some((Level::Regional, region.clone())),
            Level::Unit => Some((Level::District, region.clone())),
        };
        let parent = above.map(|(level, region)| add(bodies, state, level, region, kind.clone()));
        let names = Text { en: name.as_str().into(), ru: name.as_str().into(), kk: None };
        bodies.insert(
            id.clone(),
            Body { id: id.clone(), state, level, kind, region, parent, names, zone: "UTC".into() },
        );
    }
    id
}
