//! Records as rows, once for every tabular format: one module a record type, its columns beside its values.
//!
//! Every table begins with the same key columns. Columns never change with the data. Nested parts become readable text:
//! items are parted by ` | `, what is nested below an item follows it in `{…}`, labels stand before a colon; the marks
//! themselves are escaped with a backslash where a text holds them. `docs/records.md` documents each column.

mod briefing;
mod change;
mod forecast;
mod nested;
mod quantity;
mod recommendation;
mod risk;
mod scenario;
mod section;
mod table;
mod value;

use crate::diagnostic::Diagnostic;
use crate::record::{Briefing, Place, RecordType, with_record_types};

/// The cells of one row, as text.
pub type Row = Vec<String>;

/// The columns that every table begins with.
pub const KEYS: [&str; 6] = ["file", "briefing", "id", "title", "published", "line"];

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
                $(RecordType::$variant => records.$list.iter().map(|record| $name::row(briefing, record)).collect(),)*
                RecordType::Cells => records.tables.iter().flat_map(|table| table::cells(briefing, table)).collect(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Source, extract_records};

    #[test]
    fn rows_are_as_wide_as_their_header() {
        let text = "# A\n\n**Date:** 2026-01-02\n**Source:** N\n\n## Scenarios\n\n- Bull (30%): a\n- Bear (70%): b\n\n## Key risks\n\n- e\n\n## Predictions\n\n- f (20%)\n\n| x | y |\n|---|---|\n| 1 | 2 | 3 |\n\n## Recommendations\n\n- **For CIOs**: c\n  - d from $3M to $2M\n";
        let document = extract_records(&Source::decode("t.md", text.as_bytes()).unwrap(), RecordType::ALL);
        for &record in RecordType::ALL {
            let rows = rows(&document.briefings[0], record);
            assert!(!rows.is_empty(), "{record:?}");
            for row in rows {
                assert_eq!(row.len(), header(record).len(), "{record:?}");
            }
        }
    }
}
