//! Words of scenarios: stances, what a set is called, what its fields announce.

mod probability;

pub(super) use probability::{FILLERS, PROBABILITY, REVISED, WEIGHT};
pub(crate) use probability::{
    PROBABILITY_LABELS, calls_a_probability, is_filler, is_probability, is_revised, leading_probability, speaks_of_probability,
    speaks_of_weight,
};

use super::letter::is_letter;
use super::{Table, Words, fold, opening};
use crate::excerpt::Excerpt as _;
use crate::record::{FieldRole, Stance};

/// Words that name a scenario, by the way it looks. The longest is tried first within a row.
pub(crate) static STANCES: Table<Stance> = Table::named(
    "scenario",
    Stance::name,
    &[
        (
            Stance::Bear,
            &[
                "极度悲观", "悲观", "极端", "最差", "最坏", "最糟", "较坏", "较差", "更坏", "下行", "看空", "熊市", "保守",
                "压力", "尾部", "尾部风险", "风险", "strong bear", "strong_bear", "bearish", "bear", "worst", "worst-case",
                "downside", "pessimistic", "adverse", "severe", "severely adverse", "tail risk", "tail", "stress", "stressed",
                "conservative", "negative", "low",
            ],
        ),
        (
            Stance::Bull,
            &[
                "极度乐观", "乐观", "最佳", "最优", "最好", "较好", "更好", "理想", "上行", "看多", "牛市", "积极",
                "strong bull", "strong_bull", "bullish", "bull", "best", "best-case", "upside", "optimistic", "aggressive",
                "positive", "blue-sky", "blue sky", "high",
            ],
        ),
        (
            Stance::Base,
            &[
                "基准", "基础", "基线", "基本", "中性", "中枢", "中等", "中间", "最可能", "大概率", "base", "baseline",
                "base-case", "central", "neutral", "most likely", "most-likely", "expected", "moderate", "consensus", "mid",
                "middle", "medium",
            ],
        ),
    ],
);

/// Stance words that also say many other things; they name a scenario only beside a word for scenario or another stance.
pub(super) static WEAK: Words = Words::named(
    "scenario.weak",
    &[
        "风险", "压力", "尾部", "较好", "更好", "较坏", "较差", "更坏", "理想", "积极", "保守", "极端", "基本", "基础", "中等",
        "中间", "中枢", "最好", "大概率", "low", "high", "mid", "middle", "medium", "moderate", "negative", "positive",
        "expected", "severe", "stress", "aggressive", "conservative", "consensus", "tail", "上行", "下行",
    ],
);

/// Words for a scenario, as they end its name.
pub(crate) static NOUNS: Words = Words::named(
    "scenario.nouns",
    &[
        "情景", "情境", "情形", "情况", "局面", "结果", "结局", "场景", "假设", "预期", "路径", "case scenario", "scenario",
        "case", "outcome", "path", "future", "course of action", "coa",
    ],
);

/// Those of them that end a name of any kind.
pub(super) static CASES: Words = Words::named("scenario.cases", &["情景", "情境", "情形", "局面", "case", "scenario"]);

/// Words for a scenario that open a numbered name (情景一, Scenario A, 路径 B).
pub(super) static NUMBERED: Words = Words::named(
    "scenario.numbered",
    &[
        "情景", "情境", "情形", "剧本", "路径", "结局", "世界", "未来", "scenario", "case", "path", "pathway", "future", "world",
        "ending", "outcome",
    ],
);

/// Those of them that open other lists too: a numbered name with one of these needs a set around it or a probability.
pub(super) static LOOSE: Words = Words::named(
    "scenario.loose",
    &["scenario", "路径", "世界", "未来", "case", "path", "pathway", "future", "world", "outcome"],
);

/// Words in a heading or label under which alternative futures stand.
pub(super) static SETS: Words = Words::named(
    "scenario.sets",
    &[
        "情景", "情境", "情形", "推演", "走势", "概率分布", "概率加权", "三种可能", "可能结局", "可能结果", "未来路径",
        "scenario", "scenarios", "probability distribution", "possible futures", "alternative futures", "plausible futures",
        "possible outcomes", "outcome distribution", "futures", "pathways", "plausible outcomes", "end states",
        "courses of action",
    ],
);

/// A number of alternatives announces a set: 三种结局, four worlds.
pub(super) static COUNTS: Words = Words::named(
    "scenario.counts",
    &["几", "several", "两", "二", "三", "四", "五", "2", "3", "4", "5", "two", "three", "four", "five"],
);
pub(super) static COUNTED: Words = Words::named(
    "scenario.counted",
    &[
        "种可能", "种局面", "条路", "种情况", "种未来", "个未来", "种结局", "个结局", "个世界", "种世界", "种走势", "种走法",
        "条路径", "种路径", "种剧本", "个剧本", "种前景", "futures", "worlds", "paths", "pathways", "outcomes", "endings",
        "possibilities", "ways this",
    ],
);

/// Words for scenarios that a product is used in, and what stands before them then.
static USED: Words = Words::new(&["场景", "情景", "scenario", "scenarios"]);
static USE: Words = Words::new(&[
    "应用", "使用", "落地", "业务", "适用", "目标", "典型", "消费", "部署", "用户", "use", "usage", "deployment", "application",
    "workload", "user", "customer", "test",
]);

/// Words that lead to the name of a scenario within a sentence.
static LEADS: Words = Words::new(&["in the", "in our", "in a", "under the", "under our", "under a", "在"]);

/// First column heads of tables whose rows are scenarios.
pub(super) static COLUMN: Words = Words::named(
    "scenario.columns",
    &[
        "情景", "情境", "情形", "场景", "假设", "假设情景", "情景名称", "路径", "走势", "scenario", "scenarios", "case",
        "outcome", "future", "path", "scenario name",
    ],
);

/// Rows that total or weight the others.
pub(super) static TOTALS: Words = Words::named(
    "scenario.totals",
    &[
        "加权", "概率加权", "期望", "合计", "总计", "总和", "平均", "小计", "weighted", "total", "sum", "average",
        "expected value", "expected return", "probability-weighted", "ev", "mean", "blended", "期望值", "综合",
    ],
);

/// What the labels of a scenario's fields announce. A label is read by the words in it, the first row that has one.
pub(super) static FIELD_ROLES: Table<FieldRole> = Table::named(
    "scenario.field",
    FieldRole::name,
    &[
        (
            FieldRole::Advice,
            &[
                "建议", "应对", "策略", "操作", "配置", "对策", "行动", "strategy", "action", "actions", "response",
                "positioning", "advice", "playbook", "recommendation", "what to do", "implication for investors",
            ],
        ),
        (
            FieldRole::Trigger,
            &[
                "触发", "条件", "前提", "假设", "驱动", "催化", "信号", "如果", "若", "trigger", "triggers", "condition",
                "conditions", "assumption", "assumptions", "driver", "drivers", "catalyst", "catalysts", "tripwires",
                "signposts", "precondition", "what needs to happen", "if",
            ],
        ),
        (
            FieldRole::Path,
            &[
                "路径", "演进", "演化", "过程", "时间线", "时间表", "走势", "进程", "展开", "path", "pathway", "evolution",
                "timeline", "trajectory", "the scene unfolds", "narrative", "story", "sequence", "description", "scenario",
            ],
        ),
        (
            FieldRole::Outcome,
            &[
                "影响", "结果", "结局", "后果", "效果", "反应", "目标价", "估值", "回报", "收益", "利润", "收入", "营收", "价值",
                "value per share", "fair value", "eps", "ebitda", "revenue", "price", "市值", "终局", "表现", "outcome",
                "outcomes", "impact", "result", "results", "effect", "return", "valuation", "reaction", "consequence",
                "consequences", "end state", "price target", "target", "upside", "downside", "implication", "implications",
            ],
        ),
    ],
);

/// Labels behind the last scenario of a set that speak of all of them.
static OF_THE_SET: Words = Words::new(&[
    "分叉点", "分歧点", "分水岭", "决策点", "观察点", "观察指标", "监测指标", "跟踪指标", "关注指标", "概率加权", "加权",
    "综合判断", "forks", "decision points", "signposts", "what to watch", "watchlist", "indicators", "probability-weighted",
    "weighted",
]);

/// Whether a label below the last scenario of a set speaks of the whole set.
pub(crate) fn is_of_the_set(label: &str) -> bool {
    OF_THE_SET.is_in(&fold(label))
}

/// Whether a text could begin with the name of a scenario: a quick look before a close one.
pub(crate) fn could_begin_name(text: &str) -> bool {
    text.chars().next().map(super::fold_char).is_some_and(|c| STANCES.begin_with(c) || NUMBERED.begin_with(c) || c == '场')
}

/// A stance word that a folded name begins with (after an article or an owner's name), and where it ends.
pub(crate) fn leading_stance(folded: &str) -> Option<(Stance, usize)> {
    STANCES.prefix(folded).map(|(stance, word)| (stance, word.len()))
}

/// The stance that the words of a title speak for, if it is a clear one.
pub(crate) fn stance_in(text: &str) -> Option<Stance> {
    static SPOKEN: Table<Stance> = Table::new(&[
        (Stance::Base, &["most likely", "最可能", "符合预期", "基准", "中性", "base case", "baseline", "status quo continues"]),
        (Stance::Bear, &["不及预期", "低于预期", "悲观", "最坏", "最差", "worst", "bear", "downside", "tail risk", "bearish"]),
        (Stance::Bull, &["超预期", "好于预期", "乐观", "最强", "最佳", "best", "bull", "upside", "bullish"]),
    ]);
    let folded = fold(text);
    SPOKEN.first_in(&folded)
}

/// Whether a stance word names a scenario without any support from its surroundings.
pub(crate) fn is_strong(word: &str) -> bool {
    !WEAK.has(word)
}

/// Whether a short name ends in a noun for scenario: Sponsor case, 管理层情景.
pub(crate) fn ends_in_noun(folded: &str) -> bool {
    folded.chars().count() <= 24 && CASES.suffix(folded).is_some()
}

/// Whether a text could do so: a quick look before a close one.
pub(crate) fn may_end_in_noun(text: &str) -> bool {
    CASES.may_close(text)
}

/// The number of alternatives that a heading announces by its first word: Three plausible 2028s, 四种….
pub(crate) fn announced_count(text: &str) -> Option<usize> {
    static NUMBERS: Table<usize> = Table::new(&[
        (2, &["两", "二", "2", "two"]),
        (3, &["三", "3", "three"]),
        (4, &["四", "4", "four"]),
        (5, &["五", "5", "five"]),
    ]);
    NUMBERS.may_open(text).then(|| NUMBERS.prefix(&fold(text)))?.map(|(count, _)| count)
}

/// Where a noun for scenario ends that a folded text begins with.
pub(crate) fn leading_noun(folded: &str) -> Option<usize> {
    NOUNS.prefix(folded).map(str::len)
}

/// Whether a folded name begins like a numbered scenario (情景一, Scenario A:, 路径B); the length of noun and number.
pub(crate) fn leading_numbered(folded: &str) -> Option<usize> {
    let noun = NUMBERED.prefix(folded)?;
    let after = folded.part(noun.len()..);
    let number = after.trim_start();
    let spaced = after.len() - number.len();
    if noun.ends_with(is_letter) && spaced == 0 && !number.starts_with('#') {
        return None;
    }
    let mut chars = number.char_indices();
    let (_, first) = chars.next()?;
    let is_number = first.is_ascii_digit() || first.is_ascii_lowercase() || "一二三四五六七八九十①②③④⑤⑥甲乙丙丁#".contains(first);
    let end = number
        .char_indices()
        .find(|&(_, c)| !(c.is_ascii_alphanumeric() || "一二三四五六七八九十①②③④⑤⑥甲乙丙丁#".contains(c)))
        .map_or(number.len(), |(at, _)| at);
    let short = number.part(..end).chars().count() <= 3;
    let ends = number.part(end..).chars().next().is_none_or(|c| !c.is_alphanumeric());
    (is_number && short && ends).then_some(noun.len() + spaced + end)
}

/// Whether a numbered name is of a kind that opens other lists too.
pub(crate) fn is_loose(name: &str) -> bool {
    LOOSE.prefix(&fold(name)).is_some()
}

/// Whether a heading or label announces a set of alternative futures (and not scenarios of use).
pub(crate) fn names_set(text: &str) -> bool {
    let folded = fold(text);
    (SETS.is_in(&folded) || counts_alternatives(&folded)) && !is_use(&folded)
}

/// Whether a heading speaks of risks: each has a likelihood of its own, whatever they add up to.
pub(crate) fn speaks_of_risk(text: &str) -> bool {
    static RISKS: Words = Words::new(&["风险", "隐患", "risk", "risks", "go wrong", "threats", "failure modes"]);
    let folded = fold(text);
    RISKS.is_in(&folded) && !SETS.is_in(&folded)
}

fn counts_alternatives(folded: &str) -> bool {
    COUNTED.find(folded).is_some_and(|at| COUNTS.suffix(folded.part(..at).trim_end()).is_some())
}

/// Whether a folded text speaks of scenarios in which a product is used.
pub(crate) fn is_use(folded: &str) -> bool {
    USED.find(folded).is_some_and(|at| USE.suffix(folded.part(..at).trim_end()).is_some())
}

/// Whether the head of a table's first column says that its rows are scenarios.
pub(crate) fn is_column(head: &str) -> bool {
    COLUMN.has(fold(head).trim())
}

/// Whether a row's first cell totals or weights the others.
pub(crate) fn is_total(name: &str) -> bool {
    let folded = fold(name);
    TOTALS.prefix(folded.trim()).is_some()
}

/// The text behind the words that lead to the name of a scenario within a sentence: In the bull case (25%), …
pub(crate) fn behind_lead(text: &str) -> Option<&str> {
    const LONGEST: usize = 12;
    let len = LEADS.may_open(text).then(|| LEADS.prefix(&fold(opening(text, LONGEST))))??.len();
    Some(text.get(len..)?.trim_start())
}

/// What a field's label announces.
pub(crate) fn field_role(label: &str) -> FieldRole {
    if super::horizon::is_period(label) {
        return FieldRole::Path;
    }
    let folded = fold(label);
    FIELD_ROLES.first_in(&folded).unwrap_or(FieldRole::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_names() {
        for (name, len) in [
            ("情景一：a", 9),
            ("scenario a: x", 10),
            ("情景a：", 7),
            ("路径 b", 8),
            ("情景推演", 0),
            ("scenario analysis", 0),
            ("case study", 0),
            ("情景1", 7),
        ] {
            assert_eq!(leading_numbered(name).unwrap_or(0), len, "{name}");
        }
    }

    #[test]
    fn scenarios_of_use_are_no_set() {
        for text in ["应用场景", "典型使用场景", "目标应用场景", "Use scenarios"] {
            assert!(!names_set(text), "{text}");
        }
        for text in ["情景推演（2025-2027）", "情境分析", "未来三种可能走势", "Scenario Analysis Results"] {
            assert!(names_set(text), "{text}");
        }
    }

    #[test]
    fn roles_of_fields() {
        for (label, role) in [
            ("触发条件", FieldRole::Trigger),
            ("演进路径", FieldRole::Path),
            ("影响", FieldRole::Outcome),
            ("2026 H1", FieldRole::Path),
            ("投资建议", FieldRole::Advice),
            ("Trigger Conditions", FieldRole::Trigger),
            ("Expected Market Reaction", FieldRole::Outcome),
            ("ACTION IF BEAR MATERIALIZES", FieldRole::Advice),
            ("備註", FieldRole::Other),
        ] {
            assert_eq!(field_role(label), role, "{label}");
        }
    }
}
