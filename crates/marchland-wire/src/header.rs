//! The header of an envelope: what is signed, what nodes see, and whether its signers could say it. spec/wire.md, "Envelope".
//!
//! Never: trusts a key from the message, sees a payload.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::cbor::{self, Limits};
use crate::code::{Code, Refused};
use crate::cose::{Context, SignatureBlock};
use crate::keys::{Hash, KeyId};
use crate::mandate::{Role, VerifiedMandate};
use crate::scope::{Act, Use};
use crate::seal::BUCKETS;

pub const HEADER: Limits = Limits { what: "envelope header", bytes: 4096, depth: 4, text: 256 };
/// Most bodies one envelope may be sealed to.
pub const RECIPIENTS_MAX: usize = 32;
/// X-Wing, HKDF-SHA-256, AES-256-GCM; Ed25519.
pub const SUITE: u16 = 1;

/// What kind of message travels. The payload says the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Kind {
    /// A request and what the requester adds to it: correction, recall, clarification given, oral confirmation.
    #[n(0)]
    Request,
    /// What the requested side says about a request: registered, position, clarification asked, answer.
    #[n(1)]
    Answer,
    /// Information given unasked.
    #[n(2)]
    Information,
    #[n(3)]
    HitFollowUp,
    #[n(4)]
    JointFile,
    #[n(5)]
    Control,
    #[n(6)]
    DeletionNotice,
}

impl Kind {
    /// What a mandate must allow for its holder to sign this kind.
    pub const fn act(self) -> Act {
        match self {
            Kind::Request | Kind::HitFollowUp | Kind::JointFile | Kind::Control => Act::SignRequest,
            Kind::Answer => Act::SignAnswer,
            Kind::Information => Act::SignInformation,
            Kind::DeletionNotice => Act::Delete,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct LegalBasis {
    #[n(0)]
    pub instrument: String,
    #[n(1)]
    pub article: String,
    #[n(2)]
    pub form: String,
}

/// Attachments travel apart; the header pins them.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Attachments {
    /// Merkle root over the ciphertext chunks.
    #[n(0)]
    pub root: Hash,
    #[n(1)]
    pub count: u16,
    #[n(2)]
    pub bytes: u64,
}

/// The signer named by the header.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct SignedBy {
    /// Hash of the last link of the mandate chain.
    #[n(0)]
    pub mandate: Hash,
    #[n(1)]
    pub key: KeyId,
}

/// The header as signed. Nodes see it; the payload they never see.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Header {
    #[n(0)]
    pub v: u8,
    #[n(1)]
    pub suite: u16,
    /// Highest suite the sender has seen from the receiver: a later lower one is a downgrade.
    #[n(2)]
    pub suite_seen: u16,
    #[n(3)]
    pub kind: Kind,
    #[n(4)]
    pub class: u8,
    #[n(5)]
    pub priority: u8,
    #[n(6)]
    pub from_body: String,
    /// Primary addressee first.
    #[n(7)]
    pub to_bodies: Vec<String>,
    #[n(8)]
    pub from_node: String,
    #[n(9)]
    pub to_node: String,
    #[n(10)]
    pub epoch: u32,
    /// Dense number in the lane (from_body, first of to_bodies), from 1.
    #[n(11)]
    pub seq: u64,
    /// A claim; order is proved by the logs.
    #[n(12)]
    pub created_s: i64,
    #[n(13)]
    pub expires_s: i64,
    #[n(14)]
    pub basis: LegalBasis,
    /// Salted hash that groups messages of one case for their holders; the case number is only in the payload.
    #[n(15)]
    pub case_ref: Hash,
    #[n(16)]
    pub signer: SignedBy,
    /// A second official, where the class needs four eyes.
    #[n(17)]
    pub second: Option<SignedBy>,
    #[n(18)]
    pub in_reply_to: Option<Hash>,
    /// By when an answer is due.
    #[n(19)]
    pub answer_by_s: Option<i64>,
    /// Size of the padded plaintext.
    #[n(20)]
    pub bucket: u32,
    #[n(21)]
    pub key_commit: Hash,
    #[n(22)]
    pub content_commit: Hash,
    #[n(23)]
    pub attachments: Option<Attachments>,
    /// Room for later versions: kept, signed, not understood here.
    #[n(31)]
    pub extension: Option<ByteVec>,
}

/// The three hashes that are signed. With them and the header, a signature can be checked without wraps or ciphertext.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Digests {
    #[n(0)]
    pub header: Hash,
    #[n(1)]
    pub wraps: Hash,
    #[n(2)]
    pub ciphertext: Hash,
}

impl Digests {
    pub fn of(header: &[u8], wraps: &[u8], ciphertext: &[u8]) -> Digests {
        Digests {
            header: Hash::of("", &[header]),
            wraps: Hash::of("", &[wraps]),
            ciphertext: Hash::of("", &[ciphertext]),
        }
    }

    /// The detached payload of the signatures.
    pub fn signed(&self) -> Vec<u8> {
        [self.header.0, self.wraps.0, self.ciphertext.0].concat()
    }

    /// Identifies the message everywhere.
    pub fn msg_id(&self) -> Hash {
        Hash::of("", &[&self.signed()])
    }
}

/// Reads a header alone, as evidence files carry it.
pub fn parse_header(bytes: &[u8]) -> Result<Header, Refused> {
    let header: Header = cbor::read(bytes, &HEADER)?;
    let at = |code, why: &str| Err(Refused::new(code, format!("envelope header: {why}")));
    if header.v != 1 {
        return at(Code::Version, "version");
    }
    if header.suite != SUITE || header.suite_seen > SUITE {
        return at(Code::Suite, "suite");
    }
    if header.to_bodies.is_empty() || header.to_bodies.len() > RECIPIENTS_MAX {
        return at(Code::Malformed, "addressees");
    }
    if header.seq == 0 || header.expires_s <= header.created_s {
        return at(Code::Malformed, "number or dates");
    }
    if !BUCKETS.contains(&header.bucket) {
        return at(Code::Malformed, "bucket");
    }
    if header
        .second
        .as_ref()
        .is_some_and(|s| s.key == header.signer.key || s.mandate == header.signer.mandate)
    {
        return at(Code::FourEyes, "the second signer is the first");
    }
    Ok(header)
}

/// The checked mandates of those who signed a message.
#[derive(Debug, Clone, Copy)]
pub struct Signers<'a> {
    pub first: &'a VerifiedMandate,
    pub second: Option<&'a VerifiedMandate>,
}

impl<'a> Signers<'a> {
    pub fn one(first: &'a VerifiedMandate) -> Signers<'a> {
        Signers { first, second: None }
    }

    fn all(&self) -> Vec<&'a VerifiedMandate> {
        [Some(self.first), self.second].into_iter().flatten().collect()
    }
}

/// The lane of a message.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LaneId {
    pub epoch: u32,
    pub from_body: String,
    pub to_body: String,
}

impl Header {
    pub fn lane(&self) -> LaneId {
        LaneId {
            epoch: self.epoch,
            from_body: self.from_body.clone(),
            to_body: self.to_bodies.first().cloned().unwrap_or_default(),
        }
    }

    /// Checks that the signatures over `digests` were made by the holders of these mandates, and nobody else.
    pub fn verify_signatures(
        &self,
        digests: &Digests,
        signatures: &[SignatureBlock],
        signers: &Signers<'_>,
    ) -> Result<(), Refused> {
        let named: Vec<_> = [Some(&self.signer), self.second.as_ref()].into_iter().flatten().collect();
        let mandates = signers.all();
        if named.len() != signatures.len() || named.len() != mandates.len() {
            return Err(Refused::new(Code::Signature, "envelope: number of signatures"));
        }
        for ((named, mandate), block) in named.iter().zip(mandates).zip(signatures) {
            if named.mandate != mandate.hash() || named.key != mandate.key().id() {
                return Err(Refused::new(Code::Signer, "envelope"));
            }
            block.verify(mandate.key(), Context::Envelope, &digests.signed())?;
        }
        Ok(())
    }

    /// Checks that the mandates cover this message towards `peer_state`, at the moment it says it was made. Whether that
    /// claim is honest is decided by the order of the logs.
    pub fn verify_scope(&self, signers: &Signers<'_>, peer_state: &str) -> Result<(), Refused> {
        signers.all().into_iter().try_for_each(|mandate| self.covered_by(mandate, peer_state))?;
        if signers.first.leaf().scope.four_eyes.has(&self.class) && signers.second.is_none() {
            return Err(Refused::new(Code::FourEyes, "envelope"));
        }
        Ok(())
    }

    fn covered_by(&self, mandate: &VerifiedMandate, peer_state: &str) -> Result<(), Refused> {
        if mandate.leaf().role != Role::Official {
            return Err(Refused::new(Code::ChainDepth, "envelope: signed by no official"));
        }
        if mandate.body() != Some(self.from_body.as_str()) {
            return Err(Refused::new(Code::WrongBody, "envelope"));
        }
        mandate.valid_at(self.created_s)?;
        mandate.permits(&Use {
            act: self.kind.act(),
            form: &self.basis.form,
            peer: peer_state,
            instrument: &self.basis.instrument,
            article: &self.basis.article,
            class: self.class,
        })
    }
}
