//! Reading the tree by hand: every wrong field is noted and reading goes on, so an author sees all mistakes in one run.
//!
//! Never: guesses a missing value.

use std::sync::Arc;

use jiff::civil::Date;

use super::yaml::{Key, Node, Value};
use crate::mistake::{File, Mistake, Span};
use crate::{State, Text};

/// Collects the mistakes of one file.
#[derive(Debug)]
pub(crate) struct Notes<'a> {
    pub(crate) file: &'a File,
    pub(crate) list: Vec<Mistake>,
}

impl<'a> Notes<'a> {
    pub(crate) fn new(file: &'a File) -> Self {
        Self { file, list: Vec::new() }
    }

    pub(crate) fn push(&mut self, mistake: Mistake) {
        self.list.push(mistake);
    }

    pub(crate) fn note(&mut self, at: Span, code: &'static str, what: impl Into<String>) -> &mut Mistake {
        let index = self.list.len();
        self.list.push(Mistake::at(self.file, at, code, what));
        &mut self.list[index]
    }

    fn wrong_kind(&mut self, node: &Node, expected: &str) {
        let found = node.value.kind();
        self.note(node.at, "wrong-kind", format!("{found} stands here")).expected = Some(expected.to_owned());
    }

    pub(crate) fn text(&mut self, node: &Node) -> Option<Arc<str>> {
        match &node.value {
            Value::Text(text) if !text.trim().is_empty() => Some(text.as_str().into()),
            // A bare 7 or 2001 in a text field is what the author meant to write.
            Value::Number(number) => Some(number.to_string().into()),
            Value::Text(_) | Value::Null => {
                self.note(node.at, "empty", "this field is empty").expected = Some("text".to_owned());
                None
            }
            _ => {
                self.wrong_kind(node, "text");
                None
            }
        }
    }

    pub(crate) fn yes_no(&mut self, node: &Node) -> Option<bool> {
        let Value::YesNo(value) = node.value else {
            self.wrong_kind(node, "true or false");
            return None;
        };
        Some(value)
    }

    pub(crate) fn number(&mut self, node: &Node) -> Option<i64> {
        let Value::Number(value) = node.value else {
            self.wrong_kind(node, "a whole number");
            return None;
        };
        Some(value)
    }

    pub(crate) fn amount(&mut self, node: &Node) -> Option<u32> {
        let number = self.number(node)?;
        let amount = u32::try_from(number).ok();
        if amount.is_none() {
            self.note(node.at, "wrong-amount", format!("{number} is not an amount")).expected =
                Some("zero or a positive whole number".to_owned());
        }
        amount
    }

    pub(crate) fn date(&mut self, node: &Node) -> Option<Date> {
        let text = self.text(node)?;
        self.date_text(&text, node.at)
    }

    pub(crate) fn date_text(&mut self, text: &str, at: Span) -> Option<Date> {
        // Exactly year-month-day: jiff would also take a date with a time, which would hide a slip.
        let date = if text.len() == 10 { text.parse::<Date>().ok() } else { None };
        if date.is_none() {
            self.note(at, "not-a-date", format!("'{text}' is not a date")).expected =
                Some("year-month-day, such as 2023-06-28".to_owned());
        }
        date
    }

    pub(crate) fn state(&mut self, node: &Node) -> Option<State> {
        let text = self.text(node)?;
        let state = text.parse().ok();
        if state.is_none() {
            self.note(node.at, "not-a-state", format!("'{text}' is not a state")).expected =
                Some("two capital letters of ISO 3166-1, such as KZ".to_owned());
        }
        state
    }

    /// A word of a closed list of the program.
    pub(crate) fn word<T: Copy>(
        &mut self,
        node: &Node,
        code: &'static str,
        what: &str,
        all: &[T],
        spelling: fn(T) -> &'static str,
    ) -> Option<T> {
        let text = self.text(node)?;
        let found = all.iter().copied().find(|w| spelling(*w) == &*text);
        if found.is_none() {
            let known: Vec<&str> = all.iter().map(|w| spelling(*w)).collect();
            self.unknown(node.at, code, what, &text, &known);
        }
        found
    }

    /// Notes a word that is not in a list, with the nearest one that is.
    pub(crate) fn unknown(&mut self, at: Span, code: &'static str, what: &str, found: &str, known: &[&str]) {
        let nearest = nearest(found, known).map(|n| format!("did you mean '{n}'?"));
        let expected = if known.is_empty() {
            "none is defined".to_owned()
        } else {
            format!("one of {}", known.join(", "))
        };
        let mistake = self.note(at, code, format!("'{found}' is not {what}"));
        mistake.expected = Some(expected);
        if nearest.is_some() {
            mistake.advice = nearest;
        }
    }

    pub(crate) fn list<T>(
        &mut self,
        node: &Node,
        mut each: impl FnMut(&mut Self, &Node) -> Option<T>,
    ) -> Vec<T> {
        let Value::List(list) = &node.value else {
            self.wrong_kind(node, "a list, such as [one, two]");
            return Vec::new();
        };
        list.iter().filter_map(|item| each(self, item)).collect()
    }

    /// Text in English and Russian, Kazakh where known.
    pub(crate) fn languages(&mut self, node: &Node) -> Option<Text> {
        let mut fields = Fields::of(self, node, "text in languages, such as {en: …, ru: …}")?;
        let en = fields.required(self, "en").and_then(|n| self.text(n));
        let ru = fields.required(self, "ru").and_then(|n| self.text(n));
        let kk = fields.optional("kk").and_then(|n| self.text(n));
        fields.finish(self);
        Some(Text { en: en?, ru: ru?, kk })
    }
}

/// The fields of one entry, taken one by one; what was never asked for is unknown and is reported.
#[derive(Debug)]
pub(crate) struct Fields<'n> {
    at: Span,
    what: &'static str,
    entries: &'n [(Key, Node)],
    asked: Vec<&'static str>,
}

impl<'n> Fields<'n> {
    pub(crate) fn of(notes: &mut Notes<'_>, node: &'n Node, what: &'static str) -> Option<Self> {
        let Value::Fields(entries) = &node.value else {
            notes.wrong_kind(node, what);
            return None;
        };
        Some(Self { at: node.at, what, entries, asked: Vec::new() })
    }

    pub(crate) fn optional(&mut self, name: &'static str) -> Option<&'n Node> {
        self.asked.push(name);
        let (_, node) = self.entries.iter().find(|(key, _)| key.name == name)?;
        Some(node)
    }

    pub(crate) fn required(&mut self, notes: &mut Notes<'_>, name: &'static str) -> Option<&'n Node> {
        let found = self.optional(name);
        if found.is_none() {
            let code = match name {
                "confidence" => "missing-confidence",
                "sources" => "missing-source",
                _ => "missing-field",
            };
            let at = Span { start: self.at.start, length: self.at.length.min(40) };
            let mistake = notes.note(at, code, format!("the field '{name}' is missing here"));
            mistake.expected = Some(format!("{}, with '{name}'", self.what));
            let advice = match name {
                "confidence" => Some("say how the text is known: verified-text, verified-header, secondary-source, from-seed-only or unverified-background".into()),
                "sources" => Some("name at least one source, or write 'sources: []' where there is none".into()),
                _ => None,
            };
            if let Some(advice) = advice {
                mistake.advice = Some(advice);
            }
        }
        found
    }

    /// Reports every field nobody asked for.
    pub(crate) fn finish(self, notes: &mut Notes<'_>) {
        for (key, _) in self.entries {
            if !self.asked.contains(&key.name.as_str()) {
                notes.unknown(key.at, "unknown-field", "a field known here", &key.name, &self.asked);
            }
        }
    }
}

/// The word of a list that a slip of the pen would turn into `found`.
pub fn nearest<'k>(found: &str, known: &[&'k str]) -> Option<&'k str> {
    known
        .iter()
        .map(|word| (distance(found, word), *word))
        .filter(|(d, word)| *d <= 1 + word.chars().count() / 4)
        .min()
        .map(|(_, word)| word)
}

/// Edits between two words; long input counts as far, since only slips are wanted.
fn distance(a: &str, b: &str) -> usize {
    const WORD_LENGTH_MAX: usize = 60;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(WORD_LENGTH_MAX + 1).collect(), b.chars().collect());
    if a.len() > WORD_LENGTH_MAX {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = (corner + usize::from(x != y)).min(above + 1).min(row[j] + 1);
            corner = above;
        }
    }
    row[b.len()]
}
