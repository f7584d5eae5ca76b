//! One signed-in person of the demo's stories: a token and the address of a node.
//!
//! Never: does without the HTTP interface.

use std::time::Duration;

use reqwest::{Client, Method};
use serde_json::{Value, json};

use super::{NodeAt, PASSWORD, Running};

const POLL_MS: u64 = 200;
/// An idle link speaks every twenty seconds; three rounds are enough for anything to arrive.
const WAIT_S: u64 = 60;

pub struct Person {
    client: Client,
    url: String,
    token: String,
}

/// A client that keeps no connection: one kept to a node that died would fail in the middle of a request.
pub fn client() -> Result<Client, String> {
    Client::builder().pool_max_idle_per_host(0).build().map_err(|error| error.to_string())
}

/// What people of both sides sign in with: a client and the two nodes.
pub fn both_sides(running: &Running) -> Result<(Client, &NodeAt, &NodeAt), String> {
    let node = |id| running.node(id).ok_or_else(|| format!("the demo has no node {id}"));
    Ok((client()?, node("ru-oms")?, node("kz-nkz")?))
}

impl Person {
    pub async fn sign_in(client: &Client, node: &NodeAt, user: &str) -> Result<Self, String> {
        let mut person = Self { client: client.clone(), url: node.url(), token: String::new() };
        let session = person.post("/api/session", json!({ "user": user, "password": PASSWORD })).await?;
        person.token = text(&session, "token")?.to_owned();
        Ok(person)
    }

    pub async fn get(&self, path: &str) -> Result<Value, String> {
        read(&self.bytes(Method::GET, path, None).await?, path)
    }

    pub async fn file(&self, path: &str) -> Result<Vec<u8>, String> {
        self.bytes(Method::GET, path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Result<Value, String> {
        read(&self.bytes(Method::POST, path, Some(body)).await?, path)
    }

    /// A step that needs no words.
    pub async fn step(&self, path: &str) -> Result<Value, String> {
        read(&self.bytes(Method::POST, path, None).await?, path)
    }

    /// Asks again until the answer is what the story waits for.
    pub async fn wait(
        &self,
        path: &str,
        what: &str,
        arrived: impl Fn(&Value) -> bool,
    ) -> Result<Value, String> {
        let mut last = Value::Null;
        for _ in 0..WAIT_S * 1000 / POLL_MS {
            last = self.get(path).await?;
            if arrived(&last) {
                return Ok(last);
            }
            tokio::time::sleep(Duration::from_millis(POLL_MS)).await;
        }
        Err(format!("{what}: not within {WAIT_S} s; GET {path} last answered {last}"))
    }

    async fn bytes(&self, method: Method, path: &str, body: Option<Value>) -> Result<Vec<u8>, String> {
        let said = format!("{method} {path}");
        let mut request = self.client.request(method, format!("{}{path}", self.url)).bearer_auth(&self.token);
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = reach(&request).await.map_err(|error| format!("{said}: {error}"))?;
        let status = answer.status();
        let bytes = answer.bytes().await.map_err(|error| format!("{said}: {error}"))?;
        if status.is_success() {
            Ok(bytes.to_vec())
        } else {
            Err(format!("{said} answered {status}: {}", String::from_utf8_lossy(&bytes)))
        }
    }
}

/// Sends it; while nobody listens, sends it again: a request that reached nobody may be repeated.
async fn reach(request: &reqwest::RequestBuilder) -> Result<reqwest::Response, String> {
    for _ in 0..WAIT_S * 1000 / POLL_MS {
        let request = request.try_clone().ok_or("the request cannot be repeated")?;
        match request.send().await {
            Err(error) if error.is_connect() => tokio::time::sleep(Duration::from_millis(POLL_MS)).await,
            sent => return sent.map_err(|error| error.to_string()),
        }
    }
    Err(format!("nobody listened within {WAIT_S} s"))
}

fn read(bytes: &[u8], path: &str) -> Result<Value, String> {
    serde_json::from_slice(bytes).map_err(|error| format!("the answer of {path} is not JSON: {error}"))
}

/// A text of an answer that must be there.
pub fn text<'a>(value: &'a Value, name: &str) -> Result<&'a str, String> {
    value[name].as_str().ok_or_else(|| format!("an answer has no {name}: {value}"))
}

/// What the story expects; the sentence says what was found instead.
pub fn expect(holds: bool, what: &str, found: &Value) -> Result<(), String> {
    if holds { Ok(()) } else { Err(format!("expected {what}, found {found}")) }
}
