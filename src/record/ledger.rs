//! A small model or account that is written as lines of text.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Place, Quantity};

/// Labels and their figures inside a fence: a revenue tree, the assumptions of a valuation, a return on investment.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Ledger {
    /// Where it stands; its line is the first of the fence that holds text.
    #[serde(flatten)]
    pub place: Place,
    /// The label line, bold line or heading that introduces it.
    pub title: Option<String>,
    /// Its lines.
    pub entries: Vec<LedgerEntry>,
}

/// A line of a ledger.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct LedgerEntry {
    /// 1-based line of the file.
    #[schemars(range(min = 1))]
    pub line: usize,
    /// What stands before its colon; null where it has none.
    pub label: Option<String>,
    /// What stands behind the colon, or the whole text; null for a line that only names those below it.
    pub value: Option<String>,
    /// The main figure of the value.
    pub quantity: Option<Quantity>,
    /// A percentage in the brackets behind it that is no change: its part of the whole.
    pub share: Option<Quantity>,
    /// What else stands in those brackets.
    pub note: Option<String>,
    /// How many entries it stands below; 0 for the outermost.
    pub depth: usize,
    /// The 0-based position in `entries` of the entry it stands below.
    pub parent: Option<usize>,
}
