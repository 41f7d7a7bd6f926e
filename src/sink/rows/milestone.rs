//! One row a period of a roadmap.

use super::{Row, nested, placed, quantity};
use crate::record::{Briefing, Milestone};

pub(super) const COLUMNS: &[&str] = &["start", "end", "section", "label", "period_from", "period_to", "period_unit", "items"];

pub(super) fn row(briefing: &Briefing, milestone: &Milestone) -> Row {
    let mut row = placed(briefing, &milestone.place);
    row.push(milestone.label.clone());
    row.extend(quantity::period(milestone.period.as_ref()));
    row.push(nested::items(&milestone.items));
    row
}
