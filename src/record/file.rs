//! An input as the tables show it: read, or not and why.

/// One input of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileInfo {
    /// As it is reported.
    pub path: String,
    /// SHA-256 of its bytes; none where it could not be read.
    pub sha256: Option<String>,
    /// The encoding that it was decoded from.
    pub encoding: Option<&'static str>,
    /// Why it could not be read.
    pub error: Option<String>,
}

/// What an input turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// It holds briefings.
    Briefings,
    /// It says that there is no news.
    Notice,
    /// It holds no text to read.
    Empty,
    /// It could not be read.
    Unreadable,
}

impl FileKind {
    /// The name used in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Briefings => "briefings",
            Self::Notice => "notice",
            Self::Empty => "empty",
            Self::Unreadable => "unreadable",
        }
    }
}
