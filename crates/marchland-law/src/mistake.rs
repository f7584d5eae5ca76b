//! What an author of law files got wrong: where, what was expected, what to do. All of it at once.
//!
//! Never: stops at the first mistake, names a type of the program.

use std::fmt;
use std::sync::Arc;

use miette::{Diagnostic, LabeledSpan, NamedSource, SourceCode};

/// One mistake in one file.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// Stable code, such as `unknown-form`.
    pub code: &'static str,
    /// Relative to the folder `law/`.
    pub path: Arc<str>,
    /// From 1. Zero when the mistake concerns the pack as a whole.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong, as a sentence.
    pub what: String,
    /// What would have been right.
    pub expected: Option<String>,
    /// What to do next.
    pub advice: Option<String>,
    start: usize,
    length: usize,
    source: NamedSource<Arc<str>>,
}

/// All mistakes found in a pack, in the order of the files.
#[derive(Clone, Debug, Default)]
pub struct Mistakes {
    pub list: Vec<Mistake>,
}

/// A text and where it came from, shared by all mistakes in it.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) path: Arc<str>,
    pub(crate) text: Arc<str>,
}

/// A stretch of a file, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) length: usize,
}

impl Mistake {
    pub(crate) fn at(file: &File, span: Span, code: &'static str, what: impl Into<String>) -> Self {
        let text = &file.text;
        let start = floor_boundary(text, span.start);
        let end = floor_boundary(text, span.start.saturating_add(span.length)).max(start);
        let line_start = text[..start].rfind('\n').map_or(0, |n| n + 1);
        Self {
            code,
            path: file.path.clone(),
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            what: what.into(),
            expected: None,
            advice: usual_advice(code).map(str::to_owned),
            start,
            length: end - start,
            source: NamedSource::new(&file.path, file.text.clone()),
        }
    }

    pub(crate) fn expected(mut self, what: impl Into<String>) -> Self {
        self.expected = Some(what.into());
        self
    }

    pub(crate) fn advice(mut self, what: impl Into<String>) -> Self {
        self.advice = Some(what.into());
        self
    }

    /// The mistake with its line and a caret, readable without a terminal.
    pub fn plain(&self) -> String {
        let text = self.source.inner();
        let line_start = text[..self.start].rfind('\n').map_or(0, |n| n + 1);
        let line = text[line_start..].lines().next().unwrap_or("");
        let before: String =
            line.chars().take(self.column - 1).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
        let line_end = line_start + line.len();
        let marked = &text[self.start.min(line_end)..(self.start + self.length).min(line_end)];
        let carets = "^".repeat(marked.chars().count().max(1));
        let number = self.line.to_string();
        let margin = " ".repeat(number.len());
        let mut out = format!(
            "mistake[{}]: {}\n{margin}--> {}:{}:{}\n{margin} |\n{number} | {line}\n{margin} | {before}{carets}\n",
            self.code, self.what, self.path, self.line, self.column
        );
        for (label, text) in [("expected", &self.expected), ("advice", &self.advice)] {
            if let Some(text) = text {
                out.push_str(&format!("{margin} = {label}: {text}\n"));
            }
        }
        out
    }
}

/// What to do about a kind of mistake, where the place itself does not say more.
fn usual_advice(code: &str) -> Option<&'static str> {
    Some(match code {
        "contradictory-dates" => "read both days in the source again and correct the wrong one",
        "duplicate-id" => "keep one of the two, or give the second a name of its own",
        "empty" => "fill the field in, or take its line out",
        "file-too-large" => "split the file",
        "missing-field" => "add the field; an instrument like yours shows how it is written",
        "missing-file" => "put the file back, or name the right folder",
        "missing-front-matter" => "put a line of three hyphens before and after the fields of the instrument",
        "missing-heading" => {
            "write the article's heading above the block: every rule stands under its article"
        }
        "missing-provision" => "add the block: it says how well the article is known and from where",
        "not-a-body" => "name the body by state, level and region",
        "not-a-code" => "write the code in small letters, digits and hyphens",
        "not-a-date" => "write year, month and day with hyphens, such as 2023-06-28",
        "not-a-state" => "write the two capital letters, such as KZ; put \"NO\" in quotes",
        "not-a-time" => "write hours and minutes in quotes, such as '09:00'",
        "not-a-year" => "write the year with four digits",
        "open-block" => "close the block with a line of three backticks",
        "overlapping-validity" => "let one end on the day the other begins",
        "situation-differs" => "correct the rule or the situation, whichever misreads the text",
        "unclear-test" => "say with one word what the answer must be",
        "unknown-block" => "write provision or rule after the three backticks, or leave the block out",
        "unknown-file" => "move the file to its place, or out of the folder of the law",
        "wrong-amount" => "write a whole number that makes sense here",
        "wrong-kind" => "write what is expected here; check indentation, brackets and quotes",
        "yaml-syntax" => {
            "check indentation, colons and quotes; quote a text that contains ': ' or starts with a sign"
        }
        _ if code.starts_with("unknown-") => "take a word of the list, or add the word where the list stands",
        _ => return None,
    })
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.path, self.line, self.column, self.what)
    }
}

impl std::error::Error for Mistake {}

impl Diagnostic for Mistake {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(self.code))
    }
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.advice.as_ref().map(|a| Box::new(a) as Box<dyn fmt::Display>)
    }
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }
    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = self.expected.as_ref().map_or_else(|| "here".to_owned(), |e| format!("expected {e}"));
        Some(Box::new(std::iter::once(LabeledSpan::new(Some(label), self.start, self.length))))
    }
}

impl Mistakes {
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All mistakes, readable without a terminal, with a count at the end.
    pub fn plain(&self) -> String {
        let mut out: String = self.list.iter().map(|m| m.plain() + "\n").collect();
        out.push_str(&match self.list.len() {
            0 => "No mistakes.\n".to_owned(),
            1 => "1 mistake. The law was not loaded.\n".to_owned(),
            n => format!("{n} mistakes. The law was not loaded.\n"),
        });
        out
    }
}

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.list.as_slice() {
            [] => f.write_str("no mistakes in the law files"),
            [one] => write!(f, "the law files have one mistake: {one}"),
            [first, ..] => write!(f, "the law files have {} mistakes, the first: {first}", self.list.len()),
        }
    }
}

impl std::error::Error for Mistakes {}

impl Diagnostic for Mistakes {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new("law-not-loaded"))
    }
    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        Some(Box::new(self.list.iter().map(|m| m as &dyn Diagnostic)))
    }
}
