//! Two founded nodes on one clock, and people who ask their routers.

use std::path::PathBuf;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode};
use jiff::Timestamp;
use marchland::app::App;
use marchland::clock::Clock;
use marchland::config::Config;
use marchland::demo::{PASSWORD, found};
use marchland::peer::{door, exchange::exchange};
use marchland::serve;
use marchland::work::register;
use serde_json::{Value, json};
use tower::ServiceExt;

pub struct Room {
    folder: PathBuf,
    pub ru: App,
    pub kz: App,
    routers: [Router; 2],
}

impl Drop for Room {
    fn drop(&mut self) {
        // Left behind only when a test failed and somebody wants to look.
        if !std::thread::panicking() {
            std::fs::remove_dir_all(&self.folder).unwrap();
        }
    }
}

/// A signed-in person.
#[derive(Clone)]
pub struct Person {
    router: Router,
    token: String,
}

pub type Answer = (StatusCode, Value);

impl Room {
    pub async fn new() -> Self {
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default(); // another test of this process may have
        let folder = std::env::temp_dir().join(format!("marchland-api-{}", uuid::Uuid::now_v7()));
        let clock = Clock::set("2026-11-23T08:20:00Z".parse::<Timestamp>().unwrap());
        let nodes = found(&folder, 18_700, clock.now()).await.unwrap();
        let mut apps = Vec::new();
        for node in &nodes {
            apps.push(App::open(Config::read(&node.config).unwrap(), clock.clone(), None).await.unwrap());
        }
        let [ru, kz] = apps.try_into().unwrap();
        let routers = [serve::router(&ru).0, serve::router(&kz).0];
        Self { folder, ru, kz, routers }
    }

    /// Signs in on the node that knows the person.
    pub async fn person(&self, user: &str) -> Person {
        for router in &self.routers {
            let nobody = Person { router: router.clone(), token: String::new() };
            let (status, body) =
                nobody.post("/api/session", json!({ "user": user, "password": PASSWORD })).await;
            if status == StatusCode::CREATED {
                return Person { token: body["token"].as_str().unwrap().to_owned(), ..nobody };
            }
        }
        panic!("nobody is called {user}");
    }

    /// Somebody at the Russian node with this token.
    pub fn with_token(&self, token: &str) -> Person {
        Person { router: self.routers[0].clone(), token: token.to_owned() }
    }

    /// Everything that waits goes both ways and is worked on.
    pub async fn post_and_work(&self) {
        for _ in 0..3 {
            for (from, to) in [(&self.ru, &self.kz), (&self.kz, &self.ru)] {
                let (link, back) = (from.links.all().next().unwrap(), to.links.all().next().unwrap());
                let post =
                    async |bytes: Vec<u8>| door::receive(to, back, &bytes).await.map_err(|e| e.to_string());
                exchange(from, link, post).await.unwrap();
                register::all(to).await.unwrap();
            }
        }
    }

    /// A request of Isilkul through Omsk, signed and arrived. Returns its number and the id of the case over there.
    pub async fn sent(&self) -> (String, String) {
        let officer = self.person("talnikova").await;
        let draft = officer.created("/api/requests", json!({ "fields": request() })).await;
        let number = draft["number"].as_str().unwrap().to_owned();
        officer.did(&format!("/api/requests/{number}/submit")).await;
        self.person("gromova").await.did(&format!("/api/requests/{number}/approve")).await;
        self.post_and_work().await;
        let incoming = self.person("omarova").await.got("/api/incoming").await;
        (number, incoming["cases"][0]["id"].as_str().unwrap().to_owned())
    }

    /// The same, registered over there. Returns both numbers.
    pub async fn registered(&self) -> (String, String) {
        let (number, id) = self.sent().await;
        let registered = self.person("omarova").await.did(&format!("/api/incoming/{id}/register")).await;
        (number, registered["number"].as_str().unwrap().to_owned())
    }
}

impl Person {
    pub async fn ask(&self, method: Method, path: &str, body: Option<String>) -> Answer {
        let (status, _, bytes) = self.raw(method, path, body).await;
        let value = if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes).unwrap() };
        (status, value)
    }

    pub async fn raw(
        &self,
        method: Method,
        path: &str,
        body: Option<String>,
    ) -> (StatusCode, String, Vec<u8>) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {}", self.token))
            .body(body.map_or_else(Body::empty, Body::from))
            .unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let named = answer.headers().get("content-disposition").map(|h| h.to_str().unwrap().to_owned());
        let status = answer.status();
        (status, named.unwrap_or_default(), to_bytes(answer.into_body(), 10_000_000).await.unwrap().to_vec())
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(Method::GET, path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.ask(Method::POST, path, Some(body.to_string())).await
    }

    pub async fn got(&self, path: &str) -> Value {
        let (status, body) = self.get(path).await;
        assert_eq!(status, StatusCode::OK, "GET {path}: {body}");
        body
    }

    pub async fn created(&self, path: &str, body: Value) -> Value {
        let (status, body) = self.post(path, body).await;
        assert_eq!(status, StatusCode::CREATED, "POST {path}: {body}");
        body
    }

    /// A step that needs no words, taken.
    pub async fn did(&self, path: &str) -> Value {
        let (status, body) = self.ask(Method::POST, path, None).await;
        assert_eq!(status, StatusCode::OK, "POST {path}: {body}");
        body
    }

    /// A step with words, taken.
    pub async fn said(&self, path: &str, body: Value) -> Value {
        let (status, body) = self.post(path, body).await;
        assert_eq!(status, StatusCode::OK, "POST {path}: {body}");
        body
    }
}

/// The error has this status and code, and a sentence.
pub fn refused((status, body): &Answer, expected: u16, code: &str) {
    assert_eq!((status.as_u16(), body["code"].as_str().unwrap_or_default()), (expected, code), "{body}");
    assert!(body["message"].as_str().unwrap().len() > 10, "{body}");
}

pub fn request() -> Value {
    json!({
        "from": "RU/region/omsk", "on_behalf_of": "RU/district/isilkul", "to": "KZ/region/north-kazakhstan",
        "form": "operational-request", "about": "vehicle", "plate": "T 418 KO 55", "category": "other",
        "time_place": "18 to 20 November 2026, North Kazakhstan", "offence": "theft of a motor vehicle",
        "urgency": "normal", "why_held": "A camera at the crossing point recorded it leaving",
        "facts": "Об угоне автомобиля заявлено в Исилькуле 18 ноября.",
        "points": "Who kept the car?\nWho drove it until 20 November?", "case_number": "1-26-52-00731",
        "purpose": "investigation", "handling": "H0", "source_eval": "A", "info_eval": "1",
    })
}

/// The request with one field changed.
pub fn request_with(field: &str, text: &str) -> Value {
    let mut fields = request();
    fields[field] = text.into();
    fields
}

pub fn answer() -> Value {
    json!({
        "answer_text": "Автокөлік 19 қарашада Петропавлда тоқтатылды.", "point_1_result": "found",
        "point_1_text": "The keeper is known.", "point_2_result": "no-record",
        "handling": "H0", "source_eval": "A", "info_eval": "1",
    })
}
