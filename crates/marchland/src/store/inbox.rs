//! What arrived, as it arrived, with the receipt we gave for it.
//!
//! Never: forgets a message because of time; the receipt of a message is the same for ever.

use super::{Store, StoreError, Tx};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct InboxRow {
    pub digest: String,
    pub msg_id: String,
    pub neighbour: String,
    pub lane: String,
    pub seq: i64,
    pub takes_number: i64,
    pub envelope: Option<Vec<u8>>,
    pub leaf: i64,
    pub receipt: Vec<u8>,
    pub code: String,
    pub received_at_ms: i64,
    pub taken_at_ms: Option<i64>,
    pub matter: Option<String>,
    /// Id of the message inside, as casework knows it.
    pub message: Option<String>,
    /// Hash of the signer's mandate, for counting its quota.
    pub mandate: Option<String>,
}

#[derive(Clone, Debug, Default, sqlx::FromRow)]
pub struct LaneRow {
    /// The last number with no gap before it.
    pub last_seq: i64,
    pub frozen_at_ms: Option<i64>,
}

const BY_DIGEST: &str = "SELECT digest, msg_id, neighbour, lane, seq, takes_number, envelope, leaf, receipt, code, \
     received_at_ms, taken_at_ms, matter, message, mandate FROM inbox WHERE digest = $1";
const BY_MESSAGE: &str = "SELECT digest, msg_id, neighbour, lane, seq, takes_number, envelope, leaf, receipt, code, \
     received_at_ms, taken_at_ms, matter, message, mandate FROM inbox WHERE msg_id = $1 ORDER BY received_at_ms LIMIT 1";
const AT_SEQ: &str =
    "SELECT msg_id FROM inbox WHERE neighbour = $1 AND lane = $2 AND seq = $3 AND takes_number = 1 LIMIT 1";
const OF: &str = "SELECT digest, msg_id, neighbour, lane, seq, takes_number, envelope, leaf, receipt, code, \
     received_at_ms, taken_at_ms, matter, message, mandate FROM inbox WHERE matter = $1 ORDER BY received_at_ms, lane, seq";
/// Only what has no gap before it in its lane: a message waits for the ones sent before it.
const WAITING: &str = "SELECT i.digest, i.msg_id, i.neighbour, i.lane, i.seq, i.takes_number, i.envelope, i.leaf, i.receipt, \
     i.code, i.received_at_ms, i.taken_at_ms, i.matter, i.message, i.mandate FROM inbox i \
     JOIN lane l ON l.neighbour = i.neighbour AND l.direction = 'in' AND l.lane = i.lane \
     WHERE i.taken_at_ms IS NULL AND i.code = 'accepted' AND i.seq <= l.last_seq ORDER BY i.neighbour, i.lane, i.seq LIMIT $1";
const INSERT: &str = "INSERT INTO inbox (digest, msg_id, neighbour, lane, seq, takes_number, envelope, leaf, receipt, code, \
     received_at_ms, taken_at_ms, mandate) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
/// Refusals of one neighbour since a moment: a flood of them is not stored.
const REFUSED_SINCE: &str =
    "SELECT COUNT(*) FROM inbox WHERE neighbour = $1 AND code <> 'accepted' AND received_at_ms >= $2";

impl Store {
    pub async fn inbox_waiting(&self, max: i64) -> Result<Vec<InboxRow>, StoreError> {
        Ok(sqlx::query_as(WAITING).bind(max).fetch_all(&self.read).await?)
    }

    pub async fn inbox_of(&self, matter: &str) -> Result<Vec<InboxRow>, StoreError> {
        Ok(sqlx::query_as(OF).bind(matter).fetch_all(&self.read).await?)
    }

    pub async fn received(&self, msg_id: &str) -> Result<Option<InboxRow>, StoreError> {
        Ok(sqlx::query_as(BY_MESSAGE).bind(msg_id).fetch_optional(&self.read).await?)
    }
}

pub(crate) async fn by_digest(tx: &mut Tx, digest: &str) -> Result<Option<InboxRow>, StoreError> {
    Ok(sqlx::query_as(BY_DIGEST).bind(digest).fetch_optional(&mut **tx).await?)
}

pub(crate) async fn by_message(tx: &mut Tx, msg_id: &str) -> Result<Option<InboxRow>, StoreError> {
    Ok(sqlx::query_as(BY_MESSAGE).bind(msg_id).fetch_optional(&mut **tx).await?)
}

/// The message that already took a number of a lane.
pub(crate) async fn at_seq(
    tx: &mut Tx,
    neighbour: &str,
    lane: &str,
    seq: i64,
) -> Result<Option<String>, StoreError> {
    Ok(sqlx::query_scalar(AT_SEQ).bind(neighbour).bind(lane).bind(seq).fetch_optional(&mut **tx).await?)
}

pub(crate) async fn refused_since(tx: &mut Tx, neighbour: &str, since_ms: i64) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar(REFUSED_SINCE).bind(neighbour).bind(since_ms).fetch_one(&mut **tx).await?)
}

pub(crate) async fn lane(tx: &mut Tx, neighbour: &str, lane: &str) -> Result<LaneRow, StoreError> {
    let one =
        "SELECT last_seq, frozen_at_ms FROM lane WHERE neighbour = $1 AND direction = 'in' AND lane = $2";
    let row: Option<LaneRow> =
        sqlx::query_as(one).bind(neighbour).bind(lane).fetch_optional(&mut **tx).await?;
    Ok(row.unwrap_or_default())
}

pub(crate) async fn freeze(tx: &mut Tx, neighbour: &str, lane: &str, now_ms: i64) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO lane (neighbour, direction, lane, last_seq, frozen_at_ms) VALUES ($1, 'in', $2, 0, $3) \
         ON CONFLICT (neighbour, direction, lane) DO UPDATE SET frozen_at_ms = COALESCE(lane.frozen_at_ms, $3)",
    )
    .bind(neighbour)
    .bind(lane)
    .bind(now_ms)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Moves the mark over every number that has now arrived. Returns where it stands.
pub(crate) async fn advance(tx: &mut Tx, neighbour: &str, lane_id: &str) -> Result<i64, StoreError> {
    let mut last = lane(tx, neighbour, lane_id).await?.last_seq;
    while at_seq(tx, neighbour, lane_id, last + 1).await?.is_some() {
        last += 1;
    }
    sqlx::query(
        "INSERT INTO lane (neighbour, direction, lane, last_seq) VALUES ($1, 'in', $2, $3) \
         ON CONFLICT (neighbour, direction, lane) DO UPDATE SET last_seq = $3",
    )
    .bind(neighbour)
    .bind(lane_id)
    .bind(last)
    .execute(&mut **tx)
    .await?;
    Ok(last)
}

pub(crate) async fn put(tx: &mut Tx, row: &InboxRow) -> Result<(), StoreError> {
    sqlx::query(INSERT)
        .bind(&row.digest)
        .bind(&row.msg_id)
        .bind(&row.neighbour)
        .bind(&row.lane)
        .bind(row.seq)
        .bind(row.takes_number)
        .bind(&row.envelope)
        .bind(row.leaf)
        .bind(&row.receipt)
        .bind(&row.code)
        .bind(row.received_at_ms)
        .bind(row.taken_at_ms)
        .bind(&row.mandate)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Marks a message as worked on, in the transaction that did the work: a second worker finds nothing to do.
pub(crate) async fn take(
    tx: &mut Tx,
    digest: &str,
    now_ms: i64,
    matter: Option<&str>,
    message: Option<&str>,
) -> Result<bool, StoreError> {
    let take = "UPDATE inbox SET taken_at_ms = $2, matter = $3, message = $4 WHERE digest = $1 AND taken_at_ms IS NULL";
    let done =
        sqlx::query(take).bind(digest).bind(now_ms).bind(matter).bind(message).execute(&mut **tx).await?;
    Ok(done.rows_affected() == 1)
}

/// A mandate chain a neighbour showed. Shown again, nothing changes.
pub(crate) async fn keep_chain(
    tx: &mut Tx,
    mandate: &str,
    neighbour: &str,
    chain: &[u8],
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO chain (mandate, neighbour, chain) VALUES ($1, $2, $3) ON CONFLICT (mandate) DO NOTHING",
    )
    .bind(mandate)
    .bind(neighbour)
    .bind(chain)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

pub(crate) async fn chain(tx: &mut Tx, mandate: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let one = "SELECT chain FROM chain WHERE mandate = $1";
    Ok(sqlx::query_scalar(one).bind(mandate).fetch_optional(&mut **tx).await?)
}

/// The answer to a stored envelope, once the checkpoint of its batch is signed.
pub(crate) async fn give_receipt(tx: &mut Tx, digest: &str, receipt: &[u8]) -> Result<(), StoreError> {
    sqlx::query("UPDATE inbox SET receipt = $2 WHERE digest = $1")
        .bind(digest)
        .bind(receipt)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// Messages accepted under a mandate since a moment.
pub(crate) async fn signed_since(tx: &mut Tx, mandate: &str, since_ms: i64) -> Result<i64, StoreError> {
    let count =
        "SELECT COUNT(*) FROM inbox WHERE mandate = $1 AND code = 'accepted' AND received_at_ms >= $2";
    Ok(sqlx::query_scalar(count).bind(mandate).bind(since_ms).fetch_one(&mut **tx).await?)
}
