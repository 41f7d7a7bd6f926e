//! The fences of a briefing, as runs of lines.

use std::ops::Range;

use unicode_width::UnicodeWidthStr as _;

use super::{Scope, table};
use crate::outline::Kind;

/// The widest line, in columns, that introduces a fence without being a label: `One depot, first year:`.
const TITLE_WIDTH: usize = 72;

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

/// What introduces a fence whose first line is given: a short line right above it that ends in a colon, or what would
/// introduce a table there.
pub(super) fn title(scope: &Scope<'_>, first: usize) -> Option<String> {
    let above = first.checked_sub(1).filter(|&above| scope.body().contains(&above)).map(|above| &scope.outline.lines[above]);
    let announces = above.filter(|line| {
        line.kind == Kind::Text && !line.is_lead() && line.text.ends_with([':', '：']) && line.text.width() <= TITLE_WIDTH
    });
    announces.map(|line| line.name().to_owned()).or_else(|| table::caption(scope, first))
}
