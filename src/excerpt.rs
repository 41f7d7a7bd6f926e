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
        let part = self.get(range);
        debug_assert!(part.is_some(), "a range is no part of {self:?}");
        part.unwrap_or_default()
    }
}

impl<T> Excerpt for [T] {
    #[inline]
    #[track_caller]
    fn part<R: SliceIndex<Self, Output = Self>>(&self, range: R) -> &Self {
        let part = self.get(range);
        debug_assert!(part.is_some(), "a range is no part of {} elements", self.len());
        part.unwrap_or_default()
    }
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
