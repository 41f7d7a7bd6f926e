//! One row a ledger; its entries have a table of their own.

use super::cell::Row;
use super::column::{Columns, integer, nested as tree, text};
use super::{PLACE, nested, placed};
use crate::record::{Briefing, Ledger};

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[
        text("ledger_title", "`title` of the ledger"),
        integer("entry_count", "how many entries it has"),
        tree("entries", "its entries, one behind the other, as labelled values"),
    ],
];

pub(super) fn row<'r>(briefing: &'r Briefing, ledger: &'r Ledger) -> Row<'r> {
    let entries = ledger.entries.iter().map(|entry| (entry.label.as_deref(), entry.value.as_deref()));
    let mut row = placed(briefing, &ledger.place);
    row.extend([(&ledger.title).into(), ledger.entries.len().into(), nested::pairs(entries).into()]);
    row
}
