//! Tables: every pipe table outside fences, cell by cell, each cell as a quantity where it is one.

use super::{Scope, quantity};
use crate::diagnostic::{Code, Diagnostic};
use crate::outline::Line;
use crate::record::{Cell, Column, Grid, Quantity, QuantityKind, Table};
use crate::value::header::{self, HeaderUnit};

/// Lists the tables of a briefing; ragged ones are reported.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Table> {
    let mut tables = Vec::new();
    for at in scope.body() {
        let Some(table) = scope.outline.table(at) else { continue };
        let columns = table.header.len();
        for row in table.rows.iter().filter(|row| row.written != columns) {
            let message =
                format!("this row has {} where the table has {}", counted(row.written, "cell"), counted(columns, "column"));
            scope.diagnostics.push(Diagnostic::new(Code::RaggedTable, row.line, message));
        }
        for row in table.rows.iter().filter(|row| row.last > row.line) {
            let message = format!("this row was put together from lines {} to {}", row.line, row.last);
            scope.diagnostics.push(Diagnostic::new(Code::BrokenRow, row.line, message));
        }
        let rows: Vec<&[String]> = table.rows.iter().map(|row| &row.cells[..]).collect();
        tables.push(Table { place: scope.place(at), grid: grid(caption(scope, at), &table.header, &rows) });
    }
    tables
}

/// The columns with their units and the rows with their quantities.
pub(super) fn grid(caption: Option<String>, header: &[String], rows: &[&[String]]) -> Grid {
    let units: Vec<Option<HeaderUnit>> = header.iter().map(|text| header::unit(text)).collect();
    let cell = |(at, text): (usize, &String)| {
        let unit = units.get(at).and_then(Option::as_ref);
        Cell { text: text.clone(), quantity: quantity_in(unit, text) }
    };
    let rows: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().enumerate().map(cell).collect()).collect();
    let columns = header.iter().zip(&units).enumerate().map(|(at, (text, unit))| {
        let unit = unit.as_ref().map(HeaderUnit::name).or_else(|| agreed(&rows, at));
        Column { text: text.clone(), unit }
    });
    Grid { caption, columns: columns.collect(), rows }
}

/// A cell as one value, in the unit of its header where it has none.
pub(super) fn quantity_in(unit: Option<&HeaderUnit>, text: &str) -> Option<Quantity> {
    let quantity = quantity::whole(text)?;
    // What trails a number without a bracket (7 s) may be a unit that is not known.
    match unit.filter(|_| quantity.note.is_none() || text.ends_with([')', '）'])) {
        Some(unit) => Some(Quantity { value: unit.lend(quantity.value, &quantity.text), ..quantity }),
        None => Some(quantity),
    }
}

/// The unit that the quantities of a column agree on, if most of its cells are quantities.
fn agreed(rows: &[Vec<Cell>], at: usize) -> Option<String> {
    let cells = || rows.iter().filter_map(|row| row.get(at));
    let filled = cells().filter(|cell| cell.text.chars().any(char::is_alphanumeric)).count();
    let mut quantities = cells().filter_map(|cell| cell.quantity.as_ref()).filter(|quantity| !is_unitless(quantity));
    let first = quantities.next()?;
    let unit = header::name_of(&first.value)?;
    let mut count = 1;
    for other in quantities {
        if header::name_of(&other.value).as_ref() != Some(&unit) {
            return None;
        }
        count += 1;
    }
    (count >= 2 && count * 2 >= filled).then_some(unit)
}

fn is_unitless(quantity: &Quantity) -> bool {
    matches!(quantity.value.kind, QuantityKind::Date | QuantityKind::Period | QuantityKind::Rating | QuantityKind::Ratio)
}

/// The line that introduces a table: the label line right above it, else the heading it stands under.
fn caption(scope: &Scope<'_>, at: usize) -> Option<String> {
    introduction(scope, at, Line::is_lead, Line::is_lead)
}

/// The line that introduces what stands at a line: the one right above if `announces` says so of it, else the innermost that
/// it stands under of which `holds` is true; never the briefing's title.
pub(super) fn introduction(
    scope: &Scope<'_>,
    at: usize,
    announces: impl Fn(&Line) -> bool,
    holds: impl Fn(&Line) -> bool,
) -> Option<String> {
    let lines = &scope.outline.lines;
    let above = at.checked_sub(1).filter(|&above| above > scope.lines.start && announces(&lines[above]));
    let parent = scope.outline.ancestors(at).find(|&up| holds(&lines[up]) && Some(up) != scope.title);
    above.or(parent).map(|at| lines[at].name().to_owned())
}

fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
