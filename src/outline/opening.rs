//! What a line opens with: a list mark, a number, a tick or a cross, an emoji.
//!
//! Only some marks are list items to CommonMark. `• 制程工艺`, `1）产业周期`, `├─ 训练芯片` and the `- ` of a fence
//! line are plain text there; here they are read alike.

use super::Marker;
use super::char_class::leading_emoji;
use crate::excerpt::Excerpt as _;

/// The opening of a line and where its text begins.
#[derive(Debug, PartialEq)]
pub(super) struct Opening {
    pub marker: Marker,
    pub ordinal: Option<u32>,
    pub emoji: Option<String>,
    /// The offset of the text after all of it.
    pub rest: usize,
}

/// Reads the opening of a text. `dashes` says whether a leading `-`, `*` or `+` is a list mark (inside fences; outside
/// them CommonMark has taken it already).
pub(super) fn scan(text: &str, dashes: bool) -> Opening {
    let mut opening = Opening { marker: Marker::Plain, ordinal: None, emoji: None, rest: 0 };
    loop {
        opening.rest += leading_space(text.part(opening.rest..));
        let rest = text.part(opening.rest..);
        if let Some((marker, len)) = sign(rest) {
            // A tick or cross says more than the bullet before it.
            opening.marker = marker;
            opening.rest += len;
        } else if opening.marker == Marker::Plain
            && let Some((marker, ordinal, len)) = list_mark(rest, dashes)
        {
            opening.marker = marker;
            opening.ordinal = ordinal;
            opening.rest += len;
        } else if let Some(len) = Some(leading_emoji(rest)).filter(|&len| len > 0 && opening.emoji.is_none()) {
            opening.emoji = Some(rest.part(..len).to_owned());
            opening.rest += len;
        } else {
            return opening;
        }
    }
}

/// The length of the ordinal that a heading or label opens with (`1. `, `一、`, `（2）`, `➊`, `3.1 `), with the space
/// after it; names are compared without it.
pub(crate) fn strip_ordinal(text: &str) -> &str {
    let len = match text.as_bytes().first() {
        Some(b'0'..=b'9' | b'.') => {
            number(text).map(|(_, len)| len).or_else(|| section_number(text)).or_else(|| bare_number(text)).unwrap_or(0)
        }
        _ => number(text).map(|(_, len)| len).or_else(|| part_number(text)).unwrap_or(0),
    };
    text.part(len..).trim_start()
}

/// The ordinal that a heading or label opens with.
pub(crate) fn leading_ordinal(text: &str) -> Option<u32> {
    number(text).map(|(ordinal, _)| ordinal)
}

/// `第五部分：`, `Part 2: `: the number of a part, with the colon after it.
fn part_number(text: &str) -> Option<usize> {
    const PARTS: &[&str] = &["部分", "章", "节", "篇"];
    if !text.starts_with(['第', 'P', 'S', 'C']) {
        return None;
    }
    let colon = text.char_indices().take(16).find(|(_, c)| matches!(c, '：' | ':'))?.0;
    let head = text.part(..colon).trim_end();
    let chinese = head.strip_prefix('第').is_some_and(|rest| PARTS.iter().any(|part| rest.ends_with(part)));
    let english = ["Part ", "Section ", "Chapter "].iter().any(|part| head.strip_prefix(part).is_some_and(|n| n.len() <= 3));
    (chinese || english).then(|| colon + text.part(colon..).chars().next().map_or(1, char::len_utf8))
}

fn leading_space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

fn sign(text: &str) -> Option<(Marker, usize)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let marker = match first {
        '✓' | '✔' | '✅' | '☑' => Marker::Check,
        '✗' | '✘' | '❌' | '❎' | '☒' => Marker::Cross,
        '×' if text.part(first.len_utf8()..).starts_with(' ') => Marker::Cross,
        _ => return None,
    };
    let selector = chars.next().filter(|&c| c == '\u{FE0F}').map_or(0, char::len_utf8);
    Some((marker, first.len_utf8() + selector))
}

fn list_mark(text: &str, dashes: bool) -> Option<(Marker, Option<u32>, usize)> {
    let first = text.chars().next()?;
    match first {
        '•' | '●' | '◆' | '■' | '▪' | '▸' | '►' | '▶' | '➤' | '◦' | '‣' | '○' | '◇' | '※' | '·' | '∙' => {
            Some((Marker::Bullet, None, first.len_utf8()))
        }
        '├' | '└' | '│' | '┣' | '┗' => tree_branch(text).map(|len| (Marker::Tree, None, len)),
        '[' | '☐' | '□' => {
            let marks = [("[ ]", false), ("[x]", true), ("[X]", true), ("☐", false), ("□", false)];
            marks.into_iter().find_map(|(mark, done)| text.starts_with(mark).then_some((Marker::Task(done), None, mark.len())))
        }
        '-' | '*' | '+' | '–' if dashes => {
            let after = text.part(first.len_utf8()..);
            let task = [("[ ]", false), ("[x]", true), ("[X]", true)]
                .into_iter()
                .find_map(|(mark, done)| after.trim_start().starts_with(mark).then_some(done));
            match task {
                Some(done) => Some((Marker::Task(done), None, first.len_utf8() + leading_space(after) + 3)),
                None => after.starts_with(' ').then_some((Marker::Dash, None, first.len_utf8())),
            }
        }
        _ => number(text)
            .map(|(ordinal, len)| (Marker::Number, Some(ordinal), len))
            .or_else(|| letter(text).map(|len| (Marker::Bullet, None, len))),
    }
}

/// `(a) `, `(ii) `: a letter or a small Roman number in brackets, and its length.
fn letter(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('(')?;
    let close = inner.find(')').filter(|close| (1..=4).contains(close))?;
    let is_mark = close == 1 && inner.starts_with(|c: char| c.is_ascii_lowercase())
        || inner.part(..close).bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    (is_mark && inner.part(close + 1..).starts_with(' ')).then_some(close + 2)
}

/// The stems that a line of a text tree opens with, before its own branch, mark or text: `│   `. They say no more than an
/// indentation.
pub(super) fn tree_stem(text: &str) -> usize {
    let len = text.find(|c: char| !matches!(c, '│' | '┃' | ' ' | '\u{A0}')).unwrap_or(text.len());
    if text.part(..len).contains(['│', '┃']) { len } else { 0 }
}

/// `├─ `, `│   └── `: the strokes of a text tree up to its entry.
fn tree_branch(text: &str) -> Option<usize> {
    let len = text.find(|c: char| !matches!(c, '│' | '├' | '└' | '┣' | '┗' | '─' | '━' | ' '))?;
    text.part(..len).contains(['├', '└', '┣', '┗']).then_some(len)
}

/// `12. `, `3、`, `2）`, `（4）`, `⑤`, `➊`, `一、`: a number in one of the ways lists are numbered, and its length.
fn number(text: &str) -> Option<(u32, usize)> {
    let first = text.chars().next()?;
    match first {
        '0'..='9' => {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            let ordinal: u32 = text.get(..digits).filter(|_| digits <= 2)?.parse().ok()?;
            let mut after = text.part(digits..).chars();
            let mark = after.next()?;
            let ends = match mark {
                '.' | '．' => after.next().is_some_and(|c| !c.is_ascii_digit()),
                '、' | '）' | ')' => true,
                '\u{FE0F}' | '\u{20E3}' => return keycap(text),
                _ => false,
            };
            ends.then_some((ordinal, digits + mark.len_utf8()))
        }
        '（' | '(' => {
            let inner = text.part(first.len_utf8()..);
            let close = inner.find(['）', ')'])?;
            let ordinal = inner.part(..close).parse().ok().or_else(|| han_ordinal(inner.part(..close)))?;
            (close <= 9).then_some((ordinal, first.len_utf8() + close + inner.part(close..).chars().next()?.len_utf8()))
        }
        '①'..='⑳' => Some((first as u32 - '①' as u32 + 1, first.len_utf8())),
        '❶'..='❿' => Some((first as u32 - '❶' as u32 + 1, first.len_utf8())),
        '➀'..='➉' => Some((first as u32 - '➀' as u32 + 1, first.len_utf8())),
        '➊'..='➓' => Some((first as u32 - '➊' as u32 + 1, first.len_utf8())),
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => {
            let close = text.char_indices().take(4).find(|(_, c)| *c == '、')?.0;
            Some((han_ordinal(text.part(..close))?, close + '、'.len_utf8()))
        }
        _ => None,
    }
}

fn keycap(text: &str) -> Option<(u32, usize)> {
    let ordinal = text.chars().next()?.to_digit(10)?;
    let len = text.find('\u{20E3}').filter(|&at| at <= 4)? + '\u{20E3}'.len_utf8();
    Some((ordinal, len))
}

/// `1.2 `, `7.1.3 `: the number of a section.
fn section_number(text: &str) -> Option<usize> {
    let len = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let number = text.part(..len);
    let numbered = number.contains('.') && number.split('.').all(|part| part.len() <= 2);
    (numbered && text.part(len..).starts_with([' ', '　', '、'])).then_some(len)
}

/// `6 战略机遇`, `04 风险在哪`: a number before Han words, with nothing but a blank behind it. Of a number below ten the words must
/// not be counted by it (3 大风险).
fn bare_number(text: &str) -> Option<usize> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(len..)?.strip_prefix([' ', '　'])?.trim_start();
    let first = rest.chars().next().filter(|c| matches!(c, '一'..='龥'))?;
    let is_counted = "大个種种条項项点點家倍年月日天周季次位名只支座台万亿千百".contains(first);
    ((1..=2).contains(&len) && !is_counted).then_some(len)
}

/// 一 to 九十九.
fn han_ordinal(text: &str) -> Option<u32> {
    let digit = |c: char| "一二三四五六七八九".chars().position(|d| d == c).map(|at| at as u32 + 1);
    let (tens, units) = match text.split_once('十') {
        Some((tens, units)) => (Some(tens), units),
        None => (None, text),
    };
    let one = |part: &str| {
        let mut chars = part.chars();
        let value = digit(chars.next()?)?;
        chars.next().is_none().then_some(value)
    };
    let tens = match tens {
        None => 0,
        Some("") => 10,
        Some(part) => one(part)? * 10,
    };
    match units {
        "" if tens > 0 => Some(tens),
        units => Some(tens + one(units)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Marker, Option<u32>, &str) {
        let opening = scan(text, true);
        (opening.marker, opening.ordinal, &text[opening.rest..])
    }

    #[test]
    fn marks_of_every_kind() {
        use Marker::*;
        for (text, marker, ordinal, rest) in [
            ("• a", Bullet, None, "a"),
            ("- a", Dash, None, "a"),
            ("- [x] a", Task(true), None, "a"),
            ("-5% a", Plain, None, "-5% a"),
            ("1. a", Number, Some(1), "a"),
            ("12、文", Number, Some(12), "文"),
            ("2）文", Number, Some(2), "文"),
            ("（3）文", Number, Some(3), "文"),
            ("➊ 文", Number, Some(1), "文"),
            ("④ a", Number, Some(4), "a"),
            ("2️⃣ a", Number, Some(2), "a"),
            ("十二、文", Number, Some(12), "文"),
            ("1.6T光模块", Plain, None, "1.6T光模块"),
            ("2025. a", Plain, None, "2025. a"),
            ("✓ a", Check, None, "a"),
            ("- ❌ a", Cross, None, "a"),
            ("3. ✔ a", Check, Some(3), "a"),
            ("├─ a", Tree, None, "a"),
            ("│  └── a", Tree, None, "a"),
            ("(a) b", Bullet, None, "b"),
            ("(ii) b", Bullet, None, "b"),
            ("(USD) b", Plain, None, "(USD) b"),
            ("一线城市、a", Plain, None, "一线城市、a"),
        ] {
            assert_eq!(read(text), (marker, ordinal, rest), "{text}");
        }
    }

    #[test]
    fn ordinals_of_headings() {
        for (text, rest) in [
            ("一、新闻背景", "新闻背景"),
            ("7.2 What-If", "What-If"),
            ("第五部分：Action Items", "Action Items"),
            ("3. Risks", "Risks"),
            ("2026 outlook", "2026 outlook"),
        ] {
            assert_eq!(strip_ordinal(text), rest);
        }
    }
}
