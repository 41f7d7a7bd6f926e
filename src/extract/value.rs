//! Values: every quantity of a briefing, in file order, with the sentence, item or table row that it stands in.

use super::Scope;
use super::passage::{Passage, passages};
use crate::excerpt::Excerpt as _;
use crate::outline::strip_ordinal;
use crate::record::{RecordType, ValueRecord};
use crate::value::{self, Mention};

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
        for mention in mentions.drain(..).filter(|mention| mention.range.start >= number) {
            let Some(place) = passage.place(scope, mention.range.clone()) else { continue };
            let text = passage.text.part(mention.range.clone()).to_owned();
            let context = context(&passage, &mention);
            values.push(ValueRecord { place, text, value: mention.value, context });
        }
    }
    values
}

/// The table row or the sentence around a mention.
fn context(passage: &Passage<'_>, mention: &Mention) -> String {
    if let Some(row) = passage.row {
        return row.join(" | ");
    }
    let text = passage.text;
    let is_end = |(at, c): &(usize, char)| match c {
        '。' | '！' | '？' | '；' => true,
        '.' | '!' | '?' => text.part(at + 1..).starts_with(' ') && !text.part(..*at).ends_with(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    let start = text.part(..mention.range.start).char_indices().rev().find(is_end).map_or(0, |(at, c)| at + c.len_utf8());
    let end = text.part(mention.range.end..).char_indices().map(|(at, c)| (at + mention.range.end, c)).find(is_end);
    text.part(start..end.map_or(text.len(), |(at, c)| at + c.len_utf8())).trim().to_owned()
}

/// Where the text of a heading begins behind its number (`2.1 Background`).
fn heading_number(passage: &Passage<'_>) -> usize {
    if passage.is_heading { passage.text.len() - strip_ordinal(passage.text).len() } else { 0 }
}
