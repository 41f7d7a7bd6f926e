//! An insight: a conclusion that the briefing draws.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Field, Place};

/// One conclusion.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Insight {
    /// Where it is stated.
    #[serde(flatten)]
    pub place: Place,
    /// Its number, where it has one.
    pub rank: Option<u32>,
    /// What it says, without its mark and its number.
    pub text: String,
    /// What is said of it, in order (论据, 含义, 反共识).
    pub fields: Vec<Field>,
}
