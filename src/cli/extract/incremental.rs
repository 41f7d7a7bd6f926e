//! `--incremental`: what the output holds already is not read again, and what has vanished goes.

use std::collections::HashSet;

use anyhow::{Context as _, Result};

use crate::batch::state::{self, Entry, Log, Previous, Settings};
use crate::cli::Usage;
use crate::cli::target::Target;
use crate::sink::{Kept, Sink};

/// After so many files what was written is made to last.
const STRIDE: usize = 500;

/// What is known of the files of the last run.
pub(super) struct Known {
    previous: Previous,
    kept: Kept,
}

impl Known {
    /// What a file was when the output got what it still holds of it.
    pub fn entry(&self, path: &str) -> Option<&Entry> {
        self.previous.entry(path).filter(|entry| (self.kept)(path, &entry.sha256))
    }
}

/// What an incremental run remembers while it goes on.
pub(super) struct Memory {
    log: Log,
    /// Files that are not written for good yet.
    pending: Vec<(String, Entry)>,
    seen: HashSet<String>,
    /// Whether some folder could not be listed, so that a file that was not seen may be there all the same.
    pub is_partial: bool,
}

/// Opens the state beside an output.
pub(super) fn open(target: &Target, settings: &Settings, sink: &dyn Sink) -> Result<(Known, Memory)> {
    let path = target.state()?;
    let Some(kept) = sink.kept()? else {
        return Err(Usage("--incremental needs --output DIR/ of JSON, or --output FILE.sqlite".to_owned()).into());
    };
    let (previous, log) = state::open(&path, settings).with_context(|| path.display().to_string())?;
    Ok((Known { previous, kept }, Memory { log, pending: Vec::new(), seen: HashSet::new(), is_partial: false }))
}

impl Memory {
    /// Takes note of an input that was met.
    pub fn see(&mut self, path: &str) {
        self.seen.insert(path.to_owned());
    }

    /// Remembers what was written of a file, or that there was no need to.
    pub fn note(&mut self, path: String, entry: Entry, sink: &mut dyn Sink) -> Result<()> {
        self.pending.push((path, entry));
        if self.pending.len() >= STRIDE { self.settle(sink) } else { Ok(()) }
    }

    /// Makes what was written last, and then remembers it; in this order, so that what is remembered is there.
    pub fn settle(&mut self, sink: &mut dyn Sink) -> Result<()> {
        sink.checkpoint()?;
        for (path, entry) in self.pending.drain(..) {
            self.log.done(path, entry)?;
        }
        Ok(self.log.flush()?)
    }

    /// Takes out of the output what is no longer among the inputs; gives how many files those were. A run that met no file at all
    /// says nothing of them: a disk may not be mounted, a list have come out empty.
    pub fn sweep(&mut self, known: &Known, sink: &mut dyn Sink) -> Result<usize> {
        if self.is_partial || self.seen.is_empty() {
            return Ok(0);
        }
        let mut vanished: Vec<_> = known.previous.paths().filter(|path| !self.seen.contains(*path)).cloned().collect();
        vanished.sort_unstable();
        for path in &vanished {
            sink.remove(path)?;
        }
        sink.checkpoint()?;
        let count = vanished.len();
        vanished.into_iter().try_for_each(|path| self.log.gone(path))?;
        self.log.flush()?;
        Ok(count)
    }
}
