//! One row a table inside a fence, like one outside.

use super::{Row, table};
use crate::record::{Briefing, TextTable};

pub(super) const COLUMNS: &[&str] = table::COLUMNS;

pub(super) fn row(briefing: &Briefing, table: &TextTable) -> Row {
    table::grid(briefing, &table.place, &table.grid)
}
