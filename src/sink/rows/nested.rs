//! Nested parts in one cell, such that a person can read them and a program can take them apart.
//!
//! ```text
//! list      a | b | c
//! labelled  触发条件: a | b ‖ 影响: c
//! tree      a {b | c {d}} | e
//! ```
//!
//! A `|`, `‖`, `{`, `}` or `\` inside a text is written with a backslash before it.

use crate::record::{Detail, Field, Item, LabelledValue, PointItem};

/// Parts items of one level.
const ITEM: &str = " | ";
/// Parts labelled groups.
const GROUP: &str = " ‖ ";

pub(super) fn list<T: AsRef<str>>(items: &[T]) -> String {
    items.iter().map(|item| escaped(item.as_ref())).collect::<Vec<_>>().join(ITEM)
}

pub(super) fn labelled(values: &[LabelledValue]) -> String {
    pairs(values.iter().map(|pair| (Some(pair.label.as_str()), Some(pair.value.as_str()))))
}

/// Labels and their values, either of which may be missing.
pub(super) fn pairs<'r>(pairs: impl Iterator<Item = (Option<&'r str>, Option<&'r str>)>) -> String {
    let shown = pairs.map(|(label, value)| match label {
        Some(label) => format!("{}: {}", escaped(label), escaped(value.unwrap_or_default())),
        None => escaped(value.unwrap_or_default()),
    });
    shown.collect::<Vec<_>>().join(GROUP)
}

pub(super) fn fields<'f>(fields: impl Iterator<Item = &'f Field>) -> String {
    let shown = fields.map(|field| match &field.label {
        Some(label) => format!("{}: {}", escaped(label), items(&field.items)),
        None => items(&field.items),
    });
    shown.collect::<Vec<_>>().join(GROUP)
}

pub(super) fn items(items: &[Item]) -> String {
    tree(items, |item| (&item.text, &item.items))
}

pub(super) fn details(details: &[Detail]) -> String {
    tree(details, |detail| (&detail.text, &detail.details))
}

pub(super) fn points(points: &[PointItem]) -> String {
    let shown = points.iter().map(|point| {
        let words =
            [point.label.as_deref(), point.text.as_deref()].into_iter().flatten().map(escaped).collect::<Vec<_>>().join(": ");
        if point.items.is_empty() { words } else { format!("{words} {{{}}}", self::points(&point.items)) }
    });
    shown.collect::<Vec<_>>().join(ITEM)
}

fn tree<T>(nodes: &[T], parts: impl Fn(&T) -> (&String, &Vec<T>) + Copy) -> String {
    let shown = nodes.iter().map(|node| {
        let (text, below) = parts(node);
        if below.is_empty() { escaped(text) } else { format!("{} {{{}}}", escaped(text), tree(below, parts)) }
    });
    shown.collect::<Vec<_>>().join(ITEM)
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '|' | '‖' | '{' | '}' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trees_read_well_and_come_apart() {
        let leaf = |text: &str| Detail { text: text.into(), details: Vec::new() };
        let tree = [Detail { text: "a".into(), details: vec![leaf("b|c"), leaf("d")] }, leaf("e")];
        assert_eq!(details(&tree), "a {b\\|c | d} | e");
    }
}
