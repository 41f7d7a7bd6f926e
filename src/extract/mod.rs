//! Records from outlines: the ordered list of extractors.
//!
//! The extractors run in the order of the list in `record/types.rs`. Some see every line (sections, tables, values, changes);
//! of the others, a line belongs to the first that claims it: advice inside a scenario is the scenario's field, so scenarios
//! come before recommendations.

mod change;
mod field;
mod forecast;
mod front_matter;
mod metadata;
mod quantity;
mod recommendation;
mod risk;
mod scenario;
mod section;
mod table;
mod value;

use crate::briefing::{self, Content, Part};
use crate::diagnostic::{Code, Diagnostic};
use crate::outline::Outline;
use crate::record::{Briefing, Place, Placed, RecordType, Records, SourceInfo, with_record_types};
use crate::source::Source;

/// All that was found in one file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// Its briefings, in file order; none in a notice.
    pub briefings: Vec<Briefing>,
    /// Remarks that belong to no briefing.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a file: all record types but [`RecordType::Values`].
pub fn extract(source: &Source) -> Document {
    extract_records(source, &RecordType::usual())
}

/// Reads a file. Of the record types, [`RecordType::Values`] is read only where it is among those asked for.
pub fn extract_records(source: &Source, records: &[RecordType]) -> Document {
    let outline = Outline::of(source);
    let front = front_matter::read(source);
    let mut document = Document::default();
    match briefing::split(&outline, front.is_some()) {
        Content::Briefings(parts) => {
            for (index, part) in parts.into_iter().enumerate() {
                // Front matter speaks for the file's only or first briefing.
                let front = front.as_ref().filter(|_| index == 0);
                let scope = Scope::new(source, &outline, &part, records);
                document.briefings.push(briefing_of(scope, &part, front, index));
            }
        }
        Content::Notice(at) => {
            let line = outline.lines[at].number;
            document.diagnostics.push(Diagnostic::new(Code::Notice, line, "the file says that there is no briefing today"));
        }
        Content::Nothing => document.diagnostics.push(Diagnostic::new(Code::NoBriefing, 1, "the file holds no text to read")),
    }
    document
}

fn briefing_of(mut scope: Scope<'_>, part: &Part, front: Option<&front_matter::FrontMatter>, index: usize) -> Briefing {
    let title = metadata::title(&mut scope, front);
    let metadata = metadata::extract(&mut scope, front, part.has_metadata || front.is_some());
    let records = records_of(&mut scope);
    scope.report_replacement_characters(&title);
    scope.diagnostics.sort_by_key(|diagnostic| diagnostic.line);
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
        diagnostics: scope.diagnostics,
    }
}

macro_rules! run_extractors {
    ($($(#[$doc:meta])* $variant:ident $list:ident $record:ident $name:ident,)*) => {
        /// Runs the extractors one after the other and numbers what they find.
        fn records_of(scope: &mut Scope<'_>) -> Records {
            $(let $list = numbered(stringify!($name), $name::extract(scope));)*
            Records { $($list),* }
        }
    };
}
with_record_types!(run_extractors);

/// What an extractor works on: the lines of one briefing.
struct Scope<'a> {
    source: &'a Source,
    outline: &'a Outline,
    title: Option<usize>,
    lines: std::ops::Range<usize>,
    /// The record types that were asked for.
    asked: &'a [RecordType],
    /// Lines that a record owns already.
    claimed: Vec<bool>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Scope<'a> {
    fn new(source: &'a Source, outline: &'a Outline, part: &Part, asked: &'a [RecordType]) -> Self {
        Self {
            source,
            outline,
            title: part.title,
            lines: part.lines.clone(),
            asked,
            claimed: vec![false; outline.lines.len()],
            diagnostics: Vec::new(),
        }
    }

    /// The lines below the title.
    fn body(&self) -> std::ops::Range<usize> {
        self.title.map_or(self.lines.start, |title| title + 1)..self.lines.end
    }

    /// The headings that a line stands under, outermost first, below the briefing's title.
    fn section(&self, at: usize) -> Vec<String> {
        let above = self.outline.ancestors(at).filter(|&up| self.lines.contains(&up) && Some(up) != self.title);
        let mut titles: Vec<_> = above
            .map(|up| &self.outline.lines[up])
            .filter(|line| line.heading().is_some())
            .map(|line| line.text.clone())
            .collect();
        titles.reverse();
        titles
    }

    /// The lines of prose directly below a line.
    fn prose_below(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.outline.children(at).filter(|&child| child < self.lines.end && self.outline.lines[child].is_prose())
    }

    /// The bytes from a line to the end of what is nested in it, within the briefing.
    fn span(&self, at: usize) -> [usize; 2] {
        let span = self.outline.span(at, self.lines.end);
        [span.start, span.end]
    }

    /// Where a record stands that begins at a line and owns what is nested in it.
    fn place(&self, at: usize) -> Place {
        Place { id: String::new(), line: self.outline.lines[at].number, span: self.span(at), section: self.section(at) }
    }

    fn claim(&mut self, lines: std::ops::Range<usize>) {
        self.claimed[lines].fill(true);
    }

    /// Marks of text that was lost before briefex saw it.
    fn report_replacement_characters(&mut self, title: &metadata::Title) {
        let text = &self.source.text[title.span[0]..title.span[1]];
        let mut last = 0;
        for (offset, _) in text.match_indices('\u{FFFD}') {
            let line = self.source.line_at(title.span[0] + offset);
            if line != last {
                self.diagnostics.push(Diagnostic::new(
                    Code::ReplacementCharacter,
                    line,
                    "the text holds U+FFFD: characters were lost before this file was written",
                ));
                last = line;
            }
        }
    }
}

/// Numbers the records of one type: `scenario-1`, `scenario-2`, …
fn numbered<R: Placed>(name: &str, mut records: Vec<R>) -> Vec<R> {
    for (at, record) in records.iter_mut().enumerate() {
        record.place_mut().id = format!("{name}-{}", at + 1);
    }
    records
}
