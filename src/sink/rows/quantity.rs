//! Quantities as columns: the same ones wherever a row has a quantity.

use super::{Row, number, placed};
use crate::record::{Amount, Bound, Briefing, Change, Quantity, QuantityKind, Value, ValueRecord};

/// The columns of one quantity.
pub(super) const VALUE: [&str; 9] = ["kind", "value", "low", "high", "unit", "currency", "approx", "bound", "per"];

pub(super) const VALUE_COLUMNS: &[&str] = &[
    "start", "end", "section", "text", VALUE[0], VALUE[1], VALUE[2], VALUE[3], VALUE[4], VALUE[5], VALUE[6], VALUE[7], VALUE[8],
    "context",
];

pub(super) const CHANGE_COLUMNS: &[&str] = &[
    "start", "end", "section", "text", "kind", "unit", "currency", "from", "from_value", "from_low", "from_high", "to",
    "to_value", "to_low", "to_high", "direction", "difference", "percent", "stated", "stated_value", "stated_unit",
];

/// The cells of a quantity; empty ones where there is none.
pub(super) fn value(value: Option<&Value>) -> [String; VALUE.len()] {
    let Some(value) = value else { return Default::default() };
    [
        value.kind.name().to_owned(),
        number(value.value),
        number(value.low),
        number(value.high),
        number(value.unit.as_deref()),
        number(value.currency),
        value.approx.to_string(),
        number(value.bound.map(|bound| bound.name())),
        number(value.per.as_deref()),
    ]
}

/// From when, until when, and the unit where it is a span of time: the cells of a horizon's period.
pub(super) fn period(period: Option<&Quantity>) -> [String; 3] {
    let Some(value) = period.map(|period| &period.value) else { return Default::default() };
    let is_span = value.kind == QuantityKind::Duration;
    let (low, high) = match value.value {
        // 18个月以上 begins with them, 3个月 ends after three months, 2026 begins and ends with the year.
        Some(only) if is_span && matches!(value.bound, Some(Bound::Gt | Bound::Ge)) => (Some(only), None),
        Some(only) if is_span => (None, Some(only)),
        Some(only) => (Some(only), Some(only)),
        None => (value.low, value.high),
    };
    [number(low), number(high), number(value.unit.as_deref())]
}

pub(super) fn value_row(briefing: &Briefing, record: &ValueRecord) -> Row {
    let mut row = placed(briefing, &record.place);
    row.push(record.text.clone());
    row.extend(value(Some(&record.value)));
    row.push(record.context.clone());
    row
}

pub(super) fn change_row(briefing: &Briefing, change: &Change) -> Row {
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
