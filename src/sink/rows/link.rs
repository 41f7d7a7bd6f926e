//! One row a link.

use super::{Row, placed};
use crate::record::{Briefing, Link};

pub(super) const COLUMNS: &[&str] = &["start", "end", "section", "text", "url", "is_source"];

pub(super) fn row(briefing: &Briefing, link: &Link) -> Row {
    let mut row = placed(briefing, &link.place);
    row.extend([link.text.clone(), link.url.clone(), link.is_source.to_string()]);
    row
}
