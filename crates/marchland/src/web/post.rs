//! `marchland crossing --page`: the guard's page at a post without database and network. `GET /`, `POST /check {scan}`,
//! `POST /settings {lang | theme, back}`. One field for a scan or for a traveller to each line, one row for each answer, and
//! above them whose list it is and how old.
//!
//! Never: keeps a traveller once the answer is written; answers before the check is written down, or another machine or site;
//! decides from a list that is too old.

use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::HOST;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use jiff::tz::TimeZone;

use super::assets;
use super::crossing::{action, born, counts, danger, line, read};
use super::frame::as_the_browser_asks;
use super::l10n::{Lang, mark};
use super::page::{Form, from_here};
use super::settings::kept;
use super::views::crossing::{PostHit, PostPage, TravellerRow};
use super::views::{Fields, Problem};
use crate::acts::crossing::Checked;
use crate::clock::Clock;
use crate::screening::{Away, Log, Snapshot, Word};

/// What a post has: the list as its node signed it.
#[derive(Debug)]
pub struct Post {
    pub opened: Snapshot,
    pub max_age_min: u32,
    pub clock: Clock,
    pub log: Log,
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
    show(&post.page(&headers, Fields::default(), Vec::new(), Vec::new()))
}

async fn check(State(post): State<Arc<Post>>, headers: HeaderMap, form: Form) -> Response {
    let t = as_the_browser_asks(&headers, "/").t();
    let (people, bad) = match read(t, form.get("scan"), post.opened.screening.this_year()) {
        _ if post.is_too_old() => (Vec::new(), Vec::new()),
        Ok(read) => read,
        Err(text) => {
            let fields = form.fields().with_problems(vec![Problem { field: "scan".to_owned(), text }]);
            return show(&post.page(&headers, fields, Vec::new(), Vec::new()));
        }
    };
    let now = post.clock.now();
    let mut answers: Vec<(i64, Checked)> = people
        .into_iter()
        .map(|(line, person)| {
            let met = post.opened.screening.check(&person, now);
            (line, Checked { id: String::new(), person, met })
        })
        .collect();
    let down: Vec<Away> =
        answers.iter().map(|(line, answer)| Away::new(now, post.opened.as_of, *line, &answer.met)).collect();
    if let Err(why) = post.log.write(&down) {
        tracing::error!(%why, "checks could not be written down");
        let text = t.post_not_written(why.to_string());
        let fields = form.fields().with_problems(vec![Problem { field: "scan".to_owned(), text }]);
        return show(&post.page(&headers, fields, Vec::new(), Vec::new()));
    }
    // What needs somebody comes first, otherwise the order of the list.
    answers.sort_by_key(|(_, answer)| std::cmp::Reverse(answer.word()));
    show(&post.page(&headers, Fields::default(), answers, bad))
}

async fn settings(form: Form) -> Response {
    (kept(&form), Redirect::to("/")).into_response()
}

/// The alert in short; what else it says stands at the node.
fn hit(lang: Lang, answer: &Checked) -> Option<PostHit> {
    let (t, word) = (lang.words(), answer.word());
    let met = answer.met.first().filter(|_| word > Word::ClearedBefore)?;
    let content = &met.listed.content;
    let names = content.person.names.iter().map(|name| {
        let parts = [Some(&name.family), name.given.as_ref(), name.patronymic.as_ref()];
        parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    });
    Some(PostHit {
        mark: mark(word),
        title: format!("{} – {}", t.word(word), action(t, word, Some(met), &answer.person)),
        name: answer.person.name(),
        number: met.listed.reference.clone(),
        listed: names.collect::<Vec<_>>().join("; "),
        born: content.person.born.map(|day| born(lang, &String::from(day))).unwrap_or_default(),
        wanted_for: t.search_purpose(content.purpose),
        asked: t.search_action(content.action),
        danger: danger(t, content),
        valid: t.met_valid(lang.date(content.valid_until)),
    })
}

impl Post {
    fn is_too_old(&self) -> bool {
        self.opened.still_decides(self.clock.now(), i64::from(self.max_age_min) * 60).is_err()
    }

    fn page(
        &self,
        headers: &HeaderMap,
        fields: Fields,
        answers: Vec<(i64, Checked)>,
        bad: Vec<String>,
    ) -> PostPage {
        let frame = as_the_browser_asks(headers, "/");
        let (lang, t) = (frame.lang, frame.t());
        let age = self.opened.age_min(self.clock.now()).to_string();
        let alerts = t.alerts_count(self.opened.screening.len() as u64);
        let at = lang.date_time(&self.opened.as_of.to_zoned(TimeZone::system()));
        // Nothing is kept, so no row leads anywhere.
        let row = |(number, answer): &(i64, Checked)| TravellerRow {
            href: String::new(),
            ..line(lang, answer, answer.word(), &number.to_string())
        };
        PostPage {
            list: t.post_list(at, self.opened.node.as_str(), age.as_str(), alerts),
            too_old: self.is_too_old().then(|| t.post_too_old(age, self.max_age_min.to_string())),
            fields,
            counts: counts(t, answers.iter().map(|(_, answer)| answer.word().code())),
            rows: answers.iter().map(row).collect(),
            hits: answers.iter().filter_map(|(_, answer)| hit(lang, answer)).collect(),
            bad,
            frame,
        }
    }
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
