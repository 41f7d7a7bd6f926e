//! Where the lines of a text begin: people speak of lines, the parser of bytes.

use std::ops::Range;

/// Where the lines of a text begin, each ended by `\n`.
#[derive(Debug, Clone)]
pub(super) struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    pub fn new(text: &str) -> Self {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes());
        Self { starts: std::iter::once(0).chain(ends.map(|end| end + 1)).collect() }
    }

    /// The 1-based number of the line in which a byte stands.
    pub fn line_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// The bytes of a line, with its end, in a text of this length; empty past the last line.
    pub fn range(&self, line: usize, len: usize) -> Range<usize> {
        let start = self.starts.get(line.wrapping_sub(1)).copied().unwrap_or(len);
        start..self.starts.get(line).copied().unwrap_or(len)
    }
}
