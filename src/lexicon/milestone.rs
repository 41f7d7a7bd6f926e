//! Words of roadmaps: what announces periods, and what makes a list of dates something else.

use super::{Words, fold};

/// Words in a heading or label whose periods are those of a roadmap, a timeline or a list of forks.
static ANNOUNCING: Words = Words::new(&[
    "路线图", "路线", "路径", "演进", "演变", "演化", "时间线", "时间轴", "时间表", "时间节点", "时间窗口", "时间预期",
    "时间规划", "里程碑", "大事记", "发展历程", "发展阶段", "发展规划", "发展趋势", "历史坐标", "阶段", "分叉点", "关键节点",
    "节点", "进度", "进程", "历程", "排期", "日程", "沿革", "复盘", "展望", "推演", "预测", "未来", "roadmap", "roadmaps",
    "timeline", "timelines", "time line", "milestone", "milestones", "evolution", "trajectory", "chronology", "phases", "stages",
    "phased", "schedule", "key dates", "dates to watch", "calendar", "catalysts", "inflection points", "decision points",
    "forks", "the road ahead", "the way forward", "path forward", "outlook", "what comes next", "what happens next",
    "how it unfolds", "rollout", "history", "how we got here", "looking ahead",
]);

/// Words in a heading or label whose dates are a life, a version history, or what is watched.
static OTHER: Words = Words::new(&[
    "创始人", "管理层", "简历", "履历", "人物", "团队", "版本", "更新日志", "修订", "变更", "指标", "监测", "跟踪", "考核",
    "工序", "工艺流程", "流程", "工作原理", "步骤", "biography", "founder", "founders", "ceo", "management", "career", "team",
    "version", "versions", "changelog", "release notes", "revision history", "revisions", "kpi", "kpis", "metrics", "monitoring",
    "process", "workflow", "how it works",
]);

/// Words behind a period in a label that leave it one: 2027 年预期, 2026 target.
static NOUNS: Words = Words::new(&[
    "预期", "预测", "目标", "计划", "前后", "左右", "起", "预计", "阶段", "时期", "target", "targets", "goal", "goals",
    "expected", "forecast", "onwards", "onward", "and beyond", "estimate",
]);

/// Whether a heading or label announces periods.
pub(crate) fn announces(text: &str) -> bool {
    ANNOUNCING.is_in(&fold(text))
}

/// Whether the dates below a heading or label are none of a roadmap.
pub(crate) fn is_other(text: &str) -> bool {
    OTHER.is_in(&fold(text))
}

/// A folded label without a noun behind its period.
pub(crate) fn without_noun(folded: &str) -> &str {
    NOUNS.suffix(folded).map_or(folded, |noun| folded[..folded.len() - noun.len()].trim_end())
}
