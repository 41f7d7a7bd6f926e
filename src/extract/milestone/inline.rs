//! Periods one after the other on a line: 短期（3-6个月）→ 工具集成 → 中期（6-12个月）→ 平台.

use super::label;
use crate::excerpt::Excerpt as _;
use crate::extract::quantity;
use crate::outline::Line;
use crate::record::{Item, QuantityKind};
use crate::value;

/// A period within a line.
pub(super) struct Part {
    pub label: String,
    pub items: Vec<Item>,
}

/// The periods of a line, if there are two or more and the first of them opens it.
pub(super) fn read(line: &Line) -> Option<Vec<Part>> {
    if !could_hold(&line.text) {
        return None;
    }
    let text = if line.label.is_some() && label::read(line).is_none() { line.value() } else { &line.text };
    let is_chain = text.contains(['→', '⇒']);
    let mut parts: Vec<Part> = Vec::new();
    let segments = text.split(if is_chain { &['→', '⇒'][..] } else { &['；', ';'][..] });
    for segment in segments.flat_map(|segment| parted(segment, is_chain)).map(str::trim).filter(|segment| !segment.is_empty()) {
        match period(segment, is_chain) {
            Some((label, said)) => {
                let items = if said.is_empty() { Vec::new() } else { vec![item(said)] };
                parts.push(Part { label: label.to_owned(), items });
            }
            None => parts.last_mut()?.items.push(item(segment)),
        }
    }
    let is_metric =
        parts.iter().all(|part| part.items.iter().all(|item| quantity::whole(&item.text).is_some()) && !part.items.is_empty());
    let says_nothing = parts.iter().all(|part| part.items.is_empty() && !label::is_named_in_bracket(&part.label));
    (parts.len() >= 2 && !is_metric && !says_nothing).then_some(parts)
}

/// A quick look for an arrow or a semicolon, over bytes.
fn could_hold(text: &str) -> bool {
    // Signs of several bytes are found by the last.
    let mut ends = memchr::memchr3_iter(b';', 0x92, 0x9B, text.as_bytes()).map(|last| text.as_bytes().part(..=last));
    ends.any(|text| [";", "→", "⇒", "；"].iter().any(|sign| text.ends_with(sign.as_bytes())))
}

/// A segment of a chain, parted where a semicolon leads to the next period: `停止投片；中期（2027）`.
fn parted(segment: &str, is_chain: bool) -> Vec<&str> {
    let cut = segment.char_indices().rfind(|(_, c)| is_chain && matches!(c, '；' | ';'));
    match cut.map(|(at, mark)| (segment.part(..at), segment.part(at + mark.len_utf8()..))) {
        Some((before, after)) if period(after.trim(), true).is_some() => vec![before, after],
        _ => vec![segment],
    }
}

fn item(text: &str) -> Item {
    Item { text: text.to_owned(), items: Vec::new() }
}

/// The period that a segment names, and what it says of it. In a chain the period may stand alone, have a name of its own
/// (扩张期（2020-2022）), or have no colon behind it (2026Q2 试产).
fn period(segment: &str, is_chain: bool) -> Option<(&str, &str)> {
    if is_chain && (label::name_of(segment).is_some() || label::is_named_in_bracket(segment)) {
        return Some((segment, ""));
    }
    if let Some(colon) = segment.find(['：', ':']) {
        let (head, rest) = (segment.part(..colon).trim_end(), segment.part(colon..).trim_start_matches([':', '：', ' ']));
        return (label::name_of(head).is_some() && !rest.is_empty()).then_some((head, rest));
    }
    let first = value::find(segment).into_iter().next().filter(|mention| is_chain && mention.range.start == 0)?;
    let (head, rest) = (segment.part(..first.range.end), segment.part(first.range.end..).trim_start());
    let is_date = matches!(first.value.kind, QuantityKind::Date | QuantityKind::Period);
    (is_date && !rest.is_empty() && quantity::whole(rest).is_none()).then_some((head, rest))
}
