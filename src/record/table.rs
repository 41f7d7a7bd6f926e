//! A pipe table.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Place, Quantity};

/// A GFM table that stands outside fences.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Table {
    /// Where it stands; its line is that of the header row.
    #[serde(flatten)]
    pub place: Place,
    /// What it holds.
    #[serde(flatten)]
    pub grid: Grid,
}

/// What a table holds, however it is drawn.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Grid {
    /// The label line or heading that introduces it.
    pub caption: Option<String>,
    /// Its header cells.
    pub columns: Vec<Column>,
    /// Its rows. A row with more cells than the header keeps them.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Column {
    /// The header cell, without markup.
    pub text: String,
    /// The unit that its cells agree on, or that its header names: `GB/s`, `%`, `USD/GPU/year`.
    pub unit: Option<String>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Cell {
    /// Its text without markup; escaped pipes are `|`.
    pub text: String,
    /// The cell read as one value; in the unit of its header where it has none.
    pub quantity: Option<Quantity>,
}
