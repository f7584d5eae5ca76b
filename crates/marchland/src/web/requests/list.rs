//! `GET /requests?side=&stage=&q=&page=`: what we asked, what they asked, and drafts, with search and pages.
//!
//! Never: counts or lists a case outside the reader's body.

use jiff::Timestamp;

use crate::store::matter::{Filter, MatterRow};
use crate::web::fill::case::{href, key, partner, stage_tag, title};
use crate::web::fill::clock::{clocks_of, of_row, shown};
use crate::web::fill::words::{body, form};
use crate::web::page::{Page, Visit, show};
use crate::web::views::parts::{Anchor, Pager, Tab};
use crate::web::views::requests::{RequestRow, RequestsPage};
use crate::web::views::{Choice, Fields, Place};

const PER_PAGE: u32 = 25;
const STAGES: [&str; 16] = [
    "draft",
    "submitted",
    "approved",
    "sent",
    "delivered",
    "received",
    "registered",
    "clarification",
    "accepted",
    "partly",
    "refused",
    "executing",
    "answered",
    "evaluated",
    "closed",
    "recalled",
];

pub async fn see(visit: Visit) -> Page {
    let side = match visit.q("side") {
        "received" => "theirs",
        "drafts" | "sent" => "ours",
        _ => "",
    };
    let drafts = visit.q("side") == "drafts";
    let stages = match (drafts, visit.q("stage")) {
        (true, _) => ",draft,".to_owned(),
        (false, stage) if STAGES.contains(&stage) => format!(",{stage},"),
        _ => String::new(),
    };
    let page = visit.q("page").parse::<u32>().unwrap_or(1).max(1);
    let reach = visit.reach();
    let filter = Filter {
        side,
        stages: &stages,
        author: if drafts { &visit.who().id } else { "" },
        bodies: &reach,
        text: visit.q("q"),
        limit: PER_PAGE.into(),
        offset: i64::from(page - 1) * i64::from(PER_PAGE),
    };
    let store = &visit.app.store;
    let total = store.count_matters(&filter).await?.unsigned_abs();
    let rows = store.matters(&filter).await?;
    let rows =
        rows.iter().filter(|row| visit.may_on("read-matter", row)).map(|row| line(&visit, row)).collect();
    let pages = u32::try_from(total.div_ceil(u64::from(PER_PAGE))).unwrap_or(u32::MAX);
    let asked = ["side", "stage", "q"].map(|name| (name.to_owned(), visit.q(name).to_owned()));
    let query = serde_urlencoded::to_string(&asked).unwrap_or_default();
    show(&RequestsPage {
        frame: visit.frame(Place::Requests).await?,
        tabs: tabs(&visit),
        fields: Fields::new(asked),
        stages: stage_choices(&visit),
        rows,
        pager: Pager { page, pages, total, href: format!("/requests?{query}&page=") },
        may_compose: visit.may("compose"),
    })
}

fn tabs(visit: &Visit) -> Vec<Tab> {
    let t = visit.t();
    let now = visit.q("side");
    let tab = |side: &str, text| Tab {
        text,
        href: if side.is_empty() { "/requests".to_owned() } else { format!("/requests?side={side}") },
        count: None,
        current: now == side,
    };
    let mut tabs = vec![tab("", t.list_all()), tab("sent", t.we_asked()), tab("received", t.they_asked())];
    if visit.may("compose") {
        tabs.push(tab("drafts", t.list_drafts()));
    }
    tabs
}

fn stage_choices(visit: &Visit) -> Vec<Choice> {
    let t = visit.t();
    let any = Choice::new("", t.list_any());
    std::iter::once(any).chain(STAGES.map(|code| Choice::new(code, t.stage(code)))).collect()
}

fn line(visit: &Visit, row: &MatterRow) -> RequestRow {
    let (app, lang) = (&visit.app, visit.lang());
    let clocks = clocks_of(row);
    let zone = visit.zone();
    let changed = Timestamp::from_millisecond(row.changed_at_ms)
        .map(|at| lang.when(&at.to_zoned(zone.clone()), &visit.now().to_zoned(zone.clone())));
    RequestRow {
        title: Anchor::new(title(app, lang, row), href(row)),
        number: key(row).to_owned(),
        form: form(app, lang, &row.form),
        partner: body(app, lang, &partner(row)),
        we_asked: row.side == "ours",
        stage: stage_tag(lang, &row.stage),
        clock: of_row(&clocks).filter(|_| row.due_ms.is_some()).map(|clock| shown(lang, clock, visit.now())),
        changed: changed.unwrap_or_default(),
    }
}
