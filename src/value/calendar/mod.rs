//! Dates and periods: `2024年11月6日`, `Nov 18, 2014`, `2025 Q2-Q4`, `FY26 H1`, `2028+`, `after 2018`.
//!
//! A date is read as parts (a year, a quarter, a month and its day) of which some may be missing. Two of them around a dash
//! lend each other what they lack: `2025 Q2-Q4`, `May to Oct 2020`. A date that ends up without a year says nothing that
//! could be compared, and is passed over.

mod digits;
mod point;

use super::cursor::Cursor;
use super::mention::{Found, Mention};
use super::range;
use crate::excerpt::Excerpt as _;
use crate::lexicon::quantity::calendar::{EDGES, OPEN_AFTER, OPEN_BEFORE, OPEN_LOOKALIKES, Open};
use crate::record::{Amount, Bound, CalendarDate, DatePart, QuantityKind, Value};
use digits::{four_digits, han_small, small, trailing_year};
use point::point;

/// A date as far as it is written.
#[derive(Debug, Clone, Copy)]
struct Partial {
    year: Option<i16>,
    fiscal: bool,
    part: DatePart,
    /// Whether the year stands alone, so that only its place makes it one.
    is_bare: bool,
    end: usize,
}

impl Partial {
    fn date(self) -> Option<CalendarDate> {
        let date = CalendarDate { year: self.year?, fiscal: self.fiscal, part: self.part };
        is_real(date).then_some(date)
    }

    fn order(self) -> (Option<i16>, u8, u8) {
        let (month, day) = match self.part {
            DatePart::Year => (0, 0),
            DatePart::Half(half) => (half * 6 - 5, 0),
            DatePart::Quarter(quarter) => (quarter * 3 - 2, 0),
            DatePart::Month(month) => (month, 0),
            DatePart::Day(month, day) => (month, day),
        };
        (self.year, month, day)
    }
}

/// Whether a day is one of the calendar.
fn is_real(date: CalendarDate) -> bool {
    match date.part {
        DatePart::Month(month) => (1..=12).contains(&month),
        DatePart::Day(month, day) => i8::try_from(month)
            .is_ok_and(|month| i8::try_from(day).is_ok_and(|day| jiff::civil::Date::new(date.year, month, day).is_ok())),
        DatePart::Year | DatePart::Half(_) | DatePart::Quarter(_) => true,
    }
}

/// Reads the date that begins at a place.
pub(super) fn read(cursor: Cursor<'_>, start: usize, floor: usize) -> Option<Found> {
    if let Some(found) = decade(cursor, start) {
        return Some(found);
    }
    let first = point(cursor, start, floor)?;
    let found = match second(cursor, first, range::is_between(cursor, start, floor)) {
        Some(second) => between(first, second, start),
        None => alone(cursor, first, start, floor),
    };
    Some(found.unwrap_or(Found::Nothing(first.end)))
}

/// A lone date; what stands around it may leave an end open.
fn alone(cursor: Cursor<'_>, point: Partial, start: usize, floor: usize) -> Option<Found> {
    let date = point.date()?;
    let (open, start, end) = open_end(cursor, start, point.end, floor);
    let is_cut = cursor.is_word(end) || cursor.at(end) == Some('-') && cursor.digit(cursor.next(end)).is_some();
    if open.is_none() && point.is_bare && is_cut {
        return Some(Found::Nothing(cursor.token(end)));
    }
    let date = Some(Amount::Date(date));
    let value = match open {
        None => Value { value: date, ..Value::of(QuantityKind::Date) },
        // After a year is from the next one on; Chinese 后 often means the year too.
        Some(Open::Onward { with: false }) if end == point.end && date_is_year(point) => {
            let next = CalendarDate { year: point.year? + 1, fiscal: point.fiscal, part: DatePart::Year };
            Value { low: Some(Amount::Date(next)), ..Value::of(QuantityKind::Period) }
        }
        Some(Open::Onward { with }) => {
            Value { low: date, bound: Some(if with { Bound::Ge } else { Bound::Gt }), ..Value::of(QuantityKind::Period) }
        }
        Some(Open::Until { with }) => {
            Value { high: date, bound: Some(if with { Bound::Le } else { Bound::Lt }), ..Value::of(QuantityKind::Period) }
        }
    };
    Some(Found::Mention(Mention { range: start..end, value }))
}

fn date_is_year(point: Partial) -> bool {
    point.part == DatePart::Year
}

fn open_end(cursor: Cursor<'_>, start: usize, end: usize, floor: usize) -> (Option<Open>, usize, usize) {
    let behind = cursor.blanks(end);
    let after = OPEN_AFTER.after(cursor.after(behind)).filter(|_| OPEN_LOOKALIKES.after(cursor.after(behind)).is_none());
    if let Some((open, length)) = after
        && !(cursor.at(behind) == Some('+') && cursor.is_word(cursor.next(behind)))
    {
        return (Some(open), start, behind + length);
    }
    let ahead = cursor.blanks_before(start, floor);
    if let Some((open, length)) = OPEN_BEFORE.before(cursor.text.part(floor..ahead)) {
        return (Some(open), ahead - length, end);
    }
    (None, start, end)
}

/// The other end of a period, behind a dash or a word for one.
fn second(cursor: Cursor<'_>, first: Partial, between: bool) -> Option<Partial> {
    if cursor.at(first.end) == Some('/')
        && let Some(season) = short_year(cursor, first, cursor.next(first.end), false)
        && season.year == first.year.map(|year| year + 1)
    {
        return Some(season);
    }
    let (is_word, at) = range::separator(cursor, first.end, true)?;
    if let Some(short) = short_year(cursor, first, at, is_word) {
        return Some(short);
    }
    let at = EDGES.after(cursor.after(at)).map_or(at, |(_, length)| cursor.blanks(at + length));
    let mut second = point(cursor, at, at).or_else(|| lone_part(cursor, first, at))?;
    if second.year.is_some_and(|year| first.year.is_some_and(|first| year < first)) {
        return None;
    }
    second.fiscal |= first.fiscal && second.year.is_none();
    // 和 and “and” make a period only where something says so.
    let closing = range::closing(cursor, second.end);
    second.end = closing.unwrap_or(second.end);
    let is_announced = between || closing.is_some() || range::separator(cursor, first.end, false).is_some();
    is_announced.then_some(second)
}

/// `2024-25`, `2025/26`, `FY25-27`: the last two digits of a later year.
fn short_year(cursor: Cursor<'_>, first: Partial, at: usize, is_word: bool) -> Option<Partial> {
    let year = first.year.filter(|_| first.part == DatePart::Year && !is_word)?;
    let end = cursor.digits(at);
    let (tens, next) = cursor.digit(at)?;
    let (ones, behind) = cursor.digit(next)?;
    let later = year - year % 100 + i16::from(tens * 10 + ones);
    let is_year =
        behind == end && !cursor.is_word(end) && (1..=10).contains(&(later - year)) && (first.fiscal || later % 100 > 12);
    let end = if cursor.at(end) == Some('年') { cursor.next(end) } else { end };
    (is_year && cursor.at(end) != Some('%') && cursor.at(end) != Some('.')).then_some(Partial { year: Some(later), end, ..first })
}

/// The rest of a date whose month the first one names: `2019年6月1日-12日`, `Nov 18-20`.
fn lone_part(cursor: Cursor<'_>, first: Partial, at: usize) -> Option<Partial> {
    let (number, end) = small(cursor, at).or_else(|| han_small(cursor, at).filter(|&(_, end)| cursor.at(end) == Some('日')))?;
    match first.part {
        DatePart::Day(month, _) if (1..=31).contains(&number) && !cursor.is_word(end) => {
            let end = if cursor.at(end) == Some('日') { cursor.next(end) } else { end };
            let year = trailing_year(cursor, end);
            Some(Partial {
                year: year.map(|(year, _)| year),
                fiscal: false,
                part: DatePart::Day(month, number),
                is_bare: false,
                end: year.map_or(end, |(_, end)| end),
            })
        }
        _ => None,
    }
}

fn between(mut first: Partial, mut second: Partial, start: usize) -> Option<Found> {
    first.year = first.year.or(second.year);
    second.year = second.year.or(first.year);
    first.fiscal |= second.fiscal;
    second.fiscal |= first.fiscal;
    if first.order() > second.order() {
        return None;
    }
    let (low, high) = (Some(Amount::Date(first.date()?)), Some(Amount::Date(second.date()?)));
    Some(Found::Mention(Mention { range: start..second.end, value: Value { low, high, ..Value::of(QuantityKind::Period) } }))
}

/// `1990s`, `the 1970's`: from its first year to its last.
fn decade(cursor: Cursor<'_>, start: usize) -> Option<Found> {
    let (year, end) = four_digits(cursor, start).filter(|(year, _)| year % 10 == 0 && (1900..2100).contains(year))?;
    let rest = cursor.after(end);
    let length = ["s", "'s", "’s", " s"].iter().find(|sign| rest.starts_with(**sign)).map(|sign| sign.len())?;
    let whole = |year| Some(Amount::Date(CalendarDate { year, fiscal: false, part: DatePart::Year }));
    let value = Value { low: whole(year), high: whole(year + 9), ..Value::of(QuantityKind::Period) };
    (!cursor.is_word(end + length)).then(|| Found::Mention(Mention { range: start..end + length, value }))
}
