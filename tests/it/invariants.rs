//! What must hold of every briefing whatever it says: spans point at their lines, and nothing is invented.

use std::collections::{HashMap, HashSet};

use briefex::record::{Briefing, Place, RecordType};
use briefex::sink::rows::{self, Cell, ColumnType};
use briefex::{Document, Source};
use serde_json::Value;

use crate::fixtures::{self, Fixture};

#[test]
fn of_all_fixtures() {
    for fixture in fixtures::all() {
        check(&fixture);
        check_markup(&fixture);
        check_owners(&fixture);
    }
}

/// No text holds marks of emphasis. (Generated texts may: a code span keeps what looks like them.)
pub fn check_markup(fixture: &Fixture) {
    for briefing in &fixture.document.briefings {
        each_text(&serde_json::to_value(briefing).expect("serializes"), "", &mut |key, text| {
            assert!(!text.contains("**"), "{}: markup in {key}: {text}", fixture.name);
        });
    }
}

/// A line is in one record, but for milestones and forecasts, several of which may be named on a line, and points, which hold
/// an item whole of which forecasts are a part. A record may stand around one that was read before it (the advice below a
/// conclusion), whose words it leaves out. Tables, links, values and changes own none. (In generated texts the span of a record
/// may still reach over a line that another has taken.)
pub fn check_owners(fixture: &Fixture) {
    use RecordType::{Changes, Links, Sections, Tables, Values};
    let (name, source) = (&fixture.name, &fixture.source);
    for briefing in &fixture.document.briefings {
        let mut owners: HashMap<usize, (RecordType, &Place)> = HashMap::new();
        for (kind, place) in briefing.records.places() {
            if matches!(kind, Sections | Tables | Links | Values | Changes) {
                continue;
            }
            for line in place.line..=source.line_at(place.span[1].saturating_sub(1)) {
                let Some((other, owner)) = owners.insert(line, (kind, place)) else { continue };
                let may_share = matches!(kind, RecordType::Milestones | RecordType::Forecasts) && other == kind;
                let is_part = matches!((other, kind), (RecordType::Forecasts, RecordType::Points));
                let is_around = place.line < owner.line && !said_by(briefing, &place.id).contains(&first_words(source, owner));
                assert!(
                    is_part || is_around || (may_share && owner.line == place.line),
                    "{name}:{line}: {} and {} share a line",
                    owner.id,
                    place.id
                );
            }
        }
    }
}

/// All that a record says, as JSON without marks and blanks.
fn said_by(briefing: &Briefing, id: &str) -> String {
    let records = serde_json::to_value(briefing).expect("serializes");
    let lists = records.as_object().into_iter().flat_map(|object| object.values()).filter_map(Value::as_array).flatten();
    lists.filter(|record| record["id"] == id).map(|record| words(&plain(&record.to_string()))).collect()
}

/// The words of the line that a record begins on.
fn first_words(source: &Source, place: &Place) -> String {
    words(&plain(&source.text[source.line_range(place.line)]))
}

/// Checks one file; panics with what does not hold.
pub fn check(fixture: &Fixture) {
    let (name, source) = (&fixture.name, &fixture.source);
    assert_eq!(
        briefex::extract_records(source, RecordType::ALL),
        fixture.document,
        "{name}: the same input gives the same records"
    );
    check_texts(fixture);
    for briefing in &fixture.document.briefings {
        check_ids(name, briefing);
        check_values(name, source, briefing);
    }
    check_rows(name, &fixture.document);
}

/// Every record points into the source, and every text of it is found there.
pub fn check_texts(fixture: &Fixture) {
    let (name, source) = (&fixture.name, &fixture.source);
    let plain_source = plain(&source.text);
    let words_of_source = words(&plain_source);
    for briefing in &fixture.document.briefings {
        let value = serde_json::to_value(briefing).expect("serializes");
        check_places(name, source, &value);
        each_text(&value, "", &mut |key, text| {
            // In a fence, what looks like a link is text, address and all.
            let is_verbatim = source.text.contains(text);
            // A title may begin in a label and go on behind it; the punctuation between them is no part of it.
            let is_title = || key == "title" && words_of_source.contains(&words(&plain(text)));
            let is_said = is_verbatim || plain_source.contains(&plain(text)) || is_title();
            assert!(is_said, "{name}: {key} is not in the source: {text}");
        });
    }
}

/// What must hold even of a text whose words the parser changes (entities, escapes, references): places, ids and rows.
pub fn check_spans(fixture: &Fixture) {
    let (name, source) = (&fixture.name, &fixture.source);
    for briefing in &fixture.document.briefings {
        check_places(name, source, &serde_json::to_value(briefing).expect("serializes"));
        check_ids(name, briefing);
    }
    check_rows(name, &fixture.document);
}

/// The span of a value covers its words and no others, and values do not overlap.
fn check_values(name: &str, source: &Source, briefing: &Briefing) {
    let mut floor = 0;
    for value in &briefing.records.values {
        let [start, end] = value.place.span;
        // A value may go over a soft line break, in a quote with the mark of the next line.
        assert_eq!(plain(&source.text[start..end]), plain(&value.text), "{name}:{}: the span of a value", value.place.line);
        assert!(start >= floor, "{name}:{}: values overlap", value.place.line);
        floor = end;
        let parts = &value.value;
        assert!(parts.value.is_some() || parts.low.is_some() || parts.high.is_some(), "{name}:{}: {value:?}", value.place.line);
    }
}

/// Every span lies on character boundaries, and begins on the line that the record names.
fn check_places(name: &str, source: &Source, value: &Value) {
    match value {
        Value::Object(object) => {
            if let (Some(line), Some(span)) = (object.get("line").and_then(Value::as_u64), object.get("span")) {
                let (start, end) = (span[0].as_u64().expect("a number") as usize, span[1].as_u64().expect("a number") as usize);
                let slice = source.text.get(start..end);
                assert!(slice.is_some(), "{name}:{line}: {start}..{end} is no span of the text");
                assert_eq!(source.line_at(start), line as usize, "{name}: span {start}..{end} begins on the line");
            }
            object.values().for_each(|value| check_places(name, source, value));
        }
        Value::Array(values) => values.iter().for_each(|value| check_places(name, source, value)),
        _ => {}
    }
}

/// Visits the texts that are the source's words, with their keys.
fn each_text(value: &Value, key: &str, visit: &mut impl FnMut(&str, &str)) {
    const NORMALISED: &[&str] = &[
        "schema", "path", "outcome", "sha256", "encoding", "id", "published", "url", "stance", "role", "audience_role",
        "severity", "code", "message", "kind", "low", "high", "unit", "currency", "bound", "per", "direction", "context",
    ];
    match value {
        Value::String(text) if !NORMALISED.contains(&key) => visit(key, text),
        Value::Array(values) => values.iter().for_each(|value| each_text(value, key, visit)),
        Value::Object(object) => {
            // The value of a quantity is a number or a date of ours; that of a fact or an entry is the source's words.
            let is_quantity = object.contains_key("bound");
            let texts = object.iter().filter(|(key, _)| !(is_quantity && *key == "value"));
            texts.for_each(|(key, value)| each_text(value, key, visit));
        }
        _ => {}
    }
}

/// A text without markup, spacing, and the marks and pictographs that lines open with.
fn plain(text: &str) -> String {
    let markup = |c: char| matches!(c, '*' | '_' | '`' | '\\' | '|' | '#' | '>' | '~' | '[' | ']' | '-' | '\'' | '"');
    let sign = |c: char| matches!(c, '•' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{FE0F}' | '\u{2500}'..='\u{27BF}' | '\u{1F000}'..='\u{1FAFF}');
    let mut text = text.to_owned();
    // Where links lead: `[Reuters][1]`, `[Reuters](../a.md)`.
    // Marks of footnotes (`[^1]`), comments and tags go as a whole, too.
    let comments = [("<!", '>'), ("</", '>'), ("<b", '>'), ("<u", '>')];
    for (open, close) in [("[^", ']'), ("][", ']'), ("](", ')')].into_iter().chain(comments) {
        while let Some(at) = text.find(open) {
            let end = text[at + 2..].find(close).map_or(text.len(), |end| at + 3 + end);
            text.replace_range(at..end, "");
        }
    }
    let mut plain: String = text.chars().filter(|&c| !(c.is_whitespace() || markup(c) || sign(c))).collect();
    while let Some(at) = plain.find("(http") {
        let end = plain[at..].find(')').map_or(plain.len(), |close| at + close + 1);
        plain.replace_range(at..end, "");
    }
    plain
}

/// The letters and digits of a text.
fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn check_ids(name: &str, briefing: &Briefing) {
    let places: Vec<_> = briefing.records.places().collect();
    let ids: HashSet<_> = places.iter().map(|(_, place)| &place.id).collect();
    assert_eq!(ids.len(), places.len(), "{name}: ids are unique");
    for pair in places.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        assert!(pair[0].1.line <= pair[1].1.line, "{name}: records stand in file order: {pair:?}");
    }
}

/// Every table has a row a record or a part of one, each cell of its column's type.
fn check_rows(name: &str, document: &Document) {
    for &table in RecordType::ALL {
        let rows: Vec<_> = rows::rows(document, table).collect();
        let count = |of: fn(&Briefing) -> usize| document.briefings.iter().map(of).sum();
        let expected = match table {
            RecordType::Files => 1,
            RecordType::Briefings => document.briefings.len(),
            RecordType::Sources => count(|briefing| briefing.metadata.sources.len()),
            RecordType::Metadata => count(|briefing| briefing.metadata.assessment.len() + briefing.metadata.other.len()),
            RecordType::Cells => count(|briefing| {
                let grids = briefing.records.tables.iter().map(|table| &table.grid);
                let grids = grids.chain(briefing.records.text_tables.iter().map(|table| &table.grid));
                grids.flat_map(|grid| &grid.rows).map(Vec::len).sum()
            }),
            RecordType::LedgerEntries => {
                count(|briefing| briefing.records.ledgers.iter().map(|ledger| ledger.entries.len()).sum())
            }
            RecordType::RecommendationAttributes => {
                count(|briefing| briefing.records.recommendations.iter().map(|advice| advice.attributes.len()).sum())
            }
            RecordType::Diagnostics => document.diagnostics.len() + count(|briefing| briefing.diagnostics.len()),
            part if !part.parents().is_empty() => texts_below(document, part),
            record => {
                let places = document.briefings.iter().flat_map(|briefing| briefing.records.places());
                places.filter(|(kind, _)| *kind == record).count()
            }
        };
        assert_eq!(rows.len(), expected, "{name}: rows of {table:?}");
        let columns = rows::columns(table);
        for row in &rows {
            assert_eq!(row.len(), columns.len(), "{name}: width of {table:?}");
            for (cell, column) in row.iter().zip(&columns) {
                assert!(fits(cell, column.kind), "{name}: {table:?}, {}: {cell:?}", column.name);
            }
        }
    }
}

/// The texts in the items of all records of the type that has a part: a row of the part each.
fn texts_below(document: &Document, part: RecordType) -> usize {
    fn items(value: &serde_json::Value) -> usize {
        let below = ["items", "details"].iter().filter_map(|key| value[key].as_array());
        below.flatten().map(|item| 1 + items(item)).sum()
    }
    let parent = part.parents()[0];
    let records = document.briefings.iter().flat_map(|briefing| {
        let view = serde_json::to_value(briefing.view(&[parent])).expect("serializes");
        view[parent.name()].as_array().expect("a list").clone()
    });
    records
        .map(|record| match record["fields"].as_array() {
            // A field without items has a row of its own.
            Some(fields) => fields.iter().map(|field| items(field).max(1)).sum(),
            None => {
                items(&record) + record["mitigation"].as_array().into_iter().flatten().map(|item| 1 + items(item)).sum::<usize>()
            }
        })
        .sum()
}

fn fits(cell: &Cell<'_>, kind: ColumnType) -> bool {
    match cell {
        Cell::Empty => true,
        Cell::Text(text) => !text.is_empty() && matches!(kind, ColumnType::Text | ColumnType::Nested | ColumnType::Address),
        Cell::Integer(_) => kind == ColumnType::Integer,
        Cell::Number(number) => kind == ColumnType::Number || (kind == ColumnType::Fraction && (0.0..=1.0).contains(number)),
        Cell::Boolean(_) => kind == ColumnType::Boolean,
        Cell::Day(_) => kind == ColumnType::Date,
        Cell::List(items) => !items.is_empty() && kind == ColumnType::List,
    }
}
