//! What an alert says: whom or what a state searches for, why, what is asked of the finder, until when.
//!
//! The purposes are the five of article 1(b) of the treaty on interstate search of 2010, with the separate category of
//! article 1(d); only the first two are coercive. Nothing else of the treaty's operative text is used here. The treaty is
//! about persons: a thing searched for without one is shared information on a crime, which is another form and another law.
//!
//! Never: says what a finder must do beyond what is asked; people there decide under their own law.

use crate::born::Born;
use crate::choice::Choice;
use crate::content::FORMS;
use crate::draft::DraftFields;
use crate::field::{Field, FieldProblem, ProblemCode};
use crate::input::{Input, quote};
use crate::legal::state_of;
use jiff::civil::Date;
use marchland_law::{Act, BodyId, FormId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::record::document_number;
use super::thing::{SearchedThing, THINGS_MAX};

/// The form of cooperation an alert stands for.
pub const SEARCH_FORM: &str = "interstate-search";
pub const NAMES_MAX: usize = 20;
pub const DOCUMENTS_MAX: usize = 20;
pub const ADDRESSEES_MAX: usize = 40;
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
    /// No person: a thing that was stolen, lost or declared invalid.
    Thing,
}

/// What is asked of whoever finds the person or the thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SearchAction {
    /// Hold the person as the finder's own law allows, and tell the issuer.
    DetainAndInform,
    /// Tell the issuer where the person is; the person may know.
    LocateAndInform,
    /// Tell the issuer without letting the person notice.
    Discreet,
    /// Keep the thing as the finder's own law allows, and tell the issuer.
    SecureAndInform,
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
    /// Other bodies it is addressed to, each by a message of its own.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub also_to: BTreeSet<BodyId>,
    pub purpose: SearchPurpose,
    pub action: SearchAction,
    /// The decision that opened the search: who made it, when, its number.
    pub opened_by: String,
    pub case_number: String,
    pub person: Searched,
    /// Things of the person, or what is searched for instead of one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub things: Vec<SearchedThing>,
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
        (Self::Thing, "thing"),
    ];
}

impl Choice for SearchAction {
    const TABLE: &'static [(Self, &'static str)] = &[
        (Self::DetainAndInform, "detain-and-inform"),
        (Self::LocateAndInform, "locate-and-inform"),
        (Self::Discreet, "discreet"),
        (Self::SecureAndInform, "secure-and-inform"),
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
        !matches!(self, Self::UnknownPerson | Self::UnknownBody | Self::Thing)
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
            form: FormId::from(self.form()),
            from: self.from.clone(),
            to: self.to.clone(),
            channel: None,
            facts: BTreeMap::new(),
        }
    }

    /// Search is for persons; what is known about a stolen thing is shared information on a crime.
    pub fn form(&self) -> &'static str {
        if self.purpose == SearchPurpose::Thing { FORMS[1] } else { SEARCH_FORM }
    }

    /// Every body it is addressed to, the main one first.
    pub fn addressees(&self) -> impl Iterator<Item = &BodyId> {
        std::iter::once(&self.to).chain(&self.also_to)
    }

    /// The same as its message to one of the addressees says it.
    pub fn addressed_to(&self, body: &BodyId) -> Self {
        let also_to = self.addressees().filter(|other| *other != body).cloned().collect();
        Self { to: body.clone(), also_to, ..self.clone() }
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

    /// Whether this is the number of a document or thing the alert itself names.
    pub(super) fn names(&self, number: &str) -> bool {
        let things = self.things.iter().map(|thing| &thing.number);
        let all = self.person.documents.iter().chain(things);
        all.filter_map(|listed| document_number(listed)).any(|listed| listed == number)
    }

    /// How the person is called in lists, or else the thing; an unknown person by the case.
    pub fn title(&self) -> String {
        let person = self.person.names.first().map(SearchedName::line);
        let thing = || self.things.first().map(SearchedThing::line);
        person.or_else(thing).unwrap_or_else(|| self.case_number.clone())
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
    let also_to = also_to(i, typed, from.as_ref(), to.as_ref());
    let purpose = i.choice::<SearchPurpose>(Field::SearchPurpose, typed.get(Field::SearchPurpose));
    let action = i.choice::<SearchAction>(Field::Action, typed.get(Field::Action));
    if let (Some(purpose), Some(SearchAction::DetainAndInform)) = (purpose, action)
        && !purpose.is_coercive()
    {
        i.problem(FieldProblem::new(Field::Action, ProblemCode::NotCoercive));
    }
    if let (Some(purpose), Some(SearchAction::SecureAndInform)) = (purpose, action)
        && purpose != SearchPurpose::Thing
    {
        i.problem(FieldProblem::new(Field::Action, ProblemCode::NotForPersons));
    }
    let opened_by = i.required(Field::OpenedBy, typed.get(Field::OpenedBy), LINE_MAX);
    let case_number = i.required(Field::CaseNumber, typed.get(Field::CaseNumber), LINE_MAX);
    let person = person(i, typed, purpose);
    let things = things(i, typed, purpose, &person);
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
        also_to,
        purpose,
        action,
        opened_by,
        case_number,
        person,
        things,
        danger,
        danger_note,
        valid_until,
        answer_within_h,
    })
}

fn also_to(
    i: &mut Input,
    typed: &DraftFields,
    from: Option<&BodyId>,
    to: Option<&BodyId>,
) -> BTreeSet<BodyId> {
    let mut also = BTreeSet::new();
    for raw in typed.get(Field::AlsoTo).split([' ', ',', '\n', '\r']).filter(|raw| !raw.is_empty()) {
        let Some(body) = crate::draft::check::parse_body(i, Field::AlsoTo, raw) else { continue };
        if from.is_some_and(|from| state_of(from) == state_of(&body)) {
            i.problem(FieldProblem::new(Field::AlsoTo, ProblemCode::OwnState).with("found", &body));
        }
        // The main addressee, ticked a second time, is one addressee.
        if to != Some(&body) {
            also.insert(body);
        }
    }
    if also.len() > ADDRESSEES_MAX {
        let problem = FieldProblem::new(Field::AlsoTo, ProblemCode::TooMany);
        i.problem(problem.with("max", ADDRESSEES_MAX).with("found", also.len()));
    }
    also
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

fn things(
    i: &mut Input,
    typed: &DraftFields,
    purpose: Option<SearchPurpose>,
    person: &Searched,
) -> Vec<SearchedThing> {
    let mut things = Vec::new();
    let given = lines(i, Field::Things, typed.get(Field::Things), THINGS_MAX);
    for line in &given {
        match SearchedThing::read(line) {
            Some(thing) => things.push(thing),
            None => i.problem(
                FieldProblem::new(Field::Things, ProblemCode::NotAThingLine).with("found", quote(line)),
            ),
        }
    }
    if purpose == Some(SearchPurpose::Thing) {
        if given.is_empty() {
            i.problem(FieldProblem::new(Field::Things, ProblemCode::Missing));
        }
        // Its keeper or holder is not the one searched for, and must not be stopped as if.
        if *person != Searched::default() {
            i.problem(FieldProblem::new(Field::Names, ProblemCode::NotForThings));
        }
    }
    things
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
        .set(Field::AlsoTo, content.also_to.iter().map(BodyId::as_str).collect::<Vec<_>>().join(" "))
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
        .set(Field::Things, content.things.iter().map(SearchedThing::spelling).collect::<Vec<_>>().join("\n"))
        .set(Field::Danger, codes.join(" "))
        .set(Field::DangerNote, content.danger_note.clone().unwrap_or_default())
        .set(Field::ValidUntil, content.valid_until.to_string())
        .set(Field::AnswerWithin, content.answer_within_h.map(|h| h.to_string()).unwrap_or_default());
    typed
}
