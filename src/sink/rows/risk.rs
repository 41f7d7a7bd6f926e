//! One row a risk or opportunity.

use super::{Row, nested, number, placed, text};
use crate::record::{Briefing, Risk};

pub(super) const COLUMNS: &[&str] = &[
    "start", "end", "section", "kind", "rank", "label", "text", "probability", "probability_value", "probability_low",
    "probability_high", "impact", "mitigation", "details",
];

pub(super) fn row(briefing: &Briefing, risk: &Risk) -> Row {
    let likelihood = risk.probability_value;
    let mut row = placed(briefing, &risk.place);
    row.extend([
        risk.kind.name().to_owned(),
        number(risk.rank),
        text(&risk.label),
        risk.text.clone(),
        text(&risk.probability),
        number(likelihood.and_then(|p| p.value)),
        number(likelihood.and_then(|p| p.low)),
        number(likelihood.and_then(|p| p.high)),
        text(&risk.impact),
        nested::items(&risk.mitigation),
        nested::items(&risk.details),
    ]);
    row
}
