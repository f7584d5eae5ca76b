//! Alerts: what officers and heads do with ours, and what is asked of our law about the neighbour's.
//!
//! Never: issues one without asking the law again; puts one on the list before its commit.

use jiff::Timestamp;
use marchland_casework::alert::Alert;
use marchland_casework::{
    AlertContent, CannotStep, CaseId, DraftFields, Field, FieldProblem, Mandate, MessageId, Power,
    ProblemCode, Reference, Step, Stepped,
};
use marchland_law::{Act, Decision, Side};
use marchland_wire::keys::{Hash, Salt};
use marchland_wire::leaf::Record;
use marchland_wire::receipt::Leaf;

use super::keep::{Kept, Sign, keep};
use super::letter::own_log;
use super::open::{Case, to_act};
use super::{Acted, CannotAct, actor, ask, new_id, ours, signing};
use crate::app::App;
use crate::peer::link::Link;
use crate::setup::rng;
use crate::store::commit::Statement;
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
    let content =
        step.next.content().cloned().ok_or_else(|| CannotAct::internal("submitted without content"))?;
    let decisions = towards_each(app, &content, at).await?;
    carried(&decisions)?;
    let kept = Kept { decisions: each("submit", &decisions), ..by(who, "submit alert") };
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
        |alert, mandate, decisions, message, at| {
            if alert.pending().is_some() {
                alert.approve_change(mandate, decisions, message, at)
            } else {
                alert.approve(mandate, decisions, message, at)
            }
        },
    )
    .await
}

pub async fn propose_change(app: &App, who: &Official, id: &str, typed: &DraftFields) -> Acted<()> {
    if let Ok(content) = AlertContent::read(typed) {
        carried(&towards_each(app, &content, app.clock.now()).await?)?;
    }
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
    let came = alert.versions().last().map(|version| version.message.clone());
    let step = alert.decide_again(&asked.decision, &actor(who), at)?;
    let statement = effect_of(app, &row, came.as_ref(), &step.next, at).await?;
    let kept = Kept {
        decisions: vec![("register", &asked.decision)],
        statements: statement.into_iter().collect(),
        ..by(who, "decide on alert")
    };
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
    step: impl FnOnce(Alert, &Mandate, &[Decision], MessageId, Timestamp) -> Stepped<Alert>,
) -> Acted<()> {
    let at = app.clock.now();
    let signing = signing::with_power(app, who, power).await?;
    let mut tx = app.store.begin().await?;
    let (mut row, alert) = alert(app, &mut tx, who, id, action).await?;
    let content = alert.pending().map(|pending| &pending.content).or(alert.content());
    let content = content.cloned().ok_or(CannotStep::NotSubmitted)?;
    let ours = row.side == "alert-ours";
    let decisions = if ours {
        towards_each(app, &content, at).await?
    } else {
        vec![ask::law(app, &content.act(), Side::Receiving, at).await?.decision]
    };
    let first = decisions.first().ok_or_else(|| CannotAct::internal("an alert to nobody"))?;
    let step: Step<Alert> = step(alert, &signing.mandate, &decisions, MessageId::new(new_id(app)), at)?;
    if ours {
        row.neighbour = app.links.serving(content.to.as_str()).map(|link| link.id.clone());
    }
    let kept = Kept {
        decisions: each(power.code(), &decisions),
        sign: Some(Sign {
            signing: &signing,
            power,
            decision: first,
            also: &decisions,
            urgent: true,
            in_reply_to: None,
        }),
        ..by(who, act)
    };
    keep(app, tx, row, step, kept, at).await
}

/// The law of today towards every addressee, the main one first.
pub async fn towards_each(app: &App, content: &AlertContent, at: Timestamp) -> Acted<Vec<Decision>> {
    let mut all = Vec::new();
    for to in content.addressees() {
        let act = Act { to: to.clone(), ..content.act() };
        all.push(ask::law(app, &act, Side::Acting, at).await?.decision);
    }
    Ok(all)
}

/// The main addressee may still wait for the adviser; another one is named only where the law carries the alert.
fn carried(decisions: &[Decision]) -> Acted<()> {
    let refused = decisions.iter().skip(1).filter(|decision| !decision.verdict.permits());
    let problem = |decision: &Decision| {
        FieldProblem::new(Field::AlsoTo, ProblemCode::NotCarried).with("found", &decision.act.to)
    };
    let problems: Vec<FieldProblem> = refused.map(problem).collect();
    if problems.is_empty() { Ok(()) } else { Err(CannotStep::Incomplete(problems).into()) }
}

fn each<'a>(step: &'a str, decisions: &'a [Decision]) -> Vec<(&'a str, &'a Decision)> {
    decisions.iter().map(|decision| (step, decision)).collect()
}

/// What our body states of a neighbour's alert: how it stands here because of a message.
pub(crate) fn effect<'a>(
    app: &'a App,
    link: &'a Link,
    msg_id: Hash,
    alert: &Alert,
    at: Timestamp,
) -> Acted<Option<Statement<'a>>> {
    let Some(body) = alert.content().map(|content| content.to.as_str()) else { return Ok(None) };
    let keys = app.keys.bodies.get(body).ok_or_else(|| CannotAct::NoBodyKey(body.to_owned()))?;
    let stands = alert.stage().code().to_owned();
    let record = Record::Effect { msg_id, body: body.to_owned(), stands, at_s: at.as_second() };
    let leaf = Leaf::signed(&record, Salt::random(&mut rng()), at.as_second(), &keys.sign)?;
    Ok(Some(Statement { log: own_log(app, link), leaf, kind: "effect", msg_id: msg_id.to_string() }))
}

/// The same about the message that brought the newest version, when people here changed how it stands.
async fn effect_of<'a>(
    app: &'a App,
    row: &MatterRow,
    came: Option<&MessageId>,
    alert: &Alert,
    at: Timestamp,
) -> Acted<Option<Statement<'a>>> {
    let received = app.store.inbox_of(&row.id).await?;
    let received = received.iter().find(|one| one.message.as_deref() == came.map(MessageId::as_str));
    let Some(received) = received else { return Ok(None) };
    let link = app.links.get(&received.neighbour).ok_or(CannotAct::NotFound)?;
    let msg_id = Hash::from_hex(&received.msg_id);
    let msg_id = msg_id.ok_or_else(|| CannotAct::internal("a stored message id is not a hash"))?;
    effect(app, link, msg_id, alert, at)
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
    MatterRow { body, author, ..MatterRow::opened(id, side, at.as_millisecond()) }
}
