//! Words that announce conclusions rather than advice.

use super::{Words, fold};

pub(super) static WORDS: Words = Words::named(
    "insight.titles",
    &[
        "洞察", "洞见", "结论", "发现", "非共识", "反共识", "启示", "核心观点", "insight", "insights", "finding", "findings",
        "takeaway", "takeaways", "conclusion", "conclusions", "verdict",
    ],
);

/// Whether a heading or label announces conclusions.
pub(crate) fn announces(text: &str) -> bool {
    WORDS.is_in(&fold(text))
}
