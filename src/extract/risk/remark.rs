//! Remarks on a risk within a line: in brackets (`（概率：高，影响：中）`), under labels (`…；应对：锁定长单`), in a last clause.

use std::ops::Range;

use super::entry::Remarks;
use crate::excerpt::Excerpt as _;
use crate::extract::scenario;
use crate::lexicon::risk::{self as words, Remark};

/// What parts the remarks of a line.
const SEPARATORS: &[char] = &['。', '；', ';', '，', ',', '|', '｜', '→', '、', '—', ' '];

/// A text up to the first remark that it makes under a label (`…；应对：锁定长单`), or that its last bracket makes. A bracket
/// with other words in it or behind it is read, and stays.
pub(super) fn without_remarks<'t>(text: &'t str, remarks: &mut Remarks) -> &'t str {
    let labels = labels_in(text);
    let kept = labels.first().map_or(text, |(_, start, _)| {
        // A bracket that is never closed opens for the label.
        text.part(..*start).trim_end_matches(SEPARATORS).trim_end_matches(['(', '（']).trim_end()
    });
    let bare = kept.trim_end_matches(['。', '.']);
    let plain = without_bracket(bare, remarks);
    for range in brackets(plain) {
        for stated in in_bracket(inner(plain, &range)).0 {
            remarks.take(stated.remark, stated.value);
        }
    }
    for (at, (remark, start, begin)) in labels.iter().enumerate() {
        let end = labels.get(at + 1).map_or(text.len(), |(_, next, _)| *next);
        let trimmed = |part: &'t str| part.trim().trim_end_matches(SEPARATORS).trim();
        // A bracket that opened before the label, and was never closed before it, ends with it.
        let value = trimmed(text.part(*begin..end));
        let closes = value.matches([')', '）']).count() > value.matches(['(', '（']).count();
        let value = if closes { value.trim_end_matches([')', '）']) } else { value };
        remarks.take_or_keep(*remark, value, trimmed(text.part(*start..end)));
    }
    if plain.len() < bare.len() {
        return plain;
    }
    // 审批推迟，概率约 35%: the last clause says nothing else.
    match bare.rsplit_once(['，', ',', '；', ';']) {
        Some((text, clause)) if is_likelihood(clause.trim()) && remarks.take(Remark::Probability, clause.trim()) => {
            text.trim_end()
        }
        _ => kept,
    }
}

/// A text without a bracket at its end that holds nothing but remarks: 竞争加剧（概率 40%）.
pub(super) fn without_bracket<'t>(text: &'t str, remarks: &mut Remarks) -> &'t str {
    let Some(range) = brackets(text).pop().filter(|range| range.end == text.len()) else { return text };
    let (found, is_all) = in_bracket(inner(text, &range));
    if !is_all || found.is_empty() {
        return text;
    }
    for stated in found {
        remarks.take_or_keep(stated.remark, stated.value, stated.words);
    }
    text.part(..range.start).trim_end()
}

/// A remark within a bracket.
struct Stated<'t> {
    remark: Remark,
    value: &'t str,
    /// With its label.
    words: &'t str,
}

/// The remarks that a bracket holds, and whether it holds nothing else. An impact may have commas of its own.
fn in_bracket(content: &str) -> (Vec<Stated<'_>>, bool) {
    let mut found: Vec<Stated<'_>> = Vec::new();
    let mut is_all = true;
    let mut labelled = None;
    let mut start = 0;
    for part in content.split([',', '，', '；', ';', '|', '、']) {
        let (begin, end) = (start, start + part.len());
        start = end + content.part(end..).chars().next().map_or(0, char::len_utf8);
        let words = part.trim();
        if let Some((remark, value)) = stated(words) {
            let at = end - part.trim_start().len() + (words.len() - value.len());
            labelled = (value.len() < words.len() && remark != Remark::Probability).then_some((at, begin));
            found.push(Stated { remark, value, words });
        } else if let (Some((at, begin)), Some(last)) = (labelled, found.last_mut()) {
            (last.value, last.words) = (content.part(at..end).trim(), content.part(begin..end).trim());
        } else {
            is_all = false;
        }
    }
    (found, is_all)
}

/// What a part of a bracket says: `概率：高`, `高概率`, `70% probability`.
fn stated(part: &str) -> Option<(Remark, &str)> {
    if let Some((label, value)) = part.split_once([':', '：']) {
        return Some((words::remark(label.trim()).filter(|remark| *remark != Remark::Description)?, value.trim()));
    }
    if is_likelihood(part) {
        return Some((Remark::Probability, part));
    }
    words::statement(part).map(|remark| (remark, part))
}

/// Whether a clause says no more than how likely something is.
fn is_likelihood(clause: &str) -> bool {
    scenario::stated(clause, false).is_some_and(|(_, spoken)| spoken)
}

/// The outer brackets of a text that are closed, with their marks.
fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' => open.push(at),
            ')' | '）' => {
                if let Some(start) = open.pop() {
                    // What stood within it is part of it.
                    while found.last().is_some_and(|range| range.start > start) {
                        found.pop();
                    }
                    found.push(start..at + c.len_utf8());
                }
            }
            _ => {}
        }
    }
    found
}

/// What stands between the marks of a bracket.
fn inner<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let mut inside = text.part(range.clone()).chars();
    inside.next();
    inside.next_back();
    inside.as_str()
}

/// The labels of remarks within a text, outside brackets and behind something that parts statements: what each announces, where
/// it begins, and where what it labels begins.
fn labels_in(text: &str) -> Vec<(Remark, usize, usize)> {
    let brackets = brackets(text);
    let mut brackets = brackets.iter().peekable();
    let mut found = Vec::new();
    let mut start = 0;
    let mut last = ' ';
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        while brackets.next_if(|range| range.end <= at).is_some() {}
        if let Some(range) = brackets.peek().filter(|range| range.contains(&at)) {
            // 影响（短期）：… is a label with a bracket.
            if next == range.end && !text.part(next..).starts_with([':', '：']) {
                start = next;
            }
            last = c;
            continue;
        }
        match c {
            ':' | '：' => {
                let label = text.part(start..at).trim();
                if let Some(remark) = words::remark(label).filter(|remark| *remark != Remark::Description) {
                    found.push((remark, start, next));
                }
                start = next;
            }
            '。' | '；' | ';' | '，' | ',' | '|' | '｜' | '→' | '、' | '—' | '（' | '(' => start = next,
            ' ' if last == '.' => start = next,
            _ => {}
        }
        last = c;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that are left, the likelihood, the impact, and the number of answers and details.
    fn read(text: &str) -> (&str, Option<String>, Option<String>, usize, usize) {
        let mut remarks = Remarks::default();
        let kept = without_remarks(text, &mut remarks);
        (kept, remarks.probability, remarks.impact, remarks.mitigation.len(), remarks.details.len())
    }

    #[test]
    fn brackets_and_labels() {
        let some = |text: &str| Some(text.to_owned());
        for (text, kept, probability, impact, mitigations) in [
            (
                "Fines of 4% (probability 20%, impact: high), so counsel must act.",
                "Fines of 4% (probability 20%, impact: high), so counsel must act.",
                some("probability 20%"),
                some("high"),
                0,
            ),
            (
                "罚款（概率 20%，影响：大），须尽快整改。",
                "罚款（概率 20%，影响：大），须尽快整改。",
                some("概率 20%"),
                some("大"),
                0,
            ),
            (
                "Supply (probability: 30%; impact: two months, one plant). Mitigation: stock up.",
                "Supply",
                some("30%"),
                some("two months, one plant"),
                1,
            ),
            ("断供（高概率）；应对：备货", "断供", some("高概率"), None, 1),
            ("断供（仅限海外，概率：高）", "断供（仅限海外，概率：高）", some("高"), None, 0),
            ("断供（两家（含一家在建），概率：高", "断供（两家（含一家在建）", some("高"), None, 0),
        ] {
            assert_eq!(read(text), (kept, probability, impact, mitigations, 0), "{text}");
        }
    }

    #[test]
    fn a_number_takes_the_place_of_a_degree() {
        let (kept, probability, _, _, details) = read("上游停产（高概率）。概率：30%；影响：两个月");
        assert_eq!((kept, probability.as_deref(), details), ("上游停产", Some("30%"), 1));
        let (_, probability, _, _, details) = read("上游停产（概率 30%）。概率：高");
        assert_eq!((probability.as_deref(), details), (Some("概率 30%"), 1));
    }
}
