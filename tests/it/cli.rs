//! What a transcript cannot show: pipes, files, exit codes.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn briefex(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefex"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    command
}

fn run(args: &[&str]) -> Output {
    briefex(args).output().expect("runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
        .collect();
    names.sort();
    names
}

#[test]
fn standard_input_is_read_where_no_path_is_named() {
    let mut child =
        briefex(&["extract", "-q", "-f", "ndjson"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("runs");
    child.stdin.take().expect("piped").write_all("# A\n\n- Bull (30%): x\n- Bear (70%): y\n".as_bytes()).expect("written");
    let output = child.wait_with_output().expect("ends");
    let line = text(&output.stdout);
    assert!(line.contains(r#""path":"-""#) && line.contains(r#""name":"Bull""#), "{line}");
    assert_eq!(line.lines().count(), 1);
}

#[test]
fn a_closed_pipe_is_quiet() {
    let mut child = briefex(&["extract", "-f", "ndjson", "-q", "fixtures"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("ends");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
}

#[test]
fn one_bad_file_is_reported_and_the_rest_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.md"), "# A\n\nDate: 2026-01-02\nSource: N\n").expect("written");
    std::fs::write(folder.path().join("b.md"), b"# B\n\xff\xfe\n").expect("written");
    std::fs::write(folder.path().join("c.md"), "# C\n\nDate: 2026-01-02\nSource: N\n").expect("written");
    let output = run(&["extract", "-f", "ndjson", folder.path().to_str().expect("UTF-8"), "missing.md"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout).lines().count(), 2);
    let errors = text(&output.stderr);
    assert!(errors.contains("b.md:2: error: not UTF-8") && errors.contains("missing.md: error: "), "{errors}");
}

#[test]
fn strict_turns_warnings_into_an_exit_code() {
    assert_eq!(run(&["extract", "-q", "fixtures/edge/broken-tables.md"]).status.code(), Some(0));
    assert_eq!(run(&["extract", "-q", "--strict", "fixtures/edge/broken-tables.md"]).status.code(), Some(1));
    assert_eq!(run(&["extract", "-q", "--strict", "fixtures/zh/two-sets.md"]).status.code(), Some(0));
}

#[test]
fn an_output_file_is_replaced_whole_and_named_by_its_ending() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, start) in [("out.json", "[\n"), ("out.ndjson", "{\"schema\""), ("out.jsonl", "{\"schema\"")] {
        let path = folder.path().join(name);
        std::fs::write(&path, "old").expect("written");
        let output = run(&["extract", "-q", "-o", path.to_str().expect("UTF-8"), "fixtures/zh"]);
        assert!(output.status.success() && output.stdout.is_empty());
        assert!(std::fs::read_to_string(&path).expect("a file").starts_with(start), "{name}");
    }
    assert_eq!(files(folder.path()), ["out.json", "out.jsonl", "out.ndjson"]);
    assert_eq!(run(&["extract", "-o", "out.doc", "fixtures/zh"]).status.code(), Some(2));
}

#[test]
fn a_folder_takes_one_csv_a_record_type_or_one_json_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let csv = format!("{}/csv/", folder.path().display());
    assert!(run(&["extract", "-q", "-f", "csv", "-o", &csv, "fixtures"]).status.success());
    let names =
        ["briefings.csv", "cells.csv", "diagnostics.csv", "recommendations.csv", "scenarios.csv", "sections.csv", "tables.csv"];
    assert_eq!(files(&folder.path().join("csv")), names);
    for name in names {
        let mut reader = csv::Reader::from_path(folder.path().join("csv").join(name)).expect("a table");
        let header = reader.headers().expect("a header").clone();
        assert_eq!(header.iter().take(6).collect::<Vec<_>>(), ["file", "briefing", "id", "title", "published", "line"]);
        assert!(reader.records().all(|row| row.expect("a row").len() == header.len()));
    }
    let json = format!("{}/json/", folder.path().display());
    assert!(run(&["extract", "-q", "-o", &json, "fixtures/en", "fixtures/edge/crlf-bom.md"]).status.success());
    assert_eq!(files(&folder.path().join("json/fixtures")), ["edge", "en"]);
    assert_eq!(files(&folder.path().join("json/fixtures/edge")), ["crlf-bom.md.json"]);
}

#[test]
fn record_types_are_chosen_in_every_format() {
    let output = run(&["extract", "-q", "-f", "ndjson", "-r", "scenarios,tables", "fixtures/en/scenario-table.md"]);
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one object");
    assert!(value["scenarios"].is_array() && value["tables"].is_array());
    assert!(value.get("recommendations").is_none() && value.get("metadata").is_none());
}

#[test]
fn values_stand_in_csv_as_they_stand_in_the_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("t.md");
    std::fs::write(&path, "# A\n\n| m | v |\n|---|---|\n| FP8 | +90% vs H100 |\n| 价格 | $35,000 |\n| a \\| b | 他说\"好\" |\n")
        .expect("written");
    let output = run(&["extract", "-q", "-f", "csv", "-r", "cells", path.to_str().expect("UTF-8")]);
    let mut reader = csv::Reader::from_reader(&output.stdout[..]);
    let texts: Vec<String> =
        reader.records().map(|row| row.expect("a row").iter().next_back().expect("a cell").to_owned()).collect();
    assert_eq!(texts, ["FP8", "+90% vs H100", "价格", "$35,000", "a | b", "他说\"好\""]);
}

#[test]
fn scripts_and_pages_are_printed() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(text(&run(&["completions", shell]).stdout).contains("extract"), "{shell}");
    }
    let page = text(&run(&["man"]).stdout);
    assert!(page.contains(".TH briefex") && page.contains("outline"), "{page}");
}

#[test]
fn the_same_bytes_come_out_of_the_same_bytes() {
    let once = run(&["extract", "-q", "-f", "ndjson", "fixtures"]).stdout;
    assert!(!once.is_empty());
    assert_eq!(once, run(&["extract", "-q", "-f", "ndjson", "fixtures"]).stdout);
}
