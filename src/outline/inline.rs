//! Inline events to clean text.
//!
//! CommonMark leaves `**` standing beside full-width punctuation (`**发布日期：**2025`, `**（注）**的`). To a reader
//! those are markup all the same. So every `**`, whether the parser took it for emphasis or not, goes the same way
//! here: it leaves the text and toggles boldness, and what was bold is kept as ranges for the label reader.

use std::cell::LazyCell;
use std::ops::Range;

use super::char_class::{hides, is_han, is_invisible};
use super::origin::Origin;
use crate::excerpt::Excerpt as _;

/// A link inside a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// The bytes of the line's text that are its text.
    pub text: Range<usize>,
    pub url: String,
}

/// Markup that may be left standing in text.
const MARKS: [&str; 2] = ["**", "__"];
/// The mark of text that is struck out.
const STRUCK: &str = "~~";

/// The text of a line under construction, markup and all.
#[derive(Debug, Default)]
pub(crate) struct RawText {
    raw: String,
    origin: Origin,
    /// Code spans: what stands in them is text, whatever it looks like.
    code: Vec<Range<usize>>,
    links: Vec<Link>,
    strong: usize,
    link: Option<(usize, String)>,
}

/// The text of a line, clean.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) struct InlineText {
    pub text: String,
    pub origin: Origin,
    pub bold: Vec<Range<usize>>,
    pub links: Vec<Link>,
}

impl RawText {
    /// Text that may hold marks which the parser left standing, and where it stands in the file.
    pub fn push(&mut self, text: &str, source: usize) {
        if !text.contains(is_invisible) {
            return self.push_seen(text, source);
        }
        // What nobody sees would part a word from itself, and hide it from every search.
        let mut from = 0;
        for (at, c) in text.char_indices().filter(|&(at, c)| hides(c, text.part(..at).chars().next_back())) {
            self.push_seen(text.part(from..at), source + from);
            from = at + c.len_utf8();
        }
        self.push_seen(text.part(from..), source + from);
    }

    fn push_seen(&mut self, text: &str, source: usize) {
        if !text.is_empty() {
            self.origin.push(self.raw.len(), Some(source), false);
            self.raw.push_str(text);
        }
    }

    /// A line end inside a text that goes on with a character: nothing between two Han, else a space.
    pub fn push_break(&mut self, next: Option<char>) {
        let both_han = self.raw.chars().next_back().is_some_and(is_han) && next.is_some_and(is_han);
        if !both_han {
            self.push_space();
        }
    }

    /// The content of a code span, and where it stands in the file if it is verbatim there.
    pub fn push_code(&mut self, code: &str, source: Option<usize>) {
        let start = self.raw.len();
        self.origin.push(start, source, true);
        self.raw.push_str(code);
        self.code.push(start..self.raw.len());
    }

    /// A space between two words, if one is due.
    pub fn push_space(&mut self) {
        if !self.raw.is_empty() && !self.raw.ends_with(' ') {
            self.raw.push(' ');
        }
    }

    pub fn open_strong(&mut self) {
        self.strong += 1;
        self.raw.push_str(MARKS[0]);
    }

    pub fn close_strong(&mut self) {
        self.strong = self.strong.saturating_sub(1);
        self.raw.push_str(MARKS[0]);
    }

    pub fn open_link(&mut self, url: &str) {
        self.link = Some((self.raw.len(), url.to_owned()));
    }

    pub fn close_link(&mut self) {
        if let Some((start, url)) = self.link.take() {
            self.links.push(Link { text: start..self.raw.len(), url });
        }
    }

    /// Whether it holds nothing, and to end the line would change nothing.
    pub fn is_blank(&self) -> bool {
        self.raw.is_empty() && self.strong == 0 && self.links.is_empty() && self.code.is_empty() && self.origin.is_empty()
    }

    /// Ends the line. What is bold or a link goes on in the line after it.
    pub fn finish(&mut self) -> InlineText {
        let link = self.link.clone();
        self.close_link();
        let next = Self {
            raw: if self.strong > 0 { MARKS[0].to_owned() } else { String::new() },
            strong: self.strong,
            link: link.map(|(_, url)| (0, url)),
            ..Self::default()
        };
        std::mem::replace(self, next).clean()
    }

    fn clean(mut self) -> InlineText {
        let marks = self.marks();
        if marks.is_empty() {
            let mut clean = InlineText { text: self.raw, origin: self.origin, bold: Vec::new(), links: self.links };
            clean.trim();
            return clean;
        }
        let mut clean = InlineText { links: std::mem::take(&mut self.links), ..InlineText::default() };
        clean.text.reserve_exact(self.raw.len() - marks.len() * MARKS[0].len());
        let mut kept: Vec<Range<usize>> = Vec::with_capacity(marks.len() + 1);
        let mut bold_since = None;
        let mut from = 0;
        for at in marks {
            clean.text.push_str(self.raw.part(from..at));
            kept.push(from..at);
            from = at + MARKS[0].len();
            if self.raw.part(at..).starts_with(STRUCK) {
                continue;
            }
            match bold_since.take() {
                Some(start) if start < clean.text.len() => clean.bold.push(start..clean.text.len()),
                Some(_) => {}
                None => bold_since = Some(clean.text.len()),
            }
        }
        clean.text.push_str(self.raw.part(from..));
        kept.push(from..self.raw.len());
        clean.origin = self.origin.select(&kept);
        if let Some(start) = bold_since.filter(|&start| (self.strong > 0 || start == 0) && start < clean.text.len()) {
            // Bold goes on in the next line, or was opened with the line and never closed.
            clean.bold.push(start..clean.text.len());
        }
        if !clean.links.is_empty() {
            move_links(&mut clean.links, &kept);
        }
        clean.trim();
        clean
    }

    /// Where marks stand that are markup: `**` everywhere, `__` beside a Han character (elsewhere it is part of a name),
    /// `~~` in pairs.
    fn marks(&self) -> Vec<usize> {
        let next = |from: usize| memchr::memchr3(b'*', b'_', b'~', self.raw.as_bytes().part(from..)).map(|at| from + at);
        let mut marks = Vec::new();
        let Some(mut at) = next(0) else { return marks };
        let strikes = LazyCell::new(|| self.raw.matches(STRUCK).count().is_multiple_of(2));
        let mut code = self.code.iter().peekable();
        while let Some(candidate) = next(at).filter(|candidate| candidate + 2 <= self.raw.len()) {
            at = candidate;
            if let Some(span) = code.next_if(|span| span.start <= at) {
                at = span.end.max(at);
                continue;
            }
            let is_mark = match self.raw.as_bytes().part(at..at + 2) {
                b"**" => true,
                b"__" => beside_han(&self.raw, at),
                b"~~" => *strikes,
                _ => false,
            };
            if is_mark {
                marks.push(at);
                at += 2;
            } else {
                at += 1;
            }
        }
        marks
    }
}

/// Moves links from places in a raw text to places in the clean one, of which some parts were kept.
fn move_links(links: &mut [Link], kept: &[Range<usize>]) {
    // Each part, and how much was kept before it.
    let before = kept.iter().scan(0, |length, part| Some(std::mem::replace(length, *length + part.len())));
    let parts: Vec<_> = kept.iter().zip(before).collect();
    let moved = |raw: usize| {
        let at = parts.partition_point(|(part, _)| part.start <= raw).saturating_sub(1);
        parts.get(at).map_or(0, |(part, before)| before + raw.min(part.end).saturating_sub(part.start))
    };
    for link in links {
        link.text = moved(link.text.start)..moved(link.text.end);
    }
}

fn beside_han(text: &str, at: usize) -> bool {
    let is_word = |c: char| is_han(c) && c.is_alphabetic();
    text.part(..at).chars().next_back().is_some_and(is_word) || text.part(at + 2..).chars().next().is_some_and(is_word)
}

impl InlineText {
    /// Takes a line that stands in lenticular brackets (`【给投资者】`) for the title that they make it: bold, without them.
    pub fn take_off_brackets(&mut self) {
        let Some(inner) = self.text.strip_prefix('【').and_then(|text| text.strip_suffix('】')) else { return };
        if inner.is_empty() || inner.contains(['【', '】']) {
            return;
        }
        let end = '【'.len_utf8() + inner.len();
        self.text.truncate(end);
        self.drop_front('【'.len_utf8());
        self.bold.clear();
        self.bold.push(0..self.text.len());
    }

    /// Takes `count` bytes off the front.
    pub fn drop_front(&mut self, count: usize) {
        if count == 0 {
            return;
        }
        self.text.drain(..count);
        self.origin.drop_front(count);
        for range in self.bold.iter_mut().chain(self.links.iter_mut().map(|link| &mut link.text)) {
            *range = range.start.saturating_sub(count)..range.end.saturating_sub(count);
        }
        self.bold.retain(|range| !range.is_empty());
    }

    fn trim(&mut self) {
        let len = self.text.trim_end().len();
        if len == self.text.len() && !self.text.starts_with(char::is_whitespace) {
            return;
        }
        self.text.truncate(len);
        for range in self.bold.iter_mut().chain(self.links.iter_mut().map(|link| &mut link.text)) {
            *range = range.start.min(len)..range.end.min(len);
        }
        self.drop_front(len - self.text.trim_start().len());
    }
}

/// The clean text of a piece of plain text (a fence line, a front matter value) and where it stands in the file.
pub(crate) fn clean(text: &str, source: usize) -> InlineText {
    let mut raw = RawText::default();
    raw.push(text, source);
    raw.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asterisks_leave_the_text_and_mark_what_was_bold() {
        let line = clean("  **发布日期：**2025 **（注）**的 ", 0);
        assert_eq!(line.text, "发布日期：2025 （注）的");
        assert_eq!(line.bold.iter().map(|r| &line.text[r.clone()]).collect::<Vec<_>>(), ["发布日期：", "（注）"]);
    }

    #[test]
    fn struck_words_lose_their_marks() {
        let line = clean("~~约 **5** 亿~~ ~6 亿", 0);
        assert_eq!((line.text.as_str(), line.bold.first()), ("约 5 亿 ~6 亿", Some(&(4..5))));
        assert_eq!(clean("甲 ~~ 乙", 0).text, "甲 ~~ 乙");
    }

    #[test]
    fn an_unpaired_mark_goes_too() {
        assert_eq!(clean("Revenue (FY26):** $11B", 0).text, "Revenue (FY26): $11B");
    }

    #[test]
    fn boldness_goes_on_in_the_next_line() {
        let mut raw = RawText::default();
        raw.open_strong();
        raw.push("two", 0);
        assert_eq!(raw.finish().bold.first(), Some(&(0..3)));
        raw.push("lines", 4);
        raw.close_strong();
        assert_eq!(raw.finish().bold.first(), Some(&(0..5)));
    }

    #[test]
    fn code_and_names_keep_their_marks() {
        let mut raw = RawText::default();
        raw.push("*", 0);
        raw.push("*粗*", 1);
        raw.push("*，__重点__，", 6);
        raw.push_code("2**3", Some(25));
        raw.push("，__init__.py", 30);
        assert_eq!(raw.finish().text, "粗，重点，2**3，__init__.py");
    }
}
