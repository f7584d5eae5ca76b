//! The log against published vectors and against the definition.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::{Log, NOW_S, Side, refused};
use marchland_wire::checkpoint::{Checkpoint, Known, NOTE_MAX, Note, witness, witness_name};
use marchland_wire::keys::{Hash, Salt};
use marchland_wire::leaf::{ENTRY, Entry, Record};
use marchland_wire::merkle::{self, Coord, leaf_hash, verify_consistency, verify_inclusion};
use marchland_wire::receipt::{Leaf, Receipt};

/// Leaves and roots of the tests of Certificate Transparency (RFC 6962), used by its Go and C++ implementations.
const LEAVES: [&str; 8] =
    ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
const ROOTS: [&str; 8] = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

#[test]
fn roots_are_those_of_certificate_transparency() {
    let mut log = Log::default();
    assert_eq!(log.root().to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (leaf, root) in LEAVES.iter().zip(ROOTS) {
        log.append(leaf_hash(&hex::decode(leaf).unwrap()));
        assert_eq!(log.root().to_string(), root);
    }
}

fn log_of(size: u64) -> Log {
    let mut log = Log::default();
    log.fill((0..size).map(|n| n.to_be_bytes().to_vec()));
    log
}

#[test]
fn every_proof_up_to_seventy_leaves_verifies_and_no_other_does() {
    let log = log_of(70);
    let root = |size| merkle::root(size, &|c| log.nodes.get(&c).copied()).unwrap();
    let wrong = Hash([1; 32]);
    for size in 1..=70 {
        for index in 0..size {
            let (proof, leaf) = (log.inclusion(index, size), leaf_hash(&index.to_be_bytes()));
            verify_inclusion(&leaf, index, size, &proof, &root(size)).unwrap();
            assert!(verify_inclusion(&wrong, index, size, &proof, &root(size)).is_err());
            assert!(verify_inclusion(&leaf, index, size, &proof, &wrong).is_err());
            if let Some((_, shorter)) = proof.split_last() {
                assert!(verify_inclusion(&leaf, index, size, shorter, &root(size)).is_err());
            }
            let longer = [proof.as_slice(), &[wrong]].concat();
            assert!(verify_inclusion(&leaf, index, size, &longer, &root(size)).is_err());
        }
        for old in 0..=size {
            let proof = log.consistency(old, size);
            verify_consistency((old, &root(old)), (size, &root(size)), &proof).unwrap();
            if old > 0 && old < size {
                assert!(verify_consistency((old, &wrong), (size, &root(size)), &proof).is_err());
                assert!(verify_consistency((old, &root(old)), (size, &wrong), &proof).is_err());
                let longer = [proof.as_slice(), &[wrong]].concat();
                assert!(verify_consistency((old, &root(old)), (size, &root(size)), &longer).is_err());
                for at in 0..proof.len() {
                    let mut edited = proof.clone();
                    edited[at].0[0] ^= 1;
                    assert!(verify_consistency((old, &root(old)), (size, &root(size)), &edited).is_err());
                }
            }
        }
    }
    assert_eq!(refused(verify_consistency((2, &root(2)), (1, &root(1)), &[])), "log-inconsistent");
    assert_eq!(refused(verify_inclusion(&wrong, u64::MAX, u64::MAX, &[wrong; 64], &wrong)), "inclusion");
}

#[test]
fn the_coordinates_named_are_those_needed() {
    let log = log_of(70);
    let only = |coords: Vec<Coord>| move |c: Coord| coords.contains(&c).then(|| log_of(70).nodes[&c]);
    for size in [1, 2, 3, 7, 8, 21, 64, 69] {
        merkle::root(size, &only(merkle::root_coords(size))).unwrap();
        merkle::inclusion(size / 2, size, &only(merkle::inclusion_coords(size / 2, size))).unwrap();
        merkle::consistency(size / 2, size, &only(merkle::consistency_coords(size / 2, size))).unwrap();
        merkle::append(size, Hash([0; 32]), &only(merkle::append_coords(size))).unwrap();
    }
    assert_eq!(refused(merkle::root(3, &|_| None)), "log-inconsistent");
    assert_eq!(refused(merkle::inclusion(3, 3, &|c| log.nodes.get(&c).copied())), "inclusion");
    assert_eq!(refused(merkle::consistency(4, 3, &|c| log.nodes.get(&c).copied())), "log-stale");
    // Positions beyond any log name nothing and end.
    assert!(merkle::inclusion_coords(u64::MAX, 5).len() < 64);
    assert!(merkle::consistency_coords(9, 5).is_empty());
}

#[test]
fn a_note_is_read_as_it_was_written_and_only_so() {
    let mut side = Side::omsk();
    side.log.append(leaf_hash(b"x"));
    let revocations = Some((3, Hash([4; 32])));
    let checkpoint = Checkpoint { origin: side.origin(), size: 1, root: side.log.root(), revocations };
    let note = Note::sign(checkpoint.clone(), &side.log_key);
    let text = note.to_text();
    let read = Note::parse(&text).unwrap();
    assert_eq!(read, note);
    read.verify(&side.log_key.public()).unwrap();
    assert_eq!(refused(read.verify(&side.witness.public())), "signature-invalid");
    for edited in [
        text.replace("/1\n1\n", "/1\n01\n"),
        text.replace("\n1\n", "\n+1\n"),
        text.replace("revocations 3", "revocations 03"),
        text.replace("revocations 3", "other 3"),
        text.replace("\n\n", "\n"),
        text.replace('\n', "\r\n"),
        text.trim_end().to_owned(),
        text.replace("\u{2014} ", "- "),
        format!("{text}\n"),
        String::new(),
    ] {
        assert_ne!(edited, text);
        assert_eq!(refused(Note::parse(&edited)), "malformed", "{edited}");
    }
    assert_eq!(refused(Note::parse(&"x".repeat(NOTE_MAX + 1))), "oversize");
    let crowded = text.clone() + &text.lines().last().map(|l| format!("{l}\n").repeat(8)).unwrap();
    assert_eq!(refused(Note::parse(&crowded)), "oversize");
}

#[test]
fn unknown_signature_lines_are_carried_so_that_other_algorithms_can_join() {
    let side = Side::omsk();
    let note = side.checkpoint();
    let later = format!("\u{2014} {} {}", side.origin(), "A".repeat(3232));
    let joined = note.with_line(&later).unwrap();
    assert_eq!(Note::parse(&joined.to_text()).unwrap(), joined);
    joined.verify(&side.log_key.public()).unwrap();
}

#[test]
fn a_cosignature_holds_its_time() {
    let (side, peer) = (Side::omsk(), Side::petropavl());
    let note = side.checkpoint();
    let name = witness_name(peer.node);
    let cosigned = note.with_line(&note.cosign(&name, &peer.witness, NOW_S)).unwrap();
    assert_eq!(cosigned.verify_cosignature(&name, &peer.witness.public()).unwrap(), NOW_S);
    assert_eq!(refused(note.verify_cosignature(&name, &peer.witness.public())), "signature-invalid");
    assert_eq!(refused(cosigned.verify_cosignature("other", &peer.witness.public())), "signature-invalid");
}

#[test]
fn a_witness_follows_one_history() {
    let mut side = Side::omsk();
    let log_key = side.log_key.public();
    side.log.fill((0..5).map(|n| vec![n]));
    let five = side.checkpoint();
    let known = witness(Known::default(), 0, &five, &log_key, &[]).unwrap();
    // Again: the same cosignature may be given again.
    assert_eq!(witness(known, 5, &five, &log_key, &[]).unwrap(), known);
    side.log.fill((5..9).map(|n| vec![n]));
    let nine = side.checkpoint();
    let proof = side.log.consistency(5, 9);
    assert_eq!(refused(witness(known, 4, &nine, &log_key, &proof)), "log-stale");
    assert_eq!(refused(witness(known, 5, &nine, &log_key, &proof[1..])), "log-inconsistent");
    let newer = witness(known, 5, &nine, &log_key, &proof).unwrap();
    // Rolled back, forked, signed by somebody else.
    assert_eq!(refused(witness(newer, 5, &five, &log_key, &[])), "log-stale");
    let mut fork = Side::omsk();
    fork.log.fill((0..9).map(|n| vec![n, 1]));
    assert_eq!(refused(witness(newer, 9, &fork.checkpoint(), &log_key, &[])), "log-fork");
    assert_eq!(refused(witness(newer, 9, &nine, &side.witness.public(), &[])), "signature-invalid");
}

#[test]
fn a_leaf_hides_its_record_and_opens_to_it_alone() {
    let record = Record::Accepted { msg_id: Hash([1; 32]), seq: 7 };
    let entry = Entry::new(&record, &Salt([2; 32]), NOW_S + 59);
    assert_eq!((entry.0.len(), entry.0[0]), (ENTRY, 2));
    assert_eq!(entry.minute_s(), (NOW_S + 59) / 60 * 60);
    entry.opens_to(&record, &Salt([2; 32])).unwrap();
    assert_eq!(refused(entry.opens_to(&record, &Salt([3; 32]))), "opening");
    let other = Record::Accepted { msg_id: Hash([1; 32]), seq: 8 };
    assert_eq!(refused(entry.opens_to(&other, &Salt([2; 32]))), "opening");
    let mut flagged = entry;
    flagged.0[5] = 1;
    assert_eq!(refused(flagged.opens_to(&record, &Salt([2; 32]))), "opening");
    assert_eq!(Record::read(&record.to_bytes()).unwrap(), record);
}

#[test]
fn a_receipt_needs_its_log_its_place_and_its_signer() {
    let mut side = Side::omsk();
    let (origin, log_key) = (side.origin(), side.log_key.public());
    side.log.fill((0..3).map(|n| vec![n]));
    let accepted = side.leaf(&Record::Accepted { msg_id: Hash([1; 32]), seq: 7 }, 1);
    let bytes = side.log(&accepted).to_bytes();
    let receipt = Receipt::read(&bytes).unwrap();
    let verified = receipt.verify(&origin, &log_key, None).unwrap();
    assert_eq!((verified.index, verified.checkpoint.checkpoint.size), (3, 4));
    assert_eq!(refused(receipt.verify("marchland/other/1", &log_key, None)), "log-origin");
    assert_eq!(refused(receipt.verify(&origin, &side.witness.public(), None)), "signature-invalid");
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(
            Receipt::read(&flipped).and_then(|r| r.verify(&origin, &log_key, None)).is_err(),
            "bit {bit}"
        );
    }

    let read = Record::Read { msg_id: Hash([1; 32]), mandate: Hash([2; 32]), at_s: NOW_S };
    let signed = side.signed_leaf(&read, 2, &side.head);
    let signed = side.log(&signed);
    signed.verify(&origin, &log_key, Some(&side.head.public())).unwrap();
    assert_eq!(refused(signed.verify(&origin, &log_key, None)), "signer-mismatch");
    assert_eq!(refused(signed.verify(&origin, &log_key, Some(&side.second.public()))), "signer-mismatch");
    let unsigned = side.log(&Leaf::new(&read, Salt([3; 32]), NOW_S));
    assert_eq!(refused(unsigned.verify(&origin, &log_key, Some(&side.head.public()))), "signer-mismatch");
}
