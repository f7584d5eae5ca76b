//! Linked neighbours and how well the link to each works.

use super::{Store, StoreError, Tx};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct NeighbourRow {
    pub id: String,
    pub state: String,
    pub url: String,
    pub record: Vec<u8>,
    pub certificate: Vec<u8>,
    pub linked_at_ms: i64,
    pub answered_at_ms: Option<i64>,
    pub answer_ms: Option<i64>,
    pub failing_since_ms: Option<i64>,
    pub failure: Option<String>,
    pub retry_at_ms: i64,
    pub attempt_count: i64,
}

const ALL: &str = "SELECT id, state, url, record, certificate, linked_at_ms, answered_at_ms, answer_ms, failing_since_ms, \
     failure, retry_at_ms, attempt_count FROM neighbour ORDER BY state, id";

impl Store {
    pub async fn neighbours(&self) -> Result<Vec<NeighbourRow>, StoreError> {
        Ok(sqlx::query_as(ALL).fetch_all(&self.read).await?)
    }

    /// Links a neighbour, or replaces the record and address of a linked one.
    pub async fn link(&self, tx: &mut Tx, row: &NeighbourRow) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO neighbour (id, state, url, record, certificate, linked_at_ms) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (id) DO UPDATE SET state = $2, url = $3, record = $4, certificate = $5",
        )
        .bind(&row.id)
        .bind(&row.state)
        .bind(&row.url)
        .bind(&row.record)
        .bind(&row.certificate)
        .bind(row.linked_at_ms)
        .execute(&mut **tx)
        .await?;
        Ok(())
    }

    pub async fn neighbour_answered(&self, id: &str, now_ms: i64, took_ms: i64) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "UPDATE neighbour SET answered_at_ms = $2, answer_ms = $3, failing_since_ms = NULL, failure = NULL, \
             retry_at_ms = 0, attempt_count = 0 WHERE id = $1",
        )
        .bind(id)
        .bind(now_ms)
        .bind(took_ms)
        .execute(&mut *tx)
        .await?;
        Ok(tx.commit().await?)
    }

    pub async fn neighbour_failed(
        &self,
        id: &str,
        now_ms: i64,
        retry_at_ms: i64,
        why: &str,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "UPDATE neighbour SET failing_since_ms = COALESCE(failing_since_ms, $2), failure = $4, retry_at_ms = $3, \
             attempt_count = attempt_count + 1 WHERE id = $1",
        )
        .bind(id)
        .bind(now_ms)
        .bind(retry_at_ms)
        .bind(why)
        .execute(&mut *tx)
        .await?;
        Ok(tx.commit().await?)
    }

    /// Somebody wants the next attempt at once.
    pub async fn retry_now(&self, id: &str) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("UPDATE neighbour SET retry_at_ms = 0 WHERE id = $1").bind(id).execute(&mut *tx).await?;
        Ok(tx.commit().await?)
    }
}
