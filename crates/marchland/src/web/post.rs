//! `marchland crossing --page`: the guard's page at a post without database and network. `GET /`, `POST /check {scan}`,
//! `POST /settings {lang | theme, back}`. One field for a scan or for a traveller to each line, one row for each answer, and
//! above them whose list it is and how old.
//!
//! Never: keeps a traveller once the answer is written; answers another machine or another site; decides from a list that is
//! too old.

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, HOST};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use jiff::tz::TimeZone;

use super::assets;
use super::crossing::{action, born, counts, kind};
use super::frame::{LANG_COOKIE, THEME_COOKIE, theme};
use super::l10n::{Lang, mark};
use super::page::{Form, from_here};
use super::settings::kept;
use super::views::crossing::{PostHit, PostPage, TravellerRow};
use super::views::frame::Frame;
use super::views::{Fields, Problem};
use crate::access::gate::cookie;
use crate::acts::crossing::LIST_MAX;
use crate::clock::Clock;
use crate::screening::{Met, Person, Snapshot, Word, read_line, split_list};

/// What a post has: the list as its node signed it.
#[derive(Debug)]
pub struct Post {
    pub opened: Snapshot,
    pub max_age_min: u32,
    pub clock: Clock,
}

/// Everything this machine can ask of it.
pub fn router(post_of: Arc<Post>) -> Router {
    Router::new()
        .route("/", get(see))
        .route("/check", post(check))
        .route("/settings", post(settings))
        .merge(assets::router())
        .fallback(async || Redirect::to("/"))
        .with_state(post_of)
        .layer(from_fn(only_here))
        .layer(from_fn(crate::serve::headers))
}

/// A page of another site may lead a browser here under a name of its own: only this machine's own names are answered.
async fn only_here(request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    if !matches!(name, "localhost" | "127.0.0.1" | "[::1]") || !from_here(request.headers()) {
        return StatusCode::FORBIDDEN.into_response();
    }
    next.run(request).await
}

async fn see(State(post): State<Arc<Post>>, headers: HeaderMap) -> Response {
    let lang = lang(&headers);
    show(&post.page(lang, &headers, Fields::default(), Vec::new(), Vec::new()))
}

async fn check(State(post): State<Arc<Post>>, headers: HeaderMap, form: Form) -> Response {
    let lang = lang(&headers);
    let t = lang.words();
    let lines = split_list(form.get("scan"));
    let refused = match lines.len() {
        0 => Some(t.bad_empty()),
        n if n > LIST_MAX => Some(t.bus_says(LIST_MAX as u64)),
        _ => None,
    };
    if let Some(text) = refused {
        let fields = form.fields().with_problems(vec![Problem { field: "scan".to_owned(), text }]);
        return show(&post.page(lang, &headers, fields, Vec::new(), Vec::new()));
    }
    let (mut answers, mut bad) = (Vec::new(), Vec::new());
    if !post.is_too_old() {
        for (line, text) in &lines {
            match read_line(text, post.opened.screening.this_year()) {
                Ok(all) => answers.extend(all.into_iter().map(|one| post.answer(*line, one))),
                Err(why) => bad.push(t.bus_bad_line(*line as u64, t.unreadable(&why))),
            }
        }
    }
    // What needs somebody comes first, otherwise the order of the list.
    answers.sort_by_key(|answer| std::cmp::Reverse(answer.word()));
    show(&post.page(lang, &headers, Fields::default(), answers, bad))
}

async fn settings(headers: HeaderMap, form: Form) -> Response {
    if !from_here(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    (kept(&form), Redirect::to("/")).into_response()
}

struct Answer {
    line: usize,
    person: Person,
    met: Vec<Met>,
}

impl Answer {
    fn word(&self) -> Word {
        self.met.first().map_or(Word::Clear, |met| met.word)
    }

    fn row(&self, lang: Lang) -> TravellerRow {
        let (t, first) = (lang.words(), self.met.first());
        TravellerRow {
            line: self.line.to_string(),
            mark: mark(self.word()),
            word: t.word(self.word()),
            action: action(t, self.word(), first, &self.person),
            name: self.person.name(),
            born: match &self.person.thing {
                Some(thing) => kind(t, thing, first),
                None => self.person.born.as_deref().map(|day| born(lang, day)).unwrap_or_default(),
            },
            href: String::new(),
            current: false,
        }
    }

    /// The alert in short; what else it says stands at the node.
    fn hit(&self, lang: Lang) -> Option<PostHit> {
        let t = lang.words();
        let met = self.met.first().filter(|_| self.word() > Word::ClearedBefore)?;
        let content = &met.listed.content;
        let dangers: Vec<String> = content.danger.iter().map(|danger| t.danger(*danger)).collect();
        let names = content.person.names.iter().map(|name| {
            let parts = [Some(&name.family), name.given.as_ref(), name.patronymic.as_ref()];
            parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
        });
        Some(PostHit {
            mark: mark(self.word()),
            title: format!("{} – {}", t.word(self.word()), action(t, self.word(), Some(met), &self.person)),
            name: self.person.name(),
            number: met.listed.reference.clone(),
            listed: names.collect::<Vec<_>>().join("; "),
            born: content.person.born.map(|day| born(lang, &String::from(day))).unwrap_or_default(),
            wanted_for: t.search_purpose(content.purpose),
            asked: t.search_action(content.action),
            danger: if dangers.is_empty() { t.danger_none() } else { dangers.join(", ") },
            valid: t.met_valid(lang.date(content.valid_until)),
        })
    }
}

impl Post {
    fn answer(&self, line: usize, person: Person) -> Answer {
        let met = self.opened.screening.check(&person, self.clock.now());
        Answer { line, person, met }
    }

    fn is_too_old(&self) -> bool {
        self.opened.age_min(self.clock.now()) > i64::from(self.max_age_min)
    }

    fn page(
        &self,
        lang: Lang,
        headers: &HeaderMap,
        fields: Fields,
        answers: Vec<Answer>,
        bad: Vec<String>,
    ) -> PostPage {
        let (t, zone) = (lang.words(), TimeZone::system());
        let age = self.opened.age_min(self.clock.now()).to_string();
        let alerts = t.alerts_count(self.opened.screening.len() as u64);
        let at = lang.date_time(&self.opened.as_of.to_zoned(zone));
        PostPage {
            frame: Frame {
                lang,
                theme: theme(&cookie(headers, THEME_COOKIE).unwrap_or_default()),
                path: "/".to_owned(),
                ..Frame::default()
            },
            list: t.post_list(at, self.opened.node.as_str(), age.as_str(), alerts),
            too_old: self.is_too_old().then(|| t.post_too_old(age, self.max_age_min.to_string())),
            fields,
            counts: counts(t, answers.iter().map(|answer| answer.word().code())),
            rows: answers.iter().map(|answer| answer.row(lang)).collect(),
            hits: answers.iter().filter_map(|answer| answer.hit(lang)).collect(),
            bad,
        }
    }
}

fn lang(headers: &HeaderMap) -> Lang {
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Lang::choose(cookie(headers, LANG_COOKIE).as_deref(), accepted)
}

fn show(page: &PostPage) -> Response {
    match page.render() {
        Ok(html) => Html(html).into_response(),
        Err(why) => {
            tracing::error!(%why, "a page could not be drawn");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
