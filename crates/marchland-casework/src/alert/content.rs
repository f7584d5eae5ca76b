//! What an alert says: whom a state searches for, why, what is asked of whoever finds them, until when.
//!
//! The purposes are the five of article 1(b) of the treaty on interstate search of 2010, with the separate category of
//! article 1(d); only the first two are coercive. Nothing else of the treaty's operative text is used here.
//!
//! Never: says what a finder must do beyond what is asked; people there decide under their own law.

use crate::born::Born;
use crate::choice::Choice;
use crate::draft::DraftFields;
use crate::field::{Field, FieldProblem, ProblemCode};
use crate::input::{Input, quote};
use crate::legal::state_of;
use jiff::civil::Date;
use marchland_law::{Act, BodyId, FormId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The form of cooperation an alert stands for.
pub const SEARCH_FORM: &str = "interstate-search";
pub const NAMES_MAX: usize = 20;
pub const DOCUMENTS_MAX: usize = 20;
/// Longest time an alert stands before its issuer must look at it again, in days. A rule of the house.
pub const VALID_DAYS_MAX: i32 = 366;
const LINE_MAX: usize = 200;
const NAME_MAX: usize = 100;
const NOTE_MAX: usize = 500;
const ANSWER_WITHIN_H_MAX: u16 = 240;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SearchPurpose {
    /// Hides from inquiry, investigation or court.
    Trial,
    /// Evades the execution of a criminal sentence.
    Sentence,
    /// Evades a civil judgment.
    Debtor,
    /// Missing, or lost contact with relatives.
    Missing,
    /// Cannot say who they are.
    UnknownPerson,
    /// A body nobody has identified.
    UnknownBody,
}

/// What is asked of whoever finds the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SearchAction {
    /// Hold the person as the finder's own law allows, and tell the issuer.
    DetainAndInform,
    /// Tell the issuer where the person is; the person may know.
    LocateAndInform,
    /// Tell the issuer without letting the person notice.
    Discreet,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Danger {
    Armed,
    Violent,
    Escape,
    SelfHarm,
    NeedsMedicine,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
    Female,
    Male,
}

/// One name as some paper wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchedName {
    pub family: String,
    pub given: Option<String>,
    pub patronymic: Option<String>,
}

/// The person searched for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Searched {
    /// The first one is the main name.
    pub names: Vec<SearchedName>,
    pub born: Option<Born>,
    pub birth_place: Option<String>,
    pub sex: Option<Sex>,
    pub citizenship: Option<String>,
    /// Numbers of documents, as printed.
    pub documents: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlertContent {
    pub from: BodyId,
    pub to: BodyId,
    pub purpose: SearchPurpose,
    pub action: SearchAction,
    /// The decision that opened the search: who made it, when, its number.
    pub opened_by: String,
    pub case_number: String,
    pub person: Searched,
    pub danger: BTreeSet<Danger>,
    pub danger_note: Option<String>,
    /// The last day on which it is in force, in the issuing body's calendar.
    pub valid_until: Date,
    /// Hours within which the issuer asks to be told of a hit.
    pub answer_within_h: Option<u16>,
}

impl Choice for SearchPurpose {
    const TABLE: &'static [(Self, &'static str)] = &[
        (Self::Trial, "trial"),
        (Self::Sentence, "sentence"),
        (Self::Debtor, "debtor"),
        (Self::Missing, "missing"),
        (Self::UnknownPerson, "unknown-person"),
        (Self::UnknownBody, "unknown-body"),
    ];
}

impl Choice for SearchAction {
    const TABLE: &'static [(Self, &'static str)] = &[
        (Self::DetainAndInform, "detain-and-inform"),
        (Self::LocateAndInform, "locate-and-inform"),
        (Self::Discreet, "discreet"),
    ];
}

impl Choice for Danger {
    const TABLE: &'static [(Self, &'static str)] = &[
        (Self::Armed, "armed"),
        (Self::Violent, "violent"),
        (Self::Escape, "escape"),
        (Self::SelfHarm, "self-harm"),
        (Self::NeedsMedicine, "needs-medicine"),
    ];
}

impl Choice for Sex {
    const TABLE: &'static [(Self, &'static str)] = &[(Self::Female, "female"), (Self::Male, "male")];
}

impl SearchPurpose {
    /// Only who hides from justice may be held because of an alert.
    pub fn is_coercive(self) -> bool {
        matches!(self, Self::Trial | Self::Sentence)
    }

    /// A person without a name is found by other means than a name.
    fn needs_name(self) -> bool {
        !matches!(self, Self::UnknownPerson | Self::UnknownBody)
    }
}

impl SearchedName {
    /// `САДЫРОВ Тимур Ерланович`
    pub fn line(&self) -> String {
        let parts = [Some(self.family.as_str()), self.given.as_deref(), self.patronymic.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

impl AlertContent {
    /// The act an alert stands for: what the law is asked, on both sides.
    pub fn act(&self) -> Act {
        Act {
            form: FormId::from(SEARCH_FORM),
            from: self.from.clone(),
            to: self.to.clone(),
            channel: None,
            facts: BTreeMap::new(),
        }
    }

    /// The checked content of a form, or every field that must be mended.
    pub fn read(typed: &DraftFields) -> Result<Self, Vec<FieldProblem>> {
        read(typed)
    }

    /// The form that reads as exactly this content.
    pub fn spelling(&self) -> DraftFields {
        spelling(self)
    }

    /// A content from outside keeps every rule of our own form, in the same spelling.
    pub fn check(&self) -> Result<(), Vec<FieldProblem>> {
        let again = read(&spelling(self))?;
        if &again == self {
            return Ok(());
        }
        Err(vec![FieldProblem::new(Field::Names, ProblemCode::OtherSpelling)])
    }

    /// How the person is called in lists; an unknown one by the case.
    pub fn title(&self) -> String {
        self.person.names.first().map_or_else(|| self.case_number.clone(), SearchedName::line)
    }
}

fn read(typed: &DraftFields) -> Result<AlertContent, Vec<FieldProblem>> {
    let mut input = Input::default();
    let i = &mut input;
    let from = crate::draft::check::read_body(i, typed, Field::From);
    let to = crate::draft::check::read_body(i, typed, Field::To);
    if let (Some(from), Some(to)) = (&from, &to)
        && state_of(from) == state_of(to)
    {
        i.problem(FieldProblem::new(Field::To, ProblemCode::OwnState).with("found", to));
    }
    let purpose = i.choice::<SearchPurpose>(Field::SearchPurpose, typed.get(Field::SearchPurpose));
    let action = i.choice::<SearchAction>(Field::Action, typed.get(Field::Action));
    if let (Some(purpose), Some(SearchAction::DetainAndInform)) = (purpose, action)
        && !purpose.is_coercive()
    {
        i.problem(FieldProblem::new(Field::Action, ProblemCode::NotCoercive));
    }
    let opened_by = i.required(Field::OpenedBy, typed.get(Field::OpenedBy), LINE_MAX);
    let case_number = i.required(Field::CaseNumber, typed.get(Field::CaseNumber), LINE_MAX);
    let person = person(i, typed, purpose);
    let danger = several::<Danger>(i, Field::Danger, typed.get(Field::Danger));
    let danger_note = i.optional_text(Field::DangerNote, typed.get(Field::DangerNote), NOTE_MAX);
    let valid_until = day(i, Field::ValidUntil, typed.get(Field::ValidUntil));
    let answer_within_h = hours(i, typed.get(Field::AnswerWithin));
    let (Some(from), Some(to), Some(purpose), Some(action), Some(valid_until)) =
        (from, to, purpose, action, valid_until)
    else {
        return Err(input.into_problems());
    };
    input.finish(AlertContent {
        from,
        to,
        purpose,
        action,
        opened_by,
        case_number,
        person,
        danger,
        danger_note,
        valid_until,
        answer_within_h,
    })
}

fn person(i: &mut Input, typed: &DraftFields, purpose: Option<SearchPurpose>) -> Searched {
    let mut names = Vec::new();
    for line in lines(i, Field::Names, typed.get(Field::Names), NAMES_MAX) {
        match name(&line) {
            Some(name) => names.push(name),
            None => i.problem(
                FieldProblem::new(Field::Names, ProblemCode::NotANameLine).with("found", quote(&line)),
            ),
        }
    }
    if names.is_empty()
        && typed.get(Field::Names).trim().is_empty()
        && purpose.is_none_or(SearchPurpose::needs_name)
    {
        i.problem(FieldProblem::new(Field::Names, ProblemCode::Missing));
    }
    let born = typed.get(Field::Born).trim();
    let read: Option<Born> = born.parse().ok();
    if !born.is_empty() && read.is_none() {
        i.problem(FieldProblem::new(Field::Born, ProblemCode::NotABirthDate));
    }
    let sex = typed.get(Field::Sex).trim();
    let sex = if sex.is_empty() { None } else { i.choice::<Sex>(Field::Sex, sex) };
    Searched {
        names,
        born: read,
        birth_place: i.optional(Field::BirthPlace, typed.get(Field::BirthPlace), LINE_MAX),
        sex,
        citizenship: i.optional(Field::Citizenship, typed.get(Field::Citizenship), LINE_MAX),
        documents: lines(i, Field::Documents, typed.get(Field::Documents), DOCUMENTS_MAX),
    }
}

/// One entry to a line; empty lines do not count.
fn lines(i: &mut Input, field: Field, raw: &str, max: usize) -> Vec<String> {
    let found = raw.lines().filter(|line| !line.trim().is_empty()).count();
    if found > max {
        i.problem(FieldProblem::new(field, ProblemCode::TooMany).with("max", max).with("found", found));
        return Vec::new();
    }
    raw.lines().filter_map(|line| i.optional(field, line, LINE_MAX)).collect()
}

/// `family; given; patronymic`, the last two when they are known.
fn name(line: &str) -> Option<SearchedName> {
    let parts: Vec<&str> = line.split(';').map(str::trim).collect();
    if parts.len() > 3 || parts.iter().any(|part| part.chars().count() > NAME_MAX) {
        return None;
    }
    let part = |at: usize| parts.get(at).filter(|p| !p.is_empty()).map(|p| (*p).to_owned());
    Some(SearchedName { family: part(0)?, given: part(1), patronymic: part(2) })
}

fn several<T: Choice + Ord>(i: &mut Input, field: Field, raw: &str) -> BTreeSet<T> {
    raw.split_whitespace().filter_map(|code| i.choice::<T>(field, code)).collect()
}

fn day(i: &mut Input, field: Field, raw: &str) -> Option<Date> {
    let raw = raw.trim();
    if raw.is_empty() {
        i.problem(FieldProblem::new(field, ProblemCode::Missing));
        return None;
    }
    let read = raw.parse().ok();
    if read.is_none() {
        i.problem(FieldProblem::new(field, ProblemCode::NotADay));
    }
    read
}

fn hours(i: &mut Input, raw: &str) -> Option<u16> {
    let raw = raw.trim();
    if raw.is_empty() {
        return None;
    }
    let read = raw.parse().ok().filter(|h| (1..=ANSWER_WITHIN_H_MAX).contains(h));
    if read.is_none() {
        let problem = FieldProblem::new(Field::AnswerWithin, ProblemCode::OutOfRange);
        i.problem(problem.with("min", 1).with("max", ANSWER_WITHIN_H_MAX));
    }
    read
}

fn spelling(content: &AlertContent) -> DraftFields {
    let person = &content.person;
    let names = person.names.iter().map(|name| {
        let mut parts = vec![name.family.as_str()];
        if name.given.is_some() || name.patronymic.is_some() {
            parts.push(name.given.as_deref().unwrap_or_default());
        }
        parts.extend(name.patronymic.as_deref());
        parts.join("; ")
    });
    let codes: Vec<&str> = content.danger.iter().map(|d| d.code()).collect();
    let mut typed = DraftFields::new();
    typed
        .set(Field::From, content.from.as_str())
        .set(Field::To, content.to.as_str())
        .set(Field::SearchPurpose, content.purpose.code())
        .set(Field::Action, content.action.code())
        .set(Field::OpenedBy, &*content.opened_by)
        .set(Field::CaseNumber, &*content.case_number)
        .set(Field::Names, names.collect::<Vec<_>>().join("\n"))
        .set(Field::Born, person.born.map(String::from).unwrap_or_default())
        .set(Field::BirthPlace, person.birth_place.clone().unwrap_or_default())
        .set(Field::Sex, person.sex.map_or("", Choice::code))
        .set(Field::Citizenship, person.citizenship.clone().unwrap_or_default())
        .set(Field::Documents, person.documents.join("\n"))
        .set(Field::Danger, codes.join(" "))
        .set(Field::DangerNote, content.danger_note.clone().unwrap_or_default())
        .set(Field::ValidUntil, content.valid_until.to_string())
        .set(Field::AnswerWithin, content.answer_within_h.map(|h| h.to_string()).unwrap_or_default());
    typed
}
