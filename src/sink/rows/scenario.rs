//! One row a scenario; its fields by role, and the order in which they stood.

use super::cell::{Cell, Row};
use super::column::{Columns, code, fraction, list, nested as tree, text};
use super::quantity::{self, period_columns};
use super::{PLACE, nested, placed};
use crate::record::{Briefing, Field, FieldRole, Scenario};

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[
        text("set", "the heading or label that groups the set"),
        text("name", "its name as written"),
        text("scenario_title", "`title` of the scenario"),
        code("stance", "which way it looks: `bull`, `base`, `bear` or `other`"),
        fraction("probability", "how likely it is held to be, where that is one value"),
        fraction("probability_low", "lower end, where it is a range"),
        fraction("probability_high", "upper end, where it is a range"),
        code("horizon", "horizon as written"),
    ],
    period_columns!("horizon"),
    &[
        tree("trigger", "its fields of role `trigger`"),
        tree("path", "its fields of role `path`"),
        tree("outcome", "its fields of role `outcome`"),
        tree("advice", "its fields of role `advice`"),
        tree("other", "its fields of role `other`"),
        list("field_order", "the fields in the order of the text, each as `role: label`, or `role` alone where it has no label"),
    ],
];

pub(super) fn row<'r>(briefing: &'r Briefing, scenario: &'r Scenario) -> Row<'r> {
    let probability = scenario.probability;
    let of_role = |role| nested::fields(scenario.fields.iter().filter(move |field| field.role == role)).into();
    let mut row = placed(briefing, &scenario.place);
    row.extend([
        (&scenario.set).into(),
        (&scenario.name).into(),
        (&scenario.title).into(),
        scenario.stance.name().into(),
        probability.and_then(|p| p.value).into(),
        probability.and_then(|p| p.low).into(),
        probability.and_then(|p| p.high).into(),
        (&scenario.horizon).into(),
    ]);
    row.extend(quantity::period(scenario.horizon_period.as_ref()));
    row.extend([
        of_role(FieldRole::Trigger),
        of_role(FieldRole::Path),
        of_role(FieldRole::Outcome),
        of_role(FieldRole::Advice),
        of_role(FieldRole::Other),
        order(&scenario.fields),
    ]);
    row
}

fn order(fields: &[Field]) -> Cell<'_> {
    let shown = fields.iter().map(|field| match &field.label {
        Some(label) => format!("{}: {label}", field.role.name()).into(),
        None => field.role.name().into(),
    });
    if fields.is_empty() { Cell::Empty } else { Cell::List(shown.collect()) }
}
