//! Events to raw lines: the only consumer of the parser's events.
//!
//! Every leaf block (paragraph, heading, item text, fence) becomes one line of outline per line of the file, except
//! that a line which merely wraps the one above is joined to it. Items take the mark that CommonMark saw; for all
//! other lines the mark is read from their text.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::fence::{self, Content};
use super::inline::{RawText, clean};
use super::line::{column, fill, first_character, is_nested_mark, item_mark, join, name_list, wraps};
use super::origin::Origin;
use super::table::{self, Row, Table};
use super::view::View;
use super::{Kind, Line, Marker, Outline};
use crate::excerpt::Excerpt as _;
use crate::markdown;
use crate::source::Source;

/// The longest heading, in bytes. What is longer is a paragraph behind a hash: headings name what stands below them, and each
/// record below one repeats it.
const MAX_HEADING: usize = 1000;

/// Reads the lines and tables of a file. Parents are not yet set.
pub(super) fn build(source: &Source) -> Outline {
    let bounded = markdown::bounded(&source.text);
    let view = View::of(&bounded);
    let mut builder = Builder::new(source, &view);
    for (event, range) in markdown::events(&view.text) {
        let range = View::whole(&source.text, range);
        builder.event(event, range);
    }
    builder.flush();
    builder.outline
}

struct Builder<'s> {
    source: &'s Source,
    view: &'s View<'s>,
    outline: Outline,
    inline: RawText,
    /// The offset of the first event of the line under construction.
    start: Option<usize>,
    end: usize,
    heading: Option<u8>,
    /// The mark of the item whose first line has not been written yet, and where it stands.
    item: Option<(usize, Marker, Option<u32>)>,
    code: Option<CodeBlock>,
    table: Option<TableParts>,
    /// Depth of what is skipped whole: images and HTML blocks.
    skipped: usize,
    block: usize,
    /// Whether the line under construction follows a soft break.
    soft: bool,
    /// Whether a rule stands between the last line that has been written and the next.
    ruled: bool,
    /// The number of the last line of the file that has been written.
    last_number: usize,
}

struct CodeBlock {
    info: String,
    text: Option<Range<usize>>,
}

struct TableParts {
    table: Table,
    cells: Vec<String>,
    origins: Vec<Origin>,
    links: Vec<Vec<super::Link>>,
}

impl<'s> Builder<'s> {
    fn new(source: &'s Source, view: &'s View<'s>) -> Self {
        Self {
            source,
            view,
            outline: Outline::default(),
            inline: RawText::default(),
            start: None,
            end: 0,
            heading: None,
            item: None,
            code: None,
            table: None,
            skipped: 0,
            block: 0,
            soft: false,
            ruled: false,
            last_number: 0,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(tag, range),
            Event::End(tag) => self.close(tag, range),
            _ if self.skipped > 0 => {}
            Event::Rule => self.ruled = true,
            Event::Text(text) => match &mut self.code {
                Some(code) => {
                    let start = code.text.as_ref().map_or(range.start, |seen| seen.start);
                    code.text = Some(start..range.end);
                }
                None => self.text(&text, range),
            },
            Event::Code(code) => {
                let start = self.source.text.part(range.clone()).find(&*code).map(|at| range.start + at);
                self.begin(range);
                self.inline.push_code(&code, start);
            }
            Event::InlineHtml(html) if html.to_ascii_lowercase().starts_with("<br") => self.inline.push_space(),
            Event::TaskListMarker(done) => {
                if let Some((_, marker, _)) = &mut self.item {
                    *marker = Marker::Task(done);
                }
            }
            Event::SoftBreak | Event::HardBreak if self.table.is_none() => {
                self.end_line();
                self.soft = event == Event::SoftBreak;
            }
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.flush();
                self.heading = Some(level as u8);
            }
            Tag::Item => {
                self.flush();
                self.item = Some(item_mark(&self.source.text, range.start));
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some(CodeBlock { info, text: None });
            }
            Tag::Table(_) => {
                self.flush();
                self.open_table(range);
            }
            Tag::TableHead | Tag::TableRow | Tag::TableCell => {}
            Tag::Strong => self.inline.open_strong(),
            Tag::Link { dest_url, .. } => {
                self.begin(range);
                self.inline.open_link(&dest_url);
            }
            Tag::Image { .. } | Tag::HtmlBlock => self.skipped += 1,
            Tag::Emphasis => {}
            _ => self.flush(),
        }
    }

    fn close(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Strong => self.inline.close_strong(),
            TagEnd::Link => {
                self.end = self.end.max(range.end);
                self.inline.close_link();
            }
            TagEnd::Image | TagEnd::HtmlBlock => self.skipped = self.skipped.saturating_sub(1),
            TagEnd::CodeBlock => self.close_code(),
            TagEnd::TableCell => self.close_cell(),
            TagEnd::TableHead | TagEnd::TableRow => self.close_row(range, tag == TagEnd::TableHead),
            TagEnd::Table => self.close_table(),
            TagEnd::Emphasis => {}
            TagEnd::Item => {
                self.flush();
                self.item = None;
            }
            _ => {
                self.flush();
                self.heading = None;
            }
        }
    }

    fn begin(&mut self, range: Range<usize>) {
        self.start.get_or_insert(range.start);
        self.end = self.end.max(range.end);
    }

    /// Text of a line or a cell; that of a broken row is joined as lines are.
    fn text(&mut self, text: &str, range: Range<usize>) {
        let mut from = 0;
        for joint in self.view.joints_in(&range) {
            let (end, next) = (joint.start - range.start, joint.end - range.start);
            let (Some(before), Some(after)) = (text.get(from..end), text.get(next..)) else { break };
            self.inline.push(before.trim_end(), range.start + from);
            self.inline.push_break(after.trim_start().chars().next());
            from = text.len() - after.trim_start().len();
        }
        self.inline.push(text.part(from..), range.start + from);
        self.begin(range);
    }

    /// Ends a leaf block.
    fn flush(&mut self) {
        if self.table.is_none() {
            self.end_line();
            self.inline = RawText::default();
            self.soft = false;
            self.block += 1;
        }
    }

    /// Ends a line within a block.
    fn end_line(&mut self) {
        if self.start.is_none() && self.inline.is_blank() {
            return;
        }
        let inline = self.inline.finish();
        let Some(start) = self.start.take() else { return };
        let end = std::mem::take(&mut self.end);
        if inline.text.is_empty() {
            return;
        }
        let item = self.item.take();
        let number = self.source.line_at(item.as_ref().map_or(start, |&(at, ..)| at));
        let line_start = self.source.line_range(number).start;
        let first = match item {
            // An item that stands inside another on the same line (`- 1. a`) begins where its own mark does.
            Some((at, ..)) if is_nested_mark(self.source.text.part(line_start..at)) => at,
            _ => first_character(&self.source.text, line_start).min(start),
        };
        let mut line = self.blank_line(number, first..end);
        if let Some(level) = self.heading.filter(|_| inline.text.len() <= MAX_HEADING) {
            line.kind = Kind::Heading(level);
        }
        fill(&mut line, inline, false);
        if let Some((_, marker, ordinal)) = item {
            let is_sign = matches!(line.marker, Marker::Check | Marker::Cross);
            line.marker = if is_sign { line.marker } else { marker };
            line.ordinal = ordinal.or(line.ordinal);
        }
        let last_number = self.source.line_at(end.saturating_sub(1).max(first));
        match self.outline.lines.last_mut() {
            Some(above) if self.soft && above.block == line.block && wraps(above, &line) => join(above, line),
            above => {
                name_list(above, &line);
                self.outline.lines.push(line);
            }
        }
        self.last_number = last_number;
        self.ruled = false;
    }

    fn blank_line(&self, number: usize, span: Range<usize>) -> Line {
        let line_start = self.source.line_range(number).start;
        Line {
            number,
            column: column(self.source.text.part(line_start..span.start)),
            span,
            kind: Kind::Text,
            marker: Marker::Plain,
            ordinal: None,
            emoji: None,
            gap: number > self.last_number + 1,
            ruled: self.ruled,
            text: String::new(),
            origin: Origin::default(),
            label: None,
            links: Vec::new(),
            block: self.block,
            parent: None,
            end: 0,
        }
    }

    fn close_code(&mut self) {
        let Some(CodeBlock { info, text: Some(range) }) = self.code.take() else { return };
        let text = &self.source.text;
        let first = self.source.line_at(range.start);
        let last = self.source.line_at(range.end.saturating_sub(1));
        let lines = (first..=last).map(|number| self.source.line_range(number));
        let content = fence::classify(&info, lines.clone().map(|line| text.part(line)));
        for (number, bounds) in (first..=last).zip(lines) {
            let start = first_character(text, bounds.start);
            // What a text ends with may be blank and yet no indentation, such as a next-line sign.
            let end = bounds.start + text.part(bounds.clone()).trim_end().len();
            let is_stem = || text.part(start..end).chars().all(|c| matches!(c, '│' | '┃' | ' '));
            if start >= end || (content == Content::Prose && is_stem()) {
                continue;
            }
            let mut line = self.blank_line(number, start..end);
            if content == Content::Prose {
                line.kind = Kind::Fenced;
                let inline = clean(text.part(line.span.clone()), line.span.start);
                fill(&mut line, inline, true);
            } else {
                line.kind = Kind::Code;
                line.text = text.part(line.span.clone()).to_owned();
            }
            self.pass(number);
            if !line.text.is_empty() {
                name_list(self.outline.lines.last_mut(), &line);
                self.outline.lines.push(line);
            }
        }
        // The closing fence.
        self.last_number += 1;
        self.block += 1;
    }

    fn open_table(&mut self, range: Range<usize>) {
        let line = self.source.line_at(range.start);
        let table = Table {
            line,
            span: range,
            header: Vec::new(),
            header_origins: Vec::new(),
            header_links: Vec::new(),
            rows: Vec::new(),
        };
        self.table = Some(TableParts { table, cells: Vec::new(), origins: Vec::new(), links: Vec::new() });
    }

    fn close_cell(&mut self) {
        let cell = self.inline.finish();
        self.start = None;
        self.end = 0;
        if let Some(parts) = &mut self.table {
            parts.cells.push(cell.text);
            parts.origins.push(cell.origin);
            parts.links.push(cell.links);
        }
    }

    fn close_row(&mut self, range: Range<usize>, is_head: bool) {
        let Some(parts) = &mut self.table else { return };
        let mut cells = std::mem::take(&mut parts.cells);
        let origins = std::mem::take(&mut parts.origins);
        let links = std::mem::take(&mut parts.links);
        if is_head {
            parts.table.header = cells;
            parts.table.header_origins = origins;
            parts.table.header_links = links;
            return;
        }
        let line = self.source.line_at(range.start);
        let last = self.source.line_at(range.end.saturating_sub(1).max(range.start));
        let span = range.start..self.source.line_range(last).end.max(range.start);
        let written = table::split_row(self.source.text.part(span.clone()));
        cells.extend(table::surplus_cells(&written, parts.table.header.len()));
        parts.table.rows.push(Row { line, last, span, cells, written: written.len(), links, origins });
    }

    fn close_table(&mut self) {
        let Some(TableParts { mut table, .. }) = self.table.take() else { return };
        let last = table.rows.last().map_or(table.line + 1, |row| row.last);
        table.span.end = self.source.line_range(last).end;
        let mut line = self.blank_line(table.line, table.span.clone());
        line.kind = Kind::Table(self.outline.tables.len());
        self.outline.tables.push(table);
        self.outline.lines.push(line);
        self.pass(last);
        self.block += 1;
    }

    /// Goes past a line that is no text. Where an item begins with one, what follows stands below it and has not the item's mark.
    fn pass(&mut self, number: usize) {
        self.last_number = number;
        self.ruled = false;
        self.item = None;
    }
}
