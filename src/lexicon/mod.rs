//! The vocabulary: what labels, headings and openings mean, by concept.
//!
//! Every word list of the extractors lives here, Chinese beside English, in simplified characters and lower case;
//! texts are [folded](fold) before they are compared, so traditional characters, full-width letters and capitals
//! need no entries of their own. The lists hold words of the language, never a phrase that one file happens to use.

pub(crate) mod advice;
pub(crate) mod audience;
mod fold;
pub(crate) mod horizon;
pub(crate) mod insight;
pub(crate) mod metadata;
pub(crate) mod scenario;
pub(crate) mod section;

pub(crate) use fold::{fold, unfold};

/// Whether a folded text is one of the words.
pub(crate) fn is_any(text: &str, words: &[&str]) -> bool {
    words.contains(&text)
}

/// The first of the words that a folded text begins with. A word that ends in a letter must end there.
pub(crate) fn prefix<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().find(|word| text.starts_with(word) && bounded(text, 0, word))
}

/// The first of the words that a folded text ends with. A word that begins with a letter must begin there.
pub(crate) fn suffix<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().find(|word| text.ends_with(word) && bounded(text, text.len() - word.len(), word))
}

/// The first of the words that stands in a folded text. Words of letters are found whole only.
pub(crate) fn find<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().find(|word| position(text, word).is_some())
}

/// Where a word stands in a folded text, if it does.
pub(crate) fn position(text: &str, word: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(offset) = text[from..].find(word) {
        let at = from + offset;
        if bounded(text, at, word) {
            return Some(at);
        }
        from = at + word.chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// Whether no letter or digit touches a word of letters at `at`; Han words need no space around them.
fn bounded(text: &str, at: usize, word: &str) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + word.len()..].chars().next();
    let touches = |edge: Option<char>, outside: Option<char>| {
        edge.is_some_and(|c| c.is_ascii_alphanumeric()) && outside.is_some_and(|c| c.is_ascii_alphanumeric())
    };
    !touches(word.chars().next(), before) && !touches(word.chars().next_back(), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_letters_are_found_whole() {
        assert_eq!(find("showcase studies", &["case"]), None);
        assert_eq!(find("bear case", &["case"]), Some("case"));
        assert_eq!(find("基准情景", &["情景"]), Some("情景"));
        assert_eq!(prefix("bullish factors", &["bull"]), None);
        assert_eq!(suffix("for investors", &["investors"]), Some("investors"));
    }

    #[test]
    fn every_word_is_folded_already() {
        for words in [
            metadata::LABELS.iter().flat_map(|row| row.1.iter()).copied().collect::<Vec<_>>(),
            advice::TITLES.to_vec(),
            scenario::STANCES.iter().flat_map(|row| row.1.iter()).copied().collect(),
            section::ROLES.iter().flat_map(|row| row.1.iter()).copied().collect(),
            audience::ROLES.iter().flat_map(|row| row.1.iter()).copied().collect(),
        ] {
            for word in words {
                assert_eq!(fold(word), word);
            }
        }
    }
}
