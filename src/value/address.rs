//! Addresses of the web and of mail, within which digits say nothing.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::lexicon::quantity::name::ADDRESS_SIGNS;

/// Searchers for the signs of an address; lines are many and short, so they are made once.
static FINDERS: LazyLock<[Finder<'static>; ADDRESS_SIGNS.len()]> = LazyLock::new(|| ADDRESS_SIGNS.map(Finder::new));

/// Where each sign of an address stands next; the end of all places where it does not.
pub(super) struct Addresses([usize; ADDRESS_SIGNS.len()]);

impl Addresses {
    pub fn of(text: &str) -> Self {
        let mut signs = Self([0; ADDRESS_SIGNS.len()]);
        signs.pass(text, 0);
        signs
    }

    /// Whether a sign stands in a word or right behind it.
    pub fn is_within(&mut self, text: &str, start: usize, end: usize) -> bool {
        if self.next() < start {
            self.pass(text, start);
        }
        self.next() <= end
    }

    fn next(&self) -> usize {
        self.0.into_iter().min().unwrap_or(usize::MAX)
    }

    /// Looks for the signs that stand before a place behind it. Each is looked for from where it was found last, so that
    /// all looks together go through the text once a sign.
    pub fn pass(&mut self, text: &str, from: usize) {
        for (next, sign) in self.0.iter_mut().zip(&*FINDERS).filter(|(next, _)| **next < from || from == 0) {
            *next = sign.find(&text.as_bytes()[from..]).map_or(usize::MAX, |at| from + at);
        }
    }
}
