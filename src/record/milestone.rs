//! A milestone: one period of a roadmap or timeline.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Item, Place, Quantity};

/// One period of a roadmap, and what it brings.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Milestone {
    /// Where the period is named.
    #[serde(flatten)]
    pub place: Place,
    /// The period as written (短期（2025 Q2-Q4）, Phase 1, 2026).
    pub label: String,
    /// The dates or the span of time that the label gives.
    pub period: Option<Quantity>,
    /// What it brings, in order.
    pub items: Vec<Item>,
}
