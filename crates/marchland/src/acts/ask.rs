//! Asking the law: the framework loaded here, the register of bodies, the confirmations recorded here, today.
//!
//! Never: softens or stores an answer.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use marchland_law::{Act, Confirmation, Dates, Decision, Side, decide_as};

use super::Acted;
use crate::app::App;
use crate::clock::stopwatch;
use crate::store::StoreError;

/// An answer and how long the law took to give it.
#[derive(Clone, Debug)]
pub struct Asked {
    pub decision: Decision,
    pub took: Duration,
}

/// The law of today, as the acting or as the receiving side.
pub async fn law(app: &App, act: &Act, side: Side, at: Timestamp) -> Acted<Asked> {
    let confirmations = confirmations(app).await?;
    let dates = Dates::all(today(app, act, side, at));
    let elapsed = stopwatch();
    let decision = decide_as(&app.law.framework, &app.directory, act, &dates, &confirmations, side);
    Ok(Asked { decision, took: elapsed() })
}

/// The same question on other dates: to replay a decision, or to see what changed.
pub async fn again(app: &App, decision: &Decision, dates: Dates) -> Acted<Decision> {
    let confirmations = confirmations(app).await?;
    Ok(decide_as(&app.law.framework, &app.directory, &decision.act, &dates, &confirmations, decision.side))
}

pub async fn confirmations(app: &App) -> Acted<Vec<Confirmation>> {
    let rows = app.store.confirmations().await?;
    let read = |doc: &str| serde_json::from_str(doc).map_err(StoreError::unreadable("confirmation"));
    Ok(rows.iter().map(|row| read(&row.doc)).collect::<Result<_, _>>()?)
}

/// The date where our side of the act stands.
fn today(app: &App, act: &Act, side: Side, at: Timestamp) -> Date {
    let body = match side {
        Side::Acting => &act.from,
        Side::Receiving => &act.to,
    };
    let zone =
        app.body(body.as_str()).and_then(|body| TimeZone::get(&body.zone).ok()).unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).date()
}
