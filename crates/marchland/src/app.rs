//! What every room of the node shares: configuration, clock, store, law, keys, access.
//!
//! Never: holds state of its own that a restart would lose, except who waits to be woken.

use std::collections::HashMap;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;

use marchland_law::{Body, BodyId, BodyKind, Directory, Level, RegionCode};
use sha2::{Digest, Sha256};
use tokio::sync::watch;

use crate::access::Access;
use crate::clock::Clock;
use crate::config::{BodyEntry, Config};
use crate::fuse::Fuse;
use crate::keyring::Keyring;
use crate::lawbook::Lawbook;
use crate::peer::link::{BadLink, Links};
use crate::screening::{Listed, Screening};
use crate::store::{Store, StoreError};

#[derive(Clone, Debug)]
pub struct App(Arc<Shared>);

#[derive(Debug)]
pub struct Shared {
    pub config: Config,
    pub clock: Clock,
    pub store: Store,
    pub law: Lawbook,
    pub directory: Directory,
    /// Under which the register of bodies is kept beside the decisions made with it.
    pub bodies_digest: String,
    pub access: Access,
    pub keys: Keyring,
    pub links: Links,
    /// The alerts that checks meet.
    pub screening: Screening,
    pub fuse: Fuse,
    /// Held as long as the node runs.
    _lock: std::fs::File,
    /// Somebody put something into the outbox, or wants the neighbour tried again.
    pub to_send: Bell,
    /// Something arrived in the inbox.
    pub arrived: Bell,
    /// The list of alerts changed.
    pub relisted: Bell,
    /// Shown on the sign-in page of a demo: who one may be, and the password they share.
    pub demo: Option<Demo>,
}

/// Wakes every job that listens; one that was busy hears it afterwards.
#[derive(Debug)]
pub struct Bell(watch::Sender<u64>);

impl Default for Bell {
    fn default() -> Self {
        Self(watch::Sender::new(0))
    }
}

impl Bell {
    pub fn ring(&self) {
        self.0.send_modify(|rung| *rung += 1);
    }

    pub fn listen(&self) -> watch::Receiver<u64> {
        self.0.subscribe()
    }
}

#[derive(Clone, Debug)]
pub struct Demo {
    pub password: String,
}

impl Deref for App {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.0
    }
}

#[derive(Debug, thiserror::Error)]
pub enum CannotStart {
    #[error(transparent)]
    Config(#[from] crate::config::BadConfig),
    #[error(transparent)]
    Keyring(#[from] crate::keyring::BadKeyring),
    #[error(transparent)]
    Law(#[from] crate::lawbook::NoLaw),
    #[error(transparent)]
    Store(#[from] crate::store::StoreError),
    #[error(transparent)]
    Policies(#[from] crate::access::BadPolicies),
    #[error("the register of bodies: {0}; correct the configuration")]
    Bodies(String),
    #[error("{folder}: cannot be used as data folder: {why}")]
    Folder { folder: PathBuf, why: std::io::Error },
    #[error(transparent)]
    Link(#[from] BadLink),
    #[error("another process already works on {0}; two nodes on one data folder would fork the log")]
    AlreadyRunning(PathBuf),
}

impl App {
    /// Opens everything; a second process on the same data folder is refused, because two would fork the log.
    pub async fn open(config: Config, clock: Clock, demo: Option<Demo>) -> Result<Self, CannotStart> {
        let lock = lock(&config)?;
        let store = Store::open(&config.database()).await?;
        let keys = Keyring::read(&config.keyring())?;
        let law = Lawbook::open(config.law.as_deref(), &config.last_good_law())?;
        let directory = directory(&config.bodies)?;
        let bodies_digest = keep_ground(&store, &law, &directory, clock.now_ms()).await?;
        let parents: HashMap<_, _> =
            config.bodies.iter().map(|body| (body.id.clone(), body.parent.clone())).collect();
        let access = Access::load(parents)?;
        let own_record = std::fs::read(config.own_record())
            .map_err(|why| CannotStart::Folder { folder: config.own_record(), why })?;
        let links = Links::open(&own_record, &store.neighbours().await?, &keys.tls, clock.now().as_second())?;
        let screening = Screening::new(listed(&store, clock.now()).await?, clock.now());
        Ok(Self(Arc::new(Shared {
            config,
            clock,
            store,
            law,
            directory,
            bodies_digest,
            access,
            keys,
            links,
            screening,
            fuse: Fuse::default(),
            _lock: lock,
            to_send: Bell::default(),
            arrived: Bell::default(),
            relisted: Bell::default(),
            demo,
        })))
    }

    /// An alert as it is after its commit, for every check that begins now.
    pub fn relist(&self, alert: &marchland_casework::Alert) {
        self.screening.apply(alert, self.clock.now());
        self.relisted.ring();
    }

    /// The register entry of a body; pages show the id of one that is not listed.
    pub fn body(&self, id: &str) -> Option<&BodyEntry> {
        self.config.body(id)
    }

    pub fn serves(&self, body: &str) -> bool {
        self.config.body(body).is_some_and(|body| body.ours)
    }
}

/// Every alert in force, read in pages.
async fn listed(store: &Store, now: jiff::Timestamp) -> Result<Vec<Listed>, StoreError> {
    const PAGE: i64 = 1000;
    let (mut all, mut after) = (Vec::new(), String::new());
    loop {
        let rows = store.alerts_in(",in-force,", &after, PAGE).await?;
        let Some(last) = rows.last() else { return Ok(all) };
        after.clone_from(&last.id);
        for row in &rows {
            let alert = serde_json::from_str(&row.doc).map_err(StoreError::unreadable("alert"))?;
            all.extend(Listed::of(&alert, now));
        }
    }
}

fn lock(config: &Config) -> Result<std::fs::File, CannotStart> {
    let path = config.data.join("node.lock");
    let folder = |why| CannotStart::Folder { folder: config.data.clone(), why };
    let file = std::fs::OpenOptions::new().create(true).append(true).open(path).map_err(folder)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(CannotStart::AlreadyRunning(config.data.clone())),
        Err(std::fs::TryLockError::Error(why)) => Err(folder(why)),
    }
}

/// Keeps the law and the register of bodies that decisions will stand on from now; gives the register's digest.
async fn keep_ground(
    store: &Store,
    law: &Lawbook,
    directory: &Directory,
    at_ms: i64,
) -> Result<String, StoreError> {
    store.keep_ground("law", law.framework.id().as_str(), at_ms, || law.edition()).await?;
    let bodies: Vec<&Body> = directory.all().collect();
    let doc = serde_json::to_string(&bodies).map_err(StoreError::unreadable("register of bodies"))?;
    let digest: String = Sha256::digest(&doc).iter().map(|byte| format!("{byte:02x}")).collect();
    store.keep_ground("bodies", &digest, at_ms, || Ok(doc)).await?;
    Ok(digest)
}

/// The register of bodies as a configuration lists it.
pub fn directory(entries: &[BodyEntry]) -> Result<Directory, CannotStart> {
    let mut bodies = Vec::new();
    for entry in entries {
        let level = Level::from_code(&entry.level)
            .ok_or_else(|| CannotStart::Bodies(format!("{}: unknown level {:?}", entry.id, entry.level)))?;
        bodies.push(Body {
            id: BodyId::from(entry.id.as_str()),
            state: entry.state.parse().map_err(|e| CannotStart::Bodies(format!("{}: {e}", entry.id)))?,
            level,
            kind: BodyKind::from(entry.kind.as_str()),
            region: entry.region.as_deref().map(RegionCode::from),
            parent: entry.parent.as_deref().map(BodyId::from),
            names: entry.name.clone(),
            zone: entry.zone.as_str().into(),
        });
    }
    Directory::new(bodies).map_err(|e| CannotStart::Bodies(e.to_string()))
}
