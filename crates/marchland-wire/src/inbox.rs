//! How a receiver judges one envelope, in the order in which the checks get dearer. spec/sync.md, section "Inbox".
//!
//! Never: answers. The verdict says what to store; the receipt exists only once that is durable.

use crate::code::{Code, Refused};
use crate::envelope::{self, CLOCK_AHEAD_S, Envelope, LaneId, Signers, bytes_digest};
use crate::keys::Hash;
use crate::lane::{self, Judgement, LaneView};
use crate::mandate::{Revoked, VerifiedMandate, check_chain};
use crate::neighbour::VerifiedNeighbour;
use crate::root::RootSet;

/// What the receiving node knows. The functions read its store; they change nothing.
#[derive(Clone, Copy)]
pub struct Inbox<'a> {
    pub our_node: &'a str,
    pub our_state: &'a str,
    /// Whether this node serves the body.
    pub serves: &'a dyn Fn(&str) -> bool,
    pub peer: &'a VerifiedNeighbour,
    pub roots: &'a RootSet,
    /// Revocations of the peer's state that have arrived.
    pub revoked: &'a Revoked,
    pub at_s: i64,
    /// Whether an envelope with this digest of all its bytes has a stored receipt.
    pub seen: &'a dyn Fn(&Hash) -> bool,
    /// The chain whose last link has this hash, from this request or an earlier one.
    pub chain: &'a dyn Fn(&Hash) -> Option<Vec<u8>>,
    pub lane: &'a dyn Fn(&LaneId, u64) -> LaneView,
}

impl std::fmt::Debug for Inbox<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Inbox of {}", self.our_node)
    }
}

/// What to do with an envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Store it and an accepted leaf. `held`: do not hand it to the body before the gap in its lane is filled.
    Accept { envelope: Box<Envelope>, signer: Box<VerifiedMandate>, held: bool },
    /// These bytes, or this message, have a stored receipt: answer with it.
    Repeat { bytes_digest: Hash, msg_id: Option<Hash> },
    /// Store a rejected leaf about `about` and remember the digest of the bytes, so that they get the same receipt again.
    Reject {
        /// The message, or the digest of bytes that are no message.
        about: Hash,
        why: Refused,
        /// Present when the signature was good: the official stands behind it and its number in the lane is used up.
        signed: Option<Box<Envelope>>,
    },
    /// Store nothing: the same bytes may be accepted later. Answer with the code.
    Later { why: Refused },
    /// Two signed messages for one number: store both, freeze the lane, write a rejected leaf.
    Equivocation { envelope: Box<Envelope> },
}

/// Judges the bytes of one envelope.
pub fn judge(bytes: &[u8], inbox: &Inbox<'_>) -> Verdict {
    let bytes_digest = bytes_digest(bytes);
    if (inbox.seen)(&bytes_digest) {
        return Verdict::Repeat { bytes_digest, msg_id: None };
    }
    let envelope = match envelope::parse(bytes) {
        Ok(envelope) => Box::new(envelope),
        Err(why) => return Verdict::Reject { about: bytes_digest, why, signed: None },
    };
    let msg_id = envelope.msg_id();
    let (signer, second) = match authenticate(&envelope, inbox) {
        Ok(signers) => signers,
        Err(why) if may_change(why.code) => return Verdict::Later { why },
        Err(why) => return Verdict::Reject { about: msg_id, why, signed: None },
    };
    let view = (inbox.lane)(&envelope.header.lane(), envelope.header.seq);
    let held = match lane::judge(&view, envelope.header.seq, &msg_id) {
        Judgement::New => false,
        Judgement::Hold => true,
        Judgement::Duplicate => return Verdict::Repeat { bytes_digest, msg_id: Some(msg_id) },
        Judgement::Equivocation => return Verdict::Equivocation { envelope },
        Judgement::Frozen => return Verdict::Later { why: Refused::new(Code::LaneFrozen, "lane") },
        Judgement::TooFar | Judgement::Past => {
            return Verdict::Later {
                why: Refused::new(Code::Lane, format!("lane: the next number is {}", view.next)),
            };
        }
    };
    match authorise(&envelope, &signer, second.as_deref(), inbox) {
        Ok(()) => Verdict::Accept { envelope, signer, held },
        Err(why) => Verdict::Reject { about: msg_id, why, signed: Some(envelope) },
    }
}

/// Refusals that another record, chain or root can lift while the message stays the same.
fn may_change(code: Code) -> bool {
    matches!(code, Code::UnknownBody | Code::MandateUnknown | Code::RootUnknown | Code::RootOld)
}

type Authentic = (Box<VerifiedMandate>, Option<Box<VerifiedMandate>>);

/// Whose message it is. Until here a refusal can be held against the peer's node, not against an official.
fn authenticate(envelope: &Envelope, inbox: &Inbox<'_>) -> Result<Authentic, Refused> {
    addressed(envelope, inbox)?;
    let mandate = |hash: &Hash| -> Result<Box<VerifiedMandate>, Refused> {
        let chain = (inbox.chain)(hash).ok_or_else(|| Refused::new(Code::MandateUnknown, "envelope"))?;
        let mandate = check_chain(&chain, inbox.roots)?;
        if mandate.state() != inbox.peer.record.state {
            return Err(Refused::new(Code::WrongBody, "mandate of another state"));
        }
        Ok(Box::new(mandate))
    };
    let signer = mandate(&envelope.header.signer.mandate)?;
    let second = envelope.header.second.as_ref().map(|s| mandate(&s.mandate)).transpose()?;
    let signers = Signers { first: &signer, second: second.as_deref() };
    envelope.header.verify_signatures(&envelope.digests(), envelope.signatures(), &signers)?;
    Ok((signer, second))
}

fn addressed(envelope: &Envelope, inbox: &Inbox<'_>) -> Result<(), Refused> {
    let header = &envelope.header;
    let refuse = |code| Err(Refused::new(code, "envelope"));
    if header.from_node == inbox.our_node {
        return refuse(Code::Reflected);
    }
    if header.to_node != inbox.our_node || header.from_node != inbox.peer.record.node {
        return refuse(Code::WrongNode);
    }
    if header.epoch != inbox.peer.record.epoch {
        return refuse(Code::WrongEpoch);
    }
    if inbox.peer.body(&header.from_body).is_none() {
        return refuse(Code::UnknownBody);
    }
    if !header.to_bodies.iter().all(|to| (inbox.serves)(to)) {
        return refuse(Code::WrongAddressee);
    }
    Ok(())
}

/// Whether the signers could say this, now. From here on a refusal is a stored, proved answer.
fn authorise(
    envelope: &Envelope,
    signer: &VerifiedMandate,
    second: Option<&VerifiedMandate>,
    inbox: &Inbox<'_>,
) -> Result<(), Refused> {
    let header = &envelope.header;
    if header.created_s > inbox.at_s.saturating_add(CLOCK_AHEAD_S) {
        return Err(Refused::new(Code::Clock, "envelope"));
    }
    if inbox.at_s >= header.expires_s {
        return Err(Refused::new(Code::MessageExpired, "envelope"));
    }
    signer.not_in(inbox.revoked)?;
    second.map_or(Ok(()), |s| s.not_in(inbox.revoked))?;
    header.verify_scope(&Signers { first: signer, second }, inbox.our_state)
}
