//! The embedded database: one writer, several readers.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Sqlite, SqlitePool, Transaction};

const READERS_MAX: u32 = 4;
const BUSY_WAIT_S: u64 = 10;

/// Two pools on one file. Writers queue for the single writing connection, so a write never finds the file busy.
#[derive(Clone, Debug)]
pub struct Store {
    pub(crate) read: SqlitePool,
    write: SqlitePool,
}

pub type Tx = Transaction<'static, Sqlite>;

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the database did not answer: {0}; see the node's log, then try again")]
    Database(#[from] sqlx::Error),
    #[error(
        "the database could not be brought up to date: {0}; restore the file or use the version that wrote it"
    )]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error(
        "somebody else changed this while you were working; your text is kept, look at the new state and try again"
    )]
    ChangedMeanwhile,
    #[error("stored data cannot be read ({what}): {why}; the file may come from another version")]
    Unreadable { what: &'static str, why: String },
    /// The last argument of a step inside the transaction; nothing was written.
    #[error("{0}")]
    Refused(String),
}

impl StoreError {
    pub fn unreadable(what: &'static str) -> impl Fn(serde_json::Error) -> Self {
        move |why| Self::Unreadable { what, why: why.to_string() }
    }
}

impl Store {
    /// Opens or makes the database file and brings it up to date.
    pub async fn open(file: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // Acknowledged means durable: every commit waits for the disk.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .pragma("secure_delete", "on")
            .busy_timeout(Duration::from_secs(BUSY_WAIT_S));
        let write = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
        sqlx::migrate!("./migrations").run(&write).await?;
        let read = SqlitePoolOptions::new()
            .max_connections(READERS_MAX)
            .connect_with(options.read_only(true))
            .await?;
        Ok(Self { read, write })
    }

    /// A write transaction that holds the writer from its first statement: one that reads first and writes later
    /// would otherwise fail as busy at once.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        Ok(self.write.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// Drops what a transaction did and starts a fresh one.
    pub async fn begin_again(&self, tx: Tx) -> Result<Tx, StoreError> {
        tx.rollback().await?;
        self.begin().await
    }

    pub async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}
