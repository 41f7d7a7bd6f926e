//! What is said of cases.

use super::field;
use crate::record::Briefing;
use crate::sink::rows::cell::Row;
use crate::sink::rows::column::Columns;

pub(in crate::sink::rows) const COLUMNS: Columns = field::COLUMNS;

pub(in crate::sink::rows) fn rows(briefing: &Briefing) -> Vec<Row<'_>> {
    let records = &briefing.records.cases;
    records
        .iter()
        .flat_map(|record| field::rows(briefing, &record.place, record.fields.iter().map(|field| &field.field)))
        .collect()
}
