//! One date, in the forms that analysts write: year first, part first, month first, day first.

use super::Partial;
use super::digits::{any_year, four_digits, han_small, month_name, ordinal_end, small, trailing_year, two_digits};
use crate::excerpt::Excerpt as _;
use crate::lexicon::quantity::calendar::{FISCAL_AFTER, FISCAL_BEFORE, OPEN_LOOKALIKES, PARTS, YearPart};
use crate::lexicon::quantity::numeral::han_digit;
use crate::record::DatePart;
use crate::value::cursor::Cursor;
use crate::value::range;

/// One date.
pub(super) fn point(cursor: Cursor<'_>, at: usize, floor: usize) -> Option<Partial> {
    let byte = *cursor.text.as_bytes().get(at)?;
    if byte.is_ascii_alphabetic() {
        return financial_year(cursor, at).or_else(|| part_first(cursor, at)).or_else(|| month_first(cursor, at));
    }
    if cursor.digit(at).is_some() {
        let end = cursor.digits(at);
        let digits = if byte == 0xEF { (end - at) / 3 } else { end - at };
        return match digits {
            4 => year_first(cursor, at, floor),
            8 => compact(cursor, at),
            1 | 2 => part_first(cursor, at).or_else(|| small_first(cursor, at)),
            _ => None,
        };
    }
    han_year(cursor, at)
}

/// A year and what follows it.
fn year_first(cursor: Cursor<'_>, at: usize, floor: usize) -> Option<Partial> {
    let (year, end) = four_digits(cursor, at)?;
    let fiscal = FISCAL_BEFORE.before(cursor.text.part(floor..cursor.blanks_before(at, floor))).is_some();
    after_year(cursor, year, end, fiscal)
}

/// `二零二五年`.
fn han_year(cursor: Cursor<'_>, at: usize) -> Option<Partial> {
    let (mut year, mut end) = (0, at);
    for _ in 0..4 {
        year = year * 10 + i16::try_from(cursor.at(end).and_then(han_digit)?).ok()?;
        end = cursor.next(end);
    }
    (cursor.at(end) == Some('年') && (1000..3000).contains(&year)).then(|| after_year(cursor, year, end, false)).flatten()
}

fn after_year(cursor: Cursor<'_>, year: i16, end: usize, fiscal: bool) -> Option<Partial> {
    let whole = Partial { year: Some(year), fiscal, part: DatePart::Year, is_bare: true, end };
    let behind = cursor.blanks(end);
    if let Some((_, length)) = FISCAL_AFTER.after(cursor.after(behind)) {
        return Some(with_part(cursor, Partial { fiscal: true, is_bare: false, end: behind + length, ..whole }));
    }
    if cursor.at(behind) == Some('年') {
        let end = cursor.next(behind);
        return Some(
            han_month(cursor, whole, end).unwrap_or_else(|| with_part(cursor, Partial { is_bare: false, end, ..whole })),
        );
    }
    numeric(cursor, whole).or_else(|| named_month(cursor, whole)).or_else(|| {
        let point = with_part(cursor, whole);
        if point.end != whole.end {
            return Some(point);
        }
        // 1900K is a number, whatever it begins like.
        estimate(cursor, whole).or_else(|| ((1900..2100).contains(&year) && !cursor.is_word(end)).then_some(whole))
    })
}

/// A part of the year behind it: `Q3`, `下半年`, `年底`.
fn with_part(cursor: Cursor<'_>, whole: Partial) -> Partial {
    let mut at = cursor.blanks(whole.end);
    if matches!(cursor.at(at), Some('-' | '/')) && matches!(cursor.at(cursor.next(at)), Some('q' | 'Q' | 'h' | 'H')) {
        at = cursor.next(at);
    }
    let part = PARTS.after(cursor.after(at));
    let other = OPEN_LOOKALIKES.after(cursor.after(at)).map_or(0, |(_, length)| length);
    let part = part.filter(|&(_, length)| length >= other && !has_own_year(cursor, at + length));
    match part {
        Some((YearPart::Half(half), length)) => Partial { part: DatePart::Half(half), is_bare: false, end: at + length, ..whole },
        Some((YearPart::Quarter(quarter), length)) => {
            Partial { part: DatePart::Quarter(quarter), is_bare: false, end: at + length, ..whole }
        }
        Some((YearPart::Edge, length)) if !whole.is_bare || cursor.after(at).starts_with('年') => {
            Partial { is_bare: false, end: at + length, ..whole }
        }
        _ => whole,
    }
}

/// Whether a part of a year is followed by the year that it belongs to: FY25/Q1'26.
fn has_own_year(cursor: Cursor<'_>, end: usize) -> bool {
    matches!(cursor.at(end), Some('\'' | '’')) && cursor.digit(cursor.next(end)).is_some()
}

/// `3月`, `11月6日`, `十二月`, `3-6月` behind a year or at the start.
pub(super) fn han_month(cursor: Cursor<'_>, whole: Partial, at: usize) -> Option<Partial> {
    let at = cursor.blanks(at);
    let (month, end) = small(cursor, at).or_else(|| han_small(cursor, at))?;
    let unit = cursor.blanks(end);
    if !matches!(cursor.at(unit), Some('月')) || !(1..=12).contains(&month) {
        return month_of_span(cursor, whole, month, end);
    }
    let end = cursor.next(unit);
    let point = Partial { part: DatePart::Month(month), is_bare: false, end, ..whole };
    let day = cursor.blanks(end);
    let Some((day, end)) = small(cursor, day).or_else(|| han_small(cursor, day)) else { return Some(point) };
    let unit = cursor.blanks(end);
    if !matches!(cursor.at(unit), Some('日' | '号')) {
        return Some(point);
    }
    Some(Partial { part: DatePart::Day(month, day), end: cursor.next(unit), ..point })
}

/// The first month of `2025年3-6月`.
fn month_of_span(cursor: Cursor<'_>, whole: Partial, month: u8, end: usize) -> Option<Partial> {
    let (_, at) = range::separator(cursor, end, false)?;
    let (last, last_end) = small(cursor, at)?;
    let is_span = cursor.at(last_end) == Some('月') && (1..=12).contains(&month) && (month + 1..=12).contains(&last);
    is_span.then_some(Partial { part: DatePart::Month(month), is_bare: false, end, ..whole })
}

/// `-11-06`, `/1/2`, `.04.01`, `-11` behind a year.
fn numeric(cursor: Cursor<'_>, whole: Partial) -> Option<Partial> {
    let mut at = cursor.blanks(whole.end);
    let separator = cursor.at(at).filter(|c| matches!(c, '-' | '/' | '.'))?;
    at = cursor.blanks(cursor.next(at));
    if let Some((month, end)) = month_name(cursor, at) {
        let point = Partial { part: DatePart::Month(month), is_bare: false, end, ..whole };
        let day = Some(end).filter(|&end| cursor.at(end) == Some(separator)).and_then(|end| small(cursor, cursor.next(end)));
        return Some(day.map_or(point, |(day, end)| Partial { part: DatePart::Day(month, day), end, ..point }));
    }
    let (month, end) = small(cursor, at)?;
    let width = end - at;
    if !(1..=12).contains(&month) {
        return None;
    }
    if cursor.at(end) == Some(separator) {
        let (day, end) = small(cursor, cursor.next(end))?;
        let end = clock(cursor, end);
        return (!cursor.is_word(end)).then_some(Partial { part: DatePart::Day(month, day), is_bare: false, end, ..whole });
    }
    let is_month = !cursor.is_word(end) && (separator == '/' || width >= 2) && !matches!(cursor.at(end), Some('%' | '年' | '个'));
    is_month.then_some(Partial { part: DatePart::Month(month), is_bare: false, end, ..whole })
}

/// The place behind a time of day that is glued to a date with a `T`.
fn clock(cursor: Cursor<'_>, at: usize) -> usize {
    let rest = cursor.after(at);
    if !(rest.starts_with('T') && rest.part(1..).starts_with(|c: char| c.is_ascii_digit())) {
        return at;
    }
    at + rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, ':' | '.' | '+'))).unwrap_or(rest.len())
}

/// `2016 june`, `2016 November`.
fn named_month(cursor: Cursor<'_>, whole: Partial) -> Option<Partial> {
    let at = cursor.blanks(whole.end);
    let (month, end) = (at > whole.end).then(|| month_name(cursor, at)).flatten()?;
    Some(Partial { part: DatePart::Month(month), is_bare: false, end, ..whole })
}

/// `2025E`, `2024A`: estimated and actual figures of a year.
fn estimate(cursor: Cursor<'_>, whole: Partial) -> Option<Partial> {
    let is_marked = matches!(cursor.at(whole.end), Some('E' | 'e' | 'A' | 'F')) && !cursor.is_word(cursor.next(whole.end));
    is_marked.then_some(Partial { is_bare: false, end: cursor.next(whole.end), ..whole })
}

/// `FY2025`, `FY26 H1`, `CY 2008`.
fn financial_year(cursor: Cursor<'_>, at: usize) -> Option<Partial> {
    let fiscal = match cursor.text.as_bytes().part(at..) {
        [b'F' | b'f', b'Y' | b'y', ..] => true,
        [b'C' | b'c', b'Y' | b'y', ..] => false,
        _ => return None,
    };
    let (year, end) = any_year(cursor, cursor.blanks(at + 2))?;
    let whole = Partial { year: Some(year), fiscal, part: DatePart::Year, is_bare: false, end };
    let point = with_part(cursor, whole);
    Some(if point.end == end { estimate(cursor, whole).unwrap_or(whole) } else { point })
}

/// A part of a year before the year, or without it: `Q3 2024`, `1H25`, `Q4`.
fn part_first(cursor: Cursor<'_>, at: usize) -> Option<Partial> {
    let (part, length) = PARTS.after(cursor.after(at)).or_else(|| glued_part(cursor, at))?;
    let part = match part {
        YearPart::Half(half) => DatePart::Half(half),
        YearPart::Quarter(quarter) => DatePart::Quarter(quarter),
        YearPart::Edge => return None,
    };
    let end = at + length;
    let blank = Partial { year: None, fiscal: false, part, is_bare: false, end };
    let mut next = cursor.blanks(end);
    for joint in ["of ", "'", "’", "-", "/", "FY", "CY"] {
        next += if cursor.after(next).starts_with(joint) { joint.len() } else { 0 };
        next = cursor.blanks(next);
    }
    let fiscal = cursor.text.part(end..next).contains("FY");
    let year = if next == cursor.blanks(end) {
        four_digits(cursor, next).or_else(|| two_digits(cursor, next).filter(|_| next == end))
    } else {
        any_year(cursor, next)
    };
    Some(year.map_or(blank, |(year, end)| Partial { year: Some(year), fiscal, end, ..blank }))
}

/// `1H25`, `3Q2026`: a part with the year glued to it.
fn glued_part(cursor: Cursor<'_>, at: usize) -> Option<(YearPart, usize)> {
    let [number @ b'1'..=b'4', letter, b'0'..=b'9', ..] = *cursor.text.as_bytes().part(at..) else { return None };
    match letter {
        b'H' | b'h' if number <= b'2' => Some((YearPart::Half(number - b'0'), 2)),
        b'Q' | b'q' => Some((YearPart::Quarter(number - b'0'), 2)),
        _ => None,
    }
}

/// A month by its name: `January 12, 2018`, `Nov 2016`, `Dec/2018`, `May`.
fn month_first(cursor: Cursor<'_>, at: usize) -> Option<Partial> {
    let (month, end) = month_name(cursor, at)?;
    let is_joint = |c: char| matches!(c, '/' | '-' | ',' | '\'' | '’');
    let mut next = cursor.blanks(end);
    if cursor.at(next).is_some_and(is_joint) {
        next = cursor.blanks(cursor.next(next));
    }
    next += [("of ", 3), ("the ", 4)]
        .iter()
        .filter(|(word, _)| cursor.after(next).starts_with(word))
        .map(|(_, length)| length)
        .sum::<usize>();
    if let Some((year, end)) = four_digits(cursor, next).filter(|&(_, end)| !cursor.is_word(end)) {
        return Some(Partial { year: Some(year), fiscal: false, part: DatePart::Month(month), is_bare: false, end });
    }
    let blank = Partial { year: None, fiscal: false, part: DatePart::Month(month), is_bare: false, end };
    let Some((day, end)) = small(cursor, next).filter(|_| next > end) else { return Some(blank) };
    let end = ordinal_end(cursor, end);
    if !(1..=31).contains(&day)
        || cursor.is_word(end)
        || matches!(cursor.at(end), Some('%' | '.' | ':')) && cursor.digit(cursor.next(end)).is_some()
        || cursor.at(end) == Some('%')
    {
        return Some(blank);
    }
    let part = DatePart::Day(month, day);
    let year = trailing_year(cursor, end);
    Some(Partial { part, year: year.map(|(year, _)| year), end: year.map_or(end, |(_, end)| end), ..blank })
}

/// `15 June 2016`, `5/1/2017`, `3/2015`, `16. Nov. 2016`, `11月6日`, `05-Aug-2016`.
fn small_first(cursor: Cursor<'_>, at: usize) -> Option<Partial> {
    let (first, end) = small(cursor, at)?;
    let blank = Partial { year: None, fiscal: false, part: DatePart::Year, is_bare: false, end };
    if let Some(point) = han_month(cursor, blank, at).filter(|point| !counts_months(cursor, at, point.end)) {
        return Some(point);
    }
    if let Some(point) = day_first(cursor, first, end) {
        return Some(point);
    }
    let joint = cursor.blanks(end);
    let separator = cursor.at(joint).filter(|c| matches!(c, '/' | '-' | '.'))?;
    let next = cursor.blanks(cursor.next(joint));
    if let Some((year, end)) = four_digits(cursor, next).filter(|&(_, end)| !cursor.is_word(end) && separator != '.') {
        let is_date = (1900..2100).contains(&year) && (1..=12).contains(&first) && cursor.at(end) != Some('-');
        return is_date.then_some(Partial { year: Some(year), part: DatePart::Month(first), end, ..blank });
    }
    let (second, end) = small(cursor, next)?;
    let year = Some(end).filter(|&end| cursor.at(end) == Some(separator)).and_then(|end| four_digits(cursor, cursor.next(end)));
    let year = year.or_else(|| Some(end).filter(|_| separator == '/').and_then(|end| trailing_year(cursor, end)));
    let Some((year, end)) = year else {
        // The first end of `5/1-5/7, 2020`; alone it has no year and says nothing.
        let is_span = separator == '/'
            && range::separator(cursor, end, false)
                .is_some_and(|(_, at)| small(cursor, at).is_some_and(|(_, end)| cursor.at(end) == Some('/')));
        return (is_span && first <= 12).then_some(Partial { part: DatePart::Day(first, second), end, ..blank });
    };
    // Points part day and month; strokes and dashes month and day, where that can be.
    let (month, day) = if separator == '.' || first > 12 { (second, first) } else { (first, second) };
    Some(Partial { year: Some(year), part: DatePart::Day(month, day), end, ..blank })
}

/// Whether 月 counts months rather than names one: it is multiplied, or bounded (6月+).
fn counts_months(cursor: Cursor<'_>, start: usize, end: usize) -> bool {
    cursor.text.part(..end).ends_with('月')
        && (matches!(cursor.before(start), Some('×' | '*')) || matches!(cursor.at(end), Some('+' | '×' | '*')))
}

/// A day before the name of its month: `4th of July, 1995`, `4 to 22 January, 1995` (its first end).
fn day_first(cursor: Cursor<'_>, day: u8, end: usize) -> Option<Partial> {
    let end = ordinal_end(cursor, end);
    let mut next = end;
    if matches!(cursor.at(next), Some('.' | '-' | '/')) {
        next = cursor.next(next);
    }
    next = cursor.blanks(next);
    next += if cursor.after(next).starts_with("of ") { 3 } else { 0 };
    if next == end || !(1..=31).contains(&day) {
        return None;
    }
    let Some((month, month_end)) = month_name(cursor, next) else {
        let (_, at) = range::separator(cursor, end, false)?;
        let (_, other) = small(cursor, at)?;
        let name = cursor.blanks(ordinal_end(cursor, other));
        let (month, _) = month_name(cursor, name).filter(|_| name > other)?;
        return Some(Partial { year: None, fiscal: false, part: DatePart::Day(month, day), is_bare: false, end });
    };
    let mut year_at = month_end;
    if matches!(cursor.at(year_at), Some('-' | '/')) {
        year_at = cursor.next(year_at);
    }
    let year = if year_at > month_end { four_digits(cursor, year_at) } else { trailing_year(cursor, month_end) };
    let part = DatePart::Day(month, day);
    Some(Partial {
        year: year.map(|(year, _)| year),
        fiscal: false,
        part,
        is_bare: false,
        end: year.map_or(month_end, |(_, end)| end),
    })
}

/// `20161016`.
fn compact(cursor: Cursor<'_>, at: usize) -> Option<Partial> {
    let digits: &str = cursor.text.get(at..at + 8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let (year, month, day) = (digits.part(..4).parse().ok()?, digits.part(4..6).parse().ok()?, digits.part(6..).parse().ok()?);
    let point = Partial { year: Some(year), fiscal: false, part: DatePart::Day(month, day), is_bare: false, end: at + 8 };
    ((1900..2100).contains(&year) && point.date().is_some() && !cursor.is_word(at + 8)).then_some(point)
}
