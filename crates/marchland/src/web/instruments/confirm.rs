//! `POST /instruments/{id}/confirm {reason}`, `…/revoke {confirmation, reason}`: the legal adviser of a body answers for its
//! use of an instrument that is known only in part.
//!
//! Never: confirms without a reason; takes back what another body confirmed.

use axum::extract::Path;

use super::show;
use crate::acts::{CannotAct, confirm as act};
use crate::web::page::{Form, Page, Visit, again, done, problem};

pub async fn confirm(visit: Visit, Path(id): Path<String>, form: Form) -> Page {
    let made = act::confirm(&visit.app, visit.who(), &id, form.get("reason")).await;
    answer(visit, &id, &form, made, "confirmed").await
}

pub async fn revoke(visit: Visit, Path(id): Path<String>, form: Form) -> Page {
    let made = act::revoke(&visit.app, visit.who(), form.get("confirmation"), form.get("reason")).await;
    answer(visit, &id, &form, made, "revoked").await
}

async fn answer(visit: Visit, id: &str, form: &Form, made: Result<(), CannotAct>, notice: &str) -> Page {
    match made {
        Ok(()) => done(&format!("/instruments/{id}"), notice),
        Err(CannotAct::ReasonMissing) => {
            let code = if form.get("reason").trim().is_empty() { "missing" } else { "too-long" };
            let fields = form.fields().with_problems(vec![problem(visit.t(), "reason", code)]);
            again(&show::draw(&visit, id, fields).await?)
        }
        Err(why) => Err(why.into()),
    }
}
