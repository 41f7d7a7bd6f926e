//! The tables as a data package, in the terms of Frictionless Data's Table Schema, for programs that load or check them.

use serde::Serialize;

use super::{Column, ColumnType, columns};
use crate::record::{RecordType, SCHEMA};

/// What identifies a record in all tables.
const KEY: [&str; 3] = ["file", "briefing", "id"];

/// The tables and their columns.
#[derive(Debug, Serialize)]
pub struct DataPackage {
    name: &'static str,
    title: &'static str,
    description: &'static str,
    resources: Vec<Resource>,
}

/// A table.
#[derive(Debug, Serialize)]
struct Resource {
    name: &'static str,
    path: String,
    description: &'static str,
    schema: TableSchema,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct TableSchema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    primary_key: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

/// A column; `form` says what a text is made of.
#[derive(Debug, Serialize)]
struct Field {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    description: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Constraints>,
}

#[derive(Debug, Serialize)]
struct Constraints {
    minimum: f64,
    maximum: f64,
}

#[derive(Debug, Serialize)]
struct ForeignKey {
    fields: Vec<&'static str>,
    reference: Reference,
}

#[derive(Debug, Serialize)]
struct Reference {
    resource: &'static str,
    fields: Vec<&'static str>,
}

/// The tables that `-f csv -o DIR/` writes, `values` included.
pub fn data_package() -> DataPackage {
    DataPackage {
        name: "briefex",
        title: SCHEMA,
        description: "The tables of `briefex extract`: a sheet each in a workbook, a table each in a database, a file each as \
                      CSV, TSV or Parquet. Later versions may add tables and columns within briefex/1; they rename and remove \
                      none. An empty cell is a missing value. Lists are parted by ` | ` in text formats and are lists in Parquet.",
        resources: RecordType::ALL.iter().copied().map(resource).collect(),
    }
}

fn resource(table: RecordType) -> Resource {
    Resource {
        name: table.name(),
        path: format!("{}.csv", table.name()),
        description: table.about(),
        schema: TableSchema {
            fields: columns(table).into_iter().map(field).collect(),
            missing_values: [""],
            primary_key: primary_key(table),
            foreign_keys: foreign_keys(table),
        },
    }
}

/// What identifies a row; parts are identified within their record, diagnostics of files have no briefing.
fn primary_key(table: RecordType) -> Vec<&'static str> {
    match table {
        RecordType::Files => vec!["path"],
        RecordType::Diagnostics => Vec::new(),
        part if !part.parents().is_empty() => Vec::new(),
        _ => KEY.to_vec(),
    }
}

fn foreign_keys(table: RecordType) -> Vec<ForeignKey> {
    let to = |fields: &[&'static str], resource: RecordType, others: &[&'static str]| ForeignKey {
        fields: fields.to_vec(),
        reference: Reference { resource: resource.name(), fields: others.to_vec() },
    };
    match (table, table.parents()) {
        (RecordType::Files, _) => Vec::new(),
        (RecordType::Briefings | RecordType::Diagnostics, _) => vec![to(&["file"], RecordType::Files, &["path"])],
        (_, [parent]) => vec![to(&KEY, *parent, &KEY)],
        _ => vec![to(&["file", "briefing"], RecordType::Briefings, &["file", "id"])],
    }
}

fn field(column: &Column) -> Field {
    let (kind, format, form) = match column.kind {
        ColumnType::Text => ("string", None, None),
        ColumnType::Nested => ("string", None, Some("nested")),
        ColumnType::List => ("string", None, Some("list")),
        ColumnType::Address => ("string", Some("uri"), None),
        ColumnType::Integer => ("integer", None, None),
        ColumnType::Number | ColumnType::Fraction => ("number", None, None),
        ColumnType::Boolean => ("boolean", None, None),
        ColumnType::Date => ("date", None, None),
    };
    let is_fraction = column.kind == ColumnType::Fraction;
    Field {
        name: column.name,
        kind,
        format,
        form,
        unit: column.unit.filter(|_| !is_fraction),
        description: column.about,
        constraints: is_fraction.then_some(Constraints { minimum: 0.0, maximum: 1.0 }),
    }
}
