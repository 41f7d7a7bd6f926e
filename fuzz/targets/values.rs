//! A line of text to its quantities, which lie in it one after the other, each with its very words.
#![no_main]

use briefex::LineValues;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|line: &str| {
    let mut out = Vec::new();
    LineValues::default().write(1, line, &mut out).expect("memory takes it");
    let found: Value = serde_json::from_slice(&out).expect("JSON");
    let mut floor = 0;
    for value in found["values"].as_array().expect("a list") {
        let [start, end] = ["start", "end"].map(|key| value[key].as_u64().expect("an offset") as usize);
        assert!(floor <= start, "values overlap");
        assert_eq!(line.get(start..end), value["text"].as_str());
        assert!(["value", "low", "high"].iter().any(|key| !value[key].is_null()), "a value without one: {value}");
        floor = end;
    }
});
