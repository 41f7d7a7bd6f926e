//! Milestones: the periods of a roadmap, a timeline, an evolution or a list of forks.
//!
//! ```text
//! ### 发展路线图
//! • **短期（6-12个月，2025 H1）**：       names a period; what is nested in it are its items
//! 1. **2025 Q1**：GPT-5 是否发布？        the same with its item on the line
//! 短期（3-6个月）→ 工具 → 长期（3年）→ 平台    several on one line
//! ```
//!
//! Periods come in sets: two or more side by side ([`label`] says what names one). Under a heading or label that announces
//! them any do; elsewhere those that stand outside of lists, and that are not one metric year by year. Periods in scenarios
//! and in advice are theirs; those nested in a period are its items. A stage of a process has no date and is none.

mod inline;
mod label;

use std::collections::BTreeMap;

use super::{Scope, field, quantity};
use crate::lexicon::{advice, audience, insight, milestone as words};
use crate::outline::{Kind, Line};
use crate::record::{Item, Milestone, QuantityKind};
use crate::value;
use label::{Label, Name};

/// How many characters into what is said of a period a figure makes it a metric.
const LEADING: usize = 18;

/// Lists the periods of a briefing and claims their lines.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Milestone> {
    let mut found = Vec::new();
    let mut sets: BTreeMap<Option<usize>, Vec<(usize, Label)>> = BTreeMap::new();
    for at in scope.body() {
        let line = &scope.outline.lines[at];
        if scope.claimed[at] || !line.is_prose() {
            continue;
        }
        if let Some(several) = inline::read(line).filter(|_| !is_foreign(scope, at)) {
            found.extend(several.into_iter().map(|part| milestone(scope, at, part.label, part.items)));
            scope.claim_with_below(at);
        } else if let Some(label) = label::read(line).filter(|_| !scope.is_claimed_below(at)) {
            sets.entry(line.parent).or_default().push((at, label));
        }
    }
    for (parent, members) in sets {
        if !is_roadmap(scope, parent, &members) {
            continue;
        }
        for (at, label) in members {
            // A period that stands in another is its item.
            if !scope.claimed[at] {
                let items = items(scope, at, &label);
                found.push(milestone(scope, at, label.text, items));
                scope.claim_with_below(at);
            }
        }
    }
    found.sort_by_key(|milestone| milestone.place.line);
    found
}

fn milestone(scope: &Scope<'_>, at: usize, label: String, items: Vec<Item>) -> Milestone {
    Milestone { place: scope.place(at), period: quantity::period(&label), label, items }
}

/// What is said of a period: the words behind its label, then the lines below it.
fn items(scope: &Scope<'_>, at: usize, label: &Label) -> Vec<Item> {
    let said = scope.outline.lines[at].text[label.rest..].trim();
    let own = (!said.is_empty()).then(|| Item { text: said.to_owned(), items: Vec::new() });
    own.into_iter().chain(field::items(scope, at)).collect()
}

/// Whether lines that name periods side by side are a roadmap.
fn is_roadmap(scope: &Scope<'_>, parent: Option<usize>, members: &[(usize, Label)]) -> bool {
    let [(first, _), _, ..] = members else { return false };
    if is_foreign(scope, *first) {
        return false;
    }
    let said = |at: usize, label: &Label| &scope.outline.lines[at].text[label.rest..];
    let most = |count: usize| count * 2 > members.len();
    let dated = members.iter().filter(|(_, label)| label.is_dated).count();
    if announced(scope, *first) {
        return !members.iter().all(|(at, label)| quantity::whole(said(*at, label)).is_some());
    }
    let lines = &scope.outline.lines;
    let in_list = parent.is_some_and(|up| lines[up].is_item());
    let of_effects = scope.leads_above(*first).next().is_some_and(|lead| audience::speaks_of_effects(&lead.text));
    let metrics = members.iter().filter(|(at, label)| is_metric(said(*at, label))).count();
    let stages = members.iter().filter(|(_, label)| label.name == Name::Stage).count();
    let is_process = stages * 2 > members.len() && !most(dated);
    let now = members.iter().all(|(_, label)| label.name == Name::Now);
    !(in_list || of_effects || most(metrics) || is_process || now)
}

/// Whether the line that introduces a period, or one of the two headings and labels above it, announces periods.
fn announced(scope: &Scope<'_>, at: usize) -> bool {
    let above = scope.outline.lines[at].parent.filter(|&up| Some(up) != scope.title).map(|up| &scope.outline.lines[up]);
    let above_in_list = above.is_some_and(|line| line.is_item() && !line.is_lead());
    let introduces = above.is_some_and(|line| line.text.ends_with([':', '：']) && words::announces(&line.text));
    introduces
        || (!above_in_list && scope.leads_above(at).take(2).any(|lead| words::announces(&lead.text)))
        || introduced_before(scope, at)
}

/// Whether the sentence right above a list announces it: “正在经历三个阶段：”.
fn introduced_before(scope: &Scope<'_>, at: usize) -> bool {
    let above = at.checked_sub(1).filter(|&above| scope.lines.contains(&above)).map(|above| &scope.outline.lines[above]);
    above.is_some_and(|line| line.kind == Kind::Text && line.text.ends_with([':', '：']) && words::announces(&line.text))
}

/// Whether a line stands where dates are something else: advice, conclusions, a life, a process, what is watched.
fn is_foreign(scope: &Scope<'_>, at: usize) -> bool {
    let is_other = |line: &Line| {
        let name = line.name();
        words::is_other(name) || advice::is_checklist(name) || (advice::Title::of(name).is_advice && !insight::announces(name))
    };
    let lead = scope.leads_above(at).take(2).find(|lead| words::announces(lead.name()) || is_other(lead));
    lead.is_some_and(is_other)
}

/// Whether what is said of a period begins with a figure.
fn is_metric(said: &str) -> bool {
    let start: String = said.chars().take(LEADING * 2).collect();
    let first =
        value::find(&start).into_iter().find(|mention| !matches!(mention.value.kind, QuantityKind::Date | QuantityKind::Period));
    first.is_some_and(|mention| start[..mention.range.start].chars().count() <= LEADING)
}
