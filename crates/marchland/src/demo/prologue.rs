//! The cases a demo begins with, played through the HTTP interfaces of both nodes like everything else.
//!
//! Never: writes a case behind the back of a node; plays twice on the same data.

use std::collections::BTreeMap;

use reqwest::Client;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Running;
use super::person::{Person, client, text};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    from: String,
    author: String,
    until: Until,
    fields: BTreeMap<String, String>,
    #[serde(default)]
    answer: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Alerts {
    alert: Vec<Alert>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Alert {
    from: String,
    author: String,
    /// Days from now to its last day.
    days: i64,
    fields: BTreeMap<String, String>,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
enum Until {
    Draft,
    Submitted,
    Sent,
    Registered,
    Answered,
}

/// Who signs, registers and works on each node.
struct Desk {
    head: &'static str,
    registrar: &'static str,
    officer: &'static str,
}

const RU: Desk = Desk { head: "gromova", registrar: "lukina", officer: "veresov" };
const KZ: Desk = Desk { head: "bekova", registrar: "omarova", officer: "sartai" };

/// Plays every case as far as it says. Cases that were played are marked, so that a stop in between plays on.
pub(super) async fn play(running: &Running) -> Result<(), String> {
    let cases: Cases =
        toml::from_str(include_str!("../../demo/cases.toml")).map_err(|error| error.to_string())?;
    let client = client()?;
    for (n, case) in cases.case.iter().enumerate() {
        let node = running.node(&case.from).ok_or("a case of an unknown node")?;
        let mark = node.folder.join(format!("played-{n}"));
        if !mark.exists() {
            one(&client, running, case).await?;
            std::fs::write(mark, "").map_err(|error| error.to_string())?;
        }
    }
    let alerts: Alerts =
        toml::from_str(include_str!("../../demo/alerts.toml")).map_err(|error| error.to_string())?;
    for (n, alert) in alerts.alert.into_iter().enumerate() {
        let node = running.node(&alert.from).ok_or("an alert of an unknown node")?;
        let mark = node.folder.join(format!("issued-{n}"));
        if !mark.exists() {
            issue(&client, node, alert).await?;
            std::fs::write(mark, "").map_err(|error| error.to_string())?;
        }
    }
    Ok(())
}

async fn issue(client: &Client, node: &super::NodeAt, alert: Alert) -> Result<(), String> {
    let desk = if alert.from == "ru-oms" { RU } else { KZ };
    let mut fields = alert.fields;
    fields.insert("valid_until".to_owned(), days_ahead(alert.days)?);
    let author = Person::sign_in(client, node, &alert.author).await?;
    let draft = author.post("/api/alerts", json!({ "fields": fields })).await?;
    let number = text(&draft, "number")?.to_owned();
    author.step(&format!("/api/alerts/{number}/submit")).await?;
    let head = Person::sign_in(client, node, desk.head).await?;
    head.step(&format!("/api/alerts/{number}/approve")).await?;
    Ok(())
}

/// A day some days from today, as a form takes it.
pub(super) fn days_ahead(days: i64) -> Result<String, String> {
    use jiff::ToSpan;
    let today = crate::clock::Clock::Real.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    Ok(today.checked_add(days.days()).map_err(|error| error.to_string())?.to_string())
}

async fn one(client: &Client, running: &Running, case: &Case) -> Result<(), String> {
    let (ours, theirs) = if case.from == "ru-oms" { (RU, KZ) } else { (KZ, RU) };
    let here = running.node(&case.from).ok_or("no such node")?;
    let there = running.nodes.iter().find(|node| node.id != case.from).ok_or("no other node")?;
    let author = Person::sign_in(client, here, &case.author).await?;
    let draft = author.post("/api/requests", json!({ "fields": case.fields })).await?;
    let number = text(&draft, "number")?.to_owned();
    if case.until >= Until::Submitted {
        author.step(&format!("/api/requests/{number}/submit")).await?;
    }
    if case.until >= Until::Sent {
        Person::sign_in(client, here, ours.head)
            .await?
            .step(&format!("/api/requests/{number}/approve"))
            .await?;
    }
    if case.until >= Until::Registered {
        let registrar = Person::sign_in(client, there, theirs.registrar).await?;
        let arrived = |list: &Value| find(list, &number).is_some();
        let list = registrar.wait("/api/incoming", "the request at the other node", arrived).await?;
        let id = find(&list, &number).unwrap_or_default();
        let registered = registrar.step(&format!("/api/incoming/{id}/register")).await?;
        if case.until == Until::Answered {
            let theirs_no = text(&registered, "number")?;
            answer(client, there, &theirs, theirs_no, &case.answer).await?;
        }
    }
    Ok(())
}

async fn answer(
    client: &Client,
    there: &super::NodeAt,
    desk: &Desk,
    number: &str,
    fields: &BTreeMap<String, String>,
) -> Result<(), String> {
    let case = format!("/api/incoming/{number}");
    let officer = Person::sign_in(client, there, desk.officer).await?;
    officer.post(&format!("{case}/position"), json!({ "position": "accepted" })).await?;
    officer.post(&format!("{case}/answer"), json!({ "fields": fields })).await?;
    officer.step(&format!("{case}/answer/submit")).await?;
    Person::sign_in(client, there, desk.head).await?.step(&format!("{case}/answer/approve")).await?;
    Ok(())
}

/// The id of the case with the asker's number.
fn find(list: &Value, number: &str) -> Option<String> {
    let cases = list["cases"].as_array()?;
    let case = cases.iter().find(|case| case["peer_number"] == number)?;
    case["id"].as_str().map(str::to_owned)
}
