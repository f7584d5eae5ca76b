//! What stands before every door: finds the session, checks the form's token, asks the policies.
//!
//! Never: tells "not allowed" from "not there".

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect};

use super::{Action, Item, Session};
use crate::app::App;
use crate::store::audit::Entry;

/// Larger than any form here, of which the file of a post without network is the largest; attachments are not forms.
pub(crate) const FORM_MAX_BYTES: usize = 1024 * 1024;

/// How a refusal looks differs between pages and the API; what is refused does not.
#[derive(Debug, Clone, Copy)]
pub enum Refusal {
    NotSignedIn,
    NotFound,
    StaleForm,
    TooLarge,
    Ours,
}

/// For pages: the session is in a cookie, forms carry its token.
pub fn pages(app: App, action: Option<Action>, request: Request, next: Next) -> super::doors::Answer {
    Box::pin(async move {
        let path = request.uri().path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
        let is_get = request.method() == Method::GET;
        match pass_page(&app, action, request).await {
            Ok(request) => next.run(request).await,
            Err(Refusal::NotSignedIn) if is_get => {
                let next: String = form_urlencoded(&path);
                Redirect::to(&format!("/sign-in?next={next}")).into_response()
            }
            Err(Refusal::NotSignedIn) => Redirect::to("/sign-in").into_response(),
            Err(refusal) => crate::web::refused(&app, refusal).await,
        }
    })
}

/// For the API: the token comes in the Authorization header, which no other site can make a browser send.
pub fn api(app: App, action: Option<Action>, mut request: Request, next: Next) -> super::doors::Answer {
    Box::pin(async move {
        let Some(action) = action else { return next.run(request).await };
        let token = request
            .headers()
            .get(AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.strip_prefix("Bearer "))
            .map(str::to_owned);
        let session = match token {
            Some(token) => find(&app, &token).await,
            None => Err(Refusal::NotSignedIn),
        };
        match session {
            Ok(session) => match admit(&app, &session, action).await {
                Ok(()) => {
                    request.extensions_mut().insert(session);
                    next.run(request).await
                }
                Err(refusal) => crate::api::refused(refusal),
            },
            Err(refusal) => crate::api::refused(refusal),
        }
    })
}

async fn pass_page(app: &App, action: Option<Action>, mut request: Request) -> Result<Request, Refusal> {
    let token = cookie(request.headers(), &cookie_name(app));
    let session = match token {
        Some(token) => find(app, &token).await.ok(),
        None => None,
    };
    let Some(action) = action else {
        if let Some(session) = session {
            request.extensions_mut().insert(session);
        }
        return Ok(request);
    };
    let session = session.ok_or(Refusal::NotSignedIn)?;
    if request.method() == Method::POST {
        request = with_valid_token(request, &session.csrf).await?;
    }
    admit(app, &session, action).await?;
    request.extensions_mut().insert(session);
    Ok(request)
}

async fn find(app: &App, token: &str) -> Result<Session, Refusal> {
    match Session::find(&app.store, token, app.clock.now_ms()).await {
        Ok(Some(session)) => Ok(session),
        Ok(None) => Err(Refusal::NotSignedIn),
        Err(error) => {
            tracing::error!(%error, "a session could not be looked up");
            Err(Refusal::Ours)
        }
    }
}

/// Can this role do this at all? Which case it may be done to is asked again where the case is known.
async fn admit(app: &App, session: &Session, action: Action) -> Result<(), Refusal> {
    let official = &session.official;
    let allowed = app.access.may(official, action, &Item::Node).is_some()
        || app.access.role_can(official.role.code(), action);
    if allowed {
        return Ok(());
    }
    let entry = Entry {
        official: Some(&official.id),
        act: action.0,
        reads: false,
        matter: None,
        reason: None,
        outcome: "refused: not-allowed",
    };
    if let Err(error) = app.store.audit(app.clock.now_ms(), entry).await {
        tracing::error!(%error, "a refused access could not be written to the audit");
    }
    Err(Refusal::NotFound)
}

/// Reads the form once, compares its token, and gives the request back whole.
async fn with_valid_token(request: Request, csrf: &str) -> Result<Request, Refusal> {
    let (parts, body) = request.into_parts();
    let is_form = parts
        .headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
    let bytes: Bytes = to_bytes(body, FORM_MAX_BYTES).await.map_err(|_| Refusal::TooLarge)?;
    // A header serves the script that saves drafts; a form from elsewhere can set neither.
    let in_header =
        parts.headers.get("x-csrf-token").and_then(|value| value.to_str().ok()).map(str::to_owned);
    let in_form = || {
        serde_urlencoded::from_bytes::<Vec<(String, String)>>(&bytes)
            .ok()
            .and_then(|pairs| pairs.into_iter().find(|(name, _)| name == "csrf").map(|(_, value)| value))
    };
    let shown = in_header.or_else(|| if is_form { in_form() } else { None });
    if shown.is_none_or(|shown| !same(shown.as_bytes(), csrf.as_bytes())) {
        return Err(Refusal::StaleForm);
    }
    Ok(Request::from_parts(parts, Body::from(bytes)))
}

/// Compares without stopping at the first difference.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |different, (x, y)| different | (x ^ y)) == 0
}

/// Two nodes on one machine must not overwrite each other's session: cookies do not know ports.
pub fn cookie_name(app: &App) -> String {
    format!("__Host-marchland-{}", app.config.node)
}

pub fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value.to_owned())
}

fn form_urlencoded(text: &str) -> String {
    serde_urlencoded::to_string([("", text)]).unwrap_or_default().trim_start_matches('=').to_owned()
}

impl Refusal {
    pub fn status(self) -> StatusCode {
        match self {
            Self::NotSignedIn => StatusCode::UNAUTHORIZED,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::StaleForm => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Ours => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    pub fn code(self) -> &'static str {
        match self {
            Self::NotSignedIn => "not-signed-in",
            Self::NotFound => "not-found",
            Self::StaleForm => "stale-form",
            Self::TooLarge => "too-large",
            Self::Ours => "internal",
        }
    }
}
