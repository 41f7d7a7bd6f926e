//! The company of a name: which naming lines are scenarios, and which belong to one set.

use std::collections::BTreeMap;

use super::name::{self, Form, Name};
use crate::excerpt::Excerpt as _;
use crate::extract::Scope;
use crate::lexicon::{fold, scenario as words};
use crate::outline::Line;
use crate::record::Probability;

/// A set of scenarios.
pub(super) struct Set {
    /// The heading or label that groups them.
    pub head: Option<usize>,
    company: Company,
    /// The naming lines.
    pub members: Vec<(usize, Name)>,
}

/// The sets that stand in lines (not in tables or within a sentence), in file order.
pub(super) fn sets(scope: &Scope<'_>) -> Vec<Set> {
    let mut by_company: BTreeMap<Company, Vec<(usize, Name)>> = BTreeMap::new();
    let mut others = Vec::new();
    for at in scope.body() {
        let line = &scope.outline.lines[at];
        if scope.is_claimed(at) || !line.is_prose() || !(could_name(line) || is_sentence(scope, at)) {
            continue;
        }
        let (head, rest) = naming_parts(line);
        match name::read(head, rest) {
            Some(name) => by_company.entry(Company::of(scope, at)).or_default().push((at, name)),
            None => others.push(at),
        }
    }
    let free = free_names(scope, &others, &by_company);
    let mut sets: Vec<Set> = Vec::new();
    for (company, members) in by_company {
        let beside = free.get(&company).map_or(&[][..], Vec::as_slice);
        if share_all(members.iter().chain(beside)) {
            // Whatever they are called, together they are all that can happen.
            sets.push(Set { head: company.head, company, members });
        } else {
            sets.extend(judged(scope, company, members));
        }
    }
    let set_of: BTreeMap<Company, usize> = sets.iter().enumerate().map(|(at, set)| (set.company, at)).collect();
    for (company, members) in free {
        match set_of.get(&company).and_then(|&at| sets.get_mut(at)) {
            Some(set) => {
                let gives = set.members.iter().any(|(_, name)| name.probability.is_some());
                set.members.extend(members.into_iter().filter(|(_, name)| gives == name.probability.is_some()));
            }
            None if is_free_set(scope, company, &members) => sets.push(Set { head: company.head, company, members }),
            None => {}
        }
    }
    for set in &mut sets {
        set.members.sort_by_key(|(at, _)| *at);
        resolve_trailing(&mut set.members);
        set.head = set.members.first().and_then(|(first, _)| announcing_line(scope, *first)).or(set.head);
    }
    drop_nested(scope, &mut sets);
    sets.sort_by_key(|set| set.members.first().map(|(at, _)| *at));
    sets
}

/// The part of a line that names (its bold label, or all of it), and what follows.
fn naming_parts(line: &Line) -> (&str, &str) {
    match &line.label {
        Some(label) if label.bold => (line.text.part(..label.end), line.value()),
        _ => (&line.text, ""),
    }
}

/// Names of any words, where their company may make them scenarios: named ones beside them, a heading that announces a set
/// or a number of alternatives, or a probability that is called one.
fn free_names(
    scope: &Scope<'_>,
    lines: &[usize],
    named: &BTreeMap<Company, Vec<(usize, Name)>>,
) -> BTreeMap<Company, Vec<(usize, Name)>> {
    let mut free: BTreeMap<Company, Vec<(usize, Name)>> = BTreeMap::new();
    let mut seen: BTreeMap<Company, bool> = BTreeMap::new();
    for &at in lines {
        let line = &scope.outline.lines[at];
        let could_state = scope.signs(at).is_any();
        let (head, rest) = naming_parts(line);
        if !(could_state || line.is_lead() || words::may_end_in_noun(head)) {
            continue;
        }
        let company = Company::of(scope, at);
        let expected = *seen.entry(company).or_insert_with(|| named.contains_key(&company) || company.announces(scope));
        let speaks = || could_state && words::calls_a_probability(&line.text);
        if !(expected || speaks()) {
            continue;
        }
        let name = could_state.then(|| name::read_free(head, rest)).flatten();
        let name = name.or_else(|| name::read_noun(head).filter(|_| expected));
        let name = name.or_else(|| (expected && states_probability(scope, at)).then(|| name::read_unstated(head)));
        if let Some(name) = name {
            free.entry(company).or_default().push((at, name));
        }
    }
    free
}

/// Whether a line below says how probable it is.
fn states_probability(scope: &Scope<'_>, at: usize) -> bool {
    let lines = &scope.outline.lines;
    lines[at].is_lead() && scope.outline.children(at).any(|child| lines[child].label_text().is_some_and(words::is_probability))
}

/// A line that can name something: a heading, an item, a line that opens with a label or a bracket, or a short one that gives a
/// probability (乐观情景 概率 25%).
fn could_name(line: &Line) -> bool {
    const SHORT: usize = 60;
    line.heading().is_some()
        || line.is_item()
        || line.label.is_some()
        || line.text.starts_with(['情', '场', '場', '【'])
        || (line.text.len() <= SHORT && words::could_begin_name(&line.text) && words::calls_a_probability(&line.text))
}

/// Whether a line is a sentence that could name a scenario, under a heading for them: `乐观情景（概率约 15%）下，技能凭证取代学历。`; or
/// with the words that lead to one: `In the bull case (25%), prices double.`
fn is_sentence(scope: &Scope<'_>, at: usize) -> bool {
    const OPENING: usize = 32;
    let line = &scope.outline.lines[at];
    if could_name(line) || !line.text.contains(['（', '(']) {
        return false;
    }
    let opening = line.text.char_indices().nth(OPENING).map_or(line.text.as_str(), |(end, _)| line.text.part(..end));
    let in_set = || line.parent.is_some_and(|up| words::names_set(&scope.outline.lines[up].text));
    (words::calls_a_probability(opening) && in_set()) || (opening.contains('%') && words::behind_lead(&line.text).is_some())
}

/// What makes two lines stand side by side: the same line above them, and the same form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Company {
    head: Option<usize>,
    level: u8,
}

impl Company {
    fn of(scope: &Scope<'_>, at: usize) -> Self {
        let line = &scope.outline.lines[at];
        let head = line.parent.filter(|up| scope.lines.contains(up) && Some(*up) != scope.title);
        Self { head, level: line.heading().unwrap_or(0) }
    }

    /// Whether the line above announces alternatives.
    fn announces(self, scope: &Scope<'_>) -> bool {
        let head = self.head.map(|head| scope.outline.lines[head].text.as_str());
        head.is_some_and(|head| words::names_set(head) || words::announced_count(head).is_some())
    }
}

/// The members of one company that are scenarios.
fn judged(scope: &Scope<'_>, company: Company, members: Vec<(usize, Name)>) -> Option<Set> {
    let head = company.head;
    let heading = head.map(|head| fold(&scope.outline.lines[head].text)).unwrap_or_default();
    let in_set = words::names_set(&heading);
    let of_use = words::is_use(&heading);
    // Upside and Downside under a heading for risks part them by kind.
    let of_risk = words::speaks_of_risk(&heading);
    let count = |form: Form| members.iter().filter(|(_, name)| name.form == form).count();
    let mut stances: Vec<_> = members
        .iter()
        .filter(|(_, name)| matches!(name.form, Form::Full | Form::Bare))
        .filter_map(|(_, name)| name.stance)
        .collect();
    stances.dedup();
    let all_stances: std::collections::HashSet<_> = members.iter().filter_map(|(_, name)| name.stance).collect();
    let (numbered, use_numbered) = (count(Form::Numbered), count(Form::UseNumbered));
    let size = members.len();
    let accepts = |name: &Name| match name.form {
        Form::Bare | Form::Weak if of_risk && name.probability.is_none() => false,
        Form::Full => in_set || all_stances.len() >= 2 || name.probability.is_some() || numbered > 0,
        Form::Bare => all_stances.len() >= 2 || (in_set && (name.probability.is_some() || size >= 2)),
        Form::Weak => {
            (in_set && (all_stances.len() >= 2 || name.probability.is_some())) || (!stances.is_empty() && all_stances.len() >= 2)
        }
        Form::Numbered if words::is_loose(&name.name) => {
            !of_use && numbered >= 2 && (in_set || name.probability.is_some() || name.stance.is_some())
        }
        Form::Numbered => !of_use && (numbered >= 2 || (in_set && name.probability.is_some())),
        Form::UseNumbered => use_numbered >= 2 && !of_use && (name.probability.is_some() || name.stance.is_some() || in_set),
        Form::Noun | Form::Free | Form::FreeSpoken => false,
    };
    // One sentence that opens with a name speaks of a scenario in passing.
    let alone = members.iter().filter(|(at, _)| is_sentence(scope, *at)).count() == 1;
    let members: Vec<_> = members.into_iter().filter(|(at, name)| accepts(name) && !(alone && is_sentence(scope, *at))).collect();
    (!members.is_empty()).then_some(Set { head, company, members })
}

/// A label with nothing below it right above the first member: `**未来推演：**`, then bold lines that name scenarios.
fn announcing_line(scope: &Scope<'_>, first: usize) -> Option<usize> {
    let lines = &scope.outline.lines;
    let above = first.checked_sub(1).filter(|above| scope.lines.contains(above))?;
    let announces = lines[above].is_lead() && lines[above].parent == lines[first].parent && words::names_set(&lines[above].text);
    announces.then_some(above)
}

/// The most that the probabilities of alternatives add up to, as they are rounded.
const MOST: f64 = 1.1;

/// Whether lines with free names are a set: a heading announces it, or they share out the whole probability among them, as
/// alternatives do and forecasts do not.
fn is_free_set(scope: &Scope<'_>, company: Company, members: &[(usize, Name)]) -> bool {
    let head = company.head.map(|head| scope.outline.lines[head].text.as_str()).unwrap_or_default();
    if words::speaks_of_risk(head) {
        return false;
    }
    let counted = words::announced_count(head) == Some(members.len());
    let spoken = members.iter().all(|(_, name)| name.form == Form::FreeSpoken);
    let given = members.iter().all(|(_, name)| name.probability.is_some());
    // Events of which several may come true are no alternatives.
    let sum: f64 = members.iter().filter_map(|(_, name)| name.probability?.value).sum();
    members.len() >= 2 && given && sum <= MOST && (words::names_set(head) || ((spoken || counted) && share_all(members.iter())))
}

/// Whether several names share out the whole probability among them, with no percentage that could be something else alone.
fn share_all<'n>(members: impl Iterator<Item = &'n (usize, Name)>) -> bool {
    let given: Option<Vec<f64>> = members.map(|(_, name)| name.probability.and_then(|p| p.value.or(p.high).or(p.low))).collect();
    given.is_some_and(|given| given.len() >= 2 && super::adds_up(given.iter().sum()))
}

/// Takes the bare percentages at the ends of the lines for probabilities where every member has one and they add up.
fn resolve_trailing(members: &mut [(usize, Name)]) {
    let trailing: Option<Vec<Probability>> =
        members.iter().map(|(_, name)| name.trailing.filter(|_| name.probability.is_none())).collect();
    let Some(trailing) = trailing.filter(|found| found.len() >= 2) else { return };
    let sum: f64 = trailing.iter().filter_map(|p| p.value).sum();
    if super::adds_up(sum) {
        for ((_, name), probability) in members.iter_mut().zip(trailing) {
            name.probability = Some(probability);
        }
    }
}

/// A name inside another scenario's lines is part of what is said of that one.
fn drop_nested(scope: &Scope<'_>, sets: &mut Vec<Set>) {
    let naming: std::collections::HashSet<usize> = sets.iter().flat_map(|set| set.members.iter().map(|(at, _)| *at)).collect();
    for set in sets.iter_mut() {
        set.members.retain(|(at, _)| !scope.outline.ancestors(*at).any(|up| naming.contains(&up)));
    }
    sets.retain(|set| !set.members.is_empty());
}
