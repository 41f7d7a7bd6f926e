//! One row an item of a list, with what is nested in it.

use super::cell::Row;
use super::column::{Columns, code, integer, nested as tree, text};
use super::quantity::{self, NOTE, VALUE};
use super::{PLACE, nested, placed};
use crate::record::{Briefing, Point};

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[
        code("role", "what the section is for"),
        text("topic", "what introduces the list"),
        integer("rank", "its number"),
        text("label", "its label"),
        text("text", "its words, without the label"),
    ],
    VALUE,
    NOTE,
    &[tree("items", "what is nested below it")],
];

pub(super) fn row<'r>(briefing: &'r Briefing, point: &'r Point) -> Row<'r> {
    let item = &point.item;
    let mut row = placed(briefing, &point.place);
    row.extend([
        point.role.map(|role| role.name()).into(),
        (&point.topic).into(),
        point.rank.into(),
        (&item.label).into(),
        (&item.text).into(),
    ]);
    row.extend(quantity::noted(item.quantity.as_ref()));
    row.push(nested::points(&item.items).into());
    row
}
