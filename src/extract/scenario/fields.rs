//! What is said of a scenario: its labelled parts, whether bold labels with `•` lines, lists, or lines of a fence.

use super::tail;
use crate::extract::{Scope, field};
use crate::lexicon::scenario as words;
use crate::outline::Kind;
use crate::record::{Field, FieldRole, Item, Probability};
use crate::value::probability;

/// The lines that say something of the scenario named at `at`: those nested in it; where there are none, the labels of
/// fields that follow it, or the items right below it, up to the next scenario of its set (`naming`, in order).
pub(super) fn parts(scope: &Scope<'_>, at: usize, naming: &[usize]) -> Vec<usize> {
    let lines = &scope.outline.lines;
    let nested: Vec<usize> = scope.outline.siblings(at + 1..body_end(scope, at)).collect();
    // A line without a mark may be followed by items that stand no deeper than it.
    let is_plain = matches!(lines[at].kind, Kind::Text | Kind::Fenced) && !lines[at].is_item();
    if !nested.is_empty() || !(is_plain || lines[at].is_lead()) {
        return nested;
    }
    let is_part = |&line: &usize| {
        let label = lines[line].label_text().filter(|_| lines[line].heading().is_none());
        let is_field = label.is_some_and(|label| words::field_role(label) != FieldRole::Other);
        naming.binary_search(&line).is_err() && (is_field || (is_plain && lines[line].is_item()))
    };
    let end = lines[at].parent.map_or(scope.lines.end, |up| lines[up].end.min(scope.lines.end));
    scope.outline.siblings(lines[at].end..end).take_while(is_part).collect()
}

/// Where what is nested in the scenario at `at` ends: at a label that speaks of the whole set, which order alone has put there.
pub(super) fn body_end(scope: &Scope<'_>, at: usize) -> usize {
    let lines = &scope.outline.lines;
    let is_of_the_set = |&child: &usize| lines[child].is_lead() && words::is_of_the_set(lines[child].name());
    let end = lines[at].end.min(scope.lines.end);
    scope.outline.children(at).find(is_of_the_set).unwrap_or(end).min(end)
}

/// The fields that the parts of a scenario hold, and the probability that one of them states.
pub(super) fn of(scope: &Scope<'_>, parts: &[usize]) -> (Vec<Field>, Option<Probability>) {
    let outline = scope.outline;
    let mut fields: Vec<Field> = Vec::new();
    let mut stated = None;
    let mut parts: std::collections::VecDeque<usize> = parts.iter().copied().collect();
    while let Some(child) = parts.pop_front() {
        if !outline.lines[child].is_prose() {
            continue;
        }
        let line = &outline.lines[child];
        let label = if line.is_lead() { Some(line.name()) } else { line.label_text() };
        match label {
            Some(label) => {
                let mut items = field::items(scope, child);
                let is_probability = words::is_probability(label);
                if is_probability && !line.is_lead() {
                    // `**概率**：25%` above a list says nothing of the list.
                    items.clear();
                    outline.children(child).collect::<Vec<_>>().into_iter().rev().for_each(|below| parts.push_front(below));
                }
                if !line.is_lead() {
                    items = vec![Item { text: line.value().to_owned(), items }];
                }
                if is_probability && stated.is_none() {
                    stated = items.iter().find_map(|item| probability::parse(&item.text));
                }
                if is_probability && items.iter().all(|item| item.items.is_empty() && tail::stated(&item.text, true).is_some()) {
                    continue;
                }
                fields.push(field::labelled(label, words::field_role(label), items));
            }
            None => field::push_unlabelled(&mut fields, field::item(scope, child)),
        }
    }
    (fields, stated)
}
