//! The whole walk, both sides, and what each step must cause.

use crate::world::*;
use marchland_casework::*;
use marchland_law::Side;

#[test]
fn a_request_is_asked_answered_read_evaluated_and_closed() {
    let (request, letter) = approved();
    let request = request.on_receipt(ReceiptKind::Sent, &"m-1".into(), minute(3)).unwrap().next;
    assert_eq!(request.stage().code(), "sent");
    let request = request.on_receipt(ReceiptKind::Delivered, &"m-1".into(), minute(4)).unwrap().next;

    let theirs_now = Incoming::receive("in-1".into(), &letter, minute(5)).unwrap();
    assert!(matches!(theirs_now.tasks.as_slice(), [TaskChange::Open { task: TaskKind::Register, .. }]));
    let case = theirs_now.next;
    assert_eq!(case.reference().as_str(), "OMS-2026-01184");
    let decision = theirs(case.content().unwrap(), minute(6));
    let step = case.register(&their_registrar(), " KZ-59/77 ", &decision, "k-1".into(), minute(6)).unwrap();
    let request = request.on_message(&step.outgoing[0], minute(6)).unwrap().next;
    assert_eq!(request.number().unwrap().as_str(), "KZ-59/77");

    let step = step.next.accept(&their_head(), &decision, "k-2".into(), minute(7)).unwrap();
    let request = request.on_message(&step.outgoing[0], minute(7)).unwrap().next;
    assert_eq!(request.stage().code(), "accepted");

    let case = step
        .next
        .give_work("t-1".into(), "k-1".into(), "Проверить по учётам", None, &their_head().holder, minute(8))
        .unwrap()
        .next;
    assert_eq!(case.stage().code(), "executing");
    let case = case.finish_work(&"t-1".into(), "найден", &worker(), minute(9)).unwrap().next;
    let case = case.save_answer(answer_typed(), Vec::new(), &worker(), minute(9)).unwrap().next;
    let case = case.submit_answer(&worker(), minute(9)).unwrap().next;
    let step = case.approve_answer(&their_head(), "k-3".into(), minute(10)).unwrap();

    let heard = request.on_message(&step.outgoing[0], minute(10)).unwrap();
    let read = TaskKind::ReadAnswer { answer: "k-3".into() };
    assert!(heard.tasks.iter().any(|t| matches!(t, TaskChange::Open { task, .. } if *task == read)));
    let request = heard.next;
    assert_eq!(request.stage().code(), "answered");
    assert_eq!(request.answers()[0].answer.marking.use_conditions.first().unwrap(), "this-case-only");

    let case = step.next.on_receipt(ReceiptKind::Sent, &"k-3".into(), minute(11)).unwrap().next;
    assert_eq!(case.stage().code(), "answered");
    assert_eq!(case.close(&worker(), minute(12)).unwrap().next.stage().code(), "closed");

    let unread = request.clone().close(&officer(), minute(12));
    assert_eq!(code(unread), "answer-unread");
    let request = request.read_answer(&"k-3".into(), &officer(), minute(13)).unwrap().next;
    assert!(request.clone().read_answer(&"k-3".into(), &officer(), minute(14)).unwrap().changes_nothing());
    let request = request.evaluate(&officer(), Useful::Yes, true, 5, "спасибо", minute(14)).unwrap().next;
    let request = request.close(&officer(), minute(15)).unwrap().next;
    let codes: Vec<&str> = request.timeline().iter().map(|f| f.kind.code()).collect();
    assert_eq!(
        codes,
        [
            "drafted",
            "submitted",
            "approved",
            "sent",
            "delivered",
            "registered",
            "accepted",
            "answered",
            "answer-read",
            "evaluated",
            "closed"
        ]
    );
}

#[test]
fn nobody_signs_their_own_paper() {
    let request = submitted();
    let decision = ours(request.content().unwrap(), minute(2));
    let own = mandate(officer(), OMSK, "KZ");
    assert_eq!(code(request.approve(&own, &decision, "m-1".into(), minute(2))), "own-request");
    let own = mandate(worker(), PETROPAVL, "RU");
    assert_eq!(code(answer_submitted().approve_answer(&own, "k-3".into(), minute(9))), "own-answer");
}

#[test]
fn a_mandate_must_carry_the_act() {
    let change = |edit: fn(&mut Mandate)| {
        let mut mandate = head();
        edit(&mut mandate);
        let request = submitted();
        let decision = ours(request.content().unwrap(), minute(2));
        code(request.approve(&mandate, &decision, "m-1".into(), minute(2)))
    };
    assert_eq!(change(|m| m.powers.clear()), "mandate-lacks-power");
    assert_eq!(change(|m| m.from = minute(3)), "mandate-not-yet");
    assert_eq!(change(|m| m.until = minute(2)), "mandate-ended");
    assert_eq!(change(|m| m.in_name_of = ISILKUL.into()), "mandate-other-body");
    assert_eq!(change(|m| m.forms.clear()), "mandate-other-form");
    assert_eq!(change(|m| m.peers.clear()), "mandate-other-peer");
}

#[test]
fn a_decision_must_be_for_this_act_of_today_and_permit_it() {
    let request = submitted();
    let content = request.content().unwrap().clone();
    let try_with = |decision| code(request.clone().approve(&head(), &decision, "m-1".into(), minute(2)));
    assert_eq!(try_with(refuses(&content, Side::Acting, minute(2))), "decision-not-permitting");
    assert_eq!(try_with(theirs(&content, minute(2))), "decision-other-act");
    assert_eq!(try_with(ours(&content, minute(-10_000))), "decision-outdated");
    let mut urgent = content.clone();
    urgent.legal_facts.insert("danger-imminent".into(), marchland_law::FactValue::YesNo(true));
    assert_eq!(try_with(ours(&urgent, minute(2))), "decision-other-act");
    let mut elsewhere = content;
    elsewhere.to = "KZ/region/kostanay".into();
    assert_eq!(try_with(ours(&elsewhere, minute(2))), "decision-other-act");
}

#[test]
fn a_district_asks_only_through_the_sender_of_the_request() {
    let mut stranger = typed();
    stranger.set(Field::OnBehalfOf, "RU/district/kalachinsk");
    let request = draft_case().save(stranger, &officer()).unwrap().next;
    assert_eq!(code(request.submit(&officer(), minute(1))), "not-sender");
}

#[test]
fn an_oral_request_is_confirmed_in_writing() {
    let step = Request::draft("case-1".into(), "OMS-1".into(), officer(), oral_typed(), minute(0));
    let source = ClockSource::OwnRule { number: 7 };
    let step = step.next.note_oral(source.clone(), Some(minute(30)), minute(0)).unwrap();
    let task = step.tasks.first().unwrap();
    assert!(matches!(task, TaskChange::Open { task: TaskKind::ConfirmOral, due: Some(_), .. }));
    assert!(step.next.clone().note_oral(source, None, minute(1)).unwrap().changes_nothing());

    let request = step.next.submit(&officer(), minute(20)).unwrap().next;
    let content = request.content().unwrap().clone();
    let in_time =
        request.clone().approve(&head(), &ours(&content, minute(25)), "m-1".into(), minute(25)).unwrap();
    assert!(in_time.facts.iter().any(|f| f.kind == FactKind::OralConfirmed { late: false }));
    assert!(in_time.tasks.contains(&TaskChange::Done { task: TaskKind::ConfirmOral }));
    assert_eq!(in_time.outgoing[0].body.kind(), "oral-confirmation");
    let received = Incoming::receive("in-1".into(), &in_time.outgoing[0], minute(26)).unwrap();
    assert!(received.facts.iter().any(|f| f.kind.code() == "made-orally"));

    let late = request.approve(&head(), &ours(&content, minute(31)), "m-1".into(), minute(31)).unwrap();
    assert!(late.facts.iter().any(|f| f.kind == FactKind::OralConfirmed { late: true }));

    assert_eq!(code(draft_case().note_oral(ClockSource::NoLimit, None, minute(0))), "not-oral");
}

#[test]
fn a_correction_says_what_changed_and_sends_the_answer_back_to_its_author() {
    let (request, _) = approved();
    let mut newer = typed();
    newer.set(Field::Points, "Кто владелец?\nГде был 19 и 20 ноября?\nКто управлял?");
    assert_eq!(code(request.clone().propose_correction(typed(), &officer(), minute(3))), "nothing-changed");
    let mut elsewhere = newer.clone();
    elsewhere.set(Field::To, "KZ/region/kostanay");
    assert_eq!(code(request.clone().propose_correction(elsewhere, &officer(), minute(3))), "parties-changed");

    let request = request.propose_correction(newer, &officer(), minute(3)).unwrap().next;
    let content = request.correction().unwrap().content.as_ref().clone();
    let own = mandate(officer(), OMSK, "KZ");
    let decision = ours(&content, minute(4));
    let by_author = request.clone().approve_correction(&own, &decision, "m-2".into(), minute(4));
    assert_eq!(code(by_author), "own-correction");
    let step = request.approve_correction(&head(), &decision, "m-2".into(), minute(4)).unwrap();
    assert_eq!(step.next.versions().len(), 2);

    let heard = answer_submitted().on_message(&step.outgoing[0], minute(9)).unwrap();
    assert_eq!(heard.next.stage().code(), "answer-drafted");
    assert_eq!(heard.next.versions()[1].changed, [Field::Points].into());
    let review = TaskKind::ReviewCorrection { version: 2 };
    assert!(heard.tasks.iter().any(|t| matches!(t, TaskChange::Open { task, .. } if *task == review)));
    assert!(heard.tasks.contains(&TaskChange::Dropped { task: TaskKind::ApproveAnswer }));
    let old_decision = theirs(received().content().unwrap(), minute(10));
    let corrected = registered().on_message(&step.outgoing[0], minute(9)).unwrap().next;
    // Facts of the law did not change with the points, so the old decision still fits the act.
    assert!(corrected.accept(&their_head(), &old_decision, "k-2".into(), minute(10)).is_ok());
}

#[test]
fn a_recall_stops_the_work_there_and_the_waiting_here() {
    let (request, _) = approved();
    let step = request.recall(&named_officer(), "нашли сами", "m-2".into(), minute(8)).unwrap();
    assert_eq!(step.tasks, [TaskChange::DropAll]);
    let case =
        accepted().give_work("t-1".into(), "k-1".into(), "look", None, &worker(), minute(8)).unwrap().next;
    let heard = case.on_message(&step.outgoing[0], minute(9)).unwrap();
    assert_eq!(heard.tasks, [TaskChange::DropAll]);
    assert!(matches!(heard.next.work()[0].state, WorkState::Dropped { .. }));
    // The answer crossed the recall: kept, to be read, nothing reopened.
    let crossed = step.next.on_message(&answer_letter("k-3"), minute(10)).unwrap().next;
    assert_eq!(crossed.stage().code(), "recalled");
    assert_eq!(crossed.answers().len(), 1);
    assert!(crossed.read_answer(&"k-3".into(), &officer(), minute(11)).is_ok());
}

#[test]
fn refusals_are_coded_and_partial_ones_are_partial() {
    let case = registered();
    let decision = theirs(case.content().unwrap(), minute(7));
    let refuse = |codes: &[&str]| {
        let grounds = codes.iter().map(|c| ground(c)).collect();
        case.clone().refuse(&their_head(), &decision, grounds, "k-2".into(), minute(7))
    };
    assert_eq!(code(refuse(&[])), "ground-missing");
    assert_eq!(code(refuse(&["bad-weather"])), "ground-unknown");
    let step = refuse(&["security", "human-rights"]).unwrap();
    let asker = approved().0.on_message(&step.outgoing[0], minute(8)).unwrap();
    assert_eq!(asker.next.stage().code(), "refused");
    let read = asker.next.read_refusal(&officer(), minute(9)).unwrap().next;
    assert!(read.evaluate(&officer(), Useful::No, true, 2, "", minute(9)).is_ok());

    let partly = |points: &[u16]| {
        let refusal = |n: &u16| PointRefusal { point: *n, grounds: vec![ground("sovereignty")] };
        let refused = points.iter().map(refusal).collect();
        case.clone().accept_partly(&their_head(), &decision, refused, "k-2".into(), minute(7))
    };
    assert_eq!(code(partly(&[])), "points-not-part");
    assert_eq!(code(partly(&[1, 2, 3])), "points-not-part");
    assert_eq!(code(partly(&[4])), "point-unknown");
    let case = partly(&[3]).unwrap().next;
    let case = case.save_answer(answer_typed(), Vec::new(), &worker(), minute(8)).unwrap().next;
    // Point 3 was refused, so it takes no other result.
    assert_eq!(code(case.clone().submit_answer(&worker(), minute(8))), "incomplete");
    let mut typed = answer_typed();
    typed.set(Field::PointResult(3), "");
    let case = case.save_answer(typed, Vec::new(), &worker(), minute(8)).unwrap().next;
    let case = case.submit_answer(&worker(), minute(9)).unwrap().next;
    let step = case.approve_answer(&their_head(), "k-3".into(), minute(9)).unwrap();
    let asker = approved().0.on_message(&step.outgoing[0], minute(10)).unwrap().next;
    assert_eq!(asker.answers()[0].answer.points[2].result.code(), "refused");
}

#[test]
fn what_our_law_does_not_permit_is_registered_and_not_accepted() {
    let case = received();
    let no = refuses(case.content().unwrap(), Side::Receiving, minute(6));
    let case = case.register(&their_registrar(), "7", &no, "k-1".into(), minute(6)).unwrap().next;
    assert_eq!(
        code(case.clone().accept(&their_head(), &no, "k-2".into(), minute(7))),
        "decision-not-permitting"
    );
    assert!(case.refuse(&their_head(), &no, vec![ground("own-law")], "k-2".into(), minute(7)).is_ok());
}

#[test]
fn an_answer_in_part_is_followed_by_the_rest() {
    let part = letter("k-3", MessageBody::Answer { answer: Box::new(partial_answer()) });
    let request = approved().0.on_message(&part, minute(10)).unwrap().next;
    assert_eq!(request.stage().code(), "executing");
    let request = request.on_message(&answer_letter("k-4"), minute(11)).unwrap().next;
    assert_eq!((request.stage().code(), request.answers().len()), ("answered", 2));

    let mut typed = answer_typed();
    typed.set(Field::PointResult(3), "later");
    let case = accepted().save_answer(typed, Vec::new(), &worker(), minute(8)).unwrap().next;
    let case = case.submit_answer(&worker(), minute(9)).unwrap().next;
    let case = case.approve_answer(&their_head(), "k-3".into(), minute(9)).unwrap().next;
    let case = case.on_receipt(ReceiptKind::Sent, &"k-3".into(), minute(10)).unwrap().next;
    assert_eq!(case.stage().code(), "executing");
    assert!(case.save_answer(answer_typed(), Vec::new(), &worker(), minute(11)).is_ok());
}
