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

#[tokio::test]
async fn things_are_checked_beside_travellers_or_alone_and_a_scanned_document_by_itself() {
    let room = Room::new().await;
    let (officer, head, guard) =
        (room.person("veresov").await, room.person("gromova").await, room.person("rudin").await);
    let draft = officer
        .created(
            "/api/alerts",
            json!({ "fields": {
                "from": "RU/region/omsk", "to": "KZ/region/north-kazakhstan", "search_purpose": "thing",
                "action": "secure-and-inform", "opened_by": "Decision of 9 November 2026, no. 240",
                "case_number": "1-26-52-00840", "valid_until": "2027-01-31",
                "things": "plate; 123 ABC 02; KZ; Toyota Camry\ndocument; N04417203; KZ",
            } }),
        )
        .await;
    assert_eq!(draft["problems"], json!([]));
    let at = format!("/api/alerts/{}", draft["number"].as_str().unwrap());
    officer.did(&format!("{at}/submit")).await;
    assert_eq!(head.did(&format!("{at}/approve")).await["stage"], "in-force");
    let zone = "P<KAZORLIKOVA<<NINA<<<<<<<<<<<<<<<<<<<<<<<<<\nN044172030KAZ7109038F3101012<<<<<<<<<<<<<<00";
    let done = guard
        .said(
            "/api/screening/checks",
            checks(json!([
                { "family": "WENZLER", "objects": [{ "kind": "plate", "number": "I23 АВС 02" }] },
                { "objects": [{ "number": "124ABC02" }] },
                "Orlikova Nina; plate: 777 KZA 15",
                { "full": "Orlikova Nina", "document": "N 04417203", "issuer": "KAZ" },
                { "objects": [{ "kind": "boat", "number": "1" }] },
                zone,
            ])),
        )
        .await;
    let said: Vec<(i64, &str, &str)> = done["checks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (one["line"].as_i64().unwrap(), one["verdict"].as_str().unwrap(), one["action"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        said,
        [
            (1, "clear", "let-pass"),
            (1, "hit", "stop"),
            (2, "near", "compare"),
            (3, "clear", "let-pass"),
            (3, "clear", "let-pass"),
            (4, "hit", "stop"),
            (6, "hit", "stop"),
        ]
    );
    assert_eq!(done["unreadable"][0]["code"], "not-a-kind");
    let car = &done["checks"][1];
    assert_eq!((&car["object"]["kind"], &car["name"]), (&json!("plate"), &json!("I23 АВС 02")));
    let met = &car["met"][0];
    assert_eq!((&met["purpose"], &met["action"]), (&json!("thing"), &json!("secure-and-inform")));
    assert_eq!(met["object"]["evidence"][0]["reasons"], json!(["same"]));
    assert_eq!(done["checks"][2]["met"][0]["object"]["evidence"][0]["reasons"], json!(["one-misread"]));
    let look = json!({ "alert": met["alert"], "outcome": "same-thing", "compared": ["numbers"] });
    let check = car["id"].as_str().unwrap();
    guard.created(&format!("/api/screening/checks/{check}/hit"), look).await;
    let near = done["checks"][2]["id"].as_str().unwrap();
    let free = json!({ "alert": met["alert"], "reason": "numbers-differ", "until": "2027-11-23" });
    guard.created(&format!("/api/screening/checks/{near}/release"), free).await;
    let again = guard.said("/api/screening/checks", checks(json!(["124 ABC 02"]))).await;
    assert_eq!(again["checks"][0]["verdict"], "cleared-before");
}
