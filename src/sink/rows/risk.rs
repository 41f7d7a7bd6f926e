//! One row a risk or opportunity.

use super::cell::Row;
use super::column::{Columns, code, fraction, integer, nested as tree, text};
use super::{PLACE, nested, placed};
use crate::record::{Briefing, Risk};

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[
        code("kind", "`risk` or `opportunity`"),
        integer("rank", "its number"),
        text("label", "its label, or the heading or first cell that names it"),
        text("text", "what could happen"),
        code("probability", "how likely it is, as written"),
        fraction("probability_value", "the likelihood, where it is one number"),
        fraction("probability_low", "lower end, where it is a range"),
        fraction("probability_high", "upper end, where it is a range"),
        text("impact", "how much it would change, as written"),
        tree("mitigation", "what is or can be done about it"),
        tree("details", "the other lines nested below it"),
    ],
];

pub(super) fn row<'r>(briefing: &'r Briefing, risk: &'r Risk) -> Row<'r> {
    let likelihood = risk.probability_value;
    let mut row = placed(briefing, &risk.place);
    row.extend([
        risk.kind.name().into(),
        risk.rank.into(),
        (&risk.label).into(),
        (&risk.text).into(),
        (&risk.probability).into(),
        likelihood.and_then(|p| p.value).into(),
        likelihood.and_then(|p| p.low).into(),
        likelihood.and_then(|p| p.high).into(),
        (&risk.impact).into(),
        nested::items(&risk.mitigation).into(),
        nested::items(&risk.details).into(),
    ]);
    row
}
