//! What may be the header of a text table, a row of it, or its title.

use unicode_width::UnicodeWidthStr as _;

use super::split::Parting;
use crate::extract::quantity;
use crate::outline::label_of;
use crate::record::QuantityKind;

/// The widest cell but the last of its row, in columns.
const CELL_WIDTH: usize = 44;
/// The widest header cell.
const HEADER_WIDTH: usize = 32;
/// The widest title.
const TITLE_WIDTH: usize = 60;

/// Whether cells may head columns: they name things. Figures head columns only where they are years or the like, or where
/// the header has an empty corner. `whole` says that all of the header is known.
pub(super) fn is_header(cells: &[String], parting: Parting, whole: bool) -> bool {
    let has_corner = parting != Parting::Bars && cells.first().is_some_and(String::is_empty);
    let named = || cells.iter().skip(usize::from(has_corner));
    named().count() + usize::from(has_corner) > 1
        && named().all(|cell| is_name(cell))
        && (has_corner || !whole || !cells.iter().skip(1).any(|cell| is_figure(cell)))
}

/// A short text that is neither a labelled value nor a sentence nor a part of a drawing.
fn is_name(cell: &str) -> bool {
    cell.contains(char::is_alphanumeric)
        && cell.width() <= HEADER_WIDTH
        && !ends_sentence(cell)
        && !is_beside_code(cell)
        && !cell.starts_with(['←', '→', '↓', '↑', '├', '└', '│', '┌'])
        && !cell.contains('→')
        && label_of(cell, &[]).is_none()
}

/// A figure that would stand in a row: a year, a quarter or a term is none.
fn is_figure(cell: &str) -> bool {
    let is_year =
        cell.len() == 4 && cell.bytes().all(|byte| byte.is_ascii_digit()) && (cell.starts_with("19") || cell.starts_with("20"));
    let is_time = |kind| matches!(kind, QuantityKind::Date | QuantityKind::Period | QuantityKind::Duration);
    !is_year && quantity::whole(cell).is_some_and(|quantity| quantity.note.is_none() && !is_time(quantity.value.kind))
}

/// Whether cells may be a row of a table with so many columns.
pub(super) fn is_row(cells: &[String], columns: usize, parting: Parting) -> bool {
    let (Some(first), Some((_, inner))) = (cells.first(), cells.split_last()) else { return false };
    let is_cell = |cell: &String| cell.width() <= CELL_WIDTH && !is_beside_code(cell);
    let is_drawn = first.starts_with(['├', '└', '┌', '↓', '↑', '→', '←', '/', '\\']);
    let is_prose = parting == Parting::Blanks && inner.iter().any(|cell| ends_sentence(cell));
    let is_counted = (2..=columns).contains(&cells.len());
    is_counted && inner.iter().all(is_cell) && !cells.last().is_some_and(|cell| is_beside_code(cell)) && !is_drawn && !is_prose
}

/// An arrow or a bar that stands alone, as between the boxes of a chart or on its axes.
pub(super) fn is_of_chart(text: &str) -> bool {
    let text = text.trim();
    !text.contains(char::is_alphanumeric)
        && (matches!(text, "|" | "│") || text.contains(|c: char| matches!(c, '\u{2190}'..='\u{21FF}' | '▲' | '▼' | '►')))
}

/// Whether a line may name the table below it.
pub(super) fn is_title(text: &str) -> bool {
    Parting::of(text).is_none() && text.contains(char::is_alphanumeric) && text.width() <= TITLE_WIDTH && !ends_sentence(text)
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['。', '；', '！', '？', ';', '!', '?', '，', ',']) || text.ends_with('.') && text.contains(' ')
}

/// A comment or a remark that stands beside code or a drawing.
fn is_beside_code(cell: &str) -> bool {
    ["#", "//", "/*", "--", "<-", "←", "->"].iter().any(|mark| cell.starts_with(mark) && cell.len() > mark.len() + 1)
        || cell.ends_with(['{', '}', ';'])
}
