//! What stands below a piece of advice, one row a line.

use super::flat::{ITEM, flat};
use crate::record::Briefing;
use crate::sink::rows::cell::Row;
use crate::sink::rows::column::{Columns, text};
use crate::sink::rows::keys;

pub(in crate::sink::rows) const COLUMNS: Columns = &[ITEM, &[text("text", "the line")]];

pub(in crate::sink::rows) fn rows(briefing: &Briefing) -> Vec<Row<'_>> {
    let records = briefing.records.recommendations.iter();
    let items = records.flat_map(|record| {
        flat(&record.details, |item| &item.details).into_iter().map(|flat| {
            let mut row = keys(briefing, &record.place.id, record.place.line);
            row.extend(flat.cells());
            row.push((&flat.item.text).into());
            row
        })
    });
    items.collect()
}
