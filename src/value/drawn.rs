//! Ratings that are drawn: stars (`★★★★☆（4/5星）`) and bars (`████████░░ 80%`).
//!
//! Where the number stands beside the drawing, the two are one mention and the number is what counts.

use super::cursor::Cursor;
use super::mention::{Found, Mention};
use super::operand;
use super::proportion;
use crate::lexicon::quantity::unit::Unit;
use crate::record::{Amount, QuantityKind, Value};

/// The fewest cells that make a bar.
const BAR: usize = 3;
/// The stars that a rating has at least.
const STARS: usize = 5;

/// Reads the stars or the bar that begins at a place.
pub(super) fn read(cursor: Cursor<'_>, start: usize, floor: usize) -> Option<Found> {
    let is_star = |c| matches!(c, '★' | '☆' | '⭐' | '🌟');
    let is_cell = |c| matches!(c, '█' | '▓' | '▒' | '░' | '▉' | '▊' | '▋' | '▌' | '■' | '□' | '▰' | '▱');
    let first = cursor.at(start)?;
    if is_star(first) {
        stars(cursor, start, is_star)
    } else if is_cell(first) {
        bar(cursor, start, floor, is_cell)
    } else {
        None
    }
}

/// The run of drawn signs at a place: how many, how many of them full, and where it ends.
fn run(
    cursor: Cursor<'_>,
    start: usize,
    is_sign: impl Fn(char) -> bool,
    is_empty: impl Fn(char) -> bool,
) -> (usize, usize, usize) {
    let (mut at, mut total, mut full) = (start, 0, 0);
    while let Some(c) = cursor.at(at) {
        if is_sign(c) {
            total += 1;
            full += usize::from(!is_empty(c));
        } else if c != '\u{FE0F}' {
            break;
        }
        at = cursor.next(at);
    }
    (total, full, at)
}

fn rating(value: usize, scale: usize) -> Value {
    #[expect(clippy::cast_precision_loss, reason = "a count of drawn signs")]
    let value = Some(Amount::Number(value as f64));
    Value { value, per: Some(scale.to_string().into()), ..Value::of(QuantityKind::Rating) }
}

fn stars(cursor: Cursor<'_>, start: usize, is_star: impl Fn(char) -> bool) -> Option<Found> {
    let (total, full, end) = run(cursor, start, is_star, |c| c == '☆');
    let at = cursor.blanks(end);
    let (inner, closing) = if cursor.at(at) == Some('(') { (cursor.next(at), Some(')')) } else { (at, None) };
    if let Some(score) = score(cursor, inner) {
        let close = cursor.blanks(score.range.end);
        let is_closed = closing.is_none_or(|closing| cursor.at(close) == Some(closing));
        if is_closed {
            let end = if closing.is_some() { cursor.next(close) } else { score.range.end };
            return Some(Found::Mention(Mention { range: start..end, value: score.value }));
        }
    }
    // One star before words is decoration.
    Some(if total < 2 {
        Found::Nothing(end)
    } else {
        Found::Mention(Mention { range: start..end, value: rating(full, total.max(STARS)) })
    })
}

/// The score beside stars: `0.95/1.0`, `4/5星`.
fn score(cursor: Cursor<'_>, at: usize) -> Option<Mention> {
    cursor.digit(at)?;
    let operand = operand::read(cursor, at, at)?;
    match proportion::read(cursor, &operand)? {
        Found::Mention(mention) => Some(mention).filter(|mention| mention.value.kind == QuantityKind::Rating),
        Found::Nothing(_) => None,
    }
}

fn bar(cursor: Cursor<'_>, start: usize, floor: usize, is_cell: impl Fn(char) -> bool) -> Option<Found> {
    let (total, full, end) = run(cursor, start, is_cell, |c| matches!(c, '░' | '□' | '▱' | '▒'));
    if total < BAR {
        return Some(Found::Nothing(end));
    }
    let at = cursor.blanks(end);
    let percent = cursor.digit(at).and_then(|_| operand::read(cursor, at, floor.max(end)));
    if let Some(percent) = percent.filter(|operand| operand.unit == Some(Unit::Percent("%"))) {
        let value =
            Value { value: percent.value().map(Amount::Number), unit: Some("%".into()), ..Value::of(QuantityKind::Percent) };
        return Some(Found::Mention(Mention { range: start..percent.end, value }));
    }
    Some(Found::Mention(Mention { range: start..end, value: rating(full, total) }))
}
