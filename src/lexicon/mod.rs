//! The vocabulary: what labels, headings and openings mean, by concept.
//!
//! Every word list of the extractors lives here, Chinese beside English, in simplified characters and lower case;
//! texts are [folded](fold) before they are compared, so traditional characters, full-width letters and capitals
//! need no entries of their own. The lists hold words of the language, never a phrase that one file happens to use.

pub(crate) mod advice;
mod affix;
pub(crate) mod audience;
pub(crate) mod case;
pub(crate) mod fact;
mod fold;
pub(crate) mod forecast;
pub(crate) mod horizon;
pub(crate) mod insight;
pub(crate) mod ledger;
pub(crate) mod metadata;
pub(crate) mod milestone;
pub(crate) mod quantity;
pub(crate) mod risk;
pub(crate) mod scenario;
pub(crate) mod section;
mod vocabulary;

use fold::fold_char;
pub(crate) use fold::{fold, narrow, unfold};
use vocabulary::{Table, Words};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_folded_already() {
        let words = metadata::LABELS.words().chain(advice::TITLES.words()).chain(scenario::STANCES.words());
        for word in words.chain(section::ROLES.words()).chain(audience::ROLES.words()) {
            assert_eq!(fold(word), word);
        }
    }
}
