//! JSON: a pretty-printed array, or one object a line.

use std::io::{self, Write};

use serde::Serialize;

use crate::record::{Briefing, RecordType};

/// Writes briefings as JSON while they come.
#[derive(Debug)]
pub struct JsonWriter<W: Write> {
    out: W,
    pretty: bool,
    records: Vec<RecordType>,
    written: usize,
}

impl<W: Write> JsonWriter<W> {
    /// A writer of one array (`pretty`) or of one object a line.
    pub fn new(out: W, pretty: bool, records: Vec<RecordType>) -> Self {
        Self { out, pretty, records, written: 0 }
    }

    /// Writes one briefing.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write(&mut self, briefing: &Briefing) -> io::Result<()> {
        let view = briefing.view(&self.records);
        if self.pretty {
            self.out.write_all(if self.written == 0 { b"[\n" } else { b",\n" })?;
            let mut serializer = serde_json::Serializer::pretty(&mut self.out);
            view.serialize(&mut serializer).map_err(io::Error::from)?;
        } else {
            serde_json::to_writer(&mut self.out, &view).map_err(io::Error::from)?;
            self.out.write_all(b"\n")?;
        }
        self.written += 1;
        Ok(())
    }

    /// Ends the output and hands back what it was written to.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        if self.pretty {
            self.out.write_all(if self.written == 0 { b"[]\n" } else { b"\n]\n" })?;
        }
        self.out.flush()?;
        Ok(self.out)
    }
}
