//! The relational view in normal form: which table refers to which, and which of a view's columns that makes superfluous.

use crate::record::RecordType;
use crate::sink::rows::{self, Column, KEYS, Purpose};

/// A table of the database.
pub(super) struct Table {
    pub record: RecordType,
    /// Its columns beside the keys, each with its place in a row of the view.
    pub columns: Vec<(usize, &'static Column)>,
    /// What its rows belong to.
    pub references: Vec<Reference>,
}

/// A foreign key, named as the key that it refers to.
#[derive(Clone, Copy)]
pub(super) struct Reference {
    pub to: RecordType,
    /// Whether every row has it.
    pub is_required: bool,
}

impl Table {
    /// All tables, none before those that it refers to.
    pub fn all() -> impl Iterator<Item = Self> {
        RecordType::ALL.iter().copied().map(Self::of)
    }

    /// The table of a record type.
    pub fn of(record: RecordType) -> Self {
        let columns = rows::columns(record).into_iter().enumerate();
        let columns = columns.filter(|(at, column)| !is_given_by_keys(record, *at, column)).collect();
        Self { record, columns, references: references(record) }
    }

    /// The name of its key.
    pub fn key(&self) -> String {
        key(self.record)
    }

    /// Its columns of one purpose.
    pub fn columns_for(&self, purpose: Purpose) -> impl Iterator<Item = &(usize, &'static Column)> {
        self.columns.iter().filter(move |(_, column)| column.purpose == purpose)
    }

    /// What tells its rows from the others with the same foreign key.
    pub fn position(&self) -> Vec<&'static str> {
        if self.record.parents().is_empty() {
            return vec!["id"];
        }
        self.columns_for(Purpose::Position).map(|(_, column)| column.name).collect()
    }
}

/// The name of a table's key, there and where it is referred to.
pub(super) fn key(record: RecordType) -> String {
    format!("{}_key", record.singular())
}

/// What the rows of a table belong to. A row of a table with several parents belongs to one of them.
fn references(record: RecordType) -> Vec<Reference> {
    let required = |to| Reference { to, is_required: true };
    let optional = |to| Reference { to, is_required: false };
    match (record, record.parents()) {
        (RecordType::Files, _) => Vec::new(),
        (RecordType::Briefings, _) => vec![required(RecordType::Files)],
        // Of a file, and of a briefing in it or of none.
        (RecordType::Diagnostics, _) => vec![required(RecordType::Files), optional(RecordType::Briefings)],
        (_, []) => vec![required(RecordType::Briefings)],
        (_, [parent]) => vec![required(*parent)],
        (_, parents) => parents.iter().copied().map(optional).collect(),
    }
}

/// Whether a column of the view says what the row that a foreign key leads to says already.
fn is_given_by_keys(record: RecordType, at: usize, column: &Column) -> bool {
    let is_key = record != RecordType::Files && at < KEYS.len();
    let is_own = match record {
        RecordType::Briefings => !matches!(column.name, "file" | "briefing"),
        _ if record.parents().is_empty() => matches!(column.name, "id" | "line"),
        _ => false,
    };
    column.purpose == Purpose::Repeated || is_key && !is_own
}

/// The tables that are filled where some are chosen: with all that they refer to.
pub(super) fn filled(chosen: &[RecordType]) -> Vec<Table> {
    let is_needed = |record: RecordType| {
        let always = matches!(record, RecordType::Files | RecordType::Briefings);
        always || chosen.iter().any(|&other| other == record || other.parents().contains(&record))
    };
    Table::all().filter(|table| is_needed(table.record)).collect()
}
