//! Reads one `rule` block.
//!
//! Never: looks at other files; references to them are returned for checking.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Time;

use super::fields::{Fields, Notes};
use super::instrument::{Reference, Target};
use super::yaml::{Node, Value};
use crate::law::{Answer, DutyClause, Rule, RuleEffect, Vocabulary, Who};
use crate::when::{Is, When};
use crate::{
    BodyKind, CalendarOf, Channel, Confidence, ExcludedHours, FactKey, FactValue, FormId, Level, RegionCode,
    TimeLimit, TimeUnit,
};

/// What a rule takes from its provision unless it says otherwise.
#[derive(Debug)]
pub(crate) struct Inherited {
    pub(crate) confidence: Option<Confidence>,
    pub(crate) sources: Vec<Arc<str>>,
}

pub(crate) fn read(
    notes: &mut Notes<'_>,
    words: &Vocabulary,
    node: &Node,
    inherited: &Inherited,
    references: &mut Vec<Reference>,
) -> Option<Rule> {
    let mut f = Fields::of(notes, node, "the fields of a rule")?;
    let id_node = f.required(notes, "rule");
    let id = id_node.and_then(|n| notes.text(n));
    let effect = f.required(notes, "effect").and_then(|n| {
        notes.word(n, "unknown-effect", "an effect of a rule", RuleEffect::ALL, RuleEffect::code)
    });
    let forms = f.required(notes, "forms").map(|n| forms(notes, words, n)).unwrap_or_default();
    let from = f.optional("from").and_then(|n| who(notes, words, n)).unwrap_or_default();
    let to = f.optional("to").and_then(|n| who(notes, words, n)).unwrap_or_default();
    let channels = f.optional("channels").map(|n| {
        notes.list(n, |notes, n| notes.word(n, "unknown-channel", "a channel", Channel::ALL, Channel::code))
    });
    let mut refer = |notes: &mut Notes<'_>, n: &Node, target: Target| -> Option<Arc<str>> {
        let id = notes.text(n)?;
        references.push(Reference { at: n.at, target, id: id.clone() });
        Some(id)
    };
    let territory = f.optional("territory").and_then(|n| refer(notes, n, Target::Territory));
    let yields_to = f
        .optional("yields-to")
        .map(|n| notes.list(n, |notes, n| refer(notes, n, Target::Rule)))
        .unwrap_or_default();
    let when = f.optional("when").and_then(|n| when(notes, words, n));
    let mut dates = [None; 4];
    let mut dates_at = [node.at; 4];
    let names = ["valid-from", "valid-until", "recorded", "withdrawn"];
    for ((slot, at), name) in dates.iter_mut().zip(&mut dates_at).zip(names) {
        let written = f.optional(name);
        *slot = written.and_then(|n| notes.date(n));
        *at = written.map_or(*at, |n| n.at);
    }
    for (a, b, what) in [(0, 1, "ends"), (2, 3, "is withdrawn")] {
        if let (Some(from), Some(until)) = (dates[a], dates[b])
            && from >= until
        {
            notes.note(
                dates_at[b],
                "contradictory-dates",
                format!("the rule {what} on {until}, not after it begins on {from}"),
            );
        }
    }
    let known: Vec<&str> = words.duties.keys().map(|k| &**k).collect();
    let duties =
        f.optional("duties").map(|n| clauses(notes, n, "unknown-duty", "a duty", &known)).unwrap_or_default();
    let known = labels(words, "use-conditions");
    let use_conditions = f
        .optional("use")
        .map(|n| clauses(notes, n, "unknown-use-condition", "a condition of use", &known))
        .unwrap_or_default();
    let known = labels(words, "grounds");
    let grounds = f.optional("grounds").map(|n| {
        notes.list(n, |notes, n| {
            let code = notes.text(n)?;
            if !known.contains(&&*code) {
                notes.unknown(n.at, "unknown-ground", "a ground of refusal", &code, &known);
            }
            Some(code)
        })
    });
    let deadlines =
        f.optional("deadlines").map(|n| notes.list(n, |notes, n| limit(notes, words, n))).unwrap_or_default();
    let says = f.required(notes, "says").and_then(|n| notes.languages(n));
    let confidence = f.optional("confidence").and_then(|n| confidence(notes, n)).or(inherited.confidence);
    let sources = f
        .optional("sources")
        .map(|n| notes.list(n, |notes, n| refer(notes, n, Target::Source)))
        .unwrap_or_else(|| inherited.sources.clone());
    let not_encoded = f.optional("not-encoded").and_then(|n| notes.text(n));
    f.finish(notes);
    let effect = effect?;
    if effect != RuleEffect::Forbids && !yields_to.is_empty() {
        notes
            .note(node.at, "yields-without-prohibition", "only a rule that forbids can yield to another")
            .advice = Some("remove 'yields-to' or correct the effect".into());
    }
    Some(Rule {
        id: id?.to_string().into(),
        effect,
        forms,
        from,
        to,
        channels: channels.unwrap_or_default(),
        territory: territory.map(|t| t.to_string().into()),
        when,
        yields_to: yields_to.into_iter().map(|r| r.to_string().into()).collect(),
        valid_from: dates[0],
        valid_until: dates[1],
        recorded: dates[2],
        withdrawn: dates[3],
        duties,
        deadlines,
        use_conditions,
        grounds,
        says: says?,
        confidence: confidence?,
        sources,
        not_encoded,
    })
}

pub(crate) fn confidence(notes: &mut Notes<'_>, node: &Node) -> Option<Confidence> {
    notes.word(node, "unknown-confidence", "a confidence mark", Confidence::ALL, Confidence::code)
}

fn labels<'v>(words: &'v Vocabulary, section: &str) -> Vec<&'v str> {
    words.labels.get(section).map(|l| l.keys().map(|k| &**k).collect()).unwrap_or_default()
}

/// A list of forms, or the word `any`, which gives the empty list.
pub(crate) fn forms(notes: &mut Notes<'_>, words: &Vocabulary, node: &Node) -> Vec<FormId> {
    if matches!(&node.value, Value::Text(t) if t == "any") {
        return Vec::new();
    }
    let forms = notes.list(node, |notes, n| {
        let code = notes.text(n)?;
        if !words.forms.contains_key(&*code) {
            let known: Vec<&str> = words.forms.keys().map(|k| k.as_str()).collect();
            notes.unknown(n.at, "unknown-form", "a form of cooperation", &code, &known);
        }
        Some(FormId::new(code))
    });
    if forms.is_empty() && matches!(node.value, Value::List(_)) {
        // An empty list would silently mean every form.
        notes.note(node.at, "empty", "the list of forms is empty").expected =
            Some("forms of cooperation, or the word any".into());
    }
    forms
}

fn who(notes: &mut Notes<'_>, words: &Vocabulary, node: &Node) -> Option<Who> {
    let mut f = Fields::of(notes, node, "whom the rule means, such as {levels: [regional]}")?;
    let states = f.optional("states").map(|n| notes.list(n, |notes, n| notes.state(n))).unwrap_or_default();
    let levels = f
        .optional("levels")
        .map(|n| notes.list(n, |notes, n| notes.word(n, "unknown-level", "a level", Level::ALL, Level::code)))
        .unwrap_or_default();
    let known = labels(words, "kinds");
    let kinds = f
        .optional("kinds")
        .map(|n| {
            notes.list(n, |notes, n| {
                let kind = notes.text(n)?;
                if !known.contains(&&*kind) {
                    notes.unknown(n.at, "unknown-kind", "a kind of body", &kind, &known);
                }
                Some(BodyKind::new(kind))
            })
        })
        .unwrap_or_default();
    let regions = f.optional("regions").map(|n| notes.list(n, region)).unwrap_or_default();
    f.finish(notes);
    Some(Who { states, levels, kinds, regions })
}

/// An ISO 3166-2 code: two letters, a hyphen, one to three letters or digits.
pub(crate) fn region(notes: &mut Notes<'_>, node: &Node) -> Option<RegionCode> {
    let text = notes.text(node)?;
    let shaped = text.split_once('-').is_some_and(|(state, part)| {
        state.parse::<crate::State>().is_ok()
            && (1..=3).contains(&part.len())
            && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    });
    if !shaped {
        notes.note(node.at, "unknown-region", format!("'{text}' is not a region")).expected =
            Some("an ISO 3166-2 code, such as KZ-59".into());
        return None;
    }
    Some(RegionCode::new(text))
}

/// Duties and conditions of use: a code, or a code with parameters.
fn clauses(
    notes: &mut Notes<'_>,
    node: &Node,
    wrong: &'static str,
    what: &str,
    known: &[&str],
) -> Vec<DutyClause> {
    notes.list(node, |notes, n| {
        let (code_at, code, params) = match &n.value {
            Value::Fields(entries) if entries.len() == 1 => {
                let (key, value) = &entries[0];
                let Value::Fields(params) = &value.value else {
                    notes.note(value.at, "wrong-kind", "parameters are missing").expected =
                        Some("a code with parameters, such as approval: {post: head-of-body}".into());
                    return None;
                };
                let mut read = BTreeMap::new();
                for (name, value) in params {
                    read.insert(Arc::from(name.name.as_str()), notes.text(value)?);
                }
                (key.at, Arc::from(key.name.as_str()), read)
            }
            _ => (n.at, notes.text(n)?, BTreeMap::new()),
        };
        if !known.contains(&&*code) {
            notes.unknown(code_at, wrong, what, &code, known);
        }
        Some(DutyClause { code, params })
    })
}

fn limit(notes: &mut Notes<'_>, words: &Vocabulary, node: &Node) -> Option<TimeLimit> {
    let mut f = Fields::of(
        notes,
        node,
        "a time limit, such as {limit: answer, amount: 10, unit: days, start: request-received}",
    )?;
    let word = |notes: &mut Notes<'_>, n: &Node, section: &str| {
        let code = notes.text(n)?;
        let known = labels(words, section);
        if !known.contains(&&*code) {
            notes.unknown(
                n.at,
                "unknown-word",
                &format!("a word of the section '{section}' of the vocabulary"),
                &code,
                &known,
            );
        }
        Some(code)
    };
    let what = f.required(notes, "limit").and_then(|n| word(notes, n, "limits"));
    let start = f.required(notes, "start").and_then(|n| word(notes, n, "events"));
    let stopped_by = f.optional("stopped-by").and_then(|n| word(notes, n, "events"));
    let on_expiry = f.optional("on-expiry").and_then(|n| word(notes, n, "expiry"));
    let amount = f.required(notes, "amount").and_then(|n| notes.amount(n));
    let unit = f
        .required(notes, "unit")
        .and_then(|n| notes.word(n, "unknown-unit", "a unit of time", TimeUnit::ALL, TimeUnit::code));
    let calendar = f
        .required(notes, "calendar")
        .and_then(|n| notes.word(n, "unknown-calendar", "a calendar", CalendarOf::ALL, CalendarOf::code));
    let excluded = f.optional("excluded").and_then(|n| hours(notes, n));
    let inform_of_delay = f.optional("inform-of-delay").and_then(|n| notes.yes_no(n)).unwrap_or(false);
    f.finish(notes);
    Some(TimeLimit {
        what: what?,
        amount: amount?,
        unit: unit?,
        start: start?,
        calendar: calendar?,
        excluded,
        stopped_by,
        on_expiry,
        inform_of_delay,
    })
}

fn hours(notes: &mut Notes<'_>, node: &Node) -> Option<ExcludedHours> {
    let mut f = Fields::of(notes, node, "hours of the day, such as {from: '00:00', until: '09:00'}")?;
    let time = |notes: &mut Notes<'_>, n: &Node| {
        let text = notes.text(n)?;
        let time = text.parse::<Time>().ok();
        if time.is_none() {
            notes.note(n.at, "not-a-time", format!("'{text}' is not a time of day")).expected =
                Some("hours and minutes, such as '09:00'".into());
        }
        time
    };
    let from = f.required(notes, "from").and_then(|n| time(notes, n));
    let until = f.required(notes, "until").and_then(|n| time(notes, n));
    f.finish(notes);
    Some(ExcludedHours { from: from?, until: until? })
}

fn when(notes: &mut Notes<'_>, words: &Vocabulary, node: &Node) -> Option<When> {
    let Value::Fields(entries) = &node.value else {
        notes.note(node.at, "wrong-kind", format!("{} stands here", node.value.kind())).expected =
            Some("a condition: {fact: …}, {all: […]}, {any: […]} or {not: …}".into());
        return None;
    };
    if let [(key, inner)] = entries.as_slice() {
        let parts = |notes: &mut Notes<'_>| {
            let parts = notes.list(inner, |notes, n| when(notes, words, n));
            if parts.is_empty() {
                notes.note(inner.at, "empty", "this condition has no parts").expected =
                    Some("at least one condition".into());
            }
            (!parts.is_empty()).then_some(parts)
        };
        match key.name.as_str() {
            "all" => return parts(notes).map(When::All),
            "any" => return parts(notes).map(When::Any),
            "not" => return when(notes, words, inner).map(|w| When::Not(Box::new(w))),
            _ => {}
        }
    }
    let mut f = Fields::of(notes, node, "a condition")?;
    let key_node = f.required(notes, "fact")?;
    let key = FactKey::new(notes.text(key_node)?);
    let is = f.optional("is");
    let one_of = f.optional("one-of");
    let at_least = f.optional("at-least");
    let at_most = f.optional("at-most");
    f.finish(notes);
    let Some(fact) = words.facts.get(&key) else {
        let known: Vec<&str> = words.facts.keys().map(|k| k.as_str()).collect();
        notes.unknown(key_node.at, "unknown-fact", "a fact of the vocabulary", key.as_str(), &known);
        return None;
    };
    let is = match (is, one_of, at_least, at_most) {
        (None, None, None, None) if fact.answer == Answer::YesNo => Is::OneOf(vec![FactValue::YesNo(true)]),
        (Some(n), None, None, None) => Is::OneOf(vec![value(notes, &fact.answer, n)?]),
        (None, Some(n), None, None) => Is::OneOf(notes.list(n, |notes, n| value(notes, &fact.answer, n))),
        (None, None, Some(n), None) => Is::AtLeast(notes.number(n)?),
        (None, None, None, Some(n)) => Is::AtMost(notes.number(n)?),
        _ => {
            notes.note(node.at, "unclear-test", format!("what '{key}' must be is not clear")).expected = Some(
                "exactly one of is, one-of, at-least, at-most; none for a yes-no fact that must be yes"
                    .into(),
            );
            return None;
        }
    };
    Some(When::Fact { key, is })
}

/// The value a fact is compared with must be an answer the question can have.
pub(crate) fn value(notes: &mut Notes<'_>, answer: &Answer, node: &Node) -> Option<FactValue> {
    match answer {
        Answer::YesNo => notes.yes_no(node).map(FactValue::YesNo),
        Answer::Number => notes.number(node).map(FactValue::Number),
        Answer::Date => notes.date(node).map(|d| FactValue::Text(d.to_string().into())),
        Answer::Text => notes.text(node).map(FactValue::Text),
        Answer::Choice(options) => {
            let text = notes.text(node)?;
            if !options.contains(&text) {
                let known: Vec<&str> = options.iter().map(|o| &**o).collect();
                notes.unknown(node.at, "unknown-answer", "an answer to this question", &text, &known);
            }
            Some(FactValue::Text(text))
        }
    }
}
