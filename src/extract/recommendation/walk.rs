//! From an opening down to the records.
//!
//! Below an opening, headings and label lines change the context for what is nested in them; items are records; a bare
//! paragraph is one only where there are neither items nor groups beside it.

use unicode_width::UnicodeWidthStr as _;

use super::group::{self, Context, Effect};
use super::item::{self, Labels};
use crate::extract::{Scope, quantity};
use crate::lexicon::{advice, audience, horizon};
use crate::outline::{Line, Marker};
use crate::record::{LabelledValue, Recommendation};

/// Several paragraphs of which one is wider than this (in columns) discuss rather than advise.
const MAX_PARAGRAPH_WIDTH: usize = 160;

/// The most attributes of a group, and the most bytes of one. Each record of the group repeats them; what goes on for longer
/// qualifies nothing and is left to the points.
const MAX_ATTRIBUTES: usize = 40;
const MAX_ATTRIBUTE: usize = 1000;

/// Reads the group that a line opens.
pub(super) fn group(scope: &mut Scope<'_>, at: usize, context: &Context, found: &mut Vec<Recommendation>) {
    let before = found.len();
    below(scope, at, context, found);
    let line = &scope.outline.lines[at];
    // A label with its advice on the same line and no items below it.
    if found.len() == before && !line.is_lead() && !context.addressed_only {
        let record = item::record(scope, at, context, line.label.as_ref().map_or(0, |label| label.value));
        push(scope, at, record, found);
    }
}

/// Reads what stands directly below a line.
fn below(scope: &mut Scope<'_>, at: usize, context: &Context, found: &mut Vec<Recommendation>) {
    let lines = &scope.outline.lines;
    let mut children: Vec<usize> = scope
        .outline
        .children(at)
        .filter(|&child| child < scope.lines.end && !scope.is_claimed(child) && lines[child].is_prose())
        .collect();
    children.truncate(foot(scope, &children));
    let mut context = context.clone();
    let attributes = children.iter().filter_map(|&child| Some((child, attribute(&lines[child])?)));
    for (child, attribute) in attributes.collect::<Vec<_>>() {
        if context.attributes.len() == MAX_ATTRIBUTES {
            break;
        }
        context.attributes.push(attribute);
        scope.claim_with_below(child);
    }
    let outer = context.clone();
    let labels = item::read_labels(children.iter().map(|&child| &lines[child]), &context);
    let bare_paragraphs = are_bare_paragraphs(scope, &children);
    let effects = group::effects(children.iter().map(|&child| &lines[child]), &context);
    for (child, effect) in children.into_iter().zip(effects) {
        let line = &scope.outline.lines[child];
        if line.is_item() {
            items(scope, child, &context, labels, found);
        } else if let Some(effect) = effect {
            let is_empty = lines_below(scope, child) == 0;
            let is_one = (is_statement(line, &effect) && holds_reasons_only(scope, child))
                || (advice::is_numbered_title(line.name()) && holds_labels_only(scope, child));
            if is_one && !context.addressed_only {
                let record = item::record(scope, child, &context, 0);
                push(scope, child, record, found);
            } else if let Some(inner) = group::entered(if is_empty { &outer } else { &context }, effect) {
                if is_empty {
                    // A label with nothing below it heads the groups that follow it.
                    context = inner;
                } else {
                    below(scope, child, &inner, found);
                }
            }
        } else {
            paragraph(scope, child, &context, bare_paragraphs || context.verdict, found);
            context.verdict = false;
        }
    }
}

/// Where the remarks begin that stand below a group and a rule (`---`), and are said of the whole text: **风险提示**：….
fn foot(scope: &Scope<'_>, children: &[usize]) -> usize {
    let lines = &scope.outline.lines;
    let is_remark = |&child: &usize| {
        let label = lines[child].label_text().filter(|_| !lines[child].is_item());
        label.is_some_and(|label| advice::is_attribute(label) || advice::is_reason(label))
    };
    let end = children.len() - children.iter().rev().take_while(|child| is_remark(child)).count();
    let ruled = children.iter().skip(end).position(|&child| lines[child].ruled).map(|behind| end + behind);
    ruled.filter(|&foot| foot > 0).unwrap_or(children.len())
}

/// A line with a list mark: a record, or a group where it is only a label with lines below it.
fn items(scope: &mut Scope<'_>, at: usize, context: &Context, labels: Labels, found: &mut Vec<Recommendation>) {
    let line = &scope.outline.lines[at];
    let is_numbered = line.marker == Marker::Number || line.ordinal.is_some();
    let label = if line.is_lead() { Some(line.name()) } else { line.label_text() };
    if attribute(line).is_some() || (line.label.is_some() && label.is_some_and(advice::is_reason)) {
        return;
    }
    if lines_below(scope, at) > 0 && (line.is_lead() || horizon::is_item_label(&line.text)) {
        let name = line.name();
        let addressed = audience::address(name).and_then(|address| address.name);
        let audience = addressed.or_else(|| item::bare_audience(name, line, context, labels));
        let effect = if let Some(audience) = audience {
            Some(Effect::Audience(audience.to_owned()))
        } else if horizon::is_item_label(name) {
            Some(Effect::Horizon(name.to_owned()))
        } else if advice::is_column(name) {
            Some(group::effect(line, context))
        } else if is_numbered || !line.text.ends_with([':', '：']) {
            None
        } else {
            Some(match group::effect(line, context) {
                Effect::Audience(name) => Effect::Theme(name),
                effect => effect,
            })
        };
        if let Some(effect) = effect {
            if let Some(inner) = group::entered(context, effect) {
                below(scope, at, &inner, found);
            }
            return;
        }
    }
    let is_question = line.text.ends_with(['？', '?']) && lines_below(scope, at) == 0;
    if is_question {
        return;
    }
    let opening = item::opening(line, context, labels);
    if context.addressed_only && opening.audience.is_none() {
        return;
    }
    let own = opening.applied(context);
    let record = item::record(scope, at, &own, opening.text_start);
    push(scope, at, record, found);
}

/// A line without a mark that is no label alone: a group's sentence, a labelled advice, or a bare paragraph, which is advice
/// where nothing else stands beside it, or where it says so itself.
fn paragraph(scope: &mut Scope<'_>, at: usize, context: &Context, is_advice: bool, found: &mut Vec<Recommendation>) {
    let line = &scope.outline.lines[at];
    if line.text.starts_with(['→', '⇒', '↳']) {
        if let Some(last) = found.last_mut() {
            last.details.push(crate::record::Detail { text: line.text.clone(), details: Vec::new() });
            last.place.span[1] = last.place.span[1].max(line.span.end);
        }
        return;
    }
    let opening = item::opening(line, context, Labels::SomeAudiences);
    let own = opening.applied(context);
    if holds_items(scope, at) {
        return below(scope, at, &own, found);
    }
    if line.label_text().is_some_and(|label| advice::is_reason(label) || advice::is_attribute(label)) {
        return;
    }
    let is_labelled = opening.audience.is_some() || opening.horizon_label;
    if advice::is_branch(&line.text) {
        return;
    }
    if is_labelled || ((is_advice || advice::recommends(&line.text)) && !context.addressed_only) {
        let record = item::record(scope, at, &own, opening.text_start);
        push(scope, at, record, found);
    }
}

fn push(scope: &mut Scope<'_>, at: usize, record: Recommendation, found: &mut Vec<Recommendation>) {
    if !record.text.is_empty() {
        scope.claim(at..scope.outline.lines[at].end.min(scope.lines.end));
        found.push(record);
    }
}

/// A bold line that says what to do rather than naming a group.
fn is_statement(line: &Line, effect: &Effect) -> bool {
    let is_bold = line.label.as_ref().is_some_and(|label| label.bold && !label.colon);
    is_bold && line.heading().is_none() && matches!(effect, Effect::Theme(_))
}

/// Whether lines are paragraphs that are advice by themselves: no item or group stands beside or below them, and they are
/// one, or short.
fn are_bare_paragraphs(scope: &Scope<'_>, children: &[usize]) -> bool {
    let lines = &scope.outline.lines;
    let bare = |&child: &usize| !lines[child].is_item() && !lines[child].is_lead() && !holds_items(scope, child);
    children.iter().all(bare)
        && (children.len() == 1 || children.iter().all(|&child| lines[child].text.width() <= MAX_PARAGRAPH_WIDTH))
}

/// Whether nothing stands below a line but labelled remarks such as its reasons.
fn holds_reasons_only(scope: &Scope<'_>, at: usize) -> bool {
    let lines = &scope.outline.lines;
    scope.outline.children(at).all(|child| lines[child].label.is_some() && !lines[child].is_item() && !holds_items(scope, child))
}

/// Whether every line below one is labelled, and addresses nobody.
fn holds_labels_only(scope: &Scope<'_>, at: usize) -> bool {
    let lines = &scope.outline.lines;
    scope.outline.children(at).all(|child| lines[child].label_text().is_some_and(|label| audience::address(label).is_none()))
}

fn lines_below(scope: &Scope<'_>, at: usize) -> usize {
    scope.outline.subtree(at).filter(|&line| scope.outline.lines[line].is_prose()).count()
}

fn holds_items(scope: &Scope<'_>, at: usize) -> bool {
    scope.outline.children(at).any(|child| scope.outline.lines[child].is_item())
}

/// The attribute that an unnumbered line states of its group.
fn attribute(line: &Line) -> Option<LabelledValue> {
    let label = line.label_text().filter(|label| line.ordinal.is_none() && advice::is_attribute(label))?;
    Some(quantity::labelled(label.to_owned(), line.value().to_owned()))
        .filter(|pair| !pair.value.is_empty() && pair.value.len() <= MAX_ATTRIBUTE)
}
