//! Kinds of monotonous text: one thing repeated to any length, in a line, in lines, in blocks.
//!
//! What a rule looks for again and again without finding it (a closing mark, a second end of a range, the heading above) is
//! where time grows with the square of the length. Each unit here has given some rule of some reader a reason to look far.

/// A text to be made.
pub struct Kind {
    pub name: String,
    /// Stands before all of it.
    head: &'static str,
    make: Make,
}

/// What stands before, again and again, and after.
type Parts = (&'static str, &'static str, &'static str);

/// A name, and a text for a number of bytes.
type Grown = (&'static str, fn(usize) -> String);

enum Make {
    /// A unit again and again, with a mark before and after all of it, broken into lines of so many bytes.
    Repeated { before: &'static str, unit: &'static str, after: &'static str, line: Option<usize> },
    /// A text of its own for a number of bytes.
    Grown(fn(usize) -> String),
}

impl Kind {
    fn repeated(name: String, head: &'static str, (before, unit, after): Parts, line: Option<usize>) -> Self {
        Self { name, head, make: Make::Repeated { before, unit, after, line } }
    }

    fn grown(&(name, grow): &Grown) -> Self {
        Self { name: name.to_owned(), head: "", make: Make::Grown(grow) }
    }

    /// The text, of about so many bytes.
    pub fn text(&self, size: usize) -> String {
        let body = match self.make {
            Make::Grown(grow) => grow(size),
            Make::Repeated { before, unit, after, line } => {
                let lines = line.map_or(1, |line| (size / line).max(1));
                let units = (size / lines).saturating_sub(before.len() + after.len()) / unit.len();
                let one = [before, &unit.repeat(units.max(1)), after].concat();
                vec![one; lines].join("\n")
            }
        };
        [self.head, &body, "\n"].concat()
    }
}

/// How long the lines are where a unit is broken into lines.
const LINE: usize = 96;

/// All kinds.
pub fn all() -> impl Iterator<Item = Kind> {
    runs().chain(dressed()).chain(blocks()).chain(grown()).chain(nested())
}

/// Units in one line, in lines, and in an item.
fn runs() -> impl Iterator<Item = Kind> {
    RUNS.iter().flat_map(|&unit| {
        let name = unit.escape_debug();
        [
            Kind::repeated(format!("{name} in one line"), "", ("", unit, ""), None),
            Kind::repeated(format!("{name} in lines"), "", ("", unit, ""), Some(LINE)),
            Kind::repeated(format!("{name} in an item"), TITLE, ("- ", unit, ""), None),
        ]
    })
}

/// Words again and again in what stands around them.
fn dressed() -> impl Iterator<Item = Kind> {
    DRESSES.iter().flat_map(|&(name, before, after)| {
        WORDS
            .iter()
            .map(move |&unit| Kind::repeated(format!("{} in {name}", unit.escape_debug()), TITLE, (before, unit, after), None))
    })
}

fn blocks() -> impl Iterator<Item = Kind> {
    BLOCKS.iter().map(|&(name, head, unit)| Kind::repeated(name.to_owned(), head, ("", unit, ""), None))
}

fn grown() -> impl Iterator<Item = Kind> {
    GROWN.iter().map(Kind::grown)
}

/// Texts that nest ever deeper.
pub fn nested() -> impl Iterator<Item = Kind> {
    NESTED.iter().map(Kind::grown)
}

const TITLE: &str = "# T\n\n**Date:** 2026-03-01\n**Source:** Halden Desk\n\n## 分析\n\n";

/// Units that stand behind each other without a break.
const RUNS: &[&str] = &[
    // Markup.
    "*a ", "_a ", "**a ", "**", "__", "***", "*", "_", "*a_ ", "**a：**b", "~", "~~", "~~a ", "`", "`a ", "`` ` ", "[", "![",
    "[a](", "[a]( b ", "![a](<", "[a][b", "[a]: b ", "]", "](", "[]", "<", "<a ", "<a b=\"", "</", "<!-- ", "<!A ", "<![CDATA[",
    "<?", "<br>", "<a>", "&", "&amp;", "&#1", "\\", "\\*", "> ", ">", "- ", "* ", "1. ", "+ - ", "# ", "#", "|", "|a", "| ",
    "\\|", "a|b ", "$", "$a ", "=", "-", "+", "[^a] ", "[^a", "- [ ] ", "http", "https://a", "https://a ", "www.", "@", "a@b ",
    "a@b.c", "#tag ", // Punctuation and signs.
    "(", "((((a", "（", "（（（a", "()", "(a", "（a）", "【", "【a】", ":", "：", "a:b:c:", "a：", "：a：", "a: b ", "：：：",
    ",", "，", "、", "。", "；", ".", "..", ". a", "——", "—", "–", "→", "a→b", " → ", "->", "~~>", "·", " · a：b", " | a: b",
    "•", "• x", "• x ", "├─", "├─ a ", "│", "└", "✓", "✗ ", "★", "☆", "⭐", "█", "█░", "①", "➊", "\"", "\"a ", "“", "“a”", "「",
    "「a」", "'", "《a", "%", "% % %", "% ", "/", "a/", "^", "?", "!", "…", // Numbers, dates, amounts.
    "1", "1 ", "1-", "1,", "1.", "1.2/", "0.", "1e", "1e9", "1/2", "1/", "1:", "1:2:", "1x", "x1", "v1.", "1–", "1~", "1到",
    "1 to ", "1 and ", "between 1 and ", "在1和", "from 1 ", "从1", "从 1% 降到 ", "1% → 2% ", "from 1% to 2% ", "1→", "１",
    "5%", "5% ", "5% 至 ", "-5%", "±1", "2026", "2026 ", "2026-", "2026-01-01 ", "2026-01-01", "2026年", "2026年1月",
    "2026年1月1日", "1月", "年", "月", "日", "Q1 ", "2026 Q1 ", "2026Q1-", "H1", "FY", "May ", "May 1, ", "Jan 2026 ", "2026E ",
    "0-3个月", "未来", "未来3个月", "第", "第1", "第一", "一", "一二三四五", "十", "十万亿", "万", "万亿", "1万", "1亿",
    "三分之", "三成", "数", "数十", "几", "多", "半", "约", "约1", "超过", "超过1", "近", "至少", "不足", "以上", "¥", "¥1",
    "$1", "$1-", "USD ", "USD 1 ", "1 USD per ", "per ", "per GPU ", "/年", "每", "每片", "每天1", "GB", "GB/s", "TB/s/", "1GB",
    "1 GB/s ", "one ", "twenty-", "hundred ", "million ", "one hundred and ", "half a ", "dozen ", "1 million ", "1 in 3 ",
    "1 out of ", "3/5 ", "4.5/5 ", "x", "×", "10×", "3x ", // Words that rules look for.
    "概率", "概率 30%", "（概率 30%）", "30%概率", "概率：30% ", "(20%) ", "Bull (20%) ", "bull ", "乐观情景", "乐观情景（20%）",
    "情景1：", "情景1：a；", "base case ", "对投资者：", "对", "针对", "建议", "For investors: ", "for ", "避免", "短期",
    "短期（1年）→", "短期：a→中期：b→", "2026年：a→", "风险", "风险：", "risk ", "may ", "如果", "如果a，则", "if ", "可能",
    "预计", "有望", "will ", "案例", "案例1：", "case ", "洞察 1：", "关键数据：", "行动建议：", "目标价", "来源：",
    "Source: a ", "日期：2026-01-01 ", "升至", "降到", "降", "升", "grew ", "fell to ", "增长1%至", "同比增长5%", "比", "vs ",
    "vs 1 ", // Letters.
    "a", "a ", "A", "A ", "字", "字 ", "字a", "文字没有标点", "😀", "😀 ", "🇹", "👨\u{200D}", "\u{200B}", "\u{FE0F}", "\u{301}",
    "\u{FEFF}", "\u{FFFD}", "\u{202E}", "\u{3000}", " ", "\t", "\u{A0}", "\u{C}", "\r", "é", "ﬁ", "İ", "ß", "が", "ﾊﾟ",
];

/// What units are dressed in, as the line before and behind them.
const DRESSES: &[(&str, &str, &str)] = &[
    ("a heading", "## ", ""),
    ("a bold line", "**", "**"),
    ("a bold label", "**", "**：值"),
    ("a label", "标签：", ""),
    ("brackets", "甲（", "）"),
    ("a quote", "> ", ""),
    ("a fence", "```\n", "\n```"),
    ("a fence of code", "```python\n", "\n```"),
    ("a cell", "| a | b |\n|---|---|\n| ", " | 1 |"),
    ("a header", "| ", " | b |\n|---|---|\n| 1 | 2 |"),
    ("a scenario", "## 情景分析\n\n- **乐观情景（20%）**：", "\n- **悲观情景（80%）**：a"),
    ("a name of a scenario", "## 情景分析\n\n- **乐观情景", "（20%）**：a\n- **悲观情景（80%）**：a"),
    ("advice", "## 行动建议\n\n**对投资者：**\n1. ", ""),
    ("an audience", "## 行动建议\n\n**对", "的建议：**\n1. a"),
    ("a period", "## 路线图\n\n- **2026年：**", ""),
    ("a fact", "关键数据：\n- 甲：", ""),
    ("a ledger", "```\n收入：$9亿\n├─ 硬件：", "\n└─ 软件：$3亿\n```"),
    ("a risk", "## 主要风险\n\n- **甲**：", ""),
    ("an insight", "## 关键洞察\n\n1. ", ""),
    ("a case", "## 案例研究\n\n### 案例 1：甲\n- 结果：", ""),
    ("a forecast", "## 预测\n\n- 30%概率：", ""),
    ("an address", "[a](https://a.example/", ")"),
    ("a code span", "`", "`"),
    ("a comment", "<!-- ", " -->"),
];

/// What is dressed.
const WORDS: &[&str] = &[
    "a ", "字", "a：", "（", "(", "1", "5% ", "2026年", "1-", "**a**", "• x ", "→ ", "、", "乐观情景 ", "概率 30% ",
    "对投资者：", "风险 ", "A → B ", "a; ", "a，", "。", "[a](b) ", "`a` ", " ", "\"a\" ", "3. ", "2026 Q1 ", "|", "，如果a则b",
];

/// Blocks of lines: name, what stands before all of them, the block.
const BLOCKS: &[(&str, &str, &str)] = &[
    ("blank lines", "", "\n"),
    ("blank lines between words", "", "a\n\n"),
    ("carriage returns between words", "", "a\r"),
    ("lines of spaces", "", "    \n"),
    ("words in lines", "", "a\n"),
    ("lower-case lines that wrap", "", "some words of a paragraph that was wrapped by its author at seventy columns\n"),
    ("sentences", "", "海外投放从每天 92 万美元降到 57 万美元。Demand grew 12% to 3.4 GW in 2026.\n\n"),
    ("headings", "", "## 关键数据\n"),
    ("headings with text", "", "## 标题\n\n正文。\n\n"),
    ("headings of all levels", "", "# a\n## b\n### c\n#### d\n##### e\n###### f\n"),
    ("setext headings", "", "a\n=\nb\n-\n"),
    ("headings with dates", "", "## 2026年1月\n\n- a\n\n"),
    ("rules", "", "---\n"),
    ("rules between words", "", "a\n\n---\n\n"),
    ("bold lines", "", "**标题**\n\n"),
    ("bold labels", TITLE, "**标签：** 值\n\n"),
    ("numbered titles", "", "一、标题\n\n正文\n\n二、标题\n\n正文\n\n"),
    ("label lines", TITLE, "标签：值 1\n"),
    ("lead lines", TITLE, "标签：\n"),
    ("lead lines with items", TITLE, "标签：\n- a\n- b\n\n"),
    ("ticked lines", "", "✓ a\n✗ **b**\n\n"),
    ("items", TITLE, "- a\n"),
    ("loose items", TITLE, "- a\n\n"),
    ("numbered items", TITLE, "1. a\n"),
    ("items of every mark", TITLE, "- a：\n* b：\n+ c：\n1. d：\n1) e：\n• f：\n"),
    ("tasks", TITLE, "- [ ] a\n- [x] b\n"),
    ("nested items", TITLE, "- a\n  - b\n    - c\n      - d\n"),
    ("bullets", TITLE, "• a\n"),
    ("branches", TITLE, "├─ a\n│  └─ b\n"),
    ("quotes", TITLE, "> a\n\n"),
    ("lazy quotes", TITLE, "> a\nb\n"),
    ("definitions of references", "", "[a]: https://a.example\n"),
    ("uses of a reference", "[a]: https://a.example\n\n", "[a] "),
    ("links", TITLE, "[a](https://a.example/b) "),
    ("links in lines", TITLE, "[a](https://a.example/b)\n"),
    ("links in items", TITLE, "- 来源：[a](https://a.example/b)\n"),
    ("bold links", TITLE, "**[a](https://a.example/b)** "),
    ("footnotes", "", "a[^1]\n\n[^1]: b\n\n"),
    ("definition lists", "", "甲\n: 乙\n\n"),
    ("comments", "", "<!-- a -->\n"),
    ("open comments", "", "<!-- a\n"),
    ("blocks of HTML", "", "<div>\na\n</div>\n\n"),
    ("open blocks of HTML", "", "<div>\n"),
    ("short tables", TITLE, "| a | b |\n|---|---|\n| 1 | 2 |\n\n"),
    ("headers of tables", TITLE, "| a | b |\n|---|---|\n\n"),
    ("tables of scenarios", TITLE, "| 情景 | 概率 |\n|---|---|\n| 乐观 | 30% |\n| 悲观 | 70% |\n\n"),
    ("rows", "| a | b |\n|---|---|\n", "| 1 | 2% |\n"),
    ("rows of one cell", "| a |\n|---|\n", "| 1 |\n"),
    ("rows of one cell without bars", "| a |\n|---|\n", "1\n"),
    ("rows with surplus cells", "| a |\n|---|\n", "| 1 | 2 | 3 | 4 |\n"),
    ("rows of a table of risks", "## 风险\n\n| 风险 | 概率 | 影响 |\n|---|---|---|\n", "| 甲 | 30% | 高 |\n"),
    ("rows of a table of scenarios", "## 情景\n\n| 情景 | 概率 | 结果 |\n|---|---|---|\n", "| 乐观情景 | 30% | 高 |\n"),
    ("rows of a metadata table", "# T\n\n| 字段 | 内容 |\n|---|---|\n", "| 来源 | 甲 |\n"),
    ("rows of bars", "| a | b |\n|---|---|\n", "||||||||||||\n"),
    ("lines like a delimiter row", "", "|---|---|\n"),
    ("lines of bars", "", "a | b\n"),
    ("empty fences", TITLE, "```\n```\n"),
    ("open fences", TITLE, "```\n"),
    ("fences of every length", TITLE, "```\n````\n`````\n"),
    ("fences", TITLE, "```\na：1\n```\n\n"),
    ("fences of scenarios", TITLE, "```\n乐观情景（20%）：a\n悲观情景（80%）：b\n```\n\n"),
    ("fences of text tables", TITLE, "```\na   b   c\nx   3   4%\ny   5   6%\n```\n\n"),
    ("fences of pipe tables", TITLE, "```\n| a | b |\n|---|---|\n| 1 | 2 |\n```\n\n"),
    ("fences of drawings", TITLE, "```\n┌────┐\n│ A  │\n└────┘\n   ↓\n```\n\n"),
    ("rows of a text table", "```\na   b   c\n", "x   3   4%\n"),
    ("rows of a ragged text table", "```\na   b   c\n", "x   3   4%\ny 4\n"),
    ("pipe rows in a fence", "```\n", "| a | b |\n"),
    ("labels in a fence", "```\n", "收入：$3亿\n"),
    ("items in a fence", "```\n", "- a\n"),
    ("tree in a fence", "```\n收入：9\n", "├─ 硬件：$6亿\n│  └─ 卡：4\n"),
    ("ledgers", TITLE, "```\n收入：$3亿\n成本：$2亿\n毛利：$1亿\n```\n\n"),
    ("a ledger of sums", "```\n", "a = 1 + 2\n+ b：3\n"),
    ("arrows in a fence", "```\n", "A → B：5%\n"),
    ("arrows in lines", TITLE, "A → B\n"),
    ("stems in a fence", "```\n├ a\n", "│\n"),
    ("scenarios as items", "## 情景分析\n\n", "- 乐观情景（20%）：a\n"),
    ("scenarios as headings", "## 情景分析\n\n", "### 乐观情景（20%概率）\n\n触发条件：\n• a\n\n"),
    ("scenarios as bold lines", "## 情景分析\n\n", "**乐观情景（20%）**\n- 结果：a\n\n"),
    ("scenarios without a set", TITLE, "**乐观情景**\n\n概率：20%\n\n"),
    ("scenarios in a line", TITLE, "乐观（20%）、悲观（80%）\n"),
    ("sets of scenarios", TITLE, "## 情景分析\n\n- Bull (20%): a\n- Base (60%): b\n- Bear (20%): c\n\n"),
    ("probabilities", "## Scenarios\n\n", "- Bull (20%)\n"),
    ("groups of advice", "## Recommendations\n\n", "For investors:\n- buy\n\n"),
    ("bold groups of advice", "## 行动建议\n\n", "**对投资者：**\n1. 买入甲\n\n"),
    ("headings of advice", "", "## 行动建议\n\n- 买入甲\n\n"),
    ("headings of advice without items", "", "## 行动建议\n"),
    ("advice", "## 行动建议\n\n对投资者：\n", "1. **短期（0-3个月）**：买入甲\n"),
    ("attributes of advice", "## 行动建议\n\n**对投资者：**\n", "- 预算：$3\n- 买入甲\n"),
    ("attributes, then advice", "## 行动建议\n\n**对投资者：**\n", "- 预算：$3\n"),
    ("insights", "## 关键洞察\n\n", "1. **甲**：乙\n   - 论据：丙\n"),
    ("headings of insights", "", "## 关键洞察\n\n1. a\n\n"),
    ("insights with headings of their own", "", "**洞察 1：甲**\n\n论据：乙\n\n"),
    ("milestones", "## 路线图\n\n", "- **2026年**：甲\n"),
    ("roadmaps", "", "## 路线图\n\n- **2026年**：甲\n- **2027年**：乙\n\n"),
    ("milestones in a line", TITLE, "短期：a→中期：b→长期：c\n"),
    ("periods without a roadmap", TITLE, "2026年：甲\n"),
    ("key figures", "关键数据：\n", "- 甲：3%\n"),
    ("lists of key figures", TITLE, "关键数据：\n- 甲：3%\n\n"),
    ("risks", "## 主要风险\n\n", "- **甲**：乙（概率：30%）\n"),
    ("lists of risks", "", "## 主要风险\n\n- 甲\n\n"),
    ("risks as labels", TITLE, "风险：甲\n\n"),
    ("risks and remedies", "## 风险\n\n", "### 甲\n\n- 概率：30%\n- 影响：高\n- 缓解：乙\n\n"),
    ("cases", "## 案例研究\n\n", "### 案例 1：甲\n- 客户：乙\n- 效果：3%\n\n"),
    ("cases as items", "## 案例研究\n\n", "- 案例 1：甲，效果 3%\n"),
    ("forecasts", "## 预测\n\n", "- 2026年甲破产（概率 30%）\n"),
    ("forecasts as headings", "## 预测\n\n", "### 预测 1：甲\n\n概率：30%\n\n"),
    ("metadata", "# T\n\n", "**来源：** [a](https://a.example)\n"),
    ("briefings", "", "# T\n\n**Date:** 2026-03-01\n**Source:** Halden Desk\n\na\n\n"),
    ("briefings with a collection each", "", "# AI 资讯汇总\n\n# T\n\n**Date:** 2026-03-01\n**Source:** Halden Desk\n\na\n\n"),
    ("collections", "", "# AI 资讯汇总\n\n"),
    ("titles", "", "# T\n\n"),
    (
        "news in a briefing", "## A\n\n**日期：** 2026-03-01\n**来源：** N\n\n",
        "#### 新闻\n- **来源**: N\n- **发布时间**: 2026-01-01\n",
    ),
    ("replacement characters", TITLE, "\u{FFFD}\n\n"),
    ("front matter", "---\n", "title: a\n"),
    ("front matter without an end", "---\n", "a\n"),
    ("front matter of one list", "---\ntags: [", "a, "),
    ("front matter of anchors", "---\na: &a [x]\n", "b: [*a, *a, *a, *a]\n"),
];

/// Texts that are more than a repetition.
const GROWN: &[Grown] = &[
    ("a row of many cells", |size| {
        let cells = size / 12;
        format!("{}|\n{}|\n{}|", "| a ".repeat(cells), "|---".repeat(cells), "| 1% ".repeat(cells))
    }),
    ("many columns and short rows", |size| {
        let cells = size / 16;
        format!("{}|\n{}|\n{}", "| a ".repeat(cells), "|---".repeat(cells), "| 1 |\n".repeat(size / 12))
    }),
    ("a long heading above items", |size| above("## 分析", "", "- 甲：1%\n", size)),
    ("a long heading above tables", |size| above("## 分析", "", "| a | b |\n|---|---|\n| 1 | 2 |\n\n", size)),
    ("a long heading above briefings", |size| {
        above("# AI 资讯汇总", "", "## T\n\n**Date:** 2026-03-01\n**Source:** Halden Desk\n\na\n\n", size)
    }),
    ("a long bold line above items", |size| above("**标签", "**", "- 甲：1%\n", size)),
    ("a long bracket behind a bold line above items", |size| above("**标签**（", "）", "- 甲：1%\n", size)),
    ("a long item above scenarios", |size| above("- 情景分析", "", "  - 乐观情景（20%）：a\n", size)),
    ("a long item above items", |size| above("- 甲：", "", "  - 乙：1%\n", size)),
    ("a long audience above advice", |size| above("## 行动建议\n\n### 对", "的建议", "- 买入甲\n", size)),
    ("a long theme above advice", |size| above("## 行动建议\n\n**主题（", "）：**", "- 买入甲\n", size)),
    ("a long paragraph above advice", |size| above("## 行动建议\n\n短期（1年", "）：a", "- 买入甲\n", size)),
    ("a long attribute above advice", |size| above("## 行动建议\n\n- 预算：", "", "- 买入甲\n", size)),
    ("many attributes above advice", |size| {
        let (attributes, advice) = ("- 预算：$3\n", "- 买入甲\n");
        let (many, more) = (size / 2 / attributes.len(), size / 2 / advice.len());
        format!("## 行动建议\n\n**对投资者：**\n{}{}", attributes.repeat(many), advice.repeat(more))
    }),
    ("a long risk above remarks", |size| above("## 风险\n\n### 甲", "", "- 概率：30%\n- 影响：高\n", size)),
    ("a long label above forecasts", |size| above("## 预测\n\n- 甲", "", "  - 概率：30%\n", size)),
    ("a long caption above text tables", |size| {
        above("**标签**（", "）", "```\na   b   c\nx   3   4%\ny   5   6%\n```\n\n", size)
    }),
    ("a long column above rows", |size| {
        let rows = "| 1% | 2% |\n".repeat(size / 24);
        format!("| {} | b |\n|---|---|\n{rows}", "字".repeat(size / 6))
    }),
    ("numbered names", |size| numbered(size, |at| format!("**标签 {at}：** 值 {at}\n\n"))),
    ("numbered headings", |size| numbered(size, |at| format!("## {at}. 标题 {at}\n\n正文 {at}\n\n"))),
    ("a list of many numbers", |size| numbered(size, |at| format!("{at}. 甲 {at}\n"))),
    ("numbered scenarios", |size| numbered(size, |at| format!("- 情景{at}（20%）：a\n"))),
    ("numbered scenarios with fields", |size| {
        numbered(size, |at| format!("### 情景 {at}：甲（{}%）\n\n- 触发条件：乙\n\n", at % 100))
    }),
    ("numbered references", |size| numbered(size, |at| format!("[r{at}]: https://a.example/{at}\n")) + "[r1] [r2]"),
    ("numbered footnotes", |size| numbered(size, |at| format!("a[^{at}]\n\n[^{at}]: b\n\n"))),
    ("numbered risks", |size| format!("## 风险\n\n{}", numbered(size, |at| format!("- **甲{at}**：乙 {at}\n")))),
    ("numbered risks and remarks", |size| {
        format!("## 风险\n\n{}", numbered(size, |at| format!("{at}. 甲{at}\n   - 概率：{}%\n\n", at % 100)))
    }),
    ("numbered cases", |size| numbered(size, |at| format!("### 案例 {at}：甲\n\n- 客户：乙{at}\n- 效果：{at}%\n\n"))),
    ("years", |size| numbered(size, |at| format!("- **{}年**：甲\n", 2000 + at % 100))),
    ("front matter of quotes", |size| format!("---\na: \"{}\n---\n", "b ".repeat(size / 2))),
    ("front matter that is none", |size| format!("---\ntitle: a: b\n{}\n---\n", "tags: a: b\n- c\n".repeat(size / 16))),
];

/// Texts that nest ever deeper.
const NESTED: &[Grown] = &[
    ("items indented ever further", |size| indented(size, |depth| format!("{}- a\n", "  ".repeat(depth)))),
    ("labels indented ever further", |size| indented(size, |depth| format!("{}- **标签：**\n", "  ".repeat(depth)))),
    ("quotes ever deeper", |size| indented(size, |depth| format!("{}a\n\n", ">".repeat(depth + 1)))),
    ("a fence indented ever further", |size| {
        format!("```\n{}```", indented(size, |depth| format!("{}a：1\n", " ".repeat(depth))))
    }),
    ("a fence of a tree ever deeper", |size| {
        format!("```\n收入：9\n{}```", indented(size, |depth| format!("{}├─ a：1\n", "│  ".repeat(depth))))
    }),
    ("brackets in brackets", |size| between("[", "a", "](b)", size)),
    ("emphasis in emphasis", |size| between("*a **b ", "c", "** d*", size)),
    ("images in images", |size| between("![", "a", "](b)", size)),
    ("parentheses in parentheses", |size| between("（a(b", "1", ")c）", size)),
    ("quotes in a line", |size| ">".repeat(size) + "a"),
    ("items in a line", |size| "- ".repeat(size / 2) + "a"),
    ("quotes, then as many lazy lines", |size| format!("{}a\n{}", ">".repeat(size / 2), "b\n".repeat(size / 4))),
    ("items, then as many lines", |size| format!("{}a\n{}", "- ".repeat(size / 4), "b\n".repeat(size / 4))),
    ("items, then blank lines and words", |size| format!("{}a\n{}", "- ".repeat(size / 4), "\n\nb\n".repeat(size / 8))),
    ("code spans of every length", |size| indented(size, |length| format!("{} ", "`".repeat(length + 1))).replace('\n', " ")),
    ("front matter ever deeper", |size| format!("---\n{}\n---\n", indented(size, |depth| format!("{}a:\n", " ".repeat(depth))))),
    ("front matter of brackets", |size| format!("---\na: {}\n---\n", "[".repeat(size))),
    ("front matter of braces", |size| format!("---\na: {}\n---\n", "{a: ".repeat(size / 4))),
    ("front matter of dashes", |size| format!("---\na:\n {}b\n---\n", "- ".repeat(size / 2))),
    ("front matter of laughs", |size| {
        let laughs = numbered(size, |at| format!("l{}: &l{} [*l{at}, *l{at}, *l{at}]\n", at + 1, at + 1));
        format!("---\nl0: &l0 lol\n{laughs}\n---\n")
    }),
];

/// Steps of growing length until the size is full: as many steps as the root of the size.
fn indented(size: usize, step: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(size);
    for depth in 0.. {
        let step = step(depth);
        if text.len() + step.len() > size {
            break;
        }
        text.push_str(&step);
    }
    text
}

/// Half of the size in one line, half of it in the units below it, half of it in the units below.
fn above(begin: &str, end: &str, unit: &str, size: usize) -> String {
    format!("{begin}{}{end}\n\n{}", "字".repeat(size / 6), unit.repeat(size / 2 / unit.len()))
}

fn between(open: &str, inner: &str, close: &str, size: usize) -> String {
    let depth = size / (open.len() + close.len());
    [&open.repeat(depth), inner, &close.repeat(depth)].concat()
}

fn numbered(size: usize, one: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(size);
    for at in 1.. {
        if text.len() >= size {
            break;
        }
        text.push_str(&one(at));
    }
    text
}
