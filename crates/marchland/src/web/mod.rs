//! The workbench: pages for people. One file per page, one view struct per template.
//!
//! Never: decides what is lawful, changes a case except through `acts`, loads anything from elsewhere.

pub mod assets;
pub mod l10n;
pub mod views;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::access::Doors;
use crate::access::gate::{self, Refusal};
use crate::app::App;

/// Every page with the action it needs.
pub fn doors(app: App) -> Doors {
    Doors::new(app, gate::pages)
}

/// How a refusal at the gate looks to a person.
pub async fn refused(_app: &App, refusal: Refusal) -> Response {
    (refusal.status(), refusal.code()).into_response()
}

pub async fn not_found() -> Response {
    StatusCode::NOT_FOUND.into_response()
}
