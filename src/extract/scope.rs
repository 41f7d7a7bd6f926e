//! What an extractor works on: the lines of one briefing, and which of them a record owns already.

use std::collections::HashSet;

use super::front_matter::FrontMatter;
use crate::briefing::Part;
use crate::diagnostic::Diagnostic;
use crate::outline::{Kind, Line, Outline};
use crate::record::{Place, RecordType, SectionRole};
use crate::source::Source;
use crate::value::probability::Signs;

/// The longest name of what stands below a line, in bytes.
const MAX_NAME: usize = 1000;

/// The lines of one briefing, and what is known of it so far.
pub(super) struct Scope<'a> {
    pub source: &'a Source,
    pub outline: &'a Outline,
    pub title: Option<usize>,
    /// The metadata lines above the title.
    pub preamble: std::ops::Range<usize>,
    pub lines: std::ops::Range<usize>,
    /// The record types that were asked for.
    pub asked: &'a [RecordType],
    /// The front matter that speaks for the briefing.
    pub front: Option<&'a FrontMatter>,
    /// The addresses that its metadata names as its sources.
    pub sources: HashSet<String>,
    /// What its headings are for, by their lines.
    pub roles: Vec<(usize, SectionRole)>,
    /// The signs of a probability in each of its lines that is prose.
    signs: Vec<Signs>,
    /// Lines of the file that a record owns already.
    pub claimed: Vec<bool>,
    pub diagnostics: Vec<Diagnostic>,
}

impl<'a> Scope<'a> {
    pub fn new(
        source: &'a Source,
        outline: &'a Outline,
        part: &Part,
        front: Option<&'a FrontMatter>,
        asked: &'a [RecordType],
        claimed: Vec<bool>,
    ) -> Self {
        let signs = |line: &Line| if line.is_prose() { Signs::of(&line.text) } else { Signs::default() };
        Self {
            source,
            outline,
            title: part.title,
            preamble: part.preamble.clone(),
            lines: part.lines.clone(),
            asked,
            front,
            sources: HashSet::new(),
            roles: Vec::new(),
            signs: outline.lines.part(part.lines.clone()).iter().map(signs).collect(),
            claimed,
            diagnostics: Vec::new(),
        }
    }

    /// The lines below the title.
    pub fn body(&self) -> std::ops::Range<usize> {
        self.title.map_or(self.lines.start, |title| title + 1)..self.lines.end
    }

    /// The headings that a line stands under, outermost first, below the briefing's title.
    pub fn section(&self, at: usize) -> Vec<String> {
        let above = self.outline.ancestors(at).filter(|&up| self.lines.contains(&up) && Some(up) != self.title);
        let mut titles: Vec<_> = above
            .map(|up| &self.outline.lines[up])
            .filter(|line| line.heading().is_some())
            .map(|line| line.text.clone())
            .collect();
        titles.reverse();
        titles
    }

    /// The signs of a probability in a line of prose.
    pub fn signs(&self, at: usize) -> Signs {
        at.checked_sub(self.lines.start).and_then(|at| self.signs.get(at)).copied().unwrap_or_default()
    }

    /// What a line names, for the records below it to repeat; none where it is too long for a name.
    pub fn name(&self, at: usize) -> Option<String> {
        Some(self.outline.lines[at].name()).filter(|name| name.len() <= MAX_NAME).map(str::to_owned)
    }

    /// The lines of prose directly below a line.
    pub fn prose_below(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.outline.children(at).filter(|&child| child < self.lines.end && self.outline.lines[child].is_prose())
    }

    /// What the innermost section around a line is for, of those whose title says so.
    pub fn role(&self, at: usize) -> Option<SectionRole> {
        let of = |up: usize| {
            let found = self.roles.binary_search_by_key(&up, |&(heading, _)| heading).ok()?;
            self.roles.get(found).map(|&(_, role)| role)
        };
        self.outline.ancestors(at).find_map(of)
    }

    /// The bytes from a line to the end of what is nested in it, within the briefing.
    pub fn span(&self, at: usize) -> [usize; 2] {
        self.span_to(at, self.lines.end)
    }

    /// The same, no further than the line `end`.
    pub fn span_to(&self, at: usize, end: usize) -> [usize; 2] {
        let span = self.outline.span(at, end.min(self.lines.end));
        [span.start, span.end]
    }

    /// Where a record stands that begins at a line and owns what is nested in it.
    pub fn place(&self, at: usize) -> Place {
        Place { id: String::new(), line: self.outline.lines[at].number, span: self.span(at), section: self.section(at) }
    }

    /// Where a record stands that owns a line alone.
    pub fn place_of_line(&self, at: usize) -> Place {
        Place { span: self.span_to(at, at + 1), ..self.place(at) }
    }

    /// Whether a record owns a line already.
    pub fn is_claimed(&self, at: usize) -> bool {
        self.claimed.get(at) == Some(&true)
    }

    /// Whether a record owns a line below this one already.
    pub fn is_claimed_below(&self, at: usize) -> bool {
        self.outline.subtree(at).any(|line| line < self.lines.end && self.is_claimed(line))
    }

    /// Claims a line and all that is nested in it.
    pub fn claim_with_below(&mut self, at: usize) {
        self.claim(at..self.outline.lines[at].end.min(self.lines.end));
    }

    /// The headings, bold lines and labels that a line stands under, innermost first, below the briefing's title.
    pub fn leads_above(&self, at: usize) -> impl Iterator<Item = &'a Line> {
        let (outline, title) = (self.outline, self.title);
        outline.ancestors(at).filter(move |&up| Some(up) != title).map(|up| &outline.lines[up]).filter(|line| line.is_lead())
    }

    /// Claims lines; program code among them is held by no record.
    pub fn claim(&mut self, lines: std::ops::Range<usize>) {
        for at in lines {
            if let Some(claimed) = self.claimed.get_mut(at) {
                *claimed |= !matches!(self.outline.lines[at].kind, Kind::Code);
            }
        }
    }
}
