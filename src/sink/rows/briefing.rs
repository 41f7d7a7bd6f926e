//! One row a briefing, with its metadata.

use super::cell::{Cell, Row};
use super::column::{Columns, code, fraction, integer, list, nested as tree, text};
use super::{keys, nested};
use crate::record::{Briefing, Rating};

pub(super) const COLUMNS: Columns = &[&[
    integer("start", "start of the span").within("bytes"),
    integer("end", "end of the span").within("bytes"),
    code("published_text", "the date as exact as the text gives it").within("ISO 8601"),
    code("emoji", "emoji of the title"),
    text("collection", "heading of the collection"),
    list("sources", "names of the sources"),
    list("source_urls", "their addresses in the same order, empty for a source without one; empty as a whole where none has one"),
    text("category", "its category"),
    integer("stars", "full stars of the credibility"),
    integer("max_stars", "how many there could be"),
    fraction("score", "score of the credibility"),
    list("tags", "its tags, without `#`").words(),
    tree("assessment", "how the rating was arrived at, as labelled values"),
    list("related", "related technologies that it names").words(),
    integer("impact_stars", "full stars of the influence"),
    integer("impact_max_stars", "how many there could be"),
    fraction("impact_score", "score of the influence"),
    list("notes", "remarks and disclaimers").words(),
    tree("other", "other metadata, as labelled values"),
    code("sha256", "SHA-256 of the file").repeated(),
    code("encoding", "encoding of the file").repeated(),
    integer("index", "position in the file, counted from 0"),
]];

pub(super) fn row(briefing: &Briefing) -> Row<'_> {
    let metadata = &briefing.metadata;
    let urls = metadata.sources.iter().map(|source| source.url.as_deref().unwrap_or_default().into());
    let has_urls = metadata.sources.iter().any(|source| source.url.is_some());
    let mut row = keys(briefing, &briefing.id, briefing.line);
    row.extend([
        briefing.span[0].into(),
        briefing.span[1].into(),
        (&metadata.published).into(),
        (&briefing.emoji).into(),
        (&briefing.collection).into(),
        Cell::list(metadata.sources.iter().map(|source| &source.name)),
        if has_urls { Cell::List(urls.collect()) } else { Cell::Empty },
        (&metadata.category).into(),
    ]);
    row.extend(rating(metadata.credibility.as_ref()));
    row.extend([Cell::list(&metadata.tags), nested::labelled(&metadata.assessment).into(), Cell::list(&metadata.related)]);
    row.extend(rating(metadata.impact.as_ref()));
    row.extend([
        Cell::list(&metadata.notes),
        nested::labelled(&metadata.other).into(),
        (&briefing.source.sha256).into(),
        briefing.source.encoding.into(),
        briefing.source.index.into(),
    ]);
    row
}

fn rating(rating: Option<&Rating>) -> [Cell<'static>; 3] {
    let of = |part: fn(&Rating) -> Option<u32>| rating.and_then(part).into();
    [of(|rating| rating.stars), of(|rating| rating.max_stars), rating.and_then(|rating| rating.score).into()]
}
