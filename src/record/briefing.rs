//! A briefing: the object that one line of NDJSON holds.

use schemars::JsonSchema;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Metadata, RecordType, Records};
use crate::diagnostic::Diagnostic;

/// The name and version of the output's shape.
pub const SCHEMA: &str = "briefex/1";

/// The file that a briefing was read from.
#[derive(Debug, Clone, PartialEq, JsonSchema, serde::Serialize)]
pub struct SourceInfo {
    /// Relative to the folder that was named on the command line; `-` for standard input.
    pub path: String,
    /// 0-based position of the briefing in its file.
    pub index: usize,
    /// SHA-256 of the file's bytes.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: String,
    /// The encoding the file was decoded from.
    pub encoding: &'static str,
}

/// One briefing and all that was found in it.
#[derive(Debug, Clone, PartialEq, JsonSchema)]
pub struct Briefing {
    /// The file it stands in.
    pub source: SourceInfo,
    /// `briefing-<n>`, counted in its file.
    #[schemars(regex(pattern = "^briefing-[1-9][0-9]*$"))]
    pub id: String,
    /// The line of its title.
    #[schemars(range(min = 1))]
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
    /// What was found in it.
    #[schemars(flatten)]
    pub records: Records,
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
        let mut object = serializer.serialize_map(None)?;
        object.serialize_entry("schema", SCHEMA)?;
        object.serialize_entry("source", &briefing.source)?;
        object.serialize_entry("id", &briefing.id)?;
        object.serialize_entry("line", &briefing.line)?;
        object.serialize_entry("span", &briefing.span)?;
        object.serialize_entry("title", &briefing.title)?;
        object.serialize_entry("emoji", &briefing.emoji)?;
        object.serialize_entry("collection", &briefing.collection)?;
        if RecordType::Briefings.is_shown_by(self.records) {
            object.serialize_entry("metadata", &briefing.metadata)?;
        }
        briefing.records.write_lists::<S>(&mut object, self.records)?;
        if self.records.contains(&RecordType::Diagnostics) {
            object.serialize_entry("diagnostics", &briefing.diagnostics)?;
        }
        object.end()
    }
}
