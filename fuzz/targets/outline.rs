//! Text to lines: every line, label, link and nesting of the outline lies inside it.
#![no_main]

use briefex::Source;
use briefex::outline::Outline;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    let Ok(source) = Source::decode("fuzz.md", text) else { return };
    let outline = Outline::of(&source);
    for (at, line) in outline.lines.iter().enumerate() {
        assert!(source.text.get(outline.span(at, outline.lines.len())).is_some(), "the span of line {at}");
        assert!(outline.subtree(at).end <= outline.lines.len());
        assert!(outline.ancestors(at).all(|above| above < at));
        assert!(outline.children(at).all(|below| outline.depth(below) == outline.depth(at) + 1));
        let parts = (line.label_text(), line.value(), line.name());
        std::hint::black_box(parts);
    }
});
