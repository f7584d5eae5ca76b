//! The door for typed text: reads one field after the other and collects every problem, not only the first.
//!
//! Never: stops at the first problem, changes what was typed.

use crate::choice::Choice;
use crate::error::CannotStep;
use crate::field::{Field, FieldProblem, ProblemCode};
use crate::text::{TextFault, clean};

#[derive(Debug, Default)]
pub(crate) struct Input {
    problems: Vec<FieldProblem>,
}

impl Input {
    pub(crate) fn problem(&mut self, problem: FieldProblem) {
        self.problems.push(problem);
    }

    fn cleaned(&mut self, field: Field, raw: &str, max: usize, lines: bool) -> Option<String> {
        match clean(raw, max, lines) {
            Ok(text) => Some(text),
            Err(TextFault::TooLong { max, found }) => {
                let problem = FieldProblem::new(field, ProblemCode::TooLong);
                self.problem(problem.with("max", max).with("found", found));
                None
            }
            Err(TextFault::Hidden { at }) => {
                self.problem(FieldProblem::new(field, ProblemCode::HiddenCharacter).with("at", at));
                None
            }
        }
    }

    /// A line that must be there. On a problem the value is empty and the problem is kept.
    pub(crate) fn required(&mut self, field: Field, raw: &str, max: usize) -> String {
        let cleaned = self.cleaned(field, raw, max, false);
        self.filled(field, cleaned)
    }

    /// A text of several lines that must be there.
    pub(crate) fn required_text(&mut self, field: Field, raw: &str, max: usize) -> String {
        let cleaned = self.cleaned(field, raw, max, true);
        self.filled(field, cleaned)
    }

    fn filled(&mut self, field: Field, cleaned: Option<String>) -> String {
        match cleaned {
            Some(text) if text.is_empty() => {
                self.problem(FieldProblem::new(field, ProblemCode::Missing));
                text
            }
            other => other.unwrap_or_default(),
        }
    }

    pub(crate) fn optional(&mut self, field: Field, raw: &str, max: usize) -> Option<String> {
        self.cleaned(field, raw, max, false).filter(|text| !text.is_empty())
    }

    pub(crate) fn optional_text(&mut self, field: Field, raw: &str, max: usize) -> Option<String> {
        self.cleaned(field, raw, max, true).filter(|text| !text.is_empty())
    }

    /// One entry of a closed list that must be there.
    pub(crate) fn choice<T: Choice>(&mut self, field: Field, raw: &str) -> Option<T> {
        let code = raw.trim();
        if code.is_empty() {
            self.problem(FieldProblem::new(field, ProblemCode::Missing));
            return None;
        }
        let chosen = T::from_code(code);
        if chosen.is_none() {
            self.not_a_choice(field, code);
        }
        chosen
    }

    pub(crate) fn not_a_choice(&mut self, field: Field, found: &str) {
        // What was typed may be long or hostile; a problem quotes only its beginning.
        self.problem(FieldProblem::new(field, ProblemCode::NotAChoice).with("found", quote(found)));
    }

    /// The value if nothing was wrong with any field, else all that was.
    pub(crate) fn finish<T>(self, value: T) -> Result<T, Vec<FieldProblem>> {
        if self.problems.is_empty() { Ok(value) } else { Err(self.problems) }
    }

    pub(crate) fn done<T>(self, value: T) -> Result<T, CannotStep> {
        self.finish(value).map_err(CannotStep::Incomplete)
    }

    pub(crate) fn into_problems(self) -> Vec<FieldProblem> {
        self.problems
    }
}

/// The first characters of a typed value, without control characters.
pub(crate) fn quote(raw: &str) -> String {
    raw.chars().filter(|c| !c.is_control()).take(40).collect()
}

/// A single text for a step: a reason, a question, a clarification.
pub(crate) fn step_text(field: Field, raw: &str, max: usize) -> Result<String, CannotStep> {
    let mut input = Input::default();
    let text = input.required_text(field, raw, max);
    input.done(text)
}

/// A single line for a step, such as a register number.
pub(crate) fn step_line(field: Field, raw: &str, max: usize) -> Result<String, CannotStep> {
    let mut input = Input::default();
    let text = input.required(field, raw, max);
    input.done(text)
}
