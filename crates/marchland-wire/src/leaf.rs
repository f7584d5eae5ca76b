//! Leaves of a neighbour's log: 44 bytes that hide what they commit to, and the record they open to. spec/log.md, "Leaf".
//!
//! `kind(1) minute(4) flags(1) reserved(6) commit(32)`. Destroying salt and record leaves the proofs of all other leaves
//! whole, so deletion and append-only live together.
//!
//! Never: puts content, a name or a case number into a leaf.

use minicbor::{Decode, Encode};

use crate::cbor::{self, Limits};
use crate::code::{Code, Refused};
use crate::keys::{Hash, KeyId, Salt};
use crate::merkle;

pub const ENTRY: usize = 44;
const RECORD: Limits = Limits { what: "leaf record", bytes: 2048, depth: 4, text: 256 };

/// What a leaf is about. The number is the first byte of the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeafKind {
    Sent = 1,
    Accepted = 2,
    Rejected = 3,
    Delivered = 4,
    Undeliverable = 5,
    Read = 6,
    Acknowledged = 7,
    Expired = 8,
    Deleted = 9,
    Revocations = 10,
    Capability = 11,
    Effect = 12,
}

impl LeafKind {
    pub const ALL: [LeafKind; 12] = [
        LeafKind::Sent,
        LeafKind::Accepted,
        LeafKind::Rejected,
        LeafKind::Delivered,
        LeafKind::Undeliverable,
        LeafKind::Read,
        LeafKind::Acknowledged,
        LeafKind::Expired,
        LeafKind::Deleted,
        LeafKind::Revocations,
        LeafKind::Capability,
        LeafKind::Effect,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            LeafKind::Sent => "sent",
            LeafKind::Accepted => "accepted",
            LeafKind::Rejected => "rejected",
            LeafKind::Delivered => "delivered",
            LeafKind::Undeliverable => "undeliverable",
            LeafKind::Read => "read",
            LeafKind::Acknowledged => "acknowledged",
            LeafKind::Expired => "expired",
            LeafKind::Deleted => "deleted",
            LeafKind::Revocations => "revocations",
            LeafKind::Capability => "capability",
            LeafKind::Effect => "effect",
        }
    }
}

/// The record a leaf commits to. Kept beside the log, where it can be deleted.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Record {
    /// Durable in the sender's outbox.
    #[n(1)]
    Sent {
        #[n(0)]
        msg_id: Hash,
        #[n(1)]
        seq: u64,
    },
    /// Checked and durable in the receiver's inbox.
    #[n(2)]
    Accepted {
        #[n(0)]
        msg_id: Hash,
        #[n(1)]
        seq: u64,
    },
    /// Refused by the receiver, with the reason.
    #[n(3)]
    Rejected {
        #[n(0)]
        msg_id: Hash,
        #[n(1)]
        code: Code,
    },
    /// Opened by the body: it held the key and the content was what the header commits to.
    #[n(4)]
    Delivered {
        #[n(0)]
        msg_id: Hash,
        #[n(1)]
        body: String,
        #[n(2)]
        content_commit: Hash,
        #[n(3)]
        at_s: i64,
    },
    #[n(5)]
    Undeliverable {
        #[n(0)]
        msg_id: Hash,
        #[n(1)]
        body: String,
        #[n(2)]
        code: Code,
        #[n(3)]
        at_s: i64,
    },
    /// Opened by a named official.
    #[n(6)]
    Read {
        #[n(0)]
        msg_id: Hash,
        #[n(1)]
        mandate: Hash,
        #[n(2)]
        at_s: i64,
    },
    /// Taken in charge by a named official.
    #[n(7)]
    Acknowledged {
        #[n(0)]
        msg_id: Hash,
        #[n(1)]
        mandate: Hash,
        #[n(2)]
        at_s: i64,
    },
    /// Not accepted before it expired; what was tried.
    #[n(8)]
    Expired {
        #[n(0)]
        msg_id: Hash,
        #[n(1)]
        attempts: u32,
        #[n(2)]
        last_try_s: i64,
    },
    /// Keys and records destroyed under a retention rule or order.
    #[n(9)]
    Deleted {
        #[n(0)]
        msg_id: Hash,
        #[n(1)]
        basis: String,
        #[n(2)]
        at_s: i64,
    },
    /// A revocation list took effect at this place in the log.
    #[n(10)]
    Revocations {
        #[n(0)]
        number: u64,
        #[n(1)]
        digest: Hash,
    },
    /// What this node speaks from here on.
    #[n(11)]
    Capability {
        #[n(0)]
        suite: u16,
        #[n(1)]
        log_key: KeyId,
    },
    /// What the message has brought about at the body: how the copy of what it concerns stands there.
    #[n(12)]
    Effect {
        #[n(0)]
        msg_id: Hash,
        #[n(1)]
        body: String,
        /// A stage code, such as `in-force`; spec/payload.md has them.
        #[n(2)]
        stands: String,
        #[n(3)]
        at_s: i64,
    },
}

impl Record {
    pub const fn kind(&self) -> LeafKind {
        match self {
            Record::Sent { .. } => LeafKind::Sent,
            Record::Accepted { .. } => LeafKind::Accepted,
            Record::Rejected { .. } => LeafKind::Rejected,
            Record::Delivered { .. } => LeafKind::Delivered,
            Record::Undeliverable { .. } => LeafKind::Undeliverable,
            Record::Read { .. } => LeafKind::Read,
            Record::Acknowledged { .. } => LeafKind::Acknowledged,
            Record::Expired { .. } => LeafKind::Expired,
            Record::Deleted { .. } => LeafKind::Deleted,
            Record::Revocations { .. } => LeafKind::Revocations,
            Record::Capability { .. } => LeafKind::Capability,
            Record::Effect { .. } => LeafKind::Effect,
        }
    }

    /// The message it is about, if it is about one.
    pub const fn msg_id(&self) -> Option<Hash> {
        match self {
            Record::Sent { msg_id, .. }
            | Record::Accepted { msg_id, .. }
            | Record::Rejected { msg_id, .. }
            | Record::Delivered { msg_id, .. }
            | Record::Undeliverable { msg_id, .. }
            | Record::Read { msg_id, .. }
            | Record::Acknowledged { msg_id, .. }
            | Record::Expired { msg_id, .. }
            | Record::Deleted { msg_id, .. }
            | Record::Effect { msg_id, .. } => Some(*msg_id),
            Record::Revocations { .. } | Record::Capability { .. } => None,
        }
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::write(self)
    }

    pub fn read(bytes: &[u8]) -> Result<Record, Refused> {
        cbor::read(bytes, &RECORD)
    }
}

/// The 44 bytes that are hashed into the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry(pub [u8; ENTRY]);

impl Entry {
    /// The entry for a record, written at a moment, hidden by a fresh salt.
    pub fn new(record: &Record, salt: &Salt, at_s: i64) -> Entry {
        let minute = u32::try_from(at_s.div_euclid(60)).unwrap_or(0);
        let mut bytes = [0; ENTRY];
        let (kind, rest) = bytes.split_at_mut(1);
        let (time, rest) = rest.split_at_mut(4);
        kind.copy_from_slice(&[record.kind() as u8]);
        time.copy_from_slice(&minute.to_be_bytes());
        rest.split_at_mut(7).1.copy_from_slice(&commit(&record.to_bytes(), salt).0);
        Entry(bytes)
    }

    /// Start of the minute in which the node wrote the leaf, by its own clock.
    pub fn minute_s(&self) -> i64 {
        let [_, a, b, c, d, ..] = self.0;
        i64::from(u32::from_be_bytes([a, b, c, d])) * 60
    }

    pub fn hash(&self) -> Hash {
        merkle::leaf_hash(&self.0)
    }

    /// Whether this entry, written in its minute, commits to the record.
    pub fn opens_to(&self, record: &Record, salt: &Salt) -> Result<(), Refused> {
        if *self == Entry::new(record, salt, self.minute_s()) {
            Ok(())
        } else {
            Err(Refused::new(Code::Opening, "leaf"))
        }
    }
}

fn commit(record: &[u8], salt: &Salt) -> Hash {
    Hash::of("marchland/leaf/1", &[&salt.0, record])
}
