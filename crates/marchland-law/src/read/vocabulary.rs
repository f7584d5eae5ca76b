//! Reads `vocabulary.yaml`.
//!
//! Never: accepts a word without a label in English and Russian.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::{Fields, Notes};
use super::yaml::{Node, Value};
use crate::law::{Answer, DutyWord, Fact, Form, Vocabulary};
use crate::{Channel, Confidence, FactKey, FormId, Level, Text};

/// Sections that hold nothing but labels, and whether their words are fixed by the program.
const LABELS: [&str; 13] = [
    "levels",
    "channels",
    "kinds",
    "instrument-kinds",
    "use-conditions",
    "grounds",
    "limits",
    "events",
    "expiry",
    "posts",
    "confidence",
    "subject-categories",
    "languages",
];

pub(crate) fn read(notes: &mut Notes<'_>, root: &Node) -> Option<Vocabulary> {
    let mut fields = Fields::of(notes, root, "the sections of the vocabulary")?;
    let mut vocabulary = Vocabulary::default();
    if let Some(node) = fields.required(notes, "forms") {
        each(notes, node, |notes, code, entry| {
            let mut f = Fields::of(notes, entry, "a form, such as {number: 1, names: {en: …, ru: …}}")?;
            let number = f.required(notes, "number").and_then(|n| notes.amount(n));
            let names = f.required(notes, "names").and_then(|n| notes.languages(n));
            f.finish(notes);
            vocabulary.forms.insert(FormId::new(code), Form { number: number?, names: names? });
            Some(())
        });
    }
    if let Some(node) = fields.required(notes, "facts") {
        each(notes, node, |notes, code, entry| {
            let mut f = Fields::of(notes, entry, "a fact, such as {answer: yes-no, ask: {en: …, ru: …}}")?;
            let answer = f.required(notes, "answer").and_then(|n| answer(notes, n));
            let ask = f.required(notes, "ask").and_then(|n| notes.languages(n));
            f.finish(notes);
            vocabulary.facts.insert(FactKey::new(code), Fact { ask: ask?, answer: answer? });
            Some(())
        });
    }
    if let Some(node) = fields.required(notes, "duties") {
        each(notes, node, |notes, code, entry| {
            let mut f = Fields::of(notes, entry, "a duty, such as {names: {en: …, ru: …}, condition: true}")?;
            let names = f.required(notes, "names").and_then(|n| notes.languages(n));
            let condition = f.optional("condition").and_then(|n| notes.yes_no(n)).unwrap_or(false);
            f.finish(notes);
            vocabulary.duties.insert(code, DutyWord { names: names?, condition });
            Some(())
        });
    }
    for section in LABELS {
        let mut labels: BTreeMap<Arc<str>, Text> = BTreeMap::new();
        // Editions of the law that nodes have kept are older than this section.
        let node =
            if section == "languages" { fields.optional(section) } else { fields.required(notes, section) };
        if let Some(node) = node {
            each(notes, node, |notes, code, entry| {
                let fixed: Option<Vec<&str>> = match section {
                    "levels" => Some(Level::ALL.iter().map(|w| w.code()).collect()),
                    "channels" => Some(Channel::ALL.iter().map(|w| w.code()).collect()),
                    "confidence" => Some(Confidence::ALL.iter().map(|w| w.code()).collect()),
                    _ => None,
                };
                if let Some(known) = fixed.filter(|known| !known.contains(&&*code)) {
                    notes.unknown(entry.at, "unknown-word", "a word of this section", &code, &known);
                }
                labels.insert(code, notes.languages(entry)?);
                Some(())
            });
        }
        vocabulary.labels.insert(section, labels);
    }
    fields.finish(notes);
    Some(vocabulary)
}

fn each(
    notes: &mut Notes<'_>,
    node: &Node,
    mut read: impl FnMut(&mut Notes<'_>, Arc<str>, &Node) -> Option<()>,
) {
    let Value::Fields(entries) = &node.value else {
        notes.note(node.at, "wrong-kind", format!("{} stands here", node.value.kind())).expected =
            Some("codes with their labels".into());
        return;
    };
    for (key, entry) in entries {
        if key.name.is_empty() || !key.name.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-')) {
            notes.note(key.at, "not-a-code", format!("'{}' is not a code", key.name)).expected =
                Some("small letters, digits and hyphens".into());
        }
        // What is wrong inside an entry has been noted; the next entry is still read.
        let _ = read(notes, key.name.as_str().into(), entry);
    }
}

fn answer(notes: &mut Notes<'_>, node: &Node) -> Option<Answer> {
    if let Value::List(_) = &node.value {
        let options = notes.list(node, |notes, n| notes.text(n));
        return Some(Answer::Choice(options));
    }
    let word = notes.text(node)?;
    match &*word {
        "yes-no" => Some(Answer::YesNo),
        "number" => Some(Answer::Number),
        "date" => Some(Answer::Date),
        "text" => Some(Answer::Text),
        other => {
            notes.unknown(
                node.at,
                "unknown-answer",
                "a kind of answer",
                other,
                &["yes-no", "number", "date", "text"],
            );
            None
        }
    }
}
