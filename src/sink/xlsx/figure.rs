//! Cells of briefings' tables that a spreadsheet can count with: those that say one exact value and nothing else.

use jiff::civil::Date;

use super::number::{self, Form};
use super::unit::Unit;
use crate::excerpt::Excerpt as _;
use crate::record::{Amount, Cell, DatePart, Quantity, QuantityKind, Value};
use crate::value;

/// The digits that a number keeps in a spreadsheet.
const DIGITS: usize = 15;

/// What a cell is to a spreadsheet.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reading {
    /// Words.
    Text,
    /// A day.
    Day(Date),
    /// A number.
    Figure(Figure),
}

/// A number, its unit and its looks.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Figure {
    pub number: f64,
    pub unit: Unit,
    pub form: Form,
}

/// Reads a cell. Below a head that names a unit, a bare number is the number that stands there.
pub(super) fn read(cell: &Cell, head_has_unit: bool) -> Reading {
    let text = cell.text.trim();
    let Some(quantity) = cell.quantity.as_ref().filter(|quantity| says_all(quantity, text)) else { return Reading::Text };
    let bare = if head_has_unit { bare(text) } else { None };
    let value = bare.as_ref().unwrap_or(&quantity.value);
    match value.value {
        Some(Amount::Date(date)) if value.kind == QuantityKind::Date && matches!(date.part, DatePart::Day(..)) => {
            date.first_day().map_or(Reading::Text, Reading::Day)
        }
        // A year alone is a number to a spreadsheet, as an axis or to sort by.
        Some(Amount::Date(date)) if text.parse() == Ok(date.year) => {
            Reading::Figure(Figure { number: date.year.into(), unit: Unit::None, form: Form::default() })
        }
        Some(Amount::Number(amount)) if is_countable(value.kind) => {
            figure(text, amount, value).map_or(Reading::Text, Reading::Figure)
        }
        _ => Reading::Text,
    }
}

fn says_all(quantity: &Quantity, text: &str) -> bool {
    let value = &quantity.value;
    let is_one = value.low.is_none() && value.high.is_none();
    quantity.text == text && quantity.note.is_none() && is_one && !value.approx && value.bound.is_none()
}

/// The value of a text by itself, where it is a number without a unit, or an amount.
fn bare(text: &str) -> Option<Value> {
    let [mention] = &value::find(text)[..] else { return None };
    let value = &mention.value;
    let is_number = matches!(value.kind, QuantityKind::Number | QuantityKind::Money) && value.unit.is_none();
    let is_bare = mention.range == (0..text.len()) && is_number;
    is_bare.then(|| value.clone())
}

fn is_countable(kind: QuantityKind) -> bool {
    use QuantityKind::{Duration, Measure, Money, Multiple, Number, Percent};
    matches!(kind, Number | Money | Percent | Multiple | Measure | Duration)
}

fn figure(text: &str, amount: f64, value: &Value) -> Option<Figure> {
    let unit = Unit::of(value)?;
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    // 007 is a name, and what has more digits than a number keeps is one, too.
    let is_name = digits.len() > DIGITS || digits.len() > 1 && digits.starts_with('0') && !text.contains('.');
    if is_name {
        return None;
    }
    let percent = matches!(unit, Unit::Percent(_));
    let written = Form { percent, signed: text.starts_with(['+', '＋']), ..written(text, amount) };
    Some(Figure { number: if percent { number::hundredth(amount) } else { amount }, unit, form: written })
}

/// Thousands and decimals as they are written, or where the number is multiplied out, as it has them.
fn written(text: &str, amount: f64) -> Form {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
    let rest = text.part(start..);
    let run = rest.part(..rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
    let plain = run.replace(',', "");
    if plain.parse::<f64>().is_ok_and(|number| number == amount.abs()) {
        let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        return Form { grouped: run.contains(','), decimals, ..Form::default() };
    }
    Form { grouped: true, decimals: number::decimals(amount), ..Form::default() }
}
