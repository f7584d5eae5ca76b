//! The node's secrets: one small file, rewritten whole, readable by its owner alone. Kept out of the database so that
//! a copy of the database opens nothing, and so that destroying a key destroys it.
//!
//! Never: leaves the machine; appears in a log, an error or an audit line.

use std::collections::BTreeMap;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use marchland_wire::keys::{BodySecret, SignKey};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::access::hex;
use crate::peer::tls::Identity;

#[derive(Debug)]
pub struct Keyring {
    /// Signs the checkpoints of our logs.
    pub log: SignKey,
    /// Cosigns the checkpoints of our neighbours' logs.
    pub witness: SignKey,
    pub tls: Identity,
    pub bodies: BTreeMap<String, BodyKeys>,
    /// Software keys of officials, by official id. A card or passkey replaces them official by official.
    pub officials: BTreeMap<String, SignKey>,
}

#[derive(Clone, Debug)]
pub struct BodyKeys {
    pub sign: SignKey,
    pub open: BodySecret,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    log: String,
    witness: String,
    tls_certificate: String,
    tls_key: String,
    bodies: BTreeMap<String, FileBody>,
    officials: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileBody {
    sign: String,
    open: String,
}

#[derive(Debug, thiserror::Error)]
pub enum BadKeyring {
    #[error(
        "keyring {file}: {why}; restore it from the sealed copy, the node cannot sign or open anything without it"
    )]
    Unreadable { file: String, why: String },
}

impl Keyring {
    pub fn read(file: &Path) -> Result<Self, BadKeyring> {
        let bad = |why: String| BadKeyring::Unreadable { file: file.display().to_string(), why };
        let text = Zeroizing::new(std::fs::read_to_string(file).map_err(|e| bad(e.to_string()))?);
        let stored: File = serde_json::from_str(&text).map_err(|e| bad(e.to_string()))?;
        let key = |what: &str, hex: &str| {
            seed(hex)
                .map(|s| SignKey::from_bytes(&s))
                .ok_or_else(|| bad(format!("{what} is not 32 bytes in hex")))
        };
        let bytes =
            |what: &str, hex: &str| unhex(hex).ok_or_else(|| bad(format!("{what} is not written in hex")));
        let mut bodies = BTreeMap::new();
        for (id, body) in &stored.bodies {
            let open = seed(&body.open).ok_or_else(|| bad(format!("key of {id} is not 32 bytes in hex")))?;
            bodies.insert(
                id.clone(),
                BodyKeys { sign: key(id, &body.sign)?, open: BodySecret::from_bytes(*open) },
            );
        }
        let mut officials = BTreeMap::new();
        for (id, stored) in &stored.officials {
            officials.insert(id.clone(), key("key of an official", stored)?);
        }
        Ok(Self {
            log: key("log key", &stored.log)?,
            witness: key("witness key", &stored.witness)?,
            tls: Identity {
                certificate: bytes("certificate", &stored.tls_certificate)?.into(),
                key_pkcs8: bytes("tls key", &stored.tls_key)?,
            },
            bodies,
            officials,
        })
    }

    /// Writes a new file beside the old one, waits for the disk, then puts it in its place.
    pub fn write(&self, file: &Path) -> std::io::Result<()> {
        let stored = File {
            log: hex(&*self.log.to_bytes()),
            witness: hex(&*self.witness.to_bytes()),
            tls_certificate: hex(&self.tls.certificate),
            tls_key: hex(&self.tls.key_pkcs8),
            bodies: self
                .bodies
                .iter()
                .map(|(id, keys)| {
                    let body =
                        FileBody { sign: hex(&*keys.sign.to_bytes()), open: hex(&*keys.open.to_bytes()) };
                    (id.clone(), body)
                })
                .collect(),
            officials: self.officials.iter().map(|(id, key)| (id.clone(), hex(&*key.to_bytes()))).collect(),
        };
        let text = Zeroizing::new(serde_json::to_string_pretty(&stored)?);
        let beside = file.with_extension("new");
        let mut new =
            std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
        new.write_all(text.as_bytes())?;
        new.sync_all()?;
        std::fs::rename(&beside, file)?;
        match file.parent() {
            Some(folder) => std::fs::File::open(folder)?.sync_all(),
            None => Ok(()),
        }
    }
}

fn seed(hex: &str) -> Option<Zeroizing<[u8; 32]>> {
    Some(Zeroizing::new(unhex(hex)?.try_into().ok()?))
}

pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).ok()).collect()
}
