//! Digits to numbers, exactly: `1,234.5`, `１２３`, `1.2e5`, `12,34,567.89`, `1.111,11`.
//!
//! A number is kept as a whole number and a power of ten until it is asked for, so that magnitudes (万, K) cost no
//! precision: 1.1万亿 is 1.1e12 and not 1.0999999999999999e12.

use super::cursor::Cursor;

/// A decimal number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Decimal {
    mantissa: u64,
    exponent: i32,
}

impl Decimal {
    pub const ZERO: Self = Self { mantissa: 0, exponent: 0 };

    pub const fn of(mantissa: u64) -> Self {
        Self { mantissa, exponent: 0 }
    }

    fn push(&mut self, digit: u8, is_fraction: bool) {
        let grown = self.mantissa.checked_mul(10).and_then(|mantissa| mantissa.checked_add(u64::from(digit)));
        match grown {
            Some(mantissa) => {
                self.mantissa = mantissa;
                self.exponent -= i32::from(is_fraction);
            }
            // More digits than a double can tell apart: only their place counts.
            None => self.exponent += i32::from(!is_fraction),
        }
    }

    /// Ten to a power times this.
    pub const fn scaled(self, power: i32) -> Self {
        Self { mantissa: self.mantissa, exponent: self.exponent.saturating_add(power) }
    }

    /// This times a small factor (a dozen).
    pub const fn times(self, factor: u64) -> Self {
        Self { mantissa: self.mantissa.saturating_mul(factor), exponent: self.exponent }
    }

    /// The sum with another; none where it would not be exact.
    pub fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let shifted = |number: Self| {
            let shift = u32::try_from(number.exponent.checked_sub(exponent)?).ok()?;
            number.mantissa.checked_mul(10u64.checked_pow(shift)?)
        };
        Some(Self { mantissa: shifted(self)?.checked_add(shifted(other)?)?, exponent })
    }

    /// The nearest double; none where there is no finite one.
    pub fn value(self) -> Option<f64> {
        const EXACT: u64 = 1 << 53;
        const POWERS: [f64; 23] = [
            1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
            1e21, 1e22,
        ];
        #[expect(clippy::cast_precision_loss, reason = "used where it is exact")]
        let mantissa = self.mantissa as f64;
        let power = POWERS.get(self.exponent.unsigned_abs() as usize);
        let value = match power {
            // Both are exact, so that one rounding is all there is.
            Some(power) if self.mantissa < EXACT && self.exponent < 0 => mantissa / power,
            Some(power) if self.mantissa < EXACT => mantissa * power,
            _ => format!("{}e{}", self.mantissa, self.exponent).parse().ok()?,
        };
        value.is_finite().then_some(value)
    }
}

/// A number as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number {
    pub start: usize,
    pub end: usize,
    pub decimal: Decimal,
    /// How many digits stand before its decimal point.
    pub digits: usize,
    /// Whether it is digits and nothing else.
    pub is_plain: bool,
    /// Whether its first digit is a needless nought (007).
    pub is_padded: bool,
    /// How many digits stand behind its decimal point.
    pub fraction: usize,
}

impl Number {
    /// The whole number that it is, if it is written as one.
    pub fn whole(&self) -> Option<u64> {
        (self.is_plain && self.decimal.exponent == 0).then_some(self.decimal.mantissa)
    }
}

/// Reads the number whose first digit (or leading decimal point) stands at a place.
pub(super) fn read(cursor: Cursor<'_>, start: usize) -> Option<Number> {
    let mut number =
        Number { start, end: start, decimal: Decimal::ZERO, digits: 0, is_plain: true, is_padded: false, fraction: 0 };
    number.end = push_digits(cursor, start, &mut number.decimal, false);
    number.digits = count(cursor, start, number.end);
    number.is_padded = number.digits > 1 && cursor.digit(start).is_some_and(|(digit, _)| digit == 0);
    if number.digits <= 3 && number.digits > 0 {
        groups(cursor, &mut number, ',', '.');
    }
    if number.is_plain && number.digits <= 3 && number.digits > 0 && is_european(cursor, number.end) {
        groups(cursor, &mut number, '.', ',');
    }
    if number.is_plain && number.digits <= 3 && number.digits > 0 && !number.is_padded {
        blank_groups(cursor, &mut number);
    }
    fraction(cursor, &mut number);
    exponent(cursor, &mut number);
    (number.end > start && number.digits + number.fraction > 0).then_some(number)
}

fn push_digits(cursor: Cursor<'_>, mut at: usize, decimal: &mut Decimal, is_fraction: bool) -> usize {
    while let Some((digit, next)) = cursor.digit(at) {
        decimal.push(digit, is_fraction);
        at = next;
    }
    at
}

fn count(cursor: Cursor<'_>, start: usize, end: usize) -> usize {
    if cursor.text.as_bytes().get(start) == Some(&0xEF) { (end - start) / 3 } else { end - start }
}

/// The place behind a separator that is as wide as the digits beside it: `４，５６５` is a number, `20，500` are two.
fn separator(cursor: Cursor<'_>, at: usize, wanted: char) -> Option<usize> {
    let next = cursor.next(at);
    let is_wide = next - at == 3;
    let digit_is_wide = cursor.digit(next)?.1 - next == 3;
    (cursor.at(at) == Some(wanted) && is_wide == digit_is_wide).then_some(next)
}

/// Groups of three digits, or the Indian ones of two before the last.
fn groups(cursor: Cursor<'_>, number: &mut Number, comma: char, point: char) {
    let mut at = number.end;
    let mut decimal = number.decimal;
    let mut sizes = (0, 0);
    while let Some(next) = separator(cursor, at, comma) {
        let end = cursor.digits(next);
        let size = count(cursor, next, end);
        if !(size == 3 || size == 2) || sizes.1 == 2 && size > 3 {
            break;
        }
        sizes = (sizes.0 + 1, size);
        push_digits(cursor, next, &mut decimal, false);
        at = end;
    }
    if sizes.1 == 3 {
        number.decimal = decimal;
        number.digits += 3 * sizes.0;
        number.end = at;
        number.is_plain = false;
        if point == ',' {
            decimals(cursor, number, ',');
        }
    }
}

/// Groups of three digits that blanks part at which no line may break; a comma parts the decimals: `1 200 000,5`.
fn blank_groups(cursor: Cursor<'_>, number: &mut Number) {
    let joint = |at: usize| cursor.after(at).chars().next().filter(|c| matches!(c, '\u{A0}' | '\u{202F}' | '\u{2009}'));
    let Some(blank) = joint(number.end) else { return };
    let (mut at, mut decimal, mut groups) = (number.end, number.decimal, 0);
    while joint(at) == Some(blank) {
        let next = at + blank.len_utf8();
        let end = cursor.digits(next);
        if count(cursor, next, end) != 3 {
            break;
        }
        push_digits(cursor, next, &mut decimal, false);
        (at, groups) = (end, groups + 1);
    }
    if groups > 0 {
        number.decimal = decimal;
        number.digits += 3 * groups;
        number.end = at;
        number.is_plain = false;
        decimals(cursor, number, ',');
    }
}

/// Whether points part groups of three digits and a comma the decimals: `1.111,11`.
fn is_european(cursor: Cursor<'_>, at: usize) -> bool {
    let Some(next) = separator(cursor, at, '.') else { return false };
    let end = cursor.digits(next);
    count(cursor, next, end) == 3
        && separator(cursor, end, ',').is_some_and(|next| {
            let end = cursor.digits(next);
            (1..=2).contains(&count(cursor, next, end))
        })
}

fn fraction(cursor: Cursor<'_>, number: &mut Number) {
    if number.fraction == 0 {
        decimals(cursor, number, '.');
    }
}

fn decimals(cursor: Cursor<'_>, number: &mut Number, point: char) {
    let next = cursor.next(number.end);
    let is_point = cursor.at(number.end) == Some(point) && cursor.digit(next).is_some();
    if !is_point {
        return;
    }
    let end = push_digits(cursor, next, &mut number.decimal, true);
    number.fraction = count(cursor, next, end);
    number.end = end;
    number.is_plain = false;
}

/// `2e5`, `12.32e+14`: not `3e` and not `2ex`.
fn exponent(cursor: Cursor<'_>, number: &mut Number) {
    if !matches!(cursor.at(number.end), Some('e' | 'E')) {
        return;
    }
    let sign_at = cursor.next(number.end);
    let (is_negative, digits_at) = match cursor.at(sign_at) {
        Some('-') => (true, cursor.next(sign_at)),
        Some('+') => (false, cursor.next(sign_at)),
        _ => (false, sign_at),
    };
    let end = cursor.digits(digits_at);
    let digits = count(cursor, digits_at, end);
    if !(1..=3).contains(&digits) || cursor.is_word(end) {
        return;
    }
    let mut power = Decimal::ZERO;
    push_digits(cursor, digits_at, &mut power, false);
    let power = i32::try_from(power.mantissa).unwrap_or(i32::MAX);
    number.decimal = number.decimal.scaled(if is_negative { -power } else { power });
    number.end = end;
    number.is_plain = false;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_in_their_dresses() {
        for (text, value, end) in [
            ("1,234.5", 1234.5, 7),
            ("１２．５", 12.5, 12),
            ("４，５６５", 4565.0, 15),
            ("20，500", 20.0, 2),
            ("12,34,567.89", 1_234_567.89, 12),
            ("10,20", 10.0, 2),
            ("1.111,11", 1111.11, 8),
            ("1, 234", 1.0, 1),
            ("1\u{A0}200\u{A0}000", 1_200_000.0, 11),
            ("1\u{202F}200,5", 1200.5, 9),
            ("12\u{2009}500.25", 12_500.25, 11),
            ("3\u{A0}1200", 3.0, 1),
            ("2026\u{A0}100", 2026.0, 4),
            ("2024,2025", 2024.0, 4),
            ("12.32e+14", 1.232e15, 9),
            ("3em", 3.0, 1),
            (".25", 0.25, 3),
            ("0.1", 0.1, 3),
        ] {
            let number = read(Cursor { text }, 0).unwrap();
            assert_eq!((number.decimal.value(), number.end), (Some(value), end), "{text}");
        }
    }

    #[test]
    fn magnitudes_cost_no_precision() {
        let number = read(Cursor { text: "1.1" }, 0).unwrap();
        assert_eq!(number.decimal.scaled(12).value(), Some(1.1e12));
    }
}
