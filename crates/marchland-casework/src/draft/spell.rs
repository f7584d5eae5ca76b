//! Writes a content back as the draft that checks to it.
//!
//! Never: loses a field. Every field of a content is taken apart by name, so a new one does not compile until
//! it is spelled here.

use super::DraftFields;
use crate::choice::Choice;
use crate::content::{About, Content, Offence, Oral, Urgency};
use crate::field::Field;
use crate::handling::Marking;
use marchland_law::FactValue;

pub(super) fn draft(content: &Content) -> DraftFields {
    let Content {
        form,
        from,
        to,
        on_behalf_of,
        about,
        category,
        purpose,
        offence,
        time_place,
        facts,
        why_held,
        case_number,
        urgency,
        points,
        oral,
        marking,
        legal_facts,
    } = content;
    let mut draft = DraftFields::new();
    draft.set(Field::Form, form.as_str());
    draft.set(Field::From, from.as_str());
    draft.set(Field::To, to.as_str());
    optional(&mut draft, Field::OnBehalfOf, on_behalf_of.as_ref().map(|b| b.as_str()));
    spell_about(&mut draft, about);
    draft.set(Field::Category, category.code());
    draft.set(Field::Purpose, purpose.code());
    let Offence { iccs, text } = offence;
    optional(&mut draft, Field::OffenceCode, iccs.as_deref());
    optional(&mut draft, Field::Offence, text.as_deref());
    draft.set(Field::TimePlace, time_place);
    draft.set(Field::Facts, facts);
    draft.set(Field::WhyHeld, why_held);
    draft.set(Field::CaseNumber, case_number);
    match urgency {
        Urgency::Normal => _ = draft.set(Field::Urgency, "normal"),
        Urgency::Urgent { tests, reason } => {
            draft.set(Field::Urgency, "urgent");
            let codes: Vec<&str> = tests.iter().map(|t| t.code()).collect();
            draft.set(Field::UrgencyTests, codes.join(" "));
            draft.set(Field::UrgentReason, reason);
        }
    }
    draft.set(Field::Points, points.join("\n"));
    if let Some(Oral { made_at, to_whom, how }) = oral {
        draft.set(Field::OralAt, made_at.to_string());
        draft.set(Field::OralTo, to_whom);
        draft.set(Field::OralHow, how.code());
    }
    spell_marking(&mut draft, marking);
    let lines: Vec<String> = legal_facts
        .iter()
        .map(|(key, value)| match value {
            FactValue::YesNo(true) => format!("{key} = yes"),
            FactValue::YesNo(false) => format!("{key} = no"),
            FactValue::Number(number) => format!("{key} = {number}"),
            FactValue::Text(text) => format!("{key} = {text}"),
        })
        .collect();
    draft.set(Field::LegalFacts, lines.join("\n"));
    draft
}

fn optional(draft: &mut DraftFields, field: Field, value: Option<&str>) {
    if let Some(value) = value {
        draft.set(field, value);
    }
}

fn spell_about(draft: &mut DraftFields, about: &About) {
    draft.set(Field::About, about.kind());
    match about {
        About::Person { surname, given, patronymic, born, citizenship, document } => {
            draft.set(Field::Surname, surname);
            optional(draft, Field::Given, given.as_deref());
            optional(draft, Field::Patronymic, patronymic.as_deref());
            optional(draft, Field::Born, born.map(String::from).as_deref());
            optional(draft, Field::Citizenship, citizenship.as_deref());
            optional(draft, Field::PersonDocument, document.as_deref());
        }
        About::Vehicle { plate, vin, description } => {
            optional(draft, Field::Plate, plate.as_deref());
            optional(draft, Field::Vin, vin.as_deref());
            optional(draft, Field::Description, description.as_deref());
        }
        About::Document { document_type, number, issuer } => {
            optional(draft, Field::DocumentType, document_type.as_deref());
            draft.set(Field::DocumentNumber, number);
            optional(draft, Field::DocumentIssuer, issuer.as_deref());
        }
        About::Phone { number } => _ = draft.set(Field::Phone, number),
        About::Place { address } => _ = draft.set(Field::Address, address),
        About::Object { description, serial } => {
            draft.set(Field::Description, description);
            optional(draft, Field::Serial, serial.as_deref());
        }
        About::Other { description } => _ = draft.set(Field::Description, description),
    }
}

/// Use conditions are not typed: the law gives them, so they have no field.
fn spell_marking(draft: &mut DraftFields, marking: &Marking) {
    let codes: Vec<&str> = marking.handling.codes.iter().map(|c| c.code()).collect();
    draft.set(Field::Handling, codes.join(" "));
    optional(draft, Field::HandlingWords, marking.handling.words.as_deref());
    draft.set(Field::SourceEval, marking.assessment.source.code());
    draft.set(Field::InfoEval, marking.assessment.information.code());
}
