//! `GET /incoming`: the register of what neighbours asked, what is due first on top.
//!
//! Never: shows more of a case than a register does; opening one asks for a reason.

use marchland_casework::Incoming;

use crate::acts::open::{Case, case};
use crate::store::StoreError;
use crate::store::matter::{Filter, MatterRow};
use crate::web::fill::case::{href, stage_tag, title};
use crate::web::fill::clock::{self, Sides};
use crate::web::fill::{decision, words};
use crate::web::l10n::Words;
use crate::web::page::{Page, Visit, show};
use crate::web::views::incoming::{IncomingPage, IncomingRow};
use crate::web::views::parts::{Anchor, ClockAt, Tab};
use crate::web::views::{Body, Fields, Pager, Place};

const PAGE: u32 = 25;
const TO_REGISTER: &str = ",received,";
const IN_WORK: &str =
    ",registered,clarification,accepted,partly,executing,answer-drafted,answer-submitted,answer-approved,";
const ENDED: &str = ",refused,answered,closed,recalled,";

pub async fn list(visit: Visit) -> Page {
    let t = visit.t();
    let reach = visit.reach();
    let typed = visit.q("q");
    let views = [
        ("", "", t.tab_all()),
        ("register", TO_REGISTER, t.tab_to_register()),
        ("work", IN_WORK, t.tab_in_work()),
        ("ended", ENDED, t.tab_ended()),
    ];
    let chosen = views.iter().find(|view| view.0 == visit.q("view")).unwrap_or(&views[0]);
    let filter = |stages| Filter { side: "theirs", stages, bodies: &reach, text: typed, ..Filter::default() };
    let mut tabs = Vec::new();
    for (code, stages, text) in &views {
        let count = visit.app.store.count_matters(&filter(stages)).await?;
        tabs.push(Tab {
            text: text.clone(),
            href: address(code, typed),
            count: Some(count.unsigned_abs()),
            current: *code == chosen.0,
        });
    }
    let total = visit.app.store.count_matters(&filter(chosen.1)).await?.unsigned_abs();
    let pages = u32::try_from(total.div_ceil(u64::from(PAGE))).unwrap_or(u32::MAX).max(1);
    let page = visit.q("page").parse().unwrap_or(1).clamp(1, pages);
    let (limit, offset) = (i64::from(PAGE), i64::from(page - 1) * i64::from(PAGE));
    let found = visit.app.store.matters(&Filter { limit, offset, ..filter(chosen.1) }).await?;
    let rows = found.iter().map(|matter| row(&visit, matter)).collect::<Result<_, _>>()?;
    let mut fields = Fields::default();
    fields.set("q", typed);
    fields.set("view", chosen.0);
    show(&IncomingPage {
        frame: visit.frame(Place::Incoming).await?,
        tabs,
        fields,
        rows,
        pager: Pager { page, pages, total, href: format!("{}page=", joined(&address(chosen.0, typed))) },
    })
}

fn row(visit: &Visit, matter: &MatterRow) -> Result<IncomingRow, StoreError> {
    let (app, lang, now) = (&visit.app, visit.lang(), visit.now());
    let incoming = match case(matter) {
        Ok(Case::Theirs(incoming)) => Some(*incoming),
        Ok(Case::Ours(_) | Case::Alert(_)) => None,
        Err(error) => {
            tracing::error!(%error, case = matter.id, "a case cannot be read for the register");
            None
        }
    };
    let content = incoming.as_ref().and_then(|incoming| incoming.content().ok());
    let from = content.map(|content| content.from.as_str()).unwrap_or_default();
    let sides = Sides { app, lang, now, here: &matter.body, there: from };
    let received = jiff::Timestamp::from_millisecond(matter.opened_at_ms)
        .map_err(|why| StoreError::Unreadable { what: "time of a case", why: why.to_string() })?;
    let clocks = incoming.as_ref().map(Incoming::clocks).unwrap_or_default();
    let running = clock::of_row(clocks).map(|running| clock::shown(lang, running, now));
    let decided = incoming.as_ref().and_then(Incoming::registration).map(|entry| &*entry.decision);
    Ok(IncomingRow {
        title: Anchor::new(title(app, lang, matter), href(matter)),
        their_number: matter.peer_ref.clone().unwrap_or_default(),
        our_number: matter.reference.clone().unwrap_or_default(),
        from: if from.is_empty() { Body::default() } else { words::body(app, lang, from) },
        received: sides.both(received),
        stage: stage_tag(lang, &matter.stage),
        verdict: decided.map(decision::verdict),
        clock: running.unwrap_or_else(|| lang.clock(ClockAt::None)),
        action: action(visit, visit.t(), matter),
        urgent: matter.urgent != 0,
    })
}

/// What this person can do next with a case, as the word on the button.
fn action(visit: &Visit, t: Words, matter: &MatterRow) -> String {
    match matter.stage.as_str() {
        "received" if visit.may_on("register", matter) => t.register_button(),
        "registered" if visit.may_on("take-position", matter) => t.position_title(),
        "accepted" | "partly" | "executing" | "answer-drafted" if visit.may_on("draft-answer", matter) => {
            t.answer_title()
        }
        "answer-submitted" if visit.may_on("approve-answer", matter) => t.approve_answer_title(),
        _ => t.open(),
    }
}

fn address(view: &str, typed: &str) -> String {
    let given = [("view", view), ("q", typed)];
    let query: Vec<_> = given.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    match serde_urlencoded::to_string(query) {
        Ok(query) if !query.is_empty() => format!("/incoming?{query}"),
        _ => "/incoming".to_owned(),
    }
}

fn joined(href: &str) -> String {
    format!("{href}{}", if href.contains('?') { '&' } else { '?' })
}
