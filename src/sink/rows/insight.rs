//! One row a conclusion, with what is said of it.

use super::cell::Row;
use super::column::{Columns, integer, nested as tree, text};
use super::{PLACE, nested, placed};
use crate::record::{Briefing, Insight};

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[integer("rank", "its number"), text("text", "the conclusion as written"), tree("fields", "what is said of it, as fields")],
];

pub(super) fn row<'r>(briefing: &'r Briefing, insight: &'r Insight) -> Row<'r> {
    let mut row = placed(briefing, &insight.place);
    row.extend([insight.rank.into(), (&insight.text).into(), nested::fields(insight.fields.iter()).into()]);
    row
}
