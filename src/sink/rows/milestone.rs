//! One row a period of a roadmap.

use super::cell::Row;
use super::column::{Columns, nested as tree, text};
use super::quantity::{self, period_columns};
use super::{PLACE, nested, placed};
use crate::record::{Briefing, Milestone};

pub(super) const COLUMNS: Columns =
    &[PLACE, &[text("label", "the period as written")], period_columns!("period"), &[tree("items", "what the period brings")]];

pub(super) fn row<'r>(briefing: &'r Briefing, milestone: &'r Milestone) -> Row<'r> {
    let mut row = placed(briefing, &milestone.place);
    row.push((&milestone.label).into());
    row.extend(quantity::period(milestone.period.as_ref()));
    row.push(nested::items(&milestone.items).into());
    row
}
