//! Two fictional nodes with fixed keys, for tests and for the vectors in `spec/vectors`.

#![allow(dead_code, unreachable_pub, reason = "each test file includes this module and uses its part of it")]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

pub mod walk;

use std::collections::{BTreeMap, BTreeSet};

use chacha20::ChaCha20Rng;
use chacha20::rand_core::SeedableRng;
use marchland_wire::checkpoint::{Checkpoint, Note, origin};
use marchland_wire::code::Refused;
use marchland_wire::envelope::{Draft, Kind, LaneId, LegalBasis, Sealed, seal};
use marchland_wire::inbox::{Inbox, Verdict, judge};
use marchland_wire::keys::{BodySecret, Hash, Id, Salt, SignKey, Signer};
use marchland_wire::lane::LaneView;
use marchland_wire::leaf::Record;
use marchland_wire::mandate::{Chain, Link, Revoked, Role, VerifiedMandate, verify_chain};
use marchland_wire::merkle::{self, Coord};
use marchland_wire::neighbour::{BodyEntry, BodyKeyRecord, Neighbour, VerifiedNeighbour, verify_neighbour};
use marchland_wire::receipt::{Leaf, Receipt};
use marchland_wire::root::{Root, RootSet};
use marchland_wire::scope::{Act, Ground, Scope, Set};

pub const NOW_S: i64 = 1_795_000_000;
pub const YEAR_S: i64 = 366 * 86_400;
pub const FORM: &str = "operational-request";
pub const INSTRUMENT: &str = "sample-agreement-1998";

pub fn rng(seed: u8) -> ChaCha20Rng {
    ChaCha20Rng::from_seed([seed; 32])
}

pub fn key(seed: u8) -> SignKey {
    SignKey::from_bytes(&[seed; 32])
}

/// A log kept in memory, as a node keeps it in its store.
#[derive(Default)]
pub struct Log {
    pub nodes: BTreeMap<Coord, Hash>,
    pub size: u64,
}

impl Log {
    pub fn append(&mut self, leaf: Hash) -> u64 {
        let new = merkle::append(self.size, leaf, &|c| self.nodes.get(&c).copied()).unwrap();
        self.nodes.extend(new);
        self.size += 1;
        self.size - 1
    }

    pub fn fill(&mut self, entries: impl IntoIterator<Item = Vec<u8>>) {
        for entry in entries {
            self.append(merkle::leaf_hash(&entry));
        }
    }

    pub fn root(&self) -> Hash {
        merkle::root(self.size, &|c| self.nodes.get(&c).copied()).unwrap()
    }

    pub fn inclusion(&self, index: u64, size: u64) -> Vec<Hash> {
        merkle::inclusion(index, size, &|c| self.nodes.get(&c).copied()).unwrap()
    }

    pub fn consistency(&self, old: u64, new: u64) -> Vec<Hash> {
        merkle::consistency(old, new, &|c| self.nodes.get(&c).copied()).unwrap()
    }
}

/// One state with one node, one body, one official who heads it and one more official.
pub struct Side {
    pub state: &'static str,
    pub node: &'static str,
    pub peer: &'static str,
    pub body: &'static str,
    pub root_keys: [SignKey; 3],
    pub root: Root,
    pub registrar: SignKey,
    pub body_key: SignKey,
    pub body_secret: BodySecret,
    pub head: SignKey,
    pub second: SignKey,
    pub log_key: SignKey,
    pub witness: SignKey,
    pub registrar_chain: Chain,
    pub body_chain: Chain,
    pub head_chain: Chain,
    pub second_chain: Chain,
    pub body_link: Link,
    pub head_link: Link,
    pub log: Log,
}

pub fn scope() -> Scope {
    Scope {
        acts: Set::only([Act::SignRequest, Act::SignAnswer, Act::Read, Act::Acknowledge]),
        forms: Set::only([FORM.to_owned()]),
        peers: Set::only(["KZ".to_owned(), "RU".to_owned()]),
        territories: Set::Any,
        grounds: Set::only([Ground { instrument: INSTRUMENT.to_owned(), article: None }]),
        classes: Set::only([0, 1, 2]),
        daily_quota: 50,
        four_eyes: Set::only([2]),
    }
}

impl Side {
    pub fn omsk() -> Side {
        Side::new(1, "RU", "ru-oms", "kz-nkz", "RU/region/omsk")
    }

    pub fn petropavl() -> Side {
        Side::new(101, "KZ", "kz-nkz", "ru-oms", "KZ/region/north-kazakhstan")
    }

    fn new(
        seed: u8,
        state: &'static str,
        node: &'static str,
        peer: &'static str,
        body: &'static str,
    ) -> Side {
        let root_keys = [key(seed), key(seed + 1), key(seed + 2)];
        let root = Root {
            v: 1,
            state: state.to_owned(),
            number: 1,
            keys: root_keys.iter().map(|k| k.public()).collect(),
            threshold: 2,
            not_before_s: NOW_S - YEAR_S,
            not_after_s: NOW_S + 9 * YEAR_S,
        };
        let (registrar, body_key, head, second) =
            (key(seed + 3), key(seed + 4), key(seed + 5), key(seed + 6));
        let link = |role, n: u8, key: &SignKey, scope, parent| Link {
            v: 1,
            id: Id([seed + n; 16]),
            role,
            state: state.to_owned(),
            body: (role != Role::Registrar).then(|| body.to_owned()),
            holder: ["registrar", "body", "head of the body", "deputy head"][usize::from(n)].to_owned(),
            key: key.public(),
            scope,
            not_before_s: NOW_S - i64::from(n + 1) * 3600,
            not_after_s: NOW_S + YEAR_S - i64::from(n) * 86_400,
            parent,
        };
        // Validity must narrow too: the registrar's begins first.
        let mut registrar_link =
            link(Role::Registrar, 0, &registrar, Scope::everything(100_000), root.fingerprint());
        registrar_link.not_before_s = NOW_S - 100 * 3600;
        let mut body_link = link(Role::Body, 1, &body_key, Scope::everything(1_000), registrar_link.hash());
        body_link.not_before_s = NOW_S - 50 * 3600;
        let head_link = link(Role::Official, 2, &head, scope(), body_link.hash());
        let second_link = link(Role::Official, 3, &second, scope(), body_link.hash());
        let registrar_chain =
            Chain::registrar(&registrar_link, &[&root_keys[0] as &dyn Signer, &root_keys[2]]).unwrap();
        let body_chain = registrar_chain.extend(&body_link, &registrar).unwrap();
        let head_chain = body_chain.extend(&head_link, &body_key).unwrap();
        let second_chain = body_chain.extend(&second_link, &body_key).unwrap();
        Side {
            state,
            node,
            peer,
            body,
            root,
            registrar,
            body_key,
            body_secret: BodySecret::from_bytes([seed + 7; 32]),
            head,
            second,
            log_key: key(seed + 8),
            witness: key(seed + 9),
            registrar_chain,
            body_chain,
            head_chain,
            second_chain,
            body_link,
            head_link,
            root_keys,
            log: Log::default(),
        }
    }

    pub fn record(&self) -> Neighbour {
        let body_key = BodyKeyRecord {
            v: 1,
            body: self.body.to_owned(),
            key: self.body_secret.public().unwrap(),
            not_before_s: NOW_S - 86_400,
            not_after_s: NOW_S + 56 * 86_400,
        };
        Neighbour {
            v: 1,
            state: self.state.to_owned(),
            node: self.node.to_owned(),
            number: 1,
            epoch: 1,
            root: self.root.fingerprint(),
            registrar: self.registrar_chain.to_bytes().into(),
            log_key: self.log_key.public(),
            witness_key: self.witness.public(),
            tls: Hash([9; 32]),
            address: "https://127.0.0.1:8443".to_owned(),
            bodies: vec![BodyEntry {
                body: self.body.to_owned(),
                level: "regional".to_owned(),
                parent: None,
                territory: Some("sample territory".to_owned()),
                chain: self.body_chain.to_bytes().into(),
                keys: vec![body_key.sign(&self.body_key).unwrap().into()],
            }],
            not_before_s: NOW_S - 3600,
            not_after_s: NOW_S + YEAR_S / 2,
            root_record: self.root.to_bytes().into(),
        }
    }

    pub fn signed_record(&self) -> Vec<u8> {
        self.record().sign(&self.registrar).unwrap()
    }

    pub fn neighbour(&self) -> VerifiedNeighbour {
        verify_neighbour(&self.signed_record(), &roots(&[self]), NOW_S, &Revoked::default()).unwrap()
    }

    pub fn mandate(&self) -> VerifiedMandate {
        verify_chain(&self.head_chain.to_bytes(), &roots(&[self]), NOW_S, &Revoked::default()).unwrap()
    }

    pub fn second_mandate(&self) -> VerifiedMandate {
        verify_chain(&self.second_chain.to_bytes(), &roots(&[self]), NOW_S, &Revoked::default()).unwrap()
    }

    pub fn origin(&self) -> String {
        origin(self.node, self.peer, 1)
    }

    pub fn draft(&self, to: &Side, seq: u64) -> Draft {
        Draft {
            kind: Kind::Request,
            class: 1,
            priority: 1,
            from_body: self.body.to_owned(),
            to_bodies: vec![to.body.to_owned()],
            from_node: self.node.to_owned(),
            to_node: to.node.to_owned(),
            epoch: 1,
            seq,
            created_s: NOW_S,
            expires_s: NOW_S + 30 * 86_400,
            basis: LegalBasis {
                instrument: INSTRUMENT.to_owned(),
                article: "3(1)".to_owned(),
                form: FORM.to_owned(),
            },
            case_ref: Hash([7; 32]),
            mandate: self.mandate().hash(),
            second_mandate: None,
            in_reply_to: None,
            answer_by_s: Some(NOW_S + 10 * 86_400),
            attachments: None,
        }
    }

    pub fn seal(&self, to: &Side, seq: u64, payload: &[u8]) -> Sealed {
        let recipients = [to.body_secret.public().unwrap()];
        seal(self.draft(to, seq), payload, &recipients, &self.head, None, &mut rng(200)).unwrap()
    }

    /// Appends a leaf and gives its receipt under a fresh checkpoint.
    pub fn log(&mut self, leaf: &Leaf) -> Receipt {
        let index = self.log.append(leaf.entry.hash());
        let note = self.checkpoint();
        leaf.receipt(index, self.log.inclusion(index, self.log.size), &note)
    }

    pub fn checkpoint(&self) -> Note {
        let (size, root) = (self.log.size, self.log.root());
        Note::sign(Checkpoint { origin: self.origin(), size, root, revocations: None }, &self.log_key)
    }

    pub fn leaf(&self, record: &Record, salt: u8) -> Leaf {
        Leaf::new(record, Salt([salt; 32]), NOW_S)
    }

    pub fn signed_leaf(&self, record: &Record, salt: u8, signer: &SignKey) -> Leaf {
        Leaf::signed(record, Salt([salt; 32]), NOW_S, signer).unwrap()
    }
}

pub fn roots(sides: &[&Side]) -> RootSet {
    let mut roots = RootSet::default();
    sides.iter().for_each(|s| roots.trust(s.root.clone()));
    roots
}

/// What a test wants to be different from an ordinary inbox.
pub struct World {
    pub from: Side,
    pub to: Side,
    pub at_s: i64,
    pub revoked: Revoked,
    pub seen: BTreeSet<Hash>,
    pub lane: LaneView,
    pub chains: Vec<Vec<u8>>,
}

impl World {
    pub fn new() -> World {
        let (from, to) = (Side::omsk(), Side::petropavl());
        let chains = vec![from.head_chain.to_bytes(), from.second_chain.to_bytes()];
        World {
            from,
            to,
            at_s: NOW_S + 60,
            revoked: Revoked::default(),
            seen: BTreeSet::new(),
            lane: LaneView::default(),
            chains,
        }
    }

    pub fn judge(&self, bytes: &[u8]) -> Verdict {
        let peer = self.from.neighbour();
        let roots = roots(&[&self.from, &self.to]);
        let known: Vec<(Hash, &Vec<u8>)> = self
            .chains
            .iter()
            .filter_map(|c| Some((marchland_wire::mandate::check_chain(c, &roots).ok()?.hash(), c)))
            .collect();
        judge(
            bytes,
            &Inbox {
                our_node: self.to.node,
                our_state: self.to.state,
                serves: &|body| body == self.to.body,
                peer: &peer,
                roots: &roots,
                revoked: &self.revoked,
                at_s: self.at_s,
                seen: &|digest| self.seen.contains(digest),
                chain: &|hash| known.iter().find(|(h, _)| h == hash).map(|(_, c)| (*c).clone()),
                lane: &|_: &LaneId, _| self.lane,
            },
        )
    }
}

pub fn refused<T: std::fmt::Debug>(result: Result<T, Refused>) -> &'static str {
    result.unwrap_err().code.name()
}
