//! A recommendation: one piece of advice to the reader.

use schemars::JsonSchema;
use serde::Serialize;

use super::{LabelledValue, Place, Quantity};

/// One piece of advice.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Recommendation {
    /// Where the advice stands.
    #[serde(flatten)]
    pub place: Place,
    /// Whom it addresses, as written, without 对…的建议.
    pub audience: Option<String>,
    /// What kind of reader that is.
    pub audience_role: Option<AudienceRole>,
    /// By when, as written.
    pub horizon: Option<String>,
    /// The period that the horizon gives.
    pub horizon_period: Option<Quantity>,
    /// The theme it is grouped under.
    pub group: Option<String>,
    /// Its number in a numbered list.
    pub rank: Option<u32>,
    /// The advice, without its mark and without a leading label that became its audience or horizon.
    pub text: String,
    /// Whether to do it or to leave it.
    pub stance: Conduct,
    /// Stars given to it.
    pub rating: Option<f64>,
    /// Lines of its group or below it that qualify it (预算, 预期收益).
    pub attributes: Vec<LabelledValue>,
    /// What is nested below it, in order.
    pub details: Vec<Detail>,
}

/// Whether a piece of advice says to do something or to leave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they say it themselves")]
pub enum Conduct {
    Do,
    Avoid,
}

impl Conduct {
    /// The name used in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Do => "do",
            Self::Avoid => "avoid",
        }
    }
}

/// A kind of reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "they say it themselves")]
pub enum AudienceRole {
    Investor,
    Policymaker,
    Developer,
    Researcher,
    Individual,
    Consumer,
    Creator,
    Company,
}

impl AudienceRole {
    /// The name used in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Investor => "investor",
            Self::Policymaker => "policymaker",
            Self::Developer => "developer",
            Self::Researcher => "researcher",
            Self::Individual => "individual",
            Self::Consumer => "consumer",
            Self::Creator => "creator",
            Self::Company => "company",
        }
    }
}

/// A line nested below a piece of advice.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Detail {
    /// The text.
    pub text: String,
    /// What is nested below it.
    pub details: Vec<Detail>,
}
