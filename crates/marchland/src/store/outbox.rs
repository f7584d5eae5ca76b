//! What waits to be sent. A row is leased, never taken: a worker that dies leaves it for the next.

use super::{Store, StoreError, Tx};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct OutboxRow {
    pub msg_id: String,
    pub neighbour: String,
    pub lane: String,
    pub seq: i64,
    pub matter: String,
    pub kind: String,
    /// Id of the message inside, as casework knows it.
    pub message: String,
    pub content_key: Option<Vec<u8>>,
    pub envelope: Vec<u8>,
    pub sent_leaf: i64,
    pub created_at_ms: i64,
    pub attempt_count: i64,
    pub settled_at_ms: Option<i64>,
    pub settled_code: Option<String>,
}

const COLUMNS_OF: &str = "SELECT msg_id, neighbour, lane, seq, matter, kind, message, content_key, envelope, sent_leaf, created_at_ms, attempt_count, \
     settled_at_ms, settled_code FROM outbox WHERE matter = $1 ORDER BY created_at_ms, lane, seq";
const ONE: &str = "SELECT msg_id, neighbour, lane, seq, matter, kind, message, content_key, envelope, sent_leaf, created_at_ms, attempt_count, \
     settled_at_ms, settled_code FROM outbox WHERE msg_id = $1";
/// In lane order, so that the other side meets no gap of our making.
const LEASE: &str = "UPDATE outbox SET leased_until_ms = $3, attempt_count = attempt_count + 1 WHERE msg_id IN (\
       SELECT msg_id FROM outbox WHERE neighbour = $1 AND settled_at_ms IS NULL AND due_at_ms <= $2 AND leased_until_ms <= $2 \
       ORDER BY lane, seq LIMIT $4) \
     RETURNING msg_id, neighbour, lane, seq, matter, kind, message, content_key, envelope, sent_leaf, created_at_ms, attempt_count, settled_at_ms, settled_code";
const INSERT: &str = "INSERT INTO outbox (msg_id, neighbour, lane, seq, matter, kind, message, content_key, envelope, sent_leaf, created_at_ms, due_at_ms) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)";

impl Store {
    pub async fn lease_outbox(
        &self,
        neighbour: &str,
        now_ms: i64,
        until_ms: i64,
        max: i64,
    ) -> Result<Vec<OutboxRow>, StoreError> {
        let mut tx = self.begin().await?;
        let mut rows: Vec<OutboxRow> = sqlx::query_as(LEASE)
            .bind(neighbour)
            .bind(now_ms)
            .bind(until_ms)
            .bind(max)
            .fetch_all(&mut *tx)
            .await?;
        tx.commit().await?;
        rows.sort_by(|a, b| (&a.lane, a.seq).cmp(&(&b.lane, b.seq)));
        Ok(rows)
    }

    /// Gives leased rows back after a failed attempt.
    pub async fn release_outbox(&self, neighbour: &str) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("UPDATE outbox SET leased_until_ms = 0 WHERE neighbour = $1 AND settled_at_ms IS NULL")
            .bind(neighbour)
            .execute(&mut *tx)
            .await?;
        Ok(tx.commit().await?)
    }

    pub async fn outbox_of(&self, matter: &str) -> Result<Vec<OutboxRow>, StoreError> {
        Ok(sqlx::query_as(COLUMNS_OF).bind(matter).fetch_all(&self.read).await?)
    }

    pub async fn sent(&self, msg_id: &str) -> Result<Option<OutboxRow>, StoreError> {
        Ok(sqlx::query_as(ONE).bind(msg_id).fetch_optional(&self.read).await?)
    }

    /// Messages that wait, per neighbour.
    pub async fn waiting(&self, neighbour: &str) -> Result<i64, StoreError> {
        let count = "SELECT COUNT(*) FROM outbox WHERE neighbour = $1 AND settled_at_ms IS NULL";
        Ok(sqlx::query_scalar(count).bind(neighbour).fetch_one(&self.read).await?)
    }
}

/// The next number of a lane; given inside the transaction that uses it, so that lanes have no holes.
pub(crate) async fn next_seq(tx: &mut Tx, neighbour: &str, lane: &str) -> Result<i64, StoreError> {
    let next = "INSERT INTO lane (neighbour, direction, lane, last_seq) VALUES ($1, 'out', $2, 1) \
         ON CONFLICT (neighbour, direction, lane) DO UPDATE SET last_seq = lane.last_seq + 1 RETURNING last_seq";
    Ok(sqlx::query_scalar(next).bind(neighbour).bind(lane).fetch_one(&mut **tx).await?)
}

pub(crate) async fn put(tx: &mut Tx, row: &OutboxRow) -> Result<(), StoreError> {
    sqlx::query(INSERT)
        .bind(&row.msg_id)
        .bind(&row.neighbour)
        .bind(&row.lane)
        .bind(row.seq)
        .bind(&row.matter)
        .bind(&row.kind)
        .bind(&row.message)
        .bind(&row.content_key)
        .bind(&row.envelope)
        .bind(row.sent_leaf)
        .bind(row.created_at_ms)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The neighbour's receipt is stored; a second one for the same message changes nothing.
pub(crate) async fn settle(tx: &mut Tx, msg_id: &str, now_ms: i64, code: &str) -> Result<bool, StoreError> {
    let settle =
        "UPDATE outbox SET settled_at_ms = $2, settled_code = $3 WHERE msg_id = $1 AND settled_at_ms IS NULL";
    let done = sqlx::query(settle).bind(msg_id).bind(now_ms).bind(code).execute(&mut **tx).await?;
    Ok(done.rows_affected() == 1)
}

pub(crate) async fn within(tx: &mut Tx, msg_id: &str) -> Result<Option<OutboxRow>, StoreError> {
    Ok(sqlx::query_as(ONE).bind(msg_id).fetch_optional(&mut **tx).await?)
}

/// Not stored at the other side; the row says why and goes again later.
pub(crate) async fn wait(tx: &mut Tx, msg_id: &str, due_at_ms: i64, code: &str) -> Result<(), StoreError> {
    let wait = "UPDATE outbox SET due_at_ms = $2, leased_until_ms = 0, settled_code = $3 WHERE msg_id = $1 AND settled_at_ms IS NULL";
    sqlx::query(wait).bind(msg_id).bind(due_at_ms).bind(code).execute(&mut **tx).await?;
    Ok(())
}

/// The chain of one of our own mandates, by the hash of its last link.
pub(crate) async fn own_chain(tx: &mut Tx, mandate: &str) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(sqlx::query_scalar("SELECT chain FROM mandate WHERE hash = $1")
        .bind(mandate)
        .fetch_optional(&mut **tx)
        .await?)
}
