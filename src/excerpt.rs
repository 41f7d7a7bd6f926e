//! Parts of texts, for spans that briefex has found itself.
//!
//! Extraction speaks of places in a text as ranges of bytes, all of them found in that very text. A range that is no part of it is a
//! mistake of ours, which tests, debug builds and fuzzers should stop at; but it is no reason to end a run over a whole archive in
//! somebody else's hands. There such a part is empty, like a word that is not found.

use std::slice::SliceIndex;

/// A text, or another slice, that parts are taken of.
pub(crate) trait Excerpt {
    /// The part in a range; an empty one where the range is no part, which a debug build stops at.
    fn part<R: SliceIndex<Self, Output = Self>>(&self, range: R) -> &Self;
}

impl Excerpt for str {
    #[inline]
    #[track_caller]
    fn part<R: SliceIndex<Self, Output = Self>>(&self, range: R) -> &Self {
        match self.get(range) {
            Some(part) => part,
            None => absent(),
        }
    }
}

impl<T> Excerpt for [T] {
    #[inline]
    #[track_caller]
    fn part<R: SliceIndex<Self, Output = Self>>(&self, range: R) -> &Self {
        match self.get(range) {
            Some(part) => part,
            None => absent(),
        }
    }
}

/// What is not there. The optimiser is told that it does not happen, so that a part costs what an index does.
#[cold]
#[track_caller]
fn absent<T: Default>() -> T {
    debug_assert!(false, "a range is no part of what it was taken of");
    T::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_what_stands_in_its_range() {
        assert_eq!(("风险 3%".part(7..), "abc".part(..=1), [1, 2, 3].part(1..)), ("3%", "ab", &[2, 3][..]));
    }

    #[test]
    #[cfg_attr(debug_assertions, should_panic(expected = "no part"))]
    fn what_is_no_part_stops_a_test() {
        assert_eq!("风".part(1..), "");
    }
}
