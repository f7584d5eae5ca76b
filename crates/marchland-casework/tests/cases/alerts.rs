//! Alerts tried from outside: who may do what, what arrives twice, late or from the wrong side.

use jiff::Timestamp;
use marchland_casework::alert::*;
use marchland_casework::*;
use marchland_law::{Decision, Side, Verdict};
use proptest::prelude::*;

use crate::world::*;

fn clerk() -> Actor {
    actor("o-2", "detective", OMSK)
}

fn form() -> DraftFields {
    let mut typed = DraftFields::new();
    typed
        .set(Field::From, OMSK)
        .set(Field::To, PETROPAVL)
        .set(Field::SearchPurpose, "trial")
        .set(Field::Action, "detain-and-inform")
        .set(Field::OpenedBy, "Decision of 9 November 2026, no. 231")
        .set(Field::CaseNumber, "1-26-52-00819")
        .set(Field::Names, "Садыров; Тимур; Ерланович\nSadyrov; Timur")
        .set(Field::Born, "12.04.1986")
        .set(Field::Documents, "N 044 09915")
        .set(Field::ValidUntil, "2026-12-31");
    typed
}

fn law(alert: &Alert, side: Side, at: Timestamp) -> Decision {
    permits_act(alert.content().unwrap().act(), side, at)
}

fn submitted() -> Alert {
    let draft = Alert::draft("a-1".into(), "OMS-2026-00002".into(), clerk(), form(), minute(0)).next;
    draft.submit(&clerk(), minute(1)).unwrap().next
}

fn issued() -> (Alert, Message) {
    let alert = submitted();
    let decision = law(&alert, Side::Acting, minute(2));
    let step = alert.approve(&head(), std::slice::from_ref(&decision), "m-1".into(), minute(2)).unwrap();
    (step.next, step.outgoing.into_iter().next().unwrap())
}

fn arrived() -> Alert {
    let (ours, letter) = issued();
    let decision = law(&ours, Side::Receiving, minute(3));
    Alert::receive("b-1".into(), &letter, &decision, minute(3)).unwrap().next
}

fn lead() -> Mandate {
    mandate(actor("k-7", "shift lead", PETROPAVL), PETROPAVL, "RU")
}

fn looked(id: &str) -> Looked {
    Looked {
        id: id.into(),
        place: "Karakoga".into(),
        outcome: HitOutcome::SamePerson,
        traveller: Traveller {
            name: "SADYROV TIMUR".into(),
            born: None,
            document: None,
            issuer: None,
            thing: None,
        },
        compared: [Compared::Photograph].into(),
        note: String::new(),
    }
}

fn notice(at: Timestamp) -> Clock {
    Clock::new(ClockKind::HitNotice, ClockSource::OwnRule { number: 13 }, at, Some(minute(2_000)))
}

fn asked(document: &str) -> ReleaseAsked {
    ReleaseAsked {
        id: "r-1".into(),
        document: document.into(),
        issuer: None,
        reason: ReleaseReason::BirthPlaceDiffers,
        note: String::new(),
        until: minute(50_000),
    }
}

#[test]
fn every_field_is_checked_at_once_and_only_who_hides_from_justice_may_be_detained() {
    let mut typed = form();
    typed.set(Field::SearchPurpose, "missing").set(Field::Born, "31.02.1986").set(Field::Names, "; Timur");
    let found = AlertContent::read(&typed).unwrap_err();
    let codes: Vec<ProblemCode> = found.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [ProblemCode::NotCoercive, ProblemCode::NotANameLine, ProblemCode::NotABirthDate]);
    assert!(found.iter().all(|problem| !problem.sentence().is_empty()));
    let content = AlertContent::read(&form()).unwrap();
    assert_eq!(content.check(), Ok(()), "what we write we also read");
    assert_eq!(content.person.documents, ["N 044 09915"]);
}

#[test]
fn an_alert_without_end_or_past_its_end_is_not_submitted() {
    for day in ["2026-11-22", "2027-11-30", "2026-02-31", ""] {
        let mut typed = form();
        typed.set(Field::ValidUntil, day);
        let draft = Alert::draft("a-1".into(), "n".into(), clerk(), typed, minute(0)).next;
        assert!(matches!(draft.submit(&clerk(), minute(1)), Err(CannotStep::Incomplete(_))), "{day}");
    }
}

#[test]
fn a_head_signs_what_another_wrote_under_a_decision_of_today() {
    let own = submitted();
    let decision = law(&own, Side::Acting, minute(2));
    let mut author = head();
    author.holder.official = "o-2".into();
    assert_eq!(
        own.clone().approve(&author, std::slice::from_ref(&decision), "m".into(), minute(2)),
        Err(CannotStep::OwnRequest)
    );
    let no = Decision { verdict: Verdict::Refer(Vec::new()), ..decision.clone() };
    let refused = own.clone().approve(&head(), std::slice::from_ref(&no), "m".into(), minute(2));
    assert!(matches!(refused, Err(CannotStep::DecisionNotPermitting { .. })));
    let mut powerless = head();
    powerless.powers.remove(&Power::IssueAlert);
    let refused = own.approve(&powerless, std::slice::from_ref(&decision), "m".into(), minute(2));
    assert!(matches!(refused, Err(CannotStep::MandateLacksPower { .. })));
    let (alert, letter) = issued();
    assert!(alert.is_in_force(minute(3)));
    assert_eq!(letter.body.kind(), "alert");
    assert_eq!(letter.check(), Ok(()));
}

#[test]
fn a_copy_is_in_force_only_while_our_own_law_carries_it() {
    let (ours, letter) = issued();
    let no = Decision { verdict: Verdict::Refer(Vec::new()), ..law(&ours, Side::Receiving, minute(3)) };
    let step = Alert::receive("b-1".into(), &letter, &no, minute(3)).unwrap();
    assert_eq!(step.next.stage().code(), "awaiting-law");
    assert!(!step.next.is_in_force(minute(4)));
    assert!(step.tasks.iter().any(|t| matches!(t, TaskChange::Open { task: TaskKind::DecideAlert, .. })));
    let yes = law(&ours, Side::Receiving, minute(5));
    let step = step.next.decide_again(&yes, &worker(), minute(5)).unwrap();
    assert!(step.next.is_in_force(minute(6)));
    let wrong_side = law(&ours, Side::Acting, minute(3));
    assert_eq!(
        Alert::receive("b".into(), &letter, &wrong_side, minute(3)),
        Err(CannotStep::DecisionOtherAct)
    );
}

#[test]
fn changes_count_by_version_and_nothing_comes_after_the_withdrawal() {
    let (ours, _) = issued();
    let mut later = form();
    later.set(Field::ValidUntil, "2027-03-01");
    let ours = ours.propose_change(&later, &clerk(), minute(10)).unwrap().next;
    let decision = law(&ours, Side::Acting, minute(11));
    let step =
        ours.approve_change(&head(), std::slice::from_ref(&decision), "m-2".into(), minute(11)).unwrap();
    let changed = step.outgoing[0].clone();
    let step = step.next.withdraw(&head(), "Found.", "m-3".into(), minute(12)).unwrap();
    let withdrawn = step.outgoing[0].clone();
    assert_eq!(step.next.stage().code(), "withdrawn");

    let decide = |alert: &Alert| law(alert, Side::Receiving, minute(13));
    let copy = arrived();
    let decision = decide(&copy);
    let copy = copy.on_message(&changed, Some(&decision), minute(13)).unwrap().next;
    assert_eq!(copy.versions().len(), 2);
    let again = copy.clone().on_message(&changed, Some(&decision), minute(13)).unwrap();
    assert!(again.changes_nothing(), "the same message twice");
    let copy = copy.on_message(&withdrawn, None, minute(14)).unwrap().next;
    assert_eq!(copy.stage().code(), "withdrawn");
    let mut late = changed;
    late.id = "m-4".into();
    let late = copy.on_message(&late, Some(&decision), minute(15)).unwrap().next;
    assert_eq!((late.stage().code(), late.versions().len()), ("withdrawn", 2), "noted, not revived");
}

#[test]
fn only_the_issuer_speaks_about_its_alert_and_only_the_finder_about_a_hit() {
    let (_, letter) = issued();
    let copy = arrived();
    let withdrawal = |from: &str, to: &str| Message {
        from: from.into(),
        to: to.into(),
        id: "x-1".into(),
        body: MessageBody::AlertWithdrawn { reason: "No.".into() },
        ..letter.clone()
    };
    let elsewhere = copy.clone().on_message(&withdrawal("RU/region/kurgan", PETROPAVL), None, minute(5));
    assert!(matches!(elsewhere, Err(CannotStep::WrongSender { .. })));
    let (ours, _) = issued();
    let by_the_finder = ours.on_message(&withdrawal(PETROPAVL, OMSK), None, minute(5));
    assert_eq!(by_the_finder, Err(CannotStep::WrongDirection));
    let other_thread = Message { thread: "z".into(), ..withdrawal(OMSK, PETROPAVL) };
    assert_eq!(copy.on_message(&other_thread, None, minute(5)), Err(CannotStep::WrongThread));
}

#[test]
fn a_hit_is_confirmed_by_somebody_else_and_told_once() {
    let guard = actor("k-6", "guard", PETROPAVL);
    let nothing = Looked { compared: Default::default(), ..looked("h-0") };
    assert!(matches!(
        arrived().find_hit(nothing, &guard, notice(minute(5)), minute(5)),
        Err(CannotStep::Incomplete(_))
    ));
    let step = arrived().find_hit(looked("h-1"), &guard, notice(minute(5)), minute(5)).unwrap();
    assert!(step.outgoing.is_empty(), "nobody is told of a first look");
    let found = step.next;
    let mut same = lead();
    same.holder.official = "k-6".into();
    assert_eq!(found.clone().confirm_hit("h-1", &same, "m".into(), minute(6)), Err(CannotStep::OwnHit));
    let step = found.clone().confirm_hit("h-1", &lead(), "m-5".into(), minute(6)).unwrap();
    let told = step.outgoing[0].clone();
    assert_eq!(told.check(), Ok(()));
    assert!(
        step.next.clocks().iter().all(|clock| !clock.is_running()),
        "the limit stops when the issuer is told"
    );
    assert_eq!(step.next.confirm_hit("h-1", &lead(), "m-6".into(), minute(7)), Err(CannotStep::HitUnknown));
    let (ours, _) = issued();
    let heard = ours.on_message(&told, None, minute(8)).unwrap();
    assert!(heard.tasks.iter().any(|t| matches!(t, TaskChange::Open { task: TaskKind::ReadHit { .. }, .. })));
    assert!(heard.next.clone().on_message(&told, None, minute(9)).unwrap().changes_nothing());
    let dropped = found.drop_hit("h-1", &lead().holder, "Another face.", minute(6)).unwrap().next;
    assert_eq!(dropped.confirm_hit("h-1", &lead(), "m".into(), minute(7)), Err(CannotStep::HitUnknown));
}

#[test]
fn a_release_is_for_one_document_has_an_end_and_never_silences_the_document_of_the_alert() {
    let named = arrived().release(&asked("n04409915"), &lead(), "m".into(), minute(5));
    assert_eq!(named, Err(CannotStep::DocumentOfAlert), "however it is spelled");
    let endless = ReleaseAsked { until: minute(4_000_000), ..asked("K1") };
    assert!(matches!(
        arrived().release(&endless, &lead(), "m".into(), minute(5)),
        Err(CannotStep::Incomplete(_))
    ));
    let step = arrived().release(&asked("K 771-20045"), &lead(), "m-7".into(), minute(5)).unwrap();
    let told = step.outgoing[0].clone();
    assert_eq!(step.next.releases()[0].release.document, "K77120045");
    assert!(step.next.releases()[0].holds(minute(6)) && !step.next.releases()[0].holds(minute(50_000)));
    let (ours, _) = issued();
    let ours = ours.on_message(&told, None, minute(8)).unwrap().next;
    assert_eq!(ours.releases().len(), 1);
    let not_mine = ours.clone().revoke_release("r-1", &head(), "A mistake.", "m-8".into(), minute(9));
    assert_eq!(not_mine, Err(CannotStep::ReleaseUnknown), "only the body that gave it takes it back");
    let back = step.next.revoke_release("r-1", &lead(), "A mistake.", "m-8".into(), minute(9)).unwrap();
    let ours = ours.on_message(&back.outgoing[0], None, minute(10)).unwrap().next;
    assert!(!ours.releases()[0].holds(minute(11)));
}

#[test]
fn what_ended_is_out_of_force_and_its_person_can_be_erased() {
    let end: Timestamp = "2027-01-01T00:00:00Z".parse().unwrap();
    let copy = arrived();
    assert!(!copy.is_in_force(end), "with or without the job");
    assert_eq!(copy.clone().erase_person(minute(5)), Err(CannotStep::AlertStands));
    let expired = copy.expire(end).unwrap().next;
    assert_eq!(expired.stage().code(), "expired");
    let erased = expired.erase_person(end).unwrap().next;
    let kept = serde_json::to_string(&erased).unwrap();
    assert!(!kept.contains("Садыров") && !kept.contains("1986"), "{kept}");
    assert!(erased.erase_person(end).unwrap().changes_nothing());
}

proptest! {
    /// Messages of both kinds in any order and number: a withdrawn alert stays withdrawn, versions only grow.
    #[test]
    fn no_order_of_messages_brings_a_withdrawn_alert_back(order in proptest::collection::vec(0_usize..4, 1..12)) {
        let (ours, first) = issued();
        let content = ours.content().unwrap().clone();
        let say = |id: &str, body: MessageBody| Message { id: id.into(), body, ..first.clone() };
        let messages = [
            first.clone(),
            say("v-2", MessageBody::AlertChanged { version: 2, content: Box::new(content.clone()) }),
            say("v-3", MessageBody::AlertChanged { version: 3, content: Box::new(content) }),
            say("w-1", MessageBody::AlertWithdrawn { reason: "Found.".into() }),
        ];
        let mut copy = arrived();
        let decision = law(&copy, Side::Receiving, minute(5));
        let mut ended = false;
        for which in order {
            let before = copy.versions().len();
            copy = copy.on_message(&messages[which], Some(&decision), minute(5)).unwrap().next;
            ended |= which == 3;
            prop_assert_eq!(copy.stage().code() == "withdrawn", ended);
            prop_assert!(copy.versions().len() >= before);
            prop_assert!(copy.versions().windows(2).all(|pair| pair[0].number < pair[1].number));
        }
    }
}

fn car() -> DraftFields {
    let mut typed = form();
    typed
        .set(Field::SearchPurpose, "thing")
        .set(Field::Action, "secure-and-inform")
        .set(Field::Things, "plate; 123 ABC 02; kz; Toyota Camry\nvin; XTA210990Y2766389")
        .set(Field::Names, "")
        .set(Field::Born, "")
        .set(Field::Documents, "");
    typed
}

#[test]
fn a_thing_is_searched_for_beside_a_person_or_instead_of_one_under_another_form() {
    let mut beside = form();
    beside.set(Field::Things, "plate; А 123 ВС 77");
    let content = AlertContent::read(&beside).unwrap();
    assert_eq!((content.form(), content.title().as_str()), (SEARCH_FORM, "Садыров Тимур Ерланович"));
    let alone = AlertContent::read(&car()).unwrap();
    assert_eq!(
        (alone.form(), alone.title().as_str()),
        ("information-sharing", "123 ABC 02, KZ, Toyota Camry")
    );
    assert_eq!(alone.act().form.as_str(), "information-sharing");
    assert_eq!(alone.check(), Ok(()), "what we write we also read");
    assert_eq!(alone.things[1].kind, ThingKind::Vin);
}

#[test]
fn a_thing_alone_names_nobody_and_a_person_is_never_kept_like_a_thing() {
    let codes = |typed: &DraftFields| -> Vec<ProblemCode> {
        AlertContent::read(typed).unwrap_err().iter().map(|problem| problem.code).collect()
    };
    let mut keeper = car();
    keeper.set(Field::Names, "Орликова; Нина");
    assert_eq!(codes(&keeper), [ProblemCode::NotForThings]);
    let mut none = car();
    none.set(Field::Things, " ");
    assert_eq!(codes(&none), [ProblemCode::Missing]);
    let mut person = form();
    person.set(Field::Action, "secure-and-inform");
    assert_eq!(codes(&person), [ProblemCode::NotForPersons]);
    let mut detained = car();
    detained.set(Field::Action, "detain-and-inform");
    assert_eq!(codes(&detained), [ProblemCode::NotCoercive]);
    for line in ["car; 123", "plate; -; KZ", "plate; 123ABC02; KAZ", "plate", "vin; 1; KZ; Lada; red"] {
        let mut bad = car();
        bad.set(Field::Things, line);
        assert_eq!(codes(&bad), [ProblemCode::NotAThingLine], "{line}");
    }
}

#[test]
fn a_thing_is_found_as_a_thing_and_its_own_number_is_silenced_by_the_issuer_alone() {
    let draft = Alert::draft("a-1".into(), "OMS-2026-00002".into(), clerk(), car(), minute(0)).next;
    let draft = draft.submit(&clerk(), minute(1)).unwrap().next;
    let decision = law(&draft, Side::Acting, minute(2));
    let step = draft.approve(&head(), std::slice::from_ref(&decision), "m-1".into(), minute(2)).unwrap();
    let decision = law(&step.next, Side::Receiving, minute(3));
    let theirs = Alert::receive("b-1".into(), &step.outgoing[0], &decision, minute(3)).unwrap().next;
    let guard = actor("k-8", "guard", PETROPAVL);
    let refused = theirs.clone().find_hit(looked("h-1"), &guard, notice(minute(4)), minute(4));
    assert!(
        matches!(refused, Ok(ref step) if step.next.hits().len() == 1),
        "a person, met beside: {refused:?}"
    );
    let mut of_thing = looked("h-2");
    of_thing.traveller.thing = Some(ThingKind::Plate);
    let refused = theirs.clone().find_hit(of_thing.clone(), &guard, notice(minute(4)), minute(4));
    assert!(matches!(refused, Err(CannotStep::Incomplete(_))), "a thing is no person");
    of_thing.outcome = HitOutcome::SameThing;
    let found = theirs.clone().find_hit(of_thing, &guard, notice(minute(4)), minute(4)).unwrap().next;
    assert_eq!(found.hits()[0].hit.traveller.thing, Some(ThingKind::Plate));
    let own = theirs.clone().release(&asked("123 АВС 02"), &lead(), "m-9".into(), minute(5));
    assert_eq!(own.map(|_| ()), Err(CannotStep::DocumentOfAlert), "Cyrillic twins are one number");
    assert!(theirs.release(&asked("124 ABC 02"), &lead(), "m-9".into(), minute(5)).is_ok());
}

#[test]
fn each_addressee_has_a_message_and_a_state_of_its_own() {
    const OTHER: &str = "KZ/district/kyzylzhar";
    let mut typed = form();
    typed.set(Field::AlsoTo, format!("{OTHER}, {PETROPAVL}"));
    let content = AlertContent::read(&typed).unwrap();
    assert_eq!(content.addressees().map(|to| to.as_str()).collect::<Vec<_>>(), [PETROPAVL, OTHER]);
    let other = content.addressed_to(&OTHER.into());
    assert_eq!((other.check(), other.addressees().count()), (Ok(()), 2));
    let own = typed.set(Field::AlsoTo, OMSK).clone();
    assert_eq!(AlertContent::read(&own).unwrap_err()[0].code, ProblemCode::OwnState);

    typed.set(Field::AlsoTo, OTHER);
    let draft = Alert::draft("a-1".into(), "n".into(), clerk(), typed, minute(0)).next;
    let draft = draft.submit(&clerk(), minute(1)).unwrap().next;
    let first = law(&draft, Side::Acting, minute(2));
    let one = draft.clone().approve(&head(), std::slice::from_ref(&first), "m-1".into(), minute(2));
    assert_eq!(one.map(|_| ()), Err(CannotStep::DecisionOtherAct), "a decision for each");
    let mut act = draft.content().unwrap().act();
    act.to = OTHER.into();
    let both = [first, permits_act(act, Side::Acting, minute(2))];
    let step = draft.approve(&head(), &both, "m-1".into(), minute(2)).unwrap();
    let sent: Vec<_> = step.outgoing.iter().map(|m| (m.id.as_str(), m.to.as_str())).collect();
    assert_eq!(sent, [("m-1", PETROPAVL), ("m-1.1", OTHER)]);
    assert!(step.outgoing.iter().all(|message| message.check() == Ok(())));

    let states = |alert: &Alert| alert.copies().iter().map(|copy| copy.state()).collect::<Vec<_>>();
    let heard =
        |alert: Alert, receipt, id: &str| alert.on_receipt(receipt, &id.into(), minute(3)).unwrap().next;
    let effect = |stands: &str| ReceiptKind::Effect { stands: stands.into() };
    let ours = heard(step.next, ReceiptKind::Sent, "m-1");
    assert_eq!(states(&ours), [CopyState::Sent, CopyState::Pending]);
    let ours = heard(heard(ours, effect("in-force"), "m-1"), effect("awaiting-law"), "m-1.1");
    assert_eq!(states(&ours), [CopyState::InForce, CopyState::AwaitingLaw]);
    let ours = ours.withdraw(&head(), "Found.", "m-2".into(), minute(4)).unwrap();
    assert_eq!(ours.outgoing.len(), 2);
    let ours = heard(heard(ours.next, effect("withdrawn"), "m-2"), ReceiptKind::Delivered, "m-2.1");
    assert_eq!(states(&ours), [CopyState::Withdrawn, CopyState::WithdrawalPending]);
    assert!(ours.withdrawal_is_open(), "a late receipt of the arrival is no confirmation of the end");
    assert!(!heard(ours, effect("withdrawn"), "m-2.1").withdrawal_is_open());
}
