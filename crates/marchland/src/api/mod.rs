//! The JSON door: the same acts as the pages, for programs. `GET /api` is its OpenAPI document.
//!
//! Never: does what a page could not.

mod alerts;
mod book;
mod cases;
mod desk;
mod incoming;
mod intake;
mod law;
mod node;
mod problem;
mod requests;
mod screening;
mod session;
mod types;

use axum::response::{IntoResponse, Response};
use utoipa::openapi::OpenApi;
use utoipa_axum::routes;

use crate::access::Doors;
use crate::access::gate::{self, Refusal};
use crate::app::App;
use book::Entry;
use problem::Problem;

/// How a refusal at the gate looks to a program.
pub fn refused(refusal: Refusal) -> Response {
    Problem::from(refusal).into_response()
}

/// Every address of the API with the action it needs.
pub fn doors(app: App) -> Doors {
    book::mount(Doors::new(app, gate::api), entries())
}

/// What `GET /api` answers.
pub fn document() -> OpenApi {
    book::document(entries())
}

fn entries() -> Vec<Entry> {
    let open = |described| Entry { action: None, described };
    let needs = |action, described| Entry { action: Some(action), described };
    vec![
        open(routes!(node::describe)),
        open(routes!(node::health)),
        open(routes!(session::sign_in)),
        needs("see-desk", routes!(session::sign_out)),
        needs("see-desk", routes!(desk::see_desk)),
        needs("see-law", routes!(law::ask_law)),
        needs("see-law", routes!(law::list_instruments)),
        needs("see-law", routes!(law::see_instrument)),
        needs("see-law", routes!(law::list_confirmations)),
        needs("confirm-law", routes!(law::confirm)),
        needs("confirm-law", routes!(law::revoke_confirmation)),
        needs("see-lists", routes!(requests::list_requests)),
        needs("compose", routes!(requests::compose)),
        needs("read-matter", routes!(cases::open_request)),
        needs("read-matter", routes!(cases::request_decisions)),
        needs("read-matter", routes!(cases::request_timeline)),
        needs("export-evidence", routes!(cases::request_evidence)),
        needs("edit-matter", routes!(requests::save_draft)),
        needs("edit-matter", routes!(requests::take_route)),
        needs("submit", routes!(requests::submit_request)),
        needs("approve", routes!(requests::approve_request)),
        needs("return", routes!(requests::return_request)),
        needs("withdraw", routes!(requests::withdraw_request)),
        needs("recall", routes!(requests::recall_request)),
        needs("correct", routes!(requests::correct_request)),
        needs("correct", routes!(requests::drop_correction)),
        needs("clarify", routes!(requests::clarify_request)),
        needs("clarify", routes!(requests::remind)),
        needs("read-matter", routes!(requests::read_answer)),
        needs("read-matter", routes!(requests::read_refusal)),
        needs("evaluate", routes!(requests::evaluate)),
        needs("close", routes!(requests::close_request)),
        needs("see-incoming", routes!(incoming::list_incoming)),
        needs("read-matter", routes!(cases::open_incoming)),
        needs("read-matter", routes!(cases::incoming_decisions)),
        needs("read-matter", routes!(cases::incoming_timeline)),
        needs("export-evidence", routes!(cases::incoming_evidence)),
        needs("register", routes!(incoming::register)),
        needs("take-position", routes!(incoming::take_position)),
        needs("take-position", routes!(incoming::ask_clarification)),
        needs("take-position", routes!(incoming::give_work)),
        needs("work", routes!(incoming::finish_work)),
        needs("take-position", routes!(incoming::drop_work)),
        needs("work", routes!(incoming::review_correction)),
        needs("draft-answer", routes!(incoming::save_answer)),
        needs("draft-answer", routes!(incoming::submit_answer)),
        needs("approve-answer", routes!(incoming::approve_answer)),
        needs("approve-answer", routes!(incoming::return_answer)),
        needs("close", routes!(incoming::close_incoming)),
        needs("see-alerts", routes!(alerts::list_alerts)),
        needs("compose-alert", routes!(alerts::compose_alert)),
        needs("read-matter", routes!(alerts::open_alert)),
        needs("read-matter", routes!(alerts::alert_timeline)),
        needs("edit-alert", routes!(alerts::save_alert)),
        needs("edit-alert", routes!(alerts::submit_alert)),
        needs("edit-alert", routes!(alerts::discard_alert)),
        needs("approve-alert", routes!(alerts::approve_alert)),
        needs("approve-alert", routes!(alerts::return_alert)),
        needs("change-alert", routes!(alerts::change_alert)),
        needs("change-alert", routes!(alerts::renew_alert)),
        needs("change-alert", routes!(alerts::drop_alert_change)),
        needs("approve-alert", routes!(alerts::withdraw_alert)),
        needs("decide-alert", routes!(alerts::decide_alert)),
        needs("confirm-hit", routes!(alerts::confirm_hit)),
        needs("confirm-hit", routes!(alerts::drop_hit)),
        needs("read-hit", routes!(alerts::read_hit)),
        needs("release-person", routes!(alerts::revoke_release)),
        needs("check-travellers", routes!(screening::state)),
        needs("check-travellers", routes!(screening::check)),
        needs("check-travellers", routes!(screening::see_check)),
        needs("find-hit", routes!(screening::find_hit)),
        needs("release-person", routes!(screening::release)),
        needs("see-audit", routes!(screening::counts)),
        needs("see-audit", routes!(node::read_audit)),
        needs("see-counterparts", routes!(node::see_links)),
    ]
}
