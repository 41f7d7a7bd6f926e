//! The lines of ledgers, one row an entry.

use crate::record::{Amount, Briefing};
use crate::sink::rows::cell::Row;
use crate::sink::rows::column::{Columns, integer, number, text};
use crate::sink::rows::keys;
use crate::sink::rows::quantity::{self, VALUE};

pub(in crate::sink::rows) const COLUMNS: Columns = &[
    &[
        integer("entry", "number of the entry, counted from 1").position(),
        integer("entry_line", "its line"),
        integer("depth", "how many entries it stands below"),
        integer("parent", "number of the entry that it stands below"),
        text("label", "its label"),
        text("text", "`value` of the entry, as written"),
    ],
    VALUE,
    &[
        number("share", "the percentage in the brackets").within("percent"),
        number("share_low", "lower end, where it is a range").within("percent"),
        number("share_high", "upper end, where it is a range").within("percent"),
        text("note", "what else stands in the brackets"),
    ],
];

pub(in crate::sink::rows) fn rows(briefing: &Briefing) -> Vec<Row<'_>> {
    let entries = briefing.records.ledgers.iter().flat_map(|ledger| {
        ledger.entries.iter().enumerate().map(|(at, entry)| {
            let share = entry.share.as_ref().map(|share| &share.value);
            let of_share = |amount: Option<Amount>| amount.and_then(Amount::number).into();
            let mut row = keys(briefing, &ledger.place.id, ledger.place.line);
            row.extend([
                (at + 1).into(),
                entry.line.into(),
                entry.depth.into(),
                entry.parent.map(|parent| parent + 1).into(),
                (&entry.label).into(),
                (&entry.value).into(),
            ]);
            row.extend(quantity::value(entry.quantity.as_ref().map(|quantity| &quantity.value)));
            row.extend([
                of_share(share.and_then(|share| share.value)),
                of_share(share.and_then(|share| share.low)),
                of_share(share.and_then(|share| share.high)),
                (&entry.note).into(),
            ]);
            row
        })
    });
    entries.collect()
}
