//! Names of things, each its own type so that one cannot stand for another.
//!
//! Never: makes an id. Ids are minted or verified by the node and arrive as parameters.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! name {
    ($(#[$doc:meta])* $type:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $type(String);

        impl $type {
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $type {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    };
}

name!(
    /// A case. The asker's case id is also the thread that every message about it carries.
    CaseId
);
name!(
    /// One message to or from a neighbour. The same id twice is the same message.
    MessageId
);
name!(
    /// A piece of work given to an official inside the answering body.
    TaskId
);
name!(
    /// A named official of our own body. Never sent to a neighbour.
    OfficialId
);
name!(
    /// The mandate under which an official acts.
    MandateId
);
name!(
    /// The post an official holds: what a neighbour sees in place of a name.
    Post
);
name!(
    /// The number people use for a case on our side, for example `OMS-2026-01184`.
    Reference
);
name!(
    /// The number under which the answering body registered a request.
    RegisterNumber
);
name!(
    /// The code of a refusal ground, from the law's vocabulary or [`crate::grounds::ALWAYS`].
    GroundCode
);
name!(
    /// A file kept with an answer. Only its id and name are in the case.
    AttachmentId
);
