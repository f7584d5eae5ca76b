//! `GET /contacts`: the bodies on the other side, the time there, and how the link to their node works.
//!
//! Never: shows a body to which no way exists as if there were one.

use std::collections::BTreeMap;

use super::fill::words;
use super::frame::{reach, seconds};
use super::page::{Page, Visit, show, zone};
use super::views::Place;
use super::views::frame::Reach;
use super::views::registers::{CounterpartRow, CounterpartsPage};
use crate::access::Doors;
use crate::config::BodyEntry;
use crate::store::StoreError;

pub fn doors(doors: Doors) -> Doors {
    doors.get("/contacts", "see-counterparts", list)
}

async fn list(visit: Visit) -> Page {
    let links = links(&visit).await?;
    let theirs = visit.app.config.bodies.iter().filter(|body| body.state != visit.app.config.state);
    let rows = theirs.map(|body| row(&visit, body, &links)).collect();
    show(&CounterpartsPage { frame: visit.frame(Place::Counterparts).await?, rows })
}

/// How well each neighbour's node is reached, and a word on it.
async fn links(visit: &Visit) -> Result<BTreeMap<String, (Reach, String)>, StoreError> {
    let mut links = BTreeMap::new();
    for row in visit.app.store.neighbours().await? {
        let waiting = visit.app.store.waiting(&row.id).await?;
        let state = reach(&row, waiting);
        let note = match (state, row.answer_ms) {
            (Reach::Away, _) => visit.t().link_waiting(waiting),
            (_, Some(ms)) => seconds(visit.lang(), ms),
            (_, None) => String::new(),
        };
        links.insert(row.id, (state, note));
    }
    Ok(links)
}

fn row(visit: &Visit, body: &BodyEntry, links: &BTreeMap<String, (Reach, String)>) -> CounterpartRow {
    let (app, lang) = (&visit.app, visit.lang());
    let link = app.links.serving(&body.id).and_then(|link| links.get(&link.id));
    let (reach, note) = link.cloned().unwrap_or((Reach::Away, visit.t().link_none()));
    CounterpartRow {
        body: words::body_full(app, lang, &body.id),
        level: words::label(app, lang, "levels", &body.level),
        parent: body
            .parent
            .as_deref()
            .map(|above| words::body_full(app, lang, above).name)
            .unwrap_or_default(),
        time: lang.time(&visit.now().to_zoned(zone(app, &body.id))),
        reach,
        note,
    }
}
