//! A change: what goes from what to what.

use schemars::JsonSchema;
use serde::Serialize;

use super::quantity::serialize_number;
use super::{Place, Quantity};

/// What a text says from what to what.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Change {
    /// Where it stands; the span goes from the first quantity to the last.
    #[serde(flatten)]
    pub place: Place,
    /// The words that say so.
    pub text: String,
    /// What was.
    pub from: Quantity,
    /// What is or will be.
    pub to: Quantity,
    /// The change as the text states it: 62% of 降低62%, -33% of （-33%）.
    pub stated: Option<Quantity>,
    /// Whether it goes up or down.
    pub direction: Direction,
    /// The change that follows from the two; null where one of them is a range.
    pub computed: Option<Computed>,
}

/// Where a change goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they say it themselves")]
pub enum Direction {
    Up,
    Down,
    Flat,
}

impl Direction {
    /// The name used in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Flat => "flat",
        }
    }
}

/// A change as it follows from two numbers.
#[derive(Debug, Clone, Copy, PartialEq, JsonSchema, Serialize)]
pub struct Computed {
    /// `to` less `from`, in their unit; of percentages, points.
    #[serde(serialize_with = "serialize_number")]
    pub difference: f64,
    /// The difference in percent of `from`; null where that is 0.
    pub percent: Option<f64>,
}
