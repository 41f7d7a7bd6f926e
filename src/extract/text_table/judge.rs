//! What may be the header of a text table, a row of it, or its title.

use unicode_width::UnicodeWidthStr as _;

use super::split::Parting;
use crate::extract::{fence, quantity};
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
        && (has_corner
            || !whole
            || !(cells.first().is_some_and(|cell| begins_entry(cell)) || cells.iter().skip(1).any(|cell| is_figure(cell))))
}

/// Whether a cell opens a line of a log or a numbered line: a time of day, a date with one, a level, a number.
fn begins_entry(cell: &str) -> bool {
    const LEVELS: [&str; 7] = ["INFO", "WARN", "WARNING", "ERROR", "DEBUG", "TRACE", "FATAL"];
    let cell = cell.trim_start_matches(['[', '(']);
    let has_stamp = cell.starts_with(|c: char| c.is_ascii_digit()) && cell.as_bytes().windows(3).any(fence::is_clock);
    let is_number = cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')) && !is_year(cell);
    let is_level =
        LEVELS.iter().any(|level| cell.strip_prefix(level).is_some_and(|rest| rest.is_empty() || rest.starts_with([']', ':'])));
    has_stamp || is_number || is_level
}

/// Whether what should be the header opens as the rows do: with the cell of one of them; with a number in the same place
/// (第一步, 第二步); or, where no row holds a figure, with the word that all of them open with (Step one, Step two).
pub(super) fn opens_as_rows(header: &[String], rows: &[Vec<String>]) -> bool {
    let Some(head) = header.first().filter(|head| !head.is_empty()) else { return false };
    let mut firsts = rows.iter().filter_map(|row| row.first());
    let shared = firsts.clone().map(|first| shared_length(head, first)).min().unwrap_or(0);
    let is_counted = shared > 0 && head.chars().nth(shared).is_some_and(is_number);
    let is_led = head.split_once(' ').is_some_and(|(lead, _)| lead.chars().count() < shared);
    firsts.any(|first| first == head) || is_counted || is_led && !have_figures(rows)
}

/// How many characters two texts begin with alike.
fn shared_length(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
}

fn is_number(c: char) -> bool {
    c.is_numeric() || "一二三四五六七八九十".contains(c)
}

/// Whether some cell behind the first of its row holds a digit.
pub(super) fn have_figures(rows: &[Vec<String>]) -> bool {
    rows.iter().flat_map(|row| row.iter().skip(1)).any(|cell| cell.contains(char::is_numeric))
}

/// The mode of a file, as a listing of a folder begins its lines: `drwxr-xr-x`.
pub(super) fn is_of_listing(text: &str) -> bool {
    let Some((mode, [_, ..])) = text.trim_start().as_bytes().split_first_chunk::<10>() else { return false };
    let [kind, rights @ ..] = mode;
    matches!(kind, b'-' | b'd' | b'l' | b'b' | b'c' | b'p' | b's')
        && rights.iter().all(|byte| matches!(byte, b'r' | b'w' | b'x' | b's' | b'S' | b't' | b'T' | b'-'))
        && rights.contains(&b'r')
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
    let is_time = |kind| matches!(kind, QuantityKind::Date | QuantityKind::Period | QuantityKind::Duration);
    !is_year(cell) && quantity::whole(cell).is_some_and(|quantity| quantity.note.is_none() && !is_time(quantity.value.kind))
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4 && cell.bytes().all(|byte| byte.is_ascii_digit()) && (cell.starts_with("19") || cell.starts_with("20"))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|&cell| cell.to_owned()).collect()
    }

    #[test]
    fn headers_name_things() {
        let is_header = |header: &[&str]| is_header(&cells(header), Parting::Blanks, true);
        assert!(is_header(&["Time", "Berth", "Delay"]) && is_header(&["", "2023", "2024"]) && is_header(&["5G 频段", "带宽"]));
        assert!(!is_header(&["06:30:00 INFO", "moored"]) && !is_header(&["[2026-02-02 06:30", "moored"]));
        assert!(!is_header(&["WARN", "late", "pilot"]) && !is_header(&["1", "North", "calm"]));
    }

    #[test]
    fn headers_open_otherwise_than_rows() {
        let opens_as_rows = |head: &str, rows: &[[&str; 2]]| {
            let rows: Vec<Vec<String>> = rows.iter().map(|row| cells(row)).collect();
            super::opens_as_rows(&cells(&[head, "x"]), &rows)
        };
        assert!(opens_as_rows("Step one", &[["Step two", "a"], ["Step three", "b"]]));
        assert!(opens_as_rows("第一步", &[["第二步", "a"], ["第三步", "b"]]));
        assert!(opens_as_rows("INFO", &[["INFO", "a"], ["WARN", "b"]]));
        assert!(!opens_as_rows("Plan", &[["Plan A", "$4"], ["Plan B", "$5"]]));
        assert!(!opens_as_rows("Berth name", &[["Berth A", "$4"], ["Berth B", "$5"]]));
        assert!(!opens_as_rows("阶段", &[["阶段一", "a"], ["阶段二", "b"]]));
    }

    #[test]
    fn listings_of_folders() {
        assert!(is_of_listing("drwxr-xr-x  2 a a 4096 Jan  1 10:00 src") && is_of_listing("-rw-r--r-- 1 a"));
        assert!(!is_of_listing("- raw material costs") && !is_of_listing("---------- x"));
    }
}
