//! The vectors in `spec/vectors` are what this crate does, and the corpus of the fuzz targets is replayed.
//!
//! After a deliberate change of a format: `cargo test -p marchland-wire --test vectors -- --ignored` writes them anew.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use common::walk::{PAYLOAD, steps};
use common::{NOW_S, Side, World, roots};
use marchland_wire::checkpoint::{Note, witness_name};
use marchland_wire::code::Code;
use marchland_wire::envelope::parse;
use marchland_wire::evidence::Evidence;
use marchland_wire::keys::{Hash, Salt, VerifyKey};
use marchland_wire::leaf::{Entry, Record};
use marchland_wire::mandate::{RevocationList, check_chain};
use marchland_wire::neighbour::Neighbour;
use marchland_wire::receipt::Receipt;
use marchland_wire::seal::ContentKey;
use marchland_wire::sync::Request;
use marchland_wire::verify::{Trust, verify};
use serde_json::{Value, json};

fn vectors() -> BTreeMap<&'static str, Value> {
    let world = World::new();
    let walked = steps(false, true);
    let sealed = world.from.seal(&world.to, 1, PAYLOAD);
    let envelope = &sealed.envelope;
    let digests = envelope.digests();
    BTreeMap::from([
        ("codes", codes()),
        ("cbor", cbor()),
        ("keys", keys()),
        ("mandate", mandate()),
        ("log", log()),
        (
            "envelope",
            json!({
                "envelope": hex::encode(envelope.bytes()),
                "header": hex::encode(envelope.header_bytes()),
                "digest_header": digests.header.to_string(),
                "digest_wraps": digests.wraps.to_string(),
                "digest_ciphertext": digests.ciphertext.to_string(),
                "signed": hex::encode(digests.signed()),
                "msg_id": envelope.msg_id().to_string(),
                "bytes_digest": envelope.bytes_digest().to_string(),
                "signer": world.from.head.public().to_string(),
                "signer_mandate": world.from.mandate().hash().to_string(),
                "body": world.to.body,
                "body_secret": hex::encode(*world.to.body_secret.to_bytes()),
                "content_key": hex::encode(*sealed.content_key.to_bytes()),
                "key_commit": sealed.content_key.commit().to_string(),
                "payload": hex::encode(PAYLOAD),
            }),
        ),
        ("sync", json!({ "request": hex::encode(&walked.request), "answer": hex::encode(&walked.answer) })),
        (
            "evidence",
            json!({
                "file": hex::encode(walked.evidence.to_bytes()),
                "roots": [Side::omsk().root.fingerprint().to_string(), Side::petropavl().root.fingerprint().to_string()],
                "proved": true,
            }),
        ),
    ])
}

fn codes() -> Value {
    Code::ALL
        .iter()
        .map(|c| json!({ "number": c.number(), "name": c.name(), "sentence": c.sentence() }))
        .collect()
}

fn cbor() -> Value {
    json!({
        "limits": { "bytes": 64, "depth": 4, "text": 16 },
        "accepted": ["00", "1818", "190100", "20", "43010203", "63d0b061", "83010203", "a2010203f6", "f5", "80", "a0"],
        "refused": {
            "1817": "not-canonical", "1b0000000000000001": "not-canonical", "580101": "not-canonical",
            "9f01ff": "not-canonical", "a2020101f6": "not-canonical", "a201010102": "not-canonical",
            "c100": "not-canonical", "f93c00": "not-canonical", "f7": "not-canonical", "0000": "not-canonical",
            "6365cc81": "not-canonical", "61ff": "malformed", "42ff": "malformed",
            "9bffffffffffffffff": "malformed", "818181818100": "oversize",
        },
    })
}

fn keys() -> Value {
    let side = Side::omsk();
    json!({
        "seed": hex::encode(*side.head.to_bytes()),
        "public": side.head.public().to_string(),
        "key_id": side.head.public().id().to_string(),
        "body_secret": hex::encode(*side.body_secret.to_bytes()),
        "body_public": side.body_secret.public().unwrap().to_string(),
        "body_key_id": side.body_secret.public().unwrap().id().to_string(),
        "content_key": hex::encode([0x42; 32]),
        "key_commit": ContentKey::from_slice(&[0x42; 32]).unwrap().commit().to_string(),
        "weak": [
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        ],
    })
}

fn mandate() -> Value {
    let side = Side::omsk();
    let revoked = [side.head_link.hash()].into();
    let list = RevocationList { v: 1, state: "RU".to_owned(), number: 1, issued_s: NOW_S, revoked };
    let list = list.sign(&side.registrar).unwrap();
    json!({
        "root": hex::encode(side.root.to_bytes()),
        "root_fingerprint": side.root.fingerprint().to_string(),
        "chain": hex::encode(side.head_chain.to_bytes()),
        "links": side.mandate().links().iter().map(|l| l.hash().to_string()).collect::<Vec<_>>(),
        "valid_at_s": NOW_S,
        "neighbour_record": hex::encode(side.signed_record()),
        "revocation_list": hex::encode(&list),
        "revocation_digest": RevocationList::digest(&list).to_string(),
    })
}

fn log() -> Value {
    let (mut side, peer) = (Side::omsk(), Side::petropavl());
    let record = Record::Accepted { msg_id: Hash([1; 32]), seq: 7 };
    let salt = Salt([2; 32]);
    side.log.fill((0..6).map(|n| vec![n]));
    let receipt = side.log(&side.leaf(&record, 2));
    let note = side.checkpoint();
    let name = witness_name(peer.node);
    let cosigned = note.with_line(&note.cosign(&name, &peer.witness, NOW_S)).unwrap();
    json!({
        "record": hex::encode(record.to_bytes()),
        "salt": salt.to_string(),
        "at_s": NOW_S,
        "entry": hex::encode(Entry::new(&record, &salt, NOW_S).0),
        "leaf_hash": Entry::new(&record, &salt, NOW_S).hash().to_string(),
        "receipt": hex::encode(receipt.to_bytes()),
        "origin": side.origin(),
        "log_key": side.log_key.public().to_string(),
        "checkpoint": cosigned.to_text(),
        "witness_name": name,
        "witness_key": peer.witness.public().to_string(),
        "cosigned_s": NOW_S,
    })
}

/// Good examples and damaged ones for each fuzz target.
fn corpus() -> BTreeMap<String, Vec<u8>> {
    let (world, walked) = (World::new(), steps(false, true));
    let envelope = world.from.seal(&world.to, 1, b"sample").envelope.bytes().to_vec();
    let mut files = BTreeMap::new();
    for (target, good) in [
        ("envelope", envelope),
        ("evidence", walked.evidence.to_bytes()),
        ("sync", walked.request),
        ("mandate", world.from.head_chain.to_bytes()),
    ] {
        let cut = good.iter().take(good.len() / 2).copied().collect::<Vec<_>>();
        let mut bit = good.clone();
        bit[good.len() / 3] ^= 0x10;
        files.insert(format!("{target}/cut"), cut);
        files.insert(format!("{target}/bit"), bit);
        files.insert(format!("{target}/good"), good);
        files.insert(format!("{target}/claim"), hex::decode("9bffffffffffffffff").unwrap());
        files.insert(format!("{target}/deep"), vec![0x81; 5000]);
    }
    files
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn vector_path(name: &str) -> PathBuf {
    repository().join(format!("spec/vectors/{name}.json"))
}

fn spelled(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap() + "\n"
}

#[expect(clippy::disallowed_methods, reason = "a test reads the files it checks")]
fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[test]
#[ignore = "writes spec/vectors and fuzz/corpus"]
#[expect(clippy::disallowed_methods, reason = "this is the generator")]
fn write_vectors() {
    for (name, value) in vectors() {
        std::fs::write(vector_path(name), spelled(&value)).unwrap();
    }
    for (name, bytes) in corpus() {
        std::fs::write(repository().join("fuzz/corpus").join(name), bytes).unwrap();
    }
}

#[test]
fn the_vectors_are_what_this_crate_writes() {
    for (name, value) in vectors() {
        // As values: the order of keys is not part of a vector, and differs with how the JSON library was built.
        let shipped: serde_json::Value = serde_json::from_slice(&read(&vector_path(name))).unwrap();
        assert_eq!(shipped, value, "{name}");
    }
}

#[test]
fn the_vectors_are_read_from_their_files_alone() {
    let load = |name: &str| -> Value { serde_json::from_slice(&read(&vector_path(name))).unwrap() };
    let bytes = |value: &Value| hex::decode(value.as_str().unwrap()).unwrap();
    let envelope = load("envelope");
    let parsed = parse(&bytes(&envelope["envelope"])).unwrap();
    let secret =
        marchland_wire::keys::BodySecret::from_bytes(bytes(&envelope["body_secret"]).try_into().unwrap());
    let opened = parsed.open(envelope["body"].as_str().unwrap(), &secret).unwrap();
    assert_eq!(*opened.payload, bytes(&envelope["payload"]));
    assert_eq!(parsed.msg_id().to_string(), envelope["msg_id"]);

    let cbor = load("cbor");
    let limits = marchland_wire::cbor::Limits { what: "vector", bytes: 64, depth: 4, text: 16 };
    for (input, code) in cbor["refused"].as_object().unwrap() {
        let refused = marchland_wire::cbor::check(&hex::decode(input).unwrap(), &limits).unwrap_err();
        assert_eq!(refused.code.name(), code, "{input}");
    }
    for input in cbor["accepted"].as_array().unwrap() {
        marchland_wire::cbor::check(&bytes(input), &limits).unwrap();
    }
    for weak in load("keys")["weak"].as_array().unwrap() {
        VerifyKey::from_hex(weak.as_str().unwrap()).unwrap().require_strong("vector").unwrap_err();
    }
    let log = load("log");
    let key = VerifyKey::from_hex(log["log_key"].as_str().unwrap()).unwrap();
    Receipt::read(&bytes(&log["receipt"]))
        .unwrap()
        .verify(log["origin"].as_str().unwrap(), &key, None)
        .unwrap();
    Note::parse(log["checkpoint"].as_str().unwrap()).unwrap().verify(&key).unwrap();
    let mandate = load("mandate");
    Neighbour::peek(&bytes(&mandate["neighbour_record"])).unwrap();
    let chain = check_chain(&bytes(&mandate["chain"]), &roots(&[&Side::omsk()])).unwrap();
    assert_eq!(chain.hash().to_string(), mandate["links"][2]);
    let evidence = load("evidence");
    let trusted =
        evidence["roots"].as_array().unwrap().iter().map(|r| Hash::from_hex(r.as_str().unwrap()).unwrap());
    assert!(verify(&bytes(&evidence["file"]), &Trust::Fingerprints(trusted.collect())).unwrap().proved());
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads the files it checks")]
fn the_fuzz_corpus_is_refused_or_read_without_panic() {
    let trusted = roots(&[&Side::omsk(), &Side::petropavl()]);
    let mut replayed = 0;
    for target in ["envelope", "evidence", "sync", "mandate"] {
        for file in std::fs::read_dir(repository().join("fuzz/corpus").join(target)).unwrap() {
            let path = file.unwrap().path();
            let bytes = read(&path);
            let accepted = match target {
                "envelope" => parse(&bytes).is_ok(),
                "evidence" => Evidence::read(&bytes).is_ok() && verify(&bytes, &Trust::AsClaimed).is_ok(),
                "sync" => Request::read(&bytes).is_ok(),
                _ => check_chain(&bytes, &trusted).is_ok(),
            };
            if path.ends_with("good") {
                assert!(accepted, "{}", path.display());
            }
            if path.ends_with("cut") || path.ends_with("claim") || path.ends_with("deep") {
                assert!(!accepted, "{}", path.display());
            }
            replayed += 1;
        }
    }
    assert!(replayed >= 20);
}
