//! One row a scenario; its fields by role, and the order in which they stood.

use super::{Row, nested, number, placed, quantity, text};
use crate::record::{Briefing, FieldRole, Scenario};

pub(super) const COLUMNS: &[&str] = &[
    "start", "end", "section", "set", "name", "scenario_title", "stance", "probability", "probability_low", "probability_high",
    "horizon", "horizon_from", "horizon_to", "horizon_unit", "trigger", "path", "outcome", "advice", "other", "field_order",
];

pub(super) fn row(briefing: &Briefing, scenario: &Scenario) -> Row {
    let probability = scenario.probability;
    let of_role = |role| nested::fields(scenario.fields.iter().filter(move |field| field.role == role));
    let order: Vec<String> = scenario
        .fields
        .iter()
        .map(|field| format!("{}: {}", field.role.name(), text(&field.label)).trim_end_matches(": ").to_owned())
        .collect();
    let mut row = placed(briefing, &scenario.place);
    row.extend([
        text(&scenario.set),
        scenario.name.clone(),
        text(&scenario.title),
        scenario.stance.name().to_owned(),
        number(probability.and_then(|p| p.value)),
        number(probability.and_then(|p| p.low)),
        number(probability.and_then(|p| p.high)),
        text(&scenario.horizon),
    ]);
    row.extend(quantity::period(scenario.horizon_period.as_ref()));
    row.extend([
        of_role(FieldRole::Trigger),
        of_role(FieldRole::Path),
        of_role(FieldRole::Outcome),
        of_role(FieldRole::Advice),
        of_role(FieldRole::Other),
        nested::list(&order),
    ]);
    row
}
