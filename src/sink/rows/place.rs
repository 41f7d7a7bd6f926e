//! What every row begins with: the keys that say whose it is, and where its record stands.

use super::cell::{Cell, Row};
use super::column::{Column, code, date, integer, list, text};
use crate::record::{Briefing, CalendarDate, DatePart, Place};

/// The columns that every table but `files` begins with.
pub const KEYS: &[Column] = &[
    code("file", "path of the source file, as `source.path`"),
    code("briefing", "id of the briefing"),
    code("id", "id of the record"),
    text("title", "title of the briefing"),
    date("published", "date of the briefing; the first of the month where the text gives no day"),
    integer("line", "line of the record"),
];

/// Where a record stands.
pub(super) const PLACE: &[Column] = &[
    integer("start", "start of the span").within("bytes"),
    integer("end", "end of the span").within("bytes"),
    list("section", "headings above"),
];

/// The cells of [`KEYS`].
pub(super) fn keys<'r>(briefing: &'r Briefing, id: impl Into<Cell<'r>>, line: usize) -> Row<'r> {
    vec![
        (&briefing.source.path).into(),
        (&briefing.id).into(),
        id.into(),
        (&briefing.title).into(),
        day(briefing.metadata.published.as_deref()).into(),
        line.into(),
    ]
}

/// The cells of [`KEYS`] and [`PLACE`].
pub(super) fn placed<'r>(briefing: &'r Briefing, place: &'r Place) -> Row<'r> {
    let mut row = keys(briefing, &place.id, place.line);
    row.extend([place.span[0].into(), place.span[1].into(), Cell::list(&place.section)]);
    row
}

/// The first day of a date of the metadata, `2026-03-12` or `2026-03`.
fn day(published: Option<&str>) -> Option<jiff::civil::Date> {
    let mut parts = published?.split('-').map(|part| part.parse().ok());
    let (year, month, day): (Option<i16>, Option<i16>, Option<i16>) = (parts.next()?, parts.next()?, parts.next().flatten());
    let month = u8::try_from(month?).ok()?;
    let part = match day {
        Some(day) => DatePart::Day(month, u8::try_from(day).ok()?),
        None => DatePart::Month(month),
    };
    CalendarDate { year: year?, fiscal: false, part }.first_day()
}
