//! A database holds what the other formats hold, in normal form, and answers what its views are there for.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use briefex::record::{Amount, RecordType};
use briefex::sink::rows::{self, ColumnType};
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use tempfile::TempDir;

use crate::readers;

/// Runs `briefex extract` with the folder of the checkout as its own.
pub fn extract(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefex"));
    command.args(["extract", "-q"]).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("runs")
}

pub fn arg(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// A database of some inputs, every table filled.
fn database_of(inputs: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("briefings.sqlite");
    let output = extract(&["-r", &all_tables(), "-o", arg(&path), inputs]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (folder, path)
}

fn all_tables() -> String {
    RecordType::ALL.iter().map(|record| record.name()).collect::<Vec<_>>().join(",")
}

/// A database of one briefing.
fn database_with(text: &str) -> (TempDir, Connection) {
    let folder = tempfile::tempdir().expect("a folder");
    let (input, path) = (folder.path().join("a.md"), folder.path().join("a.sqlite"));
    std::fs::write(&input, text).expect("written");
    assert!(extract(&["-o", arg(&path), arg(&input)]).status.success());
    (folder, Connection::open(path).expect("opens"))
}

pub fn open(path: &Path) -> Connection {
    Connection::open(path).expect("opens")
}

/// The first column of what a query gives.
pub fn texts(database: &Connection, sql: &str) -> Vec<String> {
    let mut statement = database.prepare(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    let rows = statement.query_map([], |row| Ok(shown(row.get_ref(0)?, ColumnType::Text))).expect("runs");
    rows.map(|row| row.expect("a row")).collect()
}

/// A table with the columns that CSV has, those that stand in other tables joined in: what says nothing is given by a key.
pub fn rebuilt(database: &Connection, record: RecordType) -> Vec<Vec<String>> {
    let columns = rows::columns(record);
    let sql = select(database, record);
    let mut statement = database.prepare(&sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    let rows = statement
        .query_map([], |row| columns.iter().enumerate().map(|(at, column)| Ok(shown(row.get_ref(at)?, column.kind))).collect());
    rows.expect("runs").map(|row| row.expect("a row")).collect()
}

fn select(database: &Connection, record: RecordType) -> String {
    let own = texts(database, &format!("SELECT name FROM pragma_table_info('{}')", record.name()));
    let has = |name: &str| own.iter().any(|own| own == name);
    let parents: Vec<_> = record.parents().iter().filter(|parent| **parent != RecordType::Briefings).collect();
    let of_parents = |column: &str| {
        let columns: Vec<_> = (0..parents.len()).map(|at| format!("p{at}.\"{column}\"")).collect();
        format!("coalesce({}, NULL)", columns.join(", "))
    };
    let mut from = format!("\"{}\" AS t", record.name());
    for (at, parent) in parents.iter().enumerate() {
        let key = format!("{}_key", parent.singular());
        from += &format!(" LEFT JOIN \"{}\" AS p{at} ON p{at}.{key} = t.{key}", parent.name());
    }
    if record != RecordType::Files {
        let briefing = if has("briefing_key") { "t.briefing_key".to_owned() } else { of_parents("briefing_key") };
        let file = if has("file_key") { "t.file_key" } else { "b.file_key" };
        from += &format!(" LEFT JOIN briefings AS b ON b.briefing_key = {briefing} LEFT JOIN files AS f ON f.file_key = {file}");
    }
    let columns = rows::columns(record).into_iter().map(|column| match column.name {
        name if has(name) => format!("t.\"{name}\""),
        "file" => "f.path".to_owned(),
        "briefing" => "b.id".to_owned(),
        "title" | "published" => format!("b.{}", column.name),
        "sha256" | "encoding" => format!("f.{}", column.name),
        "id" | "line" if parents.is_empty() => format!("b.{}", column.name),
        name => of_parents(name),
    });
    format!("SELECT {} FROM {from} ORDER BY t.{}_key", columns.collect::<Vec<_>>().join(", "), record.singular())
}

/// A value as CSV writes it.
fn shown(value: ValueRef, kind: ColumnType) -> String {
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(yes) if kind == ColumnType::Boolean => (yes == 1).to_string(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => Amount::Number(number).to_string(),
        ValueRef::Text(text) if kind == ColumnType::List => {
            let items: Vec<String> = serde_json::from_slice(text).expect("a JSON array of texts");
            let escaped = items.iter().map(|item| {
                let escaped = |c: char| if "|‖{}\\".contains(c) { format!("\\{c}") } else { c.to_string() };
                item.chars().map(escaped).collect::<String>()
            });
            escaped.collect::<Vec<_>>().join(" | ")
        }
        ValueRef::Text(text) => String::from_utf8(text.to_vec()).expect("UTF-8"),
        ValueRef::Blob(_) => panic!("no table has blobs"),
    }
}

#[test]
fn every_table_holds_what_its_csv_holds() {
    let (folder, path) = database_of("fixtures");
    let csv = folder.path().join("csv/");
    assert!(extract(&["-f", "csv", "-r", &all_tables(), "-o", arg(&csv), "fixtures"]).status.success());
    let database = open(&path);
    for &record in RecordType::ALL {
        let mut reader = csv::Reader::from_path(csv.join(record.name()).with_extension("csv")).expect("a table");
        let expected: Vec<Vec<String>> =
            reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
        assert!(!expected.is_empty(), "the fixtures have {}", record.name());
        assert_eq!(rebuilt(&database, record), expected, "{}", record.name());
    }
}

#[test]
fn keys_and_pages_are_sound() {
    let (_folder, path) = database_of("fixtures");
    let database = open(&path);
    assert_eq!(texts(&database, "PRAGMA foreign_key_check"), [""; 0]);
    assert_eq!(texts(&database, "PRAGMA integrity_check"), ["ok"]);
    assert_eq!(texts(&database, "SELECT value FROM meta ORDER BY key"), ["1", "briefex/1"]);
    database.execute("INSERT INTO search (search) VALUES ('integrity-check')", []).expect("the index is that of the texts");
}

/// Nothing is told twice: but for the texts of nested parts, no column of a part is one of its record.
#[test]
fn what_a_key_gives_is_left_out() {
    let (_folder, path) = database_of("fixtures/edge");
    let database = open(&path);
    for record in RecordType::ALL.iter().filter(|record| **record != RecordType::Files) {
        let columns = texts(&database, &format!("SELECT name FROM pragma_table_info('{}')", record.name()));
        assert!(!columns.iter().any(|column| matches!(column.as_str(), "file" | "briefing")), "{columns:?}");
        let is_part = !record.parents().is_empty();
        assert!(!is_part || !columns.iter().any(|column| matches!(column.as_str(), "id" | "line" | "start" | "caption")));
    }
}

#[test]
fn tables_not_chosen_are_there_and_empty() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("cells.sqlite");
    assert!(extract(&["-r", "cells", "-o", arg(&path), "fixtures"]).status.success());
    let database = open(&path);
    for record in RecordType::ALL {
        let is_filled = matches!(record.name(), "files" | "briefings" | "tables" | "text_tables" | "cells");
        let rows = texts(&database, &format!("SELECT 1 FROM \"{}\" LIMIT 1", record.name()));
        assert_eq!(!rows.is_empty(), is_filled, "{}", record.name());
    }
    assert_eq!(texts(&database, "PRAGMA foreign_key_check"), [""; 0]);
}

#[test]
fn every_view_answers_in_the_shell() {
    if !readers::is_there(Command::new("sqlite3").arg("--version"), "the shell of SQLite") {
        return;
    }
    let (_folder, path) = database_of("fixtures");
    let views = texts(&open(&path), "SELECT name FROM sqlite_schema WHERE type = 'view'");
    assert!(views.len() >= 9, "{views:?}");
    for view in views {
        let query = format!("SELECT * FROM {view}");
        let output = Command::new("sqlite3").args(["-batch", "-header", "-csv", arg(&path), &query]).output().expect("runs");
        assert!(output.status.success(), "{view}: {}", String::from_utf8_lossy(&output.stderr));
        let mut reader = csv::Reader::from_reader(&output.stdout[..]);
        let header = reader.headers().expect("a header").clone();
        assert_eq!(header.iter().take(4).collect::<Vec<_>>(), ["path", "title", "published", "line"], "{view}");
        let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
        assert!(!rows.is_empty(), "{view} has no row for the fixtures");
        assert!(rows.iter().all(|row| !row[0].is_empty() && !row[3].is_empty()), "{view}: each row can be traced");
    }
}

/// 0.08 × 11.20 + 0.22 × 19.60 + 0.45 × 28.10 + 0.25 × 37.90 = 0.896 + 4.312 + 12.645 + 9.475.
#[test]
fn outcomes_are_weighted_by_their_probability() {
    let (_folder, path) = database_of("fixtures/en/scenario-table.md");
    let sql = "SELECT printf('%s %s %d of %d, p %g: %g (%g to %g)', currency, kind, scenarios, of_scenarios, probability, \
               expected, lowest, highest) FROM weighted_outcomes WHERE label = 'Value per share'";
    assert_eq!(texts(&open(&path), sql), ["USD money 4 of 4, p 1: 27.328 (11.2 to 37.9)"]);
}

/// Bull 0.3 × 25 and base (0.4 to 0.5, so 0.45) × 10, over 0.75; the third scenario gives no return. The prior probability, a
/// date, and a label of two units have no expectation.
#[test]
fn what_has_no_expectation_is_left_out() {
    let (_folder, database) = database_with(
        "# Kelp\n\n**Date:** 2026-01-05\n**Source:** Ostrel Desk\n\n## Scenarios\n\n\
         | Scenario | Probability | Return | Prior probability | Review | Size |\n|---|---|---|---|---|---|\n\
         | Bull | 30% | 20-30% | 25% | 2026-05-01 | $5m |\n| Base | 40-50% | 10% | 50% | 2026-06-01 | 5 GWh |\n\
         | Bear | 25% | unclear | 25% | 2026-07-01 | none |\n",
    );
    let sql = "SELECT printf('%s %d of %d, p %g: %g (%g to %g)', label, scenarios, of_scenarios, probability, expected, lowest, \
               highest) FROM weighted_outcomes";
    assert_eq!(texts(&database, sql), ["Return 2 of 3, p 0.75: 16 (10 to 30)"]);
    let sql = "SELECT printf('%s %g of %g', name, probability, set_probability) FROM scenario_probabilities";
    assert_eq!(texts(&database, sql), ["Bull 0.3 of 1", "Base 0.45 of 1", "Bear 0.25 of 1"]);
}

#[test]
fn words_of_three_characters_are_matched_and_those_of_two_are_read_through() {
    let (_folder, path) = database_of("fixtures");
    let database = open(&path);
    let found = texts(&database, "SELECT DISTINCT path FROM search_results WHERE words MATCH '碳酸锂' ORDER BY path");
    assert!(found.contains(&"zh/seed-layout-h2.md".to_owned()), "{found:?}");
    let read = texts(&database, "SELECT DISTINCT path FROM search_results WHERE text LIKE '%碳酸锂%' ORDER BY path");
    assert_eq!(found, read);
    assert!(!texts(&database, "SELECT path FROM search_results WHERE text LIKE '%钠电%'").is_empty());
    assert_eq!(texts(&database, "SELECT path FROM search_results WHERE words MATCH '钠电'"), [""; 0]);
    let codes = texts(&database, r#"SELECT 1 FROM texts WHERE "column" IN ('kind', 'unit', 'role', 'url', 'stance')"#);
    assert_eq!(codes, [""; 0], "codes are no words");
}

/// Text is bound, never put into a statement; what no shell can show is there nevertheless.
#[test]
fn odd_characters_come_back() {
    let title = "Robert'); DROP TABLE files;-- \"x\" \u{1}\u{202e}\u{feff}\u{10ffff}";
    let (folder, database) = database_with(&format!("# {title}\n\n**Date:** 2026-01-05\n\n- a\0b\n- c\n"));
    let json = extract(&["-f", "ndjson", arg(&folder.path().join("a.md"))]).stdout;
    let json: serde_json::Value = serde_json::from_slice(&json).expect("JSON");
    let points = json["points"].as_array().expect("a list").iter().map(|point| point["text"].as_str().expect("a text"));
    assert_eq!(texts(&database, "SELECT title FROM briefings"), [json["title"].as_str().expect("a title")]);
    assert_eq!(texts(&database, "SELECT text FROM points ORDER BY point_key"), points.collect::<Vec<_>>());
}
