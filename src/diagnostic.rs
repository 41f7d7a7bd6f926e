//! What the reader of the output should know: doubt is a diagnostic, never an error.

use schemars::JsonSchema;
use serde::Serialize;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something may be missing or wrong.
    Warning,
    /// Nothing is wrong; it explains why the output is as it is.
    Note,
}

impl Severity {
    /// The name used in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A kind of diagnostic; `docs/diagnostics.md` says what to do about each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// No publication date was found.
    NoDate,
    /// No metadata block stands below the title.
    NoMetadata,
    /// Neither a heading nor front matter gives a title.
    NoTitle,
    /// The file is empty.
    NoBriefing,
    /// The file says that there is no news.
    Notice,
    /// The probabilities of a set do not add up to 1.
    ProbabilitySum,
    /// A row has more or fewer cells than its table has columns.
    RaggedTable,
    /// A row of a table is broken by ends of lines.
    BrokenRow,
    /// The text holds U+FFFD.
    ReplacementCharacter,
    /// Bytes of the file could not be decoded.
    UndecodableBytes,
    /// The encoding of the file is a guess.
    GuessedEncoding,
    /// The front matter is not valid YAML.
    FrontMatter,
    /// A line of `--frames` is none.
    Frame,
    /// A sheet of a workbook is full.
    RowLimit,
    /// A text is longer than a cell of a workbook may be.
    TextLimit,
}

impl Code {
    /// All codes, for the documentation and its test.
    pub const ALL: [Self; 15] = [
        Self::NoDate,
        Self::NoMetadata,
        Self::NoTitle,
        Self::NoBriefing,
        Self::Notice,
        Self::ProbabilitySum,
        Self::RaggedTable,
        Self::BrokenRow,
        Self::ReplacementCharacter,
        Self::UndecodableBytes,
        Self::GuessedEncoding,
        Self::FrontMatter,
        Self::Frame,
        Self::RowLimit,
        Self::TextLimit,
    ];

    /// The code as printed.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoDate => "no-date",
            Self::NoMetadata => "no-metadata",
            Self::NoTitle => "no-title",
            Self::NoBriefing => "no-briefing",
            Self::Notice => "notice",
            Self::ProbabilitySum => "probability-sum",
            Self::RaggedTable => "ragged-table",
            Self::BrokenRow => "broken-row",
            Self::ReplacementCharacter => "replacement-character",
            Self::UndecodableBytes => "undecodable-bytes",
            Self::GuessedEncoding => "guessed-encoding",
            Self::FrontMatter => "front-matter",
            Self::Frame => "frame",
            Self::RowLimit => "row-limit",
            Self::TextLimit => "text-limit",
        }
    }

    /// How much it matters.
    pub fn severity(self) -> Severity {
        match self {
            Self::Notice | Self::NoBriefing | Self::GuessedEncoding => Severity::Note,
            _ => Severity::Warning,
        }
    }
}

/// One remark about one place of a file.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Diagnostic {
    /// What kind of remark it is.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// The 1-based line it speaks of.
    #[schemars(range(min = 1))]
    pub line: usize,
    /// The remark.
    pub message: String,
}

impl Diagnostic {
    /// A remark with the severity of its code.
    pub fn new(code: Code, line: usize, message: impl Into<String>) -> Self {
        Self { code, severity: code.severity(), line, message: message.into() }
    }
}
