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
