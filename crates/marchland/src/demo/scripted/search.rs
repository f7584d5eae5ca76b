//! The second half of the story: a person searched for is met at the crossing, another one is released, the search ends.
//!
//! Never: waits without a limit; names a real person.

use serde_json::{Value, json};

use super::Teller;
use crate::demo::Running;
use crate::demo::person::{Person, both_sides, expect, text};
use crate::demo::prologue::days_ahead;

const WAIT_TIMES: u32 = 300;
const WAIT_MS: u64 = 200;
/// The document of the person searched for, and that of another with the same name and birth date.
const ZONE: &str =
    "P<KAZSADYROV<<TIMUR<<<<<<<<<<<<<<<<<<<<<<<<<\nN044172030KAZ8604127M3101012<<<<<<<<<<<<<<04";
const OTHER_DOCUMENT: &str = "K77120045";

struct People {
    veresov: Person,
    gromova: Person,
    rudin: Person,
    dosov: Person,
    seitova: Person,
}

pub async fn play(teller: &mut Teller, running: &Running) -> Result<Value, String> {
    teller.step("sign in those who search and those at the crossings");
    let people = sign_in(running).await?;
    let number = issue(teller, &people).await?;
    let hit = meet(teller, &people, &number).await?;
    let release = release(teller, &people, &number).await?;
    let end = withdraw(teller, &people, &number).await?;
    Ok(json!({ "alert": number, "hit": hit, "release": release, "end": end }))
}

async fn sign_in(running: &Running) -> Result<People, String> {
    let (client, ru, kz) = both_sides(running)?;
    Ok(People {
        veresov: Person::sign_in(&client, ru, "veresov").await?,
        gromova: Person::sign_in(&client, ru, "gromova").await?,
        rudin: Person::sign_in(&client, ru, "rudin").await?,
        dosov: Person::sign_in(&client, kz, "dosov").await?,
        seitova: Person::sign_in(&client, kz, "seitova").await?,
    })
}

async fn issue(teller: &mut Teller, people: &People) -> Result<String, String> {
    teller.step("Omsk writes an alert, a head signs it");
    let draft = people.veresov.post("/api/alerts", json!({ "fields": alert()? })).await?;
    expect(draft["problems"] == json!([]), "an alert without mistakes", &draft["problems"])?;
    let number = text(&draft, "number")?.to_owned();
    people.veresov.step(&format!("/api/alerts/{number}/submit")).await?;
    let signed = people.gromova.step(&format!("/api/alerts/{number}/approve")).await?;
    expect(signed["stage"] == "in-force", "an alert in force", &signed)?;
    teller.step("it arrives at the neighbour, whose own law carries it");
    let path = format!("/api/alerts?whose=theirs&stage=in-force&text={number}");
    people.seitova.wait(&path, "the alert at kz-nkz", |list| list["total"] == 1).await?;
    let ours = format!("/api/alerts/{number}?reason=story");
    people
        .gromova
        .wait(&ours, "the receipt of its delivery", |alert| alert["reached"] == "delivered")
        .await?;
    Ok(number)
}

/// A document in Latin letters meets the alert in Cyrillic; two people look; Omsk is told.
async fn meet(teller: &mut Teller, people: &People, number: &str) -> Result<Value, String> {
    teller.step("a document in Latin letters meets the alert in Cyrillic");
    let check = checked(&people.dosov, "karakoga", json!(ZONE), "hit").await?;
    let met = check["met"][0].clone();
    expect(met["issuer_number"] == number, "the alert just issued", &met)?;
    teller.step("first look: the guard compares and says it is the person");
    let id = text(&check, "id")?;
    let look = json!({
        "alert": met["alert"], "outcome": "same-person", "compared": ["photograph", "birth-place"],
        "note": "Says that he was born in Bulayevo.",
    });
    let found = people.dosov.post(&format!("/api/screening/checks/{id}/hit"), look).await?;
    let (alert, hit) = (text(&found, "alert")?, text(&found, "hit")?);
    teller.step("second look: the shift lead confirms, the issuer is told");
    people.seitova.step(&format!("/api/alerts/{alert}/hits/{hit}/confirm")).await?;
    teller.step("the hit arrives in Omsk and is read");
    let path = format!("/api/alerts/{number}?reason=story");
    let told = |alert: &Value| alert["hits"][0]["hit"]["id"] == hit;
    let opened = people.veresov.wait(&path, "the hit at ru-oms", told).await?;
    people.veresov.step(&format!("/api/alerts/{number}/hits/{hit}/read")).await?;
    teller.step("the finder holds the receipt of the notice");
    let path = format!("/api/alerts/{alert}/timeline?reason=story");
    let received = |timeline: &Value| {
        let messages = timeline["messages"].as_array().into_iter().flatten();
        messages.filter(|message| message["sent_by"] == "ours").any(|message| {
            message["receipts"].as_array().into_iter().flatten().any(|r| r["kind"] == "delivered")
        })
    };
    people.seitova.wait(&path, "the receipt of the notice at kz-nkz", received).await?;
    Ok(json!({
        "verdict": check["verdict"], "action": check["action"], "score": met["score"],
        "evidence": met["evidence"], "compared": opened["hits"][0]["hit"]["compared"],
    }))
}

/// Another person of this name and birth date is released, and stays released on both sides.
async fn release(teller: &mut Teller, people: &People, number: &str) -> Result<Value, String> {
    teller.step("another person of the same name and birth date is stopped");
    let check = checked(&people.dosov, "karakoga", other(), "hit").await?;
    teller.step("the guard releases him for his document");
    let wanted = json!({
        "alert": check["met"][0]["alert"], "reason": "birth-place-differs", "note": "Born in Astana.",
        "until": days_ahead(400)?,
    });
    let id = text(&check, "id")?;
    people.dosov.post(&format!("/api/screening/checks/{id}/release"), wanted).await?;
    teller.step("the same document is cleared there");
    checked(&people.dosov, "karakoga", other(), "cleared-before").await?;
    teller.step("and at the crossing of the other state");
    let there = checked(&people.rudin, "isilkul", other(), "cleared-before").await?;
    teller.step("while the person searched for still meets the alert on both sides");
    checked(&people.rudin, "isilkul", json!(ZONE), "hit").await?;
    checked(&people.dosov, "karakoga", json!(ZONE), "hit").await?;
    Ok(json!({ "document": OTHER_DOCUMENT, "until": there["met"][0]["cleared_until"], "alert": number }))
}

async fn withdraw(teller: &mut Teller, people: &People, number: &str) -> Result<Value, String> {
    teller.step("the head withdraws the alert");
    let reason = json!({ "reason": "The person was found." });
    let withdrawn = people.gromova.post(&format!("/api/alerts/{number}/withdraw"), reason).await?;
    expect(withdrawn["stage"] == "withdrawn", "a withdrawn alert", &withdrawn)?;
    teller.step("it is gone on both sides");
    checked(&people.rudin, "isilkul", json!(ZONE), "clear").await?;
    let gone = checked(&people.dosov, "karakoga", json!(ZONE), "clear").await?;
    teller.step("every addressee confirms that it is gone there");
    let path = format!("/api/alerts/{number}?reason=story");
    let all = |alert: &Value| {
        let copies = alert["copies"].as_array();
        copies
            .is_some_and(|copies| copies.len() == 2 && copies.iter().all(|copy| copy["state"] == "withdrawn"))
    };
    people.gromova.wait(&path, "the confirmations at ru-oms", all).await?;
    Ok(json!({ "verdict": gone["verdict"] }))
}

/// Checks until the verdict is the one the story waits for; what travels between the nodes takes its time.
async fn checked(guard: &Person, crossing: &str, traveller: Value, verdict: &str) -> Result<Value, String> {
    let asked = json!({
        "crossing": crossing, "lane": "2", "direction": "leaving", "reason": "border control", "travellers": [traveller],
    });
    let mut last = Value::Null;
    for _ in 0..WAIT_TIMES {
        let mut done = guard.post("/api/screening/checks", asked.clone()).await?;
        last = done["checks"][0].take();
        if last["verdict"] == verdict {
            return Ok(last);
        }
        tokio::time::sleep(std::time::Duration::from_millis(WAIT_MS)).await;
    }
    Err(format!("the check at {crossing} should say {verdict}, it says {last}"))
}

fn other() -> Value {
    json!({ "family": "SADYROV", "given": "TIMUR", "born": "1986-04-12", "document": OTHER_DOCUMENT, "issuer": "KAZ" })
}

fn alert() -> Result<Value, String> {
    Ok(json!({
        "from": "RU/region/omsk",
        "to": "KZ/region/north-kazakhstan",
        "also_to": "KZ/district/kyzylzhar",
        "search_purpose": "trial",
        "action": "detain-and-inform",
        "opened_by": "Decision of the investigator of 9 November 2026, no. 231",
        "case_number": "1-26-52-00819",
        "names": "Садыров; Тимур; Ерланович",
        "born": "1986-04-12",
        "birth_place": "Булаево",
        "sex": "male",
        "citizenship": "KAZ",
        "documents": "N04409915",
        "danger": "escape",
        "valid_until": days_ahead(95)?,
        "answer_within_h": "24",
    }))
}
