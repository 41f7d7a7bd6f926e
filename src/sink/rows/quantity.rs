//! Quantities as columns: the same ones wherever a row has a quantity.

use jiff::civil::Date;

use super::cell::Cell;
use super::column::{Column, boolean, code, date, number};
use crate::record::{Amount, Bound, CalendarDate, Quantity, QuantityKind, Value};

/// What numbers of a quantity are counted in.
const OWN_UNIT: &str = "in `unit` or `currency`";

/// The columns of one quantity; its numbers and its dates stand apart, so that each column has one type.
pub(super) const VALUE: &[Column] = &[
    code("kind", "kind of the quantity; this column and the quantity's others are empty where there is none"),
    number("value", "the number, multiplied out; empty for a range and for dates").within(OWN_UNIT),
    number("low", "lower end of a range").within(OWN_UNIT),
    number("high", "upper end of a range").within(OWN_UNIT),
    code("unit", "what the number is counted or measured in"),
    code("currency", "currency of an amount").within("ISO 4217"),
    boolean("approx", "whether it is said not to be exact"),
    code("bound", "whether the number is a bound: `gt`, `ge`, `lt` or `le`"),
    code("per", "what it is counted by"),
    code("date", "a date as exact as the text, or a period as its two dates around a `/`, `..` for an open end")
        .within("ISO 8601"),
    date("date_from", "first day of that date or period; empty where it is open or a financial year"),
    date("date_to", "last day of that date or period"),
];

/// What stands behind a quantity.
pub(super) const NOTE: &[Column] = &[code("note", "what stands behind the value")];

/// The cells of [`VALUE`]; empty ones where there is no quantity.
pub(super) fn value(value: Option<&Value>) -> [Cell<'_>; VALUE.len()] {
    let Some(value) = value else { return [const { Cell::Empty }; VALUE.len()] };
    let [date, first, last] = dates(value);
    [
        value.kind.name().into(),
        value.value.and_then(Amount::number).into(),
        value.low.and_then(Amount::number).into(),
        value.high.and_then(Amount::number).into(),
        value.unit.as_deref().into(),
        value.currency.into(),
        value.approx.into(),
        value.bound.map(Bound::name).into(),
        value.per.as_deref().into(),
        date,
        first,
        last,
    ]
}

/// The cells of [`VALUE`] and [`NOTE`].
pub(super) fn noted(quantity: Option<&Quantity>) -> impl Iterator<Item = Cell<'_>> {
    let note = quantity.and_then(|quantity| quantity.note.as_deref());
    value(quantity.map(|quantity| &quantity.value)).into_iter().chain([note.into()])
}

/// The texts of quantities.
pub(super) fn texts<'r>(quantities: impl IntoIterator<Item = &'r Quantity>) -> Cell<'r> {
    Cell::list(quantities.into_iter().map(|quantity| &quantity.text))
}

/// The columns of a horizon's period, under the name of the horizon.
macro_rules! period_columns {
    ($name:literal) => {
        &[
            $crate::sink::rows::column::code(concat!($name, "_date"), "its date or period, as `date` of a quantity")
                .within("ISO 8601"),
            $crate::sink::rows::column::date(concat!($name, "_from"), "first day of that date or period"),
            $crate::sink::rows::column::date(concat!($name, "_to"), "last day of that date or period"),
            $crate::sink::rows::column::number(
                concat!($name, "_low"),
                "of a span of time its lower end, or the time itself where it is a lower bound (18个月以上)",
            )
            .within(concat!("in `", $name, "_unit`")),
            $crate::sink::rows::column::number(concat!($name, "_high"), "of a span of time its upper end, or the time itself")
                .within(concat!("in `", $name, "_unit`")),
            $crate::sink::rows::column::code(concat!($name, "_unit"), "unit of a span of time"),
        ]
    };
}
pub(super) use period_columns;

/// The cells of the columns of a period.
pub(super) fn period(period: Option<&Quantity>) -> [Cell<'_>; 6] {
    let Some(value) = period.map(|period| &period.value) else { return [const { Cell::Empty }; 6] };
    let [date, first, last] = dates(value);
    let is_at_least = matches!(value.bound, Some(Bound::Gt | Bound::Ge));
    let (low, high) = match value.value {
        _ if value.kind != QuantityKind::Duration => (None, None),
        // 18个月以上 begins with them, 3个月 ends after three months.
        Some(only) if is_at_least => (Some(only), None),
        Some(only) => (None, Some(only)),
        None => (value.low, value.high),
    };
    let number = |amount: Option<Amount>| amount.and_then(Amount::number).into();
    let unit = value.unit.as_deref().filter(|_| value.kind == QuantityKind::Duration);
    [date, first, last, number(low), number(high), unit.into()]
}

/// A date or a period as text, its first day and its last.
fn dates(value: &Value) -> [Cell<'static>; 3] {
    let date = |amount: Option<Amount>| match amount {
        Some(Amount::Date(date)) => Some(date),
        _ => None,
    };
    let (from, to) = match value.kind {
        QuantityKind::Date => (date(value.value), date(value.value)),
        QuantityKind::Period => (date(value.low), date(value.high)),
        _ => return [const { Cell::Empty }; 3],
    };
    let text = match (from, to) {
        (Some(only), Some(_)) if value.kind == QuantityKind::Date => only.to_string(),
        _ => {
            let end = |date: Option<CalendarDate>| date.map_or_else(|| "..".to_owned(), |date| date.to_string());
            format!("{}/{}", end(from), end(to))
        }
    };
    [text.into(), first_day(from, value.bound).into(), last_day(to, value.bound).into()]
}

/// The first day of what begins with a date; what comes after it begins on the next day.
fn first_day(from: Option<CalendarDate>, bound: Option<Bound>) -> Option<Date> {
    match bound {
        Some(Bound::Gt) => from?.last_day()?.tomorrow().ok(),
        _ => from?.first_day(),
    }
}

/// The last day of what ends with a date; what comes before it ends on the day before.
fn last_day(to: Option<CalendarDate>, bound: Option<Bound>) -> Option<Date> {
    match bound {
        Some(Bound::Lt) => to?.first_day()?.yesterday().ok(),
        _ => to?.last_day(),
    }
}
