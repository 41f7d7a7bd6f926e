//! The JSON Schema says what is written: its keys are those of the fixtures, and a validator that others wrote takes every
//! object and refuses broken ones.

use std::collections::BTreeSet;
use std::path::Path;

use briefex::record::{Briefing, RecordType, json_schema};
use briefex::sink::json::JsonWriter;
use serde_json::{Value, json};

use crate::docs::{self, Keys};
use crate::fixtures;
use crate::readers;

#[test]
fn the_schema_has_the_keys_that_are_written() {
    let schema = json_schema().to_value();
    let mut keys = Keys::new();
    collect(&schema, &schema, "briefing", &mut keys, &mut BTreeSet::new());
    let written = docs::keys_of_fixtures();
    assert_eq!(keys.keys().collect::<Vec<_>>(), written.keys().collect::<Vec<_>>());
    for (name, written) in &written {
        assert_eq!(&keys[name], written, "keys of {name}");
    }
}

/// No key is left out but those of a briefing that `--records` chooses.
#[test]
fn every_key_is_required_that_is_always_written() {
    let schema = json_schema().to_value();
    for (name, part) in schema["$defs"].as_object().expect("definitions") {
        if let Some(properties) = part["properties"].as_object() {
            assert_eq!(properties.keys().map(String::as_str).collect::<BTreeSet<_>>(), required(part), "{name}");
        }
    }
    let unchosen = serde_json::to_value(briefings()[0].view(&[])).expect("serializes");
    let keys = unchosen.as_object().expect("an object").keys();
    assert_eq!(keys.map(String::as_str).collect::<BTreeSet<_>>(), required(&schema));
}

#[test]
fn a_validator_takes_what_is_written() {
    if !has_validator() {
        return;
    }
    for records in [RecordType::ALL.to_vec(), RecordType::usual(), vec![RecordType::Scenarios], vec![RecordType::Cells]] {
        let written = ndjson(&records);
        for (line, verdict) in written.lines().zip(verdicts(&written)) {
            assert_eq!(verdict, "fits", "{line}");
        }
    }
}

#[test]
fn a_validator_refuses_what_is_broken() {
    if !has_validator() {
        return;
    }
    let is_whole = |object: &Value| {
        let lists = ["scenarios", "values", "changes", "diagnostics"];
        lists.iter().all(|list| object[list].get(0).is_some()) && object["scenarios"][0]["probability"].is_object()
    };
    let whole: Value = ndjson(RecordType::ALL)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .find(is_whole)
        .expect("a briefing with some of each");
    let breaks = [
        ("/line", json!(0)),
        ("/schema", json!("briefex/2")),
        ("/id", json!("briefing-0")),
        ("/span", json!([1, 2, 3])),
        ("/span/0", json!(-1)),
        ("/title", json!(["a"])),
        ("/source/sha256", json!("")),
        ("/scenarios", json!(null)),
        ("/scenarios/0/id", json!("case-1")),
        ("/scenarios/0/stance", json!("bullish")),
        ("/scenarios/0/probability/value", json!(35)),
        ("/scenarios/0/probability", json!({"value": 0.3})),
        ("/values/0/kind", json!("amount")),
        ("/values/0/value", json!("about ten")),
        ("/changes/0/computed", json!("-38%")),
        ("/diagnostics/0/code", json!("NoDate")),
    ];
    let broken = breaks.iter().map(|(pointer, value)| {
        let mut object = whole.clone();
        *object.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is there")) = value.clone();
        format!("{object}\n")
    });
    let verdicts = verdicts(&broken.collect::<String>());
    for ((pointer, _), verdict) in breaks.iter().zip(verdicts) {
        assert_ne!(verdict, "fits", "{pointer}");
    }
}

/// The keys of the objects that a part of the schema allows, by the key that holds them, as `docs::keys_of_fixtures` has them.
fn collect<'s>(schema: &'s Value, part: &'s Value, name: &str, keys: &mut Keys, seen: &mut BTreeSet<(String, &'s str)>) {
    if let Some(place) = part["$ref"].as_str()
        && seen.insert((name.to_owned(), place))
    {
        let part = schema.pointer(place.trim_start_matches('#')).unwrap_or_else(|| panic!("{place} is not defined"));
        collect(schema, part, name, keys, seen);
    }
    for choice in part["anyOf"].as_array().into_iter().flatten() {
        collect(schema, choice, name, keys, seen);
    }
    if let Some(properties) = part["properties"].as_object() {
        keys.entry(name.to_owned()).or_default().extend(properties.keys().cloned());
        properties.iter().for_each(|(key, part)| collect(schema, part, key, keys, seen));
    }
    if part["items"].is_object() {
        collect(schema, &part["items"], &format!("{name}[]"), keys, seen);
    }
}

fn required(part: &Value) -> BTreeSet<&str> {
    part["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn briefings() -> Vec<Briefing> {
    fixtures::all().into_iter().flat_map(|fixture| fixture.document.briefings).collect()
}

fn ndjson(records: &[RecordType]) -> String {
    let mut writer = JsonWriter::new(Vec::new(), false, records.to_vec());
    briefings().iter().for_each(|briefing| writer.write(briefing).expect("written"));
    String::from_utf8(writer.finish().expect("written")).expect("UTF-8")
}

fn has_validator() -> bool {
    readers::has_python("jsonschema")
}

/// What the validator says of each line.
fn verdicts(ndjson: &str) -> Vec<String> {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/briefing.schema.json");
    let folder = tempfile::tempdir().expect("a folder");
    let input = folder.path().join("briefings.ndjson");
    std::fs::write(&input, ndjson).expect("written");
    let verdicts: Vec<String> = readers::python("validate.py", &[&schema, &input]).lines().map(str::to_owned).collect();
    assert_eq!(verdicts.len(), ndjson.lines().count(), "a verdict a line");
    verdicts
}
