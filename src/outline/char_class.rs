//! Classes of characters that the outline tells apart: Han, emoji that decorate, brackets.

use crate::excerpt::Excerpt as _;

/// A Han character or one of the marks that are set like one (so that no space is due beside it).
pub(crate) fn is_han(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{303F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’')
}

/// A pictograph that stands in front of a text as decoration. Stars are ratings, circled numbers are ordinals, and
/// ✓ ✗ are marks, so they are not.
fn is_emoji(c: char) -> bool {
    match c {
        '\u{2605}' | '\u{2606}' | '\u{2713}'..='\u{2718}' | '\u{2776}'..='\u{2793}' => false,
        '\u{2600}'..='\u{27BF}' | '\u{2B05}'..='\u{2B4F}' | '\u{2B51}'..='\u{2B55}' => true,
        '\u{1F000}'..='\u{1FAFF}' | '\u{231A}'..='\u{231B}' | '\u{23E9}'..='\u{23FA}' | '\u{2139}' => true,
        _ => false,
    }
}

/// Joiners, variation selectors and tags that continue an emoji.
fn continues_emoji(c: char) -> bool {
    matches!(c, '\u{200D}' | '\u{FE0E}' | '\u{FE0F}' | '\u{20E3}' | '\u{E0020}'..='\u{E007F}')
}

/// Characters without width or ink: blanks of no width, byte order marks, soft hyphens, and those that turn or join what stands
/// beside them.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}' | '\u{FEFF}')
}

/// Whether a character behind another is one that a reader does not see: a joiner shows in what it joins, an emoji or letters
/// of a script such as Arabic.
pub(crate) fn hides(c: char, before: Option<char>) -> bool {
    let is_joined = |c: char| is_emoji(c) || continues_emoji(c) || (!c.is_ascii() && c.is_alphabetic() && !is_han(c));
    is_invisible(c) && !(matches!(c, '\u{200C}' | '\u{200D}') && before.is_some_and(is_joined))
}

/// The length in bytes of the emoji that a text begins with; 0 where it begins with something else.
pub(crate) fn leading_emoji(text: &str) -> usize {
    if let Some(rest) = text.strip_prefix('⭐') {
        // One star before words is decoration, several are a rating.
        let rest = rest.trim_start_matches('\u{FE0F}');
        return if rest.starts_with(' ') && !rest.trim_start().starts_with('⭐') { text.len() - rest.len() } else { 0 };
    }
    let mut chars = text.char_indices();
    match chars.next() {
        Some((_, first)) if is_emoji(first) => {}
        _ => return 0,
    }
    chars.find(|&(_, c)| !is_emoji(c) && !continues_emoji(c)).map_or(text.len(), |(at, _)| at)
}

/// The bracket that closes an opening one, full-width or half-width.
pub(crate) fn closing_bracket(open: char) -> Option<char> {
    Some(match open {
        '(' => ')',
        '（' => '）',
        '[' => ']',
        '【' => '】',
        '［' => '］',
        _ => return None,
    })
}

/// A text without the pictograph that it opens with.
pub(crate) fn without_emoji(text: &str) -> &str {
    text.part(leading_emoji(text)..).trim_start()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emoji_are_decoration_but_stars_and_marks_are_not() {
        assert_eq!(leading_emoji("🔥 a"), 4);
        assert_eq!(leading_emoji("⚙️ b"), "⚙️".len());
        assert_eq!(leading_emoji("🇹🇼 台灣"), "🇹🇼".len());
        assert_eq!(leading_emoji("⭐ 可信度"), "⭐".len());
        for plain in ["⭐⭐⭐", "★★★", "✓ yes", "➊ one", "1️⃣", "# a", "", "文"] {
            assert_eq!(leading_emoji(plain), 0, "{plain}");
        }
    }
}
