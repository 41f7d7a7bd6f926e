//! Whatever text comes, extraction ends, and what must hold of a briefing holds.

use std::sync::atomic::{AtomicUsize, Ordering};

use briefex::record::RecordType;
use briefex::{Source, extract_records};
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
    "`90%`", "约 ", "2025 Q2-Q4", "价格（$/GPU/年）", "降至 5 个月（降低 20%）", "H100", "## 关键洞察", "**洞察 1：",
    "**论据**：", "Key takeaways:", "So what: ", "**案例 2：某港口（成功）**", "Case study 1 – ", "## 落地案例", "客户：",
    "效果：", "Client: ", "Result: ", "挑战：", "### 关键数据", "Key figures", "产能：12 GWh", "## 风险与机遇", "**风险1：",
    "Key risks", "可能性：高", "Impact: high", "应对措施：", "| 风险 | 概率 |", "机遇：", "## Predictions", "的可能性约 55%",
    " (70% probability)", "成功概率：30%", "## 技术路线图", "短期（2026 H1）：", "Phase 1 (0-6 months): ", "→中期（2027）：",
    "营收：¥52亿（62%）", "Cost     $4M", "Q: ", "A: $5",
];

/// Fences that lines by chance would hardly make.
const FENCES: &[&str] = &[
    "```\n门票：¥3亿（60%）\n├─ 成人：¥2亿\n餐饮：¥2亿\n```",
    "```\nLane    Rate    Change\nGdansk  2,310   -4%\nOsaka   1,940   +2%\n```",
];

/// What nobody writes who means well: characters that are not seen or turn the text round, and numbers that no type holds.
const HOSTILE: &[&str] = &[
    "\u{202E}", "\u{2067}", "\u{200F}", "\u{2069}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{0301}", "\u{FE0F}", "\0",
    "\u{1B}[2J", "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\u{10FFFF}", "9999999999999999999999", "1e400",
    "0.", "-0", "99999999999999999999亿亿%", "2026-13-45", "0000-00-00", "99999 年", "Q9 4294967295", "4294967295. ",
    "999999999) ", "１２３．４％", "万万亿", "￥", "€1,2,3,,4", "1/0", "0:00", "∞", "10^400", "≤≥", "5 km/h/s²", "~~", "***",
    "\\", "<b>", "<!--", "[^1]", "[^1]: ", "[a]: https://x.example", "![](", "~~~", "````", "|", "||||", "|:-:|", "\t\t- ",
    "        ", "> > > ", "#######", "===",
];

/// What a line stands in.
const INDENTS: &[&str] = &["", "", "", "  ", "    ", "\t", "- ", "  - ", "   1. ", "> ", "> - ", "        - ", "| "];

fn line(fragments: Vec<&'static str>) -> impl Strategy<Value = String> {
    let line = prop::collection::vec(prop::sample::select(fragments), 0..6).prop_map(|parts| parts.concat());
    prop_oneof![24 => line, 1 => prop::sample::select(FENCES).prop_map(str::to_owned)]
}

fn document() -> impl Strategy<Value = String> {
    prop::collection::vec(line(FRAGMENTS.to_vec()), 0..24).prop_map(|lines| lines.join("\n"))
}

/// The same with what is hostile in it, nested at random, with the line ends of several systems.
fn hostile_document() -> impl Strategy<Value = String> {
    let ends = prop::sample::select(vec!["\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n\r"]);
    let line = (prop::sample::select(INDENTS), line([FRAGMENTS, HOSTILE].concat()), ends);
    prop::collection::vec(line.prop_map(|(indent, line, end)| [indent, &line, end].concat()), 0..24)
        .prop_map(|lines| lines.concat())
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
    fn hostile_fragments_in_any_order(text in hostile_document()) {
        let source = Source::decode("hostile.md", text.as_bytes()).expect("UTF-8");
        let document = extract_records(&source, RecordType::ALL);
        invariants::check_spans(&Fixture { name: format!("{text:?}"), source, document });
    }

    #[test]
    fn any_text_at_all(text in "\\PC{0,400}") {
        let source = Source::decode("any.md", text.as_bytes()).expect("UTF-8");
        extract_records(&source, RecordType::ALL);
    }
}

/// A file may end anywhere.
#[test]
fn fixtures_cut_at_every_character() {
    let fixtures = fixtures::all();
    let next = AtomicUsize::new(0);
    let cut_all = || {
        while let Some(fixture) = fixtures.get(next.fetch_add(1, Ordering::Relaxed)) {
            let text = &fixture.source.text;
            for (at, _) in text.char_indices() {
                let source = Source::decode("cut.md", &text.as_bytes()[..at]).expect("UTF-8");
                let document = extract_records(&source, RecordType::ALL);
                invariants::check_texts(&Fixture { name: format!("{}, cut at byte {at}", fixture.name), source, document });
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(cut_all);
        }
    });
}
