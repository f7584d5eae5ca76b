//! Messages from outside: twice, before their turn, too late, from the wrong body, badly made.

use crate::world::*;
use marchland_casework::*;

#[test]
fn the_same_message_twice_changes_nothing() {
    let (request, _) = approved();
    let bodies = [
        MessageBody::Registered { number: "7".into() },
        MessageBody::Position { position: Position::Accepted },
        MessageBody::ClarificationAsked { question: "Which day?".into() },
        MessageBody::Answer { answer: Box::new(answer()) },
    ];
    let mut case = request;
    for (n, body) in bodies.into_iter().enumerate() {
        let message = letter(&format!("k-{n}"), body);
        case = case.on_message(&message, minute(10)).unwrap().next;
        let again = case.clone().on_message(&message, minute(11)).unwrap();
        assert!(again.changes_nothing(), "{}", message.body.kind());
        assert_eq!(again.next, case);
    }
    let receipt = case.clone().on_receipt(ReceiptKind::Sent, &"m-1".into(), minute(12)).unwrap().next;
    assert!(receipt.on_receipt(ReceiptKind::Sent, &"m-1".into(), minute(13)).unwrap().changes_nothing());

    let recall = from_asker("m-2", MessageBody::Recall { reason: "done".into() });
    let case = accepted().on_message(&recall, minute(8)).unwrap().next;
    assert!(case.on_message(&recall, minute(9)).unwrap().changes_nothing());
}

#[test]
fn any_order_ends_in_the_same_place() {
    let messages = [
        letter("k-1", MessageBody::Registered { number: "7".into() }),
        letter("k-2", MessageBody::Position { position: Position::Accepted }),
        answer_letter("k-3"),
    ];
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut case = approved().0;
        for i in order {
            case = case.on_message(&messages[i], minute(10)).unwrap().next;
        }
        assert_eq!(case.stage().code(), "answered", "{order:?}");
        assert_eq!(case.number().unwrap().as_str(), "7");
        assert_eq!(case.position(), Some(&Position::Accepted));
        assert_eq!(case.answers().len(), 1);
    }
}

#[test]
fn a_closed_case_keeps_a_late_message_and_stays_closed() {
    let request = approved().0.on_message(&answer_letter("k-3"), minute(10)).unwrap().next;
    let request = request.read_answer(&"k-3".into(), &officer(), minute(11)).unwrap().next;
    let request = request.close(&officer(), minute(12)).unwrap().next;
    let late = request.on_message(&answer_letter("k-4"), minute(13)).unwrap();
    assert_eq!(late.next.stage().code(), "closed");
    assert_eq!(late.next.answers().len(), 2);
    assert_eq!(late.facts[0].kind.code(), "noted");
}

#[test]
fn a_message_of_another_case_body_or_direction_is_refused() {
    let (request, _) = approved();
    let good = letter("k-1", MessageBody::Registered { number: "7".into() });
    let refuse = |edit: fn(&mut Message)| {
        let mut message = good.clone();
        edit(&mut message);
        code(request.clone().on_message(&message, minute(10)))
    };
    assert_eq!(refuse(|m| m.thread = "case-2".into()), "wrong-thread");
    assert_eq!(refuse(|m| m.from = "KZ/region/kostanay".into()), "wrong-sender");
    assert_eq!(refuse(|m| m.to = ISILKUL.into()), "wrong-addressee");
    assert_eq!(refuse(|m| m.body = MessageBody::Reminder { text: None }), "wrong-direction");
    assert_eq!(refuse(|m| m.v = 2), "message-unreadable");
    assert_eq!(refuse(|m| m.body = MessageBody::Registered { number: "".into() }), "message-unreadable");
    let refused = |point| vec![PointRefusal { point, grounds: vec![ground("security")] }];
    let partly = MessageBody::Position { position: Position::Partly { refused: refused(9) } };
    assert_eq!(code(request.clone().on_message(&letter("k-1", partly), minute(10))), "message-unreadable");
    assert_eq!(
        refuse(|m| m.body = MessageBody::ClarificationAsked { question: "a\u{202E}b".into() }),
        "message-unreadable"
    );
    assert_eq!(code(submitted().on_message(&good, minute(10))), "not-approved");
    assert_eq!(code(accepted().on_message(&from_asker("k-9", good.body), minute(9))), "wrong-direction");
}

#[test]
fn an_answer_must_answer_each_point_once() {
    let refuse = |edit: fn(&mut Answer)| {
        let mut answer = answer();
        edit(&mut answer);
        let message = letter("k-3", MessageBody::Answer { answer: Box::new(answer) });
        code(approved().0.on_message(&message, minute(10)))
    };
    assert_eq!(refuse(|a| _ = a.points.pop()), "message-unreadable");
    assert_eq!(refuse(|a| a.points[1].point = 1), "message-unreadable");
    assert_eq!(refuse(|a| a.points[0].text = None), "message-unreadable");
    assert_eq!(refuse(|a| a.text = " untrimmed".into()), "message-unreadable");
    assert_eq!(refuse(|a| _ = a.marking.handling.codes.insert(HandlingCode::H0)), "message-unreadable");
    assert_eq!(refuse(|a| _ = a.marking.use_conditions.insert("NOT A CODE".into())), "message-unreadable");
}

#[test]
fn a_request_from_outside_keeps_the_rules_of_our_own_form() {
    let refuse = |edit: fn(&mut Content)| {
        let mut message = approved().1;
        let MessageBody::Request { content, .. } = &mut message.body else { panic!("a request") };
        edit(content);
        message.check().unwrap_err().code()
    };
    assert_eq!(refuse(|c| c.facts = "x".repeat(FACTS_MAX + 1)), "message-content");
    assert_eq!(refuse(|c| c.facts = "\u{0}".into()), "message-content");
    assert_eq!(refuse(|c| c.points.clear()), "message-content");
    assert_eq!(refuse(|c| c.points[0] = "two\nlines".into()), "message-content");
    assert_eq!(refuse(|c| c.form = "controlled-delivery".into()), "message-content");
    assert_eq!(refuse(|c| c.case_number = "e\u{301}".into()), "message-content");
    assert_eq!(refuse(|c| c.from = ISILKUL.into()), "message-content");
    assert_eq!(refuse(|c| c.from = "RU/region/altai".into()), "message-parties");
}

#[test]
fn an_envelope_the_other_node_rejects_is_a_draft_again() {
    let rejected = ReceiptKind::Rejected { code: "unknown-body".into() };
    let request = approved().0.on_receipt(rejected, &"m-1".into(), minute(3)).unwrap().next;
    assert_eq!(request.stage(), &RequestStage::Draft { returned: Some("unknown-body".into()) });
    let late = request.clone().on_receipt(ReceiptKind::Sent, &"m-1".into(), minute(4)).unwrap().next;
    assert_eq!(late.stage().code(), "draft", "a rejected letter moves nothing any more");
    let request = request.submit(&officer(), minute(4)).unwrap().next;
    let content = request.content().unwrap().clone();
    let request = request.approve(&head(), &ours(&content, minute(5)), "m-2".into(), minute(5)).unwrap().next;
    assert_eq!(request.signed().unwrap().number, 2);
    let late = request.clone().on_receipt(ReceiptKind::Delivered, &"m-1".into(), minute(6)).unwrap().next;
    assert_eq!(late.stage().code(), "approved");
    let sent = request.on_receipt(ReceiptKind::Sent, &"m-2".into(), minute(6)).unwrap().next;
    assert_eq!(sent.stage().code(), "sent");

    let rejected = ReceiptKind::Rejected { code: "mandate-ended".into() };
    let case = answer_approved().on_receipt(rejected, &"k-3".into(), minute(11)).unwrap().next;
    assert_eq!(case.stage().code(), "answer-drafted");
    assert_eq!(case.answers()[0].rejected.as_deref(), Some("mandate-ended"));
    assert!(case.submit_answer(&worker(), minute(12)).is_ok());
}

#[test]
fn any_other_letter_that_is_rejected_becomes_a_task() {
    let rejected = || ReceiptKind::Rejected { code: "mandate-ended".into() };
    let lost = |id: &str| TaskKind::LetterLost { message: id.into() };
    let opens = |tasks: &[TaskChange], task: TaskKind| {
        tasks.iter().any(|t| matches!(t, TaskChange::Open { task: open, .. } if *open == task))
    };
    let step = accepted().on_receipt(rejected(), &"k-2".into(), minute(9)).unwrap();
    assert!(opens(&step.tasks, lost("k-2")));
    let step = approved().0.on_receipt(rejected(), &"m-7".into(), minute(9)).unwrap();
    assert!(opens(&step.tasks, lost("m-7")));
    assert_eq!(step.next.stage().code(), "approved");
}

#[test]
fn a_rejected_correction_does_not_undo_the_request() {
    let mut newer = typed();
    newer.set(Field::Facts, "Уточнено.");
    let request = approved().0.propose_correction(newer, &officer(), minute(3)).unwrap().next;
    let decision = ours(&request.correction().unwrap().content, minute(4));
    let request = request.approve_correction(&head(), &decision, "m-2".into(), minute(4)).unwrap().next;
    let rejected = ReceiptKind::Rejected { code: "expired".into() };
    let request = request.on_receipt(rejected, &"m-2".into(), minute(5)).unwrap().next;
    assert_eq!(request.stage().code(), "approved");
    let request = request.on_receipt(ReceiptKind::Sent, &"m-1".into(), minute(6)).unwrap().next;
    assert_eq!(request.stage().code(), "sent");
}

#[test]
fn a_written_confirmation_that_is_rejected_is_still_owed() {
    let draft = Request::draft("case-1".into(), "OMS-1".into(), officer(), oral_typed(), minute(0)).next;
    let own = ClockSource::OwnRule { number: 7 };
    let request = draft.note_oral(own, Some(minute(30)), minute(0)).unwrap().next;
    let request = request.submit(&officer(), minute(1)).unwrap().next;
    let decision = ours(request.content().unwrap(), minute(2));
    let request = request.approve(&head(), &decision, "m-1".into(), minute(2)).unwrap().next;
    let rejected = ReceiptKind::Rejected { code: "expired".into() };
    let step = request.on_receipt(rejected, &"m-1".into(), minute(3)).unwrap();
    assert!(step.next.clocks()[0].is_running());
    let owed = |t: &TaskChange| matches!(t, TaskChange::Open { task: TaskKind::ConfirmOral, due, .. } if *due == Some(minute(30)));
    assert!(step.tasks.iter().any(owed));
}

#[test]
fn no_person_of_ours_is_named_to_the_neighbour() {
    let (_, message) = approved();
    let sent = serde_json::to_string(&message).unwrap();
    for official in [officer().official, head().holder.official] {
        assert!(!sent.contains(&format!("\"{official}\"")), "{official} in {sent}");
    }
    assert!(sent.contains("head of the regional directorate"));
}

#[test]
fn a_stored_case_with_a_strange_field_is_not_read() {
    let mut json = serde_json::to_value(draft_case()).unwrap();
    assert_eq!(serde_json::from_value::<Request>(json.clone()).unwrap(), draft_case());
    json["surprise"] = true.into();
    assert!(serde_json::from_value::<Request>(json).is_err());
}
