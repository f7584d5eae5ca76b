//! A child may only narrow; a chain holds only as a whole.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use common::{NOW_S, Side, YEAR_S, key, refused, roots};
use marchland_wire::cose::Context;
use marchland_wire::keys::{Signer, VerifyKey};
use marchland_wire::mandate::{Chain, Link, RevocationList, Revoked, check_chain, verify_chain};
use marchland_wire::neighbour::{Neighbour, verify_neighbour};
use marchland_wire::root::{Root, RootSet, Signed};
use marchland_wire::scope::{Act, Ground, Scope, Set, Use};
use proptest::prelude::*;

/// The head's chain with another last link.
fn chain_with(side: &Side, change: impl FnOnce(&mut Link)) -> Vec<u8> {
    let mut link = side.head_link.clone();
    change(&mut link);
    side.body_chain.extend(&link, &side.body_key).unwrap().to_bytes()
}

#[test]
fn each_way_to_widen_a_mandate_is_refused() {
    let mut side = Side::omsk();
    // A narrow body, so that there is something to widen.
    let mut body = side.body_link.clone();
    body.scope = common::scope();
    side.body_chain = side.registrar_chain.extend(&body, &side.registrar).unwrap();
    side.head_link.parent = body.hash();
    type Change = fn(&mut Link);
    let table: [(&str, Change, &str); 16] = [
        ("acts", |l| l.scope.acts = Set::Any, "mandate-wider"),
        ("forms", |l| l.scope.forms = Set::only(["joint-group".to_owned()]), "mandate-wider"),
        ("peers", |l| l.scope.peers = Set::only(["BY".to_owned()]), "mandate-wider"),
        ("grounds", |l| l.scope.grounds = Set::only([ground("other", None)]), "mandate-wider"),
        ("classes", |l| l.scope.classes = Set::only([3]), "mandate-wider"),
        ("quota", |l| l.scope.daily_quota = 51, "mandate-wider"),
        ("four eyes", |l| l.scope.four_eyes = Set::only([]), "mandate-wider"),
        ("begins before", |l| l.not_before_s = 0, "mandate-wider"),
        ("ends after", |l| l.not_after_s = NOW_S + 2 * YEAR_S, "mandate-wider"),
        ("ends before it begins", |l| l.not_after_s = l.not_before_s, "mandate-wider"),
        ("another body", |l| l.body = Some("RU/region/tomsk".to_owned()), "mandate-body"),
        ("no body", |l| l.body = None, "mandate-body"),
        ("another state", |l| l.state = "KZ".to_owned(), "chain-broken"),
        ("another version", |l| l.v = 2, "unsupported-version"),
        ("a weak key", |l| l.key = VerifyKey([0; 32]), "weak-key"),
        ("the body's own key", |l| l.key = key(5).public(), "duplicate-key"),
    ];
    let trusted = roots(&[&side]);
    check_chain(&chain_with(&side, |_| {}), &trusted).unwrap();
    for (name, change, code) in table {
        assert_eq!(refused(check_chain(&chain_with(&side, change), &trusted)), code, "{name}");
    }
}

fn ground(instrument: &str, article: Option<&str>) -> Ground {
    Ground { instrument: instrument.to_owned(), article: article.map(str::to_owned) }
}

#[test]
fn links_of_other_hands_and_orders_are_refused() {
    let side = Side::omsk();
    let trusted = roots(&[&side]);
    let forged = side.body_chain.extend(&side.head_link, &key(99)).unwrap();
    let short = side.registrar_chain.extend(&side.head_link, &side.registrar).unwrap();
    let long = side.head_chain.extend(&side.head_link, &side.head).unwrap();
    let few: Vec<&dyn Signer> = vec![&side.root_keys[0]];
    let mut registrar = side.mandate().links()[0].clone();
    let one_of_two = Chain::registrar(&registrar, &few).unwrap();
    let same_twice: Vec<&dyn Signer> = vec![&side.root_keys[0], &side.root_keys[0]];
    let one_key_twice = Chain::registrar(&registrar, &same_twice).unwrap();
    registrar.key = side.root_keys[0].public();
    let both: Vec<&dyn Signer> = vec![&side.root_keys[0], &side.root_keys[1]];
    let root_as_registrar = Chain::registrar(&registrar, &both).unwrap();
    for (name, chain, code) in [
        ("forged", forged, "signer-mismatch"),
        ("short", short, "chain-depth"),
        ("long", long, "chain-depth"),
        ("below the threshold", one_of_two, "signature-invalid"),
        ("one key twice", one_key_twice, "signature-invalid"),
        ("root key as registrar", root_as_registrar, "duplicate-key"),
    ] {
        assert_eq!(refused(check_chain(&chain.to_bytes(), &trusted)), code, "{name}");
    }
    assert_eq!(refused(check_chain(&side.head_chain.to_bytes(), &RootSet::default())), "root-unknown");
    let mut newer = side.root.clone();
    newer.number = 2;
    let mut moved_on = RootSet::default();
    moved_on.trust(newer);
    assert_eq!(refused(check_chain(&side.head_chain.to_bytes(), &moved_on)), "root-old");
}

#[test]
fn moments_and_revocations_decide() {
    let side = Side::omsk();
    let trusted = roots(&[&side]);
    let chain = side.head_chain.to_bytes();
    let at = |at_s, revoked: &Revoked| verify_chain(&chain, &trusted, at_s, revoked);
    let none = Revoked::default();
    let (from_s, to_s) = (side.head_link.not_before_s, side.head_link.not_after_s);
    assert!(at(from_s, &none).is_ok() && at(to_s - 1, &none).is_ok());
    assert_eq!(refused(at(from_s - 1, &none)), "mandate-not-yet");
    assert_eq!(refused(at(to_s, &none)), "mandate-ended");

    let list = RevocationList {
        v: 1,
        state: "RU".to_owned(),
        number: 1,
        issued_s: NOW_S,
        revoked: [side.head_link.hash()].into(),
    };
    let signed = list.sign(&side.registrar).unwrap();
    assert_eq!(RevocationList::verify(&signed, &side.registrar.public()).unwrap(), list);
    assert_eq!(refused(RevocationList::verify(&signed, &side.head.public())), "signer-mismatch");
    let mut revoked = Revoked::default();
    revoked.add(&list, 7);
    assert_eq!(refused(at(NOW_S, &revoked)), "mandate-revoked");
    // Sent at leaf 7 or before: the order says it came first.
    assert!(at(NOW_S, &revoked.before(7)).is_ok());
    assert!(at(NOW_S, &revoked.before(8)).is_err());
    revoked.add(&list, 3);
    assert!(at(NOW_S, &revoked.before(4)).is_err(), "the first revocation counts");
}

#[test]
fn a_new_root_needs_the_old_one_and_replaces_it() {
    let side = Side::omsk();
    let new_keys = [key(61), key(62)];
    let new = Root {
        number: 2,
        keys: new_keys.iter().map(|k| k.public()).collect(),
        threshold: 2,
        ..side.root.clone()
    };
    let signed = |root: &Root, signers: &[&dyn Signer]| {
        Signed::new(Context::Root, root.to_bytes(), signers).unwrap().to_bytes()
    };
    let [a, b, _] = &side.root_keys;
    let [c, d] = &new_keys;
    let mut trusted = roots(&[&side]);
    assert_eq!(refused(trusted.rotate(&signed(&new, &[c, d]))), "signature-invalid");
    assert_eq!(refused(trusted.rotate(&signed(&new, &[a, b, c]))), "signature-invalid");
    assert_eq!(refused(trusted.rotate(&signed(&new, &[a, b, c, d, &key(9)]))), "signer-mismatch");
    let skipped = Root { number: 3, ..new.clone() };
    assert_eq!(refused(trusted.rotate(&signed(&skipped, &[a, b, c, d]))), "root-old");
    trusted.rotate(&signed(&new, &[a, b, c, d])).unwrap();
    assert_eq!(refused(trusted.rotate(&signed(&new, &[a, b, c, d]))), "root-old");
    assert_eq!(refused(check_chain(&side.head_chain.to_bytes(), &trusted)), "root-old");
}

#[test]
fn a_neighbour_record_stands_or_falls_as_a_whole() {
    let side = Side::omsk();
    let trusted = roots(&[&side]);
    let verify = |bytes: &[u8], at_s| verify_neighbour(bytes, &trusted, at_s, &Revoked::default());
    let good = side.signed_record();
    let neighbour = verify(&good, NOW_S).unwrap();
    assert_eq!(
        neighbour.body(side.body).unwrap().key_at(NOW_S).unwrap().key,
        side.body_secret.public().unwrap()
    );
    assert!(neighbour.body(side.body).unwrap().key_at(NOW_S + YEAR_S).is_err());
    assert_eq!(refused(verify(&good, NOW_S + YEAR_S / 2)), "mandate-ended");
    assert_eq!(refused(verify(&side.record().sign(&side.body_key).unwrap(), NOW_S)), "signer-mismatch");
    let edited = |change: fn(&mut Neighbour)| {
        let mut record = side.record();
        change(&mut record);
        refused(verify(&record.sign(&side.registrar).unwrap(), NOW_S))
    };
    assert_eq!(edited(|r| r.log_key = r.witness_key), "duplicate-key");
    assert_eq!(edited(|r| r.log_key = VerifyKey([0; 32])), "weak-key");
    assert_eq!(edited(|r| r.bodies.clear()), "not-canonical");
    assert_eq!(edited(|r| r.bodies.push(r.bodies[0].clone())), "not-canonical");
    assert_eq!(edited(|r| r.bodies[0].body = "RU/region/tomsk".to_owned()), "mandate-body");
    assert_eq!(edited(|r| r.bodies[0].keys.clear()), "malformed");
    assert_eq!(edited(|r| r.root_record = vec![].into()), "root-unknown");
    assert_eq!(edited(|r| r.v = 2), "unsupported-version");
}

fn set<T: Ord + Clone + std::fmt::Debug + 'static>(items: Vec<T>) -> impl Strategy<Value = Set<T>> {
    let len = items.len();
    prop_oneof![1 => Just(Set::Any), 4 => proptest::sample::subsequence(items, 0..=len).prop_map(Set::only)]
}

fn scopes() -> impl Strategy<Value = Scope> {
    let names = || ["a", "b"].map(str::to_owned).to_vec();
    let grounds =
        vec![ground("a", None), ground("a", Some("1")), ground("a", Some("2")), ground("b", Some("1"))];
    let sets =
        (set(vec![Act::SignRequest, Act::Read]), set(names()), set(names()), set(names()), set(grounds));
    (sets, set(vec![0, 1]), 0_u32..3, set(vec![0, 1])).prop_map(
        |((acts, forms, peers, territories, grounds), classes, daily_quota, four_eyes)| Scope {
            acts,
            forms,
            peers,
            territories,
            grounds,
            classes,
            daily_quota,
            four_eyes,
        },
    )
}

proptest! {
    #[test]
    fn what_a_narrower_scope_permits_the_wider_permits(a in scopes(), b in scopes(), c in scopes()) {
        prop_assert!(a.within(&a).is_ok());
        prop_assert!(a.within(&Scope::everything(u32::MAX)).is_ok());
        if a.within(&b).is_ok() {
            for (act, article) in [(Act::SignRequest, "1"), (Act::SignRequest, "3"), (Act::Read, "2")] {
                for (form, peer, instrument) in [("a", "a", "a"), ("b", "a", "b"), ("c", "b", "a")] {
                    let wanted = Use { act, form, peer, instrument, article, class: 1 };
                    prop_assert!(a.permits(&wanted).is_err() || b.permits(&wanted).is_ok());
                }
            }
            prop_assert!(!(b.within(&c).is_ok() && a.within(&c).is_err()), "narrowing is transitive");
        }
    }
}
