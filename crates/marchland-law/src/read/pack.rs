//! Reads all files of a pack and checks what they say about each other. All mistakes of all files come back at once.
//!
//! Never: returns half a law.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::fields::Notes;
use super::instrument::{self, Target};
use super::yaml::{self, Node};
use super::{calendar, findings, territory, vocabulary};
use crate::law::{Pack, RelationKind, Territory};
use crate::mistake::{File, Mistake, Mistakes, Span};
use crate::{InstrumentId, SourceFile};

/// Larger files are refused before they are read.
const FILE_BYTES_MAX: usize = 1 << 20;

/// What kind of law file a path names. The path decides, so that nobody has to open a file to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    Vocabulary,
    Instrument,
    Territory,
    Calendar,
    Situations,
    /// What findings and comparisons look for.
    Findings,
    /// Prose for people.
    Prose,
    Unknown,
}

pub(crate) fn kind_of(path: &str) -> FileKind {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["vocabulary.yaml"] => FileKind::Vocabulary,
        ["findings.yaml"] => FileKind::Findings,
        [.., "README.md"] => FileKind::Prose,
        ["instruments" | "reforms", _, "instrument.md"] => FileKind::Instrument,
        ["instruments" | "reforms", _, "cases.yaml"] => FileKind::Situations,
        ["territories", name] if name.ends_with(".yaml") => FileKind::Territory,
        ["calendars", name] if name.ends_with(".yaml") => FileKind::Calendar,
        ["situations", name] if name.ends_with(".yaml") => FileKind::Situations,
        _ => FileKind::Unknown,
    }
}

pub(crate) fn file(source: &SourceFile) -> File {
    File { path: source.path.as_str().into(), text: source.text.as_str().into() }
}

pub(crate) fn whole(file: &File) -> Span {
    Span { start: 0, length: file.text.len() }
}

pub(crate) fn tree(notes: &mut Notes<'_>) -> Option<Node> {
    match yaml::parse(notes.file, whole(notes.file)) {
        Ok(node) => Some(node),
        Err(mistake) => {
            notes.push(*mistake);
            None
        }
    }
}

pub(crate) fn read(sources: &[SourceFile]) -> Result<Pack, Mistakes> {
    let mut files: Vec<(File, FileKind)> = sources.iter().map(|s| (file(s), kind_of(&s.path))).collect();
    files.sort_by(|(a, _), (b, _)| a.path.cmp(&b.path));
    let mut mistakes: Vec<Mistake> = Vec::new();
    let start = Span { start: 0, length: 0 };
    files.retain(|(file, kind)| {
        if *kind == FileKind::Unknown {
            mistakes.push(
                Mistake::at(file, start, "unknown-file", format!("'{}' is not a place for a law file", file.path))
                    .expected("vocabulary.yaml, findings.yaml, instruments/ID/instrument.md, instruments/ID/cases.yaml, territories/ID.yaml, calendars/STATE.yaml or situations/NAME.yaml"),
            );
        }
        if file.text.len() > FILE_BYTES_MAX {
            mistakes.push(Mistake::at(file, start, "file-too-large", "this file is larger than a law file can be").advice("split it"));
        }
        *kind != FileKind::Unknown && file.text.len() <= FILE_BYTES_MAX
    });
    let mut pack = Pack::default();
    let mut vocabulary_seen = false;
    for (file, _) in files.iter().filter(|(_, kind)| *kind == FileKind::Vocabulary) {
        vocabulary_seen = true;
        let mut notes = Notes::new(file);
        if let Some(node) = tree(&mut notes)
            && let Some(read) = vocabulary::read(&mut notes, &node)
        {
            pack.vocabulary = read;
        }
        mistakes.append(&mut notes.list);
    }
    if !vocabulary_seen {
        let nowhere = File { path: "vocabulary.yaml".into(), text: "".into() };
        mistakes.push(
            Mistake::at(&nowhere, start, "missing-file", "the vocabulary is missing")
                .expected("a file vocabulary.yaml"),
        );
        return Err(Mistakes { list: mistakes });
    }
    let mut read_instruments = Vec::new();
    for (file, kind) in &files {
        let mut notes = Notes::new(file);
        match kind {
            FileKind::Instrument => {
                if let Some(read) = instrument::read(&mut notes, &pack.vocabulary) {
                    check_folder(&mut notes, &read);
                    read_instruments.push((file, read));
                }
            }
            FileKind::Territory => {
                if let Some(node) = tree(&mut notes)
                    && let Some(read) = territory::read(&mut notes, &node)
                {
                    check_name(&mut notes, read.id.as_str());
                    if pack.territories.iter().any(|t: &Territory| t.id == read.id) {
                        notes.note(
                            start,
                            "duplicate-id",
                            format!("the territory '{}' is defined twice", read.id),
                        );
                    }
                    pack.territories.push(read);
                }
            }
            FileKind::Calendar => {
                if let Some(node) = tree(&mut notes)
                    && let Some(read) = calendar::read(&mut notes, &node)
                {
                    check_name(&mut notes, read.state.as_str());
                    if let Some(twin) = pack.calendars.by_state.insert(read.state, read) {
                        notes.note(
                            start,
                            "duplicate-id",
                            format!("the calendar of {} is defined twice", twin.state),
                        );
                    }
                }
            }
            // Findings name articles, so they are read when all instruments are.
            FileKind::Vocabulary
            | FileKind::Findings
            | FileKind::Situations
            | FileKind::Prose
            | FileKind::Unknown => {}
        }
        mistakes.append(&mut notes.list);
    }
    mistakes.extend(check_references(&read_instruments, &pack.territories));
    for (file, _) in files.iter().filter(|(_, kind)| *kind == FileKind::Findings) {
        let mut notes = Notes::new(file);
        let instruments: Vec<&instrument::Read> = read_instruments.iter().map(|(_, read)| read).collect();
        if let Some(node) = tree(&mut notes)
            && let Some(read) = findings::read(&mut notes, &pack.vocabulary, &instruments, &node)
        {
            findings::check_events(&mut notes, &node, &read);
            pack.checklist = read;
        }
        mistakes.append(&mut notes.list);
    }
    pack.instruments = read_instruments.into_iter().map(|(_, read)| read.instrument).collect();
    if mistakes.is_empty() {
        return Ok(pack);
    }
    mistakes.sort_by(|a, b| (&a.path, a.line, a.column).cmp(&(&b.path, b.line, b.column)));
    Err(Mistakes { list: mistakes })
}

/// The folder carries the id, so that a person finds the file.
fn check_folder(notes: &mut Notes<'_>, read: &instrument::Read) {
    let id = &read.instrument.id;
    if notes.file.path.split('/').nth(1) != Some(id.as_str()) {
        notes
            .note(read.id_at, "id-and-folder-differ", format!("the id '{id}' is not the name of its folder"))
            .advice = Some("rename the folder or correct the id".into());
    }
}

/// The same for a file named after what it holds.
fn check_name(notes: &mut Notes<'_>, name: &str) {
    let file = notes.file.path.rsplit('/').next().and_then(|file| file.strip_suffix(".yaml"));
    if file != Some(name) {
        notes
            .note(
                Span { start: 0, length: 0 },
                "id-and-file-differ",
                format!("'{name}' is not the name of this file"),
            )
            .advice = Some("rename the file or correct what it says".into());
    }
}

fn check_references(read: &[(&File, instrument::Read)], territories: &[Territory]) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    let instruments: Vec<&str> = read.iter().map(|(_, r)| r.instrument.id.as_str()).collect();
    let rules: Vec<&str> =
        read.iter().flat_map(|(_, r)| r.rules_at.iter().map(|(id, _)| id.as_str())).collect();
    let territories: Vec<&str> = territories.iter().map(|t| t.id.as_str()).collect();
    let mut seen: HashMap<&str, Arc<str>> = HashMap::new();
    for (file, one) in read {
        let mut notes = Notes::new(file);
        for (id, at) in std::iter::once((one.instrument.id.as_str(), one.id_at))
            .chain(one.rules_at.iter().map(|(id, at)| (id.as_str(), *at)))
        {
            if let Some(other) = seen.insert(id, file.path.clone()) {
                notes.note(at, "duplicate-id", format!("'{id}' is already used in {other}")).advice =
                    Some("give each instrument and each rule an id of its own".into());
            }
        }
        for reference in &one.references {
            let (known, code, what) = match reference.target {
                Target::Instrument => (&instruments, "unknown-instrument", "an instrument of this pack"),
                Target::Rule => (&rules, "unknown-rule", "a rule of this pack"),
                Target::Territory => (&territories, "unknown-territory", "a territory of this pack"),
                // Sources are named in the file itself and were checked there.
                Target::Source => continue,
            };
            if !known.contains(&&*reference.id) {
                notes.unknown(reference.at, code, what, &reference.id, known);
            }
        }
        if let Some(circle) = supersession_circle(&one.instrument.id, read) {
            notes
                .note(
                    one.id_at,
                    "supersession-circle",
                    format!("instruments take each other's place in a circle: {circle}"),
                )
                .advice = Some("remove one of these relations".into());
        }
        mistakes.append(&mut notes.list);
    }
    mistakes
}

/// A chain of supersessions that leads back to where it began, over at least one other instrument.
fn supersession_circle(start: &InstrumentId, read: &[(&File, instrument::Read)]) -> Option<String> {
    let next: BTreeMap<&InstrumentId, Vec<&InstrumentId>> = read
        .iter()
        .map(|(_, r)| {
            let targets = r
                .instrument
                .relations
                .iter()
                .filter(|rel| rel.kind == RelationKind::Supersedes)
                .map(|rel| &rel.instrument);
            (&r.instrument.id, targets.filter(|t| **t != r.instrument.id).collect())
        })
        .collect();
    let mut open: Vec<&InstrumentId> = next.get(start)?.clone();
    let mut seen: Vec<&InstrumentId> = Vec::new();
    while let Some(one) = open.pop() {
        if one == start {
            return Some(
                seen.iter().map(|i| i.as_str()).chain([start.as_str()]).collect::<Vec<_>>().join(", "),
            );
        }
        if !seen.contains(&one) {
            seen.push(one);
            open.extend(next.get(one).into_iter().flatten());
        }
    }
    None
}
