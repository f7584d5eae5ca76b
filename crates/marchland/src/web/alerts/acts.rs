//! What can be done with an alert from its page: one handler for each act.
//!
//! Never: decides whether a step may be taken; casework does.

use axum::extract::Path;
use marchland_casework::CannotStep;

use super::super::page::{Form, Page, Visit, done, problems};
use super::super::views::Problem;
use super::show;
use crate::acts::{Acted, CannotAct, alerts, crossing};

pub async fn submit(visit: Visit, Path(case): Path<String>) -> Page {
    let acted = alerts::submit(&visit.app, visit.who(), &case).await;
    answer(visit, &case, &Form::default(), acted, "alert-submitted", "names").await
}

pub async fn discard(visit: Visit, Path(case): Path<String>) -> Page {
    alerts::discard(&visit.app, visit.who(), &case).await?;
    done("/alerts", "withdrawn")
}

pub async fn approve(visit: Visit, Path(case): Path<String>) -> Page {
    alerts::approve(&visit.app, visit.who(), &case).await?;
    // What was signed is no longer on the head's desk, so its page would ask why it is read.
    done("/alerts", "alert-approved")
}

pub async fn give_back(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let acted = alerts::give_back(&visit.app, visit.who(), &case, form.get("return_reason")).await;
    answer(visit, &case, &form, acted, "returned", "return_reason").await
}

pub async fn withdraw(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let acted = alerts::withdraw(&visit.app, visit.who(), &case, form.get("withdraw_reason")).await;
    answer(visit, &case, &form, acted, "alert-withdrawn", "withdraw_reason").await
}

pub async fn renew(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let acted = alerts::propose_renewal(&visit.app, visit.who(), &case, form.get("valid_until")).await;
    answer(visit, &case, &form, acted, "alert-proposed", "valid_until").await
}

pub async fn drop_change(visit: Visit, Path(case): Path<String>) -> Page {
    alerts::drop_change(&visit.app, visit.who(), &case).await?;
    done(&format!("/alerts/{case}"), "correction-dropped")
}

pub async fn decide(visit: Visit, Path(case): Path<String>) -> Page {
    alerts::decide_again(&visit.app, visit.who(), &case).await?;
    done(&format!("/alerts/{case}"), "alert-decided")
}

/// `do=confirm` is the second look, `do=drop` says it is no hit, `do=read` notes that the issuer has read it.
pub async fn hit(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let (app, who, hit) = (&visit.app, visit.who(), form.get("hit"));
    let (acted, what) = match form.get("do") {
        "confirm" => (crossing::confirm_hit(app, who, &case, hit).await, "hit-confirmed"),
        "drop" => (crossing::drop_hit(app, who, &case, hit, form.get("reason")).await, "hit-dropped"),
        _ => (alerts::read_hit(app, who, &case, hit).await, "hit-read"),
    };
    answer(visit, &case, &form, acted, what, "reason").await
}

pub async fn revoke(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let (release, reason) = (form.get("release"), form.get("reason"));
    let acted = crossing::revoke_release(&visit.app, visit.who(), &case, release, reason).await;
    answer(visit, &case, &form, acted, "release-revoked", "reason").await
}

/// What no field can mend is a page of its own; the rest comes back beside the field, as it was typed.
async fn answer(visit: Visit, case: &str, form: &Form, acted: Acted<()>, what: &str, field: &str) -> Page {
    let found = match acted {
        Ok(()) => return done(&format!("/alerts/{case}"), what),
        Err(CannotAct::Step(CannotStep::Incomplete(found))) => problems(visit.t(), &found),
        Err(why) => return Err(why.into()),
    };
    // The form's own name of the field, so that the summary leads to it.
    let found = found.into_iter().map(|problem| Problem { field: field.to_owned(), ..problem }).collect();
    show::with(visit, case, form.fields().with_problems(found)).await
}
