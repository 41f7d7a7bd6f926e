//! What a briefing says of itself: in its head, its foot, or its front matter.

use schemars::JsonSchema;
use serde::Serialize;

use super::Quantity;

/// The metadata of a briefing.
#[derive(Debug, Clone, Default, PartialEq, JsonSchema, Serialize)]
pub struct Metadata {
    /// The date it was published (else written, else updated), ISO 8601.
    pub published: Option<String>,
    /// Who published it; the authors where no source is named.
    pub sources: Vec<SourceRef>,
    /// Its category.
    pub category: Option<String>,
    /// How credible its publisher holds it.
    pub credibility: Option<Rating>,
    /// Its tags, without `#`.
    pub tags: Vec<String>,
    /// How the rating was arrived at (评估说明).
    pub assessment: Vec<LabelledValue>,
    /// Related technologies.
    pub related: Vec<String>,
    /// Its influence (影响指数).
    pub impact: Option<Rating>,
    /// Remarks (注意事项).
    pub notes: Vec<String>,
    /// Labelled lines of its head that are none of these, as written.
    pub other: Vec<LabelledValue>,
}

/// A source of a briefing.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema, Serialize)]
pub struct SourceRef {
    /// Its name as written; its address where the link has no other text.
    pub name: String,
    /// Its address, if linked.
    pub url: Option<String>,
}

/// A rating in stars, as a score, or both.
#[derive(Debug, Clone, Default, PartialEq, JsonSchema, Serialize)]
pub struct Rating {
    /// Full stars.
    pub stars: Option<u32>,
    /// How many there could be.
    pub max_stars: Option<u32>,
    /// The score as a fraction of its maximum, 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    pub score: Option<f64>,
}

/// A label and what it labels, both as written.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct LabelledValue {
    /// The label, without its colon.
    pub label: String,
    /// The value.
    pub value: String,
    /// The value read as one quantity.
    pub quantity: Option<Quantity>,
}
