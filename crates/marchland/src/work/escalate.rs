//! Tells people about limits that come near, before they are missed: at a half, at four fifths, and when due.
//!
//! Never: does the late work itself, extends a limit, or tells twice.

use tokio::sync::watch;

use super::{idle, pause};
use crate::acts::CannotAct;
use crate::acts::keep::{Kept, keep};
use crate::acts::open::{Case, case};
use crate::app::App;
use crate::store::{StoreError, matter};

const BATCH_MAX: i64 = 10_000;

pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    loop {
        if let Err(error) = all(&app).await {
            tracing::error!(%error, "limits could not be looked at; they are looked at again");
        }
        if !pause(std::future::pending(), idle(), &mut stop).await {
            return;
        }
    }
}

/// Looks at every case with a running limit; returns how many of them had something to tell.
pub async fn all(app: &App) -> Result<usize, StoreError> {
    let mut told = 0;
    for id in app.store.clocked_matters(BATCH_MAX).await? {
        match one(app, &id).await {
            Ok(true) => told += 1,
            Ok(false) => {}
            Err(CannotAct::Store(error)) => return Err(error),
            Err(why) => tracing::warn!(matter = id, %why, "the limits of a case could not be looked at"),
        }
    }
    Ok(told)
}

async fn one(app: &App, id: &str) -> Result<bool, CannotAct> {
    let now = app.clock.now();
    let mut tx = app.store.begin().await?;
    let Some(row) = matter::within(&mut tx, id).await? else { return Ok(false) };
    let kept = Kept { act: "tell about a limit", ..Kept::default() };
    match case(&row)? {
        Case::Ours(request) => {
            let step = request.escalate(now)?;
            if step.changes_nothing() {
                return Ok(false);
            }
            keep(app, tx, row, step, kept, now).await?;
        }
        Case::Alert(alert) => {
            let step = alert.escalate(now)?;
            if step.changes_nothing() {
                return Ok(false);
            }
            keep(app, tx, row, step, kept, now).await?;
        }
        Case::Theirs(incoming) => {
            let step = incoming.escalate(now)?;
            if step.changes_nothing() {
                return Ok(false);
            }
            keep(app, tx, row, step, kept, now).await?;
        }
    }
    Ok(true)
}
