//! One row a table inside a fence, like one outside.

use super::cell::Row;
use super::column::Columns;
use super::table;
use crate::record::{Briefing, TextTable};

pub(super) const COLUMNS: Columns = table::COLUMNS;

pub(super) fn row<'r>(briefing: &'r Briefing, table: &'r TextTable) -> Row<'r> {
    table::grid(briefing, &table.place, &table.grid)
}
