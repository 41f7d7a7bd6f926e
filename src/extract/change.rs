//! Changes: a text that says from what to what: `$850万降至$320万（降低62%）`, `87% → 72%`, `up from 12% to 15%`.
//!
//! Two quantities of one kind make a change where an arrow or a verb of change stands between them, or 从/from before them.
//! Two ends of a range are no change, nor are dates.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::passage::{Passage, passages};
use super::{Scope, quantity};
use crate::excerpt::Excerpt as _;
use crate::lexicon::quantity::change::{ARROWS, FROM, NO_VERBS, STATED, TO, VERBS};
use crate::record::{Amount, Change, Computed, Direction, Quantity, QuantityKind, Value};
use crate::value::{self, Mention};

/// The most characters between the two quantities.
const REACH: usize = 12;
/// The most characters between the second one and the change that is stated.
const STATED_REACH: usize = 10;

/// Lists the changes of a briefing.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut mentions = Vec::new();
    for passage in passages(scope).filter(|passage| may_hold(passage.text)) {
        mentions.clear();
        value::find_into(passage.text, &mut mentions);
        for at in 1..mentions.len() {
            changes.extend(change(scope, &passage, &mentions, at));
        }
    }
    changes
}

/// A quick look for a sign or a word that every change has.
fn may_hold(text: &str) -> bool {
    // Leftmost matches are what the search is fastest at.
    static SIGNS: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
        let signs = ARROWS.iter().chain(&TO).chain(&["from"]);
        AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(signs).ok()
    });
    SIGNS.as_ref().is_none_or(|signs| signs.is_match(text))
}

/// The change between a mention and the one before it.
fn change(scope: &Scope<'_>, passage: &Passage<'_>, mentions: &[Mention], at: usize) -> Option<Change> {
    let (first, second) = (mentions.get(at.checked_sub(1)?)?, mentions.get(at)?);
    let text = passage.text;
    let between = text.part(first.range.end..second.range.start).trim();
    let is_backward = between == "from" && text.part(..first.range.start).trim_end().ends_with("to");
    if !is_backward && !joins(between, text.part(..first.range.start)) {
        return None;
    }
    let (from, to) = if is_backward { (second, first) } else { (first, second) };
    let (from_value, to_value) = alike((&from.value, text.part(from.range.clone())), (&to.value, text.part(to.range.clone())))?;
    if leads_elsewhere(between, &from.value, &to.value) {
        return None;
    }
    let stated = mentions.get(at + 1).filter(|third| is_stated(text, second, third));
    let part = first.range.start..stated.map_or(second.range.end, |third| closed(text, third));
    // Two days to forty minutes: the first is counted in the unit of the second.
    let factor = time_factor(&from_value, &to_value).unwrap_or(1.0);
    let (low, high) = (middle(&from_value)? * factor, middle(&to_value)?);
    let direction = match high.total_cmp(&low) {
        std::cmp::Ordering::Greater => Direction::Up,
        std::cmp::Ordering::Less => Direction::Down,
        std::cmp::Ordering::Equal => Direction::Flat,
    };
    let computed = single(&from_value).zip(single(&to_value)).map(|(from, to)| computed(from * factor, to));
    Some(Change {
        place: passage.place(scope, part.clone())?,
        text: text.part(part).to_owned(),
        from: Quantity { value: from_value, ..quantity::of_mention(text, from) },
        to: Quantity { value: to_value, ..quantity::of_mention(text, to) },
        stated: stated.map(|third| quantity::of_mention(text, third)),
        direction,
        computed,
    })
}

/// Whether what stands between two quantities makes a change of them.
fn joins(between: &str, before: &str) -> bool {
    if between.chars().count() > REACH || between.contains(['，', '。', '；', '、', ',', ';', '(', '（', ':', '：', '|']) {
        return false;
    }
    let is_announced = FROM.before(before.trim_end().trim_end_matches("**").trim_end()).is_some();
    ARROWS.iter().any(|arrow| between.starts_with(arrow) || between.ends_with(arrow))
        || VERBS.before(between).is_some()
        || is_han_verb(between)
        || is_announced && TO.iter().any(|word| between.ends_with(word))
}

/// Whether an arrow leads from a price to what comes of it: `$150/月 → $2.3B`.
fn leads_elsewhere(between: &str, from: &Value, to: &Value) -> bool {
    let is_arrow = ARROWS.iter().any(|arrow| between.contains(arrow));
    is_arrow && from.per.is_some() && to.per.is_none()
}

/// Whether a text is a verb of movement in Chinese: two to five characters that end in 到 or 至 (掉到, 进一步缩至).
fn is_han_verb(between: &str) -> bool {
    let ends = between.ends_with(['到', '至']);
    let characters = between.chars().count();
    ends && (2..=5).contains(&characters)
        && !between.contains(['从', '由'])
        && NO_VERBS.before(between).is_none()
        && between.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
}

/// The two values in one unit: what a bare number does not say it takes from the other, magnitude and all. None where they
/// are of different kinds or counted by different things.
fn alike((from, from_text): (&Value, &str), (to, to_text): (&Value, &str)) -> Option<(Value, Value)> {
    let (from_lent, to_lent) = match (is_bare(from, from_text), is_bare(to, to_text)) {
        (true, false) => (lent(from, to, to_text)?, to.clone()),
        (false, true) => (from.clone(), lent(to, from, from_text)?),
        _ => (from.clone(), to.clone()),
    };
    let is_dated = matches!(from.kind, QuantityKind::Date | QuantityKind::Period);
    let is_counted_alike = from.per.is_none() || to.per.is_none() || from.per == to.per;
    let is_alike = (from_lent.kind, &from_lent.unit, from_lent.currency) == (to_lent.kind, &to_lent.unit, to_lent.currency)
        || time_factor(&from_lent, &to_lent).is_some();
    (is_alike && is_counted_alike && !is_dated).then_some((from_lent, to_lent))
}

/// Whether a number is written without magnitude, unit or currency.
fn is_bare(value: &Value, text: &str) -> bool {
    value.kind == QuantityKind::Number && value.unit.is_none() && text.ends_with(|c: char| c.is_ascii_digit())
}

/// A bare number in the unit and the magnitude of another value. None where the other is a range, whose magnitude is not told.
fn lent(bare: &Value, other: &Value, other_text: &str) -> Option<Value> {
    let written: String = other_text
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        .collect();
    let written: f64 = written.replace(',', "").parse().ok()?;
    let magnitude = single(other)?.abs() / written;
    let scaled = |amount: Option<Amount>| amount.and_then(Amount::number).map(|number| Amount::Number(number * magnitude));
    let has_magnitude = magnitude >= 999.0;
    Some(Value {
        kind: other.kind,
        unit: other.unit.clone(),
        currency: other.currency,
        value: if has_magnitude { scaled(bare.value) } else { bare.value },
        low: if has_magnitude { scaled(bare.low) } else { bare.low },
        high: if has_magnitude { scaled(bare.high) } else { bare.high },
        ..bare.clone()
    })
}

/// How many units of the second a unit of the first is, where both are spans of time.
fn time_factor(from: &Value, to: &Value) -> Option<f64> {
    let is_time = from.kind == QuantityKind::Duration && to.kind == QuantityKind::Duration;
    value::time_ratio(from.unit.as_deref().filter(|_| is_time)?, to.unit.as_deref()?)
}

/// Whether a third quantity says how much the change is: （降低62%）, , a drop of 15%.
fn is_stated(text: &str, second: &Mention, third: &Mention) -> bool {
    let between = text.part(second.range.end..third.range.start);
    let opening = between.trim_start();
    let is_near = between.chars().count() <= STATED_REACH && !between.contains(['。', '；', ';']);
    let inner = opening.trim_start_matches(['(', '（', ',', '，', ' ']);
    let is_signed = text.part(third.range.clone()).starts_with(['+', '-', '−']);
    is_near && inner.len() < opening.len() && (only_words_of_change(inner) || inner.is_empty() && is_signed)
}

/// Whether a text is words of change and nothing else: 同比增长, `down`.
fn only_words_of_change(text: &str) -> bool {
    let mut rest = text;
    while let Some((_, length)) = STATED.after(rest) {
        rest = rest.part(length..).trim_start_matches([' ', '了', ':', '：']);
    }
    rest.is_empty() && !text.is_empty()
}

/// The end of a stated change with the bracket that closes behind it.
fn closed(text: &str, third: &Mention) -> usize {
    let rest = text.part(third.range.end..);
    third.range.end + rest.chars().next().filter(|c| matches!(c, ')' | '）')).map_or(0, char::len_utf8)
}

fn single(value: &Value) -> Option<f64> {
    value.value.and_then(Amount::number)
}

/// A number, or the middle of a range.
fn middle(value: &Value) -> Option<f64> {
    let ends = value.low.and_then(Amount::number).zip(value.high.and_then(Amount::number));
    single(value).or_else(|| ends.map(|(low, high)| f64::midpoint(low, high)))
}

fn computed(from: f64, to: f64) -> Computed {
    let difference = rounded(to - from, from.abs().max(to.abs()));
    let percent = (from != 0.0).then(|| ((to - from) / from.abs() * 1e4).round() / 100.0).filter(|percent| percent.is_finite());
    Computed { difference, percent }
}

/// A difference without the noise of its subtraction: twelve digits of the larger number.
fn rounded(difference: f64, scale: f64) -> f64 {
    let digits = 12 - scale.log10().ceil().clamp(-6.0, 24.0) as i32;
    let factor = 10f64.powi(digits.clamp(0, 12));
    let value = (difference * factor).round() / factor;
    if value.is_finite() { value } else { difference }
}
