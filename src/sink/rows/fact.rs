//! One row a key figure.

use super::quantity::{self, VALUE};
use super::{Row, nested, placed, text};
use crate::record::{Briefing, Fact};

pub(super) const COLUMNS: &[&str] = &[
    "start", "end", "section", "label", "text", VALUE[0], VALUE[1], VALUE[2], VALUE[3], VALUE[4], VALUE[5], VALUE[6], VALUE[7],
    VALUE[8], "note", "quantities",
];

pub(super) fn row(briefing: &Briefing, fact: &Fact) -> Row {
    let quantity = fact.quantity.as_ref();
    let mut row = placed(briefing, &fact.place);
    row.extend([fact.label.clone(), fact.value.clone()]);
    row.extend(quantity::value(quantity.map(|quantity| &quantity.value)));
    let all: Vec<String> = fact.quantities.iter().map(|quantity| quantity.text.clone()).collect();
    row.extend([text(&quantity.and_then(|quantity| quantity.note.clone())), nested::list(&all)]);
    row
}
