//! Lists of words that can be searched fast.
//!
//! A heading is short and a list is long, so the search goes through the text once and asks at each character which words
//! begin with it, rather than going through the text once a word. Words of letters and digits are found whole only; Han
//! words need no space around them. All texts are folded.
//!
//! A list with a name is open: what a user adds under that name (see [`added`]) is indexed with its own words.

use std::sync::OnceLock;

use super::added;
use super::fold::fold_char;
use super::letter::is_within_word;
use super::open::{List, Name, Open, Rows, entries, lists};
use crate::excerpt::Excerpt as _;

/// A list of words.
pub(crate) struct Words {
    key: Option<&'static str>,
    words: &'static [&'static str],
    index: OnceLock<Index>,
}

impl Words {
    /// A list that is as it is.
    pub const fn new(words: &'static [&'static str]) -> Self {
        Self { key: None, words, index: OnceLock::new() }
    }

    /// A list that users may add to.
    pub const fn named(key: &'static str, words: &'static [&'static str]) -> Self {
        Self { key: Some(key), words, index: OnceLock::new() }
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(self.all().map(|word| (word, 0))))
    }

    /// Its words, built in and added.
    pub fn all(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        let added = self.key.map_or(&[][..], added::words);
        self.words.iter().chain(added).copied()
    }

    /// Whether words were added: where the built-in ones allow a quick look that added ones do not.
    pub fn is_extended(&self) -> bool {
        self.key.is_some_and(|key| !added::words(key).is_empty())
    }

    /// Whether a text is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.index().whole(text).is_some()
    }

    /// Whether one of the words stands in a text.
    pub fn is_in(&self, text: &str) -> bool {
        self.index().within(text).next().is_some()
    }

    /// Where the first of the words in a text begins.
    pub fn find(&self, text: &str) -> Option<usize> {
        self.index().within(text).next().map(|(at, _)| at)
    }

    /// The longest of the words that a text begins with.
    pub fn prefix(&self, text: &str) -> Option<&'static str> {
        self.index().beginning(text).map(|(word, _)| word).max_by_key(|word| word.len())
    }

    /// Whether one of the words begins with a character: a quick look before a close one.
    pub fn begin_with(&self, first: char) -> bool {
        !self.index().by_first.get(first).is_empty()
    }

    /// Whether one of the words may open a text that nobody has folded: a quick look before it is folded.
    pub fn may_open(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|first| self.begin_with(fold_char(first)))
    }

    /// Whether one of the words may close a text that nobody has folded: a quick look before it is folded.
    pub fn may_close(&self, text: &str) -> bool {
        text.chars().next_back().is_some_and(|last| !self.index().by_last.get(fold_char(last)).is_empty())
    }

    /// The longest of the words that a text ends with.
    pub fn suffix(&self, text: &str) -> Option<&'static str> {
        self.index().ending(text).map(|(word, _)| word).max_by_key(|word| word.len())
    }
}

impl Open for Words {
    fn lists(&self) -> Vec<List> {
        self.key.map(|key| List { key: key.to_owned(), words: self.words }).into_iter().collect()
    }
}

/// Lists of words by what they mean. Where words of several rows are found, the methods say which counts.
pub(crate) struct Table<T: 'static> {
    name: Option<Name<T>>,
    rows: Rows<T>,
    index: OnceLock<Index>,
}

impl<T: Copy> Table<T> {
    /// Lists that are as they are.
    pub const fn new(rows: Rows<T>) -> Self {
        Self { name: None, rows, index: OnceLock::new() }
    }

    /// Lists that users may add to, each under the key `group` and what `row` calls its meaning (`scenario.bull`).
    pub const fn named(group: &'static str, row: fn(T) -> &'static str, rows: Rows<T>) -> Self {
        Self { name: Some(Name { group, row }), rows, index: OnceLock::new() }
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(entries(self.rows, self.name)))
    }

    fn meaning(&self, row: usize) -> Option<T> {
        self.rows.get(row).map(|&(meaning, _)| meaning)
    }

    /// What a text means that is one of the words.
    pub fn of(&self, text: &str) -> Option<T> {
        self.index().whole(text).and_then(|row| self.meaning(row))
    }

    /// The meaning of the first row that has a word in a text.
    pub fn first_in(&self, text: &str) -> Option<T> {
        self.index().within(text).map(|(_, (_, row))| row).min().and_then(|row| self.meaning(row))
    }

    /// The meaning of the longest word in a text.
    pub fn longest_in(&self, text: &str) -> Option<T> {
        self.index().within(text).max_by_key(|(_, (word, _))| word.len()).and_then(|(_, (_, row))| self.meaning(row))
    }

    /// The longest word that a text begins with, and what it means.
    pub fn prefix(&self, text: &str) -> Option<(T, &'static str)> {
        self.index().beginning(text).max_by_key(|(word, _)| word.len()).and_then(|(word, row)| Some((self.meaning(row)?, word)))
    }

    /// Whether one of the words begins with a character: a quick look before a close one.
    pub fn begin_with(&self, first: char) -> bool {
        !self.index().by_first.get(first).is_empty()
    }

    /// Whether one of the words may open a text that nobody has folded: a quick look before it is folded.
    pub fn may_open(&self, text: &str) -> bool {
        text.chars().next().is_some_and(|first| self.begin_with(fold_char(first)))
    }

    /// Whether a text ends with one of the words.
    pub fn ends(&self, text: &str) -> bool {
        self.index().ending(text).next().is_some()
    }
}

impl<T: Copy + Sync> Open for Table<T> {
    fn lists(&self) -> Vec<List> {
        lists(self.rows, self.name)
    }
}

/// Words by their first and by their last character.
struct Index {
    by_first: Groups,
    by_last: Groups,
}

/// Words by a character of theirs, sorted, with a filter that passes most other characters over at once.
pub(super) struct Groups {
    groups: Vec<(char, Vec<Entry>)>,
    /// The group of each ASCII character, counted from 1; 0 for none. They stand first among the groups.
    ascii: [u8; 128],
    filter: [u64; CELLS],
}

/// The cells of the filter, of 64 bits each: so many that few characters pass it that begin no word.
const CELLS: usize = 32;

/// A word and the row it stands in.
pub(super) type Entry = (&'static str, usize);

impl Index {
    fn of(words: impl Iterator<Item = Entry> + Clone) -> Self {
        let first = words.clone().filter_map(|entry| Some((entry.0.chars().next()?, entry)));
        let last = words.filter_map(|entry| Some((entry.0.chars().next_back()?, entry)));
        Self { by_first: Groups::of(first), by_last: Groups::of(last) }
    }

    /// The row of the word that a text is.
    fn whole(&self, text: &str) -> Option<usize> {
        let entries = self.by_first.get(text.chars().next()?);
        entries.iter().find(|(word, _)| *word == text).map(|&(_, row)| row)
    }

    fn beginning<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Entry> + 't {
        let first = text.chars().next();
        let entries = first.map_or(&[][..], |first| self.by_first.get(first));
        entries.iter().copied().filter(move |(word, _)| text.starts_with(word) && !is_within_word(text, word.len()))
    }

    fn ending<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Entry> + 't {
        let last = text.chars().next_back();
        let entries = last.map_or(&[][..], |last| self.by_last.get(last));
        entries.iter().copied().filter(move |(word, _)| text.ends_with(word) && !is_within_word(text, text.len() - word.len()))
    }

    fn within<'t>(&'t self, text: &'t str) -> Within<'t> {
        Within { groups: &self.by_first, text, rest: text.chars(), is_joined: false, at: 0, entries: [].iter() }
    }
}

/// The words within a text, with where they begin. Most characters begin none, so passing over one must cost little.
struct Within<'t> {
    groups: &'t Groups,
    text: &'t str,
    /// What has not been looked at yet.
    rest: std::str::Chars<'t>,
    /// Whether an ASCII letter or digit stands before it.
    is_joined: bool,
    at: usize,
    /// The words that may begin there.
    entries: std::slice::Iter<'t, Entry>,
}

impl Within<'_> {
    /// Goes to the next place where a word may begin.
    fn advance(&mut self) -> Option<()> {
        loop {
            let first = self.rest.next()?;
            let joins = first.is_ascii_alphanumeric();
            if std::mem::replace(&mut self.is_joined, joins) && joins {
                continue;
            }
            let entries = self.groups.get(first);
            if !entries.is_empty() {
                self.at = self.text.len() - self.rest.as_str().len() - first.len_utf8();
                self.entries = entries.iter();
                return Some(());
            }
        }
    }
}

impl Iterator for Within<'_> {
    type Item = (usize, Entry);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let rest = self.text.part(self.at..);
            let is_whole = |word: &str| {
                rest.starts_with(word) && !is_within_word(self.text, self.at) && !is_within_word(self.text, self.at + word.len())
            };
            if let Some(&entry) = self.entries.find(|(word, _)| is_whole(word)) {
                return Some((self.at, entry));
            }
            self.advance()?;
        }
    }
}

impl Groups {
    pub fn of(entries: impl Iterator<Item = (char, Entry)>) -> Self {
        let mut groups = std::collections::BTreeMap::<char, Vec<Entry>>::new();
        let mut filter = [0; CELLS];
        for (key, entry) in entries {
            groups.entry(key).or_default().push(entry);
            let (cell, bit) = Self::place(key);
            if let Some(cell) = filter.get_mut(cell) {
                *cell |= bit;
            }
        }
        let groups: Vec<_> = groups.into_iter().collect();
        let mut ascii = [0; 128];
        for ((key, _), number) in groups.iter().zip(1..=128) {
            if let Some(cell) = ascii.get_mut(*key as usize) {
                *cell = number;
            }
        }
        Self { groups, ascii, filter }
    }

    pub fn get(&self, key: char) -> &[Entry] {
        self.number(key).and_then(|at| self.groups.get(at)).map_or(&[], |(_, entries)| entries)
    }

    /// Which group is that of a character.
    fn number(&self, key: char) -> Option<usize> {
        if let Some(&number) = self.ascii.get(key as usize) {
            return usize::from(number).checked_sub(1);
        }
        let (cell, bit) = Self::place(key);
        if self.filter.get(cell)? & bit == 0 {
            return None;
        }
        self.groups.binary_search_by_key(&key, |(c, _)| *c).ok()
    }

    fn place(key: char) -> (usize, u64) {
        let hash = key as usize % (CELLS * 64);
        (hash / 64, 1 << (hash % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static NOUNS: Words = Words::new(&["case", "情景", "bear case", "investors"]);

    #[test]
    fn words_of_letters_are_found_whole() {
        assert!(!NOUNS.is_in("showcase studies") && !NOUNS.is_in("cases"));
        assert!(NOUNS.is_in("the bear case") && NOUNS.is_in("基准情景"));
        assert_eq!(NOUNS.prefix("bear case (30%)"), Some("bear case"));
        assert_eq!(NOUNS.suffix("for investors"), Some("investors"));
        assert_eq!(NOUNS.suffix("the bear case"), Some("bear case"));
        assert!(NOUNS.has("case") && !NOUNS.has("cas") && !NOUNS.has(""));
    }

    #[test]
    fn words_of_other_scripts() {
        static WORDS: Words = Words::new(&["für", "été", "риск", "シナリオ", "위험"]);
        for text in ["nur für alle", "l'été", "риск и рост", "楽観シナリオの", "환율위험이"] {
            assert!(WORDS.is_in(text), "{text}");
        }
        for text in ["dafür", "fürst", "répétée", "риска", "シナリ"] {
            assert!(!WORDS.is_in(text), "{text}");
        }
        assert_eq!((WORDS.prefix("für anleger"), WORDS.suffix("wofür")), (Some("für"), None));
    }

    #[test]
    fn rows_and_lengths_decide() {
        static TABLE: Table<u8> = Table::new(&[(1, &["团队"]), (2, &["技术团队", "技术"])]);
        assert_eq!(TABLE.first_in("技术团队"), Some(1));
        assert_eq!(TABLE.longest_in("技术团队"), Some(2));
        assert_eq!(TABLE.prefix("技术团队"), Some((2, "技术团队")));
        assert_eq!(TABLE.of("团队"), Some(1));
    }
}
