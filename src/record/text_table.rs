//! A table that is set in columns of text.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Grid, Place};

/// A table inside a fence, its columns parted by blanks or bars.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct TextTable {
    /// Where it stands; its line is that of the header row.
    #[serde(flatten)]
    pub place: Place,
    /// What it holds. A row may have fewer cells than the header.
    #[serde(flatten)]
    pub grid: Grid,
}
