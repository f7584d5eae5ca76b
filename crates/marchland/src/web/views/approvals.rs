//! What waits for a head: list, and one page with the verdict above the buttons.
//! `POST /approvals/{ref} {do=approve|return, reason}`.
//!
//! Never: lets a signature be given without showing what is signed and what the law says of it.

use askama::Template;

use super::decision::DecisionPanel;
use super::fields::Fields;
use super::frame::{Frame, Theme};
use super::icon::Icon;
use super::parts::{Anchor, Body, Clock, ClockState, Verdict};
use super::requests::{AnswerView, CaseHead, Matter};
use crate::web::l10n::Lang;

#[derive(Debug, Template)]
#[template(path = "approvals/list.html")]
pub struct ApprovalsPage {
    pub frame: Frame,
    pub rows: Vec<ApprovalRow>,
}

#[derive(Debug)]
pub struct ApprovalRow {
    pub title: Anchor,
    pub number: String,
    pub author: String,
    pub partner: Body,
    pub submitted: String,
    pub clock: Option<Clock>,
    pub verdict: Verdict,
    /// An answer to them, not a request of ours.
    pub is_answer: bool,
}

#[derive(Debug, Template)]
#[template(path = "approvals/show.html")]
pub struct ApprovalPage {
    pub frame: Frame,
    pub head: CaseHead,
    pub matter: Matter,
    /// Set when an answer is approved.
    pub answer: Option<AnswerView>,
    pub panel: DecisionPanel,
    pub author: String,
    pub submitted: String,
    /// `M-118, until 31 Dec 2027`: the mandate the signature is given under.
    pub mandate: String,
    pub signer: String,
    /// Why it cannot be approved (own request, mandate ended, not permitted); none: it can.
    pub hindrance: Option<String>,
    /// Where the form posts: `/approvals/{ref}` or `/incoming/{ref}/answer-approve`.
    pub post_to: String,
    pub fields: Fields,
}
