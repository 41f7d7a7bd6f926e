//! Digits that are no quantity: model names and versions, list markers and heading numbers, codes and idioms.
//!
//! A number with a unit or a currency is a quantity wherever it stands. A bare one is taken for a name where its form or
//! the word before it says so: `Claude 3`, 案例 1, `007`, `600519.SH`, 第3.

use super::cursor::Cursor;
use super::operand::Operand;
use crate::excerpt::Excerpt as _;
use crate::lexicon::quantity::name::{
    CALENDAR, CLOCK, DIGIT_NAMES, EDITIONS, IDIOMS, METRICS, MODEL_SIZES, NAMED, NUMBERED, OPENERS,
};
use crate::lexicon::quantity::unit::Unit;

/// The longest word, in bytes, that is looked at before a number.
const WORD: usize = 24;
/// The longest opening of a line, in bytes, that may number what follows it.
const OPENING: usize = 64;
/// The most parts of a chain of digits that are looked at.
const LINKS: usize = 12;
/// Digits in a row that are an identifier and no amount.
const IDENTIFIER: usize = 12;

/// Whether a name that is written with a number stands before a place: 沪深 300.
pub(super) fn is_named(cursor: Cursor<'_>, start: usize, floor: usize) -> bool {
    let before = cursor.text.part(floor..cursor.blanks_before(start, floor));
    let is_ticker = matches!(before.as_bytes(), [.., b'A'..=b'Z', b':']) && before.len() + floor == start;
    is_ticker || NAMED.before(before).is_some()
}

/// The end of an idiom or of a name that begins with a digit: `24/7`, `5G`.
pub(super) fn fixed(cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let rest = cursor.after(at);
    let found = IDIOMS
        .after(rest)
        .or_else(|| DIGIT_NAMES.after(rest).filter(|(_, length)| MODEL_SIZES.after(rest.part(*length..).trim_start()).is_none()));
    let (_, length) = found.filter(|&(_, length)| !cursor.is_word(at + length) && cursor.digit(at + length).is_none())?;
    Some(at + length)
}

/// The end of a chain of digits that is no number: `192.168.1.2`, `123-12-1234`, `1/2/3`, `10:30`.
pub(super) fn chain(cursor: Cursor<'_>, at: usize) -> Option<usize> {
    let (mut end, mut dots, mut dashes, mut strokes, mut colons) = (cursor.digits(at), 0, 0, 0, 0);
    let mut has_point = false;
    let first = end - at;
    // Longer ones are no numbers, however they go on; so no look goes further than this.
    for _ in 0..LINKS {
        let next = cursor.next(end);
        let joint = cursor.at(end).filter(|_| cursor.digit(next).is_some());
        match joint {
            Some('.') => {
                dots += 1;
                has_point = true;
            }
            Some('-') => {
                dashes += 1;
                dots = if dots >= 2 { dots } else { 0 };
            }
            Some('/') => {
                strokes += 1;
                dots = if dots >= 2 { dots } else { 0 };
            }
            Some(':') => colons += 1,
            _ => break,
        }
        end = cursor.digits(next);
    }
    let is_long = dots + dashes + strokes + colons == LINKS;
    // Fractions of a year's figures have a unit behind the last: 10/12/15亿元.
    let is_list = strokes >= 2 && (has_point || cursor.at(end).is_some_and(|c| c == '%' || matches!(c, '\u{4E00}'..='\u{9FFF}')));
    let is_clock = colons == 1 && dots + dashes + strokes == 0 && first <= 2 && is_time_of_day(cursor, at, end);
    (dots >= 2 || dashes >= 2 || strokes >= 2 && !is_list || colons >= 2 || is_clock || is_long).then_some(end)
}

/// `9:30`, but not `1:10`, which is a proportion.
fn is_time_of_day(cursor: Cursor<'_>, at: usize, end: usize) -> bool {
    let text = cursor.text.part(at..end).replace('：', ":");
    let Some((hours, minutes)) = text.split_once(':') else { return false };
    let hours: Option<u8> = hours.parse().ok();
    matches!(minutes.as_bytes(), [..=b'5', _]) && hours.is_some_and(|hours| hours <= 24 && hours != 1)
}

/// Whether what was read as an operand names something instead. `named` is where the last name ended.
pub(super) fn is_name(cursor: Cursor<'_>, operand: &Operand, floor: usize, named: Option<usize>) -> bool {
    let before = cursor.text.part(floor..cursor.blanks_before(operand.start, floor));
    if CLOCK.after(cursor.after(cursor.blanks(operand.number.end))).is_some()
        && operand.number.whole().is_some_and(|hour| hour <= 12)
    {
        return true;
    }
    if before.ends_with('第') && operand.currency.is_none() && !matches!(operand.unit, Some(Unit::Percent(_))) {
        return true;
    }
    if operand.unit.is_some() || operand.currency.is_some() {
        return false;
    }
    if cursor.is_word(operand.end) && cursor.is_word_before(operand.end) || is_cut(cursor, operand.end) {
        return true;
    }
    let follows_name = named.is_some_and(|end| {
        cursor.blanks(end) == operand.start || cursor.at(end) == Some('/') && cursor.next(end) == operand.start
    });
    if operand.magnitude.is_some() {
        let letter = cursor.text.part(..operand.end).chars().next_back();
        let is_size = matches!(letter, Some('B' | 'b' | 'T')) && names(before, operand, cursor);
        let continues = follows_name && letter.is_some_and(|letter| letter.is_ascii_alphabetic());
        let counts = MODEL_SIZES.after(cursor.after(operand.end).trim_start_matches(['+', ' '])).is_some();
        return (is_size || continues) && !counts;
    }
    if operand.is_signed {
        // The zone of a time: 09:00:00 +0900.
        let is_zone = operand.number.is_padded && operand.number.digits == 4;
        return is_zone || is_dialled(cursor, operand) || is_hyphenated(cursor, operand);
    }
    follows_name
        || operand.number.is_padded
        || is_listed(cursor, operand)
        || is_code(cursor, operand)
        || is_version(cursor, operand)
        || names_by_number(before, operand)
        || names(before, operand, cursor)
        || is_calendar(cursor, operand)
        || is_edition(cursor, operand)
}

/// The code of a country before a telephone number: `+1 402-555-0140`.
fn is_dialled(cursor: Cursor<'_>, operand: &Operand) -> bool {
    let next = cursor.blanks(operand.end);
    operand.number.digits <= 3 && next > operand.end && cursor.digit(next).is_some() && chain(cursor, next).is_some()
}

/// A number that a hyphen joins to a Han name: 歼-20.
fn is_hyphenated(cursor: Cursor<'_>, operand: &Operand) -> bool {
    let is_dash = cursor.at(operand.start) == Some('-');
    is_dash && cursor.before(operand.start).is_some_and(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
}

/// Whether a number goes on as something else: `600519.SH`, `8-K`.
fn is_cut(cursor: Cursor<'_>, end: usize) -> bool {
    match cursor.text.as_bytes().part(end..) {
        [b'.', next, ..] => {
            next.is_ascii_alphabetic() && cursor.text.as_bytes().get(end + 2).is_some_and(u8::is_ascii_alphabetic)
        }
        [b'-', next, ..] => next.is_ascii_uppercase(),
        _ => false,
    }
}

/// List markers, heading numbers, numbered parts of a sentence and citations: `1.`, `2.1 `, （3）, `[4]`, 案例 1：.
fn is_listed(cursor: Cursor<'_>, operand: &Operand) -> bool {
    let (before, after) = (cursor.before(operand.start), cursor.at(operand.end));
    let lead = cursor.text.part(..operand.start);
    let opening = Some(lead).filter(|lead| lead.len() <= OPENING);
    let marks = opening.filter(|lead| lead.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'#' | b'>' | b'*' | b'-')));
    if marks.is_some_and(|marks| marks.contains('#')) && matches!(after, Some(' ' | '.' | '、' | ')')) {
        return true;
    }
    let Some(whole) = operand.number.whole().filter(|&whole| whole < 100) else { return false };
    let is_point = after == Some('.') && cursor.at(cursor.next(operand.end)).is_none_or(|c| c == ' ' || c == '*');
    let is_first_in_cell = lead.trim_end_matches([' ', '*']).ends_with('|');
    match after {
        _ if is_point => marks.is_some() || is_first_in_cell,
        Some(')') if before == Some('(') && whole <= 20 => true,
        Some(')' | '、') => marks.is_some(),
        Some(']' | ',' | '-') if before == Some('[') => true,
        Some(':') => opening.is_some_and(is_numbered_noun),
        _ => false,
    }
}

/// Whether a line so far is a noun that is counted off: `• **案例 `.
fn is_numbered_noun(opening: &str) -> bool {
    let noun = opening.trim_start_matches(|c: char| !c.is_alphanumeric()).trim_end();
    (1..=8).contains(&noun.chars().count()) && noun.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
}

/// Long identifiers and the codes of shares: `A 202107211321363588510367`, （688981）.
fn is_code(cursor: Cursor<'_>, operand: &Operand) -> bool {
    let number = operand.number;
    let is_bracketed = cursor.before(operand.start) == Some('(') && matches!(cursor.at(operand.end), Some(')' | '.'));
    number.is_plain && (number.digits >= IDENTIFIER || number.digits == 6 && is_bracketed)
}

/// `4.0` behind a Han name.
fn is_version(cursor: Cursor<'_>, operand: &Operand) -> bool {
    let is_round = operand.number.fraction == 1 && cursor.text.part(..operand.end).ends_with(".0");
    is_round && cursor.before(operand.start).is_some_and(|c| matches!(c, '\u{4E00}'..='\u{9FFF}'))
}

/// A word that counts off before it: 案例 1, phase 2.
fn names_by_number(before: &str, operand: &Operand) -> bool {
    operand.number.whole().is_some_and(|number| number < 100) && NUMBERED.before(before).is_some()
}

/// Whether the Latin word right before a bare number makes it a part of a name: it has a capital and is neither the name of a
/// figure nor a word that opens a sentence.
fn names(before: &str, operand: &Operand, cursor: Cursor<'_>) -> bool {
    let gap = cursor.text.part(..operand.start).chars().rev().take_while(|c| c.is_whitespace()).take(2).count();
    let from = before.len().saturating_sub(WORD);
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'&' | b'/' | b'.');
    let length = before.as_bytes().part(from..).iter().rev().take_while(|byte| is_part(byte)).count();
    let word = before.part(before.len() - length..);
    let has_capital = word.bytes().any(|byte| byte.is_ascii_uppercase());
    // Five digits name something only behind capitals alone: CA 94043.
    let is_code = operand.number.is_plain && word.bytes().all(|byte| byte.is_ascii_uppercase());
    if gap != 1 || !has_capital || word.ends_with('.') || operand.number.digits > if is_code { 5 } else { 4 } {
        return false;
    }
    let is_whole = |found: Option<((), usize)>| found.is_some_and(|(_, length)| length == word.len());
    !is_whole(OPENERS.after(word)) && !is_whole(METRICS.after(word))
}

/// Dates and times without a year: 6月, 12号, 8点, 90后.
fn is_calendar(cursor: Cursor<'_>, operand: &Operand) -> bool {
    let is_short = operand.number.is_plain && operand.number.digits <= 2;
    is_short && CALENDAR.after(cursor.after(cursor.blanks(operand.end))).is_some()
}

/// A number before the name of an edition: `8 Gen 4`.
fn is_edition(cursor: Cursor<'_>, operand: &Operand) -> bool {
    let next = cursor.blanks(operand.end);
    next > operand.end
        && operand.number.digits <= 2
        && cursor.after(next).starts_with(|c: char| c.is_ascii_uppercase())
        && EDITIONS.after(cursor.after(next)).is_some()
}
