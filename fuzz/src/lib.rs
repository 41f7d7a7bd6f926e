//! What must hold of any input whatever, for the targets that share it.
//!
//! The tests hold more against their fixtures and generated texts (tests/it/invariants.rs): there the Markdown is known, and a text can be
//! looked up in the source once both are rid of markup. Of arbitrary bytes the parser of Markdown may make anything (entities, escapes,
//! reference links), so that here only the characters of a text must stand in the source, in that order.

use std::path::PathBuf;

use briefex::record::RecordType;
use briefex::{Document, Source, extract_records};
use serde_json::Value;
use tempfile::TempDir;

/// All records of a text, having checked them.
pub fn checked(text: &[u8]) -> Option<Document> {
    let source = Source::decode("fuzz.md", text).ok()?;
    let document = extract_records(&source, RecordType::ALL);
    check(&source, &document);
    Some(document)
}

/// Stops where a record points outside of the source, or says what does not stand there.
fn check(source: &Source, document: &Document) {
    for briefing in &document.briefings {
        let value = serde_json::to_value(briefing).expect("a briefing is JSON");
        check_places(source, &value);
        for value in &briefing.records.values {
            let [start, end] = value.place.span;
            let spanned = source.text.get(start..end).expect("the span of a value");
            assert!(is_said(&value.text, spanned), "{:?} does not stand in {spanned:?}", value.text);
        }
        for (_, place) in briefing.records.places() {
            assert!(place.span[1] <= source.text.len());
        }
        check_texts(source, &value);
    }
}

/// Every span lies on the boundaries of characters and begins on its line.
fn check_places(source: &Source, value: &Value) {
    match value {
        Value::Object(object) => {
            if let (Some(line), Some(span)) = (object.get("line").and_then(Value::as_u64), object.get("span")) {
                let [start, end] = [0, 1].map(|at| span[at].as_u64().expect("an offset") as usize);
                assert!(source.text.get(start..end).is_some(), "{start}..{end} is no part of the text");
                assert_eq!(source.line_at(start) as u64, line, "{start}..{end} begins on another line");
            }
            object.values().for_each(|value| check_places(source, value));
        }
        Value::Array(values) => values.iter().for_each(|value| check_places(source, value)),
        _ => {}
    }
}

/// The texts of records are the words of the source.
fn check_texts(source: &Source, value: &Value) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(text) if matches!(&**key, "text" | "name" | "label") => {
                        assert!(is_said(text, &source.text), "{key} is not in the source: {text:?}");
                    }
                    _ => check_texts(source, value),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| check_texts(source, value)),
        _ => {}
    }
}

/// Whether the letters and digits of a text stand in a source, in that order; any, where that has entities, which stand for others.
fn is_said(text: &str, source: &str) -> bool {
    if source.contains('&') || source.contains('\0') {
        return true;
    }
    let mut source = source.chars();
    text.chars().filter(|c| c.is_alphanumeric()).all(|c| source.any(|other| other == c))
}

/// An empty folder to write to, in memory where the machine has such a place.
pub fn folder() -> TempDir {
    let memory = PathBuf::from("/dev/shm");
    let made = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    made.expect("a folder for temporary files")
}
