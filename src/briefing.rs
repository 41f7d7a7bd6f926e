//! Splits a file: which headings are briefings, which name a collection of them, which file holds none.
//!
//! A briefing starts at a heading that a metadata block follows. Archives put several into one file, below a heading
//! that names the collection; and articles use headings of every level inside, with blocks of source and time of
//! their own. So a heading with metadata starts a briefing only where no briefing of a higher level is open.

use std::ops::Range;

use crate::excerpt::Excerpt as _;
use crate::lexicon::metadata::{Concept, concept, is_collection, says_nothing_found};
use crate::outline::{Kind, Line, Link, Outline, label_of};
use crate::value::date;

/// How many lines below a heading may belong to its metadata block.
const MAX_HEAD: usize = 24;
/// How many different labels make a metadata block.
const MIN_LABELS: usize = 2;
/// How many lines of a file are read for the sentence that makes it a notice.
const NOTICE_LINES: usize = 30;

/// Characters that part the labels of a line.
const PARTING: [char; 4] = ['·', '|', '｜', '\u{3000}'];

/// What a file holds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// Briefings, in file order.
    Briefings(Vec<Part>),
    /// A note that nothing qualified today; the line that says so.
    Notice(usize),
    /// Nothing to read.
    Nothing,
}

/// The lines of one briefing.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// The line of its title heading, where it has one.
    pub title: Option<usize>,
    /// Its lines, title included.
    pub lines: Range<usize>,
    /// The heading that names its collection.
    pub collection: Option<usize>,
    /// Whether a metadata block follows the title.
    pub has_metadata: bool,
}

/// Splits the lines of a file.
pub(crate) fn split(outline: &Outline, has_front_matter: bool) -> Content {
    let starts = starts(outline, has_front_matter);
    if !starts.is_empty() {
        return Content::Briefings(parts(outline, &starts));
    }
    if outline.lines.is_empty() && !has_front_matter {
        return Content::Nothing;
    }
    let notice = outline.lines.iter().take(NOTICE_LINES).position(|line| says_nothing_found(&line.text));
    if let Some(line) = notice {
        return Content::Notice(line);
    }
    Content::Briefings(vec![single(outline)])
}

/// The headings at which briefings with a metadata block start.
fn starts(outline: &Outline, has_front_matter: bool) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut open: Option<u8> = None;
    let mut first_is_article = has_front_matter;
    let headings = outline.lines.iter().enumerate().filter_map(|(at, line)| Some((at, line.heading()?)));
    for (order, (at, level)) in headings.enumerate() {
        let labels = head_labels(outline, at + 1);
        if order == 0 && !is_collection(&outline.lines[at].text) {
            let says_something = labels > 0 || has_body(outline, at);
            first_is_article |= labels >= MIN_LABELS || (says_something && !heads_several(outline, at, level));
        }
        let is_start = labels >= MIN_LABELS && open.is_none_or(|open| level <= open);
        if is_start && !(first_is_article && order > 0 && starts.is_empty()) {
            starts.push(at);
            open = Some(level);
        }
    }
    starts
}

fn parts(outline: &Outline, starts: &[usize]) -> Vec<Part> {
    let ends = starts.iter().skip(1).copied().chain([outline.lines.len()]);
    let mut collection = None;
    let mut previous_end = 0;
    starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| {
            let heading = (previous_end..start).rev().find(|&at| is_collection_of(outline, at, start));
            collection = heading.or(collection);
            previous_end = start + 1;
            // A collection heading between two briefings belongs to neither.
            let end = (start + 1..end).find(|&at| end < outline.lines.len() && is_collection_of(outline, at, end)).unwrap_or(end);
            Part { title: Some(start), lines: start..end, collection, has_metadata: true }
        })
        .collect()
}

/// Whether the heading `at` names the collection of the briefing that starts at `start`.
fn is_collection_of(outline: &Outline, at: usize, start: usize) -> bool {
    let (line, title) = (&outline.lines[at], &outline.lines[start]);
    line.heading().is_some_and(|level| is_collection(&line.text) || (at == 0 && Some(level) < title.heading()))
}

/// The one briefing of a file without a metadata block: its title is the first heading that stands before any prose.
fn single(outline: &Outline) -> Part {
    let is_title = |at: &usize| {
        let line = &outline.lines[*at];
        line.heading().is_some()
            && !(is_collection(&line.text)
                && outline.lines.part(*at + 1..outline.lines.len()).iter().any(|l| l.heading().is_some()))
    };
    let before_prose = outline.lines.iter().take_while(|line| line.heading().is_some() || line.label.is_some()).count();
    let title = (0..before_prose).find(is_title);
    let collection = title.and_then(|title| (0..title).find(|&at| outline.lines[at].heading().is_some()));
    let has_metadata = head_labels(outline, title.map_or(0, |title| title + 1)) > 0;
    Part { title, lines: title.unwrap_or(0)..outline.lines.len(), collection, has_metadata }
}

/// Whether several headings of the next level below the first one have a metadata block each: then the first names their
/// collection, whatever stands under it.
fn heads_several(outline: &Outline, first: usize, level: u8) -> bool {
    let below = outline.children(first).filter(|&at| outline.lines[at].heading().is_some_and(|inner| inner == level + 1));
    below.filter(|&at| head_labels(outline, at + 1) >= MIN_LABELS).take(2).count() == 2
}

/// Whether a heading has prose of its own, rather than only headings below it.
fn has_body(outline: &Outline, heading: usize) -> bool {
    let below = outline.lines.part(heading + 1..outline.lines.len());
    below.iter().take_while(|line| line.heading().is_none()).any(|line| line.is_prose() && line.label.is_none())
}

/// How many different metadata labels stand in the block that starts at a line, the one below a title.
fn head_labels(outline: &Outline, first: usize) -> usize {
    let mut seen: Vec<Concept> = Vec::new();
    for at in head_lines(outline, first) {
        let line = &outline.lines[at];
        let is_parted = line.text.contains(PARTING);
        match line.label_text().filter(|_| !is_parted).and_then(concept) {
            Some(concept) => seen.push(concept),
            None if line.is_prose() && !is_parted => {}
            None => seen.extend(entries(outline, at).iter().filter_map(|entry| concept(&entry.label))),
        }
    }
    seen.sort_unstable();
    seen.dedup();
    seen.len()
}

/// The lines of the metadata block that starts at a line, the one below a title: labelled lines, a subtitle before them, a two-column table, and headings
/// that are labels themselves (`## Date: …`).
pub(crate) fn head_lines(outline: &Outline, first: usize) -> impl Iterator<Item = usize> + '_ {
    let mut labelled = false;
    let mut unlabelled = 0;
    (first..outline.lines.len()).take(MAX_HEAD).take_while(move |&at| {
        let line = &outline.lines[at];
        if line.heading().is_some() {
            return line.label.as_ref().is_some_and(|label| concept(line.text.part(..label.end)).is_some());
        }
        if labelled && line.is_lead() && concept(line.name()).is_none() {
            // A title or a label of a list: the text has begun.
            return false;
        }
        if line.label.is_some() || matches!(line.kind, Kind::Table(_)) {
            labelled = true;
            return true;
        }
        unlabelled += 1;
        !labelled && unlabelled <= 2 || date::final_date(&line.text).is_some()
    })
}

/// A label and its value in a metadata block.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub label: String,
    pub value: String,
    /// The links in the value, as (text, address).
    pub links: Vec<(String, String)>,
}

/// The entries of a line: one, or several parted by `·` or `|`, or the rows of a two-column table.
pub(crate) fn entries(outline: &Outline, at: usize) -> Vec<Entry> {
    let line = &outline.lines[at];
    if let Some(table) = outline.table(at) {
        if table.header.len() != 2 {
            return Vec::new();
        }
        // The header row is often 字段 | 内容; it is an entry only where its label is one of metadata.
        let is_entry = table.header.first().is_some_and(|label| concept(label).is_some());
        let head = is_entry.then_some((&table.header, &[][..]));
        let rows = table.rows.iter().map(|row| (&row.cells, row.links.get(1).map_or(&[][..], Vec::as_slice)));
        return head
            .into_iter()
            .chain(rows)
            .filter_map(|(cells, links)| {
                let (label, value) = (cells.first()?, cells.get(1)?);
                let name = |link: &Link| value.get(link.text.clone()).unwrap_or(value).to_owned();
                let links = links.iter().map(|link| (name(link), link.url.clone())).collect();
                Some(Entry { label: label.trim_end_matches([':', '：']).to_owned(), value: value.clone(), links })
            })
            .collect();
    }
    let mut entries: Vec<Entry> = Vec::new();
    for (start, part) in fields(&line.text) {
        let whole = start == 0 && part.len() == line.text.len();
        let label = if whole { line.label.clone() } else { label_of(part, &[]).filter(|label| label.colon) };
        match label {
            Some(label) => entries.push(Entry {
                label: part.part(..label.end).trim().to_owned(),
                value: part.part(label.value..).trim().to_owned(),
                links: links_in(line, start + label.value..start + part.len()),
            }),
            // A part without a label goes on with the value before it.
            None => {
                if let Some(last) = entries.last_mut() {
                    last.value.push(' ');
                    last.value.push_str(part);
                    last.links.extend(links_in(line, start..start + part.len()));
                }
            }
        }
    }
    entries
}

fn links_in(line: &Line, range: Range<usize>) -> Vec<(String, String)> {
    // Links stand in the order of the text.
    let first = line.links.partition_point(|link| link.text.start < range.start);
    let inside = line.links.iter().skip(first).take_while(|link| link.text.end <= range.end);
    inside.map(|link| (line.text.part(link.text.clone()).to_owned(), link.url.clone())).collect()
}

/// The parts of a line between ` · `, ` | ` or wide spaces, each with where it starts.
fn fields(text: &str) -> Vec<(usize, &str)> {
    let mut fields = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| PARTING.contains(c)) {
        let spaced = text.part(..at).ends_with(char::is_whitespace) || matches!(c, '｜' | '\u{3000}');
        if spaced {
            fields.push((start, text.part(start..at)));
            start = at + c.len_utf8();
        }
    }
    fields.push((start, text.part(start..)));
    let fields: Vec<_> = fields
        .into_iter()
        .map(|(start, part)| (start + part.len() - part.trim_start().len(), part.trim()))
        .filter(|(_, part)| !part.is_empty())
        .collect();
    let labelled = fields.iter().filter(|(_, part)| label_of(part, &[]).is_some()).count();
    if labelled >= 2 { fields } else { vec![(0, text)] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    fn titles(markdown: &str) -> Vec<(Option<String>, Option<String>)> {
        let outline = Outline::of(&Source::decode("t.md", markdown.as_bytes()).unwrap());
        let text = |at: Option<usize>| at.map(|at| outline.lines[at].text.clone());
        match split(&outline, false) {
            Content::Briefings(parts) => parts.into_iter().map(|part| (text(part.title), text(part.collection))).collect(),
            _ => Vec::new(),
        }
    }

    const HEAD: &str = "**发布日期：** 2026-01-02\n**来源：** [N](https://n.example)\n";

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn a_metadata_block_starts_a_briefing() {
        let markdown = format!("# 芯片资讯汇总\n\n# A\n\n{HEAD}\n## 背景\n\n# 题外\n\n---\n\n# B\n\n{HEAD}");
        assert_eq!(titles(&markdown), [(some("A"), some("芯片资讯汇总")), (some("B"), some("芯片资讯汇总"))]);
    }

    #[test]
    fn blocks_deeper_inside_do_not() {
        let news = "#### 新闻\n- **来源**: N\n- **发布时间**: 2026-01-01\n";
        assert_eq!(titles(&format!("# 周报\n\n> **报告日期**: 2026-01-02\n\n## 新闻\n\n{news}")), [(some("周报"), None)]);
        assert_eq!(titles(&format!("## A\n\n{HEAD}\n{news}")), [(some("A"), None)]);
    }

    #[test]
    fn an_article_without_metadata_is_one_briefing() {
        assert_eq!(titles("# ai-chips 资讯汇总\n\n# A\n\n正文。\n\n## b\n"), [(some("A"), some("ai-chips 资讯汇总"))]);
        assert_eq!(titles("正文。\n\n# 第一部分\n"), [(None, None)]);
    }

    #[test]
    fn a_notice_is_none() {
        assert_eq!(titles("# AI芯片资讯汇总\n\n**日期：** 2026-01-02\n\n今日未发现足够数量的高质量资讯。\n"), []);
    }

    #[test]
    fn several_labels_on_a_line() {
        let outline = Outline::of(
            &Source::decode("t.md", "**As of:** 2026-06-09 · **Price:** $1 (S4: close) · **Sector:** X".as_bytes()).unwrap(),
        );
        let labels: Vec<_> = entries(&outline, 0).into_iter().map(|entry| (entry.label, entry.value)).collect();
        assert_eq!(
            labels,
            [("As of".into(), "2026-06-09".into()), ("Price".into(), "$1 (S4: close)".into()), ("Sector".into(), "X".into())]
                as [(String, String); 3]
        );
    }
}
