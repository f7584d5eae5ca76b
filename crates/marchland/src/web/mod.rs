//! The workbench: pages for people. One file per page, one view struct per template.
//!
//! Never: decides what is lawful, changes a case except through `acts`, loads anything from elsewhere.

pub mod assets;
pub mod l10n;
pub mod post;
pub mod views;

mod fill;
mod frame;
mod page;
mod stop;

mod admin;
mod alerts;
mod approvals;
mod audit;
mod contacts;
mod crossing;
mod desk;
mod door;
mod framework;
mod help;
mod incoming;
mod instruments;
mod mandates;
mod reason;
mod replay;
mod requests;
mod settings;

use axum::extract::{Request, State};
use axum::response::Response;

use crate::access::Doors;
use crate::access::gate::Refusal;
use crate::app::App;

/// Every page with the action it needs.
pub fn doors(app: App) -> Doors {
    let nouns = [
        door::doors,
        desk::doors,
        requests::doors,
        approvals::doors,
        reason::doors,
        replay::doors,
        incoming::doors,
        framework::doors,
        instruments::doors,
        mandates::doors,
        contacts::doors,
        crossing::doors,
        audit::doors,
        admin::doors,
        alerts::doors,
        settings::doors,
        help::doors,
    ];
    nouns.into_iter().fold(Doors::new(app, page::guard), |doors, noun| noun(doors))
}

/// How a refusal at the gate looks to a person: the guard before every page draws it.
pub async fn refused(_app: &App, refusal: Refusal) -> Response {
    axum::response::IntoResponse::into_response(page::Stop::from(refusal))
}

/// An address at which there is nothing.
pub async fn not_found(State(app): State<App>, request: Request) -> Response {
    stop::draw(&app, &stop::Asked::of(&request), page::Stop::from(Refusal::NotFound)).await
}
