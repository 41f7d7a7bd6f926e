//! Text that nobody vetted: one thing again and again, and nesting without end. Every reader ends, nothing panics, no stack
//! overflows, and what is found stands in the file. That time is linear is shown by `cargo bench --bench linear`.

#[path = "../../benches/linear/kinds.rs"]
mod kinds;

use std::time::Instant;

use briefex::outline::Outline;
use briefex::record::RecordType;
use briefex::{LineValues, Source, coverage, extract_records};
use kinds::Kind;
use serde_json::Value;

/// Bytes of each kind, so few that all of them take seconds without optimisation.
const SHORT: usize = 1 << 10;
/// Bytes of those that nest.
const DEEP: usize = 128 << 10;
/// Seconds that no text of these sizes takes on the slowest machine, unless time grows with more than its length.
const PATIENCE: u64 = 60;

/// Reads a text in every way that the program has.
fn read(kind: &Kind, size: usize) {
    let begun = Instant::now();
    let name = &kind.name;
    let source = Source::decode("t.md", kind.text(size).as_bytes()).expect("kinds are UTF-8");
    for line in &Outline::of(&source).lines {
        assert!(source.text.get(line.span.clone()).is_some(), "{name}: {:?}", line.span);
    }
    let mut out = Vec::new();
    for (at, line) in source.text.lines().enumerate() {
        LineValues::default().write(at + 1, line, &mut out).expect("memory can be written");
    }
    let share = coverage(&source).share();
    assert!((0.0..=1.0).contains(&share), "{name}: {share}");
    let document = extract_records(&source, RecordType::ALL);
    check_places(name, &source, &serde_json::to_value(&document.briefings).expect("records are JSON"));
    assert!(begun.elapsed().as_secs() < PATIENCE, "{name} took {:?}", begun.elapsed());
}

/// Every span lies in the text, on character boundaries, and begins on the line that the record names.
fn check_places(name: &str, source: &Source, value: &Value) {
    match value {
        Value::Object(object) => {
            if let (Some(line), Some(span)) = (object.get("line").and_then(Value::as_u64), object.get("span")) {
                let ends: [usize; 2] = serde_json::from_value(span.clone()).expect("a span has two ends");
                assert!(source.text.get(ends[0]..ends[1]).is_some(), "{name}:{line}: {ends:?} is no span of the text");
                assert_eq!(source.line_at(ends[0]) as u64, line, "{name}: {ends:?} begins on the line");
            }
            object.values().for_each(|value| check_places(name, source, value));
        }
        Value::Array(values) => values.iter().for_each(|value| check_places(name, source, value)),
        _ => {}
    }
}

#[test]
fn one_thing_again_and_again() {
    let kinds: Vec<Kind> = kinds::all().collect();
    // On two threads, for there are many.
    let (one, two) = kinds.split_at(kinds.len() / 2);
    std::thread::scope(|scope| {
        for half in [one, two] {
            scope.spawn(|| half.iter().for_each(|kind| read(kind, SHORT)));
        }
    });
}

#[test]
fn nesting_without_end() {
    kinds::nested().for_each(|kind| read(&kind, DEEP));
}
