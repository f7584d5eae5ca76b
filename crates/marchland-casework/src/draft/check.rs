//! Reads a draft field by field. All problems at once, in the order of the form.
//!
//! Never: asks the law or the register of bodies; a name that is spelled like a body may still be unknown.

use super::DraftFields;
use super::about::about;
use crate::choice::Choice;
use crate::content::{
    Content, FORMS, Offence, Oral, OralMeans, Purpose, SubjectCategory, Urgency, UrgencyTest,
};
use crate::field::{Field, FieldProblem, ProblemCode};
use crate::handling::Marking;
use crate::input::{Input, quote};
use crate::legal::{FACTS_FROM_FIELDS, state_of};
use crate::marking;
use marchland_law::{BodyId, FactKey, FactValue, FormId};
use std::collections::{BTreeMap, BTreeSet};

pub const LINE_MAX: usize = 200;
pub const FACTS_MAX: usize = 4_000;
pub const REASON_MAX: usize = 1_000;
pub const POINT_MAX: usize = 500;
pub const POINTS_MAX: usize = 20;
const BODY_MAX: usize = 120;
const LEGAL_FACTS_MAX: usize = 40;

pub(super) fn content(draft: &DraftFields) -> Result<Content, Vec<FieldProblem>> {
    let mut input = Input::default();
    let i = &mut input;
    let from = read_body(i, draft, Field::From);
    let to = read_body(i, draft, Field::To);
    let on_behalf_of = on_behalf_of(i, draft, &from);
    if let (Some(from), Some(to)) = (&from, &to)
        && state_of(from) == state_of(to)
    {
        i.problem(FieldProblem::new(Field::To, ProblemCode::OwnState).with("found", to));
    }
    let form = form(i, draft);
    let about = about(i, draft);
    let category = i.choice::<SubjectCategory>(Field::Category, draft.get(Field::Category));
    let time_place = i.required(Field::TimePlace, draft.get(Field::TimePlace), LINE_MAX);
    let offence = offence(i, draft);
    let urgency = urgency(i, draft);
    let why_held = i.required_text(Field::WhyHeld, draft.get(Field::WhyHeld), REASON_MAX);
    let facts = i.required_text(Field::Facts, draft.get(Field::Facts), FACTS_MAX);
    let points = points(i, draft);
    let case_number = i.required(Field::CaseNumber, draft.get(Field::CaseNumber), LINE_MAX);
    let purpose = i.choice::<Purpose>(Field::Purpose, draft.get(Field::Purpose));
    let marking = marking::read(i, &|field| draft.get(field));
    let oral = oral(i, draft);
    let legal_facts = legal_facts(draft.get(Field::LegalFacts)).unwrap_or_else(|problem| {
        i.problem(problem);
        BTreeMap::new()
    });
    let whole = (from, to, about, category, purpose, urgency, marking);
    let (Some(from), Some(to), Some(about), Some(category), Some(purpose), Some(urgency), Some(marking)) =
        whole
    else {
        return Err(input.into_problems());
    };
    input.finish(Content {
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
        marking: Marking { use_conditions: BTreeSet::new(), ..marking },
        legal_facts,
    })
}

/// A name spelled as the register spells bodies: `RU/region/omsk`.
pub(super) fn body(raw: &str) -> Option<BodyId> {
    let name = raw.trim();
    let parts: Vec<&str> = name.split('/').collect();
    let state = parts.first()?;
    let word = |part: &&str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let fits = name.len() <= BODY_MAX
        && parts.len() >= 2
        && state.len() == 2
        && state.bytes().all(|b| b.is_ascii_uppercase())
        && parts.iter().skip(1).all(word);
    fits.then(|| BodyId::from(name))
}

pub(crate) fn read_body(i: &mut Input, draft: &DraftFields, field: Field) -> Option<BodyId> {
    let raw = draft.get(field);
    if raw.trim().is_empty() {
        i.problem(FieldProblem::new(field, ProblemCode::Missing));
        return None;
    }
    parse_body(i, field, raw)
}

pub(crate) fn parse_body(i: &mut Input, field: Field, raw: &str) -> Option<BodyId> {
    let read = body(raw);
    if read.is_none() {
        i.problem(FieldProblem::new(field, ProblemCode::NotABody).with("found", quote(raw.trim())));
    }
    read
}

fn on_behalf_of(i: &mut Input, draft: &DraftFields, from: &Option<BodyId>) -> Option<BodyId> {
    if draft.get(Field::OnBehalfOf).trim().is_empty() {
        return None;
    }
    let asker = read_body(i, draft, Field::OnBehalfOf)?;
    if Some(&asker) == from.as_ref() {
        i.problem(FieldProblem::new(Field::OnBehalfOf, ProblemCode::SameAsSender));
    }
    Some(asker)
}

fn form(i: &mut Input, draft: &DraftFields) -> FormId {
    let form = draft.get(Field::Form).trim();
    if form.is_empty() {
        i.problem(FieldProblem::new(Field::Form, ProblemCode::Missing));
    } else if !FORMS.contains(&form) {
        i.not_a_choice(Field::Form, form);
    }
    FormId::from(form)
}

fn offence(i: &mut Input, draft: &DraftFields) -> Offence {
    let iccs = i.optional(Field::OffenceCode, draft.get(Field::OffenceCode), 20);
    let text = i.optional(Field::Offence, draft.get(Field::Offence), LINE_MAX);
    if let Some(code) = &iccs
        && !((2..=6).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit()))
    {
        i.problem(FieldProblem::new(Field::OffenceCode, ProblemCode::NotAnIccsCode));
    }
    let typed = |field| !draft.get(field).trim().is_empty();
    if !typed(Field::OffenceCode) && !typed(Field::Offence) {
        i.problem(FieldProblem::new(Field::Offence, ProblemCode::Missing));
    }
    Offence { iccs, text }
}

fn urgency(i: &mut Input, draft: &DraftFields) -> Option<Urgency> {
    match draft.get(Field::Urgency).trim() {
        "normal" => Some(Urgency::Normal),
        "urgent" => {
            let mut tests = BTreeSet::new();
            for code in draft.get(Field::UrgencyTests).split_whitespace() {
                match UrgencyTest::from_code(code) {
                    Some(test) => _ = tests.insert(test),
                    None => i.not_a_choice(Field::UrgencyTests, code),
                }
            }
            if draft.get(Field::UrgencyTests).trim().is_empty() {
                i.problem(FieldProblem::new(Field::UrgencyTests, ProblemCode::Missing));
            }
            let reason = i.required_text(Field::UrgentReason, draft.get(Field::UrgentReason), REASON_MAX);
            Some(Urgency::Urgent { tests, reason })
        }
        "" => {
            i.problem(FieldProblem::new(Field::Urgency, ProblemCode::Missing));
            None
        }
        found => {
            i.not_a_choice(Field::Urgency, found);
            None
        }
    }
}

/// One question to a line; empty lines do not count.
fn points(i: &mut Input, draft: &DraftFields) -> Vec<String> {
    let lines: Vec<&str> =
        draft.get(Field::Points).lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    if lines.is_empty() {
        i.problem(FieldProblem::new(Field::Points, ProblemCode::Missing));
    }
    if lines.len() > POINTS_MAX {
        let problem = FieldProblem::new(Field::Points, ProblemCode::TooMany);
        i.problem(problem.with("max", POINTS_MAX).with("found", lines.len()));
    }
    lines.iter().take(POINTS_MAX).map(|line| i.required(Field::Points, line, POINT_MAX)).collect()
}

fn oral(i: &mut Input, draft: &DraftFields) -> Option<Oral> {
    let fields = [Field::OralAt, Field::OralTo, Field::OralHow];
    if fields.iter().all(|f| draft.get(*f).trim().is_empty()) {
        return None;
    }
    if draft.get(Field::Urgency).trim() == "normal" {
        // Every instrument we read allows a spoken request only when it is urgent.
        let problem = FieldProblem::new(Field::OralAt, ProblemCode::NotUsedHere);
        i.problem(problem.with("why", "only an urgent request may be made by word of mouth"));
    }
    let typed = draft.get(Field::OralAt).trim();
    let made_at = typed.parse::<jiff::Timestamp>().ok();
    if made_at.is_none() {
        let code = if typed.is_empty() { ProblemCode::Missing } else { ProblemCode::NotAMoment };
        i.problem(FieldProblem::new(Field::OralAt, code));
    }
    let to_whom = i.required(Field::OralTo, draft.get(Field::OralTo), LINE_MAX);
    let how = i.choice::<OralMeans>(Field::OralHow, draft.get(Field::OralHow));
    Some(Oral { made_at: made_at?, to_whom, how: how? })
}

/// One `key = value` to a line. Yes and no are words of the law, digits are numbers, the rest is text.
pub(super) fn legal_facts(raw: &str) -> Result<BTreeMap<FactKey, FactValue>, FieldProblem> {
    let mut facts = BTreeMap::new();
    for line in raw.lines().map(str::trim).filter(|l| !l.is_empty()) {
        let bad =
            || FieldProblem::new(Field::LegalFacts, ProblemCode::NotAFactLine).with("found", quote(line));
        let (key, value) = line.split_once('=').map(|(k, v)| (k.trim(), v.trim())).ok_or_else(bad)?;
        let word = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let clean = crate::text::is_clean(value, LINE_MAX, false);
        if key.is_empty() || key.len() > 60 || !key.bytes().all(word) || value.is_empty() || !clean {
            return Err(bad());
        }
        if FACTS_FROM_FIELDS.contains(&key) {
            let problem = FieldProblem::new(Field::LegalFacts, ProblemCode::NotUsedHere);
            return Err(problem.with("why", "another field of the form answers this"));
        }
        let value = match value {
            "yes" => FactValue::YesNo(true),
            "no" => FactValue::YesNo(false),
            text => text.parse().map_or_else(|_| FactValue::Text(text.into()), FactValue::Number),
        };
        if facts.insert(FactKey::from(key), value).is_some() || facts.len() > LEGAL_FACTS_MAX {
            return Err(bad());
        }
    }
    Ok(facts)
}
