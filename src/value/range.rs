//! Two numbers around a dash, or a word for one, and what they lend each other: `$3.5-4 亿`, `15%至20%`, `6个月-1年`.

use super::cursor::Cursor;
use super::mention::Mention;
use super::operand::Operand;
use crate::excerpt::Excerpt as _;
use crate::lexicon::quantity::change::{BETWEEN, FROM, WITHIN};
use crate::lexicon::quantity::qualifier::JOINTS;
use crate::lexicon::quantity::unit::Unit;
use crate::record::{Bound, Value};

/// What parts the ends of a range, blanks around it included: whether it is a word, and the place behind it.
pub(super) fn separator(cursor: Cursor<'_>, end: usize, between: bool) -> Option<(bool, usize)> {
    let at = cursor.blanks(end);
    let c = cursor.at(at)?;
    let behind = cursor.next(at);
    let next = cursor.blanks(behind);
    match c {
        '-' | '–' | '—' | '~' | '～' | '∼' => {
            // `10 -5` are two numbers, and `——` is a dash in a sentence.
            let is_even = (at == end) == (next == behind) || next > behind;
            (is_even && cursor.at(behind) != Some(c)).then_some((false, next))
        }
        '至' | '到' => Some((true, next)),
        '和' | '与' if between => Some((true, next)),
        't' | 'a' if at > end && next == behind => {
            let rest = cursor.after(at);
            let word = ["to", "through", "till", "and"]
                .into_iter()
                .find(|word| rest.strip_prefix(word).is_some_and(|rest| rest.starts_with(' ')))?;
            (word != "and" || between).then(|| (true, cursor.blanks(at + word.len())))
        }
        _ => None,
    }
}

/// Whether a word that announces two ends stands before a place.
pub(super) fn is_between(cursor: Cursor<'_>, start: usize, floor: usize) -> bool {
    let before = cursor.text.part(floor..cursor.blanks_before(start, floor));
    BETWEEN.before(before).is_some()
}

/// The place behind the word that closes a range: 之间.
pub(super) fn closing(cursor: Cursor<'_>, end: usize) -> Option<usize> {
    let at = cursor.blanks(end);
    WITHIN.after(cursor.after(at)).map(|(_, length)| at + length)
}

/// Whether a word that announces a change stands before a place.
pub(super) fn is_from(cursor: Cursor<'_>, start: usize, floor: usize) -> bool {
    let before = cursor.text.part(floor..cursor.blanks_before(start, floor));
    FROM.before(before).is_some()
}

/// The two ends of a range in one unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ends {
    pub low: f64,
    pub high: f64,
    pub unit: Option<Unit>,
    pub currency: Option<&'static str>,
}

/// What two operands around a separator make, if they are of a kind.
pub(super) fn ends(first: &Operand, second: &Operand) -> Option<Ends> {
    let currency = match (first.currency, second.currency) {
        (Some(a), Some(b)) if a != b => return None,
        (a, b) => a.or(b),
    };
    if first.currency.is_some() && second.unit.is_some() || first.unit.is_some() && second.currency.is_some() {
        return None;
    }
    let high = second.value()?;
    let own = first.value()?;
    // The first end takes the magnitude of the second, where it has none of its own and stays the lower one.
    let shared = first.lent(second)?;
    let low = if first.magnitude.is_none() && second.magnitude.is_some() && shared.abs() <= high.abs() { shared } else { own };
    let (unit, high) = match (first.unit, second.unit) {
        (None, unit) | (unit, None) => (unit, high),
        (Some(a), Some(b)) if a == b => (Some(a), high),
        (Some(Unit::Time(a)), Some(Unit::Time(b))) => (Some(Unit::Time(a)), high * time_ratio(b, a)?),
        _ => return None,
    };
    let (low, high) = if low < 0.0 && high < 0.0 && high < low { (high, low) } else { (low, high) };
    (low <= high).then_some(Ends { low, high, unit, currency })
}

/// The range of two bounds side by side: 大于10小于20, at most 100 and at least 20.
pub(super) fn of_bounds(cursor: Cursor<'_>, first: &Mention, second: &Mention) -> Option<Mention> {
    let between = cursor.text.get(first.range.end..second.range.start)?.trim();
    let (a, b) = (&first.value, &second.value);
    let is_alike = (a.kind, &a.unit, a.currency, &a.per) == (b.kind, &b.unit, b.currency, &b.per);
    if !is_alike || !JOINTS.contains(&between) {
        return None;
    }
    let is_low = |bound| matches!(bound, Some(Bound::Gt | Bound::Ge));
    let is_high = |bound| matches!(bound, Some(Bound::Lt | Bound::Le));
    let (low, high) = match (a.bound, b.bound) {
        (first, second) if is_low(first) && is_high(second) => (a.value, b.value),
        (first, second) if is_high(first) && is_low(second) => (b.value, a.value),
        _ => return None,
    };
    let is_range = low?.number()? < high?.number()?;
    let value = Value { value: None, low, high, bound: None, ..a.clone() };
    is_range.then_some(Mention { range: first.range.start..second.range.end, value })
}

/// How many of one unit of time another holds, where that is a matter of counting.
pub(crate) fn time_ratio(of: &str, inside: &str) -> Option<f64> {
    let seconds = |unit: &str| match unit {
        "second" => Some(1.0),
        "minute" => Some(60.0),
        "hour" => Some(3600.0),
        "day" => Some(86400.0),
        "week" => Some(604_800.0),
        _ => None,
    };
    let months = |unit: &str| match unit {
        "month" => Some(1.0),
        "quarter" => Some(3.0),
        "year" => Some(12.0),
        _ => None,
    };
    let clock = seconds(of).zip(seconds(inside));
    clock.or_else(|| months(of).zip(months(inside))).map(|(of, inside): (f64, f64)| of / inside)
}
