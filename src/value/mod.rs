//! Values that the metadata and the records need parsed: dates, probabilities, ratings.

pub(crate) mod date;
pub(crate) mod probability;
pub(crate) mod rating;
