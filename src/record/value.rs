//! A quantity as a record of its own.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Place, Value};

/// One quantity, where it stands.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct ValueRecord {
    /// Where it stands; the span covers exactly the mention.
    #[serde(flatten)]
    pub place: Place,
    /// The mention as written, with its sign, currency, bound and unit.
    pub text: String,
    /// What it means.
    #[serde(flatten)]
    pub value: Value,
    /// The item, sentence or table row that it stands in.
    pub context: String,
}
