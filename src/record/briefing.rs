//! A briefing: the object that one line of NDJSON holds.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Change, Metadata, Recommendation, RecordType, Scenario, Section, Table, ValueRecord};
use crate::diagnostic::Diagnostic;

/// The name and version of the output's shape.
pub const SCHEMA: &str = "briefex/1";

/// The file that a briefing was read from.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct SourceInfo {
    /// Relative to the folder that was named on the command line; `-` for standard input.
    pub path: String,
    /// 0-based position of the briefing in its file.
    pub index: usize,
    /// SHA-256 of the file's bytes.
    pub sha256: String,
    /// The encoding the file was decoded from.
    pub encoding: &'static str,
}

/// One briefing and all that was found in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Briefing {
    /// The file it stands in.
    pub source: SourceInfo,
    /// `briefing-<n>`, counted in its file.
    pub id: String,
    /// The line of its title.
    pub line: usize,
    /// From its title to its end, in bytes.
    pub span: [usize; 2],
    /// Its title; null where the text has none.
    pub title: Option<String>,
    /// An emoji in front of the title.
    pub emoji: Option<String>,
    /// The heading above it that names a collection of briefings.
    pub collection: Option<String>,
    /// What it says of itself.
    pub metadata: Metadata,
    /// Its headings.
    pub sections: Vec<Section>,
    /// Its pipe tables.
    pub tables: Vec<Table>,
    /// Its named alternative futures.
    pub scenarios: Vec<Scenario>,
    /// Its advice.
    pub recommendations: Vec<Recommendation>,
    /// Its quantities, where they were asked for.
    pub values: Vec<ValueRecord>,
    /// What goes from what to what.
    pub changes: Vec<Change>,
    /// What was doubtful.
    pub diagnostics: Vec<Diagnostic>,
}

impl Briefing {
    /// The briefing as JSON with the lists of these record types alone.
    pub fn view<'a>(&'a self, records: &'a [RecordType]) -> BriefingView<'a> {
        BriefingView { briefing: self, records }
    }
}

impl Serialize for Briefing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view(&RecordType::usual()).serialize(serializer)
    }
}

/// A briefing seen through a choice of record types; what was not chosen is left out.
#[derive(Debug)]
pub struct BriefingView<'a> {
    briefing: &'a Briefing,
    records: &'a [RecordType],
}

impl Serialize for BriefingView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let briefing = self.briefing;
        let has = |record| self.records.contains(&record);
        let lists = [
            has(RecordType::Sections),
            has(RecordType::Tables) || has(RecordType::Cells),
            has(RecordType::Scenarios),
            has(RecordType::Recommendations),
            has(RecordType::Values),
            has(RecordType::Changes),
            has(RecordType::Diagnostics),
        ];
        let len = 8 + usize::from(has(RecordType::Briefings)) + lists.iter().filter(|&&chosen| chosen).count();
        let mut object = serializer.serialize_struct("Briefing", len)?;
        object.serialize_field("schema", SCHEMA)?;
        object.serialize_field("source", &briefing.source)?;
        object.serialize_field("id", &briefing.id)?;
        object.serialize_field("line", &briefing.line)?;
        object.serialize_field("span", &briefing.span)?;
        object.serialize_field("title", &briefing.title)?;
        object.serialize_field("emoji", &briefing.emoji)?;
        object.serialize_field("collection", &briefing.collection)?;
        if has(RecordType::Briefings) {
            object.serialize_field("metadata", &briefing.metadata)?;
        }
        let [sections, tables, scenarios, recommendations, values, changes, diagnostics] = lists;
        if sections {
            object.serialize_field("sections", &briefing.sections)?;
        }
        if tables {
            object.serialize_field("tables", &briefing.tables)?;
        }
        if scenarios {
            object.serialize_field("scenarios", &briefing.scenarios)?;
        }
        if recommendations {
            object.serialize_field("recommendations", &briefing.recommendations)?;
        }
        if values {
            object.serialize_field("values", &briefing.values)?;
        }
        if changes {
            object.serialize_field("changes", &briefing.changes)?;
        }
        if diagnostics {
            object.serialize_field("diagnostics", &briefing.diagnostics)?;
        }
        object.end()
    }
}
