//! A fact: one item of a list of key figures.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Place, Quantity};

/// One key figure.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Fact {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// What it is, as written.
    pub label: String,
    /// How much it is, as written.
    pub value: String,
    /// The value read as one quantity.
    pub quantity: Option<Quantity>,
    /// Every quantity in the value, in order: of `141GB（较 80GB 提升 76%）` three.
    pub quantities: Vec<Quantity>,
}
