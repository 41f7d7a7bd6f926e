//! Tables: every pipe table outside fences, cell by cell, each cell as a quantity where it is one.

use super::{Scope, quantity};
use crate::diagnostic::{Code, Diagnostic};
use crate::outline::Line;
use crate::record::{Cell, Column, Grid, Quantity, QuantityKind, Table};
use crate::value::header::{self, HeaderUnit};

/// Lists the tables of a briefing; ragged ones are reported.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Table> {
    let mut tables = Vec::new();
    for at in scope.preamble.clone().chain(scope.body()) {
        let Some(table) = scope.outline.table(at) else { continue };
        let columns = table.header.len();
        for row in table.rows.iter().filter(|row| row.written != columns) {
            scope.diagnostics.push(ragged(row.line, row.written, columns));
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

/// Says that a row has more or fewer cells than its table has columns.
pub(super) fn ragged(line: usize, cells: usize, columns: usize) -> Diagnostic {
    let message = format!("this row has {} where the table has {}", counted(cells, "cell"), counted(columns, "column"));
    Diagnostic::new(Code::RaggedTable, line, message)
}

/// The columns with their units and the rows with their quantities.
pub(super) fn grid(caption: Option<String>, header: &[String], rows: &[&[String]]) -> Grid {
    let units: Vec<Option<HeaderUnit>> = header.iter().map(|text| header::unit(text)).collect();
    let row_units = row_units(rows);
    let cell = |row: usize, (at, text): (usize, &String)| {
        // The first cell names the row; what it says of the unit holds where the column says nothing.
        let of_row = row_units.get(row).and_then(Option::as_ref).filter(|_| at > 0);
        let unit = units.get(at).and_then(Option::as_ref).or(of_row);
        let quantity = quantity_in(unit, text).filter(|quantity| at > 0 || !is_label(quantity, text));
        Cell { text: text.clone(), quantity }
    };
    let cells = |(at, row): (usize, &&[String])| row.iter().enumerate().map(|found| cell(at, found)).collect();
    let rows: Vec<Vec<Cell>> = rows.iter().enumerate().map(cells).collect();
    let columns = header.iter().zip(&units).enumerate().map(|(at, (text, unit))| {
        let unit = unit.as_ref().map(HeaderUnit::name).or_else(|| agreed(&rows, at));
        Column { text: text.clone(), unit }
    });
    Grid { caption, columns: columns.collect(), rows }
}

/// The units that the rows' first cells end with: `Latency (ms)`. What else stands in brackets there may look like one: the
/// shares of Visa are (V). So most of the brackets must be units, and a lone capital is one only beside others.
fn row_units(rows: &[&[String]]) -> Vec<Option<HeaderUnit>> {
    let heads = || rows.iter().filter_map(|row| row.first().map(|head| head.trim()));
    let units: Vec<_> = rows.iter().map(|row| row.first().and_then(|head| header::unit(head))).collect();
    let count = units.iter().flatten().count();
    let bracketed = heads().filter(|head| head.ends_with([')', '）'])).count();
    let is_capital = |head: &str| head.trim_end_matches([')', '）']).rsplit(['(', '（']).next().is_some_and(is_lone_capital);
    let are_units = count * 2 >= bracketed && (count > 1 || !heads().any(is_capital));
    if are_units { units } else { Vec::new() }
}

fn is_lone_capital(text: &str) -> bool {
    matches!(text.trim().as_bytes(), [b'A'..=b'Z'])
}

/// Whether the first cell of a row names what the row gives for a time (FY27E EPS, 2026 年收入), rather than being a date.
fn is_label(quantity: &Quantity, text: &str) -> bool {
    let is_date = matches!(quantity.value.kind, QuantityKind::Date | QuantityKind::Period);
    // A bracket says more of the date: 2027（预测）.
    let has_words = |part: &str| !part.trim_start().starts_with(['(', '（']) && part.contains(char::is_alphanumeric);
    is_date && text.split_once(&quantity.text).is_some_and(|(lead, trail)| has_words(lead) || has_words(trail))
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
