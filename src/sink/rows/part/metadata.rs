//! The labelled values of a briefing's metadata: how its rating was arrived at, and what no other column takes.

use crate::record::Briefing;
use crate::sink::rows::cell::Row;
use crate::sink::rows::column::{Columns, code, integer, text};
use crate::sink::rows::keys;
use crate::sink::rows::quantity::{self, NOTE, VALUE};

pub(in crate::sink::rows) const COLUMNS: Columns = &[
    &[
        code("group", "`assessment` or `other`").position(),
        integer("entry", "number in its group, counted from 1").position(),
        text("label", "its label"),
        text("text", "its value as written"),
    ],
    VALUE,
    NOTE,
];

pub(in crate::sink::rows) fn rows(briefing: &Briefing) -> Vec<Row<'_>> {
    let groups = [("assessment", &briefing.metadata.assessment), ("other", &briefing.metadata.other)];
    let pairs = groups.into_iter().flat_map(|(group, pairs)| {
        pairs.iter().enumerate().map(move |(at, pair)| {
            let mut row = keys(briefing, &briefing.id, briefing.line);
            row.extend([group.into(), (at + 1).into(), (&pair.label).into(), (&pair.value).into()]);
            row.extend(quantity::noted(pair.quantity.as_ref()));
            row
        })
    });
    pairs.collect()
}
