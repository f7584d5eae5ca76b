//! Two founded nodes on one clock, and people in front of their pages: cookies, a form token, nothing else.

use std::collections::BTreeMap;
use std::path::PathBuf;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use jiff::Timestamp;
use marchland::acts::{theirs, theirs::Stand};
use marchland::app::{App, Demo};
use marchland::clock::Clock;
use marchland::config::Config;
use marchland::demo::{PASSWORD, found};
use marchland::peer::{door, exchange::exchange};
use marchland::serve;
use marchland::store::people::Official;
use marchland::work::register;
use marchland_casework::{DraftFields, Field};
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

/// What came back, after following where it led.
#[derive(Debug)]
pub struct Seen {
    pub status: StatusCode,
    /// The address of the page that is shown.
    pub at: String,
    pub text: String,
    pub named: String,
    pub bytes: Vec<u8>,
}

/// A person in front of a browser without script.
#[derive(Clone)]
pub struct Person {
    router: Router,
    cookies: BTreeMap<String, String>,
    pub csrf: String,
}

impl Room {
    pub async fn new() -> Self {
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default(); // another test of this process may have
        let folder = std::env::temp_dir().join(format!("marchland-pages-{}", uuid::Uuid::now_v7()));
        let clock = Clock::set("2026-11-23T08:20:00Z".parse::<Timestamp>().unwrap());
        let nodes = found(&folder, 18_750, clock.now()).await.unwrap();
        let demo = Some(Demo { password: PASSWORD.to_owned() });
        let mut apps = Vec::new();
        for node in &nodes {
            let config = Config::read(&node.config).unwrap();
            apps.push(App::open(config, clock.clone(), demo.clone()).await.unwrap());
        }
        let [ru, kz] = apps.try_into().unwrap();
        let routers = [serve::router(&ru).0, serve::router(&kz).0];
        Self { folder, ru, kz, routers }
    }

    /// Somebody at the Russian node who has not signed in.
    pub fn stranger(&self) -> Person {
        Person { router: self.routers[0].clone(), cookies: BTreeMap::new(), csrf: String::new() }
    }

    /// Signs in on the node that knows the person.
    pub async fn person(&self, user: &str) -> Person {
        for router in &self.routers {
            let mut person = Person { router: router.clone(), cookies: BTreeMap::new(), csrf: String::new() };
            if person.sign_in(user).await {
                return person;
            }
        }
        panic!("nobody is called {user}");
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

    pub async fn official(&self, login: &str) -> Official {
        for app in [&self.ru, &self.kz] {
            if let Some(official) = app.store.official_by_login(login).await.unwrap() {
                return official;
            }
        }
        panic!("nobody is called {login}");
    }

    /// A request of Isilkul through Omsk, written and submitted on the pages. Returns its number.
    pub async fn submitted(&self) -> String {
        let mut officer = self.person("talnikova").await;
        officer.get("/requests/new").await;
        let seen = officer.post("/requests/new", &with(request(), &[("do", "submit")])).await;
        assert!(seen.at.starts_with("/requests/OMS-"), "{}: {}", seen.at, seen.text);
        seen.number()
    }

    /// The same, signed by the head and arrived over there.
    pub async fn sent(&self) -> String {
        let number = self.submitted().await;
        let mut head = self.person("gromova").await;
        head.get(&format!("/approvals/{number}")).await;
        let seen = head.post(&format!("/approvals/{number}"), &[("do", "approve")]).await;
        assert_eq!(
            (seen.status, seen.at.as_str()),
            (StatusCode::OK, "/approvals?done=approved"),
            "{}",
            seen.text
        );
        self.post_and_work().await;
        number
    }

    /// The case over there, by its id.
    pub async fn over_there(&self) -> String {
        use marchland::store::matter::Filter;
        let bodies = ",KZ/region/north-kazakhstan,";
        let filter = Filter { side: "theirs", bodies, limit: 1, ..Filter::default() };
        self.kz.store.matters(&filter).await.unwrap().remove(0).id
    }

    /// They register and accept; nothing is answered yet.
    pub async fn accepted(&self) -> (String, String) {
        let number = self.sent().await;
        let id = self.over_there().await;
        theirs::register(&self.kz, &self.official("omarova").await, &id).await.unwrap();
        theirs::take_position(&self.kz, &self.official("sartai").await, &id, Stand::Accept).await.unwrap();
        self.post_and_work().await;
        (number, id)
    }

    /// They answer, and the answer has arrived here.
    pub async fn answered(&self) -> String {
        let (number, id) = self.accepted().await;
        let sartai = self.official("sartai").await;
        let mut typed = DraftFields::new();
        for (field, text) in [
            ("answer_text", "Автокөлік 19 қарашада Петропавлда тоқтатылды."),
            ("point_1_result", "found"),
            ("point_1_text", "The keeper is known."),
            ("point_2_result", "no-record"),
            ("handling", "H0"),
            ("source_eval", "A"),
            ("info_eval", "1"),
        ] {
            typed.set(Field::from_name(field).unwrap(), text);
        }
        theirs::save_answer(&self.kz, &sartai, &id, typed).await.unwrap();
        theirs::submit_answer(&self.kz, &sartai, &id).await.unwrap();
        theirs::approve_answer(&self.kz, &self.official("bekova").await, &id).await.unwrap();
        self.post_and_work().await;
        number
    }
}

impl Person {
    async fn sign_in(&mut self, user: &str) -> bool {
        let seen = self.post("/sign-in", &[("user", user), ("password", PASSWORD)]).await;
        seen.status == StatusCode::OK && !self.csrf.is_empty()
    }

    pub async fn get(&mut self, path: &str) -> Seen {
        self.ask("GET", path, None).await
    }

    /// Sends a form with its token and follows where it leads.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        let mut pairs = vec![("csrf", self.csrf.as_str())];
        pairs.extend_from_slice(fields);
        let body = serde_urlencoded::to_string(pairs).unwrap();
        self.ask("POST", path, Some(body)).await
    }

    /// Like [`Person::post`], without the token of the session.
    pub async fn post_as_a_stranger_would(&mut self, path: &str, body: &str) -> Seen {
        self.ask("POST", path, Some(body.to_owned())).await
    }

    fn jar(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    async fn ask(&mut self, method: &str, path: &str, body: Option<String>) -> Seen {
        let (mut method, mut path, mut body) = (method.to_owned(), path.to_owned(), body);
        for _ in 0..5 {
            let request = Request::builder()
                .method(method.as_str())
                .uri(&path)
                .header("cookie", self.jar())
                .header("accept-language", "en")
                .header("content-type", "application/x-www-form-urlencoded")
                .body(body.take().map_or_else(Body::empty, Body::from))
                .unwrap();
            let answer = self.router.clone().oneshot(request).await.unwrap();
            let header = |name: &str| answer.headers().get(name).map(|h| h.to_str().unwrap().to_owned());
            for cookie in answer.headers().get_all("set-cookie") {
                let pair = cookie.to_str().unwrap().split(';').next().unwrap();
                let (name, value) = pair.split_once('=').unwrap();
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
            let (status, to, named) =
                (answer.status(), header("location"), header("content-disposition").unwrap_or_default());
            if let Some(to) = to {
                (method, path) = ("GET".to_owned(), to);
                continue;
            }
            let bytes = to_bytes(answer.into_body(), 10_000_000).await.unwrap().to_vec();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            if let Some(token) = text.split("name=\"csrf\" value=\"").nth(1) {
                self.csrf = token.split('"').next().unwrap().to_owned();
            }
            return Seen { status, at: path, text, named, bytes };
        }
        panic!("{path} leads in a circle");
    }
}

impl Seen {
    /// The page is whole and says all of this.
    #[track_caller]
    pub fn says(&self, wanted: &[&str]) -> &Self {
        assert_eq!(self.status, StatusCode::OK, "{}: {}", self.at, self.text);
        for text in wanted {
            assert!(self.text.contains(text), "{} does not say {text:?}:\n{}", self.at, self.text);
        }
        self
    }

    #[track_caller]
    pub fn keeps_to_itself(&self, hidden: &[&str]) -> &Self {
        for text in hidden {
            assert!(!self.text.contains(text), "{} says {text:?}", self.at);
        }
        self
    }

    #[track_caller]
    pub fn is(&self, status: StatusCode, says: &str) -> &Self {
        assert_eq!(self.status, status, "{}: {}", self.at, self.text);
        assert!(self.text.contains(says), "{} does not say {says:?}:\n{}", self.at, self.text);
        self
    }

    /// The register number in the address.
    pub fn number(&self) -> String {
        self.at.split(['/', '?', '=', '&']).find(|part| part.starts_with("OMS-")).unwrap().to_owned()
    }
}

pub type Fields = Vec<(&'static str, &'static str)>;

pub fn request() -> Fields {
    vec![
        ("from", "RU/region/omsk"),
        ("on_behalf_of", "RU/district/isilkul"),
        ("to", "KZ/region/north-kazakhstan"),
        ("form", "operational-request"),
        ("about", "vehicle"),
        ("plate", "T 418 KO 55"),
        ("category", "other"),
        ("time_place", "18 to 20 November 2026, North Kazakhstan"),
        ("offence", "theft of a motor vehicle"),
        ("urgency", "normal"),
        ("why_held", "A camera at the crossing point recorded it leaving"),
        ("facts", "Об угоне автомобиля заявлено в Исилькуле 18 ноября."),
        ("points", "Who kept the car?\r\nWho drove it until 20 November?"),
        ("case_number", "1-26-52-00731"),
        ("purpose", "investigation"),
        ("handling", "H0"),
        ("source_eval", "A"),
        ("info_eval", "1"),
    ]
}

/// The form with some fields changed or added.
pub fn with(mut fields: Fields, changed: &[(&'static str, &'static str)]) -> Fields {
    for (name, value) in changed {
        fields.retain(|(found, _)| found != name);
        fields.push((name, value));
    }
    fields
}
