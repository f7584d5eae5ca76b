//! `GET /crossing`, `GET /crossing/{check}`, `POST /crossing/check`: scan, answer, the last travellers of this guard.
//!
//! Never: keeps what could not be read.

use axum::extract::Path;
use jiff::Timestamp;

use super::super::fill::words::when;
use super::super::page::{Form, Page, Visit, again, go, show};
use super::super::views::crossing::{CheckPanel, CrossingPage, TravellerRow};
use super::super::views::parts::Anchor;
use super::super::views::{Fields, Place, Problem};
use super::{lane, panel};
use crate::acts::crossing::{self, Checked, Lane};
use crate::acts::{Acted, CannotAct};
use crate::screening::{Person, Word, question, read_line};
use crate::store::StoreError;
use crate::store::passage::PassageRow;
use crate::web::l10n::mark;

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
    let person = match read_line(form.get("scan"), visit.app.screening.this_year()) {
        Ok(person) => person,
        Err(why) => {
            let problem = Problem { field: "scan".to_owned(), text: visit.t().unreadable(&why) };
            let rows = shift(&visit).await?;
            let fields = form.fields().with_problems(vec![problem]);
            return again(&page(&visit, &rows, &lane, fields, None, "").await?);
        }
    };
    let done = crossing::check(&visit.app, visit.who(), &lane, vec![(1, person)]).await?;
    let first = done.first().ok_or_else(|| CannotAct::internal("a check without an answer"))?;
    if visit.app.config.screening.keep_hours > 0 || first.word() == Word::Hit {
        return go(&format!("/crossing/{}", first.id));
    }
    // Nothing is kept here, so there is nothing to come back to: the answer itself is the page.
    let rows = shift(&visit).await?;
    let shown = panel::of(&visit, first, Fields::default()).await?;
    show(&page(&visit, &rows, &lane, lane::fields(&lane), Some(shown), &first.id).await?)
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
        counts: counts(visit, rows.iter().map(|row| row.verdict.as_str())),
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
pub fn counts<'a>(visit: &Visit, verdicts: impl Iterator<Item = &'a str>) -> String {
    let all: Vec<&str> = verdicts.collect();
    let n = |word: Word| all.iter().filter(|code| **code == word.code()).count().to_string();
    if all.is_empty() {
        return String::new();
    }
    visit.t().counts_line(
        all.len().to_string(),
        n(Word::Clear),
        n(Word::Hit),
        n(Word::Namesake),
        n(Word::ClearedBefore),
    )
}

/// A traveller's line as it was answered then; looking at it again asks the list of now.
fn kept_line(visit: &Visit, row: &PassageRow, current: &str) -> Acted<TravellerRow> {
    let doc = row.traveller.as_deref().unwrap_or("{}");
    let person: Person = serde_json::from_str(doc).map_err(StoreError::unreadable("traveller"))?;
    let word = Word::from_code(&row.verdict).unwrap_or(Word::Clear);
    let checked = Checked { id: row.id.clone(), met: Vec::new(), person };
    let mut line = line(visit, &checked, word, "");
    if word == Word::Namesake || word == Word::Hit {
        let met = visit.app.screening.check(&checked.person, visit.now());
        line.action = action(visit, word, met.first(), &checked.person);
    }
    line.current = row.id == current;
    Ok(line)
}

pub fn line(visit: &Visit, checked: &Checked, word: Word, number: &str) -> TravellerRow {
    TravellerRow {
        line: number.to_owned(),
        mark: mark(word),
        word: visit.t().word(word),
        action: action(visit, word, checked.met.first(), &checked.person),
        name: checked.person.name(),
        born: checked.person.born.as_deref().map(|born| panel::born(visit, born)).unwrap_or_default(),
        href: format!("/crossing/{}", checked.id),
        current: false,
    }
}

fn action(visit: &Visit, word: Word, met: Option<&crate::screening::Met>, person: &Person) -> String {
    let t = visit.t();
    match word {
        Word::Clear | Word::ClearedBefore => t.do_pass(),
        Word::Namesake => t.do_ask(t.asked_for(met.and_then(|met| question(met, person)))),
        Word::Hit if met.is_some_and(panel::is_discreet) => t.do_inform(),
        Word::Hit => t.do_stop(),
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
