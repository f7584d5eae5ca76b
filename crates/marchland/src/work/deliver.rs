//! Exchanges with one neighbour: at once when there is something to send, otherwise now and then so that both sides
//! know the link lives and cosign what the other wrote.
//!
//! Never: gives up on a letter; only its date of expiry does.

use std::time::Duration;

use tokio::sync::watch;

use super::{idle, pause, rung};
use crate::app::App;
use crate::peer::exchange::{Lost, backoff_ms, exchange, over_https};

pub async fn run(app: App, neighbour: String, mut stop: watch::Receiver<bool>) {
    let mut to_send = app.to_send.listen();
    let mut failures = 0;
    loop {
        let again = once(&app, &neighbour, &mut failures).await;
        let wait = if again {
            Duration::ZERO
        } else if failures > 0 {
            patience(failures)
        } else {
            idle()
        };
        if !pause(rung(&mut to_send), wait, &mut stop).await {
            return;
        }
    }
}

/// One exchange. True when it moved something and more may wait.
async fn once(app: &App, neighbour: &str, failures: &mut i64) -> bool {
    let Some(link) = app.links.get(neighbour) else { return false };
    let began = crate::clock::stopwatch();
    match exchange(app, link, async |bytes| over_https(link, bytes).await).await {
        Ok(done) => {
            *failures = 0;
            let took_ms = i64::try_from(began().as_millis()).unwrap_or(i64::MAX);
            note(app.store.neighbour_answered(neighbour, app.clock.now_ms(), took_ms).await);
            // After a message was settled one more exchange carries the cosignatures both ways.
            done.moved_something()
        }
        Err(lost) => {
            *failures += 1;
            let now_ms = app.clock.now_ms();
            let retry_at_ms = now_ms + backoff_ms(*failures);
            if *failures == 1 || matches!(lost, Lost::BadAnswer(_)) {
                tracing::warn!(neighbour, error = %lost, "an exchange failed; what waits is kept and goes by itself");
            }
            note(app.store.release_outbox(neighbour).await);
            note(app.store.neighbour_failed(neighbour, now_ms, retry_at_ms, &lost.to_string()).await);
            false
        }
    }
}

fn patience(failures: i64) -> Duration {
    Duration::from_millis(backoff_ms(failures).unsigned_abs())
}

fn note(result: Result<(), crate::store::StoreError>) {
    if let Err(error) = result {
        tracing::error!(%error, "the state of a link could not be stored");
    }
}
