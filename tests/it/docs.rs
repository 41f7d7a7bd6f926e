//! The documents name all that the output may hold.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use briefex::diagnostic::Code;
use briefex::record::{RecordType, json_schema};
use briefex::sink::rows::{self, Column};
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

/// Each table of columns is that of the code: the names in order, their types and meanings.
#[test]
fn every_column_is_documented() {
    let text = document("records.md");
    for &table in RecordType::ALL {
        let keys = if table == RecordType::Files { 0 } else { rows::KEYS.len() };
        let expected: Vec<Vec<String>> = rows::columns(table)[keys..].iter().map(|column| described(column)).collect();
        let written: Vec<Vec<String>> = columns_of(&text, &title(table)).into_iter().map(|row| row[..3].to_vec()).collect();
        assert_eq!(written, expected, "{table:?}");
    }
    let keys: Vec<Vec<String>> = columns_of(&text, "Key columns").into_iter().map(|row| row[..3].to_vec()).collect();
    assert_eq!(keys, rows::KEYS.iter().map(described).collect::<Vec<_>>());
}

/// What a table of columns gives as an example is a value that the column has somewhere in the fixtures.
#[test]
fn examples_of_columns_are_real() {
    let text = document("records.md");
    let fixtures = fixtures::all();
    for &table in RecordType::ALL {
        let names: Vec<&str> = rows::columns(table).iter().map(|column| column.name).collect();
        let cells: Vec<_> = fixtures.iter().flat_map(|fixture| rows::rows(&fixture.document, table)).collect();
        for row in columns_of(&text, &title(table)) {
            let Some(example) = row[3].strip_suffix('`').and_then(|example| example.rsplit_once('`')).map(|(_, text)| text)
            else {
                continue;
            };
            let at = names.iter().position(|name| row[0] == format!("`{name}`")).expect("a column");
            let begins = example.strip_suffix('…');
            let is_real = cells.iter().map(|cells| cells[at].text()).any(|text| match begins {
                Some(begins) => text.starts_with(begins),
                None => text == example,
            });
            assert!(is_real, "{table:?}, {}: no fixture has {example}", row[0]);
        }
    }
}

#[test]
fn the_tables_are_those_of_the_code() {
    let package = serde_json::to_string_pretty(&rows::data_package()).expect("serializes") + "\n";
    let hint = "docs/tables.datapackage.json is out of date: cargo run -- schema --tables > docs/tables.datapackage.json";
    assert!(document("tables.datapackage.json") == package, "{hint}");
}

/// The first cells of a column in the documentation: its name, its type and unit, its meaning.
fn described(column: &Column) -> Vec<String> {
    let unit = column.unit.map(|unit| format!(", {unit}")).unwrap_or_default();
    vec![format!("`{}`", column.name), format!("{}{unit}", column.kind.name()), column.about.to_owned()]
}

/// The rows of the table of columns below a heading, cell by cell; the row that stands for the key columns left out.
fn columns_of(text: &str, title: &str) -> Vec<Vec<String>> {
    let parts = section(text, "Parts of records");
    let text = if parts.contains(&format!("\n### {title}\n")) { parts } else { text };
    let table = section(text, title).split_once("\n| Column |").expect("a table of columns").1;
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let cells = |line: &str| -> Vec<String> {
        let line = line.replace("\\|", "\u{0}");
        line.trim_matches('|').split('|').map(|cell| cell.trim().replace('\u{0}', "|")).collect()
    };
    rows.map(cells).filter(|cells| !cells[0].contains(", ")).collect()
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

/// What stands below a heading of level 2 or 3, up to the next of its level.
fn section<'t>(text: &'t str, title: &str) -> &'t str {
    let below = |level: &str| {
        let (_, behind) = text.split_once(&format!("\n{level} {title}\n"))?;
        let mut ends = ["\n## ", &format!("\n{level} ")].into_iter().filter_map(|end| behind.find(end)).collect::<Vec<_>>();
        ends.sort_unstable();
        Some(ends.first().map_or(behind, |&end| &behind[..end]))
    };
    below("##").or_else(|| below("###")).unwrap_or_else(|| panic!("no section {title}"))
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
