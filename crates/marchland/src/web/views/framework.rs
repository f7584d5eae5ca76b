//! The law as a whole: gap map with its cell, findings of a pair, timeline, what-if, comparison, a question to the law.
//!
//! Drawings are numbers here and SVG in the templates; each has its table on the same page.
//!
//! Never: carries a colour alone; a mark has its shape and its word.

use askama::Template;
use marchland_law::Sides;

use super::decision::DecisionPanel;
use super::fields::{Choice, Fields};
use super::frame::{Frame, Theme};
use super::icon::Icon;
use super::parts::{Anchor, Confidence};
use crate::survey::Mark;
use crate::web::l10n::{Lang, Words};

impl Mark {
    /// The class name of its colour and shape: those of the verdicts.
    pub fn class(&self) -> &'static str {
        match self {
            Mark::Regulated => "permit",
            Mark::BarePower => "conditions",
            Mark::AskLawyer => "lawyer",
            Mark::OtherLevel => "refuse",
            Mark::Prohibited => "prohibited",
            Mark::NoBasis => "nobasis",
            Mark::NotRead => "unread",
        }
    }
}

/// The same page as numbers, for other programs.
#[derive(Debug, Default)]
pub struct Exports {
    pub csv: String,
    pub json: String,
}

#[derive(Debug, Template)]
#[template(path = "framework/map.html")]
pub struct MapPage {
    pub frame: Frame,
    /// `20 forms of cooperation by neighbour and level.` and what is switched on.
    pub summary: String,
    /// `on`, and the chosen columns.
    pub fields: Fields,
    pub on: String,
    pub strip: Strip,
    pub groups: Vec<MapGroup>,
    pub rows: Vec<MapRow>,
    /// The marks that occur, with how many cells of the neighbours carry them.
    pub legend: Vec<(Mark, usize)>,
    pub changed: usize,
    pub reforms: Vec<Switch>,
    pub panel: Option<CellPanel>,
    /// Drawn as a list instead of a map.
    pub list: bool,
    /// The same state seen the other way.
    pub other_view: String,
    /// What a form must send along: name and value.
    pub kept: Vec<(&'static str, String)>,
    pub with: Vec<Choice>,
    pub comparators: Vec<Choice>,
    pub exports: Exports,
    pub gaps: String,
    pub report: String,
    pub what_if: String,
    pub timeline: String,
}

/// The days of the law on a line, with those on which it changed.
#[derive(Debug, Default)]
pub struct Strip {
    /// Days since the first, for the slider of the script.
    pub first: String,
    pub length: i64,
    pub at: i64,
    /// Where each change stands, 0 to 1000.
    pub ticks: Vec<Tick>,
    pub thumb: i64,
    /// Years beneath the line.
    pub years: Vec<(i64, String)>,
    pub before: Option<Anchor>,
    pub after: Option<Anchor>,
    pub changes: Vec<DayOfChange>,
}

#[derive(Debug)]
pub struct Tick {
    pub x: i64,
    pub day: i64,
    pub href: String,
    pub title: String,
}

#[derive(Debug)]
pub struct DayOfChange {
    pub day: Anchor,
    pub what: Vec<String>,
    pub current: bool,
}

/// Three columns of one pair.
#[derive(Debug)]
pub struct MapGroup {
    pub name: String,
    /// Not a neighbour: stands there to compare.
    pub compare: bool,
    pub levels: Vec<String>,
}

#[derive(Debug)]
pub struct MapRow {
    pub form: String,
    /// As many as groups of columns.
    pub groups: Vec<MapCells>,
}

/// The cells of one pair in a row, by level.
#[derive(Debug)]
pub struct MapCells {
    pub name: String,
    pub cells: Vec<MapCell>,
}

#[derive(Debug)]
pub struct MapCell {
    pub mark: Mark,
    pub level: String,
    pub href: String,
    /// A draft changes it.
    pub changed: bool,
    pub current: bool,
}

/// A draft to switch on.
#[derive(Debug)]
pub struct Switch {
    pub id: String,
    pub name: String,
    pub on: bool,
    /// `4 cells`
    pub effect: String,
}

/// What stands behind a cell.
#[derive(Debug)]
pub struct CellPanel {
    pub form: String,
    /// `Kazakhstan, district`
    pub whose: String,
    pub today: Mark,
    pub reformed: Option<Mark>,
    pub means: String,
    pub conditions: Vec<String>,
    pub looked: Vec<Looked>,
    /// How many more provisions were looked at than are shown first.
    pub more: Vec<Looked>,
    pub findings: Vec<FindingBrief>,
    pub try_href: String,
    pub close_href: String,
}

#[derive(Debug)]
pub struct Looked {
    pub provision: Anchor,
    pub confidence: Confidence,
    pub says: String,
    /// Language of `says` when it is not the reader's.
    pub lang: String,
    pub draft: bool,
    pub not_read: bool,
}

#[derive(Debug)]
pub struct FindingBrief {
    pub says: String,
    pub closes: String,
    pub elsewhere: Vec<Anchor>,
}

/// The findings of one pair, and how they came and went.
#[derive(Debug, Template)]
#[template(path = "framework/gaps.html")]
pub struct GapsPage {
    pub frame: Frame,
    pub fields: Fields,
    pub pairs: Vec<Choice>,
    pub pair: String,
    pub on: String,
    pub findings: Vec<FindingView>,
    pub changes: Vec<ChangeView>,
    pub exports: Exports,
    /// The printed report in each language it can be in.
    pub reports: Vec<Anchor>,
}

#[derive(Debug)]
pub struct FindingView {
    pub says: String,
    /// Word and value: forms, where, about.
    pub facts: Vec<(String, String)>,
    pub closes: String,
    pub looked: Vec<Looked>,
    pub perhaps: Vec<Looked>,
    pub elsewhere: Vec<Looked>,
    pub confidence: Option<Confidence>,
}

#[derive(Debug)]
pub struct ChangeView {
    pub day: String,
    pub causes: Vec<String>,
    pub closed: Vec<String>,
    pub opened: Vec<String>,
}

/// When each form became possible between two states, moved, lapsed.
#[derive(Debug, Template)]
#[template(path = "framework/timeline.html")]
pub struct TimelinePage {
    pub frame: Frame,
    pub fields: Fields,
    pub pairs: Vec<Choice>,
    pub pair: String,
    pub until: String,
    pub chart: Chart,
    pub legend: Vec<(&'static str, String)>,
    pub rows: Vec<SpanRow>,
    pub lapses: Vec<String>,
    pub exports: Exports,
}

/// Bars on a line of years. Lengths are in units of the drawing.
#[derive(Debug, Default)]
pub struct Chart {
    pub width: i64,
    pub height: i64,
    /// Where the names end and the years begin.
    pub left: i64,
    pub years: Vec<(i64, String)>,
    pub lines: Vec<ChartLine>,
    /// The day looked at, with its word.
    pub today: Option<(i64, String)>,
}

#[derive(Debug, Default)]
pub struct ChartLine {
    pub y: i64,
    pub name: String,
    pub bars: Vec<Bar>,
    /// Short strokes with their words: signed, moved.
    pub strokes: Vec<(i64, String)>,
}

#[derive(Debug)]
pub struct Bar {
    pub x: i64,
    pub width: i64,
    /// A class that gives height, pattern and colour.
    pub class: &'static str,
    pub title: String,
}

#[derive(Debug)]
pub struct SpanRow {
    pub form: String,
    pub from: String,
    pub until: String,
    pub step: String,
    pub coverage: String,
    pub by: Vec<Anchor>,
}

/// What drafts would change.
#[derive(Debug, Template)]
#[template(path = "framework/what-if.html")]
pub struct WhatIfPage {
    pub frame: Frame,
    pub fields: Fields,
    pub pairs: Vec<Choice>,
    pub pair: String,
    pub on: String,
    pub reforms: Vec<Switch>,
    pub result: Option<WhatIfResult>,
    pub exports: Exports,
}

#[derive(Debug)]
pub struct WhatIfResult {
    pub before: usize,
    pub after: usize,
    pub closed: Vec<String>,
    pub opened: Vec<String>,
    pub verdicts: Vec<VerdictRow>,
    /// The same for acts recorded in this node: word and number.
    pub acts: Option<Vec<(String, u64)>>,
}

impl WhatIfResult {
    /// The longer of the two bars, for their scale; never zero.
    fn most(&self) -> usize {
        self.before.max(self.after).max(1)
    }
}

#[derive(Debug)]
pub struct VerdictRow {
    pub form: String,
    pub from: String,
    pub to: String,
    pub before: super::Verdict,
    pub after: super::Verdict,
}

/// Two instruments or two pairs side by side.
#[derive(Debug, Template)]
#[template(path = "instruments/compare.html")]
pub struct ComparePage {
    pub frame: Frame,
    pub fields: Fields,
    pub subjects: Vec<Choice>,
    pub topics: Vec<Choice>,
    pub on: String,
    pub left: Anchor,
    pub right: Anchor,
    pub strips: Strips,
    pub forms: Vec<ComparedForm>,
    pub same: usize,
    pub differing: usize,
    pub asked: bool,
    pub exports: Exports,
}

/// Who says something, form by form; the table beneath says what.
#[derive(Debug, Default)]
pub struct Strips {
    pub aspects: Vec<String>,
    /// A form and, for each aspect, a cell; absent where neither says anything.
    pub rows: Vec<(String, Vec<Option<StripCell>>)>,
}

#[derive(Debug)]
pub struct StripCell {
    pub sides: Sides,
    /// The row of the table.
    pub href: String,
}

impl StripCell {
    fn class(&self) -> &'static str {
        match self.sides {
            Sides::Same => "same",
            Sides::Differ => "differ",
            Sides::LeftOnly => "left",
            Sides::RightOnly => "right",
        }
    }

    fn says(&self, t: &Words, left: &str, right: &str) -> String {
        match self.sides {
            Sides::Same => t.strip_same(),
            Sides::Differ => t.strip_differ(),
            Sides::LeftOnly => t.strip_alone(left),
            Sides::RightOnly => t.strip_alone(right),
        }
    }
}

#[derive(Debug)]
pub struct ComparedForm {
    pub form: String,
    pub rows: Vec<ComparedRow>,
}

#[derive(Debug)]
pub struct ComparedRow {
    /// For links from the drawing.
    pub anchor: String,
    pub aspect: String,
    pub left: Vec<SaidView>,
    pub right: Vec<SaidView>,
    pub same: bool,
}

#[derive(Debug)]
pub struct SaidView {
    pub what: String,
    pub provision: Option<Anchor>,
}

/// An act given by hand, and what the law says to it on a day.
#[derive(Debug, Template)]
#[template(path = "framework/ask.html")]
pub struct AskPage {
    pub frame: Frame,
    pub fields: Fields,
    pub forms: Vec<Choice>,
    pub bodies: Vec<Choice>,
    pub regions: Vec<Choice>,
    pub on: String,
    pub panel: DecisionPanel,
}
