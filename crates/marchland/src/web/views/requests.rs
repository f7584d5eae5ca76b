//! Requests we sent: the list and the page of one.
//!
//! Posts to `/requests/{ref}/…`: `submit`, `withdraw {reason}`, `recall {reason}`, `correct` (opens the
//! form), `drop-correction`, `clarify {clarification}`, `remind {reminder}`, `evaluate {useful, in_time, score,
//! comment}`, `close`, `read`.
//!
//! Never: offers an act the page's `can` does not name.

use askama::Template;

use super::decision::{Basis, Noted};
use super::fields::{Choice, Fields};
use super::frame::{Frame, Theme};
use super::icon::Icon;
use super::parts::{Anchor, Body, Both, Clock, ClockState, Pager, Tab, Tag, Verdict};
use crate::web::l10n::Lang;

#[derive(Debug, Template)]
#[template(path = "requests/list.html")]
pub struct RequestsPage {
    pub frame: Frame,
    /// Sent, received, drafts.
    pub tabs: Vec<Tab>,
    pub fields: Fields,
    /// Choices of the `stage` filter; the first is "any".
    pub stages: Vec<Choice>,
    pub rows: Vec<RequestRow>,
    pub pager: Pager,
    pub may_compose: bool,
}

#[derive(Debug)]
pub struct RequestRow {
    pub title: Anchor,
    pub number: String,
    pub form: String,
    pub partner: Body,
    pub we_asked: bool,
    pub stage: Tag,
    pub clock: Option<Clock>,
    pub changed: String,
}

#[derive(Debug, Template)]
#[template(path = "requests/show.html")]
pub struct RequestPage {
    pub frame: Frame,
    pub head: CaseHead,
    pub stages: Vec<StageStep>,
    pub timeline: Vec<TimelineItem>,
    /// First time, second time: `Isilkul`, `Petropavl`.
    pub places: Both,
    pub matter: Matter,
    pub messages: Vec<Message>,
    pub answer: Option<AnswerView>,
    pub clocks: Vec<CaseClock>,
    pub basis: BasisView,
    pub proof: Proof,
    pub can: RequestActs,
    /// The fields of the form that was sent back (clarification, evaluation), with their problems.
    pub fields: Fields,
}

/// Who asks whom about what.
#[derive(Debug)]
pub struct CaseHead {
    pub reference: String,
    pub number: String,
    pub title: String,
    pub tags: Vec<Tag>,
    pub from: Body,
    /// `Isilkul`: the district the region writes for.
    pub for_body: Option<String>,
    pub to: Body,
    /// `Answers to Capt. Talnikova.`
    pub note: String,
}

/// One step of the stage line.
#[derive(Debug)]
pub struct StageStep {
    pub name: String,
    /// `Fri 17:05`, `since 3 h 18 min`; empty: "not yet".
    pub when: String,
    pub state: StepState,
    /// The border lies before this step.
    pub border_before: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    Done,
    Current,
    Ahead,
    /// Withdrawn, recalled, refused: the line ends here.
    Stopped,
}

impl StepState {
    pub fn class(self) -> &'static str {
        match self {
            StepState::Done => "done",
            StepState::Current => "current",
            StepState::Ahead => "ahead",
            StepState::Stopped => "stopped",
        }
    }

    pub fn icon(self) -> Icon {
        match self {
            StepState::Done => Icon::Check,
            StepState::Current => Icon::Current,
            StepState::Ahead => Icon::Ahead,
            StepState::Stopped => Icon::Stop,
        }
    }
}

#[derive(Debug)]
pub struct TimelineItem {
    pub icon: Icon,
    pub title: String,
    pub note: String,
    /// Leaf of the log that witnesses it, with the sentence after it: `leaf 48 213`, `in both logs`.
    pub leaf: Option<Leaf>,
    pub at: Both,
    /// Something that has not happened yet ("Not yet read").
    pub pending: bool,
}

#[derive(Debug)]
pub struct Leaf {
    pub link: Anchor,
    pub note: String,
}

/// The request's own text and coded fields.
#[derive(Debug)]
pub struct Matter {
    /// Label, value, `coded` when it needs no translation.
    pub coded: Vec<CodedLine>,
    pub points: Vec<String>,
    pub texts: Vec<LangText>,
    pub documents: Vec<Document>,
    pub version: u32,
    /// What a correction changed, one sentence each.
    pub changes: Vec<String>,
}

#[derive(Debug)]
pub struct CodedLine {
    pub label: String,
    pub value: String,
    /// Plates, numbers: shown in the fixed-width face.
    pub mono: bool,
    pub coded: bool,
}

/// Free text in one language; several stand side by side.
#[derive(Debug)]
pub struct LangText {
    /// `ru`, `kk`
    pub lang: String,
    pub name: String,
    pub mark: Option<Tag>,
    pub text: String,
}

#[derive(Debug)]
pub struct Document {
    pub name: String,
    pub href: String,
    pub kind: String,
}

/// Conversation and clarification: part of the record.
#[derive(Debug)]
pub struct Message {
    pub from: Body,
    pub by: String,
    pub at: String,
    pub lang: String,
    pub text: String,
    pub ours: bool,
}

#[derive(Debug)]
pub struct AnswerView {
    pub heading: Tag,
    pub by: String,
    pub at: Both,
    pub points: Vec<PointAnswer>,
    pub text: LangText,
    pub handling: String,
    pub evaluation: String,
    pub use_conditions: Vec<String>,
    /// The answer is sealed until opened: opening it sends a read receipt.
    pub unread: bool,
}

#[derive(Debug)]
pub struct PointAnswer {
    pub question: String,
    pub result: Tag,
    pub text: String,
}

#[derive(Debug)]
pub struct CaseClock {
    pub clock: Clock,
    /// `ours`, `theirs: answer`
    pub whose: String,
    /// `own rule 12`, `treaty art. 5`, `asked by sender`
    pub source: String,
    pub due: Option<Both>,
    /// `Usual here: median 2 d 4 h` or why it is paused.
    pub note: String,
}

#[derive(Debug)]
pub struct BasisView {
    pub verdict: Verdict,
    pub rests_on: Vec<Basis>,
    pub use_conditions: Vec<String>,
    pub duties: Vec<Noted>,
    pub replay_href: String,
}

#[derive(Debug)]
pub struct Proof {
    /// `3 receipts, all in both logs`
    pub receipts: String,
    /// Evidence without content; none before anything was sent.
    pub evidence_href: Option<String>,
    /// With content, for the court; none when handling forbids it.
    pub content_href: Option<String>,
    /// Why the second is not offered.
    pub content_note: String,
    /// Empty href: no right to see the read log.
    pub reads: Anchor,
}

/// Which acts the law, the stage and the mandate allow here and now.
#[derive(Debug, Clone, Copy, Default)]
pub struct RequestActs {
    pub edit: bool,
    pub submit: bool,
    pub withdraw: bool,
    pub recall: bool,
    pub correct: bool,
    /// A proposed correction waits for a head and can be dropped.
    pub drop_correction: bool,
    pub clarify: bool,
    pub remind: bool,
    pub read_answer: bool,
    pub evaluate: bool,
    pub close: bool,
}
