//! A quantity: a number, an amount of money, a date … as it is written and as it is meant.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use super::CalendarDate;

/// A quantity read from a text.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Quantity {
    /// The mention as written, with its sign, currency, bound and unit.
    pub text: String,
    /// What it means.
    #[serde(flatten)]
    pub value: Value,
    /// What trails it in a cell (`company guidance`).
    pub note: Option<String>,
}

/// What a mention means. Either `value` is given or an end of a range.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Value {
    /// What kind of quantity it is.
    pub kind: QuantityKind,
    /// The number, multiplied out, or the date; null for a range.
    pub value: Option<Amount>,
    /// The lower end of a range; null where it is open.
    pub low: Option<Amount>,
    /// The upper end of a range; null where it is open.
    pub high: Option<Amount>,
    /// The unit: `GB/s`, `month`, `%`, a measure word.
    pub unit: Option<Cow<'static, str>>,
    /// ISO 4217.
    pub currency: Option<&'static str>,
    /// Whether the text says that it is not exact (约, ~, 左右).
    pub approx: bool,
    /// Whether the text makes it a bound.
    pub bound: Option<Bound>,
    /// The denominator: `GPU/year`, `片`; of a rating its scale.
    pub per: Option<Cow<'static, str>>,
}

impl Value {
    /// A value of a kind that says nothing yet.
    pub(crate) const fn of(kind: QuantityKind) -> Self {
        Self { kind, value: None, low: None, high: None, unit: None, currency: None, approx: false, bound: None, per: None }
    }
}

/// A kind of quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum QuantityKind {
    /// A bare number or a number of things counted; its measure word is the unit.
    Number,
    /// An amount of money.
    Money,
    /// Percent, percentage points (`pp`) or basis points (`bp`), in points: 62% is 62.
    Percent,
    /// So many times something else.
    Multiple,
    /// A span of time.
    Duration,
    /// A day, month, quarter, half or year.
    Date,
    /// From one date to another; either end may be open.
    Period,
    /// A number with a unit of measurement.
    Measure,
    /// A fraction or a proportion: 3.2:1 is 3.2, 2/3 is 0.667.
    Ratio,
    /// Points or stars on a scale; `per` is the scale.
    Rating,
}

impl QuantityKind {
    /// The name used in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Multiple => "multiple",
            Self::Duration => "duration",
            Self::Date => "date",
            Self::Period => "period",
            Self::Measure => "measure",
            Self::Ratio => "ratio",
            Self::Rating => "rating",
        }
    }
}

/// What a bound says of the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bound {
    /// More than it.
    Gt,
    /// It or more.
    Ge,
    /// Less than it.
    Lt,
    /// It or less.
    Le,
}

impl Bound {
    /// The name used in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gt => "gt",
            Self::Ge => "ge",
            Self::Lt => "lt",
            Self::Le => "le",
        }
    }
}

/// A number or a date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// A finite number.
    Number(f64),
    /// A point in time.
    Date(CalendarDate),
}

impl Amount {
    /// The number, if it is one.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Date(_) => None,
        }
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) if number.abs() >= 1e21 => write!(f, "{number:e}"),
            Self::Number(number) => number.fmt(f),
            Self::Date(date) => date.fmt(f),
        }
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serialize_number(number, serializer),
            Self::Date(date) => serializer.collect_str(date),
        }
    }
}

/// By hand, as it is written by hand: a number or the text of a date, not an object with the name of a variant.
impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A number, or a date as exact as the text gives it: `2025`, `2025-H1`, `2025-Q3`, `2025-11`, \
                            `2025-11-12`, `FY2025`.",
            "type": ["number", "string"],
            "pattern": "^(FY)?[0-9]{4}(-(H[12]|Q[1-4]|[0-9]{2}(-[0-9]{2})?))?$",
        })
    }
}

/// Writes a number, a whole one without a decimal point.
pub(super) fn serialize_number<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    /// Whole numbers up to here are exact.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() <= EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "whole and within the exact range")]
        return serializer.serialize_i64(*number as i64);
    }
    serializer.serialize_f64(*number)
}
