//! The law and the node itself through the API.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::room::{Room, refused, request};

#[tokio::test]
async fn the_node_says_how_it_is_to_anybody() {
    let room = Room::new().await;
    let health = room.with_token("").got("/api/health").await;
    assert_eq!(
        (&health["ok"], &health["node"], &health["law_current"]),
        (&json!(true), &json!("ru-oms"), &json!(true))
    );
    assert_eq!(health["framework"].as_str().unwrap().len(), 64);
}

#[tokio::test]
async fn links_show_both_logs_growing_and_cosigned() {
    let room = Room::new().await;
    let (officer, other) = (room.person("talnikova").await, room.person("sartai").await);
    let before = officer.got("/api/links").await;
    assert_eq!(before["neighbours"][0]["log"]["size"], 0);
    room.sent().await;
    room.post_and_work().await;
    let (ours, theirs) = (officer.got("/api/links").await, other.got("/api/links").await);
    let (link, back) = (&ours["neighbours"][0], &theirs["neighbours"][0]);
    assert_eq!((&link["node"], &back["node"]), (&json!("kz-nkz"), &json!("ru-oms")));
    assert_eq!((&link["root"], &back["root"]), (&theirs["root"], &ours["root"]));
    assert_eq!((&link["waiting"], &link["failure"]), (&json!(0), &Value::Null));
    for log in [&link["log"], &back["log"]] {
        assert!(log["size"].as_u64().unwrap() > 0);
        assert_eq!(log["size"], log["cosigned"]);
    }
    assert_eq!(link["log"]["theirs"], back["log"]["size"]);
}

#[tokio::test]
async fn the_law_can_be_read() {
    let room = Room::new().await;
    let officer = room.person("talnikova").await;
    let law = officer.got("/api/instruments").await;
    let border =
        law["instruments"].as_array().unwrap().iter().find(|i| i["id"] == "ru-kz-mvd-border-1998").unwrap();
    assert_eq!((&border["force"], &border["states"]), (&json!("binding"), &json!(["RU", "KZ"])));
    let whole = officer.got("/api/instruments/ru-kz-mvd-border-1998").await;
    assert_eq!(whole["articles"].as_array().unwrap().len() as u64, border["articles"].as_u64().unwrap());
    refused(&officer.get("/api/instruments/none").await, 404, "not-found");
}

#[tokio::test]
async fn without_the_advisers_word_the_same_act_is_referred() {
    let room = Room::new().await;
    let (adviser, officer) = (room.person("zorin").await, room.person("talnikova").await);
    let verdict =
        async || officer.said("/api/decision", json!({ "fields": request() })).await["verdict"].clone();
    assert_eq!(verdict().await, "permit-under");
    let kept = adviser.got("/api/confirmations").await;
    let about = |one: &&serde_json::Value| one["instrument"] == "ru-kz-mvd-border-1998";
    let id = kept.as_array().unwrap().iter().find(about).unwrap()["id"].as_str().unwrap().replace('/', "%2F");
    refused(
        &adviser.ask(Method::DELETE, &format!("/api/confirmations/{id}?reason="), None).await,
        422,
        "reason-missing",
    );
    let revoke = format!("/api/confirmations/{id}?reason=a%20better%20copy%20was%20found");
    assert_eq!(adviser.ask(Method::DELETE, &revoke, None).await.0, StatusCode::NO_CONTENT);
    refused(&adviser.ask(Method::DELETE, &revoke, None).await, 404, "not-found");
    assert_eq!(verdict().await, "unverified");
    let instrument = "ru-kz-mvd-border-1998";
    refused(
        &adviser.post("/api/confirmations", json!({ "instrument": "none", "reason": "x" })).await,
        422,
        "nothing-to-confirm",
    );
    refused(
        &adviser.post("/api/confirmations", json!({ "instrument": instrument, "reason": " " })).await,
        422,
        "reason-missing",
    );
    let confirming = json!({ "instrument": instrument, "reason": "compared with the ministry's copy" });
    assert_eq!(adviser.post("/api/confirmations", confirming).await.0, StatusCode::NO_CONTENT);
    assert_eq!(verdict().await, "permit-under");
    let kept = adviser.got("/api/confirmations").await;
    let mut revoked: Vec<&str> = kept
        .as_array()
        .unwrap()
        .iter()
        .filter(about)
        .map(|c| c["revoked"].as_str().unwrap_or("stands"))
        .collect();
    revoked.sort_unstable();
    assert_eq!(revoked, ["2026-11-23", "stands"]);
}

#[tokio::test]
async fn the_audit_has_writes_and_reads_with_their_reason() {
    let room = Room::new().await;
    let (number, _) = room.sent().await;
    let reader = room.person("veresov").await;
    reader.got(&format!("/api/requests/{number}?reason=stands%20in")).await;
    let auditor = room.person("shuvalova").await;
    let reads = auditor.got(&format!("/api/audit?kind=reads&of={number}")).await;
    assert_eq!((&reads[0]["login"], &reads[0]["reason"]), (&json!("veresov"), &json!("stands in")));
    let writes = auditor.got(&format!("/api/audit?kind=writes&of={number}")).await;
    let acts: Vec<&str> =
        writes.as_array().unwrap().iter().map(|line| line["act"].as_str().unwrap()).collect();
    for act in ["save draft", "submit request", "approve request"] {
        assert!(acts.contains(&act), "{act} is not in {acts:?}");
    }
    let last = writes[0]["n"].as_i64().unwrap();
    let before = auditor.got(&format!("/api/audit?kind=writes&of={number}&before={last}")).await;
    assert_eq!(before.as_array().unwrap().len(), acts.len() - 1);
}
