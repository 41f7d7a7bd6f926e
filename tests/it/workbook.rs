//! The workbook as others read it: every value is that of the tables, nothing runs, and nothing that Excel cannot hold is lost.

use std::collections::BTreeMap;
use std::path::Path;

use briefex::record::RecordType;
use briefex::sink::rows::{self, Column, ColumnType};
use briefex::sink::xlsx::XlsxSink;
use briefex::sink::{Remark, Sink};
use briefex::{Document, Source, extract_records};
use serde_json::Value;

use crate::{fixtures, readers};

fn documents() -> Vec<Document> {
    fixtures::all().into_iter().map(|fixture| fixture.document).collect()
}

fn document(text: &str) -> Document {
    extract_records(&Source::decode("a.md", text.as_bytes()).expect("UTF-8"), RecordType::ALL)
}

fn write(path: &Path, tables: &[RecordType], documents: &[Document]) -> Vec<Remark> {
    fill(XlsxSink::new(path, tables).expect("opened"), documents)
}

fn fill(mut sink: XlsxSink, documents: &[Document]) -> Vec<Remark> {
    documents.iter().for_each(|document| sink.write(document).expect("written"));
    Box::new(sink).finish().expect("finished")
}

/// A workbook as openpyxl reads it.
struct Read(Value);

impl Read {
    fn of(path: &Path) -> Self {
        Self(serde_json::from_str(&readers::script("workbook.py", &[path])).expect("JSON"))
    }

    /// What is read where a workbook of these is written to a folder of its own.
    fn written(tables: &[RecordType], documents: &[Document]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("w.xlsx");
        write(&path, tables, documents);
        Self::of(&path)
    }

    fn sheets(&self) -> &[Value] {
        self.0["sheets"].as_array().expect("a list")
    }

    fn sheet(&self, name: &str) -> &Value {
        self.sheets().iter().find(|sheet| sheet["name"] == name).unwrap_or_else(|| panic!("no sheet {name}"))
    }

    fn rows(&self, name: &str) -> &[Value] {
        self.sheet(name)["rows"].as_array().expect("a list")
    }

    fn cells(&self) -> impl Iterator<Item = &Value> {
        self.sheets()
            .iter()
            .flat_map(|sheet| sheet["rows"].as_array().expect("rows"))
            .flat_map(|row| row.as_array().expect("cells"))
    }
}

/// The rows of a table as text, its header first: what CSV says.
fn table(documents: &[Document], record: RecordType) -> Vec<Vec<String>> {
    let header = rows::columns(record).iter().map(|column| column.name.to_owned()).collect();
    let rows = documents.iter().flat_map(|document| rows::rows(document, record));
    let texts = rows.map(|row| row.iter().map(|cell| cell.text().into_owned()).collect());
    std::iter::once(header).chain(texts).collect()
}

/// Whether a cell is what a text of its column stands for.
fn says(cell: &Value, column: &Column, text: &str) -> bool {
    let (value, format) = (&cell["value"], cell["format"].as_str().expect("a format"));
    if text.is_empty() {
        return value.is_null();
    }
    let is_number = || value.as_f64() == text.parse().ok() && cell["type"] == "n";
    match column.kind {
        ColumnType::Integer => is_number() && format == "0",
        ColumnType::Number => is_number() && !format.contains('%'),
        ColumnType::Fraction => is_number() && format.ends_with('%'),
        ColumnType::Boolean => *value == (text == "true"),
        // Excel's days begin with 1900.
        ColumnType::Date if text < "1900-03" => value == text,
        ColumnType::Date => value.as_str() == Some(&format!("{text} 00:00:00")) && format == "yyyy-mm-dd",
        ColumnType::Text | ColumnType::Nested | ColumnType::Address | ColumnType::List => value == text && cell["type"] == "s",
    }
}

#[test]
fn every_value_is_that_of_the_tables() {
    if !readers::python(&["openpyxl"]) {
        return;
    }
    let documents = documents();
    let read = Read::written(RecordType::ALL, &documents);
    for &record in RecordType::ALL {
        let (expected, found) = (table(&documents, record), read.rows(record.name()));
        assert_eq!(expected.len(), found.len(), "rows of {record:?}");
        for (expected, found) in expected.iter().zip(found).skip(1) {
            for ((column, text), cell) in rows::columns(record).iter().zip(expected).zip(found.as_array().expect("cells")) {
                assert!(says(cell, column, text), "{record:?} {}: {text} is {cell}", column.name);
            }
        }
    }
    assert!(read.cells().all(|cell| cell["type"] != "f"), "no formula");
}

/// The same through the command line, and the CSV it writes.
#[test]
fn libreoffice_reads_the_texts_of_the_csv() {
    if !readers::libreoffice() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (csv, xlsx) = (folder.path().join("csv/"), folder.path().join("w.xlsx"));
    for (format, output) in [("csv", &csv), ("xlsx", &xlsx)] {
        let mut briefex = std::process::Command::new(env!("CARGO_BIN_EXE_briefex"));
        let briefex = briefex.args(["extract", "-q", "-f", format, "-o"]).arg(output).arg(fixtures::root());
        assert!(briefex.status().expect("runs").success());
    }
    let records = |path: &Path| -> Vec<Vec<String>> {
        let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path);
        let rows = reader.expect("a file").into_records();
        rows.map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
    };
    let exported = readers::exported(&xlsx, folder.path());
    for record in RecordType::usual() {
        let name = format!("w-{}.csv", record.name());
        let found = exported.iter().find(|path| path.ends_with(&name)).unwrap_or_else(|| panic!("no {name}"));
        let (expected, found) = (records(&csv.join(record.name()).with_extension("csv")), records(found));
        assert_eq!(expected.len(), found.len(), "rows of {record:?}");
        for (expected, found) in expected.iter().zip(&found) {
            for (at, column) in rows::columns(record).iter().enumerate() {
                if matches!(column.kind, ColumnType::Text | ColumnType::Nested | ColumnType::Address | ColumnType::List) {
                    assert_eq!(expected[at], found[at], "{record:?} {}", column.name);
                }
            }
        }
    }
}

#[test]
fn sheets_are_set_up_for_people() {
    if !readers::python(&["openpyxl"]) {
        return;
    }
    let documents = documents();
    let read = Read::written(&RecordType::usual(), &documents);
    let names: Vec<_> = read.sheets().iter().map(|sheet| sheet["name"].as_str().expect("a name")).collect();
    let tables = RecordType::usual().into_iter().map(RecordType::name);
    assert_eq!(names, ["overview", "spec_tables"].into_iter().chain(tables).collect::<Vec<_>>());
    assert_eq!((read.0["active"].as_str(), read.0["created"].as_str()), (Some("overview"), Some("2000-01-01T00:00:00")));
    for sheet in read.sheets() {
        let rows = sheet["rows"].as_array().expect("rows");
        assert_eq!(sheet["state"] == "hidden", rows.len() <= 1, "{}", sheet["name"]);
        let widths = sheet["widths"].as_array().expect("widths").iter().map(|width| width.as_f64().expect("a number"));
        assert!(widths.clone().count() > 2 && widths.clone().all(|width| (6.0..81.0).contains(&width)), "{}", sheet["name"]);
        assert_eq!(sheet["landscape"], true);
    }
    for record in RecordType::usual() {
        let (sheet, rows) = (read.sheet(record.name()), read.rows(record.name()));
        assert_eq!(sheet["frozen"], "A2");
        let filter = sheet["filter"].as_str().expect("a filter");
        assert!(filter.starts_with("A1:") && filter.ends_with(char::is_numeric), "{filter}");
        assert!(filter.ends_with(&rows.len().to_string()), "{filter} of {} rows", rows.len());
        assert!(rows[0].as_array().expect("cells").iter().all(|cell| cell["bold"] == true));
    }
    assert_eq!(read.rows("overview")[1][1]["value"], documents.len());
    let overview: BTreeMap<_, _> = read.rows("overview").iter().map(|row| (row[0]["value"].as_str(), row)).collect();
    for record in RecordType::usual() {
        let (line, rows) = (overview[&Some(record.name())], read.rows(record.name()).len() - 1);
        assert_eq!((&line[1]["value"], &line[2]["value"]), (&record.about().into(), &rows.into()));
        assert_eq!(line[0]["link"] == format!("#'{}'!A1", record.name()), rows > 0, "{}", line[0]);
    }
}

#[test]
fn nothing_that_a_text_says_is_run_or_breaks_the_workbook() {
    if !readers::python(&["openpyxl"]) {
        return;
    }
    let texts = [
        "=1+1", "+90% vs H100", "007", "-5 to 5", "@SUM(A1)", "'quoted", "_x0041_", "a\u{1}b", "\u{b}\u{c}x",
        "\u{fffe}x\u{ffff}", "<b>&amp;", "=HYPERLINK(\"http://example.org\")", "1e5", "TRUE", "2026-01-02x", "😀",
        "_x005F_x0041_",
    ];
    let mut text = "# T\n\nDate: 2026-01-02\n\n| a | b |\n|---|---|\n".to_owned();
    texts.iter().for_each(|cell| text.push_str(&format!("| `{cell}` | x |\n")));
    text.push_str("\n[one](https://example.org/%E9%92%A0?a=b) [two](https://example.org/\u{1}a) [three](notes.md)\n");
    let document = document(&text);
    let written: Vec<_> = document.briefings[0].records.tables[0].grid.rows.iter().map(|row| row[0].text.clone()).collect();
    let read = Read::written(RecordType::ALL, &[document]);
    let cells = read.rows("cells").iter().skip(1).step_by(2);
    let at = rows::columns(RecordType::Cells).iter().position(|column| column.name == "text").expect("a column");
    assert_eq!(cells.map(|row| row[at]["value"].as_str().expect("a text")).collect::<Vec<_>>(), written);
    assert!(written.iter().any(|cell| cell.contains('\u{1}')) && written.contains(&"_x0041_".to_owned()), "{written:?}");
    assert!(read.cells().all(|cell| cell["type"] != "f"));
    let at = rows::columns(RecordType::Links).iter().position(|column| column.name == "url").expect("a column");
    let links: Vec<_> = read.rows("links").iter().skip(1).map(|row| row[at]["link"].as_str()).collect();
    assert_eq!(links[0], Some("https://example.org/钠?a=b"));
    assert!(links[1..].iter().all(Option::is_none), "{links:?}");
}

#[test]
fn spec_tables_can_be_counted_with() {
    if !readers::python(&["openpyxl"]) {
        return;
    }
    let text = "# 钠电\n\n日期：2026-01-02\n\n参数：\n\n\
        | 型号 | 显存 | 库容（万吨） | 带宽（GB/s） | 增幅 | 价格 | 上市 | 备注 |\n|---|---|---|---|---|---|---|---|\n\
        | A | 141GB | 46 | 4,800 | +62% | $1,200.50 | 2026-03-01 | 约 5 GB |\n\
        | B | 80 GB | 7.50 | 900 | -3.5% | 4 亿元 | 2026-03 | 007 |\n\
        | C | 未公布 | 12 | 1 TB/s | 2.4x | 3–5 元 | 4/5 | 5 GB（估计） | 多 |\n\n\
        参数：\n\n| 指标 | H200 | H100 |\n|---|---|---|\n| 显存 | 141GB | 80GB |\n| 带宽 | 4.8 TB/s | 3.35 TB/s |\n";
    let read = Read::written(&[RecordType::Tables], &[document(text)]);
    let row = |at: usize| -> Vec<(Value, String)> {
        let cells = read.rows("spec_tables")[at].as_array().expect("cells");
        cells.iter().map(|cell| (cell["value"].clone(), cell["format"].as_str().expect("a format").to_owned())).collect()
    };
    let texts =
        |at: usize| row(at).into_iter().map(|(value, _)| value.as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>();
    assert_eq!(texts(0)[0], "a.md · 钠电 · 参数 · line 7");
    assert_eq!(texts(1)[..8], ["型号", "显存（GB）", "库容（万吨）", "带宽（GB/s）", "增幅", "价格", "上市", "备注"]);
    let is = |(at, column): (usize, usize), value: Value, format: &str| {
        let (found, shown) = row(at)[column].clone();
        assert!(found == value || found.as_f64().is_some_and(|found| Some(found) == value.as_f64()), "{found} {value}");
        assert_eq!(shown, format, "{value}");
    };
    let general = "General";
    is((2, 1), 141.into(), "0");
    is((3, 1), 80.into(), "0");
    is((4, 1), "未公布".into(), general);
    is((2, 2), 46.into(), "0");
    is((3, 2), 7.5.into(), "0.00");
    is((2, 3), 4800.into(), "#,##0");
    is((4, 3), 1.into(), "0\" TB/s\"");
    is((2, 4), 0.62.into(), "+0%;-0%");
    is((3, 4), (-0.035).into(), "0.0%");
    is((4, 4), 2.4.into(), "0.0\"x\"");
    is((2, 5), 1200.5.into(), "#,##0.00\" USD\"");
    is((3, 5), 400_000_000.into(), "#,##0\" CNY\"");
    is((4, 5), "3–5 元".into(), general);
    is((2, 6), "2026-03-01 00:00:00".into(), "yyyy-mm-dd");
    is((3, 6), "2026-03".into(), general);
    is((4, 6), "4/5".into(), general);
    is((2, 7), "约 5 GB".into(), general);
    is((3, 7), "007".into(), general);
    is((4, 7), "5 GB（估计）".into(), general);
    is((4, 8), "多".into(), general);
    assert!(texts(5).iter().all(String::is_empty));
    assert_eq!(texts(7)[..3], ["指标", "H200", "H100"]);
    is((8, 1), 141.into(), "0\" GB\"");
    is((9, 1), 4.8.into(), "0.0\" TB/s\"");
}

#[test]
fn full_sheets_run_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("w.xlsx");
    let documents = documents();
    let remarks = fill(XlsxSink::with_rows(&path, RecordType::ALL, 100).expect("opened"), &documents);
    assert!(remarks.iter().all(|remark| remark.diagnostic.code.name() == "row-limit"));
    if !readers::python(&["openpyxl"]) {
        return;
    }
    let read = Read::of(&path);
    let expected = table(&documents, RecordType::Cells);
    let parts = read.sheets().iter().filter(|sheet| {
        let name = sheet["name"].as_str().expect("a name");
        name == "cells" || name.starts_with("cells_")
    });
    let parts: Vec<_> = parts.map(|sheet| sheet["rows"].as_array().expect("rows")).collect();
    assert_eq!(parts.len(), (expected.len() - 1).div_ceil(99));
    assert!(parts.iter().all(|rows| rows.len() <= 100 && rows[0][0]["value"] == "file"));
    let ids = parts.iter().flat_map(|rows| &rows[1..]).map(|row| row[2]["value"].as_str().expect("an id"));
    assert_eq!(ids.collect::<Vec<_>>(), expected[1..].iter().map(|row| &row[2]).collect::<Vec<_>>());
    assert!(read.rows("spec_tables_2").len() > 1);
    let said: Vec<_> = read.rows("diagnostics").iter().filter(|row| row[7]["value"] == "row-limit").collect();
    assert_eq!(said.len(), remarks.len());
    assert_eq!(
        (said[0][0]["value"].as_str(), said[0][5]["value"].as_u64()),
        (Some(&*remarks[0].file), Some(remarks[0].diagnostic.line as u64))
    );
}

#[test]
fn long_texts_are_kept_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("w.xlsx");
    let long = "钠电池😀".repeat(12_000);
    let document = document(&format!("# T\n\nDate: 2026-01-02\n\n## Risks\n\n- {long}\n"));
    let remarks = write(&path, RecordType::ALL, &[document]);
    let of_points: Vec<_> = remarks.iter().filter(|remark| remark.diagnostic.message.contains("`points`")).collect();
    assert!(
        remarks.iter().all(|remark| remark.diagnostic.code.name() == "text-limit" && remark.diagnostic.line == 7),
        "{remarks:?}"
    );
    if !readers::python(&["openpyxl"]) {
        return;
    }
    let read = Read::of(&path);
    let rows = read.rows("long_texts");
    let sheet = rows[1][0]["value"].as_str().expect("a name");
    let parts = rows[1..].iter().take_while(|row| row[0]["value"] == sheet).map(|row| row[4]["value"].as_str().expect("a text"));
    assert_eq!(parts.collect::<String>(), long);
    assert_eq!((rows[1][1]["value"].as_u64(), rows[2][3]["value"].as_u64()), (Some(2), Some(2)));
    let said = read.rows("diagnostics").iter().filter(|row| row[7]["value"] == "text-limit");
    assert_eq!((said.count(), of_points.len() < 2), (remarks.len(), true));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let documents = documents();
    let bytes = ["a.xlsx", "b.xlsx"].map(|name| {
        let path = folder.path().join(name);
        write(&path, &RecordType::usual(), &documents);
        std::fs::read(path).expect("there")
    });
    assert!(bytes[0] == bytes[1]);
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 2, "nothing is left behind");
}

#[test]
fn what_is_not_finished_does_not_appear() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("w.xlsx");
    std::fs::write(&path, "old").expect("written");
    let mut sink = XlsxSink::new(&path, &RecordType::usual()).expect("opened");
    sink.write(&document("# T\n\nText.\n")).expect("written");
    drop(sink);
    assert_eq!(std::fs::read_to_string(&path).expect("there"), "old");
    assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1);
    assert!(XlsxSink::new(&path.join("below/w.xlsx"), &[]).is_err());
}
