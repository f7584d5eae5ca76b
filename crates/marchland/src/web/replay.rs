//! `GET /requests/{case}/decision`, `GET /incoming/{case}/decision`: a decision as it was made, decided again under the law
//! and the knowledge of its time, and the same question today. `?of=` chooses among the decisions of the case.
//!
//! Never: changes a decision; a difference is shown, not mended.

use axum::extract::Path;
use jiff::Timestamp;
use marchland_law::{Dates, Reproduced};

use super::fill::case::{href, key, title};
use super::fill::decision as fill;
use super::page::{Page, Visit, show};
use super::views::Place;
use super::views::decision::{DecisionPage, FourDates, Replay};
use super::views::parts::{Anchor, Tab};
use crate::access::Doors;
use crate::acts::open::read;
use crate::acts::replay::{Replayed, Shelf};
use crate::acts::{CannotAct, ask};
use crate::store::matter::DecisionRow;

pub fn doors(doors: Doors) -> Doors {
    doors.get("/requests/{case}/decision", "replay", replay).get(
        "/incoming/{case}/decision",
        "replay",
        replay,
    )
}

async fn replay(visit: Visit, Path(case): Path<String>) -> Page {
    let (app, lang, t) = (&visit.app, visit.lang(), visit.t());
    let row = read(app, visit.who(), &case, None).await?.row;
    if !visit.may_on("replay", &row) {
        return Err(CannotAct::NotFound.into());
    }
    let kept = app.store.decisions_of(&row.id).await?;
    let chosen =
        kept.iter().find(|one| one.id == visit.q("of")).or(kept.first()).ok_or(CannotAct::NotFound)?;
    let on = visit.now().to_zoned(visit.zone()).date();
    let mut shelf = Shelf::open(&app.store, &app.law.framework, &app.directory).await?;
    let Replayed { kept: decision, replay, .. } = shelf.replay(chosen, on).await?;
    let today = ask::again(app, &decision, Dates::all(on)).await?;
    let here = href(&row);
    let (place, list) = match row.side.as_str() {
        "ours" => (Place::Requests, Anchor::new(t.requests_title(), "/requests")),
        _ => (Place::Incoming, Anchor::new(t.incoming_title(), "/incoming")),
    };
    show(&DecisionPage {
        frame: visit.frame(place).await?,
        number: key(&row).to_owned(),
        title: title(app, lang, &row),
        kept: kept.iter().map(|one| tab(&visit, &here, one, chosen)).collect(),
        href: here,
        list,
        then: fill::stored(app, lang, &decision).await?,
        dates: FourDates {
            facts: lang.date(decision.dates.facts),
            act: lang.date(decision.dates.act),
            rules: lang.date(decision.dates.rules),
            knowledge: lang.date(decision.dates.knowledge),
        },
        framework: decision.framework.to_string(),
        replay: compared(replay.reproduced),
        today: Some(fill::verdict(&today)),
        same: today.verdict == decision.verdict,
    })
}

fn compared(reproduced: Reproduced) -> Replay {
    match reproduced {
        Reproduced::Identical => Replay::Identical,
        Reproduced::OtherEdition => Replay::OtherEdition,
        Reproduced::OwnEditionOnly | Reproduced::Differs => Replay::Differs,
    }
}

/// The step it was made for and when.
fn tab(visit: &Visit, here: &str, one: &DecisionRow, chosen: &DecisionRow) -> Tab {
    let at = Timestamp::from_millisecond(one.at_ms).unwrap_or_default().to_zoned(visit.zone());
    let when = visit.lang().when(&at, &visit.now().to_zoned(visit.zone()));
    Tab {
        text: format!("{}, {when}", visit.t().decided_for(&one.step)),
        href: format!("{here}/decision?of={}", one.id),
        count: None,
        current: one.id == chosen.id,
    }
}
