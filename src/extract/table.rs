//! Tables: every pipe table outside fences, cell by cell.

use super::{Scope, number};
use crate::diagnostic::{Code, Diagnostic};
use crate::outline::Kind;
use crate::record::{Cell, Column, Table};

/// Lists the tables of a briefing; ragged ones are reported.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Table> {
    let mut tables = Vec::new();
    for at in scope.body() {
        let Kind::Table(index) = scope.outline.lines[at].kind else { continue };
        let table = &scope.outline.tables[index];
        let columns = table.header.len();
        for row in table.rows.iter().filter(|row| row.written != columns) {
            let message =
                format!("this row has {} where the table has {}", counted(row.written, "cell"), counted(columns, "column"));
            scope.diagnostics.push(Diagnostic::new(Code::RaggedTable, row.line, message));
        }
        tables.push(Table {
            place: scope.place(at),
            caption: caption(scope, at),
            columns: table.header.iter().map(|text| Column { text: text.clone() }).collect(),
            rows: table.rows.iter().map(|row| row.cells.iter().map(|text| Cell { text: text.clone() }).collect()).collect(),
        });
    }
    number("table", tables.iter_mut().map(|table| &mut table.place));
    tables
}

/// The line that introduces a table: the label line right above it, else the heading it stands under.
fn caption(scope: &Scope<'_>, at: usize) -> Option<String> {
    let lines = &scope.outline.lines;
    let above = at.checked_sub(1).filter(|&above| above > scope.lines.start && lines[above].is_lead());
    let parent = scope.outline.ancestors(at).find(|&up| lines[up].is_lead() && Some(up) != scope.title);
    above.or(parent).map(|at| lines[at].name().to_owned())
}

fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
