//! The answering side, step by step.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::room::{Room, answer, refused};

#[tokio::test]
async fn what_arrived_is_found_by_id_and_registered_once() {
    let room = Room::new().await;
    let (number, id) = room.sent().await;
    let registrar = room.person("omarova").await;
    let opened = registrar.got(&format!("/api/incoming/{id}")).await;
    assert_eq!((&opened["stage"], &opened["peer_number"]), (&json!("received"), &json!(number)));
    assert_eq!((&opened["number"], &opened["grounds"]), (&Value::Null, &json!([])));
    let officer = room.person("sartai").await;
    let early =
        officer.post(&format!("/api/incoming/{id}/position"), json!({ "position": "accepted" })).await;
    refused(&early, 422, "not-registered");
    let registered = registrar.did(&format!("/api/incoming/{id}/register")).await;
    assert!(registered["number"].as_str().unwrap().starts_with("NKZ-2026-"));
    let again = registrar.ask(Method::POST, &format!("/api/incoming/{id}/register"), None).await;
    refused(&again, 422, "already-registered");
    let opened = registrar.got(&format!("/api/incoming/{id}?reason=check")).await;
    assert!(opened["grounds"].as_array().unwrap().contains(&json!("own-law")));
    let decisions = registrar.got(&format!("/api/incoming/{id}/decisions")).await;
    assert_eq!(decisions[0]["decision"]["side"], "receiving");
}

#[tokio::test]
async fn work_is_given_to_somebody_who_can_do_it() {
    let room = Room::new().await;
    let (_, theirs) = room.registered().await;
    let (officer, case) = (room.person("sartai").await, format!("/api/incoming/{theirs}"));
    let given =
        |to: &str| json!({ "to": to, "text": "Look into the register.", "due": "2026-11-24T06:00:00Z" });
    refused(&officer.post(&format!("{case}/tasks"), given("sartai")).await, 422, "position-missing");
    officer.said(&format!("{case}/position"), json!({ "position": "accepted" })).await;
    for to in ["nobody", "zhanov", "iskakova"] {
        let answer = officer.post(&format!("{case}/tasks"), given(to)).await;
        refused(&answer, 422, "incomplete");
        assert_eq!(answer.1["fields"][0]["field"], "to");
    }
    assert_eq!(officer.said(&format!("{case}/tasks"), given("sartai")).await["stage"], "executing");
    officer.said(&format!("{case}/tasks"), given("kz-nkz/bekova")).await;
    let work = officer.got(&format!("{case}?reason=work")).await["work"].clone();
    let (own, other) = (work[0]["id"].as_str().unwrap(), work[1]["id"].as_str().unwrap());
    assert_eq!(work[0]["due"], "2026-11-24T06:00:00Z");
    let outcome = json!({ "outcome": "Found." });
    refused(&officer.post(&format!("{case}/tasks/{other}/done"), outcome.clone()).await, 422, "not-author");
    officer.said(&format!("{case}/tasks/{own}/done"), outcome.clone()).await;
    refused(&officer.post(&format!("{case}/tasks/{own}/done"), outcome).await, 422, "task-unknown");
    let (status, _) = officer.ask(Method::DELETE, &format!("{case}/tasks/{other}"), None).await;
    assert_eq!(status, StatusCode::OK);
    let states: Vec<Value> = officer.got(&case).await["work"]
        .as_array()
        .unwrap()
        .iter()
        .map(|w| w["state"]["state"].clone())
        .collect();
    assert_eq!(states, ["done", "dropped"]);
    refused(
        &room.person("omarova").await.post(&format!("{case}/tasks"), given("sartai")).await,
        404,
        "not-found",
    );
}

#[tokio::test]
async fn part_of_a_request_is_refused_on_known_grounds() {
    let room = Room::new().await;
    let (number, theirs) = room.registered().await;
    let (officer, path) = (room.person("sartai").await, format!("/api/incoming/{theirs}/position"));
    let partly = |point: u16, code: &str| json!({ "position": "partly", "points": [{ "point": point, "grounds": [{ "code": code }] }] });
    refused(&officer.post(&path, partly(9, "own-law")).await, 422, "point-unknown");
    refused(&officer.post(&path, partly(2, "bad-weather")).await, 422, "ground-unknown");
    refused(
        &officer.post(&path, json!({ "position": "refused", "grounds": [] })).await,
        422,
        "ground-missing",
    );
    refused(&officer.post(&path, json!({ "position": "perhaps" })).await, 400, "bad-json");
    assert_eq!(officer.said(&path, partly(2, "own-law")).await["stage"], "partly");
    room.post_and_work().await;
    let ours = room.person("talnikova").await.got(&format!("/api/requests/{number}")).await;
    assert_eq!(ours["position"]["refused"][0]["point"], 2);
}

#[tokio::test]
async fn an_answer_is_drafted_returned_signed_and_proved() {
    let room = Room::new().await;
    let (number, theirs) = room.registered().await;
    let (officer, head) = (room.person("sartai").await, room.person("bekova").await);
    let case = format!("/api/incoming/{theirs}");
    officer.said(&format!("{case}/position"), json!({ "position": "accepted" })).await;
    let half = json!({ "fields": { "answer_text": "Half a sentence" } });
    assert_eq!(officer.said(&format!("{case}/answer"), half).await["stage"], "answer-drafted");
    let early = officer.ask(Method::POST, &format!("{case}/answer/submit"), None).await;
    refused(&early, 422, "incomplete");
    assert!(early.1["fields"].as_array().unwrap().iter().any(|field| field["field"] == "point_1_result"));
    officer.said(&format!("{case}/answer"), json!({ "fields": answer() })).await;
    officer.did(&format!("{case}/answer/submit")).await;
    refused(&officer.ask(Method::POST, &format!("{case}/answer/approve"), None).await, 404, "not-found");
    head.said(&format!("{case}/answer/return"), json!({ "reason": "Name the street." })).await;
    assert_eq!(officer.got(&format!("{case}?reason=work")).await["fields"], answer());
    officer.did(&format!("{case}/answer/submit")).await;
    assert_eq!(head.did(&format!("{case}/answer/approve")).await["stage"], "answer-approved");
    room.post_and_work().await;
    assert_eq!(officer.got(&case).await["stage"], "answered");
    assert_eq!(officer.did(&format!("{case}/close")).await["stage"], "closed");
    assert_eq!(
        room.person("talnikova").await.got(&format!("/api/requests/{number}")).await["stage"],
        "answered"
    );

    let timeline = head.got(&format!("{case}/timeline?reason=signed")).await;
    assert_eq!(timeline["messages"][0]["sent_by"], "theirs");
    assert!(timeline["messages"].as_array().unwrap().iter().any(|message| message["sent_by"] == "ours"));
    let (status, named, file) = head.raw(Method::GET, &format!("{case}/evidence"), None).await;
    assert_eq!((status, named), (StatusCode::OK, format!("attachment; filename=\"{theirs}.mrl-evidence\"")));
    assert!(
        marchland_wire::verify::verify(&file, &marchland_wire::verify::Trust::AsClaimed).unwrap().proved()
    );
    refused(&officer.get(&format!("{case}/evidence")).await, 404, "not-found");
}
