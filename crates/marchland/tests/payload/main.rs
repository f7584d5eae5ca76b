//! The payload of version 1 against its vectors in spec/vectors/payload.json, and against bytes nobody agreed to.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that stops here has failed"
)]

use marchland::peer::v1::{self, Unreadable};
use marchland_casework::{Content, DraftFields, Field, Message, MessageBody, Position};
use proptest::prelude::*;
use serde_json::{Value, json};

const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../spec/vectors/payload.json");

fn content() -> Content {
    let mut typed = DraftFields::new();
    for (field, text) in [
        (Field::From, "RU/region/omsk"),
        (Field::OnBehalfOf, "RU/district/isilkul"),
        (Field::To, "KZ/region/north-kazakhstan"),
        (Field::Form, "operational-request"),
        (Field::About, "vehicle"),
        (Field::Plate, "T 418 KO 55"),
        (Field::Category, "other"),
        (Field::TimePlace, "18 to 20 November 2026"),
        (Field::Offence, "theft of a motor vehicle"),
        (Field::Urgency, "normal"),
        (Field::WhyHeld, "It crossed at Karakoga"),
        (Field::Facts, "Об угоне заявлено в Исилькуле."),
        (Field::Points, "Who kept the car?\nWho drove it?"),
        (Field::CaseNumber, "1-26-52-00731"),
        (Field::Purpose, "investigation"),
        (Field::Handling, "H0"),
        (Field::SourceEval, "A"),
        (Field::InfoEval, "1"),
    ] {
        typed.set(field, text);
    }
    typed.check().unwrap()
}

fn message(body: MessageBody) -> Message {
    let asks = matches!(body, MessageBody::Request { .. } | MessageBody::Recall { .. });
    let (from, to) = if asks {
        ("RU/region/omsk", "KZ/region/north-kazakhstan")
    } else {
        ("KZ/region/north-kazakhstan", "RU/region/omsk")
    };
    Message {
        v: 1,
        id: "019ab000-0000-7000-8000-000000000001".into(),
        thread: "019ab000-0000-7000-8000-000000000000".into(),
        from: from.into(),
        to: to.into(),
        post: "Deputy head".into(),
        at: "2026-11-23T08:20:00Z".parse().unwrap(),
        body,
    }
}

fn samples() -> Vec<Message> {
    [
        MessageBody::Request { reference: "OMS-2026-00001".into(), content: Box::new(content()) },
        MessageBody::Registered { number: marchland_casework::RegisterNumber::new("NKZ-2026-00001") },
        MessageBody::Position { position: Position::Accepted },
        MessageBody::ClarificationAsked { question: "Which car?".to_owned() },
        MessageBody::Recall { reason: "The car was found.".to_owned() },
    ]
    .into_iter()
    .map(message)
    .collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// The shipped vectors are what this version writes, byte for byte. `MARCHLAND_BLESS=1` writes them anew; the change of
/// the file is then read in review, because every neighbour will see it.
#[test]
fn payloads_are_spelled_as_the_vectors_say() {
    let made: Vec<Value> = samples()
        .iter()
        .map(|message| json!({"kind": message.body.kind(), "message": message, "hex": hex(&v1::write(message).unwrap())}))
        .collect();
    let made = serde_json::to_string_pretty(&json!({ "vectors": made })).unwrap() + "\n";
    if std::env::var_os("MARCHLAND_BLESS").is_some() {
        std::fs::write(VECTORS, &made).unwrap();
    }
    assert_eq!(std::fs::read_to_string(VECTORS).unwrap(), made);
}

#[test]
fn what_is_written_reads_back() {
    for message in samples() {
        assert_eq!(v1::read(&v1::write(&message).unwrap()).unwrap(), message);
    }
}

#[test]
fn another_spelling_of_the_same_message_is_refused() {
    let bytes = v1::write(&samples()[1]).unwrap();
    // The outer map, once with its length in a longer form.
    let head = bytes[0];
    assert_eq!(head >> 5, 5, "a map");
    let mut longer = vec![0xb8, head & 0x1f];
    longer.extend_from_slice(&bytes[1..]);
    assert!(matches!(v1::read(&longer), Err(Unreadable::Spelling | Unreadable::Shape(_))), "a longer length");
    let mut more = bytes.clone();
    more.push(0);
    assert!(v1::read(&more).is_err(), "a byte too many");
    assert!(matches!(v1::read(&vec![0; v1::PAYLOAD_MAX_BYTES + 1]), Err(Unreadable::TooLarge(_))));
}

#[test]
fn a_content_that_breaks_the_rules_of_our_own_form_is_refused() {
    let mut message = samples().remove(0);
    if let MessageBody::Request { content, .. } = &mut message.body {
        content.facts = "x".repeat(100_000);
    }
    assert!(matches!(v1::read(&v1::write(&message).unwrap()), Err(Unreadable::Rule(_))));
}

proptest! {
    #[test]
    fn mutated_payloads_never_panic_and_never_read_as_something_else(at in 0_usize..400, to in any::<u8>(), which in 0_usize..5) {
        let message = &samples()[which];
        let mut bytes = v1::write(message).unwrap();
        let at = at % bytes.len();
        bytes[at] = to;
        if let Ok(read) = v1::read(&bytes) {
            prop_assert_eq!(v1::write(&read).unwrap(), bytes);
        }
    }
}
