//! Texts to quantities: the cell, the bracket, the label read as one value.
//!
//! A cell counts as one value where nothing else in it does: `$97.7 (company guidance)`, `+90% vs H100`, `TSMC 4nm`. What
//! trails the value is its note. A cell with two values, or a sentence, has none.

use crate::excerpt::Excerpt as _;
use crate::record::{Amount, LabelledValue, Quantity, QuantityKind, Value};
use crate::value::{self, Mention};

/// The longest note, in characters; anything longer is a sentence.
const NOTE: usize = 24;
/// The most Han characters of a note that stands outside brackets.
const WORDS: usize = 5;
/// The longest name before a value, in characters.
const NAME: usize = 16;

/// The quantity that a mention of a text is.
pub(super) fn of_mention(text: &str, mention: &Mention) -> Quantity {
    Quantity { text: text.part(mention.range.clone()).to_owned(), value: mention.value.clone(), note: None }
}

/// Every quantity in a text, in order.
pub(super) fn all(text: &str) -> Vec<Quantity> {
    value::find(text).iter().map(|mention| of_mention(text, mention)).collect()
}

/// The quantity that a whole text is.
pub(super) fn whole(text: &str) -> Option<Quantity> {
    let trimmed = text.trim();
    if !may_hold(trimmed) {
        return None;
    }
    only(trimmed, &value::find_only(trimmed)?)
}

/// The same of a trimmed text, and every quantity in it.
pub(super) fn whole_and_all(text: &str) -> (Option<Quantity>, Vec<Quantity>) {
    let mentions = value::find(text);
    let whole = match &mentions[..] {
        [mention] if may_hold(text) => only(text, mention),
        _ => None,
    };
    (whole, mentions.iter().map(|mention| of_mention(text, mention)).collect())
}

/// The quantity that a text is whose only mention is given.
fn only(text: &str, mention: &Mention) -> Option<Quantity> {
    let (lead, trail) = (text.part(..mention.range.start), text.part(mention.range.end..));
    // Accounts write what is lost in brackets: (3.2%).
    if matches!((lead.trim(), trail.trim()), ("(" | "（", ")" | "）")) {
        return Some(Quantity { text: text.to_owned(), value: negated(&mention.value)?, note: None });
    }
    // 每亩 0.9元: what stands before it is what it is counted by.
    let is_counted = mention.value.per.is_some() && lead.trim_start().starts_with('每');
    if !(is_counted || is_name(lead)) || is_sentence(trail) {
        return None;
    }
    let note = note(trail);
    Some(Quantity { note, ..of_mention(text, mention) })
}

/// The negative of a bracketed amount; none where brackets mean something else (a date, a count of things).
fn negated(value: &Value) -> Option<Value> {
    let is_amount = matches!(value.kind, QuantityKind::Number | QuantityKind::Money | QuantityKind::Percent)
        && !matches!(value.unit.as_deref(), Some(unit) if value.kind == QuantityKind::Number && !unit.is_empty());
    let number = value.value.and_then(Amount::number).filter(|number| is_amount && *number > 0.0)?;
    Some(Value { value: Some(Amount::Number(-number)), ..value.clone() })
}

/// A label and its value, read as one quantity where it is one.
pub(super) fn labelled(label: String, value: String) -> LabelledValue {
    let quantity = whole(&value);
    LabelledValue { label, value, quantity }
}

/// The first date or period of a text, or the span of time where it has neither: what a horizon says.
pub(super) fn period(text: &str) -> Option<Quantity> {
    let mentions = value::find(text);
    let is = |kinds: &'static [QuantityKind]| mentions.iter().find(move |mention| kinds.contains(&mention.value.kind));
    let found = is(&[QuantityKind::Date, QuantityKind::Period]).or_else(|| is(&[QuantityKind::Duration]))?;
    Some(of_mention(text, found))
}

/// A quick look: a value has a digit, a star, or a character of a numeral.
fn may_hold(text: &str) -> bool {
    text.len() <= 160 && text.bytes().any(|byte| byte.is_ascii_digit() || byte >= 0xE2)
}

/// Whether what trails a value is a sentence or a clause rather than a note.
fn is_sentence(trail: &str) -> bool {
    let bare = trail.split(['(', '（']).next().unwrap_or_default();
    let words = bare.chars().filter(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')).count();
    trail.contains(['。', '；', ';', '！', '？', '，']) || trail.chars().count() > NOTE || words > WORDS
}

/// Whether what stands before a value is nothing, a sign, or a name: `TSMC `.
fn is_name(lead: &str) -> bool {
    let lead = lead.trim_matches(|c: char| c.is_whitespace() || !c.is_alphanumeric());
    lead.is_empty() || lead.starts_with(|c: char| c.is_ascii_uppercase()) && lead.is_ascii() && lead.len() <= NAME
}

/// What trails a value, without the brackets around it.
fn note(trail: &str) -> Option<String> {
    let trail = trail.trim().trim_start_matches([',', '-', '–', '—', '/']).trim();
    let inner = trail
        .strip_prefix(['(', '（'])
        .and_then(|rest| rest.strip_suffix([')', '）']))
        .filter(|inner| !inner.contains(['(', '（']));
    let note = inner.unwrap_or(trail).trim();
    note.contains(char::is_alphanumeric).then(|| note.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_whole() {
        for (text, mention, note) in [
            ("141GB", "141GB", None),
            ("$97.7 (company guidance)", "$97.7", Some("company guidance")),
            ("+90% vs H100", "+90%", Some("vs H100")),
            ("TSMC 4nm 增强版", "4nm", Some("增强版")),
            ("约 5.3 TB/s（估计）", "约 5.3 TB/s（估计）", None),
            ("✅ 62%", "62%", None),
            ("每亩 0.9元", "0.9元", None),
            ("(3.2%)", "(3.2%)", None),
        ] {
            let found = whole(text).unwrap();
            assert_eq!((&*found.text, found.note.as_deref()), (mention, note), "{text}");
        }
        for text in ["8GB / 16GB", "营收增长 20%，利润下降", "降低 40%", "一年内没有集体投诉", "H100", "—", ""]
        {
            assert_eq!(whole(text), None, "{text}");
        }
    }
}
