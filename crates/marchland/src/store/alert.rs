//! Alerts among the cases: those in force, those that ended, lists for pages.

use super::matter::MatterRow;
use super::{Store, StoreError, Tx};

const IN_STAGES: &str = "SELECT id, side, ref, peer_ref, thread, neighbour, body, for_body, wanted_to, author, form, title, stage, urgent, doc, \
     due_ms, version, opened_at_ms, changed_at_ms FROM matter \
     WHERE side IN ('alert-ours', 'alert-theirs') AND $1 LIKE '%,' || stage || ',%' AND id > $2 ORDER BY id LIMIT $3";
const LIST: &str = "SELECT id, side, ref, peer_ref, thread, neighbour, body, for_body, wanted_to, author, form, title, stage, urgent, doc, \
     due_ms, version, opened_at_ms, changed_at_ms FROM matter \
     WHERE side IN ('alert-ours', 'alert-theirs') AND ($1 = '' OR side = $1) AND $2 LIKE '%,' || stage || ',%' \
     AND $3 LIKE '%,' || body || ',%' AND ($4 = '' OR search LIKE '%' || $4 || '%' ESCAPE '!') \
     ORDER BY changed_at_ms DESC LIMIT $5 OFFSET $6";
const COUNT: &str = "SELECT COUNT(*) FROM matter \
     WHERE side IN ('alert-ours', 'alert-theirs') AND ($1 = '' OR side = $1) AND $2 LIKE '%,' || stage || ',%' \
     AND $3 LIKE '%,' || body || ',%' AND ($4 = '' OR search LIKE '%' || $4 || '%' ESCAPE '!')";
/// Ended since before a moment, person not yet erased. An erased one has no title.
const TO_ERASE: &str = "SELECT id FROM matter WHERE side IN ('alert-ours', 'alert-theirs') \
     AND stage IN ('withdrawn', 'expired') AND changed_at_ms < $1 AND title <> '' ORDER BY id LIMIT $2";

/// What a list of alerts asks for. Empty texts do not filter.
#[derive(Clone, Copy, Debug)]
pub struct AlertFilter<'a> {
    /// "", "alert-ours" or "alert-theirs".
    pub side: &'a str,
    /// Stage codes, each between two commas.
    pub stages: &'a str,
    /// Bodies, each between two commas.
    pub bodies: &'a str,
    pub text: &'a str,
    pub limit: i64,
    pub offset: i64,
}

impl Store {
    /// Every alert in one of these stages, a page at a time in the order of ids.
    pub async fn alerts_in(
        &self,
        stages: &str,
        after: &str,
        limit: i64,
    ) -> Result<Vec<MatterRow>, StoreError> {
        Ok(sqlx::query_as(IN_STAGES).bind(stages).bind(after).bind(limit).fetch_all(&self.read).await?)
    }

    pub async fn alert_list(&self, f: &AlertFilter<'_>) -> Result<Vec<MatterRow>, StoreError> {
        Ok(sqlx::query_as(LIST)
            .bind(f.side)
            .bind(f.stages)
            .bind(f.bodies)
            .bind(super::matter::search_term(f.text))
            .bind(f.limit)
            .bind(f.offset)
            .fetch_all(&self.read)
            .await?)
    }

    pub async fn count_alerts(&self, f: &AlertFilter<'_>) -> Result<i64, StoreError> {
        Ok(sqlx::query_scalar(COUNT)
            .bind(f.side)
            .bind(f.stages)
            .bind(f.bodies)
            .bind(super::matter::search_term(f.text))
            .fetch_one(&self.read)
            .await?)
    }

    pub async fn alerts_to_erase(&self, ended_before_ms: i64, limit: i64) -> Result<Vec<String>, StoreError> {
        Ok(sqlx::query_scalar(TO_ERASE).bind(ended_before_ms).bind(limit).fetch_all(&self.read).await?)
    }
}

/// Destroys what of an alert's messages could still be opened here: the envelopes that came, the keys of those that went.
/// Their places in the logs stay, with what they commit to, which names nobody.
pub(crate) async fn erase_letters(tx: &mut Tx, matter: &str) -> Result<(), StoreError> {
    for sql in [
        "UPDATE inbox SET envelope = NULL WHERE matter = $1",
        "UPDATE outbox SET content_key = NULL WHERE matter = $1",
    ] {
        sqlx::query(sql).bind(matter).execute(&mut **tx).await?;
    }
    Ok(())
}
