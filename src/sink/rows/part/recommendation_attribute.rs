//! What qualifies a piece of advice, one row a labelled value.

use crate::record::Briefing;
use crate::sink::rows::cell::Row;
use crate::sink::rows::column::{Columns, integer, text};
use crate::sink::rows::keys;
use crate::sink::rows::quantity::{self, NOTE, VALUE};

pub(in crate::sink::rows) const COLUMNS: Columns = &[
    &[
        integer("attribute", "number of the attribute, counted from 1").position(),
        text("label", "its label"),
        text("text", "its value as written"),
    ],
    VALUE,
    NOTE,
];

pub(in crate::sink::rows) fn rows(briefing: &Briefing) -> Vec<Row<'_>> {
    let advice = briefing.records.recommendations.iter();
    let attributes = advice.flat_map(|advice| {
        advice.attributes.iter().enumerate().map(|(at, pair)| {
            let mut row = keys(briefing, &advice.place.id, advice.place.line);
            row.extend([(at + 1).into(), (&pair.label).into(), (&pair.value).into()]);
            row.extend(quantity::noted(pair.quantity.as_ref()));
            row
        })
    });
    attributes.collect()
}
