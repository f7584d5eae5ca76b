//! Pages that stop and ask or say: the reason for a read, a confirmation, an error.
//!
//! Never: tells "forbidden" from "not found", shows a stack, or carries personal data in an error.

use askama::Template;

use super::fields::Fields;
use super::frame::{Frame, Theme};
use super::icon::Icon;
use crate::web::l10n::Lang;

/// Asked before a case that is not the reader's own is shown. Posts `reason` to `post_to`.
#[derive(Debug, Template)]
#[template(path = "prompts/reason.html")]
pub struct ReasonPage {
    pub frame: Frame,
    pub number: String,
    pub post_to: String,
    pub fields: Fields,
}

/// Asked before an act that cannot be undone. Posts to `post_to` with the hidden fields again.
#[derive(Debug, Template)]
#[template(path = "prompts/confirm.html")]
pub struct ConfirmPage {
    pub frame: Frame,
    pub title: String,
    pub warning: String,
    pub post_to: String,
    pub hidden: Vec<(String, String)>,
    /// The word on the button: `Withdraw request`.
    pub button: String,
    /// Asks for a reason, kept in the record.
    pub reason: bool,
    pub danger: bool,
    pub back: String,
    pub fields: Fields,
}

#[derive(Debug, Template)]
#[template(path = "prompts/error.html")]
pub struct ErrorPage {
    pub frame: Frame,
    pub kind: ErrorKind,
}

#[derive(Debug)]
pub enum ErrorKind {
    /// Also what a forbidden page looks like.
    NotFound,
    /// A number to quote: `7F3K-22`.
    Ours { number: String },
    /// The act came too late or twice: a sentence, and where to go.
    Refused { sentence: String, code: String, back: String },
    /// The form was open too long or came from elsewhere.
    StaleForm { back: String },
}

impl ErrorPage {
    fn title(&self) -> String {
        let t = self.frame.t();
        match self.kind {
            ErrorKind::NotFound => t.error_not_found(),
            ErrorKind::Ours { .. } => t.error_ours(),
            ErrorKind::Refused { .. } => t.error_refused(),
            ErrorKind::StaleForm { .. } => t.error_stale(),
        }
    }
}
