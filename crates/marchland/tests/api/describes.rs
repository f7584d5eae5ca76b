//! The document at `/api` and the doors say the same.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use serde_json::Value;

use crate::room::Room;

fn operations(document: &Value) -> Vec<(String, String, &Value)> {
    let paths = document["paths"].as_object().unwrap().iter();
    let of = |path: &String, method: &String| (method.to_uppercase(), path.clone());
    let all = paths.flat_map(|(path, item)| {
        item.as_object().unwrap().iter().map(move |(method, operation)| {
            let (method, path) = of(path, method);
            (method, path, operation)
        })
    });
    all.collect()
}

#[tokio::test]
async fn every_door_is_described_and_every_description_is_a_door() {
    let room = Room::new().await;
    let document = room.with_token("").got("/api").await;
    let described: BTreeSet<(String, String)> =
        operations(&document).into_iter().map(|(method, path, _)| (method, path)).collect();
    let (_, doors) = marchland::api::doors(room.ru.clone()).finish();
    let doors: BTreeSet<(String, String)> =
        doors.iter().map(|door| (door.method.to_owned(), door.path.to_string())).collect();
    assert_eq!(described, doors);
    assert!(doors.iter().all(|(_, path)| path == "/api" || path.starts_with("/api/")));
    assert!(doors.len() > 45, "{}", doors.len());
}

#[tokio::test]
async fn what_a_door_needs_is_what_its_description_says() {
    let room = Room::new().await;
    let document = room.with_token("").got("/api").await;
    let (_, doors) = marchland::api::doors(room.ru.clone()).finish();
    for (method, path, operation) in operations(&document) {
        let door = doors.iter().find(|door| door.method == method && door.path == path).unwrap();
        let bearer = operation["security"].as_array().is_some_and(|needs| !needs.is_empty());
        assert_eq!(bearer, door.action.is_some(), "{method} {path}");
        assert!(operation["responses"].get("500").is_some(), "{method} {path}");
        if let Some(action) = door.action {
            let said = operation["description"].as_str().unwrap_or_default();
            assert!(said.contains(action.0), "{method} {path}: {said}");
            assert!(operation["responses"].get("401").is_some(), "{method} {path}");
        }
        let in_path = path.matches('{').count();
        let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
        let named = parameters.iter().filter(|parameter| parameter["in"] == "path").count();
        assert_eq!(named, in_path, "{method} {path}: {parameters:?}");
    }
}

#[tokio::test]
async fn operations_have_their_own_names_and_every_reference_leads_somewhere() {
    let room = Room::new().await;
    let document = room.with_token("").got("/api").await;
    let operations = operations(&document);
    let ids: BTreeSet<&str> = operations.iter().map(|(_, _, o)| o["operationId"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), operations.len());
    let text = document.to_string();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for reference in text.split("#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(schemas.contains_key(name), "{name} is referred to and not there");
    }
    for error in ["ApiError", "FieldError"] {
        assert!(schemas.contains_key(error));
    }
}

/// A program that guesses gets an answer from every door, and never the node's fault.
#[tokio::test]
async fn no_door_opens_without_a_token_and_none_breaks_on_nonsense() {
    let room = Room::new().await;
    let (_, doors) = marchland::api::doors(room.ru.clone()).finish();
    let (nobody, head) = (room.with_token("wrong"), room.person("gromova").await);
    for door in doors {
        let path =
            door.path.replace("{number}", "OMS-1999-00001").replace("{task}", "none").replace("{id}", "none");
        let method: axum::http::Method = door.method.parse().unwrap();
        let (status, _) = nobody.ask(method.clone(), &path, Some("{}".to_owned())).await;
        if door.action.is_some() {
            assert_eq!(status, StatusCode::UNAUTHORIZED, "{method} {path}");
        }
        if path == "/api/session" {
            continue;
        }
        for body in ["", "{", "null", "[]", "{\"fields\":{\"\\u0000\":\"\"}}", "{\"reason\":\"\"}"] {
            let (status, said) = head.ask(method.clone(), &path, Some(body.to_owned())).await;
            assert!(status.as_u16() < 500, "{method} {path} with {body}: {said}");
        }
    }
}
