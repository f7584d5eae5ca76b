//! Handling codes at the receiver, as a table.

use crate::world::{OMSK, PETROPAVL, answer, minute};
use marchland_casework::*;
use marchland_law::BodyId;

fn verdicts(codes: &[HandlingCode], conditions: &[&str]) -> String {
    let mut marking = answer().marking;
    marking.handling.codes = codes.iter().copied().collect();
    marking.handling.words = codes.contains(&HandlingCode::H3).then(|| "только чтение".into());
    marking.use_conditions = conditions.iter().map(|c| (*c).to_owned()).collect();
    let owner = BodyId::from(PETROPAVL);
    let say = |wanted| match permits_use(&marking, &owner, wanted, &[]) {
        Ok(()) => "yes",
        Err(refusal) => refusal.code(),
    };
    Use::ALL.map(say).join(" ")
}

#[test]
fn what_each_code_lets_the_receiver_do() {
    use HandlingCode::*;
    // this-case other-case evidence onward-at-home onward-abroad
    let table: [(&[HandlingCode], &[&str], &str); 8] = [
        (&[H0], &[], "yes yes yes yes third-state"),
        (&[H1], &[], "yes yes not-evidence yes third-state"),
        (&[H2], &[], "yes yes yes not-onward third-state"),
        (&[H1, H2], &[], "yes yes not-evidence not-onward third-state"),
        (&[H3], &[], "yes own-words own-words own-words own-words"),
        (&[H0], &["this-case-only"], "yes only-this-case yes only-this-case third-state"),
        (&[H2], &["purpose-only"], "yes only-this-case yes not-onward third-state"),
        (&[H0], &["delete-when-not-needed"], "yes yes yes yes third-state"),
    ];
    for (codes, conditions, expected) in table {
        assert_eq!(verdicts(codes, conditions), expected, "{codes:?} {conditions:?}");
    }
}

#[test]
fn the_conditions_and_roles_known_here_are_words_of_the_law() {
    let vocabulary = include_str!("../../../../law/vocabulary.yaml");
    for code in handling::BOUND_TO_CASE {
        assert!(vocabulary.contains(&format!("\n  {code}:")), "{code}");
    }
    for (category, code) in SubjectCategory::TABLE {
        // Two roles of ours are not in the law's list: it names persons in proceedings only.
        let ours = matches!(category, SubjectCategory::Wanted | SubjectCategory::NoPerson);
        assert_eq!(vocabulary.contains(&format!("\n  {code}:")), !ours, "{code}");
    }
}

#[test]
fn only_the_owner_lifts_a_restriction_and_only_for_the_use_named() {
    let marking = answer().marking;
    let owner = BodyId::from(PETROPAVL);
    let consent = |by: &str, to| Consent { to, by: by.into(), at: minute(0) };
    let ask = |consents: &[Consent]| permits_use(&marking, &owner, Use::Evidence, consents).is_ok();
    assert!(!ask(&[]));
    assert!(!ask(&[consent(OMSK, Use::Evidence)]));
    assert!(!ask(&[consent(PETROPAVL, Use::OnwardAtHome)]));
    assert!(ask(&[consent(PETROPAVL, Use::Evidence)]));
}
