//! Decisions of the past made again: each with the law, the register of bodies and the confirmations it stood on.
//!
//! Never: writes; needs no running node, only its store opened to read.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use marchland_law::{
    Body, Confirmation, Decision, Directory, FormId, Framework, FrameworkId, Replay, Reproduced, Stood,
    replay,
};
use serde::Serialize;

use super::{Acted, CannotAct};
use crate::lawbook::edition;
use crate::store::confirmation::ConfirmationRow;
use crate::store::matter::DecisionRow;
use crate::store::{Store, StoreError};

const PAGE: i64 = 500;

/// What decisions are made again with. Editions and registers are read once each.
#[derive(Debug)]
pub struct Shelf<'a> {
    store: &'a Store,
    law: &'a Framework,
    bodies: &'a Directory,
    confirmations: Vec<ConfirmationRow>,
    editions: HashMap<String, Option<Arc<Framework>>>,
    registers: HashMap<String, Option<Arc<Directory>>>,
}

/// A kept decision and how it comes out now.
#[derive(Debug)]
pub struct Replayed {
    pub kept: Decision,
    pub replay: Replay,
    /// False for a decision made before registers were kept: then the register of today stood in.
    pub register_kept: bool,
}

impl<'a> Shelf<'a> {
    /// `law` and `bodies` are those of today.
    pub async fn open(store: &'a Store, law: &'a Framework, bodies: &'a Directory) -> Acted<Self> {
        let confirmations = store.confirmations().await?;
        Ok(Self { store, law, bodies, confirmations, editions: HashMap::new(), registers: HashMap::new() })
    }

    /// One decision again, as of its time and with what is known on `today`.
    pub async fn replay(&mut self, row: &DecisionRow, today: Date) -> Acted<Replayed> {
        let kept: Decision = serde_json::from_str(&row.doc).map_err(StoreError::unreadable("decision"))?;
        let register = match &row.bodies {
            Some(digest) => self.register(digest).await?,
            None => None,
        };
        let confirmations = self.confirmations(row)?;
        let bodies = register.as_deref().unwrap_or(self.bodies);
        let stood = Stood { law: None, bodies, confirmations: &confirmations };
        let mut done = replay(self.law, &kept, stood, today);
        if !done.reproduced.holds()
            && let Some(own) = self.edition(&row.framework).await?
        {
            done = replay(self.law, &kept, Stood { law: Some(&*own), ..stood }, today);
        }
        Ok(Replayed { kept, replay: done, register_kept: register.is_some() })
    }

    /// The confirmations as they were when the decision was made: one recorded or revoked later the same day did not exist yet.
    fn confirmations(&self, row: &DecisionRow) -> Acted<Vec<Confirmation>> {
        let stood: Option<Vec<String>> = match &row.confirmations {
            Some(ids) => Some(serde_json::from_str(ids).map_err(StoreError::unreadable("confirmations"))?),
            None => None,
        };
        let mut known = Vec::new();
        for one in &self.confirmations {
            let revoked_by_then = one.revoked_at_ms.is_some_and(|at| at <= row.at_ms);
            let stands = match &stood {
                Some(ids) => ids.contains(&one.id),
                None => one.at_ms <= row.at_ms && !revoked_by_then,
            };
            let ended_before = one.at_ms <= row.at_ms && revoked_by_then;
            if !stands && !ended_before {
                continue;
            }
            let mut confirmation: Confirmation =
                serde_json::from_str(&one.doc).map_err(StoreError::unreadable("confirmation"))?;
            if stands {
                confirmation.revoked = None;
            }
            known.push(confirmation);
        }
        Ok(known)
    }

    async fn register(&mut self, digest: &str) -> Acted<Option<Arc<Directory>>> {
        if let Some(known) = self.registers.get(digest) {
            return Ok(known.clone());
        }
        let read = self.store.ground(digest).await?.and_then(|doc| read_bodies(&doc)).map(Arc::new);
        self.registers.insert(digest.to_owned(), read.clone());
        Ok(read)
    }

    /// An edition that this program can no longer load counts as not kept.
    async fn edition(&mut self, id: &str) -> Acted<Option<Arc<Framework>>> {
        if id == self.law.id().as_str() {
            return Ok(None);
        }
        if let Some(known) = self.editions.get(id) {
            return Ok(known.clone());
        }
        let files = self.store.ground(id).await?.and_then(|doc| edition(&doc));
        let read = files.and_then(|files| Framework::load(&files).ok()).map(Arc::new);
        self.editions.insert(id.to_owned(), read.clone());
        Ok(read)
    }
}

/// A kept register of bodies; nothing if the document is not one.
pub fn read_bodies(doc: &str) -> Option<Directory> {
    let bodies: Vec<Body> = serde_json::from_str(doc).ok()?;
    Directory::new(bodies).ok()
}

/// Every decision of a node, made again.
#[derive(Debug, Serialize)]
pub struct Replays {
    pub today: Date,
    /// The law loaded now.
    pub law: FrameworkId,
    pub decisions: usize,
    pub identical: usize,
    pub other_edition: usize,
    pub own_edition_only: usize,
    pub differs: usize,
    /// Decisions whose document cannot be read; they count as not reproduced.
    pub unreadable: Vec<String>,
    /// Made before registers were kept, and so made again with the register of today.
    pub without_register: usize,
    pub changed_today: usize,
    /// Those that are not reproduced, or come out differently today.
    pub of_note: Vec<Noted>,
}

#[derive(Debug, Serialize)]
pub struct Noted {
    pub decision: String,
    /// Register number of the case, or its id while it has none.
    pub case: String,
    pub step: String,
    pub made_at: Timestamp,
    pub form: FormId,
    #[serde(flatten)]
    pub replay: Replay,
}

impl Replays {
    /// Every decision came out as it was made, under the law loaded now.
    pub fn hold(&self) -> bool {
        self.own_edition_only == 0 && self.differs == 0 && self.unreadable.is_empty()
    }
}

/// Makes every decision of the node again. `law` and `bodies` are those of today.
pub async fn all(store: &Store, law: &Framework, bodies: &Directory, today: Date) -> Acted<Replays> {
    let mut shelf = Shelf::open(store, law, bodies).await?;
    let mut report = Replays {
        today,
        law: law.id().clone(),
        decisions: 0,
        identical: 0,
        other_edition: 0,
        own_edition_only: 0,
        differs: 0,
        unreadable: Vec::new(),
        without_register: 0,
        changed_today: 0,
        of_note: Vec::new(),
    };
    let mut last = String::new();
    loop {
        let page = store.decisions_after(&last, PAGE).await?;
        let Some(end) = page.last() else { break };
        last = end.id.clone();
        for row in &page {
            report.decisions += 1;
            match shelf.replay(row, today).await {
                Ok(replayed) => report.count(store, row, replayed).await?,
                Err(CannotAct::Store(StoreError::Unreadable { .. })) => {
                    report.unreadable.push(row.id.clone())
                }
                Err(why) => return Err(why),
            }
        }
    }
    Ok(report)
}

impl Replays {
    async fn count(&mut self, store: &Store, row: &DecisionRow, replayed: Replayed) -> Acted<()> {
        let Replayed { kept, replay, register_kept } = replayed;
        match replay.reproduced {
            Reproduced::Identical => self.identical += 1,
            Reproduced::OtherEdition => self.other_edition += 1,
            Reproduced::OwnEditionOnly => self.own_edition_only += 1,
            Reproduced::Differs => self.differs += 1,
        }
        self.without_register += usize::from(!register_kept);
        self.changed_today += usize::from(!replay.today.is_empty());
        if replay.reproduced.holds() && replay.today.is_empty() {
            return Ok(());
        }
        let matter = store.matter(&row.matter).await?;
        self.of_note.push(Noted {
            decision: row.id.clone(),
            case: matter.and_then(|m| m.reference).unwrap_or_else(|| row.matter.clone()),
            step: row.step.clone(),
            made_at: Timestamp::from_millisecond(row.at_ms).map_err(CannotAct::internal)?,
            form: kept.act.form,
            replay,
        });
        Ok(())
    }

    pub fn plain(&self) -> String {
        use std::fmt::Write;
        let mut out = format!("Decisions recorded: {}.\n", self.decisions);
        let lines = [
            (self.identical, "come out the same under the same edition of the law"),
            (self.other_edition, "come out the same under a later edition, with the knowledge of their time"),
            (
                self.own_edition_only,
                "come out the same only under the edition of their time, not under the one loaded now",
            ),
            (self.differs, "do not come out the same"),
            (self.unreadable.len(), "cannot be read"),
        ];
        for (count, what) in lines.iter().filter(|(count, _)| *count > 0) {
            let _ = writeln!(out, "  {count} {what}");
        }
        if self.without_register > 0 {
            let _ = writeln!(
                out,
                "  {} were made before the register of bodies was kept; the register of today stood in",
                self.without_register
            );
        }
        let _ = writeln!(
            out,
            "With what is known on {}: {} come out differently.",
            self.today, self.changed_today
        );
        for one in &self.of_note {
            let replay = &one.replay;
            let _ = writeln!(
                out,
                "\n{}, {}, {}: {} ({})",
                one.case, one.step, one.made_at, replay.verdict, replay.reproduced
            );
            for (title, list) in [("of its time", &replay.departs), ("today", &replay.today)] {
                for difference in list {
                    let _ = writeln!(out, "   {title}: {}", difference.plain());
                }
            }
            for cause in &replay.causes {
                let _ = writeln!(out, "   because {}", cause.plain());
            }
        }
        for id in &self.unreadable {
            let _ = writeln!(
                out,
                "\ndecision {id} cannot be read; restore the database from a backup and compare"
            );
        }
        out
    }
}
