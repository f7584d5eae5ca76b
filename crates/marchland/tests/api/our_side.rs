//! The asking side, step by step.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::room::{Room, answer, refused, request, request_with};

/// A registered request, accepted and answered. Returns both numbers.
async fn answered(room: &Room) -> (String, String) {
    let (number, theirs) = room.registered().await;
    let officer = room.person("sartai").await;
    officer.said(&format!("/api/incoming/{theirs}/position"), json!({ "position": "accepted" })).await;
    officer.said(&format!("/api/incoming/{theirs}/answer"), json!({ "fields": answer() })).await;
    officer.did(&format!("/api/incoming/{theirs}/answer/submit")).await;
    room.person("bekova").await.did(&format!("/api/incoming/{theirs}/answer/approve")).await;
    room.post_and_work().await;
    (number, theirs)
}

#[tokio::test]
async fn a_district_is_shown_the_route_and_takes_it() {
    let room = Room::new().await;
    let officer = room.person("talnikova").await;
    let mut fields = request_with("from", "RU/district/isilkul");
    fields["on_behalf_of"] = "".into();
    let asked = officer.said("/api/decision", json!({ "fields": fields })).await;
    assert_eq!((&asked["verdict"], &asked["permits"]), (&json!("outside-competence"), &json!(false)));
    assert!(!asked["decision"]["routes"].as_array().unwrap().is_empty());
    assert!(!asked["articles"].as_array().unwrap().is_empty());
    let same = officer.said("/api/decision", json!({ "act": asked["decision"]["act"] })).await;
    assert_eq!(same["decision"], asked["decision"]);

    let draft = officer.created("/api/requests", json!({ "fields": fields })).await;
    let case = format!("/api/requests/{}", draft["number"].as_str().unwrap());
    let routed = officer.did(&format!("{case}/route")).await;
    assert_eq!(routed["fields"]["from"], "RU/region/omsk");
    assert_eq!(routed["fields"]["on_behalf_of"], "RU/district/isilkul");
    assert_eq!(routed["decision"]["permits"], true);
    assert_eq!(officer.got(&case).await["fields"], routed["fields"]);
    refused(&officer.ask(Method::POST, &format!("{case}/route"), None).await, 422, "no-route");
}

#[tokio::test]
async fn a_desk_shows_drafts_and_then_the_task_of_the_head() {
    let room = Room::new().await;
    let (officer, head) = (room.person("talnikova").await, room.person("gromova").await);
    let draft = officer.created("/api/requests", json!({ "fields": request() })).await;
    assert_eq!(draft["problems"], json!([]));
    let desk = officer.got("/api/desk").await;
    assert_eq!(desk["drafts"][0]["number"], draft["number"]);
    assert_eq!(desk["official"]["login"], "talnikova");
    assert!(head.got("/api/desk").await["tasks"].as_array().unwrap().is_empty());
    officer.did(&format!("/api/requests/{}/submit", draft["number"].as_str().unwrap())).await;
    let task = &head.got("/api/desk").await["tasks"][0];
    assert_eq!((&task["task"]["kind"], &task["number"]), (&json!("approve"), &draft["number"]));
    assert_eq!(officer.got("/api/desk").await["drafts"], json!([]));
    let listed = officer.got("/api/requests?stage=submitted&text=t%20418").await;
    assert_eq!((&listed["total"], &listed["cases"][0]["title"]), (&json!(1), &json!("T 418 KO 55")));
    assert_eq!(officer.got("/api/requests?stage=draft").await["total"], 0);
}

#[tokio::test]
async fn a_returned_draft_says_why_and_a_withdrawn_one_is_over() {
    let room = Room::new().await;
    let (officer, head) = (room.person("talnikova").await, room.person("gromova").await);
    let draft = officer.created("/api/requests", json!({ "fields": request() })).await;
    let case = format!("/api/requests/{}", draft["number"].as_str().unwrap());
    officer.did(&format!("{case}/submit")).await;
    refused(&head.post(&format!("{case}/return"), json!({ "reason": " " })).await, 422, "incomplete");
    let returned = head.said(&format!("{case}/return"), json!({ "reason": "Name the witness." })).await;
    assert_eq!(returned["stage"], "draft");
    assert_eq!(officer.got(&case).await["returned"], "Name the witness.");
    let withdrawn = officer.said(&format!("{case}/withdraw"), json!({ "reason": "Found at home." })).await;
    assert_eq!(withdrawn["stage"], "withdrawn");
    refused(&officer.ask(Method::POST, &format!("{case}/submit"), None).await, 422, "withdrawn");
}

#[tokio::test]
async fn the_answer_is_read_evaluated_closed_and_proved() {
    let room = Room::new().await;
    let (number, theirs) = answered(&room).await;
    let (officer, case) = (room.person("talnikova").await, format!("/api/requests/{number}"));
    let opened = officer.got(&case).await;
    assert_eq!((&opened["stage"], &opened["peer_number"]), (&json!("answered"), &json!(theirs)));
    refused(&officer.ask(Method::POST, &format!("{case}/close"), None).await, 422, "answer-unread");
    refused(
        &officer.post(&format!("{case}/read-answer"), json!({ "answer": "none" })).await,
        422,
        "no-such-answer",
    );
    let message = &opened["answers"][0]["message"];
    officer.said(&format!("{case}/read-answer"), json!({ "answer": message })).await;
    let evaluating = |score| json!({ "useful": "partly", "in_time": true, "score": score });
    refused(&officer.post(&format!("{case}/evaluate"), evaluating(6)).await, 422, "incomplete");
    officer.said(&format!("{case}/evaluate"), evaluating(4)).await;
    assert_eq!(officer.did(&format!("{case}/close")).await["stage"], "closed");
    assert_eq!(officer.got(&case).await["evaluation"]["score"], 4);
    room.post_and_work().await;

    let timeline = officer.got(&format!("{case}/timeline")).await;
    let kinds: Vec<&Value> =
        timeline["facts"].as_array().unwrap().iter().map(|fact| &fact["fact"]["fact"]["kind"]).collect();
    for kind in ["drafted", "submitted", "approved", "registered", "answered", "evaluated", "closed"] {
        assert!(kinds.contains(&&json!(kind)), "{kind} is not in {kinds:?}");
    }
    let request = &timeline["messages"][0];
    let rungs: Vec<&str> =
        request["receipts"].as_array().unwrap().iter().map(|r| r["kind"].as_str().unwrap()).collect();
    for rung in ["sent", "accepted", "delivered"] {
        assert!(rungs.contains(&rung), "{rung} is not in {rungs:?}");
    }
    let decisions = officer.got(&format!("{case}/decisions")).await;
    let steps: Vec<&str> =
        decisions.as_array().unwrap().iter().map(|d| d["step"].as_str().unwrap()).collect();
    assert!(steps.contains(&"submit") && steps.contains(&"approve"), "{steps:?}");

    let (status, named, file) =
        officer.raw(Method::GET, &format!("{case}/evidence?content=true"), None).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(named, format!("attachment; filename=\"{number}.mrl-evidence\""));
    let links = officer.got("/api/links").await;
    let roots = [&links["root"], &links["neighbours"][0]["root"]];
    let roots = roots.map(|root| marchland_wire::keys::Hash::from_hex(root.as_str().unwrap()).unwrap());
    let trust = marchland_wire::verify::Trust::Fingerprints(roots.to_vec());
    assert!(marchland_wire::verify::verify(&file, &trust).unwrap().proved());
}

#[tokio::test]
async fn a_question_is_answered_once() {
    let room = Room::new().await;
    let (number, theirs) = room.registered().await;
    let case = format!("/api/requests/{number}");
    let head = room.person("gromova").await;
    room.person("sartai")
        .await
        .said(&format!("/api/incoming/{theirs}/clarify"), json!({ "text": "Which car?" }))
        .await;
    room.post_and_work().await;
    assert_eq!(
        head.got(&format!("{case}?reason=signed")).await["clarifications"][0]["question"],
        "Which car?"
    );
    refused(
        &head.post(&format!("{case}/remind"), json!({ "text": "x".repeat(2000) })).await,
        422,
        "incomplete",
    );
    head.said(&format!("{case}/clarify"), json!({ "text": "The grey one." })).await;
    let author = room.person("talnikova").await;
    let late = author.post(&format!("{case}/clarify"), json!({ "text": "The grey one." })).await;
    refused(&late, 422, "no-question-open");
}

#[tokio::test]
async fn an_author_with_a_mandate_clarifies_reminds_and_recalls() {
    let room = Room::new().await;
    let (author, head) = (room.person("veresov").await, room.person("gromova").await);
    let mut fields = request();
    fields["on_behalf_of"] = "".into();
    let draft = author.created("/api/requests", json!({ "fields": fields })).await;
    let case = format!("/api/requests/{}", draft["number"].as_str().unwrap());
    author.did(&format!("{case}/submit")).await;
    head.did(&format!("{case}/approve")).await;
    room.post_and_work().await;
    let (registrar, officer) = (room.person("omarova").await, room.person("sartai").await);
    let id = registrar.got("/api/incoming").await["cases"][0]["id"].as_str().unwrap().to_owned();
    registrar.did(&format!("/api/incoming/{id}/register")).await;
    author.said(&format!("{case}/remind"), json!({ "text": "" })).await;
    officer.said(&format!("/api/incoming/{id}/clarify"), json!({ "text": "Which car?" })).await;
    room.post_and_work().await;
    refused(&author.post(&format!("{case}/clarify"), json!({ "text": "" })).await, 422, "incomplete");
    author.said(&format!("{case}/clarify"), json!({ "text": "The grey one." })).await;
    let recalled = author.said(&format!("{case}/recall"), json!({ "reason": "Found." })).await;
    assert_eq!(recalled["stage"], "recalled");
    room.post_and_work().await;
    let theirs = officer.got(&format!("/api/incoming/{id}?reason=work")).await;
    assert_eq!(theirs["stage"], "recalled");
    assert_eq!(theirs["clarifications"][0]["given"][1], "The grey one.");
}

#[tokio::test]
async fn a_correction_is_proposed_dropped_proposed_again_signed_and_looked_at() {
    let room = Room::new().await;
    let (number, theirs) = room.registered().await;
    let (author, case) = (room.person("talnikova").await, format!("/api/requests/{number}"));
    let corrected = json!({ "fields": request_with("plate", "T 419 KO 55") });
    refused(
        &author.post(&format!("{case}/correct"), json!({ "fields": request() })).await,
        422,
        "nothing-changed",
    );
    author.said(&format!("{case}/correct"), corrected.clone()).await;
    let (status, _) = author.ask(Method::DELETE, &format!("{case}/correct"), None).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(author.got(&case).await["correction"], Value::Null);
    author.said(&format!("{case}/correct"), corrected).await;
    room.person("gromova").await.did(&format!("{case}/approve")).await;
    room.post_and_work().await;
    let officer = room.person("sartai").await;
    let their_case = format!("/api/incoming/{theirs}");
    assert_eq!(
        officer.got(&format!("{their_case}?reason=work")).await["versions"][1]["changed"],
        json!(["plate"])
    );
    officer.said(&format!("{their_case}/review-correction"), json!({ "version": 2 })).await;
}

#[tokio::test]
async fn a_refusal_is_read_before_the_case_is_closed() {
    let room = Room::new().await;
    let (number, theirs) = room.registered().await;
    let position = json!({ "position": "refused", "grounds": [{ "code": "own-law", "note": "Article 7" }] });
    room.person("sartai").await.said(&format!("/api/incoming/{theirs}/position"), position).await;
    room.post_and_work().await;
    let (author, case) = (room.person("talnikova").await, format!("/api/requests/{number}"));
    let opened = author.got(&case).await;
    assert_eq!((&opened["stage"], &opened["position"]["kind"]), (&json!("refused"), &json!("refused")));
    author.did(&format!("{case}/read-refusal")).await;
    assert_eq!(author.did(&format!("{case}/close")).await["stage"], "closed");
}
