//! What goes in: alerts and checks, one JSON object per line, and the name a machine-readable zone adds.
//!
//! Never: opens files, keeps a check, judges a name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::born::Born;

/// One name of a person, as some document wrote it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spelling {
    #[serde(default)]
    pub family: Option<String>,
    #[serde(default)]
    pub given: Option<String>,
    #[serde(default)]
    pub patronymic: Option<String>,
    #[serde(default)]
    pub full: Option<String>,
}

/// A person a state searches for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    pub id: String,
    #[serde(default)]
    pub kind: Option<String>,
    #[serde(default)]
    pub state: Option<String>,
    #[serde(default)]
    pub names: Vec<Spelling>,
    #[serde(default)]
    pub dob: Option<String>,
    #[serde(default)]
    pub sex: Option<String>,
    #[serde(default)]
    pub nat: Option<Nationality>,
}

/// A person who stands at the border.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    pub id: String,
    #[serde(flatten)]
    pub name: Spelling,
    #[serde(default)]
    pub channel: Option<String>,
    #[serde(default)]
    pub dob: Option<String>,
    #[serde(default)]
    pub sex: Option<String>,
    #[serde(default)]
    pub nat: Option<Nationality>,
    #[serde(default)]
    pub mrz: Option<Zone>,
}

/// One nationality or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Nationality {
    One(String),
    Several(Vec<String>),
}

/// The zone as one text with line breaks or as a list of lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Zone {
    Text(String),
    Lines(Vec<String>),
}

impl Zone {
    pub fn lines(&self) -> Vec<&str> {
        match self {
            Zone::Text(text) => text.lines().collect(),
            Zone::Lines(lines) => lines.iter().map(String::as_str).collect(),
        }
    }
}

impl Nationality {
    pub(crate) fn meets(&self, other: &Nationality) -> bool {
        self.list().iter().any(|a| other.list().iter().any(|b| a.eq_ignore_ascii_case(b)))
    }

    fn list(&self) -> &[String] {
        match self {
            Nationality::One(one) => std::slice::from_ref(one),
            Nationality::Several(many) => many,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    Female,
    Male,
}

/// Anything but a clear statement is no statement.
pub(crate) fn sex(text: Option<&str>) -> Option<Sex> {
    match text?.trim() {
        "F" | "f" | "female" | "W" | "Ж" | "ж" => Some(Sex::Female),
        "M" | "m" | "male" | "М" | "м" => Some(Sex::Male),
        _ => None,
    }
}

/// An unreadable date is no date here; the reader of files has refused or reported it before.
pub(crate) fn born(text: Option<&str>) -> Option<Born> {
    text?.parse().ok()
}

/// A line that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}; correct it or run with bad lines skipped")] // code: line-unreadable
pub struct BadLine {
    pub line: usize,
    pub why: String,
}

/// Whether the lines of a file may be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadLines {
    Refuse,
    Skip,
}

/// Reads one object per line. A bad line is reported with its number, and either ends the reading or is left out.
pub fn read_lines<T: serde::de::DeserializeOwned>(
    text: &str,
    bad: BadLines,
    id: impl Fn(&T) -> &str,
    dob: impl Fn(&T) -> Option<&str>,
) -> Result<(Vec<T>, Vec<BadLine>), BadLine> {
    let (mut read, mut skipped, mut seen) = (Vec::new(), Vec::new(), BTreeMap::new());
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let line_no = at + 1;
        let parsed =
            serde_json::from_str::<T>(line).map_err(|e| format!("not readable: {e}")).and_then(|one| {
                if let Some(first) = seen.get(id(&one)) {
                    return Err(format!("the id of line {first} again"));
                }
                match dob(&one).map(str::parse::<Born>) {
                    Some(Err(e)) => Err(e.to_string()),
                    _ => Ok(one),
                }
            });
        match (parsed, bad) {
            (Ok(one), _) => {
                seen.insert(id(&one).to_string(), line_no);
                read.push(one);
            }
            (Err(why), BadLines::Skip) => skipped.push(BadLine { line: line_no, why }),
            (Err(why), BadLines::Refuse) => return Err(BadLine { line: line_no, why }),
        }
    }
    Ok((read, skipped))
}
