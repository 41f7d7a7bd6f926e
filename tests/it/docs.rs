//! The documents name all that the output may hold.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use briefex::diagnostic::Code;
use briefex::record::{RecordType, json_schema};
use briefex::sink::rows;
use serde_json::Value;

use crate::fixtures;

/// The keys of objects, by the key that holds them: `items[]`, `quantity`.
pub type Keys = BTreeMap<String, BTreeSet<String>>;

fn document(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    std::fs::read_to_string(path).expect("the document is there")
}

#[test]
fn every_diagnostic_is_documented() {
    let text = document("diagnostics.md");
    for code in Code::ALL {
        let heading = format!("\n## {}\n", code.name());
        assert!(text.contains(&heading), "{}", code.name());
        assert_eq!(serde_json::to_value(code).expect("serializes"), code.name());
    }
}

/// Each column stands in the table of columns of its own record type, not merely somewhere.
#[test]
fn every_column_is_documented() {
    let text = document("records.md");
    let key_columns = section(&text, "Key columns of CSV");
    for &record in RecordType::ALL {
        let columns = section(&text, &title(record)).split_once("\n| Column |").expect("a table of columns").1;
        for column in rows::columns(record) {
            let row = format!("\n| `{}` |", column.name);
            assert!(columns.contains(&row) || key_columns.contains(&row), "{record:?}: {}", column.name);
        }
    }
}

/// Each key of a record stands in the table of fields of its own type.
#[test]
fn every_field_is_documented() {
    let text = document("records.md");
    let mut written = keys_of_fixtures();
    let has_list =
        |record: &&RecordType| !matches!(record, RecordType::Files | RecordType::Briefings) && record.parents().is_empty();
    for record in RecordType::ALL.iter().filter(has_list) {
        let fields = section(&text, &title(*record)).split_once("\n| Column |").expect("a table of columns").0;
        let keys = written.remove(&format!("{}[]", record.name()));
        for key in keys.expect("the fixtures have such a record") {
            assert!(fields.contains(&format!("\n| `{key}` |")), "{record:?}: {key}");
        }
    }
}

/// The schema holds the keys that are written, and no others.
#[test]
fn the_schema_is_that_of_the_output() {
    let text = document("records.md");
    let documented = schema(section(&text, "Schema version"));
    for (name, keys) in keys_of_fixtures() {
        let expected = documented.get(&name).unwrap_or_else(|| panic!("{name} is not in the schema"));
        assert_eq!(&keys, expected, "keys of {name}");
    }
}

#[test]
fn the_json_schema_is_that_of_the_code() {
    let schema = serde_json::to_string_pretty(&json_schema()).expect("serializes") + "\n";
    let hint = "docs/briefing.schema.json is out of date: cargo run -- schema > docs/briefing.schema.json";
    assert!(document("briefing.schema.json") == schema, "{hint}");
}

#[test]
fn every_list_of_words_is_documented() {
    let text = document("lexicon.md");
    let table = section(&text, "The lists").split_once("\n| lists |").expect("a table of lists").1;
    let mut lists: Vec<String> = Vec::new();
    for row in table.lines().filter(|line| line.starts_with("| `")) {
        let cell = row.trim_matches('|').split('|').next().expect("a cell");
        for name in cell.split('`').skip(1).step_by(2) {
            // `scenario.bull`, `.base`: the second name leaves out what it has in common with the first.
            let group = lists.last().and_then(|list| list.rsplit_once('.')).map_or("", |(group, _)| group);
            lists.push(if name.starts_with('.') { format!("{group}{name}") } else { name.to_owned() });
        }
    }
    for line in briefex::lexicon::built_in().lines().filter(|line| !line.starts_with('#')) {
        let Some((key, _)) = line.split_once(" = ") else { continue };
        let is_named = |list: &String| {
            let whole = list.strip_suffix(".*").map(|group| format!("{group}."));
            list == key || whole.is_some_and(|group| key.starts_with(&group))
        };
        assert!(lists.iter().any(is_named), "{key} is in no row of the table");
    }
}

/// What stands below a heading, up to the next of its level.
fn section<'t>(text: &'t str, title: &str) -> &'t str {
    let heading = format!("\n## {title}\n");
    let (_, behind) = text.split_once(&heading).unwrap_or_else(|| panic!("no section {title}"));
    behind.split_once("\n## ").map_or(behind, |(section, _)| section)
}

/// The heading of a record type: `Text tables`.
fn title(record: RecordType) -> String {
    let name = record.name().replace('_', " ");
    name[..1].to_uppercase() + &name[1..]
}

/// The keys of the objects in the records of all fixtures.
pub fn keys_of_fixtures() -> Keys {
    let mut keys = Keys::new();
    for fixture in fixtures::all() {
        for briefing in &fixture.document.briefings {
            let view = briefing.view(RecordType::ALL);
            collect(&serde_json::to_value(view).expect("serializes"), "briefing", &mut keys);
        }
    }
    keys
}

fn collect(value: &Value, name: &str, keys: &mut Keys) {
    match value {
        Value::Object(object) => {
            keys.entry(name.to_owned()).or_default().extend(object.keys().cloned());
            object.iter().for_each(|(key, value)| collect(value, key, keys));
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, &format!("{name}[]"), keys)),
        _ => {}
    }
}

/// The schema as the document writes it: a name and its keys, and in brackets which others have the same (`… likewise`).
fn schema(text: &str) -> Keys {
    let block = text.split("```").nth(1).and_then(|block| block.split_once('\n')).expect("a block").1;
    let mut entries: Vec<String> = Vec::new();
    for line in block.lines() {
        match entries.last_mut() {
            Some(entry) if line.starts_with(' ') => entry.push_str(line),
            _ => entries.push(line.to_owned()),
        }
    }
    let mut schema = Keys::new();
    for entry in entries {
        let (keys, remark) = entry.split_once('(').unwrap_or((&entry, ""));
        let mut words = keys.split_whitespace();
        let name = words.next().expect("a name");
        let keys: BTreeSet<String> = words.map(str::to_owned).collect();
        let others = remark.strip_suffix(" likewise)").unwrap_or_default();
        let others = others.split([',', ' ']).filter(|word| !matches!(*word, "" | "and" | "of" | "risks"));
        for name in others.chain([name]) {
            schema.entry(name.to_owned()).or_default().extend(keys.iter().cloned());
        }
    }
    schema
}
