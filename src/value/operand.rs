//! A number with its sign, currency, magnitude and unit: one end of a range, or all of a quantity.

use super::cursor::Cursor;
use super::number::{self, Decimal, Number};
use super::unit::{self, Behind};
use crate::excerpt::Excerpt as _;
use crate::lexicon::quantity::unit::{BROKEN_TIMES, SYMBOLS, Unit};
use crate::lexicon::quantity::{currency, magnitude};

/// A number and what belongs to it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Operand {
    pub start: usize,
    pub end: usize,
    pub number: Number,
    pub is_negative: bool,
    /// Whether it is written with a sign.
    pub is_signed: bool,
    pub decimal: Decimal,
    /// The power of ten that its magnitude stands for.
    pub magnitude: Option<i32>,
    pub unit: Option<Unit>,
    /// Where its unit begins.
    pub unit_start: usize,
    pub currency: Option<&'static str>,
    /// 多, 余: more than the number says.
    pub is_more: bool,
    /// `+`: the number or more.
    pub is_open: bool,
}

impl Operand {
    /// The number, multiplied out.
    pub fn value(&self) -> Option<f64> {
        self.decimal.value().map(|value| if self.is_negative { -value } else { value })
    }

    /// The operand in the magnitude, the unit and the currency of another.
    pub fn like(self, other: &Self) -> Self {
        let decimal = self.decimal.scaled(other.magnitude.unwrap_or(0));
        Self { decimal, magnitude: other.magnitude, unit: other.unit, currency: other.currency, ..self }
    }

    /// What its unit is read behind.
    fn behind(&self) -> Behind {
        Behind { number: self.number, start: self.start, magnitude: self.magnitude }
    }

    /// The number with the magnitude of another.
    pub fn lent(&self, other: &Self) -> Option<f64> {
        let value = self.decimal.scaled(other.magnitude.unwrap_or(0)).value()?;
        Some(if self.is_negative { -value } else { value })
    }

    /// The operand without the things that it counts: money counts none ($200-500万人).
    pub fn without_counter(self) -> Self {
        match self.unit {
            Some(Unit::Count(_)) => Self { unit: None, end: self.unit_start, ..self },
            _ => self,
        }
    }

    /// The upper end of `0-3月`: a month of the calendar has no number nought, so months are counted.
    pub fn counting_months_from(self, first: &Self, cursor: Cursor<'_>) -> Self {
        let counts = first.number.whole() == Some(0) && self.unit.is_none() && cursor.at(self.end) == Some('月');
        if counts { Self { unit: Some(Unit::Time("month")), end: cursor.next(self.end), ..self } } else { self }
    }

    /// Whether it is a number and nothing else.
    pub fn is_bare(&self) -> bool {
        self.unit.is_none() && self.currency.is_none() && self.magnitude.is_none()
    }
}

/// Reads the operand whose first digit (or leading decimal point) stands at a place.
pub(super) fn read(cursor: Cursor<'_>, at: usize, floor: usize) -> Option<Operand> {
    read_after(cursor, at, floor, None)
}

/// Reads the second operand of a range, whose first has a currency: `€1-2m` are millions.
pub(super) fn read_after(cursor: Cursor<'_>, at: usize, floor: usize, currency: Option<&'static str>) -> Option<Operand> {
    let left = left(cursor, at, floor);
    let number = number::read(cursor, at)?;
    let mut operand = Operand {
        start: left.start,
        end: number.end,
        number,
        is_negative: left.is_negative,
        is_signed: left.is_signed,
        decimal: if left.is_millions { number.decimal.scaled(6) } else { number.decimal },
        magnitude: None,
        unit: None,
        unit_start: number.end,
        currency: left.currency,
        is_more: false,
        is_open: false,
    };
    operand.skip_more(cursor);
    if operand.read_broken_time(cursor) {
        return Some(operand);
    }
    operand.read_magnitude(cursor, currency);
    operand.skip_more(cursor);
    operand.skip_plus(cursor);
    operand.read_currency(cursor);
    if operand.currency.is_none() {
        if let Some((found, end)) = unit::read(cursor, operand.end, operand.behind()) {
            operand.unit = Some(found);
            operand.unit_start = operand.end;
            operand.end = end;
            operand.add_half(cursor);
        }
        operand.skip_more(cursor);
    }
    operand.skip_plus(cursor);
    Some(operand)
}

struct Left {
    start: usize,
    currency: Option<&'static str>,
    is_millions: bool,
    is_negative: bool,
    is_signed: bool,
}

/// What belongs to a number before it: `-$`, `US$ -`, `USD `, 负.
fn left(cursor: Cursor<'_>, at: usize, floor: usize) -> Left {
    let mut left = Left { start: at, currency: None, is_millions: false, is_negative: false, is_signed: false };
    left.take_sign(cursor, floor);
    let before = cursor.text.part(floor..cursor.blanks_before(left.start, floor));
    if let Some((code, length)) = currency::BEFORE.before(before) {
        left.currency = Some(code);
        left.start = floor + before.len() - length;
    } else if let Some((code, length)) = currency::MILLIONS.before(before) {
        left.currency = Some(code);
        left.is_millions = true;
        left.start = floor + before.len() - length;
    }
    if !left.is_signed {
        left.take_sign(cursor, floor);
    }
    left
}

impl Left {
    fn take_sign(&mut self, cursor: Cursor<'_>, floor: usize) {
        if self.start <= floor {
            return;
        }
        let Some(sign) = cursor.before(self.start).filter(|c| matches!(c, '-' | '+' | '–' | '负' | '±')) else { return };
        let at = self.start - cursor.text.part(..self.start).chars().next_back().map_or(0, char::len_utf8);
        let ahead = cursor.before(at);
        let is_free = match sign {
            '负' => true,
            // An en dash is a sign where nothing but a blank or a bracket stands before it.
            '–' => ahead.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '|' | ':' | '/')),
            _ => ahead.is_none_or(|c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | ')' | '%' | '+' | '_' | '.'))),
        };
        if is_free {
            self.start = at;
            self.is_signed = true;
            // `+/-5%` is ±5%.
            let is_both = cursor.text.part(..at).ends_with("+/");
            self.is_negative = matches!(sign, '-' | '–' | '负') && !is_both;
        }
    }
}

impl Operand {
    fn skip_more(&mut self, cursor: Cursor<'_>) {
        let at = cursor.blanks(self.end);
        let is_more = matches!(cursor.at(at), Some('多' | '余'));
        let next = cursor.next(at);
        if is_more && unit::may_follow(cursor, next) {
            self.is_more = true;
            self.end = next;
        }
    }

    /// 3个半月, 3个多月: a half or more before the unit.
    fn read_broken_time(&mut self, cursor: Cursor<'_>) -> bool {
        let at = cursor.blanks(self.end);
        let Some(((unit, is_half), length)) = BROKEN_TIMES.after(cursor.after(at)) else { return false };
        if is_half {
            self.decimal = self.decimal.plus(Decimal::of(5).scaled(-1)).unwrap_or(self.decimal);
        }
        self.is_more = !is_half;
        self.unit = Some(Unit::Time(unit));
        self.end = at + length;
        true
    }

    /// 3年半, 2倍半.
    fn add_half(&mut self, cursor: Cursor<'_>) {
        if let Some(end) = unit::half_behind(cursor, self.end, self.unit) {
            self.decimal = self.decimal.plus(Decimal::of(5).scaled(-1)).unwrap_or(self.decimal);
            self.end = end;
        }
    }

    fn skip_plus(&mut self, cursor: Cursor<'_>) {
        let is_plus = cursor.at(self.end) == Some('+');
        let next = cursor.next(self.end);
        if is_plus && !cursor.is_word(next) && cursor.digit(next).is_none() && cursor.at(next) != Some('$') {
            self.is_open = true;
            self.end = next;
        }
    }

    /// 万亿, K, million; 7万5千4百 adds up.
    fn read_magnitude(&mut self, cursor: Cursor<'_>, lent: Option<&'static str>) {
        if let Some((power, end)) = power_of_ten(cursor, self.end) {
            self.multiply(power, end);
            return;
        }
        if self.number.whole() == Some(10)
            && let Some((power, end)) = exponent(cursor, self.end)
        {
            self.multiply(power - 1, end);
            return;
        }
        let at = cursor.blanks(self.end);
        // 1.5个亿
        let behind_counter = if cursor.at(at) == Some('个') { cursor.next(at) } else { at };
        if let Some((power, end)) = han_magnitude(cursor, behind_counter) {
            self.multiply(power, end);
            self.add_parts(cursor, power);
            return;
        }
        let rest = cursor.after(at);
        let letters = magnitude::LETTERS.after(rest);
        let letters = letters.or_else(|| self.currency.or(lent).and_then(|_| magnitude::OF_MONEY.after(rest)));
        // 3.5b/d: the letter is a unit's.
        let letters = letters.filter(|&(_, length)| SYMBOLS.after(rest).is_none_or(|(_, unit)| unit <= length));
        // A longer word goes first: Mio. with its point.
        let letters = letters.filter(|&(_, length)| magnitude::WORDS.after(rest).is_none_or(|(_, word)| word <= length));
        if let Some((power, length)) = letters.filter(|_| {
            at == self.end
                || rest.starts_with(|c: char| c.is_ascii_uppercase())
                || matches!(rest.as_bytes(), [_, b'a'..=b'z' | b'A'..=b'Z', ..])
                || rest.starts_with('k')
        }) {
            self.multiply(power, at + length);
            return;
        }
        if let Some((_, length)) = magnitude::DOZENS.after(rest) {
            self.decimal = self.decimal.times(12);
            self.end = at + length;
            return;
        }
        let mut at = at;
        while let Some((power, length)) = magnitude::WORDS.after(cursor.after(at)) {
            self.multiply(power, at + length);
            at = cursor.blanks(self.end);
        }
        self.add_rest(cursor);
    }

    /// What follows a magnitude in words: 3 hundred and 21, 3 million and a half.
    fn add_rest(&mut self, cursor: Cursor<'_>) {
        let Some(power) = self.magnitude else { return };
        let at = cursor.blanks(self.end);
        if let Some((hundredths, length)) = magnitude::PARTS.after(cursor.after(at)) {
            self.decimal = self.decimal.plus(Decimal::of(hundredths).scaled(power - 2)).unwrap_or(self.decimal);
            self.end = at + length;
        } else if let Some((_, length)) = magnitude::AND.after(cursor.after(at)).filter(|_| power == 2)
            && let Some(part) = number::read(cursor, cursor.blanks(at + length)).filter(|part| part.is_plain && part.digits <= 2)
            && let Some(sum) = self.decimal.plus(part.decimal)
        {
            self.decimal = sum;
            self.end = part.end;
        }
    }

    fn multiply(&mut self, power: i32, end: usize) {
        self.decimal = self.decimal.scaled(power);
        self.magnitude = Some(self.magnitude.unwrap_or(0) + power);
        self.end = end;
    }

    /// The smaller parts of a number in Han magnitudes: 3万4000, 5亿1万4千6百.
    fn add_parts(&mut self, cursor: Cursor<'_>, power: i32) {
        let (mut power, mut total, mut found) = (power, self.decimal, false);
        while let Some(part) = number::read(cursor, self.end).filter(|part| part.is_plain && part.digits <= 4) {
            let (own, end) = han_magnitude(cursor, cursor.blanks(part.end)).unwrap_or((0, part.end));
            let fills_up = own > 0 || part.digits == usize::try_from(power).unwrap_or(0);
            let Some(sum) = total.plus(part.decimal.scaled(own)).filter(|_| own < power && fills_up) else { break };
            (power, total, found) = (own, sum, true);
            self.end = end;
            if own == 0 {
                break;
            }
        }
        if found {
            self.decimal = total;
        }
    }

    fn read_currency(&mut self, cursor: Cursor<'_>) {
        let at = cursor.blanks(self.end);
        let rest = cursor.after(at);
        if let Some((code, length)) = currency::MILLIONS.after(rest) {
            self.currency = Some(code);
            self.multiply(6, at + length);
            return;
        }
        let found = currency::AFTER
            .after(rest)
            .or_else(|| self.magnitude.filter(|&power| power >= 6).and_then(|_| currency::POUNDS.after(rest)));
        let Some((code, length)) = found else { return };
        let end = at + length;
        // 新台币 860 亿元: whatever currency stands before an amount, 元 is its word for the whole.
        if self.currency.is_some_and(|own| own != code) && rest.part(..length) == "元" {
            self.end = end;
            return;
        }
        // A sign before the next number is that number's: 1 $10.
        let is_next = rest.starts_with(['$', '¥', '€', '£', '￥'])
            && (cursor.digit(end).is_some() || at > self.end && self.currency.is_some());
        if is_next || self.currency.is_some_and(|own| own != code) {
            return;
        }
        self.currency = Some(code);
        self.end = end;
        self.add_cents(cursor);
        if self.magnitude.is_none() {
            self.read_magnitude_word(cursor);
        }
    }

    /// Two digits behind a currency: 15 dollars 50.
    fn add_cents(&mut self, cursor: Cursor<'_>) {
        let at = cursor.blanks(self.end);
        let is_latin = cursor.is_word_before(self.end);
        let cents = number::read(cursor, at).filter(|cents| is_latin && at > self.end && cents.is_plain && cents.digits == 2);
        let Some(cents) = cents.filter(|_| self.magnitude.is_none() && self.number.is_plain) else { return };
        let behind = cursor.blanks(cents.end);
        let is_free =
            unit::read(cursor, cents.end, self.behind()).is_none() && currency::AFTER.after(cursor.after(behind)).is_none();
        if let Some(sum) = self.decimal.plus(cents.decimal.scaled(-2)).filter(|_| is_free) {
            self.decimal = sum;
            self.end = cents.end;
        }
    }

    /// A magnitude behind the currency: 75 USD million.
    fn read_magnitude_word(&mut self, cursor: Cursor<'_>) {
        let at = cursor.blanks(self.end);
        if let Some((power, length)) = magnitude::WORDS.after(cursor.after(at)) {
            self.multiply(power, at + length);
        }
    }
}

/// `×10²⁶`, `x 10^6`.
fn power_of_ten(cursor: Cursor<'_>, end: usize) -> Option<(i32, usize)> {
    let at = cursor.blanks(end);
    let ten = cursor.at(at).filter(|c| matches!(c, '×' | 'x' | '·')).map(|_| cursor.blanks(cursor.next(at)))?;
    cursor.after(ten).starts_with("10").then(|| exponent(cursor, ten + 2)).flatten()
}

/// `²⁶`, `^6`, `^-3`.
fn exponent(cursor: Cursor<'_>, mut at: usize) -> Option<(i32, usize)> {
    let is_raised = cursor.at(at) == Some('^');
    at = if is_raised { cursor.next(at) } else { at };
    let is_negative = matches!(cursor.at(at), Some('⁻')) || is_raised && cursor.at(at) == Some('-');
    at = if is_negative { cursor.next(at) } else { at };
    let digit = |c: char| {
        "⁰¹²³⁴⁵⁶⁷⁸⁹"
            .chars()
            .position(|raised| raised == c)
            .or_else(|| c.to_digit(10).filter(|_| is_raised).map(|digit| digit as usize))
    };
    let (mut power, start) = (0, at);
    while let Some(digit) = cursor.at(at).and_then(digit).filter(|_| power < 100) {
        power = power * 10 + i32::try_from(digit).ok()?;
        at = cursor.next(at);
    }
    (at > start).then_some((if is_negative { -power } else { power }, at))
}

/// A run of Han magnitudes, multiplied: 万亿 is 10¹². None where the characters begin a unit (千瓦) or another word (百分之).
fn han_magnitude(cursor: Cursor<'_>, at: usize) -> Option<(i32, usize)> {
    let (mut power, mut end) = (0, at);
    while let Some(own) = cursor.at(end).and_then(magnitude::of_han) {
        let next = cursor.next(end);
        if unit::begins_word(cursor, end, next)
            || (end == at && own == 1)
            || cursor.at(next) == Some('分') && cursor.at(cursor.next(next)) == Some('之')
        {
            break;
        }
        power += own;
        end = next;
        if power > 40 {
            break;
        }
    }
    (end > at).then_some((power, end))
}
