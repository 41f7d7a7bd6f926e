//! Quantities: every number in a text, typed, normalised, and where it stands.
//!
//! The way of a mention: [`scan`] walks through the text, with quick looks ([`trigger`], [`address`]) at what to pass over. At
//! a digit it asks whether a date begins there ([`calendar`]), else reads the number ([`number`]) with its sign, magnitude,
//! currency and unit ([`operand`], [`unit`]), joins two of them to a range ([`range`]), turns away what only looks like a
//! quantity ([`name`]), says what the rest means ([`reading`]) and takes in what qualifies it ([`qualifier`]). Numbers in words
//! ([`spelled`]), scores and fractions ([`proportion`]), stars and bars ([`drawn`]) have rooms of their own. Vocabulary
//! stands in `lexicon/quantity/`; words of grammar (per, 至, 每, 第) stand with the rule that reads them.
//!
//! Beside it stand what other modules ask of a text: the unit of a column ([`header`]), the date of a briefing ([`date`]), a
//! probability, a rating, and the JSON of a line ([`line`]).

mod address;
mod calendar;
mod cursor;
pub(crate) mod date;
mod drawn;
pub(crate) mod header;
mod line;
mod mention;
mod name;
mod number;
mod operand;
pub(crate) mod probability;
mod proportion;
mod qualifier;
mod range;
pub(crate) mod rating;
mod reading;
mod scan;
mod spelled;
mod trigger;
mod unit;

pub use line::LineValues;
pub use mention::Mention;
pub(crate) use range::time_ratio;
pub(crate) use scan::{find, find_into, find_only};

#[cfg(test)]
mod tests;
