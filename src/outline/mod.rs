//! The outline: every line of a briefing, with what it says, where it stands and what is nested in it.
//!
//! Analysts say the same thing with headings, bold lines, label lines, list items, `•` lines (paragraph text to
//! CommonMark) and lines inside fences. The extractors should not care which: they read one flat list of
//! [`Line`]s in file order, each of which knows its parent and the end of its subtree. The way from events to lines:
//!
//! ```text
//! markdown events ─build─▶ raw lines (text without markup, bold ranges, links)
//!                 ─opening─▶ marker, ordinal, emoji ─label─▶ the label it opens with
//!                 ─plain_title─▶ numbered titles of plain text ─nest─▶ parents and subtree ends
//! ```

mod broken_row;
mod build;
mod char_class;
mod fence;
mod inline;
mod label;
mod line;
mod lines;
mod nest;
mod opening;
mod origin;
mod plain_title;
mod table;
mod view;

use std::ops::Range;

use serde::Serialize;

pub use label::Label;
pub use lines::Lines;
pub use table::{Row, Table};

pub(crate) use char_class::{closing_bracket, is_han, without_emoji};
pub(crate) use inline::{Link, clean};
pub(crate) use label::label_of;
pub(crate) use opening::{leading_ordinal, strip_ordinal};
pub(crate) use origin::Origin;

use crate::excerpt::Excerpt as _;
use crate::source::Source;

/// What a line is in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A line of a paragraph, list item or block quote.
    Text,
    /// A line inside a fence (or an indented block) that holds plain text.
    Fenced,
    /// A line of program code or of a drawing: kept so that nothing is lost, read by no extractor.
    Code,
    /// The header row of the table with this index.
    Table(usize),
}

/// The mark that a line opens with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Marker {
    /// No mark.
    Plain,
    /// `1.`, `2)`, `（3）`, `④`; the number is the line's ordinal.
    Number,
    /// `-`, `*` or `+`.
    Dash,
    /// `•` and its like.
    Bullet,
    /// `├─`, `└─`.
    Tree,
    /// `- [ ]`, `- [x]`.
    Task(bool),
    /// `✓`, `✔`, `✅`.
    Check,
    /// `✗`, `✘`, `❌`.
    Cross,
}

/// One line of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// 1-based number of the line of the file on which it begins.
    pub number: usize,
    /// Its own bytes, from its mark to the end of its text.
    pub span: Range<usize>,
    /// What it is in the file.
    pub kind: Kind,
    /// The mark that it opens with.
    pub marker: Marker,
    /// The number of its mark.
    pub ordinal: Option<u32>,
    /// An emoji that stands in front of its text.
    pub emoji: Option<String>,
    /// The column of its first character, tabs at every fourth, without quote marks.
    pub column: usize,
    /// Whether a blank line or a rule stands above it.
    pub gap: bool,
    /// Whether a rule (`---`) stands right above it.
    pub ruled: bool,
    /// Its text without markup, mark and emoji.
    pub text: String,
    /// Where its text stands in the file.
    pub(crate) origin: Origin,
    /// The label that it opens with.
    pub label: Option<Label>,
    /// The links in its text.
    pub(crate) links: Vec<Link>,
    /// Which block of the file it belongs to; the lines of one paragraph or fence share it.
    pub(crate) block: usize,
    pub(crate) parent: Option<usize>,
    pub(crate) end: usize,
}

impl Line {
    /// The heading level, for a heading.
    pub fn heading(&self) -> Option<u8> {
        match self.kind {
            Kind::Heading(level) => Some(level),
            _ => None,
        }
    }

    /// The label's text, if the line opens with one.
    pub fn label_text(&self) -> Option<&str> {
        self.label.as_ref().map(|label| self.text.part(..label.end))
    }

    /// What follows the label; the whole text where there is none.
    pub fn value(&self) -> &str {
        self.label.as_ref().map_or(&self.text, |label| self.text.part(label.value..))
    }

    /// A line that names what follows it and says nothing else: a heading, a bold line, or a label with nothing
    /// after its colon.
    pub fn is_lead(&self) -> bool {
        self.heading().is_some() || self.label.as_ref().is_some_and(|label| label.value == self.text.len())
    }

    /// What a lead names, without the colon; the whole text of other lines.
    pub fn name(&self) -> &str {
        match &self.label {
            Some(label) if label.value == self.text.len() => self.text.part(..label.end),
            _ => self.text.trim_end_matches([':', '：']),
        }
    }

    /// Whether it carries a list mark of any kind.
    pub fn is_item(&self) -> bool {
        self.marker != Marker::Plain
    }

    /// Whether extractors read it (program code, drawings and tables have no text of their own).
    pub fn is_prose(&self) -> bool {
        matches!(self.kind, Kind::Heading(_) | Kind::Text | Kind::Fenced)
    }
}

/// The lines and tables of one file.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// The lines in file order.
    pub lines: Lines,
    /// The tables in file order; [`Kind::Table`] points here.
    pub tables: Vec<Table>,
}

impl Outline {
    /// Builds the outline of a file.
    pub fn of(source: &Source) -> Self {
        let mut outline = build::build(source);
        plain_title::mark(&mut outline.lines, source);
        nest::nest(&mut outline.lines);
        outline
    }

    /// The table whose header row a line is.
    pub fn table(&self, index: usize) -> Option<&Table> {
        match self.lines[index].kind {
            Kind::Table(number) => self.tables.get(number),
            _ => None,
        }
    }

    /// The lines directly below a line.
    pub fn children(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        self.siblings(index + 1..self.lines[index].end)
    }

    /// The outermost lines of a range.
    pub fn siblings(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let mut next = range.start;
        std::iter::from_fn(move || {
            let at = next;
            next = self.lines.at(at).filter(|_| at < range.end)?.end;
            Some(at)
        })
    }

    /// The indices of the lines below a line, however deep.
    pub fn subtree(&self, index: usize) -> Range<usize> {
        index + 1..self.lines[index].end
    }

    /// The lines above a line, innermost first.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.lines[index].parent, |&at| self.lines[at].parent)
    }

    /// How many lines stand above a line.
    pub fn depth(&self, index: usize) -> usize {
        self.ancestors(index).count()
    }

    /// From the first byte of a line to the last of what is nested in it, no further than the line `limit`.
    pub fn span(&self, index: usize, limit: usize) -> Range<usize> {
        let own = &self.lines[index].span;
        let last = self.lines[index].end.min(limit).max(index + 1) - 1;
        own.start..self.lines[last].span.end.max(own.end)
    }
}
