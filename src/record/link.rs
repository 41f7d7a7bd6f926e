//! A link in a briefing.

use schemars::JsonSchema;
use serde::Serialize;

use super::Place;

/// An address that the briefing gives, with the words that it hangs on.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Link {
    /// Where its words stand.
    #[serde(flatten)]
    pub place: Place,
    /// Its words; the address where it stands bare.
    pub text: String,
    /// The address as written.
    pub url: String,
    /// Whether the briefing's metadata name it as a source.
    pub is_source: bool,
}
