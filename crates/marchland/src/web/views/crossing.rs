//! The crossing: one scan field, one line for each traveller, the hit with its evidence, the namesake with its one question.
//!
//! Posts: `/crossing/check {scan, things, crossing, lane, direction, reason}`, `/crossing/bus {list, …}`,
//! `/crossing/hand-in {checks, …}`, `/crossing/{check}/hit {alert, outcome, compared (one per tick), note}`,
//! `/crossing/{check}/release {alert, why, until, release_note}`.
//!
//! Never: says that a person is clean; says a verdict by colour alone.

use askama::Template;

use super::decision::Basis;
use super::fields::{Choice, Fields};
use super::frame::{Frame, Theme};
use super::icon::Icon;
use super::parts::{Anchor, Body, Tag};
use crate::web::l10n::Lang;

#[derive(Debug, Template)]
#[template(path = "crossing/show.html")]
pub struct CrossingPage {
    pub frame: Frame,
    pub head: LaneHead,
    pub fields: Fields,
    pub lanes: Vec<Choice>,
    pub crossings: Vec<Choice>,
    pub directions: Vec<Choice>,
    pub rows: Vec<TravellerRow>,
    /// `46: 43 clear, 1 hit, 1 namesake, 1 cleared before`
    pub counts: String,
    pub panel: Option<CheckPanel>,
    /// Travellers whom a later alert met, and hits nobody has settled.
    pub waiting: Vec<Anchor>,
}

#[derive(Debug, Default)]
pub struct LaneHead {
    /// `Karakoga crossing point, lane 2, leaving`
    pub place: String,
    /// `List of 13:20: 3 alerts in force.`
    pub list: String,
}

/// The five words, each with its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Hit,
    Namesake,
    Near,
    Cleared,
    Clear,
}

impl Mark {
    pub fn class(self) -> &'static str {
        match self {
            Mark::Hit => "hit",
            Mark::Namesake | Mark::Near => "namesake",
            Mark::Cleared => "cleared",
            Mark::Clear => "clear",
        }
    }

    /// The shape of the verdict marks that draws it.
    pub fn shape(self) -> &'static str {
        match self {
            Mark::Hit => "refuse",
            Mark::Namesake | Mark::Near => "conditions",
            Mark::Cleared | Mark::Clear => "permit",
        }
    }
}

#[derive(Debug)]
pub struct TravellerRow {
    /// Line in a list; empty for a single traveller.
    pub line: String,
    pub mark: Mark,
    pub word: String,
    /// What the guard does now: `let pass`, `ask place of birth`, `stop`.
    pub action: String,
    /// Of a thing its number.
    pub name: String,
    /// Of a thing its kind.
    pub born: String,
    /// Empty where nothing more can be shown.
    pub href: String,
    pub current: bool,
}

/// A post without database and network.
#[derive(Debug, Template)]
#[template(path = "crossing/post.html")]
pub struct PostPage {
    pub frame: Frame,
    /// `List of 23 Nov 2026 14:20, signed by omsk, 12 min old: 3 alerts in force`
    pub list: String,
    /// The list may decide no more; why, and what to do.
    pub too_old: Option<String>,
    pub fields: Fields,
    pub rows: Vec<TravellerRow>,
    pub counts: String,
    pub hits: Vec<PostHit>,
    /// `Line 7: …`
    pub bad: Vec<String>,
}

/// An alert that a traveller or a thing met, in short.
#[derive(Debug)]
pub struct PostHit {
    pub mark: Mark,
    /// `Hit – stop, call the shift lead`
    pub title: String,
    pub name: String,
    pub number: String,
    /// The names of the alert.
    pub listed: String,
    pub born: String,
    pub wanted_for: String,
    pub asked: String,
    pub danger: String,
    pub valid: String,
}

/// What one check says, in full.
#[derive(Debug)]
pub struct CheckPanel {
    pub check: String,
    pub mark: Mark,
    /// `Hit: stop`
    pub title: String,
    /// `Stay calm, keep the document, call the shift lead.`
    pub calm: String,
    /// `0.78`; empty without a comparison of names.
    pub score: String,
    pub score_note: String,
    pub name: String,
    /// Parts of the zone whose check digit does not fit.
    pub misread: String,
    pub met: Vec<MetView>,
    pub may_act: bool,
    /// A thing was checked, not a traveller.
    pub of_thing: bool,
    pub outcomes: Vec<Choice>,
    pub compared: Vec<Choice>,
    pub why: Vec<Choice>,
    /// The document is known, so a release can be bound to it.
    pub has_document: bool,
    pub fields: Fields,
    pub leads: String,
}

#[derive(Debug)]
pub struct MetView {
    pub alert: String,
    pub tag: Tag,
    pub wanted_for: String,
    pub asked: String,
    pub from: Body,
    pub number: String,
    pub valid: String,
    pub danger: String,
    pub rests_on: Vec<Basis>,
    pub notice: String,
    pub evidence: Vec<EvidenceRow>,
    pub would_change: String,
    /// For a namesake: `Ask the place of birth: Bulayevo is listed.`
    pub question: Option<String>,
    /// `Released for this document until 1 Jan 2031.`
    pub cleared: Option<String>,
}

/// One field compared: a bar to the right agrees, a hollow one to the left speaks against, none is said in words.
#[derive(Debug)]
pub struct EvidenceRow {
    pub field: String,
    pub because: String,
    pub theirs: String,
    pub listed: String,
    /// Bits with sign, as written; empty when there is no evidence.
    pub bits: String,
    /// Length of the bar, 0 to 100.
    pub length: u8,
    pub against: bool,
    /// In place of a bar.
    pub words: String,
}

#[derive(Debug, Template)]
#[template(path = "crossing/bus.html")]
pub struct BusPage {
    pub frame: Frame,
    pub fields: Fields,
    pub lanes: Vec<Choice>,
    pub crossings: Vec<Choice>,
    pub directions: Vec<Choice>,
    pub rows: Vec<TravellerRow>,
    pub counts: String,
    /// `Line 7: …`
    pub bad: Vec<String>,
    pub max: usize,
}

#[derive(Debug, Template)]
#[template(path = "crossing/hand_in.html")]
pub struct HandInPage {
    pub frame: Frame,
    pub fields: Fields,
    pub lanes: Vec<Choice>,
    pub crossings: Vec<Choice>,
    pub directions: Vec<Choice>,
    /// How many were taken; empty before.
    pub done: String,
    /// `Line 7: …`
    pub bad: Vec<String>,
}

#[derive(Debug, Template)]
#[template(path = "crossing/released.html")]
pub struct ReleasedPage {
    pub frame: Frame,
    pub rows: Vec<ReleasedRow>,
}

#[derive(Debug)]
pub struct ReleasedRow {
    pub document: String,
    pub number: String,
    pub since: String,
    pub until: String,
}

/// What the person released takes along.
#[derive(Debug, Template)]
#[template(path = "crossing/slip.html")]
pub struct SlipPage {
    pub frame: Frame,
    pub back: String,
    /// What was taken for another, in one sentence.
    pub says: String,
    pub document: String,
    pub place: String,
    pub post: String,
    pub at: String,
    pub until: String,
    pub why: String,
}

#[derive(Debug, Template)]
#[template(path = "crossing/counts.html")]
pub struct CountsPage {
    pub frame: Frame,
    pub rows: Vec<CountRow>,
    pub total: String,
    pub kept: String,
}

#[derive(Debug)]
pub struct CountRow {
    pub post: String,
    pub user: String,
    pub place: String,
    pub reason: String,
    pub word: String,
    pub checks: String,
}
