//! Our half of an exchange: lease what is due, post it, store what comes back.
//!
//! Never: holds a transaction while it waits for the neighbour; gives a leased letter up because one attempt failed.

use std::collections::BTreeMap;

use marchland_wire::code::{Code, Refused};
use marchland_wire::envelope;
use marchland_wire::receipt::Receipt;
use marchland_wire::sync::{Answer, ENVELOPE_BYTES_MAX, MEDIA_TYPE, Outcome, PATH, Reply, Request, outcome};

use super::link::Link;
use super::{heads, receipts};
use crate::app::App;
use crate::store::outbox::{self, OutboxRow};
use crate::store::receipt as receipt_store;
use crate::store::{StoreError, Tx};

const BATCH_MAX: i64 = 64;
const RECEIPTS_MAX: i64 = 64;
const LEASE_MS: i64 = 60_000;

#[derive(Debug, thiserror::Error)]
pub enum Lost {
    #[error("the neighbour did not answer: {0}")]
    NoAnswer(String),
    #[error("the neighbour's answer cannot be used: {0}")]
    BadAnswer(#[from] Refused),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What one exchange did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub accepted: usize,
    pub rejected: usize,
    /// Not stored at the other side; they go again later.
    pub kept: usize,
    pub receipts: usize,
}

impl Done {
    pub fn moved_something(&self) -> bool {
        self.accepted + self.rejected + self.receipts > 0
    }
}

/// One exchange with a neighbour over any wire. `post` gets the request's bytes and returns the answer's.
pub async fn exchange(
    app: &App,
    link: &Link,
    post: impl AsyncFnOnce(Vec<u8>) -> Result<Vec<u8>, String>,
) -> Result<Done, Lost> {
    let now_ms = app.clock.now_ms();
    let mut letters = app.store.lease_outbox(&link.id, now_ms, now_ms + LEASE_MS, BATCH_MAX).await?;
    app.fuse.step("outbox: leased, not posted")?;
    fit(&mut letters);
    let shown = app.store.receipts_to_push(&link.id, RECEIPTS_MAX).await?;
    let mut tx = app.store.begin().await?;
    let heads = heads::ours(app, &mut tx, link).await?;
    let chains = chains(&mut tx, &letters, &shown).await?;
    tx.commit().await.map_err(StoreError::from)?;
    let request = Request {
        v: 1,
        from_node: app.config.node.clone(),
        to_node: link.id.clone(),
        envelopes: letters.iter().map(|letter| letter.envelope.clone().into()).collect(),
        chains: chains.into_iter().map(Into::into).collect(),
        receipts: shown.iter().map(|receipt| receipt.bytes.clone().into()).collect(),
        revocations: None,
        heads,
    };
    let answer = post(request.to_bytes()).await.map_err(Lost::NoAnswer)?;
    app.fuse.step("outbox: answered, not stored")?;
    let answer = Answer::read(&answer, &request)?;
    let done = absorb(app, link, &letters, &shown, &answer).await?;
    app.fuse.step("outbox: answer stored")?;
    Ok(done)
}

/// Posts over HTTPS with the pinned certificates.
pub async fn over_https(link: &Link, bytes: Vec<u8>) -> Result<Vec<u8>, String> {
    let url = format!("{}{PATH}", link.url.trim_end_matches('/'));
    let answer = link
        .client
        .post(url)
        .header(reqwest::header::CONTENT_TYPE, MEDIA_TYPE)
        .body(bytes)
        .send()
        .await
        .map_err(|error| plain(&error))?;
    let status = answer.status();
    if !status.is_success() {
        let said: String = answer.text().await.unwrap_or_default().chars().take(80).collect();
        return Err(format!("it answered {status} {said}"));
    }
    read_bounded(answer).await
}

/// The innermost cause says what happened; the outer ones repeat the address.
fn plain(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}

async fn read_bounded(mut answer: reqwest::Response) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(|error| plain(&error))? {
        if bytes.len() + chunk.len() > marchland_wire::sync::ANSWER.bytes {
            return Err("its answer is larger than agreed".to_owned());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// Stores the answer in one transaction: receipts, what the neighbour now holds, its heads.
async fn absorb(
    app: &App,
    link: &Link,
    letters: &[OutboxRow],
    shown: &[receipt_store::ReceiptRow],
    answer: &Answer,
) -> Result<Done, Lost> {
    let now_ms = app.clock.now_ms();
    let mut done = Done::default();
    let mut tx = app.store.begin().await?;
    for (letter, reply) in letters.iter().zip(&answer.replies) {
        let sent = envelope::parse(&letter.envelope)?;
        match (outcome(reply, &sent, &link.their_origin, &link.record.record.log_key)?, reply) {
            (Outcome::Accepted(receipt), Reply::Receipt(bytes)) => {
                receipts::keep(app, &mut tx, link, &receipt, letter, bytes, now_ms).await?;
                done.accepted += 1;
            }
            (Outcome::Rejected(code, receipt), Reply::Receipt(bytes)) => {
                tracing::warn!(neighbour = link.id, %code, "the neighbour rejected a message");
                receipts::keep(app, &mut tx, link, &receipt, letter, bytes, now_ms).await?;
                done.rejected += 1;
            }
            (Outcome::Refused(code), _) => {
                tracing::warn!(neighbour = link.id, %code, "the neighbour could not store a message yet");
                outbox::wait(&mut tx, &letter.msg_id, now_ms + backoff_ms(letter.attempt_count), code.name())
                    .await?;
                done.kept += 1;
            }
            (Outcome::Accepted(_) | Outcome::Rejected(..), Reply::Refused(_)) => {
                return Err(Refused::new(Code::ReceiptMismatch, "sync answer").into());
            }
        }
    }
    for (receipt, refused) in shown.iter().zip(&answer.receipts) {
        match refused {
            // An unknown message can become known; everything else stays refused, and is kept here all the same.
            Some(Code::MandateUnknown) => {}
            _ => {
                receipt_store::pushed(&mut tx, &link.id, receipt.leaf).await?;
                done.receipts += 1;
            }
        }
    }
    heads::take(app, &mut tx, link, &answer.heads, now_ms).await?;
    tx.commit().await.map_err(StoreError::from)?;
    Ok(done)
}

/// Doubling from a second to a quarter of an hour, with up to half of it taken off by chance so that two nodes that
/// failed together do not come back together.
pub fn backoff_ms(attempts: i64) -> i64 {
    let full = 1000_i64.saturating_mul(1 << attempts.clamp(0, 10)).min(900_000);
    let mut byte = [0_u8; 1];
    // Without randomness the full wait is right too.
    let share = getrandom::fill(&mut byte).map_or(0, |()| i64::from(byte[0]));
    full - full * share / 512
}

/// No more than one request may carry; the rest goes with the next.
fn fit(letters: &mut Vec<OutboxRow>) {
    let mut total = 0;
    letters.retain(|letter| {
        total += letter.envelope.len();
        total <= ENVELOPE_BYTES_MAX
    });
}

/// The mandate chains behind the signatures of this request, each once. They are small; the neighbour keeps the new ones.
async fn chains(
    tx: &mut Tx,
    letters: &[OutboxRow],
    shown: &[receipt_store::ReceiptRow],
) -> Result<Vec<Vec<u8>>, StoreError> {
    let mut wanted = BTreeMap::new();
    for letter in letters {
        if let Ok(envelope) = envelope::parse(&letter.envelope) {
            wanted.insert(envelope.header.signer.mandate.to_string(), ());
        }
    }
    for receipt in shown {
        let record = Receipt::read(&receipt.bytes).and_then(|receipt| receipt.record());
        if let Ok(
            marchland_wire::leaf::Record::Read { mandate, .. }
            | marchland_wire::leaf::Record::Acknowledged { mandate, .. },
        ) = record
        {
            wanted.insert(mandate.to_string(), ());
        }
    }
    let mut chains = Vec::with_capacity(wanted.len());
    for mandate in wanted.keys() {
        chains.extend(outbox::own_chain(tx, mandate).await?);
    }
    Ok(chains)
}
