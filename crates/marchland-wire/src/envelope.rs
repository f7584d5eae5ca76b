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
pub use crate::header::{
    Attachments, Digests, HEADER, Header, Kind, LaneId, LegalBasis, RECIPIENTS_MAX, SUITE, SignedBy, Signers,
    parse_header,
};
use crate::keys::{BodyKey, BodySecret, Hash, Salt, Signer};
use crate::seal::{self, ContentKey, Wrap};

pub const ENVELOPE: Limits = Limits { what: "envelope", bytes: 320 * 1024, depth: 4, text: 0 };
const WRAPS: Limits = Limits { what: "wrapped keys", bytes: 48 * 1024, depth: 3, text: 0 };
/// How far ahead of the receiver's clock an envelope may claim to be made.
pub const CLOCK_AHEAD_S: i64 = 600;

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

/// Digest by which an inbox knows bytes it has seen before, readable or not.
pub fn bytes_digest(bytes: &[u8]) -> Hash {
    Hash::of("marchland/bytes/1", &[bytes])
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
