//! Our side of a case: drafting, signing, corresponding, ending. Each handler reads its input and calls one act.
//!
//! Never: reads a case except to open it; decides whether a step may be taken.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use marchland_casework::DraftFields;
use marchland_law::Side;

use super::cases::{opened_ours, texts};
use super::intake::{Body, Query, draft};
use super::law::act_of;
use super::problem::{Answered, Problem};
use super::types::{
    AnswerRead, Cases, Evaluating, FieldError, ListOf, Moved, Rerouted, Retyped, Saved, Typed, WithReason,
    WithText,
};
use crate::access::Session;
use crate::acts::{CannotAct, ask, ours};
use crate::app::App;

pub type Stepped = Answered<Json<Moved>>;

/// Where the case stands now.
pub async fn moved(app: &App, id: &str) -> Stepped {
    Ok(Json(app.store.matter(id).await?.ok_or(CannotAct::NotFound)?.into()))
}

/// Requests of the caller's body and those beneath it
#[utoipa::path(get, path = "/api/requests", tag = "requests", params(ListOf), responses((status = 200, body = Cases, description = "Those due first come first")))]
pub async fn list_requests(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Query(of): Query<ListOf>,
) -> Answered<Json<Cases>> {
    super::desk::list(&app, &session.official, "ours", of).await
}

/// Begins a request
///
/// Saved as typed, right or wrong; the answer says what is still to be mended.
#[utoipa::path(post, path = "/api/requests", tag = "requests", request_body = Typed, responses((status = 201, body = Saved, description = "A draft with a number")))]
pub async fn compose(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Body(given): Body<Typed>,
) -> Answered<(StatusCode, Json<Saved>)> {
    let saved = save(&app, &session, None, draft(given.fields)?, None).await?;
    Ok((StatusCode::CREATED, Json(saved)))
}

/// Saves a draft
#[utoipa::path(put, path = "/api/requests/{number}", tag = "requests", request_body = Retyped, responses((status = 200, body = Saved, description = "Saved as typed")))]
pub async fn save_draft(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<Retyped>,
) -> Answered<Json<Saved>> {
    Ok(Json(save(&app, &session, Some(&number), draft(given.fields)?, given.version).await?))
}

async fn save(
    app: &App,
    session: &Session,
    id: Option<&str>,
    typed: DraftFields,
    version: Option<i64>,
) -> Answered<Saved> {
    let problems = typed.check().err().unwrap_or_default();
    let row = ours::save(app, &session.official, id, typed, version).await?;
    Ok(Saved { case: row.into(), problems: problems.iter().map(FieldError::from).collect() })
}

/// Switches a draft to the lawful route
///
/// The first route the law offers: the body that may sign asks in the name of the one that may not.
#[utoipa::path(post, path = "/api/requests/{number}/route", tag = "requests", responses((status = 200, body = Rerouted, description = "Switched, and what the law says to it now")))]
pub async fn take_route(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Answered<Json<Rerouted>> {
    let who = &session.official;
    let (row, request, _) = opened_ours(&app, who, &number, None).await?;
    let mut typed = request.typed().clone();
    let at = app.clock.now();
    let asked = ask::law(&app, &act_of(&typed)?, Side::Acting, at).await?;
    let Some(wanted_to) = ours::use_route(&app, &mut typed, &asked.decision) else {
        return Err(Problem::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "no-route",
            "the law offers no other route for this request that a body of this node could take",
        ));
    };
    let fields: BTreeMap<String, String> = texts(&typed);
    let now = ask::law(&app, &act_of(&typed)?, Side::Acting, at).await?;
    let (id, version) = (Some(row.id.as_str()), Some(row.version));
    let saved = ours::save_rerouted(&app, who, id, typed, version, Some(wanted_to)).await?;
    Ok(Json(Rerouted { case: saved.into(), fields, decision: now.into() }))
}

/// Asks a head to sign
#[utoipa::path(post, path = "/api/requests/{number}/submit", tag = "requests", responses((status = 200, body = Moved, description = "On the desk of the heads")))]
pub async fn submit_request(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    ours::submit(&app, &session.official, &number).await?;
    moved(&app, &number).await
}

/// Signs a request or a correction and sends it
#[utoipa::path(post, path = "/api/requests/{number}/approve", tag = "requests", responses((status = 200, body = Moved, description = "Signed, sealed and on its way")))]
pub async fn approve_request(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    ours::approve(&app, &session.official, &number).await?;
    moved(&app, &number).await
}

/// Sends a submitted request back to its author
#[utoipa::path(post, path = "/api/requests/{number}/return", tag = "requests", request_body = WithReason, responses((status = 200, body = Moved, description = "A draft again")))]
pub async fn return_request(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<WithReason>,
) -> Stepped {
    ours::give_back(&app, &session.official, &number, &given.reason).await?;
    moved(&app, &number).await
}

/// Withdraws a request that was not sent
#[utoipa::path(post, path = "/api/requests/{number}/withdraw", tag = "requests", request_body = WithReason, responses((status = 200, body = Moved, description = "Withdrawn")))]
pub async fn withdraw_request(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<WithReason>,
) -> Stepped {
    ours::withdraw(&app, &session.official, &number, &given.reason).await?;
    moved(&app, &number).await
}

/// Recalls a request that was sent
#[utoipa::path(post, path = "/api/requests/{number}/recall", tag = "requests", request_body = WithReason, responses((status = 200, body = Moved, description = "Recalled; the other side is told")))]
pub async fn recall_request(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<WithReason>,
) -> Stepped {
    ours::recall(&app, &session.official, &number, &given.reason).await?;
    moved(&app, &number).await
}

/// Proposes a new version of a sent request
///
/// All fields again; a head signs the correction like the request.
#[utoipa::path(post, path = "/api/requests/{number}/correct", tag = "requests", request_body = Typed, responses((status = 200, body = Moved, description = "On the desk of the heads")))]
pub async fn correct_request(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<Typed>,
) -> Stepped {
    ours::propose_correction(&app, &session.official, &number, draft(given.fields)?).await?;
    moved(&app, &number).await
}

/// Drops a correction that waits for a head
#[utoipa::path(delete, path = "/api/requests/{number}/correct", tag = "requests", responses((status = 200, body = Moved, description = "Dropped")))]
pub async fn drop_correction(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    ours::drop_correction(&app, &session.official, &number).await?;
    moved(&app, &number).await
}

/// Answers a question of the other side
#[utoipa::path(post, path = "/api/requests/{number}/clarify", tag = "requests", request_body = WithText, responses((status = 200, body = Moved, description = "Sent")))]
pub async fn clarify_request(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<WithText>,
) -> Stepped {
    ours::clarify(&app, &session.official, &number, &given.text).await?;
    moved(&app, &number).await
}

/// Reminds the other side
#[utoipa::path(post, path = "/api/requests/{number}/remind", tag = "requests", request_body = WithText, responses((status = 200, body = Moved, description = "Sent")))]
pub async fn remind(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<WithText>,
) -> Stepped {
    ours::remind(&app, &session.official, &number, &given.text).await?;
    moved(&app, &number).await
}

/// Notes that an answer was read
///
/// The first reading goes back as a signed receipt.
#[utoipa::path(post, path = "/api/requests/{number}/read-answer", tag = "requests", request_body = AnswerRead, responses((status = 200, body = Moved, description = "Noted")))]
pub async fn read_answer(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<AnswerRead>,
) -> Stepped {
    ours::read_answer(&app, &session.official, &number, &given.answer).await?;
    moved(&app, &number).await
}

/// Notes that a refusal was read
#[utoipa::path(post, path = "/api/requests/{number}/read-refusal", tag = "requests", responses((status = 200, body = Moved, description = "Noted")))]
pub async fn read_refusal(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    ours::read_refusal(&app, &session.official, &number).await?;
    moved(&app, &number).await
}

/// Evaluates the cooperation
#[utoipa::path(post, path = "/api/requests/{number}/evaluate", tag = "requests", request_body = Evaluating, responses((status = 200, body = Moved, description = "Kept")))]
pub async fn evaluate(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<Evaluating>,
) -> Stepped {
    let Evaluating { useful, in_time, score, comment } = given;
    ours::evaluate(&app, &session.official, &number, useful, in_time, score, &comment).await?;
    moved(&app, &number).await
}

/// Closes the case
#[utoipa::path(post, path = "/api/requests/{number}/close", tag = "requests", responses((status = 200, body = Moved, description = "Closed")))]
pub async fn close_request(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    ours::close(&app, &session.official, &number).await?;
    moved(&app, &number).await
}
