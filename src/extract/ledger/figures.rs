//! What stands behind the colon of an entry: its main figure, and what the brackets behind it say.
//!
//! `$89亿（15%，同比+450%）` is 89亿, with a share of 15 % and the note 同比+450%. A bare percentage in the brackets is the
//! part that the entry has of a whole; one with a sign or with other words (同比+97%, 当前43%) is not. Of a calculation
//! (`4 × 25 = 100`) the result is the figure.

use crate::excerpt::Excerpt as _;
use crate::extract::quantity;
use crate::lexicon::ledger as words;
use crate::record::{Quantity, QuantityKind};
use crate::value;

/// The parts of a value.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Figures {
    pub quantity: Option<Quantity>,
    pub share: Option<Quantity>,
    pub note: Option<String>,
}

/// Reads a value.
pub(super) fn read(text: &str) -> Figures {
    let Some((main, inner)) = split_bracket(text) else {
        return Figures { quantity: main_figure(text), ..Figures::default() };
    };
    // Some brackets are part of the mention: 128GB（估计）.
    if let Some(quantity) = quantity::whole(text).filter(|quantity| quantity.text.ends_with([')', '）'])) {
        return Figures { quantity: Some(quantity), ..Figures::default() };
    }
    let (share, rest) = match share(inner) {
        Some((share, rest)) => (Some(share), rest),
        None => (None, inner),
    };
    let note = Some(rest.to_owned()).filter(|rest| rest.contains(char::is_alphanumeric));
    Figures { quantity: main_figure(main), share, note }
}

/// A label and the figure that stands in a column of its own behind it, parted by two blanks or more, or by a row of points.
pub(super) fn aligned(text: &str) -> Option<(&str, &str)> {
    let is_wide = |c: char| matches!(c, '\t' | '\u{3000}');
    let at = text.find("  ").into_iter().chain(text.find("...")).chain(text.find("……")).chain(text.find(is_wide)).min()?;
    let (label, value) = (text.part(..at).trim_end(), text.part(at..).trim_start_matches(['.', '…', ' ', '\t', '\u{3000}']));
    let is_name = label.contains(char::is_alphabetic) && !value.contains("  ") && !value.contains(is_wide);
    (is_name && quantity::whole(value).is_some()).then_some((label, value))
}

/// The text as one quantity, else the result of the calculation that it is.
fn main_figure(text: &str) -> Option<Quantity> {
    quantity::whole(text).or_else(|| {
        let (terms, result) = text.rsplit_once('=')?;
        let is_calculation = terms.contains(['+', '×', '÷', '*', '/']) || !value::find(terms).is_empty();
        quantity::whole(result).filter(|_| is_calculation)
    })
}

/// What stands before the bracket that ends a value, and what stands in it. A remark may follow it (`⚠️ 重点`, `- core`).
fn split_bracket(text: &str) -> Option<(&str, &str)> {
    let close = text.rfind([')', '）'])?;
    let mut behind = text.part(close..).chars();
    behind.next();
    if !is_remark(behind.as_str()) {
        return None;
    }
    let mut depth = 0_usize;
    for (at, c) in text.part(..close).char_indices().rev() {
        match c {
            ')' | '）' => depth += 1,
            '(' | '（' if depth > 0 => depth -= 1,
            '(' | '（' => {
                let main = text.part(..at).trim_end();
                let inner = text.part(at + c.len_utf8()..close).trim();
                return (!main.is_empty() && !inner.is_empty()).then_some((main, inner));
            }
            _ => {}
        }
    }
    None
}

/// Whether what follows a bracket is nothing, or a remark set off by a sign or a dash.
fn is_remark(text: &str) -> bool {
    let text = text.trim();
    match text.chars().next() {
        None => true,
        Some('-' | '–' | '—') => !text.contains(|c: char| c.is_ascii_digit()),
        Some(first) => {
            matches!(first, '\u{2190}' | '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F300}'..='\u{1FAFF}')
        }
    }
}

/// The share that one clause of a bracket is, and the other clauses as written; the whole bracket where it stands in its
/// middle.
fn share(inner: &str) -> Option<(Quantity, &str)> {
    const MARKS: [char; 7] = ['，', ',', '；', ';', '、', '｜', '|'];
    let mut start = 0;
    loop {
        let end = inner.part(start..).find(MARKS).map_or(inner.len(), |len| start + len);
        if let Some(share) = bare_percentage(inner.part(start..end).trim()) {
            let before = inner.part(..start).trim_end_matches(MARKS).trim();
            let after = inner.part(end..).trim_start_matches(MARKS).trim();
            let rest = match (before.is_empty(), after.is_empty()) {
                (true, _) => after,
                (false, true) => before,
                (false, false) => inner,
            };
            return Some((share, rest));
        }
        start = end + inner.part(end..).chars().next()?.len_utf8();
    }
}

/// A percentage without a sign, with nothing beside it but words that make it a share.
fn bare_percentage(clause: &str) -> Option<Quantity> {
    let lead = words::SHARE.after(clause).map_or(0, |((), len)| len);
    let text = clause.part(lead..).trim_start_matches([' ', ':', '：']);
    let [mention] = &value::find(text)[..] else { return None };
    let trail = text.part(mention.range.end..).trim();
    let is_whole = trail.is_empty() || words::OF_WHOLE.after(trail).is_some_and(|((), len)| len == trail.len());
    let is_percent = mention.value.kind == QuantityKind::Percent && mention.value.unit.as_deref() == Some("%");
    let is_signed = text.starts_with(['+', '-', '−', '–', '±', '↑', '↓']);
    let is_share = mention.range.start == 0 && is_whole && is_percent && !is_signed;
    is_share.then(|| quantity::of_mention(text, mention))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_in_a_column() {
        assert_eq!(aligned("Gross margin      79%"), Some(("Gross margin", "79%")));
        assert_eq!(aligned("终端售价　　39.9元"), Some(("终端售价", "39.9元")));
        assert_eq!(aligned("Arena ........ $2.2M"), Some(("Arena", "$2.2M")));
        assert_eq!(aligned("a   b   3"), None);
        assert_eq!(aligned("node  waits"), None);
    }

    fn shown(text: &str) -> (Option<String>, Option<String>, Option<String>) {
        let Figures { quantity, share, note } = read(text);
        (quantity.map(|quantity| quantity.text), share.map(|share| share.text), note)
    }

    #[test]
    fn brackets_hold_shares_and_notes() {
        for (text, quantity, share, note) in [
            ("$476亿（78%，同比+217%）", Some("$476亿"), Some("78%"), Some("同比+217%")),
            ("$89亿（15%，同比+450%）⚠️ 关键增长点", Some("$89亿"), Some("15%"), Some("同比+450%")),
            ("$44亿 (占比 7%)", Some("$44亿"), Some("7%"), None),
            ("$5.2B (North America, 12% of revenue)", Some("$5.2B"), Some("12%"), Some("North America")),
            ("$5.2B (+12% YoY)", Some("$5.2B"), None, Some("+12% YoY")),
            ("45%（当前43%，规模效应提升）", Some("45%"), None, Some("当前43%，规模效应提升")),
            ("模型架构 (40%)", None, Some("40%"), None),
            ("128GB（估计）", Some("128GB（估计）"), None, None),
            ("7.4 个月", Some("7.4 个月"), None, None),
            ("(3.2%)", Some("(3.2%)"), None, None),
            ("70 台 × $40K ÷ 3 年 = $93万", Some("$93万"), None, None),
            ("(42K - 25K) × 5 = $85K（可转售）", Some("$85K"), None, Some("可转售")),
            ("交换机+线缆摊销 = $4500万", Some("$4500万"), None, None),
            ("\"儿童\" = 18 岁以下", None, None, None),
            ("提前 3 个月，收入增加 $50M", None, None, None),
        ] {
            let some = |text: Option<&str>| text.map(str::to_owned);
            assert_eq!(shown(text), (some(quantity), some(share), some(note)), "{text}");
        }
    }
}
