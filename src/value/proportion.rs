//! Two numbers around a stroke or a colon: scores, fractions, proportions: `0.95/1.0`, `4/5星`, `2/3`, `3.2:1`.

use super::cursor::Cursor;
use super::mention::{Found, Mention};
use super::number::{self, Number};
use super::operand::Operand;
use crate::record::{Amount, QuantityKind, Value};

/// What a rating may be out of; one only where it is written as `1.0`, for halves are fractions.
const SCALES: [f64; 3] = [5.0, 10.0, 100.0];
/// Words behind a rating.
const POINTS: [&str; 6] = ["星", "分", "颗星", " stars", " points", "⭐"];

/// Reads what a bare number begins, if a stroke or a colon and another number follow.
pub(super) fn read(cursor: Cursor<'_>, first: &Operand) -> Option<Found> {
    let is_bare = first.end == first.number.end && first.currency.is_none() && !first.is_open;
    let joint = cursor.at(first.end).filter(|c| is_bare && matches!(c, '/' | ':'))?;
    let next = cursor.next(first.end);
    let second = cursor.digit(next).and_then(|_| number::read(cursor, next))?;
    if joint == ':' {
        return proportion(cursor, first, second);
    }
    let points = POINTS.iter().find(|word| cursor.after(second.end).starts_with(**word)).map_or(0, |word| word.len());
    if points == 0 && (cursor.is_word(second.end) || matches!(cursor.at(second.end), Some('%' | '万' | '亿' | '月'))) {
        return None;
    }
    let (part, whole) = (first.number.decimal.value()?, second.decimal.value()?);
    let start = first.number.start;
    let is_unit_scale = whole == 1.0 && second.fraction > 0;
    let is_scale = SCALES.contains(&whole) && part != 1.0 || points > 0 || is_unit_scale;
    if is_scale && part <= whole {
        let value =
            Value { value: Some(Amount::Number(part)), per: Some(format!("{whole}").into()), ..Value::of(QuantityKind::Rating) };
        return Some(Found::Mention(Mention { range: start..second.end + points, value }));
    }
    let is_fraction =
        first.number.whole().is_some() && second.whole().is_some() && part < whole && (whole < 10.0 || part == 1.0) && part > 0.0;
    Some(match is_fraction {
        true => Found::Mention(Mention {
            range: start..second.end,
            value: Value { value: Some(Amount::Number(part / whole)), ..Value::of(QuantityKind::Ratio) },
        }),
        // Alternatives (16/32), parts of an identifier: each of them is looked at by itself.
        false => return None,
    })
}

/// `3.2:1`.
fn proportion(cursor: Cursor<'_>, first: &Operand, second: Number) -> Option<Found> {
    let (a, b) = (first.number.decimal.value()?, second.decimal.value()?);
    let is_proportion = first.number.digits <= 3 && second.digits <= 3 && b > 0.0 && !cursor.is_word(second.end);
    is_proportion.then(|| {
        Found::Mention(Mention {
            range: first.number.start..second.end,
            value: Value { value: Some(Amount::Number(a / b)), ..Value::of(QuantityKind::Ratio) },
        })
    })
}
