//! One row a link.

use super::cell::Row;
use super::column::{Columns, address, boolean, text};
use super::{PLACE, placed};
use crate::record::{Briefing, Link};

pub(super) const COLUMNS: Columns = &[
    PLACE,
    &[
        text("text", "the words that it hangs on"),
        address("url", "the address"),
        boolean("is_source", "whether the briefing names it as a source"),
    ],
];

pub(super) fn row<'r>(briefing: &'r Briefing, link: &'r Link) -> Row<'r> {
    let mut row = placed(briefing, &link.place);
    row.extend([(&link.text).into(), (&link.url).into(), link.is_source.into()]);
    row
}
