//! The crossing: checks, first and second look, release of a wrong person or thing.
//!
//! Never: lets a check go unrecorded; acts on a hit by itself; keeps a traveller longer than the configuration says.

use jiff::{SignedDuration, Timestamp};
use marchland_casework::alert::{
    Compared, HitOutcome, Looked, ReleaseAsked, ReleaseReason, ThingKind, Traveller,
};
use marchland_casework::{Choice, Clock, ClockKind, ClockSource, Power};

use super::alerts::{self, alert};
use super::keep::{Kept, write};
use super::{Acted, CannotAct, actor, new_id};
use crate::app::App;
use crate::screening::{Met, Person, Word};
use crate::store::audit::{self, Entry};
use crate::store::passage::{self, PassageRow};
use crate::store::people::Official;
use crate::store::{StoreError, Tx};

pub const LIST_MAX: usize = 500;
const HOUR_MS: i64 = 3_600_000;
const TEXT_MAX: usize = 200;
/// Without a wish of the issuer and without a rule of the house, a hit is told within a day.
const NOTICE_H: i64 = 24;

/// Where and why a check is made.
#[derive(Clone, Debug)]
pub struct Lane {
    /// Id of a crossing point of the configuration.
    pub crossing: String,
    pub lane: String,
    /// entering | leaving
    pub direction: String,
    pub reason: String,
}

/// A traveller or a thing, and what came of the check.
#[derive(Debug)]
pub struct Checked {
    /// Under which the check can be looked at again, for a limited time.
    pub id: String,
    pub person: Person,
    pub met: Vec<Met>,
}

impl Checked {
    pub fn word(&self) -> Word {
        self.met.first().map_or(Word::Clear, |met| met.word)
    }
}

/// Checks travellers, one or a list, and records every check with who, where and why.
pub async fn check(
    app: &App,
    who: &Official,
    lane: &Lane,
    people: Vec<(i64, Person)>,
) -> Acted<Vec<Checked>> {
    let lane = checked_lane(app, lane)?;
    if people.len() > LIST_MAX {
        return Err(CannotAct::ListTooLong);
    }
    let now = app.clock.now();
    let list = (people.len() > 1).then(|| new_id(app));
    let mut done = Vec::new();
    let mut rows = Vec::new();
    for (line, person) in people {
        let met = met(app, who, &person, now);
        let checked = Checked { id: new_id(app), person, met };
        rows.push(row(app, who, &lane, &list, line, &checked, now)?);
        done.push(checked);
    }
    let mut tx = app.store.begin().await?;
    for row in &rows {
        passage::put(&mut tx, row).await?;
    }
    let what = format!("{} checked", done.len());
    noted(app, tx, &lane, &what, entry(who, "check travellers", true)).await?;
    Ok(done)
}

/// Writes down who did it, where and why, and ends the transaction.
pub(super) async fn noted(app: &App, mut tx: Tx, lane: &Lane, what: &str, entry: Entry<'_>) -> Acted<()> {
    let Lane { crossing, lane, direction, reason } = lane;
    let reason = format!("{reason}: {crossing}, lane {lane}, {direction}, {what}");
    audit::write(&mut tx, app.clock.now_ms(), &Entry { reason: Some(&reason), ..entry }).await?;
    app.fuse.step("crossing: before commit")?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}

/// What somebody did at a crossing.
pub(super) fn entry<'a>(who: &'a Official, act: &'a str, reads: bool) -> Entry<'a> {
    Entry { official: Some(&who.id), act, reads, matter: None, reason: None, outcome: "done" }
}

/// A check made before, with the list as it is now. Of the official's own body only, and while the traveller is kept.
pub async fn look_again(app: &App, who: &Official, id: &str) -> Acted<(PassageRow, Checked)> {
    let row = app.store.passage(id).await?.ok_or(CannotAct::NotFound)?;
    let person = person_of(app, who, &row)?;
    let met = met(app, who, &person, app.clock.now());
    Ok((row.clone(), Checked { id: row.id, person, met }))
}

/// Every alert a traveller meets, once. Several bodies of this node may each keep a copy of one alert: the copy of the
/// official's own body stands for all of them, and a release from one of them holds for all.
fn met(app: &App, who: &Official, person: &Person, now: Timestamp) -> Vec<Met> {
    let rank = |met: &Met| (met.cleared.is_some(), met.listed.content.to.as_str() == who.body);
    let mut met_once: Vec<Met> = Vec::new();
    for met in app.screening.check(person, now) {
        let same = |held: &&mut Met| {
            (&held.listed.content.from, &held.listed.reference)
                == (&met.listed.content.from, &met.listed.reference)
        };
        match met_once.iter_mut().find(same) {
            Some(held) if rank(&met) > rank(held) => *held = met,
            Some(_) => {}
            None => met_once.push(met),
        }
    }
    met_once.sort_by_key(|met| std::cmp::Reverse(met.word));
    met_once
}

/// The first look at a hit.
#[derive(Clone, Debug)]
pub struct FirstLook {
    pub alert: String,
    pub outcome: HitOutcome,
    pub compared: Vec<Compared>,
    pub note: String,
}

/// An official at the lane compared the person with the alert and says it is a hit.
pub async fn find_hit(app: &App, who: &Official, check: &str, look: FirstLook) -> Acted<String> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let (passage, person) = kept_person(app, who, check).await?;
    let (row, alert) = alert(app, &mut tx, who, &look.alert, "find-hit").await?;
    let notice = notice(app, alert.content().and_then(|content| content.answer_within_h), at);
    let id = new_id(app);
    let looked = Looked {
        id: id.clone(),
        place: format!("{}, {}", passage.crossing, passage.lane),
        outcome: look.outcome,
        traveller: traveller(app, &person, &look.alert, at),
        compared: look.compared.into_iter().collect(),
        note: look.note,
    };
    let step = alert.find_hit(looked, &actor(who), notice, at)?;
    let kept = Kept { act: "first look at a hit", by: Some(&who.id), ..Kept::default() };
    write(app, &mut tx, row, step, kept, at).await?;
    settle(app, tx, check, at).await?;
    Ok(id)
}

/// The second look, by another person with a mandate: the issuer is told.
pub async fn confirm_hit(app: &App, who: &Official, alert: &str, hit: &str) -> Acted<()> {
    alerts::signed(
        app,
        who,
        alert,
        "confirm-hit",
        "confirm hit",
        Power::ReportHit,
        |alert, mandate, _, message, at| alert.confirm_hit(hit, mandate, message, at),
    )
    .await
}

pub async fn drop_hit(app: &App, who: &Official, alert: &str, hit: &str, reason: &str) -> Acted<()> {
    alerts::plain(app, who, alert, "confirm-hit", "drop hit", |alert, at| {
        alert.drop_hit(hit, &actor(who), reason, at)
    })
    .await
}

/// How long a wrong person stays released for a document.
#[derive(Clone, Debug)]
pub struct Freed {
    pub alert: String,
    pub reason: ReleaseReason,
    pub note: String,
    /// The last day, UTC.
    pub until: jiff::civil::Date,
}

/// The last day a release holds: it is kept as the first moment, UTC, at which it does not.
pub fn last_day(until: jiff::Timestamp) -> jiff::civil::Date {
    let day = until.to_zoned(jiff::tz::TimeZone::UTC).date();
    day.yesterday().unwrap_or(day)
}

/// The person is somebody else: this alert is silent for this document from now on, here and there.
pub async fn release(app: &App, who: &Official, check: &str, freed: Freed) -> Acted<String> {
    let (_, person) = kept_person(app, who, check).await?;
    let document = number(app, &person, &freed.alert, app.clock.now()).ok_or(CannotAct::NoDocument)?;
    let end = freed.until.tomorrow().and_then(|day| day.to_zoned(jiff::tz::TimeZone::UTC));
    let until = end.map_err(|_| CannotAct::NoDocument)?.timestamp();
    let id = new_id(app);
    let asked = ReleaseAsked {
        id: id.clone(),
        document,
        issuer: issuer(&person),
        reason: freed.reason,
        note: freed.note,
        until,
    };
    let power = Power::ReportHit;
    alerts::signed(
        app,
        who,
        &freed.alert,
        "release-person",
        "release person",
        power,
        |alert, mandate, _, message, at| alert.release(&asked, mandate, message, at),
    )
    .await?;
    let at = app.clock.now();
    settle(app, app.store.begin().await?, check, at).await?;
    Ok(id)
}

pub async fn revoke_release(
    app: &App,
    who: &Official,
    alert: &str,
    release: &str,
    reason: &str,
) -> Acted<()> {
    let power = Power::ReportHit;
    alerts::signed(
        app,
        who,
        alert,
        "release-person",
        "revoke release",
        power,
        |alert, mandate, _, message, at| alert.revoke_release(release, mandate, reason, message, at),
    )
    .await
}

/// The limit for telling the issuer: what the issuer asks, else the house's rule. The treaty's own limit was not read.
fn notice(app: &App, asked_h: Option<u16>, at: Timestamp) -> Clock {
    let hours = |h: i64| at.checked_add(SignedDuration::from_hours(h)).ok();
    if let Some(h) = asked_h {
        return Clock::new(ClockKind::HitNotice, ClockSource::AskedBySender, at, hours(i64::from(h)));
    }
    let rule = app.config.own_rules.iter().find(|rule| rule.of == "hit-notice" && rule.unit == "hours");
    let source =
        ClockSource::OwnRule { number: rule.map_or(0, |rule| u16::try_from(rule.n).unwrap_or(u16::MAX)) };
    let due = hours(rule.map_or(NOTICE_H, |rule| i64::from(rule.amount)));
    Clock::new(ClockKind::HitNotice, source, at, due)
}

pub(super) fn checked_lane(app: &App, lane: &Lane) -> Acted<Lane> {
    let known = app.config.crossings.iter().any(|crossing| crossing.id == lane.crossing);
    let direction = matches!(lane.direction.as_str(), "entering" | "leaving");
    let fits = |text: &str| !text.trim().is_empty() && text.chars().count() <= TEXT_MAX;
    if !known || !direction || !fits(&lane.lane) || !fits(&lane.reason) {
        return Err(CannotAct::LaneUnknown);
    }
    Ok(lane.clone())
}

fn row(
    app: &App,
    who: &Official,
    lane: &Lane,
    list: &Option<String>,
    line: i64,
    checked: &Checked,
    now: Timestamp,
) -> Acted<PassageRow> {
    let word = checked.word();
    let keep = &app.config.screening;
    // Nobody's journey is kept because a name resembles another: only what people still have to settle stays longer.
    let hours = if word == Word::Hit { keep.keep_hit_hours } else { keep.keep_hours };
    let at_ms = now.as_millisecond();
    Ok(PassageRow {
        list: list.clone(),
        line,
        verdict: word.code().to_owned(),
        alert: checked.met.first().map(|met| met.listed.id.clone()),
        traveller: match hours {
            0 => None,
            _ => Some(serde_json::to_string(&checked.person).map_err(StoreError::unreadable("traveller"))?),
        },
        forget_at_ms: at_ms.saturating_add(i64::from(hours) * HOUR_MS),
        ..at_lane(who, lane, checked.id.clone(), at_ms)
    })
}

/// A check of nobody yet: who, where and why.
pub(super) fn at_lane(who: &Official, lane: &Lane, id: String, at_ms: i64) -> PassageRow {
    let Lane { crossing, lane, direction, reason } = lane.clone();
    PassageRow {
        id,
        at_ms,
        official: who.id.clone(),
        body: who.body.clone(),
        crossing,
        lane,
        direction,
        reason,
        list: None,
        line: 1,
        verdict: Word::Clear.code().to_owned(),
        alert: None,
        traveller: None,
        forget_at_ms: at_ms,
        later_at_ms: None,
        settled_at_ms: None,
    }
}

async fn kept_person(app: &App, who: &Official, check: &str) -> Acted<(PassageRow, Person)> {
    let row = app.store.passage(check).await?.ok_or(CannotAct::NotFound)?;
    let person = person_of(app, who, &row)?;
    Ok((row, person))
}

fn person_of(app: &App, who: &Official, row: &PassageRow) -> Acted<Person> {
    let near = app.config.within(&who.body).contains(&row.body.as_str());
    let kept = row.traveller.as_deref().filter(|_| near && app.clock.now_ms() < row.forget_at_ms);
    let doc = kept.ok_or(CannotAct::NotFound)?;
    Ok(serde_json::from_str(doc).map_err(StoreError::unreadable("traveller"))?)
}

fn traveller(app: &App, person: &Person, alert: &str, at: Timestamp) -> Traveller {
    Traveller {
        name: person.name(),
        born: person.born.as_deref().and_then(|born| born.parse().ok()),
        document: person.document.clone(),
        issuer: issuer(person),
        thing: person.thing.as_ref().and_then(|thing| {
            let met = with(app, person, alert, at).and_then(|met| met.thing);
            // A number alone is of the kind under which the alert lists it.
            let kind = thing.kind.or(met.map(|found| found.kind))?;
            ThingKind::from_code(kind.code())
        }),
    }
}

/// What a release is bound to.
fn number(app: &App, person: &Person, alert: &str, at: Timestamp) -> Option<String> {
    match person.thing {
        None => person.document.clone(),
        Some(_) => with(app, person, alert, at)?.number(person),
    }
}

fn issuer(person: &Person) -> Option<String> {
    person.thing.as_ref().map_or(&person.issuer, |thing| &thing.state).clone()
}

fn with(app: &App, person: &Person, alert: &str, at: Timestamp) -> Option<Met> {
    app.screening.check(person, at).into_iter().find(|met| met.listed.id == alert)
}

async fn settle(app: &App, mut tx: Tx, check: &str, at: Timestamp) -> Acted<()> {
    passage::settle(&mut tx, check, at.as_millisecond()).await?;
    app.fuse.step("crossing: before commit")?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(())
}
