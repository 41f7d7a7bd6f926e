//! One row a case; its fields by role, the rest together.

use super::{Row, nested, number, placed};
use crate::record::{Briefing, Case, FieldRole};

/// The roles that have a column of their own.
const ROLES: [FieldRole; 9] = [
    FieldRole::Client,
    FieldRole::Scale,
    FieldRole::Use,
    FieldRole::Outcome,
    FieldRole::Return,
    FieldRole::Factor,
    FieldRole::Challenge,
    FieldRole::Response,
    FieldRole::Lesson,
];

pub(super) const COLUMNS: &[&str] = &[
    "start", "end", "section", "rank", "name", "outcome", "client", "scale", "use", "result", "return", "factor", "challenge",
    "response", "lesson", "other", "quantities",
];

pub(super) fn row(briefing: &Briefing, case: &Case) -> Row {
    let fields = || case.fields.iter().map(|field| &field.field);
    let quantities = case.fields.iter().flat_map(|field| &field.quantities).map(|quantity| quantity.text.clone());
    let mut row = placed(briefing, &case.place);
    row.extend([number(case.rank), case.name.clone(), case.outcome.name().to_owned()]);
    row.extend(ROLES.map(|role| nested::fields(fields().filter(|field| field.role == role))));
    row.push(nested::fields(fields().filter(|field| !ROLES.contains(&field.role))));
    row.push(nested::list(&quantities.collect::<Vec<_>>()));
    row
}
