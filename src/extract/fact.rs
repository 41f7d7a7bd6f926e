//! Facts: the key figures that a briefing opens with.
//!
//! ```text
//! 关键数据：                      a label or heading that opens key figures, in the background or the summary
//! • 内存带宽：4.8 TB/s            one of them: its label and its value
//!   - 其中读取：60%               nested in it, and one of them, too
//! ```
//!
//! A table below such a label stays a table. Lists of what to watch, and figures in the body of the text, are none.

use super::{Scope, quantity};
use crate::lexicon::{fact as words, section};
use crate::outline::strip_ordinal;
use crate::record::{Fact, SectionRole};

/// The longest title that is neither bold nor ends in a colon, in characters.
const LONGEST: usize = 24;

/// Lists the key figures of a briefing and claims their lines.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    let sections = outermost_headings(scope);
    for at in scope.body() {
        let line = &scope.outline.lines[at];
        if scope.is_claimed(at) || !line.is_prose() {
            continue;
        }
        let is_title = line.is_lead() || (line.label.is_none() && line.text.chars().nth(LONGEST).is_none());
        if !is_title || !words::opens(strip_ordinal(line.name())) || !stands_early(scope, at, &sections) {
            continue;
        }
        for item in items(scope, at) {
            take(scope, item, &mut facts);
        }
    }
    // A title may stand within the list of another.
    facts.sort_by_key(|fact| fact.place.span);
    facts
}

/// Takes a line as a fact, and the labelled lines nested in it as facts of their own (其中训练：40%). What else is nested there
/// is left to the points.
fn take(scope: &mut Scope<'_>, at: usize, facts: &mut Vec<Fact>) {
    let Some(fact) = read(scope, at) else { return };
    scope.claim(at..at + 1);
    facts.push(fact);
    for child in scope.prose_below(at).collect::<Vec<_>>() {
        if !scope.is_claimed(child) {
            take(scope, child, facts);
        }
    }
}

/// The lines below a title; where it holds none, the labelled lines that follow it.
fn items(scope: &Scope<'_>, at: usize) -> Vec<usize> {
    let lines = &scope.outline.lines;
    let end = lines[at].parent.map_or(scope.lines.end, |up| lines[up].end.min(scope.lines.end));
    let follow =
        scope.outline.siblings(lines[at].end..end).take_while(|&next| lines[next].label.is_some() && !lines[next].is_lead());
    let below: Vec<usize> = scope.prose_below(at).collect();
    let items = if below.is_empty() { follow.collect() } else { below };
    items.into_iter().filter(|&item| !scope.is_claimed(item)).collect()
}

/// A labelled line with its value.
fn read(scope: &Scope<'_>, at: usize) -> Option<Fact> {
    let line = &scope.outline.lines[at];
    let label = line.label_text().filter(|_| line.heading().is_none())?;
    let value = line.value().trim();
    if value.is_empty() {
        return None;
    }
    let (quantity, quantities) = quantity::whole_and_all(value);
    Some(Fact { place: scope.place_of_line(at), label: label.to_owned(), value: value.to_owned(), quantity, quantities })
}

/// Whether a line stands in the background or summary part: under a heading that says so, under none, in the first section,
/// or as one of the first three sections itself. `sections` are the outermost headings.
fn stands_early(scope: &Scope<'_>, at: usize, sections: &[usize]) -> bool {
    let is_early = |title: &str| {
        matches!(section::role(title, false), Some(SectionRole::Background | SectionRole::Summary)) || words::opens(title)
    };
    let mut headings = scope.leads_above(at).filter(|line| line.heading().is_some());
    let most = if scope.outline.lines[at].heading().is_some() { 3 } else { 1 };
    headings.any(|heading| is_early(&heading.text)) || sections.partition_point(|&start| start <= at) <= most
}

/// The outermost headings below the title.
fn outermost_headings(scope: &Scope<'_>) -> Vec<usize> {
    let headings = || scope.body().filter_map(|at| Some((at, scope.outline.lines[at].heading()?)));
    let outermost = headings().map(|(_, level)| level).min();
    headings().filter(|&(_, level)| Some(level) == outermost).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use crate::source::Source;

    #[test]
    fn nested_figures() {
        let text = "# T\n\n**Date:** 2026-01-02\n**Source:** N\n\n**Key figures:**\n- Peak load: 38 MW\n  - of which cranes: 22 MW\n  - measured in May\n";
        let document = crate::extract(&Source::decode("t.md", text.as_bytes()).unwrap());
        let records = &document.briefings[0].records;
        let facts: Vec<_> = records.facts.iter().map(|fact| (fact.place.line, fact.label.as_str())).collect();
        assert_eq!(facts, [(7, "Peak load"), (8, "of which cranes")]);
        let points: Vec<_> = records.points.iter().map(|point| point.place.line).collect();
        assert_eq!(points, [9]);
    }
}
