//! Trees of items laid flat.

use crate::sink::rows::cell::Cell;
use crate::sink::rows::column::{Column, integer};

/// Where an item stands in its tree.
pub(super) const ITEM: &[Column] = &[
    integer("item", "number of the item, counted from 1 in the order of the text").position(),
    integer("parent", "number of the item that it stands below; empty for an outermost one"),
    integer("depth", "how many items it stands below"),
];

/// An item and its place in the tree.
pub(super) struct Flat<'r, T> {
    pub item: &'r T,
    number: usize,
    parent: Option<usize>,
    depth: usize,
}

impl<'r, T> Flat<'r, T> {
    /// The cells of [`ITEM`].
    pub fn cells(&self) -> [Cell<'r>; 3] {
        [self.number.into(), self.parent.into(), self.depth.into()]
    }
}

/// The items of a tree in the order of the text.
pub(super) fn flat<'r, T>(items: &'r [T], below: impl Fn(&'r T) -> &'r [T] + Copy) -> Vec<Flat<'r, T>> {
    let mut out = Vec::new();
    lay(items, None, 0, below, &mut out);
    out
}

fn lay<'r, T>(
    items: &'r [T],
    parent: Option<usize>,
    depth: usize,
    below: impl Fn(&'r T) -> &'r [T] + Copy,
    out: &mut Vec<Flat<'r, T>>,
) {
    for item in items {
        let number = out.len() + 1;
        out.push(Flat { item, number, parent, depth });
        lay(below(item), Some(number), depth + 1, below, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Item;

    #[test]
    fn items_keep_their_place() {
        let leaf = |text: &str| Item { text: text.to_owned(), items: Vec::new() };
        let tree = [Item { text: "a".to_owned(), items: vec![leaf("b"), leaf("c")] }, leaf("d")];
        let places: Vec<_> = flat(&tree, |item| &item.items)
            .iter()
            .map(|flat| (flat.item.text.as_str(), flat.number, flat.parent, flat.depth))
            .collect();
        assert_eq!(places, [("a", 1, None, 0), ("b", 2, Some(1), 1), ("c", 3, Some(1), 1), ("d", 4, None, 0)]);
    }
}
