//! What a node publishes about itself: its keys and the bodies it serves. spec/mandate.md, section "Neighbour record".
//!
//! The record is signed by the state's registrar and handed over when two nodes are linked; a new one replaces it before
//! keys end. Body signing keys come from mandate chains, body encryption keys are signed by the body itself.
//!
//! Never: looked up on a network. A key that is not in a signed record does not exist.

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::cbor::{self, Limits};
use crate::code::{Code, Refused};
use crate::cose::Context;
use crate::keys::{BodyKey, Hash, Signer, VerifyKey};
use crate::mandate::{Revoked, Role, VerifiedMandate, verify_chain};
use crate::root::{RootSet, Signed};

pub const NEIGHBOUR: Limits = Limits { what: "neighbour record", bytes: 1024 * 1024, depth: 6, text: 256 };
const BODY_KEY: Limits = Limits { what: "body key record", bytes: 4096, depth: 4, text: 256 };

/// An encryption key of a body for a span of time, signed with the body's signing key.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct BodyKeyRecord {
    #[n(0)]
    pub v: u8,
    #[n(1)]
    pub body: String,
    #[n(2)]
    pub key: BodyKey,
    #[n(3)]
    pub not_before_s: i64,
    #[n(4)]
    pub not_after_s: i64,
}

impl BodyKeyRecord {
    pub fn sign(&self, body: &dyn Signer) -> Result<Vec<u8>, Refused> {
        Ok(Signed::new(Context::BodyKey, cbor::write(self), &[body])?.to_bytes())
    }

    fn verify(bytes: &[u8], body: &VerifyKey) -> Result<BodyKeyRecord, Refused> {
        let signed = Signed::read(bytes, &BODY_KEY)?;
        signed.verify_one(Context::BodyKey, body)?;
        let record: BodyKeyRecord = cbor::read(&signed.document, &BODY_KEY)?;
        if record.v != 1 {
            return Err(Refused::new(Code::Version, "body key record"));
        }
        record.key.require_valid("body key record")?;
        Ok(record)
    }
}

/// One body a node serves.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct BodyEntry {
    #[n(0)]
    pub body: String,
    /// `central`, `regional`, `district` or `unit`.
    #[n(1)]
    pub level: String,
    /// The body above, when it is served by the same node.
    #[n(2)]
    pub parent: Option<String>,
    #[n(3)]
    pub territory: Option<String>,
    /// Chain of the body: registrar, body.
    #[n(4)]
    pub chain: ByteVec,
    /// Signed [`BodyKeyRecord`]s, the current one and those announced.
    #[n(5)]
    pub keys: Vec<ByteVec>,
}

/// The record itself.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Neighbour {
    #[n(0)]
    pub v: u8,
    #[n(1)]
    pub state: String,
    #[n(2)]
    pub node: String,
    /// Grows by one with each new record.
    #[n(3)]
    pub number: u64,
    /// Epoch of the node's logs and lanes.
    #[n(4)]
    pub epoch: u32,
    /// Fingerprint of the state root.
    #[n(5)]
    pub root: Hash,
    /// Chain of the registrar that signs this record.
    #[n(6)]
    pub registrar: ByteVec,
    /// Signs this node's checkpoints.
    #[n(7)]
    pub log_key: VerifyKey,
    /// Cosigns the neighbour's checkpoints.
    #[n(8)]
    pub witness_key: VerifyKey,
    /// SHA-256 of the TLS certificate in DER.
    #[n(9)]
    pub tls: Hash,
    /// Base address, `https://host:port`.
    #[n(10)]
    pub address: String,
    #[n(11)]
    pub bodies: Vec<BodyEntry>,
    #[n(12)]
    pub not_before_s: i64,
    #[n(13)]
    pub not_after_s: i64,
    /// Public bytes of the state root, so that a person can compare the fingerprint before trusting it.
    #[n(14)]
    pub root_record: ByteVec,
}

impl Neighbour {
    pub fn sign(&self, registrar: &dyn Signer) -> Result<Vec<u8>, Refused> {
        Ok(Signed::new(Context::Neighbour, cbor::write(self), &[registrar])?.to_bytes())
    }

    /// Reads the record without trusting it: to show its fingerprint to the person who decides.
    pub fn peek(bytes: &[u8]) -> Result<Neighbour, Refused> {
        let record: Neighbour = cbor::read(&Signed::read(bytes, &NEIGHBOUR)?.document, &NEIGHBOUR)?;
        if record.v != 1 {
            return Err(Refused::new(Code::Version, "neighbour record"));
        }
        Ok(record)
    }
}

/// A body of a checked record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    pub id: String,
    pub level: String,
    pub parent: Option<String>,
    pub territory: Option<String>,
    pub mandate: VerifiedMandate,
    pub keys: Vec<BodyKeyRecord>,
}

impl Body {
    /// The encryption key to use at this moment: the newest that holds.
    pub fn key_at(&self, at_s: i64) -> Result<&BodyKeyRecord, Refused> {
        self.keys
            .iter()
            .filter(|k| k.not_before_s <= at_s && at_s < k.not_after_s)
            .max_by_key(|k| k.not_before_s)
            .ok_or_else(|| Refused::new(Code::BodyKeyExpired, "body key record"))
    }
}

/// A record that has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedNeighbour {
    pub record: Neighbour,
    pub bodies: Vec<Body>,
}

impl VerifiedNeighbour {
    pub fn body(&self, id: &str) -> Option<&Body> {
        self.bodies.iter().find(|b| b.id == id)
    }

    pub fn registrar_key(&self) -> Option<&VerifyKey> {
        self.bodies.first().map(|b| b.mandate.registrar_key())
    }
}

/// Checks a record against trusted roots at a moment: registrar's chain and signature, node keys, every body.
pub fn verify_neighbour(
    bytes: &[u8],
    roots: &RootSet,
    at_s: i64,
    revoked: &Revoked,
) -> Result<VerifiedNeighbour, Refused> {
    let record = Neighbour::peek(bytes)?;
    let at = |code, why: &str| Err(Refused::new(code, format!("neighbour record: {why}")));
    let registrar = verify_chain(&record.registrar, roots, at_s, revoked)?;
    if registrar.leaf().role != Role::Registrar
        || registrar.state() != record.state
        || registrar.root() != record.root
    {
        return at(Code::ChainBroken, "registrar");
    }
    Signed::read(bytes, &NEIGHBOUR)?.verify_one(Context::Neighbour, registrar.key())?;
    if Hash::of("marchland/root/1", &[&record.root_record]) != record.root {
        return at(Code::RootUnknown, "root record");
    }
    if !(record.not_before_s <= at_s && at_s < record.not_after_s) {
        return at(Code::Expired, "dates");
    }
    record.log_key.require_strong("neighbour record: log key")?;
    record.witness_key.require_strong("neighbour record: witness key")?;
    let taken = [record.log_key, record.witness_key, *registrar.key()];
    if taken[0] == taken[1] || taken[..2].contains(&taken[2]) {
        return at(Code::DuplicateKey, "node keys");
    }
    if record.bodies.is_empty() || !record.bodies.is_sorted_by(|a, b| a.body < b.body) {
        return at(Code::NotCanonical, "bodies must be present, sorted and different");
    }
    let mut bodies = Vec::with_capacity(record.bodies.len());
    for entry in &record.bodies {
        let body = verify_body(entry, roots, at_s, revoked)?;
        if body.mandate.links().first() != registrar.links().first() {
            return at(Code::ChainBroken, "body of another registrar");
        }
        if taken.contains(body.mandate.key())
            || bodies.iter().any(|b: &Body| b.mandate.key() == body.mandate.key())
        {
            return at(Code::DuplicateKey, "body key");
        }
        bodies.push(body);
    }
    Ok(VerifiedNeighbour { record, bodies })
}

fn verify_body(entry: &BodyEntry, roots: &RootSet, at_s: i64, revoked: &Revoked) -> Result<Body, Refused> {
    let mandate = verify_chain(&entry.chain, roots, at_s, revoked)?;
    if mandate.leaf().role != Role::Body || mandate.body() != Some(entry.body.as_str()) {
        return Err(Refused::new(Code::WrongBody, "neighbour record"));
    }
    let keys = entry
        .keys
        .iter()
        .map(|bytes| {
            let record = BodyKeyRecord::verify(bytes, mandate.key())?;
            if record.body != entry.body {
                return Err(Refused::new(Code::WrongBody, "body key record"));
            }
            Ok(record)
        })
        .collect::<Result<Vec<_>, _>>()?;
    if keys.is_empty() || keys.len() > 16 {
        return Err(Refused::new(Code::Malformed, "body key records: between one and sixteen"));
    }
    Ok(Body {
        id: entry.body.clone(),
        level: entry.level.clone(),
        parent: entry.parent.clone(),
        territory: entry.territory.clone(),
        mandate,
        keys,
    })
}
