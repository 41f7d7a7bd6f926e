//! One item of advice: what it says of its own audience and horizon, whether it warns, and what is nested below it.

use super::group::{self, Context};
use crate::excerpt::Excerpt as _;
use crate::extract::{Scope, quantity};
use crate::lexicon::{advice, audience, horizon};
use crate::outline::{Line, Marker};
use crate::record::{Conduct, Detail, Recommendation};
use crate::value::rating;

/// How many characters of an item are its opening, in which a bracket may name its period.
const OPENING_CHARS: usize = 60;

/// A bracket behind no more characters than this is part of the opening whatever follows it: `战略观望（1-3个月）后决策`.
const OPENING_WORD: usize = 6;

/// What an item's opening says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Opening {
    pub audience: Option<String>,
    pub horizon: Option<String>,
    /// Whether its label is the horizon, rather than a bracket or the first words.
    pub horizon_label: bool,
    /// Where its text begins, behind a label that became its audience or horizon.
    pub text_start: usize,
}

impl Opening {
    /// The context of the item: its own words beat its group's.
    pub fn applied(&self, context: &Context) -> Context {
        let mut own = context.clone();
        if self.audience.is_some() {
            own.audience.clone_from(&self.audience);
        }
        if let Some(horizon) = &self.horizon {
            own.set_horizon(horizon);
        }
        own
    }
}

/// How the labels of a list's items are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Labels {
    /// They are part of the advice.
    Words,
    /// Those that are nouns for readers are audiences.
    SomeAudiences,
    /// All of them are audiences, since most are nouns for readers.
    Audiences,
}

/// Whether the labels in a list are audiences.
pub(super) fn read_labels<'l>(items: impl Iterator<Item = &'l Line>, context: &Context) -> Labels {
    let (mut labelled, mut audiences) = (0, 0);
    for line in items.filter(|line| line.is_item()) {
        if let Some(label) = line.label_text().filter(|label| !advice::is_attribute(label)) {
            labelled += 1;
            audiences += usize::from(group::audience_of(label, context).is_some());
        }
    }
    let is_open = context.audience.is_none();
    if audiences >= 2 && audiences * 2 > labelled && (is_open || audiences == labelled) {
        Labels::Audiences
    } else if audiences > 0 && audiences * 2 >= labelled && is_open {
        Labels::SomeAudiences
    } else {
        Labels::Words
    }
}

/// Reads the opening of an item.
pub(super) fn opening(line: &Line, context: &Context, labels: Labels) -> Opening {
    let mut opening = Opening::default();
    if let (Some(label), Some(name)) = (&line.label, line.label_text()) {
        let address = audience::address(name).filter(|_| !advice::is_condition(name));
        let addressed = address.and_then(|address| address.name);
        let bare = bare_audience(name, line, context, labels);
        if let Some(audience) = addressed.or(bare).filter(|_| label.value < line.text.len()) {
            opening.audience = Some(audience.to_owned());
            opening.text_start = label.value;
        } else if let Some((horizon, rest)) = horizon_label(name, line, label.value) {
            opening.horizon = Some(horizon.to_owned());
            opening.horizon_label = true;
            opening.text_start = rest;
        }
    }
    if opening.audience.is_none() {
        opening.audience = audience::called(&line.text).map(str::to_owned);
    }
    if opening.horizon.is_none() {
        let text = line.text.part(opening.text_start..);
        if let Some((period, rest)) = leading_bracket(text) {
            opening.horizon = Some(period.to_owned());
            opening.text_start += rest;
            return opening;
        }
        opening.horizon = period_bracket(text)
            .or_else(|| horizon::opening_period(text))
            .or_else(|| horizon::opening_sentence(text))
            .map(str::to_owned);
    }
    opening
}

/// The audience that a label names without addressing it.
pub(super) fn bare_audience<'n>(name: &'n str, line: &Line, context: &Context, labels: Labels) -> Option<&'n str> {
    if labels == Labels::Words || (context.audience.is_some() && line.ordinal.is_some()) {
        return None;
    }
    let is_word = horizon::is_item_label(name) || advice::is_reason(name) || name.chars().count() > 24;
    group::audience_of(name, context).or((labels == Labels::Audiences && !is_word && !advice::is_attribute(name)).then_some(name))
}

/// A label that is a horizon, or that opens with one (`**第1个月：评估与选型**`), and where the text behind it begins.
fn horizon_label<'l>(name: &'l str, line: &Line, value: usize) -> Option<(&'l str, usize)> {
    if horizon::is_item_label(name) {
        return (value < line.text.len()).then_some((name, value));
    }
    let colon = name.find(['：', ':'])?;
    let (head, rest) = (name.part(..colon).trim_end(), name.part(colon..).trim_start_matches(['：', ':', ' ']));
    (horizon::is_item_label(head) && !rest.is_empty()).then(|| (head, name.len() - rest.len()))
}

/// A period in a bracket that the text begins with, and where the words behind it begin.
fn leading_bracket(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix(['（', '('])?;
    let close = inner.find(['）', ')'])?;
    let period = horizon::period_in_bracket(inner.part(..close))?;
    let rest = inner.part(close..).trim_start_matches(['）', ')', ' ', '：', ':']);
    (!rest.is_empty()).then(|| (period, text.len() - rest.len()))
}

/// The period in a bracket of the opening: `试点部署（0-3个月）：…`. It must close a clause, before the first sentence ends.
fn period_bracket(text: &str) -> Option<&str> {
    let limit = text.char_indices().nth(OPENING_CHARS).map_or(text.len(), |(at, _)| at);
    let mut from = 0;
    while let Some(open) = text.get(from..limit).and_then(|opening| opening.find(['（', '('])).map(|at| at + from) {
        if text.part(..open).contains(['。', '；', ';']) || text.part(..open).matches(['，', ',']).count() > 1 {
            return None;
        }
        let content = open + text.part(open..).chars().next().map_or(1, char::len_utf8);
        let close = content + text.part(content..).find(['）', ')'])?;
        let after = text.part(close..).chars().nth(1);
        let closes = after.is_none_or(|c| matches!(c, '：' | ':' | '，' | ',' | '。' | '.' | ' ' | '、' | '；'))
            || text.part(..open).chars().count() <= OPENING_WORD;
        if let Some(period) = horizon::period_in_bracket(text.part(content..close)).filter(|_| closes) {
            return Some(period);
        }
        from = close;
    }
    None
}

/// The record of a line, whose text begins at `text_start`.
pub(super) fn record(scope: &Scope<'_>, at: usize, context: &Context, text_start: usize) -> Recommendation {
    let line = &scope.outline.lines[at];
    let text = line.text.part(text_start..);
    let children: Vec<usize> = prose_children(scope, at).collect();
    let own = children.iter().filter_map(|&child| {
        let line = &scope.outline.lines[child];
        let label = line.label_text().filter(|label| advice::is_attribute(label))?;
        (!line.value().is_empty()).then(|| quantity::labelled(label.to_owned(), line.value().to_owned()))
    });
    Recommendation {
        place: scope.place(at),
        audience: context.audience.clone(),
        audience_role: context.role(),
        horizon: context.horizon.clone(),
        horizon_period: context.horizon_period.clone(),
        group: context.theme.clone(),
        rank: line.ordinal,
        text: text.trim().trim_end_matches([':', '：']).to_owned(),
        stance: if context.avoid || warns(line, text) { Conduct::Avoid } else { Conduct::Do },
        rating: rating::stars(text).map(|(full, _)| f64::from(full)),
        attributes: context.attributes.iter().cloned().chain(own).collect(),
        details: details(scope, at),
    }
}

/// Whether an item says to leave something: by its mark, its first words, or the words behind a condition.
fn warns(line: &Line, text: &str) -> bool {
    let behind_condition = line.label_text().is_some_and(advice::is_condition) && advice::warns(line.value());
    let in_avoid_label = line.label_text().is_some_and(advice::is_avoid_group);
    line.marker == Marker::Cross || advice::warns(text) || behind_condition || in_avoid_label
}

fn details(scope: &Scope<'_>, at: usize) -> Vec<Detail> {
    let lines = &scope.outline.lines;
    prose_children(scope, at).map(|child| Detail { text: lines[child].text.clone(), details: details(scope, child) }).collect()
}

fn prose_children<'s>(scope: &'s Scope<'_>, at: usize) -> impl Iterator<Item = usize> + 's {
    scope.outline.children(at).filter(|&child| child < scope.lines.end && scope.outline.lines[child].is_prose())
}
