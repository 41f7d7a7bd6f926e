//! One row a heading.

use super::{Row, number, placed, text};
use crate::record::{Briefing, Section};

pub(super) const COLUMNS: &[&str] = &["start", "end", "section", "level", "heading", "emoji", "role"];

pub(super) fn row(briefing: &Briefing, section: &Section) -> Row {
    let mut row = placed(briefing, &section.place);
    row.extend([
        section.level.to_string(),
        section.title.clone(),
        text(&section.emoji),
        number(section.role.map(|role| role.name())),
    ]);
    row
}
