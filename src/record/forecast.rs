//! A forecast: an event with a likelihood that is no scenario.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Place, Probability, Quantity};

/// One prediction, with how likely it is held to be.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Forecast {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// The prediction: its item or sentence, without a bracket that states the likelihood alone.
    pub text: String,
    /// The likelihood as written, with the words that call it one (成功概率：30%).
    pub probability_text: String,
    /// The likelihood as fractions.
    pub probability: Probability,
    /// When, if the text says so.
    pub period: Option<Quantity>,
    /// What a line that states nothing but a likelihood speaks of.
    pub subject: Option<String>,
}
