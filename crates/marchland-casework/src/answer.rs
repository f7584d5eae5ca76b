//! The answer: a result for every point of the request, the words, and what travels with them.
//!
//! Never: answers a point that was not asked, or leaves one out.

use crate::choice::Choice;
use crate::content::{Content, SubjectCategory};
use crate::draft::DraftFields;
use crate::field::{Field, FieldProblem, ProblemCode};
use crate::grounds::{Ground, PointRefusal};
use crate::handling::Marking;
use crate::ids::AttachmentId;
use crate::input::{Input, quote};
use crate::marking;
use serde::{Deserialize, Serialize};

pub const ANSWER_TEXT_MAX: usize = 8_000;
pub const POINT_TEXT_MAX: usize = 2_000;
pub const PERSONS_MAX: usize = 100;
const PERSON_NAME_MAX: usize = 200;
const ATTACHMENTS_MAX: usize = 50;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub text: String,
    /// One for each point of the request, in its order.
    pub points: Vec<PointAnswer>,
    /// Everyone the answer names, each with a role: mandatory, as on the request.
    pub persons: Vec<PersonNamed>,
    pub marking: Marking,
    pub attachments: Vec<Attachment>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointAnswer {
    pub point: u16,
    pub result: PointResult,
    pub text: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum PointResult {
    /// Data were found; the text of the point says what.
    Found,
    /// Looked for and not on record. It does not say that there is nothing.
    NoRecord,
    /// As the position taken before said.
    Refused { grounds: Vec<Ground> },
    /// Still being worked on; another answer follows.
    Later,
}

impl PointResult {
    /// The results a person can choose. `refused` follows from the position and is never typed.
    pub const CHOICES: [&str; 3] = ["found", "no-record", "later"];

    pub fn code(&self) -> &'static str {
        match self {
            PointResult::Found => "found",
            PointResult::NoRecord => "no-record",
            PointResult::Refused { .. } => "refused",
            PointResult::Later => "later",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonNamed {
    pub name: String,
    pub category: SubjectCategory,
}

/// A file that goes with the answer. The bytes are not here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    pub id: AttachmentId,
    pub name: String,
}

impl Answer {
    /// Nothing is left to be answered later.
    pub fn is_final(&self) -> bool {
        self.points.iter().all(|p| p.result != PointResult::Later)
    }

    /// Reads a draft of an answer to `content`. Points in `refused` were refused by the position.
    pub fn check(
        typed: &DraftFields,
        content: &Content,
        refused: &[PointRefusal],
        attachments: &[Attachment],
    ) -> Result<Answer, Vec<FieldProblem>> {
        let mut input = Input::default();
        let i = &mut input;
        let text = i.required_text(Field::AnswerText, typed.get(Field::AnswerText), ANSWER_TEXT_MAX);
        let points = content.numbered().map(|(n, _)| point(i, typed, n, refused)).collect();
        let persons = persons(i, typed.get(Field::Persons));
        let Some(marking) = marking::read(i, &|field| typed.get(field)) else {
            return Err(input.into_problems());
        };
        input.finish(Answer { text, points, persons, marking, attachments: attachments.to_vec() })
    }

    /// An answer from outside keeps the rules of our own form and answers each point of what we asked once.
    pub fn check_against(&self, content: &Content) -> Result<(), Vec<FieldProblem>> {
        let refused: Vec<PointRefusal> = self
            .points
            .iter()
            .filter_map(|p| match &p.result {
                PointResult::Refused { grounds } => {
                    Some(PointRefusal { point: p.point, grounds: grounds.clone() })
                }
                _ => None,
            })
            .collect();
        let mut again = Answer::check(&self.spelling(), content, &refused, &self.attachments)?;
        marking::check_conditions(&self.marking)?;
        again.marking.use_conditions = self.marking.use_conditions.clone();
        let names_clean = self.attachments.len() <= ATTACHMENTS_MAX
            && self.attachments.iter().all(|a| crate::text::is_clean(&a.name, PERSON_NAME_MAX, false));
        if &again == self && names_clean {
            return Ok(());
        }
        Err(vec![FieldProblem::new(Field::AnswerText, ProblemCode::OtherSpelling)])
    }

    /// The draft that checks to this answer.
    pub fn spelling(&self) -> DraftFields {
        let mut draft = DraftFields::new();
        draft.set(Field::AnswerText, &self.text);
        for point in &self.points {
            if !matches!(point.result, PointResult::Refused { .. }) {
                draft.set(Field::PointResult(point.point), point.result.code());
            }
            draft.set(Field::PointText(point.point), point.text.as_deref().unwrap_or(""));
        }
        let lines: Vec<String> =
            self.persons.iter().map(|p| format!("{} = {}", p.name, p.category.code())).collect();
        draft.set(Field::Persons, lines.join("\n"));
        let codes: Vec<&str> = self.marking.handling.codes.iter().map(|c| c.code()).collect();
        draft.set(Field::Handling, codes.join(" "));
        draft.set(Field::HandlingWords, self.marking.handling.words.as_deref().unwrap_or(""));
        draft.set(Field::SourceEval, self.marking.assessment.source.code());
        draft.set(Field::InfoEval, self.marking.assessment.information.code());
        draft
    }
}

fn point(i: &mut Input, typed: &DraftFields, number: u16, refused: &[PointRefusal]) -> PointAnswer {
    let (result_field, text_field) = (Field::PointResult(number), Field::PointText(number));
    let code = typed.get(result_field).trim();
    let refusal = refused.iter().find(|r| r.point == number);
    let result = match (refusal, code) {
        (Some(refusal), "" | "refused") => PointResult::Refused { grounds: refusal.grounds.clone() },
        (None, "found") => PointResult::Found,
        (None, "no-record") => PointResult::NoRecord,
        (None, "later") => PointResult::Later,
        (None, "") => {
            i.problem(FieldProblem::new(result_field, ProblemCode::Missing));
            PointResult::Later
        }
        (_, found) => {
            i.not_a_choice(result_field, found);
            PointResult::Later
        }
    };
    let text = i.optional_text(text_field, typed.get(text_field), POINT_TEXT_MAX);
    if result == PointResult::Found && typed.get(text_field).trim().is_empty() {
        i.problem(FieldProblem::new(text_field, ProblemCode::Missing));
    }
    PointAnswer { point: number, result, text }
}

/// One `name = role` to a line.
fn persons(i: &mut Input, raw: &str) -> Vec<PersonNamed> {
    let lines: Vec<&str> = raw.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    if lines.len() > PERSONS_MAX {
        let problem = FieldProblem::new(Field::Persons, ProblemCode::TooMany);
        i.problem(problem.with("max", PERSONS_MAX).with("found", lines.len()));
    }
    let mut persons = Vec::new();
    for line in lines.iter().take(PERSONS_MAX) {
        let (name, code) = line.rsplit_once('=').unwrap_or((line, ""));
        let name = i.required(Field::Persons, name, PERSON_NAME_MAX);
        match SubjectCategory::from_code(code.trim()) {
            Some(category) => persons.push(PersonNamed { name, category }),
            None => {
                let problem = FieldProblem::new(Field::Persons, ProblemCode::NotAPersonLine);
                i.problem(problem.with("found", quote(line)));
            }
        }
    }
    persons
}
