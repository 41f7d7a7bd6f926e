//! One row a quantity.

use super::quantity::{self, VALUE};
use super::{Row, placed};
use crate::record::{Briefing, ValueRecord};

pub(super) const COLUMNS: &[&str] = &[
    "start", "end", "section", "text", VALUE[0], VALUE[1], VALUE[2], VALUE[3], VALUE[4], VALUE[5], VALUE[6], VALUE[7], VALUE[8],
    "context",
];

pub(super) fn row(briefing: &Briefing, record: &ValueRecord) -> Row {
    let mut row = placed(briefing, &record.place);
    row.push(record.text.clone());
    row.extend(quantity::value(Some(&record.value)));
    row.push(record.context.clone());
    row
}
