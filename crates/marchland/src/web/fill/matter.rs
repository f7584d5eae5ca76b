//! What a request says and what an answer says, field by field.
//!
//! Never: shortens or translates what a person wrote.

use marchland_casework::{
    About, Answer, Choice as _, Content, DraftFields, Field, Marking, PointResult, Urgency,
};

use super::clock::Sides;
use super::timeline::passage;
use super::words::{form, ground, label};
use crate::app::App;
use crate::web::l10n::{Lang, Words};
use crate::web::views::parts::{Both, Tag, Tone};
use crate::web::views::requests::{AnswerView, CodedLine, Matter, PointAnswer};

/// A checked request. `changes` says what each version changed.
pub fn of_content(app: &App, lang: Lang, content: &Content, version: u16, changes: Vec<String>) -> Matter {
    let t = lang.words();
    let mut coded = vec![line(t.field_form(), form(app, lang, content.form.as_str()), true)];
    coded.extend(about(t, &content.about));
    coded.push(line(t.field_category(), t.category(content.category.code()), true));
    if let Some(iccs) = &content.offence.iccs {
        coded.push(line(t.field_offence_code(), super::offences::name(lang, iccs), true));
    }
    coded.extend(content.offence.text.as_ref().map(|text| line(t.field_offence(), text.clone(), false)));
    coded.push(line(t.field_time_place(), content.time_place.clone(), false));
    coded.push(line(t.field_urgency(), urgency(t, &content.urgency), true));
    coded.push(line(t.field_purpose(), t.purpose(content.purpose.code()), true));
    coded.push(mono(t.field_case_number(), content.case_number.clone()));
    coded.push(line(t.field_why_held(), content.why_held.clone(), false));
    coded.push(line(t.field_handling(), handling(t, &content.marking), true));
    coded.push(line(t.answer_assessment(), assessment(t, &content.marking), true));
    if let Some(oral) = &content.oral {
        let how = t.oral_means(oral.how.code());
        coded.push(line(t.compose_oral(), format!("{how}, {}, {}", oral.to_whom, oral.made_at), false));
    }
    Matter {
        coded,
        points: content.points.clone(),
        texts: vec![passage(&content.facts)],
        documents: Vec::new(),
        version: u32::from(version),
        changes,
    }
}

/// A draft as typed: only what is there.
pub fn of_draft(app: &App, lang: Lang, typed: &DraftFields) -> Matter {
    let t = lang.words();
    let hidden = [Field::From, Field::To, Field::OnBehalfOf, Field::Facts, Field::Points, Field::LegalFacts];
    let shown = typed.iter().filter(|(field, text)| !text.trim().is_empty() && !hidden.contains(field));
    let coded = shown
        .map(|(field, text)| {
            let value = match field {
                Field::Form => form(app, lang, text.trim()),
                Field::About => t.about(text.trim()),
                Field::Category => t.category(text.trim()),
                Field::Purpose => t.purpose(text.trim()),
                Field::Urgency => t.urgency(text.trim()),
                Field::OffenceCode => super::offences::name(lang, text.trim()),
                _ => text.to_owned(),
            };
            line(t.field_label(&field.name()), value, false)
        })
        .collect();
    let points = typed.get(Field::Points).lines().map(str::trim).filter(|point| !point.is_empty());
    let facts = typed.get(Field::Facts);
    Matter {
        coded,
        points: points.map(str::to_owned).collect(),
        texts: if facts.trim().is_empty() { Vec::new() } else { vec![passage(facts)] },
        documents: Vec::new(),
        version: 1,
        changes: Vec::new(),
    }
}

/// An answer. Unread, it shows only that it is there.
pub fn of_answer(
    sides: &Sides<'_>,
    answer: &Answer,
    points: &[String],
    by: String,
    at: Both,
    unread: bool,
) -> AnswerView {
    let Sides { app, lang, .. } = *sides;
    let t = lang.words();
    if unread {
        return AnswerView {
            heading: Tag::new(Tone::Soon, t.answer_sealed()),
            by,
            at,
            points: Vec::new(),
            text: passage(""),
            handling: String::new(),
            evaluation: String::new(),
            use_conditions: Vec::new(),
            unread,
        };
    }
    let question = |n: u16| points.get(usize::from(n).saturating_sub(1)).cloned().unwrap_or_default();
    AnswerView {
        heading: heading(t, answer),
        by,
        at,
        points: answer
            .points
            .iter()
            .map(|point| PointAnswer {
                question: question(point.point),
                result: Tag::new(tone(&point.result), t.point_result(point.result.code())),
                text: point_text(app, lang, &point.result, point.text.as_deref()),
            })
            .collect(),
        text: passage(&answer.text),
        handling: handling(t, &answer.marking),
        evaluation: assessment(t, &answer.marking),
        use_conditions: conditions(app, lang, &answer.marking),
        unread,
    }
}

pub fn handling(t: Words, marking: &Marking) -> String {
    let codes = marking.handling.codes.iter().map(|code| t.handling(code.code()));
    codes.chain(marking.handling.words.clone()).collect::<Vec<_>>().join("; ")
}

fn assessment(t: Words, marking: &Marking) -> String {
    let (source, information) = (marking.assessment.source.code(), marking.assessment.information.code());
    format!("{}; {}", t.source_grade(source), t.information_grade(information))
}

fn conditions(app: &App, lang: Lang, marking: &Marking) -> Vec<String> {
    marking.use_conditions.iter().map(|code| label(app, lang, "use-conditions", code)).collect()
}

fn heading(t: Words, answer: &Answer) -> Tag {
    let refused = answer.points.iter().filter(|point| point.result.code() == "refused").count();
    let found = answer.points.iter().any(|point| point.result == PointResult::Found);
    match (refused, found) {
        (1.., _) => Tag::new(Tone::Soon, t.answer_points_refused(refused, answer.points.len())),
        (0, true) => Tag::new(Tone::Good, t.point_result("found")),
        (0, false) => Tag::new(Tone::Plain, t.point_result("no-record")),
    }
}

fn tone(result: &PointResult) -> Tone {
    match result {
        PointResult::Found => Tone::Good,
        PointResult::NoRecord => Tone::Plain,
        PointResult::Refused { .. } => Tone::Bad,
        PointResult::Later => Tone::Soon,
    }
}

fn point_text(app: &App, lang: Lang, result: &PointResult, text: Option<&str>) -> String {
    let grounds = match result {
        PointResult::Refused { grounds } => grounds.as_slice(),
        _ => &[],
    };
    let named = grounds.iter().map(|g| match &g.note {
        Some(note) => format!("{}: {note}", ground(app, lang, g.code.as_str())),
        None => ground(app, lang, g.code.as_str()),
    });
    named.chain(text.map(str::to_owned)).collect::<Vec<_>>().join(". ")
}

fn about(t: Words, about: &About) -> Vec<CodedLine> {
    let kind = line(t.field_about(), t.about(about.kind()), true);
    let words = |label: String, text: &Option<String>| text.clone().map(|text| line(label, text, false));
    let code = |label: String, text: &Option<String>| text.clone().map(|text| mono(label, text));
    let parts = match about {
        About::Person { surname, given, patronymic, born, citizenship, document } => vec![
            Some(line(t.field_surname(), surname.clone(), false)),
            words(t.field_given(), given),
            words(t.field_patronymic(), patronymic),
            code(t.field_born(), &born.map(String::from)),
            words(t.field_citizenship(), citizenship),
            code(t.field_person_document(), document),
        ],
        About::Vehicle { plate, vin, description } => vec![
            code(t.field_plate(), plate),
            code(t.field_vin(), vin),
            words(t.field_description(), description),
        ],
        About::Document { document_type, number, issuer } => vec![
            words(t.field_document_type(), document_type),
            Some(mono(t.field_document_number(), number.clone())),
            words(t.field_document_issuer(), issuer),
        ],
        About::Phone { number } => vec![Some(mono(t.field_phone(), number.clone()))],
        About::Place { address } => vec![Some(line(t.field_address(), address.clone(), false))],
        About::Object { description, serial } => vec![
            Some(line(t.field_description(), description.clone(), false)),
            code(t.field_serial(), serial),
        ],
        About::Other { description } => vec![Some(line(t.field_description(), description.clone(), false))],
    };
    std::iter::once(kind).chain(parts.into_iter().flatten()).collect()
}

fn urgency(t: Words, urgency: &Urgency) -> String {
    match urgency {
        Urgency::Normal => t.urgency("normal"),
        Urgency::Urgent { tests, reason } => {
            let tests: Vec<String> = tests.iter().map(|test| t.urgency_test(test.code())).collect();
            format!("{}: {}. {reason}", t.urgent(), tests.join(", "))
        }
    }
}

fn line(label: String, value: String, coded: bool) -> CodedLine {
    CodedLine { label, value, mono: false, coded }
}

fn mono(label: String, value: String) -> CodedLine {
    CodedLine { label, value, mono: true, coded: true }
}
