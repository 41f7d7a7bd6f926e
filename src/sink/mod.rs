//! Records to files: one module a format, and [`rows`] for all that are tabular.

pub mod csv;
pub mod json;
pub mod output;
pub mod rows;

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// One pretty-printed array of briefings.
    Json,
    /// One briefing a line.
    Ndjson,
    /// One table a record type.
    Csv,
}

impl Format {
    /// The format that a file name's ending stands for.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "json" => Some(Self::Json),
            "ndjson" | "jsonl" => Some(Self::Ndjson),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    /// The ending of a file of this format.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
        }
    }
}
