//! Recommendations: pieces of advice to the reader.
//!
//! A heading, bold line or label opens a group of advice ([`group`] says which); below it, lines name an audience, a
//! horizon or a theme, and the outermost items below the deepest of those are the records ([`walk`]). What an item says of
//! its own audience and horizon, and whether it warns, is read by [`item`].

mod group;
mod item;
mod walk;

use super::Scope;
use crate::record::Recommendation;

/// Lists the advice of a briefing and claims its lines.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Recommendation> {
    let mut found = Vec::new();
    let mut next = scope.body().start;
    // Where the last group stood that was opened by naming whom it addresses.
    let mut beside = None;
    while next < scope.lines.end {
        let at = next;
        next += 1;
        if scope.is_claimed(at) {
            continue;
        }
        let is_beside = || beside == Some(standing(scope, at));
        let context =
            group::opened_by(scope.outline, at).or_else(|| is_beside().then(|| group::continued_by(scope.outline, at)).flatten());
        if let Some(context) = context {
            beside = context.audience.is_some().then(|| standing(scope, at));
            walk::group(scope, at, &context, &mut found);
            next = scope.outline.lines[at].end.max(at + 1);
        }
    }
    found
}

/// What two grouping lines share that stand side by side.
fn standing(scope: &Scope<'_>, at: usize) -> (Option<usize>, Option<u8>) {
    let line = &scope.outline.lines[at];
    (line.parent, line.heading())
}
