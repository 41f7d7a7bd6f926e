//! Inline events to clean text.
//!
//! CommonMark leaves `**` standing beside full-width punctuation (`**发布日期：**2025`, `**（注）**的`). To a reader
//! those are markup all the same. So every `**`, whether the parser took it for emphasis or not, goes the same way
//! here: it leaves the text and toggles boldness, and what was bold is kept as ranges for the label reader.

use std::ops::Range;

/// A link inside a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// The bytes of the line's text that are its text.
    pub text: Range<usize>,
    pub url: String,
}

/// Text under construction.
#[derive(Debug, Default)]
pub(crate) struct InlineText {
    pub text: String,
    pub bold: Vec<Range<usize>>,
    pub links: Vec<Link>,
    bold_since: Option<usize>,
    link: Option<(usize, String)>,
}

impl InlineText {
    /// Text that may hold `**` which the parser left standing.
    pub fn push(&mut self, text: &str) {
        let mut parts = text.split("**");
        if let Some(first) = parts.next() {
            self.text.push_str(first);
        }
        for part in parts {
            self.toggle_bold();
            self.text.push_str(part);
        }
    }

    /// The content of a code span, verbatim.
    pub fn push_code(&mut self, code: &str) {
        self.text.push_str(code);
    }

    /// A space between two words, if one is due.
    pub fn push_space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    pub fn toggle_bold(&mut self) {
        match self.bold_since.take() {
            Some(start) if start < self.text.len() => self.bold.push(start..self.text.len()),
            Some(_) => {}
            None => self.bold_since = Some(self.text.len()),
        }
    }

    pub fn open_link(&mut self, url: &str) {
        self.link = Some((self.text.len(), url.to_owned()));
    }

    pub fn close_link(&mut self) {
        if let Some((start, url)) = self.link.take() {
            self.links.push(Link { text: start..self.text.len(), url });
        }
    }

    /// Ends the text and says whether boldness and a link go on in the line after it.
    pub fn finish(&mut self) -> Self {
        let (bold, link) = (self.bold_since.is_some(), self.link.clone());
        if bold {
            self.toggle_bold();
        }
        self.close_link();
        let next = Self { bold_since: bold.then_some(0), link: link.map(|(_, url)| (0, url)), ..Self::default() };
        let mut done = std::mem::replace(self, next);
        done.trim();
        done
    }

    /// Takes `count` bytes off the front.
    pub fn drop_front(&mut self, count: usize) {
        if count == 0 {
            return;
        }
        self.text.drain(..count);
        for range in self.bold.iter_mut().chain(self.links.iter_mut().map(|link| &mut link.text)) {
            *range = range.start.saturating_sub(count)..range.end.saturating_sub(count);
        }
        self.bold.retain(|range| !range.is_empty());
    }

    fn trim(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        let len = self.text.len();
        for range in self.bold.iter_mut().chain(self.links.iter_mut().map(|link| &mut link.text)) {
            *range = range.start.min(len)..range.end.min(len);
        }
        self.drop_front(len - self.text.trim_start().len());
    }
}

/// The clean text of a piece of plain text (a fence line, a front matter value).
pub(crate) fn clean(text: &str) -> InlineText {
    let mut inline = InlineText::default();
    inline.push(text);
    inline.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asterisks_leave_the_text_and_mark_what_was_bold() {
        let line = clean("  **发布日期：**2025 **（注）**的 ");
        assert_eq!(line.text, "发布日期：2025 （注）的");
        assert_eq!(line.bold.iter().map(|r| &line.text[r.clone()]).collect::<Vec<_>>(), ["发布日期：", "（注）"]);
    }

    #[test]
    fn an_unpaired_mark_goes_too() {
        assert_eq!(clean("Revenue (FY26):** $11B").text, "Revenue (FY26): $11B");
    }

    #[test]
    fn boldness_goes_on_in_the_next_line() {
        let mut inline = InlineText::default();
        inline.push("**two");
        assert_eq!(inline.finish().bold, [0..3]);
        inline.push("lines**");
        assert_eq!(inline.finish().bold, [0..5]);
    }
}
