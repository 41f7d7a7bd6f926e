//! What is nested in the items of lists, one row an item.

use super::flat::{ITEM, flat};
use crate::record::Briefing;
use crate::sink::rows::cell::Row;
use crate::sink::rows::column::{Columns, text};
use crate::sink::rows::keys;
use crate::sink::rows::quantity::{self, NOTE, VALUE};

pub(in crate::sink::rows) const COLUMNS: Columns = &[ITEM, &[text("label", "its label"), text("text", "its text")], VALUE, NOTE];

pub(in crate::sink::rows) fn rows(briefing: &Briefing) -> Vec<Row<'_>> {
    let points = briefing.records.points.iter();
    let items = points.flat_map(|point| {
        flat(&point.item.items, |item| &item.items).into_iter().map(|flat| {
            let mut row = keys(briefing, &point.place.id, point.place.line);
            row.extend(flat.cells());
            row.extend([(&flat.item.label).into(), (&flat.item.text).into()]);
            row.extend(quantity::noted(flat.item.quantity.as_ref()));
            row
        })
    });
    items.collect()
}
