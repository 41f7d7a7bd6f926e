//! What a run says while it goes on, and what it counts for its end.

use std::time::Instant;

use super::progress::Progress;
use super::summary::{Summary, SummaryForm};
use super::tally::Tally;
use crate::cli::inputs::Named;
use crate::cli::target::Target;
use crate::cli::{Outcome, say};
use crate::diagnostic::{Diagnostic, Severity};

/// What a run has met so far.
pub(super) struct Report {
    pub summary: Summary,
    pub warnings: usize,
    progress: Progress,
    quiet: bool,
    begun: Instant,
}

impl Report {
    pub fn new(named: &Named, target: &Target, quiet: bool) -> Self {
        let progress = Progress::new(named, !quiet && !target.is_terminal());
        Self { summary: Summary::default(), warnings: 0, progress, quiet, begun: Instant::now() }
    }

    /// Counts an input of which so many bytes were read.
    pub fn advance(&mut self, bytes: usize) {
        self.summary.files += 1;
        self.progress.advance(bytes, self.warnings);
    }

    /// Counts what was found in an input.
    pub fn count(&mut self, tally: &Tally) {
        self.summary.add(tally);
    }

    /// Says why an input was not read or not written.
    pub fn fail(&mut self, message: &str) {
        self.summary.failed += 1;
        self.progress.aside(|| say(message));
    }

    /// Says and counts diagnostics of a file.
    pub fn diagnostics(&mut self, path: &str, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics {
            self.warnings += usize::from(diagnostic.severity == Severity::Warning);
            *self.summary.diagnostics.entry(diagnostic.code.name()).or_default() += 1;
            if !self.quiet {
                let (severity, code) = (diagnostic.severity.name(), diagnostic.code.name());
                let message = format!("{path}:{}: {severity}[{code}]: {}", diagnostic.line, diagnostic.message);
                self.progress.aside(|| say(&message));
            }
        }
    }

    /// Says how the run went, and what is to be thought of it; with `strict` a warning is too many.
    pub fn close(mut self, form: Option<SummaryForm>, strict: bool) -> Outcome {
        self.progress.end();
        self.summary.seconds = self.begun.elapsed().as_secs_f64();
        let usual = if self.quiet || self.summary.files < 2 { SummaryForm::None } else { SummaryForm::Text };
        match form.unwrap_or(usual) {
            SummaryForm::Text => self.summary.to_string().lines().for_each(say),
            SummaryForm::Json => say(&self.summary.json()),
            SummaryForm::None => {}
        }
        let is_complete = self.summary.failed == 0 && !(strict && self.warnings > 0);
        if is_complete { Outcome::Fine } else { Outcome::Incomplete }
    }
}
