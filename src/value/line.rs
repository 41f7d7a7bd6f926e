//! The quantities of a line as JSON, for `briefex values`.

use std::io::{self, Write};

use serde::Serialize;

use super::{Mention, find_into};
use crate::record::Value;

/// Finds and writes the quantities of one line after the other, in memory that is used again.
#[derive(Debug, Default)]
pub struct LineValues {
    mentions: Vec<Mention>,
}

/// A mention with its place in the line.
#[derive(Serialize)]
struct Placed<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(flatten)]
    value: &'a Value,
}

#[derive(Serialize)]
struct Line<'a> {
    line: usize,
    values: Vec<Placed<'a>>,
}

impl LineValues {
    /// Writes `{"line": n, "values": […]}` and a line end; places are bytes of the line.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write(&mut self, number: usize, text: &str, out: &mut impl Write) -> io::Result<()> {
        self.mentions.clear();
        find_into(text, &mut self.mentions);
        let values = self.mentions.iter().map(|mention| {
            let range = mention.range.clone();
            Placed { start: range.start, end: range.end, text: &text[range], value: &mention.value }
        });
        serde_json::to_writer(&mut *out, &Line { line: number, values: values.collect() }).map_err(io::Error::from)?;
        out.write_all(b"\n")
    }
}
