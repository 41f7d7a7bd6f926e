//! Metadata: what a briefing says of itself in front matter, below its title, and at its foot.
//!
//! The same facts come in many places. Front matter is read first, then the block below the title, then the labelled
//! lines that close the text; for each fact the best label wins, and the first of equals.

use std::ops::Range;

use super::front_matter::FrontMatter;
use super::{Scope, quantity};
use crate::briefing::{Entry, entries, head_lines, is_named, lone_date};
use crate::diagnostic::{Code, Diagnostic};
use crate::lexicon::metadata::{self as words, Concept, concept};
use crate::outline::{Line, strip_ordinal};
use crate::record::{LabelledValue, Metadata, SourceRef};
use crate::value::{date, rating};

/// How many lines of a foot may be without a label (disclaimers, signatures).
const MAX_UNLABELLED: usize = 6;

/// The title of a briefing, and where the briefing stands.
pub(super) struct Title {
    pub text: Option<String>,
    pub emoji: Option<String>,
    pub line: usize,
    pub span: [usize; 2],
}

/// The article's heading, else the title that the front matter gives.
pub(super) fn title(scope: &mut Scope<'_>, front: Option<&FrontMatter>) -> Title {
    let lines = &scope.outline.lines;
    let end = lines.part(scope.lines.clone()).last().map_or(scope.source.text.len(), |line| line.span.end);
    if let Some(title) = scope.title.map(|at| &lines[at]) {
        return Title {
            text: Some(title.text.clone()),
            emoji: title.emoji.clone(),
            line: title.number,
            span: [title.span.start, end],
        };
    }
    let pair = front.and_then(|front| front.pairs.iter().find(|pair| concept(&pair.key) == Some(Concept::Title)));
    match pair {
        Some(pair) => {
            let span = [scope.source.line_range(pair.line).start, end];
            Title { text: pair.values.first().cloned(), emoji: None, line: pair.line, span }
        }
        None => {
            let first = lines.at(scope.lines.start);
            let start = first.map_or(0, |line| line.span.start);
            let line = first.map_or(1, |line| line.number);
            scope.diagnostics.push(Diagnostic::new(Code::NoTitle, line, "no heading stands above the text"));
            Title { text: None, emoji: None, line, span: [start, end.max(start)] }
        }
    }
}

/// Reads the metadata of a briefing and reports what is missing.
pub(super) fn extract(scope: &mut Scope<'_>, front: Option<&FrontMatter>, is_expected: bool) -> Metadata {
    let mut reader = Reader::default();
    if let Some(front) = front {
        reader.read_front_matter(front);
        reader.close_authors();
        if let Some((line, problem)) = &front.problem {
            let message = format!("the front matter is not valid YAML ({problem}); its lines were read one by one");
            scope.diagnostics.push(Diagnostic::new(Code::FrontMatter, *line, message));
        }
    }
    for block in [scope.preamble.clone(), scope.body()] {
        for at in head(scope, block) {
            reader.read_head(scope, at);
        }
        reader.close_authors();
    }
    reader.read_closing_sections(scope);
    reader.read_foot(scope);
    let metadata = reader.finish();
    report(scope, &metadata, is_expected);
    metadata
}

fn report(scope: &mut Scope<'_>, metadata: &Metadata, is_expected: bool) {
    let line = scope.title.or(Some(scope.lines.start)).and_then(|at| scope.outline.lines.at(at)).map_or(1, |line| line.number);
    if !is_expected {
        scope.diagnostics.push(Diagnostic::new(Code::NoMetadata, line, "no metadata block heads the text"));
    }
    if metadata.published.is_none() {
        scope.diagnostics.push(Diagnostic::new(Code::NoDate, line, "no line says when this was published"));
    }
}

/// Facts under collection.
#[derive(Default)]
struct Reader {
    metadata: Metadata,
    /// The best date so far, with the concept of its label; lower is better.
    date: Option<(Concept, String)>,
    /// A date that ends a metadata line that is labelled otherwise.
    lone_date: Option<String>,
    authors: Vec<SourceRef>,
    /// Whether a place that is read already names authors: the first that names any names them all.
    has_authors: bool,
    /// The lines that named them, for where a source is named too.
    author_lines: Vec<LabelledValue>,
}

impl Reader {
    /// Ends a place in which authors, analysts and editors may be named together.
    fn close_authors(&mut self) {
        self.has_authors = !self.authors.is_empty();
    }

    fn read_front_matter(&mut self, front: &FrontMatter) {
        for pair in &front.pairs {
            match concept(&pair.key) {
                Some(Concept::Tags) => self.metadata.tags.extend(pair.values.iter().cloned()),
                Some(Concept::Source) => self.metadata.sources.extend(pair.values.iter().map(|name| named_source(name))),
                Some(Concept::Author) => {
                    self.authors.extend(pair.values.iter().map(|name| named_source(name)));
                    let line = |value: &String| quantity::labelled(pair.key.clone(), value.clone());
                    self.author_lines.extend(pair.values.iter().map(line));
                }
                Some(Concept::Title) => {}
                concept => {
                    for value in &pair.values {
                        self.read(concept, Entry { label: pair.key.clone(), value: value.clone(), links: Vec::new() });
                    }
                }
            }
        }
    }

    fn read_head(&mut self, scope: &mut Scope<'_>, at: usize) {
        let entries = entries(scope.outline, at);
        let line = &scope.outline.lines[at];
        if line.is_prose() && self.lone_date.is_none() {
            self.lone_date = lone_date(&line.text);
        }
        let is_table = !line.is_prose();
        if is_table && !entries.iter().any(|entry| concept(&entry.label).is_some()) {
            return;
        }
        let mut found = false;
        for entry in entries {
            let concept = concept(&entry.label);
            found |= concept.is_some() || !entry.value.is_empty();
            self.read(concept, entry);
        }
        if let Some(claimed) = scope.claimed.get_mut(at) {
            *claimed = found;
        }
    }

    /// Reads the sections that close a briefing and are headed like labels of its foot: `## 免责声明`.
    fn read_closing_sections(&mut self, scope: &mut Scope<'_>) {
        let lines = &scope.outline.lines;
        let of_foot = |at: usize| {
            let concept = concept(strip_ordinal(&lines[at].text))?;
            matches!(concept, Concept::Tags | Concept::Assessment | Concept::Related | Concept::Notes).then_some((at, concept))
        };
        let headings = scope.body().rev().filter(|&at| lines[at].heading().is_some());
        let closing: Vec<_> = headings.map_while(of_foot).collect();
        for (at, concept) in closing.into_iter().rev() {
            let end = self.read_list(scope, concept, at);
            scope.claim(at..end);
        }
    }

    /// Reads the labelled lines that close a briefing, with the lists below them.
    fn read_foot(&mut self, scope: &mut Scope<'_>) {
        for at in foot(scope) {
            let line = &scope.outline.lines[at];
            if scope.is_claimed(at) || line.is_item() || !line.is_prose() {
                continue;
            }
            let is_labelled = line.label_text().and_then(words::concept).is_some();
            if !is_labelled && words::disclaims(&line.text) {
                self.metadata.notes.push(line.text.clone());
                scope.claim(at..at + 1);
                continue;
            }
            let mut owned = None;
            for entry in entries(scope.outline, at) {
                let Some(concept) = concept(&entry.label) else { continue };
                if entry.value.is_empty() {
                    owned = Some(at..self.read_list(scope, concept, at));
                } else {
                    owned.get_or_insert(at..at + 1);
                    self.read(Some(concept), entry);
                }
            }
            if let Some(owned) = owned {
                scope.claim(owned);
            }
        }
    }

    /// Reads the items below a label line of the foot, up to the next label of metadata; returns where they end.
    fn read_list(&mut self, scope: &Scope<'_>, concept: Concept, at: usize) -> usize {
        let is_next = |line: &Line| !line.is_item() && line.label_text().and_then(words::concept).is_some();
        for child in scope.outline.children(at) {
            let line = &scope.outline.lines[child];
            if is_next(line) {
                return child;
            }
            match concept {
                _ if line.label.is_none() && words::disclaims(&line.text) => self.metadata.notes.push(line.text.clone()),
                Concept::Assessment => self.metadata.assessment.extend(labelled(line.label_text(), line.value())),
                Concept::Notes => self.metadata.notes.push(line.text.clone()),
                _ => {
                    let entry = Entry { label: String::new(), value: line.text.clone(), links: Vec::new() };
                    self.read(Some(concept), entry);
                }
            }
        }
        scope.outline.lines[at].end.min(scope.lines.end)
    }

    fn read(&mut self, concept: Option<Concept>, entry: Entry) {
        let metadata = &mut self.metadata;
        let Entry { label, value, links } = entry;
        if value.is_empty() {
            return;
        }
        match concept {
            Some(kind @ (Concept::Published | Concept::Written | Concept::Updated)) => {
                if let Some(date) = date::first_date(&value)
                    && self.date.as_ref().is_none_or(|(best, _)| kind < *best)
                {
                    self.date = Some((kind, date));
                }
            }
            Some(Concept::Source) => {
                if metadata.sources.is_empty() {
                    metadata.sources = sources(&value, links);
                }
            }
            Some(Concept::Author) => {
                self.author_lines.push(quantity::labelled(label, value.clone()));
                if !self.has_authors {
                    let new = sources(&value, links).into_iter().filter(|source| !self.authors.contains(source));
                    self.authors.extend(new.collect::<Vec<_>>());
                }
            }
            Some(Concept::Category) => {
                metadata.category.get_or_insert(value);
            }
            Some(Concept::Credibility) => match rating::parse(&value) {
                Some(rating) => {
                    metadata.credibility.get_or_insert(rating);
                }
                None => metadata.other.push(quantity::labelled(label, value)),
            },
            Some(Concept::Tags) => {
                if metadata.tags.is_empty() {
                    metadata.tags = tags(&value);
                }
            }
            Some(Concept::Related) => metadata.related.extend(listed(&value)),
            Some(Concept::Impact) => match rating::parse(&value) {
                Some(rating) => {
                    metadata.impact.get_or_insert(rating);
                }
                None => metadata.other.push(quantity::labelled(label, value)),
            },
            Some(Concept::Notes) => metadata.notes.push(value),
            Some(Concept::Assessment) => metadata.assessment.push(quantity::labelled(label, value)),
            Some(Concept::Title) => {}
            None => metadata.other.push(quantity::labelled(label, value)),
        }
    }

    fn finish(self) -> Metadata {
        let mut metadata = self.metadata;
        metadata.published = self.date.map(|(_, date)| date).or(self.lone_date);
        if metadata.sources.is_empty() {
            metadata.sources = self.authors;
        } else {
            metadata.other.extend(self.author_lines);
        }
        metadata
    }
}

/// The lines of the metadata block that opens some lines, below a title or above it: those of the same form as the first one
/// with a known label. Without one there is no block, only lines that happen to be labelled.
fn head(scope: &Scope<'_>, within: Range<usize>) -> Vec<usize> {
    let lines = &scope.outline.lines;
    let block: Vec<_> = head_lines(scope.outline, within.start).take_while(|at| within.contains(at)).collect();
    let known: Vec<bool> = block.iter().map(|&at| is_named(scope.outline, at)).collect();
    if !known.contains(&true) && !block.iter().any(|&at| lone_date(&lines[at].text).is_some()) {
        return Vec::new();
    }
    let form = block.iter().zip(&known).find(|(_, known)| **known).map(|(&at, _)| lines[at].is_item());
    let belongs = |(&at, &known): (&usize, &bool)| {
        let says_something = !lines[at].is_lead() || lines[at].heading().is_some();
        known
            || (says_something && form == Some(lines[at].is_item()))
            || (form.is_none() && lines[at].is_prose() && !lines[at].is_item())
    };
    block.iter().zip(&known).filter(|&pair| belongs(pair)).map(|(&at, _)| at).collect()
}

/// The lines that close a briefing: labelled ones with the lists below them, and a few without a label.
fn foot(scope: &Scope<'_>) -> Range<usize> {
    let body = scope.body();
    let lines = &scope.outline.lines;
    let announces = |at: usize| lines[at].label_text().is_some_and(|label| concept(label).is_some());
    let mut unlabelled = 0;
    let start = body.clone().rev().take_while(|&at| {
        let line = &lines[at];
        if line.heading().is_some() || !line.is_prose() {
            return false;
        }
        if line.label.is_some() && !line.is_item() || scope.outline.ancestors(at).any(announces) {
            return true;
        }
        unlabelled += 1;
        !line.is_item() && unlabelled <= MAX_UNLABELLED
    });
    start.last().unwrap_or(body.end)..body.end
}

fn labelled(label: Option<&str>, value: &str) -> Option<LabelledValue> {
    Some(quantity::labelled(label?.to_owned(), value.to_owned()))
}

/// Several links are several sources; text without links is one, as written.
fn sources(value: &str, links: Vec<(String, String)>) -> Vec<SourceRef> {
    if links.is_empty() {
        return vec![named_source(value)];
    }
    links.into_iter().map(|(name, url)| SourceRef { name, url: Some(url) }).collect()
}

/// A source that is an address has that address as its name.
fn named_source(name: &str) -> SourceRef {
    let address = name.trim_start_matches('<').trim_end_matches('>');
    let is_address = address.starts_with("http://") || address.starts_with("https://");
    let url = (is_address && !address.contains(char::is_whitespace)).then(|| address.to_owned());
    SourceRef { name: if url.is_some() { address } else { name }.to_owned(), url }
}

fn tags(value: &str) -> Vec<String> {
    if !value.contains('#') {
        return listed(value);
    }
    let tags = value.split('#').map(|tag| tag.trim().trim_matches([',', '，', '、', ' ']));
    tags.filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
}

fn listed(value: &str) -> Vec<String> {
    let parts = value.split(['、', '，', ',', ';', '；', '|']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
