//! What happens when a neighbour posts: check, store, sign a receipt. Nothing else; the work comes later, in a job.
//!
//! Never: acknowledges before the transaction is durable; opens a payload; tells a stranger anything.

use axum::Extension;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{StatusCode, header::CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use marchland_wire::code::{Code, Refused};
use marchland_wire::envelope::LaneId;
use marchland_wire::mandate::check_chain;
use marchland_wire::sync::{Answer, LaneMark, MEDIA_TYPE, PATH, REQUEST, Request};

use super::link::Link;
use super::tls::PeerCertificate;
use super::{heads, intake, receipts};
use crate::acts::letter::lane as lane_name;
use crate::app::App;
use crate::store::{StoreError, Tx, inbox};

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
    let mut fates = Vec::with_capacity(request.envelopes.len());
    let mut lanes: Vec<LaneId> = Vec::new();
    for envelope in &request.envelopes {
        let (fate, lane) = intake::take(app, &mut tx, link, envelope, now_ms).await?;
        fates.push(fate);
        lanes.extend(lane.filter(|lane| !lanes.contains(lane)));
    }
    let replies = intake::replies(app, &mut tx, link, fates).await?;
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
    app.arrived.ring();
    let answer =
        Answer { v: 1, replies, receipts: about_ours, lanes: marks, heads, heads_refused, known_size };
    Ok(answer.to_bytes())
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
