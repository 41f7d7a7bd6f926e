//! The quantities of a line as JSON, for `briefex values`.
//!
//! This is the whole cost of a pipe through briefex, so what a line needs is written while it is found, in memory that is
//! used again.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::{Mention, find_into};
use crate::excerpt::Excerpt as _;

/// Finds and writes the quantities of one line after the other.
#[derive(Debug, Default)]
pub struct LineValues {
    mentions: Vec<Mention>,
}

impl LineValues {
    /// Writes `{"line": n, "values": […]}` and a line end; places are bytes of the line.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write(&mut self, number: usize, text: &str, out: &mut impl Write) -> io::Result<()> {
        self.mentions.clear();
        find_into(text, &mut self.mentions);
        let line = Line { number, values: Values { text, mentions: &self.mentions } };
        serde_json::to_writer(&mut *out, &line).map_err(io::Error::from)?;
        out.write_all(b"\n")
    }
}

#[derive(serde::Serialize)]
struct Line<'a> {
    #[serde(rename = "line")]
    number: usize,
    values: Values<'a>,
}

struct Values<'a> {
    text: &'a str,
    mentions: &'a [Mention],
}

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.mentions.iter().map(|mention| Placed { text: self.text, mention }))
    }
}

/// A mention with its place in the line.
struct Placed<'a> {
    text: &'a str,
    mention: &'a Mention,
}

impl Serialize for Placed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (range, value) = (&self.mention.range, &self.mention.value);
        let mut object = serializer.serialize_struct("Value", 12)?;
        object.serialize_field("start", &range.start)?;
        object.serialize_field("end", &range.end)?;
        object.serialize_field("text", self.text.part(range.clone()))?;
        object.serialize_field("kind", value.kind.name())?;
        object.serialize_field("value", &value.value)?;
        object.serialize_field("low", &value.low)?;
        object.serialize_field("high", &value.high)?;
        object.serialize_field("unit", &value.unit)?;
        object.serialize_field("currency", &value.currency)?;
        object.serialize_field("approx", &value.approx)?;
        object.serialize_field("bound", &value.bound)?;
        object.serialize_field("per", &value.per)?;
        object.end()
    }
}
