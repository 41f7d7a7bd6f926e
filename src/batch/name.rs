//! Names as text: a path or the name of a member is bytes, which need not be UTF-8, and two that differ must not become one in the
//! output, where a name is what tells files apart.

use std::fmt::Write as _;
use std::path::Path;

/// A path as it is reported: with `/` between its parts, and `\xFF` for each byte that is no text.
pub fn shown(path: &Path) -> String {
    let text = escaped(path.as_os_str().as_encoded_bytes(), |_| false);
    if std::path::MAIN_SEPARATOR == '/' { text } else { text.replace(std::path::MAIN_SEPARATOR, "/") }
}

/// Bytes as text, with `\xFF` for each byte of what is none, and of the characters that are to be escaped besides.
pub(super) fn escaped(bytes: &[u8], is_odd: impl Fn(char) -> bool) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            if is_odd(c) {
                push(&mut text, c.encode_utf8(&mut [0; 4]).as_bytes());
            } else {
                text.push(c);
            }
        }
        push(&mut text, chunk.invalid());
    }
    text
}

fn push(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        let _ = write!(text, "\\x{byte:02X}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_stay_different() {
        let shown = |bytes: &[u8]| escaped(bytes, char::is_control);
        assert_eq!(shown("2025/一.md".as_bytes()), "2025/一.md");
        assert_eq!((shown(b"\xFF.md"), shown(b"\xFE.md")), ("\\xFF.md".to_owned(), "\\xFE.md".to_owned()));
        assert_eq!(shown("a\n\u{85}".as_bytes()), "a\\x0A\\xC2\\x85");
        assert_eq!(escaped(b"a\nb", |_| false), "a\nb");
    }
}
