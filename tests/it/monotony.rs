//! Text that nobody vetted: one thing again and again, and nesting without end. Every reader ends, nothing panics, no stack
//! overflows, and what is found stands in the file. That time is linear is shown by `cargo bench --bench linear`.

#[path = "../../benches/linear/kinds.rs"]
mod kinds;

use std::time::Instant;

use briefex::outline::Outline;
use briefex::record::RecordType;
use briefex::{LineValues, Source, coverage, extract_records};
use kinds::Kind;

use crate::fixtures::Fixture;
use crate::invariants;

/// Bytes of each kind, so few that all of them take seconds without optimisation.
const SHORT: usize = 1 << 10;
/// Bytes of those kinds that grow in depth.
const DEEP: usize = 128 << 10;
/// No text of these sizes takes longer, or time grows with more than its length. Hundreds of times what is needed.
const PATIENCE: u64 = 60;

/// Reads a text in every way that the program has.
fn read(kind: &Kind, size: usize) -> Fixture {
    let begun = Instant::now();
    let source = Source::decode("t.md", kind.text(size).as_bytes()).expect("kinds are UTF-8");
    for line in &Outline::of(&source).lines {
        assert!(source.text.get(line.span.clone()).is_some(), "{}: {:?}", kind.name, line.span);
    }
    let mut out = Vec::new();
    for (at, line) in source.text.lines().enumerate() {
        LineValues::default().write(at + 1, line, &mut out).expect("memory can be written");
    }
    let share = coverage(&source).share();
    assert!((0.0..=1.0).contains(&share), "{}: {share}", kind.name);
    let document = extract_records(&source, RecordType::ALL);
    serde_json::to_writer(std::io::sink(), &document.briefings).expect("records are JSON");
    assert!(begun.elapsed().as_secs() < PATIENCE, "{} took {:?}", kind.name, begun.elapsed());
    Fixture { name: kind.name.clone(), source, document }
}

#[test]
fn one_thing_again_and_again() {
    let kinds: Vec<Kind> = kinds::all().collect();
    // Two threads, so that all kinds take half the time.
    let (one, two) = kinds.split_at(kinds.len() / 2);
    std::thread::scope(|scope| {
        for half in [one, two] {
            scope.spawn(|| half.iter().for_each(|kind| invariants::check(&read(kind, SHORT))));
        }
    });
}

#[test]
fn nesting_without_end() {
    for kind in kinds::grown() {
        read(&kind, DEEP);
    }
}
