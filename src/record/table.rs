//! A pipe table.

use serde::Serialize;

use super::Place;

/// A GFM table that stands outside fences.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Where it stands; its line is that of the header row.
    #[serde(flatten)]
    pub place: Place,
    /// The label line or heading that introduces it.
    pub caption: Option<String>,
    /// Its header cells.
    pub columns: Vec<Column>,
    /// Its rows. A row with more cells than the header keeps them.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// The header cell, without markup.
    pub text: String,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// Its text without markup; escaped pipes are `|`.
    pub text: String,
}
