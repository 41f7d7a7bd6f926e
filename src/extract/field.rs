//! What stands below a record: labelled lines become fields, other lines items of a field without a label. Lines that another
//! record owns are left out.

use super::{Scope, quantity};
use crate::record::{Field, FieldRole, Item, Quantity};

/// The fields that lines hold; `role` says what a label announces.
pub(super) fn of(scope: &Scope<'_>, lines: impl IntoIterator<Item = usize>, role: impl Fn(&str) -> FieldRole) -> Vec<Field> {
    let mut fields = Vec::new();
    for at in lines.into_iter().filter(|&at| scope.outline.lines[at].is_prose() && !is_taken(scope, at)) {
        let line = &scope.outline.lines[at];
        match if line.is_lead() { Some(line.name()) } else { line.label_text() } {
            Some(label) => fields.push(labelled(label, role(label), held(scope, at))),
            None => push_unlabelled(&mut fields, item(scope, at)),
        }
    }
    fields
}

/// What a labelled line holds: the text behind its label with the lines below it, or those lines alone.
pub(super) fn held(scope: &Scope<'_>, at: usize) -> Vec<Item> {
    let line = &scope.outline.lines[at];
    let below = items(scope, at);
    if line.is_lead() { below } else { vec![Item { text: line.value().to_owned(), items: below }] }
}

/// Adds an item to the field without a label that ends a list of fields, or to a new one.
pub(super) fn push_unlabelled(fields: &mut Vec<Field>, item: Item) {
    match fields.last_mut().filter(|field| field.label.is_none()) {
        Some(field) => {
            field.items.push(item);
            field.quantity = None;
        }
        None => fields.push(Field { label: None, role: FieldRole::Other, quantity: one_value(&item), items: vec![item] }),
    }
}

/// A field under a label.
pub(super) fn labelled(label: &str, role: FieldRole, items: Vec<Item>) -> Field {
    let quantity = match &items[..] {
        [only] => one_value(only),
        _ => None,
    };
    Field { label: Some(label.to_owned()), role, items, quantity }
}

/// An item without anything below it, read as one value.
fn one_value(item: &Item) -> Option<Quantity> {
    item.items.is_empty().then(|| quantity::whole(&item.text)).flatten()
}

/// A line and what is nested below it.
pub(super) fn item(scope: &Scope<'_>, at: usize) -> Item {
    Item { text: scope.outline.lines[at].text.clone(), items: items(scope, at) }
}

/// The lines below a line as a tree.
pub(super) fn items(scope: &Scope<'_>, at: usize) -> Vec<Item> {
    scope.prose_below(at).filter(|&child| !is_taken(scope, child)).map(|child| item(scope, child)).collect()
}

/// Whether another record owns a line, or all that a label holds.
pub(super) fn is_taken(scope: &Scope<'_>, at: usize) -> bool {
    let holds_nothing_else = || scope.is_claimed_below(at) && scope.prose_below(at).all(|child| is_taken(scope, child));
    scope.is_claimed(at) || (scope.outline.lines[at].is_lead() && holds_nothing_else())
}
