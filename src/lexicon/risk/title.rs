//! Titles: what a heading or label announces, read part by part (风险与机遇, Risks & mitigation).
//!
//! A title announces risks where it ends in a word for them and what stands before that names them or says nothing. What is
//! done about risk (降低风险, Managing risks) and what merely has the word in it (风险投资, Risk-free rate) announces nothing.

use super::{Words, fold};
use crate::excerpt::Excerpt as _;
use crate::record::RiskKind;

/// Words for what could go wrong, as they end a heading or label.
pub(in crate::lexicon) static RISKS: Words =
    Words::named("risk.words", &["风险", "隐患", "威胁", "风险点", "风险因素", "不利因素"]);
pub(in crate::lexicon) static PLURAL_RISKS: Words = Words::named(
    "risk.titles",
    &[
        "risks", "threats", "risk factors", "downside risks", "what could go wrong", "where we could be wrong",
        "what could break the thesis", "what can go wrong", "what might go wrong",
    ],
);

/// What a bracket calls a list of risks.
static BRACKETS: Words = Words::new(&["风险因素", "风险提示", "主要风险", "不利因素", "risk factors", "key risks", "main risks"]);

/// Words for what could go right.
pub(in crate::lexicon) static OPPORTUNITIES: Words = Words::named("opportunity.words", &["机遇", "机会", "机会点"]);
pub(in crate::lexicon) static PLURAL_OPPORTUNITIES: Words =
    Words::named("opportunity.titles", &["opportunities", "upside opportunities", "what could go right", "what can go right"]);

/// Words for what stands in the way already, which is no risk unless its label says so.
static CHALLENGES: Words = Words::new(&["挑战", "challenges"]);

/// What a heading says that it does with its risks.
static STUDIES: Words = Words::new(&[
    "在哪", "在哪里", "在哪儿", "有哪些", "是什么", "何在", "提示", "分析", "评估", "清单", "矩阵", "一览", "警示", "预警",
    "揭示", "识别", "列表", "梳理", "研判", "评估矩阵", "识别与评估", "排序", "assessment", "assessments", "analysis", "matrix",
    "register", "overview", "disclosure", "disclosures", "summary", "assessment matrix", "map", "considerations",
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
    "limiting", "no", "zero", "low", "tracking", "monitoring", "how", "why", "without",
];

/// Words that make opportunities advice, or the size of a market.
static SOLD: &[&str] =
    &["market", "investment", "trading", "trade", "job", "career", "addressable", "investor", "investors", "traders", "sales"];

/// Words before “risks” that leave open which they are.
static OPENINGS: &[&str] =
    &["the", "our", "my", "key", "main", "top", "biggest", "big", "three", "four", "five", "principal", "real"];

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
        let clause = part.rsplit(',').next().unwrap_or(part);
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
    const LONGEST: usize = 64;
    if core.is_empty() || core.chars().count() > LONGEST {
        return None;
    }
    let study = STUDIES.suffix(core).map_or(core, |word| core.part(..core.len() - word.len()).trim_end());
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
    const JOINTS: [char; 7] = ['/', '与', '和', '及', '、', '&', '+'];
    if !(core.contains(JOINTS) || core.contains(" and ") || core.contains(" vs ")) {
        return None;
    }
    let spaced = core.replace("与会", "").replace(" and ", "/").replace(" & ", "/").replace(" vs ", "/").replace("以及", "/");
    let parts: Vec<Part> = spaced
        .split(JOINTS)
        .filter(|part| !part.trim().is_empty())
        .filter_map(|part| {
            let part = part.trim();
            if STUDIES.suffix(part).map_or(part, |word| part.part(..part.len() - word.len()).trim_end()) == "opportunity" {
                return Some(Part::Several(RiskKind::Opportunity));
            }
            part_of(STUDIES.suffix(part).map_or(part, |word| part.part(..part.len() - word.len()).trim_end()))
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
    if names_challenge(part) {
        return Some(Part::Challenges);
    }
    Some(if part.is_ascii() { english(part) } else { chinese(part) })
}

fn chinese(part: &str) -> Part {
    const LONGEST: usize = 12;
    const JOINTS: [char; 6] = ['与', '和', '及', '、', '/', '&'];
    let (kind, noun) = match (RISKS.suffix(part), OPPORTUNITIES.suffix(part)) {
        (Some(noun), _) => (RiskKind::Risk, noun),
        (None, Some(noun)) => (RiskKind::Opportunity, noun),
        (None, None) => return Part::Other,
    };
    // 与会者 are people, not a conjunction.
    if part.contains(JOINTS) && part.replace("与会", "").contains(JOINTS) {
        return Part::Other;
    }
    let before = part.part(..part.len() - noun.len());
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
        rest = rest.part(word.len()..);
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
        .position(|word| {
            matches!(*word, "to" | "of" | "for" | "from" | "in" | "we" | "that" | "facing" | "by" | "around" | "ahead" | "with")
        })
        .unwrap_or(words.len());
    let head = words.part(..end).join(" ");
    // The risks nobody mentioned: what follows says which.
    let is_opening = |word: &&str| OPENINGS.contains(word);
    let leads = words.iter().take_while(|word| is_opening(word)).count();
    if (end <= LONGEST && PLURAL_RISKS.suffix(&head).is_some()) || words.get(leads) == Some(&"risks") && leads > 0 {
        return Part::Several(RiskKind::Risk);
    }
    if end > LONGEST || end == 0 {
        return Part::Other;
    }
    if PLURAL_OPPORTUNITIES.suffix(&head).is_some() {
        if words.iter().any(|word| SOLD.contains(word)) {
            return Part::Other;
        }
        return Part::Several(RiskKind::Opportunity);
    }
    let is_whole = end == words.len() && words.last() == Some(&"risk");
    // Risk to customers: of which it does not say.
    if words.get(end) == Some(&"to") && matches!(head.part(..), "risk" | "key risk" | "main risk") {
        return Part::Several(RiskKind::Risk);
    }
    match is_whole {
        true if matches!(head.part(..), "risk" | "key risk" | "main risk") => Part::Several(RiskKind::Risk),
        true => Part::Sort(RiskKind::Risk),
        false => Part::Other,
    }
}

/// Whether a title names challenges and nothing else.
pub(crate) fn is_challenge(title: &str) -> bool {
    names_challenge(&fold(title))
}

/// The same of a folded title.
fn names_challenge(folded: &str) -> bool {
    let name = folded.trim().trim_end_matches(':');
    CHALLENGES.suffix(name).is_some_and(|noun| {
        let before = name.part(..name.len() - noun.len()).trim();
        before.is_empty() || is_general(before) || matches!(before, "key" | "main" | "major")
    })
}

/// Whether a title says that it studies something: VIX 指数分析.
pub(crate) fn is_study(title: &str) -> bool {
    STUDIES.suffix(fold(title).trim()).is_some()
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
            ("Investment Risks", Announced::Several(Risk)),
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
}
