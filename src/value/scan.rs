//! The walk through a text that finds its quantities.
//!
//! One pass, from left to right, over bytes: words of letters are passed over whole (with the digits in them, so that `H100`
//! is never looked into), and only digits, numerals, months, stars and bars are looked at closely. What is looked at ahead
//! or behind is bounded, and every step goes forward, so the time is linear in the text whatever it holds.

use super::address::{Addresses, is_site};
use super::calendar;
use super::cursor::Cursor;
use super::mention::{Found, Mention};
use super::operand::{self, Operand};
use super::range::{self, Ends};
use super::reading::{classify, is_bare, takes, valued};
use super::spelled::{self, Spelled};
use super::trigger::{HAN_NUMERALS, is_financial_year, may_be_date, may_be_dated, may_be_numeral};
use super::{drawn, name, proportion, qualifier, unit};
use crate::excerpt::Excerpt as _;
use crate::lexicon::quantity::calendar::{MONTHS, PARTS};
use crate::lexicon::quantity::numeral::han_digit;
use crate::lexicon::quantity::unit::Unit;
use crate::lexicon::quantity::{currency, magnitude};
use crate::record::{Amount, Bound, QuantityKind, Value};

/// Words before a hyphen and a number that leave the number one: mid-2025, sub-10nm.
const OPEN_PREFIXES: [&str; 12] = ["mid", "end", "early", "late", "post", "pre", "sub", "since", "until", "by", "year", "to"];

/// The most figures of a list that share a unit.
const LIST: usize = 8;

/// Finds the quantities of a text, in order; they do not overlap.
pub(crate) fn find(text: &str) -> Vec<Mention> {
    let mut mentions = Vec::new();
    find_into(text, &mut mentions);
    mentions
}

/// Finds the quantity of a text that holds no other.
pub(crate) fn find_only(text: &str) -> Option<Mention> {
    let mut mentions = Vec::new();
    // A second one settles it; none that follows is looked at.
    Scan::new(text, &mut mentions).run(2);
    mentions.pop().filter(|_| mentions.is_empty())
}

/// Finds the quantities of a text and adds them to a list.
pub(crate) fn find_into(text: &str, mentions: &mut Vec<Mention>) {
    Scan::new(text, mentions).run(usize::MAX);
}

struct Scan<'t, 'm> {
    cursor: Cursor<'t>,
    /// Where the last mention ended: nothing before it belongs to another.
    floor: usize,
    /// Where the last name with digits ended (`Llama 3` before `70B`).
    named: Option<usize>,
    addresses: Addresses,
    mentions: &'m mut Vec<Mention>,
}

impl<'t, 'm> Scan<'t, 'm> {
    fn new(text: &'t str, mentions: &'m mut Vec<Mention>) -> Self {
        Self { cursor: Cursor { text }, floor: 0, named: None, addresses: Addresses::of(text), mentions }
    }

    /// Walks through the text, no further than to so many mentions.
    fn run(mut self, most: usize) {
        let bytes = self.cursor.text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at).filter(|_| self.mentions.len() < most) {
            at = match byte {
                b'0'..=b'9' => self.digits(at),
                b'A'..=b'Z' | b'a'..=b'z' => self.word(at),
                b'`' => self.code(at),
                0..=0x7F => at + 1,
                0xE2 | 0xF0 => self.drawing(at),
                0xEF => match self.cursor.digit(at) {
                    Some(_) => self.digits(at),
                    None => at + 3,
                },
                0xE3..=0xE9 => self.han(at),
                _ => self.cursor.next(at),
            };
        }
    }

    fn push(&mut self, mention: Mention) -> usize {
        let end = mention.range.end;
        self.floor = end;
        self.mentions.push(mention);
        end
    }

    /// Passes over digits that are no quantity.
    fn pass(&mut self, end: usize) -> usize {
        self.named = Some(end);
        end
    }

    /// A code span: it holds a quantity only where it is one.
    fn code(&mut self, at: usize) -> usize {
        let rest = self.cursor.text.part(at + 1..);
        let Some(length) = rest.bytes().take(256).position(|byte| byte == b'`').filter(|&length| length > 0) else {
            return at + 1;
        };
        let inner = find(rest.part(..length));
        if let [mention] = &inner[..]
            && mention.range == (0..length)
        {
            let value = mention.value.clone();
            self.push(Mention { range: at + 1..at + 1 + length, value });
        }
        at + length + 2
    }

    /// A word: passed over with the digits in it, unless it begins a date or is a number.
    fn word(&mut self, at: usize) -> usize {
        let bytes = self.cursor.text.as_bytes();
        let letters = bytes.part(at..).iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let end = at + letters;
        if self.addresses.is_within(self.cursor.text, at, end) || is_site(self.cursor.text.part(at..end), self.cursor.after(end))
        {
            return self.address(at);
        }
        if bytes.get(at).is_some_and(|&first| may_be_date(first, letters, bytes.get(end)))
            && let Some(end) = self.date_in_words(at)
        {
            return end;
        }
        match bytes.get(end) {
            Some(b'0'..=b'9') if currency::BEFORE.before(self.cursor.text.part(at..end)).is_some() => end,
            Some(b'0'..=b'9' | b'_') => {
                let end = self.cursor.token(at);
                self.pass(end)
            }
            Some(b'-') if bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => {
                let is_open = OPEN_PREFIXES.iter().any(|prefix| self.cursor.text.part(at..end).eq_ignore_ascii_case(prefix));
                if is_open {
                    self.floor = end + 1;
                    return end + 1;
                }
                let end = self.cursor.token(at);
                self.pass(end)
            }
            _ if may_be_numeral(bytes.part(at..end)) => match spelled::english(self.cursor, at) {
                Some(found) => self.spelled(at, found),
                None => end,
            },
            _ => end,
        }
    }

    fn date_in_words(&mut self, at: usize) -> Option<usize> {
        let rest = self.cursor.after(at);
        let begins = MONTHS.after(rest).is_some() || PARTS.after(rest).is_some() || is_financial_year(rest);
        match begins.then(|| calendar::read(self.cursor, at, self.floor)).flatten()? {
            Found::Mention(mention) => Some(self.push(mention)),
            Found::Nothing(end) => Some(end),
        }
    }

    /// Passes over an address, whole.
    fn address(&mut self, at: usize) -> usize {
        let rest = self.cursor.after(at);
        let length = rest
            .find(|c: char| c.is_whitespace() || matches!(c, ')' | '>' | '"' | '|' | '`' | '<') || !c.is_ascii())
            .unwrap_or(rest.len());
        let end = at + length.max(1);
        self.addresses.pass(self.cursor.text, end);
        end
    }

    fn digits(&mut self, at: usize) -> usize {
        let cursor = self.cursor;
        if self.addresses.is_near(cursor.text, at) && self.addresses.is_within(cursor.text, at, cursor.token(at)) {
            return self.address(at);
        }
        let Some(first) = operand::read(cursor, self.leading_point(at), self.floor) else { return cursor.digits(at) };
        if let Some(end) = name::fixed(cursor, at).filter(|_| first.currency.is_none()) {
            return self.pass(end);
        }
        if first.is_bare() && name::is_named(cursor, first.start, self.floor) {
            return self.pass(first.end);
        }
        if first.currency.is_none()
            && !first.is_signed
            && may_be_dated(cursor, at)
            && let Some(found) = calendar::read(cursor, at, self.floor)
            && !self.is_number_after_all(&first, &found)
        {
            return match found {
                Found::Mention(mention) => self.push(mention),
                Found::Nothing(end) => end.max(cursor.next(at)),
            };
        }
        if let Some(end) = name::chain(cursor, at).filter(|_| first.currency.is_none()) {
            return self.pass(end);
        }
        if let Some(found) = proportion::read(cursor, &first) {
            return match found {
                Found::Mention(Mention { range, value }) => self.finish(range.start, range.end, value),
                Found::Nothing(end) => self.pass(end.max(cursor.next(at))),
            };
        }
        self.quantity(first)
    }

    /// Where a number begins that is written without the nought before its point: `.25`.
    fn leading_point(&self, at: usize) -> usize {
        match *self.cursor.text.as_bytes().part(self.floor.min(at)..at) {
            [b'.'] => at - 1,
            [.., before, b'.'] if before != b'.' && !before.is_ascii_alphanumeric() => at - 1,
            _ => at,
        }
    }

    /// Whether digits that could be a year are a number: 2000 万, 2025 家, about 2000.
    fn is_number_after_all(&self, first: &Operand, found: &Found) -> bool {
        // 1950-2050元: what has a unit behind it is no span of years.
        let is_measured = |last: &Operand| last.unit.is_some() || last.currency.is_some() || last.magnitude.is_some();
        let is_bare_span =
            |end: usize| self.cursor.text.part(first.start..end).bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let span_end = match found {
            Found::Mention(mention) => mention.range.end,
            Found::Nothing(end) => *end,
        };
        if first.number.digits == 4 && is_bare_span(span_end) && self.range(first).is_some_and(|(_, last)| is_measured(&last)) {
            return true;
        }
        let Found::Mention(mention) = found else { return false };
        let is_bare_year = matches!(mention.value.value, Some(Amount::Date(_))) && mention.range.end == first.number.end;
        if !is_bare_year {
            return false;
        }
        let round = first.number.whole().is_some_and(|year| year % 100 == 0);
        let mut probe = Value::of(QuantityKind::Number);
        let is_qualified = qualifier::before(self.cursor, first.start, self.floor, &mut probe) < first.start;
        !first.is_bare() || round && is_qualified
    }

    /// A number that is no date: alone or as the first end of a range.
    fn quantity(&mut self, first: Operand) -> usize {
        let cursor = self.cursor;
        let (first, ends, last) = match self.range(&first) {
            Some((ends, last)) => (first, Some(ends), last),
            None => {
                let first = self.last_of_list(&first).map_or(first, |last| first.like(&last));
                (first, None, first)
            }
        };
        let judged = match ends {
            Some(Ends { unit, currency, .. }) => {
                Operand { start: first.start, is_signed: first.is_signed, unit, currency, ..last }
            }
            None => first,
        };
        let is_code = ends.is_some() && first.number.is_padded && first.is_bare();
        if is_code || name::is_name(cursor, &judged, self.floor, self.named) {
            let end = if cursor.is_word(judged.end) || cursor.at(judged.end) == Some('-') {
                cursor.token(judged.end).max(judged.end)
            } else {
                judged.end
            };
            return self.pass(end);
        }
        let Some(mut value) = valued(&first, ends) else { return last.end };
        let mut end = last.end;
        if let Some((compound, after)) =
            unit::compound(cursor, end).filter(|_| value.kind == QuantityKind::Number && value.unit.is_none())
        {
            value.unit = Some(compound.into());
            value.kind = QuantityKind::Measure;
            end = after;
        }
        if last.is_more && value.bound.is_none() {
            value.bound = Some(Bound::Gt);
        }
        if last.is_open && value.bound.is_none() {
            value.bound = Some(Bound::Ge);
        }
        self.finish(first.start, end, value)
    }

    /// The last figure of a list that a bare one begins, if it says what all of them are: 10/12/15亿元.
    fn last_of_list(&self, first: &Operand) -> Option<Operand> {
        let cursor = self.cursor;
        let mut last = *first;
        for _ in 0..LIST {
            let next = cursor.next(last.end);
            let is_listed = last.is_bare() && last.end == last.number.end && cursor.at(last.end) == Some('/');
            if !is_listed {
                break;
            }
            cursor.digit(next)?;
            last = operand::read(cursor, next, next)?;
        }
        (last.start > first.start && !last.is_bare()).then_some(last)
    }

    /// Denominator and qualifiers, then the mention is whole.
    fn finish(&mut self, start: usize, mut end: usize, mut value: Value) -> usize {
        let cursor = self.cursor;
        if let Some((per, after)) = unit::denominator(cursor, end).filter(|(per, _)| takes(&value, per)) {
            value.per = Some(per);
            end = after;
        }
        end = qualifier::after(cursor, end, &mut value);
        let start = qualifier::before(cursor, start, self.floor, &mut value);
        if value.per.is_none() {
            value.per = unit::denominator_before(cursor, start, self.floor).filter(|per| takes(&value, per) && !is_bare(&value));
        }
        let (start, end) = qualifier::compared(cursor, start, end, self.floor, &mut value);
        let mention = Mention { range: start..end, value };
        match self.mentions.last().and_then(|last| range::of_bounds(cursor, last, &mention)) {
            Some(both) => {
                self.mentions.pop();
                self.push(both)
            }
            None => self.push(mention),
        }
    }

    /// The ends of the range that an operand begins, and its last operand.
    fn range(&self, first: &Operand) -> Option<(Ends, Operand)> {
        let cursor = self.cursor;
        let between = range::is_between(cursor, first.start, self.floor);
        let (is_word, at) = range::separator(cursor, first.end, true)?;
        // From 12% to 15% is a change, from -10 to +10 a span.
        let is_change = is_word && !first.is_negative && range::is_from(cursor, first.start, self.floor);
        if first.is_open || is_change {
            return None;
        }
        // The second end may have a sign or a currency of its own.
        let digit = cursor
            .text
            .part(at..)
            .char_indices()
            .take(6)
            .map(|(offset, _)| at + offset)
            .find(|&at| cursor.digit(at).is_some())?;
        let second = operand::read_after(cursor, digit, at, first.currency).filter(|second| second.start == at)?;
        let second = if first.currency.is_some() { second.without_counter() } else { second.counting_months_from(first, cursor) };
        // 10与20间: behind 与 the 间 closes the range and counts no rooms.
        let is_joined = !between && range::separator(cursor, first.end, false).is_none();
        let second = if is_joined { second.without_counter() } else { second };
        let ends = range::ends(first, &second)?;
        let closing = range::closing(cursor, second.end);
        if is_joined && closing.is_none() {
            return None;
        }
        Some((ends, Operand { end: closing.unwrap_or(second.end), ..second }))
    }

    fn han(&mut self, at: usize) -> usize {
        let next = at + 3;
        let character = self.cursor.text.as_bytes().part(at..).first_chunk();
        if !character.is_some_and(|&character| HAN_NUMERALS.may_hold(character)) {
            return next;
        }
        let cursor = self.cursor;
        if cursor.at(at).and_then(han_digit).is_some()
            && let Some(Found::Mention(mention)) =
                calendar::read(cursor, at, self.floor).filter(|_| cursor.text.part(at..).chars().nth(4) == Some('年'))
        {
            return self.push(mention);
        }
        match spelled::han(cursor, at) {
            Some(found) => self.spelled(at, found),
            // The rest of a longer numeral is none of its own.
            None => {
                let mut end = next;
                while cursor.at(end).is_some_and(|c| han_digit(c).is_some() || magnitude::of_han(c).is_some()) {
                    end = cursor.next(end);
                }
                end
            }
        }
    }

    fn spelled(&mut self, start: usize, found: Spelled) -> usize {
        let mut value = Value::of(QuantityKind::Number);
        classify(&mut value, found.unit, found.currency);
        if found.is_fraction {
            value.kind = QuantityKind::Ratio;
        }
        let factor = if found.unit == Some(Unit::Tenths) { 10.0 } else { 1.0 };
        match found.high {
            None => value.value = Some(Amount::Number(found.low * factor)),
            Some(high) => {
                value.low = Some(Amount::Number(found.low * factor));
                value.high = Some(Amount::Number(high * factor));
            }
        }
        if found.is_more {
            value.bound = Some(Bound::Gt);
        }
        self.finish(start, found.end, value)
    }

    /// Stars and bars.
    fn drawing(&mut self, at: usize) -> usize {
        match drawn::read(self.cursor, at, self.floor) {
            Some(Found::Mention(mention)) => self.push(mention),
            Some(Found::Nothing(end)) => end,
            None => self.cursor.next(at),
        }
    }
}
