//! Mandates: who may act for a police body, until when, shown by a chain of signed links. spec/mandate.md.
//!
//! State root, registrar, body, official: each link is signed by the one above and may only narrow it. A chain is checked
//! without a network at a given moment; revocation is decided by the order of the log, not by a clock.
//!
//! Never: a bearer token. A mandate is bound to a key and names who gave it.

use std::collections::{BTreeMap, BTreeSet};

use minicbor::bytes::ByteVec;
use minicbor::{Decode, Encode};

use crate::cbor::{self, Limits};
use crate::code::{Code, Refused};
use crate::cose::Context;
use crate::keys::{Hash, Id, Signer, VerifyKey};
use crate::root::{Root, RootSet, Signed};
use crate::scope::{Scope, Use};

pub const CHAIN: Limits = Limits { what: "mandate chain", bytes: 32 * 1024, depth: 4, text: 64 };
const LINK: Limits = Limits { what: "mandate", bytes: 8192, depth: 6, text: 256 };
const REVOCATIONS: Limits = Limits { what: "revocation list", bytes: 1024 * 1024, depth: 4, text: 64 };

/// Whose mandate it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(index_only)]
pub enum Role {
    #[n(0)]
    Registrar,
    #[n(1)]
    Body,
    #[n(2)]
    Official,
}

/// One link of a chain.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Link {
    #[n(0)]
    pub v: u8,
    #[n(1)]
    pub id: Id,
    #[n(2)]
    pub role: Role,
    #[n(3)]
    pub state: String,
    /// The police body; absent for the registrar.
    #[n(4)]
    pub body: Option<String>,
    /// Post or office with a pseudonym, never a person's name.
    #[n(5)]
    pub holder: String,
    #[n(6)]
    pub key: VerifyKey,
    #[n(7)]
    pub scope: Scope,
    #[n(8)]
    pub not_before_s: i64,
    /// First second at which it no longer holds.
    #[n(9)]
    pub not_after_s: i64,
    /// Hash of the link above; for the registrar, the fingerprint of the state root.
    #[n(10)]
    pub parent: Hash,
}

impl Link {
    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::write(self)
    }

    /// By which envelopes, children and revocations name this link.
    pub fn hash(&self) -> Hash {
        Hash::of("marchland/mandate/1", &[&self.to_bytes()])
    }

    fn read(bytes: &[u8]) -> Result<Link, Refused> {
        let link: Link = cbor::read(bytes, &LINK)?;
        if link.v != 1 {
            return Err(Refused::new(Code::Version, "mandate"));
        }
        link.key.require_strong("mandate")?;
        Ok(link)
    }
}

/// A chain as it travels: registrar first.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Chain {
    #[n(0)]
    links: Vec<ByteVec>,
}

impl Chain {
    /// Starts a chain: the threshold of the root signs the registrar's link.
    pub fn registrar(link: &Link, root: &[&dyn Signer]) -> Result<Chain, Refused> {
        Ok(Chain { links: vec![Signed::new(Context::Mandate, link.to_bytes(), root)?.to_bytes().into()] })
    }

    /// Adds a link signed by the holder of the last one. What a reader would refuse is caught by [`verify_chain`].
    pub fn extend(&self, link: &Link, issuer: &dyn Signer) -> Result<Chain, Refused> {
        let mut links = self.links.clone();
        links.push(Signed::new(Context::Mandate, link.to_bytes(), &[issuer])?.to_bytes().into());
        Ok(Chain { links })
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        cbor::write(self)
    }
}

/// A chain that has been checked. Holding it is the proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedMandate {
    links: Vec<Link>,
    root: Hash,
}

impl VerifiedMandate {
    /// The last link: whose mandate this is.
    pub fn leaf(&self) -> &Link {
        // `verify_chain` builds this only from at least one link.
        &self.links[self.links.len() - 1]
    }

    pub fn hash(&self) -> Hash {
        self.leaf().hash()
    }

    pub fn links(&self) -> &[Link] {
        &self.links
    }

    pub fn root(&self) -> Hash {
        self.root
    }

    pub fn key(&self) -> &VerifyKey {
        &self.leaf().key
    }

    pub fn state(&self) -> &str {
        &self.leaf().state
    }

    pub fn body(&self) -> Option<&str> {
        self.leaf().body.as_deref()
    }

    pub fn registrar_key(&self) -> &VerifyKey {
        &self.links[0].key
    }

    /// Whether every link holds at this moment.
    pub fn valid_at(&self, at_s: i64) -> Result<(), Refused> {
        for link in &self.links {
            moment(link, at_s)?;
        }
        Ok(())
    }

    /// Whether no link of the chain is revoked in this view.
    pub fn not_in(&self, revoked: &Revoked) -> Result<(), Refused> {
        match self.links.iter().any(|l| revoked.contains(&l.hash())) {
            true => Err(Refused::new(Code::Revoked, "mandate chain")),
            false => Ok(()),
        }
    }

    pub fn permits(&self, wanted: &Use<'_>) -> Result<(), Refused> {
        self.leaf().scope.permits(wanted)
    }
}

/// Checks a chain at a moment: all of [`check_chain`], each validity, revocation.
pub fn verify_chain(
    chain: &[u8],
    roots: &RootSet,
    at_s: i64,
    revoked: &Revoked,
) -> Result<VerifiedMandate, Refused> {
    let mandate = check_chain(chain, roots)?;
    mandate.valid_at(at_s)?;
    mandate.not_in(revoked)?;
    Ok(mandate)
}

/// Checks what does not depend on the moment: shape, root, each signature, each narrowing. An inbox uses it to learn
/// whose message it is, before it asks whether the mandate held.
pub fn check_chain(chain: &[u8], roots: &RootSet) -> Result<VerifiedMandate, Refused> {
    let chain: Chain = cbor::read(chain, &CHAIN)?;
    if !(1..=3).contains(&chain.links.len()) {
        return Err(Refused::new(Code::ChainDepth, "mandate chain"));
    }
    let mut links: Vec<Link> = Vec::with_capacity(chain.links.len());
    let mut root_hash = Hash([0; 32]);
    for (bytes, role) in chain.links.iter().zip([Role::Registrar, Role::Body, Role::Official]) {
        let signed = Signed::read(bytes, &LINK)?;
        let link = Link::read(&signed.document)?;
        if link.role != role {
            return Err(Refused::new(Code::ChainDepth, "mandate chain: order of roles"));
        }
        match links.last() {
            None => {
                let root = trusted(&link, roots)?;
                signed.verify_threshold(Context::Mandate, &root.keys, root.threshold)?;
                under_root(&link, root)?;
                root_hash = link.parent;
            }
            Some(parent) => {
                signed.verify_one(Context::Mandate, &parent.key)?;
                under_parent(&link, parent)?;
            }
        }
        if links.iter().any(|l| l.key == link.key) {
            return Err(Refused::new(Code::DuplicateKey, "mandate chain"));
        }
        links.push(link);
    }
    Ok(VerifiedMandate { links, root: root_hash })
}

fn trusted<'r>(link: &Link, roots: &'r RootSet) -> Result<&'r Root, Refused> {
    let root =
        roots.of(&link.state).ok_or_else(|| Refused::new(Code::RootUnknown, "mandate of the registrar"))?;
    if root.fingerprint() == link.parent {
        Ok(root)
    } else {
        Err(Refused::new(Code::RootOld, "mandate of the registrar"))
    }
}

fn under_root(link: &Link, root: &Root) -> Result<(), Refused> {
    if link.body.is_some() {
        return Err(Refused::new(Code::Malformed, "mandate of the registrar: no body"));
    }
    if root.keys.contains(&link.key) {
        return Err(Refused::new(Code::DuplicateKey, "mandate of the registrar"));
    }
    within(link, root.not_before_s, root.not_after_s)
}

fn under_parent(link: &Link, parent: &Link) -> Result<(), Refused> {
    if link.parent != parent.hash() || link.state != parent.state {
        return Err(Refused::new(Code::ChainBroken, "mandate"));
    }
    if link.body.is_none() || (parent.role == Role::Body && link.body != parent.body) {
        return Err(Refused::new(Code::WrongBody, "mandate"));
    }
    within(link, parent.not_before_s, parent.not_after_s)?;
    link.scope.within(&parent.scope)
}

fn within(link: &Link, from_s: i64, to_s: i64) -> Result<(), Refused> {
    let inside =
        link.not_before_s >= from_s && link.not_after_s <= to_s && link.not_before_s < link.not_after_s;
    if inside { Ok(()) } else { Err(Refused::new(Code::Wider, "mandate: validity")) }
}

fn moment(link: &Link, at_s: i64) -> Result<(), Refused> {
    if at_s < link.not_before_s {
        Err(Refused::new(Code::NotYetValid, "mandate"))
    } else if at_s >= link.not_after_s {
        Err(Refused::new(Code::Expired, "mandate"))
    } else {
        Ok(())
    }
}

/// A signed list of revoked mandates of one state: complete, and numbered upwards.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RevocationList {
    #[n(0)]
    pub v: u8,
    #[n(1)]
    pub state: String,
    #[n(2)]
    pub number: u64,
    #[n(3)]
    pub issued_s: i64,
    /// Hashes of revoked links, sorted.
    #[n(4)]
    pub revoked: BTreeSet<Hash>,
}

impl RevocationList {
    pub fn sign(&self, registrar: &dyn Signer) -> Result<Vec<u8>, Refused> {
        Ok(Signed::new(Context::Revocations, cbor::write(self), &[registrar])?.to_bytes())
    }

    pub fn verify(bytes: &[u8], registrar: &VerifyKey) -> Result<RevocationList, Refused> {
        let signed = Signed::read(bytes, &REVOCATIONS)?;
        signed.verify_one(Context::Revocations, registrar)?;
        let list: RevocationList = cbor::read(&signed.document, &REVOCATIONS)?;
        if list.v != 1 {
            return Err(Refused::new(Code::Version, "revocation list"));
        }
        Ok(list)
    }

    /// Hash of the signed list, as in the log leaf and the checkpoint.
    pub fn digest(bytes: &[u8]) -> Hash {
        Hash::of("marchland/revocations/1", &[bytes])
    }
}

/// Which links are revoked, and from which leaf of the channel's log on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Revoked {
    from_leaf: BTreeMap<Hash, u64>,
}

impl Revoked {
    /// Adds a list that was logged at `leaf`; a link keeps the first leaf at which it was revoked.
    pub fn add(&mut self, list: &RevocationList, leaf: u64) {
        for hash in &list.revoked {
            let from = self.from_leaf.entry(*hash).or_insert(leaf);
            *from = leaf.min(*from);
        }
    }

    /// What was revoked before this leaf: the view that decides about a message sent there.
    pub fn before(&self, leaf: u64) -> Revoked {
        Revoked {
            from_leaf: self.from_leaf.iter().filter(|(_, at)| **at < leaf).map(|(h, at)| (*h, *at)).collect(),
        }
    }

    pub fn contains(&self, link: &Hash) -> bool {
        self.from_leaf.contains_key(link)
    }
}
