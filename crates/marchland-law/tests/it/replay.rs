//! Decisions of the past made again: the same with the knowledge of then, and with a named cause where today knows more.

use marchland_law::{
    Cause, Confirmation, Dates, Decision, Directory, Framework, Replay, Reproduced, Stood, decide, replay,
};

use crate::pack::{PERMIT, act, bodies, confirmation, day, law_of};

const THEN: &str = "2022-05-10";

fn decided(law: &Framework, confirmations: &[Confirmation]) -> Decision {
    decide(law, &bodies(), &act("AA/regional", "BB/regional", &[]), &day(THEN), confirmations)
}

fn again(law: &Framework, own: Option<&Framework>, kept: &Decision) -> Replay {
    let bodies: Directory = bodies();
    let stood = Stood { law: own, bodies: &bodies, confirmations: &[] };
    replay(law, kept, stood, "2026-11-23".parse().expect("a date"))
}

#[test]
fn under_the_same_law_a_decision_comes_out_byte_for_byte() {
    let law = law_of(&[PERMIT]);
    let kept = decided(&law, &[]);
    let done = again(&law, None, &kept);
    assert_eq!(done.reproduced, Reproduced::Identical);
    assert!(done.departs.is_empty() && done.today.is_empty() && done.causes.is_empty(), "{done:#?}");
}

#[test]
fn a_better_reading_recorded_later_leaves_the_past_and_is_the_cause_of_what_differs_today() {
    let before = law_of(&[PERMIT]);
    let kept = decided(&before, &[]);
    let old = format!("{PERMIT}\nwithdrawn: 2024-02-01");
    let new = PERMIT.replace("rule: permit", "rule: better").replace("[regional]", "[central]");
    let new = format!("{new}\nrecorded: 2024-02-01");
    let law = law_of(&[&old, &new]);
    let done = again(&law, Some(&before), &kept);
    assert_eq!(done.reproduced, Reproduced::OtherEdition, "{done:#?}");
    assert_eq!((done.verdict, done.verdict_today), ("permit", "outside-competence"));
    let causes: Vec<String> = done.causes.iter().map(Cause::plain).collect();
    assert_eq!(
        causes,
        [
            "t, Article 1 (better) was recorded on 2024-02-01",
            "t, Article 1 (permit) was withdrawn on 2024-02-01"
        ]
    );
    let first = done.today.first().expect("a difference").plain();
    assert_eq!(first, "verdict: permit, now outside-competence");
}

#[test]
fn a_reading_rewritten_in_place_is_called_that() {
    let before = law_of(&[PERMIT]);
    let kept = decided(&before, &[]);
    let law = law_of(&[&PERMIT.replace("[regional]", "[central]")]);
    let done = again(&law, Some(&before), &kept);
    assert_eq!(done.reproduced, Reproduced::OwnEditionOnly);
    assert!(!done.reproduced.holds());
    assert!(done.causes.iter().any(|c| matches!(c, Cause::Rewritten { .. })), "{done:#?}");
    let without = again(&law, None, &kept);
    assert_eq!(without.reproduced, Reproduced::Differs);
    assert_eq!(without.causes, [Cause::EditionNotKept]);
    let gone = law_of(&[&PERMIT.replace("rule: permit", "rule: other").replace("[regional]", "[central]")]);
    let causes = again(&gone, Some(&before), &kept).causes;
    assert!(causes.iter().any(|c| matches!(c, Cause::Removed { .. })), "{causes:#?}");
    assert!(causes.iter().any(|c| matches!(c, Cause::Added { .. })), "{causes:#?}");
}

#[test]
fn a_confirmation_that_stood_is_part_of_what_a_decision_stood_on() {
    let weak = format!("{PERMIT}\nconfidence: secondary-source");
    let law = law_of(&[&weak]);
    let given = [confirmation("AA/regional", "t", "2022-01-01")];
    let kept = decided(&law, &given);
    assert_eq!(kept.verdict.code(), "permit-under");
    let bodies = bodies();
    let today = "2026-11-23".parse().expect("a date");
    let with = |confirmations: &[Confirmation]| {
        replay(&law, &kept, Stood { law: None, bodies: &bodies, confirmations }, today).reproduced
    };
    assert_eq!(with(&given), Reproduced::Identical);
    assert_eq!(with(&[]), Reproduced::Differs, "without it the same law refers the act to a person");
}

#[test]
fn the_four_dates_stay_as_they_were_except_what_is_known() {
    let law = law_of(&[&format!("{PERMIT}\nvalid-until: 2023-01-01")]);
    let kept = decided(&law, &[]);
    assert_eq!(kept.dates, Dates::all(THEN.parse().expect("a date")));
    assert!(again(&law, None, &kept).today.is_empty(), "the law of its time still applies to it");
}
