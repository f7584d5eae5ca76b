//! From a step of casework to one transaction.
//!
//! Never: adds anything the step did not return, except when it is due and who did it.

use jiff::Timestamp;
use marchland_casework::{
    Alert, AlertContent, Clock, Desk, Fact, Field, Incoming, Message, MessageId, Power, ReceiptKind, Request,
    Step, TaskChange, TaskKind, alert::Whose,
};
use marchland_law::Decision;
use marchland_wire::keys::Hash;

use super::letter::{Posting, letter};
use super::open::{Case, case};
use super::signing::Signing;
use super::{Acted, CannotAct, new_id};
use crate::app::App;
use crate::store::commit::{self, Change, Statement, Takes, TaskStep};
use crate::store::matter::{self, DecisionRow, MatterRow};
use crate::store::task::TaskRow;
use crate::store::{StoreError, Tx};

/// What surrounds a step: who, why, under which decision, signed by whom.
#[derive(Debug, Default)]
pub struct Kept<'a> {
    pub act: &'a str,
    pub by: Option<&'a str>,
    pub reason: Option<&'a str>,
    /// Decisions to keep with the case, and the step each was made for.
    pub decisions: Vec<(&'a str, &'a Decision)>,
    pub sign: Option<Sign<'a>>,
    pub statements: Vec<Statement<'a>>,
    pub takes: Option<Takes<'a>>,
}

/// How the messages of a step are signed.
#[derive(Debug)]
pub struct Sign<'a> {
    pub signing: &'a Signing<'a>,
    pub power: Power,
    pub decision: &'a Decision,
    /// Towards other addressees; a message to one of them rests on that decision.
    pub also: &'a [Decision],
    pub urgent: bool,
    pub in_reply_to: Option<Hash>,
}

/// Either side of a case, as a document with the columns lists need.
pub trait Kind: serde::Serialize {
    fn columns(&self, row: &mut MatterRow);
    fn clocks(&self) -> &[Clock];
    fn ended(&self) -> bool;
    /// The alert this is, for the list that checks meet.
    fn listed(&self) -> Option<&Alert> {
        None
    }
}

impl Kind for Request {
    fn columns(&self, row: &mut MatterRow) {
        row.stage = self.stage().code().to_owned();
        row.reference = Some(self.reference().as_str().to_owned());
        row.peer_ref = self.number().map(|number| number.as_str().to_owned());
        row.author = Some(self.author().official.as_str().to_owned());
        match self.content() {
            Some(content) => {
                row.form = content.form.to_string();
                row.title = content.about.title();
                row.body = content.from.to_string();
                row.for_body = content.on_behalf_of.as_ref().map(ToString::to_string);
                row.urgent = i64::from(matches!(content.urgency, marchland_casework::Urgency::Urgent { .. }));
            }
            None => super::ours::draft_columns(self, row),
        }
    }

    fn clocks(&self) -> &[Clock] {
        Request::clocks(self)
    }

    fn ended(&self) -> bool {
        self.stage().is_final()
    }
}

impl Kind for Incoming {
    fn columns(&self, row: &mut MatterRow) {
        row.stage = self.stage().code().to_owned();
        row.reference = self.registration().map(|registration| registration.number.as_str().to_owned());
        row.peer_ref = Some(self.reference().as_str().to_owned());
        if let Ok(content) = self.content() {
            row.form = content.form.to_string();
            row.title = content.about.title();
            row.body = content.to.to_string();
            row.urgent = i64::from(matches!(content.urgency, marchland_casework::Urgency::Urgent { .. }));
        }
    }

    fn clocks(&self) -> &[Clock] {
        Incoming::clocks(self)
    }

    fn ended(&self) -> bool {
        self.stage().is_final()
    }
}

impl Kind for Alert {
    fn columns(&self, row: &mut MatterRow) {
        row.stage = self.stage().code().to_owned();
        row.form = self.content().map_or(marchland_casework::SEARCH_FORM, AlertContent::form).to_owned();
        match self.whose() {
            Whose::Ours => {
                row.reference = Some(self.reference().as_str().to_owned());
                row.author = self.author().map(|author| author.official.as_str().to_owned());
            }
            Whose::Theirs => row.peer_ref = Some(self.reference().as_str().to_owned()),
        }
        row.title = match self.content() {
            _ if self.erased_at().is_some() => String::new(),
            Some(content) => content.title(),
            None => {
                let lines = [Field::Names, Field::Things].map(|field| self.typed().get(field));
                lines.iter().find_map(|text| text.lines().next()).unwrap_or_default().replace(';', " ")
            }
        };
        if let Some(content) = self.content() {
            let ours = if self.whose() == Whose::Ours { &content.from } else { &content.to };
            row.body = ours.to_string();
        }
    }

    fn clocks(&self) -> &[Clock] {
        Alert::clocks(self)
    }

    fn ended(&self) -> bool {
        self.stage().is_final()
    }

    fn listed(&self) -> Option<&Alert> {
        Some(self)
    }
}

/// Commits a step of an existing or new case. `row` is the case as it was read in this transaction.
pub async fn keep<C: Kind>(
    app: &App,
    mut tx: Tx,
    row: MatterRow,
    step: Step<C>,
    kept: Kept<'_>,
    at: Timestamp,
) -> Acted<()> {
    let listed = step.next.listed().cloned();
    let wakes = write(app, &mut tx, row, step, kept, at).await?;
    app.fuse.step("case: before commit")?;
    tx.commit().await.map_err(StoreError::from)?;
    if let Some(alert) = &listed {
        app.relist(alert);
    }
    if wakes {
        app.to_send.ring();
    }
    app.fuse.step("case: after commit")?;
    Ok(())
}

/// A receipt arrived for a message of ours: the case hears of it in the transaction that stores it.
pub(crate) async fn note_receipt(
    app: &App,
    tx: &mut Tx,
    matter: &str,
    kind: ReceiptKind,
    message: &MessageId,
) -> Result<(), StoreError> {
    let at = app.clock.now();
    let Some(row) = matter::within(tx, matter).await? else { return Ok(()) };
    let kept = Kept { act: "note receipt", ..Kept::default() };
    let heard = match case(&row) {
        Ok(Case::Ours(request)) => match request.on_receipt(kind, message, at) {
            Ok(step) if step.changes_nothing() => Ok(false),
            Ok(step) => write(app, tx, row, step, kept, at).await,
            Err(why) => Err(why.into()),
        },
        Ok(Case::Theirs(incoming)) => match incoming.on_receipt(kind, message, at) {
            Ok(step) if step.changes_nothing() => Ok(false),
            Ok(step) => write(app, tx, row, step, kept, at).await,
            Err(why) => Err(why.into()),
        },
        Ok(Case::Alert(alert)) => match alert.on_receipt(kind, message, at) {
            Ok(step) if step.changes_nothing() => Ok(false),
            Ok(step) => write(app, tx, row, step, kept, at).await,
            Err(why) => Err(why.into()),
        },
        Err(why) => Err(why),
    };
    match heard {
        Ok(_) => Ok(()),
        Err(CannotAct::Store(error)) => Err(error),
        // The receipt is proof and stays; a case that no longer cares is not a fault of the exchange.
        Err(why) => {
            tracing::warn!(matter, %why, "a receipt changed nothing in its case");
            Ok(())
        }
    }
}

/// Writes a step inside a transaction. True when there is something to send.
pub(crate) async fn write<C: Kind>(
    app: &App,
    tx: &mut Tx,
    mut row: MatterRow,
    step: Step<C>,
    kept: Kept<'_>,
    at: Timestamp,
) -> Acted<bool> {
    step.next.columns(&mut row);
    row.doc = serde_json::to_string(&step.next).map_err(StoreError::unreadable("case"))?;
    row.due_ms = next_due(step.next.clocks(), step.next.ended());
    row.changed_at_ms = at.as_millisecond();
    let letters = match &kept.sign {
        None if step.outgoing.is_empty() => Vec::new(),
        None => return Err(CannotAct::internal("a message without a signature")),
        Some(sign) => {
            step.outgoing.iter().map(|message| post(app, message, sign)).collect::<Acted<Vec<_>>>()?
        }
    };
    let sends = !letters.is_empty();
    let decisions =
        kept.decisions.iter().map(|(step, decision)| decision_row(app, &row.id, step, decision, at));
    let decisions = decisions.collect::<Acted<Vec<_>>>()?;
    let change = Change {
        act: kept.act,
        by: kept.by,
        reason: kept.reason,
        at_ms: at.as_millisecond(),
        facts: facts(&step.facts)?,
        tasks: tasks(&row.id, &step.tasks, at)?,
        matter: row,
        decisions,
        letters,
        statements: kept.statements,
        takes: kept.takes,
    };
    let states = !change.statements.is_empty();
    commit::write(tx, change).await?;
    Ok(sends || states)
}

fn post<'a>(app: &'a App, message: &Message, sign: &'a Sign<'a>) -> Acted<crate::store::commit::Letter<'a>> {
    let towards = sign.also.iter().find(|decision| decision.act.to == message.to);
    let posting = Posting {
        signing: sign.signing,
        power: sign.power,
        decision: towards.unwrap_or(sign.decision),
        urgent: sign.urgent,
        in_reply_to: sign.in_reply_to,
    };
    letter(app, message, posting)
}

/// The next moment at which a clock of the case wants somebody: a level reached or the limit itself.
fn next_due(clocks: &[Clock], ended: bool) -> Option<i64> {
    if ended {
        return None;
    }
    clocks
        .iter()
        .filter(|clock| clock.is_running() && !clock.is_paused())
        .filter_map(|clock| clock.due)
        .min()
        .map(Timestamp::as_millisecond)
}

fn decision_row(
    app: &App,
    matter: &str,
    step: &str,
    decision: &Decision,
    at: Timestamp,
) -> Acted<DecisionRow> {
    Ok(DecisionRow {
        id: new_id(app),
        matter: matter.to_owned(),
        step: step.to_owned(),
        at_ms: at.as_millisecond(),
        verdict: decision.verdict.code().to_owned(),
        framework: decision.framework.to_string(),
        doc: serde_json::to_string(decision).map_err(StoreError::unreadable("decision"))?,
        bodies: Some(app.bodies_digest.clone()),
        confirmations: None,
    })
}

fn facts(facts: &[Fact]) -> Acted<Vec<(i64, String)>> {
    let write = |fact: &Fact| {
        let what = serde_json::to_string(fact).map_err(StoreError::unreadable("fact"))?;
        Ok((fact.at.as_millisecond(), what))
    };
    facts.iter().map(write).collect()
}

/// Stable text of a task kind: the key under which it is opened and ended.
pub fn task_key(kind: &TaskKind) -> Result<String, StoreError> {
    serde_json::to_string(kind).map_err(StoreError::unreadable("task"))
}

fn tasks(matter: &str, changes: &[TaskChange], at: Timestamp) -> Acted<Vec<TaskStep>> {
    let step = |change: &TaskChange| -> Acted<TaskStep> {
        Ok(match change {
            TaskChange::Open { task, desk, due } => {
                let (desk, whose) = match desk {
                    Desk::Official { official } => ("official", official.as_str()),
                    Desk::Heads { body } => ("heads", body.as_str()),
                    Desk::Registrars { body } => ("registrars", body.as_str()),
                    Desk::Officers { body } => ("officers", body.as_str()),
                    Desk::Leads { body } => ("leads", body.as_str()),
                };
                TaskStep::Open(TaskRow {
                    matter: matter.to_owned(),
                    kind: task_key(task)?,
                    desk: desk.to_owned(),
                    whose: whose.to_owned(),
                    due_ms: due.map(Timestamp::as_millisecond),
                    opened_at_ms: at.as_millisecond(),
                    ended_at_ms: None,
                })
            }
            TaskChange::Done { task } | TaskChange::Dropped { task } => TaskStep::End(task_key(task)?),
            TaskChange::DropAll => TaskStep::EndAll,
        })
    };
    changes.iter().map(step).collect()
}

/// One step after another on the same case, committed together.
pub fn then<C>(
    first: Step<C>,
    second: impl FnOnce(C) -> marchland_casework::Stepped<C>,
) -> marchland_casework::Stepped<C> {
    let mut both = second(first.next)?;
    both.facts.splice(0..0, first.facts);
    both.outgoing.splice(0..0, first.outgoing);
    both.tasks.splice(0..0, first.tasks);
    Ok(both)
}
