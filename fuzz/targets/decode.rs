//! Bytes to text, in whatever encoding, and its lines, which are the whole of it and nothing else.
#![no_main]

use briefex::Source;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match Source::decode("fuzz.md", bytes) {
        Ok(source) => {
            let last = source.line_at(source.text.len());
            let mut floor = 0;
            for line in 1..=last {
                let range = source.line_range(line);
                let content = source.text.get(range.clone()).expect("a line is a part of the text");
                assert!(!content.contains(['\n', '\r']), "line {line} is more than one");
                assert!(source.text[floor..range.start].chars().all(|c| matches!(c, '\n' | '\r')), "before line {line}");
                assert_eq!(source.line_at(range.start), line);
                floor = range.end;
            }
            assert!(source.text[floor..].chars().all(|c| matches!(c, '\n' | '\r')));
            assert!(source.line_range(last + 1).is_empty());
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
