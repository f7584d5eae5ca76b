//! `GET /approvals`, `GET/POST /approvals/{case}`: what waits for a head's signature: requests, corrections, answers.
//!
//! Never: takes a signature for something other than what the page shows; the law is asked again when it is given.

use axum::extract::Path;
use jiff::Timestamp;
use marchland_casework::{
    Answer, CannotStep, Content, IncomingStage, Power, Request, RequestStage, TaskKind,
};
use marchland_law::Side;

use super::fill::case::{head_ours, head_theirs, key, partner, posts, title};
use super::fill::clock::{Sides, clocks_of, of_row, shown};
use super::fill::words::body;
use super::fill::{decision, matter, timeline};
use super::page::{Form, Page, Visit, again, done, problems, show};
use super::views::approvals::{ApprovalPage, ApprovalRow, ApprovalsPage};
use super::views::parts::Anchor;
use super::views::requests::{AnswerView, CaseHead, Matter};
use super::views::{Fields, Place};
use crate::access::Doors;
use crate::acts::open::{Case, read};
use crate::acts::{Acted, CannotAct, ask, ours, signing, theirs};
use crate::store::StoreError;
use crate::store::matter::MatterRow;

const SHOWN_MAX: i64 = 100;

pub fn doors(doors: Doors) -> Doors {
    doors.get("/approvals", "see-approvals", list).get("/approvals/{case}", "see-approvals", see).post(
        "/approvals/{case}",
        "see-approvals",
        act,
    )
}

async fn list(visit: Visit) -> Page {
    let (app, lang) = (&visit.app, visit.lang());
    let posts = posts(app, lang).await?;
    let mut rows = Vec::new();
    for task in app.store.desk(&visit.who().id, ",heads,", &visit.reach(), SHOWN_MAX).await? {
        let Some(row) = app.store.matter(&task.matter).await? else { continue };
        let kind: TaskKind = serde_json::from_str(&task.kind).map_err(StoreError::unreadable("task"))?;
        // Alerts are signed on their own page.
        if row.side.starts_with("alert") || task.desk != "heads" || !visit.may_on("read-matter", &row) {
            continue;
        }
        let waiting = waiting(&visit, &row)?;
        let asked = ask::law(app, &waiting.content.act(), waiting.side(), visit.now()).await?;
        let clocks = clocks_of(&row);
        rows.push(ApprovalRow {
            title: Anchor::new(title(app, lang, &row), format!("/approvals/{}", key(&row))),
            number: key(&row).to_owned(),
            author: posts.get(&waiting.author).cloned().unwrap_or_default(),
            partner: body(app, lang, &partner(&row)),
            submitted: moment(&visit, Timestamp::from_millisecond(task.opened_at_ms).ok()),
            clock: of_row(&clocks).map(|clock| shown(lang, clock, visit.now())),
            verdict: decision::verdict(&asked.decision),
            is_answer: kind == TaskKind::ApproveAnswer,
        });
    }
    show(&ApprovalsPage { frame: visit.frame(Place::Approvals).await?, rows })
}

async fn see(visit: Visit, Path(case): Path<String>) -> Page {
    show(&page(&visit, &case, Fields::default()).await?)
}

/// `do=approve` signs and sends, `do=return` gives it back with a reason.
async fn act(visit: Visit, Path(case): Path<String>, form: Form) -> Page {
    let (app, who) = (&visit.app, visit.who());
    let row = app.store.matter(&case).await?.ok_or(CannotAct::NotFound)?;
    let (acted, what) = match (row.side.as_str(), form.get("do")) {
        ("ours", "approve") => (ours::approve(app, who, &row.id).await, "approved"),
        ("ours", "return") => (ours::give_back(app, who, &row.id, form.get("reason")).await, "returned"),
        (_, "approve") => (theirs::approve_answer(app, who, &row.id).await, "answer-approved"),
        (_, "return") => {
            (theirs::return_answer(app, who, &row.id, form.get("reason")).await, "answer-returned")
        }
        _ => (Err(CannotAct::NotFound), ""),
    };
    match acted {
        Ok(()) => done("/approvals", what),
        Err(CannotAct::Step(CannotStep::Incomplete(found))) => {
            let fields = form.fields().with_problems(problems(visit.t(), &found));
            again(&page(&visit, &case, fields).await?)
        }
        Err(why) => Err(why.into()),
    }
}

/// What waits in a case for a signature.
struct Waiting {
    content: Content,
    answer: Option<Answer>,
    /// Official who wrote it.
    author: String,
    submitted: Timestamp,
    /// What a correction changes; empty for a first version.
    changes: Vec<String>,
    /// The power its signature needs.
    power: Power,
    action: &'static str,
    head: Head,
}

enum Head {
    Ours(Box<Request>),
    Theirs(Box<marchland_casework::Incoming>),
}

impl Waiting {
    fn side(&self) -> Side {
        match self.head {
            Head::Ours(_) => Side::Acting,
            Head::Theirs(_) => Side::Receiving,
        }
    }
}

fn waiting(visit: &Visit, row: &MatterRow) -> Acted<Waiting> {
    match crate::acts::open::case(row)? {
        Case::Ours(request) => of_request(visit, request),
        // An alert is signed on its own page.
        Case::Alert(_) => Err(CannotStep::NotSubmitted.into()),
        Case::Theirs(incoming) => {
            let IncomingStage::AnswerSubmitted { answer, by, at, .. } = incoming.stage() else {
                return Err(CannotStep::AnswerNotSubmitted.into());
            };
            Ok(Waiting {
                content: incoming.content()?.clone(),
                answer: Some(answer.as_ref().clone()),
                author: by.official.as_str().to_owned(),
                submitted: *at,
                changes: Vec::new(),
                power: Power::ApproveAnswer,
                action: "approve-answer",
                head: Head::Theirs(incoming),
            })
        }
    }
}

fn of_request(visit: &Visit, request: Box<Request>) -> Acted<Waiting> {
    let (content, author, submitted, changes) = match (request.correction(), request.stage()) {
        (Some(correction), _) => {
            let changed = timeline::changed_fields(visit.t(), correction.changed.iter());
            let changes = vec![visit.t().matter_change_waits(changed)];
            (correction.content.as_ref().clone(), correction.by.clone(), correction.at, changes)
        }
        (None, RequestStage::Submitted { content, by, at }) => {
            (content.as_ref().clone(), by.clone(), *at, Vec::new())
        }
        _ => return Err(CannotStep::NotSubmitted.into()),
    };
    Ok(Waiting {
        content,
        answer: None,
        author: author.official.as_str().to_owned(),
        submitted,
        changes,
        power: Power::ApproveRequest,
        action: "approve",
        head: Head::Ours(request),
    })
}

async fn page(visit: &Visit, case: &str, fields: Fields) -> Acted<ApprovalPage> {
    let (app, lang) = (&visit.app, visit.lang());
    let opened = read(app, visit.who(), case, None).await?;
    let row = &opened.row;
    let waiting = waiting(visit, row)?;
    let there = partner(row);
    let sides = Sides { app, lang, now: visit.now(), here: &row.body, there: &there };
    let posts = posts(app, lang).await?;
    let author = posts.get(&waiting.author).cloned().unwrap_or_default();
    let asked = ask::law(app, &waiting.content.act(), waiting.side(), visit.now()).await?;
    let mandate = mandate(visit, waiting.power).await;
    Ok(ApprovalPage {
        frame: visit.frame(Place::Approvals).await?,
        head: head(&sides, row, &waiting, &author),
        matter: said(visit, &waiting),
        answer: answer(&sides, &waiting, &author),
        panel: decision::stored(app, lang, &asked.decision).await?,
        author,
        submitted: sides.here(waiting.submitted),
        hindrance: hindrance(visit, row, &waiting, &mandate, asked.decision.verdict.permits()),
        mandate: mandate.unwrap_or_default(),
        signer: visit.who().post.in_language(lang.code()).to_owned(),
        post_to: format!("/approvals/{}", key(row)),
        fields,
    })
}

fn head(sides: &Sides<'_>, row: &MatterRow, waiting: &Waiting, author: &str) -> CaseHead {
    match &waiting.head {
        Head::Ours(request) => head_ours(sides, row, request, author),
        Head::Theirs(incoming) => head_theirs(sides, row, incoming, &waiting.content),
    }
}

fn said(visit: &Visit, waiting: &Waiting) -> Matter {
    let signed = match &waiting.head {
        Head::Ours(request) => request.versions().len(),
        Head::Theirs(incoming) => incoming.versions().len().saturating_sub(1),
    };
    let version = u16::try_from(signed + 1).unwrap_or(u16::MAX);
    matter::of_content(&visit.app, visit.lang(), &waiting.content, version, waiting.changes.clone())
}

fn answer(sides: &Sides<'_>, waiting: &Waiting, author: &str) -> Option<AnswerView> {
    let answer = waiting.answer.as_ref()?;
    let at = sides.both(waiting.submitted);
    Some(matter::of_answer(sides, answer, &waiting.content.points, author.to_owned(), at, false))
}

/// `M-118, until 31 Dec 2027`: the mandate a signature would be given under today.
async fn mandate(visit: &Visit, power: Power) -> Option<String> {
    let signing = signing::with_power(&visit.app, visit.who(), power).await.ok()?;
    let until = signing.mandate.until.to_zoned(visit.zone()).date();
    let short: String = signing.hash().to_string().chars().take(8).collect();
    Some(format!("{short}, {}", visit.t().until(visit.lang().date(until))))
}

/// Why it cannot be signed by this person now; the same reasons the act itself would give.
fn hindrance(
    visit: &Visit,
    row: &MatterRow,
    waiting: &Waiting,
    mandate: &Option<String>,
    permits: bool,
) -> Option<String> {
    let t = visit.t();
    let answering = waiting.answer.is_some();
    if visit.who().id == waiting.author || !visit.may_on(waiting.action, row) {
        Some(t.cannot_own())
    } else if mandate.is_none() {
        Some(t.cannot_mandate())
    } else if !permits && !answering {
        Some(t.cannot_decision_not_permitting())
    } else {
        None
    }
}

fn moment(visit: &Visit, at: Option<Timestamp>) -> String {
    let zone = visit.zone();
    at.map(|at| visit.lang().when(&at.to_zoned(zone.clone()), &visit.now().to_zoned(zone)))
        .unwrap_or_default()
}
