//! The one place that sets parser options.
//!
//! Tables, task lists and footnotes are on. Strikethrough, maths and smart punctuation are off because analysts write
//! `~30% 升至 40%~`, `$3.1万亿到$4万亿` and `18--24`: the first would lose its tildes, the second become a
//! formula, the third be rewritten. Front matter is cut off here rather than by the parser, which would also take
//! a pair of `---` rules in the middle of a text for one.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

use crate::excerpt::Excerpt as _;

/// Front matter longer than this many lines is taken for a text that merely begins with a rule.
const MAX_FRONT_MATTER_LINES: usize = 200;

/// Quotes and list items that open further into a line than this many bytes are none: the parser asks of each line whether it
/// goes on with every one that is open, so thousands of them would cost thousands of times the length of the text.
const LAST_MARK: usize = 400;

/// A text in which no quote or item opens beyond [`LAST_MARK`]; blanks stand in the place of the marks that would open them.
pub(crate) fn bounded(text: &str) -> Cow<'_, str> {
    let mut bounded = String::new();
    let mut copied = 0;
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        if line.len() > LAST_MARK {
            for mark in marks(line).skip_while(|&mark| mark < LAST_MARK) {
                bounded.push_str(text.part(copied..start + mark));
                bounded.push(' ');
                copied = start + mark + 1;
            }
        }
        start += line.len();
    }
    if copied == 0 {
        return text.into();
    }
    bounded.push_str(text.part(copied..));
    bounded.into()
}

/// Where the marks stand, each of one byte, that open the quotes and items with which a line begins: `>`, `-`, the point of `1.`
fn marks(line: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = line.as_bytes();
    let is_blank = |at: usize| bytes.get(at).is_none_or(u8::is_ascii_whitespace);
    let mut next = 0;
    std::iter::from_fn(move || {
        next += bytes.iter().skip(next).take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let digits = bytes.iter().skip(next).take_while(|byte| byte.is_ascii_digit()).count();
        let mark = next + digits;
        let opens = match bytes.get(mark)? {
            b'>' => digits == 0,
            b'-' | b'*' | b'+' => digits == 0 && is_blank(mark + 1),
            b'.' | b')' => digits > 0 && is_blank(mark + 1),
            _ => false,
        };
        next = mark + 1;
        opens.then_some(mark)
    })
}

/// The Markdown events of a text with their byte ranges in it, front matter left out.
pub(crate) fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let start = front_matter(text).map_or(0, |block| block.end);
    Parser::new_ext(text.part(start..), Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS | Options::ENABLE_FOOTNOTES)
        .into_offset_iter()
        .map(move |(event, range)| (event, range.start + start..range.end + start))
}

/// A YAML block at the head of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FrontMatter {
    /// The YAML between the two `---` lines.
    pub yaml: Range<usize>,
    /// Where the Markdown begins.
    pub end: usize,
}

/// Finds the front matter: `---`, at least one `key:` line, `---` or `...`.
pub(crate) fn front_matter(text: &str) -> Option<FrontMatter> {
    let mut lines = text.split_inclusive('\n');
    let opening = lines.next().filter(|line| line.trim_end() == "---")?;
    let mut at = opening.len();
    let mut has_key = false;
    for line in lines.take(MAX_FRONT_MATTER_LINES) {
        if matches!(line.trim_end(), "---" | "...") {
            return has_key.then(|| FrontMatter { yaml: opening.len()..at, end: at + line.len() });
        }
        has_key |= line.split_once(':').is_some_and(|(key, _)| is_key(key));
        at += line.len();
    }
    None
}

fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_needs_keys_and_an_end() {
        let text = "---\ntitle: A\n---\n# B\n";
        let found = front_matter(text).unwrap();
        assert_eq!(&text[found.yaml], "title: A\n");
        assert_eq!(&text[found.end..], "# B\n");
        assert_eq!(front_matter("---\n\nA paragraph between rules\n\n---\n"), None);
        assert_eq!(front_matter("---\ntitle: never ends\n"), None);
        assert_eq!(front_matter("# A\n---\nb: c\n---\n"), None);
    }

    #[test]
    fn quotes_and_items_open_near_the_margin() {
        let text = format!("{}a > 1. - b\n", "> - 1. ".repeat(100));
        let bounded = bounded(&text);
        assert_eq!(bounded.len(), text.len());
        let (opening, rest) = bounded.split_once('a').unwrap();
        assert_eq!((&opening[..LAST_MARK], rest), (&text[..LAST_MARK], " > 1. - b\n"));
        assert!(!opening[LAST_MARK..].contains(['>', '-', '.']), "{opening}");
        for plain in ["1-".repeat(300), "> a\n".repeat(300), "* ".repeat(200), "1. a".repeat(200)] {
            assert_eq!(super::bounded(&plain), plain);
        }
    }

    #[test]
    fn tildes_and_dollars_stay_text() {
        let text = "~30% 升至 40%~，$3.1万亿到$4万亿，18--24";
        let read: String = events(text)
            .filter_map(|(event, _)| match event {
                Event::Text(part) => Some(part.into_string()),
                _ => None,
            })
            .collect();
        assert_eq!(read, text);
    }
}
