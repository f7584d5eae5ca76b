//! `GET /desk`: what needs this person, by deadline; the links; what to approve; answers not yet read.
//!
//! Never: shows a task of a case this person may not read.

use jiff::Timestamp;
use marchland_casework::TaskKind;

use super::fill::case::{key, partner, title};
use super::fill::clock::{Sides, clocks_of, of_row, shown, source};
use super::fill::decision::verdict_of_code;
use super::fill::words::body;
use super::frame::{desks, neighbour_body, reach, seconds};
use super::page::{Page, Visit, show, zone};
use super::views::Place;
use super::views::desk::{AnswerLine, ApprovalLine, Counters, DeskGroup, DeskPage, DeskRow, LinkRow, When};
use super::views::frame::Reach;
use super::views::parts::{Anchor, Body, ClockAt, ClockState, Tab, Verdict};
use crate::access::Doors;
use crate::acts::Acted;
use crate::store::StoreError;
use crate::store::matter::MatterRow;
use crate::store::people::Role;
use crate::store::task::TaskRow;

const SHOWN_MAX: i64 = 100;

pub fn doors(doors: Doors) -> Doors {
    doors.get("/desk", "see-desk", see)
}

/// A task with its case, as far as this person may read it.
struct Work {
    task: TaskRow,
    kind: TaskKind,
    row: MatterRow,
}

async fn see(visit: Visit) -> Page {
    let mine_only = visit.q("scope") == "mine";
    let all = work(&visit).await?;
    let tasks = all.iter().filter(|work| !mine_only || work.task.desk == "official");
    let today = visit.now().to_zoned(visit.zone()).date();
    let mut rows: Vec<(When, DeskRow)> = tasks.map(|work| row(&visit, work)).collect();
    if let Some((_, first)) = rows.iter_mut().find(|(when, _)| *when == When::Now) {
        first.first = true;
    }
    let shown = rows.len() as u64;
    let counters = counters(&visit, &all);
    let next = all.iter().filter_map(|work| work.task.due_ms).min();
    let page = DeskPage {
        frame: visit.frame(Place::Desk).await?,
        today: visit.lang().long_date(today),
        may_compose: visit.may("compose"),
        counters,
        tabs: tabs(&visit, &all, mine_only),
        groups: grouped(rows),
        shown,
        total: all.len() as u64,
        next_deadline: next.and_then(|ms| Timestamp::from_millisecond(ms).ok()).map(|at| moment(&visit, at)),
        links: links(&visit).await?,
        approvals: approvals(&visit, &all).await?,
        answers: answers(&visit, &all),
    };
    show(&page)
}

async fn work(visit: &Visit) -> Acted<Vec<Work>> {
    let (who, store) = (visit.who(), &visit.app.store);
    let mut all = Vec::new();
    for task in store.desk(&who.id, desks(who.role), &visit.reach(), SHOWN_MAX).await? {
        let Some(row) = store.matter(&task.matter).await? else { continue };
        if visit.may_on("read-matter", &row) {
            let kind = serde_json::from_str(&task.kind).map_err(StoreError::unreadable("task"))?;
            all.push(Work { task, kind, row });
        }
    }
    Ok(all)
}

fn tabs(visit: &Visit, all: &[Work], mine_only: bool) -> Vec<Tab> {
    // Registrars work from a common desk only.
    if !matches!(visit.who().role, Role::Officer | Role::Head) {
        return Vec::new();
    }
    let t = visit.t();
    let mine = all.iter().filter(|work| work.task.desk == "official").count() as u64;
    let tab =
        |text, href: &str, count, current| Tab { text, href: href.to_owned(), count: Some(count), current };
    vec![
        tab(t.desk_body(), "/desk", all.len() as u64, !mine_only),
        tab(t.desk_mine(), "/desk?scope=mine", mine, mine_only),
    ]
}

fn counters(visit: &Visit, all: &[Work]) -> Counters {
    let now = visit.app.clock.now_ms();
    let day_ends = end_of_day(visit);
    let count = |wanted: &dyn Fn(&Work) -> bool| all.iter().filter(|work| wanted(work)).count() as u64;
    Counters {
        late: count(&|work| work.task.due_ms.is_some_and(|due| due <= now)),
        end_today: count(&|work| work.task.due_ms.is_some_and(|due| due > now && due <= day_ends)),
        to_approve: count(&|work| work.task.desk == "heads"),
        to_register: count(&|work| work.kind == TaskKind::Register),
        answers_unread: count(&|work| is_unread(&work.kind)),
        paused: count(&|work| clocks_of(&work.row).iter().any(marchland_casework::Clock::is_paused)),
    }
}

fn is_unread(kind: &TaskKind) -> bool {
    matches!(kind, TaskKind::ReadAnswer { .. } | TaskKind::ReadRefusal)
}

fn end_of_day(visit: &Visit) -> i64 {
    let now = visit.now().to_zoned(visit.zone());
    now.end_of_day().map_or(i64::MAX, |end| end.timestamp().as_millisecond())
}

fn row(visit: &Visit, work: &Work) -> (When, DeskRow) {
    let (app, lang, t) = (&visit.app, visit.lang(), visit.t());
    let there = partner(&work.row);
    let sides = Sides { app, lang, now: visit.now(), here: &work.row.body, there: &there };
    let clocks = clocks_of(&work.row);
    let clock = of_row(&clocks);
    let shown = clock.map_or_else(|| lang.clock(ClockAt::None), |clock| shown(lang, clock, visit.now()));
    let when = group(visit, &shown.state, clock.and_then(|clock| clock.due));
    let running = clock.filter(|clock| !clock.is_paused());
    let word = t.todo(&work.kind.key());
    let desk_row = DeskRow {
        clock: shown,
        task: format!("{word}: {}", title(app, lang, &work.row)),
        href: target(work),
        number: key(&work.row).to_owned(),
        note: t.stage(&work.row.stage).to_lowercase(),
        partner: body(app, lang, &there),
        we_asked: matches!(work.row.side.as_str(), "ours" | "alert-ours"),
        due: running.and_then(|clock| clock.due).map(|due| sides.both(due)),
        source: clock.map(|clock| source(app, lang, &clock.source)).unwrap_or_default(),
        action: t.open(),
        first: false,
    };
    (when, desk_row)
}

/// Where a task is done.
fn target(work: &Work) -> String {
    let case = key(&work.row);
    if work.row.side.starts_with("alert") {
        return format!("/alerts/{case}");
    }
    match work.kind {
        TaskKind::Mend => format!("/requests/new?draft={case}"),
        TaskKind::Approve | TaskKind::ApproveCorrection | TaskKind::ApproveAnswer => {
            format!("/approvals/{case}")
        }
        _ if work.row.side == "ours" => format!("/requests/{case}"),
        _ => format!("/incoming/{case}"),
    }
}

fn group(visit: &Visit, state: &ClockState, due: Option<Timestamp>) -> When {
    const DAY_S: i64 = 24 * 3600;
    let left_s = due.map(|due| due.duration_since(visit.now()).as_secs());
    match (state, left_s) {
        (ClockState::Late | ClockState::Urgent | ClockState::Soon, _) => When::Now,
        (ClockState::None, _) | (_, None) => When::NoClock,
        (_, Some(left)) if left < 2 * DAY_S => When::TodayTomorrow,
        (_, Some(left)) if left < 7 * DAY_S => When::ThisWeek,
        _ => When::Later,
    }
}

fn grouped(rows: Vec<(When, DeskRow)>) -> Vec<DeskGroup> {
    let order = [When::Now, When::TodayTomorrow, When::ThisWeek, When::Later, When::NoClock];
    let mut groups: Vec<DeskGroup> =
        order.into_iter().map(|when| DeskGroup { when, rows: Vec::new() }).collect();
    for (when, row) in rows {
        if let Some(group) = groups.iter_mut().find(|group| group.when == when) {
            group.rows.push(row);
        }
    }
    groups
}

async fn links(visit: &Visit) -> Acted<Vec<LinkRow>> {
    let (app, lang, t) = (&visit.app, visit.lang(), visit.t());
    let mut rows = Vec::new();
    for row in app.store.neighbours().await? {
        let Some(link) = app.links.get(&row.id) else { continue };
        let waiting = app.store.waiting(&row.id).await?;
        let reach = reach(&row, waiting);
        let there = neighbour_body(app, link);
        let since = row.failing_since_ms.and_then(|ms| Timestamp::from_millisecond(ms).ok());
        let note = match (reach, since) {
            (Reach::Away, Some(since)) => t.desk_link_since(moment(visit, since), waiting),
            (Reach::Linked, _) => row.answer_ms.map(|ms| seconds(lang, ms)).unwrap_or_default(),
            _ => t.desk_link_waiting(waiting),
        };
        rows.push(LinkRow {
            body: there.map_or_else(
                || Body::new(row.state.clone(), row.id.clone()),
                |there| Body::new(there.state.clone(), there.short.in_language(lang.code())),
            ),
            note,
            reach,
            time: there
                .map(|there| lang.time(&visit.now().to_zoned(zone(app, &there.id))))
                .unwrap_or_default(),
        });
    }
    Ok(rows)
}

async fn approvals(visit: &Visit, all: &[Work]) -> Acted<Option<Vec<ApprovalLine>>> {
    if !visit.may("see-approvals") {
        return Ok(None);
    }
    let mut lines = Vec::new();
    for work in all.iter().filter(|work| work.task.desk == "heads") {
        lines.push(ApprovalLine {
            title: Anchor::new(title(&visit.app, visit.lang(), &work.row), target(work)),
            number: key(&work.row).to_owned(),
            at: opened(visit, &work.task),
            verdict: last_verdict(visit, &work.row).await?,
        });
    }
    Ok(Some(lines))
}

/// What the law said when it was last asked about a case.
async fn last_verdict(visit: &Visit, row: &MatterRow) -> Acted<Verdict> {
    let decisions = visit.app.store.decisions_of(&row.id).await?;
    let Some(newest) = decisions.first() else { return Ok(Verdict::NoBasis) };
    let decision = serde_json::from_str(&newest.doc).ok();
    Ok(decision.as_ref().map_or_else(|| verdict_of_code(&newest.verdict), super::fill::decision::verdict))
}

fn answers(visit: &Visit, all: &[Work]) -> Vec<AnswerLine> {
    let unread = all.iter().filter(|work| is_unread(&work.kind));
    unread
        .map(|work| AnswerLine {
            title: Anchor::new(title(&visit.app, visit.lang(), &work.row), target(work)),
            number: key(&work.row).to_owned(),
            at: opened(visit, &work.task),
        })
        .collect()
}

fn opened(visit: &Visit, task: &TaskRow) -> String {
    Timestamp::from_millisecond(task.opened_at_ms).map(|at| moment(visit, at)).unwrap_or_default()
}

fn moment(visit: &Visit, at: Timestamp) -> String {
    let zone = visit.zone();
    visit.lang().when(&at.to_zoned(zone.clone()), &visit.now().to_zoned(zone))
}
