//! Their side of a case seen from ours: registering, position, work, answer. Each handler reads its input and calls one act.
//!
//! Never: reads a case except to open it; decides whether a step may be taken.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use marchland_casework::{Ground, PointRefusal};

use super::intake::{Body, Query, draft};
use super::problem::{Answered, Problem};
use super::requests::{Stepped, moved};
use super::types::{
    Cases, CorrectionSeen, GroundNamed, ListOf, PointRefused, Standpoint, Typed, WithReason, WithText,
    WorkFinished, WorkGiven,
};
use crate::access::{Action, Session};
use crate::acts::open::item;
use crate::acts::{CannotAct, theirs};
use crate::app::App;
use crate::store::people::Official;

/// What neighbours asked of the caller's body and those beneath it
#[utoipa::path(get, path = "/api/incoming", tag = "incoming", params(ListOf), responses((status = 200, body = Cases, description = "Those due first come first")))]
pub async fn list_incoming(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Query(of): Query<ListOf>,
) -> Answered<Json<Cases>> {
    super::desk::list(&app, &session.official, "theirs", of).await
}

/// Gives a received request its number
///
/// By its id; it has no number yet. The law is asked as the receiving side, and the asker is told the number.
#[utoipa::path(post, path = "/api/incoming/{number}/register", tag = "incoming", responses((status = 200, body = super::types::Moved, description = "Registered")))]
pub async fn register(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    theirs::register(&app, &session.official, &number).await?;
    moved(&app, &number).await
}

/// Accepts, accepts in part, or refuses
#[utoipa::path(post, path = "/api/incoming/{number}/position", tag = "incoming", request_body = Standpoint, responses((status = 200, body = super::types::Moved, description = "Taken; the asker is told")))]
pub async fn take_position(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<Standpoint>,
) -> Stepped {
    let stand = match given {
        Standpoint::Accepted => theirs::Stand::Accept,
        Standpoint::Partly { points } => theirs::Stand::Partly(points.into_iter().map(refused).collect()),
        Standpoint::Refused { grounds } => theirs::Stand::Refuse(named(grounds)),
    };
    theirs::take_position(&app, &session.official, &number, stand).await?;
    moved(&app, &number).await
}

fn refused(point: PointRefused) -> PointRefusal {
    PointRefusal { point: point.point, grounds: named(point.grounds) }
}

fn named(grounds: Vec<GroundNamed>) -> Vec<Ground> {
    grounds.into_iter().map(Ground::from).collect()
}

/// Asks the asker what was meant
#[utoipa::path(post, path = "/api/incoming/{number}/clarify", tag = "incoming", request_body = WithText, responses((status = 200, body = super::types::Moved, description = "Asked")))]
pub async fn ask_clarification(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<WithText>,
) -> Stepped {
    theirs::ask_clarification(&app, &session.official, &number, &given.text).await?;
    moved(&app, &number).await
}

/// Gives a piece of work to an official
#[utoipa::path(post, path = "/api/incoming/{number}/tasks", tag = "incoming", request_body = WorkGiven, responses((status = 200, body = super::types::Moved, description = "Given; the case lists it under `work`")))]
pub async fn give_work(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<WorkGiven>,
) -> Stepped {
    let to = worker(&app, &session.official, &number, &given.to).await?;
    theirs::give_work(&app, &session.official, &number, &to.id, &given.text, given.due).await?;
    moved(&app, &number).await
}

/// Somebody who could do the work. Whether the case is there is told only to those who may give work in it.
async fn worker(app: &App, who: &Official, number: &str, to: &str) -> Answered<Official> {
    let case = app.store.matter(number).await?;
    let case = case.filter(|row| app.access.may(who, Action("take-position"), &item(row)).is_some());
    let case = case.ok_or(CannotAct::NotFound)?;
    let known = match app.store.official_by_login(to).await? {
        Some(official) => Some(official),
        None => app.store.official(to).await?,
    };
    known.filter(|official| app.access.may(official, Action("work"), &item(&case)).is_some()).ok_or_else(
        || Problem::field("to", "not-a-choice", "choose an official of this node who may work on this case"),
    )
}

/// Says what came of a piece of work
#[utoipa::path(post, path = "/api/incoming/{number}/tasks/{task}/done", tag = "incoming", request_body = WorkFinished, responses((status = 200, body = super::types::Moved, description = "Done")))]
pub async fn finish_work(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path((number, task)): Path<(String, String)>,
    Body(given): Body<WorkFinished>,
) -> Stepped {
    theirs::finish_work(&app, &session.official, &number, &task, &given.outcome).await?;
    moved(&app, &number).await
}

/// Drops a piece of work that is no longer needed
#[utoipa::path(delete, path = "/api/incoming/{number}/tasks/{task}", tag = "incoming", responses((status = 200, body = super::types::Moved, description = "Dropped")))]
pub async fn drop_work(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path((number, task)): Path<(String, String)>,
) -> Stepped {
    theirs::drop_work(&app, &session.official, &number, &task).await?;
    moved(&app, &number).await
}

/// Notes that a correction of the request was looked at
#[utoipa::path(post, path = "/api/incoming/{number}/review-correction", tag = "incoming", request_body = CorrectionSeen, responses((status = 200, body = super::types::Moved, description = "Noted")))]
pub async fn review_correction(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<CorrectionSeen>,
) -> Stepped {
    theirs::review_correction(&app, &session.official, &number, given.version).await?;
    moved(&app, &number).await
}

/// Saves the draft of the answer
#[utoipa::path(post, path = "/api/incoming/{number}/answer", tag = "incoming", request_body = Typed, responses((status = 200, body = super::types::Moved, description = "Saved as typed")))]
pub async fn save_answer(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<Typed>,
) -> Stepped {
    theirs::save_answer(&app, &session.official, &number, draft(given.fields)?).await?;
    moved(&app, &number).await
}

/// Asks a head to sign the answer
#[utoipa::path(post, path = "/api/incoming/{number}/answer/submit", tag = "incoming", responses((status = 200, body = super::types::Moved, description = "On the desk of the heads")))]
pub async fn submit_answer(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    theirs::submit_answer(&app, &session.official, &number).await?;
    moved(&app, &number).await
}

/// Signs the answer and sends it
#[utoipa::path(post, path = "/api/incoming/{number}/answer/approve", tag = "incoming", responses((status = 200, body = super::types::Moved, description = "Signed, sealed and on its way")))]
pub async fn approve_answer(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    theirs::approve_answer(&app, &session.official, &number).await?;
    moved(&app, &number).await
}

/// Sends the answer back to its author
#[utoipa::path(post, path = "/api/incoming/{number}/answer/return", tag = "incoming", request_body = WithReason, responses((status = 200, body = super::types::Moved, description = "A draft again")))]
pub async fn return_answer(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<WithReason>,
) -> Stepped {
    theirs::return_answer(&app, &session.official, &number, &given.reason).await?;
    moved(&app, &number).await
}

/// Closes the case
#[utoipa::path(post, path = "/api/incoming/{number}/close", tag = "incoming", responses((status = 200, body = super::types::Moved, description = "Closed")))]
pub async fn close_incoming(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    theirs::close(&app, &session.official, &number).await?;
    moved(&app, &number).await
}
