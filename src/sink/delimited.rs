//! Text tables of three dialects: CSV per RFC 4180 (with `\n` line ends, as pipelines expect) and TSV for pipelines, values
//! untouched; and CSV for Excel, which takes a cell that begins like a formula for one and must be kept from it.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context as _, Result};
use csv::{QuoteStyle, Terminator};

use super::output::{self, Output};
use super::rows::{self, Cell};
use super::{Remark, Render, Sink, Texts};
use crate::extract::Document;
use crate::record::{Grid, RecordType};

/// What a formula begins with, in half and full width.
const ARMED: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// How cells become text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Commas, quotes where needed.
    Csv,
    /// Commas, a byte order mark, CRLF, texts in quotes, formulas disarmed.
    ExcelCsv,
    /// Tabs; `\t`, `\n`, `\r` and `\\` stand for what would part cells or lines.
    Tsv,
}

/// A stream of rows in one dialect.
struct RowWriter<W: Write> {
    out: csv::Writer<W>,
    dialect: Dialect,
}

impl<W: Write> RowWriter<W> {
    /// At the head of a file.
    fn begin(mut out: W, dialect: Dialect) -> io::Result<Self> {
        if dialect == Dialect::ExcelCsv {
            out.write_all("\u{FEFF}".as_bytes())?;
        }
        Ok(Self::resume(out, dialect))
    }

    /// Behind rows that are there already.
    fn resume(out: W, dialect: Dialect) -> Self {
        let mut builder = csv::WriterBuilder::new();
        builder.flexible(true);
        match dialect {
            Dialect::Csv => &mut builder,
            Dialect::ExcelCsv => builder.terminator(Terminator::CRLF).quote_style(QuoteStyle::NonNumeric),
            Dialect::Tsv => builder.delimiter(b'\t').quote_style(QuoteStyle::Never),
        };
        Self { out: builder.from_writer(out), dialect }
    }

    fn write<T: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = T>) -> io::Result<()> {
        for text in texts {
            let text = text.as_ref();
            let field = match self.dialect {
                Dialect::Csv => Cow::Borrowed(text),
                Dialect::ExcelCsv => disarmed(text),
                Dialect::Tsv => escaped(text),
            };
            self.out.write_field(&*field).map_err(into_io)?;
        }
        self.out.write_record(None::<&[u8]>).map_err(into_io)
    }

    /// Writes the rows of a table that a document has.
    fn write_rows(&mut self, document: &Document, record: RecordType) -> io::Result<()> {
        rows::rows(document, record).try_for_each(|row| self.write(row.iter().map(Cell::text)))
    }

    fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(|error| io::Error::new(error.error().kind(), error.to_string()))
    }
}

/// What a spreadsheet would run begins with an apostrophe instead, as OWASP's page on CSV injection advises; numbers are none.
fn disarmed(text: &str) -> Cow<'_, str> {
    let text = parted(text);
    let is_armed = text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(ARMED);
    // A dash that stands for nothing runs nothing.
    let is_dash = text.bytes().all(|byte| byte == b'-');
    if is_armed && !is_dash && !is_number(&text) { format!("'{text}").into() } else { text }
}

/// Where semicolons part the cells, as in much of Europe, a text may be several of them: what would begin one is disarmed, too.
fn parted(text: &str) -> Cow<'_, str> {
    let is_armed = |cell: &str| cell.trim_start_matches(['"', ' ']).starts_with(ARMED);
    if !text.split(';').skip(1).any(is_armed) {
        return Cow::Borrowed(text);
    }
    let mut cells = text.split(';');
    let mut disarmed = cells.next().unwrap_or_default().to_owned();
    for cell in cells {
        disarmed.push_str(if is_armed(cell) { ";'" } else { ";" });
        disarmed.push_str(cell);
    }
    Cow::Owned(disarmed)
}

/// Whether a text is nothing but a number, with or without a percent sign.
fn is_number(text: &str) -> bool {
    let digits = text.strip_suffix('%').unwrap_or(text).trim_start_matches(['+', '-']);
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'e'));
    is_plain && digits.starts_with(|c: char| c.is_ascii_digit()) && digits.replace(',', "").parse::<f64>().is_ok()
}

/// A text without the characters that part the cells and lines of TSV, as `jq`'s `@tsv` writes it.
fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(['\t', '\n', '\r', '\\']) {
        return Cow::Borrowed(text);
    }
    text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r").into()
}

/// `csv::Error` hides the kind of the error beneath it, which tells a closed pipe from a full disk.
fn into_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}

/// Writes the rows of a document to memory, each table's to a text of its own.
struct RowTexts {
    tables: Vec<RecordType>,
    dialect: Dialect,
}

impl Render for RowTexts {
    fn render(&self, document: &Document) -> io::Result<Texts> {
        let text = |&table: &RecordType| {
            let mut writer = RowWriter::resume(Vec::new(), self.dialect);
            writer.write_rows(document, table)?;
            writer.finish()
        };
        self.tables.iter().map(text).collect()
    }
}

/// Tables of text, each to an output of its own.
pub struct TableSink {
    tables: Vec<(RecordType, Output)>,
    dialect: Dialect,
}

impl TableSink {
    /// One table, its header written.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn one(output: Output, record: RecordType, dialect: Dialect) -> Result<Self> {
        Ok(Self { tables: vec![(record, headed(output, record, dialect)?)], dialect })
    }

    /// A file a table in a folder, each named after its table.
    ///
    /// # Errors
    /// When the folder cannot be made or written to.
    pub fn folder(folder: &Path, records: &[RecordType], dialect: Dialect) -> Result<Self> {
        let ending = if dialect == Dialect::Tsv { "tsv" } else { "csv" };
        let table = |&record: &RecordType| {
            let path = folder.join(record.name()).with_extension(ending);
            let output = Output::file(&path).with_context(|| path.display().to_string())?;
            Ok((record, headed(output, record, dialect)?))
        };
        Ok(Self { tables: records.iter().map(table).collect::<Result<_>>()?, dialect })
    }
}

/// An output with the header of its table, which is sent off with what comes behind it.
fn headed(mut output: Output, record: RecordType, dialect: Dialect) -> io::Result<Output> {
    let mut writer = RowWriter::begin(Vec::new(), dialect)?;
    writer.write(rows::columns(record).iter().map(|column| column.name))?;
    output.write_all(&writer.finish()?)?;
    Ok(output)
}

impl Sink for TableSink {
    fn renderer(&self) -> Option<Box<dyn Render>> {
        let tables = self.tables.iter().map(|(table, _)| *table).collect();
        Some(Box::new(RowTexts { tables, dialect: self.dialect }))
    }

    fn write(&mut self, document: &Document) -> Result<()> {
        for (record, output) in &mut self.tables {
            let mut writer = RowWriter::resume(output, self.dialect);
            writer.write_rows(document, *record)?;
            writer.finish()?;
        }
        Ok(())
    }

    fn append(&mut self, _path: &str, texts: &[Vec<u8>]) -> Result<()> {
        Ok(self.tables.iter_mut().zip(texts).try_for_each(|((_, output), text)| output.write_all(text))?)
    }

    fn finish(self: Box<Self>) -> Result<Vec<Remark>> {
        output::finish_all(self.tables.into_iter().map(|(_, output)| output))?;
        Ok(Vec::new())
    }
}

/// Writes one table of a briefing as it stood in the text: its header, then its rows, all as wide as the widest.
///
/// # Errors
/// When the output cannot be written.
pub fn write_grid(grid: &Grid, output: Output, dialect: Dialect) -> io::Result<()> {
    let width = grid.rows.iter().map(Vec::len).max().unwrap_or_default().max(grid.columns.len());
    let padded = |texts: Vec<&str>| {
        texts.into_iter().map(str::to_owned).chain(std::iter::repeat(String::new())).take(width).collect::<Vec<_>>()
    };
    let mut writer = RowWriter::begin(output, dialect)?;
    writer.write(padded(grid.columns.iter().map(|column| column.text.as_str()).collect()))?;
    for row in &grid.rows {
        writer.write(padded(row.iter().map(|cell| cell.text.as_str()).collect()))?;
    }
    writer.finish()?.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(dialect: Dialect, texts: &[&str]) -> String {
        let mut writer = RowWriter::begin(Vec::new(), dialect).unwrap();
        writer.write(texts).unwrap();
        String::from_utf8(writer.finish().unwrap()).unwrap()
    }

    #[test]
    fn plain_csv_is_faithful() {
        assert_eq!(
            written(Dialect::Csv, &["+90% vs H100", "=1", "a,b", "他说\"好\"", "a\rb", "c\u{2028}\0d"]),
            "+90% vs H100,=1,\"a,b\",\"他说\"\"好\"\"\",\"a\rb\",c\u{2028}\0d\n"
        );
    }

    #[test]
    fn excel_runs_nothing() {
        let bare = |text| written(Dialect::ExcelCsv, &[text]).trim_start_matches('\u{FEFF}').trim_end().to_owned();
        for text in [
            "=1+1", "+90% vs H100", "-5 to 5", "@SUM(A1)", "\tx", "＝1", "+", "-a", "--5e", "+1,2e3x", "-NaN", "-inf", " =1",
            "\u{3000}＝1",
        ] {
            assert_eq!(bare(text), format!("\"'{text}\""), "{text}");
        }
        for text in ["-5", "+90%", "-1,234.5", "3", "-", "--"] {
            assert!(!bare(text).contains('\''), "{text}");
        }
        for (text, expected) in
            [("a;=1;b", "a;'=1;b"), ("a;\"@x\"", "a;'\"\"@x\"\""), (";; -1+1", ";;' -1+1"), ("a; b;c", "a; b;c")]
        {
            assert_eq!(bare(text), format!("\"{expected}\""), "{text}");
        }
        assert_eq!(written(Dialect::ExcelCsv, &["营收", "5"]), "\u{FEFF}\"营收\",5\r\n");
    }

    #[test]
    fn tabs_and_line_ends_part_nothing_in_tsv() {
        assert_eq!(written(Dialect::Tsv, &["a\tb", "c\nd", "\"e\"", "f\\"]), "a\\tb\tc\\nd\t\"e\"\tf\\\\\n");
    }
}
