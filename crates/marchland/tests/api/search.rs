//! Alerts and checks through the API: what is refused, what is counted, what nobody else sees.

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::room::{Room, refused};

fn alert() -> Value {
    json!({ "fields": {
        "from": "RU/region/omsk", "to": "KZ/region/north-kazakhstan", "search_purpose": "trial",
        "action": "detain-and-inform", "opened_by": "Decision of 9 November 2026, no. 231",
        "case_number": "1-26-52-00819", "names": "Садыров; Тимур; Ерланович", "born": "1986-04-12",
        "birth_place": "Булаево", "valid_until": "2027-01-31",
    } })
}

fn checks(travellers: Value) -> Value {
    json!({ "crossing": "isilkul", "lane": "1", "direction": "entering", "reason": "border control", "travellers": travellers })
}

#[tokio::test]
async fn an_alert_is_written_signed_changed_and_withdrawn() {
    let room = Room::new().await;
    let officer = room.person("veresov").await;
    let head = room.person("gromova").await;
    let draft = officer.created("/api/alerts", alert()).await;
    assert_eq!(draft["problems"], json!([]));
    let at = format!("/api/alerts/{}", draft["number"].as_str().unwrap());
    refused(&head.post(&format!("{at}/approve"), Value::Null).await, 422, "not-submitted");
    officer.did(&format!("{at}/submit")).await;
    refused(&officer.post(&format!("{at}/approve"), Value::Null).await, 404, "not-found");
    assert_eq!(head.did(&format!("{at}/approve")).await["stage"], "in-force");
    officer.said(&format!("{at}/renew"), json!({ "valid_until": "2027-03-31" })).await;
    head.did(&format!("{at}/approve")).await;
    let opened = head.got(&format!("{at}?reason=test")).await;
    assert_eq!(opened["content"]["valid_until"], "2027-03-31");
    assert_eq!((&opened["listed"], &opened["verdict"]), (&json!(true), &json!("permit-under")));
    refused(&head.post(&format!("{at}/withdraw"), json!({ "reason": "" })).await, 422, "incomplete");
    assert_eq!(
        head.said(&format!("{at}/withdraw"), json!({ "reason": "Found." })).await["stage"],
        "withdrawn"
    );
    refused(
        &head.post(&format!("{at}/withdraw"), json!({ "reason": "Again." })).await,
        422,
        "alert-not-in-force",
    );
    let (status, list) = officer.get("/api/alerts?stage=withdrawn&whose=ours").await;
    assert_eq!((status, &list["total"]), (StatusCode::OK, &json!(1)));
}

#[tokio::test]
async fn a_list_of_travellers_is_checked_line_by_line_and_counted_without_names() {
    let room = Room::new().await;
    let guard = room.person("rudin").await;
    let done = guard
        .said(
            "/api/screening/checks",
            checks(json!(["Orlikova Nina, 03.09.1971", "x, 99.99.1999", { "family": "WENZLER" }, {}])),
        )
        .await;
    assert_eq!(done["checks"].as_array().unwrap().len(), 2);
    assert_eq!(done["checks"][1]["line"], 3);
    let bad: Vec<&Value> = done["unreadable"].as_array().unwrap().iter().map(|line| &line["line"]).collect();
    assert_eq!(bad, [&json!(2), &json!(4)]);
    assert_eq!(
        (&done["checks"][0]["verdict"], &done["checks"][0]["action"]),
        (&json!("clear"), &json!("let-pass"))
    );
    let many: Vec<&str> = vec!["Orlikova Nina"; 501];
    refused(&guard.post("/api/screening/checks", checks(json!(many))).await, 422, "incomplete");
    let mut elsewhere = checks(json!(["Orlikova Nina"]));
    elsewhere["crossing"] = json!("nowhere");
    refused(&guard.post("/api/screening/checks", elsewhere).await, 422, "lane-unknown");
    let check = done["checks"][0]["id"].as_str().unwrap();
    assert_eq!(guard.got(&format!("/api/screening/checks/{check}")).await["name"], "Orlikova Nina");
    let (status, _) = room.person("dosov").await.get(&format!("/api/screening/checks/{check}")).await;
    assert_eq!(status, StatusCode::NOT_FOUND, "the neighbour's guard sees nothing of it");
    let counts = room.person("shuvalova").await.got("/api/screening/counts").await;
    assert_eq!(counts["counts"][0]["checks"], 2);
    assert!(!counts.to_string().contains("Orlikova"));
    for user in ["veresov", "lukina", "zorin", "admin-oms"] {
        let answer = room.person(user).await.ask(Method::GET, "/api/screening", None).await;
        refused(&answer, 404, "not-found");
    }
}
