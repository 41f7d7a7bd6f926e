//! Documents into tables: what the database had of the same path goes, then the rows come, those before which refer to them.

use std::borrow::Cow;
use std::collections::HashMap;

use rusqlite::types::{ToSql, ToSqlOutput, Value, ValueRef};
use rusqlite::{CachedStatement, Connection, Result};

use super::layout::{self, Table, key};
use super::schema::quoted;
use crate::extract::Document;
use crate::record::RecordType;
use crate::sink::rows::{self, Cell, Purpose, Row};

/// The statements of a run.
pub(super) struct Writer {
    tables: Vec<(Table, String)>,
}

/// The keys of the records of a document, by table, briefing and id.
type Keys<'d> = HashMap<Place<'d>, i64>;
type Place<'d> = (RecordType, Cow<'d, str>, Cow<'d, str>);

impl Writer {
    /// A writer of some tables and of those that they refer to.
    pub fn new(chosen: &[RecordType]) -> Self {
        let with_statement = |table: Table| {
            let statement = insert(&table);
            (table, statement)
        };
        Self { tables: layout::filled(chosen).into_iter().map(with_statement).collect() }
    }

    /// Puts a document in the place of what was read from its path before. Of a file that cannot be read any more, what was
    /// read once is stale: the row that says why it could not be read takes its place.
    pub fn write(&self, connection: &Connection, document: &Document) -> Result<()> {
        remove(connection, &document.file.path)?;
        let mut keys = Keys::new();
        for (table, statement) in &self.tables {
            let mut statement = connection.prepare_cached(statement)?;
            for row in rows::rows(document, table.record) {
                insert_row(&mut statement, table, &row, &keys)?;
                if let Some(place) = place(table.record, &row) {
                    keys.insert(place, connection.last_insert_rowid());
                }
                write_texts(connection, table, &row, &keys)?;
            }
        }
        index_texts(connection, &document.file.path)
    }
}

/// Takes out what was read from a path.
pub(super) fn remove(connection: &Connection, path: &str) -> Result<()> {
    connection.prepare_cached("DELETE FROM files WHERE path = ?1")?.execute([path]).map(drop)
}

/// The statement for a row of a table.
fn insert(table: &Table) -> String {
    let keys = table.references.iter().map(|reference| key(reference.to));
    let names: Vec<_> = keys.chain(table.columns.iter().map(|(_, column)| quoted(column.name))).collect();
    let places = vec!["?"; names.len()];
    format!("INSERT INTO {} ({}) VALUES ({})", quoted(table.record.name()), names.join(", "), places.join(", "))
}

fn insert_row<'d>(statement: &mut CachedStatement, table: &Table, row: &Row<'d>, keys: &Keys<'d>) -> Result<()> {
    let references = table.references.iter().map(|reference| refer(reference.to, row, keys));
    for (at, key) in references.enumerate() {
        statement.raw_bind_parameter(at + 1, key)?;
    }
    let cells = table.columns.iter().map(|(at, _)| row.get(*at));
    for (at, cell) in cells.enumerate() {
        statement.raw_bind_parameter(table.references.len() + at + 1, cell)?;
    }
    statement.raw_execute().map(drop)
}

/// The words of a row, each as a row of its own.
fn write_texts<'d>(connection: &Connection, table: &Table, row: &Row<'d>, keys: &Keys<'d>) -> Result<()> {
    const INSERT: &str = r#"INSERT INTO texts (briefing_key, record, id, line, "column", text) VALUES (?, ?, ?, ?, ?, ?)"#;
    let [_, _, id, _, _, line, ..] = &row[..] else { return Ok(()) };
    let briefing = refer(RecordType::Briefings, row, keys);
    let mut statement = connection.prepare_cached(INSERT)?;
    for (at, column) in table.columns_for(Purpose::Words) {
        let words = match row.get(*at) {
            Some(Cell::Text(text)) => std::slice::from_ref(text),
            Some(Cell::List(items)) => items,
            _ => &[],
        };
        for text in words.iter().filter(|text| !text.is_empty()) {
            statement.execute((briefing, table.record.name(), id, line, column.name, text))?;
        }
    }
    Ok(())
}

/// Makes the words of a file's briefings found.
fn index_texts(connection: &Connection, path: &str) -> Result<()> {
    const INDEX: &str = "INSERT INTO search (rowid, text) SELECT t.text_key, t.text FROM files AS f \
                         JOIN briefings AS b USING (file_key) JOIN texts AS t USING (briefing_key) WHERE f.path = ?1";
    connection.prepare_cached(INDEX)?.execute([path]).map(drop)
}

/// What the row of a record is referred to by; there is one file a document.
fn place<'d>(record: RecordType, row: &Row<'d>) -> Option<Place<'d>> {
    match &row[..] {
        _ if record == RecordType::Files => Some((record, "".into(), "".into())),
        [_, Cell::Text(briefing), Cell::Text(id), ..] => Some((record, briefing.clone(), id.clone())),
        _ => None,
    }
}

/// The key of what a row belongs to; none where that is another table's row.
fn refer<'d>(to: RecordType, row: &Row<'d>, keys: &Keys<'d>) -> Option<i64> {
    let (_, briefing, id) = place(to, row)?;
    let id = if to == RecordType::Briefings { briefing.clone() } else { id };
    keys.get(&(to, briefing, id)).copied()
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        let owned = |text: String| ToSqlOutput::Owned(Value::Text(text));
        Ok(match self {
            Self::Empty => ToSqlOutput::Owned(Value::Null),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Integer(number) => (*number).into(),
            Self::Number(number) => (*number).into(),
            Self::Boolean(yes) => (*yes).into(),
            Self::Day(day) => owned(day.to_string()),
            Self::List(items) => {
                owned(serde_json::to_string(items).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?)
            }
        })
    }
}
