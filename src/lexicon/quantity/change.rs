//! Words that join two values: to a range, or to a change from the one to the other.

use super::super::affix::Affixes;

/// Words that announce the two ends of a range.
pub(crate) static BETWEEN: Affixes<()> = Affixes::words(&[((), &["between", "位于", "介于", "在"])]);
/// What closes them.
pub(crate) static WITHIN: Affixes<()> = Affixes::words(&[((), &["之间", "间"])]);
/// Words that announce where a change begins: what follows are two values, not a range.
pub(crate) static FROM: Affixes<()> = Affixes::words(&[((), &["from", "从", "由", "自"])]);
