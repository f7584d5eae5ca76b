//! A draft, saved as typed: valid or not, nothing is lost. Checking it makes a [`Content`] or says, field by
//! field, what to mend.
//!
//! Never: refuses to keep what was typed, changes it, or guesses.

mod about;
pub(crate) mod check;
mod spell;

pub use check::{FACTS_MAX, LINE_MAX, POINT_MAX, POINTS_MAX, REASON_MAX};

use crate::choice::Choice;
use crate::content::{Content, Purpose, SubjectCategory};
use crate::field::{Field, FieldProblem};
use crate::legal::Known;
use marchland_law::{Act, BodyId, FormId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Raw text by field. Several entries in one field: `points` has one to a line, `legal_facts` one
/// `key = value` to a line, `urgency_tests` and `handling` are separated by blanks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DraftFields {
    typed: BTreeMap<Field, String>,
}

impl DraftFields {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn set(&mut self, field: Field, typed: impl Into<String>) -> &mut Self {
        self.typed.insert(field, typed.into());
        self
    }

    /// What was typed, or nothing.
    pub fn get(&self, field: Field) -> &str {
        self.typed.get(&field).map_or("", String::as_str)
    }

    pub fn iter(&self) -> impl Iterator<Item = (Field, &str)> {
        self.typed.iter().map(|(field, typed)| (*field, typed.as_str()))
    }

    /// The checked content, or every field that must be mended. The moment of an oral request is compared
    /// with the step's time by `submit`, not here.
    pub fn check(&self) -> Result<Content, Vec<FieldProblem>> {
        check::content(self)
    }

    /// What the law can already be asked while the form is being filled. Absent until form and bodies are known.
    pub fn act(&self) -> Option<Act> {
        let body = |field| check::body(self.get(field));
        let form = self.get(Field::Form).trim();
        if form.is_empty() {
            return None;
        }
        let known = Known {
            urgent: match self.get(Field::Urgency).trim() {
                "urgent" => Some(true),
                "normal" => Some(false),
                _ => None,
            },
            oral: !self.get(Field::OralAt).trim().is_empty(),
            purpose: Purpose::from_code(self.get(Field::Purpose).trim()),
            category: SubjectCategory::from_code(self.get(Field::Category).trim()),
        };
        let facts = known.with(check::legal_facts(self.get(Field::LegalFacts)).unwrap_or_default());
        Some(Act {
            form: FormId::from(form),
            from: body(Field::From)?,
            to: body(Field::To)?,
            channel: None,
            facts,
        })
    }

    /// The draft switched to a lawful route: `through` signs and sends, `asker` is the body asked for.
    pub fn use_route(&mut self, asker: &BodyId, through: &BodyId, to: &BodyId) -> &mut Self {
        self.set(Field::From, through.as_str());
        self.set(Field::To, to.as_str());
        let on_behalf_of = if asker == through { "" } else { asker.as_str() };
        self.set(Field::OnBehalfOf, on_behalf_of)
    }

    /// The draft that checks to exactly this content: where a correction starts, and how a neighbour's
    /// content is proved to keep our limits.
    pub fn spelling(content: &Content) -> Self {
        spell::draft(content)
    }
}

impl Content {
    /// A content from outside keeps every rule our own form keeps, in the same single spelling.
    pub fn check(&self) -> Result<(), Vec<FieldProblem>> {
        let mut again = DraftFields::spelling(self).check()?;
        // Use conditions come from the law, not from a field: kept as sent if each is a code.
        crate::marking::check_conditions(&self.marking)?;
        again.marking.use_conditions = self.marking.use_conditions.clone();
        if &again == self {
            return Ok(());
        }
        let (ours, theirs) = (DraftFields::spelling(&again), DraftFields::spelling(self));
        let differing = Field::ALL.iter().filter(|f| ours.get(**f) != theirs.get(**f));
        let problem = |f: &Field| FieldProblem::new(*f, crate::field::ProblemCode::OtherSpelling);
        let problems: Vec<FieldProblem> = differing.map(problem).collect();
        // Values that spell alike but differ are still not ours: never an empty list of problems.
        Err(if problems.is_empty() { vec![problem(&Field::Facts)] } else { problems })
    }
}
