//! What an inbox does with each thing that can arrive.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::{NOW_S, World, key, rng};
use marchland_wire::code::Code;
use marchland_wire::envelope::{Attachments, Draft, Kind, Sealed, parse, seal};
use marchland_wire::inbox::Verdict;
use marchland_wire::keys::{BodySecret, Hash, Signer};
use marchland_wire::lane::LaneView;
use marchland_wire::mandate::RevocationList;

/// The verdict in a word, with its code.
type Word = (&'static str, Option<Code>);

fn word(verdict: &Verdict) -> Word {
    match verdict {
        Verdict::Accept { held: false, .. } => ("accept", None),
        Verdict::Accept { held: true, .. } => ("hold", None),
        Verdict::Repeat { .. } => ("repeat", None),
        Verdict::Reject { why, signed: Some(_), .. } => ("reject, number used", Some(why.code)),
        Verdict::Reject { why, signed: None, .. } => ("reject", Some(why.code)),
        Verdict::Later { why } => ("later", Some(why.code)),
        Verdict::Equivocation { .. } => ("freeze", None),
    }
}

fn sealed_with(world: &World, change: impl FnOnce(&mut Draft)) -> Vec<u8> {
    let mut draft = world.from.draft(&world.to, 1);
    change(&mut draft);
    let recipients = [world.to.body_secret.public().unwrap()];
    let sealed = seal(draft, b"sample", &recipients, &world.from.head, None, &mut rng(3)).unwrap();
    sealed.envelope.bytes().to_vec()
}

#[test]
fn the_header_decides_first() {
    let world = World::new();
    type Change = fn(&mut Draft);
    let table: [(&str, Change, Word); 16] = [
        ("as it should be", |_| {}, ("accept", None)),
        ("another node", |d| d.to_node = "by-brs".into(), ("reject", Some(Code::WrongNode))),
        ("from a third node", |d| d.from_node = "by-brs".into(), ("reject", Some(Code::WrongNode))),
        ("reflected", |d| d.from_node = "kz-nkz".into(), ("reject", Some(Code::Reflected))),
        ("another epoch", |d| d.epoch = 2, ("reject", Some(Code::WrongEpoch))),
        ("unknown sender", |d| d.from_body = "RU/region/tomsk".into(), ("later", Some(Code::UnknownBody))),
        ("unknown addressee", |d| d.to_bodies = vec!["KZ/x".into()], ("reject", Some(Code::WrongAddressee))),
        ("unknown mandate", |d| d.mandate = Hash([1; 32]), ("later", Some(Code::MandateUnknown))),
        (
            "expired",
            |d| (d.created_s, d.expires_s) = (NOW_S - 9, NOW_S),
            ("reject, number used", Some(Code::MessageExpired)),
        ),
        ("from the future", |d| d.created_s = NOW_S + 661, ("reject, number used", Some(Code::Clock))),
        ("ten minutes ahead", |d| d.created_s = NOW_S + 660, ("accept", None)),
        (
            "before the mandate",
            |d| d.created_s = NOW_S - 4 * 3600,
            ("reject, number used", Some(Code::NotYetValid)),
        ),
        (
            "another form",
            |d| d.basis.form = "joint-group".into(),
            ("reject, number used", Some(Code::ScopeForm)),
        ),
        (
            "another instrument",
            |d| d.basis.instrument = "x".into(),
            ("reject, number used", Some(Code::ScopeBasis)),
        ),
        ("another class", |d| d.class = 3, ("reject, number used", Some(Code::ScopeClass))),
        (
            "an act not given",
            |d| d.kind = Kind::DeletionNotice,
            ("reject, number used", Some(Code::ScopeAct)),
        ),
    ];
    for (name, change, expected) in table {
        assert_eq!(word(&world.judge(&sealed_with(&world, change))), expected, "{name}");
    }
}

#[test]
fn a_mandate_that_ended_is_refused_and_the_number_is_used() {
    let mut world = World::new();
    let late_s = world.from.head_link.not_after_s;
    world.at_s = late_s + 1;
    let bytes = sealed_with(&world, |d| (d.created_s, d.expires_s) = (late_s, late_s + 99));
    assert_eq!(word(&world.judge(&bytes)), ("reject, number used", Some(Code::Expired)));
}

#[test]
fn a_revoked_mandate_is_refused() {
    let mut world = World::new();
    let revoked = [world.from.body_link.hash()].into();
    world.revoked.add(&RevocationList { v: 1, state: "RU".into(), number: 2, issued_s: NOW_S, revoked }, 5);
    let bytes = sealed_with(&world, |_| {});
    assert_eq!(word(&world.judge(&bytes)), ("reject, number used", Some(Code::Revoked)));
}

#[test]
fn the_same_bytes_are_known_before_anything_else_is_asked() {
    let mut world = World::new();
    let bytes = sealed_with(&world, |_| {});
    let Verdict::Accept { envelope, .. } = world.judge(&bytes) else { panic!("not accepted") };
    world.seen.insert(envelope.bytes_digest());
    world.at_s = i64::MAX;
    assert_eq!(word(&world.judge(&bytes)), ("repeat", None));
}

#[test]
fn a_lane_takes_each_number_once() {
    let mut world = World::new();
    let Sealed { envelope, .. } = world.from.seal(&world.to, 3, b"sample");
    let view = |next, at_number, frozen| LaneView { next, at_number, frozen };
    let own = Some(envelope.msg_id());
    for (lane, expected) in [
        (view(3, None, false), ("accept", None)),
        (view(2, None, false), ("hold", None)),
        (view(4, own, false), ("repeat", None)),
        (view(4, Some(Hash([1; 32])), false), ("freeze", None)),
        (view(4, None, false), ("later", Some(Code::Lane))),
        (view(3, None, true), ("later", Some(Code::LaneFrozen))),
    ] {
        world.lane = lane;
        assert_eq!(word(&world.judge(envelope.bytes())), expected, "{lane:?}");
    }
}

#[test]
fn four_eyes_need_a_second_official() {
    let world = World::new();
    let alone = sealed_with(&world, |d| d.class = 2);
    assert_eq!(word(&world.judge(&alone)), ("reject, number used", Some(Code::FourEyes)));

    let mut draft = world.from.draft(&world.to, 1);
    (draft.class, draft.second_mandate) = (2, Some(world.from.second_mandate().hash()));
    let recipients = [world.to.body_secret.public().unwrap()];
    let second: Option<&dyn Signer> = Some(&world.from.second);
    let both = seal(draft.clone(), b"sample", &recipients, &world.from.head, second, &mut rng(3)).unwrap();
    assert_eq!(word(&world.judge(both.envelope.bytes())), ("accept", None));

    let twice =
        seal(draft.clone(), b"sample", &recipients, &world.from.head, Some(&world.from.head), &mut rng(3));
    assert_eq!(twice.unwrap_err().code, Code::FourEyes);
    let none = seal(draft, b"sample", &recipients, &world.from.head, None, &mut rng(3));
    assert_eq!(none.unwrap_err().code, Code::FourEyes);
}

#[test]
fn another_key_than_the_mandates_is_refused() {
    let world = World::new();
    let recipients = [world.to.body_secret.public().unwrap()];
    let draft = world.from.draft(&world.to, 1);
    let forged = seal(draft, b"sample", &recipients, &key(77), None, &mut rng(3)).unwrap();
    assert_eq!(word(&world.judge(forged.envelope.bytes())), ("reject", Some(Code::Signer)));
}

#[test]
fn a_mandate_of_the_other_state_is_refused() {
    let mut world = World::new();
    world.chains.push(world.to.head_chain.to_bytes());
    let mandate = world.to.mandate().hash();
    let recipients = [world.to.body_secret.public().unwrap()];
    let draft = Draft { mandate, ..world.from.draft(&world.to, 1) };
    let forged = seal(draft, b"sample", &recipients, &world.to.head, None, &mut rng(3)).unwrap();
    assert_eq!(word(&world.judge(forged.envelope.bytes())), ("reject", Some(Code::WrongBody)));
}

#[test]
fn what_is_no_envelope_is_rejected_with_a_reason() {
    let world = World::new();
    for (bytes, code) in [
        (vec![], Code::Malformed),
        (vec![0xff; 100], Code::NotCanonical),
        (vec![0; 320 * 1024 + 1], Code::Oversize),
        (b"{\"hello\":1}".to_vec(), Code::Malformed),
    ] {
        assert_eq!(word(&world.judge(&bytes)), ("reject", Some(code)), "{} bytes", bytes.len());
    }
}

#[test]
fn only_an_addressed_body_with_a_wrapped_key_opens_it() {
    let world = World::new();
    let Sealed { envelope, .. } = world.from.seal(&world.to, 1, b"sample");
    let code = |body: &str, secret: &BodySecret| envelope.open(body, secret).map(|_| ()).unwrap_err().code;
    let other = BodySecret::from_bytes([1; 32]);
    assert_eq!(code("KZ/district/kyzylzhar", &world.to.body_secret), Code::WrongAddressee);
    assert_eq!(code(world.to.body, &other), Code::NoRecipient);
    assert_eq!(envelope.open(world.to.body, &world.to.body_secret).unwrap().payload.as_slice(), b"sample");
}

#[test]
fn sizes_hide_in_buckets_and_too_large_is_refused() {
    let world = World::new();
    let sealed = |len: usize| world.from.seal(&world.to, 1, &vec![7; len]).envelope;
    assert_eq!(sealed(0).bytes().len(), sealed(1024 - 36).bytes().len());
    assert_eq!(sealed(1024 - 35).header.bucket, 2048);
    let recipients = [world.to.body_secret.public().unwrap()];
    let mut largest = world.from.draft(&world.to, u64::MAX);
    largest.attachments = Some(Attachments { root: Hash([2; 32]), count: 3, bytes: u64::MAX });
    let payload = vec![7; 262_144 - 36];
    let full = seal(largest.clone(), &payload, &recipients, &world.from.head, None, &mut rng(3)).unwrap();
    let opened = parse(full.envelope.bytes()).unwrap().open(world.to.body, &world.to.body_secret).unwrap();
    assert_eq!(opened.payload.len(), payload.len());
    let over = seal(largest, &vec![7; 262_144 - 35], &recipients, &world.from.head, None, &mut rng(3));
    assert_eq!(over.unwrap_err().code, Code::Oversize);
}

#[test]
fn names_of_bodies_are_limited_and_in_one_spelling() {
    let world = World::new();
    let try_name = |name: String| {
        let draft = Draft { from_body: name, ..world.from.draft(&world.to, 1) };
        let recipients = [world.to.body_secret.public().unwrap()];
        seal(draft, b"", &recipients, &world.from.head, None, &mut rng(3)).map(|_| ()).unwrap_err().code
    };
    assert_eq!(try_name("x".repeat(257)), Code::Oversize);
    assert_eq!(try_name("e\u{301}".to_owned()), Code::NotCanonical);
    let too_many = Draft { to_bodies: vec!["b".into(); 33], ..world.from.draft(&world.to, 1) };
    let recipients = [world.to.body_secret.public().unwrap()];
    let refused = seal(too_many, b"", &recipients, &world.from.head, None, &mut rng(3));
    assert_eq!(refused.unwrap_err().code, Code::Malformed);
}
