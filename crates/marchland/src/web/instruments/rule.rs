//! A rule in its machine form, line by line, in the words of the law files: what an author would read beside the text.
//!
//! Never: leaves out what the rule leaves out; `not-encoded` is shown.

use marchland_law::{DutyClause, FactValue, Is, Rule, RuleCoverage, TimeLimit, When, Who};

use crate::web::fill::words;
use crate::web::l10n::Lang;
use crate::web::page::Visit;
use crate::web::views::law::RuleBlock;
use crate::web::views::parts::{Tag, Tone};

pub fn block(visit: &Visit, rule: &Rule, tried: &[RuleCoverage]) -> RuleBlock {
    let lang = visit.lang();
    let mut lines = vec![("says".to_owned(), words::text(lang, &rule.says))];
    let mut add = |name: &str, text: String| {
        if !text.is_empty() {
            lines.push((name.to_owned(), text));
        }
    };
    let forms: Vec<String> =
        rule.forms.iter().map(|form| words::form(&visit.app, lang, form.as_str())).collect();
    add(rule.effect.code(), forms.join(", "));
    add("from", who(&rule.from));
    add("to", who(&rule.to));
    add("channels", join(rule.channels.iter().map(|channel| channel.code())));
    add("territory", rule.territory.as_ref().map(ToString::to_string).unwrap_or_default());
    add("when", rule.when.as_ref().map(when).unwrap_or_default());
    add("duties", clauses(&rule.duties));
    add("deadlines", rule.deadlines.iter().map(|limit| deadline(lang, limit)).collect::<Vec<_>>().join("; "));
    add("use-conditions", clauses(&rule.use_conditions));
    add(
        "grounds",
        rule.grounds.as_ref().map(|list| join(list.iter().map(|code| &**code))).unwrap_or_default(),
    );
    add("yields-to", join(rule.yields_to.iter().map(|id| id.as_str())));
    add("not-encoded", rule.not_encoded.as_deref().unwrap_or_default().to_owned());
    RuleBlock {
        name: rule.id.to_string(),
        validity: validity(visit, rule),
        lines,
        tried: self::tried(visit, rule, tried),
    }
}

/// What the situations of the law try of it: that it applies, that it does not, a missing fact, the day before.
fn tried(visit: &Visit, rule: &Rule, all: &[RuleCoverage]) -> Tag {
    let t = visit.t();
    let Some(found) = all.iter().find(|one| one.rule == rule.id) else {
        return Tag::new(Tone::Soon, t.tried_not());
    };
    let ways = [found.applied, found.not_applied, found.missing_fact, found.day_before];
    let count = ways.iter().filter(|way| **way).count();
    Tag::new(if found.complete() { Tone::Good } else { Tone::Soon }, t.tried_ways(count, ways.len()))
}

fn validity(visit: &Visit, rule: &Rule) -> String {
    let (lang, t) = (visit.lang(), visit.t());
    let day = |day: jiff::civil::Date| lang.date(day);
    match (rule.valid_from, rule.valid_until) {
        (None, None) => String::new(),
        (Some(from), None) => t.status_from(day(from)),
        (None, Some(until)) => t.until(day(until)),
        (Some(from), Some(until)) => t.from_until(day(from), day(until)),
    }
}

fn who(who: &Who) -> String {
    let parts = [
        join(who.states.iter().map(marchland_law::State::as_str)),
        join(who.levels.iter().map(|level| level.code())),
        join(who.kinds.iter().map(|kind| kind.as_str())),
        join(who.regions.iter().map(|region| region.as_str())),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

fn when(condition: &When) -> String {
    let all = |parts: &[When], word: &str| parts.iter().map(nested).collect::<Vec<_>>().join(word);
    match condition {
        When::All(parts) => all(parts, " and "),
        When::Any(parts) => all(parts, " or "),
        When::Not(inner) => format!("not {}", nested(inner)),
        When::Fact { key, is } => match is {
            Is::OneOf(values) => {
                format!("{key} = {}", values.iter().map(value).collect::<Vec<_>>().join(" | "))
            }
            Is::AtLeast(n) => format!("{key} at least {n}"),
            Is::AtMost(n) => format!("{key} at most {n}"),
        },
    }
}

fn nested(condition: &When) -> String {
    match condition {
        When::All(_) | When::Any(_) => format!("({})", when(condition)),
        When::Not(_) | When::Fact { .. } => when(condition),
    }
}

fn value(value: &FactValue) -> String {
    match value {
        FactValue::YesNo(true) => "yes".to_owned(),
        FactValue::YesNo(false) => "no".to_owned(),
        FactValue::Number(n) => n.to_string(),
        FactValue::Text(text) => text.to_string(),
    }
}

fn clauses(list: &[DutyClause]) -> String {
    let clause = |one: &DutyClause| {
        let params = one.params.iter().map(|(key, value)| format!("{key}: {value}"));
        match params.collect::<Vec<_>>().join(", ") {
            none if none.is_empty() => one.code.to_string(),
            params => format!("{} ({params})", one.code),
        }
    };
    list.iter().map(clause).collect::<Vec<_>>().join("; ")
}

fn deadline(lang: Lang, limit: &TimeLimit) -> String {
    format!("{}: {}, from {}", limit.what, words::limit(lang, limit), limit.start)
}

fn join<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}
