//! Jobs: what the node does when nobody clicks. Each may run twice; each ends when asked.
//!
//! Never: acts inside an event; waits without a limit.

pub mod deliver;
pub mod escalate;
pub mod register;
pub mod tend;

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::app::App;

/// Without a reason to hurry, jobs look again after this long: links show their state, clocks their minute.
const IDLE_S: u64 = 20;

/// Starts every job. They end when `stop` turns true.
pub fn start(app: &App, stop: &watch::Receiver<bool>) -> JoinSet<()> {
    let mut jobs = JoinSet::new();
    for link in app.links.all() {
        let (app, stop, id) = (app.clone(), stop.clone(), link.id.clone());
        jobs.spawn(async move { deliver::run(app, id, stop).await });
    }
    {
        let (app, stop) = (app.clone(), stop.clone());
        jobs.spawn(async move { register::run(app, stop).await });
    }
    {
        let (app, stop) = (app.clone(), stop.clone());
        jobs.spawn(async move { escalate::run(app, stop).await });
    }
    {
        let (app, stop) = (app.clone(), stop.clone());
        jobs.spawn(async move { tend::run(app, stop).await });
    }
    jobs
}

/// Waits for a wake-up, a moment, or the end. False when it is the end.
pub(crate) async fn pause(
    wake: impl Future<Output = ()>,
    at_most: Duration,
    stop: &mut watch::Receiver<bool>,
) -> bool {
    tokio::select! {
        () = wake => {}
        () = tokio::time::sleep(at_most) => {}
        _ = stop.wait_for(|ended| *ended) => return false,
    }
    !*stop.borrow()
}

/// Until the bell rings. A bell that is gone rings no more.
pub(crate) async fn rung(bell: &mut watch::Receiver<u64>) {
    if bell.changed().await.is_err() {
        std::future::pending::<()>().await;
    }
}

pub(crate) fn idle() -> Duration {
    Duration::from_secs(IDLE_S)
}
