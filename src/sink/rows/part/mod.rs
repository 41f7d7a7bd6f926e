//! The parts of records as rows of their own, for whom a database or a pivot table does the counting: one module a table.
//!
//! A row of a part begins with the keys of its record; `id` and `line` are the record's. Then come numbers, counted from 1,
//! that say which part it is. What is nested is laid flat in the order of the text, each with its depth and the number of the
//! item that it stands below.

pub(super) mod case_field;
pub(super) mod cell;
mod field;
mod flat;
pub(super) mod insight_field;
pub(super) mod ledger_entry;
pub(super) mod metadata;
pub(super) mod milestone_item;
pub(super) mod point_item;
pub(super) mod recommendation_attribute;
pub(super) mod recommendation_detail;
pub(super) mod risk_item;
pub(super) mod scenario_field;
pub(super) mod source;
