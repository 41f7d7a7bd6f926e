//! Scenarios: named alternative futures in a set.
//!
//! A line is a scenario when its name says so (乐观情景, Bear Case, 情景一, “Dark Horse Surge — 46%”) *and* its company
//! does: one of several beside it, under a heading that announces futures, or with a probability. The same words in
//! passing, scenarios of use (应用场景) and risks with a likelihood are not. [`name`] reads what a line calls itself, [`tail`] what
//! stands behind that,
//! [`judge`] looks at its company, [`table`] and [`inline`] read the two other forms, [`fields`] reads what is said of it.

mod fields;
mod inline;
mod judge;
mod name;
mod table;
mod tail;

use super::{Scope, quantity};
use crate::diagnostic::{Code, Diagnostic};
use crate::excerpt::Excerpt as _;
use crate::lexicon::{horizon, scenario as words};
use crate::record::{Probability, Scenario, Stance};
use name::Name;
pub(super) use tail::stated;

/// How far the probabilities of a set may be from 1 before it is reported.
const SUM_TOLERANCE: f64 = 0.011;

/// Lists the scenarios of a briefing and claims their lines.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Scenario> {
    let mut found: Vec<(usize, Scenario)> = Vec::new();
    for set in judge::sets(scope) {
        let naming: Vec<usize> = set.members.iter().map(|(at, _)| *at).collect();
        let head = set.head.and_then(|head| scope.name(head));
        let mut members = Vec::new();
        for (at, name) in set.members {
            let parts = fields::parts(scope, at, &naming);
            members.push(of_line(scope, at, &parts, head.clone(), name));
            scope.claim(at..fields::body_end(scope, at));
            parts.into_iter().for_each(|part| scope.claim_with_below(part));
        }
        report_sum(scope, members.iter());
        found.extend(naming.into_iter().zip(members));
    }
    for (at, set) in table::sets(scope) {
        report_sum(scope, set.iter());
        if scope.outline.table(at).is_some() {
            // So that the table gives no risks or forecasts beside them.
            scope.claim(at..at + 1);
        }
        found.extend(set.into_iter().map(|scenario| (at, scenario)));
    }
    for (at, set) in inline::sets(scope) {
        report_sum(scope, set.iter());
        scope.claim(at..at + 1);
        found.extend(set.into_iter().map(|scenario| (at, scenario)));
    }
    found.sort_by_key(|(at, scenario)| (*at, scenario.place.line));
    let mut scenarios: Vec<_> = found.into_iter().map(|(_, scenario)| scenario).collect();
    for scenario in &mut scenarios {
        scenario.horizon_period = scenario.horizon.as_deref().and_then(quantity::period);
    }
    scenarios
}

/// The scenario that a line names, with the lines that say something of it.
fn of_line(scope: &Scope<'_>, at: usize, parts: &[usize], set: Option<String>, name: Name) -> Scenario {
    let (fields, own_probability) = fields::of(scope, parts);
    let mut place = scope.place(at);
    place.span = scope.span_to(at, fields::body_end(scope, at));
    if let Some(&last) = parts.last() {
        place.span[1] = scope.span(last)[1].max(place.span[1]);
    }
    Scenario {
        place,
        horizon: name.horizon.or_else(|| set.as_deref().and_then(horizon_of)),
        horizon_period: None,
        set,
        name: name.name,
        title: name.title,
        stance: name.stance.unwrap_or(Stance::Other),
        probability: name.probability.or(own_probability),
        fields,
    }
}

/// The period in the brackets of a set's heading: 情景推演（2025-2027）.
fn horizon_of(set: &str) -> Option<String> {
    let open = set.rfind(['（', '('])?;
    let content = set.part(open..).trim_start_matches(['（', '(']).trim_end_matches(['）', ')', ':', '：']);
    horizon::period_in_bracket(content).map(str::to_owned)
}

/// Reports a set whose probabilities are all given and cannot add up to 1.
fn report_sum<'s>(scope: &mut Scope<'_>, set: impl Iterator<Item = &'s Scenario>) {
    let set: Vec<_> = set.collect();
    let given: Vec<Probability> = set.iter().filter_map(|scenario| scenario.probability).collect();
    let Some(first) = set.first().filter(|_| given.len() == set.len() && set.len() > 1) else { return };
    let low: f64 = given.iter().map(|p| p.value.or(p.low).unwrap_or(0.0)).sum();
    let high: f64 = given.iter().map(|p| p.value.or(p.high).unwrap_or(1.0)).sum();
    if low > 1.0 + SUM_TOLERANCE || high < 1.0 - SUM_TOLERANCE {
        let sum = if (low - high).abs() < f64::EPSILON { percent(low) } else { format!("{} to {}", percent(low), percent(high)) };
        let of = first.set.as_ref().map(|set| format!(" of “{set}”")).unwrap_or_default();
        let message = format!("the probabilities{of} add up to {sum}");
        scope.diagnostics.push(Diagnostic::new(Code::ProbabilitySum, first.place.line, message));
    }
}

/// Whether probabilities add up to 1, rounding allowed for.
fn adds_up(sum: f64) -> bool {
    (sum - 1.0).abs() < 0.035
}

fn percent(share: f64) -> String {
    format!("{}%", (share * 1000.0).round() / 10.0)
}

/// The stance of a name, whose words come first, and of its title.
fn stance_of(name: &str, title: &str) -> Option<Stance> {
    words::stance_in(name).or_else(|| words::stance_in(title))
}
