//! The label that a line opens with: `**触发条件**：…`, `目标价：$180`, `**Risk** – …`, or a whole bold line.
//!
//! A label is short and is no sentence. A bold one ends where the bold text ends, with the bracket after it if a colon
//! or the end of the line follows (`**短期**（1-2年）：`); a plain one ends at the line's first colon.

use std::ops::Range;

use unicode_width::UnicodeWidthStr as _;

use super::char_class::closing_bracket;
use crate::excerpt::Excerpt as _;

/// The widest plain label, in columns (a Han character takes two).
const MAX_PLAIN_WIDTH: usize = 64;
/// The widest bold label. Bold lines that name a scenario or an insight are long.
const MAX_BOLD_WIDTH: usize = 200;
/// The widest label with the brackets behind it.
const MAX_BRACKETED_WIDTH: usize = 1000;

/// A label, as byte offsets of the line's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where the label's text ends.
    pub end: usize,
    /// Where what it labels begins; the end of the text where nothing follows.
    pub value: usize,
    /// Whether it was set in bold.
    pub bold: bool,
    /// Whether a colon ends it.
    pub colon: bool,
}

/// Reads the label of a text whose bold ranges are known.
pub(crate) fn label_of(text: &str, bold: &[Range<usize>]) -> Option<Label> {
    match bold.first() {
        Some(range) if range.start == 0 => bold_label(text, range.end),
        _ => plain_label(text),
    }
}

fn bold_label(text: &str, bold_end: usize) -> Option<Label> {
    let inside = text.part(..bold_end).trim_end();
    let name = inside.trim_end_matches([':', '：']).trim_end();
    if name.is_empty() || !fits(name, MAX_BOLD_WIDTH) {
        return None;
    }
    if name.len() < inside.len() {
        return Some(Label { end: name.len(), value: skip_space(text, bold_end), bold: true, colon: true });
    }
    let mut end = name.len();
    let mut rest = skip_space(text, bold_end);
    while let Some(close) = bracket_end(text, rest).filter(|&close| fits(text.part(..close), MAX_BRACKETED_WIDTH)) {
        end = close;
        rest = skip_space(text, close);
    }
    let after = text.part(rest..);
    if !after.is_empty() && after.chars().all(|c| matches!(c, '⭐' | '★' | '☆' | '🌟' | '\u{FE0F}' | ' ')) && !ends_sentence(name)
    {
        // A rating behind a bold line leaves it a title.
        return Some(Label { end, value: text.len(), bold: true, colon: false });
    }
    if end == name.len() && ends_sentence(name) && !after.is_empty() {
        // A run-in heading: `**Snapback (about 15 percent).** The ban returns`.
        let end = name.trim_end_matches(['。', '！', '!', '.']).len();
        return Some(Label { end, value: rest, bold: true, colon: false });
    }
    if end > name.len() && after.starts_with(['.', '。']) && after.len() > 3 {
        return Some(Label {
            end,
            value: skip_space(text, rest + after.chars().next().map_or(1, char::len_utf8)),
            bold: true,
            colon: false,
        });
    }
    if after.is_empty() {
        return (!ends_sentence(name)).then_some(Label { end, value: text.len(), bold: true, colon: false });
    }
    if let Some(colon) = leading_colon(after) {
        return Some(Label { end, value: skip_space(text, rest + colon), bold: true, colon: true });
    }
    let dash = after.chars().next().filter(|c| matches!(c, '—' | '–' | '-' | '→' | '|'))?;
    let value = rest + after.len() - after.trim_start_matches(dash).len();
    (!ends_sentence(name)).then(|| Label { end, value: skip_space(text, value), bold: true, colon: false })
}

fn plain_label(text: &str) -> Option<Label> {
    let colon = label_colon(text)?;
    let end = text.part(..colon).trim_end().len();
    if end == 0 || !fits(text.part(..end), MAX_PLAIN_WIDTH) {
        return None;
    }
    let mark = text.part(colon..).chars().next().map_or(0, char::len_utf8);
    Some(Label { end, value: skip_space(text, colon + mark), bold: false, colon: true })
}

/// Whether a text takes no more than so many columns. No character takes more columns than bytes.
fn fits(text: &str, columns: usize) -> bool {
    text.len() <= columns || text.width() <= columns
}

/// The colon that ends a plain label: outside brackets and quotes, not inside a time, a ratio or an address, and with
/// no punctuation of a sentence before it.
fn label_colon(text: &str) -> Option<usize> {
    let mut closers = Vec::new();
    for (at, c) in text.char_indices() {
        if at > MAX_PLAIN_WIDTH * 2 {
            return None;
        }
        if let Some(close) = closing_bracket(c) {
            closers.push(close);
        } else if closers.last() == Some(&c) {
            closers.pop();
        } else if closers.is_empty() {
            match c {
                '：' => return Some(at),
                ':' if !joins(text.part(at + 1..)) => return Some(at),
                '。' | '！' | '；' | ';' | '!' | '→' | '，' | ',' => return None,
                '.' if is_abbreviation(text.part(..at)) => {}
                '.' | '?' if text.part(at + 1..).starts_with(' ') => return None,
                _ => {}
            }
        }
    }
    None
}

/// Whether a text is a short word in capitals, which a point may shorten: `Adj. EBITDA: 79`.
fn is_abbreviation(text: &str) -> bool {
    (2..=4).contains(&text.len())
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Whether a half-width colon joins what stands around it: `12:30`, `3:1`, `https://`.
fn joins(after: &str) -> bool {
    after.starts_with(|c: char| c.is_ascii_digit() || c == '/')
}

fn leading_colon(text: &str) -> Option<usize> {
    text.chars().next().filter(|c| matches!(c, ':' | '：')).map(char::len_utf8)
}

fn bracket_end(text: &str, at: usize) -> Option<usize> {
    let open = text.part(at..).chars().next()?;
    let close = closing_bracket(open)?;
    text.part(at..).find(close).map(|offset| at + offset + close.len_utf8())
}

fn skip_space(text: &str, at: usize) -> usize {
    text.len() - text.part(at..).trim_start().len()
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['。', '！', '!', '；', ';', '.']) && !text.ends_with("etc.")
}

#[cfg(test)]
mod tests {
    use super::super::inline::clean;
    use super::*;

    fn read(markdown: &str) -> Option<(String, String)> {
        let line = clean(markdown, 0);
        let label = label_of(&line.text, &line.bold)?;
        Some((line.text[..label.end].to_owned(), line.text[label.value..].to_owned()))
    }

    #[test]
    fn labels_in_their_dresses() {
        for (markdown, label, value) in [
            ("**发布日期：** 2025-11-12", "发布日期", "2025-11-12"),
            ("**触发条件**：需求回升", "触发条件", "需求回升"),
            ("**短期**（1-2年）：", "短期（1-2年）", ""),
            ("**Android厂商**（三星、小米等）", "Android厂商（三星、小米等）", ""),
            ("**行动建议**", "行动建议", ""),
            ("**Pricing engine** – deploy it", "Pricing engine", "deploy it"),
            ("目标价：$180（12 个月）", "目标价", "$180（12 个月）"),
            ("立即行动（0-1月，预算：$2000）：", "立即行动（0-1月，预算：$2000）", ""),
            ("Date: 2026-02-23", "Date", "2026-02-23"),
            ("**先例胜于方案。** 持久意义在于…", "先例胜于方案", "持久意义在于…"),
        ] {
            assert_eq!(read(markdown), Some((label.into(), value.into())), "{markdown}");
        }
    }

    #[test]
    fn sentences_times_and_addresses_are_no_labels() {
        for markdown in [
            "会议 12:30 开始", "见 https://example.com", "价格下降。原因：需求", "她指着牌子，问我：还买不买",
            "**一个由优秀创始人经营的好生意。**", "**Norvane** 发布新品", "plain words", "",
        ] {
            assert_eq!(read(markdown), None, "{markdown}");
        }
    }
}
