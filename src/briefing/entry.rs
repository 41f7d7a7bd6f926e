//! The entries of a metadata line: labels with their values, bylines, and dates that nothing announces.
//!
//! Where several facts share a line, marks part them (`Date: … · Sector: …`), and not each has a label: a byline says by its
//! first word whom it names, and a date what it is.

use std::ops::Range;

use crate::excerpt::Excerpt as _;
use crate::lexicon::fold;
use crate::lexicon::metadata::{BYLINES, NAME_PARTICLES, concept};
use crate::outline::{Line, Link, Outline, label_of};
use crate::value::date;

/// Characters that part the labels of a line.
const PARTING: [char; 5] = ['·', '•', '|', '｜', '\u{3000}'];
/// The most words of the names in a byline.
const MAX_NAME: usize = 8;

/// A label and its value in a metadata block.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub label: String,
    pub value: String,
    /// The links in the value, as (text, address).
    pub links: Vec<(String, String)>,
}

/// The entries of a line: one, or several parted by `·` or `|`, or the rows of a two-column table.
pub(crate) fn entries(outline: &Outline, at: usize) -> Vec<Entry> {
    let line = &outline.lines[at];
    if let Some(table) = outline.table(at) {
        if table.header.len() != 2 {
            return Vec::new();
        }
        // The header row is often 字段 | 内容; it is an entry only where its label is one of metadata.
        let is_entry = table.header.first().is_some_and(|label| concept(label).is_some());
        let head = is_entry.then_some((&table.header, &[][..]));
        let rows = table.rows.iter().map(|row| (&row.cells, row.links.get(1).map_or(&[][..], Vec::as_slice)));
        return head
            .into_iter()
            .chain(rows)
            .filter_map(|(cells, links)| {
                let (label, value) = (cells.first()?, cells.get(1)?);
                let name = |link: &Link| value.get(link.text.clone()).unwrap_or(value).to_owned();
                let links = links.iter().map(|link| (name(link), link.url.clone())).collect();
                Some(Entry { label: label.trim_end_matches([':', '：']).to_owned(), value: value.clone(), links })
            })
            .collect();
    }
    let mut entries: Vec<Entry> = Vec::new();
    let mut is_open = false;
    for (start, part) in fields(line) {
        let whole = start == 0 && part.len() == line.text.len();
        let label = if whole { line.label.clone() } else { label_of(part, &[]).filter(|label| label.colon) };
        match label {
            Some(label) => {
                entries.push(Entry {
                    label: part.part(..label.end).trim().to_owned(),
                    value: part.part(label.value..).trim().to_owned(),
                    links: links_in(line, start + label.value..start + part.len()),
                });
                is_open = true;
            }
            None if is_date(part) => is_open = false,
            None => match byline(&line.text, part) {
                Some((label, value)) => {
                    entries.push(Entry { label, value, links: links_in(line, start..start + part.len()) });
                    is_open = false;
                }
                // A part that does not say what it is goes on with the value before it.
                None => {
                    if let Some(last) = entries.last_mut().filter(|_| is_open) {
                        last.value.push(' ');
                        last.value.push_str(part);
                        last.links.extend(links_in(line, start..start + part.len()));
                    }
                }
            },
        }
    }
    entries
}

/// Whether a line says something that a label of metadata announces.
pub(crate) fn is_named(outline: &Outline, at: usize) -> bool {
    entries(outline, at).iter().any(|entry| concept(&entry.label).is_some())
}

/// The word that opens a byline, and whom it names: `By Mara Lind, May 19, 2026`. Names are words with capitals, up to a dash,
/// a bracket or a date; a line of one word (By Region) names nobody.
fn byline(line: &str, part: &str) -> Option<(String, String)> {
    let (_, length) = BYLINES.after(part)?;
    let rest = part.part(length..);
    let end = rest.find(['(', '（', '—', '–']).into_iter().chain(date::first_start(rest)).min().unwrap_or(rest.len());
    let name = rest.part(..end).trim().trim_end_matches([',', '，', '-', '/']).trim_end();
    let words = || name.split_whitespace().map(|word| word.trim_end_matches([',', '.']));
    let is_word = |word: &str| word.starts_with(char::is_uppercase) || NAME_PARTICLES.has(&fold(word));
    let is_name = name.starts_with(char::is_uppercase)
        && words().count() <= MAX_NAME
        && words()
            .all(|word| is_word(word) && !word.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | ';' | '!' | '?')))
        && (words().count() > 1 || length + end < line.len());
    is_name.then(|| (part.part(..length).to_owned(), name.to_owned()))
}

/// Whether a part of a line is a date and nothing else.
fn is_date(part: &str) -> bool {
    date::first_start(part) == Some(0) && date::final_date(part).is_some()
}

/// The date of a line that no label announces: the only one it holds, at its end, or that of a part without a label.
pub(crate) fn lone_date(text: &str) -> Option<String> {
    let unlabelled = || parted(text).into_iter().filter(|(_, part)| label_of(part, &[]).is_none());
    date::final_date(text).or_else(|| unlabelled().find_map(|(_, part)| date::final_date(part)))
}

fn links_in(line: &Line, range: Range<usize>) -> Vec<(String, String)> {
    // Links stand in the order of the text.
    let first = line.links.partition_point(|link| link.text.start < range.start);
    let inside = line.links.iter().skip(first).take_while(|link| link.text.end <= range.end);
    inside.map(|link| (line.text.part(link.text.clone()).to_owned(), link.url.clone())).collect()
}

/// The parts of a line that are read one by one: several labelled ones, or a label and what stands before it. A part without
/// a label belongs to no label behind it.
fn fields(line: &Line) -> Vec<(usize, &str)> {
    let parts = parted(&line.text);
    let labelled = parts.iter().filter(|(_, part)| label_of(part, &[]).is_some()).count();
    let first = parts.first().map_or(0, |(start, part)| start + part.len());
    let leads = line.label.as_ref().is_none_or(|label| !label.bold && label.end > first);
    if labelled >= 2 || leads { parts } else { vec![(0, line.text.as_str())] }
}

/// Whether marks may part a line.
pub(super) fn is_parted(text: &str) -> bool {
    text.contains(PARTING)
}

/// The parts of a line between ` · `, ` | ` or wide spaces, each with where it starts.
fn parted(text: &str) -> Vec<(usize, &str)> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| PARTING.contains(c)) {
        let spaced = text.part(..at).ends_with(char::is_whitespace) || matches!(c, '｜' | '\u{3000}');
        if spaced {
            parts.push((start, text.part(start..at)));
            start = at + c.len_utf8();
        }
    }
    parts.push((start, text.part(start..)));
    parts
        .into_iter()
        .map(|(start, part)| (start + part.len() - part.trim_start().len(), part.trim()))
        .filter(|(_, part)| !part.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn several_labels_on_a_line() {
        let outline = Outline::of(
            &Source::decode("t.md", "**As of:** 2026-06-09 · **Price:** $1 (S4: close) · **Sector:** X".as_bytes()).unwrap(),
        );
        let labels: Vec<_> = entries(&outline, 0).into_iter().map(|entry| (entry.label, entry.value)).collect();
        assert_eq!(
            labels,
            [("As of".into(), "2026-06-09".into()), ("Price".into(), "$1 (S4: close)".into()), ("Sector".into(), "X".into())]
                as [(String, String); 3]
        );
    }

    #[test]
    fn lines_of_names_and_dates() {
        let read = |line: &str| {
            let outline = Outline::of(&Source::decode("t.md", line.as_bytes()).unwrap());
            let entries = entries(&outline, 0).into_iter().map(|entry| format!("{}: {}", entry.label, entry.value));
            (entries.collect::<Vec<_>>().join("; "), lone_date(&outline.lines[0].text).unwrap_or_default())
        };
        for (line, entries, date) in [
            ("*By Mara Lind · May 19, 2026 · Filed under: rail*", "By: Mara Lind; Filed under: rail", "2026-05-19"),
            ("By Mara Lind | May 19, 2026", "By: Mara Lind", "2026-05-19"),
            ("by Teo van Dam, Li Wei and Co., 19 May 2026", "by: Teo van Dam, Li Wei and Co.", "2026-05-19"),
            ("By **Mara Lind** — Sunday, January 11, 2026", "By: Mara Lind", "2026-01-11"),
            ("嵐谷顧問 · 2026年5月6日 · 機密等級：B", "機密等級: B", "2026-05-06"),
            ("2026年5月6日 ｜ 嵐谷顧問", "", "2026-05-06"),
            ("周刊 • 作者：沈渡 • 2026-02-03", "作者: 沈渡", "2026-02-03"),
            ("By region", "", ""),
            ("By Region", "", ""),
            ("By 2030 prices fall", "", ""),
            ("**Risk** – rails · roads", "Risk: rails · roads", ""),
        ] {
            assert_eq!(read(line), (entries.to_owned(), date.to_owned()), "{line}");
        }
    }
}
