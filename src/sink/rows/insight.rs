//! One row a conclusion, with what is said of it.

use super::{Row, nested, number, placed};
use crate::record::{Briefing, Insight};

pub(super) const COLUMNS: &[&str] = &["start", "end", "section", "rank", "text", "fields"];

pub(super) fn row(briefing: &Briefing, insight: &Insight) -> Row {
    let mut row = placed(briefing, &insight.place);
    row.extend([number(insight.rank), insight.text.clone(), nested::fields(insight.fields.iter())]);
    row
}
