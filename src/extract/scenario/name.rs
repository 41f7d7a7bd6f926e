//! What a line calls itself: the name of a scenario, and behind it a probability, a horizon and a title.
//!
//! ```text
//! 乐观情景（概率 30%）："AI 超级周期延续"      name, bracket, title
//! SCENARIO A: BEAR CASE                       numbered name, title
//! Dark Horse Surge — 46% likelihood           free name, probability behind a dash
//! ```

use crate::lexicon::{fold, horizon, scenario as words, unfold};
use crate::outline::{strip_ordinal, without_emoji};
use crate::record::{Probability, Stance};
use crate::value::probability;

/// A probability and the words around it take no more bytes than this.
const MAX_STATEMENT: usize = 80;
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
    if !words::could_begin_name(text) {
        return None;
    }
    let opening = fold(text.char_indices().nth(MAX_OPENING).map_or(text, |(at, _)| &text[..at]));
    let (form, stance, end) = stance_name(&opening).or_else(|| numbered_name(&opening))?;
    let folded = fold(text);
    let mut tail = Tail::read(unfold(text, &folded, end..folded.len()), rest);
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
    let text = text.trim_start_matches(['"', '“', '「', '‘', '\'', '→', ' ']);
    ["The ", "the ", "Our ", "our "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text)
}

/// A stance at the head, with a noun behind it or none, that ends there.
fn stance_name(folded: &str) -> Option<(Form, Option<Stance>, usize)> {
    let (stance, len) = words::leading_stance(folded)?;
    let word = &folded[..len];
    let rest = &folded[len..];
    let gap = rest.len() - rest.trim_start_matches([' ', '-', '/', '的']).len();
    if let Some(noun) = words::leading_noun(&rest[gap..])
        && ends_name(&rest[gap + noun..])
    {
        return Some((Form::Full, Some(stance), len + gap + noun));
    }
    let form = if words::is_strong(word) { Form::Bare } else { Form::Weak };
    ends_name(rest).then_some((form, Some(stance), len))
}

fn numbered_name(folded: &str) -> Option<(Form, Option<Stance>, usize)> {
    if let Some(end) = words::leading_numbered(folded) {
        return ends_name(&folded[end..]).then_some((Form::Numbered, None, end));
    }
    let rest = folded.strip_prefix("场景")?;
    // Both nouns are as long.
    let end = words::leading_numbered(&format!("情景{rest}"))?;
    ends_name(&folded[end..]).then_some((Form::UseNumbered, None, end))
}

/// Whether nothing but punctuation follows a name.
fn ends_name(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.is_empty()
        || rest.starts_with(['(', '[', ':', '—', '–', '-', '|', ',', '~', '"', '“', '「', '→', '=', '、', '·', '.', '。', '/'])
}

/// What stands behind a name.
#[derive(Debug, Default)]
struct Tail {
    probability: Option<Probability>,
    trailing: Option<Probability>,
    horizon: Option<String>,
    /// Whether a word called the percentage a probability.
    spoken: bool,
    /// The words that are none of these, in order.
    words: Vec<String>,
    brackets: Vec<String>,
}

impl Tail {
    fn read(tail: &str, value: &str) -> Self {
        let mut read = Self::default();
        for part in [tail, value] {
            let mut rest = part.trim();
            loop {
                rest = rest.trim_start_matches([' ', ':', '：', '—', '–', '-', '|', '｜', ',', '，', '、', '~', '→', '=', '·']);
                let Some(bracket) = leading_bracket(rest) else { break };
                read.bracket(&rest[bracket.0..bracket.1]);
                rest = &rest[bracket.2..];
            }
            // What ends a label is part of the name's tail; what ends the text behind it may be anything.
            read.text(rest, !value.is_empty() && part == tail);
        }
        read
    }

    /// A bracket directly behind the name: each of its parts is a probability, a period, or words.
    fn bracket(&mut self, content: &str) {
        for part in content.split([',', '，', '；', ';', '、', '|', '/']).map(str::trim) {
            if let Some((found, spoken)) = stated(part, true).filter(|_| self.probability.is_none()) {
                self.probability = Some(found);
                self.spoken = spoken;
            } else if self.horizon.is_none() && horizon::period_in_bracket(part).is_some() {
                self.horizon = Some(part.to_owned());
            } else {
                self.brackets.push(part.to_owned());
            }
        }
    }

    fn text(&mut self, text: &str, ends_label: bool) {
        let text = text.trim();
        if text.is_empty() {
            return;
        }
        if self.probability.is_none() {
            let first = text
                .split(['，', ',', '。', ';', '；', '←', '|', '·'])
                .next()
                .unwrap_or(text)
                .split(". ")
                .next()
                .unwrap_or(text)
                .trim();
            let opening = first.split(['—', '–', '：', ':']).next().unwrap_or(first).trim();
            let found = [first, opening].into_iter().find_map(|part| Some((part, stated(part, true)?)));
            if let Some((part, (probability, spoken))) = found {
                self.probability = Some(probability);
                self.spoken = spoken;
                let after =
                    text[part.len()..].trim_start_matches(['，', ',', '。', ';', '；', ' ', '—', '–', '-', ':', '：', '|', '·']);
                self.push(after);
                return;
            }
        }
        let sentence = text.split_inclusive('。').next().unwrap_or(text);
        match final_bracket(text).or_else(|| final_bracket(sentence)) {
            Some((start, content)) => {
                let found = stated_in(content, ends_label).filter(|_| self.probability.is_none());
                if let Some((probability, spoken)) = found {
                    self.probability = Some(probability);
                    self.spoken = spoken;
                } else if self.trailing.is_none() {
                    self.trailing = stated(content, true).map(|(probability, _)| probability);
                }
                self.brackets.push(content.to_owned());
                match found {
                    Some(_) => {
                        // The bracket goes where it ends the words; between them it stays, for a title is as written.
                        let after = text[start..].find([')', '）']).map_or("", |close| &text[start + close..]);
                        self.push(if after.contains(char::is_alphanumeric) { text } else { &text[..start] });
                    }
                    None => self.push(text),
                }
            }
            None => {
                if self.trailing.is_none() {
                    self.trailing =
                        final_clause(text).and_then(|clause| stated(clause, true)).map(|(probability, _)| probability);
                }
                self.push(text);
            }
        }
    }

    fn push(&mut self, words: &str) {
        let words = words.trim();
        if !words.is_empty() {
            self.words.push(words.to_owned());
        }
    }

    /// The words behind the name, without quotes around them.
    fn title(&mut self) -> Option<String> {
        let title = self.words.join(" ");
        // In a sentence the title is what the scenario brings: 乐观情景（15%）下，凭证取代学历。
        let title = title.trim_end_matches([':', '：']).trim_start_matches("下，").trim();
        let pairs = [('"', '"'), ('“', '”'), ('「', '」'), ('‘', '’'), ('\'', '\'')];
        let bare = pairs.iter().find_map(|&(open, close)| title.strip_prefix(open)?.strip_suffix(close)).unwrap_or(title);
        (!bare.is_empty()).then(|| bare.to_owned())
    }

    fn stance(&self) -> Option<Stance> {
        let texts = self.words.iter().chain(&self.brackets);
        texts
            .map(|text| fold(text))
            .find_map(|text| {
                let (stance, len) = words::leading_stance(&text)?;
                let strong = words::is_strong(&text[..len]) || self.brackets.iter().any(|b| fold(b) == text[..len]);
                strong.then_some(stance)
            })
            .or_else(|| self.brackets.iter().find_map(|text| words::stance_in(text)))
    }
}

/// The probability that a part states, if it says nothing else. A bare percentage does where `bare` allows it; a sign, a
/// unit or other words make it a return, a margin, or growth. Also says whether a word calls it a probability.
pub(super) fn stated(part: &str, bare: bool) -> Option<(Probability, bool)> {
    if part.len() > MAX_STATEMENT || !probability::could_hold(part, true) {
        return None;
    }
    let folded = fold(part);
    let found = probability::find_folded(&folded, true)?;
    let before = folded[..found.range.start].trim();
    let after = folded[found.range.end..].trim();
    let around = format!("{before} {after}");
    let spoken = words::speaks_of_probability(&around);
    let weighted = words::speaks_of_weight(&around);
    let other: usize = around
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !is_filler(word))
        .map(|word| word.chars().count())
        .sum();
    let signed = before.ends_with(['+', '-', '−', '$']) || after.starts_with(['x', '倍']);
    (!signed && other == 0 && (spoken || weighted || bare)).then_some((found.probability, spoken))
}

/// The probability that the content of a bracket states: all of it, or one of its parts if that calls it one (乐观，概率 30%).
fn stated_in(content: &str, bare: bool) -> Option<(Probability, bool)> {
    let parts = || content.split(['，', ',', '、', '；', ';']).map(str::trim);
    stated(content, bare).or_else(|| parts().find_map(|part| stated(part, false)))
}

/// A word that may stand beside a probability without making it something else.
fn is_filler(word: &str) -> bool {
    const FILLERS: &[&str] = &[
        "概率", "机率", "几率", "可能性", "可能", "约", "大约", "发生", "发生概率", "发生机率", "概率约", "概率为", "主观概率",
        "主观", "权重", "概率权重", "把握", "左右", "的概率", "的机率", "的可能性", "的", "机率约", "可能性约", "为", "我给",
        "probability", "prob", "likelihood", "chance", "odds", "likely", "weight", "p", "about", "approx", "approximately",
        "around", "roughly", "estimated", "subjective", "of", "est", "a", "weighting", "most", "我们给", "给予", "评估概率",
    ];
    FILLERS.contains(&word)
}

/// A bracket at the head of a text: where its content starts and ends, and where the bracket ends.
fn leading_bracket(text: &str) -> Option<(usize, usize, usize)> {
    let open = text.chars().next()?;
    let close = crate::outline::closing_bracket(open)?;
    let content = open.len_utf8();
    let end = content + text[content..].find(close)?;
    Some((content, end, end + close.len_utf8()))
}

/// The last clause of a text that has several: `口碑分化，全档 102 亿。我给 55%。`
fn final_clause(text: &str) -> Option<&str> {
    let text = text.trim_end_matches(['。', '.', ' ']);
    let (_, clause) = text.rsplit_once(['。', '，', '；', ';'])?;
    Some(clause.trim())
}

/// A bracket at the end of a text: where it opens, and its content.
fn final_bracket(text: &str) -> Option<(usize, &str)> {
    let text = text.trim_end_matches([':', '：', '"', '”', '」', '。', '.', ' ']);
    let close = text.chars().next_back().filter(|c| matches!(c, ')' | '）'))?;
    let inner = &text[..text.len() - close.len_utf8()];
    let open = inner.rfind(['(', '（'])?;
    Some((open, inner[open..].trim_start_matches(['(', '（'])))
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
            "Base effects fade", "应用场景", "Case study: A",
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
