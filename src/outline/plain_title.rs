//! Titles of plain text: `一、核心观点` or `3. KEY DATA` on a line of its own.
//!
//! Reports that were pasted from a word processor keep their numbered titles and lose what made them headings. In a series
//! (一、二、三、…) such lines hold what follows them, as bold lines do; a numbered list of short items is none, since its
//! items stand on neighbouring lines, are sentences, or hold nothing.

use super::{Label, Line, Lines, Marker};
use crate::excerpt::Excerpt as _;
use crate::source::Source;

/// The longest title, in characters.
const LONGEST: usize = 24;

/// Gives the titles of plain text the standing of bold lines, and takes the sign of one for a pictograph.
pub(super) fn mark(lines: &mut Lines, source: &Source) {
    let signed: Vec<usize> = (0..lines.len()).filter(|&at| is_signed_title(lines, at)).collect();
    signed.into_iter().for_each(|at| lines.change(at, unsign));
    let mut series: Vec<usize> = Vec::new();
    for at in 0..lines.len() {
        if lines[at].heading().is_some() {
            settle(lines, &mut series);
        } else if is_title(lines, at, source) {
            let expected = series.last().map_or(Some(1), |&last| lines[last].ordinal?.checked_add(1));
            let follows = expected.is_some() && lines[at].ordinal == expected;
            if !follows {
                settle(lines, &mut series);
            }
            if follows || lines[at].ordinal == Some(1) {
                series.push(at);
            }
        }
    }
    settle(lines, &mut series);
}

/// Ends a series; two titles or more are one, unless most of them hold nothing.
fn settle(lines: &mut Lines, series: &mut Vec<usize>) {
    let titles = std::mem::take(series);
    let empty = titles.iter().zip(titles.iter().skip(1)).filter(|&(&title, &next)| title + 1 == next).count();
    if titles.len() < 2 || empty * 2 >= titles.len() {
        return;
    }
    for at in titles {
        lines.change(at, |line| {
            let len = line.text.len();
            line.marker = Marker::Plain;
            line.label = Some(Label { end: len, value: len, bold: true, colon: false });
        });
    }
}

/// Whether a bold line with a tick or cross stands alone, as a title does and an item of a list does not: `❌ **案例二：鲜到家**`.
fn is_signed_title(lines: &Lines, at: usize) -> bool {
    let line = &lines[at];
    let is_bold = line.is_lead() && line.label.as_ref().is_some_and(|label| label.bold);
    let is_alone = (at == 0 || line.gap) && lines.at(at + 1).is_some_and(|next| next.gap && !next.is_item());
    matches!(line.marker, Marker::Check | Marker::Cross) && is_bold && is_alone
}

fn unsign(line: &mut Line) {
    line.emoji = Some(if line.marker == Marker::Check { "✅" } else { "❌" }.to_owned());
    line.marker = Marker::Plain;
}

/// Whether a line is numbered like a title, stands alone, and is no sentence.
fn is_title(lines: &Lines, at: usize, source: &Source) -> bool {
    let line = &lines[at];
    if line.marker != Marker::Number || line.label.is_some() || line.text.chars().count() > LONGEST {
        return false;
    }
    let is_alone = (at == 0 || line.gap) && lines.at(at + 1).is_none_or(|next| next.gap);
    let written = source.text.part(line.span.clone()).trim_start();
    let in_han = written.starts_with(|c: char| "一二三四五六七八九十".contains(c));
    let in_capitals = line.text.chars().filter(|c| c.is_alphabetic()).count() >= 4
        && !line.text.contains(|c: char| c.is_lowercase() || !c.is_ascii());
    let is_sentence = line.text.contains(['。', '，', '；', '：', '！', '?', '？', '.', ';']);
    is_alone && (in_han || in_capitals) && !is_sentence
}

#[cfg(test)]
mod tests {
    use crate::outline::Outline;
    use crate::source::Source;

    fn titles(markdown: &str) -> Vec<String> {
        let outline = Outline::of(&Source::decode("t.md", markdown.as_bytes()).unwrap());
        outline.lines.iter().filter(|line| line.is_lead()).map(|line| line.text.clone()).collect()
    }

    #[test]
    fn numbered_titles_stand_alone_in_a_series() {
        assert_eq!(titles("一、核心观点\n\n- a\n- b\n\n二、背景\n\nc\n"), ["核心观点", "背景"]);
        assert_eq!(titles("1. SUMMARY\n\n   a\n\n2. KEY DATA\n\n   b: 3\n"), ["SUMMARY", "KEY DATA"]);
        assert!(titles("一、成本下降\n二、效率提升\n").is_empty(), "a list");
        assert!(titles("# T\n\n一、成本下降\n\n二、效率提升\n\n三、用户增加\n").len() == 1, "a list with gaps");
        assert!(titles("一、成本在下降。\n\n二、效率在提升。\n").is_empty(), "sentences");
        assert!(titles("一、核心观点\n\n- a\n").is_empty(), "no series");
    }
}
