//! Scenarios named one after the other within a sentence: “乐观（30%）…，基准（50%）…，悲观（20%）…”.

use super::name::{self, Form};
use crate::excerpt::Excerpt as _;
use crate::extract::Scope;
use crate::lexicon::{fold, scenario as words};
use crate::record::{Scenario, Stance};

/// The sets within a line of prose, with that line.
pub(super) fn sets(scope: &Scope<'_>) -> Vec<(usize, Vec<Scenario>)> {
    scope
        .body()
        .filter(|&at| {
            let line = &scope.outline.lines[at];
            let is_open = !scope.is_claimed(at) && line.is_prose() && line.heading().is_none();
            is_open && scope.signs(at).percentage && line.text.matches(['%', '成']).count() >= 2
        })
        .filter_map(|at| Some((at, set(scope, at)?)))
        .collect()
}

fn set(scope: &Scope<'_>, at: usize) -> Option<Vec<Scenario>> {
    let text = &scope.outline.lines[at].text;
    let mut found = Vec::new();
    let mut clause_start = 0;
    for clause in text.split_inclusive(['；', ';', '，', ',', '。', '：', ':', '、', '/']) {
        let rest = text.part(clause_start..);
        clause_start += clause.len();
        if let Some(name) = name::read(rest.trim_start(), "").filter(|name| matches!(name.form, Form::Full | Form::Bare))
            && let Some(probability) = name.probability
        {
            found.push((name, probability));
        }
    }
    let stances: std::collections::HashSet<_> = found.iter().filter_map(|(name, _)| name.stance).collect();
    if found.len() < 2 || stances.len() != found.len() {
        return None;
    }
    let set = scope.outline.lines[at].parent.filter(|&up| Some(up) != scope.title).and_then(|up| scope.name(up));
    let scenarios = found.into_iter().map(|(name, probability)| Scenario {
        place: scope.place(at),
        set: set.clone(),
        name: name.name,
        title: name.title.map(|title| first_clause(&title)).filter(|title| !title.is_empty()),
        stance: name.stance.unwrap_or(Stance::Other),
        probability: Some(probability),
        horizon: name.horizon,
        horizon_period: None,
        fields: Vec::new(),
    });
    Some(scenarios.collect())
}

/// The words up to the end of the clause, or up to the next scenario.
fn first_clause(title: &str) -> String {
    let end = title.find(['；', ';', '。']).unwrap_or(title.len());
    let mut start = 0;
    for clause in title.part(..end).split_inclusive(['，', ',', '、', '/']) {
        let names_next = words::leading_stance(&fold(clause.trim_start())).is_some() && start > 0;
        if names_next {
            return title.part(..start).trim_end_matches(['，', ',', '、', '/', ' ']).to_owned();
        }
        start += clause.len();
    }
    title.part(..end).to_owned()
}
