//! What lists that users may add to have in common: a key for each list of words, and the added words beside the built-in ones.

use super::vocabulary::Entry;
use super::{added, fold};

/// Words by what they mean.
pub(super) type Rows<T> = &'static [(T, &'static [&'static str])];

/// What the rows of lists are called.
pub(super) struct Name<T> {
    pub group: &'static str,
    pub row: fn(T) -> &'static str,
}

impl<T> Clone for Name<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Name<T> {}

impl<T> Name<T> {
    /// The key of a row; where there is but one, the group is.
    pub fn key(self, meaning: T) -> String {
        match (self.row)(meaning) {
            "" => self.group.to_owned(),
            row => format!("{}.{row}", self.group),
        }
    }
}

/// A list that users may add to.
#[derive(Debug, Clone)]
pub(super) struct List {
    pub key: String,
    /// Its built-in words.
    pub words: &'static [&'static str],
}

/// Lists that users may add to.
pub(super) trait Open: Sync {
    /// The lists, none where they have no name.
    fn lists(&self) -> Vec<List>;

    /// A word as the lists hold it.
    fn folded(&self, word: &str) -> String {
        fold(word).into_owned()
    }
}

pub(super) fn lists<T: Copy>(rows: Rows<T>, name: Option<Name<T>>) -> Vec<List> {
    let named = |name: Name<T>| rows.iter().map(move |&(meaning, words)| List { key: name.key(meaning), words });
    name.map(named).into_iter().flatten().collect()
}

/// The words of rows, built in and added, each with the row it stands in.
pub(super) fn entries<T: Copy>(rows: Rows<T>, name: Option<Name<T>>) -> impl Iterator<Item = Entry> + Clone {
    let name = name.filter(|_| added::is_any());
    rows.iter().enumerate().flat_map(move |(row, &(meaning, words))| {
        let added = name.map_or(&[][..], |name| added::words(&name.key(meaning)));
        words.iter().chain(added).map(move |&word| (word, row))
    })
}
