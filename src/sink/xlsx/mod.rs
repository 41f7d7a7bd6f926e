//! A workbook: a sheet a table, the tables of the text as they stood there, and an overview that leads to them.
//!
//! Rows go to disk as they come: each sheet keeps its last row and what Excel wants to know of the whole (widths, links), so
//! an archive of any size fits. The workbook takes its place when it is whole, and nothing in it depends on when or where it
//! was written. What Excel cannot hold is carried over to further sheets, and remarked on in the workbook itself.

mod block;
mod book;
mod figure;
mod link;
mod long_text;
mod number;
mod overview;
mod sheet;
mod spec_table;
mod style;
mod table;
mod unit;
mod width;

use std::path::Path;

use anyhow::{Context as _, Result};

use self::book::{Book, Origin};
use self::overview::Overview;
use self::spec_table::SpecTables;
use self::table::Table;
use super::output::Output;
use super::{Remark, Sink, rows};
use crate::excerpt::Excerpt as _;
use crate::extract::Document;
use crate::guard;
use crate::record::{FileInfo, RecordType};

/// The rows of a sheet, as many as Excel has.
const ROWS: u32 = 1_048_576;

/// A workbook in the making.
pub struct XlsxSink {
    output: Output,
    path: String,
    book: Book,
    overview: Overview,
    specs: Option<SpecTables>,
    tables: Vec<(RecordType, Table)>,
}

impl XlsxSink {
    /// A workbook that appears at a path when it is finished, with a sheet for each of these tables.
    ///
    /// # Errors
    /// When its folder cannot be made or written to.
    pub fn new(path: &Path, tables: &[RecordType]) -> Result<Self> {
        Self::with_rows(path, tables, ROWS)
    }

    /// The same, with sheets of fewer rows than Excel has: how tests see them run over.
    #[doc(hidden)]
    pub fn with_rows(path: &Path, tables: &[RecordType], rows: u32) -> Result<Self> {
        let name = path.display().to_string();
        let output = Output::file(path).with_context(|| name.clone())?;
        let mut book = Book::new(path, rows).with_context(|| name.clone())?;
        let specs = SpecTables::of(&mut book, tables)?;
        let opened = tables.iter().map(|&record| Ok((record, Table::of(&mut book, record)?)));
        let tables = opened.collect::<Result<_>>()?;
        Ok(Self { output, path: name, book, overview: Overview::default(), specs, tables })
    }

    /// Adds a file to the overview and to every table.
    fn write_document(&mut self, document: &Document) -> Result<()> {
        self.overview.count(document);
        if let Some(specs) = &mut self.specs {
            specs.write(&mut self.book, document)?;
        }
        for (record, table) in &mut self.tables {
            write_rows(table, &mut self.book, document, *record)?;
        }
        Ok(())
    }

    /// Adds the remarks to the table of diagnostics, if it is there; those that this calls for, too.
    fn write_remarks(&mut self) -> Result<()> {
        let Some((_, table)) = self.tables.iter_mut().find(|(record, _)| *record == RecordType::Diagnostics) else {
            return Ok(());
        };
        let mut written = 0;
        while written < self.book.remarks.len() {
            let documents = documents(self.book.remarks.part(written..));
            written = self.book.remarks.len();
            for document in &documents {
                write_rows(table, &mut self.book, document, RecordType::Diagnostics)?;
            }
        }
        Ok(())
    }

    /// Puts the sheets in order and the whole into the output.
    fn save(&mut self) -> Result<()> {
        let mut sheets = Vec::new();
        if let Some(specs) = self.specs.take() {
            sheets.extend(specs.finish()?);
        }
        for (_, table) in std::mem::take(&mut self.tables) {
            sheets.extend(table.finish()?);
        }
        sheets.extend(self.book.take_long_texts()?);
        let overview = self.overview.sheet(&mut self.book, &sheets)?;
        let worksheets = std::iter::once(overview).chain(sheets.into_iter().map(|(sheet, _)| sheet));
        match &mut self.output {
            Output::File(file, _) => self.book.save(worksheets, file),
            Output::Through(..) | Output::Stdout(_) => anyhow::bail!("a workbook cannot be written to a pipe or a device"),
        }
    }
}

impl Sink for XlsxSink {
    fn write(&mut self, document: &Document) -> Result<()> {
        guarded(|| self.write_document(document)).with_context(|| self.path.clone())
    }

    fn finish(mut self: Box<Self>) -> Result<Vec<Remark>> {
        guarded(|| {
            self.write_remarks()?;
            self.save()
        })
        .with_context(|| self.path.clone())?;
        self.output.finish()?;
        Ok(self.book.remarks)
    }
}

/// A full disk is an error like others. The writer of rows takes it for something that cannot happen, and panics.
fn guarded<T>(work: impl FnOnce() -> Result<T>) -> Result<T> {
    guard::caught(work).unwrap_or_else(|panicked| Err(anyhow::anyhow!(panicked.message)))
}

fn write_rows(table: &mut Table, book: &mut Book, document: &Document, record: RecordType) -> Result<()> {
    for row in rows::rows(document, record) {
        let origin = Origin { file: &document.file.path, line: table.line_of(&row) };
        table.write(book, &row, origin)?;
    }
    Ok(())
}

/// Remarks as the diagnostics of the files that they speak of.
fn documents(remarks: &[Remark]) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    for remark in remarks {
        let known = documents.iter().position(|document| document.file.path == remark.file);
        let at = known.unwrap_or_else(|| {
            let file = FileInfo { path: remark.file.clone(), ..FileInfo::default() };
            documents.push(Document { file, ..Document::default() });
            documents.len() - 1
        });
        if let Some(document) = documents.get_mut(at) {
            document.diagnostics.push(remark.diagnostic.clone());
        }
    }
    documents
}
