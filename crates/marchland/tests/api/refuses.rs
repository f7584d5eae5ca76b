//! What the API does not do, and how it says so.

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::room::{Room, refused, request, request_with};

#[tokio::test]
async fn a_token_is_needed_and_a_password_must_be_right() {
    let room = Room::new().await;
    let nobody = room.with_token("0123456789abcdef");
    refused(&nobody.get("/api/desk").await, 401, "not-signed-in");
    for (user, password) in [("talnikova", "wrong"), ("nobody-at-all", "marchland"), ("", "")] {
        let answer = nobody.post("/api/session", json!({ "user": user, "password": password })).await;
        refused(&answer, 401, "wrong-sign-in");
    }
    for _ in 0..5 {
        nobody.post("/api/session", json!({ "user": "talnikova", "password": "wrong" })).await;
    }
    let locked = nobody.post("/api/session", json!({ "user": "talnikova", "password": "marchland" })).await;
    refused(&locked, 401, "locked");
}

#[tokio::test]
async fn a_session_ends_when_it_is_ended() {
    let room = Room::new().await;
    let officer = room.person("talnikova").await;
    officer.got("/api/desk").await;
    let (status, _) = officer.ask(Method::DELETE, "/api/session", None).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    refused(&officer.get("/api/desk").await, 401, "not-signed-in");
}

#[tokio::test]
async fn the_wrong_role_finds_nothing_and_the_audit_has_the_attempt() {
    let room = Room::new().await;
    let officer = room.person("talnikova").await;
    refused(&officer.get("/api/audit").await, 404, "not-found");
    let confirming = json!({ "instrument": "ru-kz-mvd-border-1998", "reason": "because" });
    refused(&officer.post("/api/confirmations", confirming).await, 404, "not-found");
    refused(
        &room.person("zorin").await.post("/api/requests", json!({ "fields": {} })).await,
        404,
        "not-found",
    );
    let audit = room.person("shuvalova").await.got("/api/audit?of=talnikova").await;
    let attempts: Vec<&str> = audit
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["outcome"] == "refused: not-allowed")
        .map(|line| line["act"].as_str().unwrap())
        .collect();
    assert_eq!(attempts, ["confirm-law", "see-audit"]);
}

#[tokio::test]
async fn bytes_that_cannot_be_read_are_refused_with_a_code() {
    let room = Room::new().await;
    let officer = room.person("talnikova").await;
    for body in ["", "{", "[]", "{\"fields\":1}", "{\"fields\":{},\"more\":1}"] {
        let answer = officer.ask(Method::POST, "/api/requests", Some(body.to_owned())).await;
        refused(&answer, 400, "bad-json");
    }
    refused(&officer.get("/api/requests?limit=many").await, 400, "bad-query");
    refused(&officer.get("/api/requests?colour=red").await, 400, "bad-query");
    let long = json!({ "fields": { "facts": "x".repeat(300_000) } });
    refused(&officer.post("/api/requests", long).await, 413, "too-large");
    refused(&room.person("shuvalova").await.get("/api/audit?kind=some").await, 422, "incomplete");
}

#[tokio::test]
async fn every_wrong_field_is_named() {
    let room = Room::new().await;
    let officer = room.person("talnikova").await;
    let answer = officer.post("/api/requests", json!({ "fields": { "colour": "red", "size": "9" } })).await;
    refused(&answer, 422, "unknown-field");
    assert_eq!(answer.1["fields"].as_array().unwrap().len(), 2);

    let saved = officer.created("/api/requests", json!({ "fields": request_with("plate", "????") })).await;
    assert_eq!(saved["problems"][0]["field"], "plate");
    assert_eq!(saved["problems"][0]["code"], "not-a-plate");
    let number = saved["number"].as_str().unwrap();
    let answer = officer.ask(Method::POST, &format!("/api/requests/{number}/submit"), None).await;
    refused(&answer, 422, "incomplete");
    assert_eq!(answer.1["fields"][0]["field"], "plate");
    assert!(answer.1["fields"][0]["message"].as_str().unwrap().contains("T 418 KO 55"));

    let asked =
        officer.post("/api/decision", json!({ "fields": { "to": "KZ/region/north-kazakhstan" } })).await;
    refused(&asked, 422, "incomplete");
    let missing: Vec<&str> =
        asked.1["fields"].as_array().unwrap().iter().map(|field| field["field"].as_str().unwrap()).collect();
    assert_eq!(missing, ["from", "form"]);
}

#[tokio::test]
async fn a_case_of_others_needs_a_reason_and_a_case_out_of_reach_is_not_there() {
    let room = Room::new().await;
    let (number, _) = room.sent().await;
    let case = format!("/api/requests/{number}");
    let colleague = room.person("veresov").await;
    for part in ["", "/decisions", "/timeline"] {
        let answer = colleague.get(&format!("{case}{part}")).await;
        refused(&answer, 422, "reason-needed");
        assert_eq!(answer.1["fields"][0]["field"], "reason");
    }
    assert_eq!(colleague.got(&format!("{case}?reason=stands%20in")).await["reason"], "stands in");
    assert_eq!(colleague.got(&case).await["reason"], "stands in", "a reason holds for the shift");

    let other = colleague.created("/api/requests", json!({ "fields": request() })).await;
    let theirs = other["number"].as_str().unwrap();
    let officer = room.person("talnikova").await;
    refused(&officer.post(&format!("/api/requests/{theirs}/submit"), json!({})).await, 404, "not-found");
    let hidden = officer.get(&format!("/api/requests/{number}9?reason=x")).await;
    let out_of_reach = room.person("shuvalova").await.get(&format!("{case}?reason=x")).await;
    refused(&hidden, 404, "not-found");
    refused(&out_of_reach, 404, "not-found");
    // One side's addresses do not open the other side's cases.
    refused(&officer.get(&format!("/api/incoming/{number}")).await, 404, "not-found");
}

#[tokio::test]
async fn a_change_in_between_is_told() {
    let room = Room::new().await;
    let officer = room.person("talnikova").await;
    let first = officer.created("/api/requests", json!({ "fields": request() })).await;
    let path = format!("/api/requests/{}", first["number"].as_str().unwrap());
    let put = async |fields, version: i64| {
        let body = json!({ "fields": fields, "version": version }).to_string();
        officer.ask(Method::PUT, &path, Some(body)).await
    };
    let seen = first["version"].as_i64().unwrap();
    let (status, second) = put(request_with("facts", "One word more."), seen).await;
    assert_eq!(status, StatusCode::OK, "{second}");
    refused(&put(request(), seen).await, 409, "changed-meanwhile");
    assert_eq!(officer.got(&path).await["fields"]["facts"], "One word more.");
}

#[tokio::test]
async fn nobody_signs_their_own_and_a_step_out_of_turn_says_why() {
    let room = Room::new().await;
    let head = room.person("gromova").await;
    let mut fields = request();
    fields["on_behalf_of"] = "".into();
    let draft = head.created("/api/requests", json!({ "fields": fields })).await;
    let case = format!("/api/requests/{}", draft["number"].as_str().unwrap());
    refused(
        &head.post(&format!("{case}/recall"), json!({ "reason": "too early" })).await,
        422,
        "not-approved",
    );
    head.did(&format!("{case}/submit")).await;
    refused(&head.ask(Method::POST, &format!("{case}/approve"), None).await, 404, "not-found");
    refused(&head.get(&format!("{case}/evidence")).await, 422, "nothing-to-prove");
}
