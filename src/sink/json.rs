//! JSON: a pretty-printed array, or one object a line; in one stream, or in a file of its own for each source file.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::Serialize;

use super::output::{self, Output, mirrored};
use super::{Format, Kept, Remark, Sink};
use crate::extract::Document;
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

impl Sink for JsonWriter<Output> {
    fn write(&mut self, document: &Document) -> Result<()> {
        Ok(document.briefings.iter().try_for_each(|briefing| JsonWriter::write(self, briefing))?)
    }

    fn finish(self: Box<Self>) -> Result<Vec<Remark>> {
        JsonWriter::finish(*self)?.finish()?;
        Ok(Vec::new())
    }
}

/// A folder in which each source file that could be read has a file of its own, at the place that it has in its tree.
#[derive(Debug)]
pub struct JsonFolder {
    folder: PathBuf,
    format: Format,
    records: Vec<RecordType>,
    taken: HashSet<PathBuf>,
}

impl JsonFolder {
    /// A folder of files of one format, [`Format::Json`] or [`Format::Ndjson`].
    pub fn new(folder: PathBuf, format: Format, records: Vec<RecordType>) -> Self {
        Self { folder, format, records, taken: HashSet::new() }
    }

    fn place(&self, path: &str) -> PathBuf {
        mirrored(&self.folder, path, self.format.name())
    }

    fn write_to(&self, place: &Path, document: &Document) -> io::Result<()> {
        let mut writer =
            JsonWriter::new(Output::file_by(place, &self.folder)?, self.format == Format::Json, self.records.clone());
        document.briefings.iter().try_for_each(|briefing| writer.write(briefing))?;
        writer.finish()?.finish()
    }
}

impl Sink for JsonFolder {
    /// `a.md` and `../a.md` would be written to the same file.
    fn reserve(&mut self, path: &str) -> Result<(), PathBuf> {
        let place = self.place(path);
        // A file of the run may be where this one wants a folder, or the other way round.
        let mut above = place.ancestors().skip(1).take_while(|above| *above != self.folder);
        if let Some(above) = above.find(|above| self.taken.contains(*above)) {
            return Err(above.to_owned());
        }
        if !place.is_dir() && self.taken.insert(place.clone()) { Ok(()) } else { Err(place) }
    }

    fn write(&mut self, document: &Document) -> Result<()> {
        if document.file.error.is_some() {
            return Ok(());
        }
        let place = self.place(&document.file.path);
        Ok(self.write_to(&place, document)?)
    }

    fn kept(&self) -> Result<Option<Kept>> {
        if self.folder.is_dir() {
            output::clear(&self.folder).with_context(|| self.folder.display().to_string())?;
        }
        let (folder, ending) = (self.folder.clone(), self.format.name());
        Ok(Some(Box::new(move |path, _| mirrored(&folder, path, ending).exists())))
    }

    fn remove(&mut self, path: &str) -> Result<()> {
        let place = self.place(path);
        if self.taken.contains(&place) {
            return Ok(());
        }
        match std::fs::remove_file(&place) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error).with_context(|| place.display().to_string());
            }
            _ => {}
        }
        // Folders go with their last file; one that is not empty stays.
        let above = place.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.folder) && *folder != self.folder);
        above.map(std::fs::remove_dir).take_while(Result::is_ok).for_each(drop);
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<Vec<Remark>> {
        Ok(Vec::new())
    }
}
