//! Who acts, and the mandate that lets them act towards a neighbour.
//!
//! Never: verifies a mandate's chain. The node builds a [`Mandate`] only from one that was verified.

use crate::error::CannotStep;
use crate::ids::{MandateId, OfficialId, Post};
use crate::legal::state_of;
use jiff::Timestamp;
use marchland_law::{BodyId, FormId, State};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A person at work: the official, the post, the body where they serve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    pub official: OfficialId,
    pub post: Post,
    pub body: BodyId,
}

/// What a mandate lets its holder do. Work that leaves nothing for a neighbour needs no mandate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Power {
    /// Sign a request or a correction of it, or return it to its author.
    ApproveRequest,
    /// Give a clarification, recall, remind.
    Correspond,
    /// Register what a neighbour asked.
    Register,
    /// Accept, accept in part, refuse, ask for clarification.
    TakePosition,
    /// Sign an answer, or return it to its author.
    ApproveAnswer,
    /// Sign, change or withdraw an alert, or return it to its author.
    IssueAlert,
    /// Give the second look to a hit and tell its issuer; release a wrong person.
    ReportHit,
}

impl Power {
    pub const ALL: [Power; 7] = [
        Power::ApproveRequest,
        Power::Correspond,
        Power::Register,
        Power::TakePosition,
        Power::ApproveAnswer,
        Power::IssueAlert,
        Power::ReportHit,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Power::ApproveRequest => "approve-request",
            Power::Correspond => "correspond",
            Power::Register => "register",
            Power::TakePosition => "take-position",
            Power::ApproveAnswer => "approve-answer",
            Power::IssueAlert => "issue-alert",
            Power::ReportHit => "report-hit",
        }
    }
}

impl std::fmt::Display for Power {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// A verified mandate, reduced to what a step must know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mandate {
    pub id: MandateId,
    pub holder: Actor,
    /// The body in whose name the holder acts. It may be above the body where the holder serves:
    /// a named district official can hold a mandate of the region.
    pub in_name_of: BodyId,
    pub powers: BTreeSet<Power>,
    pub forms: BTreeSet<FormId>,
    /// The states towards which it holds.
    pub peers: BTreeSet<State>,
    pub from: Timestamp,
    /// The first moment at which it no longer holds.
    pub until: Timestamp,
}

impl Mandate {
    /// Holding this proof is what a step towards a neighbour asks for.
    pub(crate) fn allows(
        &self,
        power: Power,
        body: &BodyId,
        peer: &BodyId,
        form: &FormId,
        at: Timestamp,
    ) -> Result<(), CannotStep> {
        let mandate = || self.id.clone();
        if at < self.from {
            return Err(CannotStep::MandateNotYet { mandate: mandate(), from: self.from });
        }
        if at >= self.until {
            return Err(CannotStep::MandateEnded { mandate: mandate(), until: self.until });
        }
        if !self.powers.contains(&power) {
            return Err(CannotStep::MandateLacksPower { mandate: mandate(), power });
        }
        if &self.in_name_of != body {
            return Err(CannotStep::MandateOtherBody { mandate: mandate(), body: body.clone() });
        }
        if !self.forms.contains(form) {
            return Err(CannotStep::MandateOtherForm { mandate: mandate(), form: form.clone() });
        }
        if !self.peers.iter().any(|state| state.as_str() == state_of(peer)) {
            return Err(CannotStep::MandateOtherPeer { mandate: mandate(), peer: peer.clone() });
        }
        Ok(())
    }
}
