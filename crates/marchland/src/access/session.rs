//! Passwords and session tokens.
//!
//! Never: keeps a password or a token; only hashes reach the store.

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest, Sha256};

use crate::store::Store;
use crate::store::StoreError;
use crate::store::people::{Official, SessionRow};

/// A session ends after half an hour without work (a shared duty desk is the common case).
pub const IDLE_MS: i64 = 30 * 60 * 1000;
const WRONG_MAX: i64 = 5;
const LOCK_MS: i64 = 5 * 60 * 1000;

/// Who is asking, in which session.
#[derive(Clone, Debug)]
pub struct Session {
    pub official: Official,
    pub csrf: String,
    pub token_hash: String,
    pub until_ms: i64,
}

/// Argon2id with the costs in use; tests and the demo may choose cheaper ones for their invented people.
#[derive(Clone, Debug)]
pub struct Hashing(Argon2<'static>);

impl Default for Hashing {
    fn default() -> Self {
        Self(Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::default()))
    }
}

impl Hashing {
    pub fn hash(&self, password: &str) -> Result<String, String> {
        self.0.hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(|e| e.to_string())
    }

    fn matches(&self, password: &str, hash: &str) -> bool {
        PasswordHash::new(hash).is_ok_and(|hash| self.0.verify_password(password.as_bytes(), &hash).is_ok())
    }
}

#[derive(Debug, thiserror::Error)]
pub enum SignIn {
    #[error("the name or the password is not right")]
    Wrong,
    #[error("too many wrong passwords; try again in five minutes or ask the administrator")]
    Locked,
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the machine gave no random numbers: {0}")]
    NoRandomness(getrandom::Error),
}

impl Session {
    /// Checks the password and opens a session; returns it with the token that only the browser keeps.
    pub async fn open(
        store: &Store,
        login: &str,
        password: &str,
        now_ms: i64,
    ) -> Result<(Self, String), SignIn> {
        let known = store.official_by_login(login).await?;
        if let Some(official) = &known
            && official.locked_until_ms.is_some_and(|until| until > now_ms)
        {
            return Err(SignIn::Locked);
        }
        // An unknown name costs the same work as a wrong password, so that the clock does not tell them apart.
        let hash = known.as_ref().map_or_else(absent_hash, |official| official.password_hash.clone());
        let password = password.to_owned();
        let right = tokio::task::spawn_blocking(move || Hashing::default().matches(&password, &hash))
            .await
            .unwrap_or(false);
        let Some(official) = known.filter(|_| right) else {
            if let Some(official) = store.official_by_login(login).await? {
                let lock = (official.failed_count + 1 >= WRONG_MAX).then_some(now_ms + LOCK_MS);
                store.wrong_password(&official.id, lock).await?;
            }
            return Err(SignIn::Wrong);
        };
        let (token, csrf) = (token()?, token()?);
        let until_ms = now_ms + IDLE_MS;
        store.open_session(&hash_of(&token), &official.id, &csrf, now_ms, until_ms).await?;
        Ok((Self { token_hash: hash_of(&token), official, csrf, until_ms }, token))
    }

    /// The session a token belongs to; `None` when it is unknown, ended or expired.
    pub async fn find(store: &Store, token: &str, now_ms: i64) -> Result<Option<Self>, StoreError> {
        let Some(row) = store.session(&hash_of(token), now_ms).await? else { return Ok(None) };
        let SessionRow { token_hash, csrf, until_ms, official } = row;
        // One write a minute at most: a page with many parts must not queue behind its own prolonging.
        if until_ms - now_ms < IDLE_MS - 60_000 {
            store.prolong_session(&token_hash, now_ms, now_ms + IDLE_MS).await?;
        }
        Ok(Some(Self { official, csrf, token_hash, until_ms: now_ms + IDLE_MS }))
    }
}

/// SHA-256 of a token, hex: a stolen database opens no session.
pub fn hash_of(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn token() -> Result<String, SignIn> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(SignIn::NoRandomness)?;
    Ok(hex(&bytes))
}

/// A hash no password fits, with today's costs.
fn absent_hash() -> String {
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        .to_owned()
}
