//! One row an entry of a ledger.

use super::quantity::{self, VALUE};
use super::{Row, number, placed, text};
use crate::record::{Briefing, Ledger};

pub(super) const COLUMNS: &[&str] = &[
    "start", "end", "section", "ledger_title", "entry", "entry_line", "depth", "parent", "label", "text", VALUE[0], VALUE[1],
    VALUE[2], VALUE[3], VALUE[4], VALUE[5], VALUE[6], VALUE[7], VALUE[8], "share", "share_low", "share_high", "note",
];

/// The entries of a ledger, numbered from 1; `parent` is such a number.
pub(super) fn row(briefing: &Briefing, ledger: &Ledger) -> Vec<Row> {
    let entries = ledger.entries.iter().enumerate();
    entries
        .map(|(at, entry)| {
            let share = entry.share.as_ref().map(|share| &share.value);
            let mut row = placed(briefing, &ledger.place);
            row.extend([
                text(&ledger.title),
                (at + 1).to_string(),
                entry.line.to_string(),
                entry.depth.to_string(),
                number(entry.parent.map(|parent| parent + 1)),
                text(&entry.label),
                text(&entry.value),
            ]);
            row.extend(quantity::value(entry.quantity.as_ref().map(|quantity| &quantity.value)));
            row.extend([
                number(share.and_then(|share| share.value)),
                number(share.and_then(|share| share.low)),
                number(share.and_then(|share| share.high)),
                text(&entry.note),
            ]);
            row
        })
        .collect()
}
