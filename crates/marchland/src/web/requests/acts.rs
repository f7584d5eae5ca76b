//! What can be done with a request of ours from its page: one handler for each act.
//!
//! Never: decides whether a step may be taken; casework does. A refused form comes back as it was typed.

use axum::extract::Path;
use marchland_casework::{CannotStep, Useful};

use super::show;
use crate::acts::open::{Case, read as open_case};
use crate::acts::{Acted, CannotAct, ours};
use crate::web::page::{Form, Page, Visit, done, problem, problems};
use crate::web::views::Problem;

pub async fn submit(visit: Visit, Path(case): Path<String>) -> Page {
    ours::submit(&visit.app, visit.who(), &case).await?;
    done(&format!("/requests/{case}"), "submitted")
}

pub async fn clarify(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let acted = ours::clarify(&visit.app, visit.who(), &case, form.get("clarification")).await;
    answer(visit, &case, form, acted, "clarified").await
}

pub async fn remind(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let acted = ours::remind(&visit.app, visit.who(), &case, form.get("reminder")).await;
    answer(visit, &case, form, acted, "reminded").await
}

/// Opens what they answered. The other side is told that it was read.
pub async fn read(visit: Visit, Path(case): Path<String>) -> Page {
    let opened = open_case(&visit.app, visit.who(), &case, None).await?;
    let Case::Ours(request) = opened.case else { return Err(CannotAct::NotFound.into()) };
    let unread = request.answers().iter().filter(|answer| answer.read.is_none());
    let unread: Vec<String> = unread.map(|answer| answer.message.as_str().to_owned()).collect();
    if unread.is_empty() && request.stage().code() == "refused" {
        ours::read_refusal(&visit.app, visit.who(), &opened.row.id).await?;
    }
    for answer in unread {
        ours::read_answer(&visit.app, visit.who(), &opened.row.id, &answer).await?;
    }
    done(&format!("/requests/{case}"), "read")
}

pub async fn evaluate(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let t = visit.t();
    let useful = match form.get("useful") {
        "yes" => Some(Useful::Yes),
        "partly" => Some(Useful::Partly),
        "no" => Some(Useful::No),
        _ => None,
    };
    let in_time = match form.get("in_time") {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    };
    let score = form.get("score").parse::<u8>().ok();
    let (Some(useful), Some(in_time), Some(score)) = (useful, in_time, score) else {
        let absent =
            [("useful", useful.is_none()), ("in_time", in_time.is_none()), ("score", score.is_none())];
        let found: Vec<Problem> = absent
            .iter()
            .filter(|(_, absent)| *absent)
            .map(|(field, _)| problem(t, field, "missing"))
            .collect();
        return show::with(visit, &case, form.fields().with_problems(found)).await;
    };
    let comment = form.get("comment").to_owned();
    let acted = ours::evaluate(&visit.app, visit.who(), &case, useful, in_time, score, &comment).await;
    answer(visit, &case, form, acted, "evaluated").await
}

pub async fn close(visit: Visit, Path(case): Path<String>) -> Page {
    ours::close(&visit.app, visit.who(), &case).await?;
    done(&format!("/requests/{case}"), "closed")
}

/// Back to the page of the case: with a notice, or with the form as typed and what is to be mended.
async fn answer(visit: Visit, case: &str, form: Form, acted: Acted<()>, what: &str) -> Page {
    match acted {
        Ok(()) => done(&format!("/requests/{case}"), what),
        Err(CannotAct::Step(CannotStep::Incomplete(found))) => {
            let fields = form.fields().with_problems(problems(visit.t(), &found));
            show::with(visit, case, fields).await
        }
        Err(why) => Err(why.into()),
    }
}
