//! One row a change, with both of its sides.

use super::cell::{Cell, Row};
use super::column::{Columns, code, number, text};
use super::{PLACE, placed};
use crate::record::{Amount, Briefing, Change, Quantity};

/// What the second number and the difference are counted in.
const OWN_UNIT: &str = "in `unit` or `currency`";

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[
        text("text", "the words of the change"),
        code("kind", "kind of the two"),
        code("unit", "unit of the second, and of the difference"),
        code("currency", "currency of the second, and of the difference").within("ISO 4217"),
        code("from", "the first as written"),
        number("from_value", "its number").within("in `from_unit`"),
        number("from_low", "lower end, where it is a range").within("in `from_unit`"),
        number("from_high", "upper end, where it is a range").within("in `from_unit`"),
        code("from_unit", "its unit or currency, which may be another: 5分钟 → 15秒"),
        code("to", "the second as written"),
        number("to_value", "its number").within(OWN_UNIT),
        number("to_low", "lower end, where it is a range").within(OWN_UNIT),
        number("to_high", "upper end, where it is a range").within(OWN_UNIT),
        code("direction", "`up`, `down` or `flat`"),
        number("difference", "the second less the first").within(OWN_UNIT),
        number("percent", "the difference in percent of the first").within("percent"),
        code("stated", "the stated change as written"),
        number("stated_value", "its number").within("in `stated_unit`"),
        code("stated_unit", "its unit or currency"),
    ],
];

pub(super) fn row<'r>(briefing: &'r Briefing, change: &'r Change) -> Row<'r> {
    let to = &change.to.value;
    let stated = change.stated.as_ref();
    let unit = |quantity: &'r Quantity| quantity.value.currency.or(quantity.value.unit.as_deref());
    let mut row = placed(briefing, &change.place);
    row.extend([(&change.text).into(), to.kind.name().into(), to.unit.as_deref().into(), to.currency.into()]);
    row.extend(side(&change.from));
    row.push(unit(&change.from).into());
    row.extend(side(&change.to));
    row.extend([
        change.direction.name().into(),
        change.computed.map(|computed| computed.difference).into(),
        change.computed.and_then(|computed| computed.percent).into(),
        stated.map(|stated| &stated.text).into(),
        number_of(stated.and_then(|stated| stated.value.value)),
        stated.and_then(unit).into(),
    ]);
    row
}

fn side(side: &Quantity) -> [Cell<'_>; 4] {
    [(&side.text).into(), number_of(side.value.value), number_of(side.value.low), number_of(side.value.high)]
}

fn number_of(amount: Option<Amount>) -> Cell<'static> {
    amount.and_then(Amount::number).into()
}
