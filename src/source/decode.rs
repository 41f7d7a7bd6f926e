//! The bytes of a file as text, with the places at which something was lost.
//!
//! Nothing is refused for a few bad bytes: each becomes U+FFFD and is remembered. Only what is no text at all is an error,
//! told by its control characters, of which a text has hardly any and a program, a picture or an archive many.

use encoding_rs::{DecoderResult, UTF_8};

use super::detect;
use super::encoding::Encoding;
use crate::excerpt::Excerpt as _;

/// So many control characters are no reason to call a text none, however short it is.
const FEW_CONTROLS: usize = 8;
/// A text has at most one control character in so many bytes.
const CONTROL_SHARE: usize = 50;
/// What stands in a text for what could not be decoded.
const LOST: char = char::REPLACEMENT_CHARACTER;

/// Why bytes could not be read as a briefing: they are no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    /// The 1-based line of the first control character.
    pub line: usize,
    /// How many control characters there are.
    pub controls: usize,
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "not a text file ({} control characters)", self.controls)
    }
}

impl std::error::Error for DecodeError {}

/// A file as text.
#[derive(Debug)]
pub(super) struct Decoded {
    pub text: String,
    pub encoding: Encoding,
    /// Where U+FFFD stands for what could not be decoded.
    pub undecoded: Vec<usize>,
    pub is_guessed: bool,
}

/// Decodes a file. A byte order mark says more than whoever named an encoding for many files.
pub(super) fn decode(bytes: &[u8], named: Option<Encoding>) -> Result<Decoded, DecodeError> {
    let (encoding, mark) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (Some(encoding), mark),
        None => (named.map(|named| named.0).or_else(|| detect::utf16(bytes)), 0),
    };
    let body = bytes.part(mark..);
    // Nearly all files are UTF-8, and need nothing but to be checked.
    if encoding.is_none_or(|encoding| encoding == UTF_8)
        && let Ok(text) = std::str::from_utf8(body)
    {
        return finished(text.to_owned(), UTF_8, Vec::new(), false);
    }
    let (encoding, is_guessed) = encoding.map_or_else(|| detect::look(body), |encoding| (encoding, false));
    let (text, undecoded) = replaced(body, encoding);
    finished(text, encoding, undecoded, is_guessed)
}

/// Decodes bytes with U+FFFD for what is malformed.
fn replaced(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> (String, Vec<usize>) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let (mut text, mut undecoded) = (String::new(), Vec::new());
    let mut rest = bytes;
    loop {
        text.reserve(decoder.max_utf8_buffer_length_without_replacement(rest.len()).unwrap_or(rest.len()));
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = rest.part(read..);
        match result {
            DecoderResult::InputEmpty => return (text, undecoded),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                undecoded.push(text.len());
                text.push(LOST);
            }
        }
    }
}

/// Refuses what is no text, and gives the rest the characters that CommonMark knows: no NUL, and line feeds at the ends of
/// lines.
fn finished(
    mut text: String,
    encoding: &'static encoding_rs::Encoding,
    mut undecoded: Vec<usize>,
    is_guessed: bool,
) -> Result<Decoded, DecodeError> {
    let controls = text.bytes().filter(|&byte| is_control(byte)).count();
    if controls > FEW_CONTROLS && controls > text.len() / CONTROL_SHARE {
        let first = text.bytes().position(is_control).unwrap_or_default();
        let line = memchr::memchr_iter(b'\n', text.as_bytes().part(..first)).count() + 1;
        return Err(DecodeError { line, controls });
    }
    if controls > 0 {
        (text, undecoded) = without_nul(text, undecoded);
    }
    Ok(Decoded { text: with_line_feeds(text), encoding: Encoding(encoding), undecoded, is_guessed })
}

/// Whether a byte is a control character that has no place in a text. Tabs, the ends of lines and pages, and the escapes of
/// terminals have one.
fn is_control(byte: u8) -> bool {
    (byte < b' ' && !matches!(byte, b'\t'..=b'\r' | 0x1B)) || byte == 0x7F
}

/// NUL is no character of a text: it counts for one that was lost.
fn without_nul(text: String, mut undecoded: Vec<usize>) -> (String, Vec<usize>) {
    let nuls: Vec<_> = memchr::memchr_iter(0, text.as_bytes()).collect();
    if nuls.is_empty() {
        return (text, undecoded);
    }
    let growth = LOST.len_utf8() - 1;
    for at in &mut undecoded {
        *at += growth * nuls.partition_point(|nul| nul < at);
    }
    undecoded.extend(nuls.iter().enumerate().map(|(count, nul)| nul + growth * count));
    undecoded.sort_unstable();
    (text.replace('\0', LOST.encode_utf8(&mut [0; 4])), undecoded)
}

/// A lone carriage return ends a line, as the line feed does that it becomes.
fn with_line_feeds(text: String) -> String {
    let bytes = text.as_bytes();
    let is_lone = |at: &usize| bytes.get(at + 1) != Some(&b'\n');
    let mut lone = memchr::memchr_iter(b'\r', bytes).filter(is_lone).peekable();
    if lone.peek().is_none() {
        return text;
    }
    let mut changed = String::with_capacity(text.len());
    let mut from = 0;
    for at in lone {
        changed.push_str(text.part(from..at));
        changed.push('\n');
        from = at + 1;
    }
    changed.push_str(text.part(from..));
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, &'static str, Vec<usize>) {
        let decoded = decode(bytes, None).unwrap();
        (decoded.text, decoded.encoding.name(), decoded.undecoded)
    }

    #[test]
    fn nul_is_a_character_that_was_lost() {
        assert_eq!(read(b"a\0b\nc\0"), ("a\u{FFFD}b\nc\u{FFFD}".to_owned(), "UTF-8", vec![1, 7]));
        let mixed = ["一二三\0".as_bytes(), b"\xe4\xb8", "四\0".as_bytes()].concat();
        assert_eq!(read(&mixed), ("一二三\u{FFFD}\u{FFFD}四\u{FFFD}".to_owned(), "UTF-8", vec![9, 12, 18]));
    }

    #[test]
    fn a_mark_says_more_than_a_name() {
        let gbk = Some("gbk".parse().unwrap());
        assert_eq!(decode("\u{FEFF}题".as_bytes(), gbk).unwrap().text, "题");
        assert_eq!(decode(b"\xcc\xe2", gbk).unwrap().text, "题");
        assert_eq!(decode(b"\xff\xfe\x98\x98", gbk).unwrap().text, "题");
    }

    #[test]
    fn what_is_no_text_is_an_error() {
        let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01";
        assert_eq!(decode(picture, None).unwrap_err(), DecodeError { line: 2, controls: 29 });
        assert!(decode(&[0; 4096], None).is_err());
        let program: Vec<u8> = b"\x7fELF\x02\x01\x01\0".iter().copied().chain((0..=255).cycle().take(4096)).collect();
        assert!(decode(&program, None).is_err());
        assert!(decode(b"a\x01\x02\x03\x04\x05\x06\x07\x08", None).is_ok());
    }
}
