//! Frames: the form in which engines feed a program (Spark's `pipe`, GNU parallel, consumers of a queue): a JSON object a line,
//! `{"path": …, "text": …}`, or with `"base64"` in place of `"text"` where the bytes may be in any encoding.

use std::io::{self, BufRead, Read as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

/// A file as one line.
#[derive(Debug, PartialEq, Eq)]
pub struct Frame {
    /// The path to report.
    pub path: String,
    /// What the file holds.
    pub content: Content,
}

/// What a file holds, as its frame has it.
#[derive(Debug, PartialEq, Eq)]
pub enum Content {
    /// Text, whatever the encoding of the file was.
    Text(String),
    /// The very bytes of the file.
    Bytes(Vec<u8>),
}

/// What a line must hold.
#[derive(Deserialize)]
struct Object {
    path: String,
    text: Option<String>,
    base64: Option<String>,
}

impl Frame {
    /// Reads a line.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(line: &[u8]) -> Result<Self, String> {
        let object: Object = serde_json::from_slice(line).map_err(|error| format!("this line is no frame: {error}"))?;
        let broken = |error| format!("this frame's base64 is broken: {error}");
        let content = match (object.text, object.base64) {
            (Some(text), None) => Content::Text(text),
            (None, Some(coded)) => Content::Bytes(STANDARD.decode(coded).map_err(broken)?),
            _ => return Err("a frame has either `text` or `base64`".to_owned()),
        };
        Ok(Self { path: object.path, content })
    }
}

/// Lines of a stream, each of at most so many bytes.
pub struct Lines<R> {
    reader: R,
    end: u8,
    most: u64,
}

impl<R: BufRead> Lines<R> {
    /// Lines of a reader, each up to the byte that ends it; of a longer one than `most` bytes no more than that is kept.
    pub fn new(reader: R, end: u8, most: u64) -> Self {
        Self { reader, end, most }
    }

    /// The next line without its end, or how much it exceeds the limit; none at the end of the stream.
    ///
    /// # Errors
    /// When the stream cannot be read.
    #[expect(clippy::should_implement_trait, reason = "a line may fail in two ways")]
    pub fn next(&mut self) -> io::Result<Option<Result<Vec<u8>, String>>> {
        let mut line = Vec::new();
        if self.reader.by_ref().take(self.most.saturating_add(1)).read_until(self.end, &mut line)? == 0 {
            return Ok(None);
        }
        if line.last() == Some(&self.end) {
            line.pop();
        } else if line.len() as u64 > self.most {
            self.skip_line()?;
            return Ok(Some(Err(format!("this line has more than {} bytes", self.most))));
        }
        Ok(Some(Ok(line)))
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.reader.fill_buf()?;
            let end = memchr::memchr(self.end, buffer);
            let read = end.map_or(buffer.len(), |end| end + 1);
            self.reader.consume(read);
            if end.is_some() || read == 0 {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frame_has_text_or_coded_bytes() {
        let parsed = |line: &str| Frame::parse(line.as_bytes()).map(|frame| (frame.path, frame.content));
        let text = Content::Text("# 题".to_owned());
        assert_eq!(parsed(r##"{"path": "a.md", "text": "# 题"}"##).unwrap(), ("a.md".to_owned(), text));
        assert_eq!(parsed(r#"{"path":"b","base64":"/v8=","more":1}"#).unwrap().1, Content::Bytes(vec![0xFE, 0xFF]));
        for line in ["", "[]", "{}", r#"{"path":"a"}"#, r#"{"path":"a","text":"","base64":""}"#, r#"{"path":"a","base64":"*"}"#] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let mut lines = Lines::new(&b"abc\nabcdefgh\n\nxyz"[..], b'\n', 4);
        let mut next = || lines.next().unwrap();
        assert_eq!(next(), Some(Ok(b"abc".to_vec())));
        assert!(next().is_some_and(|line| line.is_err()));
        assert_eq!((next(), next(), next()), (Some(Ok(Vec::new())), Some(Ok(b"xyz".to_vec())), None));
    }
}
