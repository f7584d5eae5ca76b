//! The pages that say no: not found, our fault, not now, too old a form, and the question why somebody opens a case.
//!
//! Never: carries personal data; says whether something is there that the visitor may not see.

use askama::Template;
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use marchland_casework::CannotStep;

use super::frame;
use super::l10n::Lang;
use super::page::{Stop, path_of, problems};
use super::views::prompts::{ErrorKind, ErrorPage, ReasonPage};
use super::views::{Fields, Frame, Place};
use crate::access::gate::{Refusal, cookie, cookie_name};
use crate::access::{Session, hex};
use crate::acts::CannotAct;
use crate::app::App;

/// What the answer to a refused request still needs of it.
#[derive(Clone, Debug)]
pub struct Asked {
    path: String,
    headers: HeaderMap,
}

impl Asked {
    pub fn of(request: &Request) -> Self {
        Self { path: path_of(request.uri().path_and_query()), headers: request.headers().clone() }
    }

    pub fn new(path: String, headers: HeaderMap) -> Self {
        Self { path, headers }
    }

    fn segments(&self) -> Vec<&str> {
        self.path.split('?').next().unwrap_or_default().split('/').skip(1).collect()
    }

    /// Where the person came from: the case, if there is one in the address.
    fn back(&self) -> String {
        match self.segments().as_slice() {
            [noun @ ("requests" | "incoming" | "approvals"), case, ..]
                if !case.is_empty() && *case != "new" =>
            {
                format!("/{noun}/{case}")
            }
            [noun @ ("requests" | "incoming" | "approvals" | "instruments" | "framework"), ..] => {
                format!("/{noun}")
            }
            _ => "/desk".to_owned(),
        }
    }
}

pub async fn draw(app: &App, asked: &Asked, stop: Stop) -> Response {
    let frame = frame_of(app, asked).await;
    let lang = frame.lang;
    if let Stop::Act(why) = &stop
        && matches!(**why, CannotAct::ReasonNeeded)
    {
        return reason(frame, asked, Fields::default(), StatusCode::OK);
    }
    let (status, kind) = match &stop {
        Stop::Act(why) => of_act(lang, why, asked),
        Stop::Refused(refusal) => (refusal.status(), of_refusal(*refusal, asked)),
    };
    html(status, &ErrorPage { frame, kind })
}

/// The page that asks why.
pub fn reason(frame: Frame, asked: &Asked, fields: Fields, status: StatusCode) -> Response {
    let segments = asked.segments();
    let case = segments.get(1).copied().unwrap_or_default();
    let noun = match segments.first() {
        Some(&"incoming") => "incoming",
        Some(&"alerts") => "alerts",
        _ => "requests",
    };
    let page =
        ReasonPage { number: case.to_owned(), post_to: format!("/{noun}/{case}/reason"), frame, fields };
    html(status, &page)
}

fn of_act(lang: Lang, why: &CannotAct, asked: &Asked) -> (StatusCode, ErrorKind) {
    if why.is_ours() {
        return (StatusCode::INTERNAL_SERVER_ERROR, ours(why));
    }
    let refused = |status| {
        let sentence = match why {
            CannotAct::Step(CannotStep::Incomplete(found)) => {
                let texts: Vec<String> = problems(lang.words(), found).into_iter().map(|p| p.text).collect();
                texts.join(" ")
            }
            _ => lang.cannot(why.code(), &why.to_string()),
        };
        (status, ErrorKind::Refused { sentence, code: why.code().to_owned(), back: asked.back() })
    };
    match why {
        CannotAct::NotFound => (StatusCode::NOT_FOUND, ErrorKind::NotFound),
        CannotAct::Store(_) => refused(StatusCode::CONFLICT),
        _ => refused(StatusCode::UNPROCESSABLE_ENTITY),
    }
}

fn of_refusal(refusal: Refusal, asked: &Asked) -> ErrorKind {
    match refusal {
        Refusal::NotFound | Refusal::NotSignedIn => ErrorKind::NotFound,
        Refusal::StaleForm | Refusal::TooLarge => ErrorKind::StaleForm { back: asked.back() },
        Refusal::Ours => ours(&"a session could not be looked up"),
    }
}

/// Our fault. The person gets a short number under which the log has the cause.
fn ours(why: &dyn std::fmt::Display) -> ErrorKind {
    let mut bytes = [0_u8; 3];
    // Without random numbers every fault has the same number; the log still has its cause and time.
    let _ = getrandom::fill(&mut bytes);
    let number = hex(&bytes).to_uppercase();
    tracing::error!(number, error = %why, "a page failed inside the node");
    ErrorKind::Ours { number }
}

/// The visitor's frame if there is a visitor and the store still answers; otherwise the bare one.
async fn frame_of(app: &App, asked: &Asked) -> Frame {
    let token = cookie(&asked.headers, &cookie_name(app));
    let session = match token {
        Some(token) => Session::find(&app.store, &token, app.clock.now_ms()).await.ok().flatten(),
        None => None,
    };
    let bare = || frame::nobody(app, &asked.headers, &asked.path);
    match session {
        Some(session) => {
            frame::of(app, &session, &asked.path, "", Place::Elsewhere).await.unwrap_or_else(|_| bare())
        }
        None => bare(),
    }
}

fn html(status: StatusCode, page: &impl Template) -> Response {
    match page.render() {
        Ok(text) => (status, Html(text)).into_response(),
        Err(error) => {
            tracing::error!(%error, "an error page could not be drawn");
            status.into_response()
        }
    }
}
