//! Receipts both ways: theirs about what we sent, ours about what they sent.

use super::{Store, StoreError, Tx};

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ReceiptRow {
    pub neighbour: String,
    pub leaf: i64,
    pub msg_id: String,
    /// sent, accepted, rejected, delivered, undeliverable, read, …
    pub kind: String,
    /// ours (we signed it) | theirs (they did)
    pub direction: String,
    pub bytes: Vec<u8>,
    pub at_ms: i64,
    /// Ours only: 0 until the neighbour holds it, then NULL.
    pub push_until_ms: Option<i64>,
}

const PUT: &str = "INSERT INTO receipt (neighbour, leaf, msg_id, kind, direction, bytes, at_ms, push_until_ms) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (neighbour, direction, leaf) DO NOTHING";
const OF: &str = "SELECT neighbour, leaf, msg_id, kind, direction, bytes, at_ms, push_until_ms FROM receipt \
     WHERE msg_id = $1 ORDER BY direction, leaf";
const TO_PUSH: &str = "SELECT neighbour, leaf, msg_id, kind, direction, bytes, at_ms, push_until_ms FROM receipt \
     WHERE neighbour = $1 AND direction = 'ours' AND push_until_ms IS NOT NULL ORDER BY leaf LIMIT $2";

/// True when the receipt is new; the same receipt again changes nothing.
pub(crate) async fn put(tx: &mut Tx, row: &ReceiptRow) -> Result<bool, StoreError> {
    let done = sqlx::query(PUT)
        .bind(&row.neighbour)
        .bind(row.leaf)
        .bind(&row.msg_id)
        .bind(&row.kind)
        .bind(&row.direction)
        .bind(&row.bytes)
        .bind(row.at_ms)
        .bind(row.push_until_ms)
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// The neighbour holds it.
pub(crate) async fn pushed(tx: &mut Tx, neighbour: &str, leaf: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE receipt SET push_until_ms = NULL WHERE neighbour = $1 AND direction = 'ours' AND leaf = $2",
    )
    .bind(neighbour)
    .bind(leaf)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

impl Store {
    pub async fn receipts_of(&self, msg_id: &str) -> Result<Vec<ReceiptRow>, StoreError> {
        Ok(sqlx::query_as(OF).bind(msg_id).fetch_all(&self.read).await?)
    }

    pub async fn receipts_to_push(&self, neighbour: &str, max: i64) -> Result<Vec<ReceiptRow>, StoreError> {
        Ok(sqlx::query_as(TO_PUSH).bind(neighbour).bind(max).fetch_all(&self.read).await?)
    }
}
