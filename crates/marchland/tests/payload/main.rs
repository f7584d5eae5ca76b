//! The payload of version 1 against its vectors in spec/vectors/payload.json, and against bytes nobody agreed to.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that stops here has failed"
)]

use marchland::peer::v1::{self, Unreadable};
use marchland_casework::alert::{Compared, Hit, HitOutcome, Release, ReleaseReason, Traveller};
use marchland_casework::{AlertContent, Content, DraftFields, Field, Message, MessageBody, Position};
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
    let asks = matches!(
        body,
        MessageBody::Request { .. }
            | MessageBody::Recall { .. }
            | MessageBody::Alert { .. }
            | MessageBody::AlertWithdrawn { .. }
    );
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
        MessageBody::Alert { reference: "OMS-2026-00002".into(), content: Box::new(alert()) },
        MessageBody::AlertWithdrawn { reason: "The person was found.".to_owned() },
        MessageBody::HitReported { hit: Box::new(hit()) },
        MessageBody::Released { release: Box::new(release()) },
    ]
    .into_iter()
    .map(message)
    .collect()
}

fn alert() -> AlertContent {
    let mut typed = DraftFields::new();
    for (field, text) in [
        (Field::From, "RU/region/omsk"),
        (Field::To, "KZ/region/north-kazakhstan"),
        (Field::SearchPurpose, "trial"),
        (Field::Action, "detain-and-inform"),
        (Field::OpenedBy, "Decision of the investigator of 9 November 2026, no. 231"),
        (Field::CaseNumber, "1-26-52-00819"),
        (Field::Names, "Садыров; Тимур; Ерланович\nSadyrov; Timur"),
        (Field::Born, "1986-04-12"),
        (Field::BirthPlace, "Булаево"),
        (Field::Sex, "male"),
        (Field::Documents, "N04409915"),
        (Field::Danger, "escape"),
        (Field::ValidUntil, "2027-03-01"),
        (Field::AnswerWithin, "24"),
    ] {
        typed.set(field, text);
    }
    AlertContent::read(&typed).unwrap()
}

fn hit() -> Hit {
    Hit {
        id: "019ab000-0000-7000-8000-000000000002".to_owned(),
        at: "2026-11-23T08:20:00Z".parse().unwrap(),
        place: "Karakoga, lane 2".to_owned(),
        outcome: HitOutcome::SamePerson,
        traveller: Traveller {
            name: "SADYROV TIMUR".to_owned(),
            born: Some("1986-04-12".parse().unwrap()),
            document: Some("N04417203".to_owned()),
            issuer: Some("KAZ".to_owned()),
            thing: None,
        },
        compared: [Compared::Photograph, Compared::BirthPlace].into(),
        note: None,
        first_look: "Guard".into(),
        second_look: Some("Shift lead".into()),
    }
}

fn release() -> Release {
    Release {
        id: "019ab000-0000-7000-8000-000000000003".to_owned(),
        document: "K77120045".to_owned(),
        issuer: Some("KAZ".to_owned()),
        reason: ReleaseReason::BirthPlaceDiffers,
        note: None,
        by: "Guard".into(),
        body: "KZ/region/north-kazakhstan".into(),
        at: "2026-11-23T08:20:00Z".parse().unwrap(),
        until: "2027-11-23T00:00:00Z".parse().unwrap(),
    }
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
    fn mutated_payloads_never_panic_and_never_read_as_something_else(at in 0_usize..400, to in any::<u8>(), which in 0_usize..9) {
        let message = &samples()[which];
        let mut bytes = v1::write(message).unwrap();
        let at = at % bytes.len();
        bytes[at] = to;
        if let Ok(read) = v1::read(&bytes) {
            prop_assert_eq!(v1::write(&read).unwrap(), bytes);
        }
    }
}
