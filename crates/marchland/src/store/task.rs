//! What is to be done, on whose desk, by when. A task is named by its case and kind, so opening it twice is opening it once.

use super::{Store, StoreError, Tx};

#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct TaskRow {
    pub matter: String,
    /// JSON as casework writes it.
    pub kind: String,
    /// official | heads | registrars | officers
    pub desk: String,
    /// Official id for the first, body for the others.
    pub whose: String,
    pub due_ms: Option<i64>,
    pub opened_at_ms: i64,
    pub ended_at_ms: Option<i64>,
}

const OPEN: &str = "INSERT INTO task (matter, kind, desk, whose, due_ms, opened_at_ms) VALUES ($1, $2, $3, $4, $5, $6) \
     ON CONFLICT (matter, kind) DO UPDATE SET desk = $3, whose = $4, due_ms = $5, opened_at_ms = $6, ended_at_ms = NULL";
const END: &str = "UPDATE task SET ended_at_ms = $3 WHERE matter = $1 AND kind = $2 AND ended_at_ms IS NULL";
const END_ALL: &str = "UPDATE task SET ended_at_ms = $2 WHERE matter = $1 AND ended_at_ms IS NULL";
const OPEN_OF: &str = "SELECT matter, kind, desk, whose, due_ms, opened_at_ms, ended_at_ms FROM task \
     WHERE matter = $1 AND ended_at_ms IS NULL ORDER BY due_ms IS NULL, due_ms, opened_at_ms";
/// `desks` names the group desks of the official's role, `bodies` the bodies in reach, each between commas.
const OF_DESK: &str = "SELECT matter, kind, desk, whose, due_ms, opened_at_ms, ended_at_ms FROM task WHERE ended_at_ms IS NULL \
     AND ((desk = 'official' AND whose = $1) OR ($2 LIKE '%,' || desk || ',%' AND $3 LIKE '%,' || whose || ',%')) \
     ORDER BY due_ms IS NULL, due_ms, opened_at_ms LIMIT $4";

pub(crate) async fn open(tx: &mut Tx, row: &TaskRow) -> Result<(), StoreError> {
    sqlx::query(OPEN)
        .bind(&row.matter)
        .bind(&row.kind)
        .bind(&row.desk)
        .bind(&row.whose)
        .bind(row.due_ms)
        .bind(row.opened_at_ms)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

pub(crate) async fn end(tx: &mut Tx, matter: &str, kind: &str, at_ms: i64) -> Result<(), StoreError> {
    sqlx::query(END).bind(matter).bind(kind).bind(at_ms).execute(&mut **tx).await?;
    Ok(())
}

pub(crate) async fn end_all(tx: &mut Tx, matter: &str, at_ms: i64) -> Result<(), StoreError> {
    sqlx::query(END_ALL).bind(matter).bind(at_ms).execute(&mut **tx).await?;
    Ok(())
}

impl Store {
    pub async fn open_tasks(&self, matter: &str) -> Result<Vec<TaskRow>, StoreError> {
        Ok(sqlx::query_as(OPEN_OF).bind(matter).fetch_all(&self.read).await?)
    }

    pub async fn desk(
        &self,
        official: &str,
        desks: &str,
        bodies: &str,
        max: i64,
    ) -> Result<Vec<TaskRow>, StoreError> {
        Ok(sqlx::query_as(OF_DESK)
            .bind(official)
            .bind(desks)
            .bind(bodies)
            .bind(max)
            .fetch_all(&self.read)
            .await?)
    }
}
