//! Text tables: aligned columns inside a fence.
//!
//! ```text
//! Metric       H200      MI300
//! Memory       141GB     192GB
//! Bandwidth    4.8TB/s   5.3TB/s
//! ```
//!
//! A header row and at least two rows below it, their cells parted by two blanks or more, or by bars, boxes included
//! ([`split`] takes a line apart, [`judge`] says what may be a header or a row). Where a cell is so long that a single blank
//! parts it from the next, the other rows say where that one begins. Rows may lack cells, which is reported; a row with more
//! of them than the header ends the table. Lists without a header, logs, listings of folders, columns of labelled values (`年1: 60  年2: 65`), sentences
//! with two blanks between them, code with comments beside it, trees and side-by-side drawings are none.

mod judge;
mod split;

use std::ops::Range;

use super::table::{grid, ragged};
use super::{Scope, fence};
use crate::excerpt::Excerpt as _;
use crate::outline::{Kind, Row, Table, clean};
use crate::record::{Place, TextTable};
use split::{Columns, Parting};

/// The fewest rows below a header.
const MIN_ROWS: usize = 2;

/// Lists the text tables of a briefing and claims their lines.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<TextTable> {
    let tables: Vec<_> = runs(scope, fence::blocks(scope));
    tables
        .into_iter()
        .map(|(first, run)| {
            report_ragged(scope, &run);
            let table = table(scope, &run, first);
            scope.claim(run.lines);
            table
        })
        .collect()
}

/// The text tables in some fences, each as the table that it stands for, with its first line.
pub(super) fn as_tables(scope: &Scope<'_>, blocks: Vec<Range<usize>>) -> Vec<(usize, Table)> {
    runs(scope, blocks).into_iter().map(|(_, run)| (run.lines.start, run.as_table(scope))).collect()
}

/// The runs of lines in some fences that are tables, each with the first line of its fence.
fn runs(scope: &Scope<'_>, blocks: Vec<Range<usize>>) -> Vec<(usize, Run)> {
    let mut tables = Vec::new();
    for block in blocks {
        let mut texts = scope.outline.lines.part(block.clone()).iter().map(|line| line.text.as_str());
        if texts.any(|text| judge::is_of_chart(text) || fence::is_command(text) || judge::is_of_listing(text)) {
            continue;
        }
        let mut at = block.start;
        while at < block.end {
            let run = Run::from(scope, at, block.end);
            let next = run.as_ref().map_or(at + 1, |run| run.lines.end.max(at + 1));
            if let Some(run) = run.filter(Run::is_table) {
                tables.push((block.start, run));
            }
            at = next;
        }
    }
    tables
}

fn table(scope: &Scope<'_>, run: &Run, first: usize) -> TextTable {
    let at = run.lines.start;
    let last = run.lines.end.saturating_sub(1).max(at);
    let mut place: Place = scope.place(at);
    place.span[1] = scope.outline.lines[last].span.end;
    let rows: Vec<&[String]> = run.rows.iter().map(Vec::as_slice).collect();
    TextTable { place, grid: grid(title(scope, at, first).or_else(|| fence::title(scope, first)), &run.header, &rows) }
}

/// Reports rows that lack cells.
fn report_ragged(scope: &mut Scope<'_>, run: &Run) {
    let columns = run.header.len();
    for (row, &at) in run.rows.iter().zip(&run.row_lines).filter(|(row, _)| row.len() != columns) {
        let line = scope.outline.lines[at].number;
        scope.diagnostics.push(ragged(line, row.len(), columns));
    }
}

/// The line of the same fence right above a header and its rules, if it is short and no row itself.
fn title(scope: &Scope<'_>, at: usize, first: usize) -> Option<String> {
    let lines = &scope.outline.lines;
    let above = (first..at).rev().find(|&above| !split::is_rule(&lines[above].text))?;
    let stands_apart = (above + 1..=at).any(|line| lines[line].gap);
    let line = &lines[above];
    let is_title = line.kind == Kind::Fenced && !stands_apart && !line.is_item() && judge::is_title(&line.text);
    is_title.then(|| line.name().to_owned())
}

/// Lines that may be a table: a header and the rows right below it.
struct Run {
    lines: Range<usize>,
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    /// The line of each row.
    row_lines: Vec<usize>,
    parting: Parting,
    /// Whether the second cells stand below one another.
    aligned: bool,
    /// Whether a rule stands below the header.
    ruled: bool,
}

impl Run {
    /// The run whose header is a line, if it may be one.
    fn from(scope: &Scope<'_>, at: usize, end: usize) -> Option<Self> {
        let lines = &scope.outline.lines;
        let text = |at: usize| scope.source.text.part(lines[at].span.clone());
        let parting = Parting::of(text(at)).filter(|parting| *parting != Parting::Blanks || lines[at].kind == Kind::Fenced)?;
        let mut header = cells(text(at), parting);
        if scope.is_claimed(at) || lines[at].is_item() || !judge::is_header(&header, parting, false) {
            return None;
        }
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut row_lines = Vec::new();
        let mut texts = vec![text(at)];
        let mut ruled = false;
        let mut next = at + 1;
        let mut last = at;
        while next < end && !lines[next].gap && !scope.is_claimed(next) {
            if split::is_rule(text(next)) {
                ruled |= rows.is_empty();
                next += 1;
                continue;
            }
            let row = cells(text(next), parting);
            if rows.is_empty()
                && parting == Parting::Blanks
                && lines[next].column + 1 < lines[at].column
                && row.len() == header.len() + 1
            {
                // The corner of the header is empty.
                header.insert(0, String::new());
            }
            if !judge::is_row(&row, header.len(), parting) {
                break;
            }
            texts.push(text(next));
            rows.push(row);
            row_lines.push(next);
            last = next;
            next += 1;
        }
        let aligned = parting == Parting::Blanks && split::are_aligned(texts.iter().copied());
        if parting == Parting::Blanks {
            part_short_rows(&mut rows, &texts, header.len());
        }
        Some(Self { lines: at..last + 1, header, rows, row_lines, parting, aligned, ruled })
    }

    fn as_table(&self, scope: &Scope<'_>) -> Table {
        let lines = &scope.outline.lines;
        let row = |(&at, cells): (&usize, &Vec<String>)| Row {
            line: lines[at].number,
            last: lines[at].number,
            span: lines[at].span.clone(),
            cells: cells.clone(),
            written: cells.len(),
            links: Vec::new(),
            origins: Vec::new(),
        };
        Table {
            line: lines[self.lines.start].number,
            span: scope.outline.span(self.lines.start, self.lines.end),
            header: self.header.clone(),
            header_origins: Vec::new(),
            header_links: Vec::new(),
            rows: self.row_lines.iter().zip(&self.rows).map(row).collect(),
        }
    }

    /// Whether enough rows have as many cells as the header, or all where bars part them.
    fn is_table(&self) -> bool {
        let full = self.rows.iter().filter(|row| row.len() == self.header.len()).count();
        // Two columns of words without order are terms and what they mean, or steps.
        let is_list = self.parting == Parting::Blanks
            && self.header.len() == 2
            && !(self.ruled || self.aligned || judge::have_figures(&self.rows));
        let is_full = match self.parting {
            Parting::Blanks => full * 3 >= self.rows.len() * 2,
            // Two columns with a bar between them and no rule may as well be two drawings.
            Parting::Bars => full == self.rows.len() && (self.ruled || self.header.len() > 2),
            Parting::Box => full == self.rows.len() && self.ruled,
        };
        let is_headed = self.ruled || !judge::opens_as_rows(&self.header, &self.rows);
        full >= MIN_ROWS && is_full && is_headed && !is_list && judge::is_header(&self.header, self.parting, true)
    }
}

/// Parts the rows that lack cells where the full ones begin theirs. `texts` are the header and the rows as written.
fn part_short_rows(rows: &mut [Vec<String>], texts: &[&str], columns: usize) {
    if rows.iter().all(|row| row.len() == columns) {
        return;
    }
    let is_full = |text: &&str| split::cells(text, Parting::Blanks).len() == columns;
    let Some(places) = Columns::of(texts.iter().copied().filter(is_full)) else { return };
    for (row, text) in rows.iter_mut().zip(texts.iter().skip(1)).filter(|(row, _)| row.len() < columns) {
        if let Some(cells) = places.cells(text) {
            *row = cells.into_iter().map(plain).collect();
        }
    }
}

/// The cells of a line without markup.
fn cells(line: &str, parting: Parting) -> Vec<String> {
    split::cells(line, parting).into_iter().map(plain).collect()
}

fn plain(cell: &str) -> String {
    clean(cell, 0).text
}
