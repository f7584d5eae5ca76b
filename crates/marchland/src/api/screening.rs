//! Checks of travellers and things: one, or a whole list; and what is made of a hit.
//!
//! Never: answers for a traveller it could not read as if there had been none; writes a traveller into a log.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use jiff::civil::Date;
use marchland_casework::Choice;

use super::intake::{Body, Query};
use super::problem::{Answered, Problem};
use super::types::{
    AlertMet, CheckCountLine, CheckCounts, CheckDone, ChecksAsked, ChecksDone, CountsOf, HitFound, HitMade,
    ListState, ObjectAsked, ObjectChecked, OpenPassage, ReleaseMade, ReleaseWanted, TravellerAsked,
    TravellerFields, Unreadable, moment,
};
use crate::access::Session;
use crate::acts::crossing::{self, Checked, FirstLook, Freed, LIST_MAX, Lane};
use crate::app::App;
use crate::screening::{Met, NotATraveller, Person, Thing, Word, kind_of, question, read_line};

const OPEN_MAX: i64 = 100;
const COUNTS_MAX: i64 = 5000;
const DAY_MS: i64 = 86_400_000;

/// Checks travellers against every alert in force
///
/// One or a whole list. Those that cannot be read are named by their place in the list; the others are checked.
#[utoipa::path(post, path = "/api/screening/checks", tag = "screening", request_body = ChecksAsked, responses((status = 200, body = ChecksDone, description = "Checked and written down")))]
pub async fn check(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Body(asked): Body<ChecksAsked>,
) -> Answered<Json<ChecksDone>> {
    if asked.travellers.is_empty() || asked.travellers.len() > LIST_MAX {
        return Err(Problem::field("travellers", "too-many", format!("give 1 to {LIST_MAX} travellers")));
    }
    let lane =
        Lane { crossing: asked.crossing, lane: asked.lane, direction: asked.direction, reason: asked.reason };
    let mut people = Vec::new();
    let mut unreadable = Vec::new();
    for (at, traveller) in asked.travellers.into_iter().enumerate() {
        let line = at + 1;
        match named(traveller, app.screening.this_year()) {
            Ok(all) => {
                people.extend(all.into_iter().map(|one| (i64::try_from(line).unwrap_or(i64::MAX), one)))
            }
            Err(why) => {
                unreadable.push(Unreadable { line, code: why.code().to_owned(), message: why.to_string() });
            }
        }
    }
    let lines: Vec<usize> = people.iter().map(|(line, _)| usize::try_from(*line).unwrap_or(0)).collect();
    let done = crossing::check(&app, &session.official, &lane, people).await?;
    let checks = done.iter().zip(lines).map(|(checked, line)| shown(checked, line)).collect();
    Ok(Json(ChecksDone { checks, unreadable, alerts: app.screening.len() }))
}

/// Looks at a check again, with the alerts as they are now
#[utoipa::path(get, path = "/api/screening/checks/{check}", tag = "screening", responses((status = 200, body = CheckDone, description = "As long as the traveller is kept")))]
pub async fn see_check(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(check): Path<String>,
) -> Answered<Json<CheckDone>> {
    let (row, checked) = crossing::look_again(&app, &session.official, &check).await?;
    Ok(Json(shown(&checked, usize::try_from(row.line).unwrap_or(0))))
}

/// Says that a traveller is the person of an alert: the first look
#[utoipa::path(post, path = "/api/screening/checks/{check}/hit", tag = "screening", request_body = HitFound, responses((status = 201, body = HitMade, description = "Waits for the second look of another person")))]
pub async fn find_hit(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(check): Path<String>,
    Body(found): Body<HitFound>,
) -> Answered<(StatusCode, Json<HitMade>)> {
    let look = FirstLook {
        alert: found.alert.clone(),
        outcome: one("outcome", &found.outcome)?,
        compared: found.compared.iter().map(|code| one("compared", code)).collect::<Answered<_>>()?,
        note: found.note,
    };
    let hit = crossing::find_hit(&app, &session.official, &check, look).await?;
    Ok((StatusCode::CREATED, Json(HitMade { alert: found.alert, hit })))
}

/// Releases a wrong person: for this document this alert is silent from now on, on both sides
#[utoipa::path(post, path = "/api/screening/checks/{check}/release", tag = "screening", request_body = ReleaseWanted, responses((status = 201, body = ReleaseMade, description = "Remembered here, and told to the other side")))]
pub async fn release(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(check): Path<String>,
    Body(wanted): Body<ReleaseWanted>,
) -> Answered<(StatusCode, Json<ReleaseMade>)> {
    let until = day("until", &wanted.until)?;
    let freed = Freed {
        alert: wanted.alert.clone(),
        reason: one("reason", &wanted.reason)?,
        note: wanted.note,
        until,
    };
    let release = crossing::release(&app, &session.official, &check, freed).await?;
    Ok((StatusCode::CREATED, Json(ReleaseMade { alert: wanted.alert, release })))
}

/// The list of alerts and what is open at the crossings of the caller's body
#[utoipa::path(get, path = "/api/screening", tag = "screening", responses((status = 200, body = ListState, description = "How many alerts, how long travellers are kept, what waits")))]
pub async fn state(
    State(app): State<App>,
    Extension(session): Extension<Session>,
) -> Answered<Json<ListState>> {
    let bodies = format!(",{},", app.config.within(&session.official.body).join(","));
    let rows = app.store.open_passages(&bodies, OPEN_MAX).await?;
    let open = rows.into_iter().map(|row| OpenPassage {
        at: moment(row.at_ms),
        check: row.id,
        crossing: row.crossing,
        lane: row.lane,
        alert: row.alert,
        later: row.later_at_ms.is_some(),
    });
    let rules = &app.config.screening;
    Ok(Json(ListState {
        alerts: app.screening.len(),
        keep_hours: rules.keep_hours,
        keep_hit_hours: rules.keep_hit_hours,
        snapshot_max_age_min: rules.snapshot_max_age_min,
        open: open.collect(),
    }))
}

/// How often was checked, by whom, where, why, with what outcome
#[utoipa::path(get, path = "/api/screening/counts", tag = "screening", params(CountsOf), responses((status = 200, body = CheckCounts, description = "Counts; no traveller is in them")))]
pub async fn counts(State(app): State<App>, Query(of): Query<CountsOf>) -> Answered<Json<CheckCounts>> {
    let now_ms = app.clock.now_ms();
    let at = |field: &str, text: &str| -> Answered<i64> {
        let midnight = day(field, text)?.to_zoned(jiff::tz::TimeZone::UTC);
        Ok(midnight.map_err(|_| not_a_day(field))?.timestamp().as_millisecond())
    };
    let from = of.from.as_deref().map(|text| at("from", text)).transpose()?.unwrap_or(now_ms - 7 * DAY_MS);
    let until = of.until.as_deref().map(|text| at("until", text)).transpose()?;
    let until = until.map_or(i64::MAX, |ms| ms.saturating_add(DAY_MS));
    let rows = app.store.check_counts(from, until, COUNTS_MAX).await?;
    let counts = rows.into_iter().map(|row| CheckCountLine {
        official: row.login.unwrap_or(row.official),
        crossing: row.crossing,
        lane: row.lane,
        reason: row.reason,
        verdict: row.verdict,
        checks: row.checks,
    });
    Ok(Json(CheckCounts { counts: counts.collect() }))
}

/// The traveller and the things of one entry.
fn named(asked: TravellerAsked, this_year: u16) -> Result<Vec<Person>, NotATraveller> {
    let fields: TravellerFields = match asked {
        TravellerAsked::Line(text) => return read_line(&text, this_year),
        TravellerAsked::Fields(fields) => *fields,
    };
    let things = fields.objects.into_iter().map(thing).collect::<Result<Vec<_>, _>>()?;
    if let Some(zone) = fields.mrz {
        let mut all = read_line(&zone, this_year)?;
        all.extend(things);
        return Ok(all);
    }
    let person = Person {
        family: fields.family,
        given: fields.given,
        patronymic: fields.patronymic,
        full: fields.full,
        born: fields.born,
        sex: fields.sex,
        nationality: fields.nationality,
        document: fields.document,
        issuer: fields.issuer,
        ..Person::default()
    };
    let alone = person == Person::default() && !things.is_empty();
    let person = if alone { None } else { Some(person.checked()?) };
    Ok(person.into_iter().chain(things).collect())
}

fn thing(asked: ObjectAsked) -> Result<Person, NotATraveller> {
    let unknown =
        |code: &String| kind_of(code).ok_or_else(|| NotATraveller::Kind(code.chars().take(20).collect()));
    let kind = asked.kind.as_ref().map(unknown).transpose()?;
    Person::from(Thing { kind, number: asked.number, state: asked.state, make: asked.make }).checked()
}

fn shown(checked: &Checked, line: usize) -> CheckDone {
    let word = checked.word();
    let first = checked.met.first();
    CheckDone {
        id: checked.id.clone(),
        line,
        verdict: word.code().to_owned(),
        action: word.action(first).code().to_owned(),
        ask: first
            .filter(|_| word == Word::Namesake)
            .and_then(|met| question(met, &checked.person))
            .map(str::to_owned),
        name: checked.person.name(),
        object: checked.person.thing.as_ref().map(|thing| ObjectChecked {
            kind: thing.kind.map(|kind| kind.code().to_owned()),
            number: thing.number.clone(),
            state: thing.state.clone(),
        }),
        born: checked.person.born.clone(),
        document: checked.person.document.clone(),
        misread: checked.person.misread.clone(),
        met: checked.met.iter().map(met).collect(),
    }
}

fn met(met: &Met) -> AlertMet {
    let content = &met.listed.content;
    let found = met.found.as_ref();
    AlertMet {
        alert: met.listed.id.clone(),
        issuer_number: met.listed.reference.clone(),
        verdict: met.word.code().to_owned(),
        from: content.from.to_string(),
        purpose: content.purpose.code().to_owned(),
        action: content.action.code().to_owned(),
        danger: content.danger.iter().map(|danger| danger.code().to_owned()).collect(),
        danger_note: content.danger_note.clone(),
        valid_until: content.valid_until.to_string(),
        names: content.person.names.iter().map(|name| name.line()).collect(),
        score: found.map(|found| found.score),
        bits: found.map(|found| found.bits),
        prior_bits: found.map(|found| found.prior_bits),
        would_change: found.map(|found| found.would_change.clone()),
        names_document: met.names_document,
        cleared_until: met.cleared.as_ref().map(|cleared| cleared.until),
        evidence: found.map(|found| found.evidence.clone()).unwrap_or_default(),
        object: met.thing.clone(),
    }
}

fn one<T: Choice>(field: &str, code: &str) -> Answered<T> {
    T::from_code(code).ok_or_else(|| {
        Problem::field(field, "not-a-choice", format!("choose one of {}", T::codes().join(", ")))
    })
}

fn day(field: &str, text: &str) -> Answered<Date> {
    text.parse().map_err(|_| not_a_day(field))
}

fn not_a_day(field: &str) -> Problem {
    Problem::field(field, "not-a-day", "write a day as 2026-11-27")
}
