//! `/requests/{case}/correct`: a new version of a request that was sent. A head signs it like the first.
//!
//! Never: changes sender, addressee or form; that is another request.

use axum::extract::Path;
use marchland_casework::{CannotStep, DraftFields, FieldProblem};

use super::compose::form_page;
use super::draft::typed;
use crate::acts::open::{Case, read};
use crate::acts::{Acted, CannotAct, ours};
use crate::web::page::{Form, Page, Visit, again, done, show};
use crate::web::views::compose::ComposePage;

pub async fn open(visit: Visit, Path(case): Path<String>) -> Page {
    show(&page(&visit, &case, &signed(&visit, &case).await?, &[]).await?)
}

pub async fn send(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    // The button on the page of the case sends no field: it only opens the form.
    if !form.0.iter().any(|(name, _)| name == "facts") {
        return show(&page(&visit, &case, &signed(&visit, &case).await?, &[]).await?);
    }
    let typed = typed(&form, visit.who());
    if form.get("do") == "ask" {
        return show(&page(&visit, &case, &typed, &[]).await?);
    }
    match ours::propose_correction(&visit.app, visit.who(), &case, typed.clone()).await {
        Ok(()) => done(&format!("/requests/{case}"), "correction"),
        Err(CannotAct::Step(CannotStep::Incomplete(found))) => {
            again(&page(&visit, &case, &typed, &found).await?)
        }
        Err(why) => Err(why.into()),
    }
}

pub async fn drop(visit: Visit, Path(case): Path<String>) -> Page {
    ours::drop_correction(&visit.app, visit.who(), &case).await?;
    done(&format!("/requests/{case}"), "correction-dropped")
}

/// A correction starts from what was signed.
async fn signed(visit: &Visit, case: &str) -> Acted<DraftFields> {
    let opened = read(&visit.app, visit.who(), case, None).await?;
    let Case::Ours(request) = opened.case else { return Err(CannotAct::NotFound) };
    let signed = request.signed().ok_or(CannotStep::NotApproved)?;
    Ok(DraftFields::spelling(&signed.content))
}

async fn page(visit: &Visit, case: &str, typed: &DraftFields, found: &[FieldProblem]) -> Acted<ComposePage> {
    let mut page = form_page(visit, typed, found).await?;
    page.post_to = format!("/requests/{case}/correct");
    page.correcting = Some(case.to_owned());
    Ok(page)
}
