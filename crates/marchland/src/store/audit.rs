//! Who did and who read what, and why. Written, never changed.

use super::{Store, StoreError, Tx};

/// One line of the audit.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// `None` when the node itself acted.
    pub official: Option<&'a str>,
    pub act: &'a str,
    pub reads: bool,
    pub matter: Option<&'a str>,
    pub reason: Option<&'a str>,
    /// "done", or "refused: " and a code.
    pub outcome: &'a str,
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct AuditRow {
    pub n: i64,
    pub at_ms: i64,
    pub official: Option<String>,
    pub login: Option<String>,
    pub post: Option<String>,
    pub act: String,
    pub reads: i64,
    pub matter: Option<String>,
    pub matter_ref: Option<String>,
    pub reason: Option<String>,
    pub outcome: String,
}

/// What the auditor looks for. Empty texts do not filter.
#[derive(Clone, Copy, Debug)]
pub struct Search<'a> {
    /// "", "read" or "write".
    pub kind: &'a str,
    /// A login.
    pub who: &'a str,
    /// A register number or the id of a case.
    pub case: &'a str,
    pub from_ms: i64,
    /// First moment that no longer counts.
    pub until_ms: i64,
}

const INSERT: &str = "INSERT INTO audit (at_ms, official, act, reads, matter, reason, outcome) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";
const PAGE: &str = "SELECT a.n, a.at_ms, a.official, o.login, o.post, a.act, a.reads, a.matter, m.ref AS matter_ref, \
     a.reason, a.outcome FROM audit a LEFT JOIN official o ON o.id = a.official LEFT JOIN matter m ON m.id = a.matter \
     WHERE ($1 = '' OR ($1 = 'reads' AND a.reads = 1) OR ($1 = 'writes' AND a.reads = 0)) \
     AND ($2 = '' OR m.ref = $2 OR o.login = $2) AND ($3 = 0 OR a.n < $3) ORDER BY a.n DESC LIMIT $4";
macro_rules! found {
    () => {
        " FROM audit a LEFT JOIN official o ON o.id = a.official LEFT JOIN matter m ON m.id = a.matter \
         WHERE ($1 = '' OR ($1 = 'read' AND a.reads = 1) OR ($1 = 'write' AND a.reads = 0)) AND ($2 = '' OR o.login = $2) \
         AND ($3 = '' OR m.ref = $3 OR m.id = $3) AND a.at_ms >= $4 AND a.at_ms < $5"
    };
}
const FOUND: &str = concat!(
    "SELECT a.n, a.at_ms, a.official, o.login, o.post, a.act, a.reads, a.matter, m.ref AS matter_ref, a.reason, a.outcome",
    found!(),
    " ORDER BY a.n DESC LIMIT $6 OFFSET $7"
);
const COUNT_FOUND: &str = concat!("SELECT COUNT(*)", found!());
/// A reason holds for the working day in which it was given.
const REASON: &str = "SELECT reason FROM audit WHERE official = $1 AND matter = $2 AND reads = 1 \
     AND reason IS NOT NULL AND outcome = 'done' AND at_ms > $3 ORDER BY n DESC LIMIT 1";
const READERS: &str = "SELECT COUNT(*), COUNT(DISTINCT official) FROM audit WHERE matter = $1 AND reads = 1 AND outcome = 'done'";

pub(crate) async fn write(tx: &mut Tx, at_ms: i64, entry: &Entry<'_>) -> Result<(), StoreError> {
    sqlx::query(INSERT)
        .bind(at_ms)
        .bind(entry.official)
        .bind(entry.act)
        .bind(i64::from(entry.reads))
        .bind(entry.matter)
        .bind(entry.reason)
        .bind(entry.outcome)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

impl Store {
    pub async fn audit(&self, at_ms: i64, entry: Entry<'_>) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        write(&mut tx, at_ms, &entry).await?;
        Ok(tx.commit().await?)
    }

    /// Newest first. `kind` is "", "reads" or "writes"; `of` a register number or a login; `before` pages on.
    pub async fn audit_page(
        &self,
        kind: &str,
        of: &str,
        before: i64,
        limit: i64,
    ) -> Result<Vec<AuditRow>, StoreError> {
        Ok(sqlx::query_as(PAGE).bind(kind).bind(of).bind(before).bind(limit).fetch_all(&self.read).await?)
    }

    /// Newest first.
    pub async fn audit_found(
        &self,
        search: Search<'_>,
        limit: i64,
        offset: i64,
    ) -> Result<Vec<AuditRow>, StoreError> {
        Ok(sqlx::query_as(FOUND)
            .bind(search.kind)
            .bind(search.who)
            .bind(search.case)
            .bind(search.from_ms)
            .bind(search.until_ms)
            .bind(limit)
            .bind(offset)
            .fetch_all(&self.read)
            .await?)
    }

    pub async fn count_audit(&self, search: Search<'_>) -> Result<i64, StoreError> {
        Ok(sqlx::query_scalar(COUNT_FOUND)
            .bind(search.kind)
            .bind(search.who)
            .bind(search.case)
            .bind(search.from_ms)
            .bind(search.until_ms)
            .fetch_one(&self.read)
            .await?)
    }

    /// The reason this official gave for reading this case, if given since a moment.
    pub async fn reason_given(
        &self,
        official: &str,
        matter: &str,
        since_ms: i64,
    ) -> Result<Option<String>, StoreError> {
        Ok(sqlx::query_scalar(REASON)
            .bind(official)
            .bind(matter)
            .bind(since_ms)
            .fetch_optional(&self.read)
            .await?)
    }

    /// How many reads of a case, by how many posts.
    pub async fn reads_of(&self, matter: &str) -> Result<(i64, i64), StoreError> {
        Ok(sqlx::query_as(READERS).bind(matter).fetch_one(&self.read).await?)
    }
}
