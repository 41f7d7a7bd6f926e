//! One row a case; its fields by role, the rest together.

use super::cell::Row;
use super::column::{Columns, code, integer, list, nested as tree, text};
use super::{PLACE, nested, placed, quantity};
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

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[
        integer("rank", "its number"),
        text("name", "its name"),
        code("outcome", "how it went: `success`, `setback` or `other`"),
        tree("client", "its fields of role `client`"),
        tree("scale", "its fields of role `scale`"),
        tree("use", "its fields of role `use`"),
        tree("result", "its fields of role `outcome`"),
        tree("return", "its fields of role `return`"),
        tree("factor", "its fields of role `factor`"),
        tree("challenge", "its fields of role `challenge`"),
        tree("response", "its fields of role `response`"),
        tree("lesson", "its fields of role `lesson`"),
        tree("other", "its other fields"),
        list("quantities", "the texts of all quantities of its fields"),
    ],
];

pub(super) fn row<'r>(briefing: &'r Briefing, case: &'r Case) -> Row<'r> {
    let fields = || case.fields.iter().map(|field| &field.field);
    let mut row = placed(briefing, &case.place);
    row.extend([case.rank.into(), (&case.name).into(), case.outcome.name().into()]);
    row.extend(ROLES.map(|role| nested::fields(fields().filter(|field| field.role == role)).into()));
    row.push(nested::fields(fields().filter(|field| !ROLES.contains(&field.role))).into());
    row.push(quantity::texts(case.fields.iter().flat_map(|field| &field.quantities)));
    row
}
