//! `GET/POST /requests/new`: writing a request with the law beside it. `POST /requests/new/decision` answers with the
//! law's panel alone, while the form is being filled.
//!
//! Never: loses a typed word, submits what the person did not see.

use askama::Template;
use axum::response::{Html, IntoResponse};
use jiff::Timestamp;
use marchland_casework::{CannotStep, DraftFields, FACTS_MAX, Field, FieldProblem, RequestStage};
use marchland_law::Side;

use super::draft::{answered, fields, filled, options, typed};
use crate::acts::open::{Case, read};
use crate::acts::{Acted, CannotAct, ask, ours};
use crate::store::matter::MatterRow;
use crate::web::fill::case::key;
use crate::web::fill::decision::{Showing, not_asked, panel};
use crate::web::fill::words::{body, body_full};
use crate::web::page::{Form, Page, Visit, again, done, problems, show};
use crate::web::views::Place;
use crate::web::views::compose::ComposePage;
use crate::web::views::decision::DecisionPanel;

/// What the page is about: a draft that is kept, or one that is not yet.
#[derive(Default)]
struct Draft {
    row: Option<MatterRow>,
    returned: Option<String>,
}

pub async fn open(visit: Visit) -> Page {
    let (draft, typed) = match visit.q("draft") {
        "" => (Draft::default(), start(&visit)),
        id => kept(&visit, id).await?,
    };
    show(&page(&visit, draft, &typed, &[]).await?)
}

/// `do` says what for: save, submit, take the lawful route, or only ask the law.
pub async fn send(visit: Visit, form: Form) -> Page {
    let mut typed = typed(&form, visit.who());
    let draft = form.get("draft").trim();
    let version = form.get("version").parse().ok();
    let wanted_to = match form.get("do") {
        "ask" => {
            let shown = if draft.is_empty() { Draft::default() } else { kept(&visit, draft).await?.0 };
            return show(&page(&visit, shown, &typed, &[]).await?);
        }
        "route" => take_route(&visit, &mut typed).await?,
        _ => None,
    };
    let id = (!draft.is_empty()).then_some(draft);
    let row = ours::save_rerouted(&visit.app, visit.who(), id, typed.clone(), version, wanted_to).await?;
    match form.get("do") {
        "submit" => match ours::submit(&visit.app, visit.who(), &row.id).await {
            Ok(()) => done(&format!("/requests/{}", key(&row)), "submitted"),
            Err(CannotAct::Step(CannotStep::Incomplete(found))) => {
                let kept = Draft { row: Some(row), returned: None };
                again(&page(&visit, kept, &typed, &found).await?)
            }
            Err(why) => Err(why.into()),
        },
        "route" => done(&format!("/requests/new?draft={}", key(&row)), "route"),
        _ => done(&format!("/requests/new?draft={}", key(&row)), "saved"),
    }
}

/// The panel alone.
pub async fn decision(visit: Visit, form: Form) -> Page {
    let panel = law(&visit, &typed(&form, visit.who())).await?;
    Ok(Html(panel.render()?).into_response())
}

/// The law's answer to a form as far as it is filled.
async fn law(visit: &Visit, typed: &DraftFields) -> Acted<DecisionPanel> {
    let (app, lang) = (&visit.app, visit.lang());
    let Some(act) = typed.act() else { return Ok(not_asked(lang)) };
    let asked = ask::law(app, &act, Side::Acting, visit.now()).await?;
    let given = answered(typed);
    panel(&Showing {
        app,
        lang,
        decision: &asked.decision,
        took: Some(asked.took),
        in_form: true,
        on_route: !typed.get(Field::OnBehalfOf).trim().is_empty(),
        given: &given,
        tried: None,
    })
    .await
}

/// Gives the addressee the form had. Without a route the form comes back as it was, with the law's answer beside it.
async fn take_route(visit: &Visit, typed: &mut DraftFields) -> Acted<Option<String>> {
    let Some(act) = typed.act() else { return Ok(None) };
    let asked = ask::law(&visit.app, &act, Side::Acting, visit.now()).await?;
    Ok(ours::use_route(&visit.app, typed, &asked.decision))
}

fn start(visit: &Visit) -> DraftFields {
    let mut typed = DraftFields::new();
    typed.set(Field::From, visit.who().body.as_str()).set(Field::Urgency, "normal");
    typed
}

async fn kept(visit: &Visit, id: &str) -> Acted<(Draft, DraftFields)> {
    let opened = read(&visit.app, visit.who(), id, None).await?;
    let Case::Ours(request) = opened.case else { return Err(CannotAct::NotFound) };
    let RequestStage::Draft { returned } = request.stage() else { return Err(CannotStep::NotDraft.into()) };
    if !visit.may_on("edit-matter", &opened.row) {
        return Err(CannotStep::NotAuthor.into());
    }
    Ok((Draft { returned: returned.clone(), row: Some(opened.row) }, request.typed().clone()))
}

async fn page(
    visit: &Visit,
    draft: Draft,
    typed: &DraftFields,
    found: &[FieldProblem],
) -> Acted<ComposePage> {
    let mut page = form_page(visit, typed, found).await?;
    page.returned = draft.returned;
    if let Some(row) = &draft.row {
        let saved = Timestamp::from_millisecond(row.changed_at_ms).ok();
        page.draft = key(row).to_owned();
        page.fields.set("version", row.version.to_string());
        page.saved_at = saved.map(|at| visit.lang().time(&at.to_zoned(visit.zone())));
    }
    Ok(page)
}

/// The form with the law beside it, for a draft or a correction.
pub async fn form_page(visit: &Visit, typed: &DraftFields, found: &[FieldProblem]) -> Acted<ComposePage> {
    let (app, lang) = (&visit.app, visit.lang());
    let (filled, of) = filled(typed);
    let on_behalf = typed.get(Field::OnBehalfOf).trim();
    Ok(ComposePage {
        frame: visit.frame(Place::Requests).await?,
        draft: String::new(),
        returned: None,
        changed_by_other: None,
        post_to: "/requests/new".to_owned(),
        correcting: None,
        fields: fields(typed).with_problems(problems(visit.t(), found)),
        options: options(app, lang),
        panel: law(visit, typed).await?,
        asks: body_full(app, lang, typed.get(Field::From).trim()),
        for_body: (!on_behalf.is_empty()).then(|| body(app, lang, on_behalf).name),
        filled,
        of,
        saved_at: None,
        facts_max: i64::try_from(FACTS_MAX).unwrap_or(i64::MAX),
        translated_to: None,
        duplicate: None,
    })
}
