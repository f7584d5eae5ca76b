//! What people do, once for every door: pages and API call these, jobs call the few that the node does itself.
//! One file per side of a case; what they share is beside them.
//!
//! Never: reads a form or writes a page; changes a case except through `store::commit`.

pub mod alerts;
pub mod ask;
pub mod clocks;
pub mod confirm;
pub mod crossing;
pub mod evidence;
pub mod hand_in;
pub mod keep;
pub mod letter;
pub mod open;
pub mod ours;
pub mod power;
pub mod recorded;
pub mod replay;
pub mod signing;
pub mod theirs;

use marchland_casework::{Actor, CannotStep, Power};
use marchland_law::BodyId;

use crate::app::App;
use crate::clock;
use crate::store::StoreError;
use crate::store::people::Official;

/// Why an act did not happen. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum CannotAct {
    /// Also what somebody hears who may not know that it is there.
    #[error("there is nothing with this number that you may open")]
    NotFound,
    #[error("you have opened no reason for reading this case today; say why you need it")]
    ReasonNeeded,
    #[error("{0}")]
    Step(#[from] CannotStep),
    #[error("your mandate does not let you {} towards this body today; ask the head of your body", .0.code())]
    NoMandate(Power),
    #[error("no neighbour is linked that serves {0}; an administrator links it first")]
    NotLinked(BodyId),
    #[error("{0} has no valid encryption key today; ask its administrator for a new record")]
    NoBodyKey(String),
    #[error("the instrument {0} is not in the law loaded here, or needs no confirmation")]
    NothingToConfirm(String),
    #[error("say in one to six hundred characters what you rest this on")]
    ReasonMissing,
    #[error("{0}")]
    Handling(marchland_casework::HandlingRefusal),
    #[error("nothing of this case has been sent or received, so there is nothing to prove yet")]
    NothingToProve,
    #[error("a list has at most {} travellers; check it in parts", crossing::LIST_MAX)]
    ListTooLong,
    #[error("choose a crossing point of this node, lane, direction and reason")]
    LaneUnknown,
    #[error("a release is bound to a document, and none was read; scan the document first")]
    NoDocument,
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("this did not work: {0}")]
    Internal(String),
}

impl CannotAct {
    /// Stable code for machines and for the audit.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::ReasonNeeded => "reason-needed",
            Self::Step(step) => step.code(),
            Self::NoMandate(_) => "no-mandate",
            Self::NotLinked(_) => "not-linked",
            Self::NoBodyKey(_) => "no-body-key",
            Self::NothingToConfirm(_) => "nothing-to-confirm",
            Self::ReasonMissing => "reason-missing",
            Self::Handling(refusal) => refusal.code(),
            Self::NothingToProve => "nothing-to-prove",
            Self::ListTooLong => "list-too-long",
            Self::LaneUnknown => "lane-unknown",
            Self::NoDocument => "no-document",
            Self::Store(StoreError::ChangedMeanwhile) => "changed-meanwhile",
            Self::Store(_) | Self::Internal(_) => "internal",
        }
    }

    /// Whether it is our fault rather than the caller's.
    pub fn is_ours(&self) -> bool {
        self.code() == "internal"
    }

    pub(crate) fn internal(why: impl std::fmt::Display) -> Self {
        Self::Internal(why.to_string())
    }
}

impl From<marchland_wire::Refused> for CannotAct {
    fn from(refused: marchland_wire::Refused) -> Self {
        Self::internal(refused)
    }
}

pub type Acted<T> = Result<T, CannotAct>;

/// The official as casework knows one: id, post, body. The post is what a neighbour sees.
pub fn actor(who: &Official) -> Actor {
    Actor {
        official: who.id.as_str().into(),
        post: who.post.en.as_ref().into(),
        body: who.body.as_str().into(),
    }
}

/// A new id: ordered by time, unique without asking anybody.
pub fn new_id(app: &App) -> String {
    clock::new_id(app.clock.now()).to_string()
}
