//! Rows of pipe tables that line ends have broken.
//!
//! Where a cell was pasted with a line end in it, the parser sees a short row, then another or a paragraph. The row is put together
//! again only where nothing else can be meant: the table frames its rows with pipes, the lines do not (one lacks the pipe at
//! its end, or the next the pipe at its head), and together they have a cell for each column.

use std::ops::Range;

use super::table::split_row;
use crate::excerpt::Excerpt as _;

/// How many lines a row may have been broken into.
const MAX_LINES: usize = 12;

/// The line ends inside broken rows, in the order of the text.
pub(super) fn line_ends(text: &str) -> Vec<Range<usize>> {
    let mut ends = Vec::new();
    if !text.contains("|-") && !text.contains("| -") && !text.contains("|:") && !text.contains("| :") {
        return ends;
    }
    let lines = lines(text);
    let (mut above, mut columns) = ("", None);
    let mut rest = lines.as_slice();
    while let Some((first, mut below)) = rest.split_first() {
        let line = text.part(first.clone()).trim();
        if let Some(count) = columns_of(above, line) {
            columns = Some(count);
        } else if !line.starts_with('|') {
            columns = None;
        } else if let Some(count) = columns.and_then(|columns| end_of_row(text, line, below, columns)) {
            let mut end = first.end;
            for line in below.part(..count) {
                ends.push(end..line.start);
                end = line.end;
            }
            below = below.part(count..);
        }
        (above, rest) = (line, below);
    }
    ends
}

/// The lines of a text, without their ends.
fn lines(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split_inclusive('\n') {
        lines.push(start..start + line.trim_end_matches(['\n', '\r']).len());
        start += line.len();
    }
    lines
}

/// How many columns a table has that frames its rows, by its header and the delimiter row below it.
fn columns_of(header: &str, delimiter: &str) -> Option<usize> {
    let is_delimiter =
        is_framed(delimiter) && delimiter.contains('-') && delimiter.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'));
    let columns = if is_delimiter && is_framed(header) { split_row(delimiter).len() } else { return None };
    (split_row(header).len() == columns).then_some(columns)
}

/// With how many of the lines below it a line that begins a row makes a whole one; none where it is whole already, or remains
/// short.
fn end_of_row(text: &str, first: &str, below: &[Range<usize>], columns: usize) -> Option<usize> {
    if is_framed(first) && split_row(first).len() >= columns {
        return None;
    }
    let mut row = first.to_owned();
    for (count, line) in below.iter().enumerate().take(MAX_LINES - 1) {
        let line = text.part(line.clone()).trim();
        let is_row_below = ends_row(&row) && line.starts_with('|');
        if line.is_empty() || is_row_below || line.starts_with(['>', '#', '`', '~']) {
            return None;
        }
        row.push(' ');
        row.push_str(line);
        match split_row(&row).len() {
            cells if cells > columns => return None,
            cells if cells == columns && ends_row(line) => return Some(count + 1),
            _ => {}
        }
    }
    None
}

fn is_framed(line: &str) -> bool {
    line.len() > 1 && line.starts_with('|') && ends_row(line)
}

/// Whether a line ends in a pipe that is no text.
fn ends_row(line: &str) -> bool {
    line.ends_with('|') && !line.ends_with("\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(rows: &str) -> String {
        let text = format!("| a | b | c | d |\n|---|:-:|---|---|\n{rows}");
        let mut changed = text.clone();
        for range in line_ends(&text) {
            changed.replace_range(range, " ");
        }
        changed.split_off(text.len() - rows.len())
    }

    #[test]
    fn broken_rows_are_put_together() {
        for (rows, expected) in [
            ("| 1 | 2 and\nmore | 3 | 4 |\n", "| 1 | 2 and more | 3 | 4 |\n"),
            ("| 1 | 2\n| 3 | 4 |\n", "| 1 | 2 | 3 | 4 |\n"),
            ("| 1 | 2 |\n3 | 4 |\n", "| 1 | 2 | 3 | 4 |\n"),
            ("| 1 | x\ny\nz | 3 | 4 |\n| 5 | 6 | 7 | 8 |\n", "| 1 | x y z | 3 | 4 |\n| 5 | 6 | 7 | 8 |\n"),
            ("| 1 | 2 | 3 | 4\nmore |\n", "| 1 | 2 | 3 | 4 more |\n"),
        ] {
            assert_eq!(repaired(rows), expected);
        }
    }

    #[test]
    fn short_rows_stay_short() {
        for rows in [
            "| 1 | 2 |\n| 3 | 4 |\n", "| 1 | 2\n\n| 3 | 4 |\n", "| 1 | 2\n| 3 | 4 | 5 | 6 |\n", "| 1 | 2\nA sentence below.\n",
            "| 1 |\n```\n| 2 | 3 | 4 |\n", "1 | 2\n3 | 4\n",
        ] {
            assert_eq!(repaired(rows), rows);
        }
    }
}
