//! Checks of travellers: who checked, where, why, what came of it; and, for a limited time, whom.
//!
//! Never: keeps a traveller beyond the time set when the check was made.

use super::{Store, StoreError, Tx};

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct PassageRow {
    pub id: String,
    pub at_ms: i64,
    pub official: String,
    pub body: String,
    pub crossing: String,
    pub lane: String,
    pub direction: String,
    pub reason: String,
    pub list: Option<String>,
    pub line: i64,
    pub verdict: String,
    pub alert: Option<String>,
    /// JSON; `None` once erased.
    pub traveller: Option<String>,
    pub forget_at_ms: i64,
    pub later_at_ms: Option<i64>,
    pub settled_at_ms: Option<i64>,
}

/// One line of the count an auditor reads.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct CheckCount {
    pub official: String,
    pub login: Option<String>,
    pub post: Option<String>,
    pub crossing: String,
    pub lane: String,
    pub reason: String,
    pub verdict: String,
    pub checks: i64,
}

const INSERT: &str = "INSERT INTO passage (id, at_ms, official, body, crossing, lane, direction, reason, list, line, verdict, alert, \
     traveller, forget_at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) \
     ON CONFLICT (id) DO NOTHING";
const ONE: &str = "SELECT id, at_ms, official, body, crossing, lane, direction, reason, list, line, verdict, alert, traveller, \
     forget_at_ms, later_at_ms, settled_at_ms FROM passage WHERE id = $1";
const RECENT: &str = "SELECT id, at_ms, official, body, crossing, lane, direction, reason, list, line, verdict, alert, traveller, \
     forget_at_ms, later_at_ms, settled_at_ms FROM passage WHERE official = $1 AND at_ms >= $2 AND traveller IS NOT NULL \
     ORDER BY at_ms DESC, line LIMIT $3";
const OF_LIST: &str = "SELECT id, at_ms, official, body, crossing, lane, direction, reason, list, line, verdict, alert, traveller, \
     forget_at_ms, later_at_ms, settled_at_ms FROM passage WHERE list = $1 ORDER BY line";
const OPEN: &str = "SELECT id, at_ms, official, body, crossing, lane, direction, reason, list, line, verdict, alert, traveller, \
     forget_at_ms, later_at_ms, settled_at_ms FROM passage WHERE $1 LIKE '%,' || body || ',%' AND traveller IS NOT NULL \
     AND settled_at_ms IS NULL AND (verdict = 'hit' OR later_at_ms IS NOT NULL) ORDER BY at_ms DESC LIMIT $2";
const KEPT: &str = "SELECT id, at_ms, official, body, crossing, lane, direction, reason, list, line, verdict, alert, traveller, \
     forget_at_ms, later_at_ms, settled_at_ms FROM passage WHERE traveller IS NOT NULL AND forget_at_ms > $1 AND id > $2 \
     ORDER BY id LIMIT $3";
const COUNTS: &str = "SELECT p.official, o.login, o.post, p.crossing, p.lane, p.reason, p.verdict, COUNT(*) AS checks FROM passage p \
     LEFT JOIN official o ON o.id = p.official WHERE p.at_ms >= $1 AND p.at_ms < $2 \
     GROUP BY p.official, o.login, o.post, p.crossing, p.lane, p.reason, p.verdict ORDER BY checks DESC, p.official LIMIT $3";

/// False if a check of this id is here already.
pub(crate) async fn put(tx: &mut Tx, row: &PassageRow) -> Result<bool, StoreError> {
    let done = sqlx::query(INSERT)
        .bind(&row.id)
        .bind(row.at_ms)
        .bind(&row.official)
        .bind(&row.body)
        .bind(&row.crossing)
        .bind(&row.lane)
        .bind(&row.direction)
        .bind(&row.reason)
        .bind(&row.list)
        .bind(row.line)
        .bind(&row.verdict)
        .bind(&row.alert)
        .bind(&row.traveller)
        .bind(row.forget_at_ms)
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() > 0)
}

pub(crate) async fn settle(tx: &mut Tx, id: &str, at_ms: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE passage SET settled_at_ms = $2 WHERE id = $1 AND settled_at_ms IS NULL")
        .bind(id)
        .bind(at_ms)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

impl Store {
    pub async fn passage(&self, id: &str) -> Result<Option<PassageRow>, StoreError> {
        Ok(sqlx::query_as(ONE).bind(id).fetch_optional(&self.read).await?)
    }

    /// What an official checked since a moment and is still kept, newest first.
    pub async fn passages_of(
        &self,
        official: &str,
        since_ms: i64,
        max: i64,
    ) -> Result<Vec<PassageRow>, StoreError> {
        Ok(sqlx::query_as(RECENT).bind(official).bind(since_ms).bind(max).fetch_all(&self.read).await?)
    }

    pub async fn passages_of_list(&self, list: &str) -> Result<Vec<PassageRow>, StoreError> {
        Ok(sqlx::query_as(OF_LIST).bind(list).fetch_all(&self.read).await?)
    }

    /// Hits nobody has settled, and travellers a later alert met. `bodies` between commas.
    pub async fn open_passages(&self, bodies: &str, max: i64) -> Result<Vec<PassageRow>, StoreError> {
        Ok(sqlx::query_as(OPEN).bind(bodies).bind(max).fetch_all(&self.read).await?)
    }

    /// Travellers that are still kept, in the order of their checks, after an id.
    pub async fn kept_passages(
        &self,
        now_ms: i64,
        after: &str,
        max: i64,
    ) -> Result<Vec<PassageRow>, StoreError> {
        Ok(sqlx::query_as(KEPT).bind(now_ms).bind(after).bind(max).fetch_all(&self.read).await?)
    }

    pub async fn check_counts(
        &self,
        from_ms: i64,
        until_ms: i64,
        max: i64,
    ) -> Result<Vec<CheckCount>, StoreError> {
        Ok(sqlx::query_as(COUNTS).bind(from_ms).bind(until_ms).bind(max).fetch_all(&self.read).await?)
    }

    /// A later alert met a traveller of an earlier check.
    pub async fn met_later(&self, id: &str, alert: &str, at_ms: i64) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("UPDATE passage SET later_at_ms = $3, alert = $2, settled_at_ms = NULL WHERE id = $1 AND later_at_ms IS NULL")
            .bind(id)
            .bind(alert)
            .bind(at_ms)
            .execute(&mut *tx)
            .await?;
        Ok(tx.commit().await?)
    }

    /// Erases every traveller whose time is over; returns how many. The log of the database is written back at once, so that
    /// no page of it keeps what was erased.
    pub async fn forget_travellers(&self, now_ms: i64) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let done = sqlx::query(
            "UPDATE passage SET traveller = NULL WHERE traveller IS NOT NULL AND forget_at_ms <= $1",
        )
        .bind(now_ms)
        .execute(&mut *tx)
        .await?
        .rows_affected();
        tx.commit().await?;
        if done > 0 {
            self.write_back().await?;
        }
        Ok(done)
    }

    pub async fn looked_back(&self, alert: &str, version: i64) -> Result<bool, StoreError> {
        let one = "SELECT COUNT(*) FROM looked_back WHERE alert = $1 AND version = $2";
        let n: i64 = sqlx::query_scalar(one).bind(alert).bind(version).fetch_one(&self.read).await?;
        Ok(n > 0)
    }

    pub async fn note_looked_back(&self, alert: &str, version: i64, at_ms: i64) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("INSERT INTO looked_back (alert, version, at_ms) VALUES ($1, $2, $3) ON CONFLICT (alert, version) DO NOTHING")
            .bind(alert)
            .bind(version)
            .bind(at_ms)
            .execute(&mut *tx)
            .await?;
        Ok(tx.commit().await?)
    }
}
