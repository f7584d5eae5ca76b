//! `GET /desk`: what needs this person, by deadline.
//!
//! Never: shows a row without saying what to do with it.

use askama::Template;

use super::frame::{Frame, Reach, Theme};
use super::icon::Icon;
use super::parts::{Anchor, Body, Both, Clock, ClockState, Tab, Verdict};
use crate::web::l10n::Lang;

#[derive(Debug, Template)]
#[template(path = "desk/show.html")]
pub struct DeskPage {
    pub frame: Frame,
    /// Monday 23 November 2026
    pub today: String,
    pub may_compose: bool,
    pub counters: Counters,
    pub tabs: Vec<Tab>,
    /// Groups with no rows are left out by the template.
    pub groups: Vec<DeskGroup>,
    pub shown: u64,
    pub total: u64,
    /// `Thursday 12:00` for the sentence of the empty desk.
    pub next_deadline: Option<String>,
    pub links: Vec<LinkRow>,
    /// None when the person approves nothing.
    pub approvals: Option<Vec<ApprovalLine>>,
    pub answers: Vec<AnswerLine>,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Counters {
    pub late: u64,
    pub end_today: u64,
    pub to_approve: u64,
    pub to_register: u64,
    pub answers_unread: u64,
    pub paused: u64,
}

#[derive(Debug)]
pub struct DeskGroup {
    pub when: When,
    pub rows: Vec<DeskRow>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Now,
    TodayTomorrow,
    ThisWeek,
    Later,
    NoClock,
}

#[derive(Debug)]
pub struct DeskRow {
    pub clock: Clock,
    /// What to do: `Answer: keeper of a car`.
    pub task: String,
    pub href: String,
    pub number: String,
    /// `delivered 11:02, not yet read`
    pub note: String,
    pub partner: Body,
    /// We asked, they asked.
    pub we_asked: bool,
    pub due: Option<Both>,
    /// `treaty of 1994`, `own rule 7`, `asked by sender`: every limit names its source.
    pub source: String,
    /// The word on the button: `Answer`, `Open`.
    pub action: String,
    /// The one row that comes first has the main button.
    pub first: bool,
}

#[derive(Debug)]
pub struct LinkRow {
    pub body: Body,
    pub note: String,
    pub reach: Reach,
    /// Local time there.
    pub time: String,
}

#[derive(Debug)]
pub struct ApprovalLine {
    pub title: Anchor,
    pub number: String,
    pub at: String,
    pub verdict: Verdict,
}

#[derive(Debug)]
pub struct AnswerLine {
    pub title: Anchor,
    pub number: String,
    pub at: String,
}

impl DeskPage {
    /// How many links are in order.
    fn linked(&self) -> u64 {
        self.links.iter().filter(|l| l.reach == Reach::Linked).count() as u64
    }
}
