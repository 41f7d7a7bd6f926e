//! Bounds and approximations around a number: 约, `>`, 超过, `up to`, 以上, 左右.

use super::cursor::Cursor;
use crate::excerpt::Excerpt as _;
use crate::lexicon::quantity::qualifier::{AFTER, BEFORE, COMPARED, CONTRACTS, LOOKALIKES, Qualifier, THAN, WITHIN};
use crate::record::{Bound, QuantityKind, Value};

/// Takes the qualifiers before a mention into its value; hands back where it begins now.
pub(super) fn before(cursor: Cursor<'_>, mut start: usize, floor: usize, value: &mut Value) -> usize {
    for _ in 0..2 {
        let end = cursor.blanks_before(start, floor);
        let Some((qualifier, length)) = BEFORE.before(cursor.text.part(floor..end)) else { break };
        let at = end - length;
        let is_arrow = cursor.at(at) == Some('>') && matches!(cursor.before(at), Some('-' | '='));
        let is_contract = CONTRACTS.before(cursor.text.part(floor..end)).is_some();
        if is_arrow || is_contract || !apply(qualifier, value) {
            break;
        }
        start = at;
    }
    start
}

/// Whether a plus sign before a place adds what follows it.
fn is_sum(cursor: Cursor<'_>, at: usize) -> bool {
    cursor.is_word(at) || cursor.digit(at).is_some() || matches!(cursor.at(at), Some('$' | '¥' | '￥' | '€' | '£'))
}

/// Takes the qualifiers behind a mention into its value; hands back where it ends now.
pub(super) fn after(cursor: Cursor<'_>, mut end: usize, value: &mut Value) -> usize {
    for _ in 0..2 {
        let at = cursor.blanks(end);
        let rest = cursor.after(at);
        let found = AFTER.after(rest).filter(|_| LOOKALIKES.after(rest).is_none());
        let Some((qualifier, length)) =
            found.filter(|_| !(rest.starts_with('+') && (at > end || is_sum(cursor, cursor.next(at)))))
        else {
            break;
        };
        if !apply(qualifier, value) {
            break;
        }
        end = at + length;
    }
    if value.kind == QuantityKind::Duration && value.bound.is_none() {
        let rest = cursor.after(end);
        if let Some((_, length)) = WITHIN.after(rest).filter(|_| LOOKALIKES.after(rest).is_none()) {
            value.bound = Some(Bound::Le);
            end += length;
        }
    }
    end
}

/// Takes in a comparison around a bare number: 比 170 低.
pub(super) fn compared(cursor: Cursor<'_>, start: usize, end: usize, floor: usize, value: &mut Value) -> (usize, usize) {
    if value.kind != QuantityKind::Number || value.unit.is_some() || value.bound.is_some() {
        return (start, end);
    }
    let ahead = cursor.blanks_before(start, floor);
    let behind = cursor.blanks(end);
    let than = THAN.before(cursor.text.part(floor..ahead));
    match than.zip(COMPARED.after(cursor.after(behind))) {
        Some(((_, than), (qualifier, length))) if apply(qualifier, value) => (ahead - than, behind + length),
        _ => (start, end),
    }
}

/// Takes one qualifier into a value; false where it says nothing of it.
fn apply(qualifier: Qualifier, value: &mut Value) -> bool {
    let is_time = value.kind == QuantityKind::Duration;
    let bound = match qualifier {
        Qualifier::About => {
            value.approx = true;
            return true;
        }
        Qualifier::Near => {
            value.approx |= !is_time;
            return !is_time;
        }
        Qualifier::Over if is_time => return false,
        Qualifier::Above | Qualifier::Over => Bound::Gt,
        Qualifier::AtLeast => Bound::Ge,
        Qualifier::Below => Bound::Lt,
        Qualifier::AtMost => Bound::Le,
    };
    if value.bound.is_some() {
        return false;
    }
    value.bound = Some(bound);
    true
}
