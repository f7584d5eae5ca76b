//! Our side of a case: what officers and heads do with a request of ours.
//!
//! Never: signs without asking the law again; changes a draft somebody else wrote.

use jiff::Timestamp;
use marchland_casework::{
    CaseId, Content, DraftFields, Field, MessageId, Power, Reference, Request, Step, Useful,
};
use marchland_law::{Act, Decision, Side};
use marchland_wire::keys::{Hash, Salt};
use marchland_wire::leaf::Record;
use marchland_wire::receipt::Leaf;

use super::keep::{Kept, Sign, keep, then};
use super::letter::own_log;
use super::open::{Case, to_act};
use super::{Acted, CannotAct, actor, ask, clocks, new_id, signing};
use crate::app::App;
use crate::setup::rng;
use crate::store::commit::Statement;
use crate::store::matter::{MatterRow, next_number};
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
    save_rerouted(app, who, draft, typed, version, None).await
}

/// The same for a draft just switched to a lawful route: `wanted_to` is the addressee it had before. It stays with the case
/// until somebody types another addressee.
pub async fn save_rerouted(
    app: &App,
    who: &Official,
    draft: Option<&str>,
    typed: DraftFields,
    version: Option<i64>,
    wanted_to: Option<String>,
) -> Acted<MatterRow> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let me = actor(who);
    let (mut row, step) = match draft {
        None => {
            let reference = next_reference(app, &mut tx, at).await?;
            let id = new_id(app);
            let step = Request::draft(CaseId::new(id.as_str()), reference, me, typed, at);
            (new_row(id, who, at), step)
        }
        Some(id) => {
            let (mut row, request) = ours(app, &mut tx, who, id, "edit-matter").await?;
            if version.is_some_and(|seen| seen != row.version) {
                return Err(StoreError::ChangedMeanwhile.into());
            }
            if wanted_to.is_none() && typed.get(Field::To).trim() != request.typed().get(Field::To).trim() {
                row.wanted_to = None;
            }
            (row, request.save(typed, &me)?)
        }
    };
    // Of several ways taken one after the other, the act was first wanted as it stood before the first of them.
    row.wanted_to = row.wanted_to.or(wanted_to);
    let step = note_oral(app, step, at).await?;
    let id = row.id.clone();
    keep(app, tx, row, step, Kept { act: "save draft", by: Some(&who.id), ..Kept::default() }, at).await?;
    app.store.matter(&id).await?.ok_or(CannotAct::NotFound)
}

/// Switches a draft to a lawful route: the body that may sign asks in the name of the one that may not. Gives the addressee
/// the draft had; `None` when there is no route and nothing was changed.
pub fn use_route(app: &App, typed: &mut DraftFields, decision: &Decision) -> Option<String> {
    let route = decision.routes.first()?;
    let crossing =
        route.hops.iter().find(|hop| app.serves(hop.from.as_str()) && !app.serves(hop.to.as_str()))?;
    let Act { from, to, .. } = &decision.act;
    typed.use_route(from, &crossing.from, &crossing.to);
    Some(to.to_string())
}

pub async fn submit(app: &App, who: &Official, id: &str) -> Acted<()> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let (row, request) = ours(app, &mut tx, who, id, "submit").await?;
    let step = request.submit(&actor(who), at)?;
    let content =
        step.next.content().cloned().ok_or_else(|| CannotAct::internal("submitted without content"))?;
    let asked = ask::law(app, &content.act(), Side::Acting, at).await?;
    let kept = Kept {
        act: "submit request",
        by: Some(&who.id),
        decisions: vec![("submit", &asked.decision)],
        ..Kept::default()
    };
    keep(app, tx, routed(app, row, &content), step, kept, at).await
}

/// A head signs: the law is asked again, the letter is sealed, everything happens in one transaction.
pub async fn approve(app: &App, who: &Official, id: &str) -> Acted<()> {
    let at = app.clock.now();
    let signing = signing::with_power(app, who, Power::ApproveRequest).await?;
    let mut tx = app.store.begin().await?;
    let (row, request) = ours(app, &mut tx, who, id, "approve").await?;
    let correction = request.correction().map(|correction| correction.content.as_ref().clone());
    let corrects = correction.is_some();
    let content = correction
        .or_else(|| request.content().cloned())
        .ok_or(CannotAct::Step(marchland_casework::CannotStep::NotSubmitted))?;
    let asked = ask::law(app, &content.act(), Side::Acting, at).await?;
    let message = MessageId::new(new_id(app));
    let step = if corrects {
        request.approve_correction(&signing.mandate, &asked.decision, message, at)?
    } else {
        let step = request.approve(&signing.mandate, &asked.decision, message, at)?;
        clocks::when_sent(app, &content, &asked.decision, at)
            .into_iter()
            .try_fold(step, |step, clock| then(step, |next| next.start_clock(clock, at)))?
    };
    let kept = Kept {
        act: if corrects { "approve correction" } else { "approve request" },
        by: Some(&who.id),
        decisions: vec![("approve", &asked.decision)],
        sign: Some(sign(&signing, Power::ApproveRequest, &asked.decision, &content)),
        ..Kept::default()
    };
    keep(app, tx, routed(app, row, &content), step, kept, at).await
}

pub async fn give_back(app: &App, who: &Official, id: &str, reason: &str) -> Acted<()> {
    let at = app.clock.now();
    let signing = signing::with_power(app, who, Power::ApproveRequest).await?;
    let mut tx = app.store.begin().await?;
    let (row, request) = ours(app, &mut tx, who, id, "return").await?;
    let step = request.return_to_author(&signing.mandate, reason, at)?;
    keep(app, tx, row, step, by(who, "return request to its author", reason), at).await
}

pub async fn withdraw(app: &App, who: &Official, id: &str, reason: &str) -> Acted<()> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let (row, request) = ours(app, &mut tx, who, id, "withdraw").await?;
    let step = request.withdraw(&actor(who), reason, at)?;
    keep(app, tx, row, step, by(who, "withdraw request", reason), at).await
}

/// The author proposes a new version of a sent request; a head signs it like the first.
pub async fn propose_correction(app: &App, who: &Official, id: &str, typed: DraftFields) -> Acted<()> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let (row, request) = ours(app, &mut tx, who, id, "correct").await?;
    let step = request.propose_correction(typed, &actor(who), at)?;
    keep(app, tx, row, step, Kept { act: "propose correction", by: Some(&who.id), ..Kept::default() }, at)
        .await
}

pub async fn drop_correction(app: &App, who: &Official, id: &str) -> Acted<()> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let (row, request) = ours(app, &mut tx, who, id, "correct").await?;
    let step = request.drop_correction(&actor(who), at)?;
    keep(app, tx, row, step, Kept { act: "drop correction", by: Some(&who.id), ..Kept::default() }, at).await
}

pub async fn recall(app: &App, who: &Official, id: &str, reason: &str) -> Acted<()> {
    correspond(app, who, id, "recall", "recall request", reason, |request, mandate, message, at| {
        request.recall(mandate, reason, message, at)
    })
    .await
}

pub async fn clarify(app: &App, who: &Official, id: &str, text: &str) -> Acted<()> {
    correspond(app, who, id, "clarify", "give clarification", "", |request, mandate, message, at| {
        request.clarify(mandate, text, message, at)
    })
    .await
}

pub async fn remind(app: &App, who: &Official, id: &str, text: &str) -> Acted<()> {
    correspond(app, who, id, "clarify", "remind", "", |request, mandate, message, at| {
        request.remind(mandate, text, message, at)
    })
    .await
}

/// Opens an answer. The first reading is stated under the reader's mandate and goes back as a receipt.
pub async fn read_answer(app: &App, who: &Official, id: &str, answer: &str) -> Acted<()> {
    let at = app.clock.now();
    let signing = signing::any(app, who).await?;
    let mut tx = app.store.begin().await?;
    let (row, request) = ours(app, &mut tx, who, id, "read-matter").await?;
    let step = request.read_answer(&MessageId::new(answer), &actor(who), at)?;
    if step.changes_nothing() {
        return Ok(());
    }
    let received =
        app.store.inbox_of(&row.id).await?.into_iter().find(|r| r.message.as_deref() == Some(answer));
    let statements = match (received, &signing) {
        (Some(received), Some(signing)) => vec![read_statement(app, &received, signing, at)?],
        _ => Vec::new(), // without a mandate the reading is in the audit alone
    };
    let kept = Kept { act: "read answer", by: Some(&who.id), statements, ..Kept::default() };
    keep(app, tx, row, step, kept, at).await
}

pub async fn read_refusal(app: &App, who: &Official, id: &str) -> Acted<()> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let (row, request) = ours(app, &mut tx, who, id, "read-matter").await?;
    let step = request.read_refusal(&actor(who), at)?;
    keep(app, tx, row, step, Kept { act: "read refusal", by: Some(&who.id), ..Kept::default() }, at).await
}

pub async fn evaluate(
    app: &App,
    who: &Official,
    id: &str,
    useful: Useful,
    in_time: bool,
    score: u8,
    comment: &str,
) -> Acted<()> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let (row, request) = ours(app, &mut tx, who, id, "evaluate").await?;
    let step = request.evaluate(&actor(who), useful, in_time, score, comment, at)?;
    keep(app, tx, row, step, Kept { act: "evaluate cooperation", by: Some(&who.id), ..Kept::default() }, at)
        .await
}

pub async fn close(app: &App, who: &Official, id: &str) -> Acted<()> {
    let at = app.clock.now();
    let mut tx = app.store.begin().await?;
    let (row, request) = ours(app, &mut tx, who, id, "close").await?;
    let step = request.close(&actor(who), at)?;
    keep(app, tx, row, step, Kept { act: "close case", by: Some(&who.id), ..Kept::default() }, at).await
}

/// Columns of a draft, from whatever was typed so far.
pub fn draft_columns(request: &Request, row: &mut MatterRow) {
    let typed = request.typed();
    row.form = typed.get(Field::Form).trim().to_owned();
    let about = [
        Field::Plate,
        Field::Vin,
        Field::Surname,
        Field::Phone,
        Field::DocumentNumber,
        Field::Address,
        Field::Description,
    ];
    row.title = about
        .into_iter()
        .map(|field| typed.get(field).trim())
        .find(|text| !text.is_empty())
        .unwrap_or_default()
        .chars()
        .take(120)
        .collect();
    let on_behalf = typed.get(Field::OnBehalfOf).trim();
    row.for_body = (!on_behalf.is_empty()).then(|| on_behalf.to_owned());
}

async fn ours(
    app: &App,
    tx: &mut Tx,
    who: &Official,
    id: &str,
    action: &'static str,
) -> Acted<(MatterRow, Request)> {
    match to_act(app, tx, who, id, action).await? {
        (row, Case::Ours(request)) => Ok((row, *request)),
        _ => Err(CannotAct::NotFound),
    }
}

/// Messages an officer signs alone, under a mandate for correspondence.
async fn correspond(
    app: &App,
    who: &Official,
    id: &str,
    action: &'static str,
    act: &str,
    reason: &str,
    step: impl FnOnce(
        Request,
        &marchland_casework::Mandate,
        MessageId,
        Timestamp,
    ) -> marchland_casework::Stepped<Request>,
) -> Acted<()> {
    let at = app.clock.now();
    let signing = signing::with_power(app, who, Power::Correspond).await?;
    let mut tx = app.store.begin().await?;
    let (row, request) = ours(app, &mut tx, who, id, action).await?;
    let signed = request.signed().cloned().ok_or(marchland_casework::CannotStep::NotApproved)?;
    let mut step = step(request, &signing.mandate, MessageId::new(new_id(app)), at)?;
    step.next = recounted(app, step.next, &signed.content);
    let mut kept = by(who, act, reason);
    kept.sign = Some(sign(&signing, Power::Correspond, &signed.approval.decision, &signed.content));
    keep(app, tx, row, step, kept, at).await
}

pub(crate) fn recounted(app: &App, request: Request, content: &Content) -> Request {
    request.recount(|clock| clocks::recount(app, content, clock))
}

fn sign<'a>(
    signing: &'a signing::Signing<'a>,
    power: Power,
    decision: &'a Decision,
    content: &Content,
) -> Sign<'a> {
    let urgent = matches!(content.urgency, marchland_casework::Urgency::Urgent { .. });
    Sign { signing, power, decision, also: &[], urgent, in_reply_to: None }
}

fn by<'a>(who: &'a Official, act: &'a str, reason: &'a str) -> Kept<'a> {
    Kept { act, by: Some(&who.id), reason: (!reason.trim().is_empty()).then_some(reason), ..Kept::default() }
}

/// A call was made before anything was written: its clock starts with the call, already while it is a draft.
async fn note_oral(app: &App, step: Step<Request>, at: Timestamp) -> Acted<Step<Request>> {
    if step.next.typed().get(Field::OralAt).trim().is_empty() {
        return Ok(step);
    }
    let (Ok(content), Ok(called)) =
        (step.next.typed().check(), step.next.typed().get(Field::OralAt).trim().parse())
    else {
        return Ok(step); // the clock starts as soon as the draft says whom was called and when
    };
    let asked = ask::law(app, &content.act(), Side::Acting, at).await?;
    let (source, due) = clocks::oral(app, &content, &asked.decision, called);
    Ok(then(step, |next| next.note_oral(source, due, at))?)
}

/// The body that answers for the case, and the neighbour it goes to.
fn routed(app: &App, mut row: MatterRow, content: &Content) -> MatterRow {
    row.neighbour = app.links.serving(content.to.as_str()).map(|link| link.id.clone());
    row
}

async fn next_reference(app: &App, tx: &mut Tx, at: Timestamp) -> Acted<Reference> {
    Ok(Reference::new(next_register_number(app, tx, at).await?))
}

/// The next number of this year's register, e.g. OMS-2026-00012.
pub async fn next_register_number(app: &App, tx: &mut Tx, at: Timestamp) -> Acted<String> {
    let year = at.to_zoned(jiff::tz::TimeZone::UTC).year();
    let register = format!("{}-{year}", app.config.register);
    let n = next_number(tx, &register).await?;
    Ok(format!("{register}-{n:05}"))
}

fn new_row(id: String, who: &Official, at: Timestamp) -> MatterRow {
    MatterRow {
        body: who.body.clone(),
        author: Some(who.id.clone()),
        ..MatterRow::opened(id, "ours", at.as_millisecond())
    }
}

fn read_statement<'a>(
    app: &'a App,
    received: &crate::store::inbox::InboxRow,
    signing: &signing::Signing<'_>,
    at: Timestamp,
) -> Acted<Statement<'a>> {
    let link = app.links.get(&received.neighbour).ok_or(CannotAct::NotFound)?;
    let msg_id = Hash::from_hex(&received.msg_id);
    let msg_id = msg_id.ok_or_else(|| CannotAct::internal("a stored message id is not a hash"))?;
    let record = Record::Read { msg_id, mandate: signing.hash(), at_s: at.as_second() };
    let leaf = Leaf::signed(&record, Salt::random(&mut rng()), at.as_second(), signing.key)?;
    Ok(Statement { log: own_log(app, link), leaf, kind: "read", msg_id: received.msg_id.clone() })
}
