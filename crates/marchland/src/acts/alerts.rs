//! Alerts: what officers and heads do with ours, and what is asked of our law about the neighbour's.
//!
//! Never: issues one without asking the law again; puts one on the list before its commit.

use jiff::Timestamp;
use marchland_casework::alert::Alert;
use marchland_casework::{
    CannotStep, CaseId, DraftFields, Field, Mandate, MessageId, Power, Reference, Step, Stepped,
};
use marchland_law::{Decision, Side};

use super::keep::{Kept, Sign, keep};
use super::open::{Case, to_act};
use super::{Acted, CannotAct, actor, ask, new_id, ours, signing};
use crate::app::App;
use crate::store::matter::MatterRow;
use crate::store::people::Official;
use crate::store::{StoreError, Tx};

/// Saves what was typed, right or wrong. A new draft gets the next number of the register.
pub async fn save(
    app: &App,
    who: &Official,
    draft: Option<&str>,
    typed: DraftFields,
    version: Option<i64>,
) -> Acted<MatterRow> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let (row, step) = match draft {
        None => {
            let reference = Reference::new(ours::next_register_number(app, &mut tx, at).await?);
            let id = new_id(app);
            let step = Alert::draft(CaseId::new(id.as_str()), reference, actor(who), typed, at);
            (new_row(id, "alert-ours", who.body.clone(), Some(who.id.clone()), at), step)
        }
        Some(id) => {
            let (row, alert) = alert(app, &mut tx, who, id, "edit-alert").await?;
            if version.is_some_and(|seen| seen != row.version) {
                return Err(StoreError::ChangedMeanwhile.into());
            }
            (row, alert.save(typed, &actor(who))?)
        }
    };
    let id = row.id.clone();
    keep(app, tx, row, step, by(who, "save alert"), at).await?;
    app.store.matter(&id).await?.ok_or(CannotAct::NotFound)
}

pub async fn submit(app: &App, who: &Official, id: &str) -> Acted<()> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let (row, alert) = alert(app, &mut tx, who, id, "edit-alert").await?;
    let step = alert.submit(&actor(who), at)?;
    let act = step.next.content().map(marchland_casework::AlertContent::act);
    let act = act.ok_or_else(|| CannotAct::internal("submitted without content"))?;
    let asked = ask::law(app, &act, Side::Acting, at).await?;
    let kept = Kept { decision: Some(("submit", &asked.decision)), ..by(who, "submit alert") };
    keep(app, tx, row, step, kept, at).await
}

pub async fn discard(app: &App, who: &Official, id: &str) -> Acted<()> {
    plain(app, who, id, "edit-alert", "discard alert", |alert, at| alert.discard(&actor(who), at)).await
}

pub async fn give_back(app: &App, who: &Official, id: &str, reason: &str) -> Acted<()> {
    let signing = signing::with_power(app, who, Power::IssueAlert).await?;
    plain(app, who, id, "approve-alert", "return alert to its author", |alert, at| {
        alert.return_to_author(&signing.mandate, reason, at)
    })
    .await
}

/// A head signs an alert, or the change of one that is in force.
pub async fn approve(app: &App, who: &Official, id: &str) -> Acted<()> {
    signed(
        app,
        who,
        id,
        "approve-alert",
        "approve alert",
        Power::IssueAlert,
        |alert, mandate, decision, message, at| {
            if alert.pending().is_some() {
                alert.approve_change(mandate, decision, message, at)
            } else {
                alert.approve(mandate, decision, message, at)
            }
        },
    )
    .await
}

pub async fn propose_change(app: &App, who: &Official, id: &str, typed: &DraftFields) -> Acted<()> {
    plain(app, who, id, "change-alert", "propose change of alert", |alert, at| {
        alert.propose_change(typed, &actor(who), at)
    })
    .await
}

/// The same alert with a later last day.
pub async fn propose_renewal(app: &App, who: &Official, id: &str, until: &str) -> Acted<()> {
    plain(app, who, id, "change-alert", "propose renewal of alert", |alert, at| {
        let mut typed = alert.typed().clone();
        typed.set(Field::ValidUntil, until);
        alert.propose_change(&typed, &actor(who), at)
    })
    .await
}

pub async fn drop_change(app: &App, who: &Official, id: &str) -> Acted<()> {
    plain(app, who, id, "change-alert", "drop change of alert", |alert, at| {
        alert.drop_change(&actor(who), at)
    })
    .await
}

pub async fn withdraw(app: &App, who: &Official, id: &str, reason: &str) -> Acted<()> {
    signed(
        app,
        who,
        id,
        "approve-alert",
        "withdraw alert",
        Power::IssueAlert,
        |alert, mandate, _, message, at| alert.withdraw(mandate, reason, message, at),
    )
    .await
}

/// Our law is asked again about a neighbour's alert: an adviser confirmed, or the law changed.
pub async fn decide_again(app: &App, who: &Official, id: &str) -> Acted<()> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let (row, alert) = alert(app, &mut tx, who, id, "decide-alert").await?;
    let content = alert.content().cloned().ok_or(CannotStep::AlertNotInForce)?;
    let asked = ask::law(app, &content.act(), Side::Receiving, at).await?;
    let step = alert.decide_again(&asked.decision, &actor(who), at)?;
    let kept = Kept { decision: Some(("register", &asked.decision)), ..by(who, "decide on alert") };
    keep(app, tx, row, step, kept, at).await
}

/// An officer of the issuing body reads a hit that was reported.
pub async fn read_hit(app: &App, who: &Official, id: &str, hit: &str) -> Acted<()> {
    plain(app, who, id, "read-hit", "read hit", |alert, at| alert.read_hit(hit, &actor(who), at)).await
}

pub(crate) async fn alert(
    app: &App,
    tx: &mut Tx,
    who: &Official,
    id: &str,
    action: &'static str,
) -> Acted<(MatterRow, Alert)> {
    match to_act(app, tx, who, id, action).await? {
        (row, Case::Alert(alert)) => Ok((row, *alert)),
        _ => Err(CannotAct::NotFound),
    }
}

/// A step that tells the other side nothing.
pub(crate) async fn plain(
    app: &App,
    who: &Official,
    id: &str,
    action: &'static str,
    act: &str,
    step: impl FnOnce(Alert, Timestamp) -> Stepped<Alert>,
) -> Acted<()> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let (row, alert) = alert(app, &mut tx, who, id, action).await?;
    let step = step(alert, at)?;
    keep(app, tx, row, step, by(who, act), at).await
}

/// A step that sends a message: our law is asked again as the side we are on, and the message is signed under the mandate.
pub(crate) async fn signed(
    app: &App,
    who: &Official,
    id: &str,
    action: &'static str,
    act: &str,
    power: Power,
    step: impl FnOnce(Alert, &Mandate, &Decision, MessageId, Timestamp) -> Stepped<Alert>,
) -> Acted<()> {
    let at = app.clock.now();
    let signing = signing::with_power(app, who, power).await?;
    let mut tx = app.store.begin().await?;
    let (mut row, alert) = alert(app, &mut tx, who, id, action).await?;
    let content = alert.pending().map(|pending| &pending.content).or(alert.content());
    let content = content.cloned().ok_or(CannotStep::NotSubmitted)?;
    let ours = row.side == "alert-ours";
    let asked = ask::law(app, &content.act(), if ours { Side::Acting } else { Side::Receiving }, at).await?;
    let step: Step<Alert> = step(alert, &signing.mandate, &asked.decision, MessageId::new(new_id(app)), at)?;
    if ours {
        row.neighbour = app.links.serving(content.to.as_str()).map(|link| link.id.clone());
    }
    let kept = Kept {
        decision: Some((power.code(), &asked.decision)),
        sign: Some(Sign {
            signing: &signing,
            power,
            decision: &asked.decision,
            urgent: true,
            in_reply_to: None,
        }),
        ..by(who, act)
    };
    keep(app, tx, row, step, kept, at).await
}

fn by<'a>(who: &'a Official, act: &'a str) -> Kept<'a> {
    Kept { act, by: Some(&who.id), ..Kept::default() }
}

pub(crate) fn new_row(
    id: String,
    side: &str,
    body: String,
    author: Option<String>,
    at: Timestamp,
) -> MatterRow {
    MatterRow {
        thread: id.clone(),
        id,
        side: side.to_owned(),
        reference: None,
        peer_ref: None,
        neighbour: None,
        body,
        for_body: None,
        wanted_to: None,
        author,
        form: String::new(),
        title: String::new(),
        stage: String::new(),
        urgent: 0,
        doc: String::new(),
        due_ms: None,
        version: 0,
        opened_at_ms: at.as_millisecond(),
        changed_at_ms: at.as_millisecond(),
    }
}
