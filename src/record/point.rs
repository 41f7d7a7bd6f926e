//! A point: an item of a list that is no other record.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Place, Quantity, SectionRole};

/// One item of a list, or one labelled line, that no other record type reads.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Point {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// What the section around it is for, as in `sections`.
    pub role: Option<SectionRole>,
    /// The label or heading that introduces its list.
    pub topic: Option<String>,
    /// Its number in a numbered list.
    pub rank: Option<u32>,
    /// What it says, and what is nested below it.
    #[serde(flatten)]
    pub item: PointItem,
}

/// A line of a list with what is nested below it.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct PointItem {
    /// The label it opens with.
    pub label: Option<String>,
    /// The words behind the label, or all of them; null for a label alone.
    pub text: Option<String>,
    /// The words read as one quantity.
    pub quantity: Option<Quantity>,
    /// What is nested below it, in order.
    pub items: Vec<PointItem>,
}
