//! The envelope: a signed header, wrapped content keys, a ciphertext. spec/wire.md, section "Envelope".
//!
//! `[header, wraps, ciphertext, signatures]`, each of the first three a byte string. What is signed is the three hashes,
//! so wraps or ciphertext can be withheld or destroyed while the signature stays checkable. The bytes are kept as received.
//!
//! Never: opens a payload's meaning, trusts a key from the message, decides a lane. See `sync` for the order of checks.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::cbor::{self, Limits};
use crate::code::{Code, Refused};
use crate::cose::{Context, SignatureBlock};
use crate::keys::{BodyKey, BodySecret, Hash, KeyId, Salt, Signer};
use crate::mandate::{Role, VerifiedMandate};
use crate::scope::{Act, Use};
use crate::seal::{self, BUCKETS, ContentKey, Wrap};

pub const ENVELOPE: Limits = Limits { what: "envelope", bytes: 320 * 1024, depth: 4, text: 0 };
pub const HEADER: Limits = Limits { what: "envelope header", bytes: 4096, depth: 4, text: 256 };
const WRAPS: Limits = Limits { what: "wrapped keys", bytes: 48 * 1024, depth: 3, text: 0 };
/// Most bodies one envelope may be sealed to.
pub const RECIPIENTS_MAX: usize = 32;
/// How far ahead of the receiver's clock an envelope may claim to be made.
pub const CLOCK_AHEAD_S: i64 = 600;
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

/// What the sender decides; `seal` fills in commitments and sizes.
#[derive(Debug, Clone)]
pub struct Draft {
    pub kind: Kind,
    pub class: u8,
    pub priority: u8,
    pub from_body: String,
    pub to_bodies: Vec<String>,
    pub from_node: String,
    pub to_node: String,
    pub epoch: u32,
    pub seq: u64,
    pub created_s: i64,
    pub expires_s: i64,
    pub basis: LegalBasis,
    pub case_ref: Hash,
    pub mandate: Hash,
    pub second_mandate: Option<Hash>,
    pub in_reply_to: Option<Hash>,
    pub answer_by_s: Option<i64>,
    pub attachments: Option<Attachments>,
}

/// An envelope as received: bytes, and what they were found to say. Reading it verifies nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    bytes: Vec<u8>,
    pub header: Header,
    header_bytes: Vec<u8>,
    wraps_bytes: Vec<u8>,
    wraps: Vec<Wrap>,
    ciphertext: Vec<u8>,
    signatures: Vec<SignatureBlock>,
}

/// A sealed envelope and the key of its content, which the sending body may keep to disclose it later.
#[derive(Debug)]
pub struct Sealed {
    pub envelope: Envelope,
    pub content_key: ContentKey,
}

/// An opened payload.
#[derive(Debug)]
pub struct Opened {
    pub payload: Zeroizing<Vec<u8>>,
    pub content_key: ContentKey,
}

#[derive(Encode, Decode)]
struct Wire {
    #[n(0)]
    header: ByteVec,
    #[n(1)]
    wraps: ByteVec,
    #[n(2)]
    ciphertext: ByteVec,
    #[n(3)]
    signatures: Vec<SignatureBlock>,
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

/// Seals a payload to the bodies and signs the result. `second` signs too where the class needs four eyes.
pub fn seal(
    draft: Draft,
    payload: &[u8],
    recipients: &[BodyKey],
    signer: &dyn Signer,
    second: Option<&dyn Signer>,
    rng: &mut impl CryptoRng,
) -> Result<Sealed, Refused> {
    let content_key = ContentKey::random(rng);
    let salt = Salt::random(rng);
    let bucket = seal::bucket_for(payload.len()).ok_or_else(|| Refused::new(Code::Oversize, "payload"))?;
    let by = |mandate, signer: &dyn Signer| SignedBy { mandate, key: signer.public().id() };
    let second_by = match (draft.second_mandate, second) {
        (Some(mandate), Some(signer)) => Some(by(mandate, signer)),
        (None, None) => None,
        _ => {
            return Err(Refused::new(
                Code::FourEyes,
                "sealing: second mandate and second signer go together",
            ));
        }
    };
    let header = Header {
        v: 1,
        suite: SUITE,
        suite_seen: SUITE,
        kind: draft.kind,
        class: draft.class,
        priority: draft.priority,
        from_body: draft.from_body,
        to_bodies: draft.to_bodies,
        from_node: draft.from_node,
        to_node: draft.to_node,
        epoch: draft.epoch,
        seq: draft.seq,
        created_s: draft.created_s,
        expires_s: draft.expires_s,
        basis: draft.basis,
        case_ref: draft.case_ref,
        signer: by(draft.mandate, signer),
        second: second_by,
        in_reply_to: draft.in_reply_to,
        answer_by_s: draft.answer_by_s,
        bucket,
        key_commit: content_key.commit(),
        content_commit: seal::content_commit(&salt, payload),
        attachments: draft.attachments,
        extension: None,
    };
    let header_bytes = cbor::write(&header);
    let wraps = recipients
        .iter()
        .map(|to| Wrap::seal(&content_key, to, &header_bytes, rng))
        .collect::<Result<Vec<_>, _>>()?;
    let wraps_bytes = cbor::write(&wraps);
    let ciphertext = content_key.encrypt(&seal::pad(&salt, payload, bucket)?, &header_bytes)?;
    let signed = Digests::of(&header_bytes, &wraps_bytes, &ciphertext).signed();
    let signatures = [Some(signer), second]
        .into_iter()
        .flatten()
        .map(|s| s.sign(Context::Envelope, &signed))
        .collect::<Result<Vec<_>, _>>()?;
    let bytes = cbor::write(&Wire {
        header: header_bytes.into(),
        wraps: wraps_bytes.into(),
        ciphertext: ciphertext.into(),
        signatures,
    });
    // Reading back applies every rule a receiver applies, so nothing leaves that would be refused for its shape.
    Ok(Sealed { envelope: parse(&bytes)?, content_key })
}

/// Reads an envelope strictly: size, spelling, shape, limits. Verifies no signature.
pub fn parse(bytes: &[u8]) -> Result<Envelope, Refused> {
    let wire: Wire = cbor::read(bytes, &ENVELOPE)?;
    let header = parse_header(&wire.header)?;
    let wraps: Vec<Wrap> = cbor::read(&wire.wraps, &WRAPS)?;
    let at = |code, why: &str| Err(Refused::new(code, format!("envelope: {why}")));
    if wraps.is_empty() || wraps.len() > RECIPIENTS_MAX {
        return at(Code::NoRecipient, "between one and thirty-two wrapped keys");
    }
    if !wraps.iter().all(Wrap::is_shaped) {
        return at(Code::Malformed, "wrapped key");
    }
    if wire.ciphertext.len() != header.bucket as usize + 16 {
        return at(Code::Malformed, "length of the ciphertext");
    }
    if wire.signatures.len() != 1 + usize::from(header.second.is_some()) {
        return at(Code::Signature, "number of signatures");
    }
    Ok(Envelope {
        bytes: bytes.to_vec(),
        header,
        header_bytes: wire.header.into(),
        wraps_bytes: wire.wraps.into(),
        wraps,
        ciphertext: wire.ciphertext.into(),
        signatures: wire.signatures,
    })
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

/// Digest by which an inbox knows bytes it has seen before, readable or not.
pub fn bytes_digest(bytes: &[u8]) -> Hash {
    Hash::of("marchland/bytes/1", &[bytes])
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

impl Envelope {
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn header_bytes(&self) -> &[u8] {
        &self.header_bytes
    }

    pub fn wraps_bytes(&self) -> &[u8] {
        &self.wraps_bytes
    }

    pub fn ciphertext(&self) -> &[u8] {
        &self.ciphertext
    }

    pub fn signatures(&self) -> &[SignatureBlock] {
        &self.signatures
    }

    pub fn digests(&self) -> Digests {
        Digests::of(&self.header_bytes, &self.wraps_bytes, &self.ciphertext)
    }

    pub fn msg_id(&self) -> Hash {
        self.digests().msg_id()
    }

    /// Digest of all bytes, signatures included: the same bytes again are the same delivery.
    pub fn bytes_digest(&self) -> Hash {
        bytes_digest(&self.bytes)
    }

    /// Signatures and scope at once; see [`Header::verify_signatures`] and [`Header::verify_scope`].
    pub fn verify(&self, signers: &Signers<'_>, peer_state: &str) -> Result<(), Refused> {
        self.header.verify_signatures(&self.digests(), &self.signatures, signers)?;
        self.header.verify_scope(signers, peer_state)
    }

    /// Opens the payload with the secret of a receiving body, which must be one the header addresses: content that
    /// somebody sealed again for another body is refused. Call it on a verified envelope only.
    pub fn open(&self, body: &str, secret: &BodySecret) -> Result<Opened, Refused> {
        if !self.header.to_bodies.iter().any(|to| to == body) {
            return Err(Refused::new(Code::WrongAddressee, "envelope"));
        }
        let ours = secret.public()?.id();
        let wrap = self.wraps.iter().find(|w| w.key == ours);
        let wrap = wrap.ok_or_else(|| Refused::new(Code::NoRecipient, "envelope"))?;
        self.open_with(wrap.open(secret, &self.header_bytes)?)
    }

    /// Opens the payload with a disclosed content key.
    pub fn open_with(&self, content_key: ContentKey) -> Result<Opened, Refused> {
        let payload = open_content(&self.header, &self.header_bytes, &self.ciphertext, &content_key)?;
        Ok(Opened { payload, content_key })
    }
}

/// Decrypts after checking that the key is the committed one; then checks the commitment to the content.
pub fn open_content(
    header: &Header,
    header_bytes: &[u8],
    ciphertext: &[u8],
    content_key: &ContentKey,
) -> Result<Zeroizing<Vec<u8>>, Refused> {
    if content_key.commit() != header.key_commit {
        return Err(Refused::new(Code::KeyCommit, "envelope"));
    }
    let plain = content_key.decrypt(ciphertext, header_bytes)?;
    let (salt, payload) = seal::unpad(&plain)?;
    if seal::content_commit(&salt, payload) != header.content_commit {
        return Err(Refused::new(Code::Content, "envelope"));
    }
    Ok(Zeroizing::new(payload.to_vec()))
}
