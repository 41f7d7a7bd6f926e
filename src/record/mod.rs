//! The shape of the output: one struct a record type. The order and the names of their fields are the schema.
//!
//! Conventions that hold for all of them: `line` is the 1-based line of the file on which the record's own text
//! begins; `span` is `[start, end)` in bytes of the decoded file, from that text to the end of what is nested in it;
//! texts carry no Markdown markup; a key without a value is null or an empty list, never left out.

mod briefing;
mod calendar;
mod case;
mod change;
mod fact;
mod field;
mod file;
mod forecast;
mod insight;
mod ledger;
mod link;
mod metadata;
mod milestone;
mod point;
mod quantity;
mod recommendation;
mod risk;
mod scenario;
mod schema;
mod section;
mod table;
mod text_table;
mod types;
mod value;

pub use briefing::{Briefing, BriefingView, SCHEMA, SourceInfo};
pub use calendar::{CalendarDate, DatePart};
pub use case::{Case, CaseField, CaseOutcome};
pub use change::{Change, Computed, Direction};
pub use fact::Fact;
pub use field::{Field, FieldRole, Item};
pub use file::{FileInfo, FileKind};
pub use forecast::Forecast;
pub use insight::Insight;
pub use ledger::{Ledger, LedgerEntry};
pub use link::Link;
pub use metadata::{LabelledValue, Metadata, Rating, SourceRef};
pub use milestone::Milestone;
pub use point::{Point, PointItem};
pub use quantity::{Amount, Bound, Quantity, QuantityKind, Value};
pub use recommendation::{AudienceRole, Conduct, Detail, Recommendation};
pub use risk::{Risk, RiskKind};
pub use scenario::{Probability, Scenario, Stance};
pub use schema::json_schema;
pub use section::{Section, SectionRole};
pub use table::{Cell, Column, Grid, Table};
pub use text_table::TextTable;
pub(crate) use types::with_record_types;
pub use types::{Placed, RecordType, Records};
pub use value::ValueRecord;

use schemars::JsonSchema;
use serde::Serialize;

/// Where a record stands.
#[derive(Debug, Clone, PartialEq, JsonSchema, Serialize)]
pub struct Place {
    /// `<type>-<n>`, in file order, unique in its briefing.
    pub id: String,
    /// 1-based line of the file.
    #[schemars(range(min = 1))]
    pub line: usize,
    /// `[start, end)` in bytes of the decoded file.
    pub span: [usize; 2],
    /// The headings it stands under, outermost first, below the briefing's title.
    pub section: Vec<String>,
}
