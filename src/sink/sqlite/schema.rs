//! The tables as SQL, with what each column is as a comment behind it, so that `.schema` explains itself.

use std::fmt::Write as _;

use super::layout::{Table, key};
use crate::record::RecordType;
use crate::sink::rows::{Column, ColumnType};

/// The version of the tables, as `PRAGMA user_version` has it. A database of another one cannot be added to.
pub(super) const LAYOUT: i32 = 1;

/// What people look for; keys have an index anyway.
const INDEXED: &[(RecordType, &str)] = &[
    (RecordType::Briefings, "published"),
    (RecordType::Scenarios, "stance"),
    (RecordType::Recommendations, "audience_role"),
    (RecordType::Facts, "label"),
    (RecordType::Milestones, "period_from"),
];

/// The statements that make the tables and their indices.
pub(super) fn sql() -> String {
    let mut out = String::from("CREATE TABLE meta (\n  key TEXT PRIMARY KEY,\n  value TEXT NOT NULL\n) STRICT, WITHOUT ROWID;\n");
    for table in Table::all() {
        write_table(&mut out, &table);
        write_indices(&mut out, &table);
    }
    out
}

/// Keys are never used again: what a shell without foreign keys has left of a deleted file belongs to no other.
fn write_table(out: &mut String, table: &Table) {
    let name = quoted(table.record.name());
    let mut lines = vec![(format!("{} INTEGER PRIMARY KEY AUTOINCREMENT", table.key()), String::new())];
    for reference in &table.references {
        let key = key(reference.to);
        let null = if reference.is_required { " NOT NULL" } else { "" };
        let target = quoted(reference.to.name());
        lines.push((format!("{key} INTEGER{null} REFERENCES {target} ON DELETE CASCADE"), String::new()));
    }
    lines.extend(table.columns.iter().map(|(_, column)| (definition(table.record, column), comment(column))));
    lines.extend(constraints(table).into_iter().map(|constraint| (constraint, String::new())));
    let _ = writeln!(out, "CREATE TABLE {name} ( -- {}", table.record.about());
    let last = lines.len() - 1;
    for (at, (line, comment)) in lines.iter().enumerate() {
        let _ = writeln!(out, "  {line}{}{comment}", if at == last { "" } else { "," });
    }
    let _ = writeln!(out, ") STRICT;");
}

fn definition(record: RecordType, column: &Column) -> String {
    let name = quoted(column.name);
    let kind = sql_type(column.kind);
    let is_required = if record == RecordType::Files { column.name == "path" } else { matches!(column.name, "id" | "line") };
    let null = if is_required { " NOT NULL" } else { "" };
    let check = if column.kind == ColumnType::Boolean { format!(" CHECK ({name} IN (0, 1))") } else { String::new() };
    format!("{name} {kind}{null}{check}")
}

fn comment(column: &Column) -> String {
    let kind = if column.kind == ColumnType::List { "; a JSON array" } else { "" };
    let unit = column.unit.map(|unit| format!("; {unit}")).unwrap_or_default();
    format!(" -- {}{kind}{unit}", column.about)
}

/// The type of a strict table that a column's values have: days are ISO 8601, lists JSON.
fn sql_type(kind: ColumnType) -> &'static str {
    match kind {
        ColumnType::Text | ColumnType::Nested | ColumnType::Address | ColumnType::Date | ColumnType::List => "TEXT",
        ColumnType::Integer | ColumnType::Boolean => "INTEGER",
        ColumnType::Number | ColumnType::Fraction => "REAL",
    }
}

/// What holds of the rows of a table: what tells them apart, and that each belongs somewhere.
fn constraints(table: &Table) -> Vec<String> {
    let unique = |keys: &[String]| {
        let position = table.position().into_iter().map(quoted);
        let columns: Vec<_> = keys.iter().cloned().chain(position).collect();
        format!("UNIQUE ({})", columns.join(", "))
    };
    let keys: Vec<_> = table.references.iter().map(|reference| key(reference.to)).collect();
    match table.record {
        RecordType::Files => vec!["UNIQUE (path)".to_owned()],
        RecordType::Diagnostics => vec![unique(&keys)],
        _ if keys.len() > 1 => {
            let present: Vec<_> = keys.iter().map(|key| format!("({key} IS NOT NULL)")).collect();
            let one = format!("CHECK ({} = 1)", present.join(" + "));
            keys.iter().map(|key| unique(std::slice::from_ref(key))).chain([one]).collect()
        }
        _ => vec![unique(&keys)],
    }
}

/// Indices for what no constraint has one for already.
fn write_indices(out: &mut String, table: &Table) {
    let name = table.record.name();
    let of_table = INDEXED.iter().filter(|(record, _)| *record == table.record).map(|(_, column)| (*column).to_owned());
    let second_key = (table.record == RecordType::Diagnostics).then(|| key(RecordType::Briefings));
    for column in of_table.chain(second_key) {
        let _ = writeln!(out, "CREATE INDEX {name}_by_{column} ON \"{name}\" ({column});");
    }
}

/// A name that may be a word of SQL (`group`, `to`, `values`).
pub(super) fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

#[cfg(test)]
mod tests {
    use sha2::{Digest as _, Sha256};

    use super::*;

    /// A database that exists cannot get other columns, so it has to be told from one that has them.
    #[test]
    fn the_layout_is_that_of_its_version() {
        let tables = Table::all().map(|table| {
            let columns = table.columns.iter().map(|(_, column)| definition(table.record, column));
            [vec![table.record.name().to_owned(), table.key()], columns.collect(), constraints(&table)].concat().join(" ")
        });
        let all = tables.collect::<Vec<_>>().join("\n");
        let digest: String = Sha256::digest(all).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((LAYOUT, digest.as_str()), (1, "e2c808d692334a8f"), "other tables are another LAYOUT");
    }
}
