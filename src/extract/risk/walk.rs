//! From an announcement down to the records.
//!
//! Below an announcement items are records, and labels that name risks or opportunities change the kind for what is nested in
//! them. Below a heading sub-headings and bold openings are records too, where no items stand beside them.

use super::entry;
use crate::excerpt::Excerpt as _;
use crate::extract::Scope;
use crate::lexicon::metadata::disclaims;
use crate::lexicon::risk::{self as words, Announced, Remark};
use crate::lexicon::section;
use crate::outline::{Kind, Line, strip_ordinal, without_emoji};
use crate::record::{Risk, RiskKind, SectionRole};

/// What the lines below an announcement are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Context {
    /// Of one kind.
    Sure(RiskKind),
    /// Of the kind that their words speak for; `challenges` says that items whose words are silent are none.
    Either { challenges: bool },
    /// Risks among other things: those that are called so.
    Named,
}

/// Reads what a line announces, if it announces risks or opportunities.
pub(super) fn open(scope: &mut Scope<'_>, at: usize, found: &mut Vec<Risk>) {
    let line = &scope.outline.lines[at];
    let numbered = Some(line).filter(|line| line.is_lead()).and_then(|line| words::numbered(name_of(line)));
    if let Some((kind, ..)) = numbered.filter(|_| holds_prose(scope, at)) {
        return push(scope, at, kind, found);
    }
    let Some(announced) = announcement(scope, at) else { return };
    match announced {
        Announced::Sort(kind) if is_one(scope, at) => push(scope, at, kind, found),
        _ => below(scope, at, announced, found),
    }
}

/// What a line announces: a heading, bold line or label, or a sentence that ends in a colon and has items below it.
fn announcement(scope: &Scope<'_>, at: usize) -> Option<Announced> {
    let line = &scope.outline.lines[at];
    let introduces = || line.text.ends_with(['：', ':']) && !line.is_item() && holds_items(scope, at);
    (line.is_lead() || introduces()).then(|| words::announced(name_of(line)))?
}

/// Reads what stands directly below an announcement.
fn below(scope: &mut Scope<'_>, at: usize, announced: Announced, found: &mut Vec<Risk>) {
    let context = match announced {
        Announced::Several(kind) | Announced::Sort(kind) => Context::Sure(kind),
        Announced::Both { challenges } => Context::Either { challenges },
        Announced::Mixed => Context::Named,
    };
    let lines = &scope.outline.lines;
    let is_heading = lines[at].heading().is_some();
    let children: Vec<usize> = scope.prose_below(at).filter(|&child| !scope.is_claimed(child)).collect();
    // Beside items or a table the paragraphs are remarks.
    let has_items = children.iter().any(|&child| lines[child].is_item()) || holds_table(scope, at);
    let is_list = !has_items && is_labelled_list(scope, &children);
    scope.claim(at..at + 1);
    for child in children {
        let line = &scope.outline.lines[child];
        if enter(scope, child, context, found) {
            continue;
        }
        let name = line.label_text().unwrap_or(name_of(line));
        if words::remark(name).is_some() || words::is_verdict(name) || disclaims(&line.text) {
            continue;
        }
        if let Some(kind) = turns(scope, child) {
            below(scope, child, Announced::Several(kind), found);
            continue;
        }
        let is_record = line.is_item() || is_list || (is_heading && !has_items && is_titled(scope, child));
        let Some(kind) = kind_of(line, context).filter(|_| is_record) else { continue };
        let is_named = words::is_theme(name_of(line)) && holds_items(scope, child);
        let is_group = line.is_lead() && !line.is_item() && !is_described(scope, child) && holds_several(scope, child);
        if is_named || is_group {
            // A theme: what it holds are the risks.
            below(scope, child, Announced::Several(kind), found);
        } else {
            push(scope, child, kind, found);
        }
    }
}

/// Goes into a line that announces risks or opportunities itself. Within a list of risks an item that names one sort of them is
/// a risk.
fn enter(scope: &mut Scope<'_>, at: usize, context: Context, found: &mut Vec<Risk>) -> bool {
    let line = &scope.outline.lines[at];
    let name = name_of(line);
    let challenges = line.is_lead() && words::is_challenge(name) && context == Context::Either { challenges: true };
    let announced = if challenges { Some(Announced::Mixed) } else { announcement(scope, at) };
    let numbered = line.is_lead() && !line.is_item() && words::numbered(name).is_some();
    match announced {
        Some(Announced::Sort(_)) if line.is_item() => false,
        _ if numbered => {
            open(scope, at, found);
            true
        }
        Some(Announced::Sort(kind))
            if is_one(scope, at) || (line.is_lead() && !holds_items(scope, at) && !holds_leads(scope, at)) =>
        {
            if context != Context::Named && holds_prose(scope, at) {
                push(scope, at, kind, found);
            }
            true
        }
        Some(announced) if holds_prose(scope, at) => {
            below(scope, at, announced, found);
            true
        }
        _ => false,
    }
}

/// The kind that a label speaks for under which items stand: Downside, Upside.
fn turns(scope: &Scope<'_>, at: usize) -> Option<RiskKind> {
    const LONGEST: usize = 24;
    let line = &scope.outline.lines[at];
    let is_label = line.is_lead() && line.heading().is_none() && !line.is_item() && line.text.chars().count() <= LONGEST;
    words::spoken_kind(name_of(line)).filter(|_| is_label && holds_items(scope, at) && !is_described(scope, at))
}

/// Whether lines without marks are a list all the same: each of them has a label and words behind it.
fn is_labelled_list(scope: &Scope<'_>, lines: &[usize]) -> bool {
    let is_labelled = |&at: &usize| {
        let line = &scope.outline.lines[at];
        line.label.is_some() && !line.is_lead()
    };
    lines.len() >= 2 && lines.iter().all(is_labelled)
}

/// The kind of a record in a context.
fn kind_of(line: &Line, context: Context) -> Option<RiskKind> {
    let opening = || line.label_text().unwrap_or(&line.text);
    match context {
        // Among risks a title that speaks of opportunities is of something else.
        Context::Sure(kind) => {
            Some(kind).filter(|&kind| line.is_item() || words::spoken_kind(opening()).is_none_or(|spoken| spoken == kind))
        }
        Context::Either { challenges } => {
            words::spoken_kind(opening()).or_else(|| (line.is_item() && !challenges).then_some(RiskKind::Risk))
        }
        Context::Named => line.label_text().filter(|label| words::names_risk(label)).map(|_| RiskKind::Risk),
    }
}

/// Whether a line without a mark has a title of its own that names what the line or the lines below it describe.
fn is_titled(scope: &Scope<'_>, at: usize) -> bool {
    let line = &scope.outline.lines[at];
    if line.is_lead() {
        return holds_prose(scope, at) && !has_other_role(name_of(line));
    }
    let names = |label: &str| words::names_risk(label) || words::numbered(label).is_some();
    // **风险提示：** 本文不构成投资建议 is a remark, not a risk of that name.
    let is_remark = matches!(words::announced(line.label_text().unwrap_or_default()), Some(Announced::Several(_)));
    let is_name = line.label.as_ref().is_some_and(|label| label.bold || names(line.text.part(..label.end)));
    is_name && !line.value().is_empty() && !is_remark
}

/// Whether a sub-heading among risks speaks of something else: what to do, what to watch, what follows.
fn has_other_role(title: &str) -> bool {
    use SectionRole::{Advice, Conclusion, Insights, References, Scenarios, Summary, Watchlist};
    let role = section::role(title, false);
    let other = matches!(role, Some(Advice | Conclusion | Insights | References | Scenarios | Summary | Watchlist));
    other || words::is_study(title) || words::remark(title) == Some(Remark::Mitigation)
}

/// Whether a line below says how likely or how bad it is, what can be done, or what it is.
fn is_described(scope: &Scope<'_>, at: usize) -> bool {
    let lines = &scope.outline.lines;
    scope.prose_below(at).any(|child| lines[child].label_text().is_some_and(|label| words::remark(label).is_some()))
}

/// Whether a line that names a sort of risks is one itself: what is said of it stands below, and no list of others.
fn is_one(scope: &Scope<'_>, at: usize) -> bool {
    is_described(scope, at)
        && !scope.prose_below(at).any(|child| announcement(scope, child).is_some() && holds_items(scope, child))
}

/// Whether the lines below have names of their own, so that each is a record.
fn holds_several(scope: &Scope<'_>, at: usize) -> bool {
    let lines = &scope.outline.lines;
    let named = |&child: &usize| lines[child].is_item() && lines[child].label.is_some();
    scope.prose_below(at).filter(named).count() >= 2
}

fn holds_items(scope: &Scope<'_>, at: usize) -> bool {
    scope.prose_below(at).any(|child| scope.outline.lines[child].is_item())
}

fn holds_table(scope: &Scope<'_>, at: usize) -> bool {
    scope.outline.children(at).any(|child| matches!(scope.outline.lines[child].kind, Kind::Table(_)))
}

fn holds_leads(scope: &Scope<'_>, at: usize) -> bool {
    scope.prose_below(at).any(|child| scope.outline.lines[child].is_lead())
}

fn holds_prose(scope: &Scope<'_>, at: usize) -> bool {
    scope.prose_below(at).next().is_some()
}

/// What a line names, without its number and pictograph.
pub(super) fn name_of(line: &Line) -> &str {
    without_emoji(strip_ordinal(without_emoji(line.name())))
}

fn push(scope: &mut Scope<'_>, at: usize, kind: RiskKind, found: &mut Vec<Risk>) {
    let record = entry::of_line(scope, at, kind);
    if !record.text.is_empty() {
        scope.claim(at..scope.outline.lines[at].end.min(scope.lines.end));
        found.push(record);
    }
}
