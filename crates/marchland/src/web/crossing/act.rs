//! `POST /crossing/{check}/hit`, `POST /crossing/{check}/release`: what people decide about a hit.
//!
//! Never: decides; the first look and the release are a named official's.

use axum::extract::Path;
use marchland_casework::Choice;
use marchland_casework::alert::Compared;

use super::super::page::{Form, Page, Visit, again, done, problem, problems};
use super::super::views::crossing::CrossingPage;
use super::super::views::{Place, Problem};
use super::{lane, panel};
use crate::acts::CannotAct;
use crate::acts::crossing::{self, FirstLook, Freed};
use marchland_casework::CannotStep;

pub async fn hit(visit: Visit, Path(check): Path<String>, form: Form) -> Page {
    let compared: Vec<Compared> = form.all("compared").filter_map(Compared::from_code).collect();
    let Some(outcome) = Choice::from_code(form.get("outcome")) else {
        let mend = vec![problem(visit.t(), "outcome", "missing")];
        return mended(&visit, &check, &form, mend).await;
    };
    let look = FirstLook {
        alert: form.get("alert").to_owned(),
        outcome,
        compared,
        note: form.get("note").to_owned(),
    };
    match crossing::find_hit(&visit.app, visit.who(), &check, look).await {
        Ok(_) => done(&format!("/crossing/{check}"), "hit"),
        Err(CannotAct::Step(CannotStep::Incomplete(found))) => {
            mended(&visit, &check, &form, problems(visit.t(), &found)).await
        }
        Err(why) => Err(why.into()),
    }
}

pub async fn release(visit: Visit, Path(check): Path<String>, form: Form) -> Page {
    let t = visit.t();
    let (why, until) = (Choice::from_code(form.get("why")), form.get("until").trim().parse().ok());
    let (Some(reason), Some(until)) = (why, until) else {
        let mut mend = Vec::new();
        if why.is_none() {
            mend.push(problem(t, "why", "missing"));
        }
        if until.is_none() {
            mend.push(problem(t, "until", "not-a-day"));
        }
        return mended(&visit, &check, &form, mend).await;
    };
    let alert = form.get("alert").to_owned();
    let freed = Freed { alert: alert.clone(), reason, note: form.get("release_note").to_owned(), until };
    match crossing::release(&visit.app, visit.who(), &check, freed).await {
        Ok(release) => done(&format!("/crossing/{check}/slip?alert={alert}&release={release}"), "released"),
        Err(CannotAct::Step(CannotStep::Incomplete(found))) => {
            mended(&visit, &check, &form, problems(t, &found)).await
        }
        Err(why) => Err(why.into()),
    }
}

/// The same check again with what is to be mended; nothing typed is lost.
async fn mended(visit: &Visit, check: &str, form: &Form, mend: Vec<Problem>) -> Page {
    let (row, checked) = crossing::look_again(&visit.app, visit.who(), check).await?;
    let lane = lane::usual(visit, Some(&row));
    let fields = form.fields().with_problems(mend);
    let shown = panel::of(visit, &checked, fields.clone()).await?;
    again(&CrossingPage {
        frame: visit.frame(Place::Crossing).await?,
        head: lane::head(visit, &lane),
        fields: {
            let mut whole = lane::fields(&lane);
            whole = whole.with_problems(fields.problems().to_vec());
            whole
        },
        lanes: lane::lanes(visit),
        crossings: lane::crossings(visit),
        directions: visit.t().directions(),
        rows: Vec::new(),
        counts: String::new(),
        panel: Some(shown),
        waiting: Vec::new(),
    })
}
