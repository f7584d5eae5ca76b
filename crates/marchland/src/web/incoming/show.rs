//! `GET /incoming/{case}`: a received request with everything one can do with it.
//!
//! Never: shows it before the reading is written down.

use axum::extract::Path;
use marchland_casework::{
    Content, FactKind, Incoming, IncomingStage as Stage, PointResult, WorkState, grounds,
};
use marchland_law::{Decision, Side};

use super::can::{can, correction};
use super::{Received, answer};
use crate::access::Action;
use crate::acts::open::item;
use crate::acts::{Acted, ask};
use crate::web::fill::{case, clock, decision, matter, proof, timeline, words};
use crate::web::page::{Page, Visit, show as page};
use crate::web::views::incoming::{ReceivedOptions, ReceivedPage, Task};
use crate::web::views::parts::Both;
use crate::web::views::requests::{AnswerView, Matter};
use crate::web::views::{Choice, Fields, Place};

pub async fn show(visit: Visit, Path(case): Path<String>) -> Page {
    let received = Received::open(&visit, &case).await?;
    let fields = answer::typed(visit.t(), &received.incoming);
    page(&draw(&visit, &received, fields).await?)
}

pub async fn draw(visit: &Visit, received: &Received, fields: Fields) -> Acted<ReceivedPage> {
    let Received { opened, incoming, content } = received;
    let (app, lang) = (&visit.app, visit.lang());
    let sides = received.sides(visit);
    let posts = case::posts(app, lang).await?;
    let can = can(visit, received).await?;
    let decision = decided(visit, incoming, content).await?;
    let waits = matches!(incoming.stage(), Stage::Clarification { .. } | Stage::AnswerApproved { .. });
    let town = |id: &str| words::body(app, lang, id).name;
    Ok(ReceivedPage {
        frame: visit.frame(Place::Incoming).await?,
        head: case::head_theirs(&sides, &opened.row, incoming, content),
        stages: case::stages_theirs(&sides, incoming),
        timeline: timeline::items(&sides, &opened.row.id, incoming.timeline(), &posts, waits).await?,
        places: Both::new(town(sides.here), town(sides.there)),
        matter: asked(visit, incoming, content),
        messages: timeline::talk(&sides, incoming.clarifications(), false),
        panel: decision::stored(app, lang, &decision).await?,
        registered: incoming.registration().is_some(),
        clocks: clock::of_case(&sides, incoming.clocks()),
        proof: proof::of(visit, opened).await?,
        tasks: tasks(visit, received, &posts, can.task),
        answer: shown_answer(visit, received, &posts),
        can,
        correction: correction(incoming).filter(|_| visit.may_on("work", &opened.row)).map(|n| n.to_string()),
        options: options(visit, received, &decision).await?,
        fields,
        returned: returned(incoming),
    })
}

/// What our law said when it was last asked; before the registration, what it says now.
async fn decided(visit: &Visit, incoming: &Incoming, content: &Content) -> Acted<Decision> {
    match incoming.registration() {
        Some(registration) => Ok(Decision::clone(&registration.decision)),
        None => Ok(ask::law(&visit.app, &content.act(), Side::Receiving, visit.now()).await?.decision),
    }
}

/// The newest version they signed, with what each correction changed.
fn asked(visit: &Visit, incoming: &Incoming, content: &Content) -> Matter {
    let t = visit.t();
    let newest = incoming.versions().last().map_or(1, |version| version.number);
    let corrections = incoming.versions().iter().filter(|version| version.number > 1);
    let changes = corrections
        .map(|version| {
            let fields = timeline::changed_fields(t, version.changed.iter());
            t.correction_changed(i64::from(version.number), fields)
        })
        .collect();
    matter::of_content(&visit.app, visit.lang(), content, newest, changes)
}

fn tasks(
    visit: &Visit,
    received: &Received,
    posts: &std::collections::BTreeMap<String, String>,
    may_drop: bool,
) -> Vec<Task> {
    let sides = received.sides(visit);
    let may_work = visit.may_on("work", &received.opened.row);
    let task = |work: &marchland_casework::Work| {
        let open = work.state == WorkState::Open;
        let (done, result) = match &work.state {
            WorkState::Done { outcome, at } => (Some(sides.here(*at)), outcome.clone()),
            WorkState::Dropped { .. } | WorkState::Open => (None, String::new()),
        };
        Task {
            id: work.id.as_str().to_owned(),
            title: work.text.clone(),
            assignee: posts.get(work.to.as_str()).cloned().unwrap_or_else(|| work.to.to_string()),
            due: work.due.map(|due| sides.here(due)).unwrap_or_default(),
            done,
            dropped: matches!(work.state, WorkState::Dropped { .. }),
            result,
            may_finish: open && may_work && work.to.as_str() == visit.who().id,
            may_drop: open && may_drop,
        }
    };
    received.incoming.work().iter().map(task).collect()
}

/// The answer a head has before them, or the last one signed.
fn shown_answer(
    visit: &Visit,
    received: &Received,
    posts: &std::collections::BTreeMap<String, String>,
) -> Option<AnswerView> {
    let sides = received.sides(visit);
    let by = |id: &str| posts.get(id).cloned().unwrap_or_default();
    let (answer, by, at) = match (received.incoming.stage(), received.incoming.answers().last()) {
        (Stage::AnswerSubmitted { answer, drafted_by, at, .. }, _) => {
            (&**answer, by(drafted_by.as_str()), *at)
        }
        (_, Some(signed)) => (&signed.answer, by(signed.by.official.as_str()), signed.at),
        _ => return None,
    };
    Some(matter::of_answer(&sides, answer, &received.content.points, by, sides.both(at), false))
}

/// Why a head sent the answer back, until it is submitted again.
fn returned(incoming: &Incoming) -> Option<String> {
    let last = incoming
        .timeline()
        .iter()
        .rev()
        .find(|fact| matches!(fact.kind, FactKind::AnswerReturned { .. } | FactKind::AnswerSubmitted))?;
    match (&last.kind, incoming.stage()) {
        (FactKind::AnswerReturned { reason }, Stage::AnswerDrafted { .. }) => Some(reason.clone()),
        _ => None,
    }
}

async fn options(visit: &Visit, received: &Received, decision: &Decision) -> Acted<ReceivedOptions> {
    let (app, lang, t) = (&visit.app, visit.lang(), visit.t());
    let case = item(&received.opened.row);
    let officials = app.store.officials().await?;
    let able = officials.into_iter().filter(|one| app.access.may(one, Action("work"), &case).is_some());
    Ok(ReceivedOptions {
        grounds: grounds::choices(decision)
            .iter()
            .map(|code| Choice::new(code.as_str(), words::ground(app, lang, code.as_str())))
            .collect(),
        assignees: able
            .map(|one| Choice::new(one.id.clone(), format!("{}, {}", one.name, words::text(lang, &one.post))))
            .collect(),
        results: PointResult::CHOICES.iter().map(|code| Choice::new(*code, t.point_result(code))).collect(),
        refused: received.incoming.refused_points().iter().map(|point| usize::from(point.point)).collect(),
        handling: t.handlings(),
        source_eval: t.source_grades(),
        info_eval: t.information_grades(),
    })
}
