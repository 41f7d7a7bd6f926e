//! What a run has done, for people as a line or two and for scripts as an object.

use std::collections::BTreeMap;

use serde::Serialize;

use super::tally::Tally;
use crate::record::RecordType;

/// How a summary is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum SummaryForm {
    /// A line for people, and one for the diagnostics.
    Text,
    /// One JSON object.
    Json,
    /// Nothing.
    None,
}

/// The counts of a run.
#[derive(Debug, Default, Serialize)]
pub(super) struct Summary {
    /// Inputs met.
    pub files: usize,
    /// Those that could not be read or written.
    pub failed: usize,
    /// Those that an incremental run left, since the output holds them already.
    pub skipped: usize,
    /// Those that it took out of the output, since they are no longer there.
    pub removed: usize,
    /// Briefings found.
    pub briefings: usize,
    /// Records found, by type.
    pub records: BTreeMap<&'static str, usize>,
    /// Diagnostics, by code.
    pub diagnostics: BTreeMap<&'static str, usize>,
    /// How long the run took.
    pub seconds: f64,
}

impl Summary {
    /// Counts what was found in an input; its diagnostics are counted where they are said.
    pub fn add(&mut self, tally: &Tally) {
        self.briefings += tally.briefings;
        for (record, count) in &tally.records {
            *self.records.entry(record.name()).or_default() += count;
        }
    }

    /// The summary as one JSON object.
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl std::fmt::Display for Summary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "briefex: {} files", self.files)?;
        let counts = [(self.failed, "failed"), (self.skipped, "unchanged"), (self.removed, "vanished")];
        let counts: Vec<_> =
            counts.iter().filter(|(count, _)| *count > 0).map(|(count, name)| format!("{count} {name}")).collect();
        if !counts.is_empty() {
            write!(f, " ({})", counts.join(", "))?;
        }
        write!(f, ", {} briefings in {:.1} s", self.briefings, self.seconds)?;
        let types = RecordType::ALL.iter().filter_map(|record| Some((record.name(), self.records.get(record.name())?)));
        let records: Vec<String> = types.map(|(name, count)| format!("{count} {}", name.replace('_', " "))).collect();
        if !records.is_empty() {
            write!(f, "\n  found: {}", records.join(", "))?;
        }
        let codes: Vec<String> = self.diagnostics.iter().map(|(code, count)| format!("{code} {count}")).collect();
        if !codes.is_empty() {
            write!(f, "\n  diagnostics: {}", codes.join(", "))?;
        }
        Ok(())
    }
}
