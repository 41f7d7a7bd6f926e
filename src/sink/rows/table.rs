//! Tables of either form: one row a table, and in long form one row a cell.

use super::quantity::{self, VALUE};
use super::{Row, nested, placed, text};
use crate::record::{Briefing, Grid, Place, Table};

pub(super) const COLUMNS: &[&str] =
    &["start", "end", "section", "caption", "column_count", "row_count", "columns", "units", "rows"];
pub(super) const CELL_COLUMNS: &[&str] = &[
    "start", "end", "section", "caption", "row", "column", "row_label", "column_label", "column_unit", "text", VALUE[0],
    VALUE[1], VALUE[2], VALUE[3], VALUE[4], VALUE[5], VALUE[6], VALUE[7], VALUE[8], "note",
];

pub(super) fn row(briefing: &Briefing, table: &Table) -> Row {
    grid(briefing, &table.place, &table.grid)
}

/// The row of a table that stands at a place.
pub(super) fn grid(briefing: &Briefing, place: &Place, table: &Grid) -> Row {
    let columns: Vec<String> = table.columns.iter().map(|column| column.text.clone()).collect();
    let units: Vec<String> = table.columns.iter().map(|column| column.unit.clone().unwrap_or_default()).collect();
    let rows: Vec<String> = table
        .rows
        .iter()
        .map(|row| nested::list(&row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>()))
        .map(|row| format!("{{{row}}}"))
        .collect();
    let mut out = placed(briefing, place);
    out.extend([
        text(&table.caption),
        table.columns.len().to_string(),
        table.rows.len().to_string(),
        nested::list(&columns),
        if units.iter().any(|unit| !unit.is_empty()) { nested::list(&units) } else { String::new() },
        rows.join(" | "),
    ]);
    out
}

/// The cells of all tables of a briefing, pipe tables first.
pub(super) fn all_cells(briefing: &Briefing) -> Vec<Row> {
    let records = &briefing.records;
    let tables = records.tables.iter().map(|table| (&table.place, &table.grid));
    let text_tables = records.text_tables.iter().map(|table| (&table.place, &table.grid));
    tables.chain(text_tables).flat_map(|(place, grid)| cells(briefing, place, grid)).collect()
}

/// The cells of a table, numbered from 1 by row and column; the header row is the column labels.
fn cells(briefing: &Briefing, place: &Place, table: &Grid) -> Vec<Row> {
    let mut out = Vec::new();
    for (row_at, row) in table.rows.iter().enumerate() {
        let label = row.first().map(|cell| cell.text.clone()).unwrap_or_default();
        for (column_at, cell) in row.iter().enumerate() {
            let column = table.columns.get(column_at);
            let head = column.map(|column| column.text.clone()).unwrap_or_default();
            let unit = column.and_then(|column| column.unit.clone());
            let mut line = placed(briefing, place);
            line.extend([
                text(&table.caption),
                (row_at + 1).to_string(),
                (column_at + 1).to_string(),
                label.clone(),
                head,
                text(&unit),
                cell.text.clone(),
            ]);
            line.extend(quantity::value(cell.quantity.as_ref().map(|quantity| &quantity.value)));
            line.push(text(&cell.quantity.as_ref().and_then(|quantity| quantity.note.clone())));
            out.push(line);
        }
    }
    out
}
