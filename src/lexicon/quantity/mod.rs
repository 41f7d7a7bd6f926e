//! The words and signs around numbers: units, currencies, magnitudes, qualifiers, numerals, the calendar, and names that
//! only look like quantities.

pub(crate) mod calendar;
pub(crate) mod change;
pub(crate) mod currency;
pub(crate) mod magnitude;
pub(crate) mod name;
pub(crate) mod numeral;
pub(crate) mod qualifier;
pub(crate) mod unit;

#[cfg(test)]
mod tests {
    use super::super::affix::Affixes;
    use super::super::fold;
    use super::*;

    fn words<T: Copy>(table: &Affixes<T>) -> impl Iterator<Item = &'static str> {
        table.rows().iter().flat_map(|(_, words)| words.iter().copied())
    }

    /// A word that is not folded is never found.
    #[test]
    fn every_word_is_folded_already() {
        let units = words(&unit::WORDS).chain(words(&unit::COUNTERS)).chain(words(&unit::LOOKALIKES));
        let amounts = words(&magnitude::WORDS).chain(words(&magnitude::PARTS)).chain(words(&currency::AFTER));
        let qualifiers = words(&qualifier::BEFORE).chain(words(&qualifier::AFTER)).chain(words(&qualifier::LOOKALIKES));
        let dates = words(&calendar::MONTHS).chain(words(&calendar::PARTS)).chain(words(&calendar::OPEN_AFTER));
        let more_dates = words(&calendar::OPEN_BEFORE).chain(words(&calendar::EDGES)).chain(words(&calendar::FISCAL_AFTER));
        let names = words(&name::NUMBERED).chain(words(&name::NAMED)).chain(words(&name::OPENERS)).chain(words(&name::METRICS));
        let changes = words(&change::VERBS).chain(words(&change::STATED)).chain(words(&change::NO_VERBS));
        let numerals = words(&numeral::ENGLISH).chain(words(&numeral::HUNDREDTHS)).chain(words(&numeral::STRONG));
        let all =
            units.chain(amounts).chain(qualifiers).chain(dates).chain(more_dates).chain(names).chain(changes).chain(numerals);
        for word in all {
            assert_eq!(fold(word), word);
        }
    }
}
