//! Mandates and counterparts: who may do what towards whom, and who is on the other side.
//!
//! Never: shows a mandate that is not ours or our neighbour's to show.

use askama::Template;

use super::frame::{Frame, Reach, Theme};
use super::icon::Icon;
use super::parts::{Body, Tag};
use crate::web::l10n::Lang;

#[derive(Debug, Template)]
#[template(path = "registers/mandates.html")]
pub struct MandatesPage {
    pub frame: Frame,
    pub rows: Vec<MandateRow>,
}

#[derive(Debug)]
pub struct MandateRow {
    pub id: String,
    pub holder: String,
    pub post: String,
    pub body: Body,
    /// `approve requests`, `sign answers`
    pub powers: Vec<String>,
    pub towards: String,
    pub from: String,
    pub until: String,
    pub state: Tag,
    pub issuer: String,
}

#[derive(Debug, Template)]
#[template(path = "registers/counterparts.html")]
pub struct CounterpartsPage {
    pub frame: Frame,
    pub rows: Vec<CounterpartRow>,
}

#[derive(Debug)]
pub struct CounterpartRow {
    pub body: Body,
    pub level: String,
    pub parent: String,
    /// Local time there.
    pub time: String,
    pub reach: Reach,
    pub note: String,
}
