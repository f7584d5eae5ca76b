//! Confirmations of legal advisers: recorded, never changed, only revoked.

use super::{Store, StoreError, Tx, audit};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ConfirmationRow {
    pub id: String,
    pub body: String,
    pub instrument: String,
    /// As the law crate reads it, JSON.
    pub doc: String,
    pub at_ms: i64,
    pub revoked_at_ms: Option<i64>,
}

const ALL: &str =
    "SELECT id, body, instrument, doc, at_ms, revoked_at_ms FROM confirmation ORDER BY at_ms, id";

impl Store {
    /// All of them, revoked ones too: a decision of the past needs those that held then.
    pub async fn confirmations(&self) -> Result<Vec<ConfirmationRow>, StoreError> {
        Ok(sqlx::query_as(ALL).fetch_all(&self.read).await?)
    }

    pub async fn confirm(&self, row: &ConfirmationRow, by: &str, reason: &str) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        add(&mut tx, row).await?;
        let entry = audit::Entry {
            official: Some(by),
            act: "confirm use of an instrument",
            reads: false,
            matter: None,
            reason: Some(reason),
            outcome: "done",
        };
        audit::write(&mut tx, row.at_ms, &entry).await?;
        Ok(tx.commit().await?)
    }

    /// Revokes a standing confirmation. `doc` carries the day from which it no longer counts.
    pub async fn revoke_confirmation(
        &self,
        id: &str,
        doc: &str,
        by: &str,
        reason: &str,
        at_ms: i64,
    ) -> Result<bool, StoreError> {
        let mut tx = self.begin().await?;
        let revoke =
            "UPDATE confirmation SET revoked_at_ms = $2, doc = $3 WHERE id = $1 AND revoked_at_ms IS NULL";
        let done = sqlx::query(revoke).bind(id).bind(at_ms).bind(doc).execute(&mut *tx).await?;
        let outcome = if done.rows_affected() == 1 { "done" } else { "refused: already-revoked" };
        let entry = audit::Entry {
            official: Some(by),
            act: "revoke a confirmation",
            reads: false,
            matter: None,
            reason: Some(reason),
            outcome,
        };
        audit::write(&mut tx, at_ms, &entry).await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }
}

pub(crate) async fn add(tx: &mut Tx, row: &ConfirmationRow) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO confirmation (id, body, instrument, doc, at_ms) VALUES ($1, $2, $3, $4, $5)")
        .bind(&row.id)
        .bind(&row.body)
        .bind(&row.instrument)
        .bind(&row.doc)
        .bind(row.at_ms)
        .execute(&mut **tx)
        .await?;
    Ok(())
}
