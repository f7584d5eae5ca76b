//! Asking the law, its instruments, and the confirmations of legal advisers.
//!
//! Never: stores a question; what was only asked leaves no trace in a case.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use marchland_casework::{DraftFields, Field};
use marchland_law::{Act, InstrumentId, Side};

use super::intake::{Body, Query, draft};
use super::problem::{Answered, Problem};
use super::types::{
    ConfirmationKept, Confirming, Decided, FieldError, InstrumentLine, Instruments, Question, Revoking,
};
use crate::access::Session;
use crate::acts::{CannotAct, ask, confirm as confirming};
use crate::app::App;
use crate::store::StoreError;

/// Asks the law
///
/// Of today, as the acting side. Give the fields of a form as far as they are known, or an act.
#[utoipa::path(post, path = "/api/decision", tag = "law", request_body = Question,
    responses((status = 200, body = Decided, description = "The decision with its reasons")))]
pub async fn ask_law(State(app): State<App>, Body(question): Body<Question>) -> Answered<Json<Decided>> {
    let act = match question {
        Question::Fields(fields) => act_of(&draft(fields)?)?,
        Question::Act(act) => act,
    };
    let asked = ask::law(&app, &act, Side::Acting, app.clock.now()).await?;
    Ok(Json(asked.into()))
}

/// The law can be asked as soon as the form and both bodies are known.
pub fn act_of(typed: &DraftFields) -> Answered<Act> {
    typed.act().ok_or_else(|| {
        let needed = [Field::Form, Field::From, Field::To];
        let problems = typed.check().err().unwrap_or_default();
        let fields: Vec<FieldError> =
            problems.iter().filter(|problem| needed.contains(&problem.field)).map(FieldError::from).collect();
        Problem::fields("incomplete", "the law is asked about a form between two bodies", fields)
    })
}

/// The instruments of the law loaded here
#[utoipa::path(get, path = "/api/instruments", tag = "law", responses((status = 200, body = Instruments, description = "All instruments")))]
pub async fn list_instruments(State(app): State<App>) -> Json<Instruments> {
    let law = &app.law.framework;
    Json(Instruments {
        framework: law.id().to_string(),
        instruments: law.instruments().map(InstrumentLine::from).collect(),
    })
}

/// One instrument with its articles, rules and sources
#[utoipa::path(get, path = "/api/instruments/{id}", tag = "law", responses((status = 200, body = Object, description = "The instrument, in the spelling of the law")))]
pub async fn see_instrument(
    State(app): State<App>,
    Path(id): Path<String>,
) -> Answered<Json<serde_json::Value>> {
    let id = InstrumentId::from(id);
    let instrument = app.law.framework.instrument(&id).ok_or(CannotAct::NotFound)?;
    Ok(Json(serde_json::to_value(instrument).map_err(StoreError::unreadable("instrument"))?))
}

/// Confirmations of legal advisers, revoked ones too
#[utoipa::path(get, path = "/api/confirmations", tag = "law", responses((status = 200, body = Vec<ConfirmationKept>, description = "Oldest first")))]
pub async fn list_confirmations(State(app): State<App>) -> Answered<Json<Vec<ConfirmationKept>>> {
    let mut kept = Vec::new();
    for row in app.store.confirmations().await? {
        let confirmation = serde_json::from_str(&row.doc).map_err(StoreError::unreadable("confirmation"))?;
        kept.push(ConfirmationKept::new(row, confirmation));
    }
    Ok(Json(kept))
}

/// Confirms the use of an instrument whose text is known only in part
#[utoipa::path(post, path = "/api/confirmations", tag = "law", request_body = Confirming, responses((status = 204, description = "Recorded; counts from today")))]
pub async fn confirm(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Body(given): Body<Confirming>,
) -> Answered<StatusCode> {
    confirming::confirm(&app, &session.official, &given.instrument, &given.reason).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Revokes a confirmation of the caller's body
///
/// From today it no longer counts; decisions of earlier days keep it.
#[utoipa::path(delete, path = "/api/confirmations/{id}", tag = "law", params(Revoking), responses((status = 204, description = "Revoked")))]
pub async fn revoke_confirmation(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(id): Path<String>,
    Query(given): Query<Revoking>,
) -> Answered<StatusCode> {
    confirming::revoke(&app, &session.official, &id, &given.reason).await?;
    Ok(StatusCode::NO_CONTENT)
}
