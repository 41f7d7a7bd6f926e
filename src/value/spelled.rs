//! Numbers in words: 两年, 十几家, 数百亿, 三分之一, 半年, `two years`, `half a million`.
//!
//! Such words are everywhere (一些, 十分, one of), so they count only where a unit, a currency or a magnitude follows, and
//! 一 with a measure word is an article.

use super::cursor::Cursor;
use super::number::Decimal;
use super::unit;
use crate::excerpt::Excerpt as _;
use crate::lexicon::quantity::currency;
use crate::lexicon::quantity::magnitude;
use crate::lexicon::quantity::numeral::{ENGLISH, FRACTIONS, HALF, HUNDREDTHS, NOT_VAGUE, SINGLED_OUT, STRONG, han_digit};
use crate::lexicon::quantity::unit::{Unit, WORDS};

/// A number in words and what it counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spelled {
    pub end: usize,
    pub low: f64,
    /// The upper end of a vague number (数十) or of a pair (两三).
    pub high: Option<f64>,
    pub unit: Option<Unit>,
    pub currency: Option<&'static str>,
    /// 多, 余: more than the number says.
    pub is_more: bool,
    /// Whether it is a part of a whole: 三分之一.
    pub is_fraction: bool,
}

/// A number in Han characters.
#[derive(Debug, Clone, Copy)]
struct Han {
    end: usize,
    low: f64,
    high: Option<f64>,
    characters: usize,
    first: char,
    has_magnitude: bool,
}

/// Reads the number in Han characters that begins at a place, with what it counts.
pub(super) fn han(cursor: Cursor<'_>, at: usize) -> Option<Spelled> {
    if matches!(cursor.before(at), Some('第' | '周' | '期' | '初')) {
        return None;
    }
    if let Some((power, length)) = HUNDREDTHS.after(cursor.after(at)) {
        return percentage(cursor, at + length, power);
    }
    if cursor.at(at) == Some('半') {
        return half(cursor, at);
    }
    let number = to_number(cursor, read_han(cursor, at)?);
    // Banks write whole amounts so; alone the characters are words of their own (陆地, 拾起).
    let is_formal = matches!(number.first, '壹' | '贰' | '叁' | '肆' | '伍' | '陆' | '柒' | '捌' | '玖' | '拾');
    if number.characters == 1 && (is_formal || number.low == 0.0) {
        return None;
    }
    if number.first == '一' && number.characters == 1 && SINGLED_OUT.before(cursor.text.part(..at)).is_some() {
        return None;
    }
    if cursor.after(number.end).starts_with("分之") {
        return fraction(cursor, number);
    }
    let mut end = number.end;
    let is_more =
        matches!(cursor.at(end), Some('多' | '余')) && unit::may_follow(cursor, cursor.next(end)) && number.high.is_none();
    if is_more {
        end = cursor.next(end);
    }
    let spelled = Spelled { end, low: number.low, high: number.high, unit: None, currency: None, is_more, is_fraction: false };
    if let Some((code, length)) = currency::AFTER.after(cursor.after(end)) {
        return (number.first != '一' || number.characters > 1).then_some(Spelled {
            currency: Some(code),
            end: end + length,
            ..spelled
        });
    }
    if let Some((unit, end)) = unit::in_words(cursor, end) {
        let spelled = Spelled { unit: Some(unit), end, ..spelled };
        return fits(cursor, number, unit, end).then(|| with_rest(cursor, spelled));
    }
    let stands_alone = number.has_magnitude && (number.characters > 1 || number.high.is_some());
    stands_alone.then_some(spelled)
}

/// The range of two numbers in Han characters: 七至八成, 三到五年.
fn to_number(cursor: Cursor<'_>, first: Han) -> Han {
    let next = cursor.next(first.end);
    let second = matches!(cursor.at(first.end), Some('至' | '到')).then(|| read_han(cursor, next)).flatten();
    match second.filter(|second| first.high.is_none() && second.high.is_none() && second.low > first.low) {
        Some(second) => {
            Han { high: Some(second.low), end: second.end, characters: first.characters + second.characters, ..first }
        }
        None => first,
    }
}

/// Whether a unit behind a number in Han characters makes it a quantity.
fn fits(cursor: Cursor<'_>, number: Han, unit: Unit, end: usize) -> bool {
    let is_one = number.characters == 1 && number.first == '一';
    let word = cursor.text.part(number.end..end).trim_start_matches(['多', '余', ' ']);
    match unit {
        Unit::Time(_) | Unit::Multiple | Unit::Percent(_) => true,
        Unit::Tenths => number.low < 10.0 || cursor.text.part(..end).ends_with('成'),
        Unit::Measure(_) => !is_one,
        // Two things are 两, never 二: 二次 is the second time.
        Unit::Count(_) => {
            !is_one
                && (number.characters > 1 || number.high.is_some() || number.first != '二')
                && (number.characters > 2 || STRONG.after(word).is_some())
        }
    }
}

/// What follows a unit and belongs to its number: 五成五, 三块五, 一年半.
fn with_rest(cursor: Cursor<'_>, spelled: Spelled) -> Spelled {
    let is_yuan = spelled.unit == Some(Unit::Count("块"));
    let next = cursor.next(spelled.end);
    let digit = cursor.at(spelled.end).and_then(han_digit).filter(|&digit| digit > 0 && spelled.high.is_none());
    match digit.filter(|_| unit::in_words(cursor, next).is_none() && cursor.at(next).and_then(magnitude::of_han).is_none()) {
        Some(digit) if is_yuan => {
            Spelled { low: spelled.low + f64::from(digit) / 10.0, unit: None, currency: Some("CNY"), end: next, ..spelled }
        }
        Some(digit) if spelled.unit == Some(Unit::Tenths) => {
            Spelled { low: spelled.low + f64::from(digit) / 10.0, end: next, ..spelled }
        }
        _ => with_half(cursor, spelled),
    }
}

/// 一年半.
fn with_half(cursor: Cursor<'_>, spelled: Spelled) -> Spelled {
    match unit::half_behind(cursor, spelled.end, spelled.unit).filter(|_| spelled.high.is_none()) {
        Some(end) => Spelled { low: spelled.low + 0.5, end, ..spelled },
        None => spelled,
    }
}

/// 半年, 半个月.
fn half(cursor: Cursor<'_>, at: usize) -> Option<Spelled> {
    let (unit, end) = unit::in_words(cursor, cursor.next(at)).filter(|(unit, _)| matches!(unit, Unit::Time(_)))?;
    let is_part = matches!(cursor.before(at), Some('上' | '下' | '前' | '后'));
    (!is_part).then_some(Spelled {
        end,
        low: 0.5,
        high: None,
        unit: Some(unit),
        currency: None,
        is_more: false,
        is_fraction: false,
    })
}

/// 百分之三十, 百分之2.4.
fn percentage(cursor: Cursor<'_>, at: usize, power: i32) -> Option<Spelled> {
    let at = cursor.blanks(at);
    let (low, end) = match super::number::read(cursor, at) {
        Some(number) if cursor.digit(at).is_some() => (number.decimal.value()?, number.end),
        _ => read_han(cursor, at).filter(|number| number.high.is_none()).map(|number| (number.low, number.end))?,
    };
    let low = low / 10f64.powi(-power);
    Some(Spelled { end, low, high: None, unit: Some(Unit::Percent("%")), currency: None, is_more: false, is_fraction: false })
}

/// 三分之一.
fn fraction(cursor: Cursor<'_>, whole: Han) -> Option<Spelled> {
    let at = whole.end + "分之".len();
    let part = read_han(cursor, at).filter(|part| part.high.is_none())?;
    let is_fraction = whole.low > part.low && whole.high.is_none() && whole.low >= 2.0;
    is_fraction.then_some(Spelled {
        end: part.end,
        low: part.low / whole.low,
        high: None,
        unit: None,
        currency: None,
        is_more: false,
        is_fraction: true,
    })
}

/// A number in Han characters: 三百二十, 十几, 数十亿, 两三, 三点五.
fn read_han(cursor: Cursor<'_>, start: usize) -> Option<Han> {
    let first = cursor.at(start)?;
    if matches!(first, '数' | '几') {
        return vague(cursor, start, first);
    }
    if let Some(pair) = pair(cursor, start) {
        return Some(pair);
    }
    // A section is what stands before 万 or 亿; a part is what stands before 十, 百 or 千.
    let (mut total, mut section, mut digit) = (0.0, 0.0, None::<u32>);
    let (mut at, mut characters, mut has_magnitude, mut last) = (start, 0, false, 1.0);
    let mut tens_open = false;
    while let Some(c) = cursor.at(at) {
        if let Some(value) = han_digit(c) {
            if digit.is_some_and(|digit| digit > 0) {
                return None;
            }
            digit = Some(value);
            tens_open = false;
            last = if value == 0 { 1.0 } else { last };
        } else if let Some(power) = magnitude::of_han(c) {
            let scale = 10f64.powi(power);
            if power < 4 {
                if digit.is_none() && !(power == 1 && section == 0.0) {
                    break;
                }
                section += f64::from(digit.unwrap_or(1)) * scale;
                last = scale;
                tens_open = power == 1;
            } else {
                if section == 0.0 && digit.is_none() && total == 0.0 {
                    break;
                }
                section += f64::from(digit.unwrap_or(0));
                total = if section == 0.0 { total * scale } else { total + section * scale };
                section = 0.0;
                last = scale;
                tens_open = false;
            }
            digit = None;
            has_magnitude |= power >= 2;
        } else {
            break;
        }
        at = cursor.next(at);
        characters += 1;
        if characters > 24 {
            return None;
        }
    }
    if characters == 0 {
        return None;
    }
    if tens_open && cursor.at(at) == Some('几') {
        let (power, end) = sections(cursor, cursor.next(at));
        let scale = 10f64.powi(power);
        return Some(Han {
            end,
            low: (section + 1.0) * scale,
            high: Some((section + 9.0) * scale),
            characters: characters + 1,
            first,
            has_magnitude: power > 0,
        });
    }
    // 一万三 is 13000.
    let rest = digit
        .map_or(0.0, |digit| if last >= 100.0 && characters > 2 { f64::from(digit) * last / 10.0 } else { f64::from(digit) });
    let whole = total + section + rest;
    let (low, end) = decimals(cursor, whole, at)?;
    Some(Han { end, low, high: None, characters, first, has_magnitude })
}

/// 点五 behind a whole number.
fn decimals(cursor: Cursor<'_>, whole: f64, at: usize) -> Option<(f64, usize)> {
    if cursor.at(at) != Some('点') {
        return Some((whole, at));
    }
    let (mut text, mut end) = (format!("{whole}."), cursor.next(at));
    while let Some(digit) = cursor.at(end).and_then(han_digit).filter(|_| text.len() < 24) {
        text.push_str(&digit.to_string());
        end = cursor.next(end);
    }
    if text.ends_with('.') { Some((whole, at)) } else { text.parse().ok().map(|value| (value, end)) }
}

/// 两三, 七八: from the one to the other.
fn pair(cursor: Cursor<'_>, at: usize) -> Option<Han> {
    let first = cursor.at(at)?;
    let low = han_digit(first).filter(|&digit| digit > 0)?;
    let next = cursor.next(at);
    let high = cursor.at(next).and_then(han_digit).filter(|&digit| digit == low + 1 || (low, digit) == (3, 5))?;
    let (power, end) = sections(cursor, cursor.next(next));
    let scale = 10f64.powi(power);
    Some(Han {
        end,
        low: f64::from(low) * scale,
        high: Some(f64::from(high) * scale),
        characters: 2,
        first,
        has_magnitude: power >= 2,
    })
}

/// 数十 is 20 to 99, 数百 200 to 999, 数十亿 20 to 99 亿.
fn vague(cursor: Cursor<'_>, at: usize, first: char) -> Option<Han> {
    if NOT_VAGUE.before(cursor.text.part(..at)).is_some() {
        return None;
    }
    let next = cursor.next(at);
    let power = cursor.at(next).and_then(magnitude::of_han)?;
    let (more, end) = if power < 4 { sections(cursor, cursor.next(next)) } else { (0, cursor.next(next)) };
    let (unit, scale) = (10f64.powi(power), 10f64.powi(more));
    Some(Han {
        end,
        low: 2.0 * unit * scale,
        high: Some((10.0 * unit - 1.0) * scale),
        characters: 2,
        first,
        has_magnitude: power >= 2,
    })
}

/// The magnitudes at a place, as one power of ten.
fn sections(cursor: Cursor<'_>, mut at: usize) -> (i32, usize) {
    let mut power = 0;
    while let Some(own) = cursor.at(at).and_then(magnitude::of_han).filter(|_| power < 16) {
        power += own;
        at = cursor.next(at);
    }
    (power, at)
}

/// Reads the English number in words that begins at a place, with what it counts.
pub(super) fn english(cursor: Cursor<'_>, at: usize) -> Option<Spelled> {
    if let Some(((part, whole), length)) = FRACTIONS.after(cursor.after(at)) {
        let low = f64::from(part) / f64::from(whole);
        return Some(Spelled {
            end: at + length,
            low,
            high: None,
            unit: None,
            currency: None,
            is_more: false,
            is_fraction: true,
        });
    }
    let (mut decimal, mut end) = match HALF.after(cursor.after(at)) {
        Some((_, length)) => (Decimal::of(5).scaled(-1), at + length),
        None => numeral(cursor, at)?,
    };
    let mut has_magnitude = false;
    let mut next = cursor.blanks(end);
    if let Some((_, length)) = magnitude::DOZENS.after(cursor.after(next)) {
        (decimal, end, has_magnitude) = (decimal.times(12), next + length, true);
        next = cursor.blanks(end);
    }
    while let Some((power, length)) = magnitude::WORDS.after(cursor.after(next)) {
        (decimal, end, has_magnitude) = (decimal.scaled(power), next + length, has_magnitude || power >= 3);
        next = cursor.blanks(end);
    }
    if cursor.at(next) == Some('-') {
        next = cursor.next(next);
    }
    let low = decimal.value()?;
    let spelled = Spelled { end, low, high: None, unit: None, currency: None, is_more: false, is_fraction: false };
    if let Some((code, length)) = currency::AFTER.after(cursor.after(next)).filter(|_| has_magnitude) {
        return Some(Spelled { currency: Some(code), end: next + length, ..spelled });
    }
    match WORDS.after(cursor.after(next)) {
        Some((unit @ (Unit::Time(_) | Unit::Percent(_) | Unit::Multiple), length)) => {
            // One day, one second and one minute are ways of speaking.
            let is_idiom = (low - 1.0).abs() < 1e-9 && matches!(unit, Unit::Time("day" | "second" | "minute"));
            (!is_idiom && next > at).then_some(Spelled { unit: Some(unit), end: next + length, ..spelled })
        }
        Some((unit @ Unit::Measure(_), length)) if low > 1.0 => Some(Spelled { unit: Some(unit), end: next + length, ..spelled }),
        _ => has_magnitude.then_some(spelled),
    }
}

/// One numeral, or tens and ones: twenty-five.
fn numeral(cursor: Cursor<'_>, at: usize) -> Option<(Decimal, usize)> {
    let (value, length) = ENGLISH.after(cursor.after(at))?;
    let end = at + length;
    let joint = if cursor.at(end) == Some('-') { cursor.next(end) } else { cursor.blanks(end) };
    if (20..100).contains(&value)
        && let Some((ones, length)) = ENGLISH.after(cursor.after(joint)).filter(|&(ones, _)| ones < 10)
    {
        return Some((Decimal::of(u64::from(value + ones)), joint + length));
    }
    Some((Decimal::of(u64::from(value)), end))
}
