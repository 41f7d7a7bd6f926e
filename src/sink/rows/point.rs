//! One row an item of a list, with what is nested in it.

use super::quantity::{self, VALUE};
use super::{Row, number, placed, text};
use crate::record::{Briefing, Point};

pub(super) const COLUMNS: &[&str] = &[
    "start", "end", "section", "role", "topic", "rank", "label", "text", VALUE[0], VALUE[1], VALUE[2], VALUE[3], VALUE[4],
    VALUE[5], VALUE[6], VALUE[7], VALUE[8], "note", "items",
];

pub(super) fn row(briefing: &Briefing, point: &Point) -> Row {
    let item = &point.item;
    let quantity = item.quantity.as_ref();
    let mut row = placed(briefing, &point.place);
    row.extend([
        number(point.role.map(|role| role.name())),
        text(&point.topic),
        number(point.rank),
        text(&item.label),
        text(&item.text),
    ]);
    row.extend(quantity::value(quantity.map(|quantity| &quantity.value)));
    row.extend([text(&quantity.and_then(|quantity| quantity.note.clone())), super::nested::points(&item.items)]);
    row
}
