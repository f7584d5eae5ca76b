//! What happens when a neighbour posts: check, store, sign a receipt. Nothing else; the work comes later, in a job.
//!
//! Never: acknowledges before the transaction is durable; opens a payload; tells a stranger anything.

use std::collections::HashMap;

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, header::CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use marchland_wire::code::{Code, Refused};
use marchland_wire::envelope::{self, Envelope, LaneId, bytes_digest};
use marchland_wire::inbox::{Inbox, Verdict, judge};
use marchland_wire::keys::{Hash, Salt};
use marchland_wire::lane::LaneView;
use marchland_wire::leaf::Record;
use marchland_wire::mandate::{Revoked, check_chain};
use marchland_wire::receipt::Leaf;
use marchland_wire::sync::{Answer, LaneMark, MEDIA_TYPE, PATH, REQUEST, Reply, Request};

use super::link::Link;
use super::tls::PeerCertificate;
use super::{heads, receipts};
use crate::acts::letter::{lane as lane_name, own_log};
use crate::app::App;
use crate::keyring::unhex;
use crate::setup::rng;
use crate::store::inbox::{self, InboxRow};
use crate::store::{StoreError, Tx, log};

/// Refusals of one neighbour that are kept within a day; a flood beyond it is answered and not stored.
const REFUSALS_KEPT_PER_DAY: i64 = 10_000;
const DAY_MS: i64 = 86_400_000;

pub fn router(app: App) -> axum::Router {
    axum::Router::new().route(PATH, post(sync)).layer(DefaultBodyLimit::max(REQUEST.bytes)).with_state(app)
}

async fn sync(State(app): State<App>, Extension(shown): Extension<PeerCertificate>, body: Bytes) -> Response {
    // The handshake already refused certificates that are not pinned; this says which neighbour it is.
    let Some(link) = app.links.with_certificate(&shown.0) else {
        return StatusCode::FORBIDDEN.into_response();
    };
    match receive(&app, link, &body).await {
        Ok(answer) => ([(CONTENT_TYPE, MEDIA_TYPE)], answer).into_response(),
        Err(Unanswered::Refused(why)) => {
            tracing::warn!(neighbour = link.id, code = %why.code, "an exchange was refused");
            (StatusCode::UNPROCESSABLE_ENTITY, why.code.name()).into_response()
        }
        Err(Unanswered::Store(error)) => {
            tracing::error!(neighbour = link.id, %error, "an exchange could not be stored");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum Unanswered {
    /// The request as a whole is not one; nothing of it was stored.
    #[error(transparent)]
    Refused(#[from] Refused),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// One exchange from a neighbour: bytes in, bytes out, one transaction in between.
pub async fn receive(app: &App, link: &Link, bytes: &[u8]) -> Result<Vec<u8>, Unanswered> {
    let request = Request::read(bytes)?;
    if request.from_node != link.id || request.to_node != app.config.node {
        return Err(Refused::new(Code::WrongNode, "sync request").into());
    }
    let now_ms = app.clock.now_ms();
    let mut tx = app.store.begin().await?;
    keep_chains(app, &mut tx, link, &request).await?;
    let (heads_refused, known_size) = heads::take(app, &mut tx, link, &request.heads, now_ms).await?;
    let mut about_ours = Vec::with_capacity(request.receipts.len());
    for receipt in &request.receipts {
        about_ours.push(receipts::take(app, &mut tx, link, receipt, now_ms).await?);
    }
    let mut replies = Vec::with_capacity(request.envelopes.len());
    let mut lanes: Vec<LaneId> = Vec::new();
    for envelope in &request.envelopes {
        let (reply, lane) = take(app, &mut tx, link, envelope, now_ms).await?;
        replies.push(reply);
        lanes.extend(lane.filter(|lane| !lanes.contains(lane)));
    }
    let mut marks = Vec::with_capacity(lanes.len());
    for lane in lanes {
        let next =
            inbox::lane(&mut tx, &link.id, &lane_name(&lane.from_body, &lane.to_body)).await?.last_seq + 1;
        marks.push(LaneMark { from_body: lane.from_body, to_body: lane.to_body, next: next.unsigned_abs() });
    }
    let heads = heads::ours(app, &mut tx, link).await?;
    app.fuse.step("inbox: before commit")?;
    tx.commit().await.map_err(StoreError::from)?;
    app.fuse.step("inbox: after commit, before the answer")?;
    app.arrived.notify_one();
    let answer =
        Answer { v: 1, replies, receipts: about_ours, lanes: marks, heads, heads_refused, known_size };
    Ok(answer.to_bytes())
}

/// Judges one envelope and stores the verdict with its leaf.
async fn take(
    app: &App,
    tx: &mut Tx,
    link: &Link,
    bytes: &[u8],
    now_ms: i64,
) -> Result<(Reply, Option<LaneId>), StoreError> {
    let digest = bytes_digest(bytes);
    let known = Known::look_up(tx, link, bytes, &digest).await?;
    let serves = |body: &str| app.serves(body);
    let revoked = Revoked::default();
    let judged = judge(
        bytes,
        &Inbox {
            our_node: &app.config.node,
            our_state: &app.config.state,
            serves: &serves,
            peer: &link.record,
            roots: &app.links.roots,
            revoked: &revoked,
            at_s: now_ms.div_euclid(1000),
            seen: &|asked| known.seen && *asked == digest,
            chain: &|mandate| known.chains.get(mandate).cloned(),
            lane: &|_, _| known.lane,
        },
    );
    match judged {
        Verdict::Repeat { msg_id, .. } => {
            let stored = match inbox::by_digest(tx, &digest.to_string()).await? {
                Some(row) => Some(row),
                None => match msg_id {
                    Some(id) => inbox::by_message(tx, &id.to_string()).await?,
                    None => None,
                },
            };
            let receipt = stored
                .map(|row| row.receipt)
                .ok_or_else(|| StoreError::Refused("a stored receipt is missing".into()))?;
            Ok((Reply::Receipt(receipt.into()), None))
        }
        Verdict::Later { why } => Ok((Reply::Refused(why.code), None)),
        Verdict::Accept { envelope, held, .. } => {
            let record = Record::Accepted { msg_id: envelope.msg_id(), seq: envelope.header.seq };
            if held {
                tracing::info!(
                    neighbour = link.id,
                    seq = envelope.header.seq,
                    "a message arrived early and is held"
                );
            }
            let lane = envelope.header.lane();
            let stored = Stored {
                about: envelope.msg_id(),
                envelope: Some(&envelope),
                code: "accepted",
                takes_number: true,
            };
            let reply = store(app, tx, link, bytes, stored, &record, now_ms).await?;
            inbox::advance(tx, &link.id, &lane_name(&lane.from_body, &lane.to_body)).await?;
            Ok((reply, Some(lane)))
        }
        Verdict::Reject { about, why, signed } => {
            if inbox::refused_since(tx, &link.id, now_ms - DAY_MS).await? >= REFUSALS_KEPT_PER_DAY {
                return Ok((Reply::Refused(why.code), None));
            }
            tracing::warn!(neighbour = link.id, code = %why.code, at = why.at, "an envelope was rejected");
            let record = Record::Rejected { msg_id: about, code: why.code };
            let lane = signed.as_ref().map(|envelope| envelope.header.lane());
            let stored = Stored {
                about,
                envelope: signed.as_deref(),
                code: why.code.name(),
                takes_number: signed.is_some(),
            };
            let reply = store(app, tx, link, bytes, stored, &record, now_ms).await?;
            if let Some(lane) = &lane {
                inbox::advance(tx, &link.id, &lane_name(&lane.from_body, &lane.to_body)).await?;
            }
            Ok((reply, lane))
        }
        Verdict::Equivocation { envelope } => {
            let lane = envelope.header.lane();
            tracing::error!(neighbour = link.id, "two signed messages claim one number; the lane is frozen");
            inbox::freeze(tx, &link.id, &lane_name(&lane.from_body, &lane.to_body), now_ms).await?;
            let record = Record::Rejected { msg_id: envelope.msg_id(), code: Code::Equivocation };
            let stored = Stored {
                about: envelope.msg_id(),
                envelope: Some(&envelope),
                code: Code::Equivocation.name(),
                takes_number: false,
            };
            Ok((store(app, tx, link, bytes, stored, &record, now_ms).await?, Some(lane)))
        }
    }
}

/// What the store knows about one envelope, fetched before it is judged.
struct Known {
    seen: bool,
    chains: HashMap<Hash, Vec<u8>>,
    lane: LaneView,
}

impl Known {
    async fn look_up(tx: &mut Tx, link: &Link, bytes: &[u8], digest: &Hash) -> Result<Self, StoreError> {
        let seen = inbox::by_digest(tx, &digest.to_string()).await?.is_some();
        let mut known = Self { seen, chains: HashMap::new(), lane: LaneView::default() };
        let Ok(envelope) = envelope::parse(bytes) else { return Ok(known) };
        let header = &envelope.header;
        for signer in std::iter::once(&header.signer).chain(&header.second) {
            if let Some(chain) = inbox::chain(tx, &signer.mandate.to_string()).await? {
                known.chains.insert(signer.mandate, chain);
            }
        }
        let lane = header.lane();
        let name = lane_name(&lane.from_body, &lane.to_body);
        let row = inbox::lane(tx, &link.id, &name).await?;
        let seq = i64::try_from(header.seq).unwrap_or(i64::MAX);
        let at_number = inbox::at_seq(tx, &link.id, &name, seq).await?;
        known.lane = LaneView {
            next: (row.last_seq + 1).unsigned_abs(),
            at_number: at_number.and_then(|id| unhex(&id)).and_then(|id| Hash::from_slice(&id)),
            frozen: row.frozen_at_ms.is_some(),
        };
        Ok(known)
    }
}

struct Stored<'a> {
    about: Hash,
    envelope: Option<&'a Envelope>,
    code: &'a str,
    takes_number: bool,
}

/// Leaf, checkpoint, receipt, row: the receipt given now is the one given for ever.
async fn store(
    app: &App,
    tx: &mut Tx,
    link: &Link,
    bytes: &[u8],
    stored: Stored<'_>,
    record: &Record,
    now_ms: i64,
) -> Result<Reply, StoreError> {
    let own = own_log(app, link);
    let leaf = Leaf::new(record, Salt::random(&mut rng()), now_ms.div_euclid(1000));
    let index = log::append(tx, own, &leaf).await?;
    let note = log::sign_checkpoint(tx, own).await?;
    let proof = log::inclusion(tx, &link.id, index, note.checkpoint.size).await?;
    let receipt = leaf.receipt(index, proof, &note).to_bytes();
    let lane = stored.envelope.map(|envelope| envelope.header.lane());
    let kept = stored.code == "accepted" || stored.code == Code::Equivocation.name();
    let row = InboxRow {
        digest: bytes_digest(bytes).to_string(),
        msg_id: stored.about.to_string(),
        neighbour: link.id.clone(),
        lane: lane.map_or_else(String::new, |lane| lane_name(&lane.from_body, &lane.to_body)),
        seq: stored.envelope.map_or(0, |envelope| i64::try_from(envelope.header.seq).unwrap_or(i64::MAX)),
        takes_number: i64::from(stored.takes_number),
        envelope: kept.then(|| bytes.to_vec()),
        leaf: index.cast_signed(),
        receipt: receipt.clone(),
        code: stored.code.to_owned(),
        received_at_ms: now_ms,
        taken_at_ms: None,
        matter: None,
        message: None,
    };
    inbox::put(tx, &row).await?;
    Ok(Reply::Receipt(receipt.into()))
}

/// Chains are kept when they check out and belong to the neighbour's state; what is refused here is refused again with
/// the message that names it.
async fn keep_chains(app: &App, tx: &mut Tx, link: &Link, request: &Request) -> Result<(), StoreError> {
    for chain in &request.chains {
        match check_chain(chain, &app.links.roots) {
            Ok(mandate) if mandate.state() == link.state => {
                inbox::keep_chain(tx, &mandate.hash().to_string(), &link.id, chain).await?;
            }
            Ok(_) => tracing::warn!(neighbour = link.id, "a mandate chain of another state was shown"),
            Err(why) => {
                tracing::warn!(neighbour = link.id, code = %why.code, "a mandate chain does not check out")
            }
        }
    }
    Ok(())
}
