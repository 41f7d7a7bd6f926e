//! The fields of scenarios, insights and cases: one row an item, and one for a field that has none.

use super::flat::{ITEM, flat};
use crate::record::{Briefing, Field, Place};
use crate::sink::rows::cell::{Cell, Row};
use crate::sink::rows::column::{Columns, code, integer, text};
use crate::sink::rows::keys;
use crate::sink::rows::quantity::{self, NOTE, VALUE};

pub(super) const COLUMNS: Columns = &[
    &[
        integer("field", "number of the field in its record").position(),
        code("role", "what the label announces"),
        text("label", "label as written"),
    ],
    ITEM,
    &[text("text", "the item")],
    VALUE,
    NOTE,
];

pub(super) fn rows<'r>(briefing: &'r Briefing, place: &'r Place, fields: impl Iterator<Item = &'r Field>) -> Vec<Row<'r>> {
    fields.enumerate().flat_map(|(at, field)| of_field(briefing, place, at + 1, field)).collect()
}

fn of_field<'r>(briefing: &'r Briefing, place: &'r Place, number: usize, field: &'r Field) -> Vec<Row<'r>> {
    let head = || {
        let mut row = keys(briefing, &place.id, place.line);
        row.extend([number.into(), field.role.name().into(), (&field.label).into()]);
        row
    };
    if field.items.is_empty() {
        let mut row = head();
        row.extend([const { Cell::Empty }; 4]);
        row.extend(quantity::noted(None));
        return vec![row];
    }
    let items = flat(&field.items, |item| &item.items).into_iter().map(|flat| {
        let mut row = head();
        row.extend(flat.cells());
        row.push((&flat.item.text).into());
        // A field is one value only where it is one item.
        row.extend(quantity::noted(field.quantity.as_ref()));
        row
    });
    items.collect()
}
