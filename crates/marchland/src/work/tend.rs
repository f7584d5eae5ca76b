//! What time does to alerts and checks: expired alerts leave the list, issuers are reminded, travellers and ended alerts are
//! erased, checks of the last hours are compared with alerts that came later, the snapshot is written anew.
//!
//! Never: settles a hit; keeps anything longer than the configuration says.

use jiff::SignedDuration;
use tokio::sync::watch;

use super::{idle, pause, rung};
use crate::acts::CannotAct;
use crate::acts::keep::{Kept, keep};
use crate::acts::open::{Case, case};
use crate::app::App;
use crate::screening::{Person, Word, snapshot};
use crate::store::alert::erase_letters;
use crate::store::matter::{self, MatterRow};
use crate::store::{StoreError, Tx};

const PAGE: i64 = 500;
const DAY_MS: i64 = 86_400_000;

pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    let mut relisted = app.relisted.listen();
    loop {
        if let Err(error) = all(&app).await {
            tracing::error!(%error, "alerts and checks could not be looked after; it is tried again");
        }
        if let Err(error) = write_snapshot(&app) {
            tracing::error!(%error, "the snapshot for posts could not be written");
        }
        if !pause(rung(&mut relisted), idle(), &mut stop).await {
            return;
        }
    }
}

/// One round of everything; a second one at the same moment changes nothing.
pub async fn all(app: &App) -> Result<(), StoreError> {
    end_alerts(app).await?;
    look_back(app).await?;
    app.store.forget_travellers(app.clock.now_ms()).await?;
    erase_ended(app).await
}

/// Everything in force, signed, beside the database.
pub fn write_snapshot(app: &App) -> Result<(), snapshot::BadSnapshot> {
    let bytes = snapshot::seal(&app.screening, &app.config.node, &app.keys.log, app.clock.now());
    snapshot::write(&app.config.snapshot(), &bytes)
}

async fn end_alerts(app: &App) -> Result<(), StoreError> {
    let mut after = String::new();
    loop {
        let rows = app.store.alerts_in(",in-force,awaiting-law,", &after, PAGE).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after.clone_from(&last.id);
        for row in &rows {
            noted(row, end_one(app, &row.id).await)?;
        }
    }
}

async fn end_one(app: &App, id: &str) -> Result<(), CannotAct> {
    let now = app.clock.now();
    let mut tx = app.store.begin().await?;
    let Some(row) = matter::within(&mut tx, id).await? else { return Ok(()) };
    let Case::Alert(alert) = case(&row)? else { return Ok(()) };
    let remind = SignedDuration::from_hours(24 * i64::from(app.config.screening.remind_days));
    let soon = alert.ends().and_then(|end| end.checked_sub(remind).ok()).is_some_and(|from| from <= now);
    let step = if alert.ends().is_some_and(|end| end <= now) {
        alert.expire(now)?
    } else if soon && row.side == "alert-ours" {
        alert.remind_of_end(now)?
    } else {
        return Ok(());
    };
    if step.changes_nothing() {
        return Ok(());
    }
    keep(app, tx, row, step, Kept { act: "watch the end of an alert", ..Kept::default() }, now).await
}

/// Compares the travellers still kept with every version of an alert that came after them, once.
async fn look_back(app: &App) -> Result<(), StoreError> {
    for listed in app.screening.all() {
        let version = i64::from(listed.version);
        if app.store.looked_back(&listed.id, version).await? {
            continue;
        }
        let (now, now_ms) = (app.clock.now(), app.clock.now_ms());
        let mut after = String::new();
        loop {
            let rows = app.store.kept_passages(now_ms, &after, PAGE).await?;
            let Some(last) = rows.last() else { break };
            after.clone_from(&last.id);
            for row in rows.iter().filter(|row| row.alert.as_deref() != Some(&listed.id)) {
                let doc = row.traveller.as_deref().unwrap_or_default();
                let person: Person =
                    serde_json::from_str(doc).map_err(StoreError::unreadable("traveller"))?;
                let met = app.screening.check(&person, now);
                if met.iter().any(|met| met.word == Word::Hit && met.listed.id == listed.id) {
                    app.store.met_later(&row.id, &listed.id, now_ms).await?;
                }
            }
        }
        app.store.note_looked_back(&listed.id, version, now_ms).await?;
    }
    Ok(())
}

/// The person of an alert that ended long enough ago, and what of its messages could still be opened here.
async fn erase_ended(app: &App) -> Result<(), StoreError> {
    let before = app.clock.now_ms() - DAY_MS * i64::from(app.config.screening.keep_ended_days);
    let ended = app.store.alerts_to_erase(before, PAGE).await?;
    for id in &ended {
        let now = app.clock.now();
        let mut tx: Tx = app.store.begin().await?;
        let Some(row) = matter::within(&mut tx, id).await? else { continue };
        let step = match case(&row) {
            Ok(Case::Alert(alert)) => alert.erase_person(now).map_err(CannotAct::from),
            Ok(_) => continue,
            Err(why) => Err(why),
        };
        let kept = Kept { act: "erase the person of an alert", ..Kept::default() };
        let done = match step {
            Ok(step) => {
                erase_letters(&mut tx, id).await?;
                keep(app, tx, row.clone(), step, kept, now).await
            }
            Err(why) => Err(why),
        };
        noted(&row, done)?;
    }
    if !ended.is_empty() {
        app.store.write_back().await?;
    }
    Ok(())
}

/// One alert that cannot be looked after does not hold up the others.
fn noted(row: &MatterRow, done: Result<(), CannotAct>) -> Result<(), StoreError> {
    match done {
        Ok(()) => Ok(()),
        Err(CannotAct::Store(error)) => Err(error),
        Err(why) => {
            tracing::warn!(alert = row.id, %why, "an alert could not be looked after");
            Ok(())
        }
    }
}
