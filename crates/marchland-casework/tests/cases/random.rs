//! Any steps in any order: no panic, nothing lost, nothing reopened, and the stored document reads back.

use crate::transitions::{incomings, requests};
use crate::world::*;
use marchland_casework::*;
use proptest::prelude::*;

/// One of the things that can happen to a request of ours. `n` makes message ids differ or repeat.
fn our_step(case: Request, what: u8, n: u8, at: jiff::Timestamp) -> Stepped<Request> {
    let id = MessageId::new(format!("x-{n}"));
    let hear = |case: Request, body| case.on_message(&letter(&format!("k-{n}"), body), at);
    let decision = |c: &Request| ours(c.content().unwrap_or(&typed().check().unwrap()), at);
    let mut newer = typed();
    newer.set(Field::Facts, format!("Версия {n}"));
    match what % 20 {
        0 => case.save(newer, &officer()),
        1 => case.submit(&officer(), at),
        2 => case.return_to_author(&head(), "again", at),
        3 => {
            let decision = decision(&case);
            case.approve(&head(), &decision, id, at)
        }
        4 => case.withdraw(&officer(), "no need", at),
        5 => case.recall(&named_officer(), "found", id, at),
        6 => case.propose_correction(newer, &officer(), at),
        7 => {
            let content = case.correction().map(|c| c.content.as_ref().clone());
            let decision = ours(&content.unwrap_or_else(|| typed().check().unwrap()), at);
            case.approve_correction(&head(), &decision, id, at)
        }
        8 => case.drop_correction(&officer(), at),
        9 => case.clarify(&named_officer(), "the 19th", id, at),
        10 => case.remind(&named_officer(), "", id, at),
        11 => case.read_answer(&MessageId::new(format!("k-{n}")), &officer(), at),
        12 => case.read_refusal(&officer(), at),
        13 => case.evaluate(&officer(), Useful::Partly, false, n % 7, "", at),
        14 => case.close(&officer(), at),
        15 => {
            let due = minute(i64::from(n) * 10);
            let clock = Clock::new(ClockKind::TheirAnswer, ClockSource::AskedBySender, at, Some(due));
            case.start_clock(clock, at)?.next.escalate(at)
        }
        16 => {
            let rungs = [
                ReceiptKind::Sent,
                ReceiptKind::Delivered,
                ReceiptKind::Acknowledged,
                ReceiptKind::Rejected { code: "expired".into() },
            ];
            case.on_receipt(rungs[usize::from(n) % 4].clone(), &"m-1".into(), at)
        }
        17 => hear(case, MessageBody::ClarificationAsked { question: format!("Question {n}?") }),
        18 => {
            let grounds = vec![ground("security")];
            let positions = [Position::Accepted, Position::Refused { grounds }];
            hear(case, MessageBody::Position { position: positions[usize::from(n) % 2].clone() })
        }
        _ => {
            let answer = if n.is_multiple_of(2) { answer() } else { partial_answer() };
            hear(case, MessageBody::Answer { answer: Box::new(answer) })
        }
    }
}

fn their_step(case: Incoming, what: u8, n: u8, at: jiff::Timestamp) -> Stepped<Incoming> {
    let id = MessageId::new(format!("y-{n}"));
    let task = TaskId::new(format!("t-{}", n % 4));
    let hear = |case: Incoming, body| case.on_message(&from_asker(&format!("m-{n}"), body), at);
    let decision = theirs(case.content()?, at);
    let head = their_head();
    match what % 16 {
        0 => case.register(&their_registrar(), "8", &decision, id, at),
        1 => case.accept(&head, &decision, id, at),
        2 => {
            let refused = vec![PointRefusal { point: u16::from(n % 5), grounds: vec![ground("own-law")] }];
            case.accept_partly(&head, &decision, refused, id, at)
        }
        3 => case.refuse(&head, &decision, vec![ground("own-law")], id, at),
        4 => case.ask_clarification(&head, "Who?", id, at),
        5 => case.give_work(task, "k-1".into(), "look", None, &worker(), at),
        6 => case.finish_work(&task, "found", &worker(), at),
        7 => case.drop_work(&task, &worker(), at),
        8 => case.save_answer(answer_typed(), Vec::new(), &worker(), at),
        9 => case.submit_answer(&worker(), at),
        10 => case.return_answer(&head, "say when", at),
        11 => case.approve_answer(&head, id, at),
        12 => {
            let receipt = if n.is_multiple_of(5) {
                ReceiptKind::Rejected { code: "expired".into() }
            } else {
                ReceiptKind::Sent
            };
            case.on_receipt(receipt, &MessageId::new(format!("y-{}", n / 2)), at)
        }
        13 => case.close(&worker(), at),
        14 => {
            let mut content = case.content()?.clone();
            content.facts = format!("Версия {n}");
            let version = u16::from(n);
            hear(
                case,
                MessageBody::Correction { version, content: Box::new(content), changed: Default::default() },
            )
        }
        _ if n.is_multiple_of(7) => hear(case, MessageBody::Recall { reason: "found".into() }),
        _ => {
            let question = MessageId::new(format!("y-{}", n / 2));
            hear(case, MessageBody::ClarificationGiven { question, text: "the 19th".into() })
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn our_side_loses_nothing_and_reopens_nothing(
        start in 0usize..16,
        steps in prop::collection::vec((any::<u8>(), 0u8..24), 0..40),
    ) {
        let mut case = requests()[start].1.clone();
        for (i, (what, n)) in steps.into_iter().enumerate() {
            let before = case.clone();
            let Ok(step) = our_step(case.clone(), what, n, minute(30 + i as i64)) else { continue };
            case = step.next;
            if before.stage().is_final() {
                prop_assert_eq!(before.stage(), case.stage());
            }
            prop_assert!(case.timeline().starts_with(before.timeline()));
            prop_assert!(case.versions().starts_with(before.versions()));
            prop_assert!(case.answers().len() >= before.answers().len());
            prop_assert!(case.clarifications().len() >= before.clarifications().len());
            prop_assert!(case.clocks().len() >= before.clocks().len());
            for letter in &step.outgoing {
                prop_assert_eq!(letter.check(), Ok(()));
                prop_assert!(letter.body.from_asker());
            }
            let stored = serde_json::to_string(&case).unwrap();
            prop_assert_eq!(serde_json::from_str::<Request>(&stored).unwrap(), case.clone());
        }
    }

    #[test]
    fn their_side_loses_nothing_and_reopens_nothing(
        start in 0usize..13,
        steps in prop::collection::vec((any::<u8>(), 0u8..24), 0..40),
    ) {
        let mut case = incomings()[start].1.clone();
        for (i, (what, n)) in steps.into_iter().enumerate() {
            let before = case.clone();
            let Ok(step) = their_step(case.clone(), what, n, minute(30 + i as i64)) else { continue };
            case = step.next;
            if before.stage().is_final() {
                prop_assert_eq!(before.stage(), case.stage());
            }
            prop_assert!(case.timeline().starts_with(before.timeline()));
            prop_assert!(case.versions().starts_with(before.versions()));
            prop_assert!(case.work().len() >= before.work().len());
            for letter in &step.outgoing {
                prop_assert_eq!(letter.check(), Ok(()));
                prop_assert!(!letter.body.from_asker());
            }
            let stored = serde_json::to_string(&case).unwrap();
            prop_assert_eq!(serde_json::from_str::<Incoming>(&stored).unwrap(), case.clone());
        }
    }

    #[test]
    fn a_draft_of_any_text_is_kept_and_checked_without_panic(
        typed in prop::collection::vec((0usize..60, ".{0,40}"), 0..20),
    ) {
        let mut draft = crate::world::typed();
        for (i, text) in typed {
            draft.set(Field::ALL[i % Field::ALL.len()], text);
        }
        let kept: DraftFields = serde_json::from_str(&serde_json::to_string(&draft).unwrap()).unwrap();
        prop_assert_eq!(&kept, &draft);
        let _ = draft.act();
        match draft.check() {
            Ok(content) => prop_assert_eq!(content.check(), Ok(())),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    prop_assert!(!problem.sentence().chars().any(char::is_control));
                }
            }
        }
    }
}
