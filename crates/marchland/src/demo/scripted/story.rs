//! What happens in the story: an officer of Isilkul asks about a car, North Kazakhstan answers, both sides hold proof.
//!
//! Never: waits without a limit; names a real person or case.

use marchland_wire::keys::Hash;
use marchland_wire::verify::{Report, Status, Trust, verify};
use serde_json::{Value, json};

use super::Teller;
use crate::demo::Running;
use crate::demo::person::{Person, both_sides, expect, text};

/// What came of it.
pub struct Told {
    pub number: String,
    pub their_number: String,
    pub decision: Value,
    pub receipts: Value,
    pub logs: Value,
    pub evidence: Value,
    /// What came of the search for a person.
    pub search: Value,
}

struct People {
    talnikova: Person,
    gromova: Person,
    omarova: Person,
    sartai: Person,
    bekova: Person,
}

pub async fn play(teller: &mut Teller, running: &Running) -> Result<Told, String> {
    teller.step("sign in on both nodes");
    let people = sign_in(running).await?;
    let (number, decision) = ask(teller, &people).await?;
    let (their_number, their_id) = answer(teller, &people, &number).await?;
    end(teller, &people, &number, &their_number).await?;
    let receipts = receipts(teller, &people, &number, &their_number).await?;
    let (logs, roots) = logs(teller, &people).await?;
    let evidence = evidence(teller, &people, &number, &their_id, roots).await?;
    Ok(Told { number, their_number, decision, receipts, logs, evidence, search: Value::Null })
}

async fn sign_in(running: &Running) -> Result<People, String> {
    let (client, ru, kz) = both_sides(running)?;
    Ok(People {
        talnikova: Person::sign_in(&client, ru, "talnikova").await?,
        gromova: Person::sign_in(&client, ru, "gromova").await?,
        omarova: Person::sign_in(&client, kz, "omarova").await?,
        sartai: Person::sign_in(&client, kz, "sartai").await?,
        bekova: Person::sign_in(&client, kz, "bekova").await?,
    })
}

/// The officer asks the law, takes the lawful route and submits; the head signs.
async fn ask(teller: &mut Teller, people: &People) -> Result<(String, Value), String> {
    let officer = &people.talnikova;
    teller.step("ask the law: a district may not ask across the border");
    let first = officer.post("/api/decision", json!({ "fields": request() })).await?;
    expect(first["verdict"] == "outside-competence", "the verdict outside-competence", &first["verdict"])?;
    teller.step("save a draft");
    let draft = officer.post("/api/requests", json!({ "fields": request() })).await?;
    let number = text(&draft, "number")?.to_owned();
    teller.step("take the lawful route through the region");
    let routed = officer.step(&format!("/api/requests/{number}/route")).await?;
    expect(routed["fields"]["from"] == "RU/region/omsk", "the region as sender", &routed["fields"])?;
    expect(routed["decision"]["permits"] == true, "a permitted act", &routed["decision"])?;
    teller.step("submit to the head of the region");
    officer.step(&format!("/api/requests/{number}/submit")).await?;
    teller.step("the head signs, the node seals and sends");
    let approved = people.gromova.step(&format!("/api/requests/{number}/approve")).await?;
    expect(approved["stage"] != "submitted", "a signed request", &approved)?;
    let decision = json!({
        "verdict": routed["decision"]["verdict"],
        "before_the_route": first["verdict"],
        "articles": routed["decision"]["articles"],
        "took_us": routed["decision"]["took_us"],
    });
    Ok((number, decision))
}

/// The other side registers, accepts, works and answers. Returns its number and id of the case.
async fn answer(teller: &mut Teller, people: &People, number: &str) -> Result<(String, String), String> {
    teller.step("the request arrives at the other node");
    let ours = |line: &&Value| line["peer_number"] == number;
    let find = |list: &Value| list["cases"].as_array().and_then(|cases| cases.iter().find(ours).cloned());
    let list =
        people.omarova.wait("/api/incoming", "the request at kz-nkz", |list| find(list).is_some()).await?;
    let id = text(&find(&list).unwrap_or_default(), "id")?.to_owned();
    teller.step("the registrar gives it a number");
    let registered = people.omarova.step(&format!("/api/incoming/{id}/register")).await?;
    let theirs = text(&registered, "number")?.to_owned();
    let case = format!("/api/incoming/{theirs}");
    let officer = &people.sartai;
    teller.step("the officer accepts");
    officer.post(&format!("{case}/position"), json!({ "position": "accepted" })).await?;
    teller.step("work is given and done");
    let work =
        json!({ "to": "sartai", "text": "Check the register of vehicles and the camera at the bypass." });
    officer.post(&format!("{case}/tasks"), work).await?;
    let opened = officer.get(&format!("{case}?reason=answering")).await?;
    let task = text(&opened["work"][0], "id")?.to_owned();
    let outcome = json!({ "outcome": "Stopped in Petropavl on 19 November; the keeper is known." });
    officer.post(&format!("{case}/tasks/{task}/done"), outcome).await?;
    teller.step("the answer is written and submitted");
    officer.post(&format!("{case}/answer"), json!({ "fields": answer_fields() })).await?;
    officer.step(&format!("{case}/answer/submit")).await?;
    teller.step("the head of the other side signs the answer");
    people.bekova.step(&format!("{case}/answer/approve")).await?;
    Ok((theirs, id))
}

/// The officer reads the answer, evaluates and closes; the other side closes too.
async fn end(teller: &mut Teller, people: &People, number: &str, theirs: &str) -> Result<(), String> {
    let (officer, case) = (&people.talnikova, format!("/api/requests/{number}"));
    teller.step("the answer arrives");
    let answered = |case: &Value| case["stage"] == "answered" && !case["answers"][0].is_null();
    let opened = officer.wait(&case, "the answer at ru-oms", answered).await?;
    expect(opened["peer_number"] == theirs, "their number on our case", &opened["peer_number"])?;
    teller.step("the officer reads it");
    let answer = text(&opened["answers"][0], "message")?;
    officer.post(&format!("{case}/read-answer"), json!({ "answer": answer })).await?;
    teller.step("the officer evaluates and closes");
    officer
        .post(&format!("{case}/evaluate"), json!({ "useful": "yes", "in_time": true, "score": 5 }))
        .await?;
    let closed = officer.step(&format!("{case}/close")).await?;
    expect(closed["stage"] == "closed", "a closed case", &closed)?;
    teller.step("the other side closes");
    let their_case = format!("/api/incoming/{theirs}");
    let answered = |case: &Value| case["stage"] == "answered";
    people.sartai.wait(&their_case, "the receipt of the answer at kz-nkz", answered).await?;
    let closed = people.sartai.step(&format!("{their_case}/close")).await?;
    expect(closed["stage"] == "closed", "a closed case", &closed)
}

/// Each side holds the other's receipts: delivered for the request, read for the answer.
async fn receipts(teller: &mut Teller, people: &People, number: &str, theirs: &str) -> Result<Value, String> {
    teller.step("the receipts come back");
    let request = |timeline: &Value| holds(timeline, "delivered");
    let ours = people
        .talnikova
        .wait(&format!("/api/requests/{number}/timeline"), "their receipts at ru-oms", request)
        .await?;
    let read = |timeline: &Value| holds(timeline, "read");
    let theirs = people
        .sartai
        .wait(&format!("/api/incoming/{theirs}/timeline"), "our receipts at kz-nkz", read)
        .await?;
    Ok(json!({ "ru-oms": flat(&ours), "kz-nkz": flat(&theirs) }))
}

/// A message this side sent has a receipt of this kind in the log of the other.
fn holds(timeline: &Value, kind: &str) -> bool {
    let theirs = |receipt: &Value| receipt["kind"] == kind && receipt["log"] == "theirs";
    list(&timeline["messages"])
        .filter(|message| message["sent_by"] == "ours")
        .any(|message| list(&message["receipts"]).any(theirs))
}

fn flat(timeline: &Value) -> Vec<Value> {
    list(&timeline["messages"])
        .flat_map(|message| {
            list(&message["receipts"]).map(|receipt| {
                json!({
                    "msg_id": message["msg_id"], "sent_by": message["sent_by"],
                    "kind": receipt["kind"], "log": receipt["log"], "leaf": receipt["leaf"], "at": receipt["at"],
                })
            })
        })
        .collect()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// Both logs, once each is cosigned to its last leaf, and the fingerprints of both roots as each node says its own.
async fn logs(teller: &mut Teller, people: &People) -> Result<(Value, Vec<Hash>), String> {
    teller.step("both logs are cosigned to the last leaf");
    let settled = |links: &Value| {
        let neighbour = &links["neighbours"][0];
        neighbour["waiting"] == 0 && neighbour["log"]["size"] == neighbour["log"]["cosigned"]
    };
    let ours = people.talnikova.wait("/api/links", "the cosigned log of ru-oms", settled).await?;
    let theirs = people.sartai.wait("/api/links", "the cosigned log of kz-nkz", settled).await?;
    let mut roots = Vec::new();
    for (own, other) in [(&ours, &theirs), (&theirs, &ours)] {
        let root = text(own, "root")?;
        expect(
            other["neighbours"][0]["root"] == root,
            "the root the neighbour pinned",
            &other["neighbours"],
        )?;
        roots.push(Hash::from_hex(root).ok_or_else(|| format!("not a fingerprint: {root}"))?);
    }
    let logs = json!({ "ru-oms": ours["neighbours"][0]["log"], "kz-nkz": theirs["neighbours"][0]["log"] });
    Ok((logs, roots))
}

/// The evidence file of each side, checked offline against both roots.
async fn evidence(
    teller: &mut Teller,
    people: &People,
    number: &str,
    their_id: &str,
    roots: Vec<Hash>,
) -> Result<Value, String> {
    teller.step("evidence of both sides, checked offline");
    let trust = Trust::Fingerprints(roots);
    let ours = people.talnikova.file(&format!("/api/requests/{number}/evidence?content=true")).await?;
    let theirs = people
        .bekova
        .file(&format!("/api/incoming/{their_id}/evidence?content=true&reason=evidence"))
        .await?;
    Ok(json!({ "ru-oms": checked(&ours, &trust)?, "kz-nkz": checked(&theirs, &trust)? }))
}

fn checked(file: &[u8], trust: &Trust) -> Result<Value, String> {
    let report: Report = verify(file, trust).map_err(|refused| refused.to_string())?;
    let count = |status| report.findings.iter().filter(|finding| finding.status == status).count();
    let said = json!({
        "bytes": file.len(),
        "proved": report.proved(),
        "findings": { "proved": count(Status::Proved), "failed": count(Status::Failed), "not_shown": count(Status::NotShown) },
    });
    let failed: Vec<&str> =
        report.findings.iter().filter(|f| f.status == Status::Failed).map(|f| f.sentence.as_str()).collect();
    if report.proved() {
        Ok(said)
    } else {
        Err(format!("the evidence does not prove its case: {said} {failed:?}"))
    }
}

fn request() -> Value {
    json!({
        "from": "RU/district/isilkul",
        "to": "KZ/region/north-kazakhstan",
        "form": "operational-request",
        "about": "vehicle",
        "plate": "T 418 KO 55",
        "category": "other",
        "time_place": "18 to 20 November 2026, North Kazakhstan",
        "offence": "theft of a motor vehicle",
        "urgency": "normal",
        "why_held": "A camera at the crossing point recorded the car leaving.",
        "facts": "Об угоне автомобиля заявлено в Исилькуле 18 ноября.",
        "points": "Who kept the car?\nWho drove it until 20 November?",
        "case_number": "1-26-52-00731",
        "purpose": "investigation",
        "handling": "H0",
        "source_eval": "A",
        "info_eval": "1",
    })
}

fn answer_fields() -> Value {
    json!({
        "answer_text": "Автокөлік 19 қарашада Петропавлда тоқтатылды.",
        "point_1_result": "found",
        "point_1_text": "The keeper is known.",
        "point_2_result": "no-record",
        "handling": "H0",
        "source_eval": "A",
        "info_eval": "1",
    })
}
