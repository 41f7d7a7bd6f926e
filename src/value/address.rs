//! Addresses of the web and of mail, within which digits say nothing.

use crate::excerpt::Excerpt as _;

/// The longest word, in bytes, that a sign makes an address.
const REACH: usize = 256;

/// Where the next sign of an address (`://`, `@`) stands; the end of all places where there is none.
pub(super) struct Addresses {
    next: usize,
}

impl Addresses {
    pub fn of(text: &str) -> Self {
        let mut signs = Self { next: 0 };
        signs.pass(text, 0);
        signs
    }

    /// Whether a sign stands in a word or right behind it.
    pub fn is_within(&mut self, text: &str, start: usize, end: usize) -> bool {
        self.is_near(text, start) && self.next <= end
    }

    /// Whether a sign stands so near that it could belong to the word at a place.
    pub fn is_near(&mut self, text: &str, start: usize) -> bool {
        if self.next < start {
            self.pass(text, start);
        }
        self.next - start <= REACH
    }

    /// Looks for the next sign from a place on. All looks together go through the text once.
    pub fn pass(&mut self, text: &str, from: usize) {
        let bytes = text.as_bytes();
        let is_sign = |at: &usize| matches!(bytes.part(*at..), [b'@', ..] | [_, b'/', b'/', ..]);
        self.next = memchr::memchr2_iter(b'@', b':', bytes.part(from..)).map(|at| from + at).find(is_sign).unwrap_or(usize::MAX);
    }
}

/// Whether a word begins the address of a site: `www.`.
pub(super) fn is_site(word: &str, rest: &str) -> bool {
    word.eq_ignore_ascii_case("www") && rest.starts_with('.')
}
