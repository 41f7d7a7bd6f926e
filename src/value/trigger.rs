//! Quick looks at a word or a character: whether a date or a number could begin there.
//!
//! The walk asks them at every word, so each is a comparison of a few bytes. They may say yes too often; what they say no to is not looked at.

use super::cursor::Cursor;
use crate::lexicon::quantity::calendar::MONTHS;

/// Whether a word could be a month, a part of a year or a financial year.
pub(super) fn may_be_date(first: u8, letters: usize, next: Option<&u8>) -> bool {
    // An accented letter goes on with the word: März.
    let is_accented = matches!(next, Some(0xC3..=0xC5));
    match first.to_ascii_lowercase() {
        b'j' | b'm' | b'a' | b's' | b'o' | b'n' | b'd' => letters >= 3 || is_accented,
        b'f' | b'c' => letters >= 2 || is_accented,
        b'q' | b'h' => letters == 1 && next.is_some_and(u8::is_ascii_digit),
        _ => false,
    }
}

/// Whether digits could begin a date: a year, a compact date, or a day or month before what goes with it.
pub(super) fn may_be_dated(cursor: Cursor<'_>, at: usize) -> bool {
    let end = cursor.digits(at);
    let is_wide = cursor.text.as_bytes().get(at) == Some(&0xEF);
    match if is_wide { (end - at) / 3 } else { end - at } {
        4 | 8 => true,
        1 | 2 => cursor.at(cursor.blanks(end)).is_some_and(|next| match next.to_ascii_lowercase() {
            // Months and ordinals (16th Nov), halves and quarters (1H26), strokes, and what joins two days.
            'j' | 'f' | 'm' | 'a' | 's' | 'o' | 'n' | 'd' | 'r' | 't' | 'h' | 'q' => true,
            '月' | '季' | '/' | '-' | '.' | '–' | '—' | '~' | '～' | '至' | '到' => true,
            // The name of a month that a user added.
            _ => MONTHS.begin_with(next),
        }),
        _ => false,
    }
}

/// Whether a text begins with a financial year: FY25.
pub(super) fn is_financial_year(rest: &str) -> bool {
    matches!(rest.as_bytes(), [b'F' | b'f' | b'C' | b'c', b'Y' | b'y', b'0'..=b'9' | b' ' | b'\'' | 0x80.., ..])
}

/// Whether a word could be an English numeral, by its first letters.
pub(super) fn may_be_numeral(word: &[u8]) -> bool {
    // a hundred, a third
    let [a, b, ..] = *word else { return matches!(word, [b'a' | b'A']) };
    matches!(
        [a.to_ascii_lowercase(), b.to_ascii_lowercase()],
        [b'o', b'n']
            | [b't', b'w' | b'h' | b'e']
            | [b'f', b'o' | b'i']
            | [b's', b'i' | b'e']
            | [b'e', b'i' | b'l']
            | [b'n', b'i']
            | [b'h', b'a' | b'u']
    )
}

/// The Han characters that a number in words may begin with, as a set of bits.
pub(super) static HAN_NUMERALS: HanSet = HanSet::of(
    "零〇一二两\u{5169}三四五六七八九十半数\u{6578}几\u{5E7E}百千万\u{842C}壹贰\u{8CB3}叁\u{53C4}肆伍陆\u{9678}柒捌玖拾",
);

pub(super) struct HanSet([u64; 512]);

impl HanSet {
    const fn of(characters: &str) -> Self {
        let mut rest = characters.as_bytes();
        let mut bits = [0; 512];
        while let Some((&character, behind)) = rest.split_first_chunk() {
            let place = Self::place(character);
            bits[place / 64] |= 1 << (place % 64);
            rest = behind;
        }
        Self(bits)
    }

    const fn place([a, b, c]: [u8; 3]) -> usize {
        (((a & 0x07) as usize) << 12 | ((b & 0x3F) as usize) << 6 | (c & 0x3F) as usize) % (512 * 64)
    }

    pub fn may_hold(&self, character: [u8; 3]) -> bool {
        let place = Self::place(character);
        self.0.get(place / 64).is_some_and(|bits| bits & 1 << (place % 64) != 0)
    }
}
