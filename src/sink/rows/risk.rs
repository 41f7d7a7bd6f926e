//! One row a risk or opportunity.

use super::cell::Row;
use super::column::{Columns, code, fraction, integer, nested as tree, text};
use super::{PLACE, nested, placed};
use crate::record::{Briefing, Risk};

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[
        code("kind", "`risk` or `opportunity`"),
        integer("rank", "number"),
        text("label", "label"),
        text("text", "text"),
        code("probability", "likelihood as written"),
        fraction("probability_value", "value of the likelihood"),
        fraction("probability_low", "lower end"),
        fraction("probability_high", "upper end"),
        text("impact", "impact as written"),
        tree("mitigation", "what can be done"),
        tree("details", "details"),
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
