//! Words that open a list of key figures.

use super::{Words, fold};

/// Words of a heading or label under which each item is a key figure.
pub(super) static TITLES: Words = Words::named(
    "fact.titles",
    &[
        "关键数据", "关键数据点", "重点数字", "重点数据", "重点指标", "关键信息", "核心信息", "关键参数", "关键指标", "关键数字",
        "关键规格", "核心数据", "核心指标", "核心参数", "核心数字", "主要数据", "主要指标", "主要参数", "重要数据", "基本数据",
        "数据速览", "数据一览", "数据概览", "关键事实", "key figures", "key figure", "key data", "key data points",
        "key metrics", "key parameters", "key facts", "key indicators", "key numbers", "key stats", "key statistics",
        "key specs", "key specifications", "fast facts", "quick facts", "facts and figures", "by the numbers", "at a glance",
        "in numbers", "vital statistics", "snapshot",
    ],
);

/// Words that make such a list one of what to watch.
static WATCHED: Words = Words::new(&[
    "关注", "跟踪", "追踪", "监测", "监控", "观察", "考核", "目标", "后续", "kpi", "kpis", "dashboard", "watch", "monitor",
    "monitoring", "track", "tracking", "targets",
]);

/// Whether a heading or label opens a list of key figures.
pub(crate) fn opens(text: &str) -> bool {
    let folded = fold(text);
    let core = folded.split(['(', '[']).next().unwrap_or_default();
    TITLES.is_in(core) && !WATCHED.is_in(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_not_what_is_watched() {
        assert!(opens("关键数据点（2025）") && opens("Key figures") && opens("關鍵指標") && opens("The year in numbers"));
        assert!(!opens("关键指标跟踪") && !opens("KPI dashboard: key metrics") && !opens("数据中心"));
    }
}
