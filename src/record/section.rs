//! A section: a heading and what stands under it.

use schemars::JsonSchema;
use serde::Serialize;

use super::Place;

/// A heading below the briefing's title.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Section {
    /// Where it stands; the span goes to the next heading of its level.
    #[serde(flatten)]
    pub place: Place,
    /// The heading level, 1 to 6.
    #[schemars(range(min = 1, max = 6))]
    pub level: u8,
    /// The heading without its emoji.
    pub title: String,
    /// The emoji in front of it.
    pub emoji: Option<String>,
    /// What the section is for, where its title says so.
    pub role: Option<SectionRole>,
}

/// What a section is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names are the roles of the contract")]
pub enum SectionRole {
    Background,
    Summary,
    Technology,
    Industry,
    Cases,
    Market,
    Investment,
    Strategy,
    Outlook,
    Scenarios,
    Risks,
    Insights,
    Advice,
    Watchlist,
    Conclusion,
    References,
}

impl SectionRole {
    /// The name used in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Background => "background",
            Self::Summary => "summary",
            Self::Technology => "technology",
            Self::Industry => "industry",
            Self::Cases => "cases",
            Self::Market => "market",
            Self::Investment => "investment",
            Self::Strategy => "strategy",
            Self::Outlook => "outlook",
            Self::Scenarios => "scenarios",
            Self::Risks => "risks",
            Self::Insights => "insights",
            Self::Advice => "advice",
            Self::Watchlist => "watchlist",
            Self::Conclusion => "conclusion",
            Self::References => "references",
        }
    }
}
