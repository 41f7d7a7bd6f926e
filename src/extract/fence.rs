//! The fences of a briefing, as runs of lines.

use std::ops::Range;

use super::Scope;
use crate::outline::Kind;

/// The lines of each fence (or indented block) of the body, code and drawings included.
pub(super) fn blocks(scope: &Scope<'_>) -> Vec<Range<usize>> {
    let lines = &scope.outline.lines;
    let mut blocks: Vec<Range<usize>> = Vec::new();
    for at in scope.body().filter(|&at| matches!(lines[at].kind, Kind::Fenced | Kind::Code)) {
        match blocks.last_mut() {
            Some(last) if last.end == at && lines[last.start].block == lines[at].block => last.end = at + 1,
            _ => blocks.push(at..at + 1),
        }
    }
    blocks
}
