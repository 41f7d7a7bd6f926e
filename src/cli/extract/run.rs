//! The side of a run that writes: each input in its turn, what is to be said of it, and the end of it all.

use anyhow::Result;

use super::incremental::{Known, Memory};
use super::read::{Content, Found, Read};
use super::report::Report;
use super::tally::Tally;
use crate::cli::{interrupt, replaced};
use crate::extract::Document;
use crate::sink::Sink;

/// What a run writes to and says.
pub(super) struct Run {
    pub sink: Box<dyn Sink>,
    pub report: Report,
    /// What an incremental run remembers.
    pub memory: Option<Memory>,
    pub fail_fast: bool,
}

impl Run {
    /// Writes what came of an input.
    pub fn take(&mut self, read: Read) -> Result<()> {
        interrupt::check()?;
        let Read { path, found, entry, bytes } = read;
        if let Some(memory) = &mut self.memory {
            memory.see(&path);
        }
        self.report.advance(bytes);
        match found {
            Found::Unchanged => {
                // Its place is taken, so what has vanished from elsewhere does not take it along.
                let _ = self.sink.reserve(&path);
                self.report.summary.skipped += 1;
            }
            Found::Records(tally, content) => {
                if !self.write(&path, &tally, content)? {
                    return Ok(());
                }
            }
            Found::Unlisted(bad) => {
                if let Some(memory) = &mut self.memory {
                    memory.is_partial = true;
                }
                return self.refuse(path, &bad.to_string(), bad.reason);
            }
            Found::Output => {
                return Err(replaced::refusal(&path));
            }
            Found::Nothing(bad) => return self.refuse(path, &bad.to_string(), bad.reason),
        }
        match (&mut self.memory, entry) {
            (Some(memory), Some(entry)) => memory.note(path, entry, &mut *self.sink),
            _ => Ok(()),
        }
    }

    /// Writes what was found in an input, unless its place is taken; says whether it did.
    fn write(&mut self, path: &str, tally: &Tally, content: Content) -> Result<bool> {
        self.report.count(tally);
        if let Err(taken) = self.sink.reserve(path) {
            let taken = taken.display();
            self.fail(&format!("{path}: error: an input before it was written to {taken} already"))?;
            return Ok(false);
        }
        self.report.diagnostics(path, &tally.diagnostics);
        match content {
            Content::Document(document) => self.sink.write(&document)?,
            Content::Texts(texts) => self.sink.append(path, &texts)?,
        }
        Ok(true)
    }

    /// Leaves the trace of an input that could not be read, and nothing else of it.
    fn refuse(&mut self, path: String, message: &str, reason: String) -> Result<()> {
        let document = Document::unreadable(path, reason);
        self.fail(message)?;
        if self.memory.is_some() {
            self.sink.remove(&document.file.path)?;
        }
        self.sink.write(&document)
    }

    fn fail(&mut self, message: &str) -> Result<()> {
        self.report.fail(message);
        anyhow::ensure!(!self.fail_fast, "stopped there");
        Ok(())
    }

    /// Ends the output; an incremental run takes out of it what has vanished, where all inputs are there to be seen.
    pub fn finish(mut self, known: Option<&Known>, all_are_there: bool) -> Result<Report> {
        if let (Some(memory), Some(known)) = (&mut self.memory, known) {
            memory.settle(&mut *self.sink)?;
            if all_are_there {
                self.report.summary.removed = memory.sweep(known, &mut *self.sink)?;
            }
        }
        for remark in self.sink.finish()? {
            self.report.diagnostics(&remark.file, &[remark.diagnostic]);
        }
        Ok(self.report)
    }
}
