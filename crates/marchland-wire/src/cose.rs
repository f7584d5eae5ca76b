//! Signatures over documents: COSE_Sign1 (RFC 9052) with detached payload. spec/wire.md, section "Signatures".
//!
//! A signature block is `[kind, bytes]`. Kind 0 is a COSE_Sign1 with algorithm Ed25519 (-19) and the key id in its
//! protected header, nothing unprotected, no payload inside; the context string is the external data, so a signature made
//! for one kind of document never fits another. Kind 1 is reserved for a WebAuthn assertion whose challenge is the hash of
//! what is signed, kind 2 for ML-DSA-44; both are carried, and refused with `signature-kind`, until they are specified.
//!
//! Never: takes a key from the message. The verifier brings the key, the block only names it.

use coset::{CborSerializable, CoseSign1, CoseSign1Builder, HeaderBuilder, iana};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::cbor::{self, Limits};
use crate::code::{Code, Refused};
use crate::keys::{KeyId, SignKey, Signature, VerifyKey};

const BLOCK: Limits = Limits { what: "signature", bytes: 4096, depth: 4, text: 0 };

/// What is being signed. The string is the external data of the signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    Envelope,
    Mandate,
    BodyKey,
    Neighbour,
    Revocations,
    Root,
    Receipt,
    /// The list of alerts a node gives to its own posts.
    Snapshot,
}

impl Context {
    pub const fn label(self) -> &'static str {
        match self {
            Context::Envelope => "marchland/env/1",
            Context::Mandate => "marchland/mandate/1",
            Context::BodyKey => "marchland/body-key/1",
            Context::Neighbour => "marchland/neighbour/1",
            Context::Revocations => "marchland/revocations/1",
            Context::Root => "marchland/root/1",
            Context::Receipt => "marchland/receipt/1",
            Context::Snapshot => "marchland/snapshot/1",
        }
    }
}

/// One signature in its container, as it travels.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct SignatureBlock {
    #[n(0)]
    kind: u8,
    #[n(1)]
    bytes: ByteVec,
}

impl SignatureBlock {
    pub const COSE_ED25519: u8 = 0;
    /// Reserved: `{authenticatorData, clientDataJSON, signature}` of a passkey.
    pub const WEBAUTHN: u8 = 1;
    /// Reserved: COSE_Sign1 with ML-DSA-44.
    pub const COSE_ML_DSA_44: u8 = 2;

    pub fn cose(key: &SignKey, context: Context, message: &[u8]) -> SignatureBlock {
        let signed = shell(key.public().id())
            .create_detached_signature(message, context.label().as_bytes(), |tbs| {
                key.sign_bytes(tbs).0.to_vec()
            })
            .build();
        SignatureBlock { kind: Self::COSE_ED25519, bytes: signed.to_vec().unwrap_or_default().into() }
    }

    /// A block of a reserved kind, as a card or passkey would make it.
    pub fn reserved(kind: u8, bytes: Vec<u8>) -> SignatureBlock {
        SignatureBlock { kind, bytes: bytes.into() }
    }

    pub fn kind(&self) -> u8 {
        self.kind
    }

    /// Which key the block says it was made with.
    pub fn key_id(&self) -> Result<KeyId, Refused> {
        self.open().map(|(id, _)| id)
    }

    /// Checks the signature over `message` in `context` with `key`, which the caller knows from elsewhere.
    pub fn verify(&self, key: &VerifyKey, context: Context, message: &[u8]) -> Result<(), Refused> {
        let (named, signature) = self.open()?;
        if named != key.id() {
            return Err(Refused::new(Code::Signer, context.label()));
        }
        let tbs = shell(named).build().tbs_detached_data(message, context.label().as_bytes());
        key.verify(&tbs, &signature).map_err(|e| Refused::new(e.code, context.label()))
    }

    fn open(&self) -> Result<(KeyId, Signature), Refused> {
        let malformed = || Refused::new(Code::Malformed, "signature");
        if self.kind != Self::COSE_ED25519 {
            return Err(Refused::new(Code::SignatureKind, "signature"));
        }
        cbor::check(&self.bytes, &BLOCK)?;
        let read = CoseSign1::from_slice(&self.bytes).map_err(|_| malformed())?;
        let id = KeyId::from_slice(&read.protected.header.key_id).ok_or_else(malformed)?;
        let signature = Signature::from_slice(&read.signature).ok_or_else(malformed)?;
        let again = shell(id).signature(signature.0.to_vec()).build();
        if again.to_vec().map_err(|_| malformed())? != **self.bytes {
            return Err(Refused::new(Code::NotCanonical, "signature: another header than the agreed one"));
        }
        Ok((id, signature))
    }
}

fn shell(id: KeyId) -> CoseSign1Builder {
    let protected = HeaderBuilder::new().algorithm(iana::Algorithm::Ed25519).key_id(id.0.to_vec()).build();
    CoseSign1Builder::new().protected(protected)
}
