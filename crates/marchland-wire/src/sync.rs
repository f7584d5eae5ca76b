//! The peer protocol: one request, one answer, and how each side judges what it gets. spec/sync.md.
//!
//! No state is kept here. The inbox hands in what its store knows and gets a verdict; it stores that verdict and its leaf
//! in one transaction, and answers only when the transaction is durable. The node and the simulator drive the same
//! functions.
//!
//! Never: stores, sends, waits, or opens a payload.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::cbor::{self, Limits};
use crate::checkpoint::{self, Known, NOTE_MAX, Note};
use crate::code::{Code, Refused};
use crate::envelope::Envelope;
use crate::keys::{Hash, VerifyKey};
use crate::leaf::Record;
use crate::receipt::{Receipt, VerifiedReceipt};

/// Path of the protocol on a node.
pub const PATH: &str = "/peer/v1/sync";
/// Content type of request and answer.
pub const MEDIA_TYPE: &str = "application/vnd.marchland.sync+cbor";
pub const ENVELOPES_MAX: usize = 256;
pub const ENVELOPE_BYTES_MAX: usize = 1024 * 1024;
pub const RECEIPTS_MAX: usize = 256;
pub const REQUEST: Limits = Limits { what: "sync request", bytes: 4 * 1024 * 1024, depth: 5, text: NOTE_MAX };
pub const ANSWER: Limits = Limits { what: "sync answer", bytes: 4 * 1024 * 1024, depth: 5, text: NOTE_MAX };

/// What both sides attach: the newest own checkpoint with its proof, and a cosignature for the peer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Heads {
    /// Own newest checkpoint as a signed note.
    #[n(0)]
    pub checkpoint: Option<String>,
    /// Size the peer last cosigned; the proof leads from it.
    #[n(1)]
    pub old_size: u64,
    #[n(2)]
    pub proof: Vec<Hash>,
    /// Cosignature line over the peer's checkpoint of `cosigned_size`.
    #[n(3)]
    pub cosignature: Option<String>,
    #[n(4)]
    pub cosigned_size: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Request {
    #[n(0)]
    pub v: u8,
    #[n(1)]
    pub from_node: String,
    #[n(2)]
    pub to_node: String,
    #[n(3)]
    pub envelopes: Vec<ByteVec>,
    /// Mandate chains that the receiver may not know yet.
    #[n(4)]
    pub chains: Vec<ByteVec>,
    /// Receipts for messages of the receiver: delivered, read and so on.
    #[n(5)]
    pub receipts: Vec<ByteVec>,
    /// The newest signed revocation list.
    #[n(6)]
    pub revocations: Option<ByteVec>,
    #[n(7)]
    pub heads: Heads,
}

/// Answer for one envelope of the request, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Reply {
    /// The stored receipt: accepted or rejected. The same envelope again gets the same bytes.
    #[n(0)]
    Receipt(#[n(0)] ByteVec),
    /// Refused without a leaf; nothing was stored, and the sender decides whether to send again.
    #[n(1)]
    Refused(#[n(0)] Code),
}

/// How far a lane has got, so that the sender resumes at the right number.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct LaneMark {
    #[n(0)]
    pub from_body: String,
    #[n(1)]
    pub to_body: String,
    #[n(2)]
    pub next: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Answer {
    #[n(0)]
    pub v: u8,
    #[n(1)]
    pub replies: Vec<Reply>,
    /// For each receipt of the request: null when stored, otherwise why not.
    #[n(2)]
    pub receipts: Vec<Option<Code>>,
    #[n(3)]
    pub lanes: Vec<LaneMark>,
    #[n(4)]
    pub heads: Heads,
    /// Why the peer's heads were not cosigned; with `log-stale`, `known_size` says where to resume.
    #[n(5)]
    pub heads_refused: Option<Code>,
    #[n(6)]
    pub known_size: u64,
}

impl Request {
    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::write(self)
    }

    pub fn read(bytes: &[u8]) -> Result<Request, Refused> {
        let request: Request = cbor::read(bytes, &REQUEST)?;
        let at = |code, why: &str| Err(Refused::new(code, format!("sync request: {why}")));
        if request.v != 1 {
            return at(Code::Version, "version");
        }
        let envelope_bytes: usize = request.envelopes.iter().map(|e| e.len()).sum();
        let counts = [request.envelopes.len(), request.chains.len(), request.receipts.len()];
        if counts.into_iter().any(|n| n > ENVELOPES_MAX) || envelope_bytes > ENVELOPE_BYTES_MAX {
            return at(Code::Oversize, "batch");
        }
        request.heads.check()?;
        Ok(request)
    }
}

impl Answer {
    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::write(self)
    }

    /// Reads the answer to `request`; it must speak about exactly what was sent.
    pub fn read(bytes: &[u8], request: &Request) -> Result<Answer, Refused> {
        let answer: Answer = cbor::read(bytes, &ANSWER)?;
        let at = |code, why: &str| Err(Refused::new(code, format!("sync answer: {why}")));
        if answer.v != 1 {
            return at(Code::Version, "version");
        }
        if answer.replies.len() != request.envelopes.len() || answer.receipts.len() != request.receipts.len()
        {
            return at(Code::Malformed, "another number of replies than was sent");
        }
        if answer.lanes.len() > ENVELOPES_MAX {
            return at(Code::Oversize, "lanes");
        }
        answer.heads.check()?;
        Ok(answer)
    }
}

impl Heads {
    fn check(&self) -> Result<(), Refused> {
        if self.proof.len() > crate::merkle::PROOF_MAX {
            return Err(Refused::new(Code::Oversize, "consistency proof"));
        }
        Ok(())
    }

    /// Judges the peer's checkpoint. `Ok(None)`: none was sent. Otherwise replace `known` durably, then cosign the note.
    pub fn judge(
        &self,
        known: Known,
        origin: &str,
        log: &VerifyKey,
    ) -> Result<Option<(Known, Note)>, Refused> {
        let Some(text) = &self.checkpoint else { return Ok(None) };
        let note = Note::parse(text)?;
        if note.checkpoint.origin != origin {
            return Err(Refused::new(Code::LogOrigin, "checkpoint"));
        }
        let known = checkpoint::witness(known, self.old_size, &note, log, &self.proof)?;
        Ok(Some((known, note)))
    }

    /// Takes the peer's cosignature over our own checkpoint `ours`; `Ok(None)` when none was sent or for another size.
    pub fn cosigned(
        &self,
        ours: &Note,
        witness_name: &str,
        witness: &VerifyKey,
    ) -> Result<Option<Note>, Refused> {
        match &self.cosignature {
            Some(line) if self.cosigned_size == ours.checkpoint.size => {
                let note = ours.with_line(line)?;
                note.verify_cosignature(witness_name, witness)?;
                Ok(Some(note))
            }
            _ => Ok(None),
        }
    }
}

/// What became of an envelope we sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Durable at the peer; the receipt proves it.
    Accepted(VerifiedReceipt),
    /// Refused for good with a proved reason.
    Rejected(Code, VerifiedReceipt),
    /// Not stored at the peer.
    Refused(Code),
}

/// Judges the reply to an envelope we sent, under the peer's log.
pub fn outcome(reply: &Reply, sent: &Envelope, origin: &str, log: &VerifyKey) -> Result<Outcome, Refused> {
    let bytes = match reply {
        Reply::Refused(code) => return Ok(Outcome::Refused(*code)),
        Reply::Receipt(bytes) => bytes,
    };
    let receipt = Receipt::read(bytes)?.verify(origin, log, None)?;
    let (msg_id, digest) = (sent.msg_id(), sent.bytes_digest());
    match &receipt.record {
        Record::Accepted { msg_id: about, .. } if *about == msg_id => Ok(Outcome::Accepted(receipt)),
        // A receiver that could not read the bytes at all names them by their digest.
        Record::Rejected { msg_id: about, code } if *about == msg_id || *about == digest => {
            Ok(Outcome::Rejected(*code, receipt))
        }
        _ => Err(Refused::new(Code::ReceiptMismatch, "sync answer")),
    }
}
