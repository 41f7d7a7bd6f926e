//! The cells of all tables in long form, pipe tables first.

use crate::record::{Briefing, Grid, Place};
use crate::sink::rows::cell::Row;
use crate::sink::rows::column::{Column, Columns, code, integer, text};
use crate::sink::rows::quantity::{self, NOTE, VALUE};
use crate::sink::rows::{PLACE, placed};

/// A cell stands where its table stands.
const PLACE_OF_TABLE: &[Column] = &[PLACE[0].repeated(), PLACE[1].repeated(), PLACE[2].repeated()];

pub(in crate::sink::rows) const COLUMNS: Columns = &[
    PLACE_OF_TABLE,
    &[
        code("caption", "the line or heading that introduces the table").repeated(),
        integer("row", "row, counted from 1 below the header").position(),
        integer("column", "column, counted from 1").position(),
        code("row_label", "first cell of the row"),
        code("column_label", "header cell of the column; empty for a surplus cell"),
        code("column_unit", "unit of the column"),
        text("text", "the cell"),
    ],
    VALUE,
    NOTE,
];

pub(in crate::sink::rows) fn rows(briefing: &Briefing) -> impl Iterator<Item = Row<'_>> {
    let records = &briefing.records;
    let tables = records.tables.iter().map(|table| (&table.place, &table.grid));
    let text_tables = records.text_tables.iter().map(|table| (&table.place, &table.grid));
    tables.chain(text_tables).flat_map(|(place, grid)| of_table(briefing, place, grid))
}

/// The cells of a table, numbered from 1 by row and column; the header row is the column labels.
fn of_table<'r>(briefing: &'r Briefing, place: &'r Place, table: &'r Grid) -> impl Iterator<Item = Row<'r>> {
    table.rows.iter().enumerate().flat_map(move |(row_at, row)| {
        let label = row.first().map(|cell| &cell.text);
        row.iter().enumerate().map(move |(column_at, cell)| {
            let column = table.columns.get(column_at);
            let mut line = placed(briefing, place);
            line.extend([
                (&table.caption).into(),
                (row_at + 1).into(),
                (column_at + 1).into(),
                label.into(),
                column.map(|column| &column.text).into(),
                column.and_then(|column| column.unit.as_deref()).into(),
                (&cell.text).into(),
            ]);
            line.extend(quantity::noted(cell.quantity.as_ref()));
            line
        })
    })
}
