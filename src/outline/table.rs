//! Pipe tables to cells.

use std::ops::Range;

use super::inline::{Link, clean};
use super::origin::Origin;
use crate::excerpt::Excerpt as _;

/// A table as it stands in the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// 1-based number of the line of the header row.
    pub line: usize,
    /// From the header row to the end of the last row.
    pub span: Range<usize>,
    /// The cells of the header row, without markup.
    pub header: Vec<String>,
    pub(crate) header_origins: Vec<Origin>,
    pub(crate) header_links: Vec<Vec<Link>>,
    /// The rows below the delimiter row.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// 1-based number of its line.
    pub line: usize,
    /// The line that it ends on: another only where line ends have broken it.
    pub last: usize,
    /// Its bytes.
    pub span: Range<usize>,
    /// Its cells, without markup. The parser has padded short rows; cells beyond the header's are kept.
    pub cells: Vec<String>,
    /// How many cells the line of the file has.
    pub written: usize,
    /// The links of each cell.
    pub(crate) links: Vec<Vec<Link>>,
    /// Where the cells stand; those beyond the header's are missing.
    pub(crate) origins: Vec<Origin>,
}

/// Splits the line of a row at its pipes, as GFM does: one behind a backslash is text, whatever stands before that, and one
/// in a code span parts cells.
pub(super) fn split_row(line: &str) -> Vec<&str> {
    let inner = line.trim();
    let inner = inner.strip_prefix('|').unwrap_or(inner);
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, _) in inner.match_indices('|') {
        if !inner.part(..at).ends_with('\\') {
            cells.push(inner.part(start..at).trim());
            start = at + 1;
        }
    }
    let last = inner.part(start..).trim();
    if !last.is_empty() || cells.is_empty() {
        cells.push(last);
    }
    cells
}

/// The cells of a row that stand beyond the header's columns, which the parser drops.
pub(super) fn surplus_cells(written: &[&str], columns: usize) -> Vec<String> {
    written.iter().skip(columns).map(|cell| plain_cell(cell)).collect()
}

fn plain_cell(cell: &str) -> String {
    clean(&cell.replace("\\|", "|"), 0).text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_split_at_unescaped_pipes() {
        assert_eq!(split_row("| a | b\\|c |  |"), ["a", "b\\|c", ""]);
        assert_eq!(split_row("a | b"), ["a", "b"]);
        assert_eq!(split_row(r"| x\\|y |"), [r"x\\|y"]);
        assert_eq!(surplus_cells(&["a", "b", "**c\\|d**"], 2), ["c|d"]);
    }
}
