//! Reads one `instrument.md`: its front matter, its articles, their provisions and rules. Longer than other files,
//! because every slip of an author is reported where the field it spoils is read.
//!
//! Never: looks at other files; references to them are returned for checking.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::{Fields, Notes};
use super::markdown::{self, Section};
use super::rule::{self, Inherited};
use super::yaml::{self, Node, Value};
use crate::law::{
    Article, Instrument, Party, Reading, Relation, RelationKind, Reservation, Rule, RuleEffect, Scope,
    Signed, Source, Vocabulary,
};
use crate::mistake::Span;
use crate::{Confidence, Force, InstrumentId, RuleId, State, TerritoryId};

/// A name that must exist in another file or in the front matter.
#[derive(Debug)]
pub(crate) struct Reference {
    pub(crate) at: Span,
    pub(crate) target: Target,
    pub(crate) id: Arc<str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Instrument,
    Rule,
    Territory,
    Source,
}

/// An instrument with the places of what other files must confirm.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) instrument: Instrument,
    pub(crate) id_at: Span,
    pub(crate) rules_at: Vec<(RuleId, Span)>,
    pub(crate) references: Vec<Reference>,
}

pub(crate) fn read(notes: &mut Notes<'_>, words: &Vocabulary) -> Option<Read> {
    let sheet = markdown::split(notes.file, &mut notes.list)?;
    let front = match yaml::parse(notes.file, sheet.front) {
        Ok(front) => Some(front),
        Err(mistake) => {
            notes.push(*mistake);
            None
        }
    };
    let mut references = Vec::new();
    let mut rules_at = Vec::new();
    let mut articles: Vec<(Article, Span)> = Vec::new();
    for section in &sheet.articles {
        if let Some(article) = article(notes, words, section, &mut references, &mut rules_at) {
            if articles.iter().any(|(other, _)| other.cite == article.cite) {
                notes.note(
                    section.heading,
                    "duplicate-id",
                    format!("the heading '{}' stands twice", article.cite),
                );
            }
            articles.push((article, section.heading));
        }
    }
    let mut read = head(notes, words, &front?, references)?;
    read.rules_at = rules_at;
    for (article, heading) in &articles {
        check_article(notes, &read, article, *heading);
    }
    read.instrument.articles = articles.into_iter().map(|(article, _)| article).collect();
    check_sources(notes, &read);
    Some(read)
}

/// What only the whole instrument shows about an article: its rules against its marks, its signature and its parties.
fn check_article(notes: &mut Notes<'_>, read: &Read, article: &Article, heading: Span) {
    let instrument = &read.instrument;
    let sure = article.confidence == Confidence::VerifiedText;
    if sure && article.sources.is_empty() {
        notes.note(heading, "missing-source", "this article is marked as read and names no source").advice =
            Some("name the source it was read in, or choose a weaker mark".into());
    }
    for rule in &article.rules {
        let at = read.rules_at.iter().find(|(id, _)| *id == rule.id).map_or(heading, |(_, at)| *at);
        if rule.confidence > article.confidence {
            let what = format!("the rule is marked {}, its article {}", rule.confidence, article.confidence);
            notes.note(at, "stronger-than-article", what).advice =
                Some("a rule is not known better than its article: correct one of the marks".into());
        }
        let carries = matches!(rule.effect, RuleEffect::Permits | RuleEffect::Requires | RuleEffect::Forbids);
        if carries && article.text == Reading::NotRead && rule.confidence == Confidence::VerifiedText {
            notes
                .note(
                    at,
                    "rule-on-unread-text",
                    "the article is not read, and a rule is marked as read in it",
                )
                .advice = Some("read the article, or choose a weaker mark, or write 'effect: unread'".into());
        }
        if let Some(day) =
            rule.valid_from.filter(|day| instrument.signed.as_ref().is_some_and(|s| s.after(*day)))
        {
            let what = format!("the rule is valid from {day}, before the instrument was signed");
            notes.note(at, "contradictory-dates", what);
        }
        let binds = |state: &State| concerned(instrument).any(|s| s == *state);
        let strangers = rule.from.states.iter().chain(&rule.to.states).filter(|state| !binds(state));
        if let Some(state) = strangers.take(1).next().filter(|_| instrument.force == Force::Binding) {
            let what = format!("the rule names the state {state}, which is no party: it could never apply");
            notes.note(at, "not-a-party", what).advice =
                Some("add the state to the parties, or correct the rule".into());
        }
    }
}

fn article(
    notes: &mut Notes<'_>,
    words: &Vocabulary,
    section: &Section,
    references: &mut Vec<Reference>,
    rules_at: &mut Vec<(RuleId, Span)>,
) -> Option<Article> {
    let start = section.heading.start;
    let heading = &notes.file.text[start..start + section.heading.length];
    let (cite, title) = heading.split_once(':').unwrap_or((heading, ""));
    let (cite, title): (Arc<str>, Arc<str>) = (cite.trim().into(), title.trim().into());
    let provision = match section.provisions.as_slice() {
        [one] => *one,
        [] => {
            notes
                .note(section.heading, "missing-provision", "this article has no provision block")
                .expected =
                Some("one ```provision block with confidence and sources beneath the heading".into());
            return None;
        }
        [_, second, ..] => {
            notes.note(*second, "duplicate-provision", "this article has two provision blocks").advice =
                Some("merge them, or give the second its own heading".into());
            return None;
        }
    };
    let node = parsed(notes, provision)?;
    let mut f = Fields::of(notes, &node, "the fields of a provision")?;
    let confidence = f.required(notes, "confidence").and_then(|n| rule::confidence(notes, n));
    let sources = f.required(notes, "sources").map(|n| source_list(notes, n, references)).unwrap_or_default();
    let forms = f.optional("forms").map(|n| rule::forms(notes, words, n)).unwrap_or_default();
    let text = f
        .optional("text")
        .and_then(|n| notes.word(n, "unknown-reading", "a mark of reading", Reading::ALL, Reading::code))
        .unwrap_or(Reading::Read);
    f.finish(notes);
    let inherited = Inherited { confidence, sources: sources.clone() };
    let mut rules: Vec<Arc<Rule>> = Vec::new();
    for block in &section.rules {
        let Some(node) = parsed(notes, *block) else { continue };
        let Some(rule) = rule::read(notes, words, &node, &inherited, references) else { continue };
        if let Some(twin) = rules.iter().find(|other| covers_same_days(other, &rule)) {
            notes
                .note(
                    node.at,
                    "overlapping-validity",
                    format!("this rule and '{}' say the same for the same days", twin.id),
                )
                .advice = Some("let one end on the day the other begins".into());
        }
        rules_at.push((rule.id.clone(), node.at));
        rules.push(Arc::new(rule));
    }
    Some(Article {
        cite,
        heading: title,
        prose: section.prose.as_str().into(),
        text,
        forms,
        confidence: confidence?,
        sources,
        rules,
    })
}

/// Two readings of one provision: alike in all that selects them, and valid and known on a common day.
fn covers_same_days(a: &Rule, b: &Rule) -> bool {
    let alike = a.effect == b.effect
        && (a.forms == b.forms)
        && a.from == b.from
        && a.to == b.to
        && a.channels == b.channels
        && a.territory == b.territory
        && a.when == b.when;
    let meet = |from_a: Option<_>, until_a: Option<_>, from_b: Option<_>, until_b: Option<_>| {
        until_a.is_none_or(|end| from_b.is_none_or(|start| start < end))
            && until_b.is_none_or(|end| from_a.is_none_or(|start| start < end))
    };
    alike
        && meet(a.valid_from, a.valid_until, b.valid_from, b.valid_until)
        && meet(a.recorded, a.withdrawn, b.recorded, b.withdrawn)
}

fn parsed(notes: &mut Notes<'_>, span: Span) -> Option<Node> {
    match yaml::parse(notes.file, span) {
        Ok(node) => Some(node),
        Err(mistake) => {
            notes.push(*mistake);
            None
        }
    }
}

pub(crate) fn source_list(
    notes: &mut Notes<'_>,
    node: &Node,
    references: &mut Vec<Reference>,
) -> Vec<Arc<str>> {
    notes.list(node, |notes, n| {
        let id = notes.text(n)?;
        references.push(Reference { at: n.at, target: Target::Source, id: id.clone() });
        Some(id)
    })
}

pub(crate) fn sources(notes: &mut Notes<'_>, node: &Node) -> BTreeMap<Arc<str>, Source> {
    let mut sources = BTreeMap::new();
    let Value::Fields(entries) = &node.value else {
        if !matches!(&node.value, Value::List(l) if l.is_empty()) {
            notes.note(node.at, "wrong-kind", format!("{} stands here", node.value.kind())).expected =
                Some("sources by name, each with title, url and language".into());
        }
        return sources;
    };
    for (key, node) in entries {
        let Some(mut f) = Fields::of(notes, node, "a source, such as {title: …, url: …, language: ru}")
        else {
            continue;
        };
        let title = f.required(notes, "title").and_then(|n| notes.text(n));
        let url = f.required(notes, "url").and_then(|n| notes.text(n));
        let language = f.required(notes, "language").and_then(|n| notes.text(n));
        f.finish(notes);
        if let (Some(title), Some(url), Some(language)) = (title, url, language) {
            sources.insert(key.name.as_str().into(), Source { title, url, language });
        }
    }
    sources
}

fn head(
    notes: &mut Notes<'_>,
    words: &Vocabulary,
    node: &Node,
    mut references: Vec<Reference>,
) -> Option<Read> {
    let mut f = Fields::of(notes, node, "the fields of an instrument")?;
    let id_node = f.required(notes, "id");
    let id = id_node.and_then(|n| notes.text(n));
    let kind = f.required(notes, "kind").and_then(|n| {
        let kind = notes.text(n)?;
        let known: Vec<&str> = words
            .labels
            .get("instrument-kinds")
            .map(|l| l.keys().map(|k| &**k).collect())
            .unwrap_or_default();
        if !known.contains(&&*kind) {
            notes.unknown(n.at, "unknown-kind", "a kind of instrument", &kind, &known);
        }
        Some(kind)
    });
    let force = f
        .required(notes, "force")
        .and_then(|n| notes.word(n, "unknown-force", "a force", Force::ALL, Force::code));
    let draft = match f.optional("status") {
        None => false,
        Some(n) => match notes.text(n).as_deref() {
            Some("draft") => true,
            Some("enacted") | None => false,
            Some(other) => {
                notes.unknown(n.at, "unknown-status", "a status", other, &["enacted", "draft"]);
                false
            }
        },
    };
    let title = f.required(notes, "title").and_then(|n| notes.languages(n));
    let short = f.required(notes, "short").and_then(|n| notes.languages(n));
    let signed = f.optional("signed").and_then(|n| signed(notes, n));
    let text = f
        .required(notes, "text")
        .and_then(|n| notes.word(n, "unknown-reading", "a mark of reading", Reading::ALL, Reading::code));
    let languages =
        f.optional("languages").map(|n| notes.list(n, |notes, n| notes.text(n))).unwrap_or_default();
    let parties_node = f.required(notes, "parties");
    let parties = parties_node
        .map(|n| notes.list(n, |notes, n| Some((party(notes, n, &mut references)?, n.at))))
        .unwrap_or_default();
    check_parties(notes, &parties, signed.as_ref());
    let parties: Vec<Party> = parties.into_iter().map(|(party, _)| party).collect();
    let addressed_to =
        f.optional("addressed-to").map(|n| notes.list(n, |notes, n| notes.state(n))).unwrap_or_default();
    let usable_from = f.optional("usable-from").and_then(|n| {
        let day = notes.date(n)?;
        if signed.as_ref().is_some_and(|signed| signed.after(day)) {
            notes.note(n.at, "contradictory-dates", format!("it is usable from {day}, before it was signed"));
        }
        Some(day)
    });
    let relations = f
        .optional("relations")
        .map(|n| notes.list(n, |notes, n| relation(notes, n, id.as_deref(), &mut references)))
        .unwrap_or_default();
    let territories = f
        .optional("territories")
        .map(|n| {
            notes.list(n, |notes, n| {
                let id = notes.text(n)?;
                references.push(Reference { at: n.at, target: Target::Territory, id: id.clone() });
                Some(TerritoryId::new(id))
            })
        })
        .unwrap_or_default();
    let confidence = f.required(notes, "confidence").and_then(|n| rule::confidence(notes, n));
    let sources_node = f.required(notes, "sources");
    let sources = sources_node.map(|n| sources(notes, n)).unwrap_or_default();
    if let Some(n) = sources_node.filter(|_| sources.is_empty()) {
        let mistake =
            notes.note(n.at, "missing-source", "an instrument without a source cannot be checked by anyone");
        mistake.expected = Some("at least one source with title, url and language".into());
        mistake.advice = Some("name where you read it, or leave the instrument out until you have".into());
    }
    let note = f.optional("note").and_then(|n| notes.languages(n));
    f.finish(notes);
    let id = InstrumentId::new(id?);
    Some(Read {
        instrument: Instrument {
            id,
            kind: kind?,
            force: force?,
            draft,
            title: title?,
            short: short?,
            signed,
            text: text?,
            languages,
            parties,
            addressed_to,
            usable_from,
            relations,
            territories,
            sources,
            confidence: confidence?,
            note,
            articles: Vec::new(),
        },
        id_at: id_node.map_or(node.at, |n| n.at),
        rules_at: Vec::new(),
        references,
    })
}

fn signed(notes: &mut Notes<'_>, node: &Node) -> Option<Signed> {
    let mut f = Fields::of(
        notes,
        node,
        "when it was signed, such as {date: 2022-04-05, place: Berlin} or {year: 1998}",
    )?;
    let date = f.optional("date").and_then(|n| notes.date(n)).map(|d| Arc::from(d.to_string()));
    let year = f.optional("year").and_then(|n| notes.amount(n)).map(|y| Arc::from(y.to_string()));
    let place = f.optional("place").and_then(|n| notes.text(n));
    f.finish(notes);
    let when = date.or(year);
    if when.is_none() {
        notes
            .note(node.at, "missing-field", "neither the date nor the year of signature stands here")
            .expected = Some("date or year".into());
    }
    Some(Signed { when: when?, place })
}

fn party(notes: &mut Notes<'_>, node: &Node, references: &mut Vec<Reference>) -> Option<Party> {
    let mut f = Fields::of(
        notes,
        node,
        "a party, such as {state: KZ, in-force: 2004-04-28, confidence: …, sources: […]}",
    )?;
    let state = f.required(notes, "state").and_then(|n| notes.state(n));
    let in_force = f.required(notes, "in-force").and_then(|n| match &n.value {
        Value::Text(text) if text == "unknown" => None,
        _ => notes.date(n),
    });
    let until = f.optional("until").and_then(|n| notes.date(n));
    let deposited = f.optional("deposited").and_then(|n| notes.date(n));
    let confidence = f.required(notes, "confidence").and_then(|n| rule::confidence(notes, n));
    let sources = f.required(notes, "sources").map(|n| source_list(notes, n, references)).unwrap_or_default();
    let reservations = f
        .optional("reservations")
        .map(|n| notes.list(n, |notes, n| reservation(notes, n, references)))
        .unwrap_or_default();
    let note = f.optional("note").and_then(|n| notes.languages(n));
    f.finish(notes);
    for (earlier, later, what) in [
        (deposited, in_force, "it is in force before it was deposited"),
        (in_force, until, "it ends before or when it comes into force"),
    ] {
        if let (Some(a), Some(b)) = (earlier, later)
            && a >= b
        {
            notes.note(node.at, "contradictory-dates", format!("{what}: {a}, {b}"));
        }
    }
    Some(Party {
        state: state?,
        in_force,
        until,
        deposited,
        confidence: confidence?,
        sources,
        reservations,
        note,
    })
}

fn check_parties(notes: &mut Notes<'_>, parties: &[(Party, Span)], signed: Option<&Signed>) {
    for (index, (party, at)) in parties.iter().enumerate() {
        if parties[..index].iter().any(|(other, _)| other.state == party.state) {
            notes.note(*at, "duplicate-id", format!("the party {} stands twice", party.state));
        }
        if let Some(day) = party.in_force.filter(|day| signed.is_some_and(|s| s.after(*day))) {
            notes.note(
                *at,
                "contradictory-dates",
                format!("for {} it is in force on {day}, before it was signed", party.state),
            );
        }
    }
}

fn reservation(notes: &mut Notes<'_>, node: &Node, references: &mut Vec<Reference>) -> Option<Reservation> {
    let mut f = Fields::of(notes, node, "a reservation")?;
    let says = f.required(notes, "says").and_then(|n| notes.languages(n));
    let excludes = f
        .optional("excludes")
        .map(|n| {
            notes.list(n, |notes, n| {
                let id = notes.text(n)?;
                references.push(Reference { at: n.at, target: Target::Rule, id: id.clone() });
                Some(RuleId::new(id))
            })
        })
        .unwrap_or_default();
    let confidence = f.required(notes, "confidence").and_then(|n| rule::confidence(notes, n));
    let sources = f.required(notes, "sources").map(|n| source_list(notes, n, references)).unwrap_or_default();
    f.finish(notes);
    Some(Reservation { says: says?, excludes, confidence: confidence?, sources })
}

fn relation(
    notes: &mut Notes<'_>,
    node: &Node,
    own: Option<&str>,
    references: &mut Vec<Reference>,
) -> Option<Relation> {
    let mut f = Fields::of(
        notes,
        node,
        "a relation, such as {supersedes: …, between: common-parties, confidence: …, sources: […]}",
    )?;
    let found: Vec<(RelationKind, &Node)> =
        RelationKind::ALL.iter().filter_map(|kind| Some((*kind, f.optional(kind.code())?))).collect();
    let scope = f
        .optional("between")
        .and_then(|n| notes.word(n, "unknown-scope", "a scope", Scope::ALL, Scope::code))
        .unwrap_or(Scope::CommonParties);
    let confidence = f.required(notes, "confidence").and_then(|n| rule::confidence(notes, n));
    let sources = f.required(notes, "sources").map(|n| source_list(notes, n, references)).unwrap_or_default();
    f.finish(notes);
    let [(kind, target)] = found.as_slice() else {
        notes.note(node.at, "missing-field", "a relation names exactly one other instrument").expected =
            Some("one of supersedes, amends, implements, based-on".into());
        return None;
    };
    let id = notes.text(target)?;
    if own == Some(&*id) {
        notes.note(target.at, "self-relation", format!("the instrument {} itself", kind.code())).advice =
            Some("name the other instrument".into());
    }
    references.push(Reference { at: target.at, target: Target::Instrument, id: id.clone() });
    Some(Relation { kind: *kind, instrument: InstrumentId::new(id), scope, confidence: confidence?, sources })
}

fn check_sources(notes: &mut Notes<'_>, read: &Read) {
    let known: Vec<&str> = read.instrument.sources.keys().map(|k| &**k).collect();
    for reference in read.references.iter().filter(|r| r.target == Target::Source) {
        if !known.contains(&&*reference.id) {
            notes.unknown(reference.at, "unknown-source", "a source of this file", &reference.id, &known);
        }
    }
}

impl Signed {
    /// A day that lies surely before the signature; of a year alone, before that year.
    fn after(&self, day: jiff::civil::Date) -> bool {
        *day.to_string() < *self.when
    }
}

/// States an instrument can concern at all.
pub(crate) fn concerned(instrument: &Instrument) -> impl Iterator<Item = State> + '_ {
    instrument.parties.iter().map(|p| p.state).chain(instrument.addressed_to.iter().copied())
}
