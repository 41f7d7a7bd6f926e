//! Bytes to text: the one place that knows how a file was encoded.
//!
//! Every later step works on one decoded `str` and speaks of places in it as byte offsets; this module
//! owns the two translations that the offsets need, away from the bytes of the file (a byte order mark is not
//! counted) and to the line numbers that people read.

mod decode;
mod detect;
mod encoding;
mod line;

use std::fmt::Write as _;
use std::ops::Range;

use sha2::{Digest, Sha256};

pub use self::decode::DecodeError;
pub use self::encoding::{Encoding, UnknownEncoding};
use self::line::LineIndex;
use crate::excerpt::Excerpt as _;

/// One input, decoded, with the index of its lines.
#[derive(Debug, Clone)]
pub struct Source {
    /// The path as it is reported: relative to the folder that was named, `-` for standard input.
    pub path: String,
    /// The decoded text, without a byte order mark. Lines end in `\n` or `\r\n`: a lone `\r` has become a `\n`.
    pub text: String,
    /// The name of the encoding it was decoded from.
    pub encoding: &'static str,
    /// SHA-256 of the bytes as they were read, in lower-case hexadecimal.
    pub sha256: String,
    /// Where in the text a U+FFFD stands for bytes that could not be decoded, in ascending order.
    pub(crate) undecoded: Vec<usize>,
    /// Whether nothing but the look of the bytes speaks for the encoding.
    pub(crate) is_guessed: bool,
    lines: LineIndex,
}

/// The SHA-256 of bytes, in lower-case hexadecimal.
pub(crate) fn hash(bytes: &[u8]) -> String {
    let mut sha256 = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(sha256, "{byte:02x}");
    }
    sha256
}

impl Source {
    /// Decodes the bytes of one file, whose encoding is found out: by its byte order mark, as UTF-8 where it is that, else by
    /// what it looks like. What cannot be decoded becomes U+FFFD.
    ///
    /// # Errors
    /// When the bytes are no text.
    pub fn decode(path: impl Into<String>, bytes: &[u8]) -> Result<Self, DecodeError> {
        Self::hashed(path.into(), bytes, hash(bytes), None)
    }

    /// Decodes the bytes of one file from an encoding, unless a byte order mark says that it is another.
    ///
    /// # Errors
    /// When the bytes are no text.
    pub fn decode_from(path: impl Into<String>, bytes: &[u8], encoding: Encoding) -> Result<Self, DecodeError> {
        Self::hashed(path.into(), bytes, hash(bytes), Some(encoding))
    }

    /// Decodes the bytes of one file, whose hash is known, from an encoding that was named or is to be found out.
    pub(crate) fn hashed(path: String, bytes: &[u8], sha256: String, named: Option<Encoding>) -> Result<Self, DecodeError> {
        let decoded = decode::decode(bytes, named)?;
        let lines = LineIndex::new(&decoded.text);
        let decode::Decoded { text, encoding, undecoded, is_guessed } = decoded;
        Ok(Self { path, text, encoding: encoding.name(), sha256, undecoded, is_guessed, lines })
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

    /// The places of a part of the text at which bytes could not be decoded.
    pub(crate) fn undecoded_in(&self, part: Range<usize>) -> &[usize] {
        let first = self.undecoded.partition_point(|&at| at < part.start);
        let end = self.undecoded.partition_point(|&at| at < part.end);
        self.undecoded.part(first..end.max(first))
    }
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
    fn what_was_lost_is_told_from_what_stood_there() {
        let source = Source::decode(
            "t.md",
            "一二三四\u{FFFD}五\n".as_bytes().iter().chain(b"\xff\xff").copied().collect::<Vec<_>>().as_slice(),
        )
        .unwrap();
        assert_eq!(source.undecoded_in(0..source.text.len()), [19, 22]);
        assert_eq!(source.undecoded_in(0..19), [0; 0]);
    }
}
