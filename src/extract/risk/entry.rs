//! One risk and what is said of it: how likely it is, what it would do, what can be done.
//!
//! ```text
//! 1. **竞争加剧**（概率：高）：新厂低价进入；应对：锁定长单     label, probability, text, mitigation
//!    - 影响：毛利率下降 3 个百分点                            impact
//! ```

use super::remark::{without_bracket, without_remarks};
use super::walk::name_of;
use crate::excerpt::Excerpt as _;
use crate::extract::{Scope, field};
use crate::lexicon::fold;
use crate::lexicon::risk::{self as words, Remark};
use crate::outline::{Line, leading_ordinal};
use crate::record::{Item, Probability, Risk, RiskKind};
use crate::value::probability;

/// What is said of a risk under labels, in brackets, or in columns.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    pub probability: Option<String>,
    /// The words that give it, with their label.
    likely: Option<String>,
    pub impact: Option<String>,
    pub mitigation: Vec<Item>,
    pub description: Option<String>,
    pub details: Vec<Item>,
}

impl Remarks {
    /// Takes a remark of one line; false where there is one of its kind already. A likelihood in numbers takes the place of one
    /// in words (高概率 … 概率：30%), which is a detail then.
    pub fn take(&mut self, remark: Remark, text: &str) -> bool {
        if remark == Remark::Probability && likelihood(text).is_some() && self.fractions().is_none() {
            let degree = self.probability.replace(text.to_owned());
            let words = self.likely.take().or(degree);
            self.details.extend(words.map(|text| Item { text, items: Vec::new() }));
            return true;
        }
        let place = match remark {
            Remark::Probability => &mut self.probability,
            Remark::Impact => &mut self.impact,
            Remark::Description => &mut self.description,
            Remark::Mitigation => {
                self.mitigation.push(Item { text: text.to_owned(), items: Vec::new() });
                return true;
            }
        };
        let is_first = place.is_none();
        if is_first {
            *place = Some(text.to_owned());
        }
        is_first
    }

    /// Takes the remark that words make, or keeps them as a detail.
    pub fn take_or_keep(&mut self, remark: Remark, text: &str, words: &str) {
        if !self.take(remark, text) {
            self.details.push(Item { text: words.to_owned(), items: Vec::new() });
        } else if remark == Remark::Probability {
            self.likely = Some(words.to_owned());
        }
    }

    /// The fractions of the probability, where it is a number.
    pub fn fractions(&self) -> Option<Probability> {
        self.probability.as_deref().and_then(likelihood)
    }
}

/// The risk that a line opens, with what is nested in it.
pub(super) fn of_line(scope: &Scope<'_>, at: usize, kind: RiskKind) -> Risk {
    let line = &scope.outline.lines[at];
    let mut remarks = Remarks::default();
    let (rank, label, own) = parts(line);
    let label = label.map(|label| without_bracket(label, &mut remarks));
    let own = own.map(|text| without_remarks(text, &mut remarks)).filter(|text| !text.is_empty());
    read_below(scope, at, &mut remarks, own.is_none());
    let said = own.map(str::to_owned).or_else(|| remarks.description.take());
    let (label, text) = match (label, said) {
        (label, Some(text)) => (label.map(str::to_owned), text),
        (label, None) => (None, label.unwrap_or_default().to_owned()),
    };
    Risk {
        place: scope.place(at),
        label,
        text,
        kind,
        rank,
        probability_value: remarks.fractions(),
        probability: remarks.probability,
        impact: remarks.impact,
        mitigation: remarks.mitigation,
        details: remarks.details,
    }
}

/// The number of a line, its name, and what it says itself.
fn parts(line: &Line) -> (Option<u32>, Option<&str>, Option<&str>) {
    if line.is_lead() {
        let name = name_of(line);
        return match words::numbered(name) {
            Some((_, rank, begin)) if begin < name.len() => (Some(rank), Some(name.part(begin..)), None),
            _ => (line.ordinal.or_else(|| leading_ordinal(line.name())), Some(name), None),
        };
    }
    match line.label_text() {
        Some(label) => match words::numbered(label) {
            Some((_, rank, begin)) if begin == label.len() => (Some(rank), None, Some(line.value())),
            Some((_, rank, begin)) => (Some(rank), Some(label.part(begin..)), Some(line.value())),
            None => (line.ordinal, Some(label), Some(line.value())),
        },
        None => (line.ordinal, None, Some(&line.text)),
    }
}

/// Reads the lines below a risk; where it says nothing itself (`silent`), the first paragraph is what it says.
fn read_below(scope: &Scope<'_>, at: usize, remarks: &mut Remarks, silent: bool) {
    // What another record owns (advice below the risk) is said there.
    for child in scope.prose_below(at).filter(|&child| !field::is_taken(scope, child)) {
        let line = &scope.outline.lines[child];
        let name = if line.is_lead() { Some(name_of(line)) } else { line.label_text() };
        let taken = match name.and_then(words::remark) {
            Some(remark) => take_line(scope, child, remark, remarks, silent),
            None if silent && remarks.description.is_none() && line.label.is_none() && !line.is_item() => {
                remarks.take(Remark::Description, &line.text)
            }
            None => false,
        };
        if !taken {
            remarks.details.push(field::item(scope, child));
        }
    }
}

/// Takes a labelled line as the remark that its label announces, with what stands below it.
fn take_line(scope: &Scope<'_>, at: usize, remark: Remark, remarks: &mut Remarks, silent: bool) -> bool {
    let held = field::held(scope, at);
    match (remark, &held[..]) {
        (Remark::Mitigation, _) => {
            remarks.mitigation.extend(held);
            true
        }
        (Remark::Description, [only]) if silent && remarks.take(remark, &only.text) => {
            remarks.details.extend(only.items.iter().cloned());
            true
        }
        (Remark::Probability | Remark::Impact, [only]) if only.items.is_empty() => {
            let mut others = Remarks::default();
            let first = without_remarks(&only.text, &mut others);
            let taken = remarks.take(remark, first);
            if taken {
                others.probability.into_iter().for_each(|text| remarks.take_or_keep(Remark::Probability, &text, &text));
                others.impact.into_iter().for_each(|text| remarks.take_or_keep(Remark::Impact, &text, &text));
                remarks.mitigation.extend(others.mitigation);
                remarks.details.extend(others.details);
            }
            taken
        }
        _ => false,
    }
}

/// The fractions that a likelihood gives. A bare number counts only below one, for scales go from 1 to 5.
pub(super) fn likelihood(text: &str) -> Option<Probability> {
    let is_fraction = text.trim().parse::<f64>().is_ok_and(|value| value > 0.0 && value < 1.0);
    probability::find_folded(&fold(text), is_fraction).map(|found| found.probability)
}
