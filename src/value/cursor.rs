//! Looks around a place in a text, cheap enough to be taken at every digit.

use crate::excerpt::Excerpt as _;
use crate::lexicon::narrow;

/// How many characters may stand between a number and what belongs to it.
const REACH: usize = 3;
/// How many parts of a joined word are looked at in one go.
const PARTS: usize = 32;

/// A text that is being searched.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    pub text: &'t str,
}

impl<'t> Cursor<'t> {
    /// What follows a place.
    pub fn after(self, at: usize) -> &'t str {
        self.text.part(at..)
    }

    /// The character at a place, half-width.
    pub fn at(self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(&byte) if byte < 0x80 => Some(byte as char),
            Some(_) => self.text.part(at..).chars().next().map(narrow),
            None => None,
        }
    }

    /// The character before a place, half-width.
    pub fn before(self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at.checked_sub(1)?) {
            Some(&byte) if byte < 0x80 => Some(byte as char),
            _ => self.text.part(..at).chars().next_back().map(narrow),
        }
    }

    /// The place behind the character at a place.
    pub fn next(self, at: usize) -> usize {
        let len = match self.text.as_bytes().get(at) {
            None => 0,
            Some(0..=0x7F) => 1,
            Some(0xC0..=0xDF) => 2,
            Some(0xE0..=0xEF) => 3,
            Some(_) => 4,
        };
        at + len
    }

    /// The digit at a place, full-width or not, and the place behind it.
    pub fn digit(self, at: usize) -> Option<(u8, usize)> {
        match *self.text.as_bytes().part(at..) {
            [byte @ b'0'..=b'9', ..] => Some((byte - b'0', at + 1)),
            [0xEF, 0xBC, byte @ 0x90..=0x99, ..] => Some((byte - 0x90, at + 3)),
            _ => None,
        }
    }

    /// The place behind the digits at a place.
    pub fn digits(self, mut at: usize) -> usize {
        while let Some((_, next)) = self.digit(at) {
            at = next;
        }
        at
    }

    /// The place behind a few blanks (spaces and the asterisks of bold text).
    pub fn blanks(self, at: usize) -> usize {
        let mut end = at;
        for _ in 0..REACH {
            match *self.text.as_bytes().part(end..) {
                [b' ' | b'\t', ..] => end += 1,
                [b'*', b'*', ..] | [0xC2, 0xA0, ..] => end += 2,
                [0xE3, 0x80, 0x80, ..] | [0xE2, 0x80, 0xAF, ..] => end += 3,
                _ => break,
            }
        }
        end
    }

    /// The place before a few blanks, no further back than `floor`.
    pub fn blanks_before(self, at: usize, floor: usize) -> usize {
        let mut start = at;
        for _ in 0..REACH {
            let length = match *self.text.as_bytes().part(floor..start) {
                [.., b' ' | b'\t'] => 1,
                [.., b'*', b'*'] | [.., 0xC2, 0xA0] => 2,
                [.., 0xE3, 0x80, 0x80] | [.., 0xE2, 0x80, 0xAF] => 3,
                _ => break,
            };
            start -= length;
        }
        start
    }

    /// Whether a letter, digit or underscore stands at a place.
    pub fn is_word(self, at: usize) -> bool {
        self.text.as_bytes().get(at).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
    }

    /// Whether a letter, digit or underscore stands before a place.
    pub fn is_word_before(self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is_word(before))
    }

    /// The end of the run of letters and digits at a place, with the parts that `-`, `.`, `/`, `+` or `'` join to it.
    pub fn token(self, mut at: usize) -> usize {
        let bytes = self.text.as_bytes();
        // Longer chains are passed over in steps, so that no look goes far.
        for _ in 0..PARTS {
            while self.is_word(at) {
                at += 1;
            }
            match *bytes.part(at..) {
                [b'-' | b'.' | b'/' | b'+' | b'\'', next, ..] if next.is_ascii_alphanumeric() => at += 1,
                _ => return at,
            }
        }
        at
    }
}
