//! The JSON door: the same acts as the pages, for programs.
//!
//! Never: does what a page could not.

use axum::Json;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::access::gate::Refusal;

/// An error as the API says it: a stable code for machines, a sentence for people.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ApiError {
    pub code: String,
    pub message: String,
}

pub fn refused(refusal: Refusal) -> Response {
    let message = match refusal {
        Refusal::NotSignedIn => "sign in first: POST /api/session gives a token for the Authorization header",
        Refusal::NotFound => "there is nothing here that you may use",
        Refusal::StaleForm => "the form's token does not fit the session",
        Refusal::TooLarge => "the request is larger than this node reads",
        Refusal::Ours => "this did not work; nothing was changed",
    };
    let body = ApiError { code: refusal.code().to_owned(), message: message.to_owned() };
    (refusal.status(), Json(body)).into_response()
}
