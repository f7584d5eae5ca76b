//! The law's own words in the reader's language: labels, citations, limits, questions.
//!
//! Never: invents a word. A code without a label is shown as it is.

use std::collections::BTreeMap;

use marchland_casework::grounds;
use marchland_law::{
    Answer, Confidence as Known, Decision, Duty, FormId, InstrumentId, Text, TimeLimit, TimeUnit,
};

use crate::app::App;
pub use crate::survey::citation;
use crate::web::l10n::Lang;
use crate::web::views::Choice;
use crate::web::views::decision::{FactKind, MissingFact};
use crate::web::views::parts::{Body, Confidence};

pub fn text(lang: Lang, text: &Text) -> String {
    text.in_language(lang.code()).to_owned()
}

/// The label of a code in a section of the vocabulary.
pub fn label(app: &App, lang: Lang, section: &str, code: &str) -> String {
    let known = app.law.framework.vocabulary().label(section, code);
    known.map_or_else(|| code.to_owned(), |label| text(lang, label))
}

/// A form of cooperation by name.
pub fn form(app: &App, lang: Lang, form: &str) -> String {
    let known = app.law.framework.vocabulary().forms.get(&FormId::from(form));
    known.map_or_else(|| form.to_owned(), |form| text(lang, &form.names))
}

/// The short title of an instrument.
pub fn instrument(app: &App, lang: Lang, id: &InstrumentId) -> String {
    let known = app.law.framework.instrument(id);
    known.map_or_else(|| id.to_string(), |instrument| text(lang, &instrument.short))
}

pub fn confidence(known: Known) -> Confidence {
    match known {
        Known::VerifiedText => Confidence::TextRead,
        Known::VerifiedHeader => Confidence::HeaderRead,
        Known::SecondarySource => Confidence::SecondarySource,
        Known::FromSeedOnly => Confidence::FoundingArticleOnly,
        Known::UnverifiedBackground => Confidence::NotRead,
    }
}

/// A duty with its parameters: `Approval and signature: Head of the body`.
pub fn duty(app: &App, lang: Lang, duty: &Duty) -> String {
    let name = label(app, lang, "duties", &duty.code);
    if duty.params.is_empty() {
        return name;
    }
    let value = |(key, value): (&std::sync::Arc<str>, &std::sync::Arc<str>)| match &**key {
        "by" | "post" => label(app, lang, "posts", value),
        _ => value.to_string(),
    };
    format!("{name}: {}", duty.params.iter().map(value).collect::<Vec<_>>().join(", "))
}

/// `5 working days`
pub fn limit(lang: Lang, limit: &TimeLimit) -> String {
    let t = lang.words();
    let n = i64::from(limit.amount);
    match limit.unit {
        TimeUnit::Hours => t.limit_hours(n),
        TimeUnit::Days => t.limit_days(n),
        TimeUnit::WorkingDays => t.limit_working_days(n),
        TimeUnit::Weeks => t.limit_weeks(n),
        TimeUnit::Months => t.limit_months(n),
    }
}

/// The grounds of refusal that stand whatever an instrument says.
pub fn standing_grounds(lang: Lang) -> String {
    let t = lang.words();
    let words: Vec<String> = grounds::ALWAYS
        .iter()
        .filter_map(|code| t.standing_ground(code))
        .map(|word| word.to_lowercase())
        .collect();
    t.law_always_grounds(words.join(", "))
}

/// A ground of refusal in words: the instrument's from the vocabulary, the standing ones from the languages.
pub fn ground(app: &App, lang: Lang, code: &str) -> String {
    lang.words().standing_ground(code).unwrap_or_else(|| label(app, lang, "grounds", code))
}

/// The questions of a decision as fields. A person's earlier answer stands in them.
pub fn facts_asked(
    app: &App,
    lang: Lang,
    decision: &Decision,
    given: &BTreeMap<String, String>,
) -> Vec<MissingFact> {
    let known = &app.law.framework.vocabulary().facts;
    let ask = |key: &str, question: String, answer: Option<&Answer>| MissingFact {
        key: key.to_owned(),
        question,
        kind: kind(lang, answer),
        value: given.get(key).cloned().unwrap_or_default(),
    };
    let mut asked: Vec<MissingFact> = decision
        .missing
        .iter()
        .map(|question| {
            let fact = known.get(&question.fact);
            ask(question.fact.as_str(), text(lang, &question.ask), fact.map(|fact| &fact.answer))
        })
        .collect();
    // What was answered stays on the form, so that it can be changed and is not lost when the form is sent again.
    for key in given.keys().filter(|key| !decision.missing.iter().any(|q| q.fact.as_str() == key.as_str())) {
        if let Some(fact) = known.get(key.as_str()) {
            asked.push(ask(key, text(lang, &fact.ask), Some(&fact.answer)));
        }
    }
    asked
}

fn kind(lang: Lang, answer: Option<&Answer>) -> FactKind {
    match answer {
        Some(Answer::YesNo) => FactKind::YesNo,
        Some(Answer::Number) => FactKind::Number,
        Some(Answer::Date) => FactKind::Date,
        Some(Answer::Choice(codes)) => FactKind::Choice(
            codes.iter().map(|code| Choice::new(&**code, lang.words().fact_choice(code))).collect(),
        ),
        Some(Answer::Text) | None => FactKind::Text,
    }
}

/// A body by its short name, with its state.
pub fn body(app: &App, lang: Lang, id: &str) -> Body {
    match app.body(id) {
        Some(body) => Body::new(body.state.clone(), body.short.in_language(lang.code())),
        None => Body::new(id.split('/').next().unwrap_or_default(), id),
    }
}

/// A body by its full name, with its state.
pub fn body_full(app: &App, lang: Lang, id: &str) -> Body {
    match app.body(id) {
        Some(body) => Body::new(body.state.clone(), body.name.in_language(lang.code())),
        None => Body::new(id.split('/').next().unwrap_or_default(), id),
    }
}

/// `art-7-1` for `Article 7(1)`.
pub fn anchor(cite: &str) -> String {
    let lower = cite.to_lowercase().replace("articles", "art").replace("article", "art");
    let parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

/// The address of an article on the page of its instrument.
pub fn provision_href(instrument: &InstrumentId, article: &str) -> String {
    format!("/instruments/{instrument}#{}", anchor(article))
}

/// A moment as the reader's clock shows it: today by the hour, another day by its date.
pub fn when(lang: Lang, at: jiff::Timestamp, now: jiff::Timestamp, zone: &jiff::tz::TimeZone) -> String {
    lang.when(&at.to_zoned(zone.clone()), &now.to_zoned(zone.clone()))
}

#[cfg(test)]
mod tests {
    use super::anchor;

    #[test]
    fn an_article_has_an_address_of_letters_and_numbers() {
        assert_eq!(anchor("Article 7(1)"), "art-7-1");
        assert_eq!(anchor("Articles 1-16"), "art-1-16");
        assert_eq!(anchor("Preamble"), "preamble");
    }
}
