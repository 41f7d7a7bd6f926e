//! One row a briefing, with its metadata.

use super::{Row, keys, nested, number, text};
use crate::record::{Briefing, Rating};

pub(super) const COLUMNS: &[&str] = &[
    "start", "end", "emoji", "collection", "sources", "source_urls", "category", "stars", "max_stars", "score", "tags",
    "assessment", "related", "impact_stars", "impact_max_stars", "impact_score", "notes", "other", "sha256", "encoding", "index",
];

pub(super) fn row(briefing: &Briefing) -> Row {
    let metadata = &briefing.metadata;
    let names: Vec<String> = metadata.sources.iter().map(|source| source.name.clone()).collect();
    let urls: Vec<String> = metadata.sources.iter().map(|source| text(&source.url)).collect();
    let has_urls = metadata.sources.iter().any(|source| source.url.is_some());
    let mut row = keys(briefing, &briefing.id, briefing.line);
    row.extend([
        briefing.span[0].to_string(),
        briefing.span[1].to_string(),
        text(&briefing.emoji),
        text(&briefing.collection),
        nested::list(&names),
        if has_urls { nested::list(&urls) } else { String::new() },
        text(&metadata.category),
    ]);
    row.extend(rating(metadata.credibility.as_ref()));
    row.extend([nested::list(&metadata.tags), nested::labelled(&metadata.assessment), nested::list(&metadata.related)]);
    row.extend(rating(metadata.impact.as_ref()));
    row.extend([
        nested::list(&metadata.notes),
        nested::labelled(&metadata.other),
        briefing.source.sha256.clone(),
        briefing.source.encoding.to_owned(),
        briefing.source.index.to_string(),
    ]);
    row
}

fn rating(rating: Option<&Rating>) -> [String; 3] {
    [number(rating.and_then(|r| r.stars)), number(rating.and_then(|r| r.max_stars)), number(rating.and_then(|r| r.score))]
}
