//! One row a key figure.

use super::cell::Row;
use super::column::{Columns, list, text};
use super::quantity::{self, NOTE, VALUE};
use super::{PLACE, placed};
use crate::record::{Briefing, Fact};

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[text("label", "what it is"), text("text", "`value` of the fact, as written")],
    VALUE,
    NOTE,
    &[list("quantities", "the texts of all quantities in the value")],
];

pub(super) fn row<'r>(briefing: &'r Briefing, fact: &'r Fact) -> Row<'r> {
    let mut row = placed(briefing, &fact.place);
    row.extend([(&fact.label).into(), (&fact.value).into()]);
    row.extend(quantity::noted(fact.quantity.as_ref()));
    row.push(quantity::texts(&fact.quantities));
    row
}
