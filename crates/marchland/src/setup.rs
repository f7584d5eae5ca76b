//! Founding a node: keys of the state and the registrar, chains of bodies and officials, the record a neighbour pins.
//!
//! A state does this once with its own ceremony and keeps root and registrar keys offline; the demo does it on the spot.
//!
//! Never: runs while a node serves; writes a root or registrar key into a node's keyring.

use std::collections::BTreeMap;

use getrandom::SysRng;
use getrandom::rand_core::UnwrapErr;
use marchland_wire::Refused;
use marchland_wire::keys::{BodySecret, Hash, Id, SignKey, Signer};
use marchland_wire::mandate::{Chain, Link, Role};
use marchland_wire::neighbour::{BodyEntry, BodyKeyRecord, Neighbour};
use marchland_wire::root::Root;
use marchland_wire::scope::{Act, Scope, Set};

use crate::acts::power;
use crate::keyring::{BodyKeys, Keyring};
use crate::peer::tls::Identity;

const DAY_S: i64 = 86_400;
const ROOT_DAYS: i64 = 3650;
const REGISTRAR_DAYS: i64 = 365;
const BODY_DAYS: i64 = 365;
/// An official's mandate lasts a quarter at most; its renewal is the review.
pub const MANDATE_DAYS: i64 = 90;
const DAILY_QUOTA: u32 = 200;

/// Randomness of the machine; it aborts rather than continue without.
pub fn rng() -> UnwrapErr<SysRng> {
    UnwrapErr(SysRng)
}

/// The offline half of a state: what a ceremony holds and a node never sees.
#[derive(Debug)]
pub struct StateKeys {
    pub state: String,
    pub root: Root,
    registrar: SignKey,
    registrar_chain: Chain,
    registrar_link: Link,
}

/// A body with its chain; extends to the chains of its officials.
#[derive(Debug)]
pub struct FoundedBody {
    pub id: String,
    pub level: String,
    pub parent: Option<String>,
    pub region: Option<String>,
    link: Link,
    chain: Chain,
    pub keys: BodyKeys,
}

impl StateKeys {
    /// Three root keys, two of which must sign, and a registrar under them.
    pub fn found(state: &str, now_s: i64) -> Result<Self, Refused> {
        let keys: Vec<SignKey> = (0..3).map(|_| SignKey::generate(&mut rng())).collect();
        let root = Root {
            v: 1,
            state: state.to_owned(),
            number: 1,
            keys: keys.iter().map(SignKey::public).collect(),
            threshold: 2,
            not_before_s: now_s - DAY_S,
            not_after_s: now_s + ROOT_DAYS * DAY_S,
        };
        let registrar = SignKey::generate(&mut rng());
        let registrar_link = Link {
            v: 1,
            id: Id::random(&mut rng()),
            role: Role::Registrar,
            state: state.to_owned(),
            body: None,
            holder: format!("registrar of {state}"),
            key: registrar.public(),
            scope: Scope::everything(DAILY_QUOTA * 100),
            not_before_s: now_s - DAY_S,
            not_after_s: now_s + REGISTRAR_DAYS * DAY_S,
            parent: root.fingerprint(),
        };
        let signers: Vec<&dyn Signer> = keys.iter().take(2).map(|key| key as &dyn Signer).collect();
        let registrar_chain = Chain::registrar(&registrar_link, &signers)?;
        Ok(Self { state: state.to_owned(), root, registrar, registrar_chain, registrar_link })
    }

    pub fn body(
        &self,
        entry: &crate::config::BodyEntry,
        peers: &[String],
        now_s: i64,
    ) -> Result<FoundedBody, Refused> {
        let keys = BodyKeys { sign: SignKey::generate(&mut rng()), open: BodySecret::generate(&mut rng()) };
        let link = Link {
            v: 1,
            id: Id::random(&mut rng()),
            role: Role::Body,
            state: self.state.clone(),
            body: Some(entry.id.clone()),
            holder: entry.id.clone(),
            key: keys.sign.public(),
            scope: Scope {
                peers: Set::only(peers.iter().cloned()),
                territories: entry.region.iter().cloned().fold(Set::Any, |_, region| Set::only([region])),
                ..Scope::everything(DAILY_QUOTA * 10)
            },
            not_before_s: now_s - DAY_S,
            not_after_s: now_s + (BODY_DAYS - 2) * DAY_S,
            parent: self.registrar_link.hash(),
        };
        let chain = self.registrar_chain.extend(&link, &self.registrar)?;
        Ok(FoundedBody {
            id: entry.id.clone(),
            level: entry.level.clone(),
            parent: entry.parent.clone(),
            region: entry.region.clone(),
            link,
            chain,
            keys,
        })
    }

    /// The record a neighbour imports: our node keys, our certificate, our bodies with their keys.
    pub fn neighbour_record(
        &self,
        node: &str,
        address: &str,
        keyring: &Keyring,
        bodies: &[FoundedBody],
        now_s: i64,
    ) -> Result<Vec<u8>, Refused> {
        let mut entries =
            bodies.iter().map(|body| body.entry(bodies, now_s)).collect::<Result<Vec<_>, _>>()?;
        entries.sort_by(|a, b| a.body.cmp(&b.body));
        Neighbour {
            v: 1,
            node: node.to_owned(),
            state: self.state.clone(),
            number: 1,
            epoch: 1,
            root: self.root.fingerprint(),
            registrar: self.registrar_chain.to_bytes().into(),
            log_key: keyring.log.public(),
            witness_key: keyring.witness.public(),
            tls: Hash::of("", &[&keyring.tls.certificate]),
            address: address.to_owned(),
            bodies: entries,
            not_before_s: now_s - DAY_S,
            not_after_s: now_s + (REGISTRAR_DAYS - 3) * DAY_S,
            root_record: self.root.to_bytes().into(),
        }
        .sign(&self.registrar)
    }
}

impl FoundedBody {
    /// A mandate for an official who acts in this body's name. The holder is the post, never a person's name.
    pub fn mandate(
        &self,
        post: &str,
        key: &SignKey,
        powers: &[power::Power],
        forms: &[&str],
        now_s: i64,
    ) -> Result<(Link, Vec<u8>), Refused> {
        let mut acts = vec![Act::Read, Act::Acknowledge];
        acts.extend(powers.iter().flat_map(|power| power::acts(*power)));
        let link = Link {
            v: 1,
            id: Id::random(&mut rng()),
            role: Role::Official,
            state: self.link.state.clone(),
            body: Some(self.id.clone()),
            holder: post.to_owned(),
            key: key.public(),
            scope: Scope {
                acts: Set::only(acts),
                forms: Set::only(forms.iter().map(|form| (*form).to_owned())),
                classes: Set::only(powers.iter().map(|power| power::class(*power))),
                daily_quota: DAILY_QUOTA,
                ..self.link.scope.clone()
            },
            not_before_s: now_s - DAY_S,
            not_after_s: now_s + MANDATE_DAYS * DAY_S,
            parent: self.link.hash(),
        };
        let chain = self.chain.extend(&link, &self.keys.sign)?;
        Ok((link, chain.to_bytes()))
    }

    fn entry(&self, served: &[FoundedBody], now_s: i64) -> Result<BodyEntry, Refused> {
        let key = BodyKeyRecord {
            v: 1,
            body: self.id.clone(),
            key: self.keys.open.public()?,
            not_before_s: now_s - DAY_S,
            not_after_s: now_s + (BODY_DAYS - 3) * DAY_S,
        };
        Ok(BodyEntry {
            body: self.id.clone(),
            level: self.level.clone(),
            parent: self.parent.clone().filter(|parent| served.iter().any(|body| body.id == *parent)),
            territory: self.region.clone(),
            chain: self.chain.to_bytes().into(),
            keys: vec![key.sign(&self.keys.sign)?.into()],
        })
    }
}

/// A node's keyring, with a certificate for the addresses it is reached at.
pub fn keyring(addresses: Vec<String>, bodies: BTreeMap<String, BodyKeys>) -> Result<Keyring, rcgen::Error> {
    Ok(Keyring {
        log: SignKey::generate(&mut rng()),
        witness: SignKey::generate(&mut rng()),
        tls: Identity::generate(addresses, 2)?,
        bodies,
        officials: BTreeMap::new(),
    })
}
