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
use crate::excerpt::Excerpt as _;
use crate::lexicon::{advice, audience, insight, milestone as words};
use crate::outline::{Kind, Line};
use crate::record::{Item, Milestone, Place, QuantityKind};
use crate::value;
use label::{Label, Name};

/// The longest title without a colon, in characters.
const TITLE: usize = 40;

/// Lists the periods of a briefing and claims their lines.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Milestone> {
    let mut found = Vec::new();
    let mut sets: BTreeMap<Option<usize>, Vec<(usize, Label)>> = BTreeMap::new();
    let mut remarks = 0;
    for at in scope.body() {
        let line = &scope.outline.lines[at];
        if scope.is_claimed(at) || !line.is_prose() || at < remarks {
            continue;
        }
        if let Some(several) = inline::read(line).filter(|_| !is_foreign(scope, at)) {
            let parts = several.into_iter().map(|part| milestone(scope.place_of_line(at), part.label, part.items));
            found.extend(parts);
            scope.claim(at..at + 1);
            // What is nested below is said of no one of them, and is left to the points.
            remarks = line.end;
        } else if let Some(label) = label::read(line).or_else(|| column(scope, at)) {
            sets.entry(line.parent).or_default().push((at, label));
        }
    }
    for (parent, members) in sets {
        if !is_roadmap(scope, parent, &members) {
            continue;
        }
        for (at, label) in members {
            // A period that stands in another is its item.
            if !scope.is_claimed(at) {
                let items = items(scope, at, &label);
                found.push(milestone(scope.place(at), label.text, items));
                scope.claim_with_below(at);
            }
        }
    }
    found.sort_by_key(|milestone| milestone.place.line);
    found
}

/// The label of a line whose period stands in a column of its own, which only a roadmap makes one.
fn column(scope: &Scope<'_>, at: usize) -> Option<Label> {
    label::read_column(&scope.outline.lines[at]).filter(|_| announced(scope, at, words::announces))
}

fn milestone(place: Place, label: String, items: Vec<Item>) -> Milestone {
    Milestone { place, period: quantity::period(&label), label, items }
}

/// What is said of a period: the words behind its label, then the lines below it that no other record owns.
fn items(scope: &Scope<'_>, at: usize, label: &Label) -> Vec<Item> {
    let said = scope.outline.lines[at].text.part(label.rest..).trim();
    let own = (!said.is_empty()).then(|| Item { text: said.to_owned(), items: Vec::new() });
    own.into_iter().chain(field::items(scope, at)).collect()
}

/// Whether lines that name periods side by side are a roadmap.
fn is_roadmap(scope: &Scope<'_>, parent: Option<usize>, members: &[(usize, Label)]) -> bool {
    let [(first, _), _, ..] = members else { return false };
    if is_foreign(scope, *first) {
        return false;
    }
    let said = |at: usize, label: &Label| scope.outline.lines[at].text.part(label.rest..);
    let count = |is: &dyn Fn(usize, &Label) -> bool| members.iter().filter(|(at, label)| is(*at, label)).count();
    let most = |count: usize| count * 2 > members.len();
    // A metric is listed by year; a stage is none.
    let metrics = count(&|at, label| label.name != Name::Stage && is_metric(said(at, label)));
    // Periods that hold other records for the most part are what those are sorted by.
    if most(count(&|at, label| said(at, label).is_empty() && is_owned(scope, at))) {
        return false;
    }
    if announced(scope, *first, words::announces) {
        return metrics < members.len();
    }
    let undated_stages = count(&|_, label| label.name == Name::Stage && !label.is_dated);
    if most(metrics)
        || most(undated_stages)
        || count(&|_, label| matches!(label.name, Name::Now | Name::Own)) * 2 >= members.len()
    {
        return false;
    }
    let in_list = parent.is_some_and(|up| scope.outline.lines[up].is_item());
    let of_effects = scope.leads_above(*first).next().is_some_and(|lead| audience::speaks_of_effects(&lead.text));
    announced(scope, *first, words::hints) || !(in_list || of_effects)
}

/// Whether other records own all that stands below a line.
fn is_owned(scope: &Scope<'_>, at: usize) -> bool {
    scope.is_claimed_below(at) && field::items(scope, at).is_empty()
}

/// Whether what introduces a period announces periods: the sentence or title right above it, or one of the two headings and
/// labels that it stands under.
fn announced(scope: &Scope<'_>, at: usize, announces: impl Fn(&str) -> bool) -> bool {
    let lines = &scope.outline.lines;
    let above = lines[at].parent.filter(|&up| Some(up) != scope.title).map(|up| &lines[up]);
    let in_list = above.is_some_and(|line| line.is_item() && !line.is_lead());
    let is_title = |line: &Line| line.text.ends_with([':', '：']) || line.text.chars().count() <= TITLE;
    above.is_some_and(|line| is_title(line) && announces(&line.text))
        || (!in_list && scope.leads_above(at).take(2).any(|lead| announces(&lead.text)))
        || sentence_before(scope, at).is_some_and(|line| line.text.ends_with([':', '：', '。', '.']) && announces(&line.text))
}

/// The sentence right above a list: “正在经历三个阶段：”.
fn sentence_before<'a>(scope: &Scope<'a>, at: usize) -> Option<&'a Line> {
    let above = at.checked_sub(1).filter(|&above| scope.body().contains(&above)).map(|above| &scope.outline.lines[above])?;
    (above.kind == Kind::Text && !above.is_lead() && !above.is_item()).then_some(above)
}

/// Whether a line stands where dates are something else: advice, conclusions, a life, a process, what is watched.
fn is_foreign(scope: &Scope<'_>, at: usize) -> bool {
    let is_other = |line: &Line| {
        let name = line.name();
        (words::is_other(name) && !words::announces(name))
            || advice::is_checklist(name)
            || (advice::Title::of(name).is_advice && !insight::announces(name))
    };
    let lead = scope.leads_above(at).take(2).find(|lead| words::announces(lead.name()) || is_other(lead));
    lead.is_some_and(is_other) || sentence_before(scope, at).is_some_and(|line| advice::speaks_of_advice(&line.text))
}

/// Whether what is said of a period is figures for the most part, or figures and the name of what they measure, rather than
/// something done.
fn is_metric(said: &str) -> bool {
    let is_date = |kind| matches!(kind, QuantityKind::Date | QuantityKind::Period);
    let mentions = value::find(said);
    let figures: Vec<_> = mentions.iter().filter(|mention| !is_date(mention.value.kind)).collect();
    let Some(first) = figures.first() else { return false };
    if words::is_deed(said) {
        return false;
    }
    // In bytes, for a character of Chinese says as much as three letters: 收购 40% 股权 is something done.
    let length: usize = figures.iter().map(|mention| mention.range.len()).sum();
    let begins = said.part(..first.range.start).trim_matches(['(', '（', ' ']).is_empty();
    let share = if begins { 4 } else { 3 };
    if length * share >= said.len() {
        return true;
    }
    let mut others = String::new();
    let mut end = 0;
    for mention in &mentions {
        others.push_str(said.part(end..mention.range.start));
        others.push(' ');
        end = mention.range.end;
    }
    others.push_str(said.part(end..));
    words::names_measure(&others)
}
