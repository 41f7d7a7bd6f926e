//! Insights: the conclusions that a briefing draws.
//!
//! ```text
//! ### 关键洞察                          a heading or label that opens conclusions
//! **洞察 1：带宽成为新瓶颈**            one of them, on a bold line of its own
//! • **论据**：…                        a field of it
//! 2. **成本下降**：…                    another, as an item
//! ```
//!
//! A conclusion is an item, or has a bold line or a heading of its own. Prose below an opening is none, nor is what advises
//! or lists what to watch; advice has been claimed by then. A label with its conclusion on the same line is one record.

use super::{Scope, field};
use crate::excerpt::Excerpt as _;
use crate::lexicon::{advice, insight as words};
use crate::outline::{self, Line, leading_ordinal, strip_ordinal};
use crate::record::Insight;

/// Lists the conclusions of a briefing and claims their lines.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Insight> {
    let mut found = Vec::new();
    for at in scope.body() {
        let line = &scope.outline.lines[at];
        if scope.is_claimed(at) || !line.is_prose() {
            continue;
        }
        if words::numbered(&line.text).is_some() {
            push(scope, at, &mut found);
        } else if opens(line) {
            group(scope, at, &mut found);
        }
    }
    found.sort_by_key(|insight| insight.place.line);
    found
}

/// Whether a line opens conclusions: a heading, a label, or a sentence that ends in a colon.
fn opens(line: &Line) -> bool {
    let is_heading = line.heading().is_some();
    if line.is_lead() {
        return words::numbered(line.name()).is_none() && words::opens_list(strip_ordinal(line.name()), is_heading);
    }
    match line.label_text() {
        Some(label) => words::numbered(label).is_none() && words::opens(strip_ordinal(label)),
        None => !line.is_item() && line.text.ends_with([':', '：']) && words::opens(&line.text),
    }
}

/// Reads the conclusions below an opening, or on its own line.
fn group(scope: &mut Scope<'_>, at: usize, found: &mut Vec<Insight>) {
    let line = &scope.outline.lines[at];
    if !line.is_lead() && line.label.is_some() {
        return push(scope, at, found);
    }
    let children: Vec<usize> = scope.prose_below(at).filter(|&child| !scope.is_claimed(child)).collect();
    let has_items = children.iter().any(|&child| scope.outline.lines[child].is_item());
    let by_headings = are_statements(scope, &children);
    for child in children {
        let line = &scope.outline.lines[child];
        if opens(line) {
            // It is an opening of its own and has its turn.
            continue;
        }
        if line.is_item() || states_one(line, has_items) || (by_headings && line.heading().is_some()) {
            push(scope, child, found);
        } else if is_group(line) {
            // A label that groups them: 技术层面：
            let below: Vec<usize> = scope.prose_below(child).filter(|&item| scope.outline.lines[item].is_item()).collect();
            below.into_iter().for_each(|item| push(scope, item, found));
        }
    }
}

/// Whether the headings below an opening state conclusions, number or not: several, each as long as a sentence (Regional seas
/// need regional caps). Shorter ones name topics.
fn are_statements(scope: &Scope<'_>, children: &[usize]) -> bool {
    let headings: Vec<_> = children.iter().map(|&at| &scope.outline.lines[at]).filter(|line| line.heading().is_some()).collect();
    let is_statement =
        |line: &&Line| !advice::Title::of(&line.text).is_advice && !opens(line) && is_as_long_as_a_sentence(&line.text);
    headings.len() >= 2 && headings.iter().all(is_statement)
}

/// Five words, or ten Han characters.
fn is_as_long_as_a_sentence(text: &str) -> bool {
    let han = text.chars().filter(|&c| outline::is_han(c)).count();
    han >= 10 || (han == 0 && text.split_whitespace().count() >= 5)
}

/// Whether a label below an opening groups conclusions: 技术层面：
fn is_group(line: &Line) -> bool {
    let is_label = line.label.as_ref().is_some_and(|label| label.colon || label.bold);
    line.heading().is_none() && line.is_lead() && is_label && !is_other(line.name())
}

/// Whether a line without a mark states a conclusion: a bold line or sentence, or a heading with a number.
fn states_one(line: &Line, has_items: bool) -> bool {
    if line.heading().is_some() {
        return strip_ordinal(&line.text).len() < line.text.len() && !is_other(strip_ordinal(&line.text));
    }
    let Some(label) = &line.label else { return line.ordinal.is_some() || words::enumerated(&line.text).is_some() };
    let is_title = label.bold && !label.colon && (line.ordinal.is_some() || !is_other(line.name()));
    is_title || (label.bold && !has_items && !line.is_lead() && !is_other(line.text.part(..label.end)))
}

/// Whether a title below an opening begins something else: advice, reasons, checklists.
fn is_other(name: &str) -> bool {
    advice::Title::of(name).is_advice || advice::is_checklist(name) || advice::is_reason(name)
}

/// What a labelled line says behind the words that open conclusions; they may end within its bold beginning: **关键发现：保费先动。** 其后…
fn behind_opening(line: &Line) -> &str {
    let label = line.label_text().unwrap_or_default();
    label.find(['：', ':']).map_or_else(|| line.value(), |colon| line.text.part(colon..).trim_start_matches([':', '：', ' ']))
}

fn push(scope: &mut Scope<'_>, at: usize, found: &mut Vec<Insight>) {
    if scope.is_claimed(at) {
        return;
    }
    let line = &scope.outline.lines[at];
    let own = if opens(line) { behind_opening(line) } else { &line.text };
    let own = own.trim_end_matches([':', '：']);
    let (rank, text) = match words::numbered(own) {
        Some((rank, start)) => (Some(rank), own.part(start..)),
        None => (line.ordinal.or_else(|| leading_ordinal(own)).or_else(|| words::enumerated(own)), strip_ordinal(own)),
    };
    if text.is_empty() {
        return;
    }
    let fields = field::of(scope, scope.outline.children(at), words::field_role);
    let insight = Insight { place: scope.place(at), rank, text: text.to_owned(), fields };
    scope.claim_with_below(at);
    found.push(insight);
}
