//! One risk and what is said of it: how likely it is, what it would do, what can be done.
//!
//! ```text
//! 1. **竞争加剧**（概率：高）：新厂低价进入；应对：锁定长单     label, probability, text, mitigation
//!    - 影响：毛利率下降 3 个百分点                            impact
//! ```

use super::walk::name_of;
use crate::extract::{Scope, field, scenario};
use crate::lexicon::fold;
use crate::lexicon::risk::{self as words, Remark};
use crate::outline::Line;
use crate::record::{Item, Probability, Risk, RiskKind};
use crate::value::probability;

/// What is said of a risk under labels, in brackets, or in columns.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    pub probability: Option<String>,
    pub impact: Option<String>,
    pub mitigation: Vec<Item>,
    pub description: Option<String>,
    pub details: Vec<Item>,
}

impl Remarks {
    /// Takes a remark of one line; false where there is one of its kind already.
    pub fn take(&mut self, remark: Remark, text: &str) -> bool {
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
            Some((_, rank, begin)) if begin < name.len() => (Some(rank), Some(&name[begin..]), None),
            _ => (line.ordinal.or_else(|| heading_number(line.name())), Some(name), None),
        };
    }
    match line.label_text() {
        Some(label) => match words::numbered(label) {
            Some((_, rank, begin)) if begin == label.len() => (Some(rank), None, Some(line.value())),
            Some((_, rank, begin)) => (Some(rank), Some(&label[begin..]), Some(line.value())),
            None => (line.ordinal, Some(label), Some(line.value())),
        },
        None => (line.ordinal, None, Some(&line.text)),
    }
}

/// The number that a heading opens with: `3. Customer concentration`.
fn heading_number(title: &str) -> Option<u32> {
    let digits = title.bytes().take_while(u8::is_ascii_digit).count();
    let after = title[digits..].strip_prefix(['.', '、', ')'])?;
    let is_number = digits <= 2 && !after.starts_with(|c: char| c.is_ascii_digit());
    title[..digits].parse().ok().filter(|_| is_number)
}

/// Reads the lines below a risk; where it says nothing itself (`silent`), the first paragraph is what it says.
fn read_below(scope: &Scope<'_>, at: usize, remarks: &mut Remarks, silent: bool) {
    for child in scope.prose_below(at) {
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
                others.probability.into_iter().for_each(|text| _ = remarks.take(Remark::Probability, &text));
                others.impact.into_iter().for_each(|text| _ = remarks.take(Remark::Impact, &text));
                remarks.mitigation.extend(others.mitigation);
            }
            taken
        }
        _ => false,
    }
}

/// A label without a bracket at its end that holds nothing but remarks: 竞争加剧（概率 40%）.
fn without_bracket<'t>(label: &'t str, remarks: &mut Remarks) -> &'t str {
    let Some(inner) = label.strip_suffix([')', '）']) else { return label };
    let Some(open) = inner.rfind(['(', '（']) else { return label };
    let content = inner[open..].trim_start_matches(['(', '（']);
    let found: Option<Vec<_>> = content.split([',', '，', '；', ';', '|', '、']).map(|part| stated(part.trim())).collect();
    let Some(found) = found else { return label };
    for (remark, text) in found {
        remarks.take(remark, text);
    }
    label[..open].trim_end()
}

/// What a part of a bracket says: `概率：高`, `高概率`, `70% probability`.
fn stated(part: &str) -> Option<(Remark, &str)> {
    if let Some((label, value)) = part.split_once([':', '：']) {
        return Some((words::remark(label.trim()).filter(|remark| *remark != Remark::Description)?, value.trim()));
    }
    if scenario::stated(part, false).is_some_and(|(_, spoken)| spoken) {
        return Some((Remark::Probability, part));
    }
    words::statement(part).map(|remark| (remark, part))
}

/// A text up to the first remark that it makes under a label (`…；应对：锁定长单`), or that its last bracket makes.
fn without_remarks<'t>(text: &'t str, remarks: &mut Remarks) -> &'t str {
    let labels = labels_in(text);
    for (at, (remark, _, begin)) in labels.iter().enumerate() {
        let end = labels.get(at + 1).map_or(text.len(), |(_, next, _)| *next);
        let value = text[*begin..end].trim().trim_end_matches(SEPARATORS).trim();
        // A bracket that opened before the label ends with it.
        let closes = value.matches([')', '）']).count() > value.matches(['(', '（']).count();
        remarks.take(*remark, if closes { value.trim_end_matches([')', '）']) } else { value });
    }
    let kept = labels.first().map_or(text, |(_, start, _)| text[..*start].trim_end_matches(SEPARATORS).trim_end());
    let kept = if labels.is_empty() { kept } else { kept.trim_end_matches(['(', '（']).trim_end() };
    let bare = kept.trim_end_matches(['。', '.']);
    let plain = without_bracket(bare, remarks);
    if plain.len() < bare.len() {
        return plain;
    }
    // 审批推迟，概率约 35%: the last clause says nothing else.
    match bare.rsplit_once(['，', ',', '；', ';']) {
        Some((text, clause)) if scenario::stated(clause.trim(), false).is_some_and(|(_, spoken)| spoken) => {
            remarks.take(Remark::Probability, clause.trim());
            text.trim_end()
        }
        _ => kept,
    }
}

/// What parts the remarks of a line.
const SEPARATORS: &[char] = &['。', '；', ';', '，', ',', '|', '｜', '→', '、', '—', ' '];

/// The labels of remarks within a text, behind something that parts statements: what each announces, where it begins, and where
/// what it labels begins.
fn labels_in(text: &str) -> Vec<(Remark, usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut last = ' ';
    for (at, c) in text.char_indices() {
        match c {
            ':' | '：' => {
                let label = text[start..at].trim();
                if let Some(remark) = words::remark(label).filter(|remark| *remark != Remark::Description) {
                    found.push((remark, start, at + c.len_utf8()));
                }
                start = at + c.len_utf8();
            }
            '。' | '；' | ';' | '，' | ',' | '|' | '｜' | '→' | '、' | '—' | '（' | '(' => start = at + c.len_utf8(),
            ' ' if last == '.' => start = at + 1,
            _ => {}
        }
        last = c;
    }
    found
}

/// The fractions that a likelihood gives. A bare number counts only below one, for scales go from 1 to 5.
pub(super) fn likelihood(text: &str) -> Option<Probability> {
    let is_fraction = text.trim().parse::<f64>().is_ok_and(|value| value > 0.0 && value < 1.0);
    probability::find_folded(&fold(text), is_fraction).map(|found| found.probability)
}
