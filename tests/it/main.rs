//! All integration tests in one binary: few kinds, many cases.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot go on says so"
)]
#![cfg_attr(
    not(all(feature = "xlsx", feature = "sqlite", feature = "parquet")),
    allow(dead_code, reason = "the readers of formats that are not built")
)]

mod cli;
#[cfg(feature = "sqlite")]
mod database;
#[cfg(feature = "sqlite")]
mod database_runs;
mod docs;
mod encodings;
mod files;
mod fixtures;
#[cfg(unix)]
mod incremental;
mod invariants;
mod monotony;
#[cfg(feature = "packed")]
mod packed;
#[cfg(feature = "parquet")]
mod parquet;
mod properties;
mod readers;
mod schema;
mod shared;
mod snapshots;
mod transcripts;
#[cfg(feature = "xlsx")]
mod workbook;
