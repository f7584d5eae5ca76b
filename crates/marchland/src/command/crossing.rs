//! `marchland crossing`: a post without database and network. It starts from the signed snapshot, reads one traveller to a line
//! (or the lines of a scan) and answers each with one word and one action, in the terminal or on a page for this machine.
//!
//! Never: decides from a snapshot that is forged, cut or too old; answers before the check is written down; writes a traveller
//! down.

use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use tokio::net::TcpListener;

use crate::clock::{Clock, stopwatch};
use crate::config::ScreeningRules;
use crate::peer::link::own_record;
use crate::screening::{
    Action, Away, Log, Met, Person, Snapshot, Word, lines_wanted, question, read_line, snapshot,
};
use crate::serve::CannotServe;
use crate::web::post::{self, Post};

#[derive(Debug, Args)]
pub struct Crossing {
    /// The snapshot of the node, `screening.snapshot` of its data folder.
    #[arg(long)]
    snapshot: PathBuf,
    /// The signed record of the node, `node.record`: its key must have signed the snapshot.
    #[arg(long)]
    record: PathBuf,
    /// Minutes after which the snapshot is too old to decide.
    #[arg(long, default_value_t = ScreeningRules::default().snapshot_max_age_min)]
    max_age_min: u32,
    /// Where each check is written down, without the traveller, to be handed in at the node when the network is back; beside
    /// the snapshot unless another file is given.
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
    /// Serve the guard's page on this port of this machine instead of reading lines.
    #[arg(long, value_name = "PORT")]
    page: Option<u16>,
}

impl Crossing {
    pub fn run(self) -> ExitCode {
        match self.answer() {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => {
                eprintln!("marchland: {why}");
                ExitCode::FAILURE
            }
        }
    }

    fn answer(&self) -> Result<(), Box<dyn std::error::Error>> {
        let began = stopwatch();
        let record =
            std::fs::read(&self.record).map_err(|why| format!("{}: {why}", self.record.display()))?;
        let now = Clock::Real.now();
        let key = own_record(&record, now.as_second())?.record.log_key;
        let bytes = snapshot::read(&self.snapshot)?;
        let max_age_s = i64::from(self.max_age_min) * 60;
        let opened = snapshot::open(&bytes, &key, now, max_age_s)?;
        let how = match self.page {
            Some(port) => format!("Open http://127.0.0.1:{port}/"),
            None => "One traveller to a line, or scan".to_owned(),
        };
        eprintln!(
            "Snapshot of {}, signed by {}, {} min old, {} alerts; ready after {} ms. {how}.",
            opened.as_of,
            opened.node,
            opened.age_min(now),
            opened.screening.len(),
            began().as_millis()
        );
        let path = self.log.clone().unwrap_or_else(|| self.snapshot.with_extension("checks.jsonl"));
        let log = Log::open(&path).map_err(|why| {
            format!("{}: {why}; give a file that can be written with --log", path.display())
        })?;
        eprintln!("Each check is written down without the traveller in {}.", path.display());
        if let Some(port) = self.page {
            return self.serve(opened, log, port);
        }
        let (mut scanned, mut first) = (Vec::new(), 1);
        for (at, line) in std::io::stdin().lines().enumerate() {
            let line = line?;
            if scanned.is_empty() {
                first = at + 1;
            }
            scanned.push(line);
            if scanned.len() >= lines_wanted(&scanned[0]) {
                self.one(&opened, &log, first, &scanned.join("\n"), max_age_s)?;
                scanned.clear();
            }
        }
        if scanned.is_empty() {
            return Ok(());
        }
        self.one(&opened, &log, first, &scanned.join("\n"), max_age_s)
    }

    fn serve(&self, opened: Snapshot, log: Log, port: u16) -> Result<(), Box<dyn std::error::Error>> {
        let post = Post { opened, max_age_min: self.max_age_min, clock: Clock::Real, log };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
            let listener =
                TcpListener::bind(address).await.map_err(|why| CannotServe::Address(address, why))?;
            Ok(axum::serve(listener, post::router(Arc::new(post))).await?)
        })
    }

    fn one(
        &self,
        opened: &Snapshot,
        log: &Log,
        line: usize,
        text: &str,
        max_age_s: i64,
    ) -> Result<(), Box<dyn std::error::Error>> {
        if text.trim().is_empty() {
            return Ok(());
        }
        let now = Clock::Real.now();
        opened.still_decides(now, max_age_s)?;
        let mut out = std::io::stdout().lock();
        match read_line(text, opened.screening.this_year()) {
            Ok(all) => {
                let number = i64::try_from(line).unwrap_or(i64::MAX);
                for one in &all {
                    let met = opened.screening.check(one, now);
                    log.write(&[Away::new(now, opened.as_of, number, &met)]).map_err(|why| {
                        format!("line {line} is not checked: it could not be written down: {why}")
                    })?;
                    writeln!(out, "{line}\t{}", said(one, &met))?;
                }
            }
            Err(why) => writeln!(out, "{line}\tnot checked\t{why}")?,
        }
        Ok(out.flush()?)
    }
}

/// Word, what to do, number of the alert, and of a thing its number and what that says; parted by tabs.
fn said(one: &Person, met: &[Met]) -> String {
    let first = met.first();
    let word = first.map_or(Word::Clear, |met| met.word);
    let action = match word.action(first) {
        Action::LetPass if first.is_none() => "let pass: no alert fits",
        Action::LetPass => "let pass",
        Action::Compare => "compare the number by eye",
        Action::Ask => match first.and_then(|met| question(met, one)) {
            Some("birth-place") => "ask place of birth",
            Some("born") => "ask full date of birth",
            Some("patronymic") => "ask patronymic",
            Some("document") => "ask document",
            _ => "ask for another document",
        },
        Action::Inform => "let pass, tell the shift lead",
        Action::Stop => "stop, call the shift lead",
    };
    let mut parts = vec![word.code().replace('-', " "), action.to_owned()];
    parts.extend(first.map(|met| met.listed.reference.clone()));
    if let Some(thing) = &one.thing {
        parts.push(thing.number.clone());
        parts.extend(first.and_then(|met| met.thing.as_ref()).map(|found| found.because.clone()));
    }
    parts.join("\t")
}
