//! `POST /incoming/{case}/task` gives a piece of work, `…/task-done` ends one: done by whoever it was given to, or dropped.
//!
//! Never: gives work to somebody who may not open the case.

use axum::extract::Path;
use jiff::Timestamp;
use jiff::civil::Date;

use super::{mend, refuse};
use crate::access::Action;
use crate::acts::open::item;
use crate::acts::{Acted, CannotAct, theirs};
use crate::store::people::Official;
use crate::web::page::{Form, Page, Visit, done, problem};

pub async fn give(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let mut found = Vec::new();
    let to = worker(&visit, &case, form.get("assignee")).await?;
    if to.is_none() {
        found.push(problem(visit.t(), "assignee", "missing"));
    }
    let due = end_of(&visit, form.get("due"));
    if due.is_none() && !form.get("due").trim().is_empty() {
        found.push(problem(visit.t(), "due", "not-a-day"));
    }
    let Some(to) = to.filter(|_| found.is_empty()) else { return refuse(&visit, &case, &form, found).await };
    match theirs::give_work(&visit.app, visit.who(), &case, &to.id, form.get("task"), due).await {
        Ok(()) => done(&format!("/incoming/{case}"), "task"),
        Err(why) => mend(&visit, &case, &form, why).await,
    }
}

pub async fn end(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let (app, who, work) = (&visit.app, visit.who(), form.get("work"));
    let (ended, notice) = match form.get("do") {
        "drop" => (theirs::drop_work(app, who, &case, work).await, "task-dropped"),
        _ => (theirs::finish_work(app, who, &case, work, form.get("outcome")).await, "task-done"),
    };
    match ended {
        Ok(()) => done(&format!("/incoming/{case}"), notice),
        Err(why) => mend(&visit, &case, &form, why).await,
    }
}

/// Somebody who could do the work. Whether the case is there is told only to those who may give work in it.
async fn worker(visit: &Visit, case: &str, id: &str) -> Acted<Option<Official>> {
    let row = visit.app.store.matter(case).await?;
    let row = row.filter(|row| visit.may_on("take-position", row)).ok_or(CannotAct::NotFound)?;
    let known = visit.app.store.official(id).await?;
    Ok(known.filter(|official| visit.app.access.may(official, Action("work"), &item(&row)).is_some()))
}

/// The end of a day of the visitor's body, unless it has passed.
fn end_of(visit: &Visit, day: &str) -> Option<Timestamp> {
    let day: Date = day.trim().parse().ok()?;
    let end = day.at(23, 59, 0, 0).to_zoned(visit.zone()).ok()?.timestamp();
    (end > visit.now()).then_some(end)
}
