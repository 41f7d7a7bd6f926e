//! The words that a user adds to the built-in ones.
//!
//! They are set once, before the first list is looked into, and live as long as the process: the lists are static and their
//! indexes are built at first use, so words that came later would be found by some lists and not by others. That is why a
//! second setting, or one after a list was used, is refused.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Words by the key of the list they belong to.
pub(super) type Added = BTreeMap<String, Vec<&'static str>>;

static ADDED: OnceLock<Added> = OnceLock::new();

/// The words added to a list. To ask is to settle that there will be no more.
pub(super) fn words(key: &str) -> &'static [&'static str] {
    ADDED.get_or_init(Added::new).get(key).map_or(&[], Vec::as_slice)
}

/// Whether there are any; to ask is to settle that, too.
pub(super) fn is_any() -> bool {
    !ADDED.get_or_init(Added::new).is_empty()
}

/// Sets the words; whether that was still possible.
pub(super) fn set(words: BTreeMap<String, Vec<String>>) -> bool {
    if ADDED.get().is_some() {
        return false;
    }
    let leaked = |list: Vec<String>| list.into_iter().map(|word| &*Box::leak(word.into_boxed_str())).collect();
    ADDED.set(words.into_iter().map(|(key, list)| (key, leaked(list))).collect()).is_ok()
}
