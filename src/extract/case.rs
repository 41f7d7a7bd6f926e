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
use crate::lexicon::case as words;
use crate::outline::{Line, strip_ordinal};
use crate::record::{Case, CaseField, CaseOutcome, FieldRole, Item, Quantity};
use crate::value;

/// How many fields of a case a line in a section of cases must have.
const MIN_FIELDS: usize = 2;

/// Lists the cases of a briefing and claims their lines.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Case> {
    let mut cases = Vec::new();
    for at in scope.body() {
        let line = &scope.outline.lines[at];
        if scope.claimed[at] || !line.is_prose() || scope.prose_below(at).next().is_none() || scope.is_claimed_below(at) {
            continue;
        }
        if let Some(case) = read(scope, at) {
            scope.claim_with_below(at);
            cases.push(case);
        }
    }
    cases
}

/// Reads the case that a line names.
fn read(scope: &Scope<'_>, at: usize) -> Option<Case> {
    let line = &scope.outline.lines[at];
    let title = title(line)?;
    let stands_in_cases = scope.leads_above(at).take(2).any(|lead| words::opens(lead.name()));
    let (rank, name) = match words::named(title) {
        Some(named) => (named.rank.or(line.ordinal), named.name),
        None if stands_in_cases && !words::opens(title) && fields_below(scope, at) >= MIN_FIELDS => (line.ordinal, title),
        None => return None,
    };
    let outcome = words::outcome(title).or_else(|| scope.leads_above(at).next().and_then(|lead| words::outcome(lead.name())));
    let fields = field::of(scope, scope.outline.children(at), words::field_role);
    Some(Case {
        place: scope.place(at),
        rank,
        name: without_outcome(name).to_owned(),
        outcome: outcome.unwrap_or(CaseOutcome::Other),
        fields: fields.into_iter().map(|field| CaseField { quantities: quantities(&field.items), field }).collect(),
    })
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
    open.filter(|&open| open > 0 && words::outcome(&name[open..]).is_some()).map_or(name, |open| name[..open].trim_end())
}

fn quantities(items: &[Item]) -> Vec<Quantity> {
    let own =
        |item: &Item| value::find(&item.text).iter().map(|mention| quantity::of_mention(&item.text, mention)).collect::<Vec<_>>();
    items.iter().flat_map(|item| own(item).into_iter().chain(quantities(&item.items))).collect()
}
