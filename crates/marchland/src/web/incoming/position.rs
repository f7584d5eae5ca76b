//! `POST /incoming/{case}/position`: accept, accept in part, refuse with coded grounds, or ask first.
//!
//! Never: refuses without a ground of the list.

use axum::extract::Path;
use marchland_casework::{Ground, PointRefusal};

use super::{mend, refuse};
use crate::acts::theirs::{self, Stand};
use crate::web::page::{Form, Page, Visit, done, problem};

pub async fn take(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let (app, who) = (&visit.app, visit.who());
    let (taken, notice) = match form.get("position") {
        "accept" => (theirs::take_position(app, who, &case, Stand::Accept).await, "position"),
        "partly" => (theirs::take_position(app, who, &case, Stand::Partly(points(&form))).await, "position"),
        "refuse" => (theirs::take_position(app, who, &case, Stand::Refuse(grounds(&form))).await, "position"),
        "clarify" => (theirs::ask_clarification(app, who, &case, form.get("question")).await, "asked"),
        _ => return refuse(&visit, &case, &form, vec![problem(visit.t(), "position", "missing")]).await,
    };
    match taken {
        Ok(()) => done(&format!("/incoming/{case}"), notice),
        Err(why) => mend(&visit, &case, &form, why).await,
    }
}

/// Every ticked point is refused on every ticked ground.
fn points(form: &Form) -> Vec<PointRefusal> {
    let ticked = form.all("points_refused").filter_map(|point| point.trim().parse().ok());
    ticked.map(|point| PointRefusal { point, grounds: grounds(form) }).collect()
}

/// The words stand with the first ground; the codes are what the other side reads in its language.
fn grounds(form: &Form) -> Vec<Ground> {
    let words = Some(form.get("reason").trim()).filter(|words| !words.is_empty());
    let ticked = form.all("ground").filter(|code| !code.is_empty()).enumerate();
    ticked
        .map(|(n, code)| Ground { code: code.into(), note: words.filter(|_| n == 0).map(str::to_owned) })
        .collect()
}
