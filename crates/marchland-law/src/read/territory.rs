//! Reads one file of `territories/`: named regions with the days of joining and leaving.
//!
//! Never: draws a border; a region is a code and a name.

use super::fields::{Fields, Notes};
use super::instrument::{Reference, source_list, sources};
use super::rule;
use super::yaml::Node;
use crate::TerritoryId;
use crate::law::{Member, Territory, within};

pub(crate) fn read(notes: &mut Notes<'_>, root: &Node) -> Option<Territory> {
    let mut references: Vec<Reference> = Vec::new();
    let mut f = Fields::of(notes, root, "the fields of a territory")?;
    let id = f.required(notes, "id").and_then(|n| notes.text(n));
    let names = f.required(notes, "names").and_then(|n| notes.languages(n));
    let states =
        f.required(notes, "states").map(|n| notes.list(n, |notes, n| notes.state(n))).unwrap_or_default();
    let sources = f.required(notes, "sources").map(|n| sources(notes, n)).unwrap_or_default();
    let note = f.optional("note").and_then(|n| notes.languages(n));
    let members = f
        .required(notes, "members")
        .map(|n| notes.list(n, |notes, n| Some((member(notes, n, &mut references)?, n.at))))
        .unwrap_or_default();
    f.finish(notes);
    for (index, (member, at)) in members.iter().enumerate() {
        if !states.iter().any(|s| member.region.as_str().starts_with(s.as_str())) {
            let what = format!("{} lies in none of the states of this territory", member.region);
            notes.note(*at, "unknown-region", what);
        }
        let overlaps = |other: &Member| {
            other.region == member.region
                && (within(member.from.unwrap_or(jiff::civil::Date::MIN), other.from, other.until)
                    || within(other.from.unwrap_or(jiff::civil::Date::MIN), member.from, member.until))
        };
        if members[..index].iter().any(|(other, _)| overlaps(other)) {
            let what = format!("{} is a member twice on the same days", member.region);
            notes.note(*at, "overlapping-validity", what);
        }
    }
    let members = members.into_iter().map(|(member, _)| member).collect();
    let known: Vec<&str> = sources.keys().map(|k| &**k).collect();
    for reference in &references {
        if !known.contains(&&*reference.id) {
            notes.unknown(reference.at, "unknown-source", "a source of this file", &reference.id, &known);
        }
    }
    Some(Territory { id: TerritoryId::new(id?), names: names?, states, members, sources, note })
}

fn member(notes: &mut Notes<'_>, node: &Node, references: &mut Vec<Reference>) -> Option<Member> {
    let mut f =
        Fields::of(notes, node, "a member, such as {region: KZ-59, names: …, confidence: …, sources: […]}")?;
    let region = f.required(notes, "region").and_then(|n| rule::region(notes, n));
    let names = f.required(notes, "names").and_then(|n| notes.languages(n));
    let from = f.optional("from").and_then(|n| notes.date(n));
    let until = f.optional("until").and_then(|n| notes.date(n));
    let confidence = f.required(notes, "confidence").and_then(|n| rule::confidence(notes, n));
    let sources = f.required(notes, "sources").map(|n| source_list(notes, n, references)).unwrap_or_default();
    let note = f.optional("note").and_then(|n| notes.languages(n));
    f.finish(notes);
    if let (Some(from), Some(until)) = (from, until)
        && from >= until
    {
        notes.note(
            node.at,
            "contradictory-dates",
            format!("membership ends on {until}, not after it begins on {from}"),
        );
    }
    Some(Member { region: region?, names: names?, from, until, confidence: confidence?, sources, note })
}
