//! Reading a case, on either side: the case, its decisions, its timeline, its evidence file.
//!
//! Never: shows anything of a case without `acts::open::read`, which asks for a reason and writes it down.

use std::collections::BTreeMap;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderName, header};
use axum::{Extension, Json};
use marchland_casework::{DraftFields, Incoming, Request, RequestStage, grounds};

use super::intake::Query;
use super::problem::Answered;
use super::types::{
    DecisionKept, Exporting, FactKept, MessageKept, OurCase, Reading, ReceiptKept, TheirCase, Timeline,
    moment,
};
use crate::access::Session;
use crate::acts::open::{Case, Opened, read};
use crate::acts::{CannotAct, evidence};
use crate::app::App;
use crate::store::StoreError;
use crate::store::matter::MatterRow;
use crate::store::people::Official;
use crate::store::receipt::ReceiptRow;

type File = ([(HeaderName, String); 2], Bytes);

/// Opens a request of ours
#[utoipa::path(get, path = "/api/requests/{number}", tag = "requests", params(Reading), responses((status = 200, body = OurCase, description = "The whole case")))]
pub async fn open_request(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Query(reading): Query<Reading>,
) -> Answered<Json<OurCase>> {
    let (row, request, reason) =
        opened_ours(&app, &session.official, &number, reading.reason.as_deref()).await?;
    let returned = match request.stage() {
        RequestStage::Draft { returned } => returned.clone(),
        _ => None,
    };
    Ok(Json(OurCase {
        case: row.into(),
        reason,
        returned,
        fields: texts(request.typed()),
        content: request.content().cloned(),
        correction: request.correction().cloned(),
        position: request.position().cloned(),
        clarifications: request.clarifications().to_vec(),
        answers: request.answers().to_vec(),
        evaluation: request.evaluation().cloned(),
        clocks: request.clocks().to_vec(),
    }))
}

/// Opens a request of a neighbour
///
/// By number or, before it has one, by id.
#[utoipa::path(get, path = "/api/incoming/{number}", tag = "incoming", params(Reading), responses((status = 200, body = TheirCase, description = "The whole case")))]
pub async fn open_incoming(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Query(reading): Query<Reading>,
) -> Answered<Json<TheirCase>> {
    let opened = read(&app, &session.official, &number, reading.reason.as_deref()).await?;
    let (row, incoming, reason) = theirs(opened)?;
    let decision = incoming.registration().map(|registration| &*registration.decision);
    let choices = decision.map(grounds::choices).unwrap_or_default();
    Ok(Json(TheirCase {
        case: row.into(),
        reason,
        grounds: choices.iter().map(ToString::to_string).collect(),
        versions: incoming.versions().to_vec(),
        registration: incoming.registration().cloned(),
        position: incoming.position().cloned(),
        clarifications: incoming.clarifications().to_vec(),
        work: incoming.work().to_vec(),
        fields: texts(incoming.typed()),
        answers: incoming.answers().to_vec(),
        clocks: incoming.clocks().to_vec(),
    }))
}

/// What the law said at each step
#[utoipa::path(get, path = "/api/requests/{number}/decisions", tag = "requests", params(Reading), responses((status = 200, body = Vec<DecisionKept>, description = "Newest first")))]
pub async fn request_decisions(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Query(reading): Query<Reading>,
) -> Answered<Json<Vec<DecisionKept>>> {
    let (row, ..) = opened_ours(&app, &session.official, &number, reading.reason.as_deref()).await?;
    decisions(&app, &row).await
}

/// What our law said at each step
#[utoipa::path(get, path = "/api/incoming/{number}/decisions", tag = "incoming", params(Reading), responses((status = 200, body = Vec<DecisionKept>, description = "Newest first")))]
pub async fn incoming_decisions(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Query(reading): Query<Reading>,
) -> Answered<Json<Vec<DecisionKept>>> {
    let (row, ..) = theirs(read(&app, &session.official, &number, reading.reason.as_deref()).await?)?;
    decisions(&app, &row).await
}

/// What happened, and the messages with their receipts
#[utoipa::path(get, path = "/api/requests/{number}/timeline", tag = "requests", params(Reading), responses((status = 200, body = Timeline, description = "In the order it happened")))]
pub async fn request_timeline(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Query(reading): Query<Reading>,
) -> Answered<Json<Timeline>> {
    let (row, ..) = opened_ours(&app, &session.official, &number, reading.reason.as_deref()).await?;
    timeline(&app, &row).await
}

/// What happened, and the messages with their receipts
#[utoipa::path(get, path = "/api/incoming/{number}/timeline", tag = "incoming", params(Reading), responses((status = 200, body = Timeline, description = "In the order it happened")))]
pub async fn incoming_timeline(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Query(reading): Query<Reading>,
) -> Answered<Json<Timeline>> {
    let (row, ..) = theirs(read(&app, &session.official, &number, reading.reason.as_deref()).await?)?;
    timeline(&app, &row).await
}

/// The evidence file, for `marchland-verify`
#[utoipa::path(get, path = "/api/requests/{number}/evidence", tag = "requests", params(Exporting), responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream", description = "A file named by the number")))]
pub async fn request_evidence(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Query(wanted): Query<Exporting>,
) -> Answered<File> {
    let opened = read(&app, &session.official, &number, wanted.reason.as_deref()).await?;
    if !matches!(opened.case, Case::Ours(_)) {
        return Err(CannotAct::NotFound.into());
    }
    file(&app, &session.official, &opened, wanted.content).await
}

/// The evidence file, for `marchland-verify`
#[utoipa::path(get, path = "/api/incoming/{number}/evidence", tag = "incoming", params(Exporting), responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream", description = "A file named by the number")))]
pub async fn incoming_evidence(
    State(app): State<App>,
    Extension(session): Extension<Session>,
    Path(number): Path<String>,
    Query(wanted): Query<Exporting>,
) -> Answered<File> {
    let opened = read(&app, &session.official, &number, wanted.reason.as_deref()).await?;
    if !matches!(opened.case, Case::Theirs(_)) {
        return Err(CannotAct::NotFound.into());
    }
    file(&app, &session.official, &opened, wanted.content).await
}

/// A case of our side, opened with its reason.
pub async fn opened_ours(
    app: &App,
    who: &Official,
    number: &str,
    reason: Option<&str>,
) -> Answered<(MatterRow, Request, String)> {
    let opened = read(app, who, number, reason).await?;
    match opened.case {
        Case::Ours(request) => Ok((opened.row, *request, opened.reason)),
        Case::Theirs(_) | Case::Alert(_) => Err(CannotAct::NotFound.into()),
    }
}

fn theirs(opened: Opened) -> Answered<(MatterRow, Incoming, String)> {
    match opened.case {
        Case::Theirs(incoming) => Ok((opened.row, *incoming, opened.reason)),
        Case::Ours(_) | Case::Alert(_) => Err(CannotAct::NotFound.into()),
    }
}

/// A draft as the API writes it.
pub fn texts(typed: &DraftFields) -> BTreeMap<String, String> {
    typed.iter().map(|(field, text)| (field.name().into_owned(), text.to_owned())).collect()
}

async fn decisions(app: &App, row: &MatterRow) -> Answered<Json<Vec<DecisionKept>>> {
    let mut kept = Vec::new();
    for decision in app.store.decisions_of(&row.id).await? {
        kept.push(DecisionKept {
            decision: serde_json::from_str(&decision.doc).map_err(StoreError::unreadable("decision"))?,
            id: decision.id,
            step: decision.step,
            at: moment(decision.at_ms),
            verdict: decision.verdict,
            framework: decision.framework,
        });
    }
    Ok(Json(kept))
}

pub(super) async fn timeline(app: &App, row: &MatterRow) -> Answered<Json<Timeline>> {
    let mut facts = Vec::new();
    for fact in app.store.facts_of(&row.id).await? {
        let what = serde_json::from_str(&fact.what).map_err(StoreError::unreadable("fact"))?;
        facts.push(FactKept { n: fact.n, at: moment(fact.at_ms), fact: what });
    }
    let mut messages = Vec::new();
    for sent in app.store.outbox_of(&row.id).await? {
        let at = moment(sent.created_at_ms);
        let first = ReceiptKept { kind: "sent".to_owned(), log: "ours".to_owned(), leaf: sent.sent_leaf, at };
        messages.push(MessageKept {
            receipts: receipts(app, first, &sent.msg_id).await?,
            msg_id: sent.msg_id,
            sent_by: "ours".to_owned(),
            lane: sent.lane,
            seq: sent.seq,
            at,
            settled: sent.settled_code,
        });
    }
    for received in app.store.inbox_of(&row.id).await? {
        let at = moment(received.received_at_ms);
        let first =
            ReceiptKept { kind: received.code.clone(), log: "ours".to_owned(), leaf: received.leaf, at };
        messages.push(MessageKept {
            receipts: receipts(app, first, &received.msg_id).await?,
            msg_id: received.msg_id,
            sent_by: "theirs".to_owned(),
            lane: received.lane,
            seq: received.seq,
            at,
            settled: Some(received.code),
        });
    }
    // Of the same moment, the asker's message comes first.
    messages.sort_by_key(|message| (message.at, message.sent_by != row.side));
    Ok(Json(Timeline { facts, messages }))
}

async fn receipts(app: &App, first: ReceiptKept, msg_id: &str) -> Answered<Vec<ReceiptKept>> {
    let rows = app.store.receipts_of(msg_id).await?;
    let kept = |row: ReceiptRow| ReceiptKept {
        kind: row.kind,
        log: row.direction,
        leaf: row.leaf,
        at: moment(row.at_ms),
    };
    Ok(std::iter::once(first).chain(rows.into_iter().map(kept)).collect())
}

async fn file(app: &App, who: &Official, opened: &Opened, with_content: bool) -> Answered<File> {
    let bytes = evidence::export(app, who, opened, with_content).await?;
    let name = opened.row.reference.as_deref().unwrap_or(&opened.row.id);
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.mrl-evidence\"")),
    ];
    Ok((headers, bytes.into()))
}
