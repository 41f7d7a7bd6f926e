//! What a line calls itself: the name of a scenario, and how surely it is one.
//!
//! ```text
//! 乐观情景（概率 30%）："AI 超级周期延续"      name, bracket, title
//! SCENARIO A: BEAR CASE                       numbered name, title
//! Dark Horse Surge — 46% likelihood           free name, probability behind a dash
//! ```

use super::tail::Tail;
use crate::excerpt::Excerpt as _;
use crate::lexicon::{fold, scenario as words, unfold};
use crate::outline::{strip_ordinal, without_emoji};
use crate::record::{Probability, Stance};
use crate::value::probability;

/// A name that is told by its first words is told by this many characters.
const MAX_OPENING: usize = 32;

/// How a name was recognised; the weaker, the more its company must say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A stance and a noun: 乐观情景, Bear Case.
    Full,
    /// A stance alone: 乐观, Bull.
    Bare,
    /// A stance alone, by a word that says many other things: 保守, Upside.
    Weak,
    /// A noun and a number: 情景一, Scenario A.
    Numbered,
    /// A noun for scenarios of use and a number: 场景1.
    UseNumbered,
    /// Any words that end in a noun for scenario.
    Noun,
    /// Any words, with a bare percentage behind them.
    Free,
    /// Any words, with a percentage behind them that is called a probability.
    FreeSpoken,
}

/// The reading of a naming line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Name {
    pub form: Form,
    pub name: String,
    pub stance: Option<Stance>,
    pub title: Option<String>,
    pub probability: Option<Probability>,
    /// A bare percentage in a bracket at the end of the line, which is a probability only in a set that gives them so.
    pub trailing: Option<Probability>,
    pub horizon: Option<String>,
}

/// Reads a line as the name of a scenario, if it could be one: `head` is the part of it that names (its label, or all of
/// it), `rest` what follows.
pub(super) fn read(head: &str, rest: &str) -> Option<Name> {
    let text = first_word(head);
    let within = words::behind_lead(text).map(first_word);
    let text = within.unwrap_or(text);
    if !words::could_begin_name(text) {
        return None;
    }
    let opening = fold(text.char_indices().nth(MAX_OPENING).map_or(text, |(at, _)| text.part(..at)));
    let (form, stance, end) = stance_name(&opening).or_else(|| numbered_name(&opening))?;
    if within.is_some() && !(form == Form::Full && opening.part(end..).trim_start().trim_start_matches('下').starts_with('(')) {
        return None;
    }
    // 在乐观情形下（概率 25%）
    let behind = end + if opening.part(end..).starts_with("下(") { "下".len() } else { 0 };
    let folded = fold(text);
    let mut tail = Tail::read(unfold(text, &folded, behind..folded.len()), rest);
    let name = unfold(text, &folded, 0..end).trim().to_owned();
    let title = tail.title();
    let stance = match form {
        Form::Numbered | Form::UseNumbered => {
            tail.stance().or_else(|| super::stance_of("", title.as_deref().unwrap_or_default()))
        }
        _ => stance,
    };
    Some(Name { form, name, stance, title, probability: tail.probability, trailing: tail.trailing, horizon: tail.horizon })
}

/// Reads a line under a heading that announces futures: any name with a probability behind it.
pub(super) fn read_free(head: &str, rest: &str) -> Option<Name> {
    if !probability::could_hold(head, true) && !probability::could_hold(rest, true) {
        return None;
    }
    let text = strip_ordinal(head);
    let folded = fold(text);
    let end = folded.find(['(', ':', '—', '–', '|']).or_else(|| folded.find(" - ")).unwrap_or(folded.len());
    let name = unfold(text, &folded, 0..end).trim();
    let mut tail = Tail::read(unfold(text, &folded, end..folded.len()), rest);
    let spoken = tail.spoken && tail.probability.is_some();
    let probability = tail.probability.or(tail.trailing).filter(|_| !name.is_empty())?;
    let title = tail.title();
    Some(Name {
        form: if spoken { Form::FreeSpoken } else { Form::Free },
        name: name.to_owned(),
        stance: super::stance_of(head, "").or_else(|| leading_stance_of_noun(name)).or_else(|| tail.stance()),
        title,
        probability: Some(probability),
        trailing: None,
        horizon: tail.horizon,
    })
}

/// Reads a name beside scenarios of the same form: Sponsor case.
pub(super) fn read_noun(head: &str) -> Option<Name> {
    let text = first_word(head);
    words::ends_in_noun(&fold(text)).then(|| Name {
        form: Form::Noun,
        name: text.to_owned(),
        stance: leading_stance_of_noun(text),
        title: None,
        probability: None,
        trailing: None,
        horizon: None,
    })
}

/// Reads any name beside scenarios, where a line below it gives its probability: Middle course: late publication.
pub(super) fn read_unstated(head: &str) -> Name {
    let text = strip_ordinal(head);
    let (name, title) = text.split_once(['：', ':', '—']).map_or((text, None), |(name, title)| (name, Some(title.trim())));
    Name {
        form: Form::Free,
        name: name.trim().to_owned(),
        stance: super::stance_of(name, title.unwrap_or_default()),
        title: title.filter(|title| !title.is_empty()).map(str::to_owned),
        probability: None,
        trailing: None,
        horizon: None,
    }
}

/// The stance of a name with a word between it and the noun: 中等执行情形.
fn leading_stance_of_noun(name: &str) -> Option<Stance> {
    let folded = fold(name);
    words::leading_stance(&folded).filter(|_| words::ends_in_noun(&folded)).map(|(stance, _)| stance)
}

/// The text from its first word on: quotes, ordinals and articles go.
fn first_word(text: &str) -> &str {
    let text = without_emoji(strip_ordinal(text));
    let text = text.trim_start_matches(['"', '“', '「', '【', '[', '‘', '\'', '→', ' ']);
    ["The ", "the ", "Our ", "our "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text)
}

/// A stance at the head, with a noun behind it or none, that ends there.
fn stance_name(folded: &str) -> Option<(Form, Option<Stance>, usize)> {
    let (stance, len) = words::leading_stance(folded)?;
    let word = folded.part(..len);
    let rest = folded.part(len..);
    let gap = rest.len() - rest.trim_start_matches([' ', '-', '/', '的']).len();
    if let Some(noun) = words::leading_noun(rest.part(gap..))
        && ends_name(rest.part(gap + noun..))
    {
        return Some((Form::Full, Some(stance), len + gap + noun));
    }
    let form = if words::is_strong(word) { Form::Bare } else { Form::Weak };
    ends_name(rest).then_some((form, Some(stance), len))
}

fn numbered_name(folded: &str) -> Option<(Form, Option<Stance>, usize)> {
    if let Some(end) = words::leading_numbered(folded) {
        return ends_name(folded.part(end..)).then_some((Form::Numbered, None, end));
    }
    let rest = folded.strip_prefix("场景")?;
    // Both nouns are as long.
    let end = words::leading_numbered(&format!("情景{rest}"))?;
    ends_name(folded.part(end..)).then_some((Form::UseNumbered, None, end))
}

/// Whether nothing but punctuation follows a name.
fn ends_name(rest: &str) -> bool {
    let rest = rest.trim_start();
    let before_bracket = rest.strip_prefix('下').is_some_and(|rest| rest.starts_with('('));
    rest.is_empty()
        || before_bracket
        || states_probability(rest)
        || rest
            .starts_with(['(', '[', ':', '—', '–', '-', '|', ',', '~', '"', '“', '「', ']', '→', '=', '、', '·', '.', '。', '/'])
}

/// Whether a folded text says how probable what is named before it is: 乐观情景 概率 25%.
fn states_probability(folded: &str) -> bool {
    let Some(end) = words::leading_probability(folded) else { return false };
    let figure = folded.part(end..).split(|c: char| c.is_ascii_digit() || c == '成').next().unwrap_or_default();
    figure.len() < folded.len() - end
        && figure.split(|c: char| !c.is_alphanumeric()).all(|word| word.is_empty() || words::is_filler(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_their_dresses() {
        let p = |value| Some(Probability { value: Some(value), low: None, high: None });
        for (text, name, stance, probability, title) in [
            ("乐观情景（概率 30%）：\"AI 超级周期延续\"", "乐观情景", Some(Stance::Bull), p(0.3), Some("AI 超级周期延续")),
            ("悲觀情境 (機率: 25%)", "悲觀情境", Some(Stance::Bear), p(0.25), None),
            ("Bull Case (55% probability)", "Bull Case", Some(Stance::Bull), p(0.55), None),
            ("SCENARIO A: BEAR CASE", "SCENARIO A", Some(Stance::Bear), None, Some("BEAR CASE")),
            ("基准 — 55%：稳健增长", "基准", Some(Stance::Base), p(0.55), Some("稳健增长")),
            ("情景一：指引成立（增长20%维持3年）", "情景一", None, None, Some("指引成立（增长20%维持3年）")),
            (
                "下行情景（20%概率）：需求放缓，跌至$2.2万亿（-29%）",
                "下行情景",
                Some(Stance::Bear),
                p(0.2),
                Some("需求放缓，跌至$2.2万亿（-29%）"),
            ),
            ("Bull (25% Op Margin)", "Bull", Some(Stance::Bull), None, None),
            ("Bull (+135% upside)", "Bull", Some(Stance::Bull), None, None),
            ("情景2：业绩符合预期（最可能）", "情景2", Some(Stance::Base), None, Some("业绩符合预期（最可能）")),
            ("【乐观情景】概率 25%", "乐观情景", Some(Stance::Bull), p(0.25), None),
            ("【乐观情景】（概率 25%）", "乐观情景", Some(Stance::Bull), p(0.25), None),
            ("【乐观情景（概率 25%）】", "乐观情景", Some(Stance::Bull), p(0.25), None),
            ("乐观情景 概率约25%：放量", "乐观情景", Some(Stance::Bull), p(0.25), Some("放量")),
            ("In our bear case (20%), demand slips", "bear case", Some(Stance::Bear), p(0.2), Some("demand slips")),
            ("在悲观情形下（概率 20%），需求下滑", "悲观情形", Some(Stance::Bear), p(0.2), Some("需求下滑")),
            ("乐观情景：三成概率，需求回升", "乐观情景", Some(Stance::Bull), p(0.3), Some("需求回升")),
        ] {
            let read = read(text, "").unwrap();
            assert_eq!(
                (read.name.as_str(), read.stance, read.probability, read.title.as_deref()),
                (name, stance, probability, title),
                "{text}"
            );
        }
    }

    #[test]
    fn horizons_and_bare_percentages() {
        assert_eq!(read("乐观（12–24 月）：落地", "").unwrap().horizon.as_deref(), Some("12–24 月"));
        let labelled = read("Bull — 流动性接力 (30%)", "目标 118k-125k, 即 +29%").unwrap();
        assert_eq!(labelled.probability.and_then(|p| p.value), Some(0.3));
        assert!(read("Bear: 450 SEK (25%)", "").unwrap().trailing.is_some());
        assert!(read("Bear: 450 SEK (25%)", "").unwrap().probability.is_none());
    }

    #[test]
    fn words_in_passing_are_no_names() {
        for text in [
            "基准利率上调", "乐观情景下，收入翻倍", "我的判断（基准情景50%概率）", "Bullish Factors (Good News)", "下行风险",
            "Base effects fade", "应用场景", "Case study: A", "In the base case, volumes double", "乐观情景概率上调",
        ] {
            assert_eq!(read(text, ""), None, "{text}");
        }
    }

    #[test]
    fn free_names_need_a_probability() {
        assert_eq!(read_free("Dark Horse Surge — 46% likelihood", "").unwrap().name, "Dark Horse Surge");
        let best = read_free("Smooth rotation (bull's best case): 20%", "").unwrap();
        assert_eq!((best.stance, best.probability.unwrap().value), (Some(Stance::Bull), Some(0.2)));
        assert_eq!(read_free("Key assumptions: oil stays low", ""), None);
    }
}
