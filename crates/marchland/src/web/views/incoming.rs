//! Requests they sent us: the register and the page of one.
//!
//! Posts to `/incoming/{ref}/…`: `register`, `position {position=accept|partly|refuse|clarify, ground and
//! points_refused (one per ticked box), reason, question}`, `task {task, assignee, due}`, `task-done {work (its id),
//! do=finish|drop, outcome}`, `correction-seen {version}`, `answer {answer_text, persons, handling, handling_words,
//! source_eval, info_eval, point_{n}_result, point_{n}_text, do=save|submit}`, `answer-approve {do=approve|return,
//! reason}`, `close`.
//!
//! Never: shows the plain text of a request to someone who gave no reason or has no task in it.

use askama::Template;

use super::decision::DecisionPanel;
use super::fields::{Choice, Fields};
use super::frame::{Frame, Theme};
use super::icon::Icon;
use super::parts::{Anchor, Body, Both, Clock, ClockState, Pager, Tab, Tag, Verdict};
use super::requests::{
    AnswerView, CaseClock, CaseHead, Matter, Message, Proof, StageStep, StepState, TimelineItem,
};
use crate::web::l10n::Lang;

#[derive(Debug, Template)]
#[template(path = "incoming/list.html")]
pub struct IncomingPage {
    pub frame: Frame,
    pub tabs: Vec<Tab>,
    pub fields: Fields,
    pub rows: Vec<IncomingRow>,
    pub pager: Pager,
}

#[derive(Debug)]
pub struct IncomingRow {
    pub title: Anchor,
    /// Their number, and ours once registered.
    pub their_number: String,
    pub our_number: String,
    pub from: Body,
    pub received: Both,
    pub stage: Tag,
    pub verdict: Option<Verdict>,
    pub clock: Clock,
    /// `Register`, `Decide`, `Answer`, `Open`
    pub action: String,
    pub urgent: bool,
}

#[derive(Debug, Template)]
#[template(path = "incoming/show.html")]
pub struct ReceivedPage {
    pub frame: Frame,
    pub head: CaseHead,
    pub stages: Vec<StageStep>,
    pub timeline: Vec<TimelineItem>,
    pub places: Both,
    pub matter: Matter,
    pub messages: Vec<Message>,
    /// The decision under our own law.
    pub panel: DecisionPanel,
    /// The decision is kept and can be replayed.
    pub registered: bool,
    pub clocks: Vec<CaseClock>,
    pub proof: Proof,
    pub tasks: Vec<Task>,
    /// The answer as it stands: draft, submitted or sent.
    pub answer: Option<AnswerView>,
    pub can: ReceivedActs,
    /// A correction nobody here has looked at yet: its version.
    pub correction: Option<String>,
    pub options: ReceivedOptions,
    pub fields: Fields,
    /// A head returned the answer: the reason.
    pub returned: Option<String>,
}

#[derive(Debug)]
pub struct Task {
    pub id: String,
    pub title: String,
    pub assignee: String,
    pub due: String,
    pub done: Option<String>,
    pub dropped: bool,
    pub result: String,
    pub may_finish: bool,
    pub may_drop: bool,
}

#[derive(Debug, Default)]
pub struct ReceivedOptions {
    /// Coded refusal grounds, in the reader's language.
    pub grounds: Vec<Choice>,
    pub assignees: Vec<Choice>,
    /// Results per point: data found, no record, later.
    pub results: Vec<Choice>,
    /// Points the position refused: they are answered already.
    pub refused: Vec<usize>,
    pub handling: Vec<Choice>,
    pub source_eval: Vec<Choice>,
    pub info_eval: Vec<Choice>,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct ReceivedActs {
    pub register: bool,
    pub accept: bool,
    pub partly: bool,
    pub refuse: bool,
    pub clarify: bool,
    pub task: bool,
    pub answer: bool,
    pub approve_answer: bool,
    pub close: bool,
}

impl ReceivedActs {
    /// Some position can be taken, if only a question.
    fn any_position(&self) -> bool {
        self.accept || self.partly || self.refuse || self.clarify
    }
}

impl ReceivedOptions {
    fn refuses(&self, point: &usize) -> bool {
        self.refused.contains(point)
    }
}
