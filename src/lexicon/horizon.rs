//! By when: words and periods that say when advice is to be taken or a scenario holds.

use std::sync::LazyLock;

use regex::Regex;

use super::letter::{is_letter, is_within_word};
use super::quantity::calendar::MONTHS;
use super::quantity::unit;
use super::{Words, fold, opening, unfold};
use crate::excerpt::Excerpt as _;

/// Words that open a horizon on their own.
pub(super) static TERMS: Words = Words::named(
    "horizon.terms",
    &[
        "立即", "即刻", "马上", "近期", "近中期", "中短期", "短期", "短中期", "中期", "中长期", "长期", "远期", "超短期", "短线",
        "中线", "长线", "中长线", "immediate", "immediately", "short-term", "short term", "near-term", "near term",
        "medium-term", "medium term", "mid-term", "mid term", "long-term", "long term", "longer term", "longer-term", "urgent",
        "这个月", "这周", "这个季度", "本周", "本月", "本季", "本季度", "今年", "年内", "明年", "下周", "下月", "下季度", "今日",
        "this week", "this month", "this quarter", "this year", "next week", "next month", "next quarter", "next year", "today",
        "short to medium term",
    ],
);

/// Words that may follow a term when it stands as a label.
pub(super) static LABEL_NOUNS: Words = Words::named(
    "horizon.nouns",
    &[
        "行动", "策略", "战略", "规划", "愿景", "政策", "建议", "目标", "计划", "布局", "观点", "视角", "任务", "措施", "举措",
        "优化", "决策", "观望", "执行", "应对", "安排", "操作", "重点", "展望", "投资", "方向", "机会", "action", "actions",
        "steps", "goals", "priorities", "plan", "strategy", "recommendations", "measures", "initiatives", "horizon", "view",
        "outlook", "positioning", "tasks",
    ],
);

/// Words before a period.
pub(super) static LEADS: Words = Words::named(
    "horizon.leads",
    &[
        "约", "第", "前", "未来", "接下来", "接下来的", "今后", "within", "in", "first", "next", "over", "the", "by", "before",
        "after", "during", "days", "~", "<", ">",
    ],
);

/// Words as alternatives of a regular expression, the longest first, as the first that fits is taken; they go before others.
fn alternatives(words: impl Iterator<Item = &'static str>) -> String {
    let mut words: Vec<&str> = words.collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.into_iter().map(|word| format!("{}|", regex::escape(word))).collect()
}

static PERIOD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let number = r"(?:[0-9]{1,3}(?:\.[0-9]+)?|[一二两三四五六七八九十半]{1,3})";
    let units = alternatives(unit::added_times());
    let unit = format!(
        "(?:{units}个?月|个?季度|个?工作日|年|周|天|日|小时|years?|yrs?|months?|mos?|weeks?|wks?|days?|quarters?|hours?|[dwmy])"
    );
    let span = format!(
        r"{number}(?:[ ]*{unit})?(?:[ ]*[-–—~～至到][ ]*{number})?[ ]*\+?[ ]*-?[ ]*{unit}[ ]*(?:\+|以上|以内|之内|内|左右|后|前)?"
    );
    let point = r"(?:20[0-9][0-9][ ]*年?[ ]*)?(?:q[1-4]|h[12]|上半年|下半年|第?[1-4一二三四]季度|[0-9]{1,2}[ ]*月(?:[ ]*[0-9]{1,2}[ ]*日)?)(?:[ ]*[-–—~至到][ ]*(?:20[0-9][0-9][ ]*年?[ ]*)?(?:q[1-4]|h[12]|上半年|下半年|第?[1-4一二三四]季度|[0-9]{1,2}月))?(?:[ ]*20[0-9][0-9])?";
    let relative =
        format!(r"(?:今年|明年|后年|本季度?|本月|下月|下季度?)[ ]*(?:{point}|[底末初中内]|[春夏秋冬][季天]?)|[年月季周][底末]");
    let months = format!(r"(?:months?|weeks?|days?|quarters?)[ ]+{number}(?:[ ]*(?:[-–—~]|to|and)[ ]*{number})?");
    let day = r"(?:20[0-9][0-9][ ]*年[ ]*)?[0-9]{1,2}[ ]*月[ ]*(?:[0-9]{1,2}[ ]*日|[上中下]旬|[底末初中])";
    let names = alternatives(MONTHS.added_to(|_| true));
    let month = format!(
        r"(?:(?:end[- ]|mid[- ]|early |late |(?:the )?(?:end|start|beginning|middle) of )?(?:{names}(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*)(?:[ ]+[0-9]{{1,2}}(?-u:\b))?(?:,?[ ]+20[0-9][0-9])?|year[- ]?end|end of (?:the )?year|(?:early |mid[- ]|late )?(?:spring|summer|autumn|fall|winter)(?: of)? 20[0-9][0-9])"
    );
    let years = r"(?:end-|mid-|(?:early|late|mid|end of)[ ]+)?20[0-9][0-9](?:[.\-/](?:0?[1-9]|1[0-2])(?-u:\b))?(?:[ ]*[-–—~至到][ ]*(?:20)?[0-9][0-9](?:[.\-/](?:0?[1-9]|1[0-2])(?-u:\b))?)?[ ]*(?:年[ ]*[春夏秋冬][季天]?|年底?|年[初末中]|[初末中底])?[ ]*\+?";
    let lead = format!("(?:{})?[ ]*", alternatives(LEADS.all()).trim_end_matches('|'));
    Regex::new(&format!(
        r"^(?:{lead}){{0,3}}(?:{day}|{relative}|{months}|{span}|{years}[ ]*{point}|{point}|{years}|{month})(?:前|后|起|之前|内|以来|全年|onwards?|\+)?"
    ))
    .ok()
});

/// The length of the period that a folded text begins with.
fn leading_period(folded: &str) -> Option<usize> {
    // A period has a number, the name of a month, or a unit.
    let could_be = |c: char| {
        let is_word = |c| matches!(c, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '半');
        c.is_ascii_alphanumeric() || is_word(c) || matches!(c, '年' | '月' | '季' | '周')
    };
    let found = PERIOD.as_ref().filter(|_| folded.chars().take(12).any(could_be))?.find(folded)?;
    (!is_within_word(folded, found.end()) && found.end() > 0).then_some(found.end())
}

/// Whether a whole text is a period (0-3个月, 2025 Q2-Q4, next 12 months).
pub(crate) fn is_period(text: &str) -> bool {
    is_folded_period(&fold(text.trim()))
}

/// The same of a folded text.
fn is_folded_period(folded: &str) -> bool {
    let folded = from_now(folded).unwrap_or(folded);
    leading_period(folded).is_some_and(|len| folded.part(len..).trim().is_empty())
}

/// Where a period that runs from now ends: now – 6 months, 现在 – 2027 年.
fn from_now(folded: &str) -> Option<&str> {
    static TODAY: Words = Words::new(&["today", "今天", "今日", "即日起"]);
    let rest = folded.part(NOW.prefix(folded).or_else(|| TODAY.prefix(folded))?.len()..).trim_start();
    let end = rest.strip_prefix(['-', '–', '—', '~', '至', '到']).or_else(|| rest.strip_prefix("to "))?;
    Some(end.trim_start())
}

/// Whether the bracket at the end of a name is a period: Strategic (2 quarters).
pub(crate) fn has_period_bracket(name: &str) -> bool {
    let inner = name.trim_end().strip_suffix([')', '）']);
    inner.and_then(|inner| inner.rsplit_once(['(', '（'])).is_some_and(|(_, content)| is_period(content))
}

/// The first of the parts of a bracket's content, parted by commas, if it is a period or a term.
pub(crate) fn period_in_bracket(content: &str) -> Option<&str> {
    let part = content.split([',', '，', '、', ';', '；']).next()?.trim();
    (is_period(part) || is_term(part)).then_some(part)
}

/// Whether a text is a term alone (立即, short-term).
fn is_term(text: &str) -> bool {
    let folded = fold(text.trim());
    TERMS.prefix(&folded).is_some_and(|term| term.len() == folded.len())
}

/// Whether a heading or a label with nothing behind it names a horizon: 短期技能发展（0-6个月）, P0 - 本周执行, Phase 1.
pub(crate) fn is_lead(text: &str) -> bool {
    let folded = fold(text.trim());
    let head = folded.split('(').next().unwrap_or_default().trim();
    if is_folded_period(head) || is_stage(head) || is_priority(head) || NOW.has(head) {
        return true;
    }
    if UNTIL.prefix(head).is_some_and(|word| head.part(word.len()..).starts_with(' ')) && head.len() <= 28 {
        return true;
    }
    TERMS
        .prefix(head)
        .is_some_and(|term| head.part(term.len()..).chars().count() <= if term.ends_with(is_letter) { 28 } else { 8 })
}

/// Openings of a heading that says until when (Before the summer break). “By” is none: By sector.
pub(super) static UNTIL: Words = Words::named("horizon.until", &["before", "until", "within"]);

/// Openings of a period that runs from now.
pub(super) static ANNOUNCED: Words =
    Words::named("horizon.announced", &["within", "by", "before", "over the", "in the next", "next", "未来"]);

/// Words for now, which name a horizon only as a whole label.
pub(super) static NOW: Words = Words::named("horizon.now", &["当前", "目前", "现在", "现阶段", "now", "currently", "current"]);

/// A first sentence that is a horizon alone: `立即行动。0-6个月内申请…`.
pub(crate) fn opening_sentence(text: &str) -> Option<&str> {
    let sentence = text
        .split(['。', '.', '，', ','])
        .next()
        .filter(|sentence| sentence.len() < text.len() && sentence.chars().count() <= 8)?;
    is_item_label(sentence).then_some(sentence)
}

/// Whether the label of an item names a horizon. It must be a term with nothing but a bracket or a noun behind it, for
/// `长期持有核心资产` is advice.
pub(crate) fn is_item_label(text: &str) -> bool {
    is_folded_label(&fold(text.trim()))
}

/// The same of a folded text.
fn is_folded_label(folded: &str) -> bool {
    let head = folded.split('(').next().unwrap_or_default().trim();
    if is_folded_period(head) || is_stage(head) || is_priority(head) || NOW.has(head) {
        return true;
    }
    TERMS.prefix(head).is_some_and(|term| {
        let rest = head.part(term.len()..).trim_matches([' ', '-', '/']);
        rest.is_empty()
            || LABEL_NOUNS.prefix(rest).is_some_and(|noun| noun.len() == rest.len())
            || TERMS.prefix(rest).is_some_and(|t| t.len() == rest.len())
    })
}

/// How a label names a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimeName {
    /// By a date or a span of time: 2026 Q1, 0-6个月, Year 2.
    Period,
    /// By a term: 短期, near term.
    Term,
    /// As a stage: 第一阶段, Phase 1.
    Stage,
    /// By its distance from today: 当前, this month, 明年.
    Now,
}

/// Whether a text could begin with the name of a time: a quick look before a close one.
pub(crate) fn could_name_time(text: &str) -> bool {
    let Some(first) = text.chars().next().map(super::fold_char) else { return false };
    first.is_ascii_digit()
        || TERMS.begin_with(first)
        || NOW.begin_with(first)
        || "第阶未约前初早上下".contains(first)
        || first.is_ascii_alphabetic() && text.contains(|c: char| c.is_ascii_digit())
}

/// How a label without its bracket names a time, if it says nothing else.
pub(crate) fn time_name(text: &str) -> Option<TimeName> {
    /// Units that are counted from a start: Year 2, 第1年.
    static COUNTED: Words = Words::new(&["year", "years", "month", "months", "quarter", "week", "y", "m"]);
    /// Terms and units that count from today.
    static RELATIVE: Words = Words::new(&[
        "这", "本", "今", "明年", "下周", "下月", "下季", "立即", "即刻", "马上", "this", "next", "today", "day", "immediate",
        "immediately", "urgent",
    ]);
    /// Words for the how-manieth generation of a thing.
    static GENERATIONS: Words = Words::new(&["generation", "gen"]);
    let folded = fold(text.trim());
    if folded.is_empty() || is_priority(&folded) {
        return None;
    }
    let counted = COUNTED.prefix(&folded).map(|unit| folded.part(unit.len()..).trim_start());
    let is_counted = counted.is_some_and(|number| {
        number.starts_with(|c: char| c.is_ascii_digit())
            && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '+' | ' '))
    });
    let generation = match folded.strip_prefix('第') {
        Some(rest) => rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六".contains(c)).starts_with('代'),
        None => GENERATIONS
            .prefix(&folded)
            .is_some_and(|word| folded.part(word.len()..).trim_start().starts_with(|c: char| c.is_ascii_digit())),
    };
    if RELATIVE.prefix(&folded).is_some() && is_folded_label(&folded)
        || NOW.has(&folded)
        || (NOW.prefix(&folded).is_some() && folded.ends_with("阶段"))
    {
        Some(TimeName::Now)
    } else if is_counted || is_folded_period(&folded) {
        Some(TimeName::Period)
    } else if is_stage(&folded) || generation {
        Some(TimeName::Stage)
    } else {
        is_folded_label(&folded).then_some(TimeName::Term)
    }
}

/// 阶段1, 第一阶段, Phase 2.
fn is_stage(head: &str) -> bool {
    let rest = if let Some(rest) = head.strip_prefix('第') {
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六".contains(c)).strip_prefix("阶段")
    } else {
        ["阶段", "phase", "stage", "step"]
            .iter()
            .find_map(|word| head.strip_prefix(word))
            .filter(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit() || "一二三四五六ivx".contains(c)))
    };
    rest.is_some_and(|rest| rest.chars().count() <= 6)
}

/// P0, P1 - this week.
fn is_priority(head: &str) -> bool {
    let mut chars = head.chars();
    chars.next() == Some('p')
        && chars.next().is_some_and(|c| c.is_ascii_digit())
        && chars.next().is_none_or(|c| !c.is_alphanumeric())
}

/// The horizon that the text of a piece of advice opens with: `6个月内部署…`, `建议在6个月内（2026年Q2前）试用`, `Within 90 days, …`. A
/// period in mid-sentence does not count.
pub(crate) fn opening_period(text: &str) -> Option<&str> {
    static BEFORE: Words = Words::new(&["建议", "应", "请", "可", "需", "在", "于", "争取", "计划"]);
    // Only the opening is folded: the text may be long.
    let folded = fold(opening(text, 60));
    let mut start = 0;
    while let Some(word) = BEFORE.prefix(folded.part(start..)) {
        start += word.len();
        start += folded.part(start..).len() - folded.part(start..).trim_start().len();
    }
    let in_year = folded.part(start..).starts_with("年内").then_some("年内".len());
    let mut end = start + in_year.or_else(|| leading_period(folded.part(start..)))?;
    let within = folded.part(start..end).ends_with(['内', '前']);
    let announced = ANNOUNCED.prefix(folded.part(start..)).is_some();
    if !within && !announced {
        return None;
    }
    if folded.part(end..).starts_with('(') {
        end += folded.part(end..).find(')').map_or(0, |close| close + 1);
    }
    Some(unfold(text, &folded, start..end).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods() {
        for text in [
            "0-3个月", "3-5年+", "18个月+", "1-2週", "6月+", "2025 Q2-Q4", "2026-2027", "2028+", "next 12 months", "0–6 months",
            "30 天内", "今年内", "月底前", "今年第三季度之前", "6 月 18 日前", "months 4 to 18", "2025年底", "Q1 2026",
            "1年以上", "By June 30", "by end-2027", "三个月内", "12–24 月", "2026年", "Now – 6 months", "现在 – 6 个月",
            "6 月底", "2026 年 12 月初", "2026年6月下旬", "6 月中旬", "End of June 2026", "Spring 2027", "2027 年春季",
        ] {
            assert!(is_period(text), "{text}");
        }
        for text in
            ["按风险收益排序", "3 个方向", "256 GPU", "ROI周期", "VC/PE", "40%", "二级市场", "Now or never", "春季", "Fall"]
        {
            assert!(!is_period(text), "{text}");
        }
    }

    #[test]
    fn leads_and_item_labels() {
        for text in [
            "立即行动（0-3个月）", "短期技能发展（0-6个月）", "P0 - 本周执行", "阶段1（6个月）", "Phase 2", "Short-term actions",
            "長期願景", "Immediate (0-30 days)", "第一阶段",
        ] {
            assert!(is_lead(text), "{text}");
        }
        for text in ["短期（3个月内）", "立即行动", "长期规划", "2026年", "前3个月", "第1个月", "12个月后", "当前（0-12个月）"]
        {
            assert!(is_item_label(text), "{text}");
        }
        for text in ["长期持有核心资产", "立即部署", "当前最佳投资机会（按风险收益排序）", "技能提升"]
        {
            assert!(!is_item_label(text), "{text}");
        }
    }

    #[test]
    fn openings() {
        for (text, wanted) in [
            ("6个月内部署模型，快速试点", Some("6个月内")),
            ("前3个月内完成评估", Some("前3个月内")),
            ("建议在6个月内（2026年Q2前）试用", Some("6个月内（2026年Q2前）")),
            ("未来12个月内完成改造", Some("未来12个月内")),
            ("Within 90 days, map exposure", Some("Within 90 days")),
            ("评估未来 12–18 个月内是否迁移", None),
            ("立即配备设备，6个月内回本", None),
            ("3家公司值得关注", None),
        ] {
            assert_eq!(opening_period(text), wanted, "{text}");
        }
    }
}
