//! Keys, hashes and signatures as plain bytes with their rules. spec/wire.md, section "Keys".
//!
//! Ed25519 verification is always the strict one and never batched; keys of small order are refused where they are
//! registered. Secrets are wiped when dropped and never printed.
//!
//! Never: invents a primitive, makes randomness itself, verifies in batches.

use std::fmt;

use ed25519_dalek::Signer as _;
use hpke::{Deserializable, Kem as _, Serializable, kem::XWing};
use minicbor::{Decode, Decoder, Encode, Encoder, decode, encode};
use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::code::{Code, Refused};
use crate::cose::{Context, SignatureBlock};

macro_rules! bytes_newtype {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            pub const LEN: usize = $len;

            /// `None` when the length is another one.
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map($name)
            }

            /// Reads the lower-case hexadecimal spelling that `Display` writes.
            pub fn from_hex(text: &str) -> Option<Self> {
                let read = Self::from_slice(&hex::decode(text).ok()?)?;
                (read.to_string() == text).then_some(read)
            }

            pub const fn as_bytes(&self) -> &[u8; $len] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl<C> Encode<C> for $name {
            fn encode<W: encode::Write>(&self, e: &mut Encoder<W>, _: &mut C) -> Result<(), encode::Error<W::Error>> {
                e.bytes(&self.0)?.ok()
            }
        }

        impl<'b, C> Decode<'b, C> for $name {
            fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, decode::Error> {
                Self::from_slice(d.bytes()?)
                    .ok_or_else(|| decode::Error::message(concat!("expected ", stringify!($len), " bytes")))
            }
        }
    };
}

bytes_newtype!(/** A SHA-256 value. */ Hash, 32);
bytes_newtype!(/** First half of the hash of a public key; says which key, proves nothing. */ KeyId, 16);
bytes_newtype!(/** An Ed25519 signature. */ Signature, 64);
bytes_newtype!(/** An Ed25519 public key. Checked where it is registered and again at every use. */ VerifyKey, 32);
bytes_newtype!(/** An identifier chosen by its issuer, such as a UUID. */ Id, 16);
bytes_newtype!(/** Fresh randomness that hides what a log leaf commits to. */ Salt, 32);
bytes_newtype!(/** A public encryption key of a body: X-Wing, that is X25519 with ML-KEM-768. */ BodyKey, 1216);

impl Hash {
    /// SHA-256 over a label and parts; the label keeps the uses of the hash apart.
    pub fn of(label: &str, parts: &[&[u8]]) -> Hash {
        let mut hasher = Sha256::new();
        hasher.update(label.as_bytes());
        parts.iter().for_each(|part| hasher.update(part));
        Hash(hasher.finalize().into())
    }
}

impl Id {
    pub fn random(rng: &mut impl CryptoRng) -> Id {
        let mut id = Id([0; Id::LEN]);
        rng.fill_bytes(&mut id.0);
        id
    }
}

impl Salt {
    pub fn random(rng: &mut impl CryptoRng) -> Salt {
        let mut salt = Salt([0; Salt::LEN]);
        rng.fill_bytes(&mut salt.0);
        salt
    }
}

impl VerifyKey {
    pub fn id(&self) -> KeyId {
        key_id(&self.0)
    }

    /// Refuses bytes that are no point and points of small order, with which one signature fits every message.
    pub fn require_strong(&self, at: &str) -> Result<(), Refused> {
        match ed25519_dalek::VerifyingKey::from_bytes(&self.0) {
            Ok(key) if !key.is_weak() => Ok(()),
            _ => Err(Refused::new(Code::WeakKey, at)),
        }
    }

    /// Strict verification: no small-order key or nonce point, no second spelling of the scalar.
    pub fn verify(&self, message: &[u8], signature: &Signature) -> Result<(), Refused> {
        ed25519_dalek::VerifyingKey::from_bytes(&self.0)
            .and_then(|key| key.verify_strict(message, &ed25519_dalek::Signature::from_bytes(&signature.0)))
            .map_err(|_| Refused::new(Code::Signature, "signature"))
    }
}

/// Whoever can sign: a software key now, a card or passkey later. The block it returns may be of another kind.
pub trait Signer {
    fn public(&self) -> VerifyKey;
    fn sign(&self, context: Context, message: &[u8]) -> Result<SignatureBlock, Refused>;
}

/// A software Ed25519 key.
#[derive(Clone, ZeroizeOnDrop)]
pub struct SignKey(ed25519_dalek::SigningKey);

impl SignKey {
    pub fn generate(rng: &mut impl CryptoRng) -> SignKey {
        let mut seed = Zeroizing::new([0; 32]);
        rng.fill_bytes(&mut *seed);
        SignKey::from_bytes(&seed)
    }

    pub fn from_bytes(seed: &[u8; 32]) -> SignKey {
        SignKey(ed25519_dalek::SigningKey::from_bytes(seed))
    }

    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    pub fn public(&self) -> VerifyKey {
        VerifyKey(self.0.verifying_key().to_bytes())
    }

    /// The bare signature; documents are signed through [`Signer::sign`], notes of the log through this.
    pub fn sign_bytes(&self, message: &[u8]) -> Signature {
        Signature(self.0.sign(message).to_bytes())
    }
}

impl fmt::Debug for SignKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignKey({})", self.public().id())
    }
}

impl Signer for SignKey {
    fn public(&self) -> VerifyKey {
        SignKey::public(self)
    }

    fn sign(&self, context: Context, message: &[u8]) -> Result<SignatureBlock, Refused> {
        Ok(SignatureBlock::cose(self, context, message))
    }
}

impl BodyKey {
    pub fn id(&self) -> KeyId {
        key_id(&self.0)
    }

    pub fn require_valid(&self, at: &str) -> Result<(), Refused> {
        <XWing as hpke::Kem>::PublicKey::from_bytes(&self.0)
            .map(|_| ())
            .map_err(|_| Refused::new(Code::WeakKey, at))
    }
}

/// The private half of a body's encryption key. Destroying it makes what was sealed to it unreadable.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct BodySecret([u8; 32]);

impl BodySecret {
    pub fn generate(rng: &mut impl CryptoRng) -> BodySecret {
        let mut seed = [0; 32];
        rng.fill_bytes(&mut seed);
        BodySecret(seed)
    }

    pub fn from_bytes(seed: [u8; 32]) -> BodySecret {
        BodySecret(seed)
    }

    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0)
    }

    pub fn public(&self) -> Result<BodyKey, Refused> {
        let wrong = || Refused::new(Code::Malformed, "body key");
        let secret = self.hpke()?;
        BodyKey::from_slice(&XWing::sk_to_pk(&secret).to_bytes()).ok_or_else(wrong)
    }

    pub(crate) fn hpke(&self) -> Result<<XWing as hpke::Kem>::PrivateKey, Refused> {
        <XWing as hpke::Kem>::PrivateKey::from_bytes(&self.0)
            .map_err(|_| Refused::new(Code::Malformed, "body key"))
    }
}

impl fmt::Debug for BodySecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BodySecret")
    }
}

fn key_id(key: &[u8]) -> KeyId {
    let Hash(full) = Hash::of("marchland/key/1", &[key]);
    let mut id = [0; KeyId::LEN];
    id.copy_from_slice(full.split_at(KeyId::LEN).0);
    KeyId(id)
}
