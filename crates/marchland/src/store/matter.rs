//! Cases: one JSON document each, with the columns that lists are sorted and filtered by.

use super::{Store, StoreError, Tx};

/// A case as kept. `doc` is read by casework alone.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct MatterRow {
    pub id: String,
    /// ours (we asked) | theirs (they asked)
    pub side: String,
    #[sqlx(rename = "ref")]
    pub reference: Option<String>,
    pub peer_ref: Option<String>,
    /// The asker's case id, which every message about it carries.
    pub thread: String,
    pub neighbour: Option<String>,
    pub body: String,
    pub for_body: Option<String>,
    /// The addressee first thought of, when another way was taken.
    pub wanted_to: Option<String>,
    pub author: Option<String>,
    pub form: String,
    pub title: String,
    pub stage: String,
    pub urgent: i64,
    pub doc: String,
    pub due_ms: Option<i64>,
    pub version: i64,
    pub opened_at_ms: i64,
    pub changed_at_ms: i64,
}

impl MatterRow {
    /// A case just opened, of which nothing is known yet; its thread is its own.
    pub fn opened(id: String, side: &str, at_ms: i64) -> MatterRow {
        MatterRow {
            thread: id.clone(),
            id,
            side: side.to_owned(),
            reference: None,
            peer_ref: None,
            neighbour: None,
            body: String::new(),
            for_body: None,
            wanted_to: None,
            author: None,
            form: String::new(),
            title: String::new(),
            stage: String::new(),
            urgent: 0,
            doc: String::new(),
            due_ms: None,
            version: 0,
            opened_at_ms: at_ms,
            changed_at_ms: at_ms,
        }
    }
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct FactRow {
    pub n: i64,
    pub at_ms: i64,
    pub what: String,
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct DecisionRow {
    pub id: String,
    pub matter: String,
    pub step: String,
    pub at_ms: i64,
    pub verdict: String,
    pub framework: String,
    pub doc: String,
    /// Digest of the register of bodies it was made with.
    pub bodies: Option<String>,
    /// Ids of the confirmations that stood, JSON; filled when the row is written.
    pub confirmations: Option<String>,
}

/// What a list asks for. Empty strings do not filter.
#[derive(Clone, Debug, Default)]
pub struct Filter<'a> {
    pub side: &'a str,
    /// Stage codes, each between two commas, e.g. ",draft,submitted,"; empty for all.
    pub stages: &'a str,
    pub author: &'a str,
    /// Bodies, each between two commas; a case shows when its body or the body it goes for is among them.
    pub bodies: &'a str,
    /// Part of a title or number, as typed.
    pub text: &'a str,
    pub limit: i64,
    pub offset: i64,
}

const COLUMNS: &str = "SELECT id, side, ref, peer_ref, thread, neighbour, body, for_body, wanted_to, author, form, title, stage, urgent, doc, \
     due_ms, version, opened_at_ms, changed_at_ms FROM matter WHERE id = $1 OR ref = $1";
const BY_THREAD: &str = "SELECT id, side, ref, peer_ref, thread, neighbour, body, for_body, wanted_to, author, form, title, stage, urgent, doc, \
     due_ms, version, opened_at_ms, changed_at_ms FROM matter WHERE side = $1 AND neighbour = $2 AND thread = $3";
const COPY: &str = "SELECT id, side, ref, peer_ref, thread, neighbour, body, for_body, wanted_to, author, form, title, stage, urgent, doc, \
     due_ms, version, opened_at_ms, changed_at_ms FROM matter \
     WHERE side = 'alert-theirs' AND neighbour = $1 AND thread = $2 AND body = $3";
const LIST: &str = "SELECT id, side, ref, peer_ref, thread, neighbour, body, for_body, wanted_to, author, form, title, stage, urgent, doc, \
     due_ms, version, opened_at_ms, changed_at_ms FROM matter \
     WHERE ($1 = '' OR side = $1) AND ($2 = '' OR $2 LIKE '%,' || stage || ',%') \
     AND ($3 = '' OR author = $3) \
     AND ($4 LIKE '%,' || body || ',%' OR $4 LIKE '%,' || for_body || ',%') \
     AND ($5 = '' OR search LIKE '%' || $5 || '%' ESCAPE '!') \
     ORDER BY due_ms IS NULL, due_ms, changed_at_ms DESC LIMIT $6 OFFSET $7";
const COUNT: &str = "SELECT COUNT(*) FROM matter \
     WHERE ($1 = '' OR side = $1) AND ($2 = '' OR $2 LIKE '%,' || stage || ',%') \
     AND ($3 = '' OR author = $3) \
     AND ($4 LIKE '%,' || body || ',%' OR $4 LIKE '%,' || for_body || ',%') \
     AND ($5 = '' OR search LIKE '%' || $5 || '%' ESCAPE '!')";
const PAGE: &str = "SELECT id, side, ref, peer_ref, thread, neighbour, body, for_body, wanted_to, author, form, title, stage, urgent, doc, \
     due_ms, version, opened_at_ms, changed_at_ms FROM matter WHERE id > $1 ORDER BY id LIMIT $2";
const INSERT: &str = "INSERT INTO matter (id, side, ref, peer_ref, thread, neighbour, body, for_body, author, form, title, stage, urgent, \
     doc, due_ms, version, opened_at_ms, changed_at_ms, search, wanted_to) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1, $16, $17, $18, $19)";
const UPDATE: &str = "UPDATE matter SET ref = $3, peer_ref = $4, neighbour = $5, body = $6, for_body = $7, author = $8, form = $9, \
     title = $10, stage = $11, urgent = $12, doc = $13, due_ms = $14, changed_at_ms = $15, search = $16, wanted_to = $17, version = version + 1 \
     WHERE id = $1 AND version = $2";
/// Cases whose clocks may call for an escalation; closed ones have no due time.
const CLOCKED: &str = "SELECT id FROM matter WHERE due_ms IS NOT NULL ORDER BY due_ms LIMIT $1";

impl Store {
    /// By id or by our register number.
    pub async fn matter(&self, id_or_ref: &str) -> Result<Option<MatterRow>, StoreError> {
        Ok(sqlx::query_as(COLUMNS).bind(id_or_ref).fetch_optional(&self.read).await?)
    }

    pub async fn matters(&self, f: &Filter<'_>) -> Result<Vec<MatterRow>, StoreError> {
        Ok(sqlx::query_as(LIST)
            .bind(f.side)
            .bind(f.stages)
            .bind(f.author)
            .bind(f.bodies)
            .bind(search_term(f.text))
            .bind(f.limit)
            .bind(f.offset)
            .fetch_all(&self.read)
            .await?)
    }

    pub async fn count_matters(&self, f: &Filter<'_>) -> Result<i64, StoreError> {
        Ok(sqlx::query_scalar(COUNT)
            .bind(f.side)
            .bind(f.stages)
            .bind(f.author)
            .bind(f.bodies)
            .bind(search_term(f.text))
            .fetch_one(&self.read)
            .await?)
    }

    pub async fn clocked_matters(&self, limit: i64) -> Result<Vec<String>, StoreError> {
        Ok(sqlx::query_scalar(CLOCKED).bind(limit).fetch_all(&self.read).await?)
    }

    pub async fn facts_of(&self, matter: &str) -> Result<Vec<FactRow>, StoreError> {
        let all = "SELECT n, at_ms, what FROM fact WHERE matter = $1 ORDER BY n";
        Ok(sqlx::query_as(all).bind(matter).fetch_all(&self.read).await?)
    }

    /// Decisions on a case, newest first.
    /// How many of the newest decisions, at most `newest_max`, name an instrument, and among how many.
    pub async fn decisions_naming(
        &self,
        instrument: &str,
        newest_max: i64,
    ) -> Result<(i64, i64), StoreError> {
        let count = "SELECT COALESCE(SUM(CASE WHEN doc LIKE $1 THEN 1 ELSE 0 END), 0), COUNT(*) FROM (SELECT doc FROM decision ORDER BY id DESC LIMIT $2) AS newest";
        let named = format!("%\"instrument\":\"{instrument}\"%");
        Ok(sqlx::query_as(count).bind(named).bind(newest_max).fetch_one(&self.read).await?)
    }

    pub async fn decisions_of(&self, matter: &str) -> Result<Vec<DecisionRow>, StoreError> {
        let all = "SELECT id, matter, step, at_ms, verdict, framework, doc, bodies, confirmations FROM decision \
             WHERE matter = $1 ORDER BY at_ms DESC, id DESC";
        Ok(sqlx::query_as(all).bind(matter).fetch_all(&self.read).await?)
    }

    /// Every decision of the node, a page at a time in the order of ids: those after `after`.
    pub async fn decisions_after(&self, after: &str, limit: i64) -> Result<Vec<DecisionRow>, StoreError> {
        let page = "SELECT id, matter, step, at_ms, verdict, framework, doc, bodies, confirmations FROM decision \
             WHERE id > $1 ORDER BY id LIMIT $2";
        Ok(sqlx::query_as(page).bind(after).bind(limit).fetch_all(&self.read).await?)
    }

    /// Every case of the node, a page at a time in the order of ids: those after `after`.
    pub async fn matters_after(&self, after: &str, limit: i64) -> Result<Vec<MatterRow>, StoreError> {
        Ok(sqlx::query_as(PAGE).bind(after).bind(limit).fetch_all(&self.read).await?)
    }
}

/// The case a message belongs to: of one neighbour, on one side.
pub(crate) async fn by_thread(
    tx: &mut Tx,
    side: &str,
    neighbour: &str,
    thread: &str,
) -> Result<Option<MatterRow>, StoreError> {
    Ok(sqlx::query_as(BY_THREAD).bind(side).bind(neighbour).bind(thread).fetch_optional(&mut **tx).await?)
}

/// The copy of a neighbour's alert that one of our bodies keeps.
pub(crate) async fn copy(
    tx: &mut Tx,
    neighbour: &str,
    thread: &str,
    body: &str,
) -> Result<Option<MatterRow>, StoreError> {
    Ok(sqlx::query_as(COPY).bind(neighbour).bind(thread).bind(body).fetch_optional(&mut **tx).await?)
}

/// The case inside a running transaction.
pub(crate) async fn within(tx: &mut Tx, id: &str) -> Result<Option<MatterRow>, StoreError> {
    Ok(sqlx::query_as(COLUMNS).bind(id).fetch_optional(&mut **tx).await?)
}

/// Writes a case; `version` 0 means it is new. A version that is no longer the stored one is refused.
pub(crate) async fn write(tx: &mut Tx, row: &MatterRow) -> Result<(), StoreError> {
    if row.version == 0 {
        sqlx::query(INSERT)
            .bind(&row.id)
            .bind(&row.side)
            .bind(&row.reference)
            .bind(&row.peer_ref)
            .bind(&row.thread)
            .bind(&row.neighbour)
            .bind(&row.body)
            .bind(&row.for_body)
            .bind(&row.author)
            .bind(&row.form)
            .bind(&row.title)
            .bind(&row.stage)
            .bind(row.urgent)
            .bind(&row.doc)
            .bind(row.due_ms)
            .bind(row.opened_at_ms)
            .bind(row.changed_at_ms)
            .bind(searchable(row))
            .bind(&row.wanted_to)
            .execute(&mut **tx)
            .await?;
        return Ok(());
    }
    let done = sqlx::query(UPDATE)
        .bind(&row.id)
        .bind(row.version)
        .bind(&row.reference)
        .bind(&row.peer_ref)
        .bind(&row.neighbour)
        .bind(&row.body)
        .bind(&row.for_body)
        .bind(&row.author)
        .bind(&row.form)
        .bind(&row.title)
        .bind(&row.stage)
        .bind(row.urgent)
        .bind(&row.doc)
        .bind(row.due_ms)
        .bind(row.changed_at_ms)
        .bind(searchable(row))
        .bind(&row.wanted_to)
        .execute(&mut **tx)
        .await?;
    if done.rows_affected() == 0 { Err(StoreError::ChangedMeanwhile) } else { Ok(()) }
}

pub(crate) async fn add_facts(tx: &mut Tx, matter: &str, facts: &[(i64, String)]) -> Result<(), StoreError> {
    let next = "INSERT INTO fact (matter, n, at_ms, what) SELECT $1, COALESCE(MAX(n), 0) + 1, $2, $3 FROM fact WHERE matter = $1";
    for (at_ms, what) in facts {
        sqlx::query(next).bind(matter).bind(at_ms).bind(what).execute(&mut **tx).await?;
    }
    Ok(())
}

/// Writes a decision with the confirmations that stand. The law was asked while this transaction held the writer, so these are
/// the ones it was given.
pub(crate) async fn add_decision(tx: &mut Tx, d: &DecisionRow) -> Result<(), StoreError> {
    let standing = "SELECT id FROM confirmation WHERE revoked_at_ms IS NULL ORDER BY id";
    let standing: Vec<String> = sqlx::query_scalar(standing).fetch_all(&mut **tx).await?;
    let standing = serde_json::to_string(&standing).map_err(StoreError::unreadable("confirmations"))?;
    sqlx::query("INSERT INTO decision (id, matter, step, at_ms, verdict, framework, doc, bodies, confirmations) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
        .bind(&d.id)
        .bind(&d.matter)
        .bind(&d.step)
        .bind(d.at_ms)
        .bind(&d.verdict)
        .bind(&d.framework)
        .bind(&d.doc)
        .bind(&d.bodies)
        .bind(standing)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// The next number of a register, e.g. 12 for the twelfth entry of "OMS-2026".
pub(crate) async fn next_number(tx: &mut Tx, register: &str) -> Result<i64, StoreError> {
    let next = "INSERT INTO counter (name, last) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET last = counter.last + 1 RETURNING last";
    Ok(sqlx::query_scalar(next).bind(register).fetch_one(&mut **tx).await?)
}

/// What a search looks in. Lower case is made here because the database knows only Latin letters.
fn searchable(row: &MatterRow) -> String {
    let numbers = [&row.reference, &row.peer_ref].into_iter().flatten();
    numbers.fold(row.title.to_lowercase(), |text, number| text + " " + &number.to_lowercase())
}

pub(crate) fn search_term(typed: &str) -> String {
    let mut term = String::with_capacity(typed.len());
    for letter in typed.trim().to_lowercase().chars() {
        if matches!(letter, '%' | '_' | '!') {
            term.push('!');
        }
        term.push(letter);
    }
    term
}
