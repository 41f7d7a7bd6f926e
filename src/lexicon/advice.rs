//! Words of advice: what opens it, what warns, what merely qualifies or explains it.

use std::borrow::Cow;

use super::{Words, fold, opening};
use crate::excerpt::Excerpt as _;

/// Words in a heading or label that open advice to the reader.
pub(crate) static TITLES: Words = Words::named(
    "advice.titles",
    &[
        "行动建议", "战略建议", "策略建议", "受众建议", "分众建议", "投资建议", "操作建议", "配置建议", "应对建议", "建议事项",
        "决策建议", "政策建议", "实战建议", "实践建议", "落地建议", "实用策略", "行动项", "行动计划", "行动方案", "行动清单",
        "行动指南", "行动指引", "操作策略", "投资机会", "投资策略建议", "避免投资", "交易思路", "交易策略", "交易计划",
        "操作计划", "操作方案", "应对方案", "具体建议", "核心建议", "关键建议", "总体建议", "综合建议", "主要建议", "下一步行动",
        "下一步计划", "下一步工作", "下一步措施", "recommendation", "recommendations", "action items", "action item",
        "next steps", "action plan", "trade ideas", "trade idea", "investment advice", "recommended action",
        "recommended actions", "priority actions", "priority action", "suggested actions", "actionable advice",
        "actions to take", "call to action", "what to do", "what you should do", "our advice", "advice", "action steps",
        "how to position", "playbook", "待办事项", "待办清单", "to-do list", "to do list", "todo list", "to-dos",
        "what i would do", "what i'd do", "what we would do", "what we'd do",
    ],
);

/// Titles under which only items that address someone are advice.
pub(super) static JUDGEMENTS: Words =
    Words::named("advice.judgements", &["战略判断", "策略判断", "strategic judgment", "strategic judgement"]);

/// Words in a title that make it no advice, whatever else stands there.
pub(super) static NOT_TITLES: Words = Words::named(
    "advice.not_titles",
    &[
        "影响", "意义", "启示", "冲击", "效果", "功能", "引擎", "系统", "impact", "implications", "engine", "system", "systems",
        "rationale", "history", "track record",
    ],
);

/// Openings of advice to leave something.
pub(super) static AVOID: Words = Words::named(
    "advice.avoid",
    &[
        "避免", "避开", "不要", "不建议", "不推荐", "不追", "不碰", "不宜", "不买", "切勿", "切忌", "勿", "别再", "回避", "规避",
        "远离", "别", "avoid", "do not", "don't", "don’t", "never", "stay away", "steer clear", "no new",
    ],
);

/// Words that begin like one of those.
static NOT_AVOID: Words =
    Words::new(&["别人", "别的", "别家", "别处", "别墅", "别克", "别名", "别称", "别样", "别具", "别开", "别忘", "别错过"]);

/// Adverbs that may stand before them: 先不要碰, 暂不建议, 现在不追.
static ADVERBS: Words = Words::new(&[
    "先", "暂", "暂时", "目前", "现在", "当前", "眼下", "近期", "短期", "短期内", "千万", "绝对", "坚决", "尽量", "最好", "也",
    "please ", "for now, ", "for now ",
]);

/// The two columns of what to do and what not.
static DO: Words = Words::new(&["do", "do's", "do’s", "dos", "该做", "该做的", "应该做", "应该做的", "要做", "要做的", "可以做"]);
static DONT: Words = Words::new(&[
    "don't", "don’t", "don'ts", "don’ts", "do not", "不该做", "不该做的", "不应该做", "不应该做的", "不要做", "不要做的", "别做",
]);

/// Titles of what is to be done and ticked off, which other checklists are not.
static TO_DOS: Words = Words::new(&[
    "checklist for today", "checklist for tomorrow", "checklist for this", "checklist for next", "checklist for the week",
    "checklist for the month", "checklist for the quarter",
]);

/// Owners of what is done rather than advised, and what that is called: 公司自身的应对策略, 竞争对手应对.
static OTHERS: Words = Words::new(&[
    "公司", "该公司", "本公司", "竞争对手", "竞争者", "竞争方", "对手", "友商", "管理层", "the company's", "the company’s",
    "company", "competitor", "competitors'", "management", "rivals'", "rival",
]);
static RESPONSES: Words = Words::new(&[
    "应对", "应对策略", "应对措施", "应对方案", "应对举措", "回应", "反应", "反制", "反制措施", "生存策略", "response",
    "responses",
]);

/// Titles of what others than the author think.
static VIEWS: Words = Words::new(&[
    "别人怎么看", "别人怎么说", "他们怎么看", "他们怎么说", "外界怎么看", "外界怎么说", "市场怎么看", "机构怎么看", "市场观点",
    "市场看法", "机构观点", "机构看法", "券商观点", "卖方观点", "各方观点", "各方看法", "多方观点", "外界观点", "同行观点",
    "what others say", "what others think", "what the street says", "street views", "sell-side views", "analyst views",
]);

/// Titles of one recommendation.
pub(super) static VERDICTS: Words = Words::named(
    "advice.verdicts",
    &[
        "recommendation", "final recommendation", "our recommendation", "investment recommendation", "the recommendation",
        "最终建议",
    ],
);

/// Openings of a group of such advice.
pub(super) static AVOID_GROUPS: Words = Words::named(
    "advice.avoid_titles",
    &[
        "避免", "避开", "谨慎方向", "看空", "规避", "回避", "不建议", "不推荐", "不要", "不宜", "远离", "警惕方向", "避坑",
        "不该做", "不应该做", "avoid", "what to avoid", "what not to do", "don'ts", "don’ts", "do not", "sell list",
        "underweight",
    ],
);

/// Labels of lines that qualify a group or a piece of advice.
pub(super) static ATTRIBUTES: Words = Words::named(
    "advice.attributes",
    &[
        "预算", "预算范围", "风险预算", "投入", "投入产出", "成本", "预计成本", "预期收益", "预期效果", "预期回报", "预期收益率",
        "收益", "回报", "回报周期", "投资回收期", "回收期", "回本周期", "时间投入", "资金投入", "所需资源", "资源", "风险",
        "主要风险", "风险提示", "风险等级", "风险控制", "配置", "配置比例", "建议配置", "仓位", "建议仓位", "仓位建议", "目标价",
        "目标价位", "目标价格", "止损", "止损位", "止损价", "催化剂", "催化因素", "成功标准", "成功指标", "衡量指标", "验收标准",
        "薪资预期", "预期薪资", "推荐资源", "学习资源", "推荐工具", "退出周期", "退出路径", "退出策略", "持有期", "持有周期",
        "投资期限", "期限", "时间窗口", "时间表", "周期", "优先级", "难度", "roi", "roi预期", "预期roi", "负责人", "责任人",
        "估值", "budget", "risk budget", "cost", "costs", "estimated cost", "investment", "effort", "expected return",
        "expected returns", "expected benefit", "expected benefits", "expected outcome", "expected impact", "expected roi",
        "return", "risk", "risks", "key risk", "key risks", "risk level", "target price", "price target", "target", "stop",
        "stop-loss", "stop loss", "catalyst", "catalysts", "position size", "position sizing", "sizing", "allocation", "weight",
        "success metric", "success metrics", "success criteria", "kpi", "kpis", "resources", "payback", "payback period",
        "time commitment", "time horizon", "horizon", "owner", "priority", "timeline", "deadline", "salary expectation",
        "confidence",
    ],
);

/// Labels of the reasons and conditions of advice, and of remarks about it.
pub(super) static REASONS: Words = Words::named(
    "advice.reasons",
    &[
        "理由", "主要理由", "核心理由", "依据", "主要依据", "核心依据", "原因", "主要原因", "逻辑", "投资逻辑", "核心逻辑",
        "支撑逻辑", "背景", "前提", "前提条件", "条件", "触发条件", "适用条件", "判断标准", "判断依据", "假设", "说明", "注",
        "注意", "备注", "免责声明", "声明", "市场看法", "总体判断", "观点", "为什么", "rationale", "reason", "reasons",
        "primary reason", "why", "why now", "basis", "background", "note", "notes", "caveat", "caveats", "condition",
        "conditions", "trigger", "triggers", "disclaimer", "reasoning", "logic", "thesis", "investment thesis", "context",
        "assumption", "assumptions", "evidence",
    ],
);

/// Words in a heading or label that open lists of what to watch or check, which are no advice.
pub(super) static CHECKLISTS: Words = Words::named(
    "advice.checklists",
    &[
        "指标", "监测", "监控", "跟踪清单", "观察清单", "核对清单", "检查清单", "评估清单", "自查清单", "决策树", "验证清单",
        "尽职调查", "尽调清单", "due diligence", "kpi", "kpis", "watchlist", "checklist", "indicators", "decision tree",
        "metrics", "signposts", "monitoring", "kill conditions",
    ],
);

/// Options of which one is recommended.
pub(super) static OPTIONS: Words = Words::named("advice.options", &["option", "方案", "选项", "选择", "alternative"]);
pub(super) static RECOMMENDED: Words =
    Words::named("advice.recommended", &["recommended", "推荐", "首选", "preferred", "our pick", "建议采用"]);

/// Openings of a condition.
pub(super) static CONDITIONS: Words = Words::named("advice.conditions", &["如果", "若", "假如", "当", "if", "when", "should"]);

/// Words of a heading that speak of investing or trading.
pub(super) static INVESTING: Words = Words::named(
    "advice.investing",
    &[
        "投资", "交易", "持仓", "仓位", "选股", "股票", "理财", "investment", "investing", "invest", "trade", "trading",
        "portfolio", "stock", "stocks", "position", "rating",
    ],
);

/// A title without what stands in brackets behind it.
fn core(text: &str) -> Cow<'_, str> {
    let head = |folded: &str| folded.find(['(', '[', ':']).unwrap_or(folded.len());
    match fold(text) {
        Cow::Borrowed(folded) => folded.part(..head(folded)).trim().into(),
        Cow::Owned(folded) => folded.part(..head(&folded)).trim().to_owned().into(),
    }
}

/// What a heading or label says of the advice below it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Title {
    /// Whether it opens advice.
    pub is_advice: bool,
    /// Whether it opens judgements, of which those that address someone are advice.
    pub is_judgement: bool,
    /// Whether it opens things to leave.
    pub avoid: bool,
    /// Whether it announces one recommendation, so that the sentence below it is that recommendation.
    pub is_verdict: bool,
}

impl Title {
    /// Reads a heading or label.
    pub fn of(text: &str) -> Self {
        let core = core(text);
        let avoid = AVOID_GROUPS.prefix(&core).is_some() || leaves(&core);
        Self { is_advice: opens_advice(&core), is_judgement: JUDGEMENTS.is_in(&core), avoid, is_verdict: VERDICTS.has(&core) }
    }
}

fn opens_advice(core: &str) -> bool {
    if core.ends_with("建议") {
        return core.chars().count() <= 16;
    }
    let is_title = TITLES.is_in(core) || TO_DOS.is_in(core) || is_pair(core);
    is_title && !NOT_TITLES.is_in(core)
}

/// Whether a title names what to do and what not: ✅ Do / ❌ Don't, 该做与不该做.
fn is_pair(core: &str) -> bool {
    const LONGEST: usize = 60;
    if core.len() > LONGEST {
        return false;
    }
    let bare = |part: &str| part.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let mut cuts = ["/", "、", "与", "和", "&", "|", " and ", " vs ", " vs. "].iter().filter_map(|sign| core.split_once(sign));
    cuts.any(|(first, second)| DO.has(&bare(first)) && DONT.has(&bare(second)))
}

/// Whether a line heads what to do, or what not to.
pub(crate) fn is_column(text: &str) -> bool {
    let core = core(text);
    DO.has(&core) || DONT.has(&core)
}

/// Whether a title names what somebody else does about a matter, which is no advice to the reader.
pub(crate) fn is_response(text: &str) -> bool {
    let core = core(text);
    let Some(owner) = RESPONSES.suffix(&core).and_then(|word| core.strip_suffix(word)) else { return false };
    let owner = owner.trim_end().trim_end_matches('的');
    owner.ends_with("自身") || OTHERS.has(owner)
}

/// Whether a title opens what others than the author think.
pub(crate) fn is_others_view(text: &str) -> bool {
    VIEWS.has(&core(text))
}

/// Whether a label of advice is called by words of its own alone (操作建议) rather than by the name of who gives it.
pub(crate) fn is_plain_title(text: &str) -> bool {
    TITLES.suffix(&core(text)).is_some()
}

/// Whether a title of advice states one piece of it: 投资机会 1：构网型变流器, 避免投资：纯地产型数据中心.
pub(crate) fn is_numbered_title(text: &str) -> bool {
    let folded = fold(text);
    let Some((head, stated)) = folded.split_once(':') else { return false };
    let words = head.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十# .".contains(c));
    let is_numbered = words.len() < head.trim_end().len() && opens_advice(words);
    !stated.trim().is_empty() && (is_numbered || AVOID_GROUPS.prefix(head).is_some())
}

/// Whether a piece of advice opens with a warning.
pub(crate) fn warns(text: &str) -> bool {
    let folded = fold(opening(text, 24));
    let mut rest = folded.trim_start_matches(['"', '“', '\'', '‘', '「', '[', ' ']);
    for _ in 0..2 {
        if leaves(rest) {
            return true;
        }
        let Some(adverb) = ADVERBS.prefix(rest) else { return false };
        rest = rest.part(adverb.len()..).trim_start();
    }
    leaves(rest)
}

/// Whether a folded text begins with the words of a warning.
fn leaves(folded: &str) -> bool {
    AVOID.prefix(folded).is_some() && NOT_AVOID.prefix(folded).is_none()
}

/// Whether a heading or label opens a group of things to leave.
pub(crate) fn is_avoid_group(text: &str) -> bool {
    let core = core(text);
    AVOID_GROUPS.prefix(&core).is_some() || leaves(&core)
}

/// Whether a label only qualifies the advice it stands with.
pub(crate) fn is_attribute(label: &str) -> bool {
    ATTRIBUTES.has(&core(label))
}

/// Whether a label opens reasons or conditions.
pub(crate) fn is_reason(label: &str) -> bool {
    REASONS.has(&core(label))
}

/// Whether a heading or label opens a list of what to watch or check.
pub(crate) fn is_checklist(text: &str) -> bool {
    let core = core(text);
    CHECKLISTS.is_in(&core) && !TO_DOS.is_in(&core)
}

/// Whether a heading or label names one of several options, and if so whether it is the recommended one.
pub(crate) fn option(text: &str) -> Option<bool> {
    let folded = fold(text);
    let word = OPTIONS.prefix(&folded)?;
    let number = folded.part(word.len()..).trim_start();
    number
        .starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase() || "一二三四五".contains(c))
        .then(|| RECOMMENDED.is_in(&folded))
}

/// Whether a heading speaks of investing or trading.
pub(crate) fn speaks_of_investing(text: &str) -> bool {
    INVESTING.is_in(&fold(text))
}

/// Whether a line is a branch of a decision: a word or two, an arrow, and what follows from it (能 → 二波).
pub(crate) fn is_branch(text: &str) -> bool {
    text.split_once(['→', '⇒']).is_some_and(|(condition, _)| (1..=6).contains(&condition.trim().chars().count()))
}

/// Whether a sentence says that it recommends something.
pub(crate) fn recommends(text: &str) -> bool {
    static WORDS: Words =
        Words::new(&["recommends", "recommend", "we advise", "our advice is", "we would", "我们建议", "我们推荐"]);
    !text.ends_with([':', '：']) && WORDS.is_in(&fold(text))
}

/// Whether a sentence speaks of advice.
pub(crate) fn speaks_of_advice(text: &str) -> bool {
    static WORDS: Words =
        Words::new(&["建议", "advice", "advise", "recommend", "recommends", "recommendations", "i would", "i'd"]);
    WORDS.is_in(&fold(text))
}

/// Whether a line says what holds under a condition (如果…, If …).
pub(crate) fn is_condition(text: &str) -> bool {
    CONDITIONS.may_open(text) && CONDITIONS.prefix(&fold(opening(text, 6))).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_advice() {
        for title in [
            "行动建议（分受众）", "核心洞察与行动建议", "投資策略建議", "实战建议", "对手机厂商的建议", "7. Recommendations",
            "New Trade Ideas from This Analysis", "Your to-do list", "Checklist for this week", "待辦事項", "Do / ❌ Don't",
            "Dos and don’ts", "该做与不该做", "Action Plan", "投资建议：持有（Hold）",
        ] {
            assert!(Title::of(title).is_advice, "{title}");
        }
        for title in [
            "对AI产业的意义", "市场分析", "建议引擎的市场", "AI 推荐系统", "Recommendation engine market", "Diligence checklist",
            "Do more",
        ] {
            assert!(!Title::of(title).is_advice, "{title}");
        }
    }

    #[test]
    fn warnings_attributes_reasons() {
        assert!(warns("避免锁定：代码保持跨云兼容") && warns("DO NOT BUY before Feb 5") && warns("“不要再用打板思维”"));
        assert!(warns("先不要碰小盘股") && warns("暂不建议加仓") && warns("现在先别追高") && warns("别急着换"));
        assert!(!warns("别墅物业优先") && !warns("别忘了续约") && !warns("先看订单，不要看样机") && !warns("现在不是买点"));
        assert!(is_response("公司自身的应对策略") && is_response("竞争对手应对") && !is_response("企业的应对策略"));
        assert!(!warns("谨慎对通用模型层下注") && !warns("Short card networks"));
        assert!(is_attribute("预算") && is_attribute("Expected return") && !is_attribute("Risk Management"));
        assert!(is_reason("Rationale") && is_reason("理由"));
        assert!(is_numbered_title("投资机会 1：构网型变流器") && is_numbered_title("避免投资：纯地产型数据中心"));
        assert!(!is_numbered_title("投资建议：持有（Hold）") && !is_numbered_title("行动建议 1"));
        assert_eq!(option("OPTION 1: WAIT (RECOMMENDED)"), Some(true));
        assert_eq!(option("方案二：自建"), Some(false));
        assert_eq!(option("Optional extras"), None);
    }
}
