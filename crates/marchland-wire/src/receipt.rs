//! Receipts: a log leaf opened and proved. spec/log.md, section "Receipt".
//!
//! A receipt shows a record, the salt that opens its leaf, the proof that the leaf is under a checkpoint, and the
//! checkpoint. What a body or an official states is also signed by that body or official over the record.
//!
//! Never: stands alone without a log key the reader already knows.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::cbor::{self, Limits};
use crate::checkpoint::{NOTE_MAX, Note};
use crate::code::{Code, Refused};
use crate::cose::{Context, SignatureBlock};
use crate::keys::{Hash, Salt, Signer, VerifyKey};
use crate::leaf::{ENTRY, Entry, Record};
use crate::merkle;

pub const RECEIPT: Limits = Limits { what: "receipt", bytes: 32 * 1024, depth: 4, text: NOTE_MAX };

/// A receipt as it travels and is stored.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Receipt {
    #[n(0)]
    v: u8,
    #[n(1)]
    entry: ByteVec,
    #[n(2)]
    record: ByteVec,
    #[n(3)]
    salt: Salt,
    #[n(4)]
    index: u64,
    #[n(5)]
    proof: Vec<Hash>,
    /// The checkpoint as a signed note.
    #[n(6)]
    checkpoint: String,
    /// Of the body (delivered, undeliverable) or the official (read, acknowledged), over the record.
    #[n(7)]
    signature: Option<SignatureBlock>,
}

/// A leaf ready to be appended and later shown: what the store keeps in one transaction with the state it witnesses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    pub entry: Entry,
    pub record: Vec<u8>,
    pub salt: Salt,
    pub signature: Option<SignatureBlock>,
}

impl Leaf {
    /// A leaf the node writes on its own.
    pub fn new(record: &Record, salt: Salt, at_s: i64) -> Leaf {
        Leaf { entry: Entry::new(record, &salt, at_s), record: record.to_bytes(), salt, signature: None }
    }

    /// A leaf for what a body or an official states and signs.
    pub fn signed(record: &Record, salt: Salt, at_s: i64, signer: &dyn Signer) -> Result<Leaf, Refused> {
        let mut leaf = Leaf::new(record, salt, at_s);
        leaf.signature = Some(signer.sign(Context::Receipt, &leaf.record)?);
        Ok(leaf)
    }

    /// The receipt, once the leaf is at `index` under `checkpoint`.
    pub fn receipt(&self, index: u64, proof: Vec<Hash>, checkpoint: &Note) -> Receipt {
        Receipt {
            v: 1,
            entry: self.entry.0.to_vec().into(),
            record: self.record.clone().into(),
            salt: self.salt,
            index,
            proof,
            checkpoint: checkpoint.to_text(),
            signature: self.signature.clone(),
        }
    }
}

/// A receipt that has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedReceipt {
    pub record: Record,
    pub index: u64,
    /// Start of the minute in which the node wrote the leaf, by its own clock.
    pub minute_s: i64,
    pub checkpoint: Note,
}

impl Receipt {
    pub fn read(bytes: &[u8]) -> Result<Receipt, Refused> {
        let receipt: Receipt = cbor::read(bytes, &RECEIPT)?;
        if receipt.v != 1 {
            return Err(Refused::new(Code::Version, "receipt"));
        }
        if receipt.proof.len() > merkle::PROOF_MAX || receipt.entry.len() != ENTRY {
            return Err(Refused::new(Code::Malformed, "receipt"));
        }
        Ok(receipt)
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::write(self)
    }

    /// What it says, before anything is verified: to find the keys to verify it with.
    pub fn record(&self) -> Result<Record, Refused> {
        Record::read(&self.record)
    }

    /// The checkpoint it is proved under, before anything is verified.
    pub fn checkpoint(&self) -> Result<Note, Refused> {
        Note::parse(&self.checkpoint)
    }

    pub fn index(&self) -> u64 {
        self.index
    }

    /// Checks the opening, the inclusion, the checkpoint under `log` of `origin`, and the signature of `signer` where the
    /// record is a statement of a body or an official.
    pub fn verify(
        &self,
        origin: &str,
        log: &VerifyKey,
        signer: Option<&VerifyKey>,
    ) -> Result<VerifiedReceipt, Refused> {
        let record = self.record()?;
        let entry = <[u8; ENTRY]>::try_from(self.entry.as_slice()).map(Entry);
        let entry = entry.map_err(|_| Refused::new(Code::Malformed, "receipt: leaf"))?;
        entry.opens_to(&record, &self.salt)?;
        let note = Note::parse(&self.checkpoint)?;
        if note.checkpoint.origin != origin {
            return Err(Refused::new(Code::LogOrigin, "receipt"));
        }
        note.verify(log)?;
        let head = &note.checkpoint;
        merkle::verify_inclusion(&entry.hash(), self.index, head.size, &self.proof, &head.root)?;
        match (&self.signature, is_statement(&record), signer) {
            (Some(block), true, Some(key)) => block.verify(key, Context::Receipt, &self.record)?,
            (None, false, _) => {}
            _ => {
                return Err(Refused::new(
                    Code::Signer,
                    "receipt: the statement of a body or official needs its key",
                ));
            }
        }
        Ok(VerifiedReceipt { record, index: self.index, minute_s: entry.minute_s(), checkpoint: note })
    }
}

/// Whether a record is stated by a body or an official rather than by the node.
fn is_statement(record: &Record) -> bool {
    match record {
        Record::Delivered { .. }
        | Record::Undeliverable { .. }
        | Record::Read { .. }
        | Record::Acknowledged { .. }
        | Record::Effect { .. } => true,
        Record::Sent { .. }
        | Record::Accepted { .. }
        | Record::Rejected { .. }
        | Record::Expired { .. }
        | Record::Deleted { .. }
        | Record::Revocations { .. }
        | Record::Capability { .. } => false,
    }
}
