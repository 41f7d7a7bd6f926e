//! What a section is for, read from the words of its title.

use super::{Table, audience, fold, scenario};
use crate::record::SectionRole;

/// Words in a section's title by role. The first row that has one decides, so the narrower roles come first.
pub(crate) static ROLES: Table<SectionRole> = Table::named(
    "section",
    SectionRole::name,
    &[
        (
            SectionRole::Advice,
            &[
                "建议", "行动", "实用策略", "recommendation", "recommendations", "action items", "next steps", "action plan",
                "trade ideas", "advice",
            ],
        ),
        (SectionRole::Scenarios, &["情景", "情境", "scenario", "scenarios", "what-if"]),
        (
            SectionRole::Watchlist,
            &[
                "关注指标", "跟踪指标", "监测指标", "监测清单", "跟踪清单", "监控", "kpi", "watchlist", "indicators",
                "what to watch", "monitoring", "metrics to watch",
            ],
        ),
        (
            SectionRole::Insights,
            &[
                "洞察", "关键结论", "核心结论", "主要结论", "核心发现", "非共识", "insight", "insights", "key findings",
                "takeaways",
            ],
        ),
        (
            SectionRole::Cases,
            &["case file", "案例", "客户故事", "case study", "case studies", "customer stories", "success stories"],
        ),
        (SectionRole::Risks, &["不确定性", "风险", "挑战", "局限", "risk", "risks", "challenges", "limitations"]),
        (SectionRole::Background, &["背景", "概况", "核心事件", "background", "context", "what happened"]),
        (
            SectionRole::Summary,
            &["摘要", "概要", "综述", "导读", "一句话", "summary", "abstract", "tl;dr", "at a glance", "key points"],
        ),
        (
            SectionRole::Investment,
            &["投资", "估值", "财务", "盈利", "investment", "valuation", "financial", "financials", "earnings"],
        ),
        (
            SectionRole::Technology,
            &[
                "创新点", "技术创新", "算法", "模型能力", "技术", "架构", "产品", "性能", "technology", "technical",
                "architecture", "product", "performance",
            ],
        ),
        (
            SectionRole::Outlook,
            &[
                "timeline", "timetable", "milestones", "what comes next", "路线", "展望", "未来", "趋势", "路线图", "预测",
                "推演", "后市", "outlook", "roadmap", "forecast", "future", "trends",
            ],
        ),
        (
            SectionRole::Strategy,
            &["意义", "政策", "监管", "战略", "地缘", "strategy", "strategic", "geopolitics", "implications"],
        ),
        (
            SectionRole::Market,
            &[
                "用户", "成本", "收入", "客户", "市场", "商业", "竞争", "价值链", "market", "business", "competition",
                "competitive",
            ],
        ),
        (
            SectionRole::Industry,
            &["供应链", "行业", "产业", "应用", "生态", "落地", "industry", "applications", "ecosystem", "use cases"],
        ),
        (SectionRole::Conclusion, &["总结", "结论", "结语", "小结", "conclusion", "verdict", "bottom line", "closing"]),
        (
            SectionRole::References,
            &[
                "论文", "文献", "参考", "来源", "信息源", "引用", "资源", "附录", "references", "sources", "appendix",
                "resources", "further reading",
            ],
        ),
    ],
);

/// The role that a section's title speaks for. A title that only names a reader (对投资者) has the role of the advice it
/// stands in, or none.
pub(crate) fn role(title: &str, in_advice: bool) -> Option<SectionRole> {
    if let Some(address) = audience::address(title) {
        return (address.is_advice || in_advice).then_some(SectionRole::Advice);
    }
    if scenario::names_set(title)
        || scenario::ends_in_noun(&fold(title.split(['（', '(', ':', '：', '—']).next().unwrap_or(title).trim()))
    {
        return Some(SectionRole::Scenarios);
    }
    ROLES.first_in(&fold(title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_speak_for_roles() {
        for (title, wanted) in [
            ("新闻背景", Some(SectionRole::Background)),
            ("執行摘要", Some(SectionRole::Summary)),
            ("核心洞察与行动建议", Some(SectionRole::Advice)),
            ("Scenario Analysis Results", Some(SectionRole::Scenarios)),
            ("➋、资金路径复盘", None),
        ] {
            assert_eq!(role(title, false), wanted, "{title}");
        }
    }
}
