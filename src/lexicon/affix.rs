//! Lists of words that stand right before or right behind a place in a text that nobody has folded.
//!
//! Numbers are many and texts are long, so the words around a number are looked up in place: each character is folded
//! as it is compared, and the answer says how many bytes of the text the word takes. Words of letters are found whole only.

use std::sync::OnceLock;

use super::added;
use super::fold::{fold_char, narrow};
use super::letter::is_letter;
use super::open::{List, Name, Open, Rows, entries, lists};
use super::vocabulary::{Entry, Groups};
use crate::excerpt::Excerpt as _;

/// Words and what they mean.
pub(crate) struct Affixes<T: 'static> {
    name: Option<Name<T>>,
    rows: Rows<T>,
    /// Whether capitals matter.
    is_cased: bool,
    after: OnceLock<Groups>,
    before: OnceLock<Groups>,
}

impl<T: Copy> Affixes<T> {
    /// Words whose capitals do not matter; they are listed folded.
    pub const fn words(rows: Rows<T>) -> Self {
        Self::of(None, rows, false)
    }

    /// Symbols whose capitals matter (mW and MW).
    pub const fn symbols(rows: Rows<T>) -> Self {
        Self::of(None, rows, true)
    }

    /// Words that users may add to, each row under the key `group` and what `row` calls its meaning (`unit.hour`); where it
    /// calls it nothing, the group is the key.
    pub const fn named(group: &'static str, row: fn(T) -> &'static str, rows: Rows<T>) -> Self {
        Self::of(Some(Name { group, row }), rows, false)
    }

    /// Symbols that users may add to.
    pub const fn named_symbols(group: &'static str, row: fn(T) -> &'static str, rows: Rows<T>) -> Self {
        Self::of(Some(Name { group, row }), rows, true)
    }

    const fn of(name: Option<Name<T>>, rows: Rows<T>, is_cased: bool) -> Self {
        Self { name, rows, is_cased, after: OnceLock::new(), before: OnceLock::new() }
    }

    /// The form in which a character is compared.
    #[inline]
    fn key(&self, c: char) -> char {
        match c {
            'A'..='Z' if !self.is_cased => c.to_ascii_lowercase(),
            '\0'..='~' => c,
            _ if self.is_cased => narrow(c),
            _ => fold_char(c),
        }
    }

    /// Whether a character goes on with a word beside it; letters that are signs begin a symbol anew (2 million μm).
    #[inline]
    fn joins(&self, c: char) -> bool {
        if self.is_cased { c.is_ascii_alphanumeric() } else { is_letter(c) && !matches!(c, 'µ' | 'μ' | 'Å' | 'Ω') }
    }

    /// The longest word that a text begins with: what it means and how many bytes of the text it takes.
    pub fn after(&self, text: &str) -> Option<(T, usize)> {
        self.entry_after(text).and_then(|((_, row), length)| Some((self.rows.get(row)?.0, length)))
    }

    /// The longest word that a text begins with, as it is listed, and how many bytes of the text it takes.
    pub fn word_after(&self, text: &str) -> Option<(&'static str, usize)> {
        self.entry_after(text).map(|((word, _), length)| (word, length))
    }

    fn entry_after(&self, text: &str) -> Option<(Entry, usize)> {
        let mut characters = text.chars();
        let first = self.key(characters.next()?);
        let entries = self.groups_after().get(first);
        if entries.is_empty() {
            return None;
        }
        // Most words of a group differ in their second character.
        let second = characters.next().map(|c| self.key(c));
        let is_like = |word: &str| {
            let own = word.part(first.len_utf8()..).chars().next();
            own.is_none() || own == second || second == Some(' ')
        };
        let found = entries.iter().filter(|(word, _)| is_like(word));
        found.filter_map(|&entry| Some((entry, self.length_after(text, entry.0)?))).max_by_key(|&(_, length)| length)
    }

    /// The longest word that a text ends with: what it means and how many bytes of the text it takes.
    pub fn before(&self, text: &str) -> Option<(T, usize)> {
        let groups = self
            .before
            .get_or_init(|| Groups::of(self.entries().filter_map(|entry| Some((entry.0.chars().next_back()?, entry)))));
        let mut characters = text.chars().rev();
        let last = self.key(characters.next()?);
        let entries = groups.get(last);
        if entries.is_empty() {
            return None;
        }
        // Most words of a group differ in the character before the last.
        let second = characters.next().map(|c| self.key(c));
        let is_like = |word: &str| word.chars().rev().nth(1).is_none_or(|own| Some(own) == second);
        let found = entries.iter().filter(|(word, _)| is_like(word));
        let found = found.filter_map(|&(word, row)| Some((self.length_before(text, word)?, row)));
        found.max().and_then(|(length, row)| Some((self.rows.get(row)?.0, length)))
    }

    fn groups_after(&self) -> &Groups {
        self.after.get_or_init(|| Groups::of(self.entries().filter_map(|entry| Some((entry.0.chars().next()?, entry)))))
    }

    fn entries(&self) -> impl Iterator<Item = Entry> {
        entries(self.rows, self.name)
    }

    /// Whether a word could begin with a character: a quick look before a close one.
    pub fn begin_with(&self, first: char) -> bool {
        !self.groups_after().get(self.key(first)).is_empty()
    }

    fn length_after(&self, text: &str, word: &str) -> Option<usize> {
        let mut rest = text.chars();
        for (at, wanted) in word.chars().enumerate() {
            let mut next = rest.next();
            // Converted texts have blanks between Han characters: 个百分 点.
            if at > 0 && next == Some(' ') && matches!(wanted, '\u{4E00}'..='\u{9FFF}') {
                next = rest.next();
            }
            next.filter(|&c| self.key(c) == wanted)?;
        }
        let joins = |c: char| self.joins(c);
        let cut = word.ends_with(joins) && rest.clone().next().is_some_and(joins);
        (!cut).then(|| text.len() - rest.as_str().len())
    }

    fn length_before(&self, text: &str, word: &str) -> Option<usize> {
        let mut rest = text.chars();
        for wanted in word.chars().rev() {
            rest.next_back().filter(|&c| self.key(c) == wanted)?;
        }
        let joins = |c: char| self.joins(c);
        let is_word = word.starts_with(|c: char| joins(c) && !c.is_ascii_digit());
        let cut = is_word && rest.clone().next_back().is_some_and(joins);
        (!cut).then(|| text.len() - rest.as_str().len())
    }

    /// The words that a user added to some of the rows.
    pub fn added_to(&self, is_wanted: fn(T) -> bool) -> impl Iterator<Item = &'static str> + use<T> {
        let rows = self.rows.iter().filter(move |(meaning, _)| is_wanted(*meaning));
        let keys = self.name.map(|name| rows.map(move |&(meaning, _)| name.key(meaning)));
        keys.into_iter().flatten().flat_map(|key| added::words(&key)).copied()
    }

    /// The built-in words.
    pub fn rows(&self) -> Rows<T> {
        self.rows
    }
}

impl<T: Copy + Sync> Open for Affixes<T> {
    fn lists(&self) -> Vec<List> {
        lists(self.rows, self.name)
    }

    fn folded(&self, word: &str) -> String {
        word.chars().map(|c| self.key(c)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static BOUNDS: Affixes<u8> = Affixes::words(&[(1, &["more than", "超过"]), (2, &["不超过", "no more than"])]);
    static POWERS: Affixes<u8> = Affixes::symbols(&[(1, &["mW"]), (2, &["MW"])]);

    #[test]
    fn the_longest_word_counts() {
        assert_eq!(BOUNDS.before("预算不超過"), Some((2, 9)));
        assert_eq!(BOUNDS.before("No more than"), Some((2, 12)));
        assert_eq!(BOUNDS.before("furthermore than"), None);
        assert_eq!(BOUNDS.after("超过5"), Some((1, 6)));
    }

    #[test]
    fn words_of_all_alphabets_are_found_whole() {
        static UNITS: Affixes<u8> = Affixes::words(&[(1, &["stunde", "év"]), (2, &["час", "か月", "시간"])]);
        assert_eq!(UNITS.after("Stunde."), Some((1, 6)));
        assert_eq!(UNITS.after("ÉV"), Some((1, 3)));
        assert_eq!((UNITS.after("Stundenlohn"), UNITS.after("stundeß"), UNITS.after("часто")), (None, None, None));
        assert_eq!(
            (UNITS.after("Час"), UNITS.after("か月以内"), UNITS.after("시간을")),
            (Some((2, 6)), Some((2, 6)), Some((2, 6)))
        );
    }

    #[test]
    fn capitals_of_symbols_matter() {
        assert_eq!(POWERS.after("mW "), Some((1, 2)));
        assert_eq!(POWERS.after("ＭＷ"), Some((2, 6)));
        assert_eq!(POWERS.after("MWh"), None);
    }
}
