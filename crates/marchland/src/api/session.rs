//! Signing in and out. The token goes into a header that no other site can make a browser send.
//!
//! Never: keeps a token; says which of name and password was wrong.

use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};

use super::intake::Body;
use super::problem::Answered;
use super::types::{Credentials, SignedIn, Who, moment};
use crate::access::Session;
use crate::app::App;
use crate::store::audit::Entry;

/// Signs in
#[utoipa::path(post, path = "/api/session", tag = "session", request_body = Credentials,
    responses((status = 201, body = SignedIn, description = "Signed in"), (status = 401, body = super::types::ApiError, description = "Wrong, or locked after too many attempts")))]
pub async fn sign_in(
    State(app): State<App>,
    Body(given): Body<Credentials>,
) -> Answered<(StatusCode, Json<SignedIn>)> {
    let now_ms = app.clock.now_ms();
    let (session, token) = Session::open(&app.store, &given.user, &given.password, now_ms).await?;
    note(&app, &session, "sign in").await?;
    let signed_in =
        SignedIn { token, until: moment(session.until_ms), official: Who::from(&session.official) };
    Ok((StatusCode::CREATED, Json(signed_in)))
}

/// Ends the session
#[utoipa::path(delete, path = "/api/session", tag = "session", responses((status = 204, description = "Ended")))]
pub async fn sign_out(
    State(app): State<App>,
    Extension(session): Extension<Session>,
) -> Answered<StatusCode> {
    app.store.end_session(&session.token_hash, app.clock.now_ms()).await?;
    note(&app, &session, "sign out").await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn note(app: &App, session: &Session, act: &str) -> Answered<()> {
    let entry = Entry {
        official: Some(&session.official.id),
        act,
        reads: false,
        matter: None,
        reason: None,
        outcome: "done",
    };
    Ok(app.store.audit(app.clock.now_ms(), entry).await?)
}
