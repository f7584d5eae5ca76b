//! A form as it was typed: values kept exactly, problems beside the field and in the summary.
//!
//! Never: corrects, trims or drops what a person typed.

use std::collections::BTreeMap;

/// The typed values of a form by field name, with what is wrong with them.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    values: BTreeMap<String, String>,
    problems: Vec<Problem>,
}

/// What is wrong with a field and what to enter, as one sentence in the reader's language.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The field's name; the summary links to `#field-{name}`.
    pub field: String,
    pub text: String,
}

/// One entry of a select or a group of radios.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    pub value: String,
    pub text: String,
    /// A second line under a radio; empty for a select.
    pub hint: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Choice { value: value.into(), text: text.into(), hint: String::new() }
    }

    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

impl Fields {
    pub fn new(values: impl IntoIterator<Item = (String, String)>) -> Self {
        Fields { values: values.into_iter().collect(), problems: Vec::new() }
    }

    pub fn with_problems(mut self, problems: Vec<Problem>) -> Self {
        self.problems = problems;
        self
    }

    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.values.insert(name.to_owned(), value.into());
    }

    pub fn value(&self, name: &str) -> &str {
        self.values.get(name).map(String::as_str).unwrap_or_default()
    }

    pub fn is(&self, name: &str, value: &str) -> bool {
        self.value(name) == value
    }

    /// Whether a field of several values (tick boxes) holds this one; values stand apart by blanks or commas.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.value(name).split([' ', ',', '\n', '\r']).any(|v| v == value)
    }

    /// The first problem of a field; further ones appear once the first is mended.
    pub fn problem(&self, name: &str) -> Option<&str> {
        self.problems.iter().find(|p| p.field == name).map(|p| p.text.as_str())
    }

    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}
