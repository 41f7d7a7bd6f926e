//! Bytes to text: the one place that knows how a file was encoded.
//!
//! Every later step works on one decoded `str` and speaks of places in it as byte offsets; this module
//! owns the two translations that the offsets need, away from the bytes of the file (a byte order mark is not
//! counted) and to the line numbers that people read.

use std::fmt::Write as _;
use std::ops::Range;

use sha2::{Digest, Sha256};

use crate::excerpt::Excerpt as _;

/// One input, decoded, with the index of its lines.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as it is reported: relative to the folder that was named, `-` for standard input.
    pub path: String,
    /// The decoded text, without a byte order mark.
    pub text: String,
    /// The name of the encoding it was decoded from.
    pub encoding: &'static str,
    /// SHA-256 of the bytes as they were read, in lower-case hexadecimal.
    pub sha256: String,
    lines: LineIndex,
}

/// Why bytes could not be read as a briefing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    /// The 1-based line of the first byte that is not UTF-8.
    pub line: usize,
    /// The offset of that byte in the file.
    pub offset: usize,
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "not UTF-8 text (byte {} of the file)", self.offset)
    }
}

impl std::error::Error for DecodeError {}

/// The SHA-256 of bytes, in lower-case hexadecimal.
pub(crate) fn hash(bytes: &[u8]) -> String {
    let mut sha256 = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(sha256, "{byte:02x}");
    }
    sha256
}

impl Source {
    /// Decodes the bytes of one file.
    ///
    /// # Errors
    /// When the bytes are not UTF-8, with the place of the first one that is not.
    pub fn decode(path: impl Into<String>, bytes: &[u8]) -> Result<Self, DecodeError> {
        Self::hashed(path.into(), bytes, hash(bytes))
    }

    /// Decodes the bytes of one file, whose hash is known.
    pub(crate) fn hashed(path: String, bytes: &[u8], sha256: String) -> Result<Self, DecodeError> {
        let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(body) {
            Ok(text) => Ok(Self::new(path, text.to_owned(), sha256)),
            Err(error) => {
                let offset = error.valid_up_to();
                let line = line_starts(body.part(..offset)).count() + 1;
                Err(DecodeError { line, offset: offset + (bytes.len() - body.len()) })
            }
        }
    }

    fn new(path: String, text: String, sha256: String) -> Self {
        let lines = LineIndex::new(&text);
        Self { path, text, encoding: "UTF-8", sha256, lines }
    }

    /// The 1-based number of the line in which a byte offset stands.
    pub fn line_at(&self, offset: usize) -> usize {
        self.lines.line_at(offset)
    }

    /// The bytes of a line, by its 1-based number, without its line end; empty past the last line.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let range = self.lines.range(line, self.text.len());
        let content = self.text.part(range.clone()).trim_end_matches(['\n', '\r']).len();
        range.start..range.start + content
    }
}

/// Where the lines of a text begin. `\n`, `\r\n` and a lone `\r` each end a line.
#[derive(Debug, Clone)]
struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    fn new(text: &str) -> Self {
        Self { starts: std::iter::once(0).chain(line_starts(text.as_bytes())).collect() }
    }

    fn line_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    fn range(&self, line: usize, len: usize) -> Range<usize> {
        let start = self.starts.get(line.wrapping_sub(1)).copied().unwrap_or(len);
        start..self.starts.get(line).copied().unwrap_or(len)
    }
}

/// The offsets at which a new line begins, but for the first.
fn line_starts(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    memchr::memchr2_iter(b'\n', b'\r', bytes).filter_map(|at| {
        let pair = bytes.get(at..at + 2) == Some(b"\r\n");
        (!pair).then_some(at + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_count_alike_for_every_line_end() {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("a{end}二{end}{end}d");
            let source = Source::decode("t.md", text.as_bytes()).unwrap();
            assert_eq!(source.line_at(text.find('二').unwrap()), 2, "{end:?}");
            assert_eq!(source.line_at(text.find('d').unwrap()), 4, "{end:?}");
            assert_eq!(&source.text[source.line_range(2)], "二");
            assert_eq!(&source.text[source.line_range(3)], "");
            assert!(source.line_range(9).is_empty());
        }
    }

    #[test]
    fn a_byte_order_mark_is_not_counted() {
        let source = Source::decode("t.md", b"\xef\xbb\xbf# a").unwrap();
        assert_eq!(source.text, "# a");
        assert_eq!(source.line_at(0), 1);
    }

    #[test]
    fn the_first_bad_byte_is_located() {
        let error = Source::decode("t.md", b"one\ntwo \xff\n").unwrap_err();
        assert_eq!(error, DecodeError { line: 2, offset: 8 });
    }
}
