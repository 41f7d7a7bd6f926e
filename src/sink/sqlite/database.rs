//! The file of a database: a new one, or one that briefex made before; any other is left alone.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use rusqlite::{Connection, Error, ErrorCode, OpenFlags};

use super::schema::{self, LAYOUT};
use crate::sink::output::make_folder;

/// What `PRAGMA application_id` says of a database of briefex: `BRFX` in ASCII.
const APPLICATION_ID: i32 = 0x4252_4658;
/// In kibibytes; beyond it, what is not committed yet waits on disk.
const CACHE: i32 = 8 << 10;

/// An open database in its one transaction, which ends with [`Database::commit`] or never was.
pub(super) struct Database {
    // Dropped before the file is: closing rolls back.
    connection: Connection,
    file: File,
}

/// The file of a database, removed again where the run that made it fails.
struct File {
    path: PathBuf,
    is_unfinished: bool,
}

impl Database {
    /// Opens a file and begins the transaction.
    pub fn open(path: &Path) -> Result<Self> {
        // An absolute path is never taken for one of SQLite's special names.
        let path = std::path::absolute(path)?;
        if let Some(folder) = path.parent() {
            make_folder(folder)?;
        }
        let is_new = !path.exists();
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&path, flags)?;
        connection.set_prepared_statement_cache_capacity(128);
        // Once begun, nobody else writes, so what is found stays true; the file is untouched until a table is made.
        let begin =
            format!("PRAGMA foreign_keys = ON; PRAGMA cache_size = -{CACHE}; PRAGMA temp_store = MEMORY; BEGIN IMMEDIATE");
        connection.execute_batch(&begin).map_err(refusal)?;
        let mut database = Self { connection, file: File { path, is_unfinished: false } };
        if database.is_empty()? {
            database.file.is_unfinished = is_new;
            database.create()?;
        } else {
            database.check()?;
            database.sweep()?;
        }
        // They hold nothing, so a database of an older briefex gets those of this one.
        database.connection.execute_batch(include_str!("views.sql")).context("views")?;
        Ok(database)
    }

    /// Whether nothing has been put into it yet: a new file, an empty one, one whose first run was killed.
    fn is_empty(&self) -> rusqlite::Result<bool> {
        let objects: i64 = self.connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        Ok(objects == 0 && self.pragma("application_id")? == 0)
    }

    fn create(&self) -> Result<()> {
        self.connection.pragma_update(None, "application_id", APPLICATION_ID)?;
        self.connection.pragma_update(None, "user_version", LAYOUT)?;
        self.connection.execute_batch(&schema::sql()).context("tables")?;
        self.connection.execute_batch(include_str!("search.sql")).context("search")?;
        let meta = [("schema", crate::record::SCHEMA.to_owned()), ("layout", LAYOUT.to_string())];
        for entry in meta {
            self.connection.execute("INSERT INTO meta VALUES (?1, ?2)", entry)?;
        }
        Ok(())
    }

    /// Refuses what this briefex did not make.
    fn check(&self) -> Result<()> {
        if self.pragma("application_id")? != APPLICATION_ID {
            bail!("this is a database, but none of briefex: it is left alone");
        }
        let layout = self.pragma("user_version")?;
        if layout != LAYOUT {
            bail!("this database has tables of version {layout}, this briefex writes version {LAYOUT}: write to a new file");
        }
        Ok(())
    }

    /// Takes out what belongs to no file: a shell in which foreign keys are off (SQLite's default) deletes a file alone.
    fn sweep(&self) -> rusqlite::Result<usize> {
        let orphans = "DELETE FROM briefings WHERE file_key NOT IN (SELECT file_key FROM files)";
        let remarks = "DELETE FROM diagnostics WHERE file_key NOT IN (SELECT file_key FROM files)";
        Ok(self.connection.execute(orphans, [])? + self.connection.execute(remarks, [])?)
    }

    fn pragma(&self, name: &str) -> rusqlite::Result<i32> {
        self.connection.pragma_query_value(None, name, |row| row.get(0))
    }

    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The hash of each file that could be read, by its path.
    pub fn hashes(&self) -> rusqlite::Result<HashMap<String, String>> {
        let mut statement = self.connection.prepare("SELECT path, sha256 FROM files WHERE sha256 IS NOT NULL")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.collect()
    }

    /// Makes the changes so far those of the file, and goes on.
    pub fn checkpoint(&mut self) -> Result<()> {
        self.connection.execute_batch("COMMIT; BEGIN IMMEDIATE")?;
        self.file.is_unfinished = false;
        Ok(())
    }

    /// Makes the run's changes those of the file.
    pub fn commit(mut self) -> Result<()> {
        self.connection.execute_batch("COMMIT")?;
        self.file.is_unfinished = false;
        Ok(())
    }
}

impl Drop for File {
    fn drop(&mut self) {
        if self.is_unfinished {
            // The run has failed already, and says why.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Why a transaction cannot begin. SQLite notices what a file is when it is first read.
fn refusal(error: Error) -> anyhow::Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => anyhow::anyhow!("this is no database: it is left alone"),
        Some(ErrorCode::DatabaseBusy) => anyhow::anyhow!("another program is writing to this database"),
        _ => error.into(),
    }
}
