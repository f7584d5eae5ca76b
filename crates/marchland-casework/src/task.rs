//! What somebody has to do. A task is known by its kind inside a case, so that opening it twice is opening it once.
//!
//! Never: says who sits at which desk. A task names the work and the body; the node shows it to those who may do it.

use crate::clock::ClockKind;
use crate::ids::{MessageId, OfficialId, TaskId};
use jiff::Timestamp;
use marchland_law::BodyId;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum TaskKind {
    /// Mend a returned draft.
    Mend,
    /// Approve a submitted request.
    Approve,
    /// Approve a correction of a sent request.
    ApproveCorrection,
    /// Confirm in writing what was asked by word of mouth.
    ConfirmOral,
    /// Answer a question of the other side.
    Clarify {
        question: MessageId,
    },
    /// Read an answer.
    ReadAnswer {
        answer: MessageId,
    },
    /// Read a refusal.
    ReadRefusal,
    Evaluate,
    /// Give an incoming request its number.
    Register,
    /// Accept, accept in part, refuse, or ask.
    TakePosition,
    /// A piece of work in the answering body.
    Work {
        task: TaskId,
    },
    WriteAnswer,
    ApproveAnswer,
    /// The asker changed the request: look at what changed.
    ReviewCorrection {
        version: u16,
    },
    /// A letter of ours had no effect there: write it again, or settle it by other means.
    LetterLost {
        message: MessageId,
    },
    /// A hit waits for its second look.
    ConfirmHit {
        hit: String,
    },
    /// A hit was reported to us.
    ReadHit {
        hit: String,
    },
    /// An alert of ours ends soon: renew it or let it end.
    RenewAlert,
    /// Our law does not carry an alert that arrived: a legal adviser looks at it.
    DecideAlert,
    /// A limit comes near or has passed.
    Escalated {
        clock: ClockKind,
    },
}

impl TaskKind {
    /// Unique inside a case: the key under which the node keeps the task.
    pub fn key(&self) -> String {
        match self {
            TaskKind::Mend => "mend".into(),
            TaskKind::Approve => "approve".into(),
            TaskKind::ApproveCorrection => "approve-correction".into(),
            TaskKind::ConfirmOral => "confirm-oral".into(),
            TaskKind::Clarify { question } => format!("clarify:{question}"),
            TaskKind::ReadAnswer { answer } => format!("read-answer:{answer}"),
            TaskKind::ReadRefusal => "read-refusal".into(),
            TaskKind::Evaluate => "evaluate".into(),
            TaskKind::Register => "register".into(),
            TaskKind::TakePosition => "take-position".into(),
            TaskKind::Work { task } => format!("work:{task}"),
            TaskKind::WriteAnswer => "write-answer".into(),
            TaskKind::ApproveAnswer => "approve-answer".into(),
            TaskKind::ReviewCorrection { version } => format!("review-correction:{version}"),
            TaskKind::LetterLost { message } => format!("letter-lost:{message}"),
            TaskKind::ConfirmHit { hit } => format!("confirm-hit:{hit}"),
            TaskKind::ReadHit { hit } => format!("read-hit:{hit}"),
            TaskKind::RenewAlert => "renew-alert".into(),
            TaskKind::DecideAlert => "decide-alert".into(),
            TaskKind::Escalated { clock } => format!("escalated:{}", clock.code()),
        }
    }
}

/// Whose desk a task belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Desk {
    /// One official: the author, or whoever was given the work.
    Official {
        official: OfficialId,
    },
    /// Any head of the body who may sign and is not the author.
    Heads {
        body: BodyId,
    },
    Registrars {
        body: BodyId,
    },
    /// Officials who work on requests in the body.
    Officers {
        body: BodyId,
    },
    /// Shift leads at the crossings of the body.
    Leads {
        body: BodyId,
    },
}

/// A change to the list of tasks. Opening an open task and closing a closed one change nothing, except that
/// an open task takes a new due time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case", deny_unknown_fields)]
pub enum TaskChange {
    Open {
        task: TaskKind,
        desk: Desk,
        due: Option<Timestamp>,
    },
    Done {
        task: TaskKind,
    },
    /// It no longer needs doing.
    Dropped {
        task: TaskKind,
    },
    /// The case ended: drop every task that is still open.
    DropAll,
}
