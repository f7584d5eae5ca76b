//! The one door for change to a case: case, facts, decision, tasks, sealed letters and log leaves in one transaction,
//! or nothing of it.
//!
//! Never: decides what should change; casework returned that.

use marchland_wire::Refused;
use marchland_wire::keys::{Hash, Salt};
use marchland_wire::leaf::Record;
use marchland_wire::receipt::Leaf;

use super::log::OwnLog;
use super::matter::{DecisionRow, MatterRow};
use super::outbox::OutboxRow;
use super::receipt::ReceiptRow;
use super::task::TaskRow;
use super::{StoreError, Tx, audit, inbox, log, matter, outbox, receipt, task};

/// Everything one step makes happen.
#[derive(Debug)]
pub struct Change<'a> {
    /// What it is, for the audit: "approve request".
    pub act: &'a str,
    /// `None` when the node itself acts.
    pub by: Option<&'a str>,
    pub reason: Option<&'a str>,
    pub at_ms: i64,
    pub matter: MatterRow,
    pub facts: Vec<(i64, String)>,
    pub decisions: Vec<DecisionRow>,
    pub tasks: Vec<TaskStep>,
    pub letters: Vec<Letter<'a>>,
    pub statements: Vec<Statement<'a>>,
    /// The received message this step works on; it is worked on once.
    pub takes: Option<Takes<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct Takes<'a> {
    /// Of the bytes in the inbox.
    pub digest: &'a str,
    /// The id inside.
    pub message: &'a str,
}

#[derive(Debug)]
pub enum TaskStep {
    Open(TaskRow),
    /// By kind, as JSON.
    End(String),
    EndAll,
}

/// A message to a neighbour. It is sealed inside the transaction, when its number in the lane is known.
pub struct Letter<'a> {
    pub log: OwnLog<'a>,
    pub lane: String,
    pub kind: &'static str,
    /// Id of the message inside, as casework knows it.
    pub message: String,
    pub salt: Salt,
    pub seal: Box<dyn FnOnce(u64) -> Result<SealedLetter, Refused> + Send + 'a>,
}

/// What sealing gives.
#[derive(Debug)]
pub struct SealedLetter {
    pub msg_id: Hash,
    pub envelope: Vec<u8>,
    pub content_key: Vec<u8>,
}

impl std::fmt::Debug for Letter<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Letter({} in {})", self.kind, self.lane)
    }
}

/// What a body or an official of ours states about a received message: delivered, read.
#[derive(Debug)]
pub struct Statement<'a> {
    pub log: OwnLog<'a>,
    pub leaf: Leaf,
    pub kind: &'static str,
    pub msg_id: String,
}

/// Everything a change writes, inside a transaction that may hold other work too.
pub(crate) async fn write(tx: &mut Tx, change: Change<'_>) -> Result<(), StoreError> {
    let at_ms = change.at_ms;
    let id = change.matter.id.clone();
    if let Some(Takes { digest, message }) = change.takes
        && !inbox::take(tx, digest, at_ms, Some(&id), Some(message)).await?
    {
        return Ok(()); // another worker did it; nothing more is written
    }
    matter::write(tx, &change.matter).await?;
    matter::add_facts(tx, &id, &change.facts).await?;
    for decision in &change.decisions {
        matter::add_decision(tx, decision).await?;
    }
    for step in change.tasks {
        match step {
            TaskStep::Open(row) => task::open(tx, &row).await?,
            TaskStep::End(kind) => task::end(tx, &id, &kind, at_ms).await?,
            TaskStep::EndAll => task::end_all(tx, &id, at_ms).await?,
        }
    }
    for letter in change.letters {
        post(tx, letter, &id, at_ms).await?;
    }
    for statement in change.statements {
        state(tx, statement, at_ms).await?;
    }
    let entry = audit::Entry {
        official: change.by,
        act: change.act,
        reads: false,
        matter: Some(&id),
        reason: change.reason,
        outcome: "done",
    };
    audit::write(tx, at_ms, &entry).await
}

/// Seals a letter and puts it into the outbox with its SENT leaf.
pub async fn post(tx: &mut Tx, letter: Letter<'_>, matter: &str, at_ms: i64) -> Result<(), StoreError> {
    let neighbour = letter.log.neighbour;
    let seq = outbox::next_seq(tx, neighbour, &letter.lane).await?;
    let SealedLetter { msg_id, envelope, content_key } = (letter.seal)(seq.unsigned_abs())?;
    let record = Record::Sent { msg_id, seq: seq.unsigned_abs() };
    let leaf = Leaf::new(&record, letter.salt, at_ms.div_euclid(1000));
    let sent_leaf = log::append(tx, letter.log, &leaf).await?;
    log::sign_checkpoint(tx, letter.log).await?;
    let row = OutboxRow {
        msg_id: msg_id.to_string(),
        neighbour: neighbour.to_owned(),
        lane: letter.lane,
        seq,
        matter: matter.to_owned(),
        kind: letter.kind.to_owned(),
        message: letter.message,
        content_key: Some(content_key),
        envelope,
        sent_leaf: sent_leaf.cast_signed(),
        created_at_ms: at_ms,
        attempt_count: 0,
        settled_at_ms: None,
        settled_code: None,
    };
    outbox::put(tx, &row).await
}

/// Appends the leaf and keeps the receipt, to be shown to the neighbour with the next exchange.
pub(crate) async fn state(tx: &mut Tx, statement: Statement<'_>, at_ms: i64) -> Result<(), StoreError> {
    let Statement { log, leaf, kind, msg_id } = statement;
    let index = log::append(tx, log, &leaf).await?;
    let note = log::sign_checkpoint(tx, log).await?;
    let proof = log::inclusion(tx, log.neighbour, index, note.checkpoint.size).await?;
    let row = ReceiptRow {
        neighbour: log.neighbour.to_owned(),
        leaf: index.cast_signed(),
        msg_id,
        kind: kind.to_owned(),
        direction: "ours".to_owned(),
        bytes: leaf.receipt(index, proof, &note).to_bytes(),
        at_ms,
        push_until_ms: Some(0),
    };
    receipt::put(tx, &row).await?;
    Ok(())
}
