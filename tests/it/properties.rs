//! Whatever text comes, extraction ends, and what must hold of a briefing holds.

use briefex::record::RecordType;
use briefex::{Source, extract, extract_records};
use proptest::prelude::*;

use crate::fixtures::{self, Fixture};
use crate::invariants;

/// Fragments that have meaning to the reader, and some that mean to break it.
const FRAGMENTS: &[&str] = &[
    "# 标题", "## 情景推演（2026-2028）", "### Recommendations", "**乐观情景（概率 30%）**：",
    "**Bear Case** (25% probability): ", "- **对企业**：", "1. ", "• ", "├─ ", "  - ", "```", "```python", "| a | b |",
    "|---|---|", "| 1 | 2 | 3 |", "**", "__", "`x`", "（", "）", "(", ")", "：", ": ", "——", "0-3个月", "概率", "三成", "%",
    "<5%", "[x](https://x.example)", "\u{FFFD}", "🔥 ", "---", "> ", "\t", "\u{3000}", "避免投资：", "行动建议",
    "发布日期：2026-01-02", "来源：N", "\r", "✗ ", "- [ ] ", "**标签：** #a #b", "文", "a", "1", "$3.5-4 亿", "从 12% ", "→ 15%",
    "`90%`", "约 ", "2025 Q2-Q4", "价格（$/GPU/年）", "降至 5 个月（降低 20%）", "H100",
];

fn document() -> impl Strategy<Value = String> {
    let line = prop::collection::vec(prop::sample::select(FRAGMENTS), 0..6).prop_map(|parts| parts.concat());
    prop::collection::vec(line, 0..24).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn meaningful_fragments_in_any_order(text in document()) {
        let source = Source::decode("generated.md", text.as_bytes()).expect("UTF-8");
        let document = extract_records(&source, RecordType::ALL);
        invariants::check(&Fixture { name: format!("{text:?}"), source, document });
    }

    #[test]
    fn any_text_at_all(text in "\\PC{0,400}") {
        let source = Source::decode("any.md", text.as_bytes()).expect("UTF-8");
        extract_records(&source, RecordType::ALL);
    }
}

/// A file may end anywhere.
#[test]
fn fixtures_cut_at_every_line() {
    for fixture in fixtures::all() {
        let text = &fixture.source.text;
        for (at, _) in text.match_indices('\n') {
            let source = Source::decode("cut.md", &text.as_bytes()[..at]).expect("UTF-8");
            extract(&source);
        }
    }
}
