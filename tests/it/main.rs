//! All integration tests in one binary: few kinds, many cases.

mod cli;
mod fixtures;
mod invariants;
mod properties;
mod shared;
mod snapshots;
mod transcripts;
