//! What arrived is opened with the key of the body it is for, and becomes a case or a step of one. The body states that
//! it was delivered, in the same transaction.
//!
//! Never: answers; gives a number (a registrar does); drops what it cannot use without a signed reason.

use jiff::Timestamp;
use marchland_casework::{Alert, CaseId, Incoming, Message, MessageBody, Power};
use marchland_law::Side;
use marchland_wire::code::Code;
use marchland_wire::envelope::{self, Envelope};
use marchland_wire::keys::Salt;
use marchland_wire::leaf::Record;
use marchland_wire::receipt::Leaf;
use tokio::sync::watch;

use super::{idle, pause, rung};
use crate::acts::keep::{Kept, write};
use crate::acts::letter::own_log;
use crate::acts::open::{Case, case};
use crate::acts::{CannotAct, alerts, ask, new_id, ours, power, theirs};
use crate::app::App;
use crate::peer::link::Link;
use crate::peer::v1;
use crate::setup::rng;
use crate::store::commit::{self, Statement, Takes};
use crate::store::inbox::{self, InboxRow};
use crate::store::matter::{self, MatterRow};
use crate::store::{StoreError, Tx};

const BATCH_MAX: i64 = 64;

pub async fn run(app: App, mut stop: watch::Receiver<bool>) {
    let mut arrived = app.arrived.listen();
    loop {
        if let Err(error) = all(&app).await {
            tracing::error!(%error, "what arrived could not be worked on; it is tried again");
        }
        if !pause(rung(&mut arrived), idle(), &mut stop).await {
            return;
        }
    }
}

/// Works on everything that waits, lane by lane in order. Returns how many messages it took.
pub async fn all(app: &App) -> Result<usize, StoreError> {
    let mut taken = 0;
    loop {
        let waiting = app.store.inbox_waiting(BATCH_MAX).await?;
        if waiting.is_empty() {
            return Ok(taken);
        }
        for row in &waiting {
            one(app, row).await?;
            taken += 1;
        }
    }
}

async fn one(app: &App, row: &InboxRow) -> Result<(), StoreError> {
    let at = app.clock.now();
    let Some(link) = app.links.get(&row.neighbour) else {
        return Err(StoreError::Refused(format!(
            "{} is no longer linked; link it again to open what it sent",
            row.neighbour
        )));
    };
    let mut tx = app.store.begin().await?;
    let mut relists = None;
    let opened = open(app, row);
    match opened {
        Ok((envelope, body, message)) => {
            match apply(app, &mut tx, row, link, &envelope, &body, &message, at).await {
                Ok(alert) => relists = alert,
                Err(CannotAct::Store(error)) => return Err(error),
                Err(why) => {
                    tracing::warn!(neighbour = row.neighbour, %why, "a message fits no case and is set aside");
                    tx = app.store.begin_again(tx).await?;
                    set_aside(app, &mut tx, row, link, Code::Unprocessable, at).await?;
                }
            }
        }
        Err(code) => {
            tracing::warn!(neighbour = row.neighbour, %code, "a message could not be opened and is set aside");
            set_aside(app, &mut tx, row, link, code, at).await?;
        }
    }
    app.fuse.step("register: before commit")?;
    tx.commit().await?;
    if let Some(alert) = &relists {
        app.relist(alert);
    }
    app.to_send.ring();
    app.fuse.step("register: after commit")
}

/// Opens the envelope with the key of the first body it is addressed to and reads the message inside.
fn open(app: &App, row: &InboxRow) -> Result<(Envelope, String, Message), Code> {
    let bytes = row.envelope.as_deref().ok_or(Code::Content)?;
    let envelope = envelope::parse(bytes).map_err(|why| why.code)?;
    let body = envelope.header.to_bodies.first().cloned().ok_or(Code::NoRecipient)?;
    let keys = app.keys.bodies.get(&body).ok_or(Code::NoRecipient)?;
    let opened = envelope.open(&body, &keys.open).map_err(|why| why.code)?;
    let message = v1::read(&opened.payload).map_err(|why| {
        tracing::warn!(neighbour = row.neighbour, %why, "a payload was refused");
        Code::Unprocessable
    })?;
    let header = &envelope.header;
    let wanted = needed_power(&message.body);
    // What is inside must be what the signature outside was allowed to say.
    let fits = message.from.as_str() == header.from_body
        && message.to.as_str() == body
        && header.class == power::class(wanted)
        && header.kind == power::kind(wanted);
    if fits { Ok((envelope, body, message)) } else { Err(Code::Unprocessable) }
}

fn needed_power(body: &MessageBody) -> Power {
    match body {
        MessageBody::Request { .. }
        | MessageBody::OralConfirmation { .. }
        | MessageBody::Correction { .. } => Power::ApproveRequest,
        MessageBody::ClarificationGiven { .. }
        | MessageBody::Recall { .. }
        | MessageBody::Reminder { .. } => Power::Correspond,
        MessageBody::Registered { .. } => Power::Register,
        MessageBody::Position { .. } | MessageBody::ClarificationAsked { .. } => Power::TakePosition,
        MessageBody::Answer { .. } => Power::ApproveAnswer,
        MessageBody::Alert { .. } | MessageBody::AlertChanged { .. } | MessageBody::AlertWithdrawn { .. } => {
            Power::IssueAlert
        }
        MessageBody::HitReported { .. }
        | MessageBody::Released { .. }
        | MessageBody::ReleaseRevoked { .. } => Power::ReportHit,
    }
}

#[expect(clippy::too_many_arguments, reason = "one message and everything around it")]
async fn apply(
    app: &App,
    tx: &mut Tx,
    row: &InboxRow,
    link: &Link,
    envelope: &Envelope,
    body: &str,
    message: &Message,
    at: Timestamp,
) -> Result<Option<Alert>, CannotAct> {
    let kept = Kept {
        act: "receive message",
        statements: vec![delivered(app, link, envelope, body, at)?],
        takes: Some(Takes { digest: &row.digest, message: message.id.as_str() }),
        ..Kept::default()
    };
    if message.body.is_about_alert() {
        return apply_to_alert(app, tx, link, envelope, message, kept, at).await.map(Some);
    }
    let thread = message.thread.as_str();
    let opens_case =
        matches!(message.body, MessageBody::Request { .. } | MessageBody::OralConfirmation { .. });
    let side = if matches!(needed_power(&message.body), Power::ApproveRequest | Power::Correspond) {
        "theirs"
    } else {
        "ours"
    };
    match matter::by_thread(tx, side, &link.id, thread).await? {
        None if opens_case => {
            let id = new_id(app);
            let step = Incoming::receive(CaseId::new(id.as_str()), message, at)?;
            write(app, tx, new_row(id, thread, link, at), step, kept, at).await?;
        }
        None => return Err(CannotAct::NotFound),
        Some(found) => match case(&found)? {
            Case::Ours(request) => {
                let content = request.signed().map(|version| version.content.clone());
                let mut step = request.on_message(message, at)?;
                if let Some(content) = content {
                    step.next = ours::recounted(app, step.next, &content);
                }
                write(app, tx, found, step, kept, at).await?;
            }
            Case::Theirs(incoming) => {
                let mut step = incoming.on_message(message, at)?;
                step.next = theirs::recounted(app, step.next);
                write(app, tx, found, step, kept, at).await?;
            }
            Case::Alert(_) => return Err(CannotAct::NotFound),
        },
    }
    Ok(None)
}

/// A message about an alert: the neighbour's own, or what it says about ours. Our law is asked about every version that
/// arrives, and our body states how it stands here. Which alert is meant follows from the neighbour, the body and the
/// thread, so nobody speaks about another's.
async fn apply_to_alert(
    app: &App,
    tx: &mut Tx,
    link: &Link,
    envelope: &Envelope,
    message: &Message,
    mut kept: Kept<'_>,
    at: Timestamp,
) -> Result<Alert, CannotAct> {
    let thread = message.thread.as_str();
    let found = match matter::copy(tx, &link.id, thread, message.to.as_str()).await? {
        Some(row) => Some(row),
        // One of ours went to several neighbours under one thread; casework knows whom it addressed.
        None => matter::within(tx, thread).await?.filter(|row| row.side == "alert-ours"),
    };
    let asked = match &message.body {
        MessageBody::Alert { content, .. } | MessageBody::AlertChanged { content, .. } => {
            Some(ask::law(app, &content.act(), Side::Receiving, at).await?.decision)
        }
        _ => None,
    };
    kept.decisions = asked.iter().map(|decision| ("register", decision)).collect();
    let (row, step) = match found {
        None => {
            let decision = asked.as_ref().ok_or(CannotAct::NotFound)?;
            let id = new_id(app);
            let step = Alert::receive(CaseId::new(id.as_str()), message, decision, at)?;
            let mut row = alerts::new_row(id, "alert-theirs", message.to.to_string(), None, at);
            (row.thread, row.neighbour) = (thread.to_owned(), Some(link.id.clone()));
            (row, step)
        }
        Some(row) => {
            let Case::Alert(alert) = case(&row)? else { return Err(CannotAct::NotFound) };
            (row, alert.on_message(message, asked.as_ref(), at)?)
        }
    };
    let alert = step.next.clone();
    if needed_power(&message.body) == Power::IssueAlert {
        kept.statements.extend(alerts::effect(app, link, envelope.msg_id(), &alert, at)?);
    }
    write(app, tx, row, step, kept, at).await?;
    Ok(alert)
}

/// The body states: it held the key, and the content was what the header commits to.
fn delivered<'a>(
    app: &'a App,
    link: &'a Link,
    envelope: &Envelope,
    body: &str,
    at: Timestamp,
) -> Result<Statement<'a>, CannotAct> {
    let keys = app.keys.bodies.get(body).ok_or_else(|| CannotAct::NoBodyKey(body.to_owned()))?;
    let record = Record::Delivered {
        msg_id: envelope.msg_id(),
        body: body.to_owned(),
        content_commit: envelope.header.content_commit,
        at_s: at.as_second(),
    };
    let leaf = Leaf::signed(&record, Salt::random(&mut rng()), at.as_second(), &keys.sign)?;
    Ok(Statement { log: own_log(app, link), leaf, kind: "delivered", msg_id: envelope.msg_id().to_string() })
}

/// A message the body cannot use: the sender gets a signed reason, the lane goes on, the sealed bytes are kept.
async fn set_aside(
    app: &App,
    tx: &mut Tx,
    row: &InboxRow,
    link: &Link,
    code: Code,
    at: Timestamp,
) -> Result<(), StoreError> {
    inbox::take(tx, &row.digest, at.as_millisecond(), None, None).await?;
    let parsed = row.envelope.as_deref().and_then(|bytes| envelope::parse(bytes).ok());
    let Some(envelope) = parsed else { return Ok(()) };
    let Some((body, keys)) =
        envelope.header.to_bodies.iter().find_map(|body| Some((body.clone(), app.keys.bodies.get(body)?)))
    else {
        return Ok(());
    };
    let record = Record::Undeliverable { msg_id: envelope.msg_id(), body, code, at_s: at.as_second() };
    let leaf = Leaf::signed(&record, Salt::random(&mut rng()), at.as_second(), &keys.sign)?;
    let statement = Statement {
        log: own_log(app, link),
        leaf,
        kind: "undeliverable",
        msg_id: envelope.msg_id().to_string(),
    };
    commit::state(tx, statement, at.as_millisecond()).await
}

fn new_row(id: String, thread: &str, link: &Link, at: Timestamp) -> MatterRow {
    MatterRow {
        thread: thread.to_owned(),
        neighbour: Some(link.id.clone()),
        ..MatterRow::opened(id, "theirs", at.as_millisecond())
    }
}
