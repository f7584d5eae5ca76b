//! The frame of a page: who is signed in, the time on both sides, what waits, how the links and the law are.
//!
//! Never: counts what the person may not see.

use std::collections::BTreeSet;

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use jiff::Timestamp;

use super::l10n::{Lang, Words};
use super::page::{Visit, zone};
use super::views::frame::{
    Counts, Foot, FootLink, Frame, Notice, Place, PlaceClock, Reach, Role as Shown, Theme, User,
};
use crate::access::Session;
use crate::access::gate::cookie;
use crate::acts::Acted;
use crate::app::App;
use crate::config::BodyEntry;
use crate::peer::link::Link;
use crate::store::StoreError;
use crate::store::matter::Filter;
use crate::store::neighbour::NeighbourRow;
use crate::store::people::{Official, Role};

pub const LANG_COOKIE: &str = "marchland-lang";
pub const THEME_COOKIE: &str = "marchland-theme";
const DESK_MAX: i64 = 200;
/// A link that takes longer than this to answer is called slow.
const SLOW_MS: i64 = 5_000;
const DAY_MS: i64 = 24 * 3600 * 1000;

impl Visit {
    pub async fn frame(&self, place: Place) -> Acted<Frame> {
        of(&self.app, &self.session, &self.path, self.q("done"), place).await
    }
}

/// `done` names a notice to show once.
pub async fn of(app: &App, session: &Session, path: &str, done: &str, place: Place) -> Acted<Frame> {
    let who = &session.official;
    let lang = Lang::from_code(&who.lang).unwrap_or_default();
    Ok(Frame {
        lang,
        theme: theme(&who.theme),
        keys: who.keys_on,
        csrf: session.csrf.clone(),
        path: without_done(path),
        user: Some(user(app, who, lang)),
        clocks: clocks(app, who, lang),
        place,
        counts: counts(app, who).await?,
        foot: foot(app, who, lang).await?,
        notice: lang.words().done(done).map(|text| Notice { text, bad: false }),
        live: false,
    })
}

/// Before anybody signed in.
pub fn nobody(app: &App, headers: &HeaderMap, path: &str) -> Frame {
    let frame = as_the_browser_asks(headers, path);
    let lang = frame.lang;
    let home = home_body(app);
    let town = |body: &BodyEntry| PlaceClock {
        place: body.short.in_language(lang.code()).to_owned(),
        time: lang.time(&app.clock.now().to_zoned(zone(app, &body.id))),
        zone: body.zone.clone(),
    };
    Frame { clocks: home.map(town).into_iter().collect(), ..frame }
}

/// In the language and light that the browser asks for or has kept.
pub fn as_the_browser_asks(headers: &HeaderMap, path: &str) -> Frame {
    let accepted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Frame {
        lang: Lang::choose(cookie(headers, LANG_COOKIE).as_deref(), accepted),
        theme: theme(&cookie(headers, THEME_COOKIE).unwrap_or_default()),
        path: path.to_owned(),
        ..Frame::default()
    }
}

/// The short name of the body by which people call a neighbour's node.
pub fn neighbour_name(app: &App, link: &Link, lang: Lang) -> String {
    neighbour_body(app, link)
        .map_or_else(|| link.id.clone(), |body| body.short.in_language(lang.code()).to_owned())
}

/// The highest body a neighbour's node serves.
pub fn neighbour_body<'a>(app: &'a App, link: &Link) -> Option<&'a BodyEntry> {
    highest(link.record.bodies.iter().filter_map(|body| app.body(&body.id)))
}

/// The highest body this node serves: by its town people know the node and its log.
pub fn home_body(app: &App) -> Option<&BodyEntry> {
    highest(app.config.bodies.iter().filter(|body| body.ours))
}

fn highest<'a>(bodies: impl Iterator<Item = &'a BodyEntry>) -> Option<&'a BodyEntry> {
    let rank = |level: &str| ["central", "regional", "district"].iter().position(|l| *l == level);
    bodies.min_by_key(|body| rank(&body.level).unwrap_or(usize::MAX))
}

/// How well the link to a neighbour works.
pub fn reach(row: &NeighbourRow, waiting: i64) -> Reach {
    match (row.failing_since_ms, row.answered_at_ms) {
        (Some(_), _) | (None, None) => Reach::Away,
        (None, Some(_)) if waiting > 10 || row.answer_ms.is_some_and(|ms| ms > SLOW_MS) => Reach::Slow,
        _ => Reach::Linked,
    }
}

/// `0.4 s`, `21 ms`
pub fn seconds(lang: Lang, ms: i64) -> String {
    let (s, of_thousand) = if lang == Lang::En { ("s", "ms") } else { ("с", "мс") };
    if ms < 100 {
        format!("{ms} {of_thousand}")
    } else {
        format!("{} {s}", lang.decimal(ms as f64 / 1000.0, 1))
    }
}

pub fn theme(code: &str) -> Theme {
    match code {
        "light" => Theme::Light,
        "dark" => Theme::Dark,
        _ => Theme::Device,
    }
}

fn user(app: &App, who: &Official, lang: Lang) -> User {
    let code = lang.code();
    let body = app.body(&who.body);
    let above = body.and_then(|body| body.parent.as_deref()).and_then(|parent| app.body(parent));
    let state = body.map_or(app.config.state.as_str(), |body| body.state.as_str());
    let under = above
        .map_or_else(|| state.to_owned(), |above| format!("{} · {state}", above.short.in_language(code)));
    User {
        name: who.name.clone(),
        post: who.post.in_language(code).to_owned(),
        body: body.map_or_else(|| who.body.clone(), |body| body.name.in_language(code).to_owned()),
        under,
        roles: vec![shown(who.role)],
    }
}

fn shown(role: Role) -> Shown {
    match role {
        Role::Officer => Shown::Officer,
        Role::Head => Shown::Head,
        Role::Registrar => Shown::Registrar,
        Role::Adviser => Shown::Adviser,
        Role::Auditor => Shown::Auditor,
        Role::Administrator => Shown::Administrator,
        Role::Guard => Shown::Guard,
        Role::Lead => Shown::Lead,
    }
}

/// The own town and one on the other side: both clocks, always.
fn clocks(app: &App, who: &Official, lang: Lang) -> Vec<PlaceClock> {
    let there = app.links.all().filter_map(|link| neighbour_body(app, link));
    let mut seen = BTreeSet::new();
    app.body(&who.body)
        .into_iter()
        .chain(there)
        .filter(|body| seen.insert(body.id.clone()))
        .take(2)
        .map(|body| PlaceClock {
            place: body.short.in_language(lang.code()).to_owned(),
            time: lang.time(&app.clock.now().to_zoned(zone(app, &body.id))),
            zone: body.zone.clone(),
        })
        .collect()
}

async fn counts(app: &App, who: &Official) -> Result<Counts, StoreError> {
    let mut counts = Counts::default();
    let desks = desks(who.role);
    if desks.is_empty() {
        return Ok(counts);
    }
    let bodies = format!(",{},", app.config.within(&who.body).join(","));
    let soon = app.clock.now_ms() + DAY_MS;
    for task in app.store.desk(&who.id, desks, &bodies, DESK_MAX).await? {
        counts.desk += u64::from(task.due_ms.is_some_and(|due| due < soon));
        counts.incoming += u64::from(task.desk == "registrars");
        counts.approvals += u64::from(task.desk == "heads");
    }
    let open = ",draft,submitted,approved,sent,delivered,registered,accepted,partly,refused,clarification,executing,answered,evaluated,";
    let mine = Filter { side: "ours", stages: open, bodies: &bodies, ..Filter::default() };
    counts.requests = app.store.count_matters(&mine).await?.unsigned_abs();
    Ok(counts)
}

/// The group desks of a role, each between two commas.
pub fn desks(role: Role) -> &'static str {
    match role {
        Role::Officer => ",officers,",
        Role::Head => ",heads,officers,",
        Role::Registrar => ",registrars,",
        Role::Lead => ",leads,",
        Role::Adviser | Role::Auditor | Role::Administrator | Role::Guard => "",
    }
}

async fn foot(app: &App, who: &Official, lang: Lang) -> Result<Foot, StoreError> {
    let now = app.clock.now();
    let zone = zone(app, &who.body);
    let mut links = Vec::new();
    let mut witnessed: Option<i64> = None;
    for row in app.store.neighbours().await? {
        let Some(link) = app.links.get(&row.id) else { continue };
        let waiting = app.store.waiting(&row.id).await?;
        links.push(FootLink {
            name: neighbour_name(app, link, lang),
            reach: reach(&row, waiting),
            delay: row.answer_ms.map(|ms| seconds(lang, ms)).unwrap_or_default(),
            waiting: waiting.unsigned_abs(),
        });
        let (_, cosigned, _) = app.store.log_heads(&row.id).await?;
        witnessed = witnessed.max(cosigned.and_then(|row| row.cosigned_at_ms));
    }
    let at = witnessed.and_then(|ms| Timestamp::from_millisecond(ms).ok());
    Ok(Foot {
        links,
        log_witnessed: at.map(|at| lang.when(&at.to_zoned(zone.clone()), &now.to_zoned(zone.clone()))),
        law_pack: pack(app),
        law_date: lang.date(now.to_zoned(zone).date()),
        law_held_back: app.law.mistakes.is_some(),
    })
}

/// The first letters of the law's content hash: the same letters are the same law.
pub fn pack(app: &App) -> String {
    app.law.framework.id().as_str().chars().take(8).collect()
}

/// A change of language comes back to the page, not to its notice.
fn without_done(path: &str) -> String {
    let Some((path, query)) = path.split_once('?') else { return path.to_owned() };
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("done=")).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

impl Words {
    /// The sentence for a notice named in an address; unknown names say nothing.
    fn done(&self, what: &str) -> Option<String> {
        Some(match what {
            "saved" => self.done_saved(),
            "route" => self.done_route(),
            "submitted" => self.done_submitted(),
            "withdrawn" => self.done_withdrawn(),
            "recalled" => self.done_recalled(),
            "correction" => self.done_correction(),
            "correction-dropped" => self.done_correction_dropped(),
            "clarified" => self.done_clarified(),
            "reminded" => self.done_reminded(),
            "read" => self.done_read(),
            "evaluated" => self.done_evaluated(),
            "closed" => self.done_closed(),
            "approved" => self.done_approved(),
            "returned" => self.done_returned(),
            "registered" => self.done_registered(),
            "position" => self.done_position(),
            "asked" => self.done_asked(),
            "task" => self.done_task(),
            "task-done" => self.done_task_done(),
            "task-dropped" => self.done_task_dropped(),
            "correction-seen" => self.done_correction_seen(),
            "retrying" => self.done_retrying(),
            "answer-saved" => self.done_answer_saved(),
            "answer-submitted" => self.done_answer_submitted(),
            "answer-approved" => self.done_answer_approved(),
            "answer-returned" => self.done_answer_returned(),
            "confirmed" => self.done_confirmed(),
            "revoked" => self.done_revoked(),
            "settings" => self.done_settings(),
            "hit" => self.done_hit(),
            "hit-confirmed" => self.done_hit_confirmed(),
            "hit-dropped" => self.done_hit_dropped(),
            "hit-read" => self.done_hit_read(),
            "released" => self.done_released(),
            "release-revoked" => self.done_release_revoked(),
            "alert-submitted" => self.done_alert_submitted(),
            "alert-approved" => self.done_alert_approved(),
            "alert-withdrawn" => self.done_alert_withdrawn(),
            "alert-proposed" => self.done_alert_proposed(),
            "alert-decided" => self.done_alert_decided(),
            "signed-out" => self.done_signed_out(),
            _ => return None,
        })
    }
}
