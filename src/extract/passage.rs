//! The texts of a briefing, line by line and cell by cell, for what may stand anywhere in them: quantities, changes, links.

use std::ops::Range;

use super::Scope;
use crate::outline::{Link, Origin};
use crate::record::Place;

/// A line or a cell.
pub(super) struct Passage<'a> {
    /// The line of outline that it belongs to.
    pub at: usize,
    pub text: &'a str,
    pub origin: &'a Origin,
    pub is_heading: bool,
    /// The links in it.
    pub links: &'a [Link],
    /// The cells of its row, for a cell.
    pub row: Option<&'a [String]>,
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
            links: &line.links,
            row: None,
        });
        let table = scope.outline.table(at);
        let header = table.into_iter().map(|table| (&table.header, &table.header_origins, &table.header_links));
        let rows = table.into_iter().flat_map(|table| table.rows.iter().map(|row| (&row.cells, &row.origins, &row.links)));
        let cells = header.chain(rows).flat_map(move |(cells, origins, links)| {
            let parts = cells.iter().zip(origins).zip(links);
            parts.map(move |((text, origin), links)| Passage { at, text, origin, is_heading: false, links, row: Some(cells) })
        });
        own.into_iter().chain(cells)
    })
}

impl Passage<'_> {
    /// Where a part of it stands; none inside code.
    pub fn place(&self, scope: &Scope<'_>, part: Range<usize>) -> Option<Place> {
        if self.origin.is_inside_code(&part, self.text.len()) {
            return None;
        }
        let span = self.origin.of(part)?;
        let line = scope.source.line_at(span.start);
        Some(Place { id: String::new(), line, span: [span.start, span.end], section: scope.section(self.at) })
    }
}
