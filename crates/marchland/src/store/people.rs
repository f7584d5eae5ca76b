//! Officials of this node, their sessions and mandates.

use serde::{Deserialize, Serialize};

use super::{Store, StoreError, Tx};

/// What an official does in this node. Powers towards a neighbour come from the mandate, not from the role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Officer,
    Head,
    Registrar,
    Adviser,
    Auditor,
    Administrator,
    /// Checks travellers at a crossing.
    Guard,
    /// Leads the guards of a shift and gives the second look.
    Lead,
}

impl Role {
    pub const ALL: [Self; 8] = [
        Self::Officer,
        Self::Head,
        Self::Registrar,
        Self::Adviser,
        Self::Auditor,
        Self::Administrator,
        Self::Guard,
        Self::Lead,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Head => "head",
            Self::Registrar => "registrar",
            Self::Adviser => "adviser",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
            Self::Guard => "guard",
            Self::Lead => "lead",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

#[derive(Clone, Debug)]
pub struct Official {
    pub id: String,
    pub login: String,
    pub name: String,
    /// The post in en, ru, kk as JSON text: what neighbours and logs see.
    pub post: marchland_law::Text,
    pub body: String,
    pub role: Role,
    pub password_hash: String,
    pub lang: String,
    pub theme: String,
    pub keys_on: bool,
    pub failed_count: i64,
    pub locked_until_ms: Option<i64>,
}

#[derive(Clone, Debug)]
pub struct SessionRow {
    pub token_hash: String,
    pub csrf: String,
    pub until_ms: i64,
    pub official: Official,
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct MandateRow {
    pub id: String,
    /// Hash of the chain's last link, hex.
    pub hash: String,
    pub official: String,
    pub body: String,
    pub chain: Vec<u8>,
    pub acts: String,
    pub from_ms: i64,
    pub until_ms: i64,
    pub revoked_at_ms: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct OfficialRow {
    id: String,
    login: String,
    name: String,
    post: String,
    body: String,
    role: String,
    password_hash: String,
    lang: String,
    theme: String,
    keys_on: i64,
    failed_count: i64,
    locked_until_ms: Option<i64>,
}

impl OfficialRow {
    fn read(self) -> Result<Official, StoreError> {
        let unknown = || StoreError::Unreadable { what: "role of an official", why: self.role.clone() };
        Ok(Official {
            role: Role::parse(&self.role).ok_or_else(unknown)?,
            post: serde_json::from_str(&self.post).map_err(StoreError::unreadable("post of an official"))?,
            id: self.id,
            login: self.login,
            name: self.name,
            body: self.body,
            password_hash: self.password_hash,
            lang: self.lang,
            theme: self.theme,
            keys_on: self.keys_on != 0,
            failed_count: self.failed_count,
            locked_until_ms: self.locked_until_ms,
        })
    }
}

const OFFICIAL: &str = "SELECT id, login, name, post, body, role, password_hash, lang, theme, keys_on, failed_count, \
     locked_until_ms FROM official WHERE left_at_ms IS NULL AND login = $1";
const OFFICIAL_BY_ID: &str = "SELECT id, login, name, post, body, role, password_hash, lang, theme, keys_on, \
     failed_count, locked_until_ms FROM official WHERE id = $1";
const OFFICIALS: &str = "SELECT id, login, name, post, body, role, password_hash, lang, theme, keys_on, failed_count, \
     locked_until_ms FROM official WHERE left_at_ms IS NULL ORDER BY body, role, login";
const SESSION: &str = "SELECT official, csrf, until_ms FROM session \
     WHERE token_hash = $1 AND ended_at_ms IS NULL AND until_ms > $2";

impl Store {
    pub async fn official_by_login(&self, login: &str) -> Result<Option<Official>, StoreError> {
        let row: Option<OfficialRow> =
            sqlx::query_as(OFFICIAL).bind(login).fetch_optional(&self.read).await?;
        row.map(OfficialRow::read).transpose()
    }

    pub async fn official(&self, id: &str) -> Result<Option<Official>, StoreError> {
        let row: Option<OfficialRow> =
            sqlx::query_as(OFFICIAL_BY_ID).bind(id).fetch_optional(&self.read).await?;
        row.map(OfficialRow::read).transpose()
    }

    pub async fn officials(&self) -> Result<Vec<Official>, StoreError> {
        let rows: Vec<OfficialRow> = sqlx::query_as(OFFICIALS).fetch_all(&self.read).await?;
        rows.into_iter().map(OfficialRow::read).collect()
    }

    /// When each official last worked in a session, by official id.
    pub async fn last_seen(&self) -> Result<Vec<(String, i64)>, StoreError> {
        let newest = "SELECT official, MAX(seen_at_ms) FROM session GROUP BY official";
        Ok(sqlx::query_as(newest).fetch_all(&self.read).await?)
    }

    /// An open session and its official; ended, expired and unknown all read as none.
    pub async fn session(&self, token_hash: &str, now_ms: i64) -> Result<Option<SessionRow>, StoreError> {
        let row: Option<(String, String, i64)> =
            sqlx::query_as(SESSION).bind(token_hash).bind(now_ms).fetch_optional(&self.read).await?;
        let Some((official, csrf, until_ms)) = row else { return Ok(None) };
        let official = self.official(&official).await?;
        Ok(official.map(|official| SessionRow {
            token_hash: token_hash.to_owned(),
            csrf,
            until_ms,
            official,
        }))
    }

    pub async fn mandates_of(&self, official: &str, now_ms: i64) -> Result<Vec<MandateRow>, StoreError> {
        let live = "SELECT id, hash, official, body, chain, acts, from_ms, until_ms, revoked_at_ms FROM mandate \
             WHERE official = $1 AND revoked_at_ms IS NULL AND from_ms <= $2 AND until_ms > $2 ORDER BY until_ms DESC";
        Ok(sqlx::query_as(live).bind(official).bind(now_ms).fetch_all(&self.read).await?)
    }

    pub async fn mandates(&self) -> Result<Vec<MandateRow>, StoreError> {
        let all = "SELECT id, hash, official, body, chain, acts, from_ms, until_ms, revoked_at_ms FROM mandate \
             ORDER BY body, until_ms";
        Ok(sqlx::query_as(all).fetch_all(&self.read).await?)
    }

    pub async fn open_session(
        &self,
        token_hash: &str,
        official: &str,
        csrf: &str,
        now_ms: i64,
        until_ms: i64,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("INSERT INTO session (token_hash, official, csrf, began_at_ms, seen_at_ms, until_ms) VALUES ($1, $2, $3, $4, $4, $5)")
            .bind(token_hash).bind(official).bind(csrf).bind(now_ms).bind(until_ms)
            .execute(&mut *tx).await?;
        sqlx::query("UPDATE official SET failed_count = 0, locked_until_ms = NULL WHERE id = $1")
            .bind(official)
            .execute(&mut *tx)
            .await?;
        Ok(tx.commit().await?)
    }

    /// Work prolongs a session; a session nobody uses ends by itself.
    pub async fn prolong_session(
        &self,
        token_hash: &str,
        now_ms: i64,
        until_ms: i64,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "UPDATE session SET seen_at_ms = $2, until_ms = $3 WHERE token_hash = $1 AND ended_at_ms IS NULL",
        )
        .bind(token_hash)
        .bind(now_ms)
        .bind(until_ms)
        .execute(&mut *tx)
        .await?;
        Ok(tx.commit().await?)
    }

    pub async fn end_session(&self, token_hash: &str, now_ms: i64) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("UPDATE session SET ended_at_ms = $2 WHERE token_hash = $1 AND ended_at_ms IS NULL")
            .bind(token_hash)
            .bind(now_ms)
            .execute(&mut *tx)
            .await?;
        Ok(tx.commit().await?)
    }

    /// Counts a wrong password and locks the account for a while when there were too many.
    pub async fn wrong_password(
        &self,
        official: &str,
        locked_until_ms: Option<i64>,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "UPDATE official SET failed_count = failed_count + 1, locked_until_ms = $2 WHERE id = $1",
        )
        .bind(official)
        .bind(locked_until_ms)
        .execute(&mut *tx)
        .await?;
        Ok(tx.commit().await?)
    }

    pub async fn set_own(
        &self,
        official: &str,
        lang: &str,
        theme: &str,
        keys_on: bool,
    ) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        sqlx::query("UPDATE official SET lang = $2, theme = $3, keys_on = $4 WHERE id = $1")
            .bind(official)
            .bind(lang)
            .bind(theme)
            .bind(i64::from(keys_on))
            .execute(&mut *tx)
            .await?;
        Ok(tx.commit().await?)
    }

    pub async fn add_official(&self, tx: &mut Tx, official: &Official) -> Result<(), StoreError> {
        let post =
            serde_json::to_string(&official.post).map_err(StoreError::unreadable("post of an official"))?;
        sqlx::query(
            "INSERT INTO official (id, login, name, post, body, role, password_hash, lang, theme, keys_on) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(&official.id)
        .bind(&official.login)
        .bind(&official.name)
        .bind(post)
        .bind(&official.body)
        .bind(official.role.code())
        .bind(&official.password_hash)
        .bind(&official.lang)
        .bind(&official.theme)
        .bind(i64::from(official.keys_on))
        .execute(&mut **tx)
        .await?;
        Ok(())
    }

    pub async fn add_mandate(&self, tx: &mut Tx, mandate: &MandateRow) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO mandate (id, hash, official, body, chain, acts, from_ms, until_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(&mandate.id)
        .bind(&mandate.hash)
        .bind(&mandate.official)
        .bind(&mandate.body)
        .bind(&mandate.chain)
        .bind(&mandate.acts)
        .bind(mandate.from_ms)
        .bind(mandate.until_ms)
        .execute(&mut **tx)
        .await?;
        Ok(())
    }
}
