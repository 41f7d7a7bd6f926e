//! Sections: the headings below a briefing's title, with what each is for.

use super::Scope;
use crate::lexicon;
use crate::record::{Section, SectionRole};

/// Lists the headings of a briefing.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Section> {
    let mut roles: Vec<(u8, Option<SectionRole>)> = Vec::new();
    let mut known: Vec<(usize, SectionRole)> = Vec::new();
    let headings = scope.body().filter_map(|at| Some((at, scope.outline.lines[at].heading()?)));
    let sections = headings
        .map(|(at, level)| {
            let line = &scope.outline.lines[at];
            roles.retain(|&(above, _)| above < level);
            let in_advice = roles.iter().any(|&(_, role)| role == Some(SectionRole::Advice));
            let role = lexicon::section::role(&line.text, in_advice);
            roles.push((level, role));
            known.extend(role.map(|role| (at, role)));
            Section { place: scope.place(at), level, title: line.text.clone(), emoji: line.emoji.clone(), role }
        })
        .collect();
    scope.roles = known;
    sections
}
