//! Splits a file: which headings are briefings, which name a collection of them, which file holds none.
//!
//! A briefing starts at a heading that a metadata block follows. Archives put several into one file, below a heading
//! that names the collection; and articles use headings of every level inside, with blocks of source and time of
//! their own. So a heading with metadata starts a briefing only where no briefing of a higher level is open.
//!
//! Some texts put their metadata above the title, as front matter stands: where nothing else does, it is the title's.

mod entry;

use std::ops::Range;

use crate::excerpt::Excerpt as _;
use crate::lexicon::metadata::{Concept, concept, is_collection, says_nothing_found};
use crate::outline::{Kind, Outline};
pub(crate) use entry::{Entry, entries, is_named, lone_date};

/// How many lines below a heading may belong to its metadata block.
const MAX_HEAD: usize = 24;
/// How many different labels make a metadata block.
const MIN_LABELS: usize = 2;
/// How many lines of a file are read for the sentence that makes it a notice.
const NOTICE_LINES: usize = 30;

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
    /// The metadata lines that stand above its title; none in most texts.
    pub preamble: Range<usize>,
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
            let has_preamble = !preamble(outline, at).is_empty();
            first_is_article |= has_preamble || labels >= MIN_LABELS || (says_something && !heads_several(outline, at, level));
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
            // What stands above the first of several speaks for the file.
            let preamble = if starts.len() == 1 { preamble(outline, start) } else { start..start };
            Part { title: Some(start), preamble, lines: start..end, collection, has_metadata: true }
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
    let is_head = |at: &usize| outline.lines[*at].heading().is_some() || is_metadata(outline, *at);
    let before_prose = (0..outline.lines.len()).take_while(is_head).count();
    let title = (0..before_prose).find(is_title);
    let collection = title.and_then(|title| (0..title).find(|&at| outline.lines[at].heading().is_some()));
    let preamble = title.map_or(0..0, |title| preamble(outline, title));
    let first = title.map_or(0, |title| title + 1);
    let has_metadata = !preamble.is_empty() || head_lines(outline, first).any(|at| is_named(outline, at));
    Part { title, preamble, lines: title.unwrap_or(0)..outline.lines.len(), collection, has_metadata }
}

/// The lines right above a title, where they are metadata and name something: what front matter would say.
fn preamble(outline: &Outline, title: usize) -> Range<usize> {
    let above = (0..title).rev().take_while(|&at| outline.lines[at].heading().is_none());
    let start = above.last().unwrap_or(title);
    let is_block = (start..title).all(|at| is_metadata(outline, at)) && (start..title).any(|at| is_named(outline, at));
    if is_block { start..title } else { title..title }
}

/// Whether a line may stand in a block of metadata: a labelled one, one of dates and names, or a two-column table of labels.
fn is_metadata(outline: &Outline, at: usize) -> bool {
    let line = &outline.lines[at];
    if line.is_prose() {
        let is_dated = || !line.text.ends_with(['.', '。']) && lone_date(&line.text).is_some();
        return line.label.is_some() || is_dated() || is_named(outline, at);
    }
    let mut concepts: Vec<_> = entries(outline, at).iter().filter_map(|entry| concept(&entry.label)).collect();
    concepts.sort_unstable();
    concepts.dedup();
    concepts.len() >= MIN_LABELS
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
        let is_parted = entry::is_parted(&line.text);
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
        !labelled && unlabelled <= 2 || lone_date(&line.text).is_some()
    })
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
    fn metadata_may_stand_above_the_title() {
        let table = "| Published | 2026-01-02 |\n|---|---|\n| Source | N |\n\n";
        let quote = "> **Source:** N\n\n";
        let byline = "By Mara Lind · May 19, 2026\n\n";
        for above in [table, quote, byline, HEAD] {
            assert_eq!(titles(&format!("{above}# A\n\nText.\n\n## b\n\n{HEAD}")), [(some("A"), None)], "{above}");
        }
        let other = "| Item | Value |\n|---|---|\n| Price | 5 |\n\n";
        for above in [other, "Prices rose by 2026-05.\n\n"] {
            assert_eq!(titles(&format!("{above}# A\n\nText.\n")), [(None, None)], "{above}");
        }
    }

    #[test]
    fn a_notice_is_none() {
        assert_eq!(titles("# AI芯片资讯汇总\n\n**日期：** 2026-01-02\n\n今日未发现足够数量的高质量资讯。\n"), []);
    }
}
