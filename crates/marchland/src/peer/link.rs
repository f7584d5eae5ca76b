//! A linked neighbour as the node works with it: its checked record, its pinned certificate, a client to reach it.
//!
//! Never: fetches a key from a network; what is not in the signed record does not exist.

use std::collections::BTreeMap;

use marchland_wire::checkpoint::origin;
use marchland_wire::mandate::Revoked;
use marchland_wire::neighbour::{Neighbour, VerifiedNeighbour, verify_neighbour};
use marchland_wire::root::{Root, RootSet};

use super::tls::{self, Identity};
use crate::store::neighbour::NeighbourRow;

const POST_LIMIT_S: u64 = 30;

#[derive(Debug)]
pub struct Link {
    pub id: String,
    pub state: String,
    pub url: String,
    pub record: VerifiedNeighbour,
    pub record_bytes: Vec<u8>,
    pub certificate: Vec<u8>,
    /// Name of our log towards it, and of its log towards us.
    pub our_origin: String,
    pub their_origin: String,
    pub client: reqwest::Client,
}

/// All neighbours, and the state roots trusted by linking them.
#[derive(Debug)]
pub struct Links {
    by_id: BTreeMap<String, Link>,
    pub roots: RootSet,
    /// Our own record: what neighbours hold about us.
    pub own: VerifiedNeighbour,
    pub own_bytes: Vec<u8>,
}

#[derive(Debug, thiserror::Error)]
pub enum BadLink {
    #[error("the record of {whose}: {why}; exchange a new one")]
    Record { whose: String, why: marchland_wire::Refused },
    #[error("the certificate of {0} is not the one its record names; exchange both again")]
    Certificate(String),
    #[error("no client can be made for {whose}: {why}")]
    Client { whose: String, why: String },
}

/// The node's own record, checked as a neighbour would.
pub fn own_record(bytes: &[u8], now_s: i64) -> Result<VerifiedNeighbour, BadLink> {
    check("this node", bytes, &mut RootSet::default(), now_s)
}

impl Links {
    pub fn open(own: &[u8], rows: &[NeighbourRow], identity: &Identity, now_s: i64) -> Result<Self, BadLink> {
        let mut roots = RootSet::default();
        let own_record = check("this node", own, &mut roots, now_s)?;
        let mut by_id = BTreeMap::new();
        for row in rows {
            let record = check(&row.id, &row.record, &mut roots, now_s)?;
            if marchland_wire::keys::Hash::of("", &[&row.certificate]) != record.record.tls {
                return Err(BadLink::Certificate(row.id.clone()));
            }
            let client = tls::client(identity, row.certificate.clone().into(), POST_LIMIT_S)
                .map_err(|why| BadLink::Client { whose: row.id.clone(), why: why.to_string() })?;
            let link = Link {
                id: row.id.clone(),
                state: record.record.state.clone(),
                url: row.url.clone(),
                our_origin: origin(&own_record.record.node, &record.record.node, own_record.record.epoch),
                their_origin: origin(&record.record.node, &own_record.record.node, record.record.epoch),
                record,
                record_bytes: row.record.clone(),
                certificate: row.certificate.clone(),
                client,
            };
            by_id.insert(row.id.clone(), link);
        }
        Ok(Self { by_id, roots, own: own_record, own_bytes: own.to_vec() })
    }

    pub fn all(&self) -> impl Iterator<Item = &Link> {
        self.by_id.values()
    }

    pub fn get(&self, id: &str) -> Option<&Link> {
        self.by_id.get(id)
    }

    /// The neighbour that serves a body.
    pub fn serving(&self, body: &str) -> Option<&Link> {
        self.by_id.values().find(|link| link.record.body(body).is_some())
    }

    /// The neighbour that showed this certificate in the handshake.
    pub fn with_certificate(&self, fingerprint: &str) -> Option<&Link> {
        self.by_id.values().find(|link| tls::fingerprint(&link.certificate) == fingerprint)
    }
}

/// The administrator compared the fingerprint of the root when the neighbour was linked; since then it is trusted.
fn check(whose: &str, bytes: &[u8], roots: &mut RootSet, now_s: i64) -> Result<VerifiedNeighbour, BadLink> {
    let bad = |why| BadLink::Record { whose: whose.to_owned(), why };
    let peeked = Neighbour::peek(bytes).map_err(bad)?;
    roots.trust(Root::read(&peeked.root_record).map_err(bad)?);
    verify_neighbour(bytes, roots, now_s, &Revoked::default()).map_err(bad)
}
