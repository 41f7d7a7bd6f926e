//! CSV per RFC 4180 (with `\n` line ends, as pipelines expect): quotes where needed, values untouched.

use std::io::{self, Write};

use super::rows::{self, Row};
use crate::record::{Briefing, RecordType};

/// Writes the rows of one record type.
pub struct CsvWriter<W: Write> {
    out: csv::Writer<W>,
    record: RecordType,
}

impl<W: Write> std::fmt::Debug for CsvWriter<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CsvWriter").field("record", &self.record).finish_non_exhaustive()
    }
}

impl<W: Write> CsvWriter<W> {
    /// A writer that has written the header.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn new(out: W, record: RecordType) -> io::Result<Self> {
        let mut out = csv::Writer::from_writer(out);
        out.write_record(rows::header(record)).map_err(into_io)?;
        Ok(Self { out, record })
    }

    /// Writes the rows of one briefing.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write(&mut self, briefing: &Briefing) -> io::Result<()> {
        self.write_rows(&rows::rows(briefing, self.record))
    }

    /// Writes rows.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write_rows(&mut self, rows: &[Row]) -> io::Result<()> {
        rows.iter().try_for_each(|row| self.out.write_record(row).map_err(into_io))
    }

    /// Ends the output and hands back what it was written to.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(self) -> io::Result<W> {
        self.out.into_inner().map_err(|error| io::Error::new(error.error().kind(), error.to_string()))
    }
}

/// `csv::Error` hides the kind of the error beneath it, which tells a closed pipe from a full disk.
fn into_io(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        kind => io::Error::other(format!("{kind:?}")),
    }
}
