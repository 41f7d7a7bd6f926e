//! The shape of the output: one struct a record type. The order and the names of their fields are the schema.
//!
//! Conventions that hold for all of them: `line` is the 1-based line of the file on which the record's own text
//! begins; `span` is `[start, end)` in bytes of the decoded file, from that text to the end of what is nested in it;
//! texts carry no Markdown markup; a key without a value is null or an empty list, never left out.

mod briefing;
mod metadata;
mod quantity;
mod recommendation;
mod scenario;
mod section;
mod table;
mod value;

pub use briefing::{Briefing, BriefingView, SCHEMA, SourceInfo};
pub use metadata::{LabelledValue, Metadata, Rating, SourceRef};
pub use quantity::{Amount, Bound, CalendarDate, DatePart, Quantity, QuantityKind, Value};
pub use recommendation::{AudienceRole, Conduct, Detail, Recommendation};
pub use scenario::{Field, FieldRole, Item, Probability, Scenario, Stance};
pub use section::{Section, SectionRole};
pub use table::{Cell, Column, Table};
pub use value::{Change, Computed, Direction, ValueRecord};

use serde::Serialize;

/// Where a record stands.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Place {
    /// `<type>-<n>`, in file order, unique in its briefing.
    pub id: String,
    /// 1-based line of the file.
    pub line: usize,
    /// `[start, end)` in bytes of the decoded file.
    pub span: [usize; 2],
    /// The headings it stands under, outermost first, below the briefing's title.
    pub section: Vec<String>,
}

/// The record types, as `--records` names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecordType {
    /// One row a briefing, with its metadata.
    Briefings,
    /// The headings of a briefing.
    Sections,
    /// Pipe tables, one record a table.
    Tables,
    /// The cells of the tables in long form (tabular formats only).
    Cells,
    /// Named alternative futures.
    Scenarios,
    /// Pieces of advice.
    Recommendations,
    /// Every quantity; only where it is asked for.
    Values,
    /// What goes from what to what.
    Changes,
    /// What the reader should know about the extraction.
    Diagnostics,
}

impl RecordType {
    /// All of them, in output order.
    pub const ALL: [Self; 9] = [
        Self::Briefings,
        Self::Sections,
        Self::Tables,
        Self::Cells,
        Self::Scenarios,
        Self::Recommendations,
        Self::Values,
        Self::Changes,
        Self::Diagnostics,
    ];

    /// Those that are written where none is named: all but [`RecordType::Values`], which says again what the others hold.
    pub fn usual() -> Vec<Self> {
        Self::ALL.into_iter().filter(|&record| record != Self::Values).collect()
    }

    /// The name used on the command line, in file names and as JSON key.
    pub fn name(self) -> &'static str {
        match self {
            Self::Briefings => "briefings",
            Self::Sections => "sections",
            Self::Tables => "tables",
            Self::Cells => "cells",
            Self::Scenarios => "scenarios",
            Self::Recommendations => "recommendations",
            Self::Values => "values",
            Self::Changes => "changes",
            Self::Diagnostics => "diagnostics",
        }
    }
}
