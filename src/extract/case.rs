//! Cases: who has used the thing, and what came of it.
//!
//! ```text
//! ### 落地案例                              a heading or label that opens cases
//! • **案例 1：北岭电网（成功案例）**          one of them: its name says so, or it has fields as cases have
//!   - 部署规模：40 台                        a field of it, with its figures
//! ```
//!
//! A case named in passing (案例：某芯片排第七) has nothing below it and is none, nor is a use case or a base case.

use super::{Scope, field, quantity};
use crate::excerpt::Excerpt as _;
use crate::lexicon::case as words;
use crate::outline::{Line, leading_ordinal, strip_ordinal};
use crate::record::{Case, CaseField, CaseOutcome, FieldRole, Item, Place, Quantity};

/// How many fields of a case a line in a section of cases must have.
const MIN_FIELDS: usize = 2;

/// Lists the cases of a briefing and claims their lines.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Case> {
    let mut cases = Vec::new();
    for at in scope.body() {
        let line = &scope.outline.lines[at];
        if scope.is_claimed(at) || !line.is_prose() || scope.prose_below(at).next().is_none() {
            continue;
        }
        if let Some(case) = read(scope, at) {
            scope.claim(at..body_end(scope, at));
            cases.push(case);
        }
    }
    cases
}

/// Reads the case that a line names.
fn read(scope: &Scope<'_>, at: usize) -> Option<Case> {
    let line = &scope.outline.lines[at];
    let title = title(line)?;
    let stands_in_cases = || scope.leads_above(at).take(2).any(|lead| words::opens(lead.name()));
    let (rank, name) = match words::named(title) {
        Some(named) => (named.rank, named.name),
        _ if scope.is_claimed_below(at) => return None,
        None if words::ends_as_case(title) && holds_parts(scope, at) => (None, title),
        None if stands_in_cases() && fields_below(scope, at) >= MIN_FIELDS && !words::opens(title) => (None, title),
        None => return None,
    };
    let end = body_end(scope, at);
    let own = scope.prose_below(at).filter(|&child| child < end && !scope.is_claimed(child));
    let fields = field::of(scope, own, words::field_role);
    Some(Case {
        place: Place { span: scope.span_to(at, end), ..scope.place(at) },
        rank: rank.or(line.ordinal).or_else(|| leading_ordinal(line.name())),
        name: without_outcome(name).to_owned(),
        outcome: outcome(scope, at, title),
        fields: fields.into_iter().map(|field| CaseField { quantities: quantities(&field.items), field }).collect(),
    })
}

/// How the case went: as its name says, its tick or cross, or the heading above it.
fn outcome(scope: &Scope<'_>, at: usize, title: &str) -> CaseOutcome {
    let signed = match scope.outline.lines[at].emoji.as_deref() {
        Some("✅" | "✓" | "✔") => Some(CaseOutcome::Success),
        Some("❌" | "✗" | "✘") => Some(CaseOutcome::Setback),
        _ => None,
    };
    let above = || scope.leads_above(at).next().and_then(|lead| words::outcome(lead.name()));
    words::outcome(title).or(signed).or_else(above).unwrap_or(CaseOutcome::Other)
}

/// Where what is said of a case ends: where its line does, or at a line that names the next.
fn body_end(scope: &Scope<'_>, at: usize) -> usize {
    let lines = &scope.outline.lines;
    let names_next = |&child: &usize| lines[child].is_lead() && words::named(strip_ordinal(lines[child].name())).is_some();
    let end = lines[at].end.min(scope.lines.end);
    scope.prose_below(at).find(names_next).unwrap_or(end)
}

/// Whether a line that is no heading holds labelled lines, and no other case.
fn holds_parts(scope: &Scope<'_>, at: usize) -> bool {
    let lines = &scope.outline.lines;
    lines[at].heading().is_none()
        && scope.prose_below(at).any(|child| lines[child].label.is_some())
        && body_end(scope, at) == lines[at].end.min(scope.lines.end)
}

/// What a line could call a case: the name of a lead, or a label with its short text (案例：云服务商的定价).
fn title(line: &Line) -> Option<&str> {
    const LONGEST: usize = 60;
    let is_short = line.label.is_some() && line.text.chars().count() <= LONGEST;
    (line.is_lead() || is_short).then(|| strip_ordinal(if line.is_lead() { line.name() } else { &line.text }))
}

/// How many lines directly below a line are labelled as parts of a case.
fn fields_below(scope: &Scope<'_>, at: usize) -> usize {
    let labels = scope.prose_below(at).filter_map(|child| scope.outline.lines[child].label_text());
    labels.filter(|label| words::field_role(label) != FieldRole::Other).count()
}

/// A name without the bracket that says how the case went.
fn without_outcome(name: &str) -> &str {
    let open = name.rfind(['（', '(']).filter(|_| name.ends_with([')', '）']));
    open.filter(|&open| open > 0 && words::outcome(name.part(open..)).is_some()).map_or(name, |open| name.part(..open).trim_end())
}

fn quantities(items: &[Item]) -> Vec<Quantity> {
    items.iter().flat_map(|item| quantity::all(&item.text).into_iter().chain(quantities(&item.items))).collect()
}
