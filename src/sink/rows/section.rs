//! One row a heading.

use super::cell::Row;
use super::column::{Columns, code, integer, text};
use super::{PLACE, placed};
use crate::record::{Briefing, Section};

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[
        integer("level", "level of the heading"),
        text("heading", "`title` of the section"),
        code("emoji", "emoji of the heading"),
        code("role", "what the section is for"),
    ],
];

pub(super) fn row<'r>(briefing: &'r Briefing, section: &'r Section) -> Row<'r> {
    let mut row = placed(briefing, &section.place);
    row.extend([
        section.level.into(),
        (&section.title).into(),
        (&section.emoji).into(),
        section.role.map(|role| role.name()).into(),
    ]);
    row
}
