//! Words of roadmaps: what announces periods, and what makes a list of dates something else.

use super::{Words, fold, opening};
use crate::excerpt::Excerpt as _;

/// Words in a heading or label whose periods are those of a roadmap, a timeline or a list of forks.
pub(super) static ROADMAPS: Words = Words::named(
    "milestone.titles",
    &[
        "路线图", "路线", "路径", "演进", "演变", "演化", "时间线", "时间轴", "时间表", "时间节点", "时间窗口", "时间预期",
        "时间规划", "里程碑", "大事记", "发展历程", "发展阶段", "发展规划", "发展趋势", "历史坐标", "分叉点", "关键节点", "规划",
        "历程", "排期", "日程", "时程", "期程", "进程表", "进度表", "年表", "时间安排", "沿革", "复盘", "展望", "推演",
        "roadmap", "roadmaps", "timeline", "timelines", "time line", "milestone", "milestones", "evolution", "trajectory",
        "chronology", "schedule", "timetable", "timetables", "key dates", "dates to watch", "calendar", "catalysts",
        "inflection points", "decision points", "forks", "the road ahead", "the way forward", "path forward", "what comes next",
        "what happens next", "how it unfolds", "rollout", "how we got here", "looking ahead",
    ],
);

/// Words that speak of periods and of much else.
static HINTS: Words = Words::new(&[
    "阶段", "节点", "进度", "进程", "未来", "预测", "趋势", "三段", "几段", "phases", "stages", "phased", "history", "outlook",
    "future", "plan", "plans",
]);

/// Openings of what was or is to be done, which a figure does not make a metric: 完成 10 kW 短堆.
static DEEDS: Words = Words::new(&[
    "完成", "启动", "建成", "实现", "发布", "推出", "上线", "开始", "开工", "投产", "量产", "试点", "试产", "交付", "扩展",
    "扩大", "部署", "建设", "进入", "达成", "complete", "launch", "begin", "start", "open", "finish", "ship", "deploy", "expand",
    "first",
]);

/// Names of what is measured year by year.
static MEASURES: Words = Words::new(&[
    "增长", "增速", "增长率", "同比", "环比", "同比增长", "环比增长", "规模", "市场规模", "营收", "收入", "营业收入", "净利润",
    "利润", "毛利率", "净利率", "销量", "销售额", "销售", "出货量", "出货", "产量", "产能", "产值", "价格", "均价", "单价",
    "成本", "渗透率", "份额", "占比", "市占率", "用户", "用户数", "装机", "装机量", "投资额", "融资额", "订单", "估值", "市值",
    "下降", "上涨", "下滑", "revenue", "revenues", "sales", "turnover", "price", "prices", "cost", "costs", "growth", "margin",
    "margins", "profit", "profits", "income", "net income", "earnings", "eps", "ebitda", "shipments", "volume", "volumes",
    "output", "capacity", "share", "market share", "market size", "penetration", "users", "customers", "orders", "backlog",
    "capex", "spending", "valuation", "demand", "deliveries", "headcount", "yield", "cash flow",
]);

/// Words around such a name that say nothing that was done.
static AROUND: Words = Words::new(&[
    "约", "为", "达", "达到", "约为", "达到约", "预计", "预期", "估计", "全年", "全球", "中国", "国内", "平均", "总", "年", "的",
    "和", "及", "增至", "升至", "降至", "至", "到", "仅", "超", "近", "of", "at", "was", "is", "the", "a", "an", "about",
    "around", "and", "in", "to", "up", "down", "by", "average", "total", "annual", "net", "gross", "global", "market",
    "expected", "estimated", "unit", "per", "yoy", "y/y", "reached", "with", "from",
]);

/// Words in a heading or label whose dates are a life, a version history, or what is watched.
pub(super) static OTHER: Words = Words::named(
    "milestone.not_titles",
    &[
        "创始人", "管理层", "简历", "履历", "人物", "团队", "版本", "更新日志", "修订", "变更", "指标", "监测", "跟踪", "考核",
        "工序", "工艺流程", "流程", "工作原理", "步骤", "待办", "to-do", "to-dos", "biography", "founder", "founders", "ceo",
        "management", "career", "team", "version", "versions", "changelog", "release notes", "revision history", "revisions",
        "kpi", "kpis", "metrics", "monitoring", "process", "workflow", "how it works",
    ],
);

/// Words behind a period in a label that leave it one: 2027 年预期, 2026 target.
pub(super) static NOUNS: Words = Words::named(
    "milestone.nouns",
    &[
        "预期", "预测", "目标", "计划", "前后", "左右", "起", "预计", "阶段", "时期", "至今", "以来", "以后", "to date",
        "target", "targets", "goal", "goals", "expected", "forecast", "onwards", "onward", "and beyond", "estimate",
    ],
);

/// Whether a heading, a label or a sentence announces periods.
pub(crate) fn announces(text: &str) -> bool {
    ROADMAPS.is_in(&fold(text))
}

/// Whether it speaks of periods, if not only of them.
pub(crate) fn hints(text: &str) -> bool {
    HINTS.is_in(&fold(text))
}

/// Whether a text begins with something done.
pub(crate) fn is_deed(text: &str) -> bool {
    DEEDS.may_open(text) && DEEDS.prefix(&fold(opening(text, 12))).is_some()
}

/// Whether a text without its figures only names what they measure: revenue of, 同比增长.
pub(crate) fn names_measure(text: &str) -> bool {
    let folded = fold(text);
    let mut names = false;
    for part in folded.split(|c: char| c.is_whitespace() || ",，、;；:：()（）.。~/".contains(c)) {
        // 均价每瓦时: what it is counted by.
        let mut rest = part.split('每').next().unwrap_or_default();
        while !rest.is_empty() {
            let measure = MEASURES.prefix(rest);
            let Some(word) = measure.or_else(|| AROUND.prefix(rest)) else { return false };
            names |= measure.is_some();
            rest = rest.part(word.len()..);
        }
    }
    names
}

/// Whether the dates below a heading or label are none of a roadmap.
pub(crate) fn is_other(text: &str) -> bool {
    OTHER.is_in(&fold(text))
}

/// A folded label without a noun behind its period.
pub(crate) fn without_noun(folded: &str) -> &str {
    NOUNS.suffix(folded).map_or(folded, |noun| folded.part(..folded.len() - noun.len()).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures() {
        for text in ["增长 ", "营收约 ，同比增长 ", "revenue of ", "average price of ", "Market share: ", "均价每瓦时 "]
        {
            assert!(names_measure(text), "{text}");
        }
        for text in ["工厂投产，产能 ", "the price war ends", "二厂开工", "约 ", "opens with a capacity of "] {
            assert!(!names_measure(text), "{text}");
        }
    }
}
