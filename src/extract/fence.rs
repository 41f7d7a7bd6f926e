//! The fences of a briefing, as runs of lines.

use std::ops::Range;

use unicode_width::UnicodeWidthStr as _;

use super::{Scope, table};
use crate::outline::{Kind, Line};

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

/// What introduces a fence whose first line is given: the label line right above it, or a short line that ends in a colon;
/// else the bold line or heading that it stands under.
pub(super) fn title(scope: &Scope<'_>, first: usize) -> Option<String> {
    table::introduction(scope, first, announces, |line| line.is_lead() && !is_plain_label(line))
}

fn announces(line: &Line) -> bool {
    let ends_open = line.text.ends_with([':', '：']) && line.text.width() <= TITLE_WIDTH;
    matches!(line.kind, Kind::Text | Kind::Heading(_)) && (line.is_lead() || ends_open)
}

/// A label without emphasis names what stands right below it, not the fences after that.
fn is_plain_label(line: &Line) -> bool {
    line.heading().is_none() && line.label.as_ref().is_some_and(|label| !label.bold)
}

/// A command behind the prompt of a shell: `$ ls`, `>>> x = 1`.
pub(super) fn is_command(text: &str) -> bool {
    let command = ["$ ", ">>> "].iter().find_map(|prompt| text.strip_prefix(prompt));
    command.is_some_and(|command| !command.starts_with(|c: char| c.is_ascii_digit()))
}

/// A label as programs write them: `max_tokens`, `"name"`, or with the time of day of a log.
pub(super) fn is_key(label: &str) -> bool {
    let is_name =
        label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-' | '.' | '"' | '\''));
    let is_number = label.chars().all(|c| c.is_ascii_digit());
    let has_time = label.as_bytes().windows(3).any(is_clock);
    (is_name && !is_number) || has_time
}

/// A colon between digits, as in a time of day.
pub(super) fn is_clock(bytes: &[u8]) -> bool {
    matches!(bytes, [b'0'..=b'9', b':', b'0'..=b'9'])
}
