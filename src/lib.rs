//! briefex turns analyst briefings written in Markdown into typed, traceable records.
//!
//! ```
//! let text = "# Grid storage\n\n**Date:** 2026-03-01\n**Source:** Halden Desk\n\n## Scenarios\n\n\
//!             - Bull (25%): prices fall\n- Base (60%): slow growth\n- Bear (15%): tariffs\n";
//! let document = briefex::extract(&briefex::Source::decode("grid.md", text.as_bytes())?);
//! let briefing = &document.briefings[0];
//! assert_eq!(briefing.metadata.published.as_deref(), Some("2026-03-01"));
//! assert_eq!(briefing.records.scenarios[1].probability.unwrap().value, Some(0.6));
//! assert_eq!(briefing.records.scenarios[1].place.line, 9);
//! # Ok::<(), briefex::DecodeError>(())
//! ```
//!
//! The way through the house, each step a pure function but the first and the last:
//!
//! 1. [`source`]: bytes to text, lines, hash.
//! 2. `markdown`: text to parser events with offsets.
//! 3. [`outline`]: events to lines that know their mark, label and nesting; tables to cells.
//! 4. `briefing`: which lines are a briefing, and which are its metadata block.
//! 5. [`mod@extract`]: lines to [`record`]s, one module a record type, with the vocabulary of [`lexicon`], to which users may add.
//! 6. [`sink`]: records to JSON and NDJSON, and as rows to CSV, TSV, XLSX, SQLite and Parquet.
//!
//! The binary on top is [`cli`]; [`batch`] finds its input files, `guard` keeps a bug from ending a run, and `terminal` keeps a text
//! from acting on the terminal that shows it.

#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::string_slice, reason = "a test may end where its text is another than it says"))]

pub mod batch;
mod briefing;
pub mod cli;
pub mod diagnostic;
mod excerpt;
pub mod extract;
mod guard;
pub mod lexicon;
mod markdown;
pub mod outline;
pub mod record;
pub mod sink;
pub mod source;
mod terminal;
mod value;

pub use extract::{Coverage, Document, UnreadRun, coverage, extract, extract_records};
pub use source::{DecodeError, Source};
pub use value::LineValues;
