//! JSON: a pretty-printed array, or one object a line; in one stream, or in a file of its own for each source file.

use std::collections::HashSet;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde::Serialize;

use super::output::{self, Output, mirrored};
use super::{Format, Kept, Remark, Render, Sink, Texts};
use crate::extract::Document;
use crate::record::{Briefing, RecordType};

/// How briefings become JSON.
#[derive(Debug, Clone)]
struct Form {
    pretty: bool,
    records: Vec<RecordType>,
}

impl Form {
    fn write(&self, mut out: impl Write, briefing: &Briefing) -> io::Result<()> {
        let view = briefing.view(&self.records);
        if self.pretty {
            view.serialize(&mut serde_json::Serializer::pretty(&mut out)).map_err(io::Error::from)
        } else {
            serde_json::to_writer(&mut out, &view).map_err(io::Error::from)?;
            out.write_all(b"\n")
        }
    }
}

impl Render for Form {
    /// A text a briefing.
    fn render(&self, document: &Document) -> io::Result<Texts> {
        let text = |briefing| {
            let mut text = Vec::new();
            self.write(&mut text, briefing).map(|()| text)
        };
        document.briefings.iter().map(text).collect()
    }
}

/// Writes briefings as JSON while they come.
#[derive(Debug)]
pub struct JsonWriter<W: Write> {
    out: W,
    form: Form,
    is_empty: bool,
}

impl<W: Write> JsonWriter<W> {
    /// A writer of one array (`pretty`) or of one object a line.
    pub fn new(out: W, pretty: bool, records: Vec<RecordType>) -> Self {
        Self::of_form(out, Form { pretty, records })
    }

    fn of_form(out: W, form: Form) -> Self {
        Self { out, form, is_empty: true }
    }

    /// Writes one briefing.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write(&mut self, briefing: &Briefing) -> io::Result<()> {
        self.begin()?;
        self.form.write(&mut self.out, briefing)
    }

    /// Writes the text of one briefing.
    fn append(&mut self, text: &[u8]) -> io::Result<()> {
        self.begin()?;
        self.out.write_all(text)
    }

    /// Parts a briefing from the one before.
    fn begin(&mut self) -> io::Result<()> {
        let is_first = std::mem::replace(&mut self.is_empty, false);
        match (self.form.pretty, is_first) {
            (false, _) => Ok(()),
            (true, true) => self.out.write_all(b"[\n"),
            (true, false) => self.out.write_all(b",\n"),
        }
    }

    /// Ends the output and hands back what it was written to.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(mut self) -> io::Result<W> {
        if self.form.pretty {
            self.out.write_all(if self.is_empty { b"[]\n" } else { b"\n]\n" })?;
        }
        self.out.flush()?;
        Ok(self.out)
    }
}

impl Sink for JsonWriter<Output> {
    fn renderer(&self) -> Option<Box<dyn Render>> {
        Some(Box::new(self.form.clone()))
    }

    fn write(&mut self, document: &Document) -> Result<()> {
        Ok(document.briefings.iter().try_for_each(|briefing| JsonWriter::write(self, briefing))?)
    }

    fn append(&mut self, _path: &str, texts: &[Vec<u8>]) -> Result<()> {
        Ok(texts.iter().try_for_each(|text| JsonWriter::append(self, text))?)
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
    form: Form,
    taken: HashSet<PathBuf>,
}

impl JsonFolder {
    /// A folder of files of one format, [`Format::Json`] or [`Format::Ndjson`].
    pub fn new(folder: PathBuf, format: Format, records: Vec<RecordType>) -> Self {
        let form = Form { pretty: format == Format::Json, records };
        Self { folder, format, form, taken: HashSet::new() }
    }

    fn place(&self, path: &str) -> PathBuf {
        mirrored(&self.folder, path, self.format.name())
    }

    /// Writes the file of a source file.
    fn put(&self, path: &str, fill: impl FnOnce(&mut JsonWriter<Output>) -> io::Result<()>) -> Result<()> {
        let output = Output::file_by(&self.place(path), &self.folder)?;
        let mut writer = JsonWriter::of_form(output, self.form.clone());
        fill(&mut writer)?;
        Ok(writer.finish()?.finish()?)
    }
}

impl Sink for JsonFolder {
    fn renderer(&self) -> Option<Box<dyn Render>> {
        Some(Box::new(self.form.clone()))
    }

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
        self.put(&document.file.path, |writer| document.briefings.iter().try_for_each(|briefing| writer.write(briefing)))
    }

    fn append(&mut self, path: &str, texts: &[Vec<u8>]) -> Result<()> {
        self.put(path, |writer| texts.iter().try_for_each(|text| writer.append(text)))
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
