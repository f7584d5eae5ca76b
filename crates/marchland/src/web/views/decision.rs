//! The law's answer as a panel: verdict, route, basis, conditions, approver, language, time, refusal.
//! Rendered inside pages and alone for `POST /requests/new/decision`.
//!
//! Never: softens a verdict. What the decision does not say, the panel shows as not known.

use askama::Template;

use super::fields::Choice;
use super::frame::{Frame, Theme};
use super::icon::Icon;
use super::parts::{Anchor, Confidence, Tab, Verdict};
use crate::web::l10n::{Lang, Words};

/// `POST /requests/new/decision` answers with this fragment alone; pages include it.
#[derive(Debug, Template)]
#[template(path = "decision/panel.html")]
pub struct DecisionPanel {
    pub lang: Lang,
    /// None until the form says enough to ask the law (no addressee, no form of cooperation).
    pub answer: Option<Answer>,
    /// True on the compose page: the missing fact is a field and the route a button of its form.
    pub in_form: bool,
}

#[derive(Debug)]
pub struct Answer {
    pub verdict: Verdict,
    /// Heading in words: `Not permitted from your level`. Empty: the verdict's own word.
    pub heading: String,
    /// One or two sentences: why.
    pub sentence: String,
    /// `0.4` milliseconds; empty on a stored decision.
    pub took_ms: String,
    /// The date of the law.
    pub law_date: String,
    pub missing: Vec<MissingFact>,
    pub route: Option<Route>,
    pub rests_on: Vec<Basis>,
    pub conditions: Vec<String>,
    /// Posts that approve, each with a note such as `has a valid mandate today`.
    pub approvers: Vec<Noted>,
    pub language: Vec<Noted>,
    /// Empty: "No limit in the text read".
    pub answer_time: Vec<Noted>,
    pub may_refuse: Refusal,
    /// Conditions that travel with the data.
    pub use_conditions: Vec<String>,
    /// Other duties: copy to the centre, confirm an oral request.
    pub duties: Vec<Noted>,
    /// Conflicts between rules, reported as such.
    pub conflicts: Vec<String>,
}

/// A fact without which the law cannot answer, asked as a field named `fact.{key}`.
#[derive(Debug)]
pub struct MissingFact {
    pub key: String,
    pub question: String,
    pub kind: FactKind,
    pub value: String,
}

#[derive(Debug)]
pub enum FactKind {
    YesNo,
    Text,
    Number,
    Date,
    Choice(Vec<Choice>),
}

/// The nearest lawful route, left to right.
#[derive(Debug)]
pub struct Route {
    pub hops: Vec<Hop>,
    /// The verdict when the route is used.
    pub verdict: Verdict,
    /// What the button sends as `route`, so that the server knows which was meant; empty: nobody here can take it.
    pub value: String,
    /// The draft already uses it.
    pub in_use: bool,
}

#[derive(Debug)]
pub struct Hop {
    pub name: String,
    /// `district, you`, `signs and sends`, `region`
    pub note: String,
    /// The body that signs.
    pub signs: bool,
    /// The border lies before this hop.
    pub border_before: bool,
}

#[derive(Debug)]
pub struct Basis {
    pub instrument: Anchor,
    /// `arts 1-16`
    pub article: String,
    pub confidence: Confidence,
    /// `Legal adviser of Omsk region confirmed this use, 3 Mar 2026.` Empty: nothing to add.
    pub note: String,
    /// A model agreement or a concept: shown as context, never as the basis.
    pub context_only: bool,
}

/// A line and, smaller, what is to be known about it.
#[derive(Debug, Clone)]
pub struct Noted {
    pub text: String,
    pub note: String,
}

impl Noted {
    pub fn new(text: impl Into<String>, note: impl Into<String>) -> Self {
        Noted { text: text.into(), note: note.into() }
    }
}

#[derive(Debug)]
pub enum Refusal {
    /// The list of grounds was not read; the note says what applies all the same.
    NotRead {
        note: String,
    },
    Grounds(Vec<String>),
    /// The question does not arise (nothing is permitted).
    NotAsked,
}

impl DecisionPanel {
    pub fn t(&self) -> Words {
        self.lang.words()
    }
}

/// `GET /requests/{ref}/decision`, `GET /incoming/{ref}/decision`: a decision as it was made, the same question decided
/// again under the law of its time, and what it gives today.
#[derive(Debug, Template)]
#[template(path = "decision/show.html")]
pub struct DecisionPage {
    pub frame: Frame,
    pub number: String,
    pub title: String,
    pub href: String,
    /// The list above the case: requests or the incoming register.
    pub list: Anchor,
    /// Every decision kept with the case; the one shown is current.
    pub kept: Vec<Tab>,
    pub then: DecisionPanel,
    /// The four dates: facts, act, rules, our knowledge of the rules.
    pub dates: FourDates,
    /// Content hash of the law that was asked.
    pub framework: String,
    pub replay: Replay,
    /// The verdict today and whether it is the same.
    pub today: Option<Verdict>,
    pub same: bool,
}

/// What came of deciding the same act again under its own dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replay {
    Identical,
    /// The law loaded now is another edition; the answer is the same.
    OtherEdition,
    /// Somebody has to look: the kept decision and its replay differ.
    Differs,
}

#[derive(Debug, Default)]
pub struct FourDates {
    pub facts: String,
    pub act: String,
    pub rules: String,
    pub knowledge: String,
}
