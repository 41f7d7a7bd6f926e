//! What a transcript cannot show: pipes, files, exit codes.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use briefex::record::RecordType;

fn briefex(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_briefex"));
    command.args(args).current_dir(env!("CARGO_MANIFEST_DIR")).stdin(Stdio::null());
    command
}

pub fn run(args: &[&str]) -> Output {
    briefex(args).output().expect("runs")
}

pub fn run_with_input(args: &[&str], input: &[u8]) -> Output {
    let mut child = briefex(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
    child.stdin.take().expect("piped").write_all(input).expect("written");
    child.wait_with_output().expect("ends")
}

pub fn text(bytes: &[u8]) -> String {
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
    std::fs::write(folder.path().join("b.md"), b"# B\n\x89PNG\0\0\0\0\0\0\0\0\0\n").expect("written");
    std::fs::write(folder.path().join("c.md"), "# C\n\nDate: 2026-01-02\nSource: N\n").expect("written");
    let output = run(&["extract", "-f", "ndjson", folder.path().to_str().expect("UTF-8"), "missing.md"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout).lines().count(), 2);
    let errors = text(&output.stderr);
    assert!(errors.contains("b.md:2: error: not a text file") && errors.contains("missing.md: error: "), "{errors}");
}

#[cfg(not(feature = "packed"))]
#[test]
fn packed_files_that_are_named_want_the_feature() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["a.zip", "a.tgz", "a.md.gz"] {
        let path = folder.path().join(name);
        std::fs::write(&path, "").expect("written");
        let output = run(&["extract", "-q", path.to_str().expect("UTF-8")]);
        assert!(output.status.code() == Some(1) && text(&output.stderr).contains("without the feature `packed`"), "{name}");
    }
    assert_eq!(run(&["extract", "-q", folder.path().to_str().expect("UTF-8")]).status.code(), Some(0));
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
    // Values say again what the others hold; they come only where they are asked for.
    let usual = RecordType::usual().into_iter().map(|record| format!("{}.csv", record.name()));
    let names: Vec<String> = usual.collect::<BTreeSet<_>>().into_iter().collect();
    assert_eq!(files(&folder.path().join("csv")), names);
    for name in &names {
        let mut reader = csv::Reader::from_path(folder.path().join("csv").join(name)).expect("a table");
        let header = reader.headers().expect("a header").clone();
        let keys = if name == "files.csv" { "path" } else { "file,briefing,id,title,published,line" };
        assert!(header.iter().collect::<Vec<_>>().join(",").starts_with(keys), "{name}");
        assert!(reader.records().all(|row| row.expect("a row").len() == header.len()));
    }
    let json = format!("{}/json/", folder.path().display());
    assert!(run(&["extract", "-q", "-o", &json, "fixtures/en", "fixtures/edge/crlf-bom.md"]).status.success());
    assert_eq!(files(&folder.path().join("json/fixtures")), ["edge", "en"]);
    assert_eq!(files(&folder.path().join("json/fixtures/edge")), ["crlf-bom.md.json"]);
}

#[test]
fn what_could_not_be_read_leaves_a_row() {
    let folder = tempfile::tempdir().expect("a folder");
    let (input, tables) = (folder.path().join("in"), folder.path().join("out"));
    std::fs::create_dir(&input).expect("a folder");
    std::fs::write(input.join("a.md"), "# A\n\nDate: 2026-01-02\nSource: N\n").expect("written");
    std::fs::write(input.join("bad.md"), b"# B\n\x89PNG\0\0\0\0\0\0\0\0\0\n").expect("written");
    std::fs::write(input.join("none.md"), "# 今日资讯说明\n\n今天没有符合条件的资讯。\n").expect("written");
    let output = format!("{}/", tables.display());
    let ended = run(&["extract", "-q", "-f", "tsv", "-r", "files,diagnostics", "-o", &output, input.to_str().expect("UTF-8")]);
    assert_eq!(ended.status.code(), Some(1));
    let rows = std::fs::read_to_string(tables.join("files.tsv")).expect("a table");
    let kinds: Vec<_> = rows.lines().map(|row| row.split('\t').collect::<Vec<_>>()).map(|row| (row[0], row[3], row[4])).collect();
    let expected =
        [("path", "kind", "briefings"), ("a.md", "briefings", "1"), ("bad.md", "unreadable", "0"), ("none.md", "notice", "0")];
    assert_eq!(kinds, expected);
    assert!(rows.contains("not a text file"), "{rows}");
    let diagnostics = std::fs::read_to_string(tables.join("diagnostics.tsv")).expect("a table");
    assert!(diagnostics.lines().any(|row| row.starts_with("none.md\t\tdiagnostic-1\t\t\t1\tnote\tnotice\t")), "{diagnostics}");
}

#[test]
fn the_parts_of_a_record_come_with_it_where_there_are_several_tables() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = format!("{}/", folder.path().display());
    assert!(run(&["extract", "-q", "-f", "csv", "-r", "tables,risks", "-o", &output, "fixtures/zh"]).status.success());
    assert_eq!(files(folder.path()), ["cells.csv", "risk_items.csv", "risks.csv", "tables.csv"]);
}

#[test]
fn excel_gets_what_it_opens_and_runs_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("t.md");
    std::fs::write(&path, "# A\n\n| m | v |\n|---|---|\n| FP8 | +90% vs H100 |\n| =1+1 | -5% |\n| 价格 | @x |\n")
        .expect("written");
    let output = run(&["extract", "-q", "--excel", "-f", "csv", "--table", "1", path.to_str().expect("UTF-8")]);
    let expected = "\u{FEFF}\"m\",\"v\"\r\n\"FP8\",\"'+90% vs H100\"\r\n\"'=1+1\",\"-5%\"\r\n\"价格\",\"'@x\"\r\n";
    assert_eq!(text(&output.stdout), expected);
    let output = run(&["extract", "-q", "--table", "1", path.to_str().expect("UTF-8")]);
    assert_eq!(text(&output.stdout), "m,v\nFP8,+90% vs H100\n=1+1,-5%\n价格,@x\n");
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
    let header = reader.headers().expect("a header").clone();
    let column = |name: &str| header.iter().position(|head| head == name).expect("the column is there");
    let (text, value, unit) = (column("text"), column("value"), column("unit"));
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let texts: Vec<&str> = rows.iter().map(|row| &row[text]).collect();
    assert_eq!((&rows[1][value], &rows[1][unit]), ("90", "%"));
    assert_eq!((&rows[3][value], &rows[3][column("currency")]), ("35000", "USD"));
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
fn the_printed_vocabulary_is_a_lexicon() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("all.toml");
    std::fs::write(&path, run(&["lexicon"]).stdout).expect("written");
    let with = ["extract", "-q", "--lexicon", path.to_str().expect("UTF-8"), "fixtures"];
    let output = run(&with);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    assert_eq!(output.stdout, run(&["extract", "-q", "fixtures"]).stdout);
}

#[test]
fn a_wrong_lexicon_leaves_the_output_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out.json");
    std::fs::write(&path, "old").expect("written");
    let lexicon = "fixtures/lexicon/mistakes.toml";
    let output = run(&["extract", "--lexicon", lexicon, "-o", path.to_str().expect("UTF-8"), "fixtures/lexicon/german.md"]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
    assert_eq!(std::fs::read_to_string(&path).expect("a file"), "old");
}

#[test]
fn the_same_bytes_come_out_of_the_same_bytes() {
    let once = run(&["extract", "-q", "-f", "ndjson", "fixtures"]).stdout;
    assert!(!once.is_empty());
    assert_eq!(once, run(&["extract", "-q", "-f", "ndjson", "fixtures"]).stdout);
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let on = |threads| run(&["extract", "-f", "ndjson", "--summary", "none", "-j", threads, "fixtures", "missing.md"]);
    let one = on("1");
    assert_eq!(one.status.code(), Some(1));
    for threads in ["2", "3", "16"] {
        let several = on(threads);
        assert!(several.stdout == one.stdout && several.stderr == one.stderr, "{threads} threads");
    }
}

#[test]
fn a_run_ends_at_its_first_bad_file_if_told_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out.ndjson");
    let arguments =
        ["extract", "-q", "--fail-fast", "-o", path.to_str().expect("UTF-8"), "fixtures/en", "missing.md", "fixtures/zh"];
    let output = run(&arguments);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("missing.md: error: "), "{}", text(&output.stderr));
    assert_eq!(files(folder.path()), [""; 0]);
}

#[test]
fn a_list_names_the_inputs() {
    let list = |arguments: &[&str], input: &[u8]| {
        let output = run_with_input(&[&["extract", "-q", "-f", "ndjson", "--files-from", "-"], arguments].concat(), input);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
        let path = |line: &str| {
            let briefing: serde_json::Value = serde_json::from_str(line).expect("JSON");
            briefing["source"]["path"].as_str().expect("a path").to_owned()
        };
        text(&output.stdout).lines().map(path).collect::<Vec<_>>()
    };
    let two = ["fixtures/zh/two-sets.md", "fixtures/en/equity-report.md"];
    assert_eq!(list(&[], b"fixtures/zh/two-sets.md\n\nfixtures/en/equity-report.md"), two);
    assert_eq!(list(&["-0"], b"fixtures/zh/two-sets.md\0fixtures/en/equity-report.md\0"), two);
    assert!(list(&[], b"fixtures/en\n").len() > 10);
}

#[test]
fn an_input_is_never_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.md");
    std::fs::write(&path, "# A\n\nDate: 2026-01-02\nSource: N\n").expect("written");
    let name = path.to_str().expect("UTF-8");
    for format in ["ndjson", "json"] {
        for input in [name, folder.path().to_str().expect("UTF-8")] {
            let output = run(&["extract", "-q", "-f", format, "-o", name, input]);
            assert_eq!(output.status.code(), Some(2), "{format}");
            assert!(std::fs::read_to_string(&path).expect("a file").starts_with("# A"));
        }
    }
    assert_eq!(files(folder.path()), ["a.md"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_written_to_and_not_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("runs").success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::read_to_string(pipe).expect("read")
    });
    let path = pipe.to_str().expect("UTF-8");
    assert!(run(&["extract", "-q", "-f", "ndjson", "-o", path, "fixtures/zh/two-sets.md"]).status.success());
    assert_eq!(reader.join().expect("ends"), text(&run(&["extract", "-q", "-f", "ndjson", "fixtures/zh/two-sets.md"]).stdout));
    assert_eq!(files(folder.path()), ["pipe"]);
}

#[test]
fn frames_are_answered_at_once() {
    use std::io::{BufRead as _, BufReader};
    let mut child = briefex(&["extract", "-q", "--frames", "-r", "scenarios"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("runs");
    let (mut input, mut answers) = (child.stdin.take().expect("piped"), BufReader::new(child.stdout.take().expect("piped")));
    let mut ask = |frame: &str| {
        writeln!(input, "{frame}").expect("written");
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("read");
        serde_json::from_str::<serde_json::Value>(&answer).expect("JSON")
    };
    let text_frame = serde_json::json!({"path": "x/a.md", "text": "# A\n\n- Bull (30%): x\n- Bear (70%): y\n"}).to_string();
    for _ in 0..2 {
        let answer = ask(&text_frame);
        assert_eq!((&answer["source"]["path"], &answer["scenarios"][1]["name"]), (&"x/a.md".into(), &"Bear".into()));
        let answer = ask(r#"{"path": "b.md"}"#);
        assert_eq!((&answer["schema"], &answer["diagnostics"][0]["code"]), (&"briefex/1".into(), &"frame".into()));
        assert_eq!(ask(r#"{"path": "c.md", "base64": "IyBCCgp0ZXh0"}"#)["title"], "B");
        assert_eq!(ask(r#"{"path": "d.md", "base64": "AAAAAAAAAAAAAAAAAAAAAA=="}"#)["path"], "d.md");
    }
    drop(input);
    let output = child.wait_with_output().expect("ends");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("-: error: frame 2: a frame has either"), "{}", text(&output.stderr));
}

#[test]
fn what_is_too_large_is_a_message() {
    let output = run(&["extract", "-f", "ndjson", "-q", "--max-bytes", "2K", "fixtures/zh", "/dev/zero"]);
    assert_eq!(output.status.code(), Some(1));
    let errors = text(&output.stderr);
    assert!(errors.contains("/dev/zero: error: more than 2048 bytes"), "{errors}");
    assert!(text(&output.stdout).lines().count() > 3);
}

#[test]
fn a_summary_counts_what_was_found() {
    let output = run(&["extract", "-q", "--summary", "json", "-f", "ndjson", "fixtures/en", "missing.md"]);
    let summary: serde_json::Value = serde_json::from_str(text(&output.stderr).lines().last().expect("a line")).expect("JSON");
    let briefings: Vec<serde_json::Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let count = |list: &str| briefings.iter().map(|briefing| briefing[list].as_array().map_or(0, Vec::len)).sum::<usize>();
    assert_eq!(summary["failed"], 1);
    assert_eq!(summary["files"], std::fs::read_dir("fixtures/en").expect("a folder").count() / 2 + 1);
    assert_eq!(summary["briefings"], briefings.len());
    for list in ["scenarios", "tables", "recommendations", "risks"] {
        assert_eq!(summary["records"][list], count(list), "{list}");
    }
    // One file needs no summary, nor does a quiet run.
    assert!(run(&["extract", "-f", "ndjson", "fixtures/zh/two-sets.md"]).stderr.is_empty());
    assert!(run(&["extract", "-q", "-f", "ndjson", "fixtures/zh"]).stderr.is_empty());
}

#[test]
fn values_are_found_in_lines() {
    let output = run_with_input(&["values"], b"\xef\xbb\xbf$3.1\xe4\xb8\x87\xe4\xba\xbf\r\n\nno \xff text 5%\n18-24 months");
    let lines: Vec<serde_json::Value> = output
        .stdout
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 4, "a line out for each line in");
    assert_eq!(lines[0]["values"][0]["value"], 3_100_000_000_000_i64);
    assert_eq!((lines[0]["values"][0]["start"].as_u64(), lines[0]["values"][0]["end"].as_u64()), (Some(3), Some(13)));
    assert_eq!(lines[2], serde_json::json!({"line": 3, "values": []}));
    assert_eq!((&lines[3]["values"][0]["low"], &lines[3]["values"][0]["unit"]), (&18.into(), &"month".into()));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stderr), "-:3: error: not UTF-8 text\n");
}
