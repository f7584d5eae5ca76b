//! What happened, in the order it happened: the timeline of a case, made only by steps.
//!
//! Never: is changed or removed. A fact keeps the official of our own body; it is never sent to a neighbour.

use crate::clock::ClockKind;
use crate::clock::Level;
use crate::field::Field;
use crate::ids::{MandateId, MessageId, OfficialId, Post, RegisterNumber, TaskId};
use crate::people::Actor;
use crate::receipt::ReceiptKind;
use jiff::Timestamp;
use marchland_law::BodyId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub at: Timestamp,
    pub by: By,
    #[serde(rename = "fact")]
    pub kind: FactKind,
}

/// Who made it happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "kebab-case", deny_unknown_fields)]
pub enum By {
    Official {
        official: OfficialId,
        post: Post,
        body: BodyId,
    },
    Neighbour {
        post: Option<Post>,
        body: BodyId,
    },
    /// Our node, by itself: a clock, a receipt.
    Node,
}

impl From<&Actor> for By {
    fn from(who: &Actor) -> By {
        By::Official { official: who.official.clone(), post: who.post.clone(), body: who.body.clone() }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum FactKind {
    Drafted,
    Submitted,
    Returned {
        reason: String,
    },
    Approved {
        mandate: MandateId,
        message: MessageId,
    },
    Receipt {
        receipt: ReceiptKind,
        message: MessageId,
    },
    Received {
        message: MessageId,
    },
    Registered {
        number: RegisterNumber,
    },
    Accepted,
    Partly,
    Refused,
    ClarificationAsked {
        message: MessageId,
    },
    ClarificationGiven {
        message: MessageId,
    },
    WorkGiven {
        task: TaskId,
    },
    WorkDone {
        task: TaskId,
    },
    WorkDropped {
        task: TaskId,
    },
    AnswerDrafted,
    AnswerSubmitted,
    AnswerReturned {
        reason: String,
    },
    AnswerApproved {
        mandate: MandateId,
        message: MessageId,
    },
    Answered {
        message: MessageId,
        last: bool,
    },
    AnswerRead {
        message: MessageId,
    },
    RefusalRead,
    Evaluated {
        score: u8,
    },
    Closed,
    Withdrawn {
        reason: String,
    },
    Recalled {
        reason: String,
    },
    CorrectionProposed,
    CorrectionDropped,
    Corrected {
        version: u16,
        changed: BTreeSet<Field>,
    },
    CorrectionReviewed {
        version: u16,
    },
    MadeOrally {
        at: Timestamp,
    },
    OralConfirmed {
        late: bool,
    },
    Reminded {
        message: MessageId,
    },
    ClockStarted {
        clock: ClockKind,
    },
    ClockPaused {
        clock: ClockKind,
    },
    ClockResumed {
        clock: ClockKind,
    },
    Escalated {
        clock: ClockKind,
        level: Level,
    },
    /// Our law was asked about an alert that arrived.
    AlertDecided {
        verdict: String,
    },
    AlertChanged {
        version: u16,
    },
    AlertEndsSoon {
        version: u16,
    },
    AlertExpired,
    /// The person's data of an ended alert were erased.
    PersonErased,
    /// First look.
    HitFound {
        hit: String,
    },
    /// Second look.
    HitConfirmed {
        hit: String,
    },
    HitDropped {
        hit: String,
    },
    /// The neighbour told us of one.
    HitReported {
        hit: String,
    },
    HitRead {
        hit: String,
    },
    Released {
        release: String,
    },
    ReleaseRevoked {
        release: String,
    },
    /// A message came when the case no longer waited for it, or before its turn. It is kept, nothing else changed.
    Noted {
        message: MessageId,
        what: String,
    },
}

impl FactKind {
    /// Stable code for the translations.
    pub fn code(&self) -> &'static str {
        match self {
            FactKind::Drafted => "drafted",
            FactKind::Submitted => "submitted",
            FactKind::Returned { .. } => "returned",
            FactKind::Approved { .. } => "approved",
            FactKind::Receipt { receipt, .. } => receipt.code(),
            FactKind::Received { .. } => "received",
            FactKind::Registered { .. } => "registered",
            FactKind::Accepted => "accepted",
            FactKind::Partly => "partly",
            FactKind::Refused => "refused",
            FactKind::ClarificationAsked { .. } => "clarification-asked",
            FactKind::ClarificationGiven { .. } => "clarification-given",
            FactKind::WorkGiven { .. } => "work-given",
            FactKind::WorkDone { .. } => "work-done",
            FactKind::WorkDropped { .. } => "work-dropped",
            FactKind::AnswerDrafted => "answer-drafted",
            FactKind::AnswerSubmitted => "answer-submitted",
            FactKind::AnswerReturned { .. } => "answer-returned",
            FactKind::AnswerApproved { .. } => "answer-approved",
            FactKind::Answered { last: true, .. } => "answered",
            FactKind::Answered { last: false, .. } => "answered-in-part",
            FactKind::AnswerRead { .. } => "answer-read",
            FactKind::RefusalRead => "refusal-read",
            FactKind::Evaluated { .. } => "evaluated",
            FactKind::Closed => "closed",
            FactKind::Withdrawn { .. } => "withdrawn",
            FactKind::Recalled { .. } => "recalled",
            FactKind::CorrectionProposed => "correction-proposed",
            FactKind::CorrectionDropped => "correction-dropped",
            FactKind::Corrected { .. } => "corrected",
            FactKind::CorrectionReviewed { .. } => "correction-reviewed",
            FactKind::MadeOrally { .. } => "made-orally",
            FactKind::OralConfirmed { .. } => "oral-confirmed",
            FactKind::Reminded { .. } => "reminded",
            FactKind::ClockStarted { .. } => "clock-started",
            FactKind::ClockPaused { .. } => "clock-paused",
            FactKind::ClockResumed { .. } => "clock-resumed",
            FactKind::Escalated { .. } => "escalated",
            FactKind::AlertDecided { .. } => "alert-decided",
            FactKind::AlertChanged { .. } => "alert-changed",
            FactKind::AlertEndsSoon { .. } => "alert-ends-soon",
            FactKind::AlertExpired => "alert-expired",
            FactKind::PersonErased => "person-erased",
            FactKind::HitFound { .. } => "hit-found",
            FactKind::HitConfirmed { .. } => "hit-confirmed",
            FactKind::HitDropped { .. } => "hit-dropped",
            FactKind::HitReported { .. } => "hit-reported",
            FactKind::HitRead { .. } => "hit-read",
            FactKind::Released { .. } => "released",
            FactKind::ReleaseRevoked { .. } => "release-revoked",
            FactKind::Noted { .. } => "noted",
        }
    }
}
