//! A case: somebody who has used the thing, and what came of it.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Field, Place, Quantity};

/// One case.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Case {
    /// Where it is named.
    #[serde(flatten)]
    pub place: Place,
    /// Its number, where it has one.
    pub rank: Option<u32>,
    /// Its name as written, without 案例 1： and without a bracket that says how it went.
    pub name: String,
    /// How it went, as its name or the heading above it says.
    pub outcome: CaseOutcome,
    /// What is said of it, in order.
    pub fields: Vec<CaseField>,
}

/// How a case went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CaseOutcome {
    /// 成功案例.
    Success,
    /// 受阻案例, 遇阻, a failure.
    Setback,
    /// Nobody says.
    Other,
}

impl CaseOutcome {
    /// The name used in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Setback => "setback",
            Self::Other => "other",
        }
    }
}

/// A labelled part of a case, with its figures.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct CaseField {
    /// Its label, role and items.
    #[serde(flatten)]
    pub field: Field,
    /// The quantities in its items, in order.
    pub quantities: Vec<Quantity>,
}
