//! `GET /admin`: the people of this node, its neighbours, the law in use, the node itself. `POST /admin/retry` has the next
//! attempt to reach a neighbour made at once.
//!
//! Never: shows a secret or a case.

use std::collections::BTreeMap;

use jiff::Timestamp;
use marchland_wire::root::Root;

use super::fill::words;
use super::frame::{neighbour_name, pack, reach, seconds};
use super::page::{Form, Page, Visit, done, show};
use super::views::Place;
use super::views::admin::{AdminPage, LawMistake, LawState, NeighbourRow, UserRow};
use super::views::frame::{Reach, Role as Shown};
use super::views::parts::{Tag, Tone};
use crate::access::Doors;
use crate::acts::{Acted, CannotAct};
use crate::store::people::{Official, Role};

pub fn doors(doors: Doors) -> Doors {
    doors.get("/admin", "administer", see).post("/admin/retry", "administer", retry)
}

async fn see(visit: Visit) -> Page {
    show(&AdminPage {
        frame: visit.frame(Place::Admin).await?,
        users: users(&visit).await?,
        neighbours: neighbours(&visit).await?,
        law: law(&visit),
        node: node(&visit)?,
    })
}

async fn retry(visit: Visit, form: Form) -> Page {
    let link = visit.app.links.get(form.get("neighbour")).ok_or(CannotAct::NotFound)?;
    visit.app.store.retry_now(&link.id).await?;
    visit.app.to_send.ring();
    done("/admin", "retrying")
}

async fn users(visit: &Visit) -> Acted<Vec<UserRow>> {
    let seen: BTreeMap<String, i64> = visit.app.store.last_seen().await?.into_iter().collect();
    let officials = visit.app.store.officials().await?;
    Ok(officials.iter().map(|one| user(visit, one, seen.get(&one.id).copied())).collect())
}

fn user(visit: &Visit, one: &Official, seen_ms: Option<i64>) -> UserRow {
    let (lang, t) = (visit.lang(), visit.t());
    let locked = one.locked_until_ms.is_some_and(|until| until > visit.now().as_millisecond());
    UserRow {
        user: one.login.clone(),
        name: one.name.clone(),
        post: words::text(lang, &one.post),
        body: words::body(&visit.app, lang, &one.body),
        roles: t.role(match one.role {
            Role::Officer => Shown::Officer,
            Role::Head => Shown::Head,
            Role::Registrar => Shown::Registrar,
            Role::Adviser => Shown::Adviser,
            Role::Auditor => Shown::Auditor,
            Role::Administrator => Shown::Administrator,
            Role::Guard => Shown::Guard,
            Role::Lead => Shown::Lead,
        }),
        last_seen: seen_ms.map(|ms| when(visit, ms)).unwrap_or_default(),
        state: if locked {
            Tag::new(Tone::Bad, t.user_locked())
        } else {
            Tag::new(Tone::Good, t.user_active())
        },
    }
}

async fn neighbours(visit: &Visit) -> Acted<Vec<NeighbourRow>> {
    let (app, lang, t) = (&visit.app, visit.lang(), visit.t());
    let mut rows = Vec::new();
    for row in app.store.neighbours().await? {
        // Linked since the node started: it is worked with after the next start.
        let Some(link) = app.links.get(&row.id) else { continue };
        let waiting = app.store.waiting(&row.id).await?;
        let reach = reach(&row, waiting);
        let note = match (reach, row.failing_since_ms, row.answer_ms) {
            (Reach::Away, Some(since), _) => {
                format!("{} {}", t.link_since(when(visit, since)), t.link_waiting(waiting))
            }
            (Reach::Away, None, _) => t.link_waiting(waiting),
            (_, _, Some(ms)) => seconds(lang, ms),
            (_, _, None) => String::new(),
        };
        let until = Timestamp::from_second(link.record.record.not_after_s).map_err(CannotAct::internal)?;
        rows.push(NeighbourRow {
            name: neighbour_name(app, link, lang),
            address: link.url.clone(),
            bodies: link.record.bodies.iter().map(|body| words::body(app, lang, &body.id)).collect(),
            reach,
            note,
            record_until: lang.date(until.to_zoned(visit.zone()).date()),
            may_retry: waiting > 0 || reach == Reach::Away,
            id: row.id,
        });
    }
    Ok(rows)
}

fn law(visit: &Visit) -> LawState {
    let (app, framework) = (&visit.app, &visit.app.law.framework);
    let mistakes = app.law.mistakes.as_ref().map(|found| found.list.as_slice()).unwrap_or_default();
    let number = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    // The kept copy is written when a law is first found good here.
    let kept = std::fs::metadata(app.config.last_good_law()).and_then(|file| file.modified());
    let loaded = kept.ok().and_then(|at| Timestamp::try_from(at).ok());
    LawState {
        pack: pack(app),
        hash: framework.id().to_string(),
        loaded: loaded.map(|at| when(visit, at.as_millisecond())).unwrap_or_default(),
        instruments: number(framework.instruments().count()),
        rules: number(framework.rules().count()),
        mistakes: mistakes
            .iter()
            .map(|mistake| LawMistake {
                file: mistake.path.to_string(),
                line: number(mistake.line),
                column: number(mistake.column),
                text: mistake.plain(),
            })
            .collect(),
    }
}

fn node(visit: &Visit) -> Acted<Vec<(String, String)>> {
    let (app, t) = (&visit.app, visit.t());
    let own = &app.links.own.record;
    let until = Timestamp::from_second(own.not_after_s).map_err(CannotAct::internal)?;
    let bodies: Vec<&str> =
        app.config.bodies.iter().filter(|body| body.ours).map(|body| body.id.as_str()).collect();
    Ok(vec![
        (t.node_id(), app.config.node.clone()),
        (t.node_version(), env!("CARGO_PKG_VERSION").to_owned()),
        (t.node_bodies(), bodies.join(", ")),
        (t.node_register(), app.config.register.clone()),
        (t.node_web(), app.config.web.to_string()),
        (t.node_peer(), app.config.peer.to_string()),
        (t.node_root(), Root::read(&own.root_record)?.fingerprint().to_string()),
        (t.node_record_until(), visit.lang().date(until.to_zoned(visit.zone()).date())),
    ])
}

fn when(visit: &Visit, ms: i64) -> String {
    let at = Timestamp::from_millisecond(ms).unwrap_or_default();
    visit.lang().when(&at.to_zoned(visit.zone()), &visit.now().to_zoned(visit.zone()))
}
