//! What a run says of a document, little enough to be kept when the document itself is not: the threads that extract write most
//! formats to memory as well, and let the document go where it was made.

use crate::diagnostic::Diagnostic;
use crate::extract::Document;
use crate::record::RecordType;

/// The counts of a document, and what was doubtful in it.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// How many briefings it has.
    pub briefings: usize,
    /// How many records of a type stand in a row, type by type and briefing by briefing.
    pub records: Vec<(RecordType, usize)>,
    /// What was doubtful: first in the file, then in each briefing.
    pub diagnostics: Vec<Diagnostic>,
}

impl Tally {
    /// Counts a document.
    pub fn of(document: &Document) -> Self {
        let mut records: Vec<(RecordType, usize)> = Vec::new();
        for (record, _) in document.briefings.iter().flat_map(|briefing| briefing.records.places()) {
            match records.last_mut() {
                Some((last, count)) if *last == record => *count += 1,
                _ => records.push((record, 1)),
            }
        }
        let briefings = document.briefings.iter().flat_map(|briefing| &briefing.diagnostics);
        let diagnostics = document.diagnostics.iter().chain(briefings).cloned().collect();
        Self { briefings: document.briefings.len(), records, diagnostics }
    }
}
