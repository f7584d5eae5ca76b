//! Reads handling codes and the 4x4 assessment from typed fields, for requests and answers alike.
//!
//! Never: knows a use condition of the law; those come with the decision.

use crate::choice::Choice;
use crate::field::{Field, FieldProblem, ProblemCode};
use crate::handling::{Assessment, Handling, HandlingCode, InformationGrade, Marking, SourceGrade};
use crate::input::Input;
use std::collections::BTreeSet;

pub(crate) const HANDLING_WORDS_MAX: usize = 600;
const USE_CONDITIONS_MAX: usize = 32;

pub(crate) fn read<'a>(i: &mut Input, get: &dyn Fn(Field) -> &'a str) -> Option<Marking> {
    let handling = handling(i, get(Field::Handling), get(Field::HandlingWords));
    let source = i.choice::<SourceGrade>(Field::SourceEval, get(Field::SourceEval));
    let information = i.choice::<InformationGrade>(Field::InfoEval, get(Field::InfoEval));
    let assessment = Assessment { source: source?, information: information? };
    Some(Marking { handling: handling?, assessment, use_conditions: BTreeSet::new() })
}

fn handling(i: &mut Input, raw: &str, words: &str) -> Option<Handling> {
    let mut codes = BTreeSet::new();
    for code in raw.split_whitespace() {
        match HandlingCode::from_code(code) {
            Some(code) => _ = codes.insert(code),
            None => {
                i.not_a_choice(Field::Handling, code);
                return None;
            }
        }
    }
    if codes.is_empty() {
        i.problem(FieldProblem::new(Field::Handling, ProblemCode::Missing));
        return None;
    }
    if codes.contains(&HandlingCode::H0) && codes.len() > 1 {
        i.problem(FieldProblem::new(Field::Handling, ProblemCode::StandsAlone));
    }
    let words = if codes.contains(&HandlingCode::H3) {
        Some(i.required_text(Field::HandlingWords, words, HANDLING_WORDS_MAX))
    } else if words.trim().is_empty() {
        None
    } else {
        let problem = FieldProblem::new(Field::HandlingWords, ProblemCode::NotUsedHere);
        i.problem(problem.with("why", "words of a restriction belong to H3"));
        None
    };
    Some(Handling { codes, words })
}

/// Use conditions of an item from outside: few, and spelled as codes.
pub(crate) fn check_conditions(marking: &Marking) -> Result<(), Vec<FieldProblem>> {
    let code = |c: &String| {
        (1..=60).contains(&c.len())
            && c.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    if marking.use_conditions.len() <= USE_CONDITIONS_MAX && marking.use_conditions.iter().all(code) {
        return Ok(());
    }
    Err(vec![FieldProblem::new(Field::Handling, ProblemCode::OtherSpelling)])
}
