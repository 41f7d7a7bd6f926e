//! The text as the parser is to see it: repaired where line ends or marks that nobody sees would hide its form.
//!
//! Every repair puts blanks in the place of as many bytes, so that the offsets of the parser's events are those of the file.

use std::borrow::Cow;
use std::ops::Range;

use super::broken_row;
use super::char_class::is_invisible;
use crate::excerpt::Excerpt as _;

/// A text for the parser, as long as the one it was made of.
#[derive(Debug)]
pub(super) struct View<'t> {
    pub text: Cow<'t, str>,
    /// The line ends inside broken rows, which are blanks here.
    pub joints: Vec<Range<usize>>,
}

impl<'t> View<'t> {
    pub fn of(text: &'t str) -> Self {
        let joints = broken_row::line_ends(text);
        let marks = hidden_marks(text);
        if joints.is_empty() && marks.is_empty() {
            return Self { text: text.into(), joints };
        }
        let mut blanks: Vec<_> = joints.iter().chain(&marks).cloned().collect();
        blanks.sort_unstable_by_key(|range| range.start);
        let mut view = String::with_capacity(text.len());
        for range in blanks {
            view.push_str(text.part(view.len()..range.start));
            view.extend(range.map(|_| ' '));
        }
        view.push_str(text.part(view.len()..));
        Self { text: view.into(), joints }
    }

    /// What the parser calls a range, as one of a text that this is the view of: an item may begin at any of the blanks that stand
    /// in the place of a character.
    pub fn whole(text: &str, range: Range<usize>) -> Range<usize> {
        let start = (0..=range.start).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default();
        let end = (range.end..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
        start..end
    }

    /// The joints inside a part of the text.
    pub fn joints_in(&self, part: &Range<usize>) -> &[Range<usize>] {
        let first = self.joints.partition_point(|joint| joint.start < part.start);
        let end = self.joints.partition_point(|joint| joint.start < part.end);
        self.joints.part(first..end.max(first))
    }
}

/// A character that nobody sees at the head of a line, which would keep a heading from being one: the byte order mark of a file
/// that was put behind another. One is as wide as the three blanks that Markdown allows there.
fn hidden_marks(text: &str) -> Vec<Range<usize>> {
    let is_candidate = |at: &usize| at.checked_sub(1).is_none_or(|before| text.as_bytes().get(before) == Some(&b'\n'));
    // The first byte of U+200B and its kin, and of U+FEFF.
    let heads = memchr::memchr2_iter(0xE2, 0xEF, text.as_bytes()).filter(is_candidate);
    let hidden = heads.filter_map(|at| {
        let mut characters = text.part(at..).chars();
        let mark = characters.next().filter(|&c| is_invisible(c))?;
        let next = characters.next().filter(|&c| c != ' ' && c != '\t' && !is_invisible(c))?;
        (!next.is_whitespace()).then_some(at..at + mark.len_utf8())
    });
    hidden.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_is_as_long_as_its_text() {
        let text = "a\n\u{FEFF}# b\n\n| h | i |\n|---|---|\n| 1\r\n2 | 3 |\n";
        let view = View::of(text);
        assert_eq!(view.text, "a\n   # b\n\n| h | i |\n|---|---|\n| 1  2 | 3 |\n");
        assert_eq!(view.text.len(), text.len());
        assert_eq!(view.joints.len(), 1);
    }
}
