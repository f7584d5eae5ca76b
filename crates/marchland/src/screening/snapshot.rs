//! The list as one signed file: what a post starts from without database and network, and how old it is.
//!
//! The file is two CBOR byte strings in an array: the list, and a COSE signature over it by the key of the node's log, which
//! every holder of the node's record knows.
//!
//! Never: lets a file decide that is forged, cut, from the future or too old.

use std::path::Path;

use jiff::Timestamp;
use marchland_wire::cose::{Context, SignatureBlock};
use marchland_wire::keys::{SignKey, VerifyKey};
use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::list::{Listed, Screening};

/// Larger than ten million short alerts would need on a post; a file beyond it is not ours.
const FILE_MAX_BYTES: u64 = 4 * 1024 * 1024 * 1024;
/// Clocks of a post and its node may differ by so much.
const AHEAD_MAX_S: i64 = 300;

#[derive(Debug, Encode, Decode)]
struct File {
    #[n(0)]
    list: ByteVec,
    #[n(1)]
    signature: SignatureBlock,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Contents {
    v: u16,
    node: String,
    as_of: Timestamp,
    listed: Vec<Listed>,
}

/// A snapshot that may decide.
#[derive(Debug)]
pub struct Snapshot {
    pub node: String,
    pub as_of: Timestamp,
    pub screening: Screening,
}

impl Snapshot {
    pub fn age_min(&self, now: Timestamp) -> i64 {
        now.duration_since(self.as_of).as_secs() / 60
    }

    /// Hours may pass at a post: asked before each answer.
    pub fn still_decides(&self, now: Timestamp, max_age_s: i64) -> Result<(), BadSnapshot> {
        not_too_old(self.as_of, now, max_age_s)
    }
}

fn not_too_old(as_of: Timestamp, now: Timestamp, max_age_s: i64) -> Result<(), BadSnapshot> {
    let age_s = now.duration_since(as_of).as_secs();
    if age_s > max_age_s {
        return Err(BadSnapshot::TooOld { age_min: age_s / 60, max_min: max_age_s / 60 });
    }
    Ok(())
}

#[derive(Debug, thiserror::Error)]
pub enum BadSnapshot {
    #[error("the snapshot {0} cannot be read: {1}; copy it again from the node")]
    Unreadable(String, std::io::Error),
    #[error("the snapshot is cut or damaged; copy it again from the node")]
    Damaged,
    #[error(
        "the snapshot is not signed by the node whose record you gave; do not use it, and tell the administrator"
    )]
    Forged,
    #[error("the snapshot is of another version; use the program of the node that wrote it")]
    Version,
    #[error("the snapshot is dated {0}, which lies ahead of this machine's clock; set the clock")]
    FromTheFuture(Timestamp),
    #[error(
        "Too old to decide: use the paper drill. The snapshot is {age_min} min old, at most {max_min} min are allowed"
    )]
    TooOld { age_min: i64, max_min: i64 },
    #[error("the snapshot could not be written to {0}: {1}")]
    Unwritable(String, std::io::Error),
}

impl BadSnapshot {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(..) => "snapshot-unreadable",
            Self::Damaged => "snapshot-damaged",
            Self::Forged => "snapshot-forged",
            Self::Version => "snapshot-version",
            Self::FromTheFuture(_) => "snapshot-future",
            Self::TooOld { .. } => "snapshot-too-old",
            Self::Unwritable(..) => "snapshot-unwritable",
        }
    }
}

/// The bytes of a snapshot of everything on the list now.
pub fn seal(screening: &Screening, node: &str, key: &SignKey, now: Timestamp) -> Vec<u8> {
    let listed = screening.all().iter().map(|listed| Listed::clone(listed)).collect();
    let contents = Contents { v: 1, node: node.to_owned(), as_of: now, listed };
    // Every field is text, number or a list of such: writing cannot fail.
    let list = minicbor_serde::to_vec(&contents).unwrap_or_default();
    let signature = SignatureBlock::cose(key, Context::Snapshot, &list);
    minicbor::to_vec(File { list: list.into(), signature }).unwrap_or_default()
}

/// Writes it whole or not at all: a reader never sees half a file.
pub fn write(file: &Path, bytes: &[u8]) -> Result<(), BadSnapshot> {
    let unwritable = |why| BadSnapshot::Unwritable(file.display().to_string(), why);
    let beside = file.with_extension("new");
    std::fs::write(&beside, bytes).map_err(unwritable)?;
    std::fs::rename(&beside, file).map_err(unwritable)
}

pub fn read(file: &Path) -> Result<Vec<u8>, BadSnapshot> {
    let unreadable = |why| BadSnapshot::Unreadable(file.display().to_string(), why);
    let size = std::fs::metadata(file).map_err(unreadable)?.len();
    if size > FILE_MAX_BYTES {
        return Err(BadSnapshot::Damaged);
    }
    std::fs::read(file).map_err(unreadable)
}

/// Checks signature, spelling and age, then builds the list.
pub fn open(bytes: &[u8], key: &VerifyKey, now: Timestamp, max_age_s: i64) -> Result<Snapshot, BadSnapshot> {
    let file: File = minicbor::decode(bytes).map_err(|_| BadSnapshot::Damaged)?;
    if minicbor::to_vec(&file).map_err(|_| BadSnapshot::Damaged)? != bytes {
        return Err(BadSnapshot::Damaged);
    }
    file.signature.verify(key, Context::Snapshot, &file.list).map_err(|_| BadSnapshot::Forged)?;
    let contents: Contents = minicbor_serde::from_slice(&file.list).map_err(|_| BadSnapshot::Version)?;
    if contents.v != 1 {
        return Err(BadSnapshot::Version);
    }
    if now.duration_since(contents.as_of).as_secs() < -AHEAD_MAX_S {
        return Err(BadSnapshot::FromTheFuture(contents.as_of));
    }
    not_too_old(contents.as_of, now, max_age_s)?;
    Ok(Snapshot {
        node: contents.node,
        as_of: contents.as_of,
        screening: Screening::new(contents.listed, now),
    })
}
