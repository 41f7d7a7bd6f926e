//! Values: every quantity of a briefing, in file order, with the sentence, item or table row that it stands in.

use std::ops::Range;

use super::Scope;
use super::passage::{Passage, passages};
use crate::excerpt::Excerpt as _;
use crate::outline::strip_ordinal;
use crate::record::{RecordType, ValueRecord};
use crate::value::{self, Mention};

/// The longest sentence or row, in bytes, that is shown whole. None is as long; but a text without a full stop would stand in
/// the context of each of its quantities.
const LONGEST: usize = 1000;
/// How many bytes of a longer one are shown on either side of a quantity.
const AROUND: usize = 60;

/// Lists the quantities of a briefing, if they were asked for.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<ValueRecord> {
    if !scope.asked.contains(&RecordType::Values) {
        return Vec::new();
    }
    let mut values = Vec::new();
    let mut mentions = Vec::new();
    for passage in passages(scope) {
        mentions.clear();
        value::find_into(passage.text, &mut mentions);
        let number = heading_number(&passage);
        let ends = if mentions.is_empty() { Vec::new() } else { sentence_ends(passage.text) };
        for mention in mentions.drain(..).filter(|mention| mention.range.start >= number) {
            let Some(place) = passage.place(scope, mention.range.clone()) else { continue };
            let text = passage.text.part(mention.range.clone()).to_owned();
            let context = context(&passage, &ends, &mention);
            values.push(ValueRecord { place, text, value: mention.value, context });
        }
    }
    values
}

/// The table row or the sentence around a mention; `ends` are those of the sentences.
fn context(passage: &Passage<'_>, ends: &[usize], mention: &Mention) -> String {
    if let Some(row) = passage.row.filter(|row| is_short(row)) {
        return row.join(" | ");
    }
    let (text, Range { start, end }) = (passage.text, mention.range.clone());
    let first = ends.partition_point(|&at| at <= start).checked_sub(1).and_then(|at| ends.get(at)).copied().unwrap_or(0);
    let last = ends.get(ends.partition_point(|&at| at <= end)).copied().unwrap_or(text.len());
    if last - first <= LONGEST {
        return text.part(first..last).trim().to_owned();
    }
    let is_near = |at: &usize| text.is_char_boundary(*at);
    let first = (start.saturating_sub(AROUND).max(first)..start).find(is_near).unwrap_or(start);
    let last = (end..=(end + AROUND).min(last)).rev().find(is_near).unwrap_or(end);
    text.part(first..last).trim().to_owned()
}

/// Whether a row is shown whole. It is read no further than that.
fn is_short(row: &[String]) -> bool {
    let mut lengths = row.iter().scan(0, |length, cell| {
        *length += cell.len() + 1;
        Some(*length)
    });
    lengths.all(|length| length <= LONGEST)
}

/// Where the sentences of a text end.
fn sentence_ends(text: &str) -> Vec<usize> {
    let is_end = |&(at, c): &(usize, char)| match c {
        '。' | '！' | '？' | '；' => true,
        '.' | '!' | '?' => text.part(at + 1..).starts_with(' ') && !text.part(..at).ends_with(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    text.char_indices().filter(is_end).map(|(at, c)| at + c.len_utf8()).collect()
}

/// Where the text of a heading begins behind its number (`2.1 Background`).
fn heading_number(passage: &Passage<'_>) -> usize {
    if passage.is_heading { passage.text.len() - strip_ordinal(passage.text).len() } else { 0 }
}
