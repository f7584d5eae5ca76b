//! One Merkle log per neighbour. A leaf is written in the transaction of the state it witnesses; the tree needs no
//! sequencer and has no delay.
//!
//! Never: removes a leaf or a node. Salt and record of a leaf may be destroyed; its 44 bytes stay.

use std::collections::HashMap;

use marchland_wire::Refused;
use marchland_wire::checkpoint::{Checkpoint, Known, Note};
use marchland_wire::keys::{Hash, SignKey};
use marchland_wire::merkle::{self, Coord};
use marchland_wire::receipt::Leaf;
use sqlx::SqliteConnection;

use super::{Store, StoreError, Tx};

/// The log we keep for one neighbour, and the key that signs it.
#[derive(Clone, Copy, Debug)]
pub struct OwnLog<'a> {
    pub neighbour: &'a str,
    pub origin: &'a str,
    pub key: &'a SignKey,
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct LeafRow {
    pub n: i64,
    pub entry: Vec<u8>,
    pub salt: Option<Vec<u8>>,
    pub body: Option<Vec<u8>>,
}

#[derive(Clone, Debug, sqlx::FromRow)]
pub struct CheckpointRow {
    pub neighbour: String,
    pub whose: String,
    pub size: i64,
    pub note: String,
    pub cosigned_at_ms: Option<i64>,
}

impl From<Refused> for StoreError {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused.to_string())
    }
}

const SIZE: &str = "SELECT COALESCE(MAX(n) + 1, 0) FROM log_leaf WHERE neighbour = $1";
const NODE: &str = "SELECT hash FROM log_node WHERE neighbour = $1 AND level = $2 AND n = $3";
const LEAF: &str = "SELECT n, entry, salt, body FROM log_leaf WHERE neighbour = $1 AND n = $2";
const NEWEST: &str = "SELECT neighbour, whose, size, note, cosigned_at_ms FROM checkpoint \
     WHERE neighbour = $1 AND whose = $2 ORDER BY size DESC LIMIT 1";
const NEWEST_COSIGNED: &str = "SELECT neighbour, whose, size, note, cosigned_at_ms FROM checkpoint \
     WHERE neighbour = $1 AND whose = $2 AND cosigned_at_ms IS NOT NULL ORDER BY size DESC LIMIT 1";
/// The first cosigned checkpoint that covers a leaf; failing that, the newest of all.
const COVERING: &str = "SELECT neighbour, whose, size, note, cosigned_at_ms FROM checkpoint \
     WHERE neighbour = $1 AND whose = 'ours' AND size > $2 ORDER BY cosigned_at_ms IS NULL, size LIMIT 1";
const AT_SIZE: &str = "SELECT neighbour, whose, size, note, cosigned_at_ms FROM checkpoint \
     WHERE neighbour = $1 AND whose = $2 AND size = $3";
const PUT: &str = "INSERT INTO checkpoint (neighbour, whose, size, note, cosigned_at_ms) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (neighbour, whose, size) DO UPDATE SET note = $4, cosigned_at_ms = COALESCE(checkpoint.cosigned_at_ms, $5) \
     WHERE checkpoint.cosigned_at_ms IS NULL";

pub(crate) async fn size(tx: &mut Tx, neighbour: &str) -> Result<u64, StoreError> {
    let size: i64 = sqlx::query_scalar(SIZE).bind(neighbour).fetch_one(&mut **tx).await?;
    Ok(size.unsigned_abs())
}

/// Appends a leaf; returns its index.
pub(crate) async fn append(tx: &mut Tx, log: OwnLog<'_>, leaf: &Leaf) -> Result<u64, StoreError> {
    let size = size(tx, log.neighbour).await?;
    let stored = fetch(tx, log.neighbour, &merkle::append_coords(size)).await?;
    let nodes = merkle::append(size, leaf.entry.hash(), &|coord| stored.get(&coord).copied())?;
    sqlx::query("INSERT INTO log_leaf (neighbour, n, entry, salt, body) VALUES ($1, $2, $3, $4, $5)")
        .bind(log.neighbour)
        .bind(size.cast_signed())
        .bind(leaf.entry.0.as_slice())
        .bind(leaf.salt.0.as_slice())
        .bind(&leaf.record)
        .execute(&mut **tx)
        .await?;
    for (coord, hash) in nodes {
        sqlx::query("INSERT INTO log_node (neighbour, level, n, hash) VALUES ($1, $2, $3, $4)")
            .bind(log.neighbour)
            .bind(i64::from(coord.level))
            .bind(coord.index.cast_signed())
            .bind(hash.0.as_slice())
            .execute(&mut **tx)
            .await?;
    }
    Ok(size)
}

/// Signs the state of the log as it now is. The same size is signed once: a repeat returns the stored note.
pub(crate) async fn sign_checkpoint(tx: &mut Tx, log: OwnLog<'_>) -> Result<Note, StoreError> {
    let size = size(tx, log.neighbour).await?;
    if let Some(row) = at_size(tx, log.neighbour, "ours", size).await? {
        return Ok(Note::parse(&row.note)?);
    }
    let root = root(tx, log.neighbour, size).await?;
    let note =
        Note::sign(Checkpoint { origin: log.origin.to_owned(), size, root, revocations: None }, log.key);
    put_checkpoint(tx, log.neighbour, "ours", &note, None).await?;
    Ok(note)
}

pub(crate) async fn root(tx: &mut Tx, neighbour: &str, size: u64) -> Result<Hash, StoreError> {
    let stored = fetch(tx, neighbour, &merkle::root_coords(size)).await?;
    Ok(merkle::root(size, &|coord| stored.get(&coord).copied())?)
}

pub(crate) async fn inclusion(
    tx: &mut Tx,
    neighbour: &str,
    index: u64,
    size: u64,
) -> Result<Vec<Hash>, StoreError> {
    let stored = fetch(tx, neighbour, &merkle::inclusion_coords(index, size)).await?;
    Ok(merkle::inclusion(index, size, &|coord| stored.get(&coord).copied())?)
}

pub(crate) async fn consistency(
    tx: &mut Tx,
    neighbour: &str,
    old: u64,
    new: u64,
) -> Result<Vec<Hash>, StoreError> {
    let stored = fetch(tx, neighbour, &merkle::consistency_coords(old, new)).await?;
    Ok(merkle::consistency(old, new, &|coord| stored.get(&coord).copied())?)
}

pub(crate) async fn leaf_at(tx: &mut Tx, neighbour: &str, n: u64) -> Result<Option<LeafRow>, StoreError> {
    Ok(sqlx::query_as(LEAF).bind(neighbour).bind(n.cast_signed()).fetch_optional(&mut **tx).await?)
}

pub(crate) async fn at_size(
    tx: &mut Tx,
    neighbour: &str,
    whose: &str,
    size: u64,
) -> Result<Option<CheckpointRow>, StoreError> {
    Ok(sqlx::query_as(AT_SIZE)
        .bind(neighbour)
        .bind(whose)
        .bind(size.cast_signed())
        .fetch_optional(&mut **tx)
        .await?)
}

pub(crate) async fn newest(
    tx: &mut Tx,
    neighbour: &str,
    whose: &str,
) -> Result<Option<CheckpointRow>, StoreError> {
    Ok(sqlx::query_as(NEWEST).bind(neighbour).bind(whose).fetch_optional(&mut **tx).await?)
}

pub(crate) async fn newest_cosigned(
    tx: &mut Tx,
    neighbour: &str,
    whose: &str,
) -> Result<Option<CheckpointRow>, StoreError> {
    Ok(sqlx::query_as(NEWEST_COSIGNED).bind(neighbour).bind(whose).fetch_optional(&mut **tx).await?)
}

/// Our checkpoint under which a leaf is best proved: cosigned if there is one.
pub(crate) async fn covering(
    tx: &mut Tx,
    neighbour: &str,
    n: u64,
) -> Result<Option<CheckpointRow>, StoreError> {
    Ok(sqlx::query_as(COVERING).bind(neighbour).bind(n.cast_signed()).fetch_optional(&mut **tx).await?)
}

/// What we last cosigned of the neighbour's log.
pub(crate) async fn known(tx: &mut Tx, neighbour: &str) -> Result<Known, StoreError> {
    match newest(tx, neighbour, "theirs").await? {
        None => Ok(Known::default()),
        Some(row) => {
            let note = Note::parse(&row.note)?;
            Ok(Known { size: note.checkpoint.size, root: note.checkpoint.root })
        }
    }
}

pub(crate) async fn put_checkpoint(
    tx: &mut Tx,
    neighbour: &str,
    whose: &str,
    note: &Note,
    cosigned_at_ms: Option<i64>,
) -> Result<(), StoreError> {
    sqlx::query(PUT)
        .bind(neighbour)
        .bind(whose)
        .bind(note.checkpoint.size.cast_signed())
        .bind(note.to_text())
        .bind(cosigned_at_ms)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// One by one on one connection; a proof is a few dozen nodes at most.
async fn fetch(
    db: &mut SqliteConnection,
    neighbour: &str,
    coords: &[Coord],
) -> Result<HashMap<Coord, Hash>, StoreError> {
    let mut nodes = HashMap::with_capacity(coords.len());
    for coord in coords {
        let hash: Option<Vec<u8>> = sqlx::query_scalar(NODE)
            .bind(neighbour)
            .bind(i64::from(coord.level))
            .bind(coord.index.cast_signed())
            .fetch_optional(&mut *db)
            .await?;
        if let Some(hash) = hash.and_then(|bytes| Hash::from_slice(&bytes)) {
            nodes.insert(*coord, hash);
        }
    }
    Ok(nodes)
}

impl Store {
    /// Size of our log towards a neighbour, and the newest checkpoints of both sides.
    pub async fn log_heads(
        &self,
        neighbour: &str,
    ) -> Result<(u64, Option<CheckpointRow>, Option<CheckpointRow>), StoreError> {
        let size: i64 = sqlx::query_scalar(SIZE).bind(neighbour).fetch_one(&self.read).await?;
        let ours =
            sqlx::query_as(NEWEST_COSIGNED).bind(neighbour).bind("ours").fetch_optional(&self.read).await?;
        let theirs = sqlx::query_as(NEWEST).bind(neighbour).bind("theirs").fetch_optional(&self.read).await?;
        Ok((size.unsigned_abs(), ours, theirs))
    }
}
