//! How rules are weighed: prohibitions, exceptions, missing facts, confirmations, the four dates, both sides.

use marchland_law::{
    Condition, Confidence, Decision, Effect, FactValue, Framework, Referral, Refusal, RefusalGrounds, Side,
    Verdict, decide, decide_as,
};

use crate::pack::{PERMIT, act, bodies, confirmation, day, law, law_of, treaty};

const FORBID: &str = "rule: forbid\neffect: forbids\nforms: [operational-request]\nwhen: {fact: armed}\nsays: {en: Not if armed., ru: Не при оружии.}";
const FORBID_BUT: &str = "rule: forbid\neffect: forbids\nforms: [operational-request]\nwhen: {fact: armed}\nyields-to: [urgent]\nsays: {en: Not if armed., ru: Не при оружии.}";
const URGENT: &str = "rule: urgent\neffect: permits\nforms: [operational-request]\nfrom: {levels: [regional]}\nto: {levels: [regional]}\nwhen: {fact: urgency, is: urgent}\nsays: {en: If urgent., ru: Если срочно.}";
const WEAK: &str = "rule: weak\neffect: permits\nforms: [operational-request]\nfrom: {levels: [regional]}\nto: {levels: [regional]}\nconfidence: secondary-source\nsays: {en: Reported., ru: По сообщению.}";

const YES: FactValue = FactValue::YesNo(true);
const NO: FactValue = FactValue::YesNo(false);

fn ask(law: &Framework, facts: &[(&str, FactValue)]) -> Decision {
    decide(law, &bodies(), &act("AA/regional", "BB/regional", facts), &day("2021-01-01"), &[])
}

fn effect(decision: &Decision, rule: &str) -> Option<Effect> {
    decision.reasons.iter().find(|r| r.citation.rule.as_str() == rule).map(|r| r.effect)
}

#[test]
fn a_prohibition_beats_a_permission_and_the_conflict_is_reported() {
    let law = law_of(&[PERMIT, FORBID]);
    let decision = ask(&law, &[("armed", YES)]);
    assert!(
        matches!(&decision.verdict, Verdict::Refuse(Refusal::Prohibited { by }) if by[0].rule.as_str() == "forbid")
    );
    assert_eq!(decision.conflicts.len(), 1);
    assert!(
        decision.routes.is_empty(),
        "no way round a prohibition that meets every body: {:?}",
        decision.routes
    );
    assert_eq!(ask(&law, &[("armed", NO)]).verdict, Verdict::Permit);
}

#[test]
fn while_it_is_unknown_whether_a_prohibition_applies_nothing_is_permitted() {
    let decision = ask(&law_of(&[PERMIT, FORBID]), &[]);
    assert!(
        matches!(&decision.verdict, Verdict::Refer(why) if matches!(&why[0], Referral::MissingFact { facts } if facts[0].as_str() == "armed"))
    );
    assert_eq!(decision.missing[0].ask.ru.as_ref(), "Вооружён?");
}

#[test]
fn a_prohibition_yields_only_to_the_rule_it_names() {
    let law = law_of(&[PERMIT, URGENT, FORBID_BUT]);
    let urgent = ("urgency", FactValue::Text("urgent".into()));
    let normal = ("urgency", FactValue::Text("normal".into()));
    let yields = ask(&law, &[("armed", YES), urgent]);
    assert_eq!(yields.verdict, Verdict::Permit);
    assert_eq!(effect(&yields, "forbid"), Some(Effect::Yields));
    assert_eq!(ask(&law, &[("armed", YES), normal]).verdict.code(), "prohibited");
    assert_eq!(ask(&law, &[("armed", YES)]).verdict.code(), "missing-fact");
}

#[test]
fn a_condition_not_met_with_nobody_else_empowered_is_no_basis() {
    let decision = ask(&law_of(&[URGENT]), &[("urgency", FactValue::Text("normal".into()))]);
    assert_eq!(decision.verdict.code(), "no-basis");
    assert_eq!(effect(&decision, "urgent"), Some(Effect::ConditionNotMet));
}

#[test]
fn the_weakest_provision_decides_until_a_legal_adviser_of_the_body_confirms() {
    let law = law_of(&[WEAK]);
    let (bodies, act) = (bodies(), act("AA/regional", "BB/regional", &[]));
    let with = |confirmation| decide(&law, &bodies, &act, &day("2021-01-01"), &[confirmation]);
    let given = confirmation("AA/regional", "t", "2021-01-01");
    let confirmed = with(given.clone());
    assert!(matches!(&confirmed.verdict, Verdict::PermitUnder(c) if matches!(c[0], Condition::Confirmed(_))));
    assert_eq!(confirmed.confidence, Some(Confidence::SecondarySource));
    assert_eq!(confirmed.confirmations[0].reason.as_ref(), "text seen in the ministry");

    let mut later = given.clone();
    later.date = "2021-01-02".parse().expect("a date");
    let mut revoked = given.clone();
    revoked.revoked = Some("2021-01-01".parse().expect("a date"));
    let mut other_rule = given.clone();
    other_rule.rule = Some("another".into());
    let mut above = given.clone();
    above.body = "AA/central".into();
    for (why, confirmation) in [
        ("given later", later),
        ("revoked", revoked),
        ("for another rule", other_rule),
        ("by another body", above),
    ] {
        assert_eq!(with(confirmation).verdict.code(), "unverified", "{why}");
    }
}

#[test]
fn what_the_adviser_requires_becomes_a_condition() {
    let mut given = confirmation("AA/regional", "t", "2021-01-01");
    given.conditions =
        serde_json::from_str(r#"[{"code": "approval", "params": {"post": "head-of-body"}}]"#).expect("json");
    let decision = decide(
        &law_of(&[WEAK]),
        &bodies(),
        &act("AA/regional", "BB/regional", &[]),
        &day("2021-01-01"),
        &[given],
    );
    assert!(
        matches!(&decision.verdict, Verdict::PermitUnder(c) if matches!(&c[0], Condition::Duty(d) if &*d.code == "approval"))
    );
    assert_eq!(decision.duties.len(), 1);
}

#[test]
fn the_receiving_side_relies_on_its_own_adviser_not_on_the_senders() {
    let law = law_of(&[WEAK]);
    let given = [confirmation("AA/regional", "t", "2021-01-01")];
    let act = act("AA/regional", "BB/regional", &[]);
    let here = decide_as(&law, &bodies(), &act, &day("2021-01-01"), &given, Side::Acting);
    let there = decide_as(&law, &bodies(), &act, &day("2021-01-01"), &given, Side::Receiving);
    assert_eq!((here.verdict.code(), there.verdict.code()), ("permit-under", "unverified"));
}

#[test]
fn duties_use_conditions_grounds_and_limits_come_with_the_instrument_relied_on() {
    let requires = "rule: terms\neffect: requires\nforms: any\nduties: [{language: {request: fr}}, approval]\nuse: [purpose-only]\ngrounds: [security]\ndeadlines:\n  - {limit: answer, amount: 10, unit: days, start: request-received, calendar: both}\nsays: {en: Terms., ru: Условия.}";
    let decision = ask(&law_of(&[PERMIT, requires]), &[]);
    let Verdict::PermitUnder(conditions) = &decision.verdict else { panic!("{:?}", decision.verdict) };
    assert_eq!(
        conditions.len(),
        2,
        "approval and use of data are conditions, language is only a duty: {conditions:?}"
    );
    assert_eq!((decision.duties.len(), decision.deadlines.len()), (2, 1));
    assert!(matches!(&decision.refusal_grounds, RefusalGrounds::Listed(l) if &*l[0].code == "security"));
    let silent = ask(&law_of(&[PERMIT]), &[]);
    assert!(matches!(&silent.refusal_grounds, RefusalGrounds::NotRead(i) if i[0].as_str() == "t"));
}

#[test]
fn what_was_known_on_a_day_is_decided_as_it_was_known() {
    let old = format!("{PERMIT}\nwithdrawn: 2025-01-01");
    let corrected = "rule: permit-corrected\neffect: permits\nforms: [operational-request]\nfrom: {levels: [central]}\nto: {levels: [central]}\nrecorded: 2025-01-01\nsays: {en: Only centres., ru: Только центры.}";
    let law = law_of(&[&old, corrected]);
    let mut dates = day("2021-01-01");
    assert_eq!(
        decide(&law, &bodies(), &act("AA/regional", "BB/regional", &[]), &dates, &[]).verdict,
        Verdict::Permit
    );
    dates.knowledge = "2025-01-01".parse().expect("a date");
    let decision = decide(&law, &bodies(), &act("AA/regional", "BB/regional", &[]), &dates, &[]);
    assert_eq!(decision.verdict.code(), "outside-competence");
    let way: Vec<&str> = decision.routes[0].hops.iter().map(|h| h.to.as_str()).collect();
    assert_eq!(way, ["AA/central", "BB/central", "BB/regional"]);
}

#[test]
fn a_reservation_takes_its_rules_out_of_this_relation() {
    let reserved = treaty("t", "", &[PERMIT]).replace(
        "{state: AA, in-force: 2020-01-01, confidence: verified-text, sources: [s]}",
        "{state: AA, in-force: 2020-01-01, confidence: verified-text, sources: [s], reservations: [{says: {en: No., ru: Нет.}, excludes: [permit], confidence: verified-text, sources: [s]}]}",
    );
    assert_eq!(ask(&law(&[("t", reserved)]), &[]).verdict.code(), "no-basis");
}

#[test]
fn a_draft_decides_nothing_and_an_instrument_without_a_known_day_carries_nothing() {
    let draft = treaty("t", "status: draft\n", &[PERMIT]);
    assert_eq!(ask(&law(&[("t", draft)]), &[]).verdict.code(), "no-basis");
    let undated = treaty("t", "", &[PERMIT]).replace("2020-03-01", "unknown");
    assert_eq!(ask(&law(&[("t", undated)]), &[]).verdict.code(), "text-not-read");
    let unusable = treaty("t", "usable-from: 2021-01-02\n", &[PERMIT]);
    assert_eq!(ask(&law(&[("t", unusable)]), &[]).verdict.code(), "no-basis");
}

#[test]
fn what_is_not_in_the_register_or_the_vocabulary_is_asked_for() {
    let law = law_of(&[PERMIT]);
    let nobody = decide(&law, &bodies(), &act("AA/regional", "CC/regional", &[]), &day("2021-01-01"), &[]);
    assert_eq!((nobody.verdict.code(), nobody.missing[0].fact.as_str()), ("missing-fact", "to"));
    let mut unknown = act("AA/regional", "BB/regional", &[]);
    unknown.form = "telepathy".into();
    let decision = decide(&law, &bodies(), &unknown, &day("2021-01-01"), &[]);
    assert_eq!((decision.verdict.code(), decision.missing[0].fact.as_str()), ("missing-fact", "form"));
    let home = decide(&law, &bodies(), &act("AA/regional", "AA/district", &[]), &day("2021-01-01"), &[]);
    assert_eq!(home.verdict.code(), "no-basis", "an act inside one state is none of this law's business");
}

#[test]
fn a_stored_decision_comes_back_byte_for_byte() {
    let law = law_of(&[PERMIT, FORBID, URGENT]);
    for facts in [vec![], vec![("armed", YES)], vec![("armed", NO)]] {
        for from in ["AA/regional", "AA/district"] {
            let decide_it =
                || decide(&law, &bodies(), &act(from, "BB/regional", &facts), &day("2021-01-01"), &[]);
            let stored = serde_json::to_string(&decide_it()).expect("json");
            let back: Decision = serde_json::from_str(&stored).expect("read back");
            assert_eq!(back, decide_it());
            assert_eq!(serde_json::to_string(&back).expect("json"), stored);
        }
    }
}

#[test]
fn the_id_of_a_framework_follows_its_law_and_nothing_else() {
    use crate::pack::{files, source};
    let rules = [("t", treaty("t", "", &[PERMIT]))];
    let id = |files: &[marchland_law::SourceFile]| Framework::load(files).expect("sound").id().clone();
    let mut same = files(&rules);
    same.push(source("instruments/t/cases.yaml", "- case: not law"));
    same.reverse();
    assert_eq!(id(&files(&rules)), id(&same));
    let changed = [("t", treaty("t", "", &[PERMIT]).replace("May ask.", "May write."))];
    assert_ne!(id(&files(&rules)), id(&files(&changed)));
}

#[test]
fn routes_come_open_ones_first_and_not_when_only_a_fact_is_missing() {
    let law = law_of(&[URGENT]);
    let district = |facts: &[(&str, FactValue)]| {
        decide(&law, &bodies(), &act("AA/district", "BB/district", facts), &day("2021-01-01"), &[])
    };
    let asked = district(&[]);
    assert_eq!((asked.verdict.code(), asked.routes.len()), ("outside-competence", 1));
    assert!(!asked.routes[0].open, "the crossing still lacks a fact");
    let answered = district(&[("urgency", FactValue::Text("urgent".into()))]);
    assert!(answered.routes[0].open);
    assert_eq!(answered.routes[0].hops.len(), 3);
    let regional = ask(&law, &[]);
    assert_eq!((regional.verdict.code(), regional.routes.len()), ("missing-fact", 0));
}

#[test]
fn a_prohibition_in_doubt_is_not_asked_about_where_it_would_yield_anyway() {
    let law = law_of(&[PERMIT, URGENT, FORBID_BUT]);
    assert_eq!(ask(&law, &[("urgency", FactValue::Text("urgent".into()))]).verdict, Verdict::Permit);
}
