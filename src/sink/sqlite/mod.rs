//! A database: the tables of the relational view in normal form, views on them, and a search of all their texts.
//!
//! `layout` derives the tables and what they refer to from the relational view, `schema` writes them as SQL, `database` opens
//! the file, `write` fills it; `search.sql` and `views.sql` are what stands on top. A run is one transaction: it is in the
//! database as a whole or not at all, whatever stops it; an incremental run is several, each of whole files.

mod database;
mod layout;
mod schema;
mod write;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use database::Database;
use write::Writer;

use super::{Kept, Remark, Sink};
use crate::extract::Document;
use crate::record::RecordType;

/// A database that what is written is added to; what it had of the same source files is replaced.
pub struct SqliteSink {
    path: PathBuf,
    database: Database,
    writer: Writer,
}

impl SqliteSink {
    /// Opens a database or makes one. Its tables are there whatever is chosen; filled are those chosen, and those that they
    /// refer to.
    ///
    /// # Errors
    /// When the file is something else, has tables of another version, or cannot be written.
    pub fn open(path: &Path, tables: &[RecordType]) -> Result<Self> {
        let database = Database::open(path).with_context(|| path.display().to_string())?;
        Ok(Self { path: path.to_owned(), database, writer: Writer::new(tables) })
    }
}

impl Sink for SqliteSink {
    fn write(&mut self, document: &Document) -> Result<()> {
        let written = self.writer.write(self.database.connection(), document);
        written.with_context(|| format!("{}: {}", self.path.display(), document.file.path))
    }

    fn kept(&self) -> Result<Option<Kept>> {
        let held = self.database.hashes().with_context(|| self.path.display().to_string())?;
        Ok(Some(Box::new(move |path, sha256| held.get(path).is_some_and(|held| held == sha256))))
    }

    fn remove(&mut self, path: &str) -> Result<()> {
        let removed = write::remove(self.database.connection(), path);
        removed.with_context(|| format!("{}: {path}", self.path.display()))
    }

    fn checkpoint(&mut self) -> Result<()> {
        self.database.checkpoint().with_context(|| self.path.display().to_string())
    }

    fn finish(self: Box<Self>) -> Result<Vec<Remark>> {
        self.database.commit().with_context(|| self.path.display().to_string())?;
        Ok(Vec::new())
    }
}
