//! The workbench: pages for people. One file per page, one view struct per template.
//!
//! Never: decides what is lawful, changes a case except through `acts`, loads anything from elsewhere.

pub mod l10n;
pub mod views;

use axum::response::{IntoResponse, Response};

use crate::access::gate::Refusal;
use crate::app::App;

/// How a refusal at the gate looks to a person.
pub async fn refused(_app: &App, refusal: Refusal) -> Response {
    (refusal.status(), refusal.code()).into_response()
}
