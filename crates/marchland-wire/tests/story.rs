//! A request crosses, is accepted, opened, read; the asker then proves all of it with one file.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::walk::walk;
use common::{Side, rng};
use marchland_wire::code::Code;
use marchland_wire::keys::Hash;
use marchland_wire::verify::{Report, Status, Trust, verify};

fn trust() -> Trust {
    Trust::Fingerprints(vec![Side::omsk().root.fingerprint(), Side::petropavl().root.fingerprint()])
}

fn has(report: &Report, what: &str, status: Status) -> usize {
    report.findings.iter().filter(|f| f.what == what && f.status == status).count()
}

#[test]
fn the_asker_proves_the_whole_walk() {
    let report = verify(&walk(false, true).to_bytes(), &trust()).unwrap();
    assert!(report.proved(), "{:#?}", report.findings);
    for what in ["signed", "sent", "accepted", "delivered", "read", "content", "not-revoked"] {
        assert_eq!(has(&report, what, Status::Proved), 1, "{what}: {:#?}", report.findings);
    }
    assert_eq!(has(&report, "cosigned", Status::Proved), 4, "{:#?}", report.findings);
    assert_eq!(has(&report, "root", Status::Proved), 2);
}

#[test]
fn roots_only_claimed_are_reported_as_claimed() {
    let report = verify(&walk(false, false).to_bytes(), &Trust::AsClaimed).unwrap();
    assert!(report.proved() && !report.roots_trusted);
    assert_eq!((has(&report, "root", Status::NotShown), has(&report, "content", Status::NotShown)), (2, 1));
}

#[test]
fn other_roots_prove_nothing() {
    let report = verify(&walk(false, true).to_bytes(), &Trust::Fingerprints(vec![Hash([1; 32])])).unwrap();
    assert!(!report.proved());
    assert_eq!(has(&report, "signed", Status::Proved), 0);
}

#[test]
fn a_mandate_revoked_earlier_in_the_log_proves_nothing_whatever_the_clock_says() {
    let report = verify(&walk(true, true).to_bytes(), &trust()).unwrap();
    assert!(!report.proved());
    assert_eq!(has(&report, "not-revoked", Status::Failed), 1, "{:#?}", report.findings);
}

#[test]
fn a_revocation_without_its_place_in_the_log_counts_from_the_beginning() {
    let mut evidence = walk(false, true);
    evidence.revocations[0].logged = None;
    assert!(!verify(&evidence.to_bytes(), &trust()).unwrap().proved());
}

#[test]
fn receipts_of_another_message_or_node_are_refused() {
    let good = walk(false, false);
    let mut swapped = good.clone();
    swapped.messages[0].receipts[1].node = "ru-oms".to_owned();
    let mut unsigned_reader = good.clone();
    unsigned_reader.messages[0].chains.pop();
    let mut other = good.clone();
    other.messages[0].wraps = Hash([3; 32]);
    for (evidence, code) in [
        (swapped, Code::ReceiptMismatch),
        (unsigned_reader, Code::MandateUnknown),
        (other, Code::ReceiptMismatch),
    ] {
        let report = verify(&evidence.to_bytes(), &trust()).unwrap();
        assert!(!report.proved());
        assert!(report.findings.iter().any(|f| f.code == Some(code)), "{code}: {:#?}", report.findings);
    }
}

#[test]
fn disclosed_content_that_was_not_signed_is_refused() {
    let mut evidence = walk(false, true);
    let disclosure = evidence.messages[0].disclosure.as_mut().unwrap();
    disclosure.content_key = vec![5; 32].into();
    let report = verify(&evidence.to_bytes(), &trust()).unwrap();
    assert!(report.findings.iter().any(|f| f.code == Some(Code::KeyCommit)));
    assert!(!report.proved());
}

#[test]
fn no_edit_of_a_file_panics_or_proves_another_message() {
    let bytes = walk(false, true).to_bytes();
    let original = verify(&bytes, &trust()).unwrap();
    let signed = |r: &Report| -> Vec<_> {
        r.findings.iter().filter(|f| f.what == "signed").map(|f| (f.msg_id, f.sentence.clone())).collect()
    };
    let mut rng = rng(99);
    let mut draw = |below: usize| {
        use chacha20::rand_core::Rng as _;
        (rng.next_u64() % below as u64) as usize
    };
    let mut readable = 0;
    for round in 0..1_200 {
        let mut edited = bytes.clone();
        match round % 3 {
            0 => edited[draw(bytes.len())] ^= 1 << draw(8),
            1 => edited.truncate(draw(bytes.len())),
            _ => {
                let (from, to, len) = (draw(bytes.len()), draw(bytes.len()), draw(200));
                let piece: Vec<u8> = bytes.iter().skip(from).take(len).copied().collect();
                edited.splice(to..(to + len).min(bytes.len()), piece);
            }
        }
        if let Ok(report) = verify(&edited, &trust()) {
            readable += 1;
            if report.proved() {
                assert_eq!(signed(&report), signed(&original));
            }
        }
    }
    assert!(readable > 40, "the edits reach beyond the outer shape: {readable}");
}
