//! Words of case studies: what names a case, how it went, what is said of it.

use super::numbering::{self, after};
use super::{Table, Words, fold, opening};
use crate::record::{CaseOutcome, FieldRole};

/// Openings of a name that make it that of a case.
pub(super) static OPENINGS: Words = Words::named(
    "case.names",
    &[
        "案例", "成功案例", "受阻案例", "遇阻案例", "失败案例", "典型案例", "实际案例", "落地案例", "客户案例", "用户案例",
        "应用案例", "标杆案例", "研究案例", "案例研究", "案例分析", "个案", "个案研究", "the case of", "case study", "case",
        "customer story", "success story", "client story",
    ],
);

/// Endings of a name that do.
static ENDINGS: Words = Words::new(&["案例", "case study"]);

/// Words of a heading or label whose parts are cases.
pub(super) static SECTIONS: Words = Words::named(
    "case.titles",
    &[
        "案例", "个案", "客户故事", "customer cases", "client cases", "vignettes", "case file", "case files", "case study",
        "case studies", "customer stories", "success stories", "client stories", "field reports",
    ],
);

/// Words of a title that only speaks of cases.
static NOT_CASES: Words = Words::new(&["教科书", "案例库", "案例对比", "违规", "案例数", "use case", "use cases"]);

/// How a case went, by the words of its name.
pub(super) static OUTCOMES: Table<CaseOutcome> = Table::named(
    "case.outcome",
    CaseOutcome::name,
    &[
        (
            CaseOutcome::Setback,
            &[
                "受阻", "遇阻", "失败", "受挫", "挫折", "未果", "中止", "暂停", "警示", "setback", "failed", "failure",
                "stalled", "abandoned", "cancelled", "cautionary", "what went wrong",
            ],
        ),
        (CaseOutcome::Success, &["成功", "标杆", "突出", "success", "successful", "succeeded", "win", "what went right"]),
    ],
);

/// Words that deny a success, or name what stands out to the bad.
static NO_SUCCESS: Words = Words::new(&[
    "未能成功", "未成功", "没有成功", "不成功", "未获成功", "不算成功", "问题突出", "矛盾突出", "风险突出", "unsuccessful",
    "not successful", "not a success", "without success", "no success", "not succeeded",
]);

/// Words that deny a setback.
static NO_SETBACK: Words = Words::new(&[
    "无一失败", "没有失败", "未失败", "零失败", "未受阻", "未遇阻", "不失败", "never failed", "not failed", "no failure",
    "no failures", "without failure", "without a setback", "no setback", "not cancelled", "not abandoned",
]);

/// What the labels of a case announce; the first row that has a word decides.
pub(super) static FIELDS: Table<FieldRole> = Table::named(
    "case.field",
    FieldRole::name,
    &[
        (
            FieldRole::Factor,
            &[
                "成功因素", "关键因素", "成功关键", "为什么成功", "success factor", "success factors", "why it worked",
                "key factors",
            ],
        ),
        (FieldRole::Lesson, &["教训", "启示", "经验", "反思", "lesson", "lessons", "lessons learned", "takeaway", "takeaways"]),
        (FieldRole::Return, &["roi", "回报", "投资回报", "回收", "payback", "return", "roi calculation"]),
        (
            FieldRole::Challenge,
            &[
                "挑战", "问题", "痛点", "障碍", "困难", "原因", "局限", "challenge", "challenges", "problem", "problems",
                "obstacle", "obstacles", "pain point", "root cause",
            ],
        ),
        (
            FieldRole::Response,
            &["应对", "对策", "解决", "策略", "做法", "措施", "solution", "approach", "response", "what they did", "actions"],
        ),
        (
            FieldRole::Outcome,
            &[
                "效果", "结果", "成效", "成果", "收益", "影响", "价值", "产出", "提升", "what happened", "how it ended",
                "result", "results", "outcome", "outcomes", "impact", "effect", "benefit", "benefits",
            ],
        ),
        (
            FieldRole::Client,
            &["客户", "用户", "企业", "公司", "机构", "client", "customer", "company", "organisation", "organization", "user"],
        ),
        (
            FieldRole::Scale,
            &[
                "规模", "部署", "投资", "投入", "数量", "成本", "计划", "周期", "spent on", "scale", "deployment", "investment",
                "size", "cost", "scope", "duration",
            ],
        ),
        (
            FieldRole::Use,
            &[
                "场景", "应用", "用途", "任务", "背景", "需求", "使用", "use case", "use", "application", "scenario",
                "background", "context", "task",
            ],
        ),
    ],
);

/// What a line calls itself, if it names a case.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Named<'t> {
    pub rank: Option<u32>,
    pub name: &'t str,
}

/// Reads a name that says itself that it is a case: 案例 1：…, 【案例】…, 成功案例：…, Case study 2 – …, The case of ….
pub(crate) fn named(text: &str) -> Option<Named<'_>> {
    let text = text.trim_start_matches(['【', '[']);
    if !OPENINGS.may_open(text) {
        return None;
    }
    let folded = fold(opening(text, 24));
    if NOT_CASES.is_in(&folded) {
        return None;
    }
    let opening = OPENINGS.prefix(&folded)?;
    let rest = after(text, opening);
    if let Some(numbered) = numbering::behind_noun(rest).filter(|numbered| !numbered.text.is_empty()) {
        return Some(Named { rank: numbered.rank, name: numbered.text });
    }
    let name = rest.trim_start_matches(['】', ']', '：', ':', '—', '–', '-', '|', ' ']);
    let is_parted = name.len() < rest.trim_start().len() || opening.ends_with(" of");
    (is_parted && !name.is_empty()).then_some(Named { rank: None, name })
}

/// Whether a name ends as that of a case: 某电商平台案例（用户数5亿+）, Northwind case study.
pub(crate) fn ends_as_case(text: &str) -> bool {
    const LONGEST: usize = 30;
    let head = text.split(['（', '(']).next().unwrap_or(text).trim_end();
    if !ENDINGS.may_close(head) {
        return false;
    }
    let folded = fold(head);
    let ending = ENDINGS.suffix(&folded).filter(|ending| ending.len() < folded.len());
    // 企业客户案例 is a kind of cases.
    let is_kind = OPENINGS.suffix(&folded).is_some_and(|kind| ENDINGS.suffix(kind).is_some_and(|ending| ending != kind));
    ending.is_some() && head.chars().count() <= LONGEST && !NOT_CASES.is_in(&folded) && !is_kind
}

/// Whether a heading or label opens a list of cases.
pub(crate) fn opens(text: &str) -> bool {
    let folded = fold(text);
    SECTIONS.is_in(&folded) && !NOT_CASES.is_in(&folded)
}

/// How a case went, if its name says so.
pub(crate) fn outcome(text: &str) -> Option<CaseOutcome> {
    let folded = fold(text);
    match OUTCOMES.first_in(&folded) {
        Some(CaseOutcome::Success) if NO_SUCCESS.is_in(&folded) => Some(CaseOutcome::Setback),
        Some(CaseOutcome::Setback) if NO_SETBACK.is_in(&folded) => None,
        found => found,
    }
}

/// What the label of a line below a case announces.
pub(crate) fn field_role(label: &str) -> FieldRole {
    FIELDS.first_in(&fold(label)).unwrap_or(FieldRole::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes() {
        assert_eq!(outcome("东河物流（未能成功）"), Some(CaseOutcome::Setback));
        assert_eq!(outcome("东河物流（ROI 突出）"), Some(CaseOutcome::Success));
        assert_eq!((outcome("东河物流（问题突出）"), outcome("三期工程（无一失败）")), (Some(CaseOutcome::Setback), None));
    }

    #[test]
    fn names_of_cases() {
        for (text, rank, name) in [
            ("案例 1：北岭电网（成功案例）", Some(1), "北岭电网（成功案例）"),
            ("案例二：北岭电网", Some(2), "北岭电网"),
            ("案例A 北岭电网：三个月", None, "北岭电网：三个月"),
            ("【案例】北岭电网", None, "北岭电网"),
            ("成功案例：北岭电网", None, "北岭电网"),
            ("個案研究：北嶺電網", None, "北嶺電網"),
            ("Case study 2: Norbank", Some(2), "Norbank"),
            ("Case A: a mid-sized forwarder", None, "a mid-sized forwarder"),
            ("The case of Norbank", None, "Norbank"),
        ] {
            assert_eq!(named(text), Some(Named { rank, name }), "{text}");
        }
        for text in [
            "落地案例", "案例对比", "Base case: growth", "Cases", "案例", "Use case 1: chat", "案例库建设：三期", "Case law",
            "案例 5G 工厂", "案例 3 家工厂",
        ] {
            assert_eq!(named(text), None, "{text}");
        }
        assert!(ends_as_case("某电商平台案例（用户数5亿+）") && ends_as_case("Northwind case study"));
        assert!(!ends_as_case("企业客户案例") && !ends_as_case("案例") && !ends_as_case("落地案例"));
    }
}
