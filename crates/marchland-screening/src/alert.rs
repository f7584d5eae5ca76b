//! What goes in: alerts and checks, one JSON object per line, and the name a machine-readable zone adds.
//!
//! Never: opens files, keeps a check, judges a name.

use serde::{Deserialize, Deserializer, Serialize};

use crate::born::Born;

/// One name of a person, as some document wrote it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spelling {
    #[serde(default, deserialize_with = "filled")]
    pub family: Option<String>,
    #[serde(default, deserialize_with = "filled")]
    pub given: Option<String>,
    #[serde(default, deserialize_with = "filled")]
    pub patronymic: Option<String>,
    #[serde(default, deserialize_with = "filled")]
    pub full: Option<String>,
}

/// A person a state searches for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    pub id: String,
    #[serde(default, deserialize_with = "filled")]
    pub kind: Option<String>,
    #[serde(default, deserialize_with = "filled")]
    pub state: Option<String>,
    #[serde(default, deserialize_with = "listed")]
    pub names: Vec<Spelling>,
    #[serde(default, deserialize_with = "filled")]
    pub dob: Option<String>,
    #[serde(default, deserialize_with = "filled")]
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
    #[serde(default, deserialize_with = "filled")]
    pub channel: Option<String>,
    #[serde(default, deserialize_with = "filled")]
    pub dob: Option<String>,
    #[serde(default, deserialize_with = "filled")]
    pub sex: Option<String>,
    #[serde(default)]
    pub nat: Option<Nationality>,
    #[serde(default)]
    pub mrz: Option<Zone>,
}

/// An empty text is a field that was not filled in.
fn filled<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(from)?.filter(|text| !text.trim().is_empty()))
}

fn listed<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Spelling>, D::Error> {
    Ok(Option::deserialize(from)?.unwrap_or_default())
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
    pub(crate) fn list(&self) -> &[String] {
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
