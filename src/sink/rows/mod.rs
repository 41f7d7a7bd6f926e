//! The relational view: records as rows of typed cells, once for every tabular format.
//!
//! One module a record type, its columns beside its values, and in `part/` one a table of what is nested in them. Every table
//! begins with the same key columns. Columns never change with the data. In the tables of records, nested parts become readable
//! text: items are parted by ` | `, what is nested below an item follows it in `{…}`, labels stand before a colon; the marks
//! themselves are escaped with a backslash where a text holds them. `docs/records.md` documents each column.

mod briefing;
mod case;
mod cell;
mod change;
mod column;
mod diagnostic;
mod fact;
mod file;
mod forecast;
mod insight;
mod ledger;
mod link;
mod milestone;
mod nested;
mod part;
mod place;
mod point;
mod quantity;
mod recommendation;
mod risk;
mod scenario;
mod schema;
mod section;
mod table;
mod text_table;
mod value;

pub use cell::{Cell, Row};
use column::Columns;
pub use column::{Column, ColumnType, Purpose};
pub use place::KEYS;
use place::{PLACE, keys, placed};
pub use schema::{DataPackage, data_package};

use crate::extract::Document;
use crate::record::{RecordType, with_record_types};

/// Rows one after the other.
pub type Rows<'r> = Box<dyn Iterator<Item = Row<'r>> + 'r>;

macro_rules! tabulate {
    (
        records { $($(#[$doc:meta])* $variant:ident $list:ident $record:ident $name:ident,)* }
        parts { $($(#[$part_doc:meta])* $part:ident $part_list:ident $part_name:ident of $($parent:ident)+,)* }
    ) => {
        /// The columns of a table.
        pub fn columns(record: RecordType) -> Vec<&'static Column> {
            let own: Columns = match record {
                RecordType::Files => return file::COLUMNS.iter().copied().flatten().collect(),
                RecordType::Briefings => briefing::COLUMNS,
                $(RecordType::$variant => $name::COLUMNS,)*
                $(RecordType::$part => part::$part_name::COLUMNS,)*
                RecordType::Diagnostics => diagnostic::COLUMNS,
            };
            KEYS.iter().chain(own.iter().copied().flatten()).collect()
        }

        /// The rows of a file for a table, made one at a time: a table of the text may have very many.
        pub fn rows(document: &Document, record: RecordType) -> Rows<'_> {
            let briefings = document.briefings.iter();
            match record {
                RecordType::Files => Box::new(std::iter::once(file::row(document))),
                RecordType::Briefings => Box::new(briefings.map(briefing::row)),
                $(RecordType::$variant => Box::new(briefings.flat_map(|briefing| {
                    briefing.records.$list.iter().map(move |record| $name::row(briefing, record))
                })),)*
                $(RecordType::$part => Box::new(briefings.flat_map(part::$part_name::rows)),)*
                RecordType::Diagnostics => Box::new(diagnostic::rows(document)),
            }
        }
    };
}
with_record_types!(tabulate);
