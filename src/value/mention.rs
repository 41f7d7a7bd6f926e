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
