//! Ledgers: small models and accounts that are written as lines of text inside a fence.
//!
//! ```text
//! Hardware: $476M (78%, +217% YoY)
//! ├─ Training: $312M
//! └─ Networking: $66M
//! ```
//!
//! A figure may also stand in a column of its own (`Gross margin      79%`). A fence is one as a whole, or not at all: most of
//! its lines carry a label, and a good part of them a figure ([`judge`]). Each of its lines is an entry ([`figures`] reads what
//! stands behind the colon), below the entry that the outline nests it in. Fences of prose, code, configuration, logs,
//! dialogues, flow charts and drawings are none, nor is one that another record owns a line of: advice and scenarios stand in
//! fences, too.

mod figures;
mod judge;

use std::ops::Range;

use super::{Scope, fence};
use crate::record::{Ledger, LedgerEntry, Place};

/// Lists the ledgers of a briefing and claims their lines.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Ledger> {
    let mut ledgers = Vec::new();
    for block in fence::blocks(scope) {
        if block.clone().any(|at| scope.is_claimed(at)) || !judge::may_be_ledger(scope.outline.lines.part(block.clone())) {
            continue;
        }
        let entries = entries(scope, block.clone());
        if judge::is_account(&entries) {
            ledgers.push(Ledger { place: place(scope, &block), title: fence::title(scope, block.start), entries });
            scope.claim(block);
        }
    }
    ledgers
}

fn place(scope: &Scope<'_>, block: &Range<usize>) -> Place {
    let lines = scope.outline.lines.part(block.clone());
    let mut place = scope.place(block.start);
    place.span[1] = lines.iter().map(|line| line.span.end).max().unwrap_or(place.span[1]);
    place
}

/// The lines of a fence as entries; lines without a word (rules) are none.
fn entries(scope: &Scope<'_>, block: Range<usize>) -> Vec<LedgerEntry> {
    let mut entries: Vec<LedgerEntry> = Vec::new();
    // Which entry each line of the block is, if it is one.
    let mut entry_of: Vec<Option<usize>> = Vec::new();
    for at in block.clone() {
        let line = &scope.outline.lines[at];
        if !line.text.contains(char::is_alphanumeric) {
            entry_of.push(None);
            continue;
        }
        let above = line.parent.and_then(|up| up.checked_sub(block.start));
        let parent = above.and_then(|up| entry_of.get(up).copied().flatten());
        let depth = parent.and_then(|parent| entries.get(parent)).map_or(0, |parent| parent.depth + 1);
        let (label, value) = match (line.is_lead(), line.label_text()) {
            (true, _) => (Some(line.name()), None),
            (false, Some(label)) => (Some(label), Some(line.value())),
            (false, None) => {
                figures::aligned(&line.text).map_or((None, Some(&*line.text)), |(label, value)| (Some(label), Some(value)))
            }
        };
        let figures = value.map(figures::read).unwrap_or_default();
        entry_of.push(Some(entries.len()));
        entries.push(LedgerEntry {
            line: line.number,
            label: label.map(|label| label.trim_start_matches(['=', ' ']).to_owned()),
            value: value.map(str::to_owned),
            quantity: figures.quantity,
            share: figures.share,
            note: figures.note,
            depth,
            parent,
        });
    }
    entries
}
