//! One row a quantity.

use super::cell::Row;
use super::column::{Columns, code};
use super::quantity::{self, VALUE};
use super::{PLACE, placed};
use crate::record::{Briefing, ValueRecord};

pub(super) const COLUMNS: Columns =
    &[PLACE, &[code("text", "the mention as written")], VALUE, &[code("context", "the sentence, line or row that it stands in")]];

pub(super) fn row<'r>(briefing: &'r Briefing, record: &'r ValueRecord) -> Row<'r> {
    let mut row = placed(briefing, &record.place);
    row.push((&record.text).into());
    row.extend(quantity::value(Some(&record.value)));
    row.push((&record.context).into());
    row
}
