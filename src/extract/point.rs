//! Points: the items of all lists that no other record type has read, so that no list is lost.
//!
//! ```text
//! ### 技术优势
//! • **内存优势**：单卡 141GB         a label, its words, its quantity where they are one
//!   - 对比：80GB                    nested in it
//! **商业影响**：市场将升级            a labelled line is one too
//! ```
//!
//! Plain paragraphs, headings and drawings are none. This extractor runs last, so a new record type takes its lines from here.

use super::{Scope, fence, quantity};
use crate::outline::{Kind, Line};
use crate::record::{Point, PointItem};

/// Lists what is left of the lists of a briefing, and claims it.
pub(super) fn extract(scope: &mut Scope<'_>) -> Vec<Point> {
    let mut points = Vec::new();
    for at in scope.body() {
        let line = &scope.outline.lines[at];
        // The head of a list that another record has read says nothing of its own, unless it is a sentence or has a label with
        // words behind it.
        let is_head = line.is_lead() || (line.label.is_none() && !ends_sentence(line));
        let is_read = || is_head && scope.is_claimed_below(at);
        if scope.is_claimed(at) || !is_point(line) || is_read() {
            continue;
        }
        let point = Point {
            place: scope.place(at),
            role: scope.role(at),
            topic: scope.leads_above(at).next().map(|lead| lead.name().to_owned()),
            rank: line.ordinal,
            item: item(scope, at),
        };
        scope.claim_with_below(at);
        points.push(point);
    }
    points
}

/// Whether a line is an item, or has a label and words behind it: a bold label, or one that opens no sentence (合作社的原话是：“…。”).
/// The lines of logs and settings are none.
fn is_point(line: &Line) -> bool {
    if !line.is_prose() || line.heading().is_some() || line.text.is_empty() {
        return false;
    }
    if line.kind == Kind::Fenced && line.label_text().is_some_and(fence::is_key) {
        return false;
    }
    let is_labelled = line.label.as_ref().is_some_and(|label| label.bold || !ends_sentence(line)) && !line.is_lead();
    line.is_item() || is_labelled
}

fn ends_sentence(line: &Line) -> bool {
    line.text.trim_end_matches(['"', '”', '」', '’', ')', '）']).ends_with(['。', '！', '？', '.', '!', '?'])
}

fn item(scope: &Scope<'_>, at: usize) -> PointItem {
    let line = &scope.outline.lines[at];
    let text = if line.is_lead() { "" } else { line.value() };
    PointItem {
        label: line.label_text().map(str::to_owned),
        text: (!text.is_empty()).then(|| text.to_owned()),
        quantity: quantity::whole(text),
        items: scope.prose_below(at).filter(|&child| !scope.is_claimed(child)).map(|child| item(scope, child)).collect(),
    }
}
