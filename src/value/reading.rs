//! From a number and its unit to what they mean.

use std::borrow::Cow;

use super::operand::Operand;
use super::range::Ends;
use crate::lexicon::quantity::unit::Unit;
use crate::record::{Amount, QuantityKind, Value};

/// What an operand, or the range that it begins, says.
pub(super) fn valued(first: &Operand, ends: Option<Ends>) -> Option<Value> {
    let mut value = Value::of(QuantityKind::Number);
    let (unit, currency) = ends.map_or((first.unit, first.currency), |ends| (ends.unit, ends.currency));
    classify(&mut value, unit, currency);
    let number = |number: f64| {
        // 8折 is 80 of a hundred, and so is 80折.
        let factor = if unit == Some(Unit::Tenths) && number.abs() <= 10.0 { 10.0 } else { 1.0 };
        Some(Amount::Number(number * factor))
    };
    match ends {
        Some(ends) => {
            value.low = number(ends.low);
            value.high = number(ends.high);
        }
        None => value.value = number(first.value()?),
    }
    Some(value)
}

pub(super) fn classify(value: &mut Value, unit: Option<Unit>, currency: Option<&'static str>) {
    if let Some(code) = currency {
        value.kind = QuantityKind::Money;
        value.currency = Some(code);
        return;
    }
    let (kind, unit) = match unit {
        None => (QuantityKind::Number, None),
        Some(Unit::Count(unit)) => (QuantityKind::Number, Some(unit)),
        Some(Unit::Time(unit)) => (QuantityKind::Duration, Some(unit)),
        Some(Unit::Measure(unit)) => (QuantityKind::Measure, Some(unit)),
        Some(Unit::Percent(unit)) => (QuantityKind::Percent, Some(unit)),
        Some(Unit::Tenths) => (QuantityKind::Percent, Some("%")),
        Some(Unit::Multiple) => (QuantityKind::Multiple, Some("multiple")),
    };
    value.kind = kind;
    value.unit = unit.map(Cow::Borrowed);
}

/// Whether a value may be counted by something. Percentages and bare numbers are counted by time only (0.4%/yr, 63/month).
pub(super) fn takes(value: &Value, per: &str) -> bool {
    match value.kind {
        QuantityKind::Ratio | QuantityKind::Rating | QuantityKind::Multiple => false,
        QuantityKind::Percent => is_time(per),
        _ => !is_bare(value) || is_time(per),
    }
}

/// Whether a value is a number and nothing else.
pub(super) fn is_bare(value: &Value) -> bool {
    value.kind == QuantityKind::Number && value.unit.is_none()
}

fn is_time(per: &str) -> bool {
    matches!(per, "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year")
}
