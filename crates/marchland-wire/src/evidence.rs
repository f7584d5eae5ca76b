//! The evidence file: everything a stranger needs to check, offline, what passed about some messages. spec/evidence.md.
//!
//! One deterministic CBOR document. It holds signed and proved parts only, and one statement for people, which proves
//! nothing. Content is in it only where a content key was disclosed.
//!
//! Never: a source of trust. The roots in the file are claims until a person compares their fingerprints.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::cbor::{self, Limits};
use crate::checkpoint::NOTE_MAX;
use crate::code::{Code, Refused};
use crate::cose::SignatureBlock;
use crate::envelope::{Digests, Envelope};
use crate::keys::Hash;
use crate::seal::ContentKey;

pub const EVIDENCE: Limits =
    Limits { what: "evidence file", bytes: 8 * 1024 * 1024, depth: 8, text: NOTE_MAX };
pub const EXTENSION: &str = "mrl-evidence";
const ITEMS_MAX: usize = 256;

#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Evidence {
    #[n(0)]
    pub v: u8,
    /// For people, in a language they chose. Unsigned.
    #[n(1)]
    pub statement: String,
    #[n(2)]
    pub exported_s: i64,
    /// State roots, as claimed by the file.
    #[n(3)]
    pub roots: Vec<ByteVec>,
    /// Signed neighbour records of both nodes.
    #[n(4)]
    pub neighbours: Vec<ByteVec>,
    #[n(5)]
    pub revocations: Vec<LoggedRevocations>,
    #[n(6)]
    pub messages: Vec<Message>,
    /// Later checkpoints that a neighbour cosigned, with the way to them.
    #[n(7)]
    pub heads: Vec<Head>,
}

/// A signed revocation list and the leaf with which it took effect in a log.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct LoggedRevocations {
    #[n(0)]
    pub list: ByteVec,
    #[n(1)]
    pub logged: Option<Shown>,
}

/// One message: signed header, and the digests that stand for wraps and ciphertext.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Message {
    #[n(0)]
    pub header: ByteVec,
    #[n(1)]
    pub wraps: Hash,
    #[n(2)]
    pub ciphertext: Hash,
    #[n(3)]
    pub signatures: Vec<SignatureBlock>,
    /// Chains of those who signed the message or stated a receipt.
    #[n(4)]
    pub chains: Vec<ByteVec>,
    #[n(5)]
    pub receipts: Vec<Shown>,
    #[n(6)]
    pub disclosure: Option<Disclosure>,
}

/// A receipt and whose log it is from.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Shown {
    /// The node that kept the log.
    #[n(0)]
    pub node: String,
    /// The neighbour the log is kept for.
    #[n(1)]
    pub peer: String,
    #[n(2)]
    pub receipt: ByteVec,
}

/// A checkpoint cosigned by the neighbour that extends the checkpoint of receipts.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Head {
    #[n(0)]
    pub node: String,
    #[n(1)]
    pub peer: String,
    #[n(2)]
    pub checkpoint: String,
    /// Size of the earlier checkpoint from which `proof` leads here.
    #[n(3)]
    pub from_size: u64,
    #[n(4)]
    pub proof: Vec<Hash>,
}

/// The key of one message and what it opens.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Disclosure {
    #[n(0)]
    pub content_key: ByteVec,
    #[n(1)]
    pub ciphertext: ByteVec,
}

impl std::fmt::Debug for Disclosure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Disclosure of {} bytes", self.ciphertext.len())
    }
}

impl Message {
    /// What an envelope contributes; chains, receipts and disclosure are added by the caller.
    pub fn of(envelope: &Envelope) -> Message {
        let Digests { wraps, ciphertext, .. } = envelope.digests();
        Message {
            header: envelope.header_bytes().to_vec().into(),
            wraps,
            ciphertext,
            signatures: envelope.signatures().to_vec(),
            chains: Vec::new(),
            receipts: Vec::new(),
            disclosure: None,
        }
    }

    /// Adds the content: the reader of the file can then read this message, and no other.
    pub fn disclose(mut self, envelope: &Envelope, key: &ContentKey) -> Message {
        self.disclosure = Some(Disclosure {
            content_key: key.to_bytes().to_vec().into(),
            ciphertext: envelope.ciphertext().to_vec().into(),
        });
        self
    }

    pub fn digests(&self) -> Digests {
        Digests { header: Hash::of("", &[&self.header]), wraps: self.wraps, ciphertext: self.ciphertext }
    }
}

impl Evidence {
    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::write(self)
    }

    pub fn read(bytes: &[u8]) -> Result<Evidence, Refused> {
        let evidence: Evidence = cbor::read(bytes, &EVIDENCE)?;
        if evidence.v != 1 {
            return Err(Refused::new(Code::Version, "evidence file"));
        }
        let inner =
            evidence.messages.iter().flat_map(|m| [m.chains.len(), m.receipts.len(), m.signatures.len()]);
        let outer = [
            evidence.roots.len(),
            evidence.neighbours.len(),
            evidence.revocations.len(),
            evidence.messages.len(),
            evidence.heads.len(),
        ];
        if outer.into_iter().chain(inner).any(|n| n > ITEMS_MAX) {
            return Err(Refused::new(Code::Oversize, "evidence file: number of items"));
        }
        Ok(evidence)
    }
}
