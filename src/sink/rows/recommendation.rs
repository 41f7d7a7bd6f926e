//! One row a piece of advice.

use super::{Row, nested, number, placed, quantity, text};
use crate::record::{Briefing, Recommendation};

pub(super) const COLUMNS: &[&str] = &[
    "start", "end", "section", "audience", "audience_role", "horizon", "horizon_from", "horizon_to", "horizon_unit", "group",
    "rank", "text", "stance", "rating", "attributes", "details",
];

pub(super) fn row(briefing: &Briefing, advice: &Recommendation) -> Row {
    let mut row = placed(briefing, &advice.place);
    row.extend([text(&advice.audience), number(advice.audience_role.map(|role| role.name())), text(&advice.horizon)]);
    row.extend(quantity::period(advice.horizon_period.as_ref()));
    row.extend([
        text(&advice.group),
        number(advice.rank),
        advice.text.clone(),
        advice.stance.name().to_owned(),
        number(advice.rating),
        nested::labelled(&advice.attributes),
        nested::details(&advice.details),
    ]);
    row
}
