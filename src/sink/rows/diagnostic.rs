//! One row a diagnostic: those of a file, which belong to no briefing, then those of its briefings.

use super::cell::{Cell, Row};
use super::column::{Columns, code};
use super::keys;
use crate::diagnostic::Diagnostic;
use crate::extract::Document;

pub(super) const COLUMNS: Columns = &[&[
    code("severity", "how much it matters: `warning` or `note`"),
    code("code", "kind of remark"),
    code("message", "the remark"),
]];

pub(super) fn rows(document: &Document) -> impl Iterator<Item = Row<'_>> {
    let of_file = numbered(&document.diagnostics).map(|(id, diagnostic)| {
        let mut row: Row<'_> = vec![(&document.file.path).into(), Cell::Empty, id.into(), Cell::Empty, Cell::Empty];
        row.push(diagnostic.line.into());
        finished(row, diagnostic)
    });
    let of_briefings = document.briefings.iter().flat_map(|briefing| {
        numbered(&briefing.diagnostics).map(|(id, diagnostic)| finished(keys(briefing, id, diagnostic.line), diagnostic))
    });
    of_file.chain(of_briefings)
}

fn numbered(diagnostics: &[Diagnostic]) -> impl Iterator<Item = (String, &Diagnostic)> {
    diagnostics.iter().enumerate().map(|(at, diagnostic)| (format!("diagnostic-{}", at + 1), diagnostic))
}

fn finished<'r>(mut row: Row<'r>, diagnostic: &'r Diagnostic) -> Row<'r> {
    row.extend([diagnostic.severity.name().into(), diagnostic.code.name().into(), (&diagnostic.message).into()]);
    row
}
