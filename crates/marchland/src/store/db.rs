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
    #[error(
        "the database is of another version (its step {found}, this program's {known}); start the node once with this program, or use the program that wrote it"
    )]
    OtherVersion { found: i64, known: i64 },
    /// The last argument of a step inside the transaction; nothing was written.
    #[error("{0}")]
    Refused(String),
}

impl StoreError {
    pub fn unreadable(what: &'static str) -> impl Fn(serde_json::Error) -> Self {
        move |why| Self::Unreadable { what, why: why.to_string() }
    }
}

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

impl Store {
    /// Opens the database of a node, running or stopped, for questions only: a write through it is refused.
    pub async fn open_to_read(file: &Path) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .read_only(true)
            .busy_timeout(Duration::from_secs(BUSY_WAIT_S));
        let read =
            SqlitePoolOptions::new().max_connections(READERS_MAX).connect_with(options.clone()).await?;
        let found: Option<i64> =
            sqlx::query_scalar("SELECT MAX(version) FROM _sqlx_migrations WHERE success")
                .fetch_one(&read)
                .await?;
        let known = MIGRATIONS.iter().map(|step| step.version).max().unwrap_or_default();
        let found = found.unwrap_or_default();
        if found != known {
            return Err(StoreError::OtherVersion { found, known });
        }
        let write = SqlitePoolOptions::new().max_connections(1).connect_lazy_with(options);
        Ok(Self { read, write })
    }

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
        MIGRATIONS.run(&write).await?;
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

    /// Writes the log of the database back into its file and empties it, so that erased data leave the disk.
    pub async fn write_back(&self) -> Result<(), StoreError> {
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.write).await?;
        Ok(())
    }

    pub async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }
}
