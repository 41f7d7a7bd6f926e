//! Coverage: how much of a file stands in a record, and what does not.
//!
//! It is how one sees what is missed. A line counts as read where a record or the metadata own it, where it is the row of a
//! table, and where it is a heading, a bold line or a label that names what stands below it. Values, changes and links own no
//! line: they are parts of one. Prose that carries no record is fine; an unread list or fence is a record type that is missing.

use serde::Serialize;

use super::read;
use crate::excerpt::Excerpt as _;
use crate::outline::{Kind, Outline};
use crate::record::RecordType;
use crate::source::Source;

/// How much of a file was read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Coverage {
    /// Lines of the file that hold text: no blank lines, rules, fence marks or front matter.
    pub content: usize,
    /// Those of them that were read.
    pub read: usize,
    /// Those of them that only the record type for what is left of the lists has read.
    pub points: usize,
    /// The runs of lines that were not, longest first.
    pub unread: Vec<UnreadRun>,
}

/// Neighbouring lines that no record owns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct UnreadRun {
    /// The 1-based line of the file on which it begins.
    pub first: usize,
    /// The line on which it ends.
    pub last: usize,
    /// How many lines with text it has.
    pub lines: usize,
    /// The text it begins with.
    pub text: String,
}

impl Coverage {
    /// The share of the lines that were read; 1 for a file without text.
    pub fn share(&self) -> f64 {
        if self.content == 0 { 1.0 } else { self.read as f64 / self.content as f64 }
    }
}

/// Measures how much of a file its records hold. A file without a briefing holds nothing to read.
pub fn coverage(source: &Source) -> Coverage {
    let outline = Outline::of(source);
    let (document, owned) = read(source, &outline, &RecordType::usual());
    let mut coverage = Coverage { content: 0, read: 0, points: 0, unread: Vec::new() };
    if document.briefings.is_empty() {
        return coverage;
    }
    let mut is_open = false;
    for ((at, line), &is_owned) in outline.lines.iter().enumerate().zip(&owned) {
        let names = line.is_lead() && (line.heading().is_some() || outline.children(at).next().is_some());
        let is_read = is_owned || names || matches!(line.kind, Kind::Table(_));
        let last = source.line_at(last_byte(&outline, at));
        let lines = text_lines(source, line.number, last);
        coverage.content += lines;
        if is_read {
            coverage.read += lines;
        } else if let Some(run) = coverage.unread.last_mut().filter(|_| is_open) {
            run.last = last;
            run.lines += lines;
        } else {
            coverage.unread.push(UnreadRun { first: line.number, last, lines, text: line.text.clone() });
        }
        is_open = !is_read;
    }
    let points = document.briefings.iter().flat_map(|briefing| &briefing.records.points);
    coverage.points =
        points.map(|point| text_lines(source, point.place.line, source.line_at(point.place.span[1].saturating_sub(1)))).sum();
    coverage.unread.sort_by_key(|run| (std::cmp::Reverse(run.lines), run.first));
    coverage
}

/// The last byte of a line of the outline; of a table, that of its last row.
fn last_byte(outline: &Outline, at: usize) -> usize {
    let line = &outline.lines[at];
    let end = match line.kind {
        Kind::Table(index) => outline.tables.get(index).map_or(line.span.end, |table| table.span.end),
        _ => line.span.end,
    };
    end.saturating_sub(1).max(line.span.start)
}

/// How many lines of the file hold text, from one to another.
fn text_lines(source: &Source, first: usize, last: usize) -> usize {
    (first..=last).filter(|&line| source.text.part(source.line_range(line)).contains(|c: char| c.is_alphanumeric())).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_nobody_reads_are_found() {
        let text = "# T\n\n**Date:** 2026-01-02\n**Source:** N\n\n## A\n\nProse that says nothing.\nMore of it.\n\n- an item\n  - and one below\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nThe end.\n";
        let found = coverage(&Source::decode("t.md", text.as_bytes()).unwrap());
        assert_eq!((found.content, found.read, found.points), (11, 8, 2));
        let runs: Vec<_> = found.unread.iter().map(|run| (run.first, run.last, run.lines)).collect();
        assert_eq!(runs, [(8, 9, 2), (18, 18, 1)]);
    }
}
