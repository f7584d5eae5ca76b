//! Withdrawing and recalling: asked once more, with a reason, because neither can be undone.
//!
//! Never: acts on the first press.

use axum::extract::Path;
use marchland_casework::CannotStep;

use crate::acts::open::{Case, read};
use crate::acts::{Acted, CannotAct, ours};
use crate::web::page::{Form, Page, Visit, again, done, problems, show};
use crate::web::views::prompts::ConfirmPage;
use crate::web::views::{Fields, Place};

pub async fn withdraw(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    if form.get("confirmed") != "yes" {
        return show(&page(&visit, &case, "withdraw", Fields::default()).await?);
    }
    let acted = ours::withdraw(&visit.app, visit.who(), &case, form.get("reason")).await;
    answer(&visit, &case, "withdraw", &form, acted, "withdrawn").await
}

pub async fn recall(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    if form.get("confirmed") != "yes" {
        return show(&page(&visit, &case, "recall", Fields::default()).await?);
    }
    let acted = ours::recall(&visit.app, visit.who(), &case, form.get("reason")).await;
    answer(&visit, &case, "recall", &form, acted, "recalled").await
}

async fn answer(visit: &Visit, case: &str, act: &str, form: &Form, acted: Acted<()>, what: &str) -> Page {
    match acted {
        Ok(()) => done(&format!("/requests/{case}"), what),
        Err(CannotAct::Step(CannotStep::Incomplete(found))) => {
            let fields = form.fields().with_problems(problems(visit.t(), &found));
            again(&page(visit, case, act, fields).await?)
        }
        Err(why) => Err(why.into()),
    }
}

async fn page(visit: &Visit, case: &str, act: &str, fields: Fields) -> Acted<ConfirmPage> {
    let t = visit.t();
    // The case is opened, so that a confirmation is not asked for a case that is not there or not theirs.
    let opened = read(&visit.app, visit.who(), case, None).await?;
    if !matches!(opened.case, Case::Ours(_)) {
        return Err(CannotAct::NotFound);
    }
    let (title, warning, button) = match act {
        "recall" => (t.confirm_recall(case), t.confirm_recall_note(), t.act_recall()),
        _ => (t.confirm_withdraw(case), t.confirm_withdraw_note(), t.act_withdraw()),
    };
    Ok(ConfirmPage {
        frame: visit.frame(Place::Requests).await?,
        title,
        warning,
        post_to: format!("/requests/{case}/{act}"),
        hidden: Vec::new(),
        button,
        reason: true,
        danger: true,
        back: format!("/requests/{case}"),
        fields,
    })
}
