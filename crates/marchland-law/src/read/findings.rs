//! Reads `findings.yaml`: words of the kinds of gap, provisions that have a feature, events of the framework.
//!
//! Never: accepts a mark on an article that is not there.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::{Fields, Notes};
use super::instrument::sources;
use super::yaml::{Node, Value};
use super::{instrument, rule};
use crate::checklist::{Checklist, Feature, FeatureWords, FindingKind, FrameworkEvent, KindWords, Mark};
use crate::law::Vocabulary;
use crate::{InstrumentId, State};

pub(crate) fn read(
    notes: &mut Notes<'_>,
    words: &Vocabulary,
    instruments: &[&instrument::Read],
    root: &Node,
) -> Option<Checklist> {
    let mut f = Fields::of(notes, root, "kinds, features and events")?;
    let mut kinds = BTreeMap::new();
    if let Some(node) = f.required(notes, "kinds") {
        each(notes, node, FindingKind::ALL, FindingKind::code, |notes, kind, entry| {
            let mut f =
                Fields::of(notes, entry, "the words of a kind of gap, such as {names: …, closes: …}")?;
            let names = f.required(notes, "names").and_then(|n| notes.languages(n));
            let closes = f.required(notes, "closes").and_then(|n| notes.languages(n));
            f.finish(notes);
            kinds.insert(kind, KindWords { names: names?, closes: closes? });
            Some(())
        });
    }
    let mut features = BTreeMap::new();
    if let Some(node) = f.required(notes, "features") {
        each(notes, node, Feature::ALL, Feature::code, |notes, feature, entry| {
            let mut f = Fields::of(notes, entry, "a feature, such as {names: …, found-in: […]}")?;
            let names = f.required(notes, "names").and_then(|n| notes.languages(n));
            let found_in = f
                .required(notes, "found-in")
                .map(|n| notes.list(n, |notes, n| mark(notes, words, instruments, n)));
            f.finish(notes);
            features.insert(feature, FeatureWords { names: names?, found_in: found_in? });
            Some(())
        });
    }
    let events = f.required(notes, "events").map(|n| notes.list(n, event)).unwrap_or_default();
    f.finish(notes);
    Some(Checklist { kinds, features, events })
}

/// Entries keyed by a closed list of the program: each word must be there, and no other.
fn each<T: Copy + PartialEq>(
    notes: &mut Notes<'_>,
    node: &Node,
    all: &[T],
    spelling: fn(T) -> &'static str,
    mut read: impl FnMut(&mut Notes<'_>, T, &Node) -> Option<()>,
) {
    let Value::Fields(entries) = &node.value else {
        notes.note(node.at, "wrong-kind", format!("{} stands here", node.value.kind())).expected =
            Some("codes with their words".into());
        return;
    };
    let known: Vec<&str> = all.iter().map(|w| spelling(*w)).collect();
    for (key, entry) in entries {
        match all.iter().find(|w| spelling(**w) == key.name) {
            // What is wrong inside an entry has been noted; the next entry is still read.
            Some(word) => drop(read(notes, *word, entry)),
            None => notes.unknown(key.at, "unknown-word", "a word of this section", &key.name, &known),
        }
    }
    for word in known.iter().filter(|w| !entries.iter().any(|(key, _)| key.name == **w)) {
        notes.note(node.at, "missing-field", format!("'{word}' is missing here")).expected =
            Some("an entry for each word of this section".into());
    }
}

fn mark(
    notes: &mut Notes<'_>,
    words: &Vocabulary,
    instruments: &[&instrument::Read],
    node: &Node,
) -> Option<Mark> {
    let mut f =
        Fields::of(notes, node, "a provision, such as {instrument: …, article: Article 4(2), forms: […]}")?;
    let instrument_node = f.required(notes, "instrument");
    let article_node = f.required(notes, "article");
    let forms = f.optional("forms").map(|n| rule::forms(notes, words, n)).unwrap_or_default();
    f.finish(notes);
    let (instrument_node, article_node) = (instrument_node?, article_node?);
    let instrument = notes.text(instrument_node)?;
    let article = notes.text(article_node)?;
    let Some(read) = instruments.iter().find(|r| r.instrument.id.as_str() == &*instrument) else {
        let known: Vec<&str> = instruments.iter().map(|r| r.instrument.id.as_str()).collect();
        notes.unknown(
            instrument_node.at,
            "unknown-instrument",
            "an instrument of this pack",
            &instrument,
            &known,
        );
        return None;
    };
    let known: Vec<&str> = read.instrument.articles.iter().map(|a| &*a.cite).collect();
    if !known.contains(&&*article) {
        notes.unknown(
            article_node.at,
            "unknown-article",
            "the citation of an article of this instrument",
            &article,
            &known,
        );
    }
    Some(Mark { instrument: InstrumentId::new(instrument), article, forms })
}

fn event(notes: &mut Notes<'_>, node: &Node) -> Option<FrameworkEvent> {
    let mut f = Fields::of(notes, node, "an event, such as {event: …, names: …, states: […]}")?;
    let id = f.required(notes, "event").and_then(|n| notes.text(n));
    let names = f.required(notes, "names").and_then(|n| notes.languages(n));
    let mut states = BTreeMap::new();
    if let Some(node) = f.required(notes, "states") {
        notes.list(node, |notes, n| {
            let (state, from) = member(notes, n)?;
            if states.insert(state, from).is_some() {
                notes.note(n.at, "duplicate-id", format!("the state {state} stands twice"));
            }
            Some(())
        });
    }
    let confidence = f.required(notes, "confidence").and_then(|n| rule::confidence(notes, n));
    let sources = f.required(notes, "sources").map(|n| sources(notes, n)).unwrap_or_default();
    let note = f.optional("note").and_then(|n| notes.languages(n));
    f.finish(notes);
    Some(FrameworkEvent { id: id?, names: names?, states, confidence: confidence?, sources, note })
}

fn member(notes: &mut Notes<'_>, node: &Node) -> Option<(State, jiff::civil::Date)> {
    let mut f = Fields::of(notes, node, "a state, such as {state: KZ, from: 2015-01-01}")?;
    let state = f.required(notes, "state").and_then(|n| notes.state(n));
    let from = f.required(notes, "from").and_then(|n| notes.date(n));
    f.finish(notes);
    Some((state?, from?))
}

/// Ids of events stand for themselves in reports: two of one name would be one.
pub(crate) fn check_events(notes: &mut Notes<'_>, root: &Node, checklist: &Checklist) {
    let mut seen: Vec<&Arc<str>> = Vec::new();
    for event in &checklist.events {
        if seen.contains(&&event.id) {
            notes.note(root.at, "duplicate-id", format!("the event '{}' is defined twice", event.id));
        }
        seen.push(&event.id);
    }
}
