//! Words of risks and opportunities: what announces them, what numbers them, what is said of one.

pub(super) mod title;

pub(crate) use title::{Announced, announced, is_challenge, is_study};

use super::numbering::{self, after};
use super::{Table, Words, fold, scenario};
use crate::record::RiskKind;

/// Words that open a numbered risk: 风险1, Risk 2, 机遇三.
static NUMBERED: Table<RiskKind> = Table::new(&[
    (RiskKind::Risk, &["风险", "威胁", "隐患", "risk", "threat"]),
    (RiskKind::Opportunity, &["机遇", "机会", "opportunity"]),
]);

/// Words that speak for a kind where a heading names both.
static SPOKEN: Table<RiskKind> = Table::new(&[
    (RiskKind::Risk, &["风险", "隐患", "威胁", "risk", "risks", "threat", "threats", "downside"]),
    (RiskKind::Opportunity, &["机遇", "机会", "利好", "opportunity", "opportunities", "upside", "tailwind", "tailwinds"]),
]);

/// What a labelled line says of a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Remark {
    Probability,
    Impact,
    Mitigation,
    Description,
}

/// Labels and column heads of such lines, by the words that they end with or that stand before a bracket or a slash.
static REMARKS: Table<Remark> = Table::new(&[
    (
        Remark::Mitigation,
        &[
            "应对", "应对措施", "应对策略", "应对方案", "应对建议", "应对方式", "风险应对", "缓解", "缓解措施", "缓解策略",
            "缓解方案", "缓解方式", "缓释措施", "对策", "防范", "防范措施", "预防措施", "规避措施", "控制措施", "化解措施",
            "mitigation", "mitigations", "mitigant", "mitigants", "mitigation strategy", "mitigation strategies",
            "mitigation measures", "mitigation plan", "risk mitigation", "response", "our response", "contingency",
            "contingency plan", "countermeasure", "countermeasures", "hedge", "mitigating factor", "mitigating factors",
            "what we do about it", "what we do", "what can be done",
        ],
    ),
    (
        Remark::Impact,
        &[
            "影响", "影响程度", "影响大小", "影响范围", "潜在影响", "可能影响", "预期影响", "冲击", "后果", "损失", "潜在损失",
            "严重程度", "严重性", "危害程度", "impact", "potential impact", "severity", "consequence", "consequences",
            "potential loss", "loss", "magnitude", "impact level", "financial impact", "how bad", "how bad is it",
        ],
    ),
    (
        Remark::Description,
        &[
            "描述", "说明", "风险描述", "风险说明", "具体描述", "具体表现", "具体风险", "表现", "场景", "内容", "详情",
            "风险内容", "主要内容", "description", "details", "detail", "what", "what happens", "what could happen",
            "risk description", "explanation", "comment",
        ],
    ),
]);

/// First column heads of tables whose rows are risks.
static COLUMNS: Table<RiskKind> = Table::new(&[
    (
        RiskKind::Risk,
        &[
            "风险", "风险类型", "风险类别", "风险因素", "风险项", "风险点", "风险名称", "风险事项", "风险事件", "主要风险",
            "关键风险", "核心风险", "潜在风险", "威胁", "隐患", "risk", "risks", "risk factor", "risk factors", "risk type",
            "risk category", "risk area", "risk event", "key risk", "key risks", "main risk", "threat", "threats", "risk name",
        ],
    ),
    (RiskKind::Opportunity, &["机遇", "机会", "主要机遇", "机会点", "opportunity", "opportunities", "key opportunity"]),
]);

/// Degrees, as they say how likely or how bad something is.
static DEGREES: Words = Words::new(&[
    "高", "中", "低", "极高", "极低", "很高", "很低", "较高", "较低", "中高", "中低", "中等", "大", "小", "较大", "较小", "极大",
    "巨大", "重大", "严重", "轻微", "有限", "high", "medium", "low", "moderate", "severe", "very high", "very low",
    "medium-high", "medium-low", "low-medium", "limited", "significant", "critical", "minor", "major",
]);

/// Labels of lines that grade or close a list of risks.
static VERDICTS: Words = Words::new(&[
    "风险等级", "风险评级", "风险级别", "风险评分", "总体风险", "综合风险", "整体风险", "总体评估", "综合评估", "结论", "总结",
    "小结", "综上", "注", "注意", "备注", "说明", "来源", "数据来源", "免责声明", "声明", "总体评价", "总体风险等级", "overall",
    "overall risk", "overall assessment", "risk level", "risk rating", "risk score", "conclusion", "summary", "note", "notes",
    "source", "sources", "disclaimer", "net assessment", "bottom line", "根本原因", "原因", "背景", "建议",
]);

/// Words that end a label which grades them.
static GRADES: Words =
    Words::new(&["等级", "评级", "评分", "级别", "得分", "rating", "score", "level", "drivers", "indicators", "指标", "指数"]);

/// Words that end the name of a group of risks rather than of one: 技术层面.
static THEMES: Words = Words::new(&["层面", "方面", "维度", "领域", "类"]);

/// Whether a label names a risk by its last word: 合规与监管风险, Execution risk.
pub(crate) fn names_risk(label: &str) -> bool {
    let folded = fold(label);
    let name = folded.split('(').next().unwrap_or(&folded).trim();
    name.ends_with("风险") || name == "risk" || name.ends_with(" risk") || name.ends_with(" risks")
}

/// The kind that a text speaks for by its own words, if they are of one kind.
pub(crate) fn spoken_kind(text: &str) -> Option<RiskKind> {
    SPOKEN.first_in(&fold(text))
}

/// A numbered name (风险1：…, Risk 2 – …): its kind, its number, and where what it numbers begins.
pub(crate) fn numbered(text: &str) -> Option<(RiskKind, u32, usize)> {
    if !NUMBERED.may_open(text) {
        return None;
    }
    let (kind, noun) = NUMBERED.prefix(&fold(text))?;
    let numbered = numbering::behind_noun(after(text, noun))?;
    let is_named = numbered.is_parted || numbered.text.is_empty();
    Some((kind, numbered.rank.filter(|_| is_named)?, text.len() - numbered.text.len()))
}

/// What a label or column head says of a risk.
pub(crate) fn remark(label: &str) -> Option<Remark> {
    const LONGEST: usize = 40;
    let folded = fold(label);
    let name = folded.split(['(', '/']).next().unwrap_or(&folded).trim();
    if name.chars().count() > LONGEST {
        return None;
    }
    if scenario::is_probability(name) && !scenario::speaks_of_weight(name) {
        return Some(Remark::Probability);
    }
    let opening =
        || ["potential impact", "impact on", "impact if"].iter().any(|words| name.starts_with(words)).then_some(Remark::Impact);
    REMARKS.of(name).or_else(opening)
}

/// What a short statement says of a risk without a label: 高概率, 70% probability, high impact.
pub(crate) fn statement(text: &str) -> Option<Remark> {
    let folded = fold(text);
    let name = folded.trim();
    let without = |words: &[&str]| {
        words
            .iter()
            .find_map(|word| name.strip_prefix(word).or_else(|| name.strip_suffix(word)))
            .map(|rest| rest.trim().to_owned())
    };
    let is_degree = |rest: String| DEGREES.has(&rest);
    if without(&["概率", "可能性", "发生概率", "probability", "likelihood"]).is_some_and(is_degree) {
        return Some(Remark::Probability);
    }
    without(&["影响", "impact", "severity"]).is_some_and(is_degree).then_some(Remark::Impact)
}

/// Whether a label grades or closes a list of risks.
pub(crate) fn is_verdict(label: &str) -> bool {
    let folded = fold(label);
    let name = folded.split('(').next().unwrap_or(&folded).trim();
    VERDICTS.has(name) || GRADES.suffix(name).is_some() || name.starts_with("risk-adjusted")
}

/// Whether a name is that of a group of risks rather than of one.
pub(crate) fn is_theme(name: &str) -> bool {
    THEMES.suffix(fold(name).trim()).is_some()
}

/// What the rows of a column are, where its head says that they are risks or opportunities.
pub(crate) fn column(head: &str) -> Option<RiskKind> {
    COLUMNS.of(fold(head).trim())
}

/// Whether a column head sorts the rows: what they are stands in another column.
pub(crate) fn is_class_column(head: &str) -> bool {
    static HEADS: Words = Words::new(&["类型", "类别", "种类", "分类", "维度", "type", "category", "class", "kind", "area"]);
    HEADS.has(fold(head).trim())
}

/// Whether a column head counts the rows.
pub(crate) fn is_number_column(head: &str) -> bool {
    static HEADS: Words = Words::new(&["#", "no", "no.", "ref", "ref.", "code", "序号", "编号", "id", "排名", "rank"]);
    let folded = fold(head);
    let name = folded.trim();
    name.is_empty() || name == "#" || HEADS.has(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        assert_eq!(numbered("风险1：断供").map(|(_, rank, at)| (rank, at)), Some((1, 10)));
        assert_eq!(numbered("Risk 2: Supply").map(|(_, rank, at)| (rank, at)), Some((2, 8)));
        assert_eq!(numbered("风险三、断供").map(|(_, rank, _)| rank), Some(3));
        assert!(numbered("风险一览").is_none() && numbered("Risk 10x").is_none() && numbered("风险 1 级响应").is_none());
    }

    #[test]
    fn remarks() {
        assert_eq!(remark("发生概率"), Some(Remark::Probability));
        assert_eq!(remark("Mitigation / Recommendations"), Some(Remark::Mitigation));
        assert_eq!(remark("Potential Impact on Revenue"), Some(Remark::Impact));
        assert_eq!(remark("Weight"), None);
        assert_eq!((statement("高概率"), statement("high impact")), (Some(Remark::Probability), Some(Remark::Impact)));
        assert_eq!(statement("高影响力客户"), None);
    }
}
