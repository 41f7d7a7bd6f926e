//! What names a period: 短期（2025 Q2-Q4）, 2026 年, Phase 1（0-6个月）, Year 2, 第一阶段（2000-2015）.

use crate::excerpt::Excerpt as _;
use crate::lexicon::{fold, horizon, milestone as words};
use crate::outline::{Kind, Line, strip_ordinal, without_emoji};
use crate::record::QuantityKind;
use crate::value;

/// The longest label, in characters; anything longer is a sentence.
const LONGEST: usize = 60;

/// How a period is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Name {
    /// By a date or a span of time.
    Date,
    /// By a term: 短期, near term.
    Term,
    /// As a stage: Phase 1, 第一阶段.
    Stage,
    /// By its distance from today: 当前, this month.
    Now,
    /// By a name of its own, with its time in brackets: 扩张期（2020-2022）.
    Own,
}

/// The label of a period.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    /// As written.
    pub text: String,
    pub name: Name,
    /// Whether a date or a span of time stands in it.
    pub is_dated: bool,
    /// Where what is said of the period begins, in the text of the line.
    pub rest: usize,
}

/// Reads the label of a line that names a period.
pub(super) fn read(line: &Line) -> Option<Label> {
    let head_end = match &line.label {
        Some(label) => label.end,
        None if line.heading().is_some() => line.text.len(),
        None => period_end(&line.text).or_else(|| parting(&line.text))?,
    };
    named(line, head_end)
}

/// The same of a line of plain text in a fence, where a gap may part a period from what is said of it: 第一阶段（2026 年）   试点.
pub(super) fn read_column(line: &Line) -> Option<Label> {
    let gap = Some(line).filter(|line| line.kind == Kind::Fenced)?.text.find("  ")?;
    line.label.as_ref().is_none_or(|label| label.end > gap).then(|| named(line, gap))?
}

/// The label of a line whose head ends at a place.
fn named(line: &Line, head_end: usize) -> Option<Label> {
    let text = line.text.as_str();
    let start = head_end - without_emoji(strip_ordinal(text.part(..head_end))).len();
    let head = text.part(start..head_end);
    let first = period_end(head).unwrap_or_else(|| split(head));
    let own_name = |cut: &usize| is_named_in_bracket(head.part(..*cut));
    let (cut, name) = match name_of(head.part(..first)) {
        Some(name) => (first, name),
        // 第三期：扩产（2028 年）: the title of an ordinal belongs to it. 类比2：… counts something else.
        None => (
            Some(first).filter(own_name).or_else(|| Some(head.len()).filter(|_| head.starts_with('第')).filter(own_name))?,
            Name::Own,
        ),
    };
    let own = head.part(..cut);
    // Q1：效率能提多少？ asks the first question, and speaks of no quarter.
    if own.len() == 2 && text.ends_with(['?', '？']) {
        return None;
    }
    let is_dated = |part: &str| name == Name::Date || bracket(part).is_some_and(is_time);
    let end = if is_dated(own) { None } else { title_end(line, start, head, name, &is_dated) };
    let end = end.unwrap_or(start + cut);
    let mut label = label(text, start, end, name, is_dated(text.part(start..end)));
    if let Some(run) = line.label.as_ref().filter(|run| run.end == end) {
        label.rest = run.value;
    }
    Some(label)
}

/// Where the title ends that a term or a stage without a time has behind it: 阶段1：早期获客（Year 1-2）. It belongs to the
/// label where it ends with the time; that of a stage also where it stands in bold or alone.
fn title_end(line: &Line, start: usize, head: &str, name: Name, is_dated: &dyn Fn(&str) -> bool) -> Option<usize> {
    let is_stage = name == Name::Stage;
    let is_bold = line.label.as_ref().is_some_and(|label| label.bold);
    let whole = line.text.part(start..).trim_end_matches([':', '：']).trim_end();
    let titles = [(whole, is_stage && line.is_lead()), (head, is_stage && is_bold)];
    let fits = |title: &str| title.chars().count() <= LONGEST;
    let found = titles.iter().find(|(title, is_called_so)| fits(title) && (*is_called_so || is_dated(title)));
    found.map(|(title, _)| start + title.len())
}

/// Where a period ends that a text opens with and that has blanks around its dash: 6 – 18 months, Q1 – Q3 2026.
fn period_end(text: &str) -> Option<usize> {
    let dash = parting(text)?;
    let rest = text.part(dash..).trim_start_matches([' ', '–', '—', '-']);
    let end = text.len() - rest.len() + split(rest);
    let (last, whole) = (rest.part(..split(rest)), text.part(..end));
    (is_time(last) && name_of(whole) == Some(Name::Date)).then_some(end)
}

/// Where a dash or an arrow between blanks parts a text: the first en dash, else the first em dash, hyphen or arrow.
fn parting(text: &str) -> Option<usize> {
    let rank = |at: usize| ["– ", "— ", "- ", "→ "].iter().position(|mark| text.part(at + 1..).starts_with(mark));
    text.match_indices(' ').filter_map(|(at, _)| Some((rank(at)?, at))).min().map(|(_, at)| at)
}

fn label(text: &str, start: usize, end: usize, name: Name, is_dated: bool) -> Label {
    let rest = text.part(end..).trim_start_matches([':', '：', ' ', '–', '—', '-', '→', '|', '，', ',']);
    Label { text: text.part(start..end).trim().to_owned(), name, is_dated, rest: text.len() - rest.len() }
}

/// Where the part of a head ends that may name a period: at its first colon or dash outside brackets.
fn split(head: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in head.char_indices() {
        match c {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            '：' | ':' if depth == 0 => return head.part(..at).trim_end().len(),
            '—' if depth == 0 && !head.part(..at).ends_with(|c: char| c.is_ascii_digit()) => {
                return head.part(..at).trim_end().len();
            }
            '–' | '-' | '—' | '|' | '→'
                if depth == 0 && head.part(..at).ends_with(' ') && head.part(at + c.len_utf8()..).starts_with(' ') =>
            {
                return head.part(..at).trim_end().len();
            }
            _ => {}
        }
    }
    head.len()
}

/// How a text names a period, if it says nothing else.
pub(super) fn name_of(text: &str) -> Option<Name> {
    if !horizon::could_name_time(text) || text.chars().count() > LONGEST {
        return None;
    }
    let folded = fold(text);
    let head = folded.split(['(', '[']).next().unwrap_or_default().trim();
    let after = folded.find(['(', '[']).map_or("", |open| folded.part(open..));
    let closes = after.is_empty() || after.trim_end().ends_with([')', ']']);
    if head.is_empty() || !closes {
        return None;
    }
    match horizon::time_name(head) {
        Some(horizon::TimeName::Stage) => Some(Name::Stage),
        Some(horizon::TimeName::Term) => Some(Name::Term),
        Some(horizon::TimeName::Now) => Some(Name::Now),
        Some(horizon::TimeName::Period) => Some(Name::Date),
        None => {
            let bare = words::without_noun(head);
            (bare.len() < head.len() && is_time(bare) || is_dated(head)).then_some(Name::Date)
        }
    }
}

/// Whether a whole text is a date, a period or a span of time.
pub(super) fn is_time(text: &str) -> bool {
    let text = text.trim();
    matches!(horizon::time_name(text), Some(horizon::TimeName::Period)) || is_dated(text)
}

/// The same of a text that is no name of a time.
fn is_dated(text: &str) -> bool {
    let first = text.split(['，', ',', '、', ';', '；']).next().unwrap_or(text).trim();
    let has_number = first.chars().any(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    has_number && (horizon::is_period(first) || covers(first))
}

/// Whether dates are all that a text says, but for what joins them.
fn covers(text: &str) -> bool {
    let mentions = value::find(text);
    let is_date = |kind| matches!(kind, QuantityKind::Date | QuantityKind::Period);
    let inside: usize = mentions.iter().map(|mention| mention.range.len()).sum();
    let last = mentions.last().map_or(0, |mention| mention.range.end);
    !mentions.is_empty()
        && mentions.iter().all(|mention| is_date(mention.value.kind))
        && text.len() - inside <= 4
        && !text.part(last..).contains(char::is_alphabetic)
}

/// Whether a text is a name with its time in a bracket behind it: 扩张期（2020-2022）.
pub(super) fn is_named_in_bracket(text: &str) -> bool {
    let could_hold = text.ends_with([')', '）']) && text.contains(|c: char| c.is_ascii_digit());
    could_hold && text.chars().count() <= LONGEST && bracket(text).is_some_and(covers)
}

/// The content of the bracket that ends a text.
fn bracket(text: &str) -> Option<&str> {
    let inner = text.trim_end().strip_suffix([')', '）'])?;
    let open = inner.rfind(['(', '（'])?;
    Some(inner.part(open..).trim_start_matches(['(', '（']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::Outline;
    use crate::source::Source;

    fn of(markdown: &str) -> Option<(String, bool, String)> {
        let outline = Outline::of(&Source::decode("t.md", markdown.as_bytes()).unwrap());
        let line = outline.lines.iter().next_back()?;
        let label = read(line)?;
        Some((label.text, label.is_dated, line.text[label.rest..].to_owned()))
    }

    #[test]
    fn labels_of_periods() {
        for (markdown, label, is_dated, said) in [
            ("**短期（2025 Q2-Q4）：新架构与软件**", "短期（2025 Q2-Q4）", true, "新架构与软件"),
            ("- **2025 Q1**：发布", "2025 Q1", true, "发布"),
            ("## ② 2023中：龙头（关键转折）", "2023中", true, "龙头（关键转折）"),
            ("- Phase 1: 0-6 months (2026 Q1)", "Phase 1: 0-6 months (2026 Q1)", true, ""),
            ("1. **第一阶段（2000-2015）**：手工", "第一阶段（2000-2015）", true, "手工"),
            ("阶段1：早期获客（Year 1-2）", "阶段1：早期获客（Year 1-2）", true, ""),
            ("- Early 2027: pilots", "Early 2027", true, "pilots"),
            ("- **Year 2** – scale", "Year 2", true, "scale"),
            ("- 中期: 扩张", "中期", false, "扩张"),
            ("- 2027 年预期：回本", "2027 年预期", true, "回本"),
            ("- Q3 2026 – launch", "Q3 2026", true, "launch"),
            ("- 2009—2015年：副产品", "2009—2015年", true, "副产品"),
            ("- 2026年一季度至二季度（磨底段）：下修", "2026年一季度至二季度（磨底段）", true, "下修"),
            ("- 2025年至今：GW级", "2025年至今", true, "GW级"),
            ("- Gen 2 (2019–2024): Scale-up", "Gen 2 (2019–2024)", true, "Scale-up"),
            ("- **Now – 6 months:** pilots", "Now – 6 months", true, "pilots"),
            ("- **6 – 18 个月**：扩张", "6 – 18 个月", true, "扩张"),
            ("- 2027 – 2028 – scale", "2027 – 2028", true, "scale"),
            ("- **2027 – the new plant:** opens", "2027", true, "the new plant: opens"),
            ("**Phase 1 — Sorting (Q3 2026 to Q1 2027).** Purge.", "Phase 1 — Sorting (Q3 2026 to Q1 2027)", true, "Purge."),
            ("**第一阶段：试点（2026 年）**：两城", "第一阶段：试点（2026 年）", true, "两城"),
            ("- 短期：试点（2026 年）", "短期：试点（2026 年）", true, ""),
        ] {
            assert_eq!(of(markdown), Some((label.to_owned(), is_dated, said.to_owned())), "{markdown}");
        }
        for markdown in [
            "- 短期持有：卖出", "- 2025 款车型：改款", "- H200：算力", "- 3 家公司：扩张", "- 长期合作伙伴：三家", "普通一句话。",
        ] {
            assert_eq!(of(markdown), None, "{markdown}");
        }
    }
}
