//! The unit that the head of a column names: `价格（$/GPU/年）`, `营收（亿美元）`, `Latency (ms)`.
//!
//! What stands in the head is what would stand around a number, so it is read with one: `亿美元` as `1亿美元`.

use super::find;
use crate::excerpt::Excerpt as _;
use crate::record::{Amount, QuantityKind, Value};

/// The longest bracket, in characters, that could be a unit.
const LENGTH: usize = 20;

/// A unit and what the numbers under it are multiplied by.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct HeaderUnit {
    value: Value,
    scale: f64,
}

/// The unit in the bracket that a head ends with.
pub(crate) fn unit(head: &str) -> Option<HeaderUnit> {
    let inner = head.trim().strip_suffix([')', '）'])?;
    let (_, inner) = inner.rsplit_once(['(', '（'])?;
    let inner = inner.trim().trim_start_matches("单位").trim_start_matches([':', '：']).trim();
    let is_short = !inner.is_empty() && inner.chars().count() <= LENGTH && !inner.bytes().any(|byte| byte.is_ascii_digit());
    is_short
        .then(|| {
            (0..=inner.len())
                .filter(|&at| inner.is_char_boundary(at))
                .find_map(|at| with_number(inner.part(..at), inner.part(at..)))
        })
        .flatten()
}

/// What a unit says of the number that stands between its two parts.
fn with_number(before: &str, after: &str) -> Option<HeaderUnit> {
    let joint = if before.ends_with(|c: char| c.is_ascii_alphabetic()) || after.starts_with(' ') { " " } else { "" };
    let text = format!("{before}{joint}1{after}");
    let [mention] = &find(&text)[..] else { return None };
    let value = &mention.value;
    let scale = value.value.and_then(Amount::number)?;
    let says = value.unit.is_some() || value.currency.is_some() || scale > 1.0;
    let is_whole = mention.range == (0..text.len()) && says && value.bound.is_none();
    is_whole.then(|| HeaderUnit { value: value.clone(), scale })
}

impl HeaderUnit {
    /// The unit as a column shows it.
    pub fn name(&self) -> String {
        name_of(&self.value).unwrap_or_default()
    }

    /// A cell's value in this unit, where it has none of its own. The scale of the head (亿, bn) holds for amounts with a
    /// currency of their own too, but not for a number with a scale of its own: 1.5万 below 万元 is 15,000.
    pub fn lend(&self, value: Value, text: &str) -> Value {
        let is_number = value.kind == QuantityKind::Number && value.unit.is_none();
        let is_amount = value.kind == QuantityKind::Money && self.takes(&value);
        if !is_number && !is_amount {
            return value;
        }
        let scale = if is_as_written(&value, text) { self.scale } else { 1.0 };
        let lent = |amount: Option<Amount>| match amount {
            Some(Amount::Number(number)) => Some(Amount::Number(scaled(number, scale))),
            other => other,
        };
        let scaled = Value { value: lent(value.value), low: lent(value.low), high: lent(value.high), ..value };
        if is_amount {
            return scaled;
        }
        Value {
            kind: self.value.kind,
            unit: self.value.unit.clone(),
            currency: self.value.currency,
            per: scaled.per.or_else(|| self.value.per.clone()),
            ..scaled
        }
    }

    /// Whether an amount may stand below this head: it names the same currency, or a scale alone.
    fn takes(&self, amount: &Value) -> bool {
        self.value.unit.is_none() && self.value.currency.is_none_or(|currency| amount.currency == Some(currency))
    }
}

/// Whether a value is the number that stands in its text, with nothing that multiplies it.
fn is_as_written(value: &Value, text: &str) -> bool {
    let Some(number) = value.value.or(value.low).or(value.high).and_then(Amount::number) else { return false };
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let Some(start) = text.find(|c: char| c.is_ascii_digit()) else { return false };
    let rest = text.part(start..);
    let digits = rest.part(..rest.find(|c| !is_part(c)).unwrap_or(rest.len())).replace(',', "");
    digits.trim_end_matches('.').parse::<f64>().is_ok_and(|written| written == number.abs())
}

/// A number times a power of ten, rounded once: 1.1 times 10⁸ is 110000000.
fn scaled(number: f64, scale: f64) -> f64 {
    if scale == 1.0 { number } else { format!("{number}e{}", scale.log10().round()).parse().unwrap_or(number * scale) }
}

/// The unit of a value in one word: its currency or unit, and what it is counted by.
pub(crate) fn name_of(value: &Value) -> Option<String> {
    let unit = value.currency.or(value.unit.as_deref())?;
    Some(match &value.per {
        Some(per) => format!("{unit}/{per}"),
        None => unit.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_name_units() {
        for (head, name, scale) in [
            ("价格（$/GPU/年）", "USD/GPU/year", 1.0),
            ("营收（亿美元）", "USD", 1e8),
            ("Revenue ($B)", "USD", 1e9),
            ("Revenue (USD million)", "USD", 1e6),
            ("Latency (ms)", "ms", 1.0),
            ("份额 (%)", "%", 1.0),
            ("带宽（GB/s）", "GB/s", 1.0),
            ("金额（单位：万元）", "CNY", 1e4),
        ] {
            let unit = unit(head).unwrap_or_else(|| panic!("{head}"));
            assert_eq!((unit.name().as_str(), unit.scale), (name, scale), "{head}");
        }
        let lent = |head: &str, cell: &str| {
            let value = find(cell).swap_remove(0).value;
            let lent = unit(head).unwrap().lend(value, cell);
            (lent.value.and_then(Amount::number).unwrap(), lent.currency)
        };
        for (head, cell, number, currency) in [
            ("Rev ($bn)", "71.0", 71e9, Some("USD")),
            ("Rev ($bn)", "$71.0", 71e9, Some("USD")),
            ("Automotive (bn)", "$71.0", 71e9, Some("USD")),
            ("收入（百万）", "¥8", 8e6, Some("CNY")),
            ("Capex (€m)", "$4", 4.0, Some("USD")),
            ("价格（万元）", "1.5万", 15e3, Some("CNY")),
            ("市值（亿美元）", "3.5", 35e7, Some("USD")),
            ("Units (k)", "12k", 12e3, None),
            ("市值（亿美元）", "$3.5万亿", 3.5e12, Some("USD")),
        ] {
            assert_eq!(lent(head, cell), (number, currency), "{cell} below {head}");
        }
        for head in ["H200", "2025（预测）", "Model (7B)", "Status", "产品（型号）", "说明（可选）"] {
            assert_eq!(unit(head), None, "{head}");
        }
    }
}
