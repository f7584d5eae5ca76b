//! Every stage against every step, printed and kept in git. A change of the life of a case is a change of
//! these tables, seen in review. `-> stage` is where the step leads, `stays` with the facts it adds, `=` that it
//! changes nothing; anything else is the code that refuses it.

use crate::world::*;
use marchland_casework::*;

fn told<C>(before: &str, result: Result<Step<C>, CannotStep>, stage: fn(&C) -> &'static str) -> String {
    match result {
        Ok(step) if step.changes_nothing() => "=".into(),
        Ok(step) if stage(&step.next) == before => {
            let facts: Vec<&str> = step.facts.iter().map(|f| f.kind.code()).collect();
            format!("stays {}", facts.join(", ")).trim_end().to_owned()
        }
        Ok(step) => format!("-> {}", stage(&step.next)),
        Err(cannot) => cannot.code().into(),
    }
}

/// A step by its name.
type Named<'a, C> = (&'a str, &'a dyn Fn(C) -> Stepped<C>);

fn table<C: Clone>(stages: &[(&str, C)], steps: &[Named<'_, C>], stage: fn(&C) -> &'static str) -> String {
    let mut out = String::new();
    for (name, case) in stages {
        assert_eq!(stage(case), *name);
        out.push_str(&format!("{name}\n"));
        for (step, take) in steps {
            out.push_str(&format!("  {step:<20} {}\n", told(name, take(case.clone()), stage)));
        }
    }
    out
}

fn compare(actual: &str, kept: &str, file: &str) {
    assert!(actual == kept, "the life of a case has changed; if that is meant, {file} becomes:\n{actual}");
}

pub(crate) fn requests() -> Vec<(&'static str, Request)> {
    let hear = |case: Request, id: &str, body| case.on_message(&letter(id, body), minute(10)).unwrap().next;
    let position = |position| MessageBody::Position { position };
    let refusal = PointRefusal { point: 1, grounds: vec![ground("security")] };
    let approved = approved().0;
    let got = |case: Request, receipt| case.on_receipt(receipt, &"m-1".into(), minute(3)).unwrap().next;
    let sent = got(approved.clone(), ReceiptKind::Sent);
    let delivered = got(sent.clone(), ReceiptKind::Delivered);
    let registered = hear(delivered.clone(), "k-1", MessageBody::Registered { number: "7".into() });
    let accepted = hear(registered.clone(), "k-2", position(Position::Accepted));
    let partly = hear(registered.clone(), "k-2", position(Position::Partly { refused: vec![refusal] }));
    let refused =
        hear(registered.clone(), "k-2", position(Position::Refused { grounds: vec![ground("security")] }));
    let refused = refused.read_refusal(&officer(), minute(11)).unwrap().next;
    let asked =
        hear(registered.clone(), "k-2", MessageBody::ClarificationAsked { question: "Which day?".into() });
    let executing = got(accepted.clone(), ReceiptKind::Acknowledged);
    let answered = accepted.clone().on_message(&answer_letter("k-3"), minute(11)).unwrap().next;
    let answered = answered.read_answer(&"k-3".into(), &officer(), minute(12)).unwrap().next;
    let evaluated = answered.clone().evaluate(&officer(), Useful::Yes, true, 4, "", minute(13)).unwrap().next;
    let closed = evaluated.clone().close(&officer(), minute(14)).unwrap().next;
    let withdrawn = draft_case().withdraw(&officer(), "no need", minute(1)).unwrap().next;
    let recalled = sent.clone().recall(&named_officer(), "found", "m-9".into(), minute(4)).unwrap().next;
    vec![
        ("draft", draft_case()),
        ("submitted", submitted()),
        ("approved", approved),
        ("sent", sent),
        ("delivered", delivered),
        ("registered", registered),
        ("accepted", accepted),
        ("partly", partly),
        ("refused", refused),
        ("clarification", asked),
        ("executing", executing),
        ("answered", answered),
        ("evaluated", evaluated),
        ("closed", closed),
        ("withdrawn", withdrawn),
        ("recalled", recalled),
    ]
}

#[test]
fn our_side() {
    let at = minute(20);
    let content = typed().check().unwrap();
    let decision = ours(&content, at);
    let mut newer = typed();
    newer.set(Field::Facts, "Уточнено.");
    let hear = |case: Request, body| case.on_message(&letter("k-20", body), at);
    let got = |case: Request, receipt| case.on_receipt(receipt, &"m-1".into(), at);
    let steps: &[Named<'_, Request>] = &[
        ("save", &|c| c.save(typed(), &officer())),
        ("submit", &|c| c.submit(&officer(), at)),
        ("return", &|c| c.return_to_author(&head(), "mend point 2", at)),
        ("approve", &|c| c.approve(&head(), &decision, "m-20".into(), at)),
        ("withdraw", &|c| c.withdraw(&officer(), "no need", at)),
        ("recall", &|c| c.recall(&named_officer(), "found", "m-20".into(), at)),
        ("correct", &|c| c.propose_correction(newer.clone(), &officer(), at)),
        ("clarify", &|c| c.clarify(&named_officer(), "the 19th", "m-20".into(), at)),
        ("remind", &|c| c.remind(&named_officer(), "", "m-20".into(), at)),
        ("evaluate", &|c| c.evaluate(&officer(), Useful::Yes, true, 4, "", at)),
        ("close", &|c| c.close(&officer(), at)),
        ("escalate", &|c| c.escalate(at)),
        ("hear sent", &|c| got(c, ReceiptKind::Sent)),
        ("hear acknowledged", &|c| got(c, ReceiptKind::Acknowledged)),
        ("hear rejected", &|c| got(c, ReceiptKind::Rejected { code: "expired".into() })),
        ("hear registered", &|c| hear(c, MessageBody::Registered { number: "7".into() })),
        ("hear accepted", &|c| hear(c, MessageBody::Position { position: Position::Accepted })),
        ("hear refused", &|c| {
            let grounds = vec![ground("security")];
            hear(c, MessageBody::Position { position: Position::Refused { grounds } })
        }),
        ("hear question", &|c| hear(c, MessageBody::ClarificationAsked { question: "Who?".into() })),
        ("hear part", &|c| hear(c, MessageBody::Answer { answer: Box::new(partial_answer()) })),
        ("hear answer", &|c| c.on_message(&answer_letter("k-20"), at)),
    ];
    let actual = table(&requests(), steps, |c| c.stage().code());
    compare(&actual, include_str!("transitions-ours.txt"), "transitions-ours.txt");
}

pub(crate) fn incomings() -> Vec<(&'static str, Incoming)> {
    let decision = theirs(received().content().unwrap(), minute(7));
    let refusal = PointRefusal { point: 1, grounds: vec![ground("security")] };
    let partly = registered()
        .accept_partly(&their_head(), &decision, vec![refusal], "k-2".into(), minute(7))
        .unwrap()
        .next;
    let refused = registered()
        .refuse(&their_head(), &decision, vec![ground("security")], "k-2".into(), minute(7))
        .unwrap()
        .next;
    let asked =
        registered().ask_clarification(&their_head(), "Which day?", "k-2".into(), minute(7)).unwrap().next;
    let executing = accepted()
        .give_work("t-1".into(), "k-1".into(), "look", None, &worker(), minute(8))
        .unwrap()
        .next
        .finish_work(&"t-1".into(), "found", &worker(), minute(9))
        .unwrap()
        .next;
    let answered = answer_approved().on_receipt(ReceiptKind::Sent, &"k-3".into(), minute(11)).unwrap().next;
    let closed = answered.clone().close(&worker(), minute(12)).unwrap().next;
    let recall = from_asker("m-2", MessageBody::Recall { reason: "found".into() });
    let recalled = accepted().on_message(&recall, minute(8)).unwrap().next;
    vec![
        ("received", received()),
        ("registered", registered()),
        ("clarification", asked),
        ("accepted", accepted()),
        ("partly", partly),
        ("refused", refused),
        ("executing", executing),
        ("answer-drafted", answer_drafted()),
        ("answer-submitted", answer_submitted()),
        ("answer-approved", answer_approved()),
        ("answered", answered),
        ("closed", closed),
        ("recalled", recalled),
    ]
}

#[test]
fn their_side() {
    let at = minute(20);
    let content = received().content().unwrap().clone();
    let decision = theirs(&content, at);
    let mut corrected = content.clone();
    corrected.facts = "Уточнено.".into();
    let correction = MessageBody::Correction {
        version: 2,
        content: Box::new(corrected),
        changed: [Field::Facts].into_iter().collect(),
    };
    let given = MessageBody::ClarificationGiven { question: "k-2".into(), text: "the 19th".into() };
    let hear = |case: Incoming, body: &MessageBody| case.on_message(&from_asker("m-20", body.clone()), at);
    let got = |case: Incoming, receipt| case.on_receipt(receipt, &"k-3".into(), at);
    let head = their_head();
    let steps: &[Named<'_, Incoming>] = &[
        ("register", &|c| c.register(&their_registrar(), "8", &decision, "k-20".into(), at)),
        ("accept", &|c| c.accept(&head, &decision, "k-20".into(), at)),
        ("accept partly", &|c| {
            let refused = vec![PointRefusal { point: 2, grounds: vec![ground("own-law")] }];
            c.accept_partly(&head, &decision, refused, "k-20".into(), at)
        }),
        ("refuse", &|c| c.refuse(&head, &decision, vec![ground("own-law")], "k-20".into(), at)),
        ("ask", &|c| c.ask_clarification(&head, "Who?", "k-20".into(), at)),
        ("give work", &|c| c.give_work("t-20".into(), "k-1".into(), "look", None, &worker(), at)),
        ("save answer", &|c| c.save_answer(answer_typed(), Vec::new(), &worker(), at)),
        ("submit answer", &|c| c.submit_answer(&worker(), at)),
        ("return answer", &|c| c.return_answer(&head, "say when", at)),
        ("approve answer", &|c| c.approve_answer(&head, "k-20".into(), at)),
        ("close", &|c| c.close(&worker(), at)),
        ("escalate", &|c| c.escalate(at)),
        ("hear sent", &|c| got(c, ReceiptKind::Sent)),
        ("hear rejected", &|c| got(c, ReceiptKind::Rejected { code: "expired".into() })),
        ("hear clarification", &|c| hear(c, &given)),
        ("hear correction", &|c| hear(c, &correction)),
        ("hear recall", &|c| hear(c, &MessageBody::Recall { reason: "found".into() })),
        ("hear reminder", &|c| hear(c, &MessageBody::Reminder { text: None })),
    ];
    let actual = table(&incomings(), steps, |c| c.stage().code());
    compare(&actual, include_str!("transitions-theirs.txt"), "transitions-theirs.txt");
}
