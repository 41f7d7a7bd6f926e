//! Values: every quantity of a briefing, in file order, with the sentence, item or table row that it stands in.

use std::ops::Range;

use super::Scope;
use crate::outline::{Kind, Origin, strip_ordinal};
use crate::record::{Place, RecordType, ValueRecord};
use crate::value::{self, Mention};

/// A piece of text that is searched for quantities.
pub(super) struct Passage<'a> {
    /// The line of outline that it belongs to.
    pub at: usize,
    pub text: &'a str,
    pub origin: &'a Origin,
    pub is_heading: bool,
    /// The cells of its row, for a cell.
    pub row: Option<&'a [String]>,
}

impl Passage<'_> {
    /// Where the text of a heading begins behind its number (`2.1 Background`).
    fn heading_number(&self) -> usize {
        if self.is_heading { self.text.len() - strip_ordinal(self.text).len() } else { 0 }
    }
}

/// Lists the quantities of a briefing, if they were asked for.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<ValueRecord> {
    if !scope.asked.contains(&RecordType::Values) {
        return Vec::new();
    }
    let mut values = Vec::new();
    let mut mentions = Vec::new();
    for passage in passages(scope) {
        mentions.clear();
        value::find_into(passage.text, &mut mentions);
        let number = passage.heading_number();
        for mention in mentions.drain(..).filter(|mention| mention.range.start >= number) {
            let Some(place) = place(scope, &passage, mention.range.clone()) else { continue };
            let text = passage.text[mention.range.clone()].to_owned();
            let context = context(&passage, &mention);
            values.push(ValueRecord { place, text, value: mention.value, context });
        }
    }
    values
}

/// The texts of a briefing: its lines and the cells of its tables.
pub(super) fn passages<'a>(scope: &'a Scope<'a>) -> impl Iterator<Item = Passage<'a>> {
    scope.lines.clone().flat_map(move |at| {
        let line = &scope.outline.lines[at];
        let own = line.is_prose().then_some(Passage {
            at,
            text: &line.text,
            origin: &line.origin,
            is_heading: line.heading().is_some(),
            row: None,
        });
        let table = match line.kind {
            Kind::Table(index) => Some(&scope.outline.tables[index]),
            _ => None,
        };
        let header = table.into_iter().map(|table| (&table.header, &table.header_origins));
        let rows = table.into_iter().flat_map(|table| table.rows.iter().map(|row| (&row.cells, &row.origins)));
        let cells = header.chain(rows).flat_map(move |(cells, origins)| {
            cells.iter().zip(origins).map(move |(text, origin)| Passage { at, text, origin, is_heading: false, row: Some(cells) })
        });
        own.into_iter().chain(cells)
    })
}

/// Where a part of a passage stands; none inside code.
pub(super) fn place(scope: &Scope<'_>, passage: &Passage<'_>, part: Range<usize>) -> Option<Place> {
    if passage.origin.is_inside_code(&part, passage.text.len()) {
        return None;
    }
    let span = passage.origin.of(part)?;
    let line = scope.source.line_at(span.start);
    Some(Place { id: String::new(), line, span: [span.start, span.end], section: scope.section(passage.at) })
}

/// The table row or the sentence around a mention.
fn context(passage: &Passage<'_>, mention: &Mention) -> String {
    if let Some(row) = passage.row {
        return row.join(" | ");
    }
    let text = passage.text;
    let is_end = |(at, c): &(usize, char)| match c {
        '。' | '！' | '？' | '；' => true,
        '.' | '!' | '?' => text[at + 1..].starts_with(' ') && !text[..*at].ends_with(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    let start = text[..mention.range.start].char_indices().rev().find(is_end).map_or(0, |(at, c)| at + c.len_utf8());
    let end = text[mention.range.end..].char_indices().map(|(at, c)| (at + mention.range.end, c)).find(is_end);
    text[start..end.map_or(text.len(), |(at, c)| at + c.len_utf8())].trim().to_owned()
}
