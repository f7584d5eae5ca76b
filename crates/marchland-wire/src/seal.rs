//! The content key: made, committed to, wrapped for bodies, used once. spec/wire.md, section "Sealing".
//!
//! AES-256-GCM under a random content key; the key is wrapped with HPKE (X-Wing, HKDF-SHA-256, AES-256-GCM, base mode) to
//! each body. GCM does not commit to its key, so the signed header does: otherwise one ciphertext could open differently
//! for two recipients.
//!
//! Never: uses HPKE's Auth mode (not defined for X-Wing), reuses a content key, decrypts before the commitment fits.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use hkdf::Hkdf;
use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, OpModeR, OpModeS, Serializable};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use rand_core::CryptoRng;
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::code::{Code, Refused};
use crate::keys::{BodyKey, BodySecret, Hash, KeyId, Salt};

/// Length of an X-Wing encapsulation.
pub const ENCAPSULATION: usize = 1120;
/// A wrapped content key: 32 bytes and the tag.
pub const WRAPPED: usize = 48;
const WRAP_INFO: &[u8] = b"marchland/wrap/1";
const COMMIT_INFO: &[u8] = b"marchland/key-commit/1";
/// The content key is used once, so the nonce is constant.
const NONCE: [u8; 12] = [0; 12];

/// A content key, for exactly one message. Revealing it to a court discloses that message and nothing else.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct ContentKey([u8; 32]);

impl ContentKey {
    pub fn random(rng: &mut impl CryptoRng) -> ContentKey {
        let mut key = [0; 32];
        rng.fill_bytes(&mut key);
        ContentKey(key)
    }

    pub fn from_slice(bytes: &[u8]) -> Option<ContentKey> {
        bytes.try_into().ok().map(ContentKey)
    }

    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0)
    }

    /// What the signed header says about the key.
    pub fn commit(&self) -> Hash {
        let mut out = [0; 32];
        // The length of the output is within what HKDF can give, so this cannot fail.
        let expanded = Hkdf::<Sha256>::from_prk(&self.0).map(|h| h.expand(COMMIT_INFO, &mut out));
        debug_assert!(matches!(expanded, Ok(Ok(()))));
        Hash(out)
    }

    pub(crate) fn encrypt(&self, plain: &[u8], header: &[u8]) -> Result<Vec<u8>, Refused> {
        self.cipher()
            .encrypt(&Nonce::from(NONCE), Payload { msg: plain, aad: header })
            .map_err(|_| Refused::new(Code::Content, "sealing"))
    }

    pub(crate) fn decrypt(&self, cipher: &[u8], header: &[u8]) -> Result<Zeroizing<Vec<u8>>, Refused> {
        self.cipher()
            .decrypt(&Nonce::from(NONCE), Payload { msg: cipher, aad: header })
            .map(Zeroizing::new)
            .map_err(|_| Refused::new(Code::Content, "ciphertext"))
    }

    fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new(&self.0.into())
    }
}

impl std::fmt::Debug for ContentKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ContentKey")
    }
}

/// The content key, wrapped for one body key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Wrap {
    #[n(0)]
    pub key: KeyId,
    #[n(1)]
    pub encapsulation: ByteVec,
    #[n(2)]
    pub wrapped: ByteVec,
}

impl Wrap {
    pub(crate) fn seal(
        content: &ContentKey,
        to: &BodyKey,
        header: &[u8],
        rng: &mut impl CryptoRng,
    ) -> Result<Wrap, Refused> {
        let failed = |_| Refused::new(Code::Unwrap, "wrapping for a body");
        let public = <XWing as hpke::Kem>::PublicKey::from_bytes(&to.0).map_err(failed)?;
        let (encapsulation, wrapped) = hpke::single_shot_seal_with_rng::<AesGcm256, HkdfSha256, XWing>(
            &OpModeS::Base,
            &public,
            WRAP_INFO,
            &content.0,
            header,
            rng,
        )
        .map_err(failed)?;
        Ok(Wrap {
            key: to.id(),
            encapsulation: encapsulation.to_bytes().to_vec().into(),
            wrapped: wrapped.into(),
        })
    }

    pub(crate) fn open(&self, secret: &BodySecret, header: &[u8]) -> Result<ContentKey, Refused> {
        let failed = |_| Refused::new(Code::Unwrap, "content key");
        let encapsulation =
            <XWing as hpke::Kem>::EncappedKey::from_bytes(&self.encapsulation).map_err(failed)?;
        let opened = hpke::single_shot_open::<AesGcm256, HkdfSha256, XWing>(
            &OpModeR::Base,
            &secret.hpke()?,
            &encapsulation,
            WRAP_INFO,
            &self.wrapped,
            header,
        )
        .map(Zeroizing::new)
        .map_err(failed)?;
        ContentKey::from_slice(&opened).ok_or_else(|| Refused::new(Code::Unwrap, "content key"))
    }

    /// Whether the lengths are those of the suite.
    pub(crate) fn is_shaped(&self) -> bool {
        self.encapsulation.len() == ENCAPSULATION && self.wrapped.len() == WRAPPED
    }
}

/// What is encrypted: salt, length, payload, zeros up to the bucket.
pub(crate) fn pad(salt: &Salt, payload: &[u8], bucket: u32) -> Result<Zeroizing<Vec<u8>>, Refused> {
    let too_long = || Refused::new(Code::Oversize, "payload");
    let len = u32::try_from(payload.len()).map_err(|_| too_long())?;
    let size = bucket as usize;
    if PREFIX + payload.len() > size {
        return Err(too_long());
    }
    let mut plain = Zeroizing::new(Vec::with_capacity(size));
    plain.extend_from_slice(&salt.0);
    plain.extend_from_slice(&len.to_be_bytes());
    plain.extend_from_slice(payload);
    plain.resize(size, 0);
    Ok(plain)
}

/// Salt and payload back from the padded plaintext; padding other than zeros is refused.
pub(crate) fn unpad(plain: &[u8]) -> Result<(Salt, &[u8]), Refused> {
    let wrong = || Refused::new(Code::Content, "padding");
    let (salt, rest) = plain.split_at_checked(Salt::LEN).ok_or_else(wrong)?;
    let (len, rest) = rest.split_first_chunk::<4>().ok_or_else(wrong)?;
    let (payload, padding) = rest.split_at_checked(u32::from_be_bytes(*len) as usize).ok_or_else(wrong)?;
    if padding.iter().any(|byte| *byte != 0) {
        return Err(wrong());
    }
    Ok((Salt::from_slice(salt).ok_or_else(wrong)?, payload))
}

/// Salt and length before the payload.
pub(crate) const PREFIX: usize = Salt::LEN + 4;

/// Commitment to the payload; the salt is inside the ciphertext.
pub fn content_commit(salt: &Salt, payload: &[u8]) -> Hash {
    Hash::of("marchland/content/1", &[&salt.0, payload])
}

/// The size to which a plaintext with this payload is padded; `None` when it is too large and must be an attachment.
pub fn bucket_for(payload: usize) -> Option<u32> {
    let needed = payload.checked_add(PREFIX)?;
    BUCKETS.iter().copied().find(|b| *b as usize >= needed)
}

/// Powers of two up to 64 KiB, then steps of the fourth root of two, rounded up.
pub const BUCKETS: [u32; 14] =
    [1024, 2048, 4096, 8192, 16384, 65536, 77936, 92682, 110218, 131072, 155872, 185364, 220436, 262144];
