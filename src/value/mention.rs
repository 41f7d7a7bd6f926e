//! A quantity and where it stands.

use std::ops::Range;

use crate::record::Value;

/// A quantity found in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its bytes: sign, currency, bound and unit included.
    pub range: Range<usize>,
    /// What it means.
    pub value: Value,
}

/// What a place holds.
pub(super) enum Found {
    /// A quantity.
    Mention(Mention),
    /// Digits or signs that are none, to be passed over up to here: a date without a year, a single star.
    Nothing(usize),
}
