//! `POST /requests/{case}/reason`, `POST /incoming/{case}/reason`, `POST /alerts/{case}/reason`: why somebody opens a case that is not theirs.
//!
//! Never: shows the case; the page that was asked for does, once the reason is written down.

use axum::extract::Path;
use axum::http::StatusCode;

use super::fill::case::href;
use super::page::{Form, Page, Visit, go, problem};
use super::stop::{Asked, reason};
use super::views::Place;
use crate::access::Doors;
use crate::acts::{CannotAct, open};

pub fn doors(doors: Doors) -> Doors {
    let nouns = ["/requests/{case}/reason", "/incoming/{case}/reason", "/alerts/{case}/reason"];
    nouns.into_iter().fold(doors, |doors, address| doors.post(address, "read-matter", give))
}

async fn give(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    match open::read(&visit.app, visit.who(), &case, Some(form.get("reason"))).await {
        Ok(opened) => go(&href(&opened.row)),
        Err(why @ (CannotAct::ReasonNeeded | CannotAct::ReasonMissing)) => {
            let code = if matches!(why, CannotAct::ReasonNeeded) { "missing" } else { "too-long" };
            let fields = form.fields().with_problems(vec![problem(visit.t(), "reason", code)]);
            let asked = Asked::new(visit.path.clone(), axum::http::HeaderMap::new());
            let frame = visit.frame(Place::Elsewhere).await?;
            Ok(reason(frame, &asked, fields, StatusCode::UNPROCESSABLE_ENTITY))
        }
        Err(why) => Err(why.into()),
    }
}
