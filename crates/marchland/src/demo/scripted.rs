//! The story of the demo without a browser: two nodes as processes, every step through their HTTP interfaces, and the
//! proofs checked at the end as a court's expert would.
//!
//! Never: looks into a node's folder, calls an act directly, or goes on after a step that went wrong.

mod search;
mod story;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};

use super::{NodeAt, Running, start};
use crate::clock::{Clock, stopwatch};
use story::Told;

/// Where to look for four free ports when none are given, so that a demo on the usual ports is left alone.
const PORTS: std::ops::Range<u16> = 18_600..28_600;

/// What the story tells as it goes.
pub(super) struct Teller {
    json: bool,
    done: Vec<Done>,
    current: Option<(&'static str, Stopwatch)>,
    /// Nodes to end by signal 9, one before each step in turn.
    kill: Vec<NodeAt>,
    kills: usize,
}

type Stopwatch = Box<dyn Fn() -> Duration + Send>;

#[derive(Serialize)]
struct Done {
    step: &'static str,
    /// When it was done.
    at: jiff::Timestamp,
    ms: u128,
}

impl Teller {
    /// The step before is done; this one begins.
    pub(super) fn step(&mut self, step: &'static str) {
        self.finish();
        if !self.kill.is_empty() {
            let node = &self.kill[self.kills % self.kill.len()];
            self.kills += usize::from(super::kill(node));
        }
        self.current = Some((step, Box::new(stopwatch())));
    }

    fn finish(&mut self) {
        let Some((step, elapsed)) = self.current.take() else { return };
        let ms = elapsed().as_millis();
        if !self.json {
            println!("{ms:>7} ms  {step}");
        }
        self.done.push(Done { step, at: Clock::Real.now(), ms });
    }
}

/// Plays the story and prints what came of it. Without a data folder it uses a temporary one, gone afterwards.
/// With `kill` a node dies by signal 9 before each step, and nothing may be lost.
pub async fn run(
    program: &Path,
    data: Option<&Path>,
    base_port: Option<u16>,
    json: bool,
    kill: bool,
) -> ExitCode {
    let mut teller = Teller { json, done: Vec::new(), current: None, kill: Vec::new(), kills: 0 };
    let temporary = std::env::temp_dir().join(format!("marchland-demo-{}", uuid::Uuid::now_v7()));
    let folder: PathBuf = data.map_or(temporary.clone(), Path::to_owned);
    let told = play(&mut teller, program, &folder, base_port, kill).await;
    let ok = told.is_ok();
    // A failed story leaves its folder, with the logs of both nodes, for whoever wants to know why.
    if ok && data.is_none() {
        let _ = std::fs::remove_dir_all(&temporary); // what the system clears is cleared later
    }
    match told {
        Ok(told) => {
            teller.finish();
            print_told(&teller, &told);
            ExitCode::SUCCESS
        }
        Err(why) => {
            let failed_step = teller.current.as_ref().map_or("begin", |(step, _)| *step);
            if json {
                let failed = json!({ "ok": false, "failed_step": failed_step, "why": why, "steps": teller.done, "kills": teller.kills, "data": folder });
                println!("{failed:#}");
            } else {
                eprintln!("failed at: {failed_step}\n{why}\nThe data and logs stay in {}.", folder.display());
            }
            ExitCode::FAILURE
        }
    }
}

async fn play(
    teller: &mut Teller,
    program: &Path,
    folder: &Path,
    base_port: Option<u16>,
    kill: bool,
) -> Result<Told, String> {
    teller.step("found and start two nodes");
    let base_port = base_port.or_else(free_ports).ok_or("no four free ports were found; give --base-port")?;
    let running: Running =
        start(program, folder, base_port, Clock::Real.now()).await.map_err(|error| error.to_string())?;
    if kill {
        teller.kill.clone_from(&running.nodes);
    }
    let told = both(teller, &running).await;
    running.stop().await;
    told
}

async fn both(teller: &mut Teller, running: &Running) -> Result<Told, String> {
    let mut told = story::play(teller, running).await?;
    told.search = search::play(teller, running).await?;
    Ok(told)
}

fn free_ports() -> Option<u16> {
    let free = |port: u16| TcpListener::bind(("127.0.0.1", port)).is_ok();
    PORTS.step_by(20).find(|base| [1, 2, 11, 12].into_iter().all(|offset| free(base + offset)))
}

fn print_told(teller: &Teller, told: &Told) {
    if !teller.json {
        println!("\nThe request {} was asked, answered and proved on both sides.", told.number);
        println!("A person searched for was met, another released, and the alert is gone on both sides.");
        return;
    }
    let whole: Value = json!({
        "ok": true,
        "request": told.number,
        "registered_as": told.their_number,
        "steps": teller.done,
        "kills": teller.kills,
        "decision": told.decision,
        "receipts": told.receipts,
        "logs": told.logs,
        "evidence": told.evidence,
        "search": told.search,
    });
    println!("{whole:#}");
}
