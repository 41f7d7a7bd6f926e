//! One row a heading.

use super::{Row, keys, number, text};
use crate::record::{Briefing, Section};

pub(super) const COLUMNS: &[&str] = &["start", "end", "level", "heading", "emoji", "role"];

pub(super) fn row(briefing: &Briefing, section: &Section) -> Row {
    let mut row = keys(briefing, &section.id, section.line);
    row.extend([
        section.span[0].to_string(),
        section.span[1].to_string(),
        section.level.to_string(),
        section.title.clone(),
        text(&section.emoji),
        number(section.role.map(|role| role.name())),
    ]);
    row
}
