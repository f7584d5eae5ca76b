//! Their side of a case seen from ours: registering, taking a position, working, answering.
//!
//! Never: takes a position without asking our own law again; sends an answer no head signed.

use jiff::Timestamp;
use marchland_casework::{
    CannotStep, DraftFields, Ground, Incoming, Mandate, MessageId, PointRefusal, Power, Stepped, TaskId,
};
use marchland_law::{Decision, Side};
use marchland_wire::keys::Hash;

use super::keep::{Kept, Sign, keep, then};
use super::open::{Case, to_act};
use super::{Acted, CannotAct, actor, ask, clocks, new_id, ours, signing};
use crate::app::App;
use crate::store::Tx;
use crate::store::matter::MatterRow;
use crate::store::people::Official;

/// Gives the request the next number of our register, decides under our own law, and tells the asker.
pub async fn register(app: &App, who: &Official, id: &str) -> Acted<()> {
    let at = app.clock.now();
    let signing = signing::with_power(app, who, Power::Register).await?;
    let mut tx = app.store.begin().await?;
    let (row, incoming) = theirs(app, &mut tx, who, id, "register").await?;
    let content = incoming.content()?.clone();
    let asked = ask::law(app, &content.act(), Side::Receiving, at).await?;
    let number = ours::next_register_number(app, &mut tx, at).await?;
    let message = MessageId::new(new_id(app));
    let step = incoming.register(&signing.mandate, &number, &asked.decision, message, at)?;
    let step = clocks::when_registered(app, &content, &asked.decision, at)
        .into_iter()
        .try_fold(step, |step, clock| then(step, |next| next.start_clock(clock, at)))?;
    let sign = sign(app, &row, &signing, Power::Register, &asked.decision).await?;
    let kept = Kept {
        act: "register request",
        by: Some(&who.id),
        decisions: vec![("register", &asked.decision)],
        sign: Some(sign),
        ..Kept::default()
    };
    keep(app, tx, row, step, kept, at).await
}

/// What the answering body will do with the request.
#[derive(Debug)]
pub enum Stand {
    Accept,
    Partly(Vec<PointRefusal>),
    Refuse(Vec<Ground>),
}

pub async fn take_position(app: &App, who: &Official, id: &str, stand: Stand) -> Acted<()> {
    let act = match &stand {
        Stand::Accept => "accept request",
        Stand::Partly(_) => "accept request in part",
        Stand::Refuse(_) => "refuse request",
    };
    signed(app, who, id, "take-position", act, Power::TakePosition, |case, mandate, decision, message, at| {
        match stand {
            Stand::Accept => case.accept(mandate, decision, message, at),
            Stand::Partly(refused) => case.accept_partly(mandate, decision, refused, message, at),
            Stand::Refuse(grounds) => case.refuse(mandate, decision, grounds, message, at),
        }
    })
    .await
}

/// The clock stops, if its source lets a question stop it, until the asker has said what was meant.
pub async fn ask_clarification(app: &App, who: &Official, id: &str, question: &str) -> Acted<()> {
    signed(
        app,
        who,
        id,
        "take-position",
        "ask clarification",
        Power::TakePosition,
        |case, mandate, _, message, at| case.ask_clarification(mandate, question, message, at),
    )
    .await
}

pub async fn give_work(
    app: &App,
    who: &Official,
    id: &str,
    to: &str,
    text: &str,
    due: Option<Timestamp>,
) -> Acted<()> {
    let task = TaskId::new(new_id(app));
    plain(app, who, id, "take-position", "give a task", |case, at| {
        case.give_work(task, to.into(), text, due, &actor(who), at)
    })
    .await
}

pub async fn finish_work(app: &App, who: &Official, id: &str, task: &str, outcome: &str) -> Acted<()> {
    plain(app, who, id, "work", "finish a task", |case, at| {
        case.finish_work(&TaskId::new(task), outcome, &actor(who), at)
    })
    .await
}

pub async fn drop_work(app: &App, who: &Official, id: &str, task: &str) -> Acted<()> {
    plain(app, who, id, "take-position", "drop a task", |case, at| {
        case.drop_work(&TaskId::new(task), &actor(who), at)
    })
    .await
}

pub async fn save_answer(app: &App, who: &Official, id: &str, typed: DraftFields) -> Acted<()> {
    plain(app, who, id, "draft-answer", "save answer", |case, at| {
        case.save_answer(typed, Vec::new(), &actor(who), at)
    })
    .await
}

pub async fn submit_answer(app: &App, who: &Official, id: &str) -> Acted<()> {
    plain(app, who, id, "draft-answer", "submit answer", |case, at| case.submit_answer(&actor(who), at)).await
}

pub async fn return_answer(app: &App, who: &Official, id: &str, reason: &str) -> Acted<()> {
    let signing = signing::with_power(app, who, Power::ApproveAnswer).await?;
    plain(app, who, id, "approve-answer", "return answer to its author", |case, at| {
        case.return_answer(&signing.mandate, reason, at)
    })
    .await
}

/// A head signs the answer; it goes out with the conditions that travel with the data.
pub async fn approve_answer(app: &App, who: &Official, id: &str) -> Acted<()> {
    signed(
        app,
        who,
        id,
        "approve-answer",
        "approve answer",
        Power::ApproveAnswer,
        |case, mandate, _, message, at| case.approve_answer(mandate, message, at),
    )
    .await
}

pub async fn review_correction(app: &App, who: &Official, id: &str, version: u16) -> Acted<()> {
    plain(app, who, id, "work", "review correction", |case, at| {
        case.reviewed_correction(version, &actor(who), at)
    })
    .await
}

pub async fn close(app: &App, who: &Official, id: &str) -> Acted<()> {
    plain(app, who, id, "close", "close case", |case, at| case.close(&actor(who), at)).await
}

pub(crate) fn recounted(app: &App, incoming: Incoming) -> Incoming {
    let Ok(content) = incoming.content().cloned() else { return incoming };
    incoming.recount(|clock| clocks::recount(app, &content, clock))
}

async fn theirs(
    app: &App,
    tx: &mut Tx,
    who: &Official,
    id: &str,
    action: &'static str,
) -> Acted<(MatterRow, Incoming)> {
    match to_act(app, tx, who, id, action).await? {
        (row, Case::Theirs(incoming)) => Ok((row, *incoming)),
        _ => Err(CannotAct::NotFound),
    }
}

/// A step that tells the asker nothing.
async fn plain(
    app: &App,
    who: &Official,
    id: &str,
    action: &'static str,
    act: &str,
    step: impl FnOnce(Incoming, Timestamp) -> Stepped<Incoming>,
) -> Acted<()> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let (row, incoming) = theirs(app, &mut tx, who, id, action).await?;
    let step = step(incoming, at)?;
    keep(app, tx, row, step, Kept { act, by: Some(&who.id), ..Kept::default() }, at).await
}

/// A step that sends a message: our law is asked again, the message is signed under the official's mandate.
async fn signed(
    app: &App,
    who: &Official,
    id: &str,
    action: &'static str,
    act: &str,
    power: Power,
    step: impl FnOnce(Incoming, &Mandate, &Decision, MessageId, Timestamp) -> Stepped<Incoming>,
) -> Acted<()> {
    let at = app.clock.now();
    let signing = signing::with_power(app, who, power).await?;
    let mut tx = app.store.begin().await?;
    let (row, incoming) = theirs(app, &mut tx, who, id, action).await?;
    if incoming.registration().is_none() {
        return Err(CannotStep::NotRegistered.into());
    }
    let asked = ask::law(app, &incoming.content()?.act(), Side::Receiving, at).await?;
    let mut step = step(incoming, &signing.mandate, &asked.decision, MessageId::new(new_id(app)), at)?;
    step.next = recounted(app, step.next);
    let sign = sign(app, &row, &signing, power, &asked.decision).await?;
    let kept = Kept {
        act,
        by: Some(&who.id),
        decisions: vec![(power.code(), &asked.decision)],
        sign: Some(sign),
        ..Kept::default()
    };
    keep(app, tx, row, step, kept, at).await
}

async fn sign<'a>(
    app: &App,
    row: &MatterRow,
    signing: &'a signing::Signing<'a>,
    power: Power,
    decision: &'a Decision,
) -> Acted<Sign<'a>> {
    let request = app.store.inbox_of(&row.id).await?.into_iter().next();
    let in_reply_to = request.and_then(|r| Hash::from_hex(&r.msg_id));
    Ok(Sign { signing, power, decision, also: &[], urgent: row.urgent != 0, in_reply_to })
}
