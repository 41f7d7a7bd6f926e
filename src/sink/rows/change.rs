//! One row a change, with both of its sides.

use super::{Row, number, placed};
use crate::record::{Amount, Briefing, Change, Quantity};

pub(super) const COLUMNS: &[&str] = &[
    "start", "end", "section", "text", "kind", "unit", "currency", "from", "from_value", "from_low", "from_high", "to",
    "to_value", "to_low", "to_high", "direction", "difference", "percent", "stated", "stated_value", "stated_unit",
];

pub(super) fn row(briefing: &Briefing, change: &Change) -> Row {
    let to = &change.to.value;
    let side = |side: &Quantity| [side.text.clone(), number(side.value.value), number(side.value.low), number(side.value.high)];
    let stated = change.stated.as_ref();
    let stated_value = stated.and_then(|stated| stated.value.value).and_then(Amount::number);
    let stated_unit = stated.and_then(|stated| stated.value.currency.or(stated.value.unit.as_deref()));
    let mut row = placed(briefing, &change.place);
    row.extend([change.text.clone(), to.kind.name().to_owned(), number(to.unit.as_deref()), number(to.currency)]);
    row.extend(side(&change.from));
    row.extend(side(&change.to));
    row.extend([
        change.direction.name().to_owned(),
        number(change.computed.map(|computed| computed.difference)),
        number(change.computed.and_then(|computed| computed.percent)),
        number(stated.map(|stated| stated.text.as_str())),
        number(stated_value),
        number(stated_unit),
    ]);
    row
}
