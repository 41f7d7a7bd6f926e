//! Units behind a number, and what they are counted by: `GB/s`, `GPU-月`, `/GPU/年`, `per month`, 每年.

use std::borrow::Cow;

use super::cursor::Cursor;
use super::number::Number;
use crate::excerpt::Excerpt as _;
use crate::lexicon::quantity::magnitude;
use crate::lexicon::quantity::unit::{COUNTERS, HALF_LOOKALIKES, LOOKALIKES, SYMBOLS, Unit, WORDS};

/// Symbols of one letter that may stand apart from their number.
const APART: [char; 7] = ['W', 'V', 'm', 'g', 'h', 'L', 's'];
/// How many characters on each side tell the language of a place.
const AROUND: usize = 16;
/// The longest denominator, in characters, that is not a known word.
const NOUN: usize = 4;

/// What a unit is read behind: a number, where it begins with its sign, and the power of ten of its magnitude.
#[derive(Debug, Clone, Copy)]
pub(super) struct Behind {
    pub number: Number,
    pub start: usize,
    pub magnitude: Option<i32>,
}

/// The unit behind a number, and the place behind it.
pub(super) fn read(cursor: Cursor<'_>, end: usize, behind: Behind) -> Option<(Unit, usize)> {
    let at = cursor.blanks(end);
    let rest = cursor.after(at);
    if at == end && cursor.at(at) == Some('-') {
        return hyphenated(cursor, cursor.next(at));
    }
    if let Some((unit, length)) = SYMBOLS.after(rest)
        && symbol_fits(cursor, unit, at > end, at, length)
    {
        return Some((unit, at + length));
    }
    if cursor.at(at) == Some('月') && counts_months(cursor, behind, cursor.next(at)) {
        return Some((Unit::Time("month"), cursor.next(at)));
    }
    // By tens of thousands 度 is what electricity is sold by.
    if cursor.at(at) == Some('度') && behind.magnitude.is_some_and(|power| power >= 4) && cursor.at(cursor.next(at)) != Some('电')
    {
        return Some((Unit::Measure("kWh"), cursor.next(at)));
    }
    // In Chinese text pct are points.
    if at == end && rest.starts_with("pct") && !cursor.is_word(at + 3) && is_among_han(cursor, at) {
        return Some((Unit::Percent("pp"), at + 3));
    }
    // 190点 are points, 3点 is a time of day.
    let is_points = behind.number.decimal.value().is_some_and(|number| number > 24.0);
    if cursor.at(at) == Some('点') && is_points {
        return Some((Unit::Count("点"), cursor.next(at)));
    }
    word(cursor, at)
}

/// Whether Han characters stand around a place.
fn is_among_han(cursor: Cursor<'_>, at: usize) -> bool {
    let near = |c: &char| matches!(c, '\u{4E00}'..='\u{9FFF}');
    cursor.text.part(..at).chars().rev().take(AROUND).any(|c| near(&c))
        || cursor.text.part(at..).chars().take(AROUND).any(|c| near(&c))
}

/// Whether 月 behind a number counts months: there is no such month, or it is multiplied or bounded (6月+).
fn counts_months(cursor: Cursor<'_>, behind: Behind, end: usize) -> bool {
    let is_factor = |c| matches!(c, Some('×' | '*'));
    let is_impossible = behind.number.whole().is_none_or(|number| number > 12 || number == 0);
    is_impossible || is_factor(cursor.before(behind.start)) || is_factor(cursor.at(end)) || cursor.at(end) == Some('+')
}

/// The unit in words at a place: what may follow a number that is itself in words.
pub(super) fn in_words(cursor: Cursor<'_>, end: usize) -> Option<(Unit, usize)> {
    word(cursor, cursor.blanks(end))
}

/// A unit in words.
fn word(cursor: Cursor<'_>, at: usize) -> Option<(Unit, usize)> {
    let rest = cursor.after(at);
    let found = longer(WORDS.after(rest), COUNTERS.word_after(rest).map(|(word, length)| (Unit::Count(word), length)));
    let (unit, length) = found?;
    let is_other = LOOKALIKES.after(rest).is_some_and(|(_, other)| other > length);
    (!is_other).then_some((unit, at + length))
}

/// The one of two words that takes more of the text.
fn longer<T>(a: Option<(T, usize)>, b: Option<(T, usize)>) -> Option<(T, usize)> {
    match (&a, &b) {
        (Some((_, first)), Some((_, second))) if second <= first => a,
        (_, None) => a,
        _ => b,
    }
}

/// Whether a symbol is meant as one: letters must not stand apart, nor a multiplication sign before what it multiplies.
fn symbol_fits(cursor: Cursor<'_>, unit: Unit, is_apart: bool, at: usize, length: usize) -> bool {
    let symbol = cursor.text.part(at..at + length);
    if unit == Unit::Multiple {
        let next = cursor.blanks(at + length);
        let multiplies =
            cursor.at(next).is_some_and(|c| c.is_ascii_digit() || c == '$') || symbol == "×" && is_model(cursor, next);
        return !is_apart && !multiplies;
    }
    // 24703 L-202
    if is_apart
        && cursor.at(at + length) == Some('-')
        && cursor.digit(cursor.next(at + length)).is_some()
        && symbol.ends_with(|c: char| c.is_ascii_alphabetic())
    {
        return false;
    }
    let mut letters = symbol.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_ascii_alphabetic() => !is_apart || APART.contains(&letter),
        _ => true,
    }
}

/// Whether letters with digits behind them stand at a place: 8×H100.
fn is_model(cursor: Cursor<'_>, at: usize) -> bool {
    let letters = cursor.after(at).bytes().take_while(u8::is_ascii_alphabetic).count();
    letters > 0 && cursor.digit(at + letters).is_some()
}

/// `3-inch`, `12-month`: a word glued to its number by a hyphen.
fn hyphenated(cursor: Cursor<'_>, at: usize) -> Option<(Unit, usize)> {
    let rest = cursor.after(at);
    let found =
        WORDS.after(rest).or_else(|| SYMBOLS.after(rest)).filter(|_| rest.starts_with(|c: char| c.is_ascii_lowercase()))?;
    (found.1 > 1).then_some((found.0, at + found.1))
}

/// The place behind a 半 that adds a half to what is counted before it: 一年半, 2倍半.
pub(super) fn half_behind(cursor: Cursor<'_>, end: usize, unit: Option<Unit>) -> Option<usize> {
    let is_scale = matches!(unit, Some(Unit::Time(_) | Unit::Multiple | Unit::Tenths | Unit::Measure(_)));
    let is_half = cursor.at(end) == Some('半') && HALF_LOOKALIKES.after(cursor.after(end)).is_none();
    (is_scale && is_half).then(|| cursor.next(end))
}

/// `GPU-月`, `GPU-hours`: things times a unit of time.
pub(super) fn compound(cursor: Cursor<'_>, end: usize) -> Option<(String, usize)> {
    let at = cursor.blanks(end);
    let rest = cursor.after(at);
    let noun = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let joint = rest.part(noun..).chars().next().filter(|c| (2..=8).contains(&noun) && matches!(c, '-' | '·'))?.len_utf8();
    let (time, length) = time_word(rest.part(noun + joint..))?;
    Some((format!("{}-{time}", rest.part(..noun)), at + noun + joint + length))
}

/// A unit of time that a text begins with; 月 is one where something is counted by it.
fn time_word(text: &str) -> Option<(&'static str, usize)> {
    if text.starts_with('月') {
        return Some(("month", '月'.len_utf8()));
    }
    if let Some(day) = ["日"].into_iter().find(|day| text.starts_with(day)) {
        return Some(("day", day.len()));
    }
    match WORDS.after(text).or_else(|| SYMBOLS.after(text)) {
        Some((Unit::Time(unit), length)) => Some((unit, length)),
        _ => None,
    }
}

/// What a quantity is counted by, behind it: `/GPU/年`, ` per month`, ` a share`, 每年.
pub(super) fn denominator(cursor: Cursor<'_>, end: usize) -> Option<(Cow<'static, str>, usize)> {
    let at = cursor.blanks(end);
    if cursor.at(at) == Some('/') {
        return strokes(cursor, at);
    }
    if cursor.at(at) == Some('每') && at == end {
        return time_word(cursor.after(cursor.next(at))).map(|(unit, length)| (unit.into(), cursor.next(at) + length));
    }
    let rest = cursor.after(at);
    if rest.starts_with("-a-") {
        let (word, next) = latin(cursor, at + 3)?;
        return Some((word, next));
    }
    let article = ["per ", "a ", "an ", "each "].into_iter().find(|word| rest.starts_with(word)).filter(|_| at > end)?;
    if article == "per " && cursor.digit(at + article.len()).is_some() {
        return counted(cursor, at + article.len());
    }
    let (word, next) = latin(cursor, at + article.len())?;
    let is_time = matches!(word, Cow::Borrowed(_));
    (article == "per " || is_time || word == "share" || word == "unit" || word == "piece").then_some((word, next))
}

/// `/GPU/年`, `/1000 片`, `/GPU-小时`.
fn strokes(cursor: Cursor<'_>, mut at: usize) -> Option<(Cow<'static, str>, usize)> {
    let mut whole: Option<(Cow<'static, str>, usize)> = None;
    while cursor.at(at) == Some('/') {
        let Some((part, end)) = part(cursor, cursor.blanks(cursor.next(at))) else { break };
        whole = Some(match whole {
            None => (part, end),
            Some((before, _)) => (format!("{before}/{part}").into(), end),
        });
        at = end;
    }
    whole
}

fn part(cursor: Cursor<'_>, at: usize) -> Option<(Cow<'static, str>, usize)> {
    if let Some((name, end)) = compound(cursor, at) {
        return Some((name.into(), end));
    }
    if cursor.digit(at).is_some() || cursor.at(at).and_then(magnitude::of_han).is_some() {
        return counted(cursor, at);
    }
    let rest = cursor.after(at);
    if rest.starts_with('度') {
        return Some(("kWh".into(), cursor.next(at)));
    }
    if rest.starts_with(|c: char| c.is_ascii_alphabetic()) || SYMBOLS.after(rest).is_some() {
        return latin(cursor, at);
    }
    let counter = longer(time_word(rest), COUNTERS.word_after(rest)).or_else(|| match WORDS.after(rest) {
        Some((Unit::Measure(unit), length)) => Some((unit, length)),
        _ => None,
    });
    let noun: usize = rest.chars().take_while(|&c| is_han_letter(c)).take(NOUN + 1).map(char::len_utf8).sum();
    match counter {
        Some((unit, length)) if length >= noun || LOOKALIKES.after(rest).is_none_or(|(_, other)| other <= length) => {
            Some((unit.into(), at + length))
        }
        _ => (noun > 0 && rest.part(..noun).chars().count() <= NOUN).then(|| (rest.part(..noun).to_owned().into(), at + noun)),
    }
}

/// A denominator with a number of its own: `1000 片`, `1M tokens`; as it is written.
fn counted(cursor: Cursor<'_>, at: usize) -> Option<(Cow<'static, str>, usize)> {
    // A round number; any other begins another quantity: 739 点 / 491 条.
    let is_round =
        |number: &super::number::Number| matches!(number.decimal.value(), Some(1.0 | 10.0 | 100.0 | 1000.0 | 10_000.0));
    let mut end = match cursor.digit(at) {
        Some(_) => super::number::read(cursor, at).filter(is_round)?.end,
        None => at,
    };
    if let Some((_, length)) = magnitude::LETTERS.after(cursor.after(end)).or_else(|| {
        magnitude::WORDS.after(cursor.after(cursor.blanks(end))).map(|(power, length)| (power, cursor.blanks(end) - end + length))
    }) {
        end += length;
    }
    while cursor.at(end).and_then(magnitude::of_han).is_some() {
        end = cursor.next(end);
    }
    let behind = cursor.blanks(end);
    let (_, end) = word(cursor, behind)?;
    Some((cursor.text.part(at..end).to_owned().into(), end))
}

/// A Latin denominator: a unit by its symbol, a thing as it is written.
fn latin(cursor: Cursor<'_>, at: usize) -> Option<(Cow<'static, str>, usize)> {
    let rest = cursor.after(at);
    if let Some((unit, length)) = time_word(rest) {
        return Some((unit.into(), at + length));
    }
    if let Some((Unit::Measure(unit), length)) = SYMBOLS.after(rest).or_else(|| WORDS.after(rest)) {
        return Some((unit.into(), at + length));
    }
    if let Some((_, length)) = magnitude::WORDS.after(rest) {
        let (word, end) = latin(cursor, cursor.blanks(at + length))?;
        return Some((format!("{} {word}", rest.part(..length)).into(), end));
    }
    let length = rest.bytes().take_while(|byte| byte.is_ascii_alphabetic()).count();
    (length > 1).then(|| (rest.part(..length).to_owned().into(), at + length))
}

/// What a quantity is counted by, before it: 每年 $5M, 每片 $35,000.
pub(super) fn denominator_before(cursor: Cursor<'_>, start: usize, floor: usize) -> Option<Cow<'static, str>> {
    let end = cursor.blanks_before(start, floor);
    let window = cursor
        .text
        .part(floor..end)
        .char_indices()
        .rev()
        .take(NOUN * 2)
        .find(|&(_, c)| c == '每')
        .map(|(at, c)| floor + at + c.len_utf8())?;
    let (word, word_end) = part(cursor, cursor.blanks(window))?;
    (word_end == end).then_some(word)
}

/// Whether a magnitude, a unit or a counter stands at a place.
pub(super) fn may_follow(cursor: Cursor<'_>, at: usize) -> bool {
    let at = cursor.blanks(at);
    cursor.at(at).and_then(magnitude::of_han).is_some()
        || word(cursor, at).is_some()
        || crate::lexicon::quantity::currency::AFTER.after(cursor.after(at)).is_some()
        || SYMBOLS.after(cursor.after(at)).is_some()
        || cursor.at(at).is_none_or(|c| !is_han_letter(c))
}

/// Whether the Han character before `next` begins a unit that is longer than it: 千瓦, 百分点.
pub(super) fn begins_word(cursor: Cursor<'_>, at: usize, next: usize) -> bool {
    WORDS.after(cursor.after(at)).is_some_and(|(_, length)| at + length > next)
}

fn is_han_letter(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}
