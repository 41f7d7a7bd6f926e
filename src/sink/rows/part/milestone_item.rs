//! What a period brings, one row an item.

use super::flat::{ITEM, flat};
use crate::record::Briefing;
use crate::sink::rows::cell::Row;
use crate::sink::rows::column::{Columns, text};
use crate::sink::rows::keys;

pub(in crate::sink::rows) const COLUMNS: Columns = &[ITEM, &[text("text", "the item")]];

pub(in crate::sink::rows) fn rows(briefing: &Briefing) -> Vec<Row<'_>> {
    let records = briefing.records.milestones.iter();
    let items = records.flat_map(|record| {
        flat(&record.items, |item| &item.items).into_iter().map(|flat| {
            let mut row = keys(briefing, &record.place.id, record.place.line);
            row.extend(flat.cells());
            row.push((&flat.item.text).into());
            row
        })
    });
    items.collect()
}
