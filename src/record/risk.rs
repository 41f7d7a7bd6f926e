//! A risk or an opportunity: what could go wrong, or right.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Item, Place, Probability};

/// One thing that could go wrong or right.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Risk {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// What it is called: its label, the heading it has of its own, or the first cell of its row. Null where `text` says
    /// it all.
    pub label: Option<String>,
    /// What is said of it, without its mark and label; its name where nothing is.
    pub text: String,
    /// Whether it is a danger or a chance.
    pub kind: RiskKind,
    /// Its number in a numbered list.
    pub rank: Option<u32>,
    /// How likely it is, as written (高, 30%).
    pub probability: Option<String>,
    /// The same as fractions, where it is a number.
    pub probability_value: Option<Probability>,
    /// How much it would change, as written.
    pub impact: Option<String>,
    /// What is or can be done about it.
    pub mitigation: Vec<Item>,
    /// What else is nested below it or stands in its row, in order.
    pub details: Vec<Item>,
}

/// Whether something could go wrong or right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they say it themselves")]
pub enum RiskKind {
    Risk,
    Opportunity,
}

impl RiskKind {
    /// The name used in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Risk => "risk",
            Self::Opportunity => "opportunity",
        }
    }
}
