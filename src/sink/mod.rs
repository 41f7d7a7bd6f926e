//! Records to files: one module a format, and [`rows`] for all that are tabular.
//!
//! A [`Sink`] takes the documents of a run one after the other, in their order, and keeps no more of them than its format
//! demands; what it has written counts only when it is finished. Formats that are text lend a [`Render`] to the threads that
//! extract, so that the one that writes has little to do.

pub mod delimited;
pub mod json;
pub mod output;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod rows;
#[cfg(feature = "sqlite")]
pub mod sqlite;
#[cfg(feature = "xlsx")]
pub mod xlsx;

use std::io;
use std::path::PathBuf;

use anyhow::Result;

use crate::diagnostic::Diagnostic;
use crate::extract::Document;

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// One pretty-printed array of briefings.
    Json,
    /// One briefing a line.
    Ndjson,
    /// One table a record type.
    Csv,
    /// The same, parted by tabs.
    Tsv,
    /// A workbook, one sheet a record type.
    Xlsx,
    /// A database, one table a record type.
    Sqlite,
    /// One Parquet file a record type.
    Parquet,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 7] = [Self::Json, Self::Ndjson, Self::Csv, Self::Tsv, Self::Xlsx, Self::Sqlite, Self::Parquet];

    /// The format that a file name's ending stands for.
    pub fn of_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.endings().contains(&ending.as_str()))
    }

    /// The endings of files of this format, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Json => &["json"],
            Self::Ndjson => &["ndjson", "jsonl"],
            Self::Csv => &["csv"],
            Self::Tsv => &["tsv", "tab"],
            Self::Xlsx => &["xlsx"],
            Self::Sqlite => &["sqlite", "sqlite3", "db"],
            Self::Parquet => &["parquet"],
        }
    }

    /// The name as it is written in sentences.
    pub fn title(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Ndjson => "NDJSON",
            Self::Csv => "CSV",
            Self::Tsv => "TSV",
            Self::Xlsx => "XLSX",
            Self::Sqlite => "SQLite",
            Self::Parquet => "Parquet",
        }
    }

    /// The name used on the command line, and the usual ending of a file.
    pub fn name(self) -> &'static str {
        self.endings().first().copied().unwrap_or_default()
    }
}

/// What a run writes to.
pub trait Sink {
    /// Sets aside the place of a file's output.
    ///
    /// # Errors
    /// That place, where another file of the run has taken it already.
    fn reserve(&mut self, _path: &str) -> Result<(), PathBuf> {
        Ok(())
    }

    /// What writes documents to memory on the threads that extract them; none where the format is no text, or one whose parts
    /// depend on what is before them.
    fn renderer(&self) -> Option<Box<dyn Render>> {
        None
    }

    /// Writes what a format shows of a file; of one that could not be read, that it could not.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn write(&mut self, document: &Document) -> Result<()>;

    /// Writes what the renderer of this sink has made of a file that could be read.
    ///
    /// # Errors
    /// When the output cannot be written, or the sink has no renderer.
    fn append(&mut self, path: &str, _texts: &[Vec<u8>]) -> Result<()> {
        anyhow::bail!("{path}: this format takes no text")
    }

    /// What tells an incremental run which files the output holds already; none where it is written anew each time.
    ///
    /// # Errors
    /// When the output cannot be read.
    fn kept(&self) -> Result<Option<Kept>> {
        Ok(None)
    }

    /// Takes out what the output holds of a file.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn remove(&mut self, _path: &str) -> Result<()> {
        Ok(())
    }

    /// Makes what has been written so far outlive the run, however that ends.
    ///
    /// # Errors
    /// When the output cannot be written.
    fn checkpoint(&mut self) -> Result<()> {
        Ok(())
    }

    /// Ends the output and puts it in its place.
    ///
    /// # Errors
    /// When the last of it cannot be written.
    fn finish(self: Box<Self>) -> Result<Vec<Remark>>;
}

/// What a format that is text says of a document: as JSON a text a briefing, as tables a text a table.
pub type Texts = Vec<Vec<u8>>;

/// Writes documents to memory.
pub trait Render: Send + Sync {
    /// The texts of a document.
    ///
    /// # Errors
    /// When the format cannot hold it.
    fn render(&self, document: &Document) -> io::Result<Texts>;
}

/// Says whether an output holds what came of the file of a path and a SHA-256.
pub type Kept = Box<dyn Fn(&str, &str) -> bool + Send + Sync>;

/// What a format could not hold as it is, and of which file.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    /// Path of the file.
    pub file: String,
    /// What became of it.
    pub diagnostic: Diagnostic,
}
