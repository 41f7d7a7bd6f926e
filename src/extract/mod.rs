//! Records from outlines: the ordered list of extractors.
//!
//! The extractors run in the order of the list in `record/types.rs`. Some see every line (sections, tables, values, changes);
//! of the others, a line belongs to the first that claims it: advice inside a scenario is the scenario's field, so scenarios
//! come before recommendations.

mod case;
mod change;
mod coverage;
mod fact;
mod fence;
mod field;
mod forecast;
mod front_matter;
mod insight;
mod ledger;
mod link;
mod lost;
mod metadata;
mod milestone;
mod passage;
mod point;
mod quantity;
mod recommendation;
mod risk;
mod scenario;
mod scope;
mod section;
mod table;
mod text_table;
mod value;

use crate::briefing::{self, Content, Part};
use crate::diagnostic::{Code, Diagnostic};
use crate::outline::Outline;
use crate::record::{Briefing, FileInfo, FileKind, Placed, RecordType, Records, SourceInfo, with_record_types};
use crate::source::Source;
pub use coverage::{Coverage, UnreadRun, coverage};
use scope::Scope;

/// All that was found in one file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// The file.
    pub file: FileInfo,
    /// Its briefings, in file order; none in a notice.
    pub briefings: Vec<Briefing>,
    /// Remarks that belong to no briefing.
    pub diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// What is known of a file that could not be read.
    pub fn unreadable(path: String, error: String) -> Self {
        let file = FileInfo { path, error: Some(error), ..FileInfo::default() };
        Self { file, ..Self::default() }
    }

    /// What the file turned out to be.
    pub fn kind(&self) -> FileKind {
        let is_notice = || self.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::Notice);
        match self {
            _ if self.file.error.is_some() => FileKind::Unreadable,
            _ if !self.briefings.is_empty() => FileKind::Briefings,
            _ if is_notice() => FileKind::Notice,
            _ => FileKind::Empty,
        }
    }
}

/// Reads a file: all record types but [`RecordType::Values`].
pub fn extract(source: &Source) -> Document {
    extract_records(source, &RecordType::usual())
}

/// Reads a file. Of the record types, [`RecordType::Values`] is read only where it is among those asked for.
pub fn extract_records(source: &Source, records: &[RecordType]) -> Document {
    read(source, &Outline::of(source), records).0
}

/// Reads an outline; also says which of its lines a record or the metadata own.
fn read(source: &Source, outline: &Outline, records: &[RecordType]) -> (Document, Vec<bool>) {
    let front = front_matter::read(source);
    let file =
        FileInfo { path: source.path.clone(), sha256: Some(source.sha256.clone()), encoding: Some(source.encoding), error: None };
    let mut document = Document { file, ..Document::default() };
    let mut owned = vec![false; outline.lines.len()];
    match briefing::split(outline, front.is_some()) {
        Content::Briefings(parts) => {
            for (index, part) in parts.into_iter().enumerate() {
                // Front matter speaks for the file's only or first briefing.
                let front = front.as_ref().filter(|_| index == 0);
                let mut scope = Scope::new(source, outline, &part, front, records, owned);
                document.briefings.push(briefing_of(&mut scope, &part, index));
                owned = scope.claimed;
            }
        }
        Content::Notice(at) => {
            let line = outline.lines[at].number;
            document.diagnostics.push(Diagnostic::new(Code::Notice, line, "the file says that there is no briefing today"));
        }
        Content::Nothing => document.diagnostics.push(Diagnostic::new(Code::NoBriefing, 1, "the file holds no text to read")),
    }
    document.diagnostics.extend(lost::guessed(source));
    document.diagnostics.extend(outside(source, &document.briefings));
    (document, owned)
}

/// What was lost outside all briefings: above the first, between two.
fn outside(source: &Source, briefings: &[Briefing]) -> impl Iterator<Item = Diagnostic> {
    let ends = briefings.iter().map(|briefing| briefing.span[1]);
    let starts = briefings.iter().map(|briefing| briefing.span[0]).chain([source.text.len()]);
    let between = std::iter::once(0).chain(ends).zip(starts);
    between.filter_map(|(end, start)| lost::undecoded(source, end..start))
}

fn briefing_of(scope: &mut Scope<'_>, part: &Part, index: usize) -> Briefing {
    let front = scope.front;
    let title = metadata::title(scope, front);
    let metadata = metadata::extract(scope, front, part.has_metadata || front.is_some());
    scope.sources = metadata.sources.iter().filter_map(|source| source.url.clone()).collect();
    let records = records_of(scope);
    scope.diagnostics.extend(lost::report(scope.source, title.span[0]..title.span[1]));
    let mut diagnostics = std::mem::take(&mut scope.diagnostics);
    diagnostics.sort_by_key(|diagnostic| diagnostic.line);
    let source = scope.source;
    Briefing {
        source: SourceInfo { path: source.path.clone(), index, sha256: source.sha256.clone(), encoding: source.encoding },
        id: format!("briefing-{}", index + 1),
        line: title.line,
        span: title.span,
        title: title.text,
        emoji: title.emoji,
        collection: part.collection.map(|at| scope.outline.lines[at].text.clone()),
        metadata,
        records,
        diagnostics,
    }
}

macro_rules! run_extractors {
    (
        records { $($(#[$doc:meta])* $variant:ident $list:ident $record:ident $name:ident,)* }
        parts { $($part:tt)* }
    ) => {
        /// Runs the extractors one after the other and numbers what they find.
        fn records_of(scope: &mut Scope<'_>) -> Records {
            $(let $list = numbered(stringify!($name), $name::extract(scope));)*
            Records { $($list),* }
        }
    };
}
with_record_types!(run_extractors);

/// Numbers the records of one type: `scenario-1`, `scenario-2`, …
fn numbered<R: Placed>(name: &str, mut records: Vec<R>) -> Vec<R> {
    for (at, record) in records.iter_mut().enumerate() {
        record.place_mut().id = format!("{name}-{}", at + 1);
    }
    records
}
