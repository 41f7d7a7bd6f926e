//! Records as rows, once for every tabular format: one module a record type, its columns beside its values.
//!
//! Every table begins with the same key columns. Columns never change with the data. Nested parts become readable text:
//! items are parted by ` | `, what is nested below an item follows it in `{…}`, labels stand before a colon; the marks
//! themselves are escaped with a backslash where a text holds them. `docs/records.md` documents each column.

mod briefing;
mod case;
mod change;
mod fact;
mod forecast;
mod insight;
mod ledger;
mod link;
mod milestone;
mod nested;
mod point;
mod quantity;
mod recommendation;
mod risk;
mod scenario;
mod section;
mod table;
mod text_table;
mod value;

use crate::diagnostic::Diagnostic;
use crate::record::{Briefing, Place, RecordType, with_record_types};

/// The cells of one row, as text.
pub type Row = Vec<String>;

/// The columns that every table begins with.
pub const KEYS: [&str; 6] = ["file", "briefing", "id", "title", "published", "line"];

/// What the module of a record type makes of a record: one row, or one for each part of it.
trait IntoRows {
    fn into_rows(self) -> Vec<Row>;
}

impl IntoRows for Row {
    fn into_rows(self) -> Vec<Row> {
        vec![self]
    }
}

impl IntoRows for Vec<Row> {
    fn into_rows(self) -> Vec<Row> {
        self
    }
}

macro_rules! tabulate {
    ($($(#[$doc:meta])* $variant:ident $list:ident $record:ident $name:ident,)*) => {
        /// The column heads of a record type.
        pub fn header(record: RecordType) -> Vec<&'static str> {
            let own: &[&str] = match record {
                RecordType::Briefings => briefing::COLUMNS,
                $(RecordType::$variant => $name::COLUMNS,)*
                RecordType::Cells => table::CELL_COLUMNS,
                RecordType::Diagnostics => DIAGNOSTIC_COLUMNS,
            };
            KEYS.iter().chain(own).copied().collect()
        }

        /// The rows of a briefing for a record type.
        pub fn rows(briefing: &Briefing, record: RecordType) -> Vec<Row> {
            let records = &briefing.records;
            match record {
                RecordType::Briefings => vec![briefing::row(briefing)],
                $(RecordType::$variant => records.$list.iter().flat_map(|record| $name::row(briefing, record).into_rows()).collect(),)*
                RecordType::Cells => table::all_cells(briefing),
                RecordType::Diagnostics => diagnostics(briefing, &briefing.diagnostics),
            }
        }
    };
}
with_record_types!(tabulate);

const DIAGNOSTIC_COLUMNS: &[&str] = &["severity", "code", "message"];

fn diagnostics(briefing: &Briefing, diagnostics: &[Diagnostic]) -> Vec<Row> {
    let row = |(at, diagnostic): (usize, &Diagnostic)| {
        let mut row = keys(briefing, &format!("diagnostic-{}", at + 1), diagnostic.line);
        row.extend([diagnostic.severity.name(), diagnostic.code.name(), &diagnostic.message].map(str::to_owned));
        row
    };
    diagnostics.iter().enumerate().map(row).collect()
}

/// The key columns of a row.
fn keys(briefing: &Briefing, id: &str, line: usize) -> Row {
    vec![
        briefing.source.path.clone(),
        briefing.id.clone(),
        id.to_owned(),
        text(&briefing.title),
        text(&briefing.metadata.published),
        line.to_string(),
    ]
}

/// The key columns of a record, then where it stands: `start`, `end`, `section`.
fn placed(briefing: &Briefing, place: &Place) -> Row {
    let mut row = keys(briefing, &place.id, place.line);
    row.extend([place.span[0].to_string(), place.span[1].to_string(), nested::list(&place.section)]);
    row
}

fn text(value: &Option<String>) -> String {
    value.clone().unwrap_or_default()
}

fn number<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
