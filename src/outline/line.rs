//! What a line of the file says and where it begins: its mark, its label, its column; whether it continues the line above.

use unicode_width::UnicodeWidthChar as _;

use super::char_class::{is_han, is_invisible, leading_emoji};
use super::inline::InlineText;
use super::label::{Label, label_of};
use super::opening;
use super::{Kind, Line, Marker};
use crate::excerpt::Excerpt as _;

/// The widest line (in columns) that names the list below it without a colon.
const NAME_WIDTH: usize = 40;
/// A line narrower than this (in columns) was not wrapped by its author.
const WRAP_WIDTH: usize = 60;

/// A short line without a mark right above a list names it, colon or not: `P0｜今天` above `- [ ] …`.
pub(super) fn name_list(above: Option<&mut Line>, line: &Line) {
    let Some(above) = above.filter(|above| !line.gap && (line.is_item() || line.column > above.column)) else { return };
    let is_bare = above.marker == Marker::Plain && above.label.is_none() && matches!(above.kind, Kind::Text | Kind::Fenced);
    let is_list = line.kind == above.kind && (line.is_item() || line.kind == Kind::Fenced);
    let is_name = || is_narrow(&above.text, NAME_WIDTH + 1) && !above.text.contains(['。', '，', '；', '→', '=', '.', ',', ';']);
    if is_bare && is_list && is_name() {
        let len = above.text.len();
        above.label = Some(Label { end: len, value: len, bold: false, colon: false });
    }
}

/// Writes a text into a line: its mark, emoji and label are read from it.
pub(super) fn fill(line: &mut Line, mut inline: InlineText, dashes: bool) {
    let is_heading = line.heading().is_some();
    if is_heading {
        let len = leading_emoji(&inline.text);
        line.emoji = (len > 0).then(|| inline.text.part(..len).to_owned());
        let space = inline.text.part(len..).len() - inline.text.part(len..).trim_start().len();
        inline.drop_front(len + space);
    } else {
        if dashes {
            let stem = opening::tree_stem(&inline.text);
            line.column += inline.text.part(..stem).chars().count();
            inline.drop_front(stem);
        }
        let opening = opening::scan(&inline.text, dashes);
        line.marker = opening.marker;
        line.ordinal = opening.ordinal;
        line.emoji = opening.emoji;
        if opening.marker == Marker::Tree {
            // Branches nest by where they fork off, not by the stem before them.
            line.column += inline.text.chars().take_while(|c| matches!(c, '│' | ' ' | '┃')).count();
        }
        inline.drop_front(opening.rest);
        inline.take_off_brackets();
    }
    line.label = label_of(&inline.text, &inline.bold);
    if line.marker == Marker::Number && line.label.as_ref().is_some_and(|label| label.bold && label.value == inline.text.len()) {
        // A numbered bold line stands for a heading; its number makes it no item.
        line.marker = Marker::Plain;
    }
    line.text = inline.text;
    line.origin = inline.origin;
    line.links = inline.links;
}

/// The mark of an item, from the text of the file.
pub(super) fn item_mark(text: &str, start: usize) -> (usize, Marker, Option<u32>) {
    // The parser lets an item that a tab indents begin at the line end before it.
    let before = |c| matches!(c, ' ' | '\t' | '\n' | '\r') || is_invisible(c);
    let at = start + (text.part(start..).len() - text.part(start..).trim_start_matches(before).len());
    let digits = text.part(at..).bytes().take_while(u8::is_ascii_digit).count();
    match text.part(at..at + digits).parse() {
        Ok(ordinal) => (at, Marker::Number, Some(ordinal)),
        Err(_) => (at, Marker::Dash, None),
    }
}

/// The offset of the first character of a line of the file that is seen and no quote mark.
pub(super) fn first_character(text: &str, line_start: usize) -> usize {
    let line = text.part(line_start..);
    line_start + line.len() - line.trim_start_matches(|c| matches!(c, ' ' | '\t' | '>' | '\u{3000}') || is_invisible(c)).len()
}

/// Whether the text before an item is the mark of another.
pub(super) fn is_nested_mark(before: &str) -> bool {
    let mark = before.trim_matches([' ', '\t', '>']);
    matches!(mark, "-" | "*" | "+")
        || mark.len() > 1 && mark.ends_with(['.', ')']) && mark.part(..mark.len() - 1).bytes().all(|b| b.is_ascii_digit())
}

/// The column after an indentation: tabs stop at every fourth, quote marks do not count.
pub(super) fn column(indent: &str) -> usize {
    let after_quotes =
        indent.rfind('>').map_or(indent, |at| indent.part(at + 1..).strip_prefix(' ').unwrap_or(indent.part(at + 1..)));
    after_quotes.chars().fold(0, |column, c| match c {
        '\t' => column / 4 * 4 + 4,
        '\u{3000}' => column + 2,
        _ if is_invisible(c) => column,
        _ => column + 1,
    })
}

/// Whether a line that follows a soft break merely continues the one above: it has no mark or label of its own, and the
/// one above is full or stops in the middle of a sentence.
pub(super) fn wraps(above: &Line, line: &Line) -> bool {
    if line.is_item() || line.label.is_some() || above.is_lead() || above.kind != line.kind {
        return false;
    }
    let last = above.text.chars().next_back();
    let stops = last.is_some_and(|c| matches!(c, '。' | '！' | '？' | '：' | ':' | '；' | '.' | '!' | '?'));
    let open = last.is_some_and(|c| matches!(c, ',' | '，' | '、' | '-' | '—'));
    let goes_on = line.text.starts_with(|c: char| c.is_lowercase());
    open || (goes_on && !stops) || (!is_narrow(&above.text, WRAP_WIDTH) && (!stops || !last.is_some_and(is_han)))
}

/// Whether a text is narrower than so many columns. It reads no further than that: joined lines grow long.
fn is_narrow(text: &str, columns: usize) -> bool {
    let mut widths = text.chars().scan(0, |width, c| {
        *width += c.width().unwrap_or(0);
        Some(*width)
    });
    widths.all(|width| width < columns)
}

pub(super) fn join(above: &mut Line, line: Line) {
    let spaced = match (above.text.chars().next_back(), line.text.chars().next()) {
        (Some(a), Some(b)) => !(is_han(a) && is_han(b)),
        _ => false,
    };
    if spaced {
        above.text.push(' ');
    }
    let shift = above.text.len();
    above.origin.append(&line.origin, shift);
    above.text.push_str(&line.text);
    above.links.extend(line.links.into_iter().map(|mut link| {
        link.text = link.text.start + shift..link.text.end + shift;
        link
    }));
    if let Some(label) = above.label.as_mut().filter(|label| label.value == shift) {
        label.value = shift;
    }
    above.span.end = line.span.end;
}
