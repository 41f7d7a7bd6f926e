//! Which addresses a workbook can open.
//!
//! Excel takes 65,530 links a sheet and 2,079 characters each, and calls a workbook broken over an address that is none. So an
//! address is linked where it is plainly one; the others are text.

use crate::excerpt::Excerpt as _;

/// The links of a sheet, at most.
pub(super) const PER_SHEET: u32 = 65_530;
/// The UTF-16 code units of an address, at most.
const LENGTH: usize = 2_079;
/// The escapes that tell the writer that an address is escaped already. Without one of them it escapes each `%` again.
const TELLING: [&str; 11] = ["%20", "%22", "%25", "%3c", "%3e", "%5b", "%5d", "%5e", "%60", "%7b", "%7d"];

/// The target of a link to an address; none for what is better left a text.
pub(super) fn target(address: &str) -> Option<String> {
    let rest = ["https://", "http://", "mailto:"].iter().find_map(|scheme| strip_scheme(address, scheme))?;
    let is_clean =
        |c: char| !c.is_whitespace() && !c.is_control() && !matches!(c, '"' | '<' | '>' | '\\' | '\u{FFFE}' | '\u{FFFF}');
    let is_one = rest.starts_with(char::is_alphanumeric) && address.chars().all(is_clean);
    let target = if is_one { with_letters(address)? } else { return None };
    let base = target.split('#').next().unwrap_or_default().to_ascii_lowercase();
    let is_kept = !base.contains('%') || TELLING.iter().any(|escape| base.contains(escape));
    (is_kept && target.encode_utf16().count() <= LENGTH).then_some(target)
}

fn strip_scheme<'a>(address: &'a str, scheme: &str) -> Option<&'a str> {
    let head = address.get(..scheme.len())?;
    // The writer knows schemes in small letters only.
    (head == scheme).then(|| address.part(scheme.len()..))
}

/// An address with its letters beyond ASCII as they are: `%E9%92%A0` is 钠, which means the same and needs no escape.
fn with_letters(address: &str) -> Option<String> {
    let mut out = Vec::with_capacity(address.len());
    let mut rest = address.as_bytes();
    while let [first, tail @ ..] = rest {
        let escaped = tail.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) if byte >= 0x80 => {
                out.push(byte);
                rest = tail.part(2..);
            }
            _ => {
                out.push(*first);
                rest = tail;
            }
        }
    }
    // Bytes that are no UTF-8 stay escaped, and so does all else then.
    let letters = String::from_utf8(out).unwrap_or_else(|_| address.to_owned());
    letters.chars().all(|c| !c.is_control() && !c.is_whitespace() && !matches!(c, '\u{FFFE}' | '\u{FFFF}')).then_some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_linked_where_excel_takes_them() {
        for (address, linked) in [
            ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
            ("https://example.org/%E9%92%A0", "https://example.org/钠"),
            ("https://example.org/a%20b%2Fc", "https://example.org/a%20b%2Fc"),
            ("mailto:desk@example.org", "mailto:desk@example.org"),
        ] {
            assert_eq!(target(address).as_deref(), Some(linked));
        }
        let long = format!("https://example.org/{}", "a".repeat(2_060));
        for address in
            ["ftp://example.org", "example.org", "https://", "https://a b", "http://a\u{1}", "./b.md", "https://x/a%2Fb", &long]
        {
            assert_eq!(target(address), None, "{address}");
        }
    }
}
