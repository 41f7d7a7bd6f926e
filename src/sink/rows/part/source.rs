//! Who published a briefing, one row a source.

use crate::record::Briefing;
use crate::sink::rows::cell::Row;
use crate::sink::rows::column::{Columns, address, integer, text};
use crate::sink::rows::keys;

pub(in crate::sink::rows) const COLUMNS: Columns = &[&[
    integer("source", "number of the source, counted from 1").position(),
    text("name", "its name as written"),
    address("url", "its address"),
]];

pub(in crate::sink::rows) fn rows(briefing: &Briefing) -> Vec<Row<'_>> {
    let sources = briefing.metadata.sources.iter().enumerate().map(|(at, source)| {
        let mut row = keys(briefing, &briefing.id, briefing.line);
        row.extend([(at + 1).into(), (&source.name).into(), (&source.url).into()]);
        row
    });
    sources.collect()
}
