//! The numbers that dates are made of, and names of months.

use crate::lexicon::quantity::calendar::MONTHS;
use crate::lexicon::quantity::numeral::han_digit;
use crate::value::cursor::Cursor;

pub(super) fn month_name(cursor: Cursor<'_>, at: usize) -> Option<(u8, usize)> {
    MONTHS.after(cursor.after(at)).map(|(month, length)| (month, at + length))
}

/// The place behind `st`, `nd`, `rd`, `th`.
pub(super) fn ordinal_end(cursor: Cursor<'_>, end: usize) -> usize {
    let rest = cursor.after(end);
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|ending| rest.starts_with(ending)) && !cursor.is_word(end + 2);
    if is_ordinal { end + 2 } else { end }
}

/// A number of one or two digits.
pub(super) fn small(cursor: Cursor<'_>, at: usize) -> Option<(u8, usize)> {
    let (first, end) = cursor.digit(at)?;
    match cursor.digit(end) {
        None => Some((first, end)),
        Some((second, end)) if cursor.digit(end).is_none() => Some((first * 10 + second, end)),
        Some(_) => None,
    }
}

/// A number up to 39 in Han characters.
pub(super) fn han_small(cursor: Cursor<'_>, at: usize) -> Option<(u8, usize)> {
    let digit =
        |at: usize| cursor.at(at).and_then(han_digit).filter(|&digit| digit > 0).and_then(|digit| u8::try_from(digit).ok());
    let tens = digit(at);
    let ten_at = tens.map_or(at, |_| cursor.next(at));
    if cursor.at(ten_at) != Some('十') {
        return tens.map(|ones| (ones, ten_at));
    }
    let end = cursor.next(ten_at);
    let ones = digit(end);
    Some((tens.unwrap_or(1) * 10 + ones.unwrap_or(0), ones.map_or(end, |_| cursor.next(end)))).filter(|&(number, _)| number < 40)
}

pub(super) fn four_digits(cursor: Cursor<'_>, at: usize) -> Option<(i16, usize)> {
    let (mut year, mut end) = (0, at);
    for _ in 0..4 {
        let (digit, next) = cursor.digit(end)?;
        year = year * 10 + i16::from(digit);
        end = next;
    }
    (cursor.digit(end).is_none() && (1000..3000).contains(&year)).then_some((year, end))
}

pub(super) fn two_digits(cursor: Cursor<'_>, at: usize) -> Option<(i16, usize)> {
    let (tens, next) = cursor.digit(at)?;
    let (ones, end) = cursor.digit(next)?;
    let goes_on = matches!(cursor.at(end), Some('.' | ',')) && cursor.digit(cursor.next(end)).is_some();
    (cursor.digit(end).is_none() && !goes_on && cursor.at(end) != Some('%')).then_some((2000 + i16::from(tens * 10 + ones), end))
}

pub(super) fn any_year(cursor: Cursor<'_>, at: usize) -> Option<(i16, usize)> {
    four_digits(cursor, at).or_else(|| two_digits(cursor, at))
}

/// A year behind a day: `, 2018`, ` of 1995`, ` in 2020`.
pub(super) fn trailing_year(cursor: Cursor<'_>, end: usize) -> Option<(i16, usize)> {
    let mut at = cursor.blanks(end);
    if matches!(cursor.at(at), Some(',' | '.')) {
        at = cursor.blanks(cursor.next(at));
    }
    for joint in ["of ", "in "] {
        at += if cursor.after(at).starts_with(joint) { joint.len() } else { 0 };
    }
    four_digits(cursor, at).filter(|&(year, year_end)| at > end && (1000..2100).contains(&year) && !cursor.is_word(year_end))
}
