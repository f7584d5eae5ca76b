//! `GET /requests/{case}`: a request of ours. What happened, what it says, what they answered, what can be done now.
//!
//! Never: offers an act that stage, role or mandate do not allow; shows an answer nobody opened.

use axum::extract::Path;
use marchland_casework::{Power, Request, RequestStage};
use marchland_law::Decision;

use crate::acts::open::{Case, Opened, read};
use crate::acts::{Acted, CannotAct, signing};
use crate::store::StoreError;
use crate::store::matter::MatterRow;
use crate::web::fill::case::{head_ours, key, partner, posts, stages_ours};
use crate::web::fill::clock::{Sides, of_case};
use crate::web::fill::words::body;
use crate::web::fill::{decision, matter, proof, timeline};
use crate::web::page::{Page, Visit, again, show};
use crate::web::views::parts::{Both, Tag, Tone, Verdict};
use crate::web::views::requests::{AnswerView, BasisView, Matter, Message, RequestActs, RequestPage};
use crate::web::views::{Fields, Place};

pub async fn see(visit: Visit, Path(case): Path<String>) -> Page {
    show(&page(&visit, &case, Fields::default()).await?)
}

/// The page with a form that was refused, as it was typed.
pub async fn with(visit: Visit, case: &str, fields: Fields) -> Page {
    again(&page(&visit, case, fields).await?)
}

async fn page(visit: &Visit, case: &str, fields: Fields) -> Acted<RequestPage> {
    let opened = read(&visit.app, visit.who(), case, None).await?;
    let Case::Ours(request) = &opened.case else { return Err(CannotAct::NotFound) };
    let (app, lang, row) = (&visit.app, visit.lang(), &opened.row);
    let there = partner(row);
    // An officer of a district reads the town of the district, also when the region writes for it.
    let here = row.for_body.as_deref().unwrap_or(&row.body);
    let sides = Sides { app, lang, now: visit.now(), here, there: &there };
    let posts = posts(app, lang).await?;
    let author = posts.get(request.author().official.as_str()).cloned();
    let author = author.unwrap_or_else(|| request.author().post.to_string());
    Ok(RequestPage {
        frame: visit.frame(Place::Requests).await?,
        head: head_ours(&sides, row, request, &author),
        stages: stages_ours(&sides, request),
        timeline: timeline::items(&sides, &row.id, request.timeline(), &posts, waits(request.stage()))
            .await?,
        places: Both::new(body(app, lang, here).name, body(app, lang, &there).name),
        matter: said(visit, request),
        messages: talk(&sides, request),
        answer: answered(&sides, request),
        clocks: of_case(&sides, request.clocks()),
        basis: basis(visit, row).await?,
        proof: proof::of(visit, &opened).await?,
        can: can(visit, &opened, request).await?,
        fields,
    })
}

fn said(visit: &Visit, request: &Request) -> Matter {
    let (app, lang, t) = (&visit.app, visit.lang(), visit.t());
    let changes = request.versions().iter().filter(|version| !version.changed.is_empty());
    let mut changes: Vec<String> = changes
        .map(|version| {
            t.matter_change(u32::from(version.number), timeline::changed_fields(t, version.changed.iter()))
        })
        .collect();
    if let Some(correction) = request.correction() {
        changes.push(t.matter_change_waits(timeline::changed_fields(t, correction.changed.iter())));
    }
    match request.content() {
        Some(content) => {
            let version = request.signed().map_or(1, |version| version.number);
            matter::of_content(app, lang, content, version, changes)
        }
        None => matter::of_draft(app, lang, request.typed()),
    }
}

/// Questions and clarifications, and what they answered in part before the newest answer.
fn talk(sides: &Sides<'_>, request: &Request) -> Vec<Message> {
    let mut messages = timeline::talk(sides, request.clarifications(), true);
    let earlier = request.answers().split_last().map(|(_, earlier)| earlier).unwrap_or_default();
    messages.extend(earlier.iter().filter(|answer| answer.read.is_some()).map(|answer| {
        let said = timeline::passage(&answer.answer.text);
        Message {
            from: body(sides.app, sides.lang, sides.there),
            by: answer.post.to_string(),
            at: sides.here(answer.at),
            lang: said.lang,
            text: said.text,
            ours: false,
        }
    }));
    messages
}

/// The newest answer; before it, a refusal. What nobody opened stays sealed.
fn answered(sides: &Sides<'_>, request: &Request) -> Option<AnswerView> {
    let content = request.content()?;
    if let Some(newest) = request.answers().last() {
        let town = body(sides.app, sides.lang, sides.there).name;
        let by = format!("{}, {town}", newest.post);
        let at = sides.both(newest.at);
        return Some(matter::of_answer(
            sides,
            &newest.answer,
            &content.points,
            by,
            at,
            newest.read.is_none(),
        ));
    }
    let RequestStage::Refused { at, read } = request.stage() else { return None };
    let (lang, t) = (sides.lang, sides.lang.words());
    let grounds = match request.position() {
        Some(marchland_casework::Position::Refused { grounds }) if *read => grounds.as_slice(),
        _ => &[],
    };
    let lines: Vec<String> = grounds
        .iter()
        .map(|ground| {
            let name = crate::web::fill::words::ground(sides.app, lang, ground.code.as_str());
            ground.note.as_ref().map_or_else(|| name.clone(), |note| format!("{name}: {note}"))
        })
        .collect();
    Some(AnswerView {
        heading: Tag::new(Tone::Bad, t.stage("refused")),
        by: body(sides.app, lang, sides.there).name,
        at: sides.both(*at),
        points: Vec::new(),
        text: timeline::passage(&lines.join("\n")),
        handling: String::new(),
        evaluation: String::new(),
        use_conditions: Vec::new(),
        unread: !read,
    })
}

/// Signed and neither answered nor ended: the other side has the next word.
fn waits(stage: &RequestStage) -> bool {
    matches!(
        stage.code(),
        "approved" | "sent" | "delivered" | "registered" | "accepted" | "partly" | "executing"
    )
}

async fn basis(visit: &Visit, row: &MatterRow) -> Acted<BasisView> {
    let newest = visit.app.store.decisions_of(&row.id).await?.into_iter().next();
    let Some(newest) = newest else {
        return Ok(BasisView {
            verdict: Verdict::NoBasis,
            rests_on: Vec::new(),
            use_conditions: Vec::new(),
            duties: Vec::new(),
            replay_href: String::new(),
        });
    };
    let stored: Decision = serde_json::from_str(&newest.doc).map_err(StoreError::unreadable("decision"))?;
    let replay = format!("/requests/{}/decision", key(row));
    Ok(decision::basis(&visit.app, visit.lang(), &stored, replay))
}

/// What stage, role and mandate allow here and now.
async fn can(visit: &Visit, opened: &Opened, request: &Request) -> Acted<RequestActs> {
    let stage = request.stage().code();
    let may =
        |action: &'static str, stages: &[&str]| stages.contains(&stage) && visit.may_on(action, &opened.row);
    let corresponds = signing::with_power(&visit.app, visit.who(), Power::Correspond).await.is_ok();
    let awaited =
        ["approved", "sent", "delivered", "registered", "accepted", "partly", "clarification", "executing"];
    let unread_answer = request.answers().iter().any(|answer| answer.read.is_none());
    let unread_refusal = matches!(request.stage(), RequestStage::Refused { read: false, .. });
    let outcome_read = !unread_answer && !unread_refusal;
    Ok(RequestActs {
        edit: may("edit-matter", &["draft"]),
        submit: may("submit", &["draft"]) && request.typed().check().is_ok(),
        withdraw: may("withdraw", &["draft", "submitted"]),
        recall: corresponds && may("recall", &awaited),
        correct: may("correct", &awaited) && request.correction().is_none(),
        drop_correction: may("correct", &awaited) && request.correction().is_some(),
        clarify: corresponds && may("clarify", &["clarification"]),
        remind: corresponds && may("clarify", &awaited) && stage != "clarification",
        read_answer: unread_answer || unread_refusal,
        evaluate: outcome_read && may("evaluate", &["answered", "refused"]),
        close: outcome_read && may("close", &["answered", "refused", "evaluated"]),
    })
}
