//! What decisions stood on: editions of the law and registers of bodies, each kept once.
//!
//! Never: changes or drops one; a decision of any age may need it.

use super::{Store, StoreError};

impl Store {
    /// Keeps a document under its digest, unless it is there.
    pub async fn keep_ground(
        &self,
        kind: &str,
        digest: &str,
        at_ms: i64,
        doc: impl FnOnce() -> Result<String, StoreError>,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        let known: Option<i64> = sqlx::query_scalar("SELECT kept_at_ms FROM ground WHERE digest = $1")
            .bind(digest)
            .fetch_optional(&mut *tx)
            .await?;
        if known.is_none() {
            sqlx::query("INSERT INTO ground (digest, kind, doc, kept_at_ms) VALUES ($1, $2, $3, $4)")
                .bind(digest)
                .bind(kind)
                .bind(doc()?)
                .bind(at_ms)
                .execute(&mut *tx)
                .await?;
        }
        Ok(tx.commit().await?)
    }

    pub async fn ground(&self, digest: &str) -> Result<Option<String>, StoreError> {
        let one = "SELECT doc FROM ground WHERE digest = $1";
        Ok(sqlx::query_scalar(one).bind(digest).fetch_optional(&self.read).await?)
    }

    /// The register of bodies the node worked with last.
    pub async fn last_bodies(&self) -> Result<Option<String>, StoreError> {
        let last = "SELECT doc FROM ground WHERE kind = 'bodies' ORDER BY kept_at_ms DESC LIMIT 1";
        Ok(sqlx::query_scalar(last).fetch_optional(&self.read).await?)
    }
}
