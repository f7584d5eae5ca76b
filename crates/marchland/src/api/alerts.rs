//! Alerts: writing, signing, changing, withdrawing ours; opening and deciding on the neighbour's; what is done about hits.
//!
//! Never: shows an alert without `acts::open::read`, which asks for a reason and writes it down.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use marchland_casework::AlertContent;
use marchland_casework::alert::{KeptCopy, Reached, Stage};

use super::cases::{texts, timeline};
use super::intake::{Body, Query, draft};
use super::problem::Answered;
use super::requests::{Stepped, moved};
use super::types::{
    AlertCopy, AlertLine, AlertSaved, Alerts, AlertsOf, FieldError, OpenAlert, Reading, Renewal, Retyped,
    Timeline, Typed, WithReason,
};
use crate::access::{Action, Session};
use crate::acts::open::{Case, Opened, item, read};
use crate::acts::{CannotAct, alerts, crossing};
use crate::app::App;
use crate::store::alert::AlertFilter;

const LIST_MAX: u32 = 200;
const STANDING: &str = ",draft,submitted,in-force,awaiting-law,";

/// Alerts of the caller's body, and those of neighbours addressed to it
#[utoipa::path(get, path = "/api/alerts", tag = "alerts", params(AlertsOf), responses((status = 200, body = Alerts, description = "Those changed last come first")))]
pub async fn list_alerts(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Query(of): Query<AlertsOf>,
) -> Answered<Json<Alerts>> {
    let who = &session.official;
    let bodies = format!(",{},", app.config.within(&who.body).join(","));
    let stages = of.stage.map_or_else(|| STANDING.to_owned(), |stage| format!(",{stage},"));
    let filter = AlertFilter {
        side: match of.whose.as_deref() {
            Some("ours") => "alert-ours",
            Some("theirs") => "alert-theirs",
            _ => "",
        },
        stages: &stages,
        bodies: &bodies,
        text: of.text.as_deref().unwrap_or_default(),
        limit: of.limit.unwrap_or(LIST_MAX).min(LIST_MAX).into(),
        offset: of.offset.unwrap_or_default().into(),
    };
    let total = app.store.count_alerts(&filter).await?;
    let rows = app.store.alert_list(&filter).await?.into_iter();
    let may = |row: &_| app.access.may(who, Action("read-matter"), &item(row)).is_some();
    Ok(Json(Alerts { alerts: rows.filter(may).map(AlertLine::of).collect(), total }))
}

/// Opens an alert
#[utoipa::path(get, path = "/api/alerts/{number}", tag = "alerts", params(Reading), responses((status = 200, body = OpenAlert, description = "The whole alert")))]
pub async fn open_alert(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Query(reading): Query<Reading>,
) -> Answered<Json<OpenAlert>> {
    let Opened { row, case, reason } =
        read(&app, &session.official, &number, reading.reason.as_deref()).await?;
    let Case::Alert(alert) = case else { return Err(CannotAct::NotFound.into()) };
    let returned = match alert.stage() {
        Stage::Draft { returned } => returned.clone(),
        _ => None,
    };
    let reached = match alert.stage() {
        Stage::InForce { reached, .. } => Some(Reached::code(*reached).to_owned()),
        _ => None,
    };
    Ok(Json(OpenAlert {
        version: row.version,
        listed: app.screening.get(&row.id).is_some(),
        alert: AlertLine::of(row),
        reason,
        reached,
        copies: alert.copies().iter().map(copy).collect(),
        returned,
        fields: texts(alert.typed()),
        content: alert.content().cloned(),
        pending: alert.pending().cloned(),
        hits: alert.hits().to_vec(),
        releases: alert.releases().to_vec(),
        clocks: alert.clocks().to_vec(),
        verdict: alert.decision().map(|decision| decision.verdict.code().to_owned()),
    }))
}

fn copy(copy: &KeptCopy) -> AlertCopy {
    AlertCopy {
        to: copy.to.to_string(),
        state: copy.state().code().to_owned(),
        refused: copy.refused.clone(),
        at: copy.at,
    }
}

/// What happened with an alert, and the receipts of its messages
#[utoipa::path(get, path = "/api/alerts/{number}/timeline", tag = "alerts", params(Reading), responses((status = 200, body = Timeline, description = "Facts and messages, oldest first")))]
pub async fn alert_timeline(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Query(reading): Query<Reading>,
) -> Answered<Json<Timeline>> {
    let opened = read(&app, &session.official, &number, reading.reason.as_deref()).await?;
    if !matches!(opened.case, Case::Alert(_)) {
        return Err(CannotAct::NotFound.into());
    }
    timeline(&app, &opened.row).await
}

/// Begins an alert
///
/// Saved as typed, right or wrong; the answer says what is still to be mended.
#[utoipa::path(post, path = "/api/alerts", tag = "alerts", request_body = Typed, responses((status = 201, body = AlertSaved, description = "A draft with a number")))]
pub async fn compose_alert(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Body(given): Body<Typed>,
) -> Answered<(StatusCode, Json<AlertSaved>)> {
    let given = Retyped { fields: given.fields, version: None };
    Ok((StatusCode::CREATED, Json(save(&app, &session, None, given).await?)))
}

/// Saves a draft of an alert
#[utoipa::path(put, path = "/api/alerts/{number}", tag = "alerts", request_body = Retyped, responses((status = 200, body = AlertSaved, description = "Saved as typed")))]
pub async fn save_alert(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<Retyped>,
) -> Answered<Json<AlertSaved>> {
    Ok(Json(save(&app, &session, Some(&number), given).await?))
}

async fn save(app: &App, session: &Session, id: Option<&str>, given: Retyped) -> Answered<AlertSaved> {
    let typed = draft(given.fields)?;
    let problems = AlertContent::read(&typed).err().unwrap_or_default();
    let row = alerts::save(app, &session.official, id, typed, given.version).await?;
    Ok(AlertSaved { alert: row.into(), problems: problems.iter().map(FieldError::from).collect() })
}

/// Asks a head to sign the alert
#[utoipa::path(post, path = "/api/alerts/{number}/submit", tag = "alerts", responses((status = 200, body = super::types::Moved, description = "On the desk of the heads")))]
pub async fn submit_alert(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    alerts::submit(&app, &session.official, &number).await?;
    moved(&app, &number).await
}

/// Gives up an alert that nobody has signed
#[utoipa::path(post, path = "/api/alerts/{number}/discard", tag = "alerts", responses((status = 200, body = super::types::Moved, description = "Given up")))]
pub async fn discard_alert(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    alerts::discard(&app, &session.official, &number).await?;
    moved(&app, &number).await
}

/// Signs the alert, or the change of one in force, and sends it
#[utoipa::path(post, path = "/api/alerts/{number}/approve", tag = "alerts", responses((status = 200, body = super::types::Moved, description = "Signed, in force here, on its way to the neighbour")))]
pub async fn approve_alert(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    alerts::approve(&app, &session.official, &number).await?;
    moved(&app, &number).await
}

/// Sends the alert back to its author
#[utoipa::path(post, path = "/api/alerts/{number}/return", tag = "alerts", request_body = WithReason, responses((status = 200, body = super::types::Moved, description = "A draft again")))]
pub async fn return_alert(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<WithReason>,
) -> Stepped {
    alerts::give_back(&app, &session.official, &number, &given.reason).await?;
    moved(&app, &number).await
}

/// Proposes a correction of an alert in force: the whole alert again
#[utoipa::path(post, path = "/api/alerts/{number}/change", tag = "alerts", request_body = Typed, responses((status = 200, body = super::types::Moved, description = "Waits for a head")))]
pub async fn change_alert(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<Typed>,
) -> Stepped {
    alerts::propose_change(&app, &session.official, &number, &draft(given.fields)?).await?;
    moved(&app, &number).await
}

/// Proposes a later last day
#[utoipa::path(post, path = "/api/alerts/{number}/renew", tag = "alerts", request_body = Renewal, responses((status = 200, body = super::types::Moved, description = "Waits for a head")))]
pub async fn renew_alert(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<Renewal>,
) -> Stepped {
    alerts::propose_renewal(&app, &session.official, &number, &given.valid_until).await?;
    moved(&app, &number).await
}

/// Drops a change nobody has signed
#[utoipa::path(delete, path = "/api/alerts/{number}/change", tag = "alerts", responses((status = 200, body = super::types::Moved, description = "Dropped")))]
pub async fn drop_alert_change(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    alerts::drop_change(&app, &session.official, &number).await?;
    moved(&app, &number).await
}

/// Ends the search: the alert is gone here at once and at the neighbour with the next exchange
#[utoipa::path(post, path = "/api/alerts/{number}/withdraw", tag = "alerts", request_body = WithReason, responses((status = 200, body = super::types::Moved, description = "Withdrawn")))]
pub async fn withdraw_alert(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Body(given): Body<WithReason>,
) -> Stepped {
    alerts::withdraw(&app, &session.official, &number, &given.reason).await?;
    moved(&app, &number).await
}

/// Asks our law again about an alert of a neighbour
#[utoipa::path(post, path = "/api/alerts/{number}/decide", tag = "alerts", responses((status = 200, body = super::types::Moved, description = "In force here, or still waiting for the legal adviser")))]
pub async fn decide_alert(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
) -> Stepped {
    alerts::decide_again(&app, &session.official, &number).await?;
    moved(&app, &number).await
}

/// Gives a hit its second look: the issuer is told
#[utoipa::path(post, path = "/api/alerts/{number}/hits/{hit}/confirm", tag = "alerts", responses((status = 200, body = super::types::Moved, description = "Confirmed and, for a neighbour's alert, on its way")))]
pub async fn confirm_hit(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path((number, hit)): Path<(String, String)>,
) -> Stepped {
    crossing::confirm_hit(&app, &session.official, &number, &hit).await?;
    moved(&app, &number).await
}

/// Says at the second look that it is no hit
#[utoipa::path(post, path = "/api/alerts/{number}/hits/{hit}/drop", tag = "alerts", request_body = WithReason, responses((status = 200, body = super::types::Moved, description = "Dropped")))]
pub async fn drop_hit(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path((number, hit)): Path<(String, String)>,
    Body(given): Body<WithReason>,
) -> Stepped {
    crossing::drop_hit(&app, &session.official, &number, &hit, &given.reason).await?;
    moved(&app, &number).await
}

/// Notes that a reported hit was read
#[utoipa::path(post, path = "/api/alerts/{number}/hits/{hit}/read", tag = "alerts", responses((status = 200, body = super::types::Moved, description = "Read")))]
pub async fn read_hit(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path((number, hit)): Path<(String, String)>,
) -> Stepped {
    alerts::read_hit(&app, &session.official, &number, &hit).await?;
    moved(&app, &number).await
}

/// Takes back a release that was a mistake
#[utoipa::path(post, path = "/api/alerts/{number}/releases/{release}/revoke", tag = "alerts", request_body = WithReason, responses((status = 200, body = super::types::Moved, description = "Taken back; the other side is told")))]
pub async fn revoke_release(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path((number, release)): Path<(String, String)>,
    Body(given): Body<WithReason>,
) -> Stepped {
    crossing::revoke_release(&app, &session.official, &number, &release, &given.reason).await?;
    moved(&app, &number).await
}
