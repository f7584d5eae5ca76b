//! The request form and the draft it stands for, both ways.
//!
//! Never: drops a typed word; what the form does not know is not kept.

use std::collections::BTreeMap;

use marchland_casework::{DraftFields, FORMS, Field};

use crate::app::App;
use crate::store::people::Official;
use crate::web::fill::offences;
use crate::web::fill::words::form as form_name;
use crate::web::l10n::Lang;
use crate::web::page::Form;
use crate::web::views::compose::ComposeOptions;
use crate::web::views::{Choice, Fields};

/// Fields of the request form; `handling` and `urgency_tests` come once for each ticked box.
const SEVERAL: [Field; 2] = [Field::Handling, Field::UrgencyTests];
/// What a request cannot go without, counted for "12 of 15 fields filled".
const MANDATORY: [Field; 14] = [
    Field::To,
    Field::Form,
    Field::About,
    Field::Category,
    Field::TimePlace,
    Field::WhyHeld,
    Field::Urgency,
    Field::Facts,
    Field::Points,
    Field::CaseNumber,
    Field::Purpose,
    Field::Handling,
    Field::SourceEval,
    Field::InfoEval,
];

/// What was typed, as casework keeps it.
pub fn typed(form: &Form, who: &Official) -> DraftFields {
    let mut typed = DraftFields::new();
    for field in Field::ALL.iter().copied().filter(|field| is_of_request(*field)) {
        let name = field.name();
        if SEVERAL.contains(&field) {
            typed.set(field, form.all(&name).collect::<Vec<_>>().join(" "));
        } else {
            // Browsers send line ends as CR LF.
            typed.set(field, form.get(&name).replace("\r\n", "\n"));
        }
    }
    if typed.get(Field::From).trim().is_empty() {
        typed.set(Field::From, who.body.as_str());
    }
    let facts = form.0.iter().filter_map(|(name, value)| Some((name.strip_prefix("fact.")?, value)));
    let lines: Vec<String> = facts
        .filter(|(key, value)| !value.trim().is_empty() && is_key(key))
        .map(|(key, value)| format!("{key} = {}", value.trim()))
        .collect();
    typed.set(Field::LegalFacts, lines.join("\n"));
    typed
}

/// The form as it stands.
pub fn fields(typed: &DraftFields) -> Fields {
    let mut fields =
        Fields::new(typed.iter().map(|(field, text)| (field.name().into_owned(), text.to_owned())));
    for (key, value) in answered(typed) {
        fields.set(&format!("fact.{key}"), value);
    }
    fields
}

/// Questions of the law that were answered, by fact key.
pub fn answered(typed: &DraftFields) -> BTreeMap<String, String> {
    let lines = typed.get(Field::LegalFacts).lines();
    let pair = |line: &str| {
        let (key, value) = line.split_once('=')?;
        Some((key.trim().to_owned(), value.trim().to_owned()))
    };
    lines.filter_map(pair).collect()
}

/// How much of what a request needs is there, and of how much.
pub fn filled(typed: &DraftFields) -> (u32, u32) {
    let has = |field: &Field| !typed.get(*field).trim().is_empty();
    let offence = has(&Field::Offence) || has(&Field::OffenceCode);
    let filled = MANDATORY.iter().filter(|field| has(field)).count() + usize::from(offence);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    (count(filled), count(MANDATORY.len() + 1))
}

/// What may be chosen: addressees of linked neighbours, the forms this node can carry out.
pub fn options(app: &App, lang: Lang) -> ComposeOptions {
    let linked = app.config.bodies.iter().filter(|body| !body.ours && app.links.serving(&body.id).is_some());
    let to = linked.map(|body| {
        Choice::new(body.id.clone(), format!("{}  {}", body.state, body.name.in_language(lang.code())))
    });
    let forms = FORMS.map(|form| Choice::new(form, form_name(app, lang, form)));
    ComposeOptions::of(lang, to.collect(), forms.to_vec(), offences::choices(lang))
}

fn is_of_request(field: Field) -> bool {
    !matches!(
        field,
        Field::LegalFacts
            | Field::AnswerText
            | Field::Persons
            | Field::Reason
            | Field::Question
            | Field::Clarification
            | Field::Number
            | Field::Task
            | Field::Outcome
            | Field::Comment
            | Field::Score
    )
}

fn is_key(key: &str) -> bool {
    (1..=60).contains(&key.len())
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use marchland_casework::{DraftFields, Field};

    use super::{answered, fields, filled};

    #[test]
    fn answers_to_the_law_come_back_into_their_fields() {
        let mut typed = DraftFields::new();
        typed
            .set(Field::LegalFacts, "aim = danger\nuseful-delimited-case = yes")
            .set(Field::To, "KZ/region/x");
        assert_eq!(answered(&typed)["aim"], "danger");
        assert_eq!(fields(&typed).value("fact.useful-delimited-case"), "yes");
        assert_eq!(filled(&typed), (1, 15));
    }
}
