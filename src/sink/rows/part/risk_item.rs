//! What can be done about a risk, and what else is said of it, one row an item.

use super::flat::{ITEM, flat};
use crate::record::{Briefing, Item, Risk};
use crate::sink::rows::cell::Row;
use crate::sink::rows::column::{Columns, code, text};
use crate::sink::rows::keys;

pub(in crate::sink::rows) const COLUMNS: Columns =
    &[&[code("role", "`mitigation` or `details`").position()], ITEM, &[text("text", "the item")]];

pub(in crate::sink::rows) fn rows(briefing: &Briefing) -> Vec<Row<'_>> {
    briefing
        .records
        .risks
        .iter()
        .flat_map(|risk| {
            let mitigation = of_list(briefing, risk, "mitigation", &risk.mitigation);
            mitigation.chain(of_list(briefing, risk, "details", &risk.details))
        })
        .collect()
}

/// The items of one of its lists.
fn of_list<'r>(briefing: &'r Briefing, risk: &'r Risk, role: &'static str, items: &'r [Item]) -> impl Iterator<Item = Row<'r>> {
    flat(items, |item| &item.items).into_iter().map(move |flat| {
        let mut row = keys(briefing, &risk.place.id, risk.place.line);
        row.push(role.into());
        row.extend(flat.cells());
        row.push((&flat.item.text).into());
        row
    })
}
