//! The list of record types: the one place that names them all.
//!
//! A record type is a struct in `record/`, an extractor in `extract/` and a set of columns in `sink/rows/`, in modules of one
//! name; a line of [`with_record_types`] ties them together. From that list come the choices of `--records`, the lists of
//! a briefing, the order in which extractors run, the keys of the JSON object and their schema, and the tables of the tabular
//! formats.

use schemars::JsonSchema;
use serde::ser::{SerializeMap, Serializer};

use super::{
    Case, Change, Fact, Forecast, Insight, Ledger, Link, Milestone, Place, Point, Recommendation, Risk, Scenario, Section, Table,
    TextTable, ValueRecord,
};

/// Hands the record types to a macro, in the order in which they are read and written, and the tables of their parts. A line
/// is claimed by the first extractor that wants it, so the order of the records says who goes first.
///
/// ```text
/// records
///     /// what it is, for the documentation
///     choice of --records    list of a briefing    struct    module in extract/ and sink/rows/, and name in ids
/// parts
///     /// what it is, for the documentation
///     choice of --records    its name there    module in sink/rows/part/    of    record types that have it
/// ```
macro_rules! with_record_types {
    ($then:ident) => {
        $then! {
            records {
                /// Headings.
                Sections sections Section section,
                /// Pipe tables.
                Tables tables Table table,
                /// Named alternative futures.
                Scenarios scenarios Scenario scenario,
                /// Pieces of advice.
                Recommendations recommendations Recommendation recommendation,
                /// Tables set in columns of text, inside fences.
                TextTables text_tables TextTable text_table,
                /// Who has used it, and what came of it.
                Cases cases Case case,
                /// Conclusions.
                Insights insights Insight insight,
                /// Periods of roadmaps and timelines.
                Milestones milestones Milestone milestone,
                /// Key figures.
                Facts facts Fact fact,
                /// What could go wrong or right.
                Risks risks Risk risk,
                /// Events with a likelihood.
                Forecasts forecasts Forecast forecast,
                /// Small models and accounts inside fences: labels and their figures.
                Ledgers ledgers Ledger ledger,
                /// Items of all other lists.
                Points points Point point,
                /// Links and bare addresses.
                Links links Link link,
                /// Every quantity; only where it is asked for.
                Values values ValueRecord value,
                /// What goes from what to what.
                Changes changes Change change,
            }
            parts {
                /// Who published a briefing.
                Sources sources source of Briefings,
                /// Labelled values of the metadata.
                Metadata metadata metadata of Briefings,
                /// The cells of all tables in long form.
                Cells cells cell of Tables TextTables,
                /// What is said of scenarios.
                ScenarioFields scenario_fields scenario_field of Scenarios,
                /// What qualifies pieces of advice.
                RecommendationAttributes recommendation_attributes recommendation_attribute of Recommendations,
                /// What stands below pieces of advice.
                RecommendationDetails recommendation_details recommendation_detail of Recommendations,
                /// What is said of cases.
                CaseFields case_fields case_field of Cases,
                /// What is said of conclusions.
                InsightFields insight_fields insight_field of Insights,
                /// What the periods of roadmaps bring.
                MilestoneItems milestone_items milestone_item of Milestones,
                /// What is said of risks.
                RiskItems risk_items risk_item of Risks,
                /// The lines of ledgers.
                LedgerEntries ledger_entries ledger_entry of Ledgers,
                /// What is nested in the items of lists.
                PointItems point_items point_item of Points,
            }
        }
    };
}
pub(crate) use with_record_types;

/// What stands somewhere in a briefing.
pub trait Placed {
    /// Where it stands.
    fn place(&self) -> &Place;
    /// Where it stands, to be changed.
    fn place_mut(&mut self) -> &mut Place;
}

macro_rules! define {
    (
        records { $(#[doc = $doc:literal] $variant:ident $list:ident $record:ident $name:ident,)* }
        parts { $(#[doc = $part_doc:literal] $part:ident $part_list:ident $part_name:ident of $($parent:ident)+,)* }
    ) => {
        /// The record types and the tables of their parts, as `--records` names them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RecordType {
            /// One row an input (tabular formats only).
            Files,
            /// One row a briefing, with its metadata.
            Briefings,
            $(#[doc = $doc] $variant,)*
            $(#[doc = $part_doc] $part,)*
            /// What the reader should know about the extraction.
            Diagnostics,
        }

        impl RecordType {
            /// All of them, in output order.
            pub const ALL: &[Self] =
                &[Self::Files, Self::Briefings, $(Self::$variant,)* $(Self::$part,)* Self::Diagnostics];

            /// The name used on the command line, in file names and as JSON key.
            pub fn name(self) -> &'static str {
                match self {
                    Self::Files => "files",
                    Self::Briefings => "briefings",
                    $(Self::$variant => stringify!($list),)*
                    $(Self::$part => stringify!($part_list),)*
                    Self::Diagnostics => "diagnostics",
                }
            }

            /// The name of one of them.
            pub fn singular(self) -> &'static str {
                match self {
                    Self::Files => "file",
                    Self::Briefings => "briefing",
                    $(Self::$variant => stringify!($name),)*
                    $(Self::$part => stringify!($part_name),)*
                    Self::Diagnostics => "diagnostic",
                }
            }

            /// What it is, in a line.
            pub fn about(self) -> &'static str {
                let about = match self {
                    Self::Files => "Every input, read or not.",
                    Self::Briefings => "Briefings, with their metadata.",
                    $(Self::$variant => $doc,)*
                    $(Self::$part => $part_doc,)*
                    Self::Diagnostics => "What the reader should know about the extraction.",
                };
                about.trim()
            }

            /// For the parts of records, in tabular formats only, whose parts they are; else none.
            pub fn parents(self) -> &'static [Self] {
                match self {
                    $(Self::$part => &[$(Self::$parent),+],)*
                    _ => &[],
                }
            }
        }

        /// The records of a briefing, by type, each list in the order of the file.
        #[derive(Debug, Clone, Default, PartialEq, JsonSchema)]
        pub struct Records {
            $(#[doc = $doc] pub $list: Vec<$record>,)*
        }

        impl Records {
            /// Where each of them stands.
            pub fn places(&self) -> impl Iterator<Item = (RecordType, &Place)> {
                std::iter::empty()$(.chain(self.$list.iter().map(|record| (RecordType::$variant, record.place()))))*
            }

            /// Writes the lists of the chosen types as entries of a JSON object.
            pub(super) fn write_lists<S: Serializer>(&self, object: &mut S::SerializeMap, chosen: &[RecordType]) -> Result<(), S::Error> {
                $(if RecordType::$variant.is_shown_by(chosen) {
                    object.serialize_entry(stringify!($list), &self.$list)?;
                })*
                Ok(())
            }
        }

        $(impl Placed for $record {
            fn place(&self) -> &Place {
                &self.place
            }

            fn place_mut(&mut self) -> &mut Place {
                &mut self.place
            }
        })*
    };
}
with_record_types!(define);

impl RecordType {
    /// Those that are written where none is named: all but [`RecordType::Values`], which says again what the others hold.
    pub fn usual() -> Vec<Self> {
        Self::ALL.iter().copied().filter(|&record| record != Self::Values).collect()
    }

    /// A choice together with the parts of its records, as a set of tables holds them.
    pub fn with_parts(chosen: &[Self]) -> Vec<Self> {
        let is_part = |record: &Self| record.parents().iter().any(|parent| chosen.contains(parent));
        Self::ALL.iter().copied().filter(|record| chosen.contains(record) || is_part(record)).collect()
    }

    /// Whether the JSON of a choice holds the list of this type: parts are shown within their records.
    pub(super) fn is_shown_by(self, chosen: &[Self]) -> bool {
        chosen.iter().any(|&record| record == self || record.parents().contains(&self))
    }
}
