//! What stands behind the name of a scenario: a probability, a horizon, a title, in brackets or behind a dash.
//!
//! Analysts put a probability wherever there is room: `（概率 30%）`, `(20%, 2027)`, `— 46% likelihood`, or at the end of the line.
//! A percentage there may as well be a return or a margin, so one is taken for a probability only where nothing else is
//! said beside it.

use crate::excerpt::Excerpt as _;
use crate::lexicon::{fold, horizon, scenario as words};
use crate::record::{Probability, Stance};
use crate::value::probability;

/// A probability and the words around it take no more bytes than this.
const MAX_STATEMENT: usize = 80;

/// What stands behind a name.
#[derive(Debug, Default)]
pub(super) struct Tail {
    pub probability: Option<Probability>,
    pub trailing: Option<Probability>,
    pub horizon: Option<String>,
    /// Whether a word called the percentage a probability.
    pub spoken: bool,
    /// The words that are none of these, in order.
    words: Vec<String>,
    brackets: Vec<String>,
}

impl Tail {
    /// Reads the rest of a naming label and the text behind it.
    pub fn read(tail: &str, value: &str) -> Self {
        let mut read = Self::default();
        for part in [tail, value] {
            let mut rest = part.trim();
            loop {
                rest = rest.trim_start_matches([
                    '】', ']', ' ', ':', '：', '—', '–', '-', '|', '｜', ',', '，', '、', '~', '→', '=', '·',
                ]);
                let Some(bracket) = leading_bracket(rest) else { break };
                read.bracket(rest.part(bracket.0..bracket.1));
                rest = rest.part(bracket.2..);
            }
            let is_label = !value.is_empty() && part == tail;
            if is_label && words::is_probability(rest) {
                // The figure stands behind the label: 乐观情景 概率：25%.
                continue;
            }
            // What ends a label is part of the name's tail; what ends the text behind it may be anything.
            read.text(rest, is_label);
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

    /// Words behind the name, which may open or close with a probability.
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
                let after = text
                    .part(part.len()..)
                    .trim_start_matches(['，', ',', '。', ';', '；', ' ', '—', '–', '-', ':', '：', '|', '·']);
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
                        let after = text.part(start..).find([')', '）']).map_or("", |close| text.part(start + close..));
                        self.push(if after.contains(char::is_alphanumeric) { text } else { text.part(..start) });
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
    pub fn title(&mut self) -> Option<String> {
        let title = self.words.join(" ");
        // In a sentence the title is what the scenario brings: 乐观情景（15%）下，凭证取代学历。
        let title = title.trim_end_matches([':', '：']).trim_start_matches("下，").trim();
        let pairs = [('"', '"'), ('“', '”'), ('「', '」'), ('‘', '’'), ('\'', '\'')];
        let bare = pairs.iter().find_map(|&(open, close)| title.strip_prefix(open)?.strip_suffix(close)).unwrap_or(title);
        (!bare.is_empty()).then(|| bare.to_owned())
    }

    /// The stance that the words or brackets behind the name speak for.
    pub fn stance(&self) -> Option<Stance> {
        let texts = self.words.iter().chain(&self.brackets);
        texts
            .map(|text| fold(text))
            .find_map(|text| {
                let (stance, len) = words::leading_stance(&text)?;
                let strong = words::is_strong(text.part(..len)) || self.brackets.iter().any(|b| fold(b) == text.part(..len));
                strong.then_some(stance)
            })
            .or_else(|| self.brackets.iter().find_map(|text| words::stance_in(text)))
    }
}

/// The probability that a part states, if it says nothing else. A bare percentage does where `bare` allows it; a sign, a
/// unit or other words make it a return, a margin, or growth. Also says whether a word calls it a probability.
pub(in crate::extract) fn stated(part: &str, bare: bool) -> Option<(Probability, bool)> {
    if part.len() > MAX_STATEMENT || !probability::could_hold(part, true) {
        return None;
    }
    let folded = fold(part);
    let figure = probability::first_figure(&folded)?;
    let before = folded.part(..figure.start).trim();
    let after = folded.part(figure.end..).trim();
    let is_other = |word: &str| !word.is_empty() && !words::is_filler(word);
    let says_more = [before, after].iter().any(|words| words.split(|c: char| !c.is_alphanumeric()).any(is_other));
    let signed = before.ends_with(['+', '-', '−', '$']) || after.starts_with(['x', '倍']);
    if signed || says_more {
        return None;
    }
    // What stands beside the figure settles most texts; the others are worth reading it.
    let found = probability::find_folded(&folded, true).filter(|found| found.range == figure)?;
    let around = format!("{before} {after}");
    let spoken = words::speaks_of_probability(&around);
    (spoken || bare || words::speaks_of_weight(&around)).then_some((found.probability, spoken))
}

/// The probability that the content of a bracket states: all of it, or one of its parts if that calls it one (乐观，概率 30%).
fn stated_in(content: &str, bare: bool) -> Option<(Probability, bool)> {
    let parts = || content.split(['，', ',', '、', '；', ';']).map(str::trim);
    stated(content, bare).or_else(|| parts().find_map(|part| stated(part, false)))
}

/// A bracket at the head of a text: where its content starts and ends, and where the bracket ends.
fn leading_bracket(text: &str) -> Option<(usize, usize, usize)> {
    let open = text.chars().next()?;
    let close = crate::outline::closing_bracket(open)?;
    let content = open.len_utf8();
    let end = content + text.part(content..).find(close)?;
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
    let inner = text.part(..text.len() - close.len_utf8());
    let open = inner.rfind(['(', '（'])?;
    Some((open, inner.part(open..).trim_start_matches(['(', '（'])))
}
