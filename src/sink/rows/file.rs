//! One row an input, so that a notice and a file that could not be read leave a trace.

use super::cell::Row;
use super::column::{Columns, code, integer};
use crate::extract::Document;

pub(super) const COLUMNS: Columns = &[&[
    code("path", "path of the file, as `source.path`"),
    code("sha256", "SHA-256 of its bytes"),
    code("encoding", "encoding that it was decoded from"),
    code("kind", "`briefings`, `notice` (it says that there is no news), `empty` or `unreadable`"),
    integer("briefings", "how many briefings it holds"),
    code("error", "why it could not be read"),
]];

pub(super) fn row(document: &Document) -> Row<'_> {
    let file = &document.file;
    vec![
        (&file.path).into(),
        (&file.sha256).into(),
        file.encoding.into(),
        document.kind().name().into(),
        document.briefings.len().into(),
        (&file.error).into(),
    ]
}
