//! Which encoding a file is in that does not say so.
//!
//! UTF-8 proves itself: text in another encoding is hardly ever valid UTF-8, so what is valid has never to be guessed, and
//! what mostly is has been damaged. UTF-16 shows in its NUL bytes, which no other text has. What is left is a guess from the
//! frequency of characters, as browsers make it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// One in so many units of a text in UTF-16 is a blank, a digit or a line end, of which one byte is NUL.
const NUL_SHARE: usize = 32;
/// A damaged text in UTF-8 has so many sound characters of several bytes for each place that is not sound. Text in an encoding of
/// East Asia has at most one in four that looks like UTF-8.
const SOUND: usize = 3;

/// UTF-16 without a byte order mark: nearly all NUL bytes stand in the same half of the units.
pub(super) fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    memchr::memchr(0, bytes)?;
    let nuls = |half: usize| bytes.iter().skip(half).step_by(2).filter(|&&byte| byte == 0).count();
    let (first, second) = (nuls(0), nuls(1));
    let (encoding, high, low) = if first > second { (UTF_16BE, first, second) } else { (UTF_16LE, second, first) };
    let units = bytes.len() / 2;
    // Text in UTF-8 may hold stray NUL bytes; three in four units are more than that.
    let is_dense = high >= 2 && (high * 4 >= units * 3 || (high * NUL_SHARE >= units && std::str::from_utf8(bytes).is_err()));
    let is_text = || encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some_and(|text| is_plain(&text));
    (is_dense && low * 4 <= high && is_text()).then_some(encoding)
}

/// Whether a text has no characters that no text has.
fn is_plain(text: &str) -> bool {
    !text.contains(|c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r' | '\x0C')) || matches!(c, '\u{E000}'..='\u{F8FF}'))
}

/// What bytes that are no valid UTF-8 look like, and whether that is a guess.
pub(super) fn look(bytes: &[u8]) -> (&'static Encoding, bool) {
    if is_damaged_utf8(bytes) {
        return (UTF_8, false);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // Boxes drawn in GBK pass for Big5, but the sentences beside them do not.
    let is_drawn = guess == BIG5 && sentence_marks(bytes, GBK) > sentence_marks(bytes, BIG5);
    (if is_drawn { GBK } else { guess }, true)
}

/// How many marks of Chinese sentences a text has in an encoding.
fn sentence_marks(bytes: &[u8], encoding: &'static Encoding) -> usize {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes).unwrap_or_default();
    text.chars().filter(|c| matches!(c, '，' | '。' | '、' | '：' | '；' | '（' | '）')).count()
}

fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    sound >= SOUND * bad
}
