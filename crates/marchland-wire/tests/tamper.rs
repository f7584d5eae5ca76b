//! Nothing that was changed on the way is taken for what was sent.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use aes_gcm::aes::Aes256;
use aes_gcm::aes::cipher::{BlockCipherEncrypt, KeyInit};
use common::World;
use marchland_wire::code::Code;
use marchland_wire::cose::{Context, SignatureBlock};
use marchland_wire::envelope::{Digests, Kind, LegalBasis, Signers, open_content, parse};
use marchland_wire::keys::{Hash, SignKey, Signature, VerifyKey};
use marchland_wire::seal::ContentKey;
use proptest::prelude::*;

#[test]
fn every_single_flipped_bit_of_an_envelope_is_refused() {
    let world = World::new();
    let sealed = world.from.seal(&world.to, 1, b"sample");
    let bytes = sealed.envelope.bytes();
    let mandate = world.from.mandate();
    let signers = Signers::one(&mandate);
    parse(bytes).unwrap().verify(&signers, "KZ").unwrap();
    let mut by_code = std::collections::BTreeMap::new();
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let refused = parse(&flipped).and_then(|e| e.verify(&signers, "KZ"));
        *by_code.entry(refused.expect_err("a flipped bit was accepted").code).or_insert(0) += 1;
    }
    // Both doors are needed: the decoder and the signature.
    assert!(by_code[&Code::Signature] > 10_000 && by_code.len() > 4, "{by_code:?}");
}

/// One ciphertext that AES-256-GCM opens under two keys, built by solving for one block. Without the commitment in the
/// header, two recipients would read two different contents under one signature.
#[test]
fn a_ciphertext_with_two_keys_opens_only_with_the_committed_one() {
    let world = World::new();
    let mut header = world.from.seal(&world.to, 1, b"sample").envelope.header;
    let keys = [[0x11; 32], [0x22; 32]];
    let contents = keys.map(|k| ContentKey::from_slice(&k).unwrap());
    header.key_commit = contents[0].commit();
    header.basis = LegalBasis { instrument: "a".into(), article: "1".into(), form: "b".into() };
    header.kind = Kind::Request;
    let header_bytes = marchland_wire::cbor::write(&header);
    let ciphertext = salamander(&keys, &header_bytes, header.bucket as usize);
    for key in &keys {
        assert!(gcm_opens(key, &header_bytes, &ciphertext), "the construction does not work");
    }
    let code = |key| open_content(&header, &header_bytes, &ciphertext, key).map(|_| ()).unwrap_err().code;
    assert_eq!(code(&contents[1]), Code::KeyCommit);
    // The committed key decrypts, and finds content that the header does not commit to.
    assert_eq!(code(&contents[0]), Code::Content);
}

fn gcm_opens(key: &[u8; 32], aad: &[u8], ciphertext: &[u8]) -> bool {
    use aes_gcm::aead::{Aead, KeyInit as _, Payload};
    let cipher = aes_gcm::Aes256Gcm::new(key.into());
    cipher.decrypt(&aes_gcm::Nonce::from([0; 12]), Payload { msg: ciphertext, aad }).is_ok()
}

fn salamander(keys: &[[u8; 32]; 2], aad: &[u8], len: usize) -> Vec<u8> {
    let block = |key: &[u8; 32], input: [u8; 16]| {
        let mut out = input.into();
        Aes256::new(key.into()).encrypt_block(&mut out);
        u128::from_be_bytes(out.into())
    };
    let mut first = [0; 16];
    first[15] = 1;
    let hash_keys = keys.map(|k| block(&k, [0; 16]));
    let masks = keys.map(|k| block(&k, first));
    let mut blocks: Vec<u128> = aad.chunks(16).map(padded).collect();
    let free = blocks.len();
    blocks.extend(vec![0; len / 16]);
    blocks.push(((aad.len() as u128 * 8) << 64) | (len as u128 * 8));
    let ghash = |h: u128, blocks: &[u128]| blocks.iter().fold(0, |y, b| multiply(y ^ b, h));
    // tag = GHASH ^ mask must be equal under both keys: x * (h0^e + h1^e) = the difference without x.
    let power = |h: u128| (1..blocks.len() - free).fold(h, |p, _| multiply(p, h));
    let difference = ghash(hash_keys[0], &blocks) ^ ghash(hash_keys[1], &blocks) ^ masks[0] ^ masks[1];
    blocks[free] = multiply(difference, inverse(power(hash_keys[0]) ^ power(hash_keys[1])));
    let tag = ghash(hash_keys[0], &blocks) ^ masks[0];
    let body = &blocks[free..blocks.len() - 1];
    body.iter().chain([&tag]).flat_map(|b| b.to_be_bytes()).collect()
}

fn padded(chunk: &[u8]) -> u128 {
    let mut block = [0; 16];
    block[..chunk.len()].copy_from_slice(chunk);
    u128::from_be_bytes(block)
}

/// Multiplication in the field of GCM (NIST SP 800-38D, section 6.3).
fn multiply(x: u128, y: u128) -> u128 {
    let (mut z, mut v) = (0, y);
    for i in 0..128 {
        if (x >> (127 - i)) & 1 == 1 {
            z ^= v;
        }
        v = if v & 1 == 1 { (v >> 1) ^ (0xe1 << 120) } else { v >> 1 };
    }
    z
}

fn inverse(x: u128) -> u128 {
    // x^(2^128 - 2)
    let (mut result, mut square) = (1 << 127, x);
    for _ in 1..128 {
        square = multiply(square, square);
        result = multiply(result, square);
    }
    result
}

/// RFC 8032, section 7.1, tests 1 and 2.
#[test]
fn signatures_are_those_of_the_rfc() {
    for (seed, public, message, signature) in [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            b"".as_slice(),
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155\
             5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            b"\x72".as_slice(),
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
             085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        ),
    ] {
        let key = SignKey::from_bytes(&hex::decode(seed).unwrap().try_into().unwrap());
        assert_eq!(key.public().to_string(), public);
        assert_eq!(key.sign_bytes(message).to_string(), signature);
    }
}

#[test]
fn weak_and_malleable_signatures_are_refused() {
    // The identity as key and as R, S = 0: fits every message in a lenient verifier.
    let mut identity = [0; 32];
    identity[0] = 1;
    let mut trivial = [0; 64];
    trivial[0] = 1;
    let weak = VerifyKey(identity);
    for message in [b"one".as_slice(), b"two"] {
        assert_eq!(weak.verify(message, &Signature(trivial)).unwrap_err().code, Code::Signature);
    }
    // Small-order points in their canonical encodings, and two encodings that are no reduced coordinate.
    for point in [
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0200000000000000000000000000000000000000000000000000000000000000",
    ] {
        let key = VerifyKey::from_hex(point).unwrap();
        assert_eq!(key.require_strong("key").unwrap_err().code, Code::WeakKey, "{point}");
    }
    // S + L is the same scalar in another spelling.
    let key = SignKey::from_bytes(&[7; 32]);
    let Signature(mut bytes) = key.sign_bytes(b"message");
    key.public().verify(b"message", &Signature(bytes)).unwrap();
    let order = hex::decode("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010").unwrap();
    let mut carry = 0;
    for (s, l) in bytes[32..].iter_mut().zip(order) {
        let sum = u16::from(*s) + u16::from(l) + carry;
        (*s, carry) = (sum as u8, sum >> 8);
    }
    assert_eq!(key.public().verify(b"message", &Signature(bytes)).unwrap_err().code, Code::Signature);
}

#[test]
fn a_signature_fits_one_kind_of_document_and_one_key() {
    let (key, other) = (SignKey::from_bytes(&[7; 32]), SignKey::from_bytes(&[8; 32]));
    let block = SignatureBlock::cose(&key, Context::Envelope, b"bytes");
    block.verify(&key.public(), Context::Envelope, b"bytes").unwrap();
    let code =
        |key: &SignKey, context, bytes: &[u8]| block.verify(&key.public(), context, bytes).unwrap_err().code;
    assert_eq!(code(&key, Context::Mandate, b"bytes"), Code::Signature);
    assert_eq!(code(&key, Context::Envelope, b"other"), Code::Signature);
    assert_eq!(code(&other, Context::Envelope, b"bytes"), Code::Signer);
    for reserved in [SignatureBlock::WEBAUTHN, SignatureBlock::COSE_ML_DSA_44, 9] {
        let later = SignatureBlock::reserved(reserved, vec![1, 2, 3]);
        let refused = later.verify(&key.public(), Context::Envelope, b"bytes").unwrap_err();
        assert_eq!(refused.code, Code::SignatureKind);
    }
}

#[test]
fn digests_name_the_message() {
    let one = Digests::of(b"h", b"w", b"c");
    assert_ne!(one.msg_id(), Digests::of(b"h", b"w", b"d").msg_id());
    assert_eq!(one.header, Hash::of("", &[b"h"]));
}

proptest! {
    #[test]
    fn no_bytes_make_a_parser_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let request = empty_request();
        prop_assert!(parse(&bytes).is_err());
        prop_assert!(marchland_wire::sync::Request::read(&bytes).is_err());
        prop_assert!(marchland_wire::sync::Answer::read(&bytes, &request).is_err());
        prop_assert!(marchland_wire::receipt::Receipt::read(&bytes).is_err());
        prop_assert!(marchland_wire::evidence::Evidence::read(&bytes).is_err());
        prop_assert!(marchland_wire::neighbour::Neighbour::peek(&bytes).is_err());
        prop_assert!(marchland_wire::root::Root::read(&bytes).is_err());
    }
}

fn empty_request() -> marchland_wire::sync::Request {
    marchland_wire::sync::Request {
        v: 1,
        from_node: String::new(),
        to_node: String::new(),
        envelopes: vec![],
        chains: vec![],
        receipts: vec![],
        revocations: None,
        heads: Default::default(),
    }
}
