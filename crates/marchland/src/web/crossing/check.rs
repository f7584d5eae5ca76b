//! `GET /crossing`, `GET /crossing/{check}`, `POST /crossing/check`: scan, answer, the last travellers of this guard.
//!
//! Never: keeps what could not be read.

use axum::extract::Path;
use jiff::Timestamp;
use marchland_casework::Choice;
use marchland_casework::alert::ThingKind;

use super::super::fill::words::when;
use super::super::page::{Form, Page, Visit, again, go, show};
use super::super::views::crossing::{CheckPanel, CrossingPage, TravellerRow};
use super::super::views::parts::Anchor;
use super::super::views::{Fields, Place, Problem};
use super::{lane, panel};
use crate::acts::crossing::{self, Checked, Lane};
use crate::acts::{Acted, CannotAct};
use crate::screening::{Action, Met, Person, Thing, Word, question, read_line, read_things};
use crate::store::StoreError;
use crate::store::passage::PassageRow;
use crate::web::l10n::{Lang, Words, mark};

const SHIFT_MS: i64 = 12 * 3_600_000;
const SHOWN_MAX: i64 = 60;
const WAITING_MAX: i64 = 20;

pub async fn see(visit: Visit) -> Page {
    let rows = shift(&visit).await?;
    let lane = lane::usual(&visit, rows.first());
    show(&page(&visit, &rows, &lane, lane::fields(&lane), None, "").await?)
}

pub async fn see_one(visit: Visit, Path(id): Path<String>) -> Page {
    let (row, checked) = crossing::look_again(&visit.app, visit.who(), &id).await?;
    let rows = shift(&visit).await?;
    let lane = lane::usual(&visit, Some(&row));
    let shown = panel::of(&visit, &checked, Fields::default()).await?;
    show(&page(&visit, &rows, &lane, lane::fields(&lane), Some(shown), &id).await?)
}

pub async fn check(visit: Visit, form: Form) -> Page {
    let lane = lane::of_form(&form);
    let people = match named(&visit, &form) {
        Ok(people) => people,
        Err(problem) => {
            let rows = shift(&visit).await?;
            let fields = form.fields().with_problems(vec![problem]);
            return again(&page(&visit, &rows, &lane, fields, None, "").await?);
        }
    };
    let people = people.into_iter().map(|one| (1, one)).collect();
    let done = crossing::check(&visit.app, visit.who(), &lane, people).await?;
    // The gravest of a traveller and the things beside them; the traveller where none is graver.
    let first = done.iter().rev().max_by_key(|one| one.word());
    let first = first.ok_or_else(|| CannotAct::internal("a check without an answer"))?;
    if visit.app.config.screening.keep_hours > 0 || first.word() == Word::Hit {
        return go(&format!("/crossing/{}", first.id));
    }
    // Nothing is kept here, so there is nothing to come back to: the answer itself is the page.
    let rows = shift(&visit).await?;
    let shown = panel::of(&visit, first, Fields::default()).await?;
    show(&page(&visit, &rows, &lane, lane::fields(&lane), Some(shown), &first.id).await?)
}

/// The traveller of the scan field and the things of the field beside it; either may be empty.
fn named(visit: &Visit, form: &Form) -> Result<Vec<Person>, Problem> {
    let (scan, things) = (form.get("scan"), form.get("things"));
    let problem = |field: &str, why| Problem { field: field.to_owned(), text: visit.t().unreadable(&why) };
    let beside = read_things(things).map_err(|why| problem("things", why))?;
    if scan.trim().is_empty() && !beside.is_empty() {
        return Ok(beside);
    }
    let mut all = read_line(scan, visit.app.screening.this_year()).map_err(|why| problem("scan", why))?;
    all.extend(beside);
    Ok(all)
}

async fn page(
    visit: &Visit,
    rows: &[PassageRow],
    lane: &Lane,
    fields: Fields,
    panel: Option<CheckPanel>,
    current: &str,
) -> Acted<CrossingPage> {
    let t = visit.t();
    let shown = rows.iter().map(|row| kept_line(visit, row, current)).collect::<Acted<Vec<_>>>()?;
    Ok(CrossingPage {
        frame: visit.frame(Place::Crossing).await?,
        head: lane::head(visit, lane),
        fields,
        lanes: lane::lanes(visit),
        crossings: lane::crossings(visit),
        directions: t.directions(),
        counts: counts(t, rows.iter().map(|row| row.verdict.as_str())),
        rows: shown,
        panel,
        waiting: waiting(visit).await?,
    })
}

/// What this guard checked in the shift and is still kept.
async fn shift(visit: &Visit) -> Acted<Vec<PassageRow>> {
    let since = visit.app.clock.now_ms() - SHIFT_MS;
    Ok(visit.app.store.passages_of(&visit.who().id, since, SHOWN_MAX).await?)
}

/// `46: 43 clear, 1 hit, 1 namesake, 1 cleared before`
pub fn counts<'a>(t: Words, verdicts: impl Iterator<Item = &'a str>) -> String {
    let all: Vec<&str> = verdicts.collect();
    let n = |word: Word| all.iter().filter(|code| **code == word.code()).count().to_string();
    if all.is_empty() {
        return String::new();
    }
    t.counts_line(
        all.len().to_string(),
        n(Word::Clear),
        n(Word::Hit),
        n(Word::Namesake),
        n(Word::Near),
        n(Word::ClearedBefore),
    )
}

/// A traveller's line as it was answered then; looking at it again asks the list of now.
fn kept_line(visit: &Visit, row: &PassageRow, current: &str) -> Acted<TravellerRow> {
    let doc = row.traveller.as_deref().unwrap_or("{}");
    let person: Person = serde_json::from_str(doc).map_err(StoreError::unreadable("traveller"))?;
    let word = Word::from_code(&row.verdict).unwrap_or(Word::Clear);
    let mut checked = Checked { id: row.id.clone(), met: Vec::new(), person };
    if word > Word::ClearedBefore {
        checked.met = visit.app.screening.check(&checked.person, visit.now());
    }
    let mut line = line(visit.lang(), &checked, word, "");
    line.current = row.id == current;
    Ok(line)
}

pub fn line(lang: Lang, checked: &Checked, word: Word, number: &str) -> TravellerRow {
    let (t, first) = (lang.words(), checked.met.first());
    TravellerRow {
        line: number.to_owned(),
        mark: mark(word),
        word: t.word(word),
        action: action(t, word, first, &checked.person),
        name: checked.person.name(),
        born: match &checked.person.thing {
            Some(thing) => kind(t, thing, first),
            None => checked.person.born.as_deref().map(|born| panel::born(lang, born)).unwrap_or_default(),
        },
        href: format!("/crossing/{}", checked.id),
        current: false,
    }
}

/// What kind of thing it is, by the guard's word or else by the alert it met.
pub fn kind(t: Words, thing: &Thing, met: Option<&Met>) -> String {
    let met = || met.and_then(|met| met.thing.as_ref()).map(|found| found.kind);
    t.thing_kind(thing.kind.or_else(met).and_then(|kind| ThingKind::from_code(kind.code())))
}

/// What the guard does now.
pub fn action(t: Words, word: Word, met: Option<&Met>, person: &Person) -> String {
    match word.action(met) {
        Action::LetPass => t.do_pass(),
        Action::Compare => t.do_compare(),
        Action::Ask => t.do_ask(t.asked_for(met.and_then(|met| question(met, person)))),
        Action::Inform => t.do_inform(),
        Action::Stop => t.do_stop(),
    }
}

async fn waiting(visit: &Visit) -> Acted<Vec<Anchor>> {
    let rows = visit.app.store.open_passages(&visit.reach(), WAITING_MAX).await?;
    let shown = rows.iter().map(|row| {
        let at = Timestamp::from_millisecond(row.at_ms).unwrap_or_default();
        let at = when(visit.lang(), at, visit.now(), &visit.zone());
        let listed = row.alert.as_deref().and_then(|id| visit.app.screening.get(id));
        let number = listed.map(|listed| listed.reference.clone()).unwrap_or_default();
        let t = visit.t();
        let text =
            if row.later_at_ms.is_some() { t.waiting_later(at, number) } else { t.waiting_hit(at, number) };
        Anchor::new(text, format!("/crossing/{}", row.id))
    });
    Ok(shown.collect())
}
