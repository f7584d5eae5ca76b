//! The record of a node, opened to read: by its configuration, by the folder of its configuration, or by its data folder alone.
//! The node may run or stand still.
//!
//! Never: writes, takes the node's lock, or reads its keys.

use std::future::Future;
use std::path::Path;
use std::sync::Arc;

use marchland_law::{Directory, Framework};

use super::{Said, load};
use crate::acts::replay::read_bodies;
use crate::app::directory;
use crate::config::Config;
use crate::lawbook::{Lawbook, edition};
use crate::store::Store;

/// The names a node gives its files; a data folder alone is recognised by them.
const CONFIG: &str = "node.toml";
const DATABASE: &str = "marchland.db";
const LAST_GOOD_LAW: &str = "law-last-good.json";

#[derive(Debug)]
pub(super) struct Node {
    pub(super) store: Store,
    pub(super) law: Arc<Framework>,
    pub(super) bodies: Directory,
}

/// Runs what asks the database; the other commands need no runtime.
pub(super) fn wait<T>(work: impl Future<Output = Result<T, Said>>) -> Result<T, Said> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(said)?.block_on(work)
}

pub(super) fn said(why: impl std::fmt::Display) -> Said {
    format!("marchland: {why}\n")
}

/// `law` is a folder asked for instead of the node's own law.
pub(super) async fn open(path: &Path, law: Option<&Path>) -> Result<Node, Said> {
    let named = if path.is_dir() { path.join(CONFIG) } else { path.to_owned() };
    if named.is_file() {
        return configured(&named, law).await;
    }
    if !path.join(DATABASE).is_file() {
        return Err(said(format_args!(
            "{}: neither the configuration of a node nor its data folder; give {CONFIG} or the folder with {DATABASE}",
            path.display()
        )));
    }
    let store = Store::open_to_read(&path.join(DATABASE)).await.map_err(said)?;
    let bodies =
        store.last_bodies().await.map_err(said)?.and_then(|doc| read_bodies(&doc)).ok_or_else(|| {
            said(format_args!(
                "{}: the node has kept no register of bodies yet; give its configuration instead",
                path.display()
            ))
        })?;
    let law = match law {
        Some(folder) => Arc::new(load(Some(folder))?),
        None => {
            let copy = path.join(LAST_GOOD_LAW);
            let files = std::fs::read_to_string(&copy).ok().and_then(|doc| edition(&doc));
            let law = files.and_then(|files| Framework::load(&files).ok());
            Arc::new(law.ok_or_else(|| {
                said(format_args!("{}: no law that can be read; give one with --law", copy.display()))
            })?)
        }
    };
    Ok(Node { store, law, bodies })
}

async fn configured(file: &Path, law: Option<&Path>) -> Result<Node, Said> {
    let mut config = Config::read(file).map_err(said)?;
    // A node started elsewhere names its data folder from there; its configuration usually lies in it.
    if let Some(beside) = file.parent().filter(|folder| folder.join(DATABASE).is_file())
        && !config.database().is_file()
    {
        config.data = beside.to_owned();
    }
    if !config.database().is_file() {
        return Err(said(format_args!(
            "{}: the node has no database there yet; start it once, or check `data` in {}",
            config.database().display(),
            file.display()
        )));
    }
    let bodies = directory(&config.bodies).map_err(said)?;
    let law = match law {
        Some(folder) => Arc::new(load(Some(folder))?),
        None => Lawbook::read(config.law.as_deref(), &config.last_good_law()).map_err(said)?.framework,
    };
    let store = Store::open_to_read(&config.database()).await.map_err(said)?;
    Ok(Node { store, law, bodies })
}
