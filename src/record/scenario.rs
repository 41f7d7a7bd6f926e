//! A scenario: a named alternative future in a set.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Field, Place, Quantity};

/// One named alternative future.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Scenario {
    /// Where it is named.
    #[serde(flatten)]
    pub place: Place,
    /// The heading or label that groups the set.
    pub set: Option<String>,
    /// Its name as written (乐观情景, Bear Case).
    pub name: String,
    /// The rest of the naming line, without quotes.
    pub title: Option<String>,
    /// Which way it looks.
    pub stance: Stance,
    /// How likely it is held to be.
    pub probability: Option<Probability>,
    /// The period it speaks of, as written.
    pub horizon: Option<String>,
    /// The period that the horizon gives.
    pub horizon_period: Option<Quantity>,
    /// What is said of it, in order.
    pub fields: Vec<Field>,
}

/// Which way a scenario looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names are those of the trade")]
pub enum Stance {
    Bull,
    Base,
    Bear,
    Other,
}

impl Stance {
    /// The name used in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bull => "bull",
            Self::Base => "base",
            Self::Bear => "bear",
            Self::Other => "other",
        }
    }
}

/// A probability as fractions: one value, or a range of which one end may be open.
#[derive(Debug, Clone, Copy, PartialEq, JsonSchema, Serialize)]
pub struct Probability {
    /// The value, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub value: Option<f64>,
    /// The lower end of a range.
    #[schemars(range(min = 0, max = 1))]
    pub low: Option<f64>,
    /// The upper end of a range.
    #[schemars(range(min = 0, max = 1))]
    pub high: Option<f64>,
}
