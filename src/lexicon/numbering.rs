//! The number behind a noun: 洞察 1：…, Risk 2 – …, 案例A …. Conclusions, risks and cases are counted so, and all are read here, since
//! a number behind a noun may as well belong to what follows: 案例 5G 工厂, Insight 2.0, Finding 12-month lows, 案例 3 家工厂.

use super::fold::fold_char;
use crate::excerpt::Excerpt as _;

/// What may stand between a number and what it numbers.
const MARKS: [char; 13] = [':', '：', '-', '–', '—', '.', '．', '、', '|', '｜', ')', '）', ' '];

/// Words that count what follows: 案例 3 家工厂.
const COUNTERS: &str = "个家项种位座";

/// A number, and what it numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numbered<'t> {
    /// None for a letter.
    pub rank: Option<u32>,
    /// Whether a mark stands between the two; else a blank, or nothing follows.
    pub is_parted: bool,
    pub text: &'t str,
}

/// Reads what stands behind a noun.
pub(super) fn behind_noun(text: &str) -> Option<Numbered<'_>> {
    let text = text.trim_start_matches([' ', '#', '　']);
    let (rank, rest) = number(text).or_else(|| letter(text))?;
    let behind = rest.trim_start();
    let is_apart = behind.len() < rest.len();
    let after_mark = behind.strip_prefix(&MARKS[..12]);
    // Of a point and a hyphen the next character tells what they are: 2.0, 12-month.
    let joins = |next: char| match behind.chars().next() {
        Some('.' | '．') => next.is_ascii_digit(),
        Some('-') => !is_apart && next.is_ascii_alphanumeric(),
        _ => false,
    };
    let is_parted = after_mark.is_some_and(|after| !after.starts_with(joins));
    let is_counted = behind.starts_with(|first| COUNTERS.contains(fold_char(first)));
    let begins_apart = behind.is_empty() || (is_apart && !is_counted && after_mark.is_none());
    (is_parted || begins_apart).then(|| Numbered { rank, is_parted, text: behind.trim_start_matches(MARKS) })
}

/// What follows the noun that a text opens with; the noun is folded, which keeps the number of characters.
pub(super) fn after<'t>(text: &'t str, noun: &str) -> &'t str {
    text.char_indices().nth(noun.chars().count()).map_or("", |(at, _)| text.part(at..))
}

/// A number of one or two digits, or a Han numeral up to ten.
fn number(text: &str) -> Option<(Option<u32>, &str)> {
    const HAN: &str = "一二三四五六七八九十";
    let narrow = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32),
        _ => Some(c),
    };
    let end = text.find(|c| !narrow(c).is_some_and(|c| c.is_ascii_digit())).unwrap_or(text.len());
    let digits: String = text.part(..end).chars().filter_map(narrow).collect();
    if !digits.is_empty() {
        return (digits.len() <= 2).then_some((digits.parse().ok(), text.part(end..)));
    }
    let first = text.chars().next()?;
    let rank = u32::try_from(HAN.chars().position(|han| han == first)?).ok()? + 1;
    Some((Some(rank), text.part(first.len_utf8()..)))
}

fn letter(text: &str) -> Option<(Option<u32>, &str)> {
    let rest = text.strip_prefix(|c: char| c.is_ascii_uppercase())?;
    (!rest.starts_with(char::is_alphanumeric)).then_some((None, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_behind_nouns() {
        for (text, rank, is_parted, named) in [
            (" 1：断供", Some(1), true, "断供"),
            ("１、断供", Some(1), true, "断供"),
            ("二：断供", Some(2), true, "断供"),
            (" 3 – Storage wins", Some(3), true, "Storage wins"),
            (" 3 -Storage wins", Some(3), true, "Storage wins"),
            ("2. Supply", Some(2), true, "Supply"),
            ("1-断供", Some(1), true, "断供"),
            ("A 宁海精塑", None, false, "宁海精塑"),
            (" #4", Some(4), false, ""),
            (" 1 北岭电网", Some(1), false, "北岭电网"),
        ] {
            assert_eq!(behind_noun(text), Some(Numbered { rank, is_parted, text: named }), "{text}");
        }
        for text in [
            " 2.0 launches", " 3.5 亿吨", " 2026：电力", " 12-month lows", " 1.5°C", " 5G 工厂", " 3 家工厂", "一般认为", " 10x",
            "Alpha",
        ] {
            assert_eq!(behind_noun(text), None, "{text}");
        }
    }
}
