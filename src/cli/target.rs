//! Where the records of a run go and as what: the arguments that say so, and the sink that they mean.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::Usage;
use super::inputs::Named;
use super::replaced::Replaced;
use crate::batch::state::Settings;
use crate::record::RecordType;
use crate::sink::delimited::{Dialect, TableSink};
use crate::sink::json::{JsonFolder, JsonWriter};
use crate::sink::output::Output;
use crate::sink::{Format, Sink};
use crate::source::Encoding;

/// What the state of an incremental run is called, behind the name of a file or inside a folder.
const STATE: &str = ".briefex-state";

/// The arguments that say what is written, as what, and where.
#[derive(Debug, clap::Args)]
pub(super) struct Target {
    /// The output format [default: by the ending of --output, else json]
    #[arg(short, long, value_enum)]
    pub format: Option<Format>,
    /// Write to FILE (replaced whole; a database is added to), or into DIR/: one table a record type, or one JSON a source file
    #[arg(short, long, value_name = "FILE|DIR/")]
    output: Option<PathBuf>,
    /// The record types to write, separated by commas [default: all but values]
    #[arg(short, long, value_name = "TYPE,…", value_delimiter = ',', value_parser = record_type())]
    records: Vec<RecordType>,
    /// Write CSV that Excel opens without a question: with a byte order mark and CRLF, and nothing that it would run
    #[arg(long)]
    pub excel: bool,
}

fn record_type() -> impl clap::builder::TypedValueParser<Value = RecordType> {
    use clap::builder::{PossibleValuesParser, TypedValueParser as _};
    PossibleValuesParser::new(RecordType::ALL.iter().map(|record| record.name()))
        .try_map(|name| RecordType::ALL.iter().copied().find(|record| record.name() == name).ok_or("no such record type"))
}

impl Target {
    /// The record types to write.
    pub fn chosen(&self) -> Vec<RecordType> {
        if self.records.is_empty() { RecordType::usual() } else { self.records.clone() }
    }

    /// The tables to write where there may be several: the parts of a record come with it.
    fn tables(&self) -> Vec<RecordType> {
        let tables = RecordType::with_parts(&self.chosen());
        tables.into_iter().filter(|table| *table != RecordType::Values || self.records.contains(table)).collect()
    }

    /// The tables of a workbook: what could not be read, and what was doubtful, stand in any, since who opens it has not seen
    /// the run.
    #[cfg(feature = "xlsx")]
    fn sheets(&self) -> Vec<RecordType> {
        let tables = self.tables();
        let is_sheet =
            |table: &RecordType| tables.contains(table) || matches!(table, RecordType::Files | RecordType::Diagnostics);
        RecordType::ALL.iter().copied().filter(is_sheet).collect()
    }

    /// Whether the records go to a terminal, where nothing else should stand between them.
    pub fn is_terminal(&self) -> bool {
        self.output.is_none() && std::io::stdout().is_terminal()
    }

    /// Whether the records go to files.
    pub fn is_file(&self) -> bool {
        self.output.is_some()
    }

    /// What the output would replace.
    ///
    /// # Errors
    /// When the arguments contradict each other.
    pub fn replaced(&self) -> Result<Replaced> {
        let format = self.format()?;
        Ok(match (self.folder(), self.output.as_deref()) {
            (Some(folder), _) if matches!(format, Format::Json | Format::Ndjson) => Replaced::mirrored(folder, format.name()),
            (Some(folder), _) => {
                Replaced::files(self.tables().iter().map(|table| folder.join(table.name()).with_extension(format.name())))
            }
            (None, Some(file)) => Replaced::files([file.to_owned()]),
            (None, None) => Replaced::default(),
        })
    }

    /// Where an incremental run keeps its state: beside the output.
    ///
    /// # Errors
    /// When there is no output that it could stand beside.
    pub fn state(&self) -> Result<PathBuf> {
        match (self.folder(), self.output.as_deref()) {
            (Some(folder), _) => Ok(folder.join(STATE)),
            (None, Some(file)) => {
                let mut path = file.as_os_str().to_owned();
                path.push(STATE);
                Ok(path.into())
            }
            (None, None) => Err(usage("--incremental needs --output DIR/ of JSON, or --output FILE.sqlite")),
        }
    }

    /// What an incremental run's output depends on.
    pub fn settings(&self, lexicon: Option<String>, named: &Named) -> Result<Settings> {
        let records: Vec<_> = self.chosen().iter().map(|record| record.name()).collect();
        let encoding = named.decoding.encoding.map(Encoding::name);
        Ok(Settings::new(self.format()?.name(), &records, lexicon, named.max_bytes).decoding(encoding))
    }

    /// The dialect of a text table.
    ///
    /// # Errors
    /// When the arguments contradict each other.
    pub fn dialect(&self, format: Format) -> Result<Dialect> {
        match format {
            Format::Csv if self.excel => Ok(Dialect::ExcelCsv),
            Format::Csv => Ok(Dialect::Csv),
            Format::Tsv if !self.excel => Ok(Dialect::Tsv),
            _ if self.excel => Err(usage("--excel is a dialect of CSV: say -f csv, or name an output that ends in .csv")),
            _ => Err(usage(format!("a table is text: {} is none, say -f csv or -f tsv", format.title()))),
        }
    }

    fn folder(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| is_folder(path))
    }

    fn format(&self) -> Result<Format> {
        let by_ending = |path: &Path| {
            let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
            let endings = Format::ALL.map(|format| format!(".{}", format.endings().join(", .")));
            let message =
                format!("{}: no format goes by this ending; use {}, or say --format", path.display(), endings.join(", "));
            Format::of_ending(&ending).ok_or_else(|| usage(message))
        };
        match (self.format, self.output.as_deref()) {
            (Some(format), _) => Ok(format),
            (None, Some(path)) if self.folder().is_none() => by_ending(path),
            // out.xlsx/ is meant to be a folder, out.xlsx that is one is a mistake.
            (None, Some(path)) if !is_called_folder(path) && by_ending(path).is_ok() => {
                Err(usage(format!("{}: this is a folder", path.display())))
            }
            (None, _) if self.excel => Ok(Format::Csv),
            (None, _) => Ok(Format::Json),
        }
    }
}

/// Opens what the arguments name.
///
/// # Errors
/// When they contradict each other, or the output cannot be made.
pub(super) fn open(target: &Target) -> Result<Box<dyn Sink>> {
    let format = target.format()?;
    if target.excel {
        target.dialect(format)?;
    }
    match format {
        Format::Json | Format::Ndjson => json(target, format),
        Format::Csv | Format::Tsv => tables(target, format),
        Format::Xlsx => xlsx(target),
        Format::Sqlite => sqlite(target),
        Format::Parquet => parquet(target),
    }
}

fn json(target: &Target, format: Format) -> Result<Box<dyn Sink>> {
    Ok(match target.folder() {
        Some(folder) => Box::new(JsonFolder::new(folder.to_owned(), format, target.chosen())),
        None => Box::new(JsonWriter::new(stream(target)?, format == Format::Json, target.chosen())),
    })
}

fn tables(target: &Target, format: Format) -> Result<Box<dyn Sink>> {
    let dialect = target.dialect(format)?;
    if let Some(folder) = target.folder() {
        return Ok(Box::new(TableSink::folder(folder, &target.tables(), dialect)?));
    }
    let record = only_table(target, format)?;
    Ok(Box::new(TableSink::one(stream(target)?, record, dialect)?))
}

/// The one table that goes to a stream or a file.
fn only_table(target: &Target, format: Format) -> Result<RecordType> {
    match target.records[..] {
        [record] => Ok(record),
        _ => Err(usage(format!(
            "{} is one table: choose one record type with --records (for instance `-r scenarios`), or name a folder with --output DIR/",
            format.title()
        ))),
    }
}

fn xlsx(target: &Target) -> Result<Box<dyn Sink>> {
    let path = file(target, Format::Xlsx)?;
    #[cfg(feature = "xlsx")]
    return Ok(Box::new(crate::sink::xlsx::XlsxSink::new(path, &target.sheets())?));
    #[cfg(not(feature = "xlsx"))]
    not_built(Format::Xlsx, path)
}

fn sqlite(target: &Target) -> Result<Box<dyn Sink>> {
    let path = file(target, Format::Sqlite)?;
    #[cfg(feature = "sqlite")]
    return Ok(Box::new(crate::sink::sqlite::SqliteSink::open(path, &target.tables())?));
    #[cfg(not(feature = "sqlite"))]
    not_built(Format::Sqlite, path)
}

fn parquet(target: &Target) -> Result<Box<dyn Sink>> {
    let tables = match target.folder() {
        Some(folder) => {
            target.tables().into_iter().map(|table| (table, folder.join(table.name()).with_extension("parquet"))).collect()
        }
        None => {
            let path = target.output.clone().ok_or_else(|| usage("Parquet goes to files: name a folder with --output DIR/"))?;
            vec![(only_table(target, Format::Parquet)?, path)]
        }
    };
    #[cfg(feature = "parquet")]
    return Ok(Box::new(crate::sink::parquet::ParquetSink::create(tables)?));
    #[cfg(not(feature = "parquet"))]
    not_built(Format::Parquet, tables)
}

/// The file that a format which is not text goes to.
fn file(target: &Target, format: Format) -> Result<&Path> {
    let path = target.output.as_deref().filter(|_| target.folder().is_none());
    path.ok_or_else(|| usage(format!("{} goes to a file: name one with --output FILE.{}", format.title(), format.name())))
}

#[cfg(not(all(feature = "xlsx", feature = "sqlite", feature = "parquet")))]
fn not_built<T>(format: Format, _: T) -> Result<Box<dyn Sink>> {
    Err(usage(format!("this briefex was built without the feature `{}`", format.name())))
}

fn stream(target: &Target) -> Result<Output> {
    match target.output.as_deref() {
        Some(path) => Output::file(path).with_context(|| path.display().to_string()),
        None => Ok(Output::stdout()),
    }
}

/// A path names a folder when it ends in a separator or is one.
fn is_folder(path: &Path) -> bool {
    is_called_folder(path) || path.is_dir()
}

fn is_called_folder(path: &Path) -> bool {
    path.as_os_str().to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR])
}

fn usage(message: impl Into<String>) -> anyhow::Error {
    Usage(message.into()).into()
}
