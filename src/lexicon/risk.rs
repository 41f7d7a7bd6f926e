//! Words of risks and opportunities: what announces them, what numbers them, what is said of one.

use super::{Table, Words, fold, scenario};
use crate::record::RiskKind;

/// Words for what could go wrong, as they end a heading or label.
static RISKS: Words = Words::new(&["风险", "隐患", "威胁", "风险点", "风险因素", "不利因素"]);
static PLURAL_RISKS: Words = Words::new(&[
    "risks", "threats", "risk factors", "downside risks", "what could go wrong", "what can go wrong", "what might go wrong",
]);

/// What a bracket calls a list of risks.
static BRACKETS: Words = Words::new(&["风险因素", "风险提示", "主要风险", "不利因素", "risk factors", "key risks", "main risks"]);

/// Words for what could go right.
static OPPORTUNITIES: Words = Words::new(&["机遇", "机会", "机会点"]);
static PLURAL_OPPORTUNITIES: Words =
    Words::new(&["opportunities", "upside opportunities", "what could go right", "what can go right"]);

/// Words for what stands in the way. They speak of risks only beside opportunities.
static CHALLENGES: Words = Words::new(&["挑战", "challenges"]);

/// What a heading says that it does with its risks.
static STUDIES: Words = Words::new(&[
    "提示", "分析", "评估", "清单", "矩阵", "一览", "警示", "预警", "揭示", "识别", "列表", "梳理", "研判", "评估矩阵",
    "识别与评估", "排序", "assessment", "assessments", "analysis", "matrix", "register", "overview", "disclosure", "disclosures",
    "summary", "assessment matrix", "map",
]);

/// What stands beside risks in a heading and is said of them: 风险与应对, Risks & mitigation.
static REMEDIES: Words = Words::new(&[
    "应对", "应对措施", "应对策略", "应对方案", "对策", "缓解", "缓解措施", "缓解策略", "缓释", "防范", "防范措施", "防控",
    "mitigation", "mitigations", "mitigants", "mitigation strategies", "mitigation measures", "mitigation plan",
    "mitigation plans", "responses", "countermeasures", "不确定性", "uncertainties", "what to watch",
]);

/// Words that say nothing of which risks are meant.
static GENERAL: Words = Words::new(&[
    "主要", "核心", "关键", "潜在", "重大", "重要", "可能", "面临", "存在", "其他", "其它", "相关", "整体", "首要", "最大", "新",
    "主要的", "新的", "发展", "战略", "未来", "增长", "长期", "中长期", "短期", "投资", "下行", "尾部", "附加", "额外", "三大",
    "四大", "五大", "六大", "十大", "两大", "几大", "需要关注", "需关注", "值得关注", "也有", "仍有", "面对", "伴随", "新兴",
]);

/// Particles between them.
static PARTICLES: Words = Words::new(&["但", "但是", "然而", "不过", "仍然", "仍", "也", "还", "并", "的", "同时"]);

/// Words that turn 风险 into something that is no list of risks: what is done about it, how much one likes it.
static TAMED: Words = Words::new(&[
    "高", "低", "无", "零", "中", "抗", "避", "规避", "降低", "对冲", "分散", "控制", "管理", "治理", "防范", "避免", "减少",
    "减轻", "缓释", "缓解", "化解", "转移", "承担", "承受", "隔离", "消除", "应对", "单位", "何", "什么", "哪些", "如何", "怎么",
    "监测", "监控", "量化", "没有", "不存在", "为什么", "为何", "市场机会", "求职", "就业", "职业", "交易",
]);
static TAMED_WORDS: &[&str] = &[
    "manage", "managing", "mitigate", "mitigating", "reduce", "reducing", "hedge", "hedging", "avoid", "avoiding", "limit",
    "limiting", "no", "zero", "low", "market", "investment", "trading", "trade", "job", "career", "tracking", "monitoring",
    "addressable", "how", "investor", "investors", "traders", "why", "without",
];

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
        ],
    ),
    (
        Remark::Impact,
        &[
            "影响", "影响程度", "影响大小", "影响范围", "潜在影响", "可能影响", "预期影响", "冲击", "后果", "损失", "潜在损失",
            "严重程度", "严重性", "危害程度", "impact", "potential impact", "severity", "consequence", "consequences",
            "potential loss", "loss", "magnitude", "impact level", "financial impact",
        ],
    ),
    (
        Remark::Description,
        &[
            "描述", "说明", "风险描述", "风险说明", "具体描述", "具体表现", "具体风险", "表现", "场景", "内容", "详情",
            "风险内容", "主要内容", "description", "details", "detail", "what", "what happens", "risk description",
            "explanation", "comment",
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

/// What a heading or label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Announced {
    /// Risks or opportunities whatever they are: 主要风险, Key risks.
    Several(RiskKind),
    /// Risks of one sort, or that one: 技术风险, Valuation Risk.
    Sort(RiskKind),
    /// Both; `challenges` says that it sets challenges against the opportunities.
    Both { challenges: bool },
    /// Risks beside something else: 局限性与风险.
    Mixed,
}

/// What a heading or label announces, if risks or opportunities are among it.
pub(crate) fn announced(text: &str) -> Option<Announced> {
    let folded = fold(text);
    let (core, bracket) = folded.split_once(['(', '[']).unwrap_or((&folded, ""));
    let (core, rest) = core.split_once(':').unwrap_or((core, ""));
    let read = |part: &str| {
        let clause = part.rsplit([',', '，']).next().unwrap_or(part);
        read_title(clause.trim_matches(|c: char| !c.is_alphanumeric()))
    };
    // What else? The key risks: a title may say it behind its colon, but a sort of risks named there is the title's subject.
    let behind = || read(rest).filter(|title| matches!(title, Announced::Several(_) | Announced::Both { .. }));
    read(core).or_else(behind).or_else(|| {
        // Bearish Factors (Risk Factors): a bracket that says outright what they are.
        let inner = bracket.split([')', ']']).next().unwrap_or_default().trim();
        BRACKETS.has(inner).then_some(Announced::Several(RiskKind::Risk))
    })
}

fn read_title(core: &str) -> Option<Announced> {
    const LONGEST: usize = 48;
    if core.is_empty() || core.chars().count() > LONGEST {
        return None;
    }
    let study = STUDIES.suffix(core).map_or(core, |word| core[..core.len() - word.len()].trim_end());
    if let Some(part) = part_of(study) {
        return match part {
            Part::Several(kind) => Some(Announced::Several(kind)),
            Part::Sort(kind) => Some(Announced::Sort(kind)),
            Part::Challenges | Part::Remedies | Part::Other => joined(core),
        };
    }
    None
}

/// What a title announces that joins several things.
fn joined(core: &str) -> Option<Announced> {
    let spaced = core.replace(" and ", "/").replace(" & ", "/").replace(" vs ", "/").replace("以及", "/");
    let parts: Vec<Part> = spaced
        .split(['/', '与', '和', '及', '、', '&', '+'])
        .filter(|part| !part.trim().is_empty())
        .filter_map(|part| {
            let part = part.trim();
            part_of(STUDIES.suffix(part).map_or(part, |word| part[..part.len() - word.len()].trim_end()))
        })
        .collect();
    if parts.len() < 2 {
        return None;
    }
    let has = |wanted: fn(&Part) -> bool| parts.iter().any(wanted);
    let risks = has(|part| matches!(part, Part::Several(RiskKind::Risk) | Part::Sort(RiskKind::Risk)));
    let chances = has(|part| matches!(part, Part::Several(RiskKind::Opportunity)));
    let challenges = has(|part| *part == Part::Challenges);
    if has(|part| *part == Part::Other) {
        return (risks || chances).then_some(Announced::Mixed);
    }
    match (risks, chances) {
        (true, true) => Some(Announced::Both { challenges: false }),
        (false, true) if challenges => Some(Announced::Both { challenges: true }),
        (true, false) => Some(Announced::Several(RiskKind::Risk)),
        (false, true) => Some(Announced::Several(RiskKind::Opportunity)),
        (false, false) => None,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Several(RiskKind),
    Sort(RiskKind),
    Challenges,
    Remedies,
    Other,
}

/// What one part of a title is.
fn part_of(part: &str) -> Option<Part> {
    if part.is_empty() {
        return None;
    }
    if REMEDIES.has(part) {
        return Some(Part::Remedies);
    }
    if is_challenge(part) {
        return Some(Part::Challenges);
    }
    Some(if part.is_ascii() { english(part) } else { chinese(part) })
}

fn chinese(part: &str) -> Part {
    const LONGEST: usize = 12;
    if part.contains(['与', '和', '及', '、', '/', '&']) {
        return Part::Other;
    }
    let (kind, noun) = match (RISKS.suffix(part), OPPORTUNITIES.suffix(part)) {
        (Some(noun), _) => (RiskKind::Risk, noun),
        (None, Some(noun)) => (RiskKind::Opportunity, noun),
        (None, None) => return Part::Other,
    };
    let before = &part[..part.len() - noun.len()];
    let is_invested = kind == RiskKind::Opportunity && before.contains("投资");
    if is_general(before) && !is_invested {
        return Part::Several(kind);
    }
    let is_tamed = TAMED.suffix(before).is_some() || TAMED.prefix(before).is_some_and(|word| word.chars().count() > 1);
    if is_tamed || before.chars().count() > LONGEST || kind == RiskKind::Opportunity || noun == "威胁" {
        return Part::Other;
    }
    if before.ends_with('的') { Part::Several(kind) } else { Part::Sort(kind) }
}

/// Whether the words before the noun say nothing of which are meant.
fn is_general(words: &str) -> bool {
    let mut rest = words.trim();
    while let Some(word) = GENERAL.prefix(rest).into_iter().chain(PARTICLES.prefix(rest)).max_by_key(|word| word.len()) {
        rest = &rest[word.len()..];
    }
    rest.is_empty()
}

fn english(part: &str) -> Part {
    const LONGEST: usize = 5;
    let words: Vec<&str> = part.split_whitespace().collect();
    if words.contains(&"and") || part.contains(['&', '/']) {
        return Part::Other;
    }
    if words.iter().any(|word| TAMED_WORDS.contains(word)) && !part.starts_with("what") {
        return Part::Other;
    }
    // Risks to the thesis: what follows the noun says whose they are.
    let end = words
        .iter()
        .position(|word| matches!(*word, "to" | "of" | "for" | "from" | "in" | "we" | "that" | "facing"))
        .unwrap_or(words.len());
    let head = words[..end].join(" ");
    if end > LONGEST || end == 0 {
        return Part::Other;
    }
    if PLURAL_RISKS.suffix(&head).is_some() {
        return Part::Several(RiskKind::Risk);
    }
    if PLURAL_OPPORTUNITIES.suffix(&head).is_some() {
        return Part::Several(RiskKind::Opportunity);
    }
    let is_whole = end == words.len() && words.last() == Some(&"risk");
    match is_whole {
        true if matches!(&head[..], "risk" | "key risk" | "main risk") => Part::Several(RiskKind::Risk),
        true => Part::Sort(RiskKind::Risk),
        false => Part::Other,
    }
}

/// Whether a title names challenges and nothing else.
pub(crate) fn is_challenge(title: &str) -> bool {
    let folded = fold(title);
    let name = folded.trim().trim_end_matches(':');
    CHALLENGES.suffix(name).is_some_and(|noun| {
        let before = name[..name.len() - noun.len()].trim();
        before.is_empty() || is_general(before) || matches!(before, "key" | "main" | "major")
    })
}

/// Whether a label names a risk by its last word: 合规与监管风险, Execution risk.
pub(crate) fn names_risk(label: &str) -> bool {
    let folded = fold(label);
    let name = folded.split('(').next().unwrap_or(&folded).trim();
    name.ends_with("风险") || name.ends_with(" risk") || name.ends_with(" risks")
}

/// The kind that a text speaks for by its own words, if they are of one kind.
pub(crate) fn spoken_kind(text: &str) -> Option<RiskKind> {
    SPOKEN.first_in(&fold(text))
}

/// A numbered name (风险1：…, Risk 2 – …): its kind, its number, and where what it numbers begins.
pub(crate) fn numbered(text: &str) -> Option<(RiskKind, u32, usize)> {
    const HAN: &str = "一二三四五六七八九";
    let folded = fold(text);
    let (kind, noun) = NUMBERED.prefix(&folded)?;
    let after = &folded[noun.len()..];
    let number = after.trim_start_matches([' ', '#']);
    let digits = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    let (rank, length) = match number.chars().next()? {
        c if c.is_ascii_digit() => (number[..digits].parse().ok().filter(|_| digits <= 2)?, digits),
        c => (u32::try_from(HAN.find(c)? / c.len_utf8() + 1).ok()?, c.len_utf8()),
    };
    let rest = &number[length..];
    let named = rest.trim_start_matches([' ', ':', '-', '–', '—', '.', '、']);
    if named.len() == rest.len() && !rest.is_empty() {
        return None;
    }
    let begin = folded.len() - named.len();
    let characters = folded[..begin].chars().count();
    let begin = text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at);
    Some((kind, rank, begin))
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

/// Whether a title says that it studies something: VIX 指数分析.
pub(crate) fn is_study(title: &str) -> bool {
    STUDIES.suffix(fold(title).trim()).is_some()
}

/// What the rows of a column are, where its head says that they are risks or opportunities.
pub(crate) fn column(head: &str) -> Option<RiskKind> {
    COLUMNS.of(fold(head).trim())
}

/// Whether a column head counts the rows.
pub(crate) fn is_number_column(head: &str) -> bool {
    static HEADS: Words = Words::new(&["#", "no", "no.", "序号", "编号", "id", "排名", "rank"]);
    let folded = fold(head);
    let name = folded.trim();
    name.is_empty() || name == "#" || HEADS.has(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use RiskKind::{Opportunity, Risk};

    #[test]
    fn titles() {
        for (title, announced_as) in [
            ("风险与机遇", Announced::Both { challenges: false }),
            ("机遇与挑战", Announced::Both { challenges: true }),
            ("Risks & Opportunities", Announced::Both { challenges: false }),
            ("风险提示", Announced::Several(Risk)),
            ("主要风险（按影响排序）", Announced::Several(Risk)),
            ("但也有风险", Announced::Several(Risk)),
            ("失败的风险", Announced::Several(Risk)),
            ("风险与挑战", Announced::Several(Risk)),
            ("风险及应对措施", Announced::Several(Risk)),
            ("风险矩阵", Announced::Several(Risk)),
            ("Risks & Mitigation Strategies", Announced::Several(Risk)),
            ("The load-bearing risks", Announced::Several(Risk)),
            ("Risks to the thesis", Announced::Several(Risk)),
            ("还会出什么岔子：主要风险", Announced::Several(Risk)),
            ("Bearish Factors (Risk Factors)", Announced::Several(Risk)),
            ("What could go wrong?", Announced::Several(Risk)),
            ("AI服务市场增长快，但也面临风险：", Announced::Several(Risk)),
            ("机遇", Announced::Several(Opportunity)),
            ("新机会", Announced::Several(Opportunity)),
            ("Growth opportunities", Announced::Several(Opportunity)),
            ("技术风险", Announced::Sort(Risk)),
            ("Valuation Risk", Announced::Sort(Risk)),
            ("局限性与工程风险", Announced::Mixed),
            ("收益与风险", Announced::Mixed),
        ] {
            assert_eq!(announced(title), Some(announced_as), "{title}");
        }
        for title in [
            "风险投资", "风险管理", "风险调整回报率", "如何降低风险", "投资组合（分散风险）", "高风险", "技术挑战", "局限性",
            "市场机会", "投资机会", "Risk-adjusted returns", "Risk-free rate", "Managing risks", "Investment opportunities",
            "Risk management", "挑战", "业绩不及预期（风险）", "自研芯片（长期威胁）", "风险缓解", "Risk Limits and Controls",
            "",
        ] {
            assert_eq!(announced(title).filter(|found| *found != Announced::Mixed), None, "{title}");
        }
    }

    #[test]
    fn numbers() {
        assert_eq!(numbered("风险1：断供").map(|(_, rank, at)| (rank, at)), Some((1, 10)));
        assert_eq!(numbered("Risk 2: Supply").map(|(_, rank, at)| (rank, at)), Some((2, 8)));
        assert_eq!(numbered("风险三、断供").map(|(_, rank, _)| rank), Some(3));
        assert!(numbered("风险一览").is_none() && numbered("Risk 10x").is_none());
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
