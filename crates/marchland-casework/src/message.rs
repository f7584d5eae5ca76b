//! What goes to the neighbour and comes from it about a case. Closed and numbered, so that two nodes of
//! different age know what they may say to each other.
//!
//! Never: carries a person's name of either police, only posts and bodies.

use crate::REASON_MAX;
use crate::alert::{AlertContent, Hit, Release};
use crate::answer::Answer;
use crate::content::{Content, Oral};
use crate::field::{Field, FieldProblem};
use crate::grounds::{GROUND_NOTE_MAX, Ground, PointRefusal};
use crate::ids::{CaseId, MessageId, Post, Reference, RegisterNumber};
use crate::text::is_clean;
use jiff::Timestamp;
use marchland_law::BodyId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The version of the messages this crate writes.
pub const MESSAGE_VERSION: u16 = 1;

const ID_MAX: usize = 100;
const POST_MAX: usize = 200;
const GROUNDS_MAX: usize = 20;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    pub v: u16,
    pub id: MessageId,
    /// The asker's case id: what all messages about one request share.
    pub thread: CaseId,
    pub from: BodyId,
    pub to: BodyId,
    /// The post of the official who signs.
    pub post: Post,
    pub at: Timestamp,
    pub body: MessageBody,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum MessageBody {
    Request {
        reference: Reference,
        content: Box<Content>,
    },
    /// The written form of a request that was made by word of mouth.
    OralConfirmation {
        reference: Reference,
        oral: Oral,
        content: Box<Content>,
    },
    Registered {
        number: RegisterNumber,
    },
    Position {
        position: Position,
    },
    ClarificationAsked {
        question: String,
    },
    ClarificationGiven {
        question: MessageId,
        text: String,
    },
    Answer {
        answer: Box<Answer>,
    },
    Recall {
        reason: String,
    },
    /// The whole request again; `changed` names the fields that differ from the version before.
    Correction {
        version: u16,
        content: Box<Content>,
        changed: BTreeSet<Field>,
    },
    Reminder {
        text: Option<String>,
    },
    /// A person is searched for.
    Alert {
        reference: Reference,
        content: Box<AlertContent>,
    },
    /// The whole alert again: a correction or a renewal.
    AlertChanged {
        version: u16,
        content: Box<AlertContent>,
    },
    AlertWithdrawn {
        reason: String,
    },
    /// The finder tells the issuer.
    HitReported {
        hit: Box<Hit>,
    },
    /// A wrong person was released from an alert; either side may say so.
    Released {
        release: Box<Release>,
    },
    ReleaseRevoked {
        release: String,
        reason: String,
    },
}

/// What the answering side will do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Position {
    Accepted,
    Partly { refused: Vec<PointRefusal> },
    Refused { grounds: Vec<Ground> },
}

impl MessageBody {
    /// Stable name of the kind.
    pub fn kind(&self) -> &'static str {
        match self {
            MessageBody::Request { .. } => "request",
            MessageBody::OralConfirmation { .. } => "oral-confirmation",
            MessageBody::Registered { .. } => "registered",
            MessageBody::Position { .. } => "position",
            MessageBody::ClarificationAsked { .. } => "clarification-asked",
            MessageBody::ClarificationGiven { .. } => "clarification-given",
            MessageBody::Answer { .. } => "answer",
            MessageBody::Recall { .. } => "recall",
            MessageBody::Correction { .. } => "correction",
            MessageBody::Reminder { .. } => "reminder",
            MessageBody::Alert { .. } => "alert",
            MessageBody::AlertChanged { .. } => "alert-changed",
            MessageBody::AlertWithdrawn { .. } => "alert-withdrawn",
            MessageBody::HitReported { .. } => "hit-reported",
            MessageBody::Released { .. } => "released",
            MessageBody::ReleaseRevoked { .. } => "release-revoked",
        }
    }

    /// True for what is said about an alert, false for what is said about a request.
    pub fn is_about_alert(&self) -> bool {
        matches!(
            self,
            MessageBody::Alert { .. }
                | MessageBody::AlertChanged { .. }
                | MessageBody::AlertWithdrawn { .. }
                | MessageBody::HitReported { .. }
                | MessageBody::Released { .. }
                | MessageBody::ReleaseRevoked { .. }
        )
    }

    /// True for what the asker of a request says, false for what the answering side says.
    pub fn from_asker(&self) -> bool {
        match self {
            MessageBody::Request { .. }
            | MessageBody::OralConfirmation { .. }
            | MessageBody::ClarificationGiven { .. }
            | MessageBody::Recall { .. }
            | MessageBody::Correction { .. }
            | MessageBody::Reminder { .. } => true,
            MessageBody::Registered { .. }
            | MessageBody::Position { .. }
            | MessageBody::ClarificationAsked { .. }
            | MessageBody::Answer { .. } => false,
            MessageBody::Alert { .. }
            | MessageBody::AlertChanged { .. }
            | MessageBody::AlertWithdrawn { .. }
            | MessageBody::HitReported { .. }
            | MessageBody::Released { .. }
            | MessageBody::ReleaseRevoked { .. } => false,
        }
    }
}

/// A message that the node must not put into a case: answer it with a rejection that carries the code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadMessage {
    #[error(
        "the message is of version {found}, this node reads version {MESSAGE_VERSION}; update one of them"
    )]
    Version { found: u16 },
    #[error("the {part} of the message is empty, too long, or has hidden characters; send it again, mended")]
    Text { part: &'static str },
    #[error("the request in the message breaks the rules for a request: {first}")]
    Content { first: String },
    #[error("the request in the message names other bodies than the message; send it again, mended")]
    Parties,
}

impl BadMessage {
    pub fn code(&self) -> &'static str {
        match self {
            BadMessage::Version { .. } => "message-version",
            BadMessage::Text { .. } => "message-text",
            BadMessage::Content { .. } => "message-content",
            BadMessage::Parties => "message-parties",
        }
    }
}

impl Message {
    /// The rules for any message from outside. An answer is also checked against its request by the case.
    pub fn check(&self) -> Result<(), BadMessage> {
        if self.v != MESSAGE_VERSION {
            return Err(BadMessage::Version { found: self.v });
        }
        line("id", self.id.as_str(), ID_MAX)?;
        line("thread", self.thread.as_str(), ID_MAX)?;
        line("post", self.post.as_str(), POST_MAX)?;
        match &self.body {
            MessageBody::Request { reference, content } => {
                line("reference", reference.as_str(), ID_MAX)?;
                self.check_content(content)
            }
            MessageBody::OralConfirmation { reference, oral, content } => {
                line("reference", reference.as_str(), ID_MAX)?;
                self.check_content(content)?;
                if content.oral.as_ref() == Some(oral) { Ok(()) } else { Err(BadMessage::Parties) }
            }
            MessageBody::Correction { content, .. } => self.check_content(content),
            MessageBody::Registered { number } => line("number", number.as_str(), ID_MAX),
            MessageBody::Position { position } => check_position(position),
            MessageBody::ClarificationAsked { question } => text("question", question),
            MessageBody::ClarificationGiven { question, text: given } => {
                line("question", question.as_str(), ID_MAX)?;
                text("clarification", given)
            }
            MessageBody::Recall { reason } => text("reason", reason),
            MessageBody::Reminder { text: Some(words) } => text("reminder", words),
            MessageBody::Alert { reference, content } => {
                line("reference", reference.as_str(), ID_MAX)?;
                self.check_alert(content)
            }
            MessageBody::AlertChanged { content, .. } => self.check_alert(content),
            MessageBody::AlertWithdrawn { reason } => text("reason", reason),
            MessageBody::HitReported { hit } => hit.check(),
            MessageBody::Released { release } => release.check(),
            MessageBody::ReleaseRevoked { release, reason } => {
                line("release", release, ID_MAX)?;
                text("reason", reason)
            }
            MessageBody::Reminder { text: None } | MessageBody::Answer { .. } => Ok(()),
        }
    }

    fn check_alert(&self, content: &AlertContent) -> Result<(), BadMessage> {
        content.check().map_err(|problems| BadMessage::Content {
            first: problems.first().map(FieldProblem::sentence).unwrap_or_default(),
        })?;
        if content.from != self.from || content.to != self.to {
            return Err(BadMessage::Parties);
        }
        Ok(())
    }

    fn check_content(&self, content: &Content) -> Result<(), BadMessage> {
        content.check().map_err(|problems| BadMessage::Content {
            first: problems.first().map(|p| p.sentence()).unwrap_or_default(),
        })?;
        if content.from != self.from || content.to != self.to {
            return Err(BadMessage::Parties);
        }
        Ok(())
    }
}

fn check_position(position: &Position) -> Result<(), BadMessage> {
    match position {
        Position::Accepted => Ok(()),
        Position::Refused { grounds } => check_grounds(grounds),
        Position::Partly { refused } => {
            if refused.is_empty() || refused.len() > crate::POINTS_MAX {
                return Err(BadMessage::Text { part: "list of refused points" });
            }
            refused.iter().try_for_each(|r| check_grounds(&r.grounds))
        }
    }
}

fn check_grounds(grounds: &[Ground]) -> Result<(), BadMessage> {
    if grounds.is_empty() || grounds.len() > GROUNDS_MAX {
        return Err(BadMessage::Text { part: "list of grounds" });
    }
    for ground in grounds {
        line("ground", ground.code.as_str(), ID_MAX)?;
        if let Some(note) = &ground.note {
            line("note", note, GROUND_NOTE_MAX)?;
        }
    }
    Ok(())
}

fn line(part: &'static str, text: &str, max: usize) -> Result<(), BadMessage> {
    let fits = !text.is_empty() && is_clean(text, max, false);
    if fits { Ok(()) } else { Err(BadMessage::Text { part }) }
}

fn text(part: &'static str, text: &str) -> Result<(), BadMessage> {
    let fits = !text.is_empty() && is_clean(text, REASON_MAX, true);
    if fits { Ok(()) } else { Err(BadMessage::Text { part }) }
}
