//! One row a table, of either form; its cells have a table of their own.

use super::cell::{Cell, Row};
use super::column::{Columns, integer, list, nested as tree, text};
use super::{PLACE, nested, placed};
use crate::record::{Briefing, Grid, Place, Table};

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[
        text("caption", "the line or heading that introduces it"),
        integer("column_count", "cells of the header row"),
        integer("row_count", "rows below it"),
        list("columns", "texts of the header row").words(),
        list("units", "units of the columns, empty for one without; empty as a whole where none has one"),
        tree("rows", "texts of the rows"),
    ],
];

pub(super) fn row<'r>(briefing: &'r Briefing, table: &'r Table) -> Row<'r> {
    grid(briefing, &table.place, &table.grid)
}

/// The row of a table that stands at a place.
pub(super) fn grid<'r>(briefing: &'r Briefing, place: &'r Place, table: &'r Grid) -> Row<'r> {
    let units = table.columns.iter().map(|column| column.unit.as_deref().unwrap_or_default().into());
    let has_units = table.columns.iter().any(|column| column.unit.is_some());
    let rows = table.rows.iter().map(|row| {
        let texts: Vec<_> = row.iter().map(|cell| &cell.text).collect();
        format!("{{{}}}", nested::list(&texts))
    });
    let mut out = placed(briefing, place);
    out.extend([
        (&table.caption).into(),
        table.columns.len().into(),
        table.rows.len().into(),
        Cell::list(table.columns.iter().map(|column| &column.text)),
        if has_units { Cell::List(units.collect()) } else { Cell::Empty },
        rows.collect::<Vec<_>>().join(" | ").into(),
    ]);
    out
}
