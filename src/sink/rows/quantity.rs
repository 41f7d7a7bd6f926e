//! Quantities as columns: the same ones wherever a row has a quantity.

use super::number;
use crate::record::{Bound, Quantity, QuantityKind, Value};

/// The columns of one quantity.
pub(super) const VALUE: [&str; 9] = ["kind", "value", "low", "high", "unit", "currency", "approx", "bound", "per"];

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
