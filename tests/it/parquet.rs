//! Parquet as other programs read it: every table, all rows, all values, each of the type that its column says.

use briefex::record::RecordType;

use crate::readers;

#[test]
fn readers_find_in_parquet_what_csv_says() {
    if !readers::python(&["pyarrow.parquet", "duckdb"]) {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (parquet, csv) = (folder.path().join("parquet/"), folder.path().join("csv/"));
    let all = RecordType::ALL.iter().map(|table| table.name()).collect::<Vec<_>>().join(",");
    readers::briefex(&["-f", "parquet", "-r", &all], &parquet);
    readers::briefex(&["-f", "csv", "-r", &all], &csv);
    let verdicts = readers::script("parquet_against_csv.py", &[&parquet, &csv]);
    assert_eq!(verdicts.lines().count(), 2 * RecordType::ALL.len());
    for verdict in verdicts.lines() {
        assert!(verdict.ends_with(" equal"), "{verdict}");
        assert!(!verdict.contains(" 0 "), "the fixtures have rows for each table: {verdict}");
    }
}

#[test]
fn columns_have_the_types_that_are_documented() {
    if !readers::python(&["pyarrow.parquet"]) {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("facts.parquet");
    readers::briefex(&["-r", "facts"], &path);
    let types = readers::script("parquet_types.py", &[&path]);
    for expected in [
        "file string", "published date32[day]", "line int64", "section list<element: string not null>", "value double",
        "approx bool", "date string", "date_to date32[day]", "briefex.schema briefex/1", "compression ZSTD",
    ] {
        assert!(types.lines().any(|line| line == expected), "{expected} is not among\n{types}");
    }
}
