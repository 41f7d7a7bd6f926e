//! Where words begin and end.
//!
//! Scripts with letters part words by spaces, so a word of such a script is found whole only: `case` not in `showcase`, `für` not
//! in `dafür`. Han, kana, Hangul and Thai write on without spaces, or glue their particles to the word, so there a word may
//! stand anywhere.

use crate::excerpt::Excerpt as _;

/// Whether a place lies within a word: a letter or digit stands on both sides of it.
#[inline]
pub(super) fn is_within_word(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let (Some(&before), Some(&after)) = (at.checked_sub(1).and_then(|before| bytes.get(before)), bytes.get(at)) else {
        return false;
    };
    let may_join = |byte: u8| !byte.is_ascii() || byte.is_ascii_alphanumeric();
    // Most of what is not ASCII is Han, and told by its first byte.
    if !may_join(before) || !may_join(after) || after >= FIRST_BYTE_ABOVE_LETTERS {
        return false;
    }
    text.part(at..).chars().next().is_some_and(is_letter) && text.part(..at).chars().next_back().is_some_and(is_letter)
}

/// The first byte of U+2000, where the blocks of alphabets end.
const FIRST_BYTE_ABOVE_LETTERS: u8 = 0xE2;

/// Whether a character is a letter or digit of a script that parts words by spaces; accents that stand alone belong to
/// their letter.
#[inline]
pub(super) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7F}' => c.is_ascii_alphanumeric(),
        '\u{300}'..='\u{36F}' => true,
        // Up to the first script without spaces (Thai), and the letters added later for Latin and Greek.
        '\u{80}'..='\u{DFF}' | '\u{1E00}'..='\u{1FFF}' => c.is_alphabetic(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_alphabets_end_at_spaces() {
        let cut = |text: &str, word: &str| {
            let at = text.find(word).unwrap();
            is_within_word(text, at) || is_within_word(text, at + word.len())
        };
        for (text, word) in [
            ("showcase", "case"),
            ("dafür", "für"),
            ("für", "f"),
            ("équipe", "quipe"),
            ("инвесторам", "инвестор"),
            ("cafés", "café"),
            ("μs", "s"),
            ("Jänner", "nner"),
            ("cafe\u{301}s", "cafe"),
        ] {
            assert!(cut(text, word), "{word} in {text}");
        }
        for (text, word) in [
            ("基准case", "case"),
            ("AI公司", "AI"),
            ("投資家向け", "投資家"),
            ("シナリオA", "シナリオ"),
            ("강세시나리오", "시나리오"),
            ("für Anleger", "für"),
            ("l'été", "été"),
            ("нефть, газ", "нефть"),
            ("Größe（m²）", "Größe"),
        ] {
            assert!(!cut(text, word), "{word} in {text}");
        }
    }
}
